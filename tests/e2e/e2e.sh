#!/bin/bash
# Tests of the program as people run it: what it prints, its exit codes, what bad input, a kill, a full disk do to it.
#
#   tests/e2e/e2e.sh build/selon            runs all
#   tests/e2e/e2e.sh build/selon test_stdin runs one
set -u
selon=$(realpath "$1")
samples=$(realpath "$(dirname "$0")/../../samples")
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir" 2> /dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 1

fail() { echo "FAILED: $*" >&2; exit 1; }
# expect_exit CODE COMMAND…: stdout goes to ./out, stderr to ./err
expect_exit() {
  local wanted=$1 got=0
  shift
  "$@" > out 2> err || got=$?
  [ "$got" = "$wanted" ] || fail "exit $got, expected $wanted: $* ($(tail -n 3 err))"
}
expect_err() { grep -qF -- "$1" err || fail "stderr does not say '$1': $(cat err)"; }
expect_out() { grep -qF -- "$1" out || fail "stdout does not say '$1': $(head -n 20 out)"; }
no_out() { [ ! -s out ] || fail "unexpected output: $(head -n 3 out)"; }
claims() { grep -c '"record":"claim"' out; }
article() { echo "Selon Oslo, la Russie a bombardé Kharkiv mardi. Paris a condamné cette attaque."; }
other_article() { echo "Le ministre de la Défense a annoncé jeudi que l'armée turque avait attaqué Afrin."; }

# ---------------------------------------------------------------- what it prints

test_help_and_version() {
  expect_exit 0 "$selon" --version
  expect_out "selon 0."
  expect_exit 0 "$selon" --help
  expect_out "Example:"
  for command in code ingest claims show explain network export forget parse cases selftest import; do
    expect_exit 0 "$selon" $command --help
    grep -q "^Example: .*selon $command" out || fail "no example for $command"
  done
}

