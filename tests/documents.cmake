# Tests on whole articles that are not part of the project: skipped where ../shared (or $SELON_SHARED) is not.
find_package(nlohmann_json 3 REQUIRED)
if(TARGET selon_intake)
  add_executable(metadata_documents_test documents/metadata_test.cc)
  target_compile_definitions(metadata_documents_test PRIVATE SELON_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(metadata_documents_test PRIVATE selon_intake nlohmann_json::nlohmann_json
                        GTest::gtest GTest::gtest_main)
  gtest_discover_tests(metadata_documents_test DISCOVERY_TIMEOUT 60)
endif()
