"""Plain text as the page it was copied from: tables from the tabs between cells, records from the clocks and blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from scrapers._text.records import Line, lines_of, records_in
from scrapers._text.rows import Row, parts_of


def page_of_text(text: str, name: str = "") -> str:
    """The HTML of a repaired text, its title the name. Every line stays a line; what stood between blank lines together."""
    return f"<html><title>{escape(name)}</title><body>{''.join(_parts(text))}</body></html>"


def _parts(text: str) -> Iterator[str]:
    for part in parts_of(text.split("\n")):
        yield from (_table(part.rows),) if part.rows else _blocks(part.lines)


def _table(rows: list[Row]) -> str:
    return f"<table>{''.join(map(_row, rows))}</table>"


def _row(row: Row) -> str:
    return f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>"


def _cell(lines: list[str]) -> str:
    groups = ["<br>".join(map(escape, group)) for held, group in groupby(lines, bool) if held]
    return groups[0] if len(groups) == 1 else "".join(f"<div>{group}</div>" for group in groups)


def _blocks(texts: list[str]) -> Iterator[str]:
    lines = lines_of(texts)
    done = 0
    for first, last in records_in(lines):
        yield from _paragraphs(lines[done:first])
        yield f"<section>{'<br>'.join(escape(line.text) for line in lines[first:last])}</section>"
        done = last
    yield from _paragraphs(lines[done:])


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    number = 0
    groups: list[tuple[int, Line]] = []
    for line in lines:
        number += line.blank_before
        groups.append((number, line))
    for _, group in groupby(groups, lambda one: one[0]):
        yield f"<div>{''.join(f'<div>{escape(line.text)}</div>' for _, line in group)}</div>"
