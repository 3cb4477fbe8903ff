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

run_tests "$@"