# A researcher's dictionaries, one of each format, and what only they can code.
test_import_petrarch() {
  export XDG_DATA_HOME=$dir/home
  printf '# people\nALINE_MOREST_ [BELGOV 010120-090120] [BEL]\n+A._MOREST_\nNORWAY_ [NOR]\n' > my.actors.txt
  printf 'BLUE_LAKE_COUNCIL_ [NGOENV]\n' > my.international.txt
  printf 'RED_LAKE_BRIGADE_(RLB)_ [GBRREB] # mine\n+RED_LAKERS_\n' > my.militias.txt
  printf 'LAKE_WARDEN {LAKE_WARDENS} [~COP]\n' > my.agents.txt
  printf -- '&BOAT\n+CANOE\n\n---  BEFLOWER   [---]  ---\nBEFLOWER {BEFLOWERS BEFLOWERED}\n- * {RED &BOAT} (TO +) [0331]\n- * [051]\n' > my.verbs.txt
  expect_exit 0 "$selon" import petrarch --dry-run my.*.txt
  [ ! -e home ] || fail "--dry-run wrote"
  echo "Aline Morest beflowered Norway." > a.txt
  expect_exit 0 "$selon" code --lang en --published 2005-03-04 a.txt
  [ "$(claims)" = 0 ] || fail "coded without the dictionaries: $(cat out)"
  without=$(grep -o '"lexicons":"[^"]*"' out)
  expect_exit 0 "$selon" import petrarch my.*.txt
  no_out
  expect_err "written to $dir/home/selon"
  (cd home/selon && find . -type f | sort | xargs sha256sum) > first
  expect_exit 0 "$selon" import petrarch my.*.txt
  (cd home/selon && find . -type f | sort | xargs sha256sum) | cmp -s - first || fail "a second import wrote something else"
  expect_exit 0 "$selon" code --lang en --published 2005-03-04 a.txt
  expect_out '"event":"SUPPORT"'
  expect_out '"cameo":"051"'
  expect_out '"rule":"event_verbs.my.verbs.tsv:'
  expect_out '"code":"BELGOV"'
  [ "$(grep -o '"lexicons":"[^"]*"' out)" != "$without" ] || fail "the coder's hash does not know of the tables"
  echo "The Blue Lake Council beflowered a red canoe to the Red Lakers. Norwegian lake wardens beflowered Sweden." > b.txt
  expect_exit 0 "$selon" code --lang en b.txt
  expect_out '"cameo":"0331"'
  expect_out '"code":"NGOENV"'
  expect_out '"code":"GBRREB"'
  expect_out '"sector":"COP"'
  expect_exit 0 "$selon" code --lang en --data-dir none b.txt
  [ "$(claims)" = 0 ] || fail "--data-dir is not heeded"
  printf 'ALINE_MOREST_ [BELGOV 2004017-20061201]\nNOBODY_ [---]\nPIERRE_MOREST_ [BEL]\n' > bad.actors.txt
  expect_exit 3 "$selon" import petrarch --data-dir other bad.actors.txt
  expect_err "bad.actors.txt:1:"
  expect_err "bad.actors.txt:2:"
  [ -s other/actors/coded_actors.bad.actors.tsv ] || fail "the good line is lost"
  printf '\3757zXZ\0' > packed.xz
  expect_exit 3 "$selon" import petrarch packed.xz
  expect_err "unxz"
  expect_exit 3 "$selon" import petrarch --data-dir unmade none.txt
  expect_err "nothing written"
  ! grep -q "written to\|dictionary" err || fail "tells of tables that are not: $(cat err)"
  [ ! -e unmade ] || fail "made a folder for nothing"
  unset XDG_DATA_HOME
}

test_selftest_swap() {
  echo "La Norvège a attaqué la Suède. La Suède a condamné cette attaque." > a.txt
  expect_exit 0 "$selon" selftest swap a.txt
  expect_out "countries"
  expect_out "100.00 %"
  expect_exit 0 "$selon" selftest swap --json a.txt
  expect_out '"record":"exchange","document":"a.txt","kind":"countries"'
  expect_out '"record":"summary"'
  cp out first
  expect_exit 0 "$selon" selftest swap --json --jobs 1 a.txt
  cmp -s out first || fail "another output with one thread"
  expect_exit 3 "$selon" selftest swap a.txt none.txt
  expect_err "none.txt"
  expect_exit 2 "$selon" selftest swap
}

# A stream longer than a piece that is parsed at once: the same trees whatever the number of threads, numbered
# through, and a paragraph's beginning only where one begins.
test_parse_streams() {
  for i in $(seq 900); do article; [ $((i % 3)) != 0 ] || echo; done > long.txt
  [ "$(wc -c < long.txt)" -gt 70000 ] || fail "the text is too short for two pieces"
  expect_exit 0 "$selon" parse --lang fr --jobs 1 long.txt
  mv out one
  expect_exit 0 "$selon" parse --lang fr --jobs 2 - < long.txt
  cmp out one || fail "two threads write something else than one"
  [ "$(grep -c '^# newpar' one)" = 300 ] || fail "$(grep -c '^# newpar' one) paragraphs instead of 300"
  [ "$(grep '^# sent_id' one | tail -n 1)" = "# sent_id = 1800" ] || fail "the sentences are not numbered through"
  expect_exit 0 "$selon" parse --lang fr --input conllu --jobs 2 one
  cut -f 1-2 one > given
  cut -f 1-2 out | cmp - given || fail "given words come out otherwise"

  { cat one; printf '1\tsans colonnes\n'; } > bad.conllu
  expect_exit 3 "$selon" parse --input conllu bad.conllu
  expect_err "bad.conllu:$(wc -l < bad.conllu): "
  { cat long.txt; printf '\377\n'; } > bad.txt
  expect_exit 3 "$selon" parse bad.txt
  expect_err "(at byte $(wc -c < long.txt))"
  expect_exit 3 "$selon" parse missing.txt

  article | expect_exit 0 "$selon" parse --confidence
  grep -qP '\tArcProb=[01]\.\d{3}\|TagProb=[01]\.\d{3}(\|SpaceAfter=No)?$' out || fail "no probabilities"

  article | expect_exit 0 "$selon" parse --lang fr --treebank gsd
  article | expect_exit 2 "$selon" parse --lang fr --treebank ewt
  expect_err 'no treebank "ewt"; it has sequoia, gsd'
}

test_usage_errors() {
  expect_exit 2 "$selon"
  expect_exit 2 "$selon" frobnicate
  expect_exit 2 "$selon" code
  expect_exit 2 "$selon" code --frob
  expect_err "--frob"
  expect_exit 2 "$selon" claims --frob --actor Paris
  expect_err "--frob"
  expect_exit 2 "$selon" code a.txt --jobs 0
  expect_exit 2 "$selon" code a.txt --input docx
  expect_exit 2 "$selon" ingest a.txt
  no_out
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 2 "$selon" claims --store a.db --since demain
  expect_err "demain"
  # A wrong date stops before the first article; a report that cannot be written is told as on standard output.
  for command in code "ingest --store new.db"; do
    expect_exit 2 "$selon" $command a.txt a.txt --published 31/12/2018
    expect_err "--published"
    [ "$(grep -c 31/12/2018 err)" = 1 ] || fail "said more than once: $(cat err)"
  done
  expect_exit 4 "$selon" export html --store a.db --output none/such.html
  expect_err "none/such.html"
  expect_exit 4 "$selon" export csv --store a.db --output /dev/full
}

test_records() {
  article > a.txt
  expect_exit 0 "$selon" code a.txt --published 2024-03-06
  expect_out '"record":"document","document":"a.txt","id":"a.txt"'
  expect_out '"event":"ASSAULT"'
  expect_out '"value":"2024-03-05"'
  [ "$(grep -c '"text":"Selon Oslo, la Russie a bombardé Kharkiv mardi. Paris' out)" = 1 ] || fail "the text without --with-text"
  expect_exit 0 "$selon" code a.txt --with-text
  grep '"record":"document"' out | grep -qF '"text":"Selon Oslo' || fail "no text with --with-text"
}

test_spans_are_those_of_the_file() {
  printf '\xef\xbb\xbfL\xe2\x80\x99arm\xc3\xa9e russe\xc2\xa0a bombard\xc3\xa9 Kharkiv\xc2\xa0!\r\n\r\n\xf0\x9f\x98\x80 Paris a condamn\xc3\xa9 Moscou.\r\n' > a.txt
  expect_exit 0 "$selon" code a.txt --with-text
  python3 - << 'PYTHON' || fail "spans"
import json
text = open("a.txt", encoding="utf-8", newline="").read()
spans = 0
def check(value):
    global spans
    if isinstance(value, dict):
        if "start" in value:
            assert text[value["start"]:value["end"]] == value["text"], value
            spans += 1
        for v in value.values(): check(v)
    elif isinstance(value, list):
        for v in value: check(v)
ids = set()
for line in open("out", encoding="utf-8"):
    record = json.loads(line)
    check(record)
    assert record["id"] not in ids, record["id"]
    ids.add(record["id"])
assert spans > 8, spans
PYTHON
}

test_stdin() {
  article | expect_exit 0 "$selon" code -
  [ "$(claims)" -ge 2 ] || fail "no claims from standard input"
  article | expect_exit 0 "$selon" ingest - --store a.db
  expect_exit 0 "$selon" claims --store a.db
}

test_jobs_change_nothing() {
  for i in $(seq 1 40); do { article; other_article; echo "Note $i."; } > "a$i.txt"; done
  : > empty.txt
  expect_exit 3 "$selon" code --jobs 1 . "$samples"
  mv out one
  for jobs in 2 8; do
    expect_exit 3 "$selon" code --jobs $jobs . "$samples"
    cmp -s one out || fail "--jobs $jobs gives other bytes than --jobs 1"
  done
  expect_exit 3 "$selon" ingest --jobs 1 . --store one.db
  expect_exit 3 "$selon" ingest --jobs 8 . --store eight.db
  expect_exit 0 "$selon" claims --store one.db --json
  mv out one
  expect_exit 0 "$selon" claims --store eight.db --json
  cmp -s one out || fail "stores differ"
}

test_quiet_and_no_colour() {
  article > a.txt
  expect_exit 0 "$selon" --quiet code a.txt
  [ ! -s err ] || fail "--quiet says $(cat err)"
  expect_exit 0 "$selon" ingest a.txt --store a.db --quiet
  [ ! -s err ] || fail "--quiet says $(cat err)"
  # `script` gives the program a terminal.
  NO_COLOR=1 script -qec "$selon show a.txt --store a.db" /dev/null > out
  ! grep -q $'\x1b' out || fail "colours in spite of NO_COLOR"
  script -qec "env -u NO_COLOR $selon show a.txt --store a.db" /dev/null > out
  grep -q $'\x1b' out || fail "no colours on a terminal"
}

test_output_nobody_can_write() {
  article > a.txt
  got=0
  "$selon" code a.txt > /dev/full 2> err || got=$?
  [ $got = 4 ] || fail "exit $got for a full disk behind stdout"
  expect_err "No space left"
}

# ---------------------------------------------------------------- a store's commands

test_store_commands() {
  article > a.txt
  other_article > b.txt
  expect_exit 0 "$selon" ingest a.txt b.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db
  expect_out "ASSAULT"
  expect_exit 0 "$selon" claims --store a.db --according-to Norway --recipient UKR --json
  expect_out '"event":"ASSAULT"'
  [ "$(wc -l < out)" = 1 ] || fail "more than one claim"
  id=$(sed -E 's/.*"id":"([0-9a-f]{16})".*/\1/' out)
  expect_exit 0 "$selon" claims --store a.db --csv
  expect_out "claim,document,title"
  expect_exit 1 "$selon" claims --store a.db --actor Luxembourg
  no_out
  expect_exit 0 "$selon" show a.txt --store a.db
  expect_out "[1]"
  expect_out "Norway"
  expect_exit 1 "$selon" show z.txt --store a.db
  expect_exit 0 "$selon" explain "$id" --store a.db
  expect_out "bombarder"
  expect_out "cue “Selon”"
  expect_exit 0 "$selon" explain "${id:0:6}" --store a.db
  expect_exit 1 "$selon" explain ffffffffff --store a.db
  expect_exit 0 "$selon" network --store a.db
  expect_out "Russia"
  expect_exit 0 "$selon" network --store a.db --format gexf
  expect_out "</gexf>"
  expect_exit 0 "$selon" export ndjson --store a.db
  "$selon" --quiet code a.txt b.txt > coded
  cmp -s coded out || fail "export ndjson is not what code printed"
  expect_exit 0 "$selon" export html --store a.db --output r.html
  grep -q "</html>" r.html || fail "no report"
}

# A day of the text's own is told apart from the article's.
test_whose_day() {
  echo '{"id":"n","published":"2024-03-06","text":"La Russie a bombardé Kharkiv mardi. La Turquie a attaqué la Syrie."}' > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_exit 0 "$selon" claims --store a.db
  grep -q '^[0-9a-f]*  2024-03-05 .*Kharkiv' out || fail "the event's day is not there: $(cat out)"
  grep -q '^[0-9a-f]*  pub. 2024-03-06 .*Syria' out || fail "the article's day is not marked: $(cat out)"
}

# What is only asked or supposed is no plain edge, what is denied or negated none.
test_network_of_what_is_not_told() {
  cat > a.txt << 'TEXT'
L'OTAN attaquera-t-elle la Russie ?

Si la Chine avait attaqué le Japon, l'Inde aurait soutenu la Chine.

La Turquie n'a pas attaqué la Syrie. L'Iran a attaqué l'Irak.
TEXT
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" network --store a.db --format json
  grep -q '"actor":"Iran","recipient":"Iraq","sign":"-","standing":"told"' out || fail "told: $(cat out)"
  grep -q '"actor":"NATO","recipient":"Russia","sign":"-","standing":"open"' out || fail "asked: $(cat out)"
  grep -q '"actor":"China","recipient":"Japan","sign":"-","standing":"open"' out || fail "supposed: $(cat out)"
  grep -q '"actor":"India","recipient":"China","sign":"+","standing":"open"' out || fail "contrary to fact: $(cat out)"
  ! grep -q '"Turkey"' out || fail "negated: $(cat out)"
  expect_err "1 of 5 claims are negated or denied and tie nobody"
  expect_exit 0 "$selon" network --store a.db --format gexf
  [ "$(grep -c '<attvalue for="3" value="open"/>' out)" = 3 ] || fail "gexf: $(cat out)"
  expect_exit 0 "$selon" network --store a.db
  grep -q 'NATO  *- open  *Russia' out || fail "table: $(cat out)"
}

# Files for other programs are well-formed whatever the names, and both hold the same.
test_network_files() {
  name='A & B <"Hebdo">'
  printf '{"id":"a","outlet":"%s","text":"Selon Oslo, la Russie a bombardé Kharkiv. Selon Oslo, la France soutient l’Ukraine. La Turquie a attaqué la Syrie."}\n' "${name//\"/\\\"}" > a.ndjson
  printf '{"id":"b\\u0001\\n","text":"L’Iran a attaqué l’Irak."}\n' >> a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  for format in gexf graphml json; do
    expect_exit 0 "$selon" network --store a.db --format $format
    mv out net.$format
  done
  python3 - "$name" << 'PYTHON' || fail "$(cat net.graphml)"
import json, sys, xml.etree.ElementTree as xml
wanted = [json.loads(line) for line in open("net.json", encoding="utf-8")]
wanted = sorted((e["according_to"].replace("\x01", " ").strip(), e["actor"], e["recipient"], e["sign"], e["standing"], " ".join(e["claims"])) for e in wanted)
assert sys.argv[1] in [e[0] for e in wanted], wanted
ml, names = "{http://graphml.graphdrawing.org/xmlns}", ("according_to", "source", "target", "sign", "standing", "claims")
root = xml.parse("net.graphml").getroot()
keys = {k.get("id"): k for k in root.iter(ml + "key")}
label = {n.get("id"): n.find(ml + "data").text for n in root.iter(ml + "node")}
edges, kinds = [], set()
for e in root.iter(ml + "edge"):
    d = {x.get("key"): x.text for x in e.iter(ml + "data")}
    assert set(d) <= set(keys) and float(d["weight"]) == len(d["claims"].split()), d
    d.update(source=label[e.get("source")], target=label[e.get("target")])
    edges.append(tuple(d[n].strip() for n in names))
    kinds.add((d["source"], d["target"], d["kind"]))
assert sorted(edges) == wanted, (edges, wanted)
assert len(kinds) == len(edges)
assert all(k.get("attr.name") and k.get("attr.type") in ("string", "double") for k in keys.values())
gx = "{http://gexf.net/1.3}"
root = xml.parse("net.gexf").getroot()
title = {a.get("id"): a.get("title") for a in root.iter(gx + "attribute")}
edges = []
for e in root.iter(gx + "edge"):
    d = {title[v.get("for")]: v.get("value") for v in e.iter(gx + "attvalue")}
    d.update(source=e.get("source"), target=e.get("target"))
    edges.append(tuple(d[n].strip() for n in names))
assert sorted(edges) == wanted, (edges, wanted)
PYTHON
}

# A text without a word is a mistake in the question, not in the store; odd signs beside words are taken as they stand.
test_text_without_words() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  for text in '"' '""' '*' ' ' '- "" *' '(' 'NEAR('; do
    case $text in NEAR*) wanted=1 ;; *) wanted=2 ;; esac
    expect_exit $wanted "$selon" claims --store a.db --text "$text"
    no_out
    [ $wanted = 1 ] || expect_err "no word to look for in '$text'"
  done
  for text in '"bombardé' 'bombardé -' 'bombar* "a bombardé"' "l'attaque OR" '"bombardé Kharkiv" *'; do
    "$selon" claims --store a.db --text "$text" > out 2> err
    [ $? -le 1 ] || fail "$text: $(cat err)"
  done
  expect_exit 0 "$selon" claims --store a.db --text '"bombardé Kharkiv'
}

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

