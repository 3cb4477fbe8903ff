target_link_libraries(selon_base PUBLIC PkgConfig::ICU Threads::Threads)
