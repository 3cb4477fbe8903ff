#include "mentions/candidates.h"

#include <algorithm>

#include "base/among.h"
#include "base/utf8.h"
#include "mentions/appositions.h"
#include "mentions/direct_speech.h"
#include "mentions/lookup.h"
#include "mentions/noun_phrase.h"
#include "mentions/owners.h"
#include "mentions/pronouns.h"

namespace selon {
namespace {

class Builder {
 public:
  Builder(const Document& doc, const Tree& tree, const Actors& actors, const Impersonal& impersonal,
          const NounSenses& senses, const ReportingLexicon& reporting, std::vector<Name> names)
      : doc_(doc),
        tree_(tree),
        actors_(actors),
        pronouns_(doc, tree, impersonal, senses, reporting),
        senses_(senses),
        owners_(doc, tree, senses, out_.names, name_at_),
        reporting_(reporting),
        lang_(lang_of(doc.meta.language)) {
    out_.names = std::move(names);
    name_at_.assign(doc.words.size(), kNone);
    used_.assign(doc.words.size(), false);
    for (size_t n = 0; n < out_.names.size(); ++n)
      for (int32_t w = out_.names[n].first; w < out_.names[n].end; ++w)
        if (name_at_[w] == kNone) name_at_[w] = static_cast<int32_t>(n);
  }

  Candidates run() {
    DirectSpeech speech = find_direct_speech(doc_, tree_, reporting_);
    out_.quoted = std::move(speech.quoted);
    out_.said_by = std::move(speech.said_by);
    std::vector<std::string_view> forms;
    for (const Sentence& s : doc_.sentences) {
      forms.clear();
      for (int32_t w = s.first_word; w < s.end_word; ++w) forms.push_back(doc_.words[w].form);
      described_from_.push_back(out_.list.size());
      descriptions(s, forms);
    }
    described_from_.push_back(out_.list.size());
    for (size_t n = 0; n < out_.names.size(); ++n) name(static_cast<int32_t>(n));
    for (size_t w = 0; w < doc_.words.size(); ++w) pronoun(static_cast<int32_t>(w));
    for (size_t w = 0; w < doc_.words.size(); ++w) number(static_cast<int32_t>(w));
    for (size_t w = 0; w < doc_.words.size(); ++w) thing(static_cast<int32_t>(w));
    std::stable_sort(out_.list.begin(), out_.list.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.mention.span.begin != b.mention.span.begin
                                  ? a.mention.span.begin < b.mention.span.begin
                                  : a.mention.span.end > b.mention.span.end;
                     });
    out_.at_word.assign(doc_.words.size(), kNone);
    for (size_t c = 0; c < out_.list.size(); ++c) {
      int32_t& at = out_.at_word[out_.list[c].mention.head];
      if (at == kNone) at = static_cast<int32_t>(c);
    }
    find_appositions(doc_, tree_, out_);
    return std::move(out_);
  }

 private:
  bool name_word(int32_t w) const { return name_at_[w] != kNone; }

  Candidate base(CandidateKind kind, int32_t head, Span span, int32_t first, int32_t end,
                 MentionForm form, const char* rule) const {
    Candidate c;
    c.kind = kind;
    c.mention.head = head;
    c.mention.span = span;
    c.mention.first_word = first;
    c.mention.end_word = end;
    c.mention.form = form;
    c.mention.rule = rule;
    return c;
  }

  // Whether a word is bare after "de": "un chef de guerre", "officier d'armée" name no army.
  bool classifier(int32_t head, bool plural) const {
    if (lang_ == Lang::kEn || plural) return false;
    const std::string_view p = tree_.preposition(head);
    return (p == "de" || p == "en" || p == "comme" || p == "à" || p == "sans") &&
           tree_.child(head, "det") == kNone && tree_.child(head, "flat") == kNone &&
           !followed_by_name(head);
  }