# What no claim can be is a mistake in the question, not an answer of none.
test_questions_that_cannot_be() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --event assault
  expect_exit 1 "$selon" claims --store a.db --event AID
  for event in FOO ASSAULT,SANCTION; do
    expect_exit 2 "$selon" claims --store a.db --event $event
    expect_err "$event"
  done
  expect_exit 0 "$selon" claims --store a.db --run 1
  expect_exit 2 "$selon" claims --store a.db --run 99
  expect_err "no run 99"
  expect_exit 2 "$selon" claims --store a.db --since 2019 --until 2018-12
  expect_err "until 2018-12"
  expect_exit 1 "$selon" claims --store a.db --since 2018-12 --until 2018
}

# The words around a quote stand as in the article.
test_explain_quotes_the_text() {
  echo "La Turquie l'a dit : « La Russie a attaqué l'Ukraine », et Paris l'a entendu." > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --event ASSAULT --json
  expect_exit 0 "$selon" explain "$(sed -E 's/.*"id":"([0-9a-f]{16})".*/\1/' out)" --store a.db
  expect_out "[La Turquie l'a dit : « La Russie a attaqué l'Ukraine] », et Paris l'a entendu."
  printf 'Oslo (dont la Russie a attaqué l’armée) se tait.\n' > b.txt
  expect_exit 0 "$selon" ingest b.txt --store b.db
  expect_exit 0 "$selon" claims --store b.db --event ASSAULT --json
  expect_exit 0 "$selon" explain "$(sed -E 's/.*"id":"([0-9a-f]{16})".*/\1/' out)" --store b.db
  grep -q '\[' out && [ "$(sed -n 3p out | tr -d '[]')" = "Oslo (dont la Russie a attaqué l’armée) se tait." ] || fail "$(sed -n 3p out)"
}

