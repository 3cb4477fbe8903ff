// selon export: a store, or what a question finds in it, as a file for other programs.
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/files.h"
#include "base/utf8.h"
#include "brat_files.h"
#include "claim_conllu.h"
#include "claim_files.h"
#include "claim_text.h"
#include "document/records.h"
#include "document/redaction.h"
#include "engine/version.h"
#include "event_rows.h"
#include "ftm_file.h"
#include "gdelt_files.h"
#include "icews_file.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "network_files.h"
#include "query.h"
#include "report/report.h"
#include "store/sentences.h"
#include "terminal.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  QueryArguments arguments;
  std::string format, output = "-";
  bool with_text = false, asserted_only = false, redact_private = false;
};

// A document of the hits, with those claims alone that were asked for and, if so wished, without
// the names of private persons.
struct Coded {
  const Document& document;
  const Coder& coder;
  const std::vector<StoredSentence>& sentences;  // only for formats that ask for them
  const CodePointIndex& points;                  // of the text
};

bool asks_for_sentences(const std::string& format) {
  return format == "icews" || format == "gdelt-mentions" || format == "conllu";
}

// Each document of the hits, in their order.
Status for_each_document(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
                         const std::function<void(const Coded&)>& take) {
  for (size_t first = 0, end; first < hits.size(); first = end) {
    const int64_t coding = hits[first].coding;
    for (end = first; end < hits.size() && hits[end].coding == coding;) ++end;
    Result<Document> document = store.load(coding);
    if (!document) return document.error();
    const Result<Coder> coder = store.coder_of(coding);
    if (!coder) return coder.error();
    std::vector<StoredSentence> sentences;
    if (asks_for_sentences(options.format)) {
      Result<std::vector<StoredSentence>> stored = stored_sentences(store, coding);
      if (!stored) return stored.error();
      sentences = std::move(*stored);
    }
    std::vector<Claim> kept;
    for (size_t i = first; i < end; ++i) kept.push_back(document->claims[hits[i].position]);
    document->claims = std::move(kept);
    if (options.redact_private) redact_private(*document);
    const CodePointIndex points(document->text);
    take({*document, *coder, sentences, points});
  }
  return Ok{};
}

// Which claims alone the file holds, and what it hides; empty: all of the store.
std::string asked_for(const Options& options) {
  std::string out = options.arguments.described();
  if (options.asserted_only) out += out.empty() ? "asserted only" : "; asserted only";
  if (options.redact_private)
    out += std::string(out.empty() ? "" : "; ") + "names of private persons hidden";
  return out;
}

// What a format has no place for is left out, but not in silence.
void report_left_out(size_t left_out, size_t all, const char* why, const Context& context) {
  if (left_out > 0 && !context.quiet)
    std::fprintf(stderr, "selon: %zu of %zu claims %s\n", left_out, all, why);
}

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Status ndjson(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
              std::string& out) {
  return for_each_document(store, options, hits, [&](const Coded& coded) {
    out += write_records(coded.document, coded.coder, {.with_text = options.with_text});
  });
}

// Countries by name; where the tables are not to be found, they have none.
CountryName country_names() {
  const Result<std::string> data = find_data_dir();
  if (!data) return [](const std::string&) { return std::string(); };
  Result<Actors> opened = Actors::open(*data);
  if (!opened) return [](const std::string&) { return std::string(); };
  return [actors = std::make_shared<Actors>(std::move(*opened))](const std::string& code) {
    const Actor* country = actors->country(code);
    return country ? country->name : std::string();
  };
}

Status html(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
            std::string& out) {
  ReportBuilder report(country_names());
  const Status added = for_each_document(
      store, options, hits, [&](const Coded& coded) { report.add(coded.document, coded.coder); });
  if (!added) return added;
  std::string asked = asked_for(options);
  if (!asked.empty()) {
    const Result<StoreCounts> all = count_all(store);
    if (!all) return all.error();
    asked += " (" + std::to_string(hits.size()) + " of " + std::to_string(all->claims) + " claims)";
  }
  out = report.html(options.arguments.store, asked);
  return Ok{};
}

Status csv(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
           std::string& out) {
  out = csv_header();
  return for_each_document(store, options, hits, [&](const Coded& coded) {
    for (const Claim& claim : coded.document.claims)
      out += csv_row(coded.document, claim, coded.points);
  });
}

// A feature a line, so that line tools can read it as well.
Status geojson(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
               const Context& context, std::string& out) {
  size_t left_out = 0;
  std::string features;
  const Status made = for_each_document(store, options, hits, [&](const Coded& coded) {
    for (const Claim& claim : coded.document.claims) {
      const std::optional<Json> feature = geojson_feature(coded.document, claim, coded.points);
      if (!feature) ++left_out;
      if (feature) features += (features.empty() ? "\n" : ",\n") + json_text(*feature);
    }
  });
  if (!made) return made.error();
  out = "{\"type\":\"FeatureCollection\",\"generator\":\"Selon " + std::string(kVersion) +
        "\",\"query\":" + json_text(asked_for(options)) + ",\"features\":[" + features + "\n]}\n";
  report_left_out(left_out, hits.size(),
                  "name no place that the gazetteer locates and are left out", context);
  return Ok{};
}

