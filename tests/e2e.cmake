# The program itself, run as people run it: each function test_* of e2e/*.sh is a test.
file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/e2e/*.sh)
foreach(script IN LISTS scripts)
  file(STRINGS ${script} lines REGEX "^test_[a-z0-9_]+\\(\\)")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${script})
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^test_[a-z0-9_]+" name ${line})
    add_test(NAME e2e.${name} COMMAND bash ${script} $<TARGET_FILE:selon> ${name})
    set_tests_properties(e2e.${name} PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77)
  endforeach()
endforeach()

# The linguists' cases, on the parse that each gives.
file(GLOB_RECURSE cases CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/cases cases/*.case)
foreach(case IN LISTS cases)
  string(REPLACE "/" "." name ${case})
  add_test(NAME cases.${name} COMMAND selon cases run --gate ${CMAKE_CURRENT_SOURCE_DIR}/cases/${case})
endforeach()

add_test(NAME layers COMMAND ${PROJECT_SOURCE_DIR}/tools/check_layers)