  // "la résistance à l'occupant", "l'opposition à la guerre": what somebody does, not somebody. But
  // "la junte au pouvoir" is somebody: only those who oppose do it "à".
  bool deverbal(int32_t head, std::string_view sector) const {
    const bool opposes = sector == "OPP" || sector == "REB";
    // "malgré l'opposition du ministre", "l'opposition d'Oslo à ce plan"
    if (lang_ == Lang::kFr && opposes && tree_.preposition(head) == "malgré") return true;
    const int32_t k = first_complement(head);
    if (lang_ == Lang::kFr && opposes && k != kNone && tree_.preposition(k) == "de")
      for (int32_t other : tree_.children(head))
        if (other > k && tree_.is(other, "nmod") && tree_.preposition(other) == "à") return true;
    if (k == kNone || name_word(k)) return false;
    const std::string_view p = tree_.preposition(k);
    return p == "contre" || p == "against" || (opposes && (p == "à" || p == "to"));
  }

  int32_t first_complement(int32_t head) const {
    for (int32_t k : tree_.children(head))
      if (k > head && tree_.is(k, "nmod")) return k;
    return kNone;
  }

  bool followed_by_name(int32_t head) const {
    const int32_t n = head + 1;
    return n < static_cast<int32_t>(doc_.words.size()) && name_word(n) &&
           (out_.names[name_at_[n]].person() || out_.names[name_at_[n]].adjective());
  }

  void descriptions(const Sentence& s, const std::vector<std::string_view>& forms) {
    const std::vector<std::string_view> merged = contracted_forms(doc_, s.first_word, s.end_word);
    for (size_t i = 0; i < forms.size(); ++i) {
      const int32_t w = s.first_word + static_cast<int32_t>(i);
      const Word& word = doc_.words[w];
      if (name_word(w) || word.upos == Upos::kVerb || word.upos == Upos::kAux ||
          word.upos == Upos::kAdv || word.upos == Upos::kPron || word.upos == Upos::kDet ||
          word.upos == Upos::kAdp || word.upos == Upos::kPunct || word.upos == Upos::kCconj)
        continue;
      Actors::TitleMatch title = actors_.match_title(merged, i, lang_);
      Actors::AgentMatch agent = actors_.match_agent(merged, i, lang_);
      if (!title.end && !agent.end) continue;
      if (senses_.nobody(forms, i)) continue;
      around_demonym(s, merged, i, title, agent);
      // "jeûne" is no "jeune"
      if (std::max(title.end, agent.end) == i + 1 &&
          other_accents(word.lemma, title.end ? title.title.lemma : agent.agent.lemma))
        continue;
      // "au cours de": a singular of another word than the plural that the table knows; but
      // "troops" is its own dictionary form
      if (agent.end == i + 1 && title.end == 0 && agent.agent.plural &&
          word.morph.number != Number::kPlur && lower(word.form) == word.lemma &&
          word.lemma != agent.agent.lemma)
        continue;
      const size_t end = std::max(title.end, agent.end);
      if (end == 0 || (title.end >= agent.end && title.title.honorific)) continue;
      const int32_t last = s.first_word + static_cast<int32_t>(end);
      int32_t head = w;
      for (int32_t k = w; k < last; ++k) {
        const int32_t up = doc_.words[k].head;
        if ((up < w || up >= last) &&
            (doc_.words[k].upos == Upos::kNoun || doc_.words[k].upos == Upos::kPropn ||
             doc_.words[k].upos == Upos::kAdj)) {
          head = k;
          break;
        }
      }
      const Word& h = doc_.words[head];
      if (h.upos == Upos::kAdj && tree_.is(head, "amod")) continue;
      if (lang_ == Lang::kEn && tree_.is(head, "compound") && !starts_upper(h.form)) continue;
      if (tree_.is(head, "flat") && h.head < w && h.head != kNone && name_word(h.head)) continue;
      Candidate c;
      const bool by_title = title.end >= agent.end && title.end != 0;
      const bool plural =
          h.morph.number == Number::kPlur ||
          (h.morph.number == Number::kNone && (by_title ? title.title.plural : agent.agent.plural));
      const bool body = !by_title && agent.agent.kind != AgentKind::kPerson;
      if (classifier(head, plural) || (body && deverbal(head, agent.agent.sector))) {
        i = end - 1;
        continue;
      }
      const NounPhrase np = noun_phrase(doc_, tree_, head);
      c = base(CandidateKind::kDescription, head, np.span.cover(words_span(doc_, w, last)),
               std::min(np.first, w), std::max(np.end, last), MentionForm::kDescription,
               by_title ? "title" : "agent");
      c.noun_end = last;
      c.number = plural ? Number::kPlur : Number::kSing;
      c.gender = h.morph.gender;
      if (by_title) {
        c.title = true;
        c.lemma = title.title.lemma;
        c.office = title.title.office;
        c.sector = title.title.sector;
        if (c.gender == Gender::kNone) c.gender = title.title.gender;
      }
      if (agent.end != 0 && agent.end >= title.end) {
        c.agent = agent.agent.kind;
        c.country_noun = agent.agent.country;
        if (!by_title) {
          c.lemma = agent.agent.lemma;
          c.sector = agent.agent.sector;
        }
      }
      determine(c);
      modifiers(c, head);
      owners_.find(c, head);
      owners_.find_place(c, head);
      for (int32_t k = w; k < last; ++k) used_[k] = true;
      out_.list.push_back(std::move(c));
      i = end - 1;
    }
  }

