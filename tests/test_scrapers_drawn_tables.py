"""Tables drawn with blocks that style sheets set side by side, read as the tables they look like."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from planner.agenda import Agenda
from scrapers import read_text
from scrapers._html.drawn_tables import draw_tables
from scrapers._html.page import parse

HEAD = ("Time", "Mill Room", "Weir Room")
ROWS = (
    ("9:00", "Opening the sluice"),
    ("10:00", "Barges that steer themselves", "Locks without keepers"),
    ("11:00", "What a towpath costs", "Dredging by night"),
)


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    cells = ("".join(f"<td colspan={width - len(r) + 1 if r[-1] is c else 1}>{c}</td>" for c in r) for r in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _divs(rows: Sequence[Sequence[str]]) -> str:
    return "<div>" + "".join(f"<div>{''.join(f'<div>{c}</div>' for c in row)}</div>" for row in rows) + "</div>"


def _list(rows: Sequence[Sequence[str]]) -> str:
    return "<ul>" + "".join(f"<li>{''.join(f'<span>{c}</span>' for c in row)}</li>" for row in rows) + "</ul>"


def _head_apart(rows: Sequence[Sequence[str]]) -> str:
    return f"<section>{_divs(rows[:1])}{_divs(rows[1:])}</section>"


def _tables_in(markup: str) -> list[list[list[str]]]:
    tree = parse(markup)
    draw_tables(tree.walk())
    return [[[cell.text() for cell in row.elements] for row in table.elements] for table in tree.find_all("table")]


def _read(markup: str) -> Agenda:
    return read_text(f"<!DOCTYPE html><html><body><h1>Canal Days</h1><h2>12 May 2027</h2>{markup}</body></html>")


@pytest.mark.parametrize("draw", [_divs, _list, _head_apart])
def test_rows_below_a_head_are_read_as_a_table(draw: Callable[[Sequence[Sequence[str]]], str]) -> None:
    """Rooms head the columns of a timetable of `div`s or list items as they do those of a table, also with the head apart."""
    found, same = _read(draw([HEAD, *ROWS])), _read(_table([HEAD, *ROWS]))

    assert [(s.title, s.start, s.room) for s in found.sessions] == [(s.title, s.start, s.room) for s in same.sessions]
    assert {s.room for s in found.sessions} >= {"Mill Room", "Weir Room"}


def test_a_short_row_stretches() -> None:
    """The last block of a row with fewer blocks than the head stands over the columns left, a lone one over all."""
    tree = parse(_divs([("12 May",), HEAD, *ROWS]))
    draw_tables(tree.walk())

    assert [row.elements[-1].attrs["colspan"] for row in tree.find_all("tr")] == ["3", "1", "2", "1", "1"]


def test_columns_may_be_named_without_times() -> None:
    """Two named columns make a table of rows of their number."""
    assert len(_tables_in(_divs([("Speaker", "Company"), ("Ysolde Tarn", "Quillmoor"), ("Bram Ostler", "Fenwick Tide")]))) == 1


def test_a_corner_may_be_empty() -> None:
    """Above times the head may name nothing."""
    assert len(_tables_in(_divs([("", *HEAD[1:]), *ROWS]))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [("Ysolde Tarn", "Pilot"), ("Bram Ostler", "Engineer"), ("Odo Fell", "Rower")],
        [("Speakers", "Ysolde Tarn"), ("Time", "9:00"), ("Room", "Mill Room")],
        [HEAD[:2], *ROWS],
    ],
)
def test_blocks_without_a_head_stay_blocks(rows: Sequence[Sequence[str]]) -> None:
    """Cards, labels before values and rows longer than what stands above them are no table."""
    assert _tables_in(_divs(rows)) == []