test_names_are_found_in_either_language() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --actor Russie
  expect_out "ASSAULT"
  expect_exit 0 "$selon" claims --store a.db --actor Russia
  expect_out "ASSAULT"
  expect_exit 1 "$selon" claims --store a.db --actor Suède
}

test_a_headline_is_read() {
  echo "Paris accuse Kiev." > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out '"event":"ACCUSE"'
}

test_repeating_ingest_skips() {
  cp "$samples"/*.txt .
  expect_exit 0 "$selon" ingest . --store a.db
  "$selon" claims --store a.db --json > before 2> /dev/null
  expect_exit 0 "$selon" ingest . --store a.db
  expect_err "0 articles coded"
  "$selon" claims --store a.db --json > after 2> /dev/null
  cmp -s before after || fail "the second ingest changed the store"
}

test_new_bytes_are_a_new_version() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  other_article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --actor TUR
  expect_exit 1 "$selon" claims --store a.db --actor RUS
}

# Two articles of one id in one go: the second wins, as a new version would, but not in silence.
test_one_id_twice_in_one_go() {
  printf '{"id":"n","text":"La Russie a attaqué Kiev."}\n{"id":"n","text":"La Turquie a attaqué Afrin."}\n' > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_err "selon: n: came twice with other words"
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  printf '{"id":"n","text":"La Turquie a attaqué Afrin."}\n{"id":"m","text":"La Russie a attaqué Kiev."}\n' > b.ndjson
  expect_exit 0 "$selon" ingest b.ndjson --store b.db
  ! grep -q "came twice" err || fail "$(cat err)"
}

test_forget() {
  article > a.txt
  other_article > b.txt
  expect_exit 0 "$selon" ingest a.txt b.txt --store a.db
  expect_exit 0 "$selon" forget a.txt --store a.db
  expect_exit 1 "$selon" forget a.txt --store a.db
  expect_exit 1 "$selon" claims --store a.db --text bombarde
  expect_exit 0 "$selon" claims --store a.db
  if cat a.db* | grep -aq -e bombard -e Kharkiv; then fail "its words still stand in the file"; fi
}

test_a_killed_ingest_goes_on() {
  mkdir many
  for i in $(seq 1 120); do { article; other_article; echo "Note $i."; } > "many/$i.txt"; done
  "$selon" ingest many --store a.db --jobs 1 > /dev/null 2>&1 &
  pid=$!
  for _ in $(seq 1 500); do
    n=$("$selon" claims --store a.db --json 2> /dev/null | wc -l)
    [ "${n:-0}" -gt 10 ] && break
    kill -0 $pid 2> /dev/null || break
  done
  kill -9 $pid 2> /dev/null
  wait $pid 2> /dev/null
  expect_exit 0 "$selon" claims --store a.db --json
  first=$(wc -l < out)
  [ "$first" -gt 10 ] || fail "nothing was kept"
  expect_exit 0 "$selon" ingest many --store a.db
  expect_err "coded before and skipped"
  expect_exit 0 "$selon" ingest many --store b.db
  expect_exit 0 "$selon" claims --store a.db --json
  mv out resumed
  expect_exit 0 "$selon" claims --store b.db --json
  cmp -s resumed out || fail "a resumed ingest gives another store than one at a go"
}

# ---------------------------------------------------------------- bad input

test_empty_file() {
  : > empty.txt
  article > a.txt
  expect_exit 3 "$selon" code empty.txt a.txt
  expect_err "empty.txt: "
  [ "$(claims)" -ge 1 ] || fail "the rest did not go on"
}

test_binary() {
  head -c 100000 "$selon" > program.txt
  expect_exit 3 "$selon" code program.txt
  expect_err "program.txt: "
  no_out
}

test_invalid_utf8_in_the_middle() {
  { for _ in $(seq 1 30); do article; done; printf 'a \xff\xfe\xf8 b'; for _ in $(seq 1 30); do article; done; } > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
  expect_err "(at byte "
}

test_latin1() {
  { article; other_article; article; } | iconv -f UTF-8 -t ISO-8859-1 > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out "bombardé"
  [ "$(claims)" -ge 2 ] || fail "no claims in Latin-1"
}

test_lone_bom() {
  printf '\xef\xbb\xbf' > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
}

test_nul_bytes() {
  { article; printf '\0\0\0'; other_article; } > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
}

test_fifty_megabytes_are_rejected() {
  yes "$(article | tr -d '\n')" | tr '\n' ' ' | head -c 50000000 > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
  expect_err "16"
}

test_fifteen_megabytes_of_one_line() {
  # Long words between the sentences: it is the line's length that counts, and the test shall be quick.
  word=$(head -c 12000 /dev/zero | tr '\0' x)
  yes "$(article | tr -d '\n') $word" | tr '\n' ' ' | head -c 15000000 > a.txt
  expect_exit 0 "$selon" code a.txt
  [ "$(claims)" -gt 1000 ] || fail "only $(claims) claims"
}

test_unbalanced_quotes() {
  echo '« Oslo a dit : “ La Russie a bombardé Kharkiv, a déclaré » « « Paris. " Moscou a attaqué la Turquie' > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out '"record":"document"'
}

# A web archive, plain and packed: pages in chunks, packed pages, charsets; and what a damaged record does.
test_web_archive() {
  python3 - << 'PYTHON' || fail "no archive"
import gzip
def record(url, head, body, kind="response"):
    block = b"HTTP/1.1 200 OK\r\n" + head.encode() + b"\r\n" + body
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
            % (kind, url, len(block))).encode() + block + b"\r\n\r\n"
def page(words, charset="utf-8"):
    return ("<html lang=fr><head><title>Essai</title><meta property='article:published_time' content='2024-03-06'></head>"
            "<body><article><h1>Essai</h1><p>%s</p></article></body></html>" % words).encode(charset)
html, packed = "Content-Type: text/html\r\n", "Content-Encoding: gzip\r\n"
one = page("Selon Oslo, la Russie a bombardé Kharkiv mardi.")
records = [
    record("https://a.example/1", html + "Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(one), one)),
    record("https://a.example/1.png", "Content-Type: image/png\r\n", b"\x89PNG"),
    record("https://a.example/2", "Content-Type: text/html; charset=iso-8859-1\r\n" + packed, gzip.compress(page("Paris a condamné Moscou.", "latin-1"))),
    record("https://a.example/3", "Content-Type: text/plain; charset=utf-8\r\n", "La Turquie a attaqué la Syrie.".encode()),
]
open("a.warc", "wb").write(b"".join(records))
members = [gzip.compress(r) for r in records]
open("a.warc.gz", "wb").write(b"".join(members))
broken = bytearray(members[2])
broken[len(broken) // 2] ^= 0x55
open("broken.warc.gz", "wb").write(members[0] + broken + members[3])
open("place", "w").write(str(len(members[0])))
open("cut.warc", "wb").write(records[0][:-40] + b"".join(records[1:]))
PYTHON
  expect_exit 0 "$selon" code a.warc
  expect_err "3 articles coded"
  expect_err "1 record of an archive is no page"
  expect_out '"id":"https://a.example/1"'
  expect_out '"url":"https://a.example/1"'
  expect_out '"file":"a.warc@0"'
  expect_out '"published":"2024-03-06"'
  expect_out '"value":"2024-03-05"'
  ! grep -q 2024-05-01 out || fail "the day of the crawl is taken for one of the text's"
  expect_out "Paris a condamné Moscou."
  expect_out "La Turquie a attaqué la Syrie."
  grep -v '"record":"document"' out > plain
  for way in "a.warc.gz" "--input warc a.warc.gz" "- --input warc" "-"; do
    expect_exit 0 "$selon" code $way < a.warc.gz
    grep -v '"record":"document"' out | cmp -s - plain || fail "otherwise when read as: $way"
  done
  expect_exit 3 "$selon" code broken.warc.gz
  expect_err "broken.warc.gz: "
  expect_err "(at byte $(cat place))"
  expect_out '"id":"https://a.example/3"'
  expect_exit 3 "$selon" code cut.warc
  expect_err "cut.warc: https://a.example/1: the record does not end where its Content-Length says (at byte 0)"
  expect_out '"id":"https://a.example/2"'
  mkdir folder && cp a.warc.gz folder
  expect_exit 0 "$selon" ingest folder --store a.db
  expect_exit 0 "$selon" ingest a.warc --store a.db
  expect_err "0 articles coded"
  expect_exit 0 "$selon" show https://a.example/2 --store a.db
  expect_out "Moscou"
  article > a.txt
  expect_exit 3 "$selon" code --input warc a.txt
  expect_err "a.txt: is no WARC record (at byte 0)"
}

# An archive that unpacks to far more than a text may hold costs time, no memory.
test_web_archive_bomb() {
  python3 - << 'PYTHON' || fail "no archive"
import gzip
bomb = gzip.compress(gzip.compress(b" " * 300_000_000, 9), 9)
inner = gzip.decompress(bomb)
block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + inner
head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/bomb\r\n"
        "Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(block)).encode()
open("bomb.warc.gz", "wb").write(gzip.compress(head + block + b"\r\n\r\n"))
PYTHON
  expect_exit 3 bash -c "ulimit -v 3000000; exec '$selon' code --jobs 1 bomb.warc.gz"
  expect_err "bomb.warc.gz: https://a.example/bomb: unpacks to more than the limit"
}

test_deeply_nested_html() {
  { for _ in $(seq 1 20000); do printf '<div><b>'; done; article; } > a.html
  got=0
  timeout 60 "$selon" code a.html > out 2> err || got=$?
  [ $got = 0 ] || [ $got = 3 ] || fail "exit $got"
  [ $got = 0 ] || expect_err "a.html: "
}

test_truncated_html() {
  { echo '<html><head><title>Frappe</title></head><body><article><p>'; article; printf '<p>Le <a href="x'; } > a.html
  expect_exit 0 "$selon" code a.html
  [ "$(claims)" -ge 1 ] || fail "no claims"
}

test_bad_ndjson_in_line_7() {
  for i in 1 2 3 4 5 6; do echo "{\"id\":\"n$i\",\"text\":\"$(article)\"}"; done > a.ndjson
  echo '{"id":"n7","text":"Paris' >> a.ndjson
  echo "{\"id\":\"n8\",\"text\":\"$(article)\"}" >> a.ndjson
  expect_exit 3 "$selon" code a.ndjson
  expect_err "a.ndjson:7"
  [ "$(grep -c '"record":"document"' out)" = 7 ] || fail "the other lines did not go on"
}

# Root may read and write everything: these run as nobody then.
as_nobody() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }

test_unreadable_file() {
  article > a.txt
  article > secret.txt
  chmod 755 . && chmod 644 a.txt && chmod 000 secret.txt
  expect_exit 3 as_nobody "$selon" code secret.txt a.txt
  expect_err "secret.txt: Permission denied"
  [ "$(claims)" -ge 1 ] || fail "the rest did not go on"
  expect_exit 3 "$selon" code missing.txt
  expect_err "missing.txt: No such file"
}

test_read_only_folder() {
  mkdir shut
  article > shut/a.txt
  "$selon" --quiet ingest shut/a.txt --store shut/a.db
  chmod 755 . && chmod 644 shut/* && chmod 555 shut
  expect_exit 4 as_nobody "$selon" ingest shut/a.txt --store shut/b.db
  expect_err "shut/b.db: "
  other_article > b.txt && chmod 644 b.txt
  expect_exit 4 as_nobody "$selon" ingest b.txt --store shut/a.db
  expect_err "shut/a.db: "
  expect_exit 0 as_nobody "$selon" claims --store shut/a.db
  expect_exit 4 as_nobody "$selon" forget a.txt --store shut/a.db
  chmod 755 shut
  expect_exit 0 "$selon" claims --store shut/a.db
}

test_full_disk() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  "$selon" claims --store a.db --json > before 2> /dev/null
  for i in $(seq 1 200); do { article; other_article; echo "Note $i."; } > "b$i.txt"; done
  # No file may grow beyond what the store has already and a little: as if the disk were full.
  kilobytes=$(($(stat -c %s a.db) / 1024 + 40))
  expect_exit 4 bash -c "ulimit -f $kilobytes; exec '$selon' ingest . --store a.db"
  expect_err "a.db: "
  expect_exit 0 "$selon" claims --store a.db --document a.txt --json
  cmp -s before out || fail "what stood in the store was lost"
  expect_exit 0 "$selon" ingest . --store a.db
}

# A model that cannot be read is the installation's fault, not each article's: said once, and the end.
test_unreadable_model() {
  cp -rL "$(dirname "$selon")/share/selon" data 2> /dev/null || cp -rL "$(dirname "$selon")/../share/selon" data
  echo "version 1" > data/models/fr.selon-model
  for i in 1 2 3 4 5; do { article; echo "Note $i."; } > "a$i.txt"; done
  for command in "code a1.txt a2.txt a3.txt a4.txt a5.txt" "ingest a1.txt a2.txt a3.txt --store a.db" "selftest swap a1.txt a2.txt" "parse a1.txt"; do
    expect_exit 2 env SELON_DATA=data "$selon" $command
    [ "$(grep -c fr.selon-model err)" = 1 ] || fail "$command: $(cat err)"
    ! grep -q rejected err || fail "$command: $(cat err)"
  done
}

test_store_of_another_version() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  # user_version lies in bytes 60 to 63 of the file.
  printf '\0\0\0\7' | dd of=a.db bs=1 seek=60 conv=notrunc status=none
  for command in "ingest a.txt" claims "show a.txt" "explain ab" network "export csv" "forget a.txt"; do
    expect_exit 4 "$selon" $command --store a.db
    expect_err "format 7"
  done
}

test_store_that_is_no_store() {
  article > a.txt
  for _ in $(seq 1 100); do article; done > a.db
  cp a.db before
  for command in "ingest a.txt" claims "show a.txt" "forget a.txt"; do
    expect_exit 4 "$selon" $command --store a.db
    expect_err "a.db: is no Selon store"
    expect_exit 4 "$selon" $command --store no/such.db
  done
  cmp -s before a.db || fail "the file was changed"
  expect_exit 4 "$selon" claims --store missing.db
  [ ! -e missing.db ] || fail "a query made a store"
}

if [ $# -gt 1 ]; then
  "$2"
else
  failed=0
  for name in $(sed -nE 's/^(test_[a-z0-9_]+)\(\).*/\1/p' "$OLDPWD/$0" 2> /dev/null || true); do
    if bash "$OLDPWD/$0" "$selon" "$name"; then echo "ok   $name"; else echo "FAIL $name"; failed=1; fi
  done
  exit $failed
fi
