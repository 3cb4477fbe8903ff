#!/bin/bash
# `selon export`.
. "$(dirname "$0")/support.sh"

test_asserted_only() {
  printf "La Russie a attaqué Kiev.\n\nLa Turquie n'a pas attaqué la Syrie.\n\nL'armée aurait bombardé Kharkiv.\n" > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" export csv --store a.db --asserted-only
  [ "$(grep -c ,asserted, out)" = 2 ] || fail "$(cat out)"
  ! grep -q ,hedged, out || fail "hedged: $(cat out)"
  expect_exit 2 "$selon" export csv --store a.db --asserted-only --certainty denied
  expect_err "--certainty"
  expect_exit 0 "$selon" export --help
  tr -s ' \n' ' ' < out | grep -qF "polarity neg" || fail "help does not say that negated claims stay"
}

# Persons without a public role stay out of every format, and nothing else does.
test_redact_private() {
  echo "La boulangère Hélène Morvan a accusé Emmanuel Macron. Selon Hélène Morvan, la police a attaqué les manifestants." > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  for format in "ndjson --with-text" csv html; do
    expect_exit 0 "$selon" export $format --store a.db
    grep -q Morvan out || fail "$format: no name to hide"
    expect_exit 0 "$selon" export $format --store a.db --redact-private
    ! grep -q "Hélène\|Morvan" out || fail "$format: $(grep -o ".\{30\}Morvan" out)"
    expect_out "private person 1"
    expect_out "Macron"
    expect_out "██████ ██████"
  done
  grep -q "names of private persons hidden" out || fail "the report does not say so"
  "$selon" export ndjson --with-text --store a.db --redact-private > out
  python3 - << 'PYTHON' || fail "spans"
import json
text = open("a.txt", encoding="utf-8").read()
records = [json.loads(line) for line in open("out", encoding="utf-8")]
masked = records[0]["text"]
assert len(masked) == len(text)
def check(value):
    if isinstance(value, dict):
        if "start" in value: assert masked[value["start"]:value["end"]] == value["text"], value
        for v in value.values(): check(v)
    elif isinstance(value, list):
        for v in value: check(v)
for record in records: check(record)
PYTHON
}

# A title from anybody's page is no formula of the spreadsheet that opens it.
test_csv_holds_no_formulas() {
  printf '{"id":"-7","title":"=cmd|x","outlet":"@a","text":"La Russie a attaqué l’Ukraine."}\n' > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  for command in "export csv" "claims --csv"; do
    expect_exit 0 "$selon" $command --store a.db
    expect_out ",-7,'=cmd|x,"
    expect_out ",'@a,"
    grep -q ',-[0-9.]*,' out || fail "$command: a number is taken for a formula"
  done
  expect_exit 0 "$selon" export ndjson --store a.db
  expect_out '"title":"=cmd|x"'
}

# Formats of other programs: each says what it leaves out, whose word a claim is, and what was asked for.
test_formats_of_other_programs() {
  printf '{"id":"n","published":"2024-03-06","outlet":"Le Phare","url":"https://a.example/n","text":"%s"}\n' \
    "Selon Oslo, la Russie a bombardé Kharkiv mardi. L’Iran et la Syrie sont alliés. Le ministre français de la Défense n’a pas attaqué la Turquie. Emmanuel Macron a critiqué Boris Johnson." > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_exit 0 "$selon" export geojson --store a.db --recipient "Boris Johnson"
  expect_err "1 of 1 claims name no place"
  expect_exit 0 "$selon" export geojson --store a.db --actor Russie
  mv out claims.geojson
  expect_exit 0 "$selon" export plover --store a.db
  expect_err "are lasting relations"
  mv out claims.plover
  for format in gexf graphml; do
    expect_exit 0 "$selon" network --store a.db --format $format
    mv out wanted
    expect_exit 0 "$selon" export $format --store a.db --output made
    cmp -s made wanted || fail "export $format is not what network writes"
  done
  expect_exit 0 "$selon" export graphml --store a.db --event ASSAULT
  expect_out "claims: event ASSAULT; Selon 0."
  expect_exit 1 "$selon" export geojson --store a.db --event AID
  expect_out '"features":['
  python3 - << 'PYTHON' || fail "$(cat claims.geojson claims.plover)"
import json
collection = json.load(open("claims.geojson", encoding="utf-8"))
assert collection["type"] == "FeatureCollection" and collection["query"] == "actor Russie", collection
[feature] = collection["features"]
lon, lat = feature["geometry"]["coordinates"]  # Oslo, which says it, is no place of it
assert feature["geometry"]["type"] == "Point" and 36 < lon < 37 and 49 < lat < 51, feature
told = feature["properties"]
assert told["according_to"] == "Norway" and told["actors"] == "Russia" and told["url"] == "https://a.example/n", told
assert told["score"] < 0 and told["start"] == 0 and told["hypothetical"] is False, told
events = [json.loads(line) for line in open("claims.plover", encoding="utf-8")]
assert {e["event"] for e in events} == {"ASSAULT", "ACCUSE"}, events
one, other = [e for e in events if e["event"] == "ASSAULT"]
assert (one["date"], one["enddate"], one["quad_code"]) == ("2024-03-05", "2024-03-05", 4), one
assert [p["name"] for p in one["event_loc"]] == ["Kharkiv"], one  # Oslo, which says it, is no place of it
assert one["actor"] == [{"code": "RUS", "sector": "", "entity_text": "la Russie", "name": "Russia"}], one
assert one["voices"] == ["Norway"] and one["comment"].startswith("according to Norway"), one
assert one["cite_info"]["publication"] == "Le Phare", one
assert other["actor"][0]["code"] == "FRA" and other["actor"][0]["sector"], other
assert "negation" in other["mode"] and other["according_to"] == "Le Phare", other
PYTHON
}