Status plover(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
              const Context& context, std::string& out) {
  size_t left_out = 0;
  const Status made = for_each_document(store, options, hits, [&](const Coded& coded) {
    for (const Claim& claim : coded.document.claims) {
      const std::optional<Json> event =
          plover_event(coded.document, claim, coded.coder, coded.points);
      if (!event) ++left_out;
      if (event) out += json_text(*event) + '\n';
    }
  });
  if (!made) return made.error();
  report_left_out(left_out, hits.size(),
                  "are lasting relations (ALLIED, HOSTILE, MEMBER), no events, and are left out",
                  context);
  return Ok{};
}

// The tables of events that are read as facts.
Status event_table(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
                   const Context& context, std::string& out) {
  const CountryName names = country_names();
  size_t left_out = 0;
  if (options.format == "icews") out = icews_header();
  const Status made = for_each_document(store, options, hits, [&](const Coded& coded) {
    const Document& d = coded.document;
    for (const Claim& claim : d.claims) {
      if (!fits_event_tables(claim)) {
        ++left_out;
        continue;
      }
      if (options.format == "gdelt")
        out += gdelt_events(d, claim, names, coded.points);
      else if (options.format == "gdelt-mentions")
        out += gdelt_mentions(d, claim, sentence_number(claim, coded.sentences, coded.points),
                              coded.points);
      else
        out += icews_rows(d, claim, sentence_number(claim, coded.sentences, coded.points), names,
                          coded.points);
    }
  });
  if (!made) return made.error();
  report_left_out(left_out, hits.size(),
                  "are lasting relations, negated, denied, asked, supposed or still to come, which "
                  "the format cannot tell from events, and are left out",
                  context);
  return Ok{};
}

Status ftm(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
           std::string& out) {
  FtmFile file;
  const Status made = for_each_document(store, options, hits,
                                        [&](const Coded& coded) { file.add(coded.document); });
  if (!made) return made.error();
  out = file.text();
  return Ok{};
}

Status conllu(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
              std::string& out) {
  return for_each_document(store, options, hits, [&](const Coded& coded) {
    out += claim_conllu(coded.document, coded.sentences);
  });
}

Status web_annotations(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
                       std::string& out) {
  return for_each_document(store, options, hits, [&](const Coded& coded) {
    const std::string text = sha256(coded.document.text);
    for (const Claim& claim : coded.document.claims)
      out +=
          json_text(web_annotation(coded.document, claim, coded.coder, coded.points, text)) + '\n';
  });
}

// Two files for each article, or one without the texts, and the types for all.
Status brat(Store& store, const Options& options, const std::vector<ClaimHit>& hits) {
  std::error_code failed;
  const std::filesystem::path folder = options.output;
  std::filesystem::create_directories(folder, failed);
  if (failed) return Error{ErrorCode::kStore, failed.message(), options.output};
  Status written = write_file(folder / "annotation.conf", brat_configuration());
  const Status made = for_each_document(store, options, hits, [&](const Coded& coded) {
    const std::filesystem::path name = folder / brat_name(coded.document);
    const std::string annotations = brat_annotations(coded.document);
    if (written) written = write_file(name.string() + ".ann", annotations);
    if (written && options.with_text)
      written = write_file(name.string() + ".txt", coded.document.text);
  });
  return made ? written : made;
}

Status network(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
               const Context& context, std::string& out) {
  std::vector<Telling> tellings;
  const Status made = for_each_document(store, options, hits, [&](const Coded& coded) {
    for (const Claim& claim : coded.document.claims)
      tellings.push_back(telling_of(coded.document, claim));
  });
  if (!made) return made.error();
  if (!context.quiet) report_rejected(tellings);
  const std::vector<Tie> ties = find_ties(tellings);
  out = options.format == "gexf" ? as_gexf(ties, asked_for(options))
                                 : as_graphml(ties, asked_for(options));
  return Ok{};
}

Status make(Store& store, const Options& options, const std::vector<ClaimHit>& hits,
            const Context& context, std::string& out) {
  if (options.format == "csv") return csv(store, options, hits, out);
  if (options.format == "html") return html(store, options, hits, out);
  if (options.format == "geojson") return geojson(store, options, hits, context, out);
  if (options.format == "plover") return plover(store, options, hits, context, out);
  if (options.format == "icews" || options.format.starts_with("gdelt"))
    return event_table(store, options, hits, context, out);
  if (options.format == "ftm") return ftm(store, options, hits, out);
  if (options.format == "webannotation") return web_annotations(store, options, hits, out);
  if (options.format == "conllu") return conllu(store, options, hits, out);
  if (options.format == "ndjson") return ndjson(store, options, hits, out);
  return network(store, options, hits, context, out);
}

