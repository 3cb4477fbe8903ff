"""Model files as train/export_model.py writes them: reading one, to go on training from it."""

import struct

import numpy as np
import torch

from network import HEADS

HEADER, ENTRY = "<8sIIQII", "<24sQQ"


class ModelFile:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        count = struct.unpack_from(HEADER, self.data)[5]
        self.sections = {}
        for i in range(count):
            name, start, size = struct.unpack_from(ENTRY, self.data, 32 + 40 * i)
            self.sections[name.rstrip(b"\0").decode()] = (start, size)

    def bytes(self, name):
        start, size = self.sections[name]
        return self.data[start:start + size]

    def lines(self, name):
        return self.bytes(name).decode().split("\n")[:-1]

    def floats(self, name, *shape):
        return torch.from_numpy(np.frombuffer(self.bytes(name), dtype=np.float32).copy()).reshape(shape or -1)

    def matrix(self, name, inputs):
        weight = torch.from_numpy(np.frombuffer(self.bytes(name + ".weight"), dtype=np.int8).copy())
        return weight.reshape(-1, inputs).float() * self.floats(name + ".scale")[:, None]


def shape_of(path):
    """The options of the network that a file holds: width, depth, behind which layers it attends."""
    meta = [line.split("\t", 1) for line in ModelFile(path).lines("meta")]
    attends = [value == "yes" for key, value in meta if key == "attention"]
    numbers = {key: int(value) for key, value in meta if key in ("width", "depth")}
    return numbers | {"attention": [i for i, yes in enumerate(attends) if yes]}


def take_out_vectors(words, rows, known, vectors):
    """The matrix that made the vectors' part of a file's rows, from those words that have nothing else; and
    the rows without that part. `rows` begins with the unknown word's."""
    only = [i for i, word in enumerate(words, 1) if word not in known and word in vectors.number]
    theirs = vectors.rows[[vectors.number[words[i - 1]] for i in only]]
    matrix = torch.linalg.lstsq(theirs, rows[only] - rows[0]).solution
    own = rows.clone()
    for i, word in enumerate(words, 1):
        if word in vectors.number:
            own[i] -= vectors.rows[vectors.number[word]] @ matrix
    return matrix.T, own


def start_from(path, network, inventory, vectors=None):
    """Gives the network the weights of the file; rows and outputs that the file lacks start from its unknown
    word's, from a mean, or from little."""
    file = ModelFile(path)
    meta = dict(line.split("\t", 1) for line in file.lines("meta") if not line.startswith("attention"))
    width, arc, label = (int(meta[k]) for k in ("width", "arc", "label"))

    def place(parameter, value):
        assert parameter.shape == value.shape, (parameter.shape, value.shape)
        parameter.data.copy_(value)

    def by_name(parameter, names, old_names, value, missing):
        number = {name: i for i, name in enumerate(old_names)}
        for i, name in enumerate(names):
            parameter.data[i] = value[number[name]] if name in number else missing

    for k, table in enumerate(network.tables):
        rows = file.matrix(f"table{k}", width)
        if k == 0 and vectors:
            matrix, rows = take_out_vectors(file.lines("table0.keys"), rows, set(inventory.tables[0]), vectors)
            place(network.from_vectors.weight, matrix)
        table.weight.data[0] = rows[0]
        by_name(table.weight[1:], inventory.tables[k], file.lines(f"table{k}.keys"), rows[1:], rows[0])
    treebanks = file.floats("treebank.rows", -1, width)
    by_name(network.treebank.weight, inventory.treebanks, file.lines("treebanks"), treebanks, treebanks.mean(0))
    place(network.input_norm.weight, file.floats("input.norm.scale"))
    place(network.input_norm.bias, file.floats("input.norm.shift"))
    for i, (layer, norm) in enumerate(zip(network.layers, network.norms)):
        weight = file.matrix(f"layer{i}.values", 3 * width).reshape(width, 3, width).permute(0, 2, 1)
        place(layer.values.weight, weight)
        place(layer.values.bias, file.floats(f"layer{i}.values.bias"))
        place(layer.gates.weight, file.matrix(f"layer{i}.gates", width))
        place(layer.gates.bias, file.floats(f"layer{i}.gates.bias"))
        place(norm.weight, file.floats(f"layer{i}.norm.scale"))
        place(norm.bias, file.floats(f"layer{i}.norm.shift"))
    for i, attention in network.attentions.items():
        if f"attend{i}.inward.scale" in file.sections:
            scale = torch.ones(3 * width)
            scale[:width] = (width // HEADS) ** 0.5       # queries are stored divided by it
            place(attention.inward.weight, file.matrix(f"attend{i}.inward", width) * scale[:, None])
            place(attention.inward.bias, file.floats(f"attend{i}.inward.bias") * scale)
            place(attention.outward.weight, file.matrix(f"attend{i}.outward", width))
            place(attention.outward.bias, file.floats(f"attend{i}.outward.bias"))
            place(attention.distance, file.floats(f"attend{i}.distance", HEADS, -1))
    for name, strings in (("upos", "upos"), ("feats", "feats"), ("script", "scripts")):
        layer, old = getattr(network, name), file.lines(strings)
        by_name(layer.weight, getattr(inventory, strings), old, file.matrix(name, width), 0.0)
        by_name(layer.bias, getattr(inventory, strings), old, file.floats(name + ".bias"), -4.0)
    for name in ("arc_head", "arc_dependent", "label_head", "label_dependent"):
        place(getattr(network, name).weight, file.matrix(name, width))
        place(getattr(network, name).bias, file.floats(name + ".bias"))
    place(network.arc_root, file.floats("root.arc_head"))
    place(network.label_root, file.floats("root.label_head"))
    place(network.arc_matrix, file.matrix("arc_matrix", arc).T)
    place(network.arc_bias, file.floats("arc_bias"))
    place(network.distance, file.floats("distance"))
    old = file.lines("deprels")
    parts = [file.matrix(name, label) for name in ("label_pair", "label_of_head", "label_alone")]
    by_name(network.label.weight, inventory.deprels, old, torch.cat(parts, 1), 0.0)
    by_name(network.label.bias, inventory.deprels, old, file.floats("label_alone.bias"), -4.0)
