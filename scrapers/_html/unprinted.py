"""Times a page keeps where no line of text shows them, printed where a reader would see them.

Timetables drawn by script or style sheet: `<li data-start="09:10" data-end="09:50">`, `aria-label="9:10 AM to 9:50 AM"`, the
dates of a link to a calendar, the row of a CSS grid that a clock heads (`style="grid-row: time-0910 / time-0950"`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapers._html.page import Node
from scrapers._language.times import parse_clock_range

_LEAST = 3
_MUTE = {"class", "id", "style"}
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?=[T ])")
_CLOCK = re.compile(
    r"(?:^|[T ])((?:[01]?\d|2[0-4]):[0-5]\d)(?::\d\d(?:\.\d+)?)?(?:\s?([ap]m))?(?:[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5][05])")
_START = re.compile(r"^aria-label$|start|begin|from|time|hour|when|clock|slot|label|content|title|utc")
_END = re.compile(r"end(?!er|or|ing|-)|finish|until|stop|-to$")
_CALENDAR = re.compile(
    r"[?&;]dates=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(?:/|%2F)\d{8}T(\d\d)(\d\d)\d\d(?![\dZ])", re.IGNORECASE
)
_ROW = re.compile(r"grid-(?:row(?:-start)?|(area))\s*:\s*([\w-]+)(?:\s*/\s*([\w-]+))?(?:\s*/\s*([\w-]+))?")
_NAMED_ROW = re.compile(r"\w*?-?([01]\d|2[0-3])([0-5]\d)")


def print_times(tree: Node) -> None:
    """Print times kept in attributes; linear in the page, in place."""
    kept: dict[str, list[tuple[Node, str]]] = {}
    moments: list[tuple[Node, bool]] = []
    for node in tree.walk():
        if node.tag == "time" and "datetime" in node.attrs:
            moments.append((node, bool(node.children)))
        if not node.attrs.keys() <= _MUTE:
            for name, time in _kept_times(node):
                kept.setdefault(name, []).append((node, time))
        if len(node.children) > 2 * _LEAST:
            _head_rows(node)
    _leave_out_shown(moments)
    for held in sorted(kept.values(), key=len, reverse=True):
        if len({time for _, time in held}) >= _LEAST and not any(_shows_time(node) for node, _ in held):
            for node, time in held:
                _put(node, time)
            return


def _leave_out_shown(moments: list[tuple[Node, bool]]) -> None:
    """Forget the moments of empty `<time>` elements that another one shows, as mottoes above the first slot of a day have."""
    shown = {node.attrs["datetime"] for node, printed in moments if printed}
    for node, printed in moments:
        if not printed and node.attrs["datetime"] in shown:
            del node.attrs["datetime"]


def unprinted_moment(node: Node) -> str:
    """The moment a `<time datetime>` stands for; universal time, which is not the venue's clock, is left out."""
    moment = node.attrs.get("datetime", "").strip() if node.tag == "time" else ""
    return moment if len(moment) < 40 and not moment.endswith(("Z", "z", "+00:00")) else ""


def _put(node: Node, time: str) -> None:
    made = Node("div", {}, node)
    made.children.append(time)
    node.children.insert(0, made)


def _kept_times(node: Node) -> Iterator[tuple[str, str]]:
    """The clocks or ranges an element's attributes give, as they would be printed, with the attribute's name."""
    starts: dict[str, str] = {}
    end = day = ""
    for name, raw in node.attrs.items():
        value = raw.strip()
        if name == "href":
            if found := _CALENDAR.search(value):
                year, month, date, *clocks = found.groups()
                yield name, f"{year}-{month}-{date} {clocks[0]}:{clocks[1]} - {clocks[2]}:{clocks[3]}"
        elif (
            2 < len(value) < 40
            and (name.startswith("data-") or name in ("aria-label", "title"))
            and any(c.isdigit() for c in value)
        ):
            clock = _clock_in(name, value)
            if clock and _END.search(name):
                end = end or clock
            elif clock and ("-" in clock or _START.search(name)):
                starts[name] = clock
                day = day or "".join(_DATE.findall(value))
    if node.tag == "time" and node.children and (moment := _CLOCK.search(unprinted_moment(node))):
        starts["datetime"], day = moment[1], "".join(_DATE.findall(unprinted_moment(node)))
    for name, start in starts.items():
        yield name, f"{day} {start}{f' - {end}' if end and '-' not in start else ''}".strip()


def _clock_in(name: str, value: str) -> str:
    """The clock or range a value gives; a moment with its date only where the name says that it is data."""
    if four := _FOUR.fullmatch(value):
        return f"{four[1]}:{four[2]}" if "time" in name or "start" in name or "end" in name else ""
    if not _DATE.match(value):
        span = parse_clock_range(value)
        return " - ".join(filter(None, span)) if span else ""
    clock = _CLOCK.search(value) if name.startswith("data-") else None
    return f"{clock[1]} {clock[2] or ''}".strip() if clock else ""


def _shows_time(node: Node) -> bool:
    return any(parse_clock_range(text) is not None for text in _texts(node))


def _texts(node: Node) -> list[str]:
    return [child for below in node.walk() for child in below.children if isinstance(child, str) and 2 < len(child) < 40]


def _head_rows(parent: Node) -> None:
    """Print the clock that heads a row of a CSS grid in every element that begins in that row, and take the heads away."""
    rows = [
        (child, row)
        for child in parent.children
        if isinstance(child, Node) and (row := _ROW.search(child.attrs.get("style", "")))
    ]
    if len(rows) < 2 * _LEAST:
        return
    heads: dict[str, str] = {}
    clocks: set[int] = set()
    for child, row in rows:
        text = child.text()
        if len(text) < 40 and (span := parse_clock_range(text)):
            heads.setdefault(row[2], span[0])
            clocks.add(id(child))
    cells = [(child, row) for child, row in rows if id(child) not in clocks and _clock_of_row(row[2], heads) and child.text()]
    if len(cells) < _LEAST or any(_shows_time(child) for child, _ in cells):
        return
    for child, row in cells:
        ends = _clock_of_row(row[4] if row[1] else row[3], heads)
        _put(child, " - ".join(filter(None, (_clock_of_row(row[2], heads), ends))))
    parent.children = [c for c in parent.children if id(c) not in clocks]


def _clock_of_row(line: str | None, heads: dict[str, str]) -> str | None:
    """The clock of a line of a grid: shown at its head, else told by its name ("time-0910")."""
    if not line:
        return None
    named = _NAMED_ROW.fullmatch(line)
    return heads.get(line) or (f"{named[1]}:{named[2]}" if named else None)
