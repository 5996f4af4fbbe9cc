"""The people of a session's lines, with what stands beside their names, and the names inside title lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from scrapers._bylines.bylines import part_title, part_titles
from scrapers._bylines.marks import Cut
from scrapers._bylines.proven_bylines import at_known_end
from scrapers._found import FoundPerson, fold
from scrapers._html.sections import heading_says
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import is_given
from scrapers._language.jobs import job_and_company, says_job, words_say
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import page_words
from scrapers._language.words import CJK, lexicon, parts, plain, unlike_names
from scrapers._parts.bracketed import is_in_brackets
from scrapers._parts.roles import AFFIL, MIXED, PERSON, Chances
from scrapers._people.affiliation import split_affiliation
from scrapers._people.holders import behind_kind
from scrapers._people.labels import may_be_called, split_role, tells_backing
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given
from scrapers._people.shared_affiliation import spread
from scrapers._programme.habits import NO_HABIT, Habit, commas_of, habit_of, is_known, people_by_habit
from scrapers._timing.unit import Page, Unit

_LONGEST = 400
_LIST = re.compile(r"(?:(?<!\s)\s+)?[,;、|&+]\s*|(?<!\s)\s+/\s+|(?<!\s)\s+(?:and|und|et|y|e|en)\s+")
_TAIL = re.compile(r"([^(（|,]{3,40}?)\s?(?:[(（]|\s\|\s)([^()（）|]{3,80}[)）]?)")
_CHUNKS = re.compile(r"[,;|/()–—&]")
_CLASSES = re.compile(r"\.[\w-]+")
_SURE = 0.6
_COMPANY = 0.7
_WHOLE, _SAID, _WORDS = 0.8, 1.0, 3
_SHORTENED = re.compile(r"[^\W\d_]\.(?:\s|[^\W\d_]\.)*\S+$")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s*")
_NEVER = re.compile(r"[:：?!。]|^\d+$|\S@\S")


def habits_of(page: Page, chances: list[Chances]) -> dict[str, Habit]:
    """The habit of every format of people; where its own lines leave open what commas do, those of its element tell."""
    styles: dict[str, list[str]] = {}
    for unit, row in zip(page.units, chances, strict=True):
        if row and row.role == PERSON and len(unit.text) < _LONGEST and not _tells_of_others(unit.text):
            styles.setdefault(unit.piece.style, []).append(unit.text)
    known = {fold(text) for texts in styles.values() for text in texts if "," not in text and looks_like_name(text) >= 0.6}
    habits = {style: habit_of(list(dict.fromkeys(texts)), known) for style, texts in styles.items()}
    alike: dict[str, list[str]] = {}
    for style, texts in styles.items():
        alike.setdefault(_CLASSES.sub("", style), []).extend(texts)
    open_ones = {_CLASSES.sub("", style) for style, habit in habits.items() if habit.commas is None}
    usual = {bare: commas_of(list(dict.fromkeys(alike[bare])), known) for bare in open_ones}
    return {
        style: replace(habit, commas=False) if habit.commas is None and usual[_CLASSES.sub("", style)] is False else habit
        for style, habit in habits.items()
    }


def named_in_lines(page: Page, chances: list[Chances], habits: dict[str, Habit]) -> list[FoundPerson]:
    """The people whom lines of people name in full, wherever they stand on the page."""
    people = [
        person
        for unit, row in zip(page.units, chances, strict=True)
        if row and row.role == PERSON and len(unit.text) < _LONGEST
        for person in _people_on(unit, row, habits.get(unit.piece.style, NO_HABIT))
        if looks_like_name(person.name) >= _SURE
    ]
    return [p for p in people if len(p.name.split()) > 1 and not _SHORTENED.match(p.name)]


def people_of(page: Page, chances: list[Chances], members: list[int], habits: dict[str, Habit]) -> list[FoundPerson]:
    """The people among a record's units, each with what stands beside the name."""
    people: list[FoundPerson] = []
    group: list[FoundPerson] = []
    printed: list[str] = []
    waiting: list[str] = []
    line = -1
    ahead = _ahead(page, chances, members)
    for at in members:
        unit, role = page.units[at], chances[at].role
        if role == PERSON or (chances[at].is_title and behind_kind(unit.text)):
            named = _people_on(unit, chances[at], habits.get(unit.piece.style, NO_HABIT))
            if not named and role == PERSON and (waiting or not people) and words_say(unit.text)[1] >= _COMPANY:
                waiting.append(unit.text)  # where whoever stands in the next line works
                continue
            beside = unit.piece.line == line and chances[at - 1] and chances[at - 1].role == PERSON
            if beside and _write_again(named, group[-1:], unit.text):
                continue
            for person in named:
                person.links = _links(unit.piece.link)
            if waiting and len(named) == 1 and not (named[0].title and named[0].company):
                for text in waiting:
                    _describe(named[0], text)
            waiting = []
            group, printed = ([], []) if printed[-1:] == [""] else (group, printed)
            people, group, printed = people + named, group + named, [*printed, unit.piece.marked or unit.text]
            line = unit.piece.line
        elif role == AFFIL and len(unit.text) > 2 and not is_kind(unit.words) and not _leads_away(unit):
            affiliation, more = _next_in_line(unit.text) if people and unit.piece.line == line else (None, [])
            if more:
                _describe(people[-1], affiliation or "")
                people, group = people + more, group + more
            elif at in ahead or not people:
                waiting.append(unit.text)
            else:
                if not spread(group, printed, unit.piece.marked or unit.text):
                    _describe(people[-1], unit.text)
                printed = [*printed, ""]  # whoever comes next begins a new group
    if waiting and people:
        _describe(people[-1], waiting[0])
    return people or [person for text in waiting for person in _behind_their_jobs(text)]


