#!/bin/bash
# What is no article, or hardly one, and a model that cannot be read: a clear word, and the rest goes on.
. "$(dirname "$0")/support.sh"

test_empty_file() {
  : > empty.txt
  article > a.txt
  expect_exit 3 "$selon" code empty.txt a.txt
  expect_err "empty.txt: "
  [ "$(claims)" -ge 1 ] || fail "the rest did not go on"
}

test_binary() {
  head -c 100000 "$selon" > program.txt
  expect_exit 3 "$selon" code program.txt
  expect_err "program.txt: "
  no_out
}

# What people take for texts is called by its name.
test_other_formats_are_named() {
  printf '%%PDF-1.4\n1 0 obj' > a.pdf
  printf '{\\rtf1\\ansi La Russie a attaqu\\e9 Kiev.}' > a.txt
  printf 'PK\003\004\024\0' > a.docx
  article | gzip > a.txt.gz
  expect_exit 3 "$selon" code a.pdf a.txt a.docx a.txt.gz
  for words in "a.pdf: is a PDF" "a.txt: is an RTF document" "a.docx: is a packed document (as of Word" "a.txt.gz: is packed with gzip"; do expect_err "$words"; done
  no_out
}

test_invalid_utf8_in_the_middle() {
  { for _ in $(seq 1 30); do article; done; printf 'a \xff\xfe\xf8 b'; for _ in $(seq 1 30); do article; done; } > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
  expect_err "(at byte "
}

test_latin1() {
  { article; other_article; article; } | iconv -f UTF-8 -t ISO-8859-1 > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out "bombardé"
  [ "$(claims)" -ge 2 ] || fail "no claims in Latin-1"
}

test_lone_bom() {
  printf '\xef\xbb\xbf' > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
}

test_nul_bytes() {
  { article; printf '\0\0\0'; other_article; } > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
}

test_fifty_megabytes_are_rejected() {
  yes "$(article | tr -d '\n')" | tr '\n' ' ' | head -c 50000000 > a.txt
  expect_exit 3 "$selon" code a.txt
  expect_err "a.txt: "
  expect_err "16"
}

test_fifteen_megabytes_of_one_line() {
  # Long words between the sentences: it is the line's length that counts, and the test shall be quick.
  word=$(head -c 12000 /dev/zero | tr '\0' x)
  yes "$(article | tr -d '\n') $word" | tr '\n' ' ' | head -c 15000000 > a.txt
  expect_exit 0 "$selon" code a.txt
  [ "$(claims)" -gt 1000 ] || fail "only $(claims) claims"
}

test_unbalanced_quotes() {
  echo '« Oslo a dit : “ La Russie a bombardé Kharkiv, a déclaré » « « Paris. " Moscou a attaqué la Turquie' > a.txt
  expect_exit 0 "$selon" code a.txt
  expect_out '"record":"document"'
}

test_deeply_nested_html() {
  { for _ in $(seq 1 20000); do printf '<div><b>'; done; article; } > a.html
  got=0
  timeout 60 "$selon" code a.html > out 2> err || got=$?
  [ $got = 0 ] || [ $got = 3 ] || fail "exit $got"
  [ $got = 0 ] || expect_err "a.html: "
}

test_truncated_html() {
  { echo '<html><head><title>Frappe</title></head><body><article><p>'; article; printf '<p>Le <a href="x'; } > a.html
  expect_exit 0 "$selon" code a.html
  [ "$(claims)" -ge 1 ] || fail "no claims"
}

test_bad_ndjson_in_line_7() {
  for i in 1 2 3 4 5 6; do echo "{\"id\":\"n$i\",\"text\":\"$(article)\"}"; done > a.ndjson
  echo '{"id":"n7","text":"Paris' >> a.ndjson
  echo "{\"id\":\"n8\",\"text\":\"$(article)\"}" >> a.ndjson
  expect_exit 3 "$selon" code a.ndjson
  expect_err "a.ndjson:7"
  [ "$(grep -c '"record":"document"' out)" = 7 ] || fail "the other lines did not go on"
}

test_unreadable_file() {
  article > a.txt
  article > secret.txt
  chmod 755 . && chmod 644 a.txt && chmod 000 secret.txt
  expect_exit 3 as_nobody "$selon" code secret.txt a.txt
  expect_err "secret.txt: Permission denied"
  [ "$(claims)" -ge 1 ] || fail "the rest did not go on"
  expect_exit 3 "$selon" code missing.txt
  expect_err "missing.txt: No such file"
}

# A model that cannot be read is the installation's fault, not each article's: said once, and the end.
test_unreadable_model() {
  cp -rL "$(dirname "$selon")/share/selon" data
  echo "version 1" > data/models/fr.selon-model
  for i in 1 2 3 4 5; do { article; echo "Note $i."; } > "a$i.txt"; done
  for command in "code a1.txt a2.txt a3.txt a4.txt a5.txt" "ingest a1.txt a2.txt a3.txt --store a.db" "selftest swap a1.txt a2.txt" "parse a1.txt"; do
    expect_exit 2 env SELON_DATA=data "$selon" $command
    [ "$(grep -c fr.selon-model err)" = 1 ] || fail "$command: $(cat err)"
    ! grep -q rejected err || fail "$command: $(cat err)"
  done
}

run_tests "$@"
