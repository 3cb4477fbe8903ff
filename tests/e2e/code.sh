#!/bin/bash
# `selon code`: the records, their spans, and their order.
. "$(dirname "$0")/support.sh"

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

test_a_headline_is_read() {
  echo "Paris accuse Kiev." > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out '"event":"ACCUSE"'
}

run_tests "$@"
