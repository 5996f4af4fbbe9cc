"""People on a page, found by repeated structure: speaker cards, lists, tables and definition lists of any make.

Lines of the same format (the path of elements they stand in) are judged together: a format whose lines read as names makes
a column of people; what stands around each name, up to where the next name's share begins, is that person's card. Which
line of a card is the job title, which the company, is decided once for all cards of a column.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scrapers._cards.card_labels import heads_talks
from scrapers._cards.card_roles import Role, assign_roles, describing, fill
from scrapers._cards.kin import give_usual_formats, join_odd_headings
from scrapers._cards.portrayed import portrayed
from scrapers._found import FoundPerson, fold
from scrapers._html.page import Node
from scrapers._html.sections import are_judges, heading_says, sections_of
from scrapers._html.slots import Slot, Slots, slots_of
from scrapers._language.jobs import may_say_job, says_job
from scrapers._language.kinds import kind_of
from scrapers._language.words import CJK
from scrapers._people.names import is_placeholder, known_given, looks_like_name, split_honours, split_people, split_role
from scrapers._programme.habits import NO_HABIT, Habit, habit_of, people_by_habit

_MOST_TEXT = 90
_ENOUGH = 80
_MOST_DESCRIBED = 240
_MOST_TITLE = 90
_NEAR = 4
_MOST_LOGO = 40
_HEADINGS = 4
_NAMES, _SOME_NAMES, _CLEARER, _HOLDS_NAME, _ROUNDING = 0.5, 0.15, 0.15, 0.6, 1e-9
_LEAST = {1: 0.7, 2: 0.65, 3: 0.55}
"""What a column of one, two or more different lines must score to be people, whatever else speaks for it."""
_LOGO = re.compile(r"\b(?:company |corporate |brand )?logo(?:type)?(?: of| von| de| di)?\b|\.(?:png|jpe?g|svg|webp)$", re.I)
_CLOCK = re.compile(r"\d[:.h]\d\d|\b(?:is|ist|est|es un|was|has)\b")


@dataclass(slots=True)
class Column:
    """Lines of one format that read as names, with the card of each: (first, past the last) slot."""

    key: str
    at: list[int]
    score: float
    cards: list[tuple[int, int]] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)
    sections: list[str | None] = field(default_factory=list)
    habit: Habit = NO_HABIT


def find_people(tree: Node) -> list[FoundPerson]:
    """The people a page presents in cards, lists or tables, each once, in the order of the page.

    People under headings of committees, sponsors, team or contact are left out unless they also stand elsewhere.
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
            _merge(others if section == "others" else people, person)
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
    for (_, people), section in zip(lines, sections, strict=True):
        if section != "others":
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
    """Whether no mark parts a name without a given name from the job behind it: a post there ("GLOBE Norway coordinator")."""
    return known_given(person.name) < 0 and text[len(person.name) :].lstrip()[:1].isalnum()


def _is_described(person: FoundPerson) -> bool:
    title = person.title or ""
    return 2 < len(title) <= _MOST_TITLE and says_job(title) and not title.endswith(".") and looks_like_name(person.name) >= 0.6


def find_columns(page: Slots) -> list[Column]:
    """The formats of the page whose lines are names of people, best first, with their cards."""
    give_usual_formats(page)
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, slot in enumerate(page.slots):
        if slot.zone == "" and len(slot.text) <= _MOST_TEXT and not heads_talks(slot.text):
            by_key[slot.key].append(index)
    join_odd_headings(by_key, page)
    sizes = Counter(slot.key for slot in page.slots)
    columns = []
    for key, at in by_key.items():
        if sizes[key] > 2 * len(at) or _heads_sections(at, page):
            continue
        columns += [Column(key, members, score) for members, score in _alike(at, page)]
    columns, described = _without_attributes([c for c in columns if not _transcribes(c, columns, page)], sizes)
    columns = [c for c in columns if c.score >= _LEAST[min(_people_in(c, page), 3)]]
    for column in columns:
        _cut_cards(column, page)
    named = sorted(at for c in columns for at in c.at if looks_like_name(page.slots[at].text) >= _HOLDS_NAME)
    for column in columns:
        _end_before_others(column, named, page)
        column.sections = sections_of(page, column.cards)
        if len(column.at) == 1 and column.sections != ["speakers"] and not _heads_page(column.at[0], page):
            continue
        presented = 2 * column.sections.count("speakers") > len(column.sections)
        column.roles = assign_roles(column.at, column.cards, page, described, presented=presented)
    kept = [c for c in columns if _convinces(c, page)]
    for column in kept:
        column.habit = habit_of(list(dict.fromkeys(page.slots[at].text for at in column.at)), set())
    return sorted(kept, key=lambda c: c.at[0])


