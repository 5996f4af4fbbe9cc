"""Modules of sites that hold the programme: how they begin, what stands around their data, what their literals refer to."""

from __future__ import annotations

import pytest

from scrapers import AgendaError, read_upload
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


def test_components_hold_their_sessions_as_attributes() -> None:
    """Elements of JSX and of templates are records; the heading before them, or the element around them, tells the day."""
    text = """import { Day, Slot } from './schedule';
export default () => (
  <Layout title="Reed Days"><h1>Programme</h1><h2>Friday, 18 June 2027</h2>
    <Slot time="9:00" title="Don't drain it" speaker={"Mei Fong"}><p>What wet land is worth.</p></Slot>
    <Slot time="9:40" title={`Baskets`} speaker="Tom Lindqvist" />
    <Day date="2027-06-19"><Slot time="10:00" title="Boats" speaker="Ana Berg" /></Day>
  </Layout>
);
"""

    assert _read(text) == [
        ("Don't drain it", "2027-06-18T09:00:00", None, ["Mei Fong"]),
        ("Baskets", "2027-06-18T09:40:00", None, ["Tom Lindqvist"]),
        ("Boats", "2027-06-19T10:00:00", None, ["Ana Berg"]),
    ]


@pytest.mark.parametrize(
    "file",
    [
        "<template>\n  <h2>{{ title }}</h2>\n</template>\n<script setup lang='ts'>\nconst slots = ref(ROWS)\n</script>\n",
        "<script lang='ts'>\n  let slots = ROWS;\n</script>\n{#each slots as slot}<p>{slot.title}</p>{/each}\n",
        "---\nimport Base from '../Base.astro';\nconst slots = ROWS;\n---\n<Base>{slots.map((s) => s.title)}</Base>\n",
        "import x from './x';\nconst agenda = `\n9:00 Why bees dance (Ana Berg)\n"
        "9:40 Honey by the tonne (Tom Lindqvist)\n10:20 Break\n`;\n",
    ],
)
def test_files_of_site_generators_are_scripts(file: str) -> None:
    """Vue, Svelte and Astro keep data beside markup; an agenda may stand in a script as text."""
    read = _read(file.replace("ROWS", _ROWS))

    assert [(title, people) for title, _, _, people in read[:2]] == [
        ("Why bees dance", ["Ana Berg"]),
        ("Honey by the tonne", ["Tom Lindqvist"]),
    ]


def test_talks_without_times_in_a_page_are_its_programme_when_most_name_people() -> None:
    """A page of a site generator may hold its talks in a script, without times; a mere list of titles there is none."""
    page = """---
title: Rowing conference
---
<p>Talks submitted so far</p><div id="grid"></div>
<script>(function () {
  var TALKS = [{ title: `Oars &amp; ethics`, presenters: `Ana Berg &amp; Tom Lindqvist` },
    { title: `Boats of paper`, presenters: `Mei Fong` }, { title: `The long lake`, presenters: `Vesna Tamm` }];
})();</script>
"""
    agenda = read_upload("conference.html", page.encode())

    assert [s.title for s in agenda.sessions] == ["Oars & ethics", "Boats of paper", "The long lake"]
    assert [p.name for p in agenda.speakers] == ["Ana Berg", "Tom Lindqvist", "Mei Fong", "Vesna Tamm"]
    with pytest.raises(AgendaError):
        read_upload("conference.html", page.replace("presenters", "teams").encode())


def test_what_is_taken_out_of_a_literal_at_once_is_told_as_a_whole() -> None:
    """Bundled code chooses the language behind the literal (`{fr: {...}, en: {...}}[t]`): the literal is data all the same."""
    rows = "[{time:'9:00',title:'Ouverture'},{time:'9:40',title:'Les ponts'}]"
    text = f"const p=({{language:t='fr'}})=>{{const n={{fr:{{days:[{{date:'2027-05-03',sessions:{rows}}}]}}}}[t];return n}};"

    assert [(title, start) for title, start, _, _ in _read(text)] == [
        ("Ouverture", "2027-05-03T09:00:00"),
        ("Les ponts", "2027-05-03T09:40:00"),
    ]
