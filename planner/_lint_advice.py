"""Advice on a note that is no fault: a name without its accents, many questions at once, sentences that are hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner._lint_names import find_name_spellings
from planner._lint_text import NoteText
from planner.suggestion import Flag

MOST_QUESTIONS = 2
LONGEST_SENTENCE = 32
"""Words; longer sentences are read twice or not at all: our own advice."""
FEW_SHORT_FORMS, MOST_SHORT_FORMS = 5, 0.2
"""Capitals and shorthand ("w/", "ex-TMS") a note may always hold, and the share of its words they may be."""

_SHORT_FORM = re.compile(r"\b[A-Z][A-Z0-9]+\b|\b\w{1,3}/(?!\w{3})")


def give_advice(text: str, note: NoteText, *, person: str) -> Iterator[Flag]:
    """What could be better still; `person` is the reader."""
    yield from find_name_spellings(text, person=person)
    questions = sum(sentence.question for sentence in note.sentences)
    if questions > MOST_QUESTIONS:
        yield Flag("many_questions", f"There are {questions} questions.", "Ask the one you most want answered.")
    longest = max(note.sentences, key=lambda s: len(s.plain.split()), default=None)
    if longest and len(longest.plain.split()) > LONGEST_SENTENCE:
        yield Flag("hard_to_read", f"This sentence is long: “{longest.raw}”", "Make two sentences of it.")
    short = _SHORT_FORM.findall(text)
    if len(short) > FEW_SHORT_FORMS and len(short) > MOST_SHORT_FORMS * len(text.split()):
        yield Flag("hard_to_read", f"It is full of short forms: {', '.join(short[:4])} …", "Write them out, or leave them out.")
