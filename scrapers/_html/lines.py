"""A page as the visible pieces of its lines, with the boxes they stand in: what all readers of ordinary pages work on.

A line breaks where a browser breaks it (block elements, `br`, table cells). It is cut into pieces where differently styled
inline elements touch, but not before punctuation or inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from scrapers._html.class_names import class_of
from scrapers._html.page import BLOCKS, LEVELS, UNSEEN, Node
from scrapers._html.reshape import reshape
from scrapers._html.runs import Run, at_gaps, cut_runs, explained, marked_text, without_bullet
from scrapers._html.siblings import part_siblings
from scrapers._html.unprinted import unprinted_moment
from scrapers._html.wrappers import unwrap
from scrapers._remembered import remembered

_CELLS = frozenset(("td", "th"))
_SAME = {"h1": "h", "h2": "h", "h3": "h", "h4": "h", "h5": "h", "h6": "h"}
_PLAIN = frozenset("u abbr time ins wbr center".split())
_STYLED = ("b", "i", "a", "span")
_FURNITURE = {"nav": "nav", "footer": "foot", "form": "form"}
_ALONE = frozenset("button label".split())
_BOXES = BLOCKS | _CELLS | _ALONE
_TELLING = _CELLS | _FURNITURE.keys() | frozenset("table h1 h2 h3 h4 h5 h6 li".split())
_NAME = re.compile(r"[a-z]{3,}")
_CAMEL = re.compile(r"([a-z])([A-Z])")
_DEEPEST = 24  # so many elements within a line say how its text looks; markup thousands deep stays cheap


@dataclass(slots=True)
class Box:
    """A block element that holds something: `parent` is an index into the page's boxes, `first` to `last` its pieces."""

    tag: str
    parent: int
    first: int
    last: int = 0
    hints: str = ""
    depth: int = 0


@dataclass(slots=True)
class Cell:
    """Where in which table a piece stands, spans resolved; rows and columns count from 0."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(slots=True)
class Piece:
    """A piece of a visible line.

    `style` names its format (block and inline elements with their classes), `line` the number of its line, `box` its innermost
    box. `hints` holds the words of the classes and ids around it, `level` the heading level (0 none), by its looks or its tag,
    `tag_level` that by the tag alone, `bounds` the places in `text` where the style changes without a cut, `marked` the text
    with its raised marks in brackets, where it has any. `zone` is "nav", "foot" or "form" when it stands in such an element.
    """

    text: str
    style: str
    line: int
    box: int
    hints: str = ""
    level: int = 0
    bold: bool = False
    link: str | None = None
    cell: Cell | None = None
    zone: str = ""
    listed: bool = False
    bounds: tuple[int, ...] = ()
    marked: str = ""
    tag_level: int = 0


@dataclass(slots=True)
class Lines:
    """All pieces of a page in reading order and the boxes that hold them (box 0 is the page)."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


