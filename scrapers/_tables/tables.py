"""Rows of cells as records: the header row is found by its words, in many languages; each row below it is a record."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

from scrapers._language.fields import meanings, roles_in
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import clock_head, parse_clock_range
from scrapers._people.names import split_people
from scrapers._tables.beside import beside_in, parted
from scrapers._tables.headless import tells_talks, with_header
from scrapers._tables.hours import with_minutes
from scrapers._tables.umbrellas import with_umbrellas
from scrapers._timing.grids import Row, clock_in, day_in, day_of_column, grid_at, grid_records, upright

_SAMPLE = re.compile(r"\b(?:samples?|examples?|beispiele?|exemples?|ejemplos?)\b", re.I)
_ASKED = re.compile(
    r"(?i)(?:what (?:is|are|will be) |please (?:enter|give|state|provide|tell us) )?(?:the |your )*"
    r"(.{2,60}?)(?: (?:of|for) (?:the|your) (talk|session|presentation|paper|workshop|lecture))?\s?\??"
)
"""A header that asks a person who fills in a form ("What is the title of your talk?")."""
_SEVERAL = re.compile(r"[/&+,]|\band\b", re.I)
_OF_THE_FILE = re.compile(r"(?i)\b(?:export|generated|updated|update|version|draft|as of|stand|printed|downloaded)")
_TELLING = frozenset(
    "title start end date time speakers hosts moderators room name first last company job bio abstract duration track".split()
)

_SAMPLE_ROWS = 80
_PLACES = frozenset("start time end date duration room id url slot".split())
_OF_PEOPLE = frozenset("name first last job role company tagline bio".split())


def is_table(rows: list[Row]) -> bool:
    """Whether rows of cells are a table with a header known to us, a timetable, or columns that show what they hold."""
    rows = upright(with_minutes(rows))
    return header_at(rows) is not None or grid_at(rows) is not None or bool(_turned(rows)) or bool(with_header(rows))


def is_timetable(rows: list[Row]) -> bool:
    """Whether rows of cells are a table that states times."""
    if grid_at(rows) is not None:
        return True
    first = header_at(rows)
    if first is not None and sum(_heading_clock(row) is not None for row in rows) > 1:
        return True
    return first is not None and bool({"time", "start"} & {_role(cell) for cell in rows[first] if isinstance(cell, str)})


def records_of(rows: list[Row]) -> list[dict[str, Any]]:
    """The rows below each header as records by the header's words; sample rows of a template are left out."""
    rows = upright(with_minutes(rows))
    first = header_at(rows)
    paired = first is not None and bool(_groups(rows[first], rows[first - 1] if first else []))
    told = with_header(rows) if first is None else []
    tells = tells_talks(told) if first is None else _names_all(rows[first])
    if not paired and not tells and grid_at(rows) is not None:
        return grid_records(rows)
    if first is None:
        if told:
            return _below(told, 0)
        rows, first = _turned(rows), 0
    return _below(rows, first) if rows else []


def _below(rows: list[Row], first: int) -> list[dict[str, Any]]:
    """The records below the header row."""
    above = rows[first - 1] if first else []
    groups = _groups(rows[first], above)
    header = _header(rows[first] if groups else _completed(rows[first], rows[first + 1 :]))
    segments: list[tuple[bool, list[dict[str, Any]]]] = [(_is_sample(rows[:first]), [])]
    day = next((d for row in reversed(rows[:first]) if (d := _heading_day(row))), None)
    clock = next((c for row in reversed(rows[:first]) if (c := _heading_clock(row))), None)
    timed = any(_role(name) in ("time", "start") for name in header)
    for index, row in enumerate(rows[first + 1 :], first + 1):
        filled = [cell for cell in row if cell not in ("", None)]
        if _is_header_again(row, header):
            segments.append((_is_sample(rows[max(0, index - 2) : index]), []))
        elif timed and len(filled) == 1 and (cut := clock_head(str(filled[0]))):
            named = {_role(name): name for name in reversed(header) if name}
            clocked = {
                named.get("time") or named["start"]: str(filled[0])[:cut],
                named.get("title", "title"): str(filled[0])[cut:],
            }
            segments[-1][1].append(clocked | ({"date": day} if day and "date" not in named else {}))
        elif not timed and _heading_clock(row):
            clock = _heading_clock(row)
        elif len(filled) == 1 and len(header) > 2 and isinstance(filled[0], str | datetime | date):
            day = day_in(filled[0]) or day
            if day_in(filled[0]) is None and isinstance(filled[0], str) and not _is_banner(filled[0]):
                segments[-1][1].append(_record(row, header, day))
        elif groups and row != above:
            segments[-1][1].extend(_side_by_side(row, groups, day))
        elif filled and not groups:
            segments[-1][1].append(_record(row, header, day) | ({} if timed or clock is None else {"time": clock}))
    real = [records for sample, records in segments if not sample and records]
    chosen = real or [records for _, records in segments]
    beside = beside_in(header)
    found = [parted(record, beside) for records in chosen for record in records]
    return found if beside else with_umbrellas(_continued(found, header), header)