def _write_again(named: list[FoundPerson], before: list[FoundPerson], text: str) -> bool:
    """Whether a piece is the name before it in the same line in other letters ("長谷 恭子 <i>Kyoko Hase</i>")."""
    scripts = [CJK.search(person.name) is not None for person in (*before, *named)]
    return text[:1].isalpha() and scripts in ([True, False], [False, True])


def _leads_away(unit: Unit) -> bool:
    """Whether a line only leads to another page ("Speaker profile →", "Read more")."""
    return unit.text[-1:] in "→»›➔➜" or unit.words in page_words()["noise"].phrases


def _behind_their_jobs(text: str) -> list[FoundPerson]:
    """The people who stand behind a stroke after where they work ("Bolt Works, engineer / Ann Archer")."""
    work, stroke, names = (part.strip() for part in text.rpartition(" / "))
    people = split_people(names) if stroke else []
    if not people or split_people(work) or not all(looks_like_name(p.name) >= 0.5 for p in people):
        return []
    for person in people:
        _describe(person, work)
    return people


def _people_on(unit: Unit, chances: Chances, habit: Habit) -> list[FoundPerson]:
    if _tells_of_others(unit.text):
        return []
    share = 1.0 if unit.is_people else habit.names
    text = behind_kind(unit.text) or unit.text
    called = _LIST.split(text[1:-1]) if is_in_brackets(text) else []
    short = [FoundPerson(name) for name in called] if all(map(may_be_called, called)) else []
    named = people_by_habit(text, habit) or short or _labelled(text) or _odd_names(text, chances[PERSON], share)
    return named or _name_within(text, sure=chances[PERSON] > _SURE)


def _tells_of_others(text: str) -> bool:
    """Whether a line tells of people with no part in the programme ("Programme committee: Ann Archer"), or of who pays."""
    if tells_backing(text):
        return True
    label, mark, _ = text.partition(":")
    told = bool(mark) and heading_says(label) == "others" and split_role(text)[0] is None
    return told and not lexicon("job").hits(label)  # "Ketua Panitia: Ann Archer" is one of them, and speaks