class _Walk:
    """One walk over the tree; all state of the line being built."""

    def __init__(self, tree: Node) -> None:
        self.lines = Lines()
        self.tree = tree
        self.furniture = _furniture_of(tree)
        self.leads: Counter[str] | None = None
        self.runs: list[Run] = []
        self.lead = ""
        self.line = 0
        self.box = 0
        self.inline: list[tuple[str, str, bool, str | None]] = []
        self.cells: dict[int, Cell] = {}
        self.cell: list[Cell] = []
        self.zones: list[str] = []
        self.levels: list[Node] = []
        self.listed = 0
        self.tables = 0
        self.goes_on = False

    def flush(self) -> None:
        """End the line: cut its runs into pieces."""
        if self.runs:
            box = self.lines.boxes[self.box]
            runs = explained(without_bullet(self.runs), self.is_label)
            pieces = [_piece_of(group, self.line, self.box, box) for group in cut_runs(at_gaps(runs))]
            for piece in pieces:
                if piece.text:
                    piece.cell = self.cell[-1] if self.cell else None
                    piece.zone = self.zones[-1] if self.zones else ""
                    piece.level = self.levels[-1].level if self.levels else 0
                    piece.tag_level = LEVELS.get(self.levels[-1].tag, 0) if self.levels else 0
                    piece.listed = self.listed > 0
                    self.lines.pieces.append(piece)
            self.runs = []
            self.line += 1
        self.lead = ""
        self.goes_on = False

    def is_label(self, lead: str) -> bool:
        """Whether what leads a line in a style of its own does so again and again on the page ("Abstract:")."""
        if self.leads is None:  # few pages ask
            self.leads = Counter(" ".join(node.text().split()) for node in self.tree.find_all(*_STYLED))
        return self.leads[lead] > 1

    def text(self, text: str) -> None:
        if not text.strip():
            if self.runs and text:
                self.runs[-1].text += " "
            return
        if not self.inline:
            self.add(text, "", "", False, None)
            return
        inline = self.inline[-_DEEPEST:]
        names = [s for s, _, _, _ in inline if s]
        style = ">".join(s for s, around in zip(names, ["", *names], strict=False) if s != around)  # editors nest the same span
        hints = " ".join(h for _, h, _, _ in inline)
        link = next((x for _, _, _, x in reversed(inline) if x), None)
        self.add(text, style, hints, any(b for _, _, b, _ in inline), link)

    def add(self, text: str, style: str, hints: str, bold: bool, link: str | None) -> None:
        alike = bool(self.runs) and self.runs[-1].style == style and self.runs[-1].link == link
        if alike and (self.goes_on or style in ("", "b", "i")):
            self.runs[-1].text += text
        else:
            self.runs.append(Run(text, style, hints, bold, link, [(0, self.lead)] if self.lead else []))
            self.lead = ""
        self.goes_on = False

    def join(self, text: str) -> None:
        """Take a small raised or lowered text for part of the word it stands in ("H<sub>2</sub>O", "10<sup>th</sup>")."""
        self.runs[-1].text += text
        self.goes_on = True

    def mark(self, sign: str) -> None:
        """Note a raised mark where it stands; it is no part of the text."""
        if self.runs:
            self.runs[-1].marks.append((len(self.runs[-1].text), sign))
        else:
            self.lead = sign

    def open_box(self, node: Node) -> None:
        self.flush()
        parent = self.lines.boxes[self.box]
        hints = hints_of(node)
        box = Box(_style_of(node), self.box, len(self.lines.pieces), hints=hints, depth=parent.depth + 1)
        self.lines.boxes.append(box)
        self.box = len(self.lines.boxes) - 1
        if node.tag not in _TELLING and not node.head:
            return
        if node.tag == "table":
            self.cells.update(_place_cells(node, self.tables))
            self.tables += 1
        elif node.tag in _CELLS and id(node) in self.cells:
            self.cell.append(self.cells[id(node)])
        if id(node) in self.furniture:
            self.zones.append(_FURNITURE[node.tag])
        if node.level:
            self.levels.append(node)
        self.listed += node.tag == "li"

    def close_box(self, node: Node) -> None:
        self.flush()
        box = self.lines.boxes[self.box]
        box.last = len(self.lines.pieces)
        self.box = box.parent
        if node.tag not in _TELLING and not node.head:
            return
        if node.tag in _CELLS and id(node) in self.cells:
            self.cell.pop()
        if id(node) in self.furniture:
            self.zones.pop()
        if node.level:
            self.levels.pop()
        self.listed -= node.tag == "li"


def whole_lines(lines: Lines) -> list[str]:
    """The lines of a page outside its navigation, footer and forms, however many pieces they were cut into."""
    texts: dict[int, list[str]] = {}
    for piece in lines.pieces:
        if not piece.zone:
            texts.setdefault(piece.line, []).append(piece.text)
    return [" ".join(pieces) for pieces in texts.values()]


def lines_of_page(tree: Node) -> Lines:
    """The visible pieces of a page; linear in its size, safe at any depth."""
    part_siblings(tree)
    unwrap(tree)
    reshape(tree)
    walk = _Walk(tree)
    walk.lines.boxes.append(Box("page", 0, 0))
    stack: list[Node | str | tuple[str, Node]] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            walk.text(item)
        elif isinstance(item, tuple):
            if item[0] == "box":
                walk.close_box(item[1])
            else:
                walk.inline.pop()
        elif item.tag in UNSEEN:
            continue
        elif item.tag in ("br", "hr"):
            walk.flush()
        elif item.tag == "sup" and _is_mark(item, walk.runs):
            walk.mark(item.text())
        elif item.tag == "sup" and _is_minutes(item, walk.runs):
            walk.runs[-1].text = f"{walk.runs[-1].text.rstrip(' .:')}:{item.text()}"
        elif item.tag in ("sub", "sup") and _is_in_word(item, walk.runs):
            walk.join(item.text())
        else:
            block = item.tag in _BOXES
            if block:
                walk.open_box(item)
            else:
                walk.inline.append((_inline_style(item), hints_of(item), item.tag == "b", item.attrs.get("href")))
            stack.append(("box" if block else "inline", item))
            stack += reversed(item.children or [unprinted_moment(item)])
    walk.flush()
    walk.lines.boxes[0].last = len(walk.lines.pieces)
    return walk.lines


def _is_minutes(node: Node, runs: list[Run]) -> bool:
    """Whether a raised text is the minutes of the hour before it (9<sup>30</sup>)."""
    return (
        bool(runs)
        and bool(re.fullmatch(r"[0-5]\d", node.text()))
        and bool(re.search(r"(?<!\d)\d\d?[.:\s]?$", runs[-1].text[-4:]))
    )


