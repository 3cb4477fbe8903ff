#!/bin/bash
# `selon import`.
. "$(dirname "$0")/support.sh"

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

run_tests "$@"