  static bool other_accents(const std::string& a, const std::string& b) {
    return lower(a) != lower(b) && fold(a) == fold(b);
  }

  // "le ministre iranien des Affaires étrangères": the title reads on behind the demonym.
  void around_demonym(const Sentence& s, const std::vector<std::string_view>& forms, size_t i,
                      Actors::TitleMatch& title, Actors::AgentMatch& agent) const {
    std::vector<std::string_view> without;
    std::vector<size_t> place;
    for (size_t k = i; k < forms.size() && without.size() < 10; ++k) {
      const int32_t w = s.first_word + static_cast<int32_t>(k);
      if (name_word(w) && out_.names[name_at_[w]].adjective()) continue;
      without.push_back(forms[k]);
      place.push_back(k);
    }
    if (place.back() - i + 1 == place.size()) return;
    const Actors::TitleMatch t = actors_.match_title(without, 0, lang_);
    if (t.end > 1 && place[t.end - 1] + 1 > title.end) title = {place[t.end - 1] + 1, t.title};
    const Actors::AgentMatch a = actors_.match_agent(without, 0, lang_);
    if (a.end > 1 && place[a.end - 1] + 1 > agent.end) agent = {place[a.end - 1] + 1, a.agent};
  }

  // Determiners and numerals: definite, this, "les deux".
  void determine(Candidate& c) const {
    const int32_t head = c.mention.head;
    for (int32_t k : tree_.children(head)) {
      const Word& w = doc_.words[k];
      if (tree_.is(k, "det")) {
        if (c.gender == Gender::kNone) c.gender = w.morph.gender;
        if (w.morph.number == Number::kPlur) c.number = Number::kPlur;
        if (w.lemma == "le" || w.lemma == "the") c.definite = true;
        if (among(w.lemma, {"ce", "this", "that"})) c.definite = c.demonstrative = true;
        // "each side", "each government", but "each soldier"
        if (among(lower(w.form), {"both", "either"}) ||
            (lower(w.form) == "each" && (c.country_noun || c.agent != AgentKind::kPerson))) {
          c.count = 2;
          c.definite = true;
          c.number = Number::kPlur;
        }
      } else if (tree_.is(k, "nummod")) {
        const std::string n = lower(w.form);
        c.count = among(n, {"deux", "two", "2"})      ? 2
                  : among(n, {"trois", "three", "3"}) ? 3
                  : among(n, {"quatre", "four", "4"}) ? 4
                  : among(n, {"cinq", "five", "5"})   ? 5
                                                      : 9;
        c.number = Number::kPlur;
      }
    }
  }