def _completed(header: Row, rows: list[Row]) -> Row:
    """A header with names for columns it leaves blank where days or clocks stand below and no other column is called so."""
    named = {_role(str(cell)) for cell in header if cell not in ("", None)}
    found = list(header)
    for at, name in enumerate(header):
        cells = (
            [row[at] for row in rows[:_SAMPLE_ROWS] if len(row) > at and row[at] not in ("", None)]
            if name in ("", None)
            else []
        )
        for word, test, roles in (("date", day_of_column, {"date"}), ("time", clock_in, {"time", "start"})):
            if cells and not named & roles and all(map(test, cells)):
                found[at] = word
                named.add(word)
    return found


def _turned(rows: list[Row]) -> list[Row]:
    """A table whose first column names the fields, a record a column, laid the usual way; empty when it is none."""
    if not 3 <= len(rows) <= 40 or header_at(rows) is not None:
        return []
    turned = [list(column) for column in zip_longest(*rows, fillvalue="")]
    roles = {_role(cell) for cell in turned[0] if isinstance(cell, str) and cell} if turned else set()
    return turned if len(roles & _TELLING) >= 3 and header_at(turned) == 0 else []


def _groups(row: Row, above: Row) -> list[tuple[str, Row]]:
    """The groups of columns under a header of two rows ("Hall 1 | | Hall 2 |" over "Talk | Speaker | Talk | Speaker").

    Each with what stands over it and its own header, other columns' cells blank; columns before the first belong to all.
    """
    starts = [i for i, cell in enumerate(row) if isinstance(cell, str) and cell and _role(cell) == "title"]
    names = [above[i] if i < len(above) else "" for i in starts]
    others = [cell for i, cell in enumerate(above) if cell not in ("", None) and i not in starts and _role(str(cell)) is None]
    if len(starts) < 2 or others or not all(isinstance(name, str) and name for name in names):
        return []
    shared = [row[i] or (above[i] if i < len(above) else "") for i in range(starts[0])]
    found = []
    for start, end, name in zip(starts, [*starts[1:], len(row)], names, strict=True):
        found.append((name, [*shared, *("" for _ in range(starts[0], start)), *row[start:end]]))
    return found


def _side_by_side(row: Row, groups: list[tuple[str, Row]], day: str | None) -> list[dict[str, Any]]:
    """One record for each group of columns that says more than the columns all share; what all say alike, once."""
    found: list[dict[str, Any]] = []
    for name, header in groups:
        record = _record(row, _header(header), day)
        own = {k: v for k, v in record.items() if _role(k) not in ("time", "start", "end", "date")}
        if own and own not in [{k: v for k, v in r.items() if k in own} for r in found]:
            found.append({**record, "room": name})
    return [{k: v for k, v in r.items() if k != "room"} for r in found] if len(found) == 1 else found


def header_at(rows: list[Row]) -> int | None:
    """The row whose cells name most fields, among the first forty."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:40]):
        cells = [cell for cell in row if isinstance(cell, str) and cell]
        if len(cells) < 2 or any(len(cell) > 80 for cell in cells):
            continue
        roles = {r for cell in cells if (r := _role(cell))}
        tells = roles & {"title", "name", "first", "speakers"} or ("abstract" in roles and roles & {"time", "start"})
        telling = max(len(roles & _TELLING) if tells else 0, _tell_of_people(cells), len(cells) if beside_in(cells) else 0)
        if (
            telling >= 2
            and (telling * 3 >= len(cells) or telling > (4 if index else 2))
            and (best is None or telling > best[1])
        ):
            best = (index, telling)
    return None if best is None else best[0]


def _tell_of_people(cells: list[str]) -> int:
    """How many cells name fields of a person, where one is the name ("name; title; logo"), and of a talk beside it."""
    named = {cell: found[0].role for cell in cells if (found := meanings(_cleaned(cell), "person"))}
    roles = set(named.values()) & _OF_PEOPLE
    talks = {_role(cell) for cell in cells if named.get(cell) != "name"} & {"title", "abstract"}
    return len(roles | talks) if roles & {"name", "first"} else 0


def _names_all(header: Row) -> bool:
    """Whether a header names time, title or speakers, and more, so that its table is no grid of rooms."""
    roles = {_role(cell) for cell in header if isinstance(cell, str) and cell}
    return bool(roles & {"title", "speakers"} and roles & {"start", "time"}) and len(roles & _TELLING) > 2


def _role(cell: str) -> str | None:
    """What a header cell says its column holds; tables have no columns of references to other records."""
    every = ([m for m in meanings(_cleaned(cell), kind) if m.role != "sessions"] for kind in ("session", "person"))
    options = [m for found in every for m in found[:1]]
    return min(options, key=lambda m: m.rank).role if options else None


def _cleaned(cell: str) -> str:
    """A header cell's words without stars, hints in brackets and second languages after a slash."""
    cell = cell.replace("(s)", "s")
    text = re.sub(r"\([^)]*\)|（[^）]*）|\[[^]]*\]|[*:：]", " ", cell)
    if inside := re.fullmatch(r"\s*Q?\d{1,3}\W*\((.{3,60})\)\s*", cell):
        text = inside[1]
    text = text.replace("\n", " ").strip()
    if (asked := _ASKED.fullmatch(text)) and asked[1]:
        text = f"{asked[2] or ''} {asked[1]}".strip()
    first = _SEVERAL.split(text)[0].strip()
    known = any(m.rank < 40 for k in ("session", "person") for m in meanings(text, k))
    if first != text and (not known or "speakers" in roles_in([first])):
        text = first
    return " ".join(text.split()) or cell


