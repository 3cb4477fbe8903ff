#!/usr/bin/env python3
"""Temperatures that make the network's probabilities honest: of the arcs that it gives 0.8, eight in ten are right.

Scores are divided by a temperature before they become probabilities. Each is fitted on sentences that the
network has not learnt from, so that what is right becomes likeliest.

    calibration.py GOLD.conllu PARSED.conllu

says how honest the probabilities of `selon parse --confidence` are: the expected calibration error over
fifteen bins, of arcs with their relations and of tags. The words must be the same.
"""

import sys

import torch
import torch.nn.functional as F

from train_parser import collate, make_batches
from treebanks import open_text, read_conllu


@torch.no_grad()
def scores_of(network, examples, treebank):
    """What the network gives the words of sentences with trees, and what is right:
    "arc", "label", "tag": [(scores, right one)], the labels those of the right arcs;
    "both": [(scores of the heads, of the likeliest one's relations, whether both are right)]."""
    network.eval()
    bare = [name.split(":")[0] for name in examples.inventory.deprels]
    found = {"arc": [], "label": [], "tag": [], "both": []}
    for batch in make_batches([len(s.words) for s in examples.sentences], 4000):
        rows, own, mask, targets, _ = collate([examples.example(i) for i in batch])
        x, arcs, heads, dependents = network(rows, torch.full_like(own, treebank), mask)
        for b, i in enumerate(batch):
            n = len(examples.sentences[i].words)
            arcs[b, range(n), range(1, n + 1)] = -1e4
            arcs[b, :, n + 1:] = -1e4
        tags = network.upos(x)
        labels = network.labels(heads, dependents, targets[:, 3].clamp(min=0))
        likeliest = arcs.argmax(-1)
        their_labels = network.labels(heads, dependents, likeliest)
        for b, i in enumerate(batch):
            for k in range(len(examples.sentences[i].words)):
                tag, _, _, head, label = targets[b, :, k].tolist()
                found["arc"].append((arcs[b, k], head))
                if label >= 0 and head > 0:
                    found["label"].append((labels[b, k], label))
                if tag >= 0:
                    found["tag"].append((tags[b, k], tag))
                if label >= 0 and head >= 0:
                    right = likeliest[b, k] == head and bare[their_labels[b, k].argmax()] == bare[label]
                    found["both"].append((arcs[b, k], their_labels[b, k], bool(right)))
    return found


def fit(pairs):
    """The temperature of the smallest cross entropy, of 61 between 0.3 and 3."""
    widest = max(len(scores) for scores, _ in pairs)
    table = torch.stack([F.pad(scores, (0, widest - len(scores)), value=-1e6) for scores, _ in pairs])
    right = torch.tensor([r for _, r in pairs])
    candidates = [0.3 * 10 ** (k / 60) for k in range(61)]
    return min(candidates, key=lambda t: float(F.cross_entropy(table / t, right)))


def odds(found, arc, label):
    """Slope and offset that make the probabilities of arcs with their relations honest, of least cross entropy:
    logit(shown) = slope * logit(arc's times relation's) + offset (Platt 1999, "Probabilistic outputs for support vector
    machines"). The product alone is too humble where it is small, since arc and relation are doubtful together."""
    product = torch.stack([F.softmax(a / arc, -1).max() * F.softmax(r / label, -1).max() for a, r, _ in found]).double()
    right = torch.tensor([right for _, _, right in found]).double()
    logits = torch.logit(product.clamp(1e-6, 1 - 1e-6))
    fitted = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([fitted], max_iter=100, line_search_fn="strong_wolfe")

    def loss():
        search.zero_grad()
        out = F.binary_cross_entropy_with_logits(fitted[0] * logits + fitted[1], right)
        out.backward()
        return out
    search.step(loss)
    return fitted.tolist()


def calibrate(network, development, treebank):
    """→ [temperatures of arcs, labels and tags], [slope and offset of the odds of an arc with its relation]."""
    parts = [scores_of(network, examples, treebank) for examples in development]
    found = {name: sum((part[name] for part in parts), []) for name in parts[0]}
    arc, label, tag = (fit(found[name]) for name in ("arc", "label", "tag"))
    return [arc, label, tag], odds(found["both"], arc, label)


def read_probabilities(path):
    """[(head, bare relation, tag, ArcProb, TagProb)] of the words of `selon parse --confidence`."""
    out = []
    with open_text(path) as lines:
        for line in lines:
            column = line.rstrip("\n").split("\t")
            if len(column) == 10 and column[0].isdigit():
                misc = dict(entry.split("=") for entry in column[9].split("|"))
                out.append((int(column[6]), column[7].split(":")[0], column[3],
                            float(misc["ArcProb"]), float(misc["TagProb"])))
    return out


def expected_error(said, bins=15):
    """Mean distance of what is said from what is so, over bins of [(probability, right)]."""
    sums = [[0.0, 0, 0] for _ in range(bins)]
    for probability, right in said:
        bin_ = sums[min(int(probability * bins), bins - 1)]
        bin_[0], bin_[1], bin_[2] = bin_[0] + probability, bin_[1] + right, bin_[2] + 1
    return sum(abs(total - right) for total, right, _ in sums) / len(said)


def main():
    gold = [w for s in read_conllu(sys.argv[1]) for w in s.words]
    parsed = read_probabilities(sys.argv[2])
    assert len(gold) == len(parsed), "other words"
    arcs = [(p[3], p[0] == g.head and p[1] == g.deprel.split(":")[0]) for g, p in zip(gold, parsed)]
    tags = [(p[4], p[2] == g.upos) for g, p in zip(gold, parsed)]
    for name, said in (("arcs", arcs), ("tags", tags)):
        mean, right = (sum(x[k] for x in said) / len(said) for k in (0, 1))
        print(f"{name}: mean probability {mean:.3f}, right {right:.3f}, "
              f"expected calibration error {expected_error(said):.4f}")


if __name__ == "__main__":
    main()
