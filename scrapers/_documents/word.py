"""A Word document as the page it stands for: headings, lists, links, bold and slanted type, tables with their merged cells.

What was deleted while changes were tracked, what is hidden and the table of contents are left out; so is what stands in headers
and footers. Elements and properties are those of Office Open XML (ECMA-376, part 1, chapter 17).
"""

from __future__ import annotations

import html
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers._documents.word_styles import Look, Styles, changed, child, value
from scrapers._html.page import Node
from scrapers._language.dates import find_dates
from scrapers._structured.xml import xml_tree
from scrapers._timing.grids import Row

MAX_UNPACKED = 60_000_000
"""Bytes a part of the document may unpack to."""
_GONE = frozenset("del moveFrom Fallback".split())
_AROUND = frozenset("ins moveTo smartTag sdt sdtContent AlternateContent Choice customXml fldSimple hyperlink r".split())
_SIGNS = {"tab": "\u00a0" * 4, "ptab": "\u00a0" * 4, "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SHORT, _SHORTER = 120, 80
_LARGE, _LARGEST = 1.12, 1.5
"""Text so many times the usual size is a heading, of the lower or the higher level."""


def page_of_word(package: zipfile.ZipFile) -> tuple[str, list[Row]]:
    """The HTML of a document, and the rows of its tables, with the headings between as rows of one cell.

    Raises KeyError, BadXml or what `zipfile` raises where the package is damaged, OverflowError where it is too large.
    """
    parts = ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml")
    tree, styles, links, properties = (_part(package, name) for name in parts)
    writer = _Writer(tree, styles, links)
    body, lines = "", [""]
    for node in tree.find_all("body")[:1]:
        body, lines = writer.blocks(node, top=True)
    first = writer.heading or next((line for line in lines if line.strip()), "")
    title = " | ".join(filter(None, [first, *(n.raw_text() for n in properties.find_all("title"))]))
    page = f"<html><title>{html.escape(title)}</title><body>{body}</body></html>"
    return page, writer.rows if writer.tables else []


def _part(package: zipfile.ZipFile, name: str) -> Node:
    """One part of the package; an empty one where it is none that every document must have."""
    if name != "word/document.xml" and name not in package.NameToInfo:
        return Node("", {}, None)
    entry = package.getinfo(name)
    if entry.file_size > MAX_UNPACKED:
        raise OverflowError(name)
    return xml_tree(package.read(entry))


@dataclass(slots=True)
class _Run:
    look: Look
    link: str
    text: str


class _Writer:
    """Writes the parts of a document as HTML and as bare lines."""

    def __init__(self, tree: Node, styles: Node, links: Node) -> None:
        self.heading = ""
        self.rows: list[Row] = []
        self.tables = 0
        self._styles = Styles(styles)
        self._links = {n.attrs.get("Id", ""): n.attrs.get("Target", "") for n in links.find_all("Relationship")}
        self._formats: dict[tuple[int, str, str], str] = {}
        sizes: Counter[int] = Counter()
        for paragraph in tree.find_all("p"):
            for run in self._runs(paragraph):
                sizes[run.look.size] += len(run.text)
        self._size = sizes.most_common(1)[0][0] if sizes else 0

    def blocks(self, node: Node, *, top: bool = False) -> tuple[str, list[str]]:
        """The paragraphs, lists and tables right below an element, as HTML and as lines."""
        parts: list[str] = []
        lines: list[str] = []
        depth = 0
        for block in _blocks_below(node):
            if block.tag == "tbl":
                parts.append("</li></ul>" * depth)
                depth = 0
                written, told = self._table(block, top=top)
            else:
                look = self._styles.of_paragraph(block)
                written, told = self._paragraph(block, look, top=top)
                if written:
                    parts.append("</li></ul>" * (depth - look.listed) + ("</li>" if 0 < look.listed <= depth else ""))
                    parts.append("<ul>" * (look.listed - depth) + ("<li>" if look.listed else ""))
                    depth = look.listed
            parts.append(written)
            lines += told
        return "".join([*parts, "</li></ul>" * depth]), lines

    def _runs(self, paragraph: Node) -> list[_Run]:
        """The text of a paragraph, pieces of the same look put together."""
        runs: list[_Run] = []
        usual = self._styles.of_paragraph(paragraph)
        stack: list[tuple[Node, str]] = [(n, "") for n in reversed(paragraph.elements)]
        while stack:
            node, link = stack.pop()
            if node.tag == "r":
                given = child(node, "rPr")
                look = changed(self._styles.applied(usual, value(given, "rStyle")), given)
                text = "".join(_SIGNS.get(n.tag, n.raw_text() if n.tag == "t" else "") for n in node.elements)
                if look.hidden or not text:
                    pass
                elif runs and runs[-1].link == link and (runs[-1].look == look or not text.strip(" ")):
                    runs[-1].text += text
                else:
                    runs.append(_Run(look, link, text))
            if node.tag == "hyperlink":
                link = self._links.get(node.attrs.get("id", ""), "")
            if node.tag in _AROUND:
                stack += [(n, link) for n in reversed(node.elements)]
        return runs

    def _paragraph(self, paragraph: Node, look: Look, *, top: bool) -> tuple[str, list[str]]:
        """A paragraph and the boxes of text that hang on it."""
        runs = self._runs(paragraph)
        text = "".join(run.text for run in runs).replace(_SIGNS["tab"], "\t")
        boxes = [self.blocks(box) for box in _boxes_of_text(paragraph)]
        behind, lines = "".join(box for box, _ in boxes), [line for _, told in boxes for line in told]
        if not text.strip() or look.style.startswith("toc "):
            return behind, ["", *lines]
        level = look.level or self._level(runs, text)
        words = "".join(self._inline(run, is_head=level > 0) for run in runs)
        self.heading = self.heading or (text if level else "")
        if top and (level or _heads(text, runs)):
            self.rows.append([" ".join(text.split())])
        if look.listed and not level:
            return f"{words}{behind}", [*text.split("\n"), *lines]
        tag = f"h{min(level, 6)}" if level else "p"
        format_ = "" if level else self._class(runs, look)
        return f"<{tag}{format_}>{words}</{tag}>{behind}", [*text.split("\n"), *lines]

    def _level(self, runs: list[_Run], text: str) -> int:
        """The level of the heading that a short text set in larger letters is."""
        least = min((run.look.size for run in runs if run.text.strip()), default=0)
        if len(text) > _SHORT or not self._size or least < _LARGE * self._size:
            return 0
        return 2 if least >= _LARGEST * self._size else 3

    def _inline(self, run: _Run, *, is_head: bool) -> str:
        text = html.escape(run.text).replace("\n", "<br>")
        if run.look.raised:
            text = f"<sup>{text}</sup>"
        if run.look.slanted:
            text = f"<i>{text}</i>"
        if run.look.bold and not is_head:
            text = f"<b>{text}</b>"
        return f'<a href="{html.escape(run.link)}">{text}</a>' if run.link else text

    def _class(self, runs: list[_Run], look: Look) -> str:
        """A class that all paragraphs have which look alike, none for those that look as most do."""
        main = max(runs, key=lambda run: len(run.text)).look
        key = (main.size if main.size != self._size else 0, main.colour, look.place)
        if not any(key):
            return ""
        number = len(self._formats)
        return f' class="{self._formats.setdefault(key, "look" + _letters(number))}"'

    def _table(self, table: Node, *, top: bool) -> tuple[str, list[str]]:
        """A table with its merged cells; those of one of the document's own tables become rows."""
        self.tables += top
        rows = [(_is_header(row), self._cells(row)) for row in _rows_of(table)]
        parts: list[str] = []
        lines: list[str] = []
        for at, (is_header, cells) in enumerate(rows):
            parts.append("<tr>")
            told: Row = []
            for cell in cells:
                if not cell.goes_on:
                    tag, down = "th" if is_header else "td", _height(rows, at, cell)
                    parts.append(f'<{tag} colspan="{cell.width}" rowspan="{down}">{cell.html}</{tag}>')
                    lines += cell.lines
                text = "" if cell.goes_on else "\n".join(line for line in cell.lines if line.strip())
                told += [text, *[""] * (cell.width - 1)]
            parts.append("</tr>")
            if top and any(told):
                self.rows.append(told)
        return f"<table>{''.join(parts)}</table>", [*lines, ""]

    def _cells(self, row: Node) -> list[_Cell]:
        """The cells of a row with the columns they begin at and take."""
        given = child(row, "trPr")
        skipped = _number(value(given, "gridBefore"), 0)
        cells = [_Cell(0, skipped, False, "", [])] if skipped else []
        at = skipped
        for node in _below(row, "tc"):
            form = child(node, "tcPr")
            width = _number(value(form, "gridSpan"), 1)
            merged = child(form, "vMerge")
            goes_on = merged is not None and merged.attrs.get("val") != "restart"
            cells.append(_Cell(at, width, goes_on, *_bare(*self.blocks(node))))
            at += width
        return cells


@dataclass(slots=True)
class _Cell:
    """A cell: the column it begins at, the columns it takes, whether it only goes on the one above, what it holds."""

    at: int
    width: int
    goes_on: bool
    html: str
    lines: list[str]


def _bare(written: str, lines: list[str]) -> tuple[str, list[str]]:
    """What a cell holds, without the element of a paragraph that stands alone in it."""
    if written.startswith("<p") and written.find("</p>") == len(written) - 4:
        written = written[written.index(">") + 1 : -4]
    return written, lines


def _height(rows: list[tuple[bool, list[_Cell]]], at: int, cell: _Cell) -> int:
    """The rows a cell takes: those below whose cell at its place goes on with it."""
    down = at + 1
    while down < len(rows) and any(other.goes_on and other.at == cell.at for other in rows[down][1]):
        down += 1
    return down - at


def _below(node: Node, *tags: str) -> Iterator[Node]:
    """The elements with some tags below one, and below those that only stand around them; in order."""
    stack = node.elements[::-1]
    while stack:
        found = stack.pop()
        if found.tag in tags:
            yield found
        elif found.tag in _AROUND:
            stack += found.elements[::-1]


def _blocks_below(node: Node) -> Iterator[Node]:
    return _below(node, "p", "tbl")


def _rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table but those deleted."""
    return (row for row in _below(table, "tr") if child(child(row, "trPr"), "del") is None)


def _boxes_of_text(paragraph: Node) -> Iterator[Node]:
    """The boxes of text drawn at a paragraph, each once though drawn in two ways."""
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag == "txbxContent":
            yield node
        elif node.tag not in _GONE:
            stack += node.elements[::-1]


def _is_header(row: Node) -> bool:
    """Whether a row is repeated on top of every page."""
    found = child(child(row, "trPr"), "tblHeader")
    return found is not None and found.attrs.get("val", "on") not in ("0", "false", "off")


def _heads(text: str, runs: list[_Run]) -> bool:
    """Whether a line heads what follows because it is short, and bold or a date."""
    bold = all(run.look.bold for run in runs if run.text.strip())
    return len(text) <= _SHORTER and (bold or bool(find_dates(text, day_first=True)))


def _number(text: str | None, otherwise: int) -> int:
    return min(int(text), 60) if text and text.isascii() and text.isdigit() and len(text) < 4 else otherwise


def _letters(number: int) -> str:
    return chr(97 + number // 26 % 26) + chr(97 + number % 26)