  void modifiers(Candidate& c, int32_t head) const {
    for (int32_t k : tree_.children(head)) {
      if (tree_.is(k, "amod") && senses_.former(doc_.words[k].lemma)) c.former = true;
    }
    if (head > 0 && among(lower(doc_.words[head - 1].form), {"ex", "ex-"})) c.former = true;
    if (lower(doc_.words[head].form).starts_with("ex-")) c.former = true;
    c.homologue = senses_.same_office(c.lemma);
    c.relational = c.homologue || senses_.other(c.lemma) || senses_.of_two(c.lemma);
    c.rival = senses_.of_two(c.lemma);
    c.takes_up = senses_.takes_up(c.lemma);
  }

  void name(int32_t index) {
    const Name& n = out_.names[index];
    // "l'anglais", "en russe": a language
    if (lang_ == Lang::kFr && n.guess == NameGuess::kTable && !starts_upper(doc_.str(n.span)) &&
        n.reading.kind == NameKind::kPeople && !tree_.is(n.head, "amod") &&
        doc_.words[n.head].morph.number != Number::kPlur &&
        (tree_.child(n.head, "det") != kNone || tree_.preposition(n.head) == "en"))
      return;
    if (n.adjective() ||
        (n.guess == NameGuess::kTable && n.reading.kind == NameKind::kPeople &&
         tree_.child(n.head, "det") == kNone &&
         (tree_.is(n.head, "amod") || (lang_ == Lang::kFr && !starts_upper(doc_.str(n.span)))))) {
      if (!substantive(n)) {
        Candidate c =
            base(CandidateKind::kAdjective, n.head, n.span, n.first, n.end, MentionForm::kAdjective,
                 n.guess == NameGuess::kTable && n.reading.actor->type == "town" ? "town-demonym"
                                                                                 : "demonym");
        c.name = index;
        out_.list.push_back(std::move(c));
        return;
      }
    }
    const bool whole_word = n.span.size() == words_span(doc_, n.first, n.end).size();
    Candidate c =
        base(CandidateKind::kName, n.head, n.span, n.first, n.end, MentionForm::kName, rule_of(n));
    c.name = index;
    c.gender = n.gender;
    c.number = n.plural ? Number::kPlur : Number::kSing;
    if (n.guess == NameGuess::kPlace ||
        (n.guess == NameGuess::kTable && n.reading.kind == NameKind::kMetonym))
      c.mention.form = MentionForm::kMetonym;
    if (whole_word) {
      if (merge_title(c, n)) return;
      extend_left(c, n);
      if (n.guess == NameGuess::kOrganisation) {  // "l'Union ouvrière du Chili"
        c.agent = AgentKind::kBody;
        owners_.find(c, n.head);
        owners_.find_place(c, n.head);
        std::erase(c.nations, index);
      }
    }
    determine(c);
    if (n.guess == NameGuess::kTable && n.reading.kind == NameKind::kPeople) by_determiner(c);
    out_.list.push_back(std::move(c));
  }

  // "le Belge", "cette Belge": one form for both genders.
  void by_determiner(Candidate& c) const {
    for (int32_t k : tree_.children(c.mention.head)) {
      const std::string form = lower(doc_.words[k].form);
      if (among(form, {"le", "un", "ce", "cet", "du", "au"})) c.gender = Gender::kMasc;
      if (among(form, {"la", "une", "cette"})) c.gender = Gender::kFem;
    }
  }

  const char* rule_of(const Name& n) const {
    switch (n.guess) {
      case NameGuess::kTable:
        switch (n.reading.kind) {
          case NameKind::kSurname:
            return "surname";
          case NameKind::kAdjective:
            return "demonym-noun";
          case NameKind::kPeople:
            return "people";
          case NameKind::kMetonym:
            return "metonym";
          case NameKind::kProper:
            return "name";
        }
        return "name";
      case NameGuess::kPerson:
        return "unknown-person";
      case NameGuess::kOrganisation:
        return "unknown-organisation";
      case NameGuess::kPlace:
        return "place";
      case NameGuess::kUnknown:
        return "unknown-name";
    }
    return "name";
  }

