"""Reading treebanks: sentences as lists of words, and what of them is learnt."""

import collections
import lzma
import os
import re
import subprocess
from dataclasses import dataclass, field

# Features of Universal Dependencies proper. What single treebanks add to them is not learnt.
UNIVERSAL_FEATURES = frozenset(
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm "
    "Mood Tense Aspect Voice Evident Polarity Person Polite".split())


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    feats: str
    head: int    # 1-based place in the sentence, 0 for the root
    deprel: str


@dataclass
class Sentence:
    words: list = field(default_factory=list)
    tokens: list = field(default_factory=list)   # (form, number of words): what stands in the text
    treebank: int = 0
    old_features: bool = False                   # those of an older edition: not learnt


def universal(feats):
    if feats == "_":
        return "_"
    kept = [f for f in feats.split("|") if f.split("=")[0] in UNIVERSAL_FEATURES]
    return "|".join(sorted(kept, key=str.lower)) or "_"


def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def read_conllu(path, treebank=0):
    sentences, sentence, covered = [], Sentence(treebank=treebank), 0
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence.words:
                    sentences.append(sentence)
                sentence, covered = Sentence(treebank=treebank), 0
                continue
            if line.startswith("#"):
                continue
            column = line.split("\t")
            if "." in column[0]:
                continue
            if "-" in column[0]:
                first, last = map(int, column[0].split("-"))
                sentence.tokens.append((column[1], last - first + 1))
                covered = last
                continue
            if int(column[0]) > covered:
                sentence.tokens.append((column[1], 1))
            sentence.words.append(Word(column[1], column[2], column[3], universal(column[5]),
                                       int(column[6]) if column[6].isdigit() else -1, column[7]))
    if sentence.words:
        sentences.append(sentence)
    return sentences


# French sentences without trees: UniMorph bundles instead of tags and features (SIGMORPHON 2019).
# Only what they say without doubt is taken; None is not learnt from.

UNIMORPH_UPOS = {"N": "NOUN", "PROPN": "PROPN", "ADP": "ADP", "ADV": "ADV", "ADJ": "ADJ", "NUM": "NUM",
                 "DET": "DET", "PRO": "PRON", "INTJ": "INTJ", "V": "VERB"}
UNIMORPH_FEATURES = {"MASC": "Gender=Masc", "FEM": "Gender=Fem", "SG": "Number=Sing", "PL": "Number=Plur",
                     "1": "Person=1", "2": "Person=2", "3": "Person=3", "FIN": "VerbForm=Fin",
                     "NFIN": "VerbForm=Inf", "IND": "Mood=Ind", "SBJV": "Mood=Sub", "COND": "Mood=Cnd",
                     "IMP": "Mood=Imp", "PRS": "Tense=Pres", "PST": "Tense=Past", "IPFV": "Tense=Imp",
                     "FUT": "Tense=Fut"}
COORDINATING = frozenset("et ou mais ni car or donc &".split())
PERHAPS_AUXILIARY = frozenset("être avoir faire pouvoir devoir vouloir laisser aller venir".split())
MARKS = frozenset([",", ".", "(", ")", '"', "«", "»", ":", "?", ";", "!", "--", "...", "[", "]", "-", ".."])


def from_unimorph(form, lemma, bundle):
    """→ UPOS, FEATS; None where the bundle leaves it open."""
    if bundle == "_":
        return ("PUNCT", "_") if form in MARKS else (None, None)
    parts = bundle.split(";")
    if "CONJ" in parts:
        return ("CCONJ" if lemma in COORDINATING else "SCONJ"), "_"
    upos = next((UNIMORPH_UPOS[p] for p in parts if p in UNIMORPH_UPOS), None)
    if upos == "VERB" and lemma in PERHAPS_AUXILIARY:
        return None, None
    if upos in ("ADP", "SCONJ", "CCONJ"):
        return upos, "_"
    # Determiners, adjectives and participles are annotated otherwise in today's treebanks.
    if upos == "NOUN" or upos == "VERB" and "V.PTCP" not in parts:
        features = [UNIMORPH_FEATURES[p] for p in parts if p in UNIMORPH_FEATURES]
        return upos, "|".join(sorted(features, key=str.lower)) or None
    return upos, None


CONTRACTIONS = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


def tokens_in_text(text, forms):
    """The words as the text writes them: (form, number of words) each; none if they do not fit it."""
    tokens, at, i = [], 0, 0
    text = text.replace(" ", "")
    while i < len(forms):
        contracted = CONTRACTIONS.get(tuple(f.lower() for f in forms[i:i + 2]))
        whole = "".join(forms[i:i + 2])
        if contracted and text[at:at + len(contracted)].lower() == contracted and \
                text[at:at + len(whole)] != whole:
            tokens.append((text[at:at + len(contracted)], 2))
            at, i = at + len(contracted), i + 2
        elif text.startswith(forms[i].replace(" ", ""), at):
            tokens.append((forms[i], 1))
            at, i = at + len(forms[i].replace(" ", "")), i + 1
        else:
            return []
    return tokens


