"""A PDF as the page it stands for: headings, paragraphs, tables and columns of its words, as simple HTML."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrapers._pdf_rows import Block, Columns, Roll, Row, Table, Text, blocks_of, rows_of
from scrapers._pdf_words import Sheet, Word

_LEADING = 1.5
_BULLETS = "•▪‣◦●○■□–·*➢✓"


def page_of_sheets(sheets: Sequence[Sheet], title: str = "") -> str:
    """The HTML of all pages of a PDF as one page."""
    roll = _roll(sheets)
    body = "".join(_Writer(roll).html(blocks_of(roll.rows, roll)))
    return f"<html><head><title>{html.escape(title)}</title></head><body>{body}</body></html>"


def _roll(sheets: Sequence[Sheet]) -> Roll:
    """The pages below one another, without what is printed again on each."""
    roll = Roll()
    base = 0.0
    before: list[tuple[str, int]] = []
    for sheet in sheets:
        rows = rows_of(sheet.words)
        marks = [(row.text, round(row.y)) for row in rows]
        repeated = _repeated(marks, before)
        before = marks
        rows = [row for row, again in zip(rows, repeated, strict=True) if not again]
        if not rows:
            continue
        shift = base - rows[0].y + 1.8 * rows[0].size if roll.rows else -rows[0].y
        for row in rows:
            row.y += shift
        if roll.rows:
            roll.breaks.append(rows[0].y - rows[0].size)
        roll.rows += rows
        roll.level += [(y + shift, x0, x1) for y, x0, x1 in sheet.level]
        base = rows[-1].y
    return roll


def _repeated(rows: list[tuple[str, int]], before: list[tuple[str, int]]) -> list[bool]:
    """Which rows at the top and the foot of a page the page before had at the same place, and which only number it."""
    held = {(text, round(y / 3)) for text, y in before}
    near = lambda row: any((row[0], round(row[1] / 3) + d) in held for d in (-1, 0, 1))  # noqa: E731
    again = [False] * len(rows)
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for at in order:
            if not (near(rows[at]) or _is_page_number(rows[at][0], at in (0, len(rows) - 1))):
                break
            again[at] = True
    return again


def _is_page_number(text: str, edge: bool) -> bool:
    bare = text.strip(" -–—|/.")
    parts = bare.replace("/", " ").split()
    return edge and 0 < len(parts) < 3 and all(part.isdigit() and len(part) < 4 for part in parts)


class _Writer:
    """Writes blocks as HTML; knows the types of the document."""

    def __init__(self, roll: Roll) -> None:
        looks = Counter[tuple[object, ...]]()
        sizes = Counter[int]()
        for row in roll.rows:
            for word in row.words:
                looks[word.look] += len(word.text)
                sizes[round(word.size * 2)] += len(word.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 20
        self.names = {look: f"t{number}" for number, (look, _) in enumerate(looks.most_common()) if number}
        large = sorted((size for size in sizes if size > 1.12 * self.body), reverse=True)
        self.levels = {size: min(level, 5) for level, size in enumerate(large, 1)}
        self.right = max((row.x1 for row in roll.rows), default=0.0)

    def html(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The elements of blocks."""
        for block in blocks:
            if isinstance(block, Text):
                yield from self._text(block.rows)
            elif isinstance(block, Columns):
                yield "<div>" + "".join(f"<div>{''.join(self.html(column))}</div>" for column in block.columns) + "</div>"
            else:
                yield "<table>" + "".join(map(self._line, block.rows)) + "</table>"

    def _line(self, cells: list) -> str:  # type: ignore[type-arg]
        made = []
        at = 0
        for cell in cells:
            made += ["<td></td>"] * (cell.column - at)
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            made.append(f"<td{span}>{''.join(self.html(cell.blocks))}</td>")
            at = cell.column + cell.span
        return f"<tr>{''.join(made)}</tr>"

    def _text(self, rows: list[Row]) -> Iterator[str]:
        """Rows as paragraphs: a wrapped line goes on in the next."""
        right = max(row.x1 for row in rows)
        held: list[list[Word]] = []
        above: Row | None = None
        for row in rows:
            if above is not None and self._goes_on(above, row, right):
                held[-1] += _hyphens(held[-1], row.words)
            else:
                if above is not None and not self._is_close(above, row):
                    yield from self._paragraph(held)
                    held = []
                held.append(list(row.words))
            above = row
        yield from self._paragraph(held)

    def _is_close(self, above: Row, row: Row) -> bool:
        return row.y - above.y <= _LEADING * max(row.size, above.size) and _main(above.words) == _main(row.words)

    def _goes_on(self, above: Row, row: Row, right: float) -> bool:
        """Whether the first word of a row found no place on the one above."""
        if not self._is_close(above, row) or row.words[0].text[:1] in _BULLETS:
            return False
        first = row.words[0]
        width = next((one.x1 for one, two in pairwise(row.words) if two.spaced or two.x0 - one.x1 > 0.16 * two.size), row.x1)
        indent = row.x0 - above.x0
        room = right - above.x1 if indent < 3 * row.size else (right - above.x1) + (above.x0 - row.x0)
        return width - first.x0 + 0.2 * row.size > room

    def _paragraph(self, lines: list[list[Word]]) -> Iterator[str]:
        if not lines:
            return
        look = _main(lines[0])
        size = look[1] if isinstance(look[1], int) else 0
        level = self.levels.get(size, 0)
        name = self.names.get(look)
        tag = f"h{level}" if level else "p"
        class_ = f' class="{name}"' if name else ""
        text = "<br>".join(self._inline(line, look) for line in lines)
        bold = bool(look[2])
        yield f"<{tag}{class_}>{'<b>' if bold else ''}{text}{'</b>' if bold else ''}</{tag}>"

    def _inline(self, words: list[Word], main: tuple[object, ...]) -> str:
        made: list[str] = []
        style: tuple[tuple[object, ...], str | None] | None = None
        close = ""
        last: Word | None = None
        for word in words:
            gap = last is not None and (word.spaced or word.x0 - last.x1 > 0.16 * word.size or word.x0 < last.x0)
            blank = " " if gap else ""
            if (word.look, word.link) != style:
                made.append(close + blank)
                style = (word.look, word.link)
                begin, close = self._marks(word, main)
                made.append(begin)
            else:
                made.append(blank)
            made.append(html.escape(word.text))
            last = word
        return "".join([*made, close])

    def _marks(self, word: Word, main: tuple[object, ...]) -> tuple[str, str]:
        begin = end = ""
        if word.link:
            begin, end = f'<a href="{html.escape(word.link)}">', "</a>"
        if word.look != main:
            name = self.names.get(word.look, "t0")
            tag = "b" if word.bold and not main[2] else "span"
            begin, end = f'{begin}<{tag} class="{name}">', f"</{tag}>{end}"
        return begin, end


def _main(words: Sequence[Word]) -> tuple[object, ...]:
    """The type that most of some words are set in."""
    looks = Counter[tuple[object, ...]]()
    for word in words:
        looks[word.look] += len(word.text)
    return looks.most_common(1)[0][0]


def _hyphens(above: list[Word], words: list[Word]) -> list[Word]:
    """The words of a line that goes on; a word divided at the end of the line above is made whole."""
    last, first = above[-1], words[0]
    if last.text[-1:] in "-\u00ad\u2010" and len(last.text) > 2 and first.text[:1].islower() and last.text[-2].isalpha():
        last.text = last.text[:-1] if last.text[-1] != "\u2010" else last.text[:-1]
        first.spaced = False
        first.x0, first.x1 = last.x1, last.x1
    else:
        first.spaced = True
    return words
