#!/usr/bin/env python3
"""Fits the heads of a trained network once more to what treebanks themselves say, its layers as they are.

    own_heads.py --checkpoint WORK/fr.mean.pt press gsd
    own_heads.py --checkpoint WORK/fr.mean.pt --epochs 14 sequoia

A network that has learnt from several treebanks, and from what other networks make of them, blurs each one's habits:
which features it writes, how it names a relation. Heads that learn from one treebank's trees alone put them right.
Those of `press`, which read whatever text is of no treebank, learn from all its treebanks and are taken halfway, since
text elsewhere has habits of its own; the others are kept beside.
Then it fits how well each tag goes with each relation and with each feature string (a chain features – tag – relation
over every word, by the joint likelihood of the three), so that a word's three are chosen together.
Writes all into the checkpoint, for export_model.py. A minute or two for each; the same seed, the same heads.
"""

import argparse
import copy
import random

import torch

from train_parser import PRESS, Average, Examples, build_network, collate, evaluate, loss_of, make_batches, reopen

HEADS = ("upos", "feats", "arc_head", "arc_dependent", "label_head", "label_dependent", "arc_root", "label_root",
         "arc_matrix", "arc_bias", "label", "distance")
AGREEMENT = ("tag_relation", "tag_feats")


def is_head(parameter):
    return parameter.split(".")[0] in HEADS + AGREEMENT


def sentences_of(treebank, sentences, inventory, language):
    """The sentences that are read as this treebank's; for press, those with trees alone."""
    number = inventory.treebanks.index(treebank)
    names = PRESS[language] if treebank == "press" else (treebank,)
    theirs = [inventory.treebanks.index(name) for name in names]
    out = [copy.copy(s) for s in sentences if s.treebank in theirs and
           (s.words[0].head >= 0 or treebank != "press")]
    for sentence in out:
        sentence.treebank = number
    return out


def batches_of(examples, options, optimizer, rate, least):
    """Every batch of every epoch; the optimizer's rate falls from `rate` to `least` on the way."""
    rng = random.Random(options.seed)
    lengths = [len(s.words) for s in examples.sentences]
    step, total = 0, options.epochs * len(make_batches(lengths, options.batch))
    for _ in range(options.epochs):
        for batch in make_batches(lengths, options.batch, rng):
            for group in optimizer.param_groups:
                group["lr"] = rate * max(0.0, 1 - step / total) + least
            step += 1
            yield collate([examples.example(i, rng) for i in batch])


def fit(network, examples, options):
    """→ the averaged weights after some epochs in which only the heads learn."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(is_head(name) and name not in AGREEMENT)
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=options.rate,
                                  weight_decay=0)
    average = Average(network, 0.998)
    network.train()
    for batch in batches_of(examples, options, optimizer, options.rate, 1e-5):
        loss = loss_of(network, *batch)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        average.update(network)
    return average.weights


def fit_agreement(network, examples, options):
    """Learns the network's AGREEMENT from sentences with trees, all else as it is."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name in AGREEMENT)
    optimizer = torch.optim.AdamW([getattr(network, name) for name in AGREEMENT], lr=options.agreement_rate,
                                  weight_decay=1e-3)
    network.train()
    for rows, treebank, mask, targets, _ in batches_of(examples, options, optimizer, options.agreement_rate, 1e-4):
        upos, feats, _, head, deprel = targets.unbind(1)
        known = (upos >= 0) & (feats >= 0) & (deprel >= 0)
        if not known.any():
            continue
        with torch.no_grad():
            x, _, label_heads, label_dependents = network(rows, treebank, mask)
            relations = network.labels(label_heads, label_dependents, head.clamp(min=0))[known]
            tags, features = network.upos(x)[known], network.feats(x)[known]
        with_relation, with_feats = network.agreeing(relations, features)
        upos, feats, deprel = upos[known], feats[known], deprel[known]
        word = torch.arange(len(upos))
        right = tags[word, upos] + with_relation[word, upos, deprel] + with_feats[word, upos, feats]
        loss = (torch.logsumexp(tags + with_relation.logsumexp(-1) + with_feats.logsumexp(-1), -1) - right).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--agreement-rate", type=float, default=3e-2)
    parser.add_argument("--batch", type=int, default=1200, help="words a batch, padding counted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("treebanks", nargs="+")
    options = parser.parse_args()
    torch.set_num_threads(1)
    saved, sentences, development, features, vectors, inventory = reopen(options.checkpoint)
    training = saved["options"]
    development = {k: Examples(v, inventory, features, vectors=vectors) for k, v in development.items()}
    saved.setdefault("own_heads", {})
    for treebank in options.treebanks:
        torch.manual_seed(options.seed)
        network = build_network(inventory, training, vectors and vectors.rows)
        network.load_state_dict(saved["average"])
        judged = [k for k in development if treebank in (k, "press")]
        number = inventory.treebanks.index(treebank)

        def show(when):
            for name in judged:
                scores = evaluate(network, development[name], inventory, number)
                print(f"{treebank}, {when}: {name} " + " ".join(f"{k} {v}" for k, v in scores.items()
                                                                if k != "lemma"), flush=True)
        show("before")
        theirs = sentences_of(treebank, sentences, inventory, training["language"])
        examples = Examples(theirs, inventory, features, vectors=vectors)
        weights = fit(network, examples, options)
        if treebank == "press":
            weights = {k: torch.lerp(saved["average"][k], v, 0.5) if is_head(k) else v for k, v in weights.items()}
        network.load_state_dict(weights)
        show("after")
        fit_agreement(network, examples, options)
        show("together")
        saved["own_heads"][treebank] = {k: v for k, v in network.state_dict().items() if is_head(k)}
    torch.save(saved, options.checkpoint)


if __name__ == "__main__":
    main()