def _ahead(page: Page, chances: list[Chances], members: list[int]) -> set[int]:
    """The affiliations that stand before their person: in the smallest box around them and a person it is a person who ends."""
    told = [at for at in members if chances[at].role in (PERSON, AFFIL)]
    people = [at for at in told if chances[at].role == PERSON]
    ahead = set()
    for at in told if people and told[0] != people[0] else ():
        box = page.units[at].piece.box
        first, last = page.spans[box]
        while box and bisect_left(people, first) == bisect_left(people, last):
            box = page.lines.boxes[box].parent
            first, last = page.spans[box]
        inside = told[bisect_left(told, first) : bisect_left(told, last)]
        if chances[at].role == AFFIL and chances[inside[0]].role == AFFIL and chances[inside[-1]].role == PERSON:
            ahead.add(at)
    return ahead


def _next_in_line(text: str) -> tuple[str | None, list[FoundPerson]]:
    """What follows a name in its line: the name's affiliation, and the next names ("1, Bob Baxter", "Acme, Bob Baxter")."""
    head, mark, tail = text.rpartition(", ")
    bare = text.lstrip("0123456789*†‡ ,;") if text[:1] in "0123456789*†‡,;" else ""
    if bare and (people := split_people(bare)) and bare.startswith(people[0].name):
        return None, people
    if mark and looks_like_name(tail) >= 0.75 and looks_like_name(head) < 0.5 and max(job_and_company(tail)) < 0.3:
        return head, split_people(tail)
    return None, []


def _labelled(text: str) -> list[FoundPerson]:
    """The people behind a label that no list knows ("Resource person: Ann Archer"), in a line the page shows to be people."""
    label, mark, rest = text.replace("：", ":").partition(":")
    people = split_people(rest) if mark and len(label.split()) <= 4 and len(label) <= 40 else []
    if len(people) == 1 and says_job(label):  # "2. Director of Acme: Ann Archer"
        _describe(people[0], _NUMBER.sub("", label))
    return people


def _odd_names(text: str, chance: float, share: float | None) -> list[FoundPerson]:
    """Nicknames and rare names: where the page is sure of the line, or where the other lines of its format are names."""
    usual = share is not None and share >= 0.6 and chance > 0.5
    if not usual and (chance <= 0.7 or (share is not None and share < 0.3)):
        return []
    if (
        usual
        and (cut := _TAIL.fullmatch(split_role(text)[1]))
        and _may_be_name(cut[1], usual)
        and looks_like_name(cut[1]) > 0.1
    ):
        return [FoundPerson(cut[1], *split_affiliation(cut[2].strip(" )）")))]
    pieces = [p.strip(" ,;:") for p in _LIST.split(split_role(text)[1].strip(" ,;:"))] if usual else [text.strip(" ,;:")]
    if len(text) > 40 * len(pieces) or len(pieces) > 5 or not all(_may_be_name(piece, usual) for piece in pieces):
        return []
    words = [fold(piece) for piece in pieces]
    if len(words) > 2 and not any(" " in word or is_given(word) for word in words) and not CJK.search(text):
        return []  # "Looking, trying, asking": none of them is known for a name
    return [FoundPerson(piece) for piece in pieces]


def _name_within(text: str, *, sure: bool) -> list[FoundPerson]:
    """The one person of a line that is to name somebody, by a known given name at an end of one of its pieces.

    In a line that is not `sure` to do so the name ends the first piece, behind words that lead to it ("by and by speaks ...").
    """
    pieces = _CHUNKS.split(split_role(text)[1])
    for piece in pieces[:4] if sure else pieces[:1]:
        words = piece.split()
        for size in (3, 2):
            for first in (0, len(words) - size) if len(words) >= size else ():
                name = " ".join(words[first : first + size]).strip(" ,.")
                if not sure and not (first and words[first - 1].islower()):
                    continue
                if is_known(name) and looks_like_name(name) >= (_SURE if sure else 0.75):
                    rest = " ".join(words[:first] if first else words[size:])
                    job = job_and_company(rest)[0] > 0.5 if rest else False
                    beside = text.partition(f"{name},")[2].strip(" .") if first and not job else ""
                    return [FoundPerson(name, *(split_affiliation(beside or rest) if beside or job else (None, None)))]
    return []


