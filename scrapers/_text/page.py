"""Plain text as the page it was copied from: tables from the tabs between cells, records from the clocks and blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from scrapers._people.labels import split_role
from scrapers._people.people_lines import people_fill
from scrapers._text.presented import Card, cards_in
from scrapers._text.records import Line, lines_of, records_in
from scrapers._text.rows import Row, parts_of

_LEAST_TALKS = 2
_PEOPLE = 0.6


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
    if (cards := cards_in(lines)) is not None:
        yield from _presented(lines, cards)
        return
    done = 0
    for first, last in records_in(lines):
        yield from _paragraphs(lines[done:first])
        yield f"<section>{_record(lines[first:last])}</section>"
        done = last
    yield from _paragraphs(lines[done:])


def _presented(lines: list[Line], cards: list[Card]) -> Iterator[str]:
    """People one below the other as cards, a line between them as a heading."""
    done = 0
    for card in cards:
        yield from (f"<h3>{escape(line.text)}</h3>" for line in lines[done : card.first])
        told = "".join(f"<p>{escape(text)}</p>" for text in card.told)
        yield f"<div class=card><h4>{escape(lines[card.first].text)}</h4>{told}</div>"
        done = card.last
    yield from _paragraphs(lines[done:])


def _record(lines: list[Line]) -> str:
    """The lines of one time; talks below it, each a title and who speaks between blank lines, under headings of their own."""
    blocks = list(_between_blanks(lines))
    talks = _talks_among(blocks)
    if not talks:
        return _broken(lines)
    return "".join(
        f"<div><h5>{escape(block[0].text)}</h5>{_broken(block[1:])}</div>" if at in talks else f"<div>{_broken(block)}</div>"
        for at, block in enumerate(blocks)
    )


def _talks_among(blocks: list[list[Line]]) -> set[int]:
    talks = {at for at, block in enumerate(blocks) if at and _is_talk(block)}
    return talks if len(talks) >= _LEAST_TALKS else set()


def _is_talk(block: list[Line]) -> bool:
    """Whether the first line of a block is no time, label or name, and people fill the second."""
    title = block[0].text
    bare = block[0].clock is None and not block[0].is_date and split_role(title)[0] is None and people_fill(title) < _PEOPLE
    return bare and len(block) > 1 and split_role(block[1].text)[0] is None and people_fill(block[1].text) >= _PEOPLE


def _broken(lines: list[Line]) -> str:
    """Lines one below the other, points in a row as a list."""
    told: list[str] = []
    for point, run in groupby(lines, lambda line: line.point):
        texts = [escape(line.text) for line in run]
        if point and len(texts) > 1:
            told.append(f"<ul><li>{'</li><li>'.join(texts)}</li></ul>")
        else:
            told += ("<br>" * bool(told and not told[-1].startswith("<ul>")), "<br>".join(texts))
    return "".join(told)


def _between_blanks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and line.blank_before:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    blocks = list(_between_blanks(lines))
    talks = _talks_among(blocks)
    for at, block in enumerate(blocks):
        head = f"<h5>{escape(block[0].text)}</h5>" if at in talks else f"<div>{escape(block[0].text)}</div>"
        yield f"<div>{head}{''.join(f'<div>{escape(line.text)}</div>' for line in block[1:])}</div>"
