"""A PDF as the page it stands for: headings, paragraphs, tables and columns of its words, as simple HTML."""

from __future__ import annotations

import html
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from scrapers._language.dates import find_dates
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import find_clocks
from scrapers._pdf.blocks import Block, Cell, Columns, Roll, Table, Text, blocks_of
from scrapers._pdf.letters import runs_left, turned
from scrapers._pdf.pen import Sheet, Word
from scrapers._pdf.rows import Row, is_apart, is_gap, rows_of

_LEADING = 1.5
_FEWEST, _NAME = 3, 50
_HEAD, _LONGEST_TITLE = 15, 100
_FILE = re.compile(
    r"\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|html?|tex|pages|ai|dvi)$|^(?:Microsoft|untitled|PowerPoint|about:)", re.IGNORECASE
)
"""Titles that name the file an agenda was printed from, or the program."""
_BULLETS = "•▪‣◦●○■□–·*➢✓"


def page_of_sheets(sheets: Sequence[Sheet], title: str = "") -> tuple[str, str]:
    """The HTML of all pages of a PDF as one page, and their rows as plain lines."""
    mirrored = _runs_left(sheets)
    roll = _roll(sheets, mirrored=mirrored)
    writer = _Writer(roll)
    plain = "\n".join(row.text for row in roll.rows)
    title = title if title and not _FILE.search(title) else _headline(roll)
    body = "".join(writer.html(blocks_of(roll.rows, roll), roll.width))
    return f"<html><head><title>{html.escape(title)}</title></head><body>{body}</body></html>", plain


def _headline(roll: Roll) -> str:
    """The largest type above the programme."""
    rows: list[Row] = []
    for row in roll.rows[:_HEAD]:
        if find_clocks(row.text):
            break
        if len(row.text) > 3 and not find_dates(row.text):
            rows.append(row)
    if not rows:
        return ""
    top = max(rows, key=lambda row: row.size)
    lines = list(takewhile(lambda row: row.size == top.size, rows[rows.index(top) :])) if top.size > rows[-1].size else [top]
    title = " ".join(row.text for row in lines)
    return title if len(title) <= _LONGEST_TITLE else ""


def _runs_left(sheets: Sequence[Sheet]) -> bool:
    """Whether most of the words are read from right to left."""
    words = [word.text for sheet in sheets for word in sheet.words if any(map(str.isalpha, word.text))]
    return 2 * sum(len(text) for text in words if runs_left(text)) > sum(map(len, words))


def _mirrored(row: Row, width: float) -> Row:
    """A row that is read from the right, turned so that it is read from the left."""
    words = row.words[::-1]
    breaks = [(True, True), *((word.spaced, word.fresh) for word in words)]
    for word, (spaced, fresh) in zip(words, breaks, strict=False):
        word.x0, word.x1 = width - word.x1, width - word.x0
        word.spaced, word.fresh = spaced, fresh
    made: list[Word] = []
    for run in _against(words):
        if not any(map(str.isalnum, run[0].text)):
            run[0].text = turned(run[0].text)
        left, right = run[0].x0, run[-1].x1
        marks = [run[0].spaced, *(word.spaced for word in run[:0:-1])]
        for word, spaced in zip(reversed(run), marks, strict=True):
            made.append(replace(word, x0=left + right - word.x1, x1=left + right - word.x0, spaced=spaced))
    return Row(row.y, row.size, made)


def _against(words: list[Word]) -> Iterator[list[Word]]:
    """The words of a turned row, those that run against it and belong together in one list."""
    held: list[Word] = []
    for word in words:
        if held and (runs_left(word.text) or is_apart(held[-1].x1, word)):
            yield from [held] if any(sign.isalpha() for each in held for sign in each.text) else ([each] for each in held)
            held = []
        if runs_left(word.text):
            yield [word]
        else:
            held.append(word)
    yield from [held] if any(sign.isalpha() for each in held for sign in each.text) else ([each] for each in held)


def _roll(sheets: Sequence[Sheet], *, mirrored: bool) -> Roll:
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
        rows = [_mirrored(row, sheet.width) for row in rows] if mirrored else rows
        for row in rows:
            row.y += shift
            for word in row.words:
                word.y += shift
        if roll.rows:
            roll.breaks.append(rows[0].y - rows[0].size)
        roll.rows += rows
        roll.level += [
            (y + shift, *((sheet.width - x1, sheet.width - x0) if mirrored else (x0, x1))) for y, x0, x1 in sheet.level
        ]
        base = rows[-1].y
        roll.width = max(roll.width, sheet.width)
    roll.level.sort()
    roll.width -= min((row.x0 for row in roll.rows), default=0.0)
    return roll


