#include "mentions/quantities.h"

#include <algorithm>
#include <optional>

#include "base/table.h"
#include "base/utf8.h"

namespace selon {

Result<QuantityWords> QuantityWords::open(const std::string& data_dir,
                                          const std::string& language) {
  QuantityWords out;
  const std::string folder = data_dir + "/lang/" + language;
  Status units = read_table(folder + "/units.tsv", 3, 3, [&](const Row& row) -> std::string {
    if (row[0].empty() || row[1].empty()) return "no form or no unit";
    if (row[2] == "measure")
      out.table_.add(Kind::kMeasure, row[0], row.string(1));
    else if (row[2] == "sign")
      out.table_.add(Kind::kSign, row[0], row.string(1));
    else if (row[2] == "noun")
      out.table_.add(Kind::kNoun, row[0], row.string(1));
    else
      return "unknown kind " + row.string(2);
    return {};
  });
  if (!units) return units.error();
  Status bounds = read_table(folder + "/bounds.tsv", 3, 3, [&](const Row& row) -> std::string {
    if (row[1] != "min" && row[1] != "max" && row[1] != "about") return "unknown bound";
    if (row[0].empty() || (row[2] != "before" && row[2] != "behind")) return "bad place";
    out.table_.add(row[2] == "before" ? Kind::kBefore : Kind::kBehind, row[0], row.string(1));
    return {};
  });
  if (!bounds) return bounds.error();
  out.table_.finish();
  return out;
}

bool QuantityWords::joins_figures(std::string_view form, bool figures_before) const {
  if (const std::vector<Phrase>* list = table_.starting(form))
    for (const Phrase& p : *list)
      if (p.size() == 1 && (p.kind == Kind::kSign || (figures_before && p.kind == Kind::kMeasure)))
        return true;
  return false;
}

std::string_view QuantityWords::noun_unit(std::string_view lemma) const {
  if (const std::vector<Phrase>* list = table_.starting(lemma))
    for (const Phrase& phrase : *list)
      if (phrase.kind == Kind::kNoun && phrase.size() == 1) return phrase.value;
  return "item";
}

namespace {

using Words = QuantityWords;

bool is_of(std::string_view form) {
  return form == "de" || form == "d'" || form == "of" || form == "des" || form == "du";
}

Approx parse_bound(std::string_view name) {
  return name == "min" ? Approx::kMin : name == "max" ? Approx::kMax : Approx::kAbout;
}

class SentenceReader {
 public:
  SentenceReader(Document& doc, const Words& words, const NumberWords& numbers, int32_t sentence)
      : doc_(doc),
        words_(words),
        numbers_(numbers),
        s_(doc, sentence,
           [&](std::string_view word, bool before) { return words.joins_figures(word, before); }) {}

  // `taken`: spans of dates and clock times, in text order.
  void run(const std::vector<Span>& taken) {
    auto next = taken.begin();
    for (size_t i = 0; i < s_.size();) {
      const Span token = s_.span(i, i + 1);
      while (next != taken.end() && next->end <= token.begin) ++next;
      if (next != taken.end() && next->overlaps(token)) {
        ++i;
        continue;
      }
      const size_t end = read(i);
      i = end > i ? end : i + 1;
    }
  }

 private:
  // What is counted: tokens [begin, end) with the noun at `head`.
  struct Counted {
    size_t begin = 0, head = 0, end = 0;
    std::string unit;
  };

  std::optional<SpokenNumber> number(size_t i) const {
    if (i >= s_.size()) return std::nullopt;
    const std::string_view form = s_.form(i);
    const bool digit = !form.empty() && form[0] >= '0' && form[0] <= '9';
    const bool lead = form == "a" || form == "des" || form == "les" || form == "half";
    if (!digit && !lead && !numbers_.known(form)) return std::nullopt;
    std::optional<SpokenNumber> n = numbers_.read(s_, i);
    if (n && n->ordinal) return std::nullopt;
    return n;
  }

