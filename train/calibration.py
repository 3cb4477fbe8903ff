"""Temperatures that make the network's probabilities honest: of the arcs that it gives 0.8, eight in ten are right.

Scores are divided by a temperature before they become probabilities. Each is fitted on sentences that the
network has not learnt from, so that what is right becomes likeliest.
"""

import torch
import torch.nn.functional as F

from train_parser import collate, make_batches


@torch.no_grad()
def scores_of(network, examples, treebank):
    """[(scores, right one)] of arcs, of the relations of right arcs, of tags."""
    network.eval()
    found = {"arc": [], "label": [], "tag": []}
    for batch in make_batches([len(s.words) for s in examples.sentences], 4000):
        rows, own, mask, targets, _ = collate([examples.example(i) for i in batch])
        x, arcs, heads, dependents = network(rows, torch.full_like(own, treebank), mask)
        tags = network.upos(x)
        labels = network.labels(heads, dependents, targets[:, 3].clamp(min=0))
        for b, i in enumerate(batch):
            n = len(examples.sentences[i].words)
            arcs[b, range(n), range(1, n + 1)] = -1e4
            for k in range(n):
                tag, _, _, head, label = targets[b, :, k].tolist()
                found["arc"].append((arcs[b, k, :n + 1], head))
                if label >= 0 and head > 0:
                    found["label"].append((labels[b, k], label))
                if tag >= 0:
                    found["tag"].append((tags[b, k], tag))
    return found


def fit(pairs):
    """The temperature of the smallest cross entropy, of 61 between 0.3 and 3."""
    widest = max(len(scores) for scores, _ in pairs)
    table = torch.stack([F.pad(scores, (0, widest - len(scores)), value=-1e6) for scores, _ in pairs])
    right = torch.tensor([r for _, r in pairs])
    candidates = [0.3 * 10 ** (k / 60) for k in range(61)]
    return min(candidates, key=lambda t: float(F.cross_entropy(table / t, right)))


def temperatures(network, development, treebank):
    """→ temperatures of arcs, labels and tags."""
    found = [scores_of(network, examples, treebank) for examples in development]
    return [fit(sum((f[name] for f in found), [])) for name in ("arc", "label", "tag")]