def _header(row: Row) -> list[str]:
    """A name for each column; repeated names get a number, so that "Speaker, Company, Speaker, Company" stays apart."""
    seen: dict[str, int] = {}
    names: list[str] = []
    cleaned = [_cleaned(str(cell)) if cell not in ("", None) else "" for cell in row]
    for name in cleaned:
        count = seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} {count}" if name and cleaned.count(name) > 1 else name)
    return names


def _is_header_again(row: Row, header: list[str]) -> bool:
    again = [_cleaned(str(cell)) for cell in row if cell not in ("", None)]
    plain = [name for name in header if name]
    return len(again) > 1 and sum(a == b for a, b in zip(again, plain, strict=False)) * 3 >= 2 * max(len(plain), 1)


def _is_sample(rows: list[Row]) -> bool:
    """Whether the lines just above a header call what follows samples."""
    lines = [[c for c in row if c not in ("", None)] for row in rows[-2:]]
    return any(len(line) == 1 and len(str(line[0])) < 60 and _SAMPLE.search(str(line[0])) for line in lines)


def _is_banner(text: str) -> bool:
    return text.isupper() or text.endswith(":") or len(text) > 200


def _heading_day(row: Row) -> str | None:
    """The day that a row above the header names, unless it is that of the file."""
    filled = [cell for cell in row if cell not in ("", None)]
    return day_in(filled[0]) if len(filled) == 1 and not _OF_THE_FILE.search(str(filled[0])) else None


def _heading_clock(row: Row) -> str | None:
    """The clocks that a row of one cell heads what follows with ("10:35 - 11:20")."""
    filled = [cell for cell in row if cell not in ("", None)]
    text = filled[0] if len(filled) == 1 and isinstance(filled[0], str) else ""
    return text if len(text) < 40 and parse_clock_range(text) is not None else None


def _record(row: Row, header: list[str], day: str | None) -> dict[str, Any]:
    record = {name: _value(cell) for name, cell in zip(header, row, strict=False) if name and cell not in ("", None)}
    if day is not None and not any(_role(name) in ("date",) for name in record):
        record["date"] = day
    return record


def _value(cell: Any) -> Any:
    """A cell as text or number; moments as ISO texts, whole numbers without their point."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


def _continued(records: list[dict[str, Any]], header: list[str]) -> list[dict[str, Any]]:
    """Rows that only add a person to the session above get that session's cells; blank dates are those of the row above."""
    by_role: dict[str, str] = {}
    for name in header:
        for role in (m.role for m in meanings(name, "session")[:1] if m.of == "session"):
            by_role.setdefault(role, name)
    titled = [name for name in header if any(m.role == "title" for m in meanings(name, "session"))]
    title, day, start = (
        by_role.get("title") or next(iter(titled), None),
        by_role.get("date"),
        by_role.get("start") or by_role.get("time"),
    )
    if title is None or start is None:
        return records
    placed = {name for name in header for m in meanings(name, "session") if m.role in _PLACES}
    sorts = {name for name in header if roles_in([name]) & {"kind", "track"}}
    described = {name for name in header if "abstract" in roles_in([name])}
    above: dict[str, Any] = {}
    for record in records:
        if not any(map(record.get, titled)) and record.get(start):
            passed = placed | sorts if record.keys() & _people_columns(header) else placed
            untitled = next((key for key, value in record.items() if key not in passed and isinstance(value, str)), "")
            if untitled in described or _names_nobody(record.get(untitled)):
                record[title] = record.pop(untitled)
        if not record.get(title) and not record.get(start) and above and record.keys() & _people_columns(header):
            record.update({k: v for k, v in above.items() if k not in record and k not in _people_columns(header)})
        elif day and not record.get(day) and above.get(day):
            record[day] = above[day]
        if record.get(title) and not record.get(start) and above.get(start) and record.get(day or "") == above.get(day or ""):
            record[start] = above[start]
        above = record
    return records


def _names_nobody(value: Any) -> bool:
    """Whether a cell holds the name of what takes place rather than of who speaks, where that of titles is empty ("Coffee")."""
    people = split_people(value) if isinstance(value, str) else []
    return bool(value) and not any(looks_like_name(person.name) >= 0.5 for person in people)


def _people_columns(header: list[str]) -> set[str]:
    return {n for n in header for m in meanings(n, "session")[:1] if m.role in ("speakers", "moderators") or m.of == "person"}