def read_unimorph(path, treebank):
    """Sentences whose words have a lemma, perhaps a tag and features, and no head."""
    sentences, sentence, text = [], Sentence(treebank=treebank), ""
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            column = line.rstrip("\n").split("\t")
            if len(column) == 10:
                upos, feats = from_unimorph(column[1], column[2], column[5])
                sentence.words.append(Word(column[1], column[2], upos, feats, -1, None))
            elif line == "\n" and sentence.words:
                sentence.tokens = tokens_in_text(text, [w.form for w in sentence.words])
                sentences.append(sentence)
                sentence = Sentence(treebank=treebank)
    return sentences


def learn_habits(sentences, without_tree):
    """Gives words without a tree what the trees of their treebank always say of their form: its tag ("%" is
    SYM in GSD), and its features with this tag ("2010" is plural there). Guesses would take other treebanks'."""
    tags, features = (collections.defaultdict(collections.Counter) for _ in range(2))

    def key(word):
        return "0" if word.form.isdigit() and word.form != "1" else plain(word.form)

    for s in sentences:
        for w in s.words:
            if not s.old_features:
                tags[s.treebank, key(w)][w.upos] += 1
                features[s.treebank, key(w), w.upos][w.feats] += 1

    def habit(counts):
        value, times = max(sorted(counts.items()), key=lambda c: c[1], default=(None, 0))
        return value if times >= 3 and times >= 0.95 * sum(counts.values()) else None

    for s in without_tree:
        for w in s.words:
            w.upos = w.upos or habit(tags[s.treebank, key(w)])
            if w.upos and w.feats is None:
                w.feats = habit(features[s.treebank, key(w), w.upos])


class FeatureTool:
    """The parser's own features of words, asked from the C++ tool once for all forms."""

    def __init__(self, tool, lexicon=None):
        self.command = [tool] + ([lexicon] if lexicon else [])
        self.known = {}

    def add(self, forms):
        forms = sorted(set(forms) - self.known.keys())
        if not forms:
            return
        out = subprocess.run(self.command, input="\n".join(forms) + "\n", stdout=subprocess.PIPE,
                             encoding="utf-8", check=True).stdout
        lines = out.split("\n")[:-1]
        assert len(lines) == len(forms), (len(lines), len(forms))
        for form, line in zip(forms, lines):
            self.known[form] = tuple(line.split("\t"))

    def __getitem__(self, form):
        return self.known[form]


# Lemmas as edit scripts of the lower-cased form: "U2+er" drops two characters, adds "er" and makes the
# first letter upper-case; "A…" makes all letters so; "=avoir" replaces the whole form.

def plain(form):
    """As selon::lower() does it."""
    return re.sub("[’‘ʼ]", "'", re.sub("[\u00a0\u202f\u2009\u2007]", " ", form)).lower()


def lemma_script(form, lemma):
    low, target, case = plain(form), lemma, ""
    if len(lemma) > 1 and lemma.isupper():
        case, target = "A", lemma.lower()
    elif lemma[:1].isupper() and lemma[1:] == lemma[1:].lower():
        case, target = "U", lemma.lower()
    n = 0
    while n < min(len(low), len(target)) and low[n] == target[n]:
        n += 1
    if n == 0 and low:
        return case + "=" + target
    return f"{case}{len(low) - n}+{target[n:]}"


def apply_lemma_script(form, script):
    case = script[0] if script[0] in "UA" else ""
    rest = script[len(case):]
    if rest.startswith("="):
        lemma = rest[1:]
    else:
        drop, add = rest.split("+", 1)
        low = plain(form)
        lemma = low[:max(0, len(low) - int(drop))] + add
    if case == "A":
        return lemma.upper()
    return lemma[:1].upper() + lemma[1:] if case == "U" else lemma


OPEN_CLASSES = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV"))


def sure_lemmas(sentences):
    """(form, tag) → lemma, of open classes where nine in ten agree: "people" is of "person" in one treebank and not
    in another, so that is left to the network, which knows which one it reads."""
    counts = collections.defaultdict(collections.Counter)
    for w in (w for s in sentences for w in s.words):
        if w.upos is not None and w.lemma is not None:
            counts[plain(w.form), w.upos][w.lemma] += 1
    best = {key: max(sorted(c), key=c.get) for key, c in counts.items()}
    return {key: lemma for key, lemma in best.items()
            if key[1] not in OPEN_CLASSES or counts[key][lemma] >= 0.9 * sum(counts[key].values())}


def irregular_verbs():
    """(form, "VERB") → lemma: English pasts and participles, also behind a prefix ("overthrew", "retaken")."""
    with open(os.path.join(os.path.dirname(__file__), "irregular_verbs.tsv"), encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    prefixes = [""] + rows.pop()[0].split()
    return {(prefix + form, "VERB"): prefix + verb
            for prefix in prefixes for verb, *forms in rows for column in forms for form in column.split("/")}
