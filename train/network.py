"""The network: tables → gated convolutions → heads for tag, features, lemma, arcs and labels.

All of a word's tables go through one matrix, so that at export each row is multiplied by it once and
a word costs an addition a table. docs/parser.md draws it.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

TABLE_WIDTHS = (96, 16, 24, 32, 48, 24, 32, 24, 64)   # form, suffixes 1–4, prefixes 2–3, shape, lexicon
TREEBANK_WIDTH = 16
DISTANCE_BUCKETS = 16


def distance_buckets(n):
    """[n, n + 1]: bucket of the distance from dependent i + 1 to head j; 2 * log2, then the side."""
    dependent = torch.arange(1, n + 1)[:, None]
    head = torch.arange(0, n + 1)[None]
    far = (head - dependent)
    bucket = (torch.log2(far.abs().float() + 1) * 2).long().clamp(0, DISTANCE_BUCKETS - 1)
    bucket = bucket + DISTANCE_BUCKETS * (far > 0).long()
    bucket[:, 0] = 2 * DISTANCE_BUCKETS           # the root has no distance
    return bucket


class Network(nn.Module):
    def __init__(self, table_sizes, treebanks, upos, feats, scripts, deprels, width=192, depth=6,
                 arc=128, label=64):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n + 1, w) for n, w in zip(table_sizes, TABLE_WIDTHS))
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.3)
        self.treebank = nn.Embedding(treebanks, TREEBANK_WIDTH)
        self.input = nn.Linear(sum(TABLE_WIDTHS) + TREEBANK_WIDTH, width)
        self.input_norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, 2 * width, 3, padding=1) for _ in range(depth))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(depth))
        self.upos = nn.Linear(width, upos)
        self.feats = nn.Linear(width, feats)
        self.script = nn.Linear(width, scripts)
        self.arc_head, self.arc_dependent = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_head, self.label_dependent = nn.Linear(width, label), nn.Linear(width, label)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc_matrix = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.label_tensor = nn.Parameter(torch.zeros(deprels, label + 1, label + 1))
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCE_BUCKETS + 1))
        self.drop_input, self.drop_arc = nn.Dropout(0.2), nn.Dropout(0.33)

    def forward(self, rows, treebank, mask, form_dropout=0.12, word_dropout=0.04):
        """rows [sentence, word, table]; → words' vectors, arc scores [dependent, head], label vectors."""
        if self.training:
            rows = rows.clone()
            rows[:, :, 0][torch.rand(rows.shape[:2]) < form_dropout] = 0
            rows[torch.rand(rows.shape[:2]) < word_dropout] = 0
        batch, n, _ = rows.shape
        parts = [table(rows[:, :, k]) for k, table in enumerate(self.tables)]
        parts.append(self.treebank(treebank)[:, None].expand(-1, n, -1))
        keep = mask[..., None]
        x = self.input_norm(F.relu(self.input(self.drop_input(torch.cat(parts, -1)))))
        x = self.drop_input(x) * keep
        for convolution, norm in zip(self.convolutions, self.norms):
            y = F.glu(convolution(x.transpose(1, 2)), 1).transpose(1, 2)
            x = norm(x + self.drop_input(y)) * keep
        x = self.drop_input(x)
        with_root = torch.cat([self.root.expand(batch, 1, -1), x], 1)
        heads = self.drop_arc(F.relu(self.arc_head(with_root)))
        dependents = self.drop_arc(F.relu(self.arc_dependent(x)))
        arcs = (dependents @ self.arc_matrix) @ heads.transpose(1, 2) + (heads @ self.arc_bias)[:, None]
        arcs = arcs + self.distance[distance_buckets(n)]
        return x, arcs, F.relu(self.label_head(with_root)), F.relu(self.label_dependent(x))

    def labels(self, heads, dependents, chosen):
        """Scores of every relation for each word and its chosen head."""
        mine = torch.gather(heads, 1, chosen[..., None].expand(-1, -1, heads.shape[-1]))
        one = torch.ones(*mine.shape[:2], 1)
        d, h = torch.cat([dependents, one], -1), torch.cat([mine, one], -1)
        relations, a, b = self.label_tensor.shape
        left = (d.reshape(-1, a) @ self.label_tensor.permute(1, 0, 2).reshape(a, relations * b))
        return (left.reshape(*d.shape[:2], relations, b) * h[:, :, None]).sum(-1)
