#include "engine/name_exchange.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "knowledge/name_sort.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

NameSort sort_of(const Actors::Name& name, Lang lang) {
  return selon::sort_of(name.text, name.kind, name.gender, name.plural, lang);
}

// ---------------------------------------------------------------- the names of the text

struct Occurrence {
  Span span;
  const Actor* actor;
  NameSort sort;
};

NameSort sort_of(const Reading& reading, Lang lang) {
  // French writes the people and the adjective alike; the tables have the adjective.
  const NameKind kind =
      reading.kind == NameKind::kPeople && lang == Lang::kFr ? NameKind::kAdjective : reading.kind;
  return selon::sort_of(reading.name, kind, reading.gender, reading.plural, lang);
}

std::vector<Occurrence> occurrences(const Document& doc, const Actors& actors) {
  const Lang lang = lang_of(doc.meta.language);
  const PartialDay day = parse_day(doc.meta.published);
  std::set<std::string_view> known;  // who the analysis found
  for (const Entity& e : doc.entities) known.insert(e.id);
  std::vector<Occurrence> out;
  for (const Sentence& sentence : doc.sentences) {
    std::vector<std::string_view> words;
    for (int32_t t = sentence.first_token; t < sentence.end_token; ++t)
      words.push_back(doc.str(doc.tokens[t].span));
    for (size_t i = 0; i < words.size();) {
      const Match match = actors.match(words, i, lang);
      if (!match) {
        ++i;
        continue;
      }
      const Reading* reading = &actors.likeliest(match, day);
      for (const Reading& r : match.readings)
        if (reading->kind == NameKind::kSurname && r.kind == NameKind::kSurname &&
            known.contains(r.actor->slug)) {
          reading = &r;
          break;
        }
      const auto token = [&](size_t at) {
        return doc.tokens[sentence.first_token + static_cast<int32_t>(at)].span;
      };
      const Span span = token(i).cover(token(match.end - 1));
      if (!reading->ambiguous) out.push_back({span, reading->actor, sort_of(*reading, lang)});
      i = match.end;
    }
  }
  return out;
}

// ---------------------------------------------------------------- pairs

class Pairing {
 public:
  Pairing(const Document& doc, const Actors& actors, const std::vector<Occurrence>& all)
      : doc_(doc), actors_(actors), lang_(lang_of(doc.meta.language)), all_(all) {
    for (const Occurrence& o : all) {
      named_.insert(o.actor);
      sorts_[o.actor].insert(o.sort);
    }
    for (const Entity& e : doc.entities)
      if (const Actor* actor = actors.find(e.id)) named_.insert(actor);
    find_tied();
  }

  std::optional<NameExchange> exchange(ActorKind kind, std::string name) {
    std::vector<const Actor*> here;  // in the order of the text
    for (const Occurrence& o : all_)
      if (o.actor->kind == kind && !tied_.contains(o.actor) &&
          std::find(here.begin(), here.end(), o.actor) == here.end())
        here.push_back(o.actor);
    std::map<const Actor*, const Actor*> partner;
    for (const Actor* a : here)
      for (const Actor* b : here)
        if (a != b && !tied_.contains(b) && !partner.contains(a) && !partner.contains(b) &&
            fit(*a, *b))
          partner[a] = b, partner[b] = a;
    for (const Actor* a : here) {
      if (partner.contains(a)) continue;
      const std::span<const Actor> table = actors_.all();
      const size_t start = a - table.data();
      for (size_t step = 1; step < table.size(); ++step) {
        const Actor& b = table[(start + step) % table.size()];
        if (b.kind != kind || named_.contains(&b) || partner.contains(&b) || !fit(*a, b)) continue;
        partner[a] = &b, partner[&b] = a;
        break;
      }
    }
    if (partner.empty()) return {};
    NameExchange out{.kind = std::move(name), .slugs = {}, .names = {}, .text = {}, .pieces = {}};
    std::set<const Actor*> done;
    for (const Actor* a : here)
      if (partner.contains(a) && !done.contains(a)) {
        out.slugs.emplace_back(a->slug, partner[a]->slug);
        done.insert({a, partner[a]});
      }
    write(partner, out);
    return out;
  }

