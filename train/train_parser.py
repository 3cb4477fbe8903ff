#!/usr/bin/env python3
"""Trains the tagger, lemmatizer and dependency parser of one language.

    train_parser.py --language fr --treebanks ../shared/data/ud --features build/training_features \
        --lexicon build/share/selon/lexicon.fr.bin --work build/train/fr

Writes WORK/checkpoint.pt every few epochs and goes on from there when it exists; the same seed on the same
machine gives the same network. With --start it begins with the weights of a model file, with --teachers it learns
what other networks make of the sentences. export_model.py turns the checkpoint into a model file. One thread; matrices are multiplied in bfloat16.
"""

import argparse
import collections
import os
import random
import time
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from model_file import shape_of, start_from
from network import Network
from spanning_tree import decode
from treebanks import (FeatureTool, apply_lemma_script, learn_habits, lemma_script, plain, read_conllu,
                       read_unimorph, sure_lemmas)

# What is trained on: treebank embedding → files. The embedding tells the parser whose habits to follow.
TRAINING = {
    "fr": {"sequoia": ["fr.train.sequoia"], "gsd": ["fr.train.gsd_dev80", "fr.train.gsdtrain_fib"],
           "fqb": ["fr.train.fqb"], "rhapsodie": ["fr.train.rhapsodie", "fr.dev.rhapsodie"],
           "parisstories": ["fr.train.parisstories", "fr.dev.parisstories"]},
    "en": {"ewt": ["en.train.ewt"], "gum": ["en.train.gum"]},
}
DEVELOPMENT = {
    "fr": {"gsd": "fr.dev.gsd_dev20", "sequoia": "fr.dev.sequoia", "fqb": "fr.dev.fqb"},
    "en": {"ewt": "en.dev.ewt", "gum": "en.dev.gum"},
}
# Annotated by an older edition of the treebank: their features are not learnt.
OLD_FEATURES = {"fr.train.gsdtrain_fib"}
# Sentences without trees, by the treebank whose text they are.
UNIMORPH = {"fr": {"gsd": "fr.tagonly.gsdtrain_um"}, "en": {}}
# For text that is no treebank's, a share of these treebanks' sentences is read under one more name.
PRESS = {"fr": ("sequoia", "gsd", "fqb"), "en": ("ewt", "gum")}
PRESS_SHARE = 0.4
LONGEST_SENTENCE = 120


class Inventory:
    """Every string the network knows by number: table rows, tags, feature strings, relations, scripts."""

    def __init__(self, sentences, features, treebanks):
        tables = [collections.Counter() for _ in range(9)]
        upos, feats, deprels, scripts = (collections.Counter() for _ in range(4))
        for sentence in sentences:
            for w in sentence.words:
                for table, value in zip(tables, features[w.form]):
                    table[value] += 1
                if w.lemma is not None:
                    scripts[lemma_script(w.form, w.lemma)] += 1
                if w.upos is not None:
                    upos[w.upos] += 1
                if w.head >= 0:   # lists of names come from the treebanks proper
                    feats[w.feats] += 1
                    deprels[w.deprel] += 1
        self.treebanks = treebanks
        # Row 0 of a table stands for what training has not seen twice.
        self.tables = [sorted(v for v, n in table.items() if n >= 2) for table in tables]
        self.upos, self.feats, self.deprels = sorted(upos), sorted(feats), sorted(deprels)
        self.scripts = sorted(s for s, n in scripts.items() if n >= 2)
        self.lemmas = sure_lemmas(sentences)
        self.index()

    def index(self):
        def number(values, first=0):
            return {v: i for i, v in enumerate(values, first)}
        self.rows = [number(t, 1) for t in self.tables]
        self.upos_id, self.feats_id = number(self.upos), number(self.feats)
        self.deprel_id, self.script_id = number(self.deprels), number(self.scripts)


def title_case(form):
    return form[:1].upper() + form[1:] if len(form) > 3 else form


