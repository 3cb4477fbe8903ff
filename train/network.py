"""The network: tables → gated convolutions, attention → heads for tag, features, lemma, arcs and labels.

It has the form in which it is exported: a word's vector is the sum of a row of each table, the arcs and the
labels have a root of their own, so that training can go on from a model file. docs/parser.md draws it.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

TABLES = 9               # form, suffixes 1–4, prefixes 2–3, shape, lexicon
DISTANCE_BUCKETS = 16
HEADS = 6                # of an attention


def distance_buckets(n):
    """[n, n + 1]: bucket of the distance from dependent i + 1 to head j; 2 * log2, then the side."""
    dependent = torch.arange(1, n + 1)[:, None]
    head = torch.arange(0, n + 1)[None]
    far = (head - dependent)
    bucket = (torch.log2(far.abs().float() + 1) * 2).long().clamp(0, DISTANCE_BUCKETS - 1)
    bucket = bucket + DISTANCE_BUCKETS * (far > 0).long()
    bucket[:, 0] = 2 * DISTANCE_BUCKETS           # the root has no distance
    return bucket


class Dropout(nn.Module):
    """nn.Dropout whose masks are slices of one pool of random numbers: drawing them anew took a
    quarter of the training's time."""

    POOL = 1 << 22

    def __init__(self, share):
        super().__init__()
        self.share = share
        self.pool = None

    def forward(self, x):
        if not self.training:
            return x
        size = x.numel()
        if size >= self.POOL:
            return F.dropout(x, self.share)
        if self.pool is None:
            self.pool = (torch.rand(self.POOL) >= self.share).float() / (1 - self.share)
        start = int(torch.randint(self.POOL - size, ()))
        return x * self.pool[start:start + size].view(x.shape)


class Attention(nn.Module):
    """Every word looks at every other of its sentence, each head with a bias for the distance. It adds
    nothing at first."""

    def __init__(self, width):
        super().__init__()
        self.inward = nn.Linear(width, 3 * width)
        self.outward = nn.Linear(width, width)
        nn.init.zeros_(self.outward.weight)
        nn.init.zeros_(self.outward.bias)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * DISTANCE_BUCKETS))

    def forward(self, x, mask, buckets):
        batch, n, width = x.shape
        q, k, v = (t.reshape(batch, n, HEADS, -1).transpose(1, 2) for t in self.inward(x).chunk(3, -1))
        scores = (q @ k.transpose(2, 3)).float() * (width // HEADS) ** -0.5 + self.distance[:, buckets]
        shares = scores.masked_fill(mask[:, None, None] == 0, -1e4).softmax(-1)
        return self.outward((shares @ v).transpose(1, 2).reshape(batch, n, width)).float()


class Gated(nn.Module):
    """Values from three neighbouring words, each let through as far as its gate, which sees the word alone, is
    open. A gate is a line with two bends: min(max(x / 6 + 1/2, 0), 1)."""

    def __init__(self, width):
        super().__init__()
        self.values = nn.Conv1d(width, width, 3, padding=1)
        self.gates = nn.Linear(width, width)

    def forward(self, x):
        return self.values(x.transpose(1, 2)).float().transpose(1, 2) * F.hardsigmoid(self.gates(x).float())


class Network(nn.Module):
    def __init__(self, table_sizes, treebanks, upos, feats, scripts, deprels, width=192, depth=6,
                 arc=128, label=128, attention=(), vectors=None):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n + 1, width) for n in table_sizes)
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.25)
        self.treebank = nn.Embedding(treebanks, width)
        nn.init.normal_(self.treebank.weight, 0, 0.1)
        # Vectors of words learnt elsewhere stay as they are; row 0 is the unknown word's.
        self.register_buffer("vectors", vectors, persistent=False)
        if vectors is not None:
            self.from_vectors = nn.Linear(vectors.shape[1], width, bias=False)
            nn.init.zeros_(self.from_vectors.weight)
        self.input_norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Gated(width) for _ in range(depth))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(depth))
        self.attentions = nn.ModuleDict({str(i): Attention(width) for i in attention})   # behind layer i
        self.upos = nn.Linear(width, upos)
        self.feats = nn.Linear(width, feats)
        self.script = nn.Linear(width, scripts)
        self.arc_head, self.arc_dependent = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_head, self.label_dependent = nn.Linear(width, label), nn.Linear(width, label)
        self.arc_root, self.label_root = nn.Parameter(torch.rand(arc)), nn.Parameter(torch.rand(label))
        self.arc_matrix = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.label = nn.Linear(3 * label, deprels)   # of head times dependent, of the head, of the dependent
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCE_BUCKETS + 1))
        # How well a tag goes with a relation and with features; own_heads.py learns it.
        self.tag_relation = nn.Parameter(torch.zeros(upos, deprels))
        self.tag_feats = nn.Parameter(torch.zeros(upos, feats))
        self.drop, self.drop_arc = Dropout(0.2), Dropout(0.33)

    def forward(self, rows, treebank, mask, form_dropout=0.12, word_dropout=0.04):
        """rows [sentence, word, table]; → words' vectors, arc scores [dependent, head], label vectors."""
        if self.training:
            rows = rows.clone()
            rows[:, :, 0][torch.rand(rows.shape[:2]) < form_dropout] = 0
            rows[torch.rand(rows.shape[:2]) < word_dropout] = 0
        batch, n, _ = rows.shape
        keep = mask[..., None]
        x = self.treebank(treebank)[:, None]
        for k, table in enumerate(self.tables):
            x = x + self.drop(table(rows[:, :, k]))
        if self.vectors is not None:
            x = x + self.from_vectors(self.drop(self.vectors[rows[:, :, TABLES]])).float()
        x = self.drop(self.input_norm(F.relu(x))) * keep
        buckets = distance_buckets(n)
        for i, (layer, norm) in enumerate(zip(self.layers, self.norms)):
            x = norm(x + self.drop(layer(x))) * keep
            if str(i) in self.attentions:
                x = (x + self.drop(self.attentions[str(i)](x, mask, buckets[:, 1:]))) * keep
        x = self.drop(x)

        def with_root(root, layer):
            return torch.cat([root.expand(batch, 1, -1), F.relu(layer(x)).float()], 1)
        heads = self.drop_arc(with_root(self.arc_root, self.arc_head))
        dependents = self.drop_arc(F.relu(self.arc_dependent(x)))
        arcs = (dependents @ self.arc_matrix) @ heads.transpose(1, 2) + (heads @ self.arc_bias)[:, None]
        arcs = arcs.float() + self.distance[buckets]
        return x, arcs, with_root(self.label_root, self.label_head), F.relu(self.label_dependent(x))

    def labels(self, heads, dependents, chosen):
        """Scores of every relation for each word and its chosen head."""
        mine = torch.gather(heads, 1, chosen[..., None].expand(-1, -1, heads.shape[-1])).to(dependents.dtype)
        return self.label(torch.cat([mine * dependents, mine, dependents], -1)).float()

    def agreeing(self, relations, feats):
        """Scores [..., tag, relation] and [..., tag, features] of each with each tag, the tag's own not counted."""
        return relations[..., None, :] + self.tag_relation, feats[..., None, :] + self.tag_feats

    def choose(self, tags, relations, feats):
        """→ the tag, the relation and the features of each word that go best together."""
        relations, feats = self.agreeing(relations, feats)
        best = (tags + relations.amax(-1) + feats.amax(-1)).argmax(-1)

        def of_best(scores):
            return torch.gather(scores.argmax(-1), -1, best[..., None])[..., 0]
        return best, of_best(relations), of_best(feats)
