#include "claims/speech_acts.h"

#include <gtest/gtest.h>

#include "support/event_scene.h"

namespace selon {
namespace {

// One voice, the entity of the first mention, for the words from `first` (1-based) on.
void voice(Document& doc, int32_t first) {
  Attribution a;
  a.entity = doc.mentions.front().entity;
  a.name = doc.entities[a.entity].name;
  a.source = doc.mentions.front().span;
  a.words = {WordRange{first - 1, static_cast<int32_t>(doc.words.size())}};
  a.rule = "test";
  doc.attributions.push_back(std::move(a));
}

// "REQUEST KEN > SOM" for each event, and what the voice makes of it, joined by "; "
std::string acts(const Document& doc) {
  const EventScene scene(doc);
  const VoiceMap voices(doc);
  const SpeechActs speech(doc, scene.tree, scene.arguments, scene.lexicon, voices);
  std::vector<FoundEvent> events = scene.events();
  speech.add_demands(events);
  std::string out;
  for (const FoundEvent& e : events) {
    out += (out.empty() ? "" : "; ") + told(doc, e);
    const std::string act = speech.commitment(e, scene.firmness.negated(e.word));
    if (!act.empty()) out += " as " + act;
  }
  return out;
}

constexpr const char* kWould = R"(
    1 Eritrea Eritrea PROPN 2 nsubj
    2 said say VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 it it PRON 5 nsubj
    4 would would AUX 5 aux VerbForm=Fin
    5 bomb bomb VERB 2 ccomp VerbForm=Inf
    6 Djibouti Djibouti PROPN 5 obj
  )";

TEST(SpeechActsTest, OwnForceAnnouncedIsAThreat) {
  Document doc = build_document(kWould, "en");
  name(doc, 1, "ERI");
  name(doc, 3, "ERI", MentionForm::kPronoun);
  name(doc, 6, "DJI");
  EXPECT_EQ(acts(doc), "ASSAULT ERI > DJI");
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "ASSAULT ERI > DJI as THREATEN");
}

TEST(SpeechActsTest, AnothersForceForetoldIsNoThreat) {
  Document doc = build_document(kWould, "en");
  name(doc, 1, "ERI");
  name(doc, 3, "SDN", MentionForm::kPronoun);
  name(doc, 6, "DJI");
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "ASSAULT SDN > DJI");
}

constexpr const char* kMust = R"(
    1 Kenya Kenya PROPN 2 nsubj
    2 said say VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 Somalia Somalia PROPN 5 nsubj
    4 must must AUX 5 aux VerbForm=Fin
    5 apologise apologise VERB 2 ccomp VerbForm=Inf
  )";

TEST(SpeechActsTest, WhatOthersMustDoIsDemanded) {
  Document doc = build_document(kMust, "en");
  name(doc, 1, "KEN");
  name(doc, 3, "SOM");
  EXPECT_EQ(acts(doc), "CONCEDE SOM >");  // the narrator's "must" asks nobody
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "REQUEST KEN > SOM");
}

TEST(SpeechActsTest, OnesOwnDutyIsNoDemand) {
  Document doc = build_document(kMust, "en");
  name(doc, 1, "KEN");
  name(doc, 3, "KEN");
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "CONCEDE KEN >");
}

}  // namespace
}  // namespace selon
