"""Advice on a note that is no fault: a name without its accents, many questions at once, sentences that are hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from planner._lint_names import find_name_spellings
from planner._lint_text import NoteText
from planner.suggestion import Flag

MOST_QUESTIONS = 2
LONGEST_SENTENCE = 32
"""Words; longer sentences are read twice or not at all: our own advice."""


def give_advice(text: str, note: NoteText, *, person: str) -> Iterator[Flag]:
    """What could be better still; `person` is the reader."""
    yield from find_name_spellings(text, person=person)
    questions = sum(sentence.question for sentence in note.sentences)
    if questions > MOST_QUESTIONS:
        yield Flag("many_questions", f"There are {questions} questions.", "Ask the one you most want answered.")
    longest = max(note.sentences, key=lambda s: len(s.plain.split()), default=None)
    if longest and len(longest.plain.split()) > LONGEST_SENTENCE:
        yield Flag("hard_to_read", f"This sentence is long: “{longest.raw}”", "Make two sentences of it.")