def _repeated(rows: list[tuple[str, int]], before: list[tuple[str, int]]) -> list[bool]:
    """Which rows at the top and the foot of a page the page before had at the same place, and which only number it."""
    held = {(text, round(y / 3)) for text, y in before}
    again = [False] * len(rows)
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for at in order:
            text, y = rows[at]
            is_near = any((text, round(y / 3) + step) in held for step in (-1, 0, 1))
            if not (is_near or (at in (0, len(rows) - 1) and _is_page_number(text))):
                break
            again[at] = True
    return again


def _is_page_number(text: str) -> bool:
    parts = text.strip(" -–—|/.").replace("/", " ").split()
    return 0 < len(parts) < 3 and all(part.isdigit() and len(part) < 4 for part in parts)


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
        self.leading = _leading(roll.rows)
        self.plain = looks.most_common(1)[0][0] if looks else ()
        self.names = {look: f"t{number}" for number, (look, _) in enumerate(looks.most_common()) if number}
        large = sorted((size for size in sizes if size > 1.12 * self.body), reverse=True)
        self.levels = {size: min(level, 5) for level, size in enumerate(large, 1)}

    def html(self, blocks: Sequence[Block], limit: float) -> Iterator[str]:
        """The elements of blocks."""
        for block in blocks:
            if isinstance(block, Text):
                yield from self._text(block.rows, limit)
            elif isinstance(block, Columns):
                yield (
                    "<div>" + "".join(f"<div>{''.join(self.html(column, limit))}</div>" for column in block.columns) + "</div>"
                )
            elif not block.timed and _are_cards(block):
                cells = (f"<div>{''.join(self.html(cell.blocks, cell.right))}</div>" for line in block.rows for cell in line)
                yield f"<div>{''.join(cells)}</div>"
            else:
                yield "<table>" + "".join(map(self._line, block.rows)) + "</table>"

    def _line(self, cells: list[Cell]) -> str:
        made = []
        at = 0
        for cell in cells:
            made += ["<td></td>"] * (cell.column - at)
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            made.append(f"<td{span}>{''.join(self.html(cell.blocks, cell.right))}</td>")
            at = cell.column + cell.span
        return f"<tr>{''.join(made)}</tr>"

    def _text(self, rows: list[Row], limit: float) -> Iterator[str]:
        """Rows as paragraphs: a wrapped line goes on in the next."""
        left, most = min(row.x0 for row in rows), max(row.x1 for row in rows)
        em = rows[0].size
        right = max(most, limit) if limit - most > 2.5 * em else most
        paragraphs: list[list[Word]] = []
        above: Row | None = None
        for row in rows:
            if above is not None and self._goes_on(above, row, left, right):
                paragraphs[-1] += _hyphens(paragraphs[-1], row.words)
            else:
                paragraphs.append(list(row.words))
            above = row
        begins = _card_starts(paragraphs)
        for number, words in enumerate(paragraphs):
            if number in begins:
                yield ("</div>" if number > min(begins) else "") + "<div>"
            yield self._paragraph(words)
        yield "</div>" if begins else ""

    def _is_close(self, above: Row, row: Row) -> bool:
        look = _main(row.words)
        step = (row.y - above.y) / row.size
        return step <= self.leading.get(look, _LEADING) and _main(above.words) == look

    def _goes_on(self, above: Row, row: Row, left: float, right: float) -> bool:
        """Whether the first word of a row found no place on the one above."""
        first = row.words[0]
        if not self._is_close(above, row) or first.text[:1] in _BULLETS:
            return False
        end = next((one.x1 for one, two in pairwise(row.words) if is_gap(one, two)), row.x1)
        room = right - above.x1
        inset = above.x0 - left
        if inset > row.size and abs(inset - room) < 2 * row.size:
            room += inset  # centred
        return end - first.x0 + 0.2 * row.size > room

    def _paragraph(self, words: list[Word]) -> str:
        look = _main(words)
        level = self.levels.get(round(max(word.size for word in words if word.look == look) * 2), 0)
        tag = f"h{level}" if level else "p"
        if any(word.look != look for word in words):
            return f"<{tag}>{self._inline(words, self.plain)}</{tag}>"
        kind = f' class="{self.names[look]}"' if look in self.names else ""
        begin, end = ("<b>", "</b>") if words[0].bold else ("", "")
        return f"<{tag}{kind}>{begin}{self._inline(words, look)}{end}</{tag}>"

    def _inline(self, words: list[Word], main: tuple[object, ...]) -> str:
        """The words of a line: what differs in type or links is an element, and what touches without being one word."""
        parts: list[list[Word]] = []
        blanks: list[bool] = []
        touches = False
        for last, word in zip([None, *words], words, strict=False):
            blank = last is not None and is_gap(last, word)
            touching = last is not None and word.fresh and not blank and last.text[-1].isalnum() and word.text[0].isalnum()
            touches = touches or touching
            if last is None or touching or (word.look, word.link) != (last.look, last.link):
                parts.append([])
                blanks.append(blank)
            elif blank:
                parts[-1].append(_BLANK)
            parts[-1].append(word)
        return "".join(
            (" " if blank else "") + self._element(part, main, touches=touches)
            for blank, part in zip(blanks, parts, strict=True)
        )

    def _element(self, part: list[Word], main: tuple[object, ...], *, touches: bool) -> str:
        word = part[0]
        text = html.escape("".join(each.text for each in part))
        if word.look != main or touches:
            name = self.names.get(word.look, "t0")
            tag = "b" if word.bold else "span"
            text = f'<{tag} class="{name}">{text}</{tag}>'
        return f'<a href="{html.escape(word.link)}">{text}</a>' if word.link else text


