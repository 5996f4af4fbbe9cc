"""Texts of records that have a layout of their own: headings in a description, a name on one line and the title on the other.

Made plain before anything is decided about the records, so that titles, people and descriptions are fields like any other.
"""

from __future__ import annotations

import re

from scrapers._html.plain import plain_text
from scrapers._language.dates import find_dates
from scrapers._language.fields import meanings
from scrapers._language.kinds import is_kind
from scrapers._language.times import clock_head
from scrapers._language.vocabulary import words_of as words_in
from scrapers._language.words import plain
from scrapers._people.labels import split_role
from scrapers._people.people_lines import only_people
from scrapers._structured.nodes import Node

_SAMPLE = 300
_HEADING = re.compile(
    r"[ \t]{0,12}(?:#{1,6}[ \t]+(?P<marked>\S[^\n]{0,400})|<h[1-6][^<>\n]{0,200}>(?P<tagged>[^\n]{1,600}?)</h[1-6]>)[ \t#]*"
)
_STYLE = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_BY = re.compile(r"(?:by|with|von|mit|par|avec|por|con|com|di|door|av|af)[: ] ?", re.I)
_NUMBERED = re.compile(
    r"(?P<label>[^\W\d][^\W\d ]{2,20}(?: [^\W\d ]{3,20})?) ?(?:[NnN]o?[.°º]?|#|№)? ?\d{1,2}[:.)]?\s{1,3}(?:[–—-]\s{1,3})?"
    r"(?P<name>[^\d:–—|]{4,60}?)\s?(?::|\s[–—|-])\s(?P<title>\S.{2,300})"
)
_LEAST = 2
"""So many records must be laid out alike."""
_LABEL = 2
"""Words of a first heading that may only say what kind of session the next one is the title of."""
_LONGEST_DATE = 40


def raise_headings(nodes: list[Node]) -> None:
    """Give records without a title the first heading of their description, and the next one as the line below it."""
    for key in _fields(nodes, "abstract"):
        texts = [(node, text) for node in nodes if isinstance(text := node.value.get(key), str) and text.strip()]
        headed = [
            (node, heads, rest) for node, text in texts if (parted := _headings(text)) for heads, rest in [parted] if heads
        ]
        if len(headed) < _LEAST or len(headed) * 2 <= len(texts) or _has_title(nodes):
            continue
        for node, heads, rest in headed:
            title, below = heads[0], heads[1:]
            if below and not _named_on(below[0]) and (is_kind(words_in(plain(title))) or len(title.split()) <= _LABEL):
                title = f"{title}: {below.pop(0)}"
            node.value["title"], node.value[key] = title, rest
            if below:
                node.value.setdefault("subtitle", _people_of(below[0]))


def part_lines(nodes: list[Node]) -> None:
    """Give records that name nobody the people who stand on a line of their own above or below their titles, where most do."""
    if any(_fields(nodes, role) for role in ("speakers", "moderators", "hosts")):
        return
    titles = _fields(nodes, "title")
    timed = _fields(nodes, "start") or _fields(nodes, "time")
    for key in titles or [*_fields(nodes, "abstract"), *_unknown(nodes)] if titles or timed else ():
        texts = ((node, node.value.get(key)) for node in nodes)
        lined = [(node, lines) for node, text in texts if isinstance(text, str) and len(lines := _lines(text)) > 1]
        for parted in (_people_first, _people_last) if len(lined) >= _LEAST else ():
            named = [(node, *cut) for node, lines in lined if (cut := parted(lines))]
            if len(named) < _LEAST or len(named) * 2 <= len(lined):
                continue
            for node in nodes if not titles else ():
                node.value["title"] = node.value.pop(key, None)
            for node, title, people in named:
                node.value[key if titles else "title"], node.value["speakers"] = title, people
            return


def _people_first(lines: list[str]) -> tuple[str, str] | None:
    """The title and the people of lines whose first one names these."""
    people = _named_on(lines[0])
    return (" ".join(lines[1:]), people) if people else None


