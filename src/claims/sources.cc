#include "claims/sources.h"

#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "mentions/lookup.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

// Pronouns by lower-case form, clitics with their hyphens off.
constexpr std::array<std::string_view, 20> kSpeakerHimself = {
    "je", "j'", "nous", "moi", "me",  "tu",         "vous", "te", "toi",    "i",
    "we", "us", "you",  "my",  "our", "nous-mêmes", "y",    "en", "myself", "ourselves"};
constexpr std::array<std::string_view, 22> kNothing = {
    "ce",    "c'",    "cela",   "ça",   "ceci", "rien",    "personne", "nul",
    "nulle", "aucun", "aucune", "this", "that", "nothing", "nobody",   "no",
    "none",  "what",  "qu'",    "que",  "quoi", "which"};
constexpr std::array<std::string_view, 3> kAnyone = {"on", "l'on", "one"};
constexpr std::array<std::string_view, 22> kThird = {
    "il",        "elle",     "ils",      "elles",    "lui",       "leur",     "he",       "she",
    "they",      "it",       "him",      "her",      "them",      "celui-ci", "celle-ci", "ceux-ci",
    "celles-ci", "celui-là", "celle-là", "lui-même", "elle-même", "eux"};
constexpr std::array<std::string_view, 3> kInterrogative = {"qui", "who", "whom"};

// Participles that say who gave a document to the world: "révélées par X", "published by X".
bool gives_out(const Tree& tree, const Document& doc, int32_t participle) {
  return tree.is(participle, "acl") && doc.words[participle].morph.verb_form != VerbForm::kInf;
}

bool government_sector(const Entity& e) {
  constexpr std::array<std::string_view, 6> kState = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"};
  return !e.country.empty() && among(e.sector, kState);
}

std::string bare(std::string_view form) {
  std::string out = lower(form);
  while (out.starts_with('-')) out.erase(0, 1);
  if (out.starts_with("t-")) out.erase(0, 2);
  return out;
}

}  // namespace

std::string voice_kind(const Entity& e) {
  switch (e.kind) {
    case EntityKind::kPerson:
      return "person";
    case EntityKind::kOutlet:
      return "outlet";
    case EntityKind::kState:
      return "government";
    case EntityKind::kOrganisation:
      return government_sector(e) ? "government" : "organisation";
    case EntityKind::kPeople:
      return "unnamed";
    case EntityKind::kUnknown:
      break;
  }
  return e.code.size() > 3 && government_sector(e) ? "government" : "unnamed";
}

std::string SourceReader::text(const WordSet& words) const {
  std::string out;
  bool gap = false;
  for (char c : doc_.str(words.span(doc_))) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += c;
    }
  }
  return out;
}

void SourceReader::name_entity(Source& source, int32_t entity) const {
  source.entity = entity;
  source.name = doc_.entities[entity].name;
  source.kind = voice_kind(doc_.entities[entity]);
}

std::optional<Source> SourceReader::pronoun(int32_t head) const {
  const Word& w = word(head);
  const std::string form = bare(w.form);
  if (among(form, kSpeakerHimself) || among(form, kNothing) || among(form, kInterrogative))
    return std::nullopt;
  if (w.morph.person == 1 || w.morph.person == 2) return std::nullopt;
  for (int32_t c : tree_.children(head))  // "both of which"
    if (word(c).lemma == "which" || word(c).lemma == "whom") return std::nullopt;
  Source source{.head = head, .words = WordSet(head, head + 1)};
  source.kind = "unnamed";
  if (among(form, kAnyone)) return source;
  source.pronoun = among(form, kThird);
  const NounPhrase np = noun_phrase(doc_, tree_, head);
  source.words = WordSet(np.first, np.end);
  source.name = source.pronoun ? form : text(source.words);  // "-t-il" → "il"
  if (const int32_t m = mention_at_head(doc_, head); m != kNone)
    if (const int32_t e = resolve(doc_, m); e != kNone) name_entity(source, e);
  return source;
}

std::optional<Source> SourceReader::owner(int32_t head, int depth) const {
  if (depth > 3) return std::nullopt;
  const auto known = [&](int32_t w) -> std::optional<Source> {
    std::optional<Source> s = read(w, false, depth + 1);
    return s && !s->name.empty() ? s : std::nullopt;
  };
  for (int32_t c : tree_.children(head)) {
    const std::string_view preposition = tree_.preposition(c);
    if (tree_.is(c, "nmod") &&
        (preposition == "de" || preposition == "of" || preposition == "by" ||
         preposition == "par" || preposition == "from" || preposition == "d'" ||
         word(c).deprel == "nmod:poss" || preposition.empty()))
      if (auto s = known(c)) return s;
    const bool names = tree_.is(c, "amod") || tree_.is(c, "compound") || tree_.is(c, "flat") ||
                       tree_.is(c, "appos") || word(c).morph.possessive;
    if (names && mention_at_head(doc_, c) != kNone)
      if (auto s = known(c)) return s;
    if (gives_out(tree_, doc_, c)) {
      for (int32_t agent : tree_.children(c)) {
        const std::string_view by = tree_.preposition(agent);
        const bool relative = word(c).deprel == "acl:relcl";  // "dont disposent les services"
        const bool acts = word(agent).deprel == "obl:agent" || by == "par" || by == "by" ||
                          (relative && (tree_.is(agent, "nsubj") || tree_.is(agent, "obj")));
        if (acts)
          if (auto s = known(agent)) return s;
      }
    }
  }
  return std::nullopt;
}

