"""Pages about one session or one person, read together: pages of one make show by repetition what each line of them is.

All pages of a kind are laid one after the other into one tree, as if they were cards of a list; what is on every page is the
site's frame, what differs is about the session or person. Alone, such a page could not be told from any other text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.agenda import Agenda, Session, Speaker
from scrapers._cards.card_roles import assign_roles, fill
from scrapers._cards.columns import find_columns
from scrapers._document import Document
from scrapers._found import FoundPerson, fold
from scrapers._html.page import Node, parse
from scrapers._html.slots import Slots, slots_of
from scrapers._language.awaited import is_placeholder
from scrapers._language.dates import find_dates, resolve
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.times import clock_text, find_clocks
from scrapers._links.link_words import said
from scrapers._merge import merge, person_key
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._timing.heads import part_labelled

_LONG = 120
_NAME = 0.6
_LISTED = 3
_MENTION = 250
"""The longest line in which a name is taken for a credit, not for a mention in running text."""


@dataclass(frozen=True, slots=True)
class _Book:
    """Several pages as one, and which lines belong to each."""

    page: Slots
    parts: list[tuple[int, int]]

    def part_of(self, index: int) -> int:
        return next((number for number, (first, last) in enumerate(self.parts) if first <= index < last), -1)


def _bind(documents: Sequence[Document]) -> _Book:
    root = Node("html", {}, None)
    bodies = []
    for document in documents:
        tree = parse(document.text)
        body = next(iter(tree.find_all("body")), tree)
        body.parent = root
        root.children.append(body)
        bodies.append(body)
    page = slots_of(root)
    return _Book(page, [page.spans.get(id(body), (0, 0)) for body in bodies])


def read_person_pages(people: Sequence[Speaker], documents: Sequence[Document]) -> list[Speaker]:
    """Each person completed from their own page: job title, company, biography and links, where the page tells them."""
    book = _bind(documents)
    at, cards, known = [], [], []
    for person, part in zip(people, book.parts, strict=True):
        index = _line_of(person.name, book.page, part)
        if index is not None:
            at.append(index)
            cards.append((index, _end_of(index, book.page, part)))
            known.append(person)
    if not at:
        return []
    for index, card in zip(at, cards, strict=True):
        for place in range(index + 1, min(index + 5, card[1])):
            book.page.slots[place].key += f"+{place - index}"  # on pages of one make the place says as much as the format
    roles = assign_roles(at, cards, book.page)
    usual = {text for text, count in Counter(slot.text for slot in book.page.slots).items() if count > 1 and len(text) > _LONG}
    read = []
    for person, index, card in zip(known, at, cards, strict=True):
        made = FoundPerson(person.name)
        fill(made, index, card, roles, book.page)
        for text in usual:
            made.bio = (made.bio or "").replace(text, "").strip() or None
        read.append(replace(person, title=made.title, company=made.company, bio=made.bio, links=made.links))
    return read


def _line_of(name: str, page: Slots, part: tuple[int, int]) -> int | None:
    """The line that is this name; a heading before other lines."""
    key = person_key(name)
    lines = [i for i in range(*part) if page.slots[i].zone == "" and person_key(page.slots[i].text) == key]
    return min(lines, key=lambda i: (not page.slots[i].level, i), default=None)


def _end_of(index: int, page: Slots, part: tuple[int, int]) -> int:
    return next((i for i in range(index + 1, part[1]) if page.slots[i].zone), part[1])


def read_session_pages(
    sessions: Sequence[Session], documents: Sequence[Document], known: Sequence[str], days: Collection[date] = ()
) -> list[tuple[Session, list[FoundPerson]]]:
    """Each session with the time and the people its own page tells, where it has no time yet.

    `known` are names of the event's people, which count wherever they stand; `days` settle dates without a year. Names that
    stand on most of the pages belong to the site's frame, not to every session.
    """
    if not documents:
        return []
    book = _bind(documents)
    found = _people_in(book, known)
    titles = {fold(session.title) for session in sessions}
    clocks = _clocks_in(book, days)
    return [
        (
            session if session.start else replace(session, start=start, end=end),
            [p for p in people if fold(p.name) not in titles],
        )
        for session, people, (start, end) in zip(sessions, found, clocks, strict=True)
    ]


def _people_in(book: _Book, known: Sequence[str]) -> list[list[FoundPerson]]:
    """The people of each part of a book: those presented in it, and the known ones it mentions."""
    found: list[dict[str, FoundPerson]] = [{} for _ in book.parts]
    for column in find_columns(book.page):
        for index, card, section in zip(column.at, column.cards, column.sections, strict=True):
            part = book.part_of(index)
            if section == "others" or part < 0:
                continue
            for person in _named(book.page.slots[index].text):
                fill(person, index, card, column.roles, book.page)
                found[part].setdefault(person_key(person.name), person)
    names = _by_first_word(known)
    for number, (first, last) in enumerate(book.parts):
        for slot in book.page.slots[first:last]:
            if slot.zone == "" and len(slot.text) <= _MENTION:
                for name in _mentioned(slot.text, names):
                    found[number].setdefault(person_key(name), FoundPerson(name))
    frame = _frame([set(people) for people in found])
    return [[person for key, person in people.items() if key not in frame] for people in found]


def read_list_of_talks(
    sessions: Sequence[Session], document: Document, known: Sequence[str]
) -> list[tuple[Session, list[FoundPerson], str]]:
    """Who gives these sessions, as far as a page lists them one below the other, each title a line: who stands below it."""
    page = slots_of(document.tree)
    by_title = {fold(session.title): session for session in sessions}
    lines = [(index, key) for index, slot in enumerate(page.slots) if slot.zone == "" and (key := fold(slot.text)) in by_title]
    if len(lines) < _LISTED or len({key for _, key in lines}) < len(lines):
        return []
    above, below = (
        sum(
            looks_like_name(page.slots[index + step].text) >= _NAME for index, _ in lines if 0 <= index + step < len(page.slots)
        )
        for step in (-1, 1)
    )
    if above > below:
        return []  # each stands above its title
    ends = [index for index, _ in lines[1:]] + [_end_of(lines[-1][0], page, (0, len(page.slots)))]
    people = _people_in(_Book(page, [(index, end) for (index, _), end in zip(lines, ends, strict=True)]), known)
    return [(by_title[key], persons, document.address) for (_, key), persons in zip(lines, people, strict=True)]


def _frame(parts: Sequence[Collection[str]]) -> set[str]:
    """What stands on most of the pages: theirs, not the session's or person's."""
    counted = Counter(text for part in parts for text in part)
    return {text for text, count in counted.items() if len(parts) >= 4 and count > 0.6 * len(parts)}


def _clocks_in(book: _Book, days: Collection[date]) -> list[tuple[str | None, str | None]]:
    """Start and end as far as each page prints when its session is: a range of clocks, or a clock with its day or a label."""
    lines = [[slot.text for slot in book.page.slots[first:last] if slot.zone == ""] for first, last in book.parts]
    frame = _frame([set(part) for part in lines])
    return [_clocks_of([text for text in part if text not in frame and len(text) <= _LONG], days) for part in lines]


def _clocks_of(lines: list[str], days: Collection[date]) -> tuple[str | None, str | None]:
    dated = [(number, day) for number, text in enumerate(lines) for span in find_dates(text) if (day := resolve(span, days))]
    for number, text in enumerate(lines):
        labelled = part_labelled(text) == "other" or bool(find_dates(text))
        span = next((s for s in find_clocks(text) if s.end is not None or labelled), None)
        if span is None or "decoy" in said(text).within:
            continue
        near = min(dated, key=lambda at: abs(at[0] - number), default=None)
        start, end = (None if m is None else clock_text(m) for m in (span.start, span.end))
        if near is None:
            return start, end
        return f"{near[1]}T{start}:00", f"{near[1]}T{end}:00" if end else None
    return None, None


def credits_on(document: Document, sessions: Sequence[Session]) -> list[tuple[Session, list[FoundPerson], str]]:
    """Which of these sessions the people of a page say they give: a session's title stands in the card of a person."""
    by_title = {fold(session.title): session for session in sessions if len(session.title.split()) > 1}
    found = credited(document.tree, by_title)
    return [(by_title[title], people, document.address) for title, people in found.items()]


