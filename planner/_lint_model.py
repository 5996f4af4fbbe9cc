"""A small linear model over what a note means, its cues and its little words: how likely it is good, or bad in which way.

A smaller one before it looks at each sentence alone: a polite pitch is one sentence of a note otherwise as it should be.

The weights stand in `planner/data/lint_weights.csv`, one line per feature; `benchmarks/train_lint.py` makes the file from the
labelled notes in `tests/data/notes/`.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from planner._lint_acts import names_wanted
from planner._lint_meaning import meaning_of
from planner._lint_text import NoteText, Sentence, plain_words

FILE = Path(__file__).parent / "data" / "lint_weights.csv"
GOOD, ASK = "good", "ask"
"""Two of the classes: nothing wrong with the note; a request made as it should be, which is right only once it is earned."""

DOUBT = 0.4
"""Below this probability of being good a note is flagged. This, the next two and `lint` are chosen on notes not learnt from."""
DOUBT_WITH_CUES = 0.55
"""The same where the cues of one sentence point the same way."""
NEXT_BEST = 0.3
"""A second way of being bad is named when it is at least this share as likely as the first."""

MOST_SENTENCES, LONGEST = 40, 500
"""Sentences of a note, and characters of a sentence, whose meaning is looked at; a note for any channel is shorter."""

SHORTEST = 3
"""Words of a greeting or a name alone, which tells nothing."""

LEAST_SHARE = 1e-3
"""What a sentence is given at least for each class, so that no single one decides all."""

MEANING_COUNTS = 8.0
"""What the numbers of a meaning are multiplied with, so that they weigh as much as the cues; chosen with batches left out."""

Features = dict[str, float]
Weights = Mapping[str, tuple[float, ...]]


def features_of(note: NoteText, *, names: str, session: str, stranger: bool, known: bool) -> Features:
    """What the model looks at: its meaning, cues by number of sentences, questions, the relation, and pairs of little words.

    `names` are the reader's and the event's; words that carry the content count only as "some word", so that the model
    learns how notes are built and not what they are about.
    """
    found: Features = {"known": float(known), "stranger": float(stranger), "always": 1.0}
    if known and not names_wanted("\n".join(s.raw for s in note.sentences), f"{names} {session}"):
        found["known, nobody named"] = 1.0
    for cue in sorted({cue for s in note.sentences for cue in s.cues}):
        found[f"cue {cue}"] = float(min(note.count(cue), 2))
    found["questions"] = min(sum(s.question for s in note.sentences), 3) / 2
    named = frozenset(plain_words(names, note.language))
    title = frozenset(plain_words(session, note.language))
    counts: Counter[str] = Counter()
    for sentence in note.sentences:
        shapes = _shapes(sentence, note, named, title)
        counts.update(shapes)
        counts.update(f"{a} {b}" for a, b in pairwise(shapes))
    said = {f"say {shape}": 1 + math.log(n) for shape, n in counts.items()}
    return found | said | _meaning(note, session) | most_telling(meanings_of(note, session), *_weights())


def _meaning(note: NoteText, session: str) -> Features:
    """The meaning of the whole note, and that of its sentences on average."""
    if not note.sentences:
        return {}
    sentences = [_without(session, s) for s in note.sentences[:MOST_SENTENCES]]
    whole = meaning_of(" ".join(sentences)[: LONGEST * 4])
    average = [sum(column) / len(sentences) for column in zip(*map(meaning_of, sentences), strict=True)]
    return _named("whole", whole) | _named("average", average)


def meanings_of(note: NoteText, session: str) -> list[tuple[float, ...]]:
    """The meaning of each sentence that is more than a greeting or a name."""
    said = [s for s in note.sentences[:MOST_SENTENCES] if len(s.plain.split()) > SHORTEST]
    return [meaning_of(_without(session, s)) for s in said]


def _without(session: str, sentence: Sentence) -> str:
    """The sentence without the title of their session: what is sold there is not sold in the note."""
    return (sentence.raw.replace(session, "…") if session else sentence.raw)[:LONGEST]


def most_telling(meanings: Sequence[Sequence[float]], classes: Sequence[str], weights: Weights) -> Features:
    """For each way of being bad, how much the sentence that speaks most for it does so against being good."""
    table = [weights.get(f"sentence {place}") for place in range(len(meanings[0]))] if meanings else []
    always = weights.get("sentence always")
    if always is None:
        return {}
    most: Features = {}
    for meaning in meanings:
        scores = list(always)
        for value, row in zip(meaning, table, strict=True):
            for place, weight in enumerate(row or ()):
                scores[place] += weight * value
        shares = dict(zip(classes, _softmax(scores), strict=True))
        good = math.log(shares.pop(GOOD) + LEAST_SHARE)
        for name, share in shares.items():
            most[f"most {name}"] = max(most.get(f"most {name}", -math.inf), math.log(share + LEAST_SHARE) - good)
    return most


def _named(kind: str, row: Iterable[float]) -> Features:
    return {f"{kind} {place}": MEANING_COUNTS * value for place, value in enumerate(row)}


def _shapes(sentence: Sentence, note: NoteText, named: frozenset[str], title: frozenset[str]) -> list[str]:
    words = sentence.plain.split()
    if len(words) <= SHORTEST and not sentence.raw.endswith((".", "?", "!")):
        return []
    shapes = ["^"]
    for word in words:
        if word in named:
            shapes.append("NAME")
        elif word in title:
            shapes.append("TITLE")
        elif word.isdigit() or word in note.language.numbers:
            shapes.append("NUMBER")
        else:
            shapes.append(word if word in note.language.function_words else "WORD")
    return [*shapes, "?" if sentence.question else "!" if sentence.raw.endswith("!") else "."]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely a note is good, and the ways it is bad, most likely first; no way for a note that is likely good."""

    good: float
    ways: tuple[str, ...]


