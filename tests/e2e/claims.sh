#!/bin/bash
# `selon claims` and `explain`: questions and answers.
. "$(dirname "$0")/support.sh"

# A day of the text's own is told apart from the article's.
test_whose_day() {
  echo '{"id":"n","published":"2024-03-06","text":"La Russie a bombardé Kharkiv mardi. La Turquie a attaqué la Syrie. L’Iran bombarde chaque lundi l’Irak."}' > a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  expect_exit 0 "$selon" claims --store a.db
  grep -q '^[0-9a-f]*  2024-03-05 .*Kharkiv' out || fail "the event's day is not there: $(cat out)"
  grep -q '^[0-9a-f]*  pub. 2024-03-06 .*Syria' out || fail "the article's day is not marked: $(cat out)"
  ! grep -q 'P1W' out || fail "how often is no day: $(cat out)"
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

test_names_are_found_in_either_language() {
  article > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" claims --store a.db --actor Russie
  expect_out "ASSAULT"
  expect_exit 0 "$selon" claims --store a.db --actor Russia
  expect_out "ASSAULT"
  expect_exit 1 "$selon" claims --store a.db --actor Suède
}

# A surname finds whoever has it, not only whom the tables know best; an article without outlet and author speaks under its file's name.
test_names_as_people_type_them() {
  mkdir folder
  echo "Emmanuel Macron a critiqué Boris Johnson." > folder/a.txt
  expect_exit 0 "$selon" ingest folder --store a.db
  expect_exit 0 "$selon" claims --store a.db --recipient Johnson
  expect_exit 0 "$selon" claims --store a.db --actor macron
  for name in a.txt folder/a.txt; do expect_exit 0 "$selon" claims --store a.db --according-to $name; done
  for name in txt .txt b.txt; do expect_exit 1 "$selon" claims --store a.db --according-to $name; done
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

test_show_an_interview() {
  printf 'La Turquie et la guerre\n\nLe journaliste : La Turquie a-t-elle aidé les rebelles ?\n\nAnne Veld : Ankara a livré des armes aux rebelles.\n\nLe journaliste : Et la Russie ?\n\nAnne Veld : La Russie a bombardé Idlib.\n' > a.txt
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" show a.txt --store a.db
  [ "$(grep -c '^Anne Veld' out)" = 2 ] || fail "a speaker twice: $(cat out)"
  expect_out "Anne Veld: La Russie a bombardé"
}

test_explain_lists_some_tellings() {
  for i in $(seq 30); do echo "La Russie a bombardé Kharkiv. Note $i." > "a$i.txt"; done
  expect_exit 0 "$selon" ingest . --store a.db
  expect_exit 0 "$selon" claims --store a.db --document ./a1.txt --json
  id=$(sed -E 's/.*"id":"([0-9a-f]{16})".*/\1/' out)
  expect_exit 0 "$selon" explain "$id" --store a.db
  expect_out "and 9 more; --all lists them"
  [ "$(grep -c 'Russia → ASSAULT' out)" = 21 ] || fail "$(cat out)"
  expect_exit 0 "$selon" explain "$id" --store a.db --all
  [ "$(grep -c 'Russia → ASSAULT' out)" = 30 ] || fail "$(cat out)"
}

run_tests "$@"
