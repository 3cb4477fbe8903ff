// What tables say of common nouns beside who they are: whose they are not ("ses alliés"), and where
// they are nobody ("le cadre de", "sa mort"), what they take up ("l'agence": a press agency), and
// who alone may have them ("sa démission": a person).
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/word_classes.h"
#include "selon/result.h"

namespace selon {

class NounSenses {
 public:
  // Reads lang/<language>/{relational_nouns,no_actors,body_nouns,possessed_nouns,word_classes}.tsv.
  // kNotFound, kBadFormat.
  static Result<NounSenses> open(const std::string& data_dir, const std::string& language);

  // Somebody else than the owner: "allié"; with the owner's office: "homologue".
  bool other(const std::string& lemma) const { return other_.contains(lemma); }
  bool same_office(const std::string& lemma) const { return same_office_.contains(lemma); }
  // Somebody else again, and of two the other: "voisin", "rival".
  bool of_two(const std::string& lemma) const { return of_two_.contains(lemma); }
  // Somebody who joined a body or left it, and has a country of his own: "defector".
  bool joined(const std::string& lemma) const { return joined_.contains(lemma); }
  // Before the name of a place: "la ville de", "the town of".
  bool place(const std::string& lemma) const { return place_.contains(lemma); }
  // What only a person has, "démission", and what a state or body has, "frontière".
  bool of_person(const std::string& lemma) const { return of_person_.contains(lemma); }
  // What a person undergoes: "arrestation".
  bool of_sufferer(const std::string& lemma) const { return of_sufferer_.contains(lemma); }
  bool of_state(const std::string& lemma) const { return of_state_.contains(lemma); }
  // Whoever is so called does not hold the office on the day: "ancien", "ex-", "late".
  bool former(std::string_view word) const { return words_.is(word, WordClass::kFormer); }
  // An infinitive below the verb is its subject's even beside an object: "menacer X de partir".
  bool subject_control(std::string_view verb) const {
    return words_.is(verb, WordClass::kSubjectControl);
  }
  // Verbs whose object or subject, where it is a bare number, is of people.
  bool done_to_people(std::string_view verb) const {
    return words_.is(verb, WordClass::kDoneToPeople);
  }
  bool done_by_many(std::string_view verb) const { return words_.is(verb, WordClass::kDoneByMany); }
  // "pro", "anti" before a name: for it or against it, not of it.
  bool takes_sides(std::string_view prefix) const {
    return words_.is(prefix, WordClass::kFor) || words_.is(prefix, WordClass::kAgainst);
  }
  // Verbs that send the armed people who are their object, and verbs that ask for or judge what is
  // not their subject's own.
  bool sending(std::string_view verb) const { return words_.is(verb, WordClass::kSending); }
  bool of_another(std::string_view verb) const { return words_.is(verb, WordClass::kOfAnother); }
  // Verbs that blame their object for an act or keep it from one, and acts that wrong another.
  bool blames(std::string_view verb) const { return words_.is(verb, WordClass::kBlames); }
  bool wrongs(std::string_view verb) const { return words_.is(verb, WordClass::kWrongs); }
  // What it thanks or blames somebody for is theirs: "remercier X pour son aide".
  bool judges_for(std::string_view verb) const { return words_.is(verb, WordClass::kJudgesFor); }
  // Its participle ties a body to another: "un groupe affilié au X".
  bool affiliated(std::string_view verb) const { return words_.is(verb, WordClass::kAffiliated); }
  // People who need not be of where they are, and verbs of going or being taken there.
  bool from_elsewhere(std::string_view word) const {
    return words_.is(word, WordClass::kFromElsewhere);
  }
  bool amount(std::string_view word) const { return words_.is(word, WordClass::kAmount); }
  // The types of bodies that a general noun takes up, or none: "parti" → {"party"}.
  std::span<const std::string> takes_up(const std::string& lemma) const;
  // Whether the word at `at` stands in a phrase where it is nobody.
  bool nobody(std::span<const std::string_view> forms, size_t at) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // folded
    size_t noun;                     // which of them is the noun
  };
  WordClasses words_;
  std::unordered_set<std::string> other_, same_office_, of_two_, joined_, place_, of_person_,
      of_sufferer_, of_state_;
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  // by noun
  std::unordered_map<std::string, std::vector<std::string>> bodies_;
};

}  // namespace selon