class WordVectors:
    """Vectors of words learnt elsewhere: PATH.words, a lower-case word a line, and PATH.npy, a row each."""

    def __init__(self, path, limit):
        with open(path + ".words", encoding="utf-8") as lines:
            self.words = lines.read().split("\n")[:-1][:limit]
        rows = np.load(path + ".npy")[:limit]
        self.rows = torch.from_numpy(np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows]))
        self.number = {word: i for i, word in enumerate(self.words, 1)}


class Examples:
    """Sentences as numbers; training ones with the noise of press typography, new each epoch."""

    def __init__(self, sentences, inventory, features, press=(), vectors=None):
        self.inventory, self.features = inventory, features
        self.vectors = vectors.number if vectors else {}
        self.guesses = [None] * len(sentences)   # by guess_trees(): of sentences without trees; with teachers, of all
        self.sentences = sentences
        self.press = [inventory.treebanks.index(name) for name in press]
        self.cache = {}
        self.targets = [self._targets(s) for s in sentences]

    @staticmethod
    def variants(forms):
        out = set()
        for form in forms:
            out.update((form, form.lower(), form.upper(), title_case(form)))
        out.update("«»")
        return out

    def rows(self, forms):
        out = np.empty((len(forms), 10), dtype=np.int64)
        for i, form in enumerate(forms):
            row = self.cache.get(form)
            if row is None:
                row = [ids.get(v, 0) for ids, v in zip(self.inventory.rows, self.features[form])]
                row.append(self.vectors.get(self.features[form][0], 0))
                self.cache[form] = row
            out[i] = row
        return out

    def _targets(self, sentence):
        v = self.inventory
        w = sentence.words
        feats = [-1 if sentence.old_features else v.feats_id.get(x.feats, -1) for x in w]
        return np.array([[v.upos_id.get(x.upos, -1) for x in w], feats,
                         [-1 if x.lemma is None else v.script_id.get(lemma_script(x.form, x.lemma), -1) for x in w],
                         [x.head for x in w], [v.deprel_id.get(x.deprel, -1) for x in w]])

    def example(self, i, rng=None):
        sentence, targets = self.sentences[i], self.targets[i]
        forms = [w.form for w in sentence.words]
        if rng is not None:
            forms, length = self.noisy(forms, sentence, rng)
            targets = targets[:, :length]
        treebank = sentence.treebank
        if rng is not None and treebank in self.press and rng.random() < PRESS_SHARE:
            treebank = self.inventory.treebanks.index("press")
        return self.rows(forms), targets, treebank, self.guesses[i] if rng is not None else None

    @staticmethod
    def noisy(forms, sentence, rng):
        # A full stop that nothing hangs from is left out: headlines and list items have none.
        if len(forms) > 2 and forms[-1] == "." and rng.random() < 0.10 and \
                all(w.head != len(forms) for w in sentence.words):
            forms = forms[:-1]
        if '"' in forms and rng.random() < 0.5:
            opening, forms = True, list(forms)
            for i, form in enumerate(forms):
                if form == '"':
                    forms[i], opening = "«" if opening else "»", not opening
        elif ("«" in forms or "“" in forms) and rng.random() < 0.3:
            forms = ['"' if f in "«»“”" else f for f in forms]
        dice = rng.random()
        if dice < 0.03:
            forms = [f.lower() for f in forms]
        elif dice < 0.06:
            forms = [f.upper() for f in forms]
        elif dice < 0.10:
            forms = [title_case(f) for f in forms]
        return forms, len(forms)


