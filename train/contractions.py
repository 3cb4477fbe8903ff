"""Whether "du" and "des" are one word (an article) or two (de + le, de + les), from the tokens around.

A logistic model over strings. The same strings are made by src/syntax/contractions.cc.
"""

import collections

import torch

from treebanks import plain

AMBIGUOUS = ("du", "des")
FORM, SUFFIX3, SHAPE, LEXICON = 0, 3, 7, 8
EDGE = ("<>",) * 9
LINKS = ("et", "ou", ",", "mais", "-")
DETERMINERS = ("de", "d'", "du", "des", "à", "au", "aux", "le", "la", "les", "l'", "un", "une")


def clues(tokens, i, features, decided):
    """`decided`: the last of the sentence before, as (token, is two words), or nothing."""
    def token(k):
        return features[tokens[k]] if 0 <= k < len(tokens) else EDGE
    word, before, before2, after, after2 = token(i)[FORM], token(i - 1), token(i - 2), token(i + 1), token(i + 2)
    pairs = (("", ""), ("a", before[FORM]), ("b", before2[FORM]), ("c", after[FORM]), ("d", after2[FORM]),
             ("e", before[SUFFIX3]), ("f", after[SUFFIX3]), ("g", before[LEXICON]), ("h", after[LEXICON]),
             ("i", after[SHAPE]), ("j", before[LEXICON] + " " + after[LEXICON]),
             ("k", before2[LEXICON] + " " + before[FORM]),
             ("l", ("12"[decided[1]] if decided and i - decided[0] <= 12 else "-") + link(before, LINKS)),
             ("m", last_determiner(tokens, i) + link(before, LINKS[:3])))
    return [f"{word} {name} {value}" for name, value in pairs]


def link(before, links):
    """What may join the word to one like it: "des mères, des pères et des enfants"."""
    return " " + before[FORM] if before[FORM] in links else ""


def last_determiner(tokens, i):
    """The last preposition or article before, not far."""
    return next((t for t in map(plain, reversed(tokens[max(0, i - 8):i])) if t in DETERMINERS), "-")


def examples(sentences, features):
    out = []
    for sentence in sentences:
        tokens, decided = [form for form, _ in sentence.tokens], None
        for i, (form, words) in enumerate(sentence.tokens):
            if form.lower() in AMBIGUOUS:
                out.append((clues(tokens, i, features, decided), words == 2))
                decided = i, words == 2
    return out


def train(data, seed=1, steps=400, decay=3e-4):
    """→ {clue: weight}; positive sums mean two words."""
    count = collections.Counter(c for found, _ in data for c in found)
    known = {c: i for i, c in enumerate(sorted(c for c, n in count.items() if n >= 2))}
    torch.manual_seed(seed)
    rows = torch.zeros(len(data), len(known))
    for k, (found, _) in enumerate(data):
        for c in found:
            if c in known:
                rows[k, known[c]] = 1
    target = torch.tensor([float(split) for _, split in data])
    weights = torch.zeros(len(known), requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.05)
    for _ in range(steps):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(rows @ weights, target)
        loss = loss + decay * (weights ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return {c: float(weights[i]) for c, i in known.items()}


def accuracy(weights, data):
    right = sum((sum(weights.get(c, 0.0) for c in found) > 0) == split for found, split in data)
    return right, len(data)
