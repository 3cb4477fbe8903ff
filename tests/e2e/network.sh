#!/bin/bash
# `selon network`, in each format.
. "$(dirname "$0")/support.sh"

# What is only asked or supposed is no plain edge, what is denied or negated none.
test_network_of_what_is_not_told() {
  cat > a.txt << 'TEXT'
L'OTAN attaquera-t-elle la Russie ?

Si la Chine avait attaqué le Japon, l'Inde aurait soutenu la Chine.

La Turquie n'a pas attaqué la Syrie. L'Iran a attaqué l'Irak.
TEXT
  expect_exit 0 "$selon" ingest a.txt --store a.db
  expect_exit 0 "$selon" network --store a.db --format json
  grep -q '"actor":"Iran","recipient":"Iraq","sign":"-","standing":"told"' out || fail "told: $(cat out)"
  grep -q '"actor":"NATO","recipient":"Russia","sign":"-","standing":"open"' out || fail "asked: $(cat out)"
  grep -q '"actor":"China","recipient":"Japan","sign":"-","standing":"open"' out || fail "supposed: $(cat out)"
  grep -q '"actor":"India","recipient":"China","sign":"+","standing":"open"' out || fail "contrary to fact: $(cat out)"
  ! grep -q '"Turkey"' out || fail "negated: $(cat out)"
  expect_err "1 of 5 claims are negated or denied and tie nobody"
  expect_exit 0 "$selon" network --store a.db --format gexf
  [ "$(grep -c '<attvalue for="3" value="open"/>' out)" = 3 ] || fail "gexf: $(cat out)"
  expect_exit 0 "$selon" network --store a.db
  grep -q 'NATO  *- open  *Russia' out || fail "table: $(cat out)"
}

# Files for other programs are well-formed whatever the names, and both hold the same.
test_network_files() {
  name='A & B <"Hebdo">'
  printf '{"id":"a","outlet":"%s","text":"Selon Oslo, la Russie a bombardé Kharkiv. Selon Oslo, la France soutient l’Ukraine. La Turquie a attaqué la Syrie."}\n' "${name//\"/\\\"}" > a.ndjson
  printf '{"id":"b\\u0001\\n","text":"L’Iran a attaqué l’Irak."}\n' >> a.ndjson
  expect_exit 0 "$selon" ingest a.ndjson --store a.db
  for format in gexf graphml json; do
    expect_exit 0 "$selon" network --store a.db --format $format
    mv out net.$format
  done
  python3 - "$name" << 'PYTHON' || fail "$(cat net.graphml)"
import json, sys, xml.etree.ElementTree as xml
wanted = [json.loads(line) for line in open("net.json", encoding="utf-8")]
wanted = sorted((e["according_to"].replace("\x01", " ").strip(), e["actor"], e["recipient"], e["sign"], e["standing"], " ".join(e["claims"])) for e in wanted)
assert sys.argv[1] in [e[0] for e in wanted], wanted
ml, names = "{http://graphml.graphdrawing.org/xmlns}", ("according_to", "source", "target", "sign", "standing", "claims")
root = xml.parse("net.graphml").getroot()
keys = {k.get("id"): k for k in root.iter(ml + "key")}
label = {n.get("id"): n.find(ml + "data").text for n in root.iter(ml + "node")}
edges, kinds = [], set()
for e in root.iter(ml + "edge"):
    d = {x.get("key"): x.text for x in e.iter(ml + "data")}
    assert set(d) <= set(keys) and float(d["weight"]) == len(d["claims"].split()), d
    d.update(source=label[e.get("source")], target=label[e.get("target")])
    edges.append(tuple(d[n].strip() for n in names))
    kinds.add((d["source"], d["target"], d["kind"]))
assert sorted(edges) == wanted, (edges, wanted)
assert len(kinds) == len(edges)
assert all(k.get("attr.name") and k.get("attr.type") in ("string", "double") for k in keys.values())
gx = "{http://gexf.net/1.3}"
root = xml.parse("net.gexf").getroot()
title = {a.get("id"): a.get("title") for a in root.iter(gx + "attribute")}
edges = []
for e in root.iter(gx + "edge"):
    d = {title[v.get("for")]: v.get("value") for v in e.iter(gx + "attvalue")}
    d.update(source=e.get("source"), target=e.get("target"))
    edges.append(tuple(d[n].strip() for n in names))
assert sorted(edges) == wanted, (edges, wanted)
PYTHON
}

run_tests "$@"
