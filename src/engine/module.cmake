set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/engine/version.cc
  PROPERTIES COMPILE_DEFINITIONS SELON_VERSION="${PROJECT_VERSION}")
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
target_link_libraries(selon_engine PUBLIC PkgConfig::XXHASH)
