#!/bin/bash
# A walk through the commands on a store, `forget`, and files that are no store.
. "$(dirname "$0")/support.sh"

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

# A file's name is enough where only one article has it.
test_document_by_its_file_name() {
  mkdir one two
  article > one/a.txt
  other_article > two/b.txt
  expect_exit 0 "$selon" ingest one two --store a.db
  expect_exit 0 "$selon" show b.txt --store a.db
  expect_out "Afrin"
  expect_exit 0 "$selon" claims --store a.db --document b.txt
  expect_exit 1 "$selon" show .txt --store a.db
  expect_err "no such document"
  cp one/a.txt two
  expect_exit 0 "$selon" ingest two --store b.db
  echo "Paris a condamné Moscou." > one/a.txt
  expect_exit 0 "$selon" ingest one --store b.db
  expect_exit 1 "$selon" show a.txt --store b.db
  expect_err "several documents of this name"
}

# A long sentence's claims are told apart by the words around their triggers.
test_words_around_the_trigger() {
  printf '%s' "Selon le porte-parole du ministère norvégien des Affaires étrangères, qui s'exprimait jeudi soir devant la presse à Oslo, la Russie a bombardé Kharkiv." > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --event ASSAULT
  grep -q "“….*a bombardé Kharkiv”" out || fail "$(cat out)"
}

run_tests "$@"