def _heads_sections(at: list[int], page: Slots) -> bool:
    """Whether lines of one format are headings, since several of them tell of whom a section is ("Speakers", "Sponsors")."""
    texts = {page.slots[index].text for index in at if page.slots[index].level}
    told = sum(heading_says(text) is not None and split_role(text)[0] is None for text in texts)
    return told > 1 and _HEADINGS * told >= len(texts)


def _heads_page(at: int, page: Slots) -> bool:
    """Whether a line is a heading of the first level, and none that goes on behind a word set off in it."""
    key = page.slots[at].key.split("#")[0]
    later = page.slots[at + 1 : at + 4]
    return page.slots[at].level == 1 and not any(s.node is page.slots[at].node and s.key.split("#")[0] == key for s in later)


def _transcribes(column: Column, columns: list[Column], page: Slots) -> bool:
    """Whether most lines of a column write the names close above them, each its own, in another script."""
    for other in columns:
        if other is not column and other.at[0] < column.at[0] and _follows(column.at, other.at):
            pairs = [(page.slots[other.at[bisect_left(other.at, i) - 1]], page.slots[i]) for i in column.at]
            same = sum(_script(a.text) != _script(b.text) for a, b in pairs)
            if same > 1 and same >= 0.6 * len(column.at):
                return True
    return False


def _script(text: str) -> str:
    """The script a name is written in, by its first letter: Han, kana and Hangul are one."""
    first = next(filter(str.isalpha, text), "")
    return "CJK" if CJK.match(first) else unicodedata.name(first, " ").split()[0]


def _without_attributes(columns: list[Column], sizes: Counter[str]) -> tuple[list[Column], frozenset[int]]:
    """The columns without those that only say where other columns' people work, and the lines of these.

    Companies are often called like people. A format that follows close behind the lines of another one, which read better as
    names, describes them; nearly as well does where it shares its format with other lines of the cards. `sizes` counts the
    lines of each format.
    """
    kept: list[Column] = []
    described: set[int] = set()
    for column in columns:
        shared = sizes[column.key] >= 2 * len(column.at)
        margins = [-0.08 if shared and c.score >= 0.7 and c.at[0] < column.at[0] else 0.08 for c in columns]
        better = [
            c for c, margin in zip(columns, margins, strict=True)
            if c is not column and c.score > column.score + margin and len(c.at) >= 0.8 * len(column.at) > 1
        ]  # fmt: skip
        if any(_follows(column.at, c.at) for c in better):
            described.update(column.at)
        else:
            kept.append(column)
    return kept, frozenset(described)


def _follows(lines: list[int], names: list[int]) -> bool:
    """Whether most of the lines stand right behind a name, each behind its own."""
    places = [bisect_left(names, line) for line in lines]
    near = {place for place, line in zip(places, lines, strict=True) if place and line - names[place - 1] <= _NEAR}
    return len(near) >= 0.7 * len(lines)


def _alike(at: list[int], page: Slots) -> list[tuple[list[int], float]]:
    """The lines of one format with their score where they read as names; else those parts of them that do.

    They are parted by their place among the like elements of their parent where one place alone holds names: where too few
    of the lines are names, and where names and companies share a format (heading, text, heading).
    """
    score = _column_score(at, page, _LEAST[1] if len(at) == 1 else _NAMES)
    whole = [(at, score)] if score else []
    if announced := _announced(at, page, score + _CLEARER):
        return announced
    if len(at) < 6:
        return whole
    places: dict[int, list[int]] = defaultdict(list)
    for index in at:
        places[page.slots[index].nth].append(index)
    parted = [members for nth, members in places.items() if nth < 3 and len(members) > 2]
    if whole and not (
        len(parted) == len(places) > 1 and any(_column_score(members, page, score + _CLEARER) for members in parted)
    ):
        return whole
    found = [(members, score) for members in parted if (score := _column_score(members, page, _NAMES))]
    return found if whole or (found and _column_score(at, page, _SOME_NAMES)) else []


def _announced(at: list[int], page: Slots, least: float) -> list[tuple[list[int], float]]:
    """The lines of one format under headings that announce speakers where these read as names, at `least` so, and no others do.

    Menus and lists of people often share a format.
    """
    sections = sections_of(page, [(index, index + 1) for index in at])
    under = [index for index, said in zip(at, sections, strict=True) if said == "speakers"]
    others = [index for index, said in zip(at, sections, strict=True) if said != "speakers"]
    if len(under) < 2 or not others or _column_score(others, page, _NAMES):
        return []
    score = _column_score(under, page, max(least, _NAMES))
    return [(under, score)] if score else []


