#!/usr/bin/env python3
"""Turns a checkpoint of train_parser.py into the model file that src/syntax/model.h reads.

    export_model.py --checkpoint build/train/fr/checkpoint.pt --output models/fr.selon-model

Matrices become int8 with a scale for each output. The averaged weights are taken.
"""

import argparse
import struct
import zlib

import numpy as np
import torch

import contractions
from calibration import calibrate
from network import HEADS
from train_parser import DEVELOPMENT, Examples, build_network, reopen
from treebanks import irregular_verbs, read_conllu, sure_lemmas

MAGIC, VERSION, BYTE_ORDER = b"SELONMDL", 4, 0x01020304


class Sections:
    def __init__(self):
        self.parts = []

    def add(self, name, data):
        if isinstance(data, torch.Tensor):
            data = data.detach().numpy()
        if isinstance(data, np.ndarray):
            data = np.ascontiguousarray(data.astype(np.int8 if data.dtype == np.int8 else np.float32)).tobytes()
        assert len(name) <= 24, name
        self.parts.append((name.encode(), data))

    def lines(self, name, values):
        for v in values:
            assert "\n" not in v, v
        self.add(name, "".join(v + "\n" for v in values).encode())

    def matrix(self, name, weight):
        """[outputs, inputs] as int8 and a scale for each output."""
        weight = weight.detach().numpy().astype(np.float32)
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 127
        self.add(name + ".weight", np.clip(np.round(weight / scale[:, None]), -127, 127).astype(np.int8))
        self.add(name + ".scale", scale.astype(np.float32))

    def linear(self, name, layer):
        self.matrix(name, layer.weight)
        self.add(name + ".bias", layer.bias)

    def bytes(self):
        """The layout described in src/syntax/binary_file.h."""
        body = b""
        table, at = [], 32 + 40 * len(self.parts)
        for name, data in self.parts:
            start = (at + 63) // 64 * 64
            table.append(struct.pack("<24sQQ", name, start, len(data)))
            body += b"\0" * (start - at) + data
            at = start + len(data)
        rest = b"".join(table) + body
        head = MAGIC + struct.pack("<IIQII", VERSION, BYTE_ORDER, 32 + len(rest), zlib.crc32(rest), len(self.parts))
        return head + rest


def with_vectors(keys, rows, vectors, weight):
    """The table of forms with the vectors' part added; a word without a row of its own has the unknown one's."""
    number = {key: i for i, key in enumerate(keys, 1)}
    words = sorted(set(keys) | set(vectors.words))
    own = rows[[0] + [number.get(w, 0) for w in words]]
    other = vectors.rows[[0] + [vectors.number.get(w, 0) for w in words]]
    return words, own + other @ weight.T


def add_heads(out, network, prefix, kept_out, treebank):
    """What reads the last layer's rows, and how sure that may be said to be of text read as `treebank`."""
    for name in ("upos", "feats", "arc_head", "arc_dependent", "label_head", "label_dependent"):
        out.linear(prefix + name, getattr(network, name))
    out.add(prefix + "root.arc_head", network.arc_root)
    out.add(prefix + "root.label_head", network.label_root)
    out.matrix(prefix + "arc_matrix", network.arc_matrix.T)      # dependent @ matrix: output column first
    out.add(prefix + "arc_bias", network.arc_bias)
    out.add(prefix + "distance", network.distance)
    for name, weight in zip(("label_pair", "label_of_head", "label_alone"), network.label.weight.chunk(3, 1)):
        out.matrix(prefix + name, weight)
    out.add(prefix + "label_alone.bias", network.label.bias)
    out.add(prefix + "tag_relation", network.tag_relation)
    out.add(prefix + "tag_feats", network.tag_feats)
    temperatures, odds = calibrate(network, kept_out, treebank)
    print("temperatures of arcs, labels and tags:", [round(t, 3) for t in temperatures],
          "slope and offset of arcs:", [round(x, 3) for x in odds])
    out.add(prefix + "temperature", np.array(temperatures, dtype=np.float32))
    out.add(prefix + "odds", np.array(odds, dtype=np.float32))


