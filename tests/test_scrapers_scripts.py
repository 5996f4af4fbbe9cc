"""Modules of sites that hold the programme: how they begin, what stands around their data, what their literals refer to."""

from __future__ import annotations

import pytest

from scrapers import read_upload
from scrapers._document import Document
from scrapers.any_json import recognises

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


@pytest.mark.parametrize(
    "text", ["type of talk: keynote\n", "class of 2027, reunion\n", "interface design day\n9:00 Opening\n"]
)
def test_words_of_programmers_in_prose_are_no_script(text: str) -> None:
    """A line that only begins with such a word is text."""
    assert not recognises(Document("notes.txt", text.encode()))


def _read(text: str) -> list[tuple[str, str | None, str | None, list[str]]]:
    """Title, start, room and people of each session of a script."""
    agenda = read_upload("slots.ts", text.encode())
    names = {speaker.id: speaker.name for speaker in agenda.speakers}
    return [(s.title, s.start, s.room, [names[i] for i in s.speakers]) for s in agenda.sessions]


def test_names_stand_for_what_the_file_gave_them() -> None:
    """Constants in templates, enumerations, people by name, key and place, spreads; a part of a list is told only there."""
    text = """
enum Hall { Main = 'Great Hall', Side = 'Boat House' }
const DAY = '2027-05-10', year = 2027;
const YEAR = 2027;
const people = { ana: { name: 'Ana Berg' }, 'mei-fong': { name: 'Mei Fong' } } as const;
const CREW = Object.freeze([{ name: 'Tom Lindqvist', company: 'Norvik' }, { name: 'Vesna Tamm', company: 'Saltworks' }]);
const late = [{ title: 'Hives of ' + 'glass', start: new Date(`${DAY}T14:00:00`), hall: Hall.Side, speakers: [CREW[1]] }];
const shared = { lang: 'en' };
export const talks: Talk[] = [
  { ...shared, title: `Why bees dance`, start: new Date(`${YEAR}-05-10T09:00:00`), hall: Hall.Main, speakers: [people.ana] },
  { title: 'Honey', start: new Date(2027, 4, 10, 10, 30), hall: Hall.Side, speakers: [people['mei-fong'], CREW[0]!] },
  ...late,
] satisfies Talk[];
"""

    assert _read(text) == [
        ("Why bees dance", "2027-05-10T09:00:00", "Great Hall", ["Ana Berg"]),
        ("Honey", "2027-05-10T10:30:00", "Boat House", ["Mei Fong", "Tom Lindqvist"]),
        ("Hives of glass", "2027-05-10T14:00:00", "Boat House", ["Vesna Tamm"]),
    ]


def test_code_inside_a_record_is_passed_over() -> None:
    """Functions, methods, patterns, elements and conditions cost only their own field; an element in a field gives its text."""
    text = """
export const talks = [
  { time: '9:00', icon: <Mic size={4} />, title: <>Salt,<br />slowly</>, when: (now) => now > 3, speaker: 'Ana Berg' },
  { time: '9:40', show() { return /}'"/.test(x); }, title: 'Pans' || x, speaker: on ? 'nobody' : "it's", room: t('Shed', 1) },
  { time: '10:20', items: list.filter((x) => x.ok), title: 'Pumps'.trim(), speaker: 'Tom Lindqvist', room: fallback ?? 'x' },
];
"""

    assert _read(text) == [
        ("Salt, slowly", "09:00", None, ["Ana Berg"]),
        ("Pans", "09:40", "Shed", []),
        ("Pumps", "10:20", None, ["Tom Lindqvist"]),
    ]


def test_calls_with_several_values_are_rows() -> None:
    """By the parameters of a function of the file, else as rows of a table; a day around a list keeps its date."""
    rows = """[
  day('2027-06-03', [
    pause('08:30', '09:00', 'Registration'),
    talk('09:00', '09:45', 'Rivers that run backwards', 'Ines Cardoso'),
    talk('09:45', '10:30', 'What mills remember', 'Robin Okafor'),
  ]),
]"""
    named = """const talk = (start, end, title, speaker) => ({ start, end, title, speaker });
const pause = (start: string, end: string, title = 'Break') => ({ start, end, title });
"""
    told = [
        ("Registration", "2027-06-03T08:30:00", None, []),
        ("Rivers that run backwards", "2027-06-03T09:00:00", None, ["Ines Cardoso"]),
        ("What mills remember", "2027-06-03T09:45:00", None, ["Robin Okafor"]),
    ]

    assert _read(f"import {{ talk, day }} from './x';\nexport default {rows}") == told
    assert _read(f"{named}export default {rows}") == told


def test_records_added_one_by_one_and_maps_of_pairs_are_collections() -> None:
    """Short records in calls that repeat belong to the same list; a list of keys and records is a map."""
    text = """var agenda = [];
agenda.push({ hour: '9h00', what: 'El precio de la lana', who: 'ana' });
agenda.push({ hour: '10h30', what: 'Café' });
agenda.push({ hour: '11h00', what: 'Telares y datos', who: 'mei' });
export const speakers = new Map([['ana', { name: 'Ana Berg', company: 'Tarn AG' }], ['mei', { name: 'Mei Fong' }]]);
"""

    assert [(title, people) for title, _, _, people in _read(text)] == [
        ("El precio de la lana", ["Ana Berg"]),
        ("Café", []),
        ("Telares y datos", ["Mei Fong"]),
    ]


def test_a_choice_whose_key_only_the_visitor_knows_keeps_what_it_offers() -> None:
    """`{de: […], en: […]}[language]` holds the programme, whichever language is shown; it is read once."""
    text = f"const t = (language) => {{ const rows = {{ de: {_ROWS}, en: {_ROWS} }}[language]; return show(rows); }};"

    assert [title for title, *_ in _read(text)] == ["Why bees dance", "Honey by the tonne"]
