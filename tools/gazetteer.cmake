# Towns come from GeoNames' list of places above 15,000 people, as Debian packs it; their countries' codes from iso-codes.
find_file(GEONAMES_TOWNS cities15000.txt PATHS /usr/share/libtimezonemap/ui NO_DEFAULT_PATH)
find_file(GEONAMES_REGIONS admin1Codes.txt PATHS /usr/share/libtimezonemap/ui NO_DEFAULT_PATH)
if(NOT GEONAMES_TOWNS OR NOT GEONAMES_REGIONS)
  message(FATAL_ERROR "cities15000.txt or admin1Codes.txt is missing: install the package libtimezonemap-data (apt-get install libtimezonemap-data)")
endif()
find_file(ISO_COUNTRIES iso_3166-1.json PATHS /usr/share/iso-codes/json NO_DEFAULT_PATH)
if(NOT ISO_COUNTRIES)
  message(FATAL_ERROR "iso_3166-1.json is missing: install the package iso-codes (apt-get install iso-codes)")
endif()
set(SELON_BUILD_DATA ${PROJECT_BINARY_DIR}/share/selon)
set(gazetteer_tables ${PROJECT_SOURCE_DIR}/data/gazetteer/places.tsv)
add_executable(build_gazetteer build_gazetteer.cc)
target_link_libraries(build_gazetteer PRIVATE selon_knowledge)
add_custom_command(
  OUTPUT ${SELON_BUILD_DATA}/gazetteer.bin
  COMMAND build_gazetteer ${GEONAMES_TOWNS} ${GEONAMES_REGIONS} ${ISO_COUNTRIES} ${gazetteer_tables} ${SELON_BUILD_DATA}/gazetteer.bin
  DEPENDS build_gazetteer ${GEONAMES_TOWNS} ${GEONAMES_REGIONS} ${ISO_COUNTRIES} ${gazetteer_tables}
  COMMENT "Gazetteer")
add_custom_target(gazetteer ALL DEPENDS ${SELON_BUILD_DATA}/gazetteer.bin)
install(FILES ${SELON_BUILD_DATA}/gazetteer.bin DESTINATION share/selon)