int run(const Options& options, const Context& context) {
  if (options.format == "brat" && options.output == "-")
    return report(
        Error{ErrorCode::kBadArgument,
              "brat's annotations are a file for each article: --output names the folder"});
  Result<Store> store = Store::open(options.arguments.store);
  if (!store) return report(store.error());
  ClaimQuery query = options.arguments.resolved();
  if (options.asserted_only) query.certainty = "asserted";
  const auto hits = find_claims(*store, query);
  if (!hits) return report(hits.error());
  if (options.format == "brat") {
    if (const Status made = brat(*store, options, *hits); !made) {
      report(made.error());
      return kStoreFailed;
    }
    return hits->empty() ? kNothingFound : kDone;
  }
  std::string out;
  const Status made = make(*store, options, *hits, context, out);
  if (!made) return report(made.error());
  constexpr size_t kSlow = size_t{40} << 20;
  if (options.format == "html" && out.size() > kSlow && !context.quiet)
    std::fprintf(stderr,
                 "selon: the report has %zu MB, which browsers take long to open; a question "
                 "(--since, --according-to …) makes it smaller\n",
                 out.size() >> 20);
  if (options.output == "-") {
    write_out(out);
  } else if (Status written = write_file(options.output, out); !written) {
    report(written.error());
    return kStoreFailed;  // as for standard output that cannot be written
  }
  return hits->empty() ? kNothingFound : kDone;
}

// Behind the options of --help: what a reader of another program's format gets, and what is lost.
constexpr const char* kExamples =
    R"(Example: selon export csv --store news.db --since 2022 --output claims.csv
         selon export geojson --store news.db --event ASSAULT --output assaults.geojson
         selon export icews --store news.db --asserted-only --output events.tab
         selon export brat --store news.db --with-text --output annotated/

The rows of icews and gdelt are events that a voice tells as having happened or going on, hedged
or not; a claim of an article is one, none are merged. Lasting relations and what is negated, denied,
asked, supposed or still to come are left out: a reader of the tables would take them for events. The
day is the first that it can be, the article's where the text tells none; scores are PLOVER's.
  icews: Publisher holds the chain of voices, Event Text the type and what hedges it.
  gdelt: holds no voice and no doubt; Extras of gdelt-mentions say both, under the same GlobalEventID.
    Tone, FIPS codes and actors' places are unknown and empty; DATEADDED is the day of publication.
brat gets each claim as an event with Actor, Recipient, Place, Time and Voice, with Certainty, Tense,
Negated and Hypothetical, and a note with whose word it is. The order of voices, and those that another
sentence names, stand in the note alone. brat shows the folder with the texts (--with-text) in it;
annotation.conf holds the types.
conllu holds the sentences in which a claim's trigger stands: the claim in words above each, its id in
MISC of its words as Claim, Actor or Recipient. Actors that another sentence names are not marked.)";

}  // namespace

void add_export_command(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write a store's claims for other programs");
  command
      ->add_option(
          "format", options->format,
          "ndjson: the records of `selon code`; csv: a line a claim, with a ' before what a "
          "spreadsheet would take for a formula; html: a report that needs no other file; gexf, "
          "graphml: the network of `selon network`; geojson: the claims whose place is known; "
          "plover: PLOVER's event records, a line each; icews: the table of ICEWS, a row for "
          "each actor and recipient; gdelt, gdelt-mentions: the two tables of GDELT 2.0, "
          "likewise; ftm: entities of FollowTheMoney, for Aleph; webannotation: W3C annotations "
          "on the quotes, a line each; brat: standoff annotations, files in the folder "
          "--output; conllu: the parsed sentences that hold claims")
      ->required()
      ->check(
          CLI::IsMember({"ndjson", "csv", "html", "gexf", "graphml", "geojson", "plover", "icews",
                         "gdelt", "gdelt-mentions", "ftm", "webannotation", "brat", "conllu"}));
  options->arguments.add_store(*command);
  options->arguments.add_filters(*command);
  command
      ->add_option("--output", options->output,
                   "File to write; - is standard output; for brat the folder")
      ->capture_default_str();
  command
      ->add_flag("--asserted-only", options->asserted_only,
                 "Leave out what is hedged, possible, questioned or denied; what a voice asserts "
                 "not to be so stays, with polarity neg")
      ->excludes("--certainty");
  command->add_flag(
      "--redact-private", options->redact_private,
      "Hide the names of persons to whom neither the text nor the tables give an "
      "office or public role: in quotes, titles and texts by blocks (█), as actors and "
      "voices by \"private person 1\". Authors stay. Ids, files and addresses stay as "
      "they are and may hold a name; so may words that other names share");
  command->add_flag("--with-text", options->with_text, "Put the whole texts in");
  command->footer(kExamples);
  command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace selon
