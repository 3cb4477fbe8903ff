#!/bin/bash
# WARC as input.
. "$(dirname "$0")/support.sh"

# A web archive, plain and packed: pages in chunks, packed pages, charsets; and what a damaged record does.
test_web_archive() {
  python3 - << 'PYTHON' || fail "no archive"
import gzip
def record(url, head, body, kind="response"):
    block = b"HTTP/1.1 200 OK\r\n" + head.encode() + b"\r\n" + body
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
            % (kind, url, len(block))).encode() + block + b"\r\n\r\n"
def page(words, charset="utf-8"):
    return ("<html lang=fr><head><title>Essai</title><meta property='article:published_time' content='2024-03-06'></head>"
            "<body><article><h1>Essai</h1><p>%s</p></article></body></html>" % words).encode(charset)
html, packed = "Content-Type: text/html\r\n", "Content-Encoding: gzip\r\n"
one = page("Selon Oslo, la Russie a bombardé Kharkiv mardi.")
records = [
    record("https://a.example/1", html + "Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(one), one)),
    record("https://a.example/1.png", "Content-Type: image/png\r\n", b"\x89PNG"),
    record("https://a.example/2", "Content-Type: text/html; charset=iso-8859-1\r\n" + packed, gzip.compress(page("Paris a condamné Moscou.", "latin-1"))),
    record("https://a.example/3", "Content-Type: text/plain; charset=utf-8\r\n", "La Turquie a attaqué la Syrie.".encode()),
]
open("a.warc", "wb").write(b"".join(records))
members = [gzip.compress(r) for r in records]
open("a.warc.gz", "wb").write(b"".join(members))
broken = bytearray(members[2])
broken[len(broken) // 2] ^= 0x55
open("broken.warc.gz", "wb").write(members[0] + broken + members[3])
open("place", "w").write(str(len(members[0])))
open("empty.warc", "wb").write(records[3] + record("https://a.example/4", html, b"<html><script>x()</script></html>"))
open("cut.warc", "wb").write(records[0][:-40] + b"".join(records[1:]))
PYTHON
  expect_exit 0 "$selon" code a.warc
  expect_err "3 articles coded"
  expect_err "1 record of an archive is no page"
  expect_out '"id":"https://a.example/1"'
  expect_out '"url":"https://a.example/1"'
  expect_out '"file":"a.warc@0"'
  expect_out '"published":"2024-03-06"'
  expect_out '"value":"2024-03-05"'
  ! grep -q 2024-05-01 out || fail "the day of the crawl is taken for one of the text's"
  expect_out "Paris a condamné Moscou."
  expect_out "La Turquie a attaqué la Syrie."
  grep -v '"record":"document"' out > plain
  for way in "a.warc.gz" "--input warc a.warc.gz" "- --input warc" "-"; do
    expect_exit 0 "$selon" code $way < a.warc.gz
    grep -v '"record":"document"' out | cmp -s - plain || fail "otherwise when read as: $way"
  done
  expect_exit 3 "$selon" code broken.warc.gz
  expect_err "broken.warc.gz: "
  expect_err "(at byte $(cat place))"
  expect_out '"id":"https://a.example/3"'
  expect_exit 3 "$selon" code cut.warc
  expect_err "cut.warc: https://a.example/1: the record does not end where its Content-Length says (at byte 0)"
  expect_out '"id":"https://a.example/2"'
  expect_exit 3 "$selon" code empty.warc
  grep -q "empty.warc@[0-9]*: https://a.example/4: holds no text" err || fail "$(cat err)"
  mkdir folder && cp a.warc.gz folder
  expect_exit 0 "$selon" ingest folder --store a.db
  expect_exit 0 "$selon" ingest a.warc --store a.db
  expect_err "0 articles coded"
  expect_exit 0 "$selon" show https://a.example/2 --store a.db
  expect_out "Moscou"
  article > a.txt
  expect_exit 3 "$selon" code --input warc a.txt
  expect_err "a.txt: is no WARC record (at byte 0)"
}

# An archive that unpacks to far more than a text may hold costs time, no memory.
test_web_archive_bomb() {
  python3 - << 'PYTHON' || fail "no archive"
import gzip
inner = gzip.compress(b" " * 1_000_000_000, 1)
block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + inner
head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/bomb\r\n"
        "Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(block)).encode()
open("bomb.warc.gz", "wb").write(gzip.compress(head + block + b"\r\n\r\n"))
PYTHON
  # The page unpacks to 1 GB; the peak is 60 MB, 250 MB with a sanitizer's own.
  expect_exit 3 python3 -c "import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
sys.exit(status if kilobytes < 600_000 else 'peak memory %d kB' % kilobytes)" "$selon" code --jobs 1 bomb.warc.gz
  expect_err "bomb.warc.gz: https://a.example/bomb: unpacks to more than the limit"
}

# Zstandard's archives: a frame a record, with and without a dictionary in the first frame; what is damaged, what is a bomb.
test_web_archive_of_zstandard() {
  command -v zstd > /dev/null || { echo "no zstd: skipped"; exit 77; }
  python3 - << 'PYTHON' || fail "no records"
def record(number, words):
    block = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s" % words).encode()
    return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/%d\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (number, len(block))).encode() + block + b"\r\n\r\n"
words = ["Selon Oslo, la Russie a bombardé Kharkiv.", "La Turquie a attaqué la Syrie.", "Paris a condamné Moscou."]
for i, text in enumerate(words): open("r%d" % i, "wb").write(record(i, text))
for i in range(300): open("sample%d" % i, "wb").write(record(i * 7919 % 1000, "Le pays %d a condamné le pays %d." % (i, i * i % 97)))
PYTHON
  cat r0 r1 r2 > a.warc
  expect_exit 0 "$selon" code a.warc
  grep -v '"record":"document"' out > plain
  for r in r0 r1 r2; do zstd -q -c --check $r; done > a.warc.zst
  zstd -q --train sample* --maxdict=4096 -o dictionary
  python3 -c "d = open('dictionary', 'rb').read(); open('frame', 'wb').write(b'\x5D\x2A\x4D\x18' + len(d).to_bytes(4, 'little') + d)"
  { cat frame; for r in r0 r1 r2; do zstd -q -c --check -D dictionary $r; done; } > b.warc.zst
  for way in a.warc.zst b.warc.zst "- --input warc" -; do
    expect_exit 0 "$selon" code $way < b.warc.zst
    expect_err "3 articles coded"
    grep -v '"record":"document"' out | cmp -s - plain || fail "otherwise when read as: $way"
  done
  mkdir folder && cp b.warc.zst folder
  expect_exit 0 "$selon" ingest folder --store a.db
  tail -c +$(($(stat -c %s frame) + 1)) b.warc.zst > c.warc.zst
  expect_exit 3 "$selon" code c.warc.zst
  expect_err "c.warc.zst: the packed data needs a dictionary that the archive does not hold (at byte 0)"
  { zstd -q -c --check r0; zstd -q -c --check r1 | head -c -9; zstd -q -c --check r2; } > cut.warc.zst
  expect_exit 3 "$selon" code cut.warc.zst
  expect_err "2 articles coded"
  expect_err "(at byte $(zstd -q -c --check r0 | wc -c))"
  { zstd -q -c r0; head -c 1000000000 /dev/zero | zstd -q -c; } > bomb.warc.zst
  expect_exit 3 python3 -c "import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
sys.exit(status if kilobytes < 600_000 else 'peak memory %d kB' % kilobytes)" "$selon" code --jobs 1 bomb.warc.zst
  expect_err "1 article coded"
}

run_tests "$@"