  // The quantity that begins at token i, if any; returns where reading goes on.
  size_t read(size_t i) {
    const std::optional<SpokenNumber> first = number(i);
    if (!first) return i;
    SpokenNumber n = *first;
    double low = n.value, high = n.value;
    bool range = false;
    size_t end = n.end;
    Approx approx = Approx::kExact;
    // "entre 3 et 5", "3 à 5", "3-5": the second number's scale is the first one's too
    const bool opened = i > 0 && (s_.form(i - 1) == "entre" || s_.form(i - 1) == "between" ||
                                  s_.form(i - 1) == "de" || s_.form(i - 1) == "from");
    // "between 10 dollars and 20 dollars": the unit stands behind both
    if (const Words::Phrase* p = unit_behind(end)) {
      const std::string_view then = s_.form(end + p->size());
      const std::optional<SpokenNumber> second = number(end + p->size() + 1);
      const Words::Phrase* same = second ? unit_behind(second->end) : nullptr;
      if (same && same->value == p->value && then != "ou" && then != "or" &&
          (opened || (then != "et" && then != "and")))
        end += p->size();
    }
    const std::string_view joint = s_.form(end);
    if (joint == "a" || joint == "to" || joint == "-" || joint == "–" || joint == "ou" ||
        joint == "or" || (opened && (joint == "et" || joint == "and"))) {
      const std::optional<SpokenNumber> second = number(end + 1);
      if (second && !second->collective && !second->article && !n.collective) {
        double start = n.value;
        if (start < 1000)
          for (double scale : {1e3, 1e6, 1e9, 1e12})
            if (second->value >= scale && start * scale < second->value &&
                second->value / scale < 1000)
              start *= scale;
        if (start < second->value) {
          low = start;
          high = second->value;
          n.value = (low + high) / 2;
          end = second->end;
          range = true;
          approx = Approx::kAbout;
        }
      }
    }
    // Signs before: "$ 3"
    size_t begin = i;
    std::string unit;
    if (const Words::Phrase* sign = words_.find_before(Words::Kind::kSign, s_, i)) {
      unit = sign->value;
      begin -= sign->size();
    }
    // Bounds before and behind, the article
    if (const Words::Phrase* bound = words_.find_before(Words::Kind::kBefore, s_, begin)) {
      if (!range) approx = parse_bound(bound->value);
      begin -= bound->size();
    } else if (n.collective && !range) {
      approx = n.plural ? Approx::kMin : Approx::kAbout;
    }
    if (opened && range) --begin;
    if (n.article && approx == Approx::kExact) return n.end;
    std::optional<Counted> counted;
    if (!unit.empty()) {
      counted = Counted{end, end, end, unit};
    } else {
      counted = measure(end);
      if (!counted && !n.article && (n.value != 1 || n.figures)) counted = noun(i, end);
    }
    if (!counted) {
      if (approx == Approx::kExact || n.value < 3 || n.article || number_of_name(i)) return end;
      counted = Counted{end, end, end, "item"};  // "plus de 300 sont morts"
    }
    below_zero(begin, n.value, low, high, *counted);
    if (const Words::Phrase* behind = words_.find(Words::Kind::kBehind, s_, counted->end);
        behind && approx == Approx::kExact) {
      approx = parse_bound(behind->value);
      counted->end += behind->size();
    }
    const std::string_view det = begin > 0 ? s_.form(begin - 1) : std::string_view();
    if (det == "les" || det == "ces" || det == "the" || det == "these" || det == "those" ||
        det == "ses" || det == "leurs" || det == "nos" || det == "their" || det == "its")
      --begin;
    Quantity q;
    q.span = s_.span(begin, std::max(counted->end, end));
    q.value = n.value;
    q.low = low;
    q.high = high;
    q.unit = counted->unit;
    if (counted->end > counted->begin) q.of = doc_.str(s_.span(counted->begin, counted->end));
    q.approx = approx;
    q.rule = range ? "range" : n.collective ? "collective" : "number";
    doc_.quantities.push_back(std::move(q));
    return std::max(end, counted->head + 1 > counted->end ? end : counted->head + 1);
  }

