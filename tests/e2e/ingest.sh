#!/bin/bash
# `selon ingest`: repeated, killed, on a full disk, in a folder that is shut.
. "$(dirname "$0")/support.sh"

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

run_tests "$@"
