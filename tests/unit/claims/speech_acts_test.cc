#include "claims/speech_acts.h"

#include <gtest/gtest.h>

#include "claims/firmness.h"
#include "unit/claims/scene.h"

namespace selon {
namespace {

class SpeechActsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto en = EventLexicon::open(SELON_SOURCE_DIR "/data", "en");
    ASSERT_TRUE(en) << en.error().to_string();
    english_ = new EventLexicon(std::move(*en));
  }
  static void TearDownTestSuite() { delete english_; }

  // One voice, the entity of the first mention, for the words from `first` (1-based) on.
  static void voice(Document& doc, int32_t first) {
    Attribution a;
    a.entity = doc.mentions.front().entity;
    a.name = doc.entities[a.entity].name;
    a.source = doc.mentions.front().span;
    a.words = {WordRange{first - 1, static_cast<int32_t>(doc.words.size())}};
    a.rule = "test";
    doc.attributions.push_back(std::move(a));
  }

  // "REQUEST KEN > SOM" for each event, and what the voice makes of it, joined by "; "
  static std::string acts(const Document& doc) {
    const Tree tree(doc);
    const Arguments arguments(doc, tree, english_->words());
    const FirmnessReader firmness(doc, tree, arguments, *english_);
    const VoiceMap voices(doc);
    const SpeechActs speech(doc, tree, arguments, *english_, voices);
    std::vector<FoundEvent> events = find_events(doc, tree, arguments, firmness, *english_);
    speech.add_demands(events);
    std::string out;
    for (const FoundEvent& e : events) {
      out += (out.empty() ? "" : "; ") + e.entry->event;
      for (int32_t m : e.actors) out += " " + doc.entities[doc.mentions[m].entity].code;
      out += " >";
      for (int32_t m : e.recipients) out += " " + doc.entities[doc.mentions[m].entity].code;
      const std::string act = speech.commitment(e, firmness.negated(e.word));
      if (!act.empty()) out += " as " + act;
    }
    return out;
  }

  static EventLexicon* english_;
};
EventLexicon* SpeechActsTest::english_ = nullptr;

constexpr const char* kWould = R"(
    1 Eritrea Eritrea PROPN 2 nsubj
    2 said say VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
    3 it it PRON 5 nsubj
    4 would would AUX 5 aux VerbForm=Fin
    5 bomb bomb VERB 2 ccomp VerbForm=Inf
    6 Djibouti Djibouti PROPN 5 obj
  )";

TEST_F(SpeechActsTest, OwnForceAnnouncedIsAThreat) {
  Document doc = build_document(kWould, "en");
  name(doc, 1, "ERI");
  name(doc, 3, "ERI", MentionForm::kPronoun);
  name(doc, 6, "DJI");
  EXPECT_EQ(acts(doc), "ASSAULT ERI > DJI");
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "ASSAULT ERI > DJI as THREATEN");
}

TEST_F(SpeechActsTest, AnothersForceForetoldIsNoThreat) {
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

TEST_F(SpeechActsTest, WhatOthersMustDoIsDemanded) {
  Document doc = build_document(kMust, "en");
  name(doc, 1, "KEN");
  name(doc, 3, "SOM");
  EXPECT_EQ(acts(doc), "CONCEDE SOM >");  // the narrator's "must" asks nobody
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "REQUEST KEN > SOM");
}

TEST_F(SpeechActsTest, OnesOwnDutyIsNoDemand) {
  Document doc = build_document(kMust, "en");
  name(doc, 1, "KEN");
  name(doc, 3, "KEN");
  voice(doc, 3);
  EXPECT_EQ(acts(doc), "CONCEDE KEN >");
}

}  // namespace
}  // namespace selon
