# The engine's tests, and those of the program, read the models and the gazetteer.
if(TARGET engine_test)
  add_dependencies(engine_test lexicon models gazetteer)
endif()
