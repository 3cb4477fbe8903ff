#!/bin/bash
# `selon parse`.
. "$(dirname "$0")/support.sh"

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

run_tests "$@"