  const Words::Phrase* unit_behind(size_t at) const {
    const Words::Phrase* p = words_.find(Words::Kind::kMeasure, s_, at);
    return p ? p : words_.find(Words::Kind::kSign, s_, at);
  }

  // "-10 °C", "moins dix degrés", "ten degrees below zero"
  void below_zero(size_t& begin, double& value, double& low, double& high, Counted& counted) {
    if (counted.unit != "celsius" && counted.unit != "fahrenheit" && counted.unit != "degree")
      return;
    const std::string_view before = begin > 0 ? s_.form(begin - 1) : std::string_view();
    size_t behind = counted.end;
    for (std::string_view word : {"en", "dessous", "de", "below"})
      if (s_.form(behind) == word) ++behind;
    const bool below = behind > counted.end && s_.form(behind) == "zero";
    if (before == "moins" || before == "minus" ||
        ((before == "-" || before == "−") && s_.glued(begin)))
      --begin;
    else if (below)
      counted.begin = counted.end = behind + 1;
    else
      return;
    value = -value;
    std::swap(low, high);
    low = -low;
    high = -high;
  }

  // "3 km", "3 millions d'euros", "40 % des voix"
  std::optional<Counted> measure(size_t at) const {
    size_t unit_at = at;
    const Words::Phrase* p = words_.find(Words::Kind::kMeasure, s_, unit_at);
    if (!p) p = words_.find(Words::Kind::kSign, s_, unit_at);
    if (!p && is_of(s_.form(at))) p = words_.find(Words::Kind::kMeasure, s_, unit_at = at + 1);
    if (!p && s_.form(at) == "-" && s_.glued(at))  // "a 12-day war"
      p = words_.find(Words::Kind::kMeasure, s_, unit_at = at + 1);
    if (!p) return std::nullopt;
    if (p->forms[0].size() == 1 && p->forms[0] != "%" && p->forms[0] != "m" &&
        p->kind == Words::Kind::kMeasure && !s_.glued(unit_at) && unit_at + 1 < s_.size() &&
        s_.form(unit_at + 1) == "'")
      return std::nullopt;
    Counted c;
    c.unit = p->value;
    c.head = unit_at + p->size() - 1;
    c.begin = c.end = unit_at + p->size();
    // What it is a measure of: the noun phrase behind "de".
    if (is_of(s_.form(c.end)) && c.end + 1 < s_.size()) {
      const std::optional<size_t> noun = noun_behind(c.end + 1);
      if (noun) {
        c.begin = c.end + 1;
        c.end = phrase_end(*noun);
      }
    }
    return c;
  }

  // The first noun at or shortly behind `at`, over articles and adjectives.
  std::optional<size_t> noun_behind(size_t at) const {
    for (size_t k = at; k < s_.size() && k < at + 5; ++k) {
      const Upos upos = s_.word(k).upos;
      size_t first = 0;
      if ((upos == Upos::kNoun || upos == Upos::kPropn) && is_letter(decode(s_.form(k), first)))
        return k;
      if (upos != Upos::kAdj && upos != Upos::kDet && upos != Upos::kNum) return std::nullopt;
    }
    return std::nullopt;
  }

  // The noun that a number [i, end) counts: behind it, perhaps over an adjective or "de".
  std::optional<Counted> noun(size_t i, size_t end) const {
    size_t at = end;
    if (is_of(s_.form(at)) || (s_.form(at) == "-" && s_.glued(at))) ++at;
    std::optional<size_t> found = noun_behind(at);
    if (!found) return std::nullopt;
    // "700 asylum seekers": the noun that the number hangs on, where that stands further on
    const int32_t governor = s_.word(end - 1).head;
    for (size_t k = *found + 1; governor != kNone && k < s_.size() && k < *found + 4; ++k)
      if (doc_.tokens[s_.token(k)].first_word == governor) found = k;
    if (s_.word(*found).upos == Upos::kPropn) return std::nullopt;
    // "en 1999 Paris", "article 5 loi": a number that belongs to what stands before it counts
    // nothing
    if (number_of_name(i)) return std::nullopt;
    Counted c;
    c.begin = at;
    c.head = *found;
    c.end = phrase_end(*found);
    c.unit = words_.noun_unit(fold(s_.word(*found).lemma));
    return c;
  }

