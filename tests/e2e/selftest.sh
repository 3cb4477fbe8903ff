#!/bin/bash
# `selon selftest`.
. "$(dirname "$0")/support.sh"

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

run_tests "$@"
