# The lexicon is compiled from Debian's hunspell-fr-comprehensive at build time; nothing of it is kept here.
set(SELON_HUNSPELL_FR /usr/share/hunspell/fr CACHE STRING "French hunspell dictionary, without .aff and .dic")
if(NOT EXISTS ${SELON_HUNSPELL_FR}.aff OR NOT EXISTS ${SELON_HUNSPELL_FR}.dic)
  message(FATAL_ERROR "${SELON_HUNSPELL_FR}.aff and .dic are missing: install the Debian package hunspell-fr-comprehensive")
endif()

add_executable(compile_lexicon compile_lexicon.cc hunspell.cc)
target_include_directories(compile_lexicon PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(compile_lexicon PRIVATE selon_syntax)

set(lexicon ${PROJECT_BINARY_DIR}/share/selon/lexicon.fr.bin)
add_custom_command(OUTPUT ${lexicon}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/share/selon
  COMMAND compile_lexicon ${SELON_HUNSPELL_FR} ${lexicon}
  DEPENDS compile_lexicon ${SELON_HUNSPELL_FR}.aff ${SELON_HUNSPELL_FR}.dic
  COMMENT "Compiling the French lexicon")
add_custom_target(lexicon ALL DEPENDS ${lexicon})

add_executable(training_features training_features.cc)
target_link_libraries(training_features PRIVATE selon_syntax)

# The models beside the lexicon, where the program looks for both.
file(GLOB models CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/models/*.selon-model)
set(copies "")
foreach(model IN LISTS models)
  get_filename_component(name ${model} NAME)
  set(copy ${PROJECT_BINARY_DIR}/share/selon/models/${name})
  add_custom_command(OUTPUT ${copy}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/share/selon/models
    COMMAND ${CMAKE_COMMAND} -E copy ${model} ${copy} DEPENDS ${model})
  list(APPEND copies ${copy})
endforeach()
add_custom_target(models ALL DEPENDS ${copies})