def make_batches(lengths, limit, rng=None):
    """Sentences of like length together, at most `limit` words with padding; shuffled with rng."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (rng.random() * 3 if rng else 0))
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if batch and longest * (len(batch) + 1) > limit:
            batches.append(batch)
            batch, longest = [], lengths[i]
        batch.append(i)
    if batch:
        batches.append(batch)
    if rng:
        rng.shuffle(batches)
    return batches


def collate(examples):
    longest = max(len(rows) for rows, _, _, _ in examples)
    rows = torch.zeros(len(examples), longest, 10, dtype=torch.long)
    targets = torch.full((len(examples), 5, longest), -1, dtype=torch.long)
    mask = torch.zeros(len(examples), longest)
    guesses = []
    for i, (r, t, _, guess) in enumerate(examples):
        rows[i, :len(r)] = torch.from_numpy(r)
        targets[i, :, :len(r)] = torch.from_numpy(t)
        mask[i, :len(r)] = 1
        if guess is not None:
            guesses.append((i, len(r), guess))
    return rows, torch.tensor([treebank for _, _, treebank, _ in examples]), mask, targets, guesses


@dataclass
class Guess:
    """What networks make of a sentence of n words: probabilities. The labels are those of the known heads,
    else of the likeliest."""
    arcs: np.ndarray     # [n, n + 1]
    heads: np.ndarray    # [n]
    labels: np.ndarray
    upos: np.ndarray
    feats: np.ndarray
    script: np.ndarray


@torch.no_grad()
def guess_trees(networks, examples, chosen):
    """Fills examples.guesses for the chosen sentences with the mean of the networks' probabilities."""
    for network in networks:
        network.eval()

    def mean(found):
        return sum(scores.float().softmax(-1) for scores in found) / len(networks)

    for batch in make_batches([len(examples.sentences[i].words) for i in chosen], 4000):
        batch = [chosen[k] for k in batch]
        rows, own, mask, targets, _ = collate([examples.example(i) for i in batch])
        absent = torch.cat([torch.ones(len(rows), 1), mask], 1)[:, None] == 0
        found = [network(rows, own, mask) for network in networks]
        for _, arcs, _, _ in found:
            arcs.masked_fill_(absent, -1e4)
            for k in range(arcs.shape[1]):
                arcs[:, k, k + 1] = -1e4
        arcs = mean([arcs for _, arcs, _, _ in found])
        heads = torch.where(targets[:, 3] >= 0, targets[:, 3], arcs.argmax(-1))
        labels = mean([network.labels(of_head, of_dependent, heads)
                       for network, (_, _, of_head, of_dependent) in zip(networks, found)])
        parts = [arcs, heads, labels] + [mean([getattr(network, name)(x) for network, (x, _, _, _) in
                                               zip(networks, found)]) for name in ("upos", "feats", "script")]
        parts = [t.half().numpy() if t.is_floating_point() else t.numpy() for t in parts]
        for b, i in enumerate(batch):
            n = len(examples.sentences[i].words)
            examples.guesses[i] = Guess(parts[0][b, :n, :n + 1], *(t[b, :n].copy() for t in parts[1:]))


def loss_of(network, rows, treebank, mask, targets, guesses=(), trust=0.0):
    """Cross entropy with the trees, and with the guesses: alone where there is no tree, else, for arcs and
    labels, with the share `trust`. Tags that are known stay the treebank's own: teachers blur its habits."""
    upos, feats, script, head, deprel = targets.unbind(1)
    asked = head.clamp(min=0)
    for i, n, guess in guesses:
        asked[i, :n] = torch.from_numpy(guess.heads[:n]).clamp(max=n)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x, arcs, label_heads, label_dependents = network(rows, treebank, mask)
        labels = network.labels(label_heads, label_dependents, asked)
        tag_scores = [network.upos(x).float(), network.feats(x).float(), network.script(x).float()]
    absent = torch.cat([torch.ones(len(rows), 1), mask], 1)[:, None] == 0
    arcs = arcs.masked_fill(absent, -1e4)

    def entropy(scores, target, name, trust=0.0):
        known = target >= 0
        losses = F.cross_entropy(scores.reshape(-1, scores.shape[-1]), target.reshape(-1), ignore_index=-1,
                                 reduction="none").reshape(target.shape)
        total, count = losses.sum(), int(known.sum())
        for i, n, guess in guesses:
            theirs = torch.from_numpy(getattr(guess, name)[:n]).float()
            mine = scores[i, :n]
            if name == "arcs":
                theirs, mine = theirs[:, :n + 1], mine[:, :n + 1]
            found = -(theirs * F.log_softmax(mine, -1)).sum(-1)
            share = known[i, :n].float() * (trust - 1) + 1
            total = total + (share * found).sum() - trust * losses[i, :n].sum()
            count += int((~known[i, :n]).sum())
        return total / max(count, 1)

    return (entropy(arcs, head, "arcs", trust) + entropy(labels, deprel, "labels", trust) +
            entropy(tag_scores[0], upos, "upos") + 0.7 * entropy(tag_scores[1], feats, "feats") +
            0.3 * entropy(tag_scores[2], script, "script"))


