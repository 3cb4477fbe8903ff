#!/bin/bash
# What all commands share: help, usage errors, colours, a stdout that nobody can write.
. "$(dirname "$0")/support.sh"

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

# Help is read in a terminal; a mistake is answered with what would be right.
test_help_and_mistakes() {
  for command in code ingest claims show explain network export forget parse import selftest; do
    expect_exit 0 "$selon" $command --help
    python3 -c "import sys
long = [l for l in open('out', encoding='utf-8').read().split('\n') if l.startswith(' ' * 30) and len(l) > 100]
sys.exit('\n'.join(long) if long else 0)" || fail "$command --help does not fit"
    expect_exit 2 "$selon" $command --no-such-option
    expect_err "selon $command: "
    expect_err "Example: "
    no_out
  done
  expect_exit 2 "$selon" code
  expect_err "selon code: paths is required"
  expect_exit 2 "$selon" no-such-command
  expect_err "selon: The following argument was not expected: no-such-command"
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

run_tests "$@"
