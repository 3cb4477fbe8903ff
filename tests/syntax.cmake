# The parser's tests read the compiled lexicon and the shipped models.
if(TARGET syntax_test)
  add_dependencies(syntax_test lexicon models)
endif()