 private:
  // Those whom an exchange of names would not exchange: the text also has them by a name that no
  // table has on its own (a first name, half of a compound: irano-cubain), or has their name for
  // somebody else (a surname that is another's first name).
  void find_tied() {
    for (const Mention& m : doc_.mentions) {
      if (m.entity == kNone) continue;
      const Actor* actor = actors_.find(doc_.entities[m.entity].id);
      const bool name = m.form == MentionForm::kName || m.form == MentionForm::kAdjective ||
                        m.form == MentionForm::kMetonym;
      const auto inside = [&](const Occurrence& o) {
        return o.actor == actor && m.span.contains(o.span);
      };
      if (actor != nullptr && name && std::none_of(all_.begin(), all_.end(), inside))
        tied_.insert(actor);
    }
    for (const Occurrence& o : all_) {
      if (o.actor->kind != ActorKind::kPerson) continue;
      bool of_other = false, of_it = false;
      for (const Mention& m : doc_.mentions)
        if (m.span.contains(o.span) && m.entity != kNone && m.form == MentionForm::kName)
          (doc_.entities[m.entity].id == o.actor->slug ? of_it : of_other) = true;
      if (of_other && !of_it) tied_.insert(o.actor);
    }
  }

  // A name of this sort that is the actor's beyond doubt.
  std::optional<std::string_view> counterpart(const Actor& actor, const NameSort& sort) const {
    for (const Actors::Name& name : actors_.names_of(actor, lang_)) {
      if (name.ambiguous || sort_of(name, lang_) != sort) continue;
      const Match match = actors_.match_name(name.text, lang_);
      const bool its_own =
          match &&
          std::all_of(match.readings.begin(), match.readings.end(),
                      [&](const Reading& r) {  // "Suisse" is a country and its people
                        return r.actor == &actor && !r.ambiguous &&
                               (r.kind == NameKind::kProper) == (sort.kind == NameKind::kProper);
                      });
      if (its_own) return name.text;
    }
    return {};
  }

  bool fits(const Actor& a, const Actor& b) const {
    const auto sorts = sorts_.find(&a);
    return sorts == sorts_.end() ||
           std::all_of(sorts->second.begin(), sorts->second.end(),
                       [&](const NameSort& sort) { return counterpart(b, sort).has_value(); });
  }

  bool fit(const Actor& a, const Actor& b) const {
    return a.gender == b.gender && a.plural == b.plural && a.plural_en == b.plural_en &&
           a.type == b.type && a.sector.empty() == b.sector.empty() &&
           (a.kind == ActorKind::kPerson || a.base.size() == b.base.size()) && fits(a, b) &&
           fits(b, a);
  }

  void write(const std::map<const Actor*, const Actor*>& partner, NameExchange& out) const {
    std::set<std::pair<std::string, std::string>> seen;
    uint32_t at = 0;
    for (const Occurrence& o : all_) {
      const auto other = partner.find(o.actor);
      if (other == partner.end()) continue;
      const std::string_view was = doc_.str(o.span);
      std::string name(*counterpart(*other->second, o.sort));
      if (all_capitals(was) && o.sort.pattern.find('A') == std::string::npos)
        name = in_capitals(name);
      else if (starts_upper(was))
        name = with_capital(name);
      out.text.append(doc_.text, at, o.span.begin - at);
      const auto begin = static_cast<uint32_t>(out.text.size());
      out.text += name;
      at = o.span.end;
      out.pieces.push_back({o.span, {begin, static_cast<uint32_t>(out.text.size())}});
      if (seen.emplace(was, name).second) out.names.emplace_back(was, name);
    }
    out.text.append(doc_.text, at);
  }

  const Document& doc_;
  const Actors& actors_;
  const Lang lang_;
  const std::vector<Occurrence>& all_;
  std::set<const Actor*> named_, tied_;
  std::map<const Actor*, std::set<NameSort>> sorts_;
};

// ---------------------------------------------------------------- claims side by side

class Signatures {
 public:
  // exchange: nullptr for the first text.
  Signatures(const Document& doc, const NameExchange* exchange) : d_(doc), exchange_(exchange) {}

  ComparedClaim of(const Claim& c) const {
    ComparedClaim out;
    out.trigger = first(c.trigger);
    std::string& s = out.signature;
    s = place(c.trigger) + ' ' + c.event + '/' + c.mode + ' ' + std::string(to_string(c.polarity)) +
        ' ' + std::string(to_string(c.certainty)) + ' ' + std::string(to_string(c.time)) +
        (c.hypothetical ? " hypothetical" : "");
    out.words = c.event + " \"" + std::string(d_.str(c.trigger)) + "\": " + names(c.actors) +
                " > " + names(c.recipients) + " (" + std::string(to_string(c.certainty)) + ", " +
                std::string(to_string(c.polarity)) + ", " + std::string(to_string(c.time)) + ')';
    s += " actors" + who(c.actors) + " recipients" + who(c.recipients) + " voices";
    std::string voices;
    for (const int32_t v : c.voices) {
      const Attribution& a = d_.attributions[v];
      s += " [" + place(a.cue) + ' ' + place(a.source) + ' ' + identity(a.entity) + ' ' + a.kind +
           ']';
      voices += (voices.empty() ? " according to " : " > ") + a.name;
    }
    out.words += voices;
    for (const int32_t t : c.when) s += " when " + place(d_.times[t].span) + d_.times[t].value;
    for (const int32_t p : c.where) s += " where " + place(d_.places[p].span);
    for (const int32_t q : c.quantities) s += " quantity " + place(d_.quantities[q].span);
    return out;
  }