# An annotation finds its quote again by words and by place, emoji and all.
test_web_annotations() {
  printf '{"id":"n","url":"https://a.example/n","outlet":"Le Phare","text":"😀 Un été à Œuf. %s"}\n{"id":"m","text":"La Turquie a attaqué la Syrie."}\n' \
    "Selon Oslo, la Russie a bombardé Kharkiv mardi, avant l’aube et sans avertir." > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_exit 0 "$selon" export webannotation --store a.db
  python3 - << 'PYTHON' || fail "$(cat out)"
import hashlib, json
texts = {}
for line in open("a.ndjson", encoding="utf-8"):
    record = json.loads(line)
    texts[hashlib.sha256(record["text"].encode()).hexdigest()] = record["text"]
annotations = [json.loads(line) for line in open("out", encoding="utf-8")]
assert len(annotations) >= 2
for a in annotations:
    text = texts[a["target"]["text_sha256"]]
    quote, place = a["target"]["selector"]
    start, end = place["start"], place["end"]
    assert text[start:end] == quote["exact"], a
    assert text[max(0, start - 32):start] == quote["prefix"] and text[end:end + 32] == quote["suffix"], a
    assert {b["purpose"] for b in a["body"]} == {"describing", "tagging"} and "according to" in a["body"][0]["value"], a
assert {a["target"]["source"].split("/")[0] for a in annotations} == {"https:", "hash:"}
PYTHON
}

# What Aleph loads: every reference has its entity, an actor of two articles is one, and the event says whose word it is.
test_follow_the_money() {
  printf '{"id":"n","published":"2024-03-06","outlet":"Le Phare","title":"Frappe","text":"%s"}\n{"id":"m","text":"%s"}\n' \
    "Selon Oslo, la Russie aurait bombardé Kharkiv mardi." "Marcel Tanguy critique la Russie." > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_exit 0 "$selon" export ftm --store a.db --redact-private
  ! grep -q Tanguy out || fail "a private person's name"
  python3 - << 'PYTHON' || fail "$(cat out)"
import json
entities = [json.loads(line) for line in open("out", encoding="utf-8")]
known = {e["id"]: e for e in entities}
assert len(known) == len(entities) and not any("/" in i for i in known)
for e in entities:
    for name, values in e["properties"].items():
        assert values and all(isinstance(v, str) and v for v in values), e
        if name in ("involved", "proof", "entity"): assert all(v in known for v in values), e
        if name == "involved": assert all(known[v]["schema"] in ("Person", "PublicBody", "Organization", "LegalEntity") for v in values), e
assert [e["schema"] for e in entities].count("Article") == 2
assert sum(e["properties"].get("name") == ["Russia"] for e in entities) == 1
event = next(e for e in entities if e["schema"] == "Event" and "ASSAULT" in e["properties"]["keywords"])["properties"]
assert event["name"] == ["Russia → ASSAULT/aerial → Kharkiv [hedged], according to Norway"], event
assert event["startDate"] == ["2024-03-05"] and "hedged" in event["keywords"], event
note = next(e for e in entities if e["schema"] == "Note")["properties"]["description"][0]
assert note.startswith("Reported, not established. Whose words: Le Phare > Norway (“Selon”)."), note
PYTHON
}

# Tables that are read as facts: what is no such fact stays out and is counted, each actor meets each recipient, cells are cells.
event_tables() {
  printf '{"id":"n","published":"2024-03-06T16:30:00+01:00","outlet":"=Phare","url":"https://a.example/n","text":"%s"}\n{"id":"m","text":"%s"}\n' \
    "La Turquie n’a pas attaqué la Syrie. Selon Oslo, la Russie aurait bombardé Kharkiv mardi. L’Iran et la Syrie sont alliés. Emmanuel Macron et Boris Johnson ont critiqué l’armée russe." \
    "La Chine et le Japon se sont rencontrés." > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
}