def _column_score(at: list[int], page: Slots, least: float) -> float:
    """How much the lines of one format read as names of people, 0 to 1: the mean over different texts; 0 when below `least`."""
    different = list(dict.fromkeys(page.slots[i].text for i in at))
    different = different[:: 1 + len(different) // _ENOUGH]
    scores = [looks_like_name(text) for text in different]
    doubtful = [n for n, text in enumerate(different) if scores[n] < 0.5 and len(text) >= 8]
    best = sum(scores) + sum(_HOLDS_NAME - scores[n] for n in doubtful)
    for n in doubtful:
        if best < least * len(scores) - _ROUNDING:
            return 0.0  # even if all that are left name people
        if split_people(different[n]):
            scores[n] = _HOLDS_NAME
        else:
            best -= _HOLDS_NAME - scores[n]
    score = sum(scores) / len(scores)
    return score if score >= least else 0.0


def _cut_cards(column: Column, page: Slots) -> None:
    """Give every name its share of the page: the largest element that holds no other name, then what follows up to the next."""
    names = column.at
    heights = []
    owners = []
    for order, index in enumerate(names):
        before = names[order - 1] if order else -1
        after = names[order + 1] if order + 1 < len(names) else len(page.slots)
        chain = page.ancestors(index)
        height = 0
        for step, (first, last) in enumerate(chain):
            if first <= before or last > after:
                break
            height = step
        heights.append(height)
        owners.append(chain)
    inner = heights[1:-1] or heights
    usual = Counter(inner).most_common(1)[0][0] if inner else 0
    for order, chain in enumerate(owners):
        first, last = chain[min(heights[order], usual)] if chain else (names[order], names[order] + 1)
        column.cards.append((first, last))
    _stretch(column, page)


def _end_before_others(column: Column, named: list[int], page: Slots) -> None:
    """End every card before the next name of another column, as where a label parts one list of people in two formats."""
    own = set(column.at)
    for order, (name, (first, last)) in enumerate(zip(column.at, column.cards, strict=True)):
        text = fold(page.slots[name].text)
        inside = named[bisect_left(named, name + 1) : bisect_left(named, last)]
        column.cards[order] = (first, next((at for at in inside if at not in own and fold(page.slots[at].text) != text), last))


def _stretch(column: Column, page: Slots) -> None:
    """In flat pages (heading, text, heading, text) a card runs on to the next name."""
    cards = column.cards
    gaps = [cards[i + 1][0] - cards[i][1] for i in range(len(cards) - 1)]
    loose = [i for i, gap in enumerate(gaps) if gap > 0]
    led = sum(first < at == last - 1 for at, (first, last) in zip(column.at, cards, strict=True))
    if not gaps or len(loose) < 0.6 * len(gaps) or led >= 0.6 * len(cards):
        return  # no gaps, or the names stand at the ends of their cards
    longest = max(cards[i + 1][0] - cards[i][0] for i in range(len(cards) - 1))
    for i, (first, _) in enumerate(cards):
        end = cards[i + 1][0] if i + 1 < len(cards) else _end_of_last(column, page, longest)
        stop = next((j for j in range(column.at[i] + 1, end) if page.slots[j].level and page.slots[j].key != column.key), end)
        cards[i] = (first, min(end, stop) if page.slots[column.at[i]].level else end)


def _end_of_last(column: Column, page: Slots, longest: int) -> int:
    """Where the last card ends that runs on as the others do: behind its element come lines of formats that they hold too."""
    first = column.cards[-1][0]
    most = min(first + longest, len(page.slots))
    end = page.end_of_parent(column.at[-1], most)
    held = {page.slots[i].key for card in column.cards[:-1] for i in range(*card)}
    return next((i for i in range(end, most) if page.slots[i].key not in held), most)


def _people_in(column: Column, page: Slots) -> int:
    """How many different lines a column has."""
    return len({fold(page.slots[i].text) for i in column.at})


def _convinces(column: Column, page: Slots) -> bool:
    """Whether a column of names is people for sure: enough of them, or signs such as photos, job titles, a heading."""
    count = _people_in(column, page)
    wanted = sum(s == "speakers" for s in column.sections) / len(column.sections)
    signs = wanted + (Role.TITLE in column.roles.values()) + (Role.AFFILIATION in column.roles.values())
    signs += sum(split_role(page.slots[at].text)[0] is not None for at in column.at) >= 0.6 * len(column.at)
    signs += 0.5 * (sum(page.has_image(card) for card in column.cards) >= 0.6 * len(column.cards))
    if count == 1:
        own_page = page.slots[column.at[0]].level == 1 and bool({Role.TITLE, Role.AFFILIATION} & set(column.roles.values()))
        return own_page or (wanted > 0 and signs >= 1.5)
    return signs >= 1 or (count > 2 and column.score >= 0.68)


def _people_of(column: Column, page: Slots) -> Iterable[tuple[int, FoundPerson, str | None]]:
    logos = _logos(column, page)
    for index, card, section in zip(column.at, column.cards, column.sections, strict=True):
        for person in _named(page.slots[index], column, presented=section == "speakers"):
            fill(person, index, card, column.roles, page)
            person.led = (
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
        column.score >= (_LEAST[3] if presented else 0.7)
        and looks_like_name(text) >= 0.12
        and len(column.at) >= 4
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
