// What opening the tables costs a start of the program, and what a word costs to look up.
#include <benchmark/benchmark.h>

#include <string_view>
#include <vector>

#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "knowledge/gazetteer.h"
#include "knowledge/version.h"

namespace selon {
namespace {

const std::string& data_dir() {
  static const std::string kDir = *find_data_dir();
  return kDir;
}

void open_actors(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Actors::open(data_dir()));
}
BENCHMARK(open_actors)->Unit(benchmark::kMillisecond);

void open_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::open(data_dir()));
}
BENCHMARK(open_gazetteer)->Unit(benchmark::kMillisecond);

void hash_lexicons(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(lexicon_hash(data_dir()));
}
BENCHMARK(hash_lexicons)->Unit(benchmark::kMillisecond);

const std::vector<std::string_view> kSentence = {
    "Le",        "ministre", "iranien",   "des",    "Affaires", "étrangères", "a",
    "rencontré", "le",       "président", "cubain", "à",        "La",         "Havane",
    ",",         "rapporte", "l'",        "agence", "Fars",     "News",       ",",
    "citée",     "par",      "Le",        "Monde",  "."};

void match_names(benchmark::State& state) {
  const auto actors = Actors::open(data_dir());
  for (auto _ : state)
    for (size_t i = 0; i < kSentence.size(); ++i)
      benchmark::DoNotOptimize(actors->match(kSentence, i, Lang::kFr));
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(kSentence.size()));
}
BENCHMARK(match_names);

void match_places(benchmark::State& state) {
  const auto gazetteer = Gazetteer::open(data_dir());
  for (auto _ : state)
    for (size_t i = 0; i < kSentence.size(); ++i)
      benchmark::DoNotOptimize(gazetteer->match(kSentence, i));
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(kSentence.size()));
}
BENCHMARK(match_places);

}  // namespace
}  // namespace selon

BENCHMARK_MAIN();
