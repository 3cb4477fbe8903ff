"""Heads of a sentence from arc scores: the best tree with one root (Chu–Liu/Edmonds)."""

import numpy as np

ABSENT = -1e9


def best_arborescence(scores):
    """scores[dependent, head] over nodes 0 … n - 1, node 0 the root → heads (heads[0] is 0)."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    m = len(rest)                                  # the cycle becomes node m
    small = np.full((m + 1, m + 1), ABSENT)
    enters, leaves = {}, {}
    for a, i in enumerate(rest):
        for b, j in enumerate(rest):
            if a != b and a > 0:
                small[a, b] = scores[i, j]
        if a > 0:
            leaves[a] = max(cycle, key=lambda c: scores[i, c])
            small[a, m] = scores[i, leaves[a]]
        enters[a] = max(cycle, key=lambda c: scores[c, i] - scores[c, heads[c]])
        small[m, a] = scores[enters[a], i] - scores[enters[a], heads[enters[a]]]
    solved = best_arborescence(small)
    out = heads.copy()
    for a, i in enumerate(rest):
        if a > 0:
            out[i] = leaves[a] if solved[a] == m else rest[solved[a]]
    out[enters[solved[m]]] = rest[solved[m]]
    return out


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node != 0 and state[node] == 0:
            state[node] = start
            node = heads[node]
        if node != 0 and state[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return cycle
    return None


def decode(arcs):
    """arcs[i, j]: score of head j (0 the root) for word i + 1 → head of each word."""
    n = len(arcs)
    scores = np.full((n + 1, n + 1), ABSENT)
    # So dear are arcs from the root that the best tree has one.
    scores[1:] = arcs
    scores[1:, 0] -= (arcs.max() - arcs.min() + 1) * n
    np.fill_diagonal(scores, ABSENT)
    return best_arborescence(scores)[1:]
