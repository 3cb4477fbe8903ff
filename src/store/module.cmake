pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
target_link_libraries(selon_store PUBLIC PkgConfig::SQLITE)

# schema.sql becomes a string of the program.
set(schema ${CMAKE_CURRENT_BINARY_DIR}/store/schema.cc)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/store/schema.sql)
file(READ ${CMAKE_CURRENT_SOURCE_DIR}/store/schema.sql sql)
file(CONFIGURE OUTPUT ${schema} @ONLY CONTENT
     "#include \"store/schema.h\"\n\nnamespace selon {\nconst std::string_view kSchema = R\"sql(@sql@)sql\";\n}\n")
target_sources(selon_store PRIVATE ${schema})