@torch.no_grad()
def evaluate(network, examples, inventory, treebank=None):
    """Shares of right tags, features, lemmas, arcs and labelled arcs on gold words."""
    network.eval()
    right, total = collections.Counter(), 0
    for batch in make_batches([len(s.words) for s in examples.sentences], 4000):
        rows, own, mask, _, _ = collate([examples.example(i) for i in batch])
        if treebank is not None:
            own = torch.full_like(own, treebank)
        x, arcs, label_heads, label_dependents = network(rows, own, mask)
        script = network.script(x).argmax(-1)
        heads = torch.zeros(rows.shape[:2], dtype=torch.long)
        for b, i in enumerate(batch):
            n = len(examples.sentences[i].words)
            heads[b, :n] = torch.tensor(decode(arcs[b, :n, :n + 1].numpy().astype(np.float64)))
        upos, labels, feats = network.choose(network.upos(x), network.labels(label_heads, label_dependents, heads),
                                             network.feats(x))
        for b, i in enumerate(batch):
            for k, w in enumerate(examples.sentences[i].words):
                tag = inventory.upos[upos[b, k]]
                lemma = inventory.lemmas.get((plain(w.form), tag)) or \
                    apply_lemma_script(w.form, inventory.scripts[script[b, k]])
                total += 1
                right["UPOS"] += tag == w.upos
                right["feats"] += inventory.feats[feats[b, k]] == w.feats
                right["lemma"] += w.lemma in ("_", lemma)
                if int(heads[b, k]) == w.head:
                    right["UAS"] += 1
                    relation = inventory.deprels[labels[b, k]]
                    right["LAS"] += relation.split(":")[0] == w.deprel.split(":")[0]
    network.train()
    return {k: round(100 * right[k] / total, 2) for k in ("UPOS", "feats", "lemma", "UAS", "LAS")}


class Average:
    """Exponential moving average of the weights: what is exported and measured."""

    def __init__(self, network, decay):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}

    def update(self, network):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for k, v in network.state_dict().items():
                self.weights[k].lerp_(v, 1 - decay)


def build_network(inventory, options, vectors=None):
    return Network([len(t) for t in inventory.tables], len(inventory.treebanks), len(inventory.upos),
                   len(inventory.feats), len(inventory.scripts), len(inventory.deprels),
                   width=options["width"], depth=options["depth"],
                   attention=options.get("attention", ()), vectors=vectors)


def load_checkpoint(path, inventory):
    """What a checkpoint holds, if it numbers everything as `inventory`."""
    saved = torch.load(path)
    for name, theirs in saved["inventory"].items():
        assert theirs == getattr(inventory, name), f"{path}: other {name} than this training's"
    return saved


def take_weights(path, network, inventory, vectors):
    """Gives the network the weights of a model file, or the averaged ones of a checkpoint."""
    if path.endswith(".selon-model"):
        start_from(path, network, inventory, vectors)
    else:
        network.load_state_dict(load_checkpoint(path, inventory)["average"])


def load_teacher(path, inventory, vectors, options):
    if path.endswith(".selon-model"):
        network = build_network(inventory, options | shape_of(path), vectors and vectors.rows)
        start_from(path, network, inventory, vectors)
        return network
    saved = load_checkpoint(path, inventory)
    network = build_network(inventory, saved["options"], vectors and vectors.rows)
    network.load_state_dict(saved["average"])
    return network


