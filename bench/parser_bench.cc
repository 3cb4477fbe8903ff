// What the parser costs on one core: the network of each processor family against what its
// multiply–adds allow, and all of `selon parse` from raw text to CoNLL-U, stage by stage.
//
//   parser_bench samples/            the French articles of the folders given
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "document/conllu.h"
#include "intake/inputs.h"
#include "intake/intake.h"
#include "intake/tables.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "syntax/lemmatizer.h"
#include "syntax/name_mask.h"
#include "syntax/network.h"
#include "syntax/parser.h"
#include "text/text_splitter.h"

namespace selon {
namespace {

constexpr double kSeconds = 3;            // how long each measure goes round
constexpr std::size_t kBatchWords = 128;  // as in syntax/parser.cc
constexpr std::size_t kPeakDepth = 576;   // the depth of the layers' products

// Seconds of this thread's processor time: what else the machine does does not count.
double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

// The best of several rounds, as others' work on the machine only ever slows one.
template <typename F>
double seconds_of(F f) {
  double best = 1e9;
  for (double begin = now(); now() - begin < kSeconds;) {
    const double start = now();
    f();
    best = std::min(best, now() - start);
  }
  return best;
}

// Of the products with matrices, for each word; those of attention and arcs, which grow with the
// sentence, are a hundredth of them.
std::size_t multiply_adds(const Model& m) {
  std::size_t out = 0;
  const auto add = [&](const ByteMatrix& matrix) { out += matrix.columns * matrix.depth; };
  for (const Model::Layer& layer : m.layers) {
    add(layer.values), add(layer.gates);
    if (layer.attention) add(layer.attention->inward), add(layer.attention->outward);
  }
  const Model::Heads& h = m.heads.front();
  for (const ByteMatrix* head :
       {&h.upos, &h.feats, &m.script_head, &h.arc_head, &h.arc_dependent, &h.label_head,
        &h.label_dependent, &h.arc_matrix, &h.label_pair, &h.label_of_head, &h.label_alone})
    add(*head);
  return out;
}

// Multiply–adds a second of the kernel alone, its panel and rows in the nearest cache.
double peak(const Kernels& k) {
  const std::vector<std::int8_t> codes(kPanel * kPeakDepth, 1);
  const std::vector<float> scale(kPanel, 1.0f), rows(12 * kPeakDepth, 1.0f);
  const ByteMatrix m(codes, scale, {}, kPanel, kPeakDepth);
  ByteRows in;
  in.round(k, rows.data(), 12, kPeakDepth, kPeakDepth);
  std::vector<float> out(12 * kPanel);
  constexpr int kTimes = 1000;
  const double seconds = seconds_of([&] {
    for (int i = 0; i < kTimes; ++i) k.byte_product(in.with(m), false, out.data(), kPanel);
  });
  return 12.0 * kPanel * kPeakDepth * kTimes / seconds;
}

// The network and its trees as the parser asks for them: scripts where no lemma was seen.
void run(const Network& network, const Lemmatizer& lemmatizer, const std::vector<Forms>& batch,
         Network::Workspace& space, const Model& model) {
  auto out = network.run(batch, space);
  std::vector<Network::Place> unseen;
  for (std::size_t s = 0; s < out.size(); ++s) {
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      if (!lemmatizer.seen(batch[s][i], model.upos[out[s][i].upos])) unseen.push_back({s, i});
    }
  }
  network.add_scripts(unseen, space, out);
}

struct Articles {
  std::vector<Document> raw;
  std::vector<Document> split;  // the same, with words
  std::size_t words = 0;
};

// Raw text to CoNLL-U; returns the bytes written, and the time of each stage if asked.
std::size_t parse_all(const Articles& articles, const TextSplitter& splitter, const Parser& parser,
                      const NameMask& mask, std::map<std::string, double>* seconds) {
  std::size_t bytes = 0;
  double last = now();
  const auto lap = [&](const char* stage) {
    if (seconds == nullptr) return;
    (*seconds)[stage] += now() - last;
    last = now();
  };
  for (const Document& raw : articles.raw) {
    Document document = raw;
    lap("copy");
    splitter.split(document);
    lap("sentences, tokens");
    parser.decide_contractions(document, &mask);
    lap("contractions");
    parser.parse_words(document, &mask);
    lap("parse");
    bytes += write_conllu(document).size();
    lap("CoNLL-U");
  }
  return bytes;
}

int measure(const std::vector<std::string>& paths) {
  const auto fail = [](const Error& error) {
    std::fprintf(stderr, "%s\n", error.to_string().c_str());
    return 1;
  };
  const auto dir = find_data_dir();
  if (!dir) return fail(dir.error());
  const std::string model_path = *dir + "/models/fr.selon-model";
  const std::string lexicon_path = *dir + "/lexicon.fr.bin";
  const auto model = Model::open(model_path);
  if (!model) return fail(model.error());
  const auto lexicon = Lexicon::open(lexicon_path);
  if (!lexicon) return fail(lexicon.error());
  const auto parser =
      Parser::open({.model = model_path, .lexicon = lexicon_path, .data_dir = *dir});
  if (!parser) return fail(parser.error());
  const auto splitter = TextSplitter::open(*dir);
  if (!splitter) return fail(splitter.error());
  const auto actors = Actors::open(*dir);
  if (!actors) return fail(actors.error());
  const auto mask = NameMask::open(*dir, *actors);
  if (!mask) return fail(mask.error());
  const auto tables = IntakeTables::open(*dir);
  if (!tables) return fail(tables.error());

  Articles articles;
  Inputs inputs(paths, {});
  while (auto article = inputs.next()) {
    if (!*article) continue;
    auto document = make_document(std::move(**article), {}, *tables, &*actors);
    if (!document || document->meta.language != "fr") continue;
    articles.raw.push_back(*document);
    splitter->split(*document);
    parser->decide_contractions(*document, &*mask);
    articles.words += document->words.size();
    articles.split.push_back(std::move(*document));
  }
  if (articles.words == 0) {
    std::fprintf(stderr, "no French article in the files given\n");
    return 1;
  }
  const auto words = static_cast<double>(articles.words);
  const double work = static_cast<double>(multiply_adds(*model));
  std::printf("%zu French articles, %zu words; %.2f million multiply-adds a word\n",
              articles.raw.size(), articles.words, work / 1e6);

  std::vector<std::vector<Forms>> batches(1);
  std::size_t filled = 0;
  for (const Document& document : articles.split) {
    for (const Sentence& sentence : document.sentences) {
      Forms forms;
      for (int32_t w = sentence.first_word; w < sentence.end_word; ++w)
        forms.push_back(document.words[w].form);
      if (filled + forms.size() > kBatchWords && filled > 0) batches.emplace_back(), filled = 0;
      filled += forms.size();
      batches.back().push_back(std::move(forms));
    }
  }
  std::printf("%-14s %14s %16s %20s\n", "", "Gop/s, kernel", "limit, words/s", "network and trees");
  for (const Kernels* k : available_kernels()) {
    const Network network(*model, *lexicon, model->default_treebank, *k);
    const Lemmatizer lemmatizer(*model, *lexicon);
    Network::Workspace space;
    const double limit = peak(*k) / work;
    const double got = words / seconds_of([&] {
                         for (const auto& batch : batches)
                           run(network, lemmatizer, batch, space, *model);
                       });
    std::printf("%-14s %14.0f %16.0f %13.0f (%2.0f %%)\n", k->name, 2 * limit * work / 1e9, limit,
                got, 100 * got / limit);
  }

  std::map<std::string, double> stages;
  int rounds = 0;
  const double all = seconds_of([&] {
    parse_all(articles, *splitter, *parser, *mask, &stages);
    ++rounds;
  });
  std::printf("raw text to CoNLL-U: %.0f words a second on one core\n", words / all);
  for (const auto& [stage, seconds] : stages)
    std::printf("  %-20s %6.2f µs a word\n", stage.c_str(), seconds / rounds / words * 1e6);
  return 0;
}

}  // namespace
}  // namespace selon

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: parser_bench PATH...\n");
    return 2;
  }
  return selon::measure({argv + 1, argv + argc});
}
