"""Lightweight markup (Markdown, AsciiDoc, reStructuredText, Org) as the page it stands for.

Headings, lists within lists, tables, links, bold and slanted type become elements, elements written as such stay; what else
there is, is text. Lines stay lines, as authors of programmes break them on purpose, but where a text is wrapped at a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from scrapers._documents.markup_lines import inline, points_to, unmarked
from scrapers._documents.markup_source import field_told, has_front, plain_source, title_told
from scrapers._documents.markup_tables import TableRows, asciidoc_rows, is_divider, list_rows, pipe_table, ruled_rows
from scrapers._documents.wiki_tables import comma_rows, wiki_rows
from scrapers._links.links import is_page_name
from scrapers._text.mail import unframed, without_comments
from scrapers._timing.grids import Row

_LINES = 20_000
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)(\w*)")
_MARKDOWN_HEAD = re.compile(r"\s{0,3}(#{1,6})\s+(.*)$")
_ASCIIDOC_HEAD = re.compile(r"(={1,6})\s+([^\s=].*)$")
_ATTRIBUTES = re.compile(r"\s?\{#[^{}]{0,80}\}$")
_ORG_HEAD = re.compile(r"(\*{1,6})\s+(\S.*)$")
_UNDERLINE = re.compile(r"\s*([=\-^~\"#*+_.])\1{2,}\s*$")
_ITEM = re.compile(r"([ \t]*)([*+•◦▪‣·-]{1,4}|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$")
_DIRECTION = re.compile(r"#\+|\.\. |:[\w-]{2,30}:(?:\s|$)|\[[^\[\]]{0,200}\]$|--$|={4,}$|\|={3,}$|\{[:#.][^{}]{1,200}\}$")
"""Lines that tell a program what to do, and the edges of its blocks."""
_ELEMENT = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|body|center|details|div|dl|dd|dt|fieldset|figure|figcaption|footer|form|h[1-6]"
    r"|head|header|hr|html|iframe|legend|link|main|menu|meta|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"(?:[\s/>]|$)",
    re.I,
)
"""A line that opens or closes a block of HTML, or a part of one."""
_BREAK = ("  ", "\\")
"""What ends a line that is not to be joined to the one below."""
_BOLD_LINE = re.compile(r"(\*\*|__)[^*_|]{3,80}\1:?")
_BOLD_OPENING = re.compile(r"\s*(?:[-*+]\s+)?(\*\*|__)(?=\S)[^*_|]{2,80}(?<=\S)\1")
_SURE_MARKS = ("|===", "\n#+", "\n{|", ".. csv-table::")
_WRAPPED = 100
"""No text is wrapped at more characters than these."""


def is_markup(text: str) -> bool:
    """Whether lines of a text are headings, in bold type or points of lists, or a table with its divider."""
    lines = without_comments(text).splitlines()[:_LINES]
    if has_front(text):
        return True
    if any(is_divider(line) and "|" in above for above, line in pairwise(lines)) or any(mark in text for mark in _SURE_MARKS):
        return True
    bold = sum(bool(_BOLD_OPENING.match(line)) for line in lines)
    heads = sum(bool(_MARKDOWN_HEAD.match(line) or _ASCIIDOC_HEAD.match(line)) for line in lines)
    heads += sum(_underlined(above, line) for above, line in pairwise(lines))
    rows = sum(line.startswith("|") and line.rstrip().endswith("|") for line in lines)
    return heads + bold > 0 and heads + bold + rows + sum(bool(_ITEM.match(line)) for line in lines) > 2


def opens_with_heading(text: str) -> bool:
    """Whether the first line of a text is a heading, as no table has above its cells."""
    first, _, rest = text.lstrip().partition("\n")
    return bool(_MARKDOWN_HEAD.match(first) or _ASCIIDOC_HEAD.match(first)) or _underlined(first, rest.partition("\n")[0])


def page_of_markup(text: str) -> tuple[str, list[Row]]:
    """The HTML of a text in one of these markups, and the rows of its tables, with the headings between as rows of one cell."""
    blocks = _Blocks(plain_source(unframed(text)).splitlines()[:_LINES])
    body = "".join(blocks.html())
    told = title_told(text)
    title = blocks.title if not told or is_page_name(told) else told
    page = f"<html><title>{escape(unmarked(title), quote=False)}</title><body>{body}</body></html>"
    return page, blocks.rows if blocks.tables else []


def _underlined(line: str, below: str) -> bool:
    """Whether a line is a heading because of the signs in a row below it."""
    bare = line.strip()
    rule = _UNDERLINE.match(below) is not None and not _UNDERLINE.match(line)
    return rule and bool(bare) and len(below.strip()) >= min(len(bare), 8) - 1 and not points_to(bare) and "|" not in bare


_TABLES = (comma_rows, wiki_rows, asciidoc_rows, list_rows, ruled_rows, pipe_table)


class _Blocks:
    """The blocks of a text, one after the other, as HTML."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = [line.rstrip(" \t\r\f\v\\") for line in lines]
        self._broken = {at for at, line in enumerate(lines) if line.endswith(_BREAK)}
        self._at = 0
        self._looked_at = 0
        self._is_org = _is_org(lines)
        self._underlines: list[str] = []
        self._lists: list[int] = []
        self._paragraph: list[str] = []
        self.title = ""
        self.tables = 0
        self.rows: list[Row] = []
        self._width = _width_of(lines)

    def html(self) -> Iterator[str]:
        """The elements of the text."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            below = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
            if fence := _FENCE.match(line):
                yield from self._fenced(line.strip()[:3], bool(fence[1]))
            elif head := self._head(line, below):
                yield from self._end()
                self.title = self.title or head[1]
                self.rows.append([unmarked(head[1])])
                yield f"<h{head[0]}>{inline(head[1])}</h{head[0]}>"
            elif rows := self._rows(line):
                yield from self._end()
                self.tables += 1
                self.rows += [[unmarked(text) for text, _ in row] for row in rows if any(text for text, _ in row)]
                yield "<table>" + "".join(map(_row, rows)) + "</table>"
            elif item := _ITEM.match(line):
                yield from self._written()
                yield from self._item(item)
            elif _ELEMENT.match(line):
                yield from self._elements(line)
            else:
                yield from self._text(line)
                self._at += 1
        yield from self._end()

    def _head(self, line: str, below: str) -> tuple[int, str] | None:
        """The level and the words of the heading that begins here, if one does; goes beyond it."""
        found = _ORG_HEAD.match(line) if self._is_org else _MARKDOWN_HEAD.match(line) or _ASCIIDOC_HEAD.match(line)
        if found is not None:
            self._at += 1
            text = _ATTRIBUTES.sub("", found[2])
            bare = text.rstrip("#=")
            return len(found[1]), bare.rstrip() if bare[-1:].isspace() else text
        if self._is_org or _ITEM.match(line) or not _underlined(line, below):
            return None
        sign = below.strip()[0]
        if sign not in self._underlines:
            self._underlines.append(sign)
        self._at += 2
        return min(6, 1 + self._underlines.index(sign)), line.strip()

    def _rows(self, line: str) -> TableRows:
        """The rows of the table that begins here, if one does; goes beyond it."""
        for reader in _TABLES if self._at >= self._looked_at else ():
            rows, end = reader(self._lines, self._at)
            if rows:
                self._at = end
                return rows
            self._looked_at = max(self._looked_at, end)
        return []

    def _fenced(self, mark: str, is_program: bool) -> Iterator[str]:
        """A block between fences: what names a language is a program, anything else a text in its lines."""
        end = next((n for n in range(self._at + 1, len(self._lines)) if self._lines[n].strip() == mark), len(self._lines))
        yield from self._written()
        if not is_program:
            yield "<p>" + "<br>".join(map(inline, self._lines[self._at + 1 : end])) + "</p>"
        self._at = end + 1

    def _elements(self, line: str) -> Iterator[str]:
        """A block of HTML up to a blank line, or to one that begins a heading, a table or a list."""
        if self._lists and not line[:1].isspace():
            yield from self._end()
        yield from self._written()
        begin = self._at
        while self._at < len(self._lines) and self._is_raw(self._at, begin):
            self._at += 1
        yield inline("\n".join(map(str.strip, self._lines[begin : self._at])))

    def _is_raw(self, at: int, begin: int) -> bool:
        """Whether a line goes on with the block of HTML that began above."""
        line = self._lines[at]
        marked = _MARKDOWN_HEAD.match(line) or _ITEM.match(line) or _FENCE.match(line) or line.lstrip().startswith("|")
        return bool(line) and (at == begin or not marked)

    def _item(self, item: re.Match[str]) -> Iterator[str]:
        """A point of a list, in the list of its depth: told by what it is indented, or by how many signs it has."""
        depth = len(item[1].expandtabs(4)) + 2 * (len(item[2]) - 1 if not item[2][0].isdigit() else 0)
        if not self._lists or depth > self._lists[-1]:
            self._lists.append(depth)
            yield "<ul>"
        else:
            while len(self._lists) > 1 and depth < self._lists[-1]:
                self._lists.pop()
                yield "</li></ul>"
            yield "</li>"
        yield "<li>" + inline(item[3])
        self._at += 1

    def _text(self, line: str) -> Iterator[str]:
        """A line of a paragraph, or of the point above it; a blank one ends the paragraph."""
        bare = field_told(line) or line.strip()
        if _DIRECTION.match(bare) or _UNDERLINE.match(bare):
            return
        if not bare:
            yield from self._written()
        elif self._lists and (line[:1].isspace() or self._lines[self._at - 1].strip()):
            yield "<br>" + inline(bare)
        else:
            if self._lists:
                yield from self._end()
            self._take(bare)

    def _take(self, bare: str) -> None:
        """One further line of a paragraph, joined to the one above where that was wrapped."""
        bar = bare.startswith("| ")
        bare = bare[2:].strip() if bar else bare
        above = self._paragraph[-1] if self._paragraph else ""
        full = self._width and len(above.rpartition("\n")[2]) + 1 + len(bare.split(" ")[0]) > self._width
        if above and not bar and self._at - 1 not in self._broken and (full or above.count("`") % 2 or bare[:1].islower()):
            self._paragraph[-1] += "\n" + bare
        else:
            self._paragraph.append(bare)

    def _written(self) -> Iterator[str]:
        """The paragraph up to here."""
        if len(self._paragraph) == 1 and _BOLD_LINE.fullmatch(self._paragraph[0]):
            self.rows.append([unmarked(self._paragraph[0])])
        if self._paragraph:
            yield "<p>" + "<br>".join(inline(line.replace("\n", " ")) for line in self._paragraph) + "</p>"
        self._paragraph = []

    def _end(self) -> Iterator[str]:
        """The paragraph up to here, and the end of all open lists."""
        yield from self._written()
        yield "</li></ul>" * len(self._lists)
        self._lists = []


def _width_of(lines: list[str]) -> int:
    """The width a text is wrapped at, 0 where it is not: most lines that others follow have no room for their first words."""
    plain = ["" if points_to(line) or "|" in line else line for line in lines]
    width = max(map(len, plain), default=0)
    followed = [
        (one, two.split()[0]) for one, two in pairwise(plain) if one.strip() and two.strip() and not one.endswith(_BREAK)
    ]
    full = sum(len(one) + 1 + len(word) > width for one, word in followed)
    return width if width <= _WRAPPED and 2 * full >= len(followed) else 0


def _is_org(lines: list[str]) -> bool:
    """Whether stars at the margin are headings of Org, not points: it has directions, or deeper stars and no other heading."""
    if any(line.startswith(("#+", ":PROPERTIES:")) for line in lines):
        return True
    stars = [match[1] for line in lines if (match := _ORG_HEAD.match(line))]
    others = any(_MARKDOWN_HEAD.match(line) or _ASCIIDOC_HEAD.match(line) for line in lines)
    return not others and len(set(stars)) > 1 and any("|--" in line or "[[" in line for line in lines)


def _row(cells: list[tuple[str, int]]) -> str:
    spans = (f' colspan="{span}"' if span > 1 else "" for _, span in cells)
    return "<tr>" + "".join(f"<td{at}>{inline(text)}</td>" for at, (text, _) in zip(spans, cells, strict=True)) + "</tr>"