def judge(features: Features, *, earned: bool) -> Judgement:
    """Weigh the features of a note; `earned` says whether its sender may ask this reader for something."""
    shares = _shares(features)
    good = shares.pop(GOOD) + (shares.pop(ASK, 0.0) if earned else 0.0)
    if good >= DOUBT or not shares:
        return Judgement(good, ())
    first, second = sorted(shares, key=lambda name: -shares[name])[:2]
    return Judgement(good, (first, second) if shares[second] >= NEXT_BEST * shares[first] else (first,))


def telling_sentence(note: NoteText, way: str, *, cues: Iterable[tuple[str, ...]] = ()) -> str:
    """The sentence that weighs most towards this way of being bad, against being good.

    `cues` are beginnings of cues, the most telling first: where sentences hold one, only those are looked at. Without, the
    first sentence is passed over where there are more, since it mostly takes up what the reader said.
    """
    classes, weights = _weights()
    said = [s for s in note.sentences[:MOST_SENTENCES] if len(s.plain.split()) > SHORTEST] or list(note.sentences[:1])
    held = ([s for s in said if any(cue.startswith(some) for cue in s.cues)] for some in cues)
    said = next(filter(None, held), said[1:] or said)
    if way not in classes or not said:
        return said[0].raw if said else ""
    this, good = classes.index(way), classes.index(GOOD)

    def weight_of(sentence: Sentence, row: Iterable[float]) -> float:
        shown = _named("average", row) | {f"cue {cue}": 1.0 for cue in sentence.cues}
        return sum(value * (weights[name][this] - weights[name][good]) for name, value in shown.items() if name in weights)

    return max(said, key=lambda sentence: weight_of(sentence, meaning_of(sentence.raw[:LONGEST]))).raw


def _shares(features: Features) -> dict[str, float]:
    classes, weights = _weights()
    scores = [0.0] * len(classes)
    for name, value in features.items():
        for place, weight in enumerate(weights.get(name, ())):
            scores[place] += weight * value
    return dict(zip(classes, _softmax(scores), strict=True))


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    return [share / sum(shares) for share in shares]


def forget_weights() -> None:
    """Read the weights anew next time; for training."""
    _weights.cache_clear()


@cache
def _weights() -> tuple[tuple[str, ...], Weights]:
    if not FILE.is_file():
        return (GOOD,), {}
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        classes = tuple(next(rows)[1:])
        return classes, {row[0]: tuple(float(w or 0) for w in row[1:]) for row in rows}
