"""Plain text as the page it was copied from: tables from the tabs between cells, records from the clocks and blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from scrapers._text_records import Line, lines_of, records_in
from scrapers._text_repair import repaired
from scrapers._text_rows import Row, parts_of


def page_of_text(text: str) -> str:
    """The HTML of a text. Every line stays a line; what stood between blank lines stays together."""
    return f"<html><body>{''.join(_parts(repaired(text)))}</body></html>"


def _parts(text: str) -> Iterator[str]:
    for part in parts_of(text.split("\n")):
        yield from (_table(part.rows),) if part.rows else _blocks(part.lines)


def _table(rows: list[Row]) -> str:
    width = max(map(len, rows))
    return f"<table>{''.join(_row(row, width) for row in rows)}</table>"


def _row(row: Row, width: int) -> str:
    cells = [f"<td>{'<br>'.join(map(escape, cell))}</td>" for cell in row]
    return f"<tr>{''.join(cells)}</tr>"


def _blocks(texts: list[str]) -> Iterator[str]:
    lines = lines_of(texts)
    done = 0
    for first, last in records_in(lines):
        yield from _paragraphs(lines[done:first])
        yield f"<section>{''.join(_record(lines[first:last]))}</section>"
        done = last
    yield from _paragraphs(lines[done:])


def _record(lines: list[Line]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield f'<p class="p{min(place, 4)}">{escape(line.text)}</p>'


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    number = 0
    groups: list[tuple[int, Line]] = []
    for line in lines:
        number += line.blank_before
        groups.append((number, line))
    for _, group in groupby(groups, lambda one: one[0]):
        yield f"<div>{''.join(f'<div>{escape(line.text)}</div>' for _, line in group)}</div>"