_BLANK = Word(0.0, 0.0, 0.0, 0.0, " ", ())


def _leading(rows: list[Row]) -> dict[tuple[object, ...], float]:
    """The largest step, in ems, from a line of each type to one that it is wrapped to: known where small letters begin many."""
    steps: dict[tuple[object, ...], list[float]] = {}
    for above, row in pairwise(rows):
        step = (row.y - above.y) / row.size
        if 0.9 < step < _LEADING and row.text[:1].islower() and abs(above.x0 - row.x0) < 1:
            steps.setdefault(_main(row.words), []).append(step)
    return {look: sorted(found)[len(found) // 2] + 0.06 for look, found in steps.items() if len(found) > 1}


def _card_starts(paragraphs: list[list[Word]]) -> set[int]:
    """Where cards begin that each hold one clock: at a type that stands before the first and once with every clock."""
    looks = [_main(words) for words in paragraphs]
    clocks = [number for number, words in enumerate(paragraphs) if _begins_with_clock(words)]
    best: list[int] = []
    for look in set(looks) if len(clocks) >= _FEWEST else ():
        starts = [number for number, other in enumerate(looks) if other == look]
        if starts[0] < clocks[0] and len(best) < len(starts) <= 1.1 * len(clocks):
            held = [bisect(clocks, after) - bisect(clocks, start) for start, after in pairwise([*starts, len(looks)])]
            if held.count(1) >= 0.9 * max(len(held), _FEWEST):
                best = starts
    return set(best) if clocks else _people_starts(paragraphs)


def _people_starts(paragraphs: list[list[Word]]) -> set[int]:
    """Where cards of people begin in a text without clocks: at a type in which hardly anything but names is set."""
    named: dict[tuple[object, ...], list[tuple[int, bool]]] = {}
    for number, words in enumerate(paragraphs):
        look, alike = next((look, list(group)) for look, group in groupby(words, key=lambda word: word.look))
        first = " ".join(word.text for word in alike)
        named.setdefault(look, []).append((number, len(first) < _NAME and looks_like_name(first) >= 0.5))
    sure = [held for held in named.values() if len(held) >= _FEWEST and sum(is_name for _, is_name in held) >= 0.8 * len(held)]
    return {number for number, _ in max(sure, key=len, default=[])}


def _begins_with_clock(words: list[Word]) -> bool:
    return any(clock.at < 4 for clock in find_clocks(" ".join(word.text for word in words[:8])))


def _are_cards(table: Table) -> bool:
    """Whether the cells of a table hold several lines each, like cards set side by side."""
    rows = [sum(len(block.rows) for block in cell.blocks if isinstance(block, Text)) for line in table.rows for cell in line]
    return 3 * sum(count > 1 for count in rows) > 2 * len(rows)


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
        last.text = last.text[:-1]
        first.spaced = False
        first.x0, first.x1 = last.x1, last.x1
    else:
        first.spaced = True
    return words