  // "les Russes", "le Britannique": a demonym that heads a phrase.
  bool substantive(const Name& n) const {
    const Word& w = doc_.words[n.head];
    if (tree_.is(n.head, "amod") || tree_.is(n.head, "compound")) return false;
    if (n.first > 0 && tree_.is(n.head, "conj") && w.head != kNone && tree_.is(w.head, "amod"))
      return false;
    const bool det = tree_.child(n.head, "det") != kNone || tree_.child(n.head, "nummod") != kNone;
    if (lang_ == Lang::kFr) return starts_upper(doc_.str(n.span)) && (det || w.upos != Upos::kAdj);
    return w.upos == Upos::kPropn || w.upos == Upos::kNoun || det;
  }

  // "le président Ferrand": the title and the name are one mention, headed by what governs both.
  bool merge_title(Candidate& c, const Name& n) {
    if (!n.person()) return false;
    const int32_t sentence = doc_.words[n.head].sentence;
    for (size_t i = described_from_[sentence]; i < described_from_[sentence + 1]; ++i) {
      Candidate& d = out_.list[i];
      if (d.kind != CandidateKind::kDescription || d.name != kNone) continue;
      if (d.agent != AgentKind::kPerson || d.number == Number::kPlur) continue;
      if (d.mention.head > n.first) continue;
      bool broken = false;  // by a comma or a preposition before the name
      for (int32_t w = d.mention.head + 1; w < n.first; ++w) {
        const std::string& f = doc_.words[w].form;
        broken = broken || f == "," || f == "(" || f == ":" || f == "-" || f == "–" ||
                 doc_.words[w].upos == Upos::kVerb || doc_.words[w].upos == Upos::kAux ||
                 doc_.words[w].upos == Upos::kCconj || doc_.words[w].upos == Upos::kPron;
      }
      if (broken || doc_.words[n.first - 1].upos == Upos::kAdp ||
          doc_.words[n.first - 1].upos == Upos::kDet)
        continue;
      const int32_t dh = d.mention.head, nh = n.head;
      const bool linked = doc_.words[nh].head == dh || doc_.words[dh].head == nh ||
                          n.first == dh + 1 || n.first <= d.mention.end_word;
      if (!linked) continue;
      d.kind = CandidateKind::kName;
      d.name = c.name;
      d.mention.form = MentionForm::kName;
      d.mention.rule = std::string("title+") + c.mention.rule;
      d.mention.end_word = std::max(d.mention.end_word, n.end);
      d.mention.span = d.mention.span.cover(n.span);
      // A name that governs its title is the head, and holds the determiner and the demonym.
      if (doc_.words[dh].head == nh) {
        d.mention.head = nh;
        const NounPhrase np = noun_phrase(doc_, tree_, nh);
        if (np.first < d.mention.first_word) {
          d.mention.first_word = np.first;
          d.mention.span = words_span(doc_, np.first, d.mention.end_word);
        }
        determine(d);
        if (d.nations.empty() && d.owners.empty()) owners_.find(d, nh);
      }
      if (c.gender != Gender::kNone) d.gender = c.gender;
      d.number = Number::kSing;
      // The name itself owns nothing of its own title.
      std::erase_if(d.nations, [&](int32_t k) { return k == c.name; });
      return true;
    }
    return false;
  }

  // Takes in the determiner, adjectives and an honorific before a name.
  void extend_left(Candidate& c, const Name& n) const {
    const int32_t start = doc_.sentences[doc_.words[n.first].sentence].first_word;
    int32_t first = n.first;
    std::vector<std::string_view> forms;
    for (int32_t w = start; w < n.first; ++w) forms.push_back(doc_.words[w].form);
    while (first > start) {
      const int32_t w = first - 1;
      const auto title = actors_.match_title(forms, static_cast<size_t>(w - start), lang_);
      const bool honorific =
          title.end == static_cast<size_t>(first - start) && title.title.honorific;
      if (honorific && c.gender == Gender::kNone) c.gender = title.title.gender;
      const bool det = doc_.words[w].upos == Upos::kDet && doc_.words[w].head == c.mention.head;
      const bool adjective =
          tree_.is(w, "amod") && doc_.words[w].head == c.mention.head && !name_word(w);
      const bool number = tree_.is(w, "nummod") && doc_.words[w].head == n.head;
      if (!honorific && !det && !adjective && !number) break;
      // "M." governs the name in French trees.
      if (honorific && doc_.words[c.mention.head].head == w) c.mention.head = w;
      first = w;
    }
    c.mention.first_word = first;
    c.mention.span = words_span(doc_, first, n.end);
  }