// "the main news agency Northern Wire (NW)", "the head of the union, Jane Doe": a name behind its
// noun that no table knows; empty.
std::string SourceReader::apposed_name(int32_t head) const {
  if (word(head).upos != Upos::kNoun) return {};
  for (int32_t c : tree_.children(head)) {
    if (c < head || !tree_.is(c, "appos") || word(c).upos != Upos::kPropn) continue;
    const NounPhrase own = noun_phrase(doc_, tree_, c);
    int32_t end = own.first;
    while (end < own.end && word(end).upos != Upos::kPunct) ++end;
    const bool aside = own.first > 0 && word(own.first - 1).form == "(";
    if (own.first > head && !aside && starts_upper(word(own.first).form))
      return text(WordSet(own.first, end));
  }
  return {};
}

// "aucun responsable", "no official": who says nothing is no voice.
bool SourceReader::nobody(int32_t head) const {
  for (int32_t c : tree_.children(head))
    if (tree_.is(c, "det") &&
        among(bare(word(c).form), {"aucun", "aucune", "nul", "nulle", "no", "neither"}))
      return true;
  return false;
}

std::optional<Source> SourceReader::read(int32_t head, bool lenient) const {
  return read(head, lenient, 0);
}

std::optional<Source> SourceReader::read(int32_t head, bool lenient, int depth) const {
  if (head == kNone || depth > 3) return std::nullopt;
  const Word& w = word(head);
  const int32_t mention = mention_at_head(doc_, head);
  if (w.upos == Upos::kPron || (w.upos == Upos::kDet && mention == kNone)) return pronoun(head);
  if (w.upos == Upos::kVerb || w.upos == Upos::kAux || w.upos == Upos::kPunct) {
    if (mention == kNone) return std::nullopt;
  }

  Source source{.head = head};
  const NounPhrase np = noun_phrase(doc_, tree_, head);
  source.words = WordSet(np.first, np.end);
  source.kind = "unnamed";
  if (nobody(head)) return source;
  const SourceNoun noun = lexicon_.source_noun(lower(w.lemma));
  const bool written = noun == SourceNoun::kDocument || noun == SourceNoun::kWords;
  if (written) {
    if (auto who = owner(head, depth)) {
      source.entity = who->entity;
      source.name = who->name;
      source.kind = who->kind;
      return source;
    }
    if (noun == SourceNoun::kDocument) {
      source.name = text(source.words);
      for (int32_t c : tree_.children(head))
        source.anaphoric |= tree_.is(c, "det") && word(c).morph.definite;
    }
    return source;
  }

  const int32_t entity = mention == kNone ? kNone : resolve(doc_, mention);
  if (entity != kNone) {
    name_entity(source, entity);
    if (!starts_upper(source.name)) {  // known by a description only
      if (noun == SourceNoun::kOutlet) source.kind = "outlet";
      if (noun == SourceNoun::kBody) source.kind = "organisation";
      if (noun == SourceNoun::kUnnamed) source.kind = "unnamed";
      if (const std::string name = apposed_name(head); !name.empty()) {
        source.name = name;
        if (source.kind == "unnamed") source.kind = "person";
        return source;
      }
    }
    // "Paris et Berlin": both
    std::string names = source.name;
    for (int32_t m : conjunct_mentions(doc_, head)) {
      const int32_t other = resolve(doc_, m);
      if (other == kNone || other == entity || doc_.mentions[m].form == MentionForm::kAdjective)
        continue;
      bool list = false;  // behind a comma the tree's conjunct may be somebody else's subject
      for (int32_t between = head; between < doc_.mentions[m].head; ++between)
        list |= word(between).form == ",";
      if (!list && word(doc_.mentions[m].head).deprel.starts_with("conj"))
        names += " and " + doc_.entities[other].name;
    }
    source.name = names;
    return source;
  }
  // "le porte-parole de l'armée, Jean Morel": the apposition knows the name
  for (int32_t c : tree_.children(head))
    if (tree_.is(c, "appos") || tree_.is(c, "flat"))
      if (const int32_t m = mention_at_head(doc_, c); m != kNone && m != mention)
        if (const int32_t e = resolve(doc_, m); e != kNone) {
          name_entity(source, e);
          return source;
        }
  source.name = text(source.words);
  if (const std::string name = apposed_name(head); !name.empty()) source.name = name;
  if (w.upos == Upos::kPropn) {
    source.kind = "person";
    return source;
  }
  switch (noun) {
    case SourceNoun::kOutlet:
      source.kind = "outlet";
      return source;
    case SourceNoun::kBody:
      source.kind = "organisation";
      return source;
    case SourceNoun::kUnnamed:
      return source;
    default:
      break;
  }
  if (lenient &&
      (w.upos == Upos::kNoun || w.upos == Upos::kAdj || w.upos == Upos::kNum || w.upos == Upos::kX))
    return source;
  return std::nullopt;
}

bool SourceReader::is_actor(int32_t head) const {
  if (head == kNone) return false;
  if (const int32_t m = mention_at_head(doc_, head); m != kNone) return true;
  const Word& w = word(head);
  if (w.upos == Upos::kPropn) return true;
  const SourceNoun noun = lexicon_.source_noun(lower(w.lemma));
  return noun == SourceNoun::kUnnamed || noun == SourceNoun::kOutlet || noun == SourceNoun::kBody;
}

}  // namespace selon
