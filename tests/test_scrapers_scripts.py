"""Modules of sites that hold the programme: how they begin, what stands around their data, what their literals refer to."""

from __future__ import annotations

import pytest

from scrapers import read_upload
from scrapers.any_json import recognises
from scrapers._document import Document

_ROWS = """[
  { time: '9:00', title: 'Why bees dance', speaker: 'Ana Berg' },
  { time: '9:40', title: 'Honey by the tonne', speaker: 'Tom Lindqvist' },
]"""


@pytest.mark.parametrize(
    "opening",
    [
        "interface Slot {\n  time: string\n}\nexport const slots: Slot[] = ",
        "type Slot = { time: string };\nconst slots = ",
        "enum Day { One = 'mon', Two = 'tue' }\nconst slots = ",
        "declare const other: unknown;\nexport default ",
        "'use client'\n\nimport Image from 'next/image'\nconst slots = ",
        '"use client";\n// The programme\nexport const slots = ',
        "(function () {\n  window.SLOTS = ",
        "(() => {\n  const slots = ",
        ";(function ($) {\n  var slots = ",
        "$(function () {\n  var slots = ",
        "@Component({ selector: 'app-slots' })\nexport class Slots {\n  slots = ",
        "class Programme {\n  slots = ",
    ],
)
def test_a_script_is_known_by_how_it_begins(opening: str) -> None:
    """Types, directives, functions called on the spot, classes: whatever a module begins with, its data is read."""
    text = opening + _ROWS + ";\n"
    agenda = read_upload("slots.txt", text.encode())

    assert recognises(Document("slots.txt", text.encode()))
    assert [s.title for s in agenda.sessions] == ["Why bees dance", "Honey by the tonne"]
    assert [p.name for p in agenda.speakers] == ["Ana Berg", "Tom Lindqvist"]


@pytest.mark.parametrize("text", ["type of talk: keynote\n", "class of 2027, reunion\n", "interface design day\n9:00 Opening\n"])
def test_words_of_programmers_in_prose_are_no_script(text: str) -> None:
    """A line that only begins with such a word is text."""
    assert not recognises(Document("notes.txt", text.encode()))
