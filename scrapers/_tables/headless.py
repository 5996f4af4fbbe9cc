"""Tables without a header: values tell what a column holds, where clocks come first or there are titles and names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from scrapers._language.dates import find_dates
from scrapers._language.jobs import job_and_company, says_job
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import parse_clock_range
from scrapers._language.vocabulary import page_words
from scrapers._people.names import split_people
from scrapers._timing.grids import Row

_SAMPLE = 80
_HEAD = re.compile(r"\s[-–—|]\s|[,;(\n]")
"""What parts the name from the rest of a cell."""
_NAME = 0.5
_LEAST_PEOPLE = 4
_FIRST_CLOCK = 3
"""Behind so many columns at most stand the clocks."""
_CODE = re.compile(r"(?=\S*[\d./#@_])\S+")
"""An id, a file, an address, a colour."""
_CHAIRED = re.compile(r"(?i)(?:chair|moderator|moderation|host)\b[^:]{0,12}:")


def with_header(rows: list[Row]) -> list[Row]:
    """Rows that begin with clocks ("09:00; 09:30; Welcome; Ana Berg; CEO; Tarn AG") below a header; empty when they do not.

    The first column of texts that is no list of people is the title; people, their jobs and their companies follow it. Rows
    that have neither clock nor speaker nor chair, though others have, head a part of the programme and are left out.
    """
    header = _header_told_by(rows)
    told = next((at for at, name in enumerate(header) if name in ("name", "start", "time")), None)
    if told is not None:
        rows = _without_unknown_head(rows, told, people=header[told] == "name")
    places = [at for at, name in enumerate(header) if name in ("start", "time", "speaker", "chair", "name")]
    title = header.index("title") if "title" in header else 0
    kept = [
        row for row in rows if row[title : title + 1] in ([], [""]) or any(row[at : at + 1] not in ([], [""]) for at in places)
    ]
    return [header, *kept] if header else []


def _without_unknown_head(rows: list[Row], at: int, *, people: bool) -> list[Row]:
    """The rows without those above the first that bears a name or a clock, which may be a header in words we do not know.

    Above clocks, rows of one cell may name the day.
    """
    test = _names_people if people else _is_clock
    first = next((i for i, row in enumerate(rows) if len(row) > at and test(str(row[at]))), 0)
    kept = [] if people else [row for row in rows[:first] if sum(cell not in ("", None) for cell in row) == 1]
    return [*kept, *rows[first:]]


def tells_talks(told: list[Row]) -> bool:
    """Whether rows below a header told by their values have titles and, apart from them, people, as no grid of rooms has."""
    if not told or not {"title", "speaker"} <= {*told[0]}:
        return False
    at = told[0].index("speaker")
    cells = [str(row[at]) for row in told[1:] if len(row) > at and row[at] not in ("", None)]
    return _most(cells, lambda cell: looks_like_name(_HEAD.split(cell)[0]) >= _NAME)


def _header_told_by(rows: list[Row]) -> Row:
    sample = rows[:_SAMPLE]
    width = max((len(row) for row in sample), default=0)
    columns = [[c for row in sample if len(row) > at and (c := str(row[at]).strip())] for at in range(width)]
    names = [_kind_of_column(cells) for cells in columns]
    clocks = [at for at, name in enumerate(names) if name in ("time", "start")]
    if not clocks and sorted(names) == ["speaker", "text"] and _lists_talks(columns[names.index("text")], len(sample)):
        return ["title" if name == "text" else name for name in names]
    if not clocks and (people := _people_told_by(names, columns)):
        return people
    if not clocks or clocks[0] > _FIRST_CLOCK or len(columns[clocks[0]]) * 2 < len(sample) or len(sample) < 3:
        return []
    _tell_title(names, columns, clocks[0])
    _tell_jobs(names, columns)
    header: Row = ["" for _ in names]
    after: set[str] = set()
    for at, name in enumerate(names):
        name = "end" if name == "start" and "start" in after else name
        if name not in after and name != "text":
            header[at] = name
            after.add(name)
    return header if "title" in after and ("speaker" in after or "end" in after or "time" in after) else []


def _tell_title(names: list[str], columns: list[list[str]], first: int) -> None:
    """Name the column of titles: of the texts behind the first clocks, before any speakers, the longest ones."""
    until = names.index("speaker", first) if "speaker" in names[first:] else len(names)
    texts = [at for at, name in enumerate(names) if name == "text" and columns[at] and at > first]
    before = [at for at in texts if at < until] or texts[:1]
    if before:
        names[max(before, key=lambda at: sum(map(len, set(columns[at]))))] = "title"


def _lists_talks(texts: list[str], rows: int) -> bool:
    """Whether the texts beside names may be titles: most of several words, none said twice."""
    return rows > 5 and len(texts) == rows == len(set(texts)) and _most(texts, _may_be_title)


def _people_told_by(names: list[str], columns: list[list[str]]) -> Row:
    """The header of a list of people: one column of names, each another, and behind it texts most of which say jobs."""
    at = names.index("speaker") if "speaker" in names else 0
    people = columns[at] if "speaker" in names and not {"time", "start", "date", "room"} & set(names) else []
    if len(people) < _LEAST_PEOPLE or len(people) != len(set(people)):
        return []
    told = list(names)
    _tell_jobs(told, columns)
    jobs = [columns[i] for i, name in enumerate(told) if name in ("job title", "company")]
    houses = [i for i in range(at) if told[i] == "text" and "company" not in told and _most(columns[i], _says_company)]
    for i in houses[:1]:
        told[i] = "company"
    if not jobs or not any(_most(cells, says_job) for cells in jobs):
        return []
    return [("name" if i == at else name) if i == at or name in ("job title", "company") else "" for i, name in enumerate(told)]


def _may_be_title(text: str) -> bool:
    return len(text.split()) > 1 and max(job_and_company(text)) < 0.5 and looks_like_name(text) < 0.7


def _kind_of_column(cells: list[str]) -> str:
    """What most cells of a column are: `start`, `time` (a range), `date`, `speaker`, `chair`, `room`, `code` or `text`."""
    if not cells:
        return "text"
    if _most(cells, _is_clock):
        return "time" if _most(cells, lambda c: bool((span := parse_clock_range(c)) and span[1])) else "start"
    if _most(cells, lambda c: len(c) < 40 and bool(find_dates(c, day_first=True))):
        return "date"
    if _most(cells, lambda c: bool(_CHAIRED.match(c))):
        return "chair"
    if _most(cells, lambda c: len(c) < 40 and page_words()["room"].within(c)) and len(set(cells)) < len(cells):
        return "room"
    if _most(cells, lambda c: _CODE.fullmatch(c)):
        return "code"
    if _most(cells, _names_people):
        return "speaker"
    return "text"


def _tell_jobs(names: list[str], columns: list[list[str]]) -> None:
    """Name the one or two columns of texts after the speakers' for what they hold: job titles, companies."""
    if "speaker" not in names:
        return
    at = names.index("speaker")
    following = [i for i in range(at + 1, len(names)) if names[i] in ("text", "speaker") and columns[i]][:2]
    jobs = {i: sum(a - b for a, b in map(job_and_company, columns[i])) / len(columns[i]) for i in following}
    best = max(following, key=lambda i: jobs[i], default=None)
    for i in following:
        names[i] = "job title" if i == best and (len(following) > 1 or jobs[i] > 0) else "company"


def _is_clock(cell: str) -> bool:
    return len(cell) < 30 and parse_clock_range(cell) is not None


def _says_company(cell: str) -> bool:
    job, company = job_and_company(cell)
    return company > job


def _names_people(cell: str) -> bool:
    return any(looks_like_name(person.name) >= 0.6 for person in split_people(cell)[:1])


def _most(cells: list[str], test: Callable[[str], Any]) -> bool:
    return sum(bool(test(cell)) for cell in cells) * 5 >= 3 * len(cells)
