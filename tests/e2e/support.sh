# Shared by the tests of the program as people run it: what it prints, its exit codes, what bad input, a kill, a full disk
# do to it. A file a subject; each function test_* is a test of ctest.
#
#   tests/e2e/network.sh build/selon                      runs all of a file
#   tests/e2e/network.sh build/selon test_network_files   runs one
set -u
script=$(realpath "$0")
selon=$(realpath "$1")
samples=$(realpath "$(dirname "$0")/../../samples")
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir" 2> /dev/null; rm -rf "$dir"' EXIT
cd "$dir" || exit 1

# Ends the test also from a pipeline or another subshell, where an exit would end that alone.
fail() {
  echo "FAILED: $*" >&2
  [ "$BASHPID" = $$ ] || kill $$
  exit 1
}
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
# Root may read and write everything: these run as nobody then.
as_nobody() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }

# The test of that name, or every test of the file that asks, each in a shell and a folder of its own.
run_tests() {
  if [ $# -gt 1 ]; then
    "$2"
    return
  fi
  local failed=0 name
  for name in $(sed -nE 's/^(test_[a-z0-9_]+)\(\).*/\1/p' "$script"); do
    if bash "$script" "$selon" "$name"; then echo "ok   $name"; else echo "FAIL $name"; failed=1; fi
  done
  exit $failed
}