def export(network, inventory, vectors, options, treebank, own):
    out = Sections()
    width = options["width"]
    out.lines("meta", [f"language\t{options['language']}", f"width\t{width}", f"depth\t{options['depth']}",
                       f"arc\t{network.arc_head.out_features}", f"label\t{network.label_head.out_features}",
                       f"lexicon\t{'yes' if options['lexicon'] else 'no'}",
                       f"treebank\t{treebank}", f"heads\t{HEADS}"] +
              [f"attention\t{'yes' if str(i) in network.attentions else 'no'}"
               for i in range(options["depth"])] +
              [f"own heads\t{name}" for name in own])
    for k, table in enumerate(network.tables):
        keys, rows = inventory.tables[k], table.weight
        if k == 0 and vectors:
            keys, rows = with_vectors(keys, rows, vectors, network.from_vectors.weight)
        out.lines(f"table{k}.keys", keys)
        out.matrix(f"table{k}", rows)
    out.lines("treebanks", inventory.treebanks)
    out.add("treebank.rows", network.treebank.weight)
    out.add("input.norm.scale", network.input_norm.weight)
    out.add("input.norm.shift", network.input_norm.bias)
    for i, (layer, norm) in enumerate(zip(network.layers, network.norms)):
        # [output, input, place] → [output, place * width + input]: three rows of words lie side by side
        out.matrix(f"layer{i}.values", layer.values.weight.permute(0, 2, 1).reshape(width, 3 * width))
        out.add(f"layer{i}.values.bias", layer.values.bias)
        out.linear(f"layer{i}.gates", layer.gates)
        out.add(f"layer{i}.norm.scale", norm.weight)
        out.add(f"layer{i}.norm.shift", norm.bias)
    for i, attention in network.attentions.items():
        scale = torch.ones(3 * width)
        scale[:width] = (width // HEADS) ** -0.5
        out.matrix(f"attend{i}.inward", attention.inward.weight * scale[:, None])
        out.add(f"attend{i}.inward.bias", attention.inward.bias * scale)
        out.linear(f"attend{i}.outward", attention.outward)
        out.add(f"attend{i}.distance", attention.distance)
    out.linear("script", network.script)
    for name in ("upos", "feats", "deprels", "scripts"):
        out.lines(name, getattr(inventory, name))
    lemmas = sorted((form, upos, lemma) for (form, upos), lemma in inventory.lemmas.items() if lemma != "_")
    out.lines("lemma.keys", [f"{form}\t{upos}" for form, upos, _ in lemmas])
    out.lines("lemma.values", [lemma for _, _, lemma in lemmas])
    return out


def add_contractions(out, options, sentences, features):
    keys, weights = [], []
    if options["language"] == "fr":
        features.add(form for s in sentences for form, _ in s.tokens)
        found = contractions.train(contractions.examples(sentences, features))
        for name, file in DEVELOPMENT["fr"].items():
            held_out = read_conllu(f"{options['treebanks']}/{file}.conllu.xz")[::options["keep_development"]]
            features.add(form for s in held_out for form, _ in s.tokens)
            right, total = contractions.accuracy(found, contractions.examples(held_out, features))
            print(f"du, des in {name}: {right} of {total} right")
        keys, weights = sorted(found), [found[k] for k in sorted(found)]
    out.lines("contraction.keys", keys)
    out.add("contraction.weights", np.array(weights, dtype=np.float32))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--treebank", default="press",
                        help="whose habits to follow unless asked otherwise")
    options = parser.parse_args()
    torch.set_num_threads(1)
    saved, sentences, development, features, vectors, inventory = reopen(options.checkpoint)
    training = saved["options"]
    inventory.lemmas = sure_lemmas(sentences)
    if training["language"] == "en":
        inventory.lemmas = irregular_verbs() | inventory.lemmas
    network = build_network(inventory, training, vectors and vectors.rows)
    own = dict(saved.get("own_heads", {}))
    # Heads of the default treebank's own take the place of the common ones.
    network.load_state_dict(saved["average"] | own.pop(options.treebank, {}))
    out = export(network, inventory, vectors, training, options.treebank, own)
    kept_out = {k: Examples(v, inventory, features, vectors=vectors) for k, v in development.items()}
    add_heads(out, network, "", list(kept_out.values()), inventory.treebanks.index(options.treebank))
    for name, weights in own.items():
        network.load_state_dict(saved["average"] | weights)
        number = inventory.treebanks.index(name)
        add_heads(out, network, f"{number}/", [kept_out[name]], number)
    add_contractions(out, training, sentences, features)
    data = out.bytes()
    with open(options.output, "wb") as file:
        file.write(data)
    print(f"{options.output}: {len(data)} bytes, epoch {saved['epoch']}, {saved['scores']}")


if __name__ == "__main__":
    main()
