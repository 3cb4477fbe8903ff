// The search that NameFinder makes in one document: state that its files share, and who finds what.
// Private to names*.cc.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "mentions/name_shapes.h"
#include "mentions/names.h"

namespace selon {

struct NameFinder::Search {
  Search(const NameFinder& finder, const Document& document, const Tree& t);

  // names.cc
  std::span<const std::string_view> sentence_forms(const Sentence& s) const;
  void run();
  void collect_full_names(const Sentence& s);
  void sentence(const Sentence& s);
  bool first_in_sentence(const Sentence& s, int32_t w) const;
  int32_t head_of(int32_t first, int32_t end) const;
  Name make(int32_t first, int32_t end) const;
  bool title_before(int32_t w, bool honorific) const;
  bool in_quotes(int32_t first, int32_t end) const;
  bool capital_article(const Sentence& s, int32_t first, int32_t end) const;
  bool capital_word(const Sentence& s, int32_t w, bool headline) const;
  bool next_to(int32_t a, int32_t b) const;
  bool known_name(std::span<const std::string_view> words, size_t i) const;
  void add(Name n);

  // names_of_tables.cc: what the tables know, and how well it fits its place
  size_t table_name(const Sentence& s, std::span<const std::string_view> words, size_t i);
  int fit(const Sentence& s, int32_t first, int32_t end, const Reading& r) const;
  bool other_demonym(const std::string& country, const Sentence& s, int32_t end) const;
  bool other_state_behind(const std::string& country, const Sentence& s, int32_t end) const;
  bool first_name_of_somebody(const Sentence& s, int32_t w) const;
  bool one_of_several(const Sentence& s, int32_t first, int32_t end) const;
  bool surname(const Sentence& s, int32_t w) const;
  bool state_rather(const Reading& r, std::span<const Reading> all, int32_t first,
                    int32_t end) const;
  bool one_by_article(const Name& n) const;
  bool shared_name(const Sentence& s, int32_t w);
  bool short_country(int32_t w);

  // names_in_words.cc: several names in one word
  bool compound(int32_t w);
  bool prefixed(int32_t w);

  // names_unknown.cc: what only its capitals and its surroundings give away
  size_t unknown_name(const Sentence& s, std::span<const std::string_view> words, size_t i,
                      bool headline);
  bool begins_with_particle(const Sentence& s, int32_t w) const;
  int32_t organisation_end(const Sentence& s, int32_t first, int32_t end) const;
  void guess(const Sentence& s, std::span<const std::string_view> words, Name& n, bool personal);
  const Actor* demonym_before(int32_t first) const;
  std::optional<Reading> spelled_otherwise(std::string_view first_name,
                                           std::string_view surname) const;

  const NameFinder& f;
  const Document& doc;
  const Tree& tree;
  const Lang lang;
  std::vector<Name> names;
  std::vector<std::string_view> forms;          // of the whole document
  std::unordered_set<std::string_view> known;   // slugs of whoever is named beyond doubt here
  std::unordered_set<std::string> tails;        // "le pen", of full names
  std::unordered_set<std::string> strangers;    // surnames of those whom the tables do not know
  std::unordered_set<std::string> first_parts;  // first names of those named in full here
  std::unordered_set<std::string_view> states;  // countries of whoever is named beyond doubt
  std::vector<std::string_view> merged;         // the same with contractions whole
  std::vector<bool> taken;
  std::vector<const Actor*> known_states;  // named here in two words or more: North Korea
};

}  // namespace selon