def load_data(options):
    names = TRAINING[options["language"]]
    features = FeatureTool(options["features"], options["lexicon"])
    sentences = []
    for number, files in enumerate(names.values()):
        for name in files:
            read = read_conllu(f"{options['treebanks']}/{name}.conllu.xz", number)
            for s in read:
                s.old_features = name in OLD_FEATURES
            sentences += read
    for treebank, name in UNIMORPH[options["language"]].items():
        read = read_unimorph(f"{options['treebanks']}/{name}.conllu.xz", list(names).index(treebank))
        learn_habits(sentences, read)
        sentences += read
    sentences = [s for s in sentences if len(s.words) <= LONGEST_SENTENCE]
    features.add(Examples.variants(w.form for s in sentences for w in s.words))
    development = {}
    for name, file in DEVELOPMENT[options["language"]].items():
        read = read_conllu(f"{options['treebanks']}/{file}.conllu.xz", list(names).index(name))
        features.add(Examples.variants(w.form for s in read for w in s.words))
        kept = options.get("keep_development", 1)
        development[name] = read[::kept]
        if kept > 1:
            sentences += [s for i, s in enumerate(read) if i % kept and len(s.words) <= LONGEST_SENTENCE]
    return sentences, development, features


def reopen(path):
    """→ a finished checkpoint, with what it was trained on: the sentences, the kept development sets, the tool of
    features, the vectors or None, and the inventory without its lemmas."""
    saved = torch.load(path)
    training = saved["options"]
    sentences, development, features = load_data(training)
    vectors = WordVectors(training["vectors"], training["vector_words"]) if training["vectors"] else None
    inventory = Inventory.__new__(Inventory)
    inventory.__dict__.update(saved["inventory"], lemmas={})
    inventory.index()
    return saved, sentences, development, features, vectors, inventory


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("fr", "en"), required=True)
    parser.add_argument("--treebanks", required=True, help="folder of LANG.SPLIT.TREEBANK.conllu.xz")
    parser.add_argument("--features", required=True, help="the built training_features tool")
    parser.add_argument("--lexicon", help="compiled lexicon; none: every word has the same class")
    parser.add_argument("--work", required=True, help="folder of the checkpoint and the log")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=192)
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--start", help="a model file or a checkpoint of this size to start from instead of chance")
    parser.add_argument("--attention", type=int, nargs="*", default=[],
                        help="layers, from 0 on, behind which the words of a sentence look at each other")
    parser.add_argument("--vectors", help="PATH.words and PATH.npy: vectors of words learnt elsewhere")
    parser.add_argument("--vector-words", type=int, default=40000)
    parser.add_argument("--keep-development", type=int, default=1,
                        help="every n-th sentence of the development sets is kept out, the others learnt")
    parser.add_argument("--teachers", nargs="*", default=[],
                        help="model files, or checkpoints of other seeds or sizes with the same data: the mean of "
                             "what they make of every sentence is learnt beside its tree, and alone where "
                             "there is none")
    parser.add_argument("--trust", type=float, default=0.5, help="the teachers' share where there is a tree")
    parser.add_argument("--guess-from", type=int, default=6,
                        help="epoch from which on sentences without trees are learnt from the guesses of "
                             "the averaged weights")
    parser.add_argument("--batch", type=int, default=1200, help="words a batch, padding counted")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the averaged weights")
    parser.add_argument("--save-every", type=int, default=3, help="epochs between checkpoints")
    options = vars(parser.parse_args())
    torch.set_num_threads(1)
    torch.manual_seed(options["seed"])
    rng = random.Random(options["seed"])
    os.makedirs(options["work"], exist_ok=True)
    log = open(os.path.join(options["work"], "log"), "a", encoding="utf-8")

    def say(text):
        print(text, flush=True)
        print(text, file=log, flush=True)

    sentences, development, features = load_data(options)
    inventory = Inventory(sentences, features, list(TRAINING[options["language"]]) + ["press"])
    vectors = WordVectors(options["vectors"], options["vector_words"]) if options["vectors"] else None
    examples = Examples(sentences, inventory, features, PRESS[options["language"]], vectors)
    development = {k: Examples(v, inventory, features, vectors=vectors) for k, v in development.items()}
    network = build_network(inventory, options, vectors and vectors.rows)
    if options["start"]:
        take_weights(options["start"], network, inventory, vectors)
        shown = {k: evaluate(network, v, inventory, inventory.treebanks.index("press"))
                 for k, v in development.items()}
        say(f"started from {options['start']}: {shown}")
    average = Average(network, options["average"])
    optimizer = torch.optim.AdamW(network.parameters(), lr=options["rate"], betas=(0.9, 0.95),
                                  weight_decay=1e-4)
    lengths = [len(s.words) for s in sentences]
    total = options["epochs"] * len(make_batches(lengths, options["batch"]))
    say(f"{len(sentences)} sentences, {sum(lengths)} words, tables {[len(t) for t in inventory.tables]}, "
        f"{len(inventory.upos)} tags, {len(inventory.feats)} feature strings, {len(inventory.deprels)} "
        f"relations, {len(inventory.scripts)} scripts, "
        f"{sum(p.numel() for p in network.parameters())} weights; {options}")

    checkpoint = os.path.join(options["work"], "checkpoint.pt")
    first, step, started = 0, 0, time.time()
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        average.weights, average.steps = saved["average"], saved["average_steps"]
        torch.set_rng_state(saved["torch_rng"])
        rng.setstate(saved["rng"])
        first, step = saved["epoch"], saved["step"]
        say(f"going on from epoch {first}")

    judge = build_network(inventory, options, vectors and vectors.rows)
    trust = options["trust"] if options["teachers"] else 0.0
    if options["teachers"]:
        teachers = [load_teacher(path, inventory, vectors, options) for path in options["teachers"]]
        guess_trees(teachers, examples, range(len(sentences)))
    without_tree = [i for i, t in enumerate(examples.targets) if (t[3] < 0).all()]
    for epoch in range(first, options["epochs"]):
        if not options["teachers"] and epoch >= options["guess_from"] and \
                (epoch - options["guess_from"]) % 2 == 0:
            judge.load_state_dict(average.weights)
            guess_trees([judge], examples, without_tree)
        network.train()
        began, loss_sum, batches = time.time(), 0.0, make_batches(lengths, options["batch"], rng)
        for batch in batches:
            rate = options["rate"] * min(1, (step + 1) / 200) * max(0.0, 1 - step / total) + 2e-5
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(network, *collate([examples.example(i, rng) for i in batch]), trust=trust)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            average.update(network)
            step += 1
            loss_sum += float(loss)
        say(f"epoch {epoch + 1} loss {loss_sum / len(batches):.3f} {time.time() - began:.0f} s, "
            f"{time.time() - started:.0f} s in all")
        last = epoch + 1 == options["epochs"]
        if (epoch + 1) % options["save_every"] == 0 or last:
            judge.load_state_dict(average.weights)
            scores = {k: evaluate(judge, v, inventory) for k, v in development.items()}
            press = inventory.treebanks.index("press")
            scores |= {f"{k} as press": evaluate(judge, v, inventory, press) for k, v in development.items()}
            for name, score in scores.items():
                say(f"  {name} " + " ".join(f"{k} {v}" for k, v in score.items()))
            torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(),
                        "average": average.weights, "average_steps": average.steps,
                        "torch_rng": torch.get_rng_state(), "rng": rng.getstate(), "epoch": epoch + 1,
                        "step": step, "options": options, "scores": scores,
                        "inventory": {k: getattr(inventory, k) for k in
                                      ("treebanks", "tables", "upos", "feats", "deprels", "scripts")}},
                       checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)


if __name__ == "__main__":
    main()
