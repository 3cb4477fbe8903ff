// How an event type goes on in time: relations hold, meetings and marches are planned, acts of
// speech are done with their announcement.
//
//   lasting("ALLIED"), planned("CONSULT"), verbal("SUPPORT")
#pragma once
#include <string_view>

namespace selon {

// A relation that holds, whatever the tense around the word that names it.
inline bool lasting(std::string_view event) {
  return event == "ALLIED" || event == "HOSTILE" || event == "MEMBER";
}

// Of these types a day is set beforehand.
inline bool planned(std::string_view event) { return event == "CONSULT" || event == "PROTEST"; }

// An act of speech or decree: who announces one has done it.
inline bool verbal(std::string_view event) {
  return event == "SUPPORT" || event == "SANCTION" || event == "CONCEDE" || event == "REQUEST" ||
         event == "ACCUSE" || event == "REJECT" || event == "THREATEN";
}

// Who announces "the arrest of X" or "the destruction of X" tells of what was done.
inline bool done(std::string_view event, std::string_view mode) {
  return event == "ASSAULT" || (event == "COERCE" && (mode == "arrest" || mode == "seize"));
}

}  // namespace selon
