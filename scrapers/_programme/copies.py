"""Sessions of a page looked at together: rooms printed at the head of titles, sessions printed more than once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from scrapers._bylines.marks import names_house
from scrapers._found import FoundSession, fold
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._programme.coded_rooms import coded_rooms

_LONGEST = 32
_MARKS = re.compile(r"(?<!\s)\s+[@–—-]\s+|,\s+|(?<!\s)，\s*|\s+\((?=[^()]+\)$)|(?<!\s)\s*[(（](?=[^()（）]+[)）]$)")
_ASIDE = re.compile(r"(\S.*\S)\s\(([^\W_][^()]{0,29}[^\s()])\s?\)")
_BRACKET = re.compile(r"(?<=.)[(（]")
_PROPER = re.compile(r"[A-ZÀ-ÞĀ-Ž0-9(&]")


def with_rooms(found: list[FoundSession], heads: Iterable[str]) -> list[FoundSession]:
    """The sessions with rooms that label their titles ("Attic: Knit and talk") cut off.

    A label is a room where it is said elsewhere to be one (`heads`: what stands above columns), or where several labels come
    again at other times side by side, as only rooms do.
    """
    labelled: dict[str, list[FoundSession]] = {}
    for session in found:
        label, mark, title = session.title.partition(": ")
        if mark and title and len(label) < _LONGEST and not is_kind(words_of(plain(label))) and kind_of(label) == "talk":
            labelled.setdefault(fold(label), []).append(session)
    known = {fold(room) for room in (*heads, *(s.room or "" for s in found))}
    again = {label for label, sessions in labelled.items() if len({s.start for s in sessions}) > 1}
    beside = {label for label in again if any(_share_time(labelled[label], labelled[other]) for other in again - {label})}
    bare = Counter((fold(s.title.partition(": ")[2]), s.start) for label in again for s in labelled[label])
    for label, sessions in labelled.items():
        told_apart = any(bare[fold(s.title.partition(": ")[2]), s.start] > 1 for s in sessions)  # "Group A: Visit"
        if label in known or (label in again and not told_apart and (label in beside or page_words()["room"].within(label))):
            for session in sessions:
                head, _, session.title = session.title.partition(": ")
                session.room = session.room or head
    return found


def without_rooms(found: list[FoundSession]) -> list[FoundSession]:
    """The sessions with rooms cut off the ends of titles ("Opening, Grand Ballroom, 3rd Floor"), where several end in some."""
    coded = coded_rooms(found)
    for at, told in coded.items():
        found[at].title, found[at].room = told
    asides = [aside[2] for s in found if (aside := _ASIDE.fullmatch(s.title))]
    rooms = {fold(text) for text in asides if page_words()["room"].within(text)}
    roomy = {fold(text) for text in asides if fold(text) in rooms or (rooms and _PROPER.match(text))}
    again = {text for text, count in Counter(map(fold, asides)).items() if text in roomy and count > 2}  # "(Booth)", thrice
    ends = [(session, cut) for session in found if not session.room and (cut := _room_at_end(session.title, again))]
    for session, (title, room) in ends:
        in_brackets = session.title[len(title) :].lstrip()[:1] in "(（"  # "Lecture (Town Hall)", no "Panel – Building Trust"
        if len(ends) > 1 or coded or (in_brackets and is_kind(words_of(plain(title)))):
            session.title, session.room = title, room
    return found


def without_houses(found: list[FoundSession]) -> list[FoundSession]:
    """Sessions of a page that names people in brackets behind titles, without the companies that stand there alone."""
    for session in found:
        aside = _ASIDE.fullmatch(session.title) if not session.people else None
        if aside and names_house(aside[2]):
            session.title = aside[1]
    return found


def _room_at_end(title: str, again: Collection[str]) -> tuple[str, str] | None:
    """A title and the room behind it: names in capitals, one with a word for a place to meet, or brackets that recur."""
    if (aside := _ASIDE.fullmatch(title)) and fold(aside[2]) in again:
        return aside[1], aside[2]
    for mark in _MARKS.finditer(title):
        head, tail = title[: mark.start()].strip(), title[mark.end() :].strip(" ()（）")
        parts = tail.split(", ")
        placed = [page_words()["room"].within(_BRACKET.split(part)[0]) for part in parts]  # no "Awards, Closing (Hall 2)"
        bracketed = title[mark.end() - 1] in "(（" or title[mark.end() : mark.end() + 1] in "(（"
        words = tail.split()[:1] if bracketed else tail.split()  # "(Kellarin aula)": not all write rooms with capitals
        proper = all(_PROPER.match(word) or word[0].lower() == word[0].upper() for word in words) and len(tail.split()) < 10
        if head and proper and placed[-1] and all(placed[n] or len(part.split()) < 3 for n, part in enumerate(parts)):
            return head, tail
    return None


def _share_time(some: list[FoundSession], others: list[FoundSession]) -> bool:
    return not {s.start for s in some}.isdisjoint(s.start for s in others)


def merged(found: list[FoundSession]) -> list[FoundSession]:
    """Sessions printed twice (grid and list, desktop and mobile) read once; the fuller of each field is kept."""
    out: list[FoundSession] = []
    known: dict[tuple[str, str | None], FoundSession] = {}
    for session in found:
        key = (fold(session.title), session.start)
        other = known.get(key)
        names, more = {fold(p.name) for p in session.people}, {fold(p.name) for p in other.people} if other else set()
        if (
            other is None
            or (names and more and not names & more)
            or (session.room != other.room and session.kind != "break" and not (names | more))
        ):
            known[key] = session
            out.append(session)
            continue
        other.people += [p for p in session.people if fold(p.name) not in more]
        for name in ("end", "room", "track", "abstract", "url"):
            if not getattr(other, name):
                setattr(other, name, getattr(session, name))
    return out
