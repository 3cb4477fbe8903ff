#include "mentions/appositions.h"

namespace selon {
namespace {

class Appositions {
 public:
  Appositions(const Document& doc, const Tree& tree, Candidates& candidates)
      : doc_(doc), tree_(tree), out_(candidates) {
    name_at_.assign(doc.words.size(), kNone);
    for (size_t n = 0; n < out_.names.size(); ++n)
      for (int32_t w = out_.names[n].first; w < out_.names[n].end; ++w)
        if (name_at_[w] == kNone) name_at_[w] = static_cast<int32_t>(n);
  }

  // A description set beside a name, or said of it, only describes it.
  void run() {
    for (size_t i = 0; i < out_.list.size(); ++i) {
      Candidate& c = out_.list[i];
      if (c.kind == CandidateKind::kName) {
        // "le secrétaire général, X,": the name hangs on the description
        const Word& h = doc_.words[c.mention.head];
        int32_t d = kNone;
        if (tree_.is(c.mention.head, "appos") && h.head != kNone) d = out_.at_word[h.head];
        if (d == kNone || out_.list[d].kind != CandidateKind::kDescription) d = titled(i);
        if (d != kNone && out_.list[d].kind == CandidateKind::kDescription &&
            one_kind(out_.list[d], out_.names[c.name]) && out_.list[d].number != Number::kPlur &&
            out_.list[d].apposed == kNone)
          out_.list[d].apposed = static_cast<int32_t>(i);
        continue;
      }
      if (c.kind != CandidateKind::kDescription || c.apposed != kNone) continue;
      const int32_t head = c.mention.head;
      const Word& h = doc_.words[head];
      int32_t of = kNone;
      if (tree_.is(head, "appos") || tree_.is(head, "flat")) of = h.head;
      if (tree_.child(head, "cop") != kNone && c.number != Number::kPlur)
        of = tree_.child(head, "nsubj");
      // "X, ministre de …": the parser may have hung it elsewhere
      if (of == kNone && c.mention.first_word >= 2 && tree_.child(head, "det") == kNone &&
          tree_.child(head, "case") == kNone && doc_.words[c.mention.first_word - 1].form == "," &&
          doc_.words[c.mention.first_word - 2].sentence == h.sentence &&
          name_word(c.mention.first_word - 2))
        of = out_.names[name_at_[c.mention.first_word - 2]].head;
      // "its ally the United States": a name right behind, without a comma
      const int32_t behind = c.mention.end_word;
      if (of == kNone && c.relational && c.number != Number::kPlur &&
          behind < static_cast<int32_t>(doc_.words.size()) && doc_.words[behind].form == "the" &&
          doc_.words[behind].head > behind &&
          doc_.words[doc_.words[behind].head].sentence == h.sentence &&
          name_word(doc_.words[behind].head))
        of = doc_.words[behind].head;
      if (of == kNone || of == head) continue;
      int32_t target = out_.at_word[of];
      if (target == kNone && name_word(of)) target = out_.at_word[out_.names[name_at_[of]].head];
      if (target == kNone || target == static_cast<int32_t>(i)) continue;
      const Candidate& t = out_.list[target];
      const bool person_like = t.kind == CandidateKind::kPersonal ||
                               t.kind == CandidateKind::kRelative ||
                               t.kind == CandidateKind::kDescription ||
                               (t.name != kNone && one_kind(c, out_.names[t.name]));
      if (person_like && t.apposed != static_cast<int32_t>(i)) c.apposed = target;
    }
  }

 private:
  bool name_word(int32_t w) const { return name_at_[w] != kNone; }

  // A minister is a person, a movement is an organisation.
  static bool one_kind(const Candidate& d, const Name& n) {
    if (n.guess == NameGuess::kUnknown) return true;
    const bool table = n.guess == NameGuess::kTable;
    if (d.country_noun) return table && n.reading.actor->kind == ActorKind::kCountry;
    if (d.agent == AgentKind::kPerson) return n.person();
    return n.guess == NameGuess::kOrganisation ||
           (table && (n.reading.actor->kind == ActorKind::kOrganisation ||
                      n.reading.actor->kind == ActorKind::kOutlet));
  }

  // "le commandant de la garde, Ferrand,": between commas right behind a title, wherever the parser
  // has hung it.
  int32_t titled(size_t i) const {
    const Candidate& c = out_.list[i];
    const int32_t comma = c.mention.first_word - 1;
    const int32_t behind = c.mention.end_word;
    if (comma < 1 || doc_.words[comma].form != "," ||
        behind >= static_cast<int32_t>(doc_.words.size()) || doc_.words[behind].form != "," ||
        listed(c.mention.head) || !out_.names[c.name].person())
      return kNone;
    for (size_t j = i; j-- > 0 && i - j < 12;) {
      const Candidate& d = out_.list[j];
      if (d.kind == CandidateKind::kDescription && d.title && d.definite && d.apposed == kNone &&
          reaches(d, comma))
        return static_cast<int32_t>(j);
    }
    return kNone;
  }

  // "le ministre, Ferrand et Byron": a conjunct of a list that has an "et".
  bool listed(int32_t word) const {
    if (!tree_.is(word, "conj")) return false;
    for (int32_t k : tree_.children(doc_.words[word].head))
      if (tree_.is(k, "conj") && tree_.child(k, "cc") != kNone) return true;
    return false;
  }

  // Whether only complements of the description stand before the comma.
  bool reaches(const Candidate& d, int32_t comma) const {
    if (d.mention.end_word > comma ||
        doc_.words[d.mention.head].sentence != doc_.words[comma].sentence)
      return false;
    for (int32_t w = d.mention.end_word; w < comma; ++w) {
      const Upos upos = doc_.words[w].upos;
      if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPunct ||
          upos == Upos::kCconj || upos == Upos::kPron)
        return false;
    }
    return true;
  }

  const Document& doc_;
  const Tree& tree_;
  Candidates& out_;
  std::vector<int32_t> name_at_;  // the first name that covers a word
};

}  // namespace

void find_appositions(const Document& doc, const Tree& tree, Candidates& candidates) {
  Appositions(doc, tree, candidates).run();
}

}  // namespace selon