def _may_be_name(text: str, usual: bool) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 4 or is_placeholder(text) or kind_of(text) != "talk" or max(job_and_company(text)) >= 0.6:
        return False
    if len(words) == 2 and plain(words[1]) in unlike_names():
        return False  # "Members Only" among names
    if _NEVER.search(text) or (CJK.search(text) and len(text) > 7):
        return False
    if len(words) > 1 and any(c.isdigit() for c in text):
        return False
    if len(words) > 1 and any(word.islower() and plain(word) not in parts("particles") and word != "aka" for word in words):
        return False
    if sum(plain(word).strip(".,:") in unlike_names() for word in words) > (0.5 if usual else 0) * len(words):
        return False
    return usual or len(words) > 1 or looks_like_name(text) > 0.2


def _links(link: str | None) -> dict[str, str]:
    if link and link.startswith(("http://", "https://")):
        for name in ("linkedin", "twitter", "github"):
            if f"{name}.com/" in link:
                return {name: link}
    return {}


def _describe(person: FoundPerson, text: str) -> None:
    """Add what an affiliation line says to a person."""
    if not text or fold(text) in (fold(person.title or ""), fold(person.company or "")):
        return
    title, company = split_affiliation(text)
    named = company is not None and title is None and words_say(company)[1] >= 1 and not any(words_say(person.company or ""))
    if person.title and person.company:
        if named:  # "Consultant, Allergy Service", then "Northern Hospital"
            person.title, person.company = f"{person.title}, {person.company}", company
    elif person.title:
        person.company = company or title
    elif person.company and named:
        person.title, person.company = person.company, company
    elif person.company:
        person.title = title or company
    else:
        person.title, person.company = title, company


def title_cuts(page: Page, chances: list[Chances]) -> dict[int, Cut]:
    """The titles that name their people in the same line, by unit: where lines of their format do, or the model says so."""
    styles: dict[str, list[int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        if row and unit.zone >= 0 and row.is_title and kind_of(unit.text) not in ("break", "networking"):
            styles.setdefault(unit.piece.style, []).append(at)
    peopled = {unit.zone for unit, row in zip(page.units, chances, strict=True) if row and row.role == PERSON}
    titled = {page.units[at].zone for members in styles.values() for at in members}
    bare = titled - peopled if 2 * len(titled & peopled) > len(titled) else set()
    cuts: dict[int, Cut] = {}
    for members in styles.values():
        texts = [page.units[at].text for at in members]
        told = [at_known_end(text) for text in texts]
        usual = len(told) - told.count(None) > 1
        parted = part_titles(texts)
        doubted = [
            page.units[at].zone in peopled and not _has_known(cut[1]) for at, cut in zip(members, parted, strict=True) if cut
        ]
        if 2 * sum(doubted) > len(doubted):
            parted = [None] * len(texts)  # whoever speaks has a line of its own
        for at, text, known, cut in zip(members, texts, told, parted, strict=True):
            cut = cut or known or (part_title(text) if chances[at].role == MIXED else None)
            cut = cut or (at_known_end(text, usual=True) if usual else None)
            cut = cut or (_with_somebody_sure(text) if page.units[at].zone in bare else None)
            if cut is not None:
                cuts[at] = cut
    return cuts


def _with_somebody_sure(text: str) -> Cut | None:
    """A title and who speaks in one line, of a slot that names nobody else where most do: a whole name all know, and words."""
    cut = part_title(text)
    if cut is None or len(cut[0].split()) < _WORDS or max(words_say(cut[0])) >= _SAID:
        return None
    people = split_people(cut[1])
    sure = all(known_given(p.name) > 0 and " " in p.name and looks_like_name(p.name) >= _WHOLE for p in people)
    return cut if people and sure else None


def _has_known(names: str) -> bool:
    return any(known_given(person.name) > 0 for person in split_people(names))
