# The report in a real Chromium.
add_test(NAME web.report COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/web/report_test.py $<TARGET_FILE:selon>
                                 ${PROJECT_SOURCE_DIR}/samples)
set_tests_properties(web.report PROPERTIES TIMEOUT 120 SKIP_RETURN_CODE 77)
