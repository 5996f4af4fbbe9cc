"""Plain text as the page it was copied from: lines that stand together are a block, lines with tabs the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from scrapers._text_repair import repaired


def page_of_text(text: str) -> str:
    """The HTML of a text. Every line stays a line; what stood between blank lines stays together."""
    return f"<html><body>{''.join(_blocks(repaired(text)))}</body></html>"


def _blocks(text: str) -> Iterator[str]:
    for kind, lines in groupby(text.splitlines(), _kind_of):
        if kind == "row":
            yield f"<table>{''.join(map(_row, lines))}</table>"
        elif kind == "line":
            yield f"<div>{''.join(f'<div>{escape(line.strip())}</div>' for line in lines)}</div>"


def _kind_of(line: str) -> str:
    return "" if not line.strip() else "row" if "\t" in line.strip() else "line"


def _row(line: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell.strip())}</td>' for cell in line.split(chr(9)))}</tr>"