def _people_last(lines: list[str]) -> tuple[str, list[str]] | None:
    """The title and the people of lines whose last ones name these, one or several a line."""
    at = len(lines)
    while at > 1 and _named_on(lines[at - 1]):
        at -= 1
    return (" ".join(lines[:at]), list(map(_named_on, lines[at:]))) if at < len(lines) else None


def cut_numbered(nodes: list[Node]) -> None:
    """Give records the people whom labels that count them head in titles ("Speaker 2: Ann Archer – Bees"), where several do."""
    if any(_fields(nodes, role) for role in ("speakers", "moderators", "hosts")):
        return
    for key in _fields(nodes, "title"):
        texts = ((node, node.value.get(key)) for node in nodes)
        cuts = [(node, cut) for node, text in texts if isinstance(text, str) and (cut := _NUMBERED.fullmatch(text.strip()))]
        cuts = [
            (node, cut) for node, cut in cuts if split_role(f"{cut['label']}: ")[0] and len(cut["name"].split()) in (2, 3, 4)
        ]
        for node, cut in cuts if len(cuts) >= _LEAST else ():
            node.value[key], node.value["speakers"] = cut["title"], [cut["name"]]


def date_below(nodes: list[Node]) -> None:
    """Give records the day of the last one before them in their list that is called by a date and says no time."""
    day: str | None = None
    around: Node | None = None
    for node in nodes:
        if node.index is None or node.parent is not around:
            day, around = None, node.parent
        told = [value for value in node.value.values() if isinstance(value, str) and value.strip()]
        if node.index is not None and len(told) == 1 and not clock_head(told[0]) and _is_date(told[0]):
            day = told[0]
        elif day and told and not any(_is_date(text) for text in told):
            node.value["date"] = day


def _is_date(text: str) -> bool:
    """Whether a text is a date and hardly anything else ("Monday, March 11")."""
    spans = find_dates(text) if len(text) < _LONGEST_DATE else []
    return len(spans) == 1 and len(text.split()) <= 5


def _fields(nodes: list[Node], role: str) -> list[str]:
    """The fields that may have a role in sessions, best known first."""
    keys = dict.fromkeys(key for node in nodes[:_SAMPLE] for key in node.value)
    known = (
        (next((m.rank for m in meanings(key, "session") if m.role == role and m.of == "session"), None), key) for key in keys
    )
    return [key for _, key in sorted((rank, key) for rank, key in known if rank is not None)]


def _unknown(nodes: list[Node]) -> list[str]:
    """The fields whose names say nothing."""
    keys = dict.fromkeys(key for node in nodes[:_SAMPLE] for key in node.value)
    return [key for key in keys if not meanings(key, "session") and not meanings(key, "person")]


def _has_title(nodes: list[Node]) -> bool:
    keys = _fields(nodes, "title")
    return any(isinstance(node.value.get(key), str) and node.value[key].strip() for key in keys for node in nodes)


def _headings(text: str) -> tuple[list[str], str] | None:
    """The headings a text begins with, without their marks, and what follows them."""
    heads: list[str] = []
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        match = _HEADING.fullmatch(line)
        if match is None:
            return (heads, "\n".join(lines[at:])) if heads else None
        if head := plain_text(_STYLE.sub("", match["marked"] or match["tagged"])):
            heads.append(" ".join(head.split()))
    return (heads, "") if heads else None


def _lines(text: str) -> list[str]:
    return [line for line in plain_text(text).split("\n") if line] if len(text) < 2000 else []


def _people_of(line: str) -> str:
    """A line without the word before those it tells of ("By Ann Archer")."""
    return line[match.end() :] if (match := _BY.match(line)) else line


def _named_on(line: str) -> str:
    """Who is named on a line that tells of people and nothing else, without the word before; empty on any other."""
    line = _people_of(line)
    return line if only_people(line) else ""
