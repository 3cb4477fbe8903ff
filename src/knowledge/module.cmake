# Puts the data where the programs of this build tree find them (share/selon beside the executable).
set(SELON_BUILD_DATA ${PROJECT_BINARY_DIR}/share/selon)
file(MAKE_DIRECTORY ${SELON_BUILD_DATA})
foreach(part actors lang ontology)
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/data/${part} ${SELON_BUILD_DATA}/${part} SYMBOLIC)
endforeach()
target_compile_definitions(selon_knowledge PRIVATE SELON_BUILD_DATA="${SELON_BUILD_DATA}")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/actors ${PROJECT_SOURCE_DIR}/data/lang
                  ${PROJECT_SOURCE_DIR}/data/ontology ${PROJECT_SOURCE_DIR}/models
        DESTINATION share/selon)
