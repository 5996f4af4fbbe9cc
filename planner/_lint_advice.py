"""Advice on a note that is no fault: a name spelt otherwise, many questions at once, sentences that are hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from planner._lint_text import NoteText, fold
from planner.suggestion import Flag

MOST_QUESTIONS = 2
LONGEST_SENTENCE = 32
"""Words; longer sentences are read twice or not at all: our own advice."""
NEARLY_ALIKE = 0.8

_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{3,}")


def give_advice(text: str, note: NoteText, *, person: str, known: str) -> Iterator[Flag]:
    """What could be better still. `person` is the reader, `known` every other text whose words are rightly spelt."""
    yield from _misspelt_names(text, person, known)
    questions = sum(sentence.question for sentence in note.sentences)
    if questions > MOST_QUESTIONS:
        yield Flag("many_questions", f"There are {questions} questions.", "Ask the one you most want answered.")
    longest = max(note.sentences, key=lambda s: len(s.plain.split()), default=None)
    if longest and len(longest.plain.split()) > LONGEST_SENTENCE:
        yield Flag("hard_to_read", f"This sentence is long: “{longest.raw}”", "Make two sentences of it.")


def _misspelt_names(text: str, person: str, known: str) -> Iterator[Flag]:
    names = re.findall(r"[^\W\d_]{4,}", person.split(",")[0])
    right = {fold(word) for word in re.findall(r"[^\W\d_]+", f"{person} {known}")}
    for word in dict.fromkeys(_CAPITALISED.findall(text)):
        if fold(word) in right or fold(word).rstrip("s") in right:
            continue
        near = [name for name in names if name[0] == word[0] and abs(len(name) - len(word)) <= 2]
        for name in near:
            if SequenceMatcher(None, fold(name), fold(word)).ratio() >= NEARLY_ALIKE:
                yield Flag("name_misspelt", f"“{word}” is spelt “{name}” in the agenda.", f"Write “{name}”.")
                break