  void pronoun(int32_t w) {
    Candidate c = base(CandidateKind::kPersonal, w, {}, w, w + 1, MentionForm::kPronoun, "pronoun");
    if (!pronouns_.read(w, out_.quoted[w], c)) return;
    used_[w] = true;
    out_.list.push_back(std::move(c));
  }

  // "killed twenty and wounded dozens", "thousands protest": of people, though no noun says so.
  void number(int32_t w) {
    const Word& word = doc_.words[w];
    if (lang_ != Lang::kEn || used_[w] || name_word(w) || word.head == kNone ||
        doc_.words[word.head].upos != Upos::kVerb || time_at(doc_, w) != kNone)
      return;
    const std::string form = lower(word.form);
    const bool more = (form == "more" || form == "others") && tree_.child(w, "nummod") != kNone;
    const bool many = word.upos == Upos::kNoun && senses_.amount(word.lemma) &&
                      (form == "dozens" || form == "hundreds" || form == "thousands" ||
                       form == "scores" || form == "dozen" || form == "millions");
    if (word.upos != Upos::kNum && !more && !many) return;
    const std::string& verb = doc_.words[word.head].lemma;
    const bool undergoes = tree_.is(w, "obj") || word.deprel == "nsubj:pass";
    if (!(undergoes && senses_.done_to_people(verb)) &&
        !(tree_.is(w, "nsubj") && senses_.done_by_many(verb)))
      return;
    for (int32_t k : tree_.children(w))
      if (k > w && tree_.is(k, "nmod") && tree_.preposition(k) == "of") return;
    const NounPhrase np = noun_phrase(doc_, tree_, w);
    Candidate c = base(CandidateKind::kDescription, w, np.span, np.first, np.end,
                       MentionForm::kDescription, "number");
    c.noun_end = np.end;
    c.number = Number::kPlur;
    c.lemma = "people";
    used_[w] = true;
    out_.list.push_back(std::move(c));
  }

  // Nouns that are nobody compete for the pronouns.
  void thing(int32_t w) {
    const Word& word = doc_.words[w];
    if (word.upos != Upos::kNoun || used_[w] || name_word(w)) return;
    if (!(tree_.is(w, "nsubj") || tree_.is(w, "obj") || tree_.is(w, "obl") || word.head == kNone))
      return;
    Candidate c =
        base(CandidateKind::kThing, w, word.span, w, w + 1, MentionForm::kDescription, "thing");
    c.gender = word.morph.gender;
    c.number = word.morph.number;
    out_.list.push_back(std::move(c));
  }

  const Document& doc_;
  const Tree& tree_;
  const Actors& actors_;
  const Pronouns pronouns_;
  const NounSenses& senses_;
  const Owners owners_;
  const ReportingLexicon& reporting_;
  const Lang lang_;
  Candidates out_;
  std::vector<int32_t> name_at_;  // the first name that covers a word
  std::vector<bool> used_;
  std::vector<size_t> described_from_;  // by sentence: its first description in the list
};

}  // namespace

Candidates find_candidates(const Document& doc, const Tree& tree, const Actors& actors,
                           const Impersonal& impersonal, const NounSenses& senses,
                           const ReportingLexicon& reporting, std::vector<Name> names) {
  return Builder(doc, tree, actors, impersonal, senses, reporting, std::move(names)).run();
}

}  // namespace selon
