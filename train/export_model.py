#!/usr/bin/env python3
"""Turns a checkpoint of train_parser.py into the model file that src/syntax/model.h reads.

    export_model.py --checkpoint build/train/fr/checkpoint.pt --output models/fr.selon-model

Matrices become int8 with a scale for each output; the tables are multiplied by the input matrix first,
so that a word's vector is the sum of its rows. The averaged weights are taken.
"""

import argparse
import struct
import zlib

import numpy as np
import torch

import contractions
from network import TABLE_WIDTHS
from train_parser import DEVELOPMENT, FeatureTool, Inventory, build_network, load_data
from treebanks import read_conllu

MAGIC, VERSION, BYTE_ORDER = b"SELONMDL", 1, 0x01020304


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


def export(saved, treebank):
    options = saved["options"]
    inventory = Inventory.__new__(Inventory)
    inventory.__dict__.update(saved["inventory"])
    network = build_network(inventory, options)
    network.load_state_dict(saved["average"])
    network.eval()
    out = Sections()
    width = options["width"]
    out.lines("meta", [f"language\t{options['language']}", f"width\t{width}", f"depth\t{options['depth']}",
                       f"arc\t{network.arc_head.out_features}", f"label\t{network.label_head.out_features}",
                       f"lexicon\t{'yes' if options['lexicon'] else 'no'}",
                       f"treebank\t{treebank}"])
    # A word's vector is bias + treebank + the rows of its tables, each through its slice of the matrix.
    at, weight = 0, network.input.weight.detach()
    for k, table_width in enumerate(TABLE_WIDTHS):
        out.lines(f"table{k}.keys", inventory.tables[k])
        out.matrix(f"table{k}", network.tables[k].weight @ weight[:, at:at + table_width].T)
        at += table_width
    out.lines("treebanks", inventory.treebanks)
    out.add("treebank.rows", network.treebank.weight @ weight[:, at:].T + network.input.bias)
    out.add("input.norm.scale", network.input_norm.weight)
    out.add("input.norm.shift", network.input_norm.bias)
    for i, (convolution, norm) in enumerate(zip(network.convolutions, network.norms)):
        # [output, input, place] → [output, place * width + input]: three rows of words lie side by side
        out.matrix(f"layer{i}", convolution.weight.permute(0, 2, 1).reshape(2 * width, 3 * width))
        out.add(f"layer{i}.bias", convolution.bias)
        out.add(f"layer{i}.norm.scale", norm.weight)
        out.add(f"layer{i}.norm.shift", norm.bias)
    for name in ("upos", "feats", "script", "arc_head", "arc_dependent", "label_head", "label_dependent"):
        out.linear(name, getattr(network, name))
    out.add("root.arc_head", torch.relu(network.arc_head(network.root)))
    out.add("root.label_head", torch.relu(network.label_head(network.root)))
    out.matrix("arc_matrix", network.arc_matrix.T)      # dependent @ matrix: output column first
    out.add("arc_bias", network.arc_bias)
    out.add("distance", network.distance)
    # label_tensor[relation, dependent, head], each with a constant 1 behind: the bilinear part, the
    # part of the head alone (its bias), the part of the dependent alone and its bias.
    tensor = network.label_tensor.detach()
    relations, side = tensor.shape[0], tensor.shape[1] - 1
    out.matrix("label", tensor[:, :side, :side].permute(0, 2, 1).reshape(relations * side, side))
    out.add("label.bias", tensor[:, side, :side].reshape(-1))
    out.matrix("label_alone", tensor[:, :side, side])
    out.add("label_alone.bias", tensor[:, side, side])
    for name in ("upos", "feats", "deprels", "scripts"):
        out.lines(name, getattr(inventory, name))
    lemmas = sorted((form, upos, lemma) for (form, upos), lemma in inventory.lemmas.items() if lemma != "_")
    out.lines("lemma.keys", [f"{form}\t{upos}" for form, upos, _ in lemmas])
    out.lines("lemma.values", [lemma for _, _, lemma in lemmas])
    return out, options


def add_contractions(out, options):
    keys, weights = [], []
    if options["language"] == "fr":
        sentences, _, features = load_data(options)
        features.add(form for s in sentences for form, _ in s.tokens)
        found = contractions.train(contractions.examples(sentences, features))
        for name, file in DEVELOPMENT["fr"].items():
            held_out = read_conllu(f"{options['treebanks']}/{file}.conllu.xz")
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
    saved = torch.load(options.checkpoint)
    out, training = export(saved, options.treebank)
    add_contractions(out, training)
    data = out.bytes()
    with open(options.output, "wb") as file:
        file.write(data)
    print(f"{options.output}: {len(data)} bytes, epoch {saved['epoch']}, {saved['scores']}")


if __name__ == "__main__":
    main()