 private:
  Span first(Span span) const {
    if (exchange_ == nullptr) return span;
    return {exchange_->before(span.begin), exchange_->before(span.end)};
  }
  std::string place(Span span) const {
    const Span f = first(span);
    return std::to_string(f.begin) + '-' + std::to_string(f.end);
  }
  std::string identity(int32_t entity) const {
    if (entity == kNone) return "nobody";
    const std::string& id = d_.entities[entity].id;
    if (id.starts_with("local/")) return "local";
    if (exchange_ != nullptr)
      for (const auto& [a, b] : exchange_->slugs) {
        if (id == a) return b;
        if (id == b) return a;
      }
    return id;
  }
  std::string who(const std::vector<int32_t>& mentions) const {
    std::string out;
    for (const int32_t m : mentions)
      out += " [" + place(d_.mentions[m].span) + ' ' + identity(resolve(d_, m)) + ']';
    return out;
  }
  std::string names(const std::vector<int32_t>& mentions) const {
    std::string out;
    for (const int32_t m : mentions) {
      const int32_t entity = resolve(d_, m);
      out += (out.empty() ? "" : " + ") + std::string(d_.str(d_.mentions[m].span));
      if (entity != kNone) out += " [" + d_.entities[entity].name + ']';
    }
    return out.empty() ? "-" : out;
  }

  const Document& d_;
  const NameExchange* exchange_;
};

}  // namespace

uint32_t NameExchange::before(uint32_t after) const {
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), after,
                       [](uint32_t at, const Piece& p) { return at < p.after.begin; });
  if (next == pieces.begin()) return after;
  const Piece& piece = *std::prev(next);
  if (after >= piece.after.end) return piece.before.end + (after - piece.after.end);
  if (after == piece.after.begin) return piece.before.begin;
  return std::min(piece.before.begin + (after - piece.after.begin), piece.before.end);
}

std::vector<NameExchange> draw_exchanges(const Document& document, const Actors& actors) {
  const std::vector<Occurrence> all = occurrences(document, actors);
  Pairing pairing(document, actors, all);
  constexpr std::array<std::pair<ActorKind, const char*>, 5> kKinds = {
      {{ActorKind::kCountry, "countries"},
       {ActorKind::kPeople, "peoples"},
       {ActorKind::kOrganisation, "organisations"},
       {ActorKind::kOutlet, "outlets"},
       {ActorKind::kPerson, "persons"}}};
  std::vector<NameExchange> out;
  for (const auto& [kind, name] : kKinds)
    if (auto exchange = pairing.exchange(kind, name)) out.push_back(std::move(*exchange));
  return out;
}

ExchangeComparison compare_exchanged(const Document& first, const Document& second,
                                     const NameExchange& exchange) {
  std::vector<ComparedClaim> before, after;
  const Signatures of_first(first, nullptr), of_second(second, &exchange);
  for (const Claim& c : first.claims) before.push_back(of_first.of(c));
  for (const Claim& c : second.claims) after.push_back(of_second.of(c));
  ExchangeComparison out;
  const auto take = [&](const auto& same) {  // the first of `after` that is so
    const auto found = std::find_if(after.begin(), after.end(), same);
    std::optional<ComparedClaim> taken;
    if (found != after.end()) {
      taken = std::move(*found);
      after.erase(found);
    }
    return taken;
  };
  std::vector<ComparedClaim> left;
  for (ComparedClaim& c : before) {
    if (take([&](const ComparedClaim& o) { return o.signature == c.signature; }))
      ++out.unchanged;
    else
      left.push_back(std::move(c));
  }
  for (ComparedClaim& c : left) {
    auto other = take([&](const ComparedClaim& o) { return o.trigger == c.trigger; });
    out.changed.emplace_back(std::move(c), other ? std::move(*other) : ComparedClaim{});
  }
  for (ComparedClaim& c : after) out.changed.emplace_back(ComparedClaim{}, std::move(c));
  return out;
}

Result<Document> code_text(const Analyzer& analyzer, const Document& document,
                           const std::string& text) {
  RawArticle raw;
  raw.bytes = text;
  raw.sha256 = document.meta.sha256;
  raw.given = document.meta;
  Result<Document> out = analyzer.read(std::move(raw), {});
  if (!out) return out;
  if (Status analyzed = analyzer.analyze(*out); !analyzed) return analyzed.error();
  return out;
}

}  // namespace selon