def credited(tree: Node, titles: Collection[str]) -> dict[str, list[FoundPerson]]:
    """The people in whose cards these (folded) titles stand, by title."""
    page = slots_of(tree)
    found: dict[str, list[FoundPerson]] = {}
    for column in find_columns(page):
        for index, (first, last), section in zip(column.at, column.cards, column.sections, strict=True):
            if section == "others" or last - first > 40:
                continue
            people = _named(page.slots[index].text)
            for slot in page.slots[first:last] if len(people) == 1 else ():
                title = next((t for t in (fold(slot.text), fold(slot.text.partition(":")[2])) if t in titles), None)
                if title is not None:
                    found.setdefault(title, []).append(people[0])
    return found


def _by_first_word(names: Sequence[str]) -> dict[str, list[tuple[list[str], str]]]:
    """Names of two words and more by their first word, honours left out."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name in names:
        words = fold(split_honours(name)[1] or name).split()
        if len(words) > 1 or (words and not words[0].isascii()):
            found.setdefault(words[0], []).append((words, name))
    return found


def _mentioned(text: str, names: dict[str, list[tuple[list[str], str]]]) -> Iterator[str]:
    """The names that stand in a text, in its order."""
    words = fold(text).split()
    for at, word in enumerate(words):
        for parts, name in names.get(word, ()):
            if words[at : at + len(parts)] == parts:
                yield name


def _named(text: str) -> list[FoundPerson]:
    _, rest = split_role(text)
    if is_placeholder(rest):
        return []
    return split_people(rest) or ([FoundPerson(rest)] if looks_like_name(rest) >= 0.5 else [])


def with_people(agenda: Agenda, named: Sequence[tuple[Session, Sequence[FoundPerson], str]]) -> Agenda:
    """The agenda with the people that the sessions' own pages (the third of each entry) name: linked, and added where new."""
    parts = [agenda]
    for session, persons, source in named:
        made = [
            Speaker(f"p{i}", p.name, p.title, p.company, p.bio, p.url, p.links) for i, p in enumerate(persons) if p.name.strip()
        ]
        own = replace(session, speakers=tuple(p.id for p in made))
        parts.append(Agenda(source, agenda.scraper, sessions=(own,), speakers=tuple(made)))
    return merge(parts, add_sessions=False)


