"""The people a page presents: in columns of cards, lists or tables, and in lines of their own with their job titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scrapers._cards.card_roles import Role, describing, fill
from scrapers._cards.columns import LEAST_SCORE, Column, find_columns
from scrapers._cards.portrayed import portrayed
from scrapers._found import FoundPerson, fold
from scrapers._html.page import Node
from scrapers._html.sections import are_judges, heading_says, sections_of, signs_quote
from scrapers._html.slots import Slot, Slots, slots_of
from scrapers._language.awaited import is_placeholder
from scrapers._language.jobs import may_say_job, says_job
from scrapers._language.kinds import kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._people.labels import split_role
from scrapers._people.pieces import known_given
from scrapers._programme.habits import NO_HABIT, Habit, habit_of, people_by_habit

_ENOUGH = 80
_MOST_DESCRIBED = 240
_MOST_TITLE = 90
_MOST_LOGO = 40
_LOGO = re.compile(r"\b(?:company |corporate |brand )?logo(?:type)?(?: of| von| de| di)?\b|\.(?:png|jpe?g|svg|webp)$", re.I)
_CLOCK = re.compile(r"\d[:.h]\d\d|\b(?:is|ist|est|es un|was|has)\b")


def find_people(tree: Node) -> list[FoundPerson]:
    """The people a page presents in cards, lists or tables, each once, in the order of the page.

    People under headings of committees, sponsors, team or contact, or below what they said, are left out unless they also
    stand elsewhere.
    """
    return people_shown(tree)[0]


def people_shown(tree: Node) -> tuple[list[FoundPerson], list[FoundPerson]]:
    """The people a page presents, and those whom only headings such as "Sponsors" stand above.

    The latter count where the programme names them: windows with everybody's job often follow the last section of a page.
    Judges are presented where nobody else is.
    """
    page = slots_of(tree)
    people: dict[str, FoundPerson] = {}
    aside: dict[str, FoundPerson] = {}
    judges: dict[str, FoundPerson] = {}
    told: set[int] = set()
    for column in find_columns(page):
        for index, person, section in _people_of(column, page):
            others = judges if are_judges(page, index) else aside
            _merge(others if section == "others" or signs_quote(page, index) else people, person)
        for name, card in zip(column.at, column.cards, strict=True):
            told |= describing(name, card, column.roles, page)
    for person in (*_described(page, told), *portrayed(page)):
        _merge(people, person)
    people, aside = (people, {**judges, **aside}) if people else (judges, aside)
    for key in people.keys() & aside.keys():
        _merge(people, aside.pop(key))
    return list(people.values()), list(aside.values())


def _described(page: Slots, told: set[int]) -> Iterator[FoundPerson]:
    """People who stand in a line of their own with their job title ("Ann Archer, Head of Sales, Acme"), wherever it is.

    Lines `told` to say who others are name nobody.
    """
    lines = []
    habits = _habits(page)
    for index, slot in enumerate(page.slots):
        text = "" if index in told else _describing(slot)
        people = people_by_habit(text, habits[slot.key]) if text else []
        if people and text.startswith(people[0].name) and _is_described(people[0]) and not _is_post_of(people[0], text):
            lines.append((index, [p for p in people if _is_described(p)]))
    sections = sections_of(page, [(index, index + 1) for index, _ in lines])
    for (index, people), section in zip(lines, sections, strict=True):
        if section != "others" and not signs_quote(page, index):
            yield from people


def _describing(slot: Slot) -> str:
    """The text of a line that may present somebody with their job title, without what leads to it; empty for others."""
    text = "" if slot.zone else split_role(slot.text)[1]
    return text if 8 < len(text) < _MOST_DESCRIBED and not _CLOCK.search(text) and may_say_job(text) else ""


def _habits(page: Slots) -> dict[str, Habit]:
    """The habit of every format, by the lines of it that may present somebody."""
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for slot in page.slots:
        if text := _describing(slot):
            texts[slot.key][text] = None
    return {key: habit_of(list(told)[:_ENOUGH], set()) if len(told) > 1 else NO_HABIT for key, told in texts.items()}


def _is_post_of(person: FoundPerson, text: str) -> bool:
    """Whether no mark parts a name without a given name from the job behind it: a post there ("Tarnwatch coordinator")."""
    return known_given(person.name) < 0 and text[len(person.name) :].lstrip()[:1].isalnum()


def _is_described(person: FoundPerson) -> bool:
    title = person.title or ""
    return 2 < len(title) <= _MOST_TITLE and says_job(title) and not title.endswith(".") and looks_like_name(person.name) >= 0.6


def _people_of(column: Column, page: Slots) -> Iterable[tuple[int, FoundPerson, str | None]]:
    logos = _logos(column, page)
    for index, card, section in zip(column.at, column.cards, column.sections, strict=True):
        for person in _named(page.slots[index], column, presented=section == "speakers"):
            fill(person, index, card, column.roles, page)
            person.led = section == "speakers" or (
                any(mark in page.slots[index].text for mark in ":：") and split_role(page.slots[index].text)[0] is not None
            )
            person.company = person.company or logos.get(index)
            yield index, person, section


def _logos(column: Column, page: Slots) -> dict[int, str]:
    """The companies that stand in cards as pictures, by name line: what the one further picture of most cards shows."""
    found = {}
    names = [set(fold(split_honours(page.slots[index].text)[1]).split()) for index in column.at]
    for index, card in zip(column.at, column.cards, strict=True):
        said = {_LOGO.sub("", text).strip(" -–|") for text in page.pictures_in(card)}
        texts = [t for t in said if 1 < len(t) < _MOST_LOGO and not _shows_person(t, names)]
        if len(texts) == 1 and heading_says(texts[0]) is None:
            found[index] = texts[0]
    enough = len(found) > 1 and 2 * len(found) >= len(column.at) and 2 * len(set(found.values())) > len(found)
    return found if enough or Role.COMPANY in column.roles.values() else {}


def _shows_person(text: str, names: list[set[str]]) -> bool:
    """Whether a picture is said to show somebody: by an honorific, or by a name of the column, in full or in short."""
    words = set(fold(text).split())
    return bool(split_honours(text)[0]) or any(len(name & words) >= min(2, len(name)) > 0 for name in names)


def _named(slot: Slot, column: Column, *, presented: bool) -> list[FoundPerson]:
    """The people a name line names; in a good column, or one under a fitting heading, a single or odd word is a name too."""
    people = people_by_habit(slot.text, column.habit)
    if people:
        return people
    text = split_role(slot.text)[1].strip(" ,;:")
    if (
        column.score >= (LEAST_SCORE[3] if presented else 0.7)
        and looks_like_name(text) >= 0.12
        and not is_placeholder(text.partition(",")[0])
        and kind_of(text) == "talk"
    ):
        return [FoundPerson(name=text)]
    return []


def _merge(people: dict[str, FoundPerson], person: FoundPerson) -> None:
    key = fold(split_honours(person.name)[1])
    known = people.get(key)
    if known is None:
        people[key] = person
        return
    for attribute in ("title", "company", "bio", "url"):
        if not getattr(known, attribute):
            setattr(known, attribute, getattr(person, attribute))
    known.links = {**person.links, **known.links}
    known.led = known.led or person.led