def _is_in_word(node: Node, runs: list[Run]) -> bool:
    """Whether a raised or lowered text is a sign or two of the word before it, as in formulas and ordinal numbers."""
    return bool(runs) and not runs[-1].text[-1:].isspace() and len(node.raw_text()) < 8 and len(node.text().split()) == 1


def _is_mark(node: Node, runs: list[Run]) -> bool:
    """Whether a raised text is a footnote's mark ("1", "1,2", "*") and not the minutes of a clock (9<sup>30</sup>)."""
    text = node.text()
    clock = bool(runs) and runs[-1].text.rstrip(" .:")[-1:].isdigit() and len(text) == 2
    return len(text) < 8 and not clock and not any(c.isalpha() and c not in "abcdef" for c in text)


def _piece_of(group: list[Run], line: int, number: int, box: Box) -> Piece:
    if len(group) == 1 and not group[0].marks:
        run = group[0]
        style = f"{box.tag}>{run.style}" if run.style else box.tag
        bold = run.bold or not any(map(str.isalnum, run.text))
        return Piece(" ".join(run.text.split()), style, line, number, f"{box.hints} {run.hints}".strip(), 0, bold, run.link)
    text = " ".join("".join(run.text for run in group).split())
    main = max(group, key=lambda r: len(r.text.strip()))
    link = next((r.link for r in group if r.link), None)
    style = f"{box.tag}>{group[0].style}" if group[0].style else box.tag
    marked = " ".join("".join(map(marked_text, group)).split()) if any(r.marks for r in group) else ""
    bold = all(r.bold or not any(c.isalnum() for c in r.text) for r in group)
    return Piece(
        text, style, line, number, f"{box.hints} {main.hints}".strip(), 0, bold, link, bounds=tuple(_bounds_of(group)),
        marked=marked,
    )  # fmt: skip


def _bounds_of(group: list[Run]) -> Iterator[int]:
    """Where runs part from each other in their common text, in which blanks count once."""
    length, apart = 0, False
    for run in group:
        if length:
            yield length
        if words := run.text.split():
            length += (length > 0 and (apart or run.text[0].isspace())) + len(" ".join(words))
        apart = run.text[-1:].isspace() or (apart and not run.text)


def hints_of(node: Node) -> str:
    """The words of an element's class, id and item property, in lower case, parted by blanks."""
    attrs = node.attrs
    if not attrs:
        return ""
    raw = f"{attrs.get('class', '')} {attrs.get('id', '')} {attrs.get('itemprop', '')}".strip()
    return _words_in(raw) if 0 < len(raw) <= 400 else ""


@remembered
def _words_in(names: str) -> str:
    return " ".join(_NAME.findall(_CAMEL.sub(r"\1 \2", names).lower()))


def _style_of(node: Node) -> str:
    above = node.parent
    return f"{above.tag}{class_of(above)}>{node.tag}{class_of(node)}" if above else node.tag


def _inline_style(node: Node) -> str:
    if node.tag in _PLAIN:
        return node.tag if node.tag == "time" else ""
    name = class_of(node)
    if node.tag == "span" and not name:
        return "" if node.attrs else "span"
    return f"span{name}" if name and node.tag in ("b", "i") else _SAME.get(node.tag, node.tag) + name


def _furniture_of(tree: Node) -> set[int]:
    """The page's menus, footers and forms; a footer or form that every card of a kind has is part of the card."""
    found = tree.find_all(*_FURNITURE)
    alike = Counter((n.tag, n.parent.tag, class_of(n.parent)) for n in found if n.parent)
    return {id(n) for n in found if n.tag == "nav" or not n.parent or alike[n.tag, n.parent.tag, class_of(n.parent)] < 3}


def _place_cells(table: Node, number: int) -> dict[int, Cell]:
    """Row and column of every cell of one table, spans resolved; nested tables have places of their own."""
    placed: dict[int, Cell] = {}
    rows: list[Node] = []
    for child in table.children:
        if isinstance(child, Node):
            rows.extend([child] if child.tag == "tr" else [r for r in child.children if isinstance(r, Node) and r.tag == "tr"])
    taken: dict[int, int] = {}
    for index, row in enumerate(rows):
        column = 0
        for cell in row.children:
            if not isinstance(cell, Node) or cell.tag not in _CELLS:
                continue
            while taken.get(column, 0) > index:
                column += 1
            down, across = _span(cell, "rowspan", len(rows) - index), _span(cell, "colspan", 40)
            for offset in range(across):
                taken[column + offset] = index + down
            placed[id(cell)] = Cell(number, index, column, down, across, cell.tag == "th")
            column += across
    return placed


def _span(cell: Node, name: str, most: int) -> int:
    value = cell.attrs.get(name, "1").strip()
    if not value.isascii() or not value.isdigit():
        return 1
    return max(1, min(int(value) or most, most))
