"""A small linear model over what a note means, its cues and its little words: how likely it is good, or bad in which way.

The weights stand in `planner/data/lint_weights.csv`, one line per feature; `benchmarks/train_lint.py` makes the file from the
labelled notes in `tests/data/notes/`.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

from planner._lint_meaning import meanings_of
from planner._lint_text import NoteText, Sentence, plain_words

FILE = Path(__file__).parent / "data" / "lint_weights.csv"
GOOD = "good"

DOUBT = 0.5
"""Below this probability of being good a note is flagged; chosen with batches of notes left out."""
DOUBT_ELSEWHERE = 0.4
"""The same for languages with few notes to learn from."""
NEXT_BEST = 0.5
"""A second way of being bad is named when it is at least half as likely as the first."""

MEANING_COUNTS = 8.0
"""What the numbers of a meaning are multiplied with, so that they weigh as much as the cues; chosen with batches left out."""

Features = dict[str, float]


def features_of(note: NoteText, *, names: str, session: str, debts: int, known: bool) -> Features:
    """What the model looks at: its meaning, cues by number of sentences, questions, the relation, and pairs of little words.

    `names` are the reader's and the event's; words that carry the content count only as "some word", so that the model
    learns how notes are built and not what they are about.
    """
    found: Features = {"known": float(known), "earned": float(debts >= 3), "debts": min(debts, 3) / 3, "always": 1.0}
    found["stranger"] = float(not known and debts == 0)
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
    return found | {f"say {shape}": 1 + math.log(n) for shape, n in counts.items()} | _meaning(note)


def _meaning(note: NoteText) -> Features:
    """The meaning of the whole note, and that of its sentences on average."""
    if not note.sentences:
        return {}
    whole, *rows = meanings_of([" ".join(s.raw for s in note.sentences), *(s.raw for s in note.sentences)])
    average = sum(rows) / len(rows)
    return {
        f"{kind} {place}": MEANING_COUNTS * float(value)
        for kind, row in (("whole", whole), ("average", average))
        for place, value in enumerate(row)
    }


def _shapes(sentence: Sentence, note: NoteText, named: frozenset[str], title: frozenset[str]) -> list[str]:
    words = sentence.plain.split()
    if len(words) <= 3 and not sentence.raw.endswith((".", "?", "!")):
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


def judge(features: Features) -> dict[str, float]:
    """The probability of each class: `good`, or the way the note is bad."""
    classes, weights = _weights()
    scores = [0.0] * len(classes)
    for name, value in features.items():
        for place, weight in enumerate(weights.get(name, ())):
            scores[place] += weight * value
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    return {name: share / sum(shares) for name, share in zip(classes, shares, strict=True)}


def ways_it_is_bad(note: NoteText, features: Features) -> list[str]:
    """The classes a doubtful note most likely belongs to, most likely first; none for a good note."""
    shares = judge(features)
    if shares.pop(GOOD) >= (DOUBT if note.language.name == "en" else DOUBT_ELSEWHERE) or not shares:
        return []
    first, second = sorted(shares, key=lambda name: -shares[name])[:2]
    return [first, second] if shares[second] >= NEXT_BEST * shares[first] else [first]


def forget_weights() -> None:
    """Read the weights anew next time; for training."""
    _weights.cache_clear()


@cache
def _weights() -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    if not FILE.is_file():
        return (GOOD,), {}
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        classes = tuple(next(rows)[1:])
        return classes, {row[0]: tuple(float(w or 0) for w in row[1:]) for row in rows}