def without_doubtful_jobs(agenda: Agenda, people: Sequence[Agenda]) -> Agenda:
    """An agenda without the job titles and companies that pages about its people know otherwise.

    Beside a name in a programme many things may stand; a page of people says who somebody is. Of those whom such a page
    describes, the agenda keeps a job title or company only with a company or job title beside it that both agree on.
    """
    described = {person_key(p.name): p for page in people for p in page.speakers if p.title or p.company}
    speakers = []
    for speaker in agenda.speakers:
        known = described.get(person_key(speaker.name))
        if known is not None:
            title = speaker.title if known.company and not known.title and _agree(speaker.company, known.company) else None
            company = speaker.company if known.title and not known.company and _agree(speaker.title, known.title) else None
            speaker = replace(speaker, title=title, company=company)
        speakers.append(speaker)
    return replace(agenda, speakers=tuple(speakers))


def without_firms(agenda: Agenda, people: Sequence[Agenda]) -> Agenda:
    """An agenda without the companies it takes for people, where pages of people tell who works there.

    Whoever of these people was read as the company's job or company, as in "Tarn AG, CEO Ann Archer", stands in its place.
    """
    described = {person_key(p.name): p for page in people for p in page.speakers}
    firms = {person_key(p.company) for p in described.values() if p.company} - described.keys()
    known = {person_key(p.name): p.id for p in agenda.speakers}
    meant: dict[str, str | None] = {}
    speakers = []
    for speaker in agenda.speakers:
        if person_key(speaker.name) not in firms:
            speakers.append(speaker)
            continue
        key = next((k for text in (speaker.company, speaker.title) if text and (k := person_key(text)) in described), None)
        meant[speaker.id] = known.get(key, speaker.id) if key else None
        if key and key not in known:
            known[key] = speaker.id
            speakers.append(replace(speaker, name=described[key].name, title=None, company=None))
    if not meant:
        return agenda
    given = [[meant.get(i, i) for i in s.speakers] for s in agenda.sessions]
    sessions = [
        replace(s, speakers=tuple(dict.fromkeys(i for i in ids if i))) for s, ids in zip(agenda.sessions, given, strict=True)
    ]
    return replace(agenda, sessions=tuple(sessions), speakers=tuple(speakers))


def _agree(one: str | None, other: str | None) -> bool:
    first, second = fold(one or ""), fold(other or "")
    return bool(first and second) and (first in second or second in first)