test_icews() {
  event_tables
  expect_exit 0 "$selon" export icews --store a.db
  expect_err "2 of 5 claims are lasting relations, negated, denied"
  python3 - << 'PYTHON' || fail "$(cat out)"
import csv
rows = list(csv.DictReader(open("out", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
assert list(rows[0]) == ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude"], list(rows[0])
assert len({r["Event ID"] for r in rows}) == len(rows) and all(0 < int(r["Event ID"]) < 2**53 for r in rows)
[bombed] = [r for r in rows if r["CAMEO Code"] == "195"]
assert (bombed["Event Date"], bombed["Source Name"], bombed["Source Country"]) == ("2024-03-05", "Russia", "Russia"), bombed
assert bombed["Event Text"] == "ASSAULT/aerial [hedged]" and bombed["Intensity"] == "-9.5", bombed
assert bombed["Publisher"] == "'=Phare > Norway" and bombed["Sentence Number"] == "2", bombed
assert (bombed["City"], bombed["Country"]) == ("Kharkiv", "Ukraine") and 49 < float(bombed["Latitude"]) < 51, bombed
blamed = [r for r in rows if r["Event Text"].startswith("ACCUSE")]
assert [r["Source Name"] for r in blamed] == ["Emmanuel Macron", "Boris Johnson"], blamed
assert {(r["Source Sectors"], r["Target Sectors"], r["Target Country"]) for r in blamed} == {("GOV", "MIL", "Russia"), ("ELI", "MIL", "Russia")}, blamed
met = [(r["Source Name"], r["Target Name"], r["Event Date"]) for r in rows if r["Event Text"].startswith("CONSULT")]
assert met == [("China", "Japan", ""), ("Japan", "China", "")], met
PYTHON
  expect_exit 1 "$selon" export icews --store a.db --event AID
  expect_out "Event ID"
}

test_gdelt() {
  event_tables
  expect_exit 0 "$selon" export gdelt --store a.db
  expect_err "2 of 5 claims are lasting relations, negated, denied"
  mv out events
  expect_exit 0 "$selon" export gdelt-mentions --store a.db
  python3 - << 'PYTHON' || fail "$(cat events out)"
events = [line.split("\t") for line in open("events", encoding="utf-8").read().splitlines()]
mentions = [line.split("\t") for line in open("out", encoding="utf-8").read().splitlines()]
assert {len(e) for e in events} == {61} and {len(m) for m in mentions} == {16}
assert [e[0] for e in events] == [m[0] for m in mentions] and len({e[0] for e in events}) == len(events)
[bombed] = [e for e in events if e[26] == "195"]
assert bombed[1:5] == ["20240305", "202403", "2024", "2024.1781"], bombed
assert bombed[5:8] == ["RUS", "Russia", "RUS"] and not any(bombed[8:15]), bombed
assert bombed[25:35] == ["1", "195", "195", "19", "4", "-9.5", "1", "1", "1", ""], bombed
assert bombed[35] == "0" and bombed[51:53] == ["4", "Kharkiv, Ukraine"] and 49 < float(bombed[56]) < 51 and 36 < float(bombed[57]) < 37, bombed
assert bombed[59:] == ["20240306163000", "https://a.example/n"], bombed
blamed = [e for e in events if e[28] == "11"]
assert [(e[5], e[12], e[15], e[22]) for e in blamed] == [("FRAGOV", "GOV", "RUSMIL", "MIL"), ("GBRELI", "ELI", "RUSMIL", "MIL")], blamed
mention = mentions[events.index(bombed)]
assert mention[1:6] == ["20240306163000"] * 2 + ["1", "'=Phare", "https://a.example/n"], mention
text = open("a.ndjson", encoding="utf-8").readline()
text = text[text.index('"text":"') + 8:]
assert text[int(mention[7]):].startswith("la Russie") and text[int(mention[9]):].startswith("bombardé"), mention
assert mention[6] == "2" and mention[10] == "1" and 0 < int(mention[11]) <= 100, mention
assert "voices:Norway; certainty:hedged; language:fr" in mention[15], mention
assert mentions[-1][3:5] == ["2", "m"], mentions[-1]
PYTHON
}

# brat's files: every place holds its words, also across lines, and every type stands in the configuration.
test_brat() {
  printf 'Un œuf 😀.\n\nSelon Oslo, la Russie aurait bombardé Kharkiv\net sa gare. Hélène Morvan n’a pas critiqué l’armée\r\nrusse.\n' > "été 1.txt"
  other_article > b.txt
  expect_exit 0 "$selon" ingest "été 1.txt" b.txt --store a.db
  expect_exit 2 "$selon" export brat --store a.db
  expect_err "--output names the folder"
  expect_exit 0 "$selon" export brat --store a.db --output bare
  ! ls bare | grep -q 'txt$' || fail "a text that nobody asked for"
  expect_exit 0 "$selon" export brat --store a.db --output full/deep --with-text
  [ "$(ls full/deep | wc -l)" = 5 ] || fail "$(ls full/deep)"
  python3 - << 'PYTHON' || fail "$(cat full/deep/*.ann)"
import glob, re
types = set(re.findall(r"^(\w+)", open("full/deep/annotation.conf").read(), re.M))
seen = ""
for name in glob.glob("full/deep/*.ann"):
    text = open(name[:-3] + "txt", encoding="utf-8", newline="").read()
    ids = set()
    lines = open(name, encoding="utf-8", newline="\n").read().split("\n")[:-1]
    seen += "\n".join(lines)
    for line in lines: ids.add(line.split("\t")[0])
    assert len(ids) == len(lines)
    for line in lines:
        fields = line.split("\t")
        if fields[0][0] == "T":
            kind, places = fields[1].split(" ", 1)
            pieces = [text[int(a):int(b)] for a, b in (p.split() for p in places.split(";"))]
            assert " ".join(pieces) == fields[2] and not any("\n" in p or "\r" in p for p in pieces), line
            assert kind in types, line
        elif fields[0][0] == "E":
            kind, *roles = fields[1].split(" ")
            assert all(r.split(":")[1] in ids for r in [kind] + roles), line
            assert len({r.split(":")[0] for r in roles}) == len(roles), line
        elif fields[0][0] == "A":
            assert fields[1].split(" ")[0] in types and fields[1].split(" ")[1] in ids, line
assert ";" in seen and "Negated" in seen and "hedged" in seen and "Voice:" in seen and "Morvan" in seen, seen
PYTHON
  expect_exit 0 "$selon" export brat --store a.db --output hidden --with-text --redact-private
  ! grep -rq Morvan hidden || fail "a private person's name"
  : > file
  expect_exit 4 "$selon" export brat --store a.db --output file
  expect_err "file"
}

# Parsed sentences with their claims: valid CoNLL-U, ids unique over articles, marks on the right words, private names hidden.
test_conllu() {
  printf 'Il pleut ici.\n\nSelon Oslo, la Russie a bombardé Kharkiv\net la flotte du Royaume-Uni. Hélène Morvan a critiqué Emmanuel Macron.\n' > a.txt
  other_article > b.txt
  expect_exit 0 "$selon" ingest a.txt b.txt --store a.db
  expect_exit 0 "$selon" export conllu --store a.db
  expect_out "# newdoc id = a.txt"
  ! grep -q pleut out || fail "a sentence without a claim"
  cp out given
  expect_exit 0 "$selon" parse --input conllu --lang fr given
  expect_exit 0 "$selon" export conllu --store a.db --redact-private
  ! grep -q "Morvan\|Hélène" out || fail "$(grep -n Morvan out)"
  expect_out "██████"
  mv out hidden
  python3 - << 'PYTHON' || fail "$(cat given hidden)"
def read(name):
    return [s.split("\n") for s in open(name, encoding="utf-8").read().split("\n\n")[:-1]]
sentences, hidden = read("given"), read("hidden")
assert len(sentences) == len(hidden) == 3
ids = [l for s in sentences for l in s if l.startswith("# sent_id")]
assert len(set(ids)) == 3 and not any("/" in i for i in ids), ids
marks = {}
for s, h in zip(sentences, hidden):
    assert len([l for l in s if l.startswith("# claim = ")]) >= 1, s
    words, masked = ([l.split("\t") for l in x if l[0] != "#"] for x in (s, h))
    assert {len(w) for w in words} == {10} and len(words) == len(masked)
    for w, m in zip(words, masked):
        assert w[0] == m[0] and w[9] == m[9] and len(w[1]) == len(m[1]), (w, m)
        for feature in w[9].split("|"):
            if feature.split("=")[0] in ("Claim", "Actor", "Recipient"): marks.setdefault(feature.split("=")[0], []).append(w[1])
assert "bombardé" in marks["Claim"] and "critiqué" in marks["Claim"], marks
assert "Russie" in marks["Actor"] and "Morvan" in marks["Actor"] and "Oslo" not in marks["Actor"], marks
assert "Macron" in marks["Recipient"], marks
PYTHON
}

run_tests "$@"