  // Whether the parser hangs the number on a noun to its left: "article 5", "Louis 14".
  bool number_of_name(size_t i) const {
    const int32_t w = doc_.tokens[s_.token(i)].first_word;
    const Word& word = doc_.words[w];
    return word.head != kNone && word.head < w && word.upos == Upos::kNum &&
           (word.deprel.starts_with("nummod") || word.deprel.starts_with("flat") ||
            word.deprel == "nmod" || word.deprel == "appos");
  }

  // Behind the last word of the noun's phrase: what hangs below the noun and follows it without a
  // gap, but no clause, apposition or list.
  size_t phrase_end(size_t noun) const {
    size_t end = noun + 1;
    while (end < s_.size() && belongs(end, noun)) ++end;
    while (end > noun + 1) {  // no dangling preposition, article or comma
      const Upos upos = s_.word(end - 1).upos;
      if (upos != Upos::kAdp && upos != Upos::kDet && upos != Upos::kPunct) break;
      --end;
    }
    return end;
  }
  bool belongs(size_t token, size_t noun) const {
    const int32_t root = doc_.tokens[s_.token(noun)].first_word;
    int32_t w = doc_.tokens[s_.token(token)].first_word;
    for (int step = 0; step < 12 && w != kNone && w != root; ++step) {
      const Word& word = doc_.words[w];
      const std::string_view rel = word.deprel;
      if (word.upos == Upos::kPunct && rel == "punct") return false;
      if (rel.starts_with("acl:relcl") || rel.starts_with("conj") || rel.starts_with("appos") ||
          rel.starts_with("parataxis") || rel.starts_with("obl") || rel.starts_with("advcl") ||
          rel.starts_with("cc"))
        return false;
      if (rel.starts_with("acl") && word.morph.tense != Tense::kPast) return false;
      if (rel.starts_with("nmod") && !led_by_of(w)) return false;
      w = word.head;
    }
    return w == root;
  }

  // Whether the word's preposition is "de" or "of", or it has none.
  bool led_by_of(int32_t word) const {
    const Sentence& sentence = doc_.sentences[doc_.words[word].sentence];
    for (int32_t k = sentence.first_word; k < word; ++k)
      if (doc_.words[k].head == word && doc_.words[k].deprel == "case")
        return doc_.words[k].lemma == "de" || doc_.words[k].lemma == "of";
    return true;
  }

  Document& doc_;
  const Words& words_;
  const NumberWords& numbers_;
  const FoldedSentence s_;
};

}  // namespace

Result<QuantityFinder> QuantityFinder::open(const std::string& data_dir) {
  const auto open_one = [&](const std::string& language) -> Result<Language> {
    Result<QuantityWords> words = QuantityWords::open(data_dir, language);
    if (!words) return words.error();
    Result<NumberWords> numbers = NumberWords::open(data_dir, language);
    if (!numbers) return numbers.error();
    return Language{std::move(*words), std::move(*numbers)};
  };
  Result<ByLanguage<Language>> languages = ByLanguage<Language>::open(open_one);
  if (!languages) return languages.error();
  return QuantityFinder(std::move(*languages));
}

void QuantityFinder::find(Document& doc) const {
  const Language& language = languages_.of(doc);
  std::vector<Span> taken;
  for (const TimeExpression& t : doc.times)
    if (t.kind != TimeKind::kDuration) taken.push_back(t.span);
  std::sort(taken.begin(), taken.end());
  for (size_t k = 0; k < doc.sentences.size(); ++k) {
    const auto first = std::lower_bound(taken.begin(), taken.end(), doc.sentences[k].span.begin,
                                        [](Span s, uint32_t at) { return s.end <= at; });
    const auto last = std::lower_bound(first, taken.end(), doc.sentences[k].span.end,
                                       [](Span s, uint32_t at) { return s.begin < at; });
    SentenceReader(doc, language.words, language.numbers, static_cast<int32_t>(k))
        .run(std::vector<Span>(first, last));
  }
}

}  // namespace selon
