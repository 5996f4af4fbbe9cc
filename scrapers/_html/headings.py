"""Lines that head what stands below them, told by their looks: divs with a class, paragraphs all bold, large print.

Site builders and old pages write headings in any element. A reader knows them as short lines in a look of their own that
stand above others, and again at the head of like blocks; what always stands behind one other look belongs to that one
(a job below its name). The level of an element that is a heading by its tag stays what it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scrapers._html.page import BLOCKS, LEVELS, UNSEEN, Node
from scrapers._language.times import find_clocks, parse_clock_range
from scrapers._remembered import remembered

_FURNITURE = frozenset(("nav", "footer", "form"))
_BOXES = BLOCKS | {"td", "th", "button", "label"}
_MAY_HEAD = frozenset(("div", "p", "center"))
_BARE = frozenset(("div", "p", "center", "span", "font"))
"""What looks like any other text where neither a class nor a style says how."""
_PRINT = re.compile(r"(?:^|;)\s{0,9}((?:font|color|text-transform)[^:;]{0,20}:[^;]{0,40})", re.IGNORECASE)
_ODD = re.compile(
    r"(?:odd|even|first|last|active|show|in|open|current|collapsed|clearfix|row|container|wow|animated|fade\w*)$"
    r"|(?:col|m[tblrxyse]?|p[tblrxyse]?|w|h|flex|items|justify|gap|lg|md|sm|xl|xs)[-_:]",
    re.IGNORECASE,
)
"""Classes of states, grids and margins: headings of one look differ in them."""
_SET_OFF = re.compile(r"(?:^| )(?:b|strong)(?: |$)|font|title|head")
_MEAN, _LONGEST, _LONE = 70, 180, 60
_CLOCK = 40
_DEEPEST = 8
_TOP, _LOWEST = 2, 6


@dataclass(slots=True)
class _Line:
    """What a block shows without the blocks in it; `look` is empty where that is not all of the block, or furniture."""

    text: str
    node: Node
    look: str


class _Walk:
    """One walk over the tree; all state of the line being built."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self.runs: list[tuple[str, tuple[Node, ...]]] = []
        self.blocks: list[Node] = []
        self.inline: list[Node] = []
        self.shown: Counter[int] = Counter()
        self.zones = 0

    def flush(self) -> None:
        """End the line: what all of it stands in is its look."""
        text = " ".join("".join(said for said, _ in self.runs).split())
        if text and self.blocks:
            node = self.blocks[-1]
            common: tuple[Node, ...] | None = None
            for said, around in self.runs:
                if said.strip():
                    pairs = zip(around, around if common is None else common, strict=False)
                    common = tuple(a for a, b in pairs if a is b)
            inline = [_looks(n) for n in common or () if n.tag != "a"]
            self.lines.append(_Line(text, node, "" if self.zones else " ".join([_looks(node), *inline])))
            self.shown[id(node)] += 1
        self.runs.clear()


def mark_headings(tree: Node) -> None:
    """Give the lines of every look that heads what follows their level (`Node.head`); linear in the page, in place."""
    lines = _lines_of(tree)
    looks: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.look:
            looks.setdefault(line.look, []).append(at)
    heading = [at for look, at in looks.items() if _heads(look, at, lines, looks)]
    counts = sorted({len(at) for at in heading}, reverse=True)
    for members in heading:
        level = max(_TOP, _LOWEST - counts.index(len(members)))  # a section holds a card at least: what is rarer stands higher
        for at in members:
            lines[at].node.head = level


def _lines_of(tree: Node) -> list[_Line]:
    walk = _Walk()
    stack: list[Node | str | tuple[Node, bool]] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            walk.runs.append((item, tuple(walk.inline[-_DEEPEST:])))
        elif isinstance(item, tuple):
            if item[1]:
                walk.flush()
                walk.zones -= walk.blocks.pop().tag in _FURNITURE
            else:
                walk.inline.pop()
        elif item.tag == "br":
            walk.runs.append((" ", ()))
        elif item.tag not in UNSEEN:
            block = item.tag in _BOXES or not walk.blocks
            if block:
                walk.flush()
                if walk.blocks:
                    walk.shown[id(walk.blocks[-1])] += 2  # a block with blocks in it is no line
                walk.blocks.append(item)
                walk.zones += item.tag in _FURNITURE
            else:
                walk.inline.append(item)
            stack.append((item, block))
            stack += reversed(item.children)
    for line in walk.lines:
        if walk.shown[id(line.node)] > 1:
            line.look = ""
    return walk.lines


def _looks(node: Node) -> str:
    attrs = node.attrs
    if not attrs:
        return node.tag
    font = f"{attrs.get('size', '')} {attrs.get('color', '')}" if node.tag == "font" else ""
    return node.tag + _print_of(attrs.get("class", ""), attrs.get("style", ""), font.strip())


@remembered
def _print_of(classes: str, style: str, font: str) -> str:
    names = sorted({name for name in classes.split() if not _ODD.match(name)})
    told = [text.replace(" ", "").lower() for text in (*_PRINT.findall(style[:400]), font) if text]
    return "".join(f".{name}" for name in (*names, *sorted(told)))


def _heads(look: str, at: list[int], lines: list[_Line], looks: dict[str, list[int]]) -> bool:
    """Whether the lines of a look are short, stand out, and each stands above something else."""
    texts = [lines[place].text for place in at]
    node = lines[at[0]].node
    if node.tag not in _MAY_HEAD or node.tag in LEVELS or _BARE.issuperset(look.split()):
        return False
    if sum(map(len, texts)) > _MEAN * len(at) or max(map(len, texts)) > _LONGEST or not any(map(str.isalpha, "".join(texts))):
        return False
    if len(at) == 1 and (len(texts[0]) > _LONE or not _SET_OFF.search(look)):
        return False
    above = sum(place + 1 < len(lines) and lines[place + 1].look != look for place in at)
    other = sum(text[-1] in ".,;:" or _tells_clock(text) for text in texts)
    return 5 * above >= 4 * len(at) and 3 * other <= len(at) and not _belongs(look, at, lines, looks)


def _belongs(look: str, at: list[int], lines: list[_Line], looks: dict[str, list[int]]) -> bool:
    """Whether the lines of a look mostly stand behind one other look, no clock's, short and about as common."""
    before = Counter(lines[place - 1].look for place in at if place and not _is_clock(lines[place - 1].text))
    other, count = before.most_common(1)[0] if before else ("", 0)
    if len(at) == 1 or other in ("", look) or 3 * count <= 2 * len(at):
        return False
    among = looks[other]
    short = sum(len(lines[place].text) for place in among) <= _MEAN * len(among)
    return short and 2 * len(among) <= 3 * len(at) + 2 and among[0] < at[0]


def _tells_clock(text: str) -> bool:
    return len(text) < _CLOCK and any(map(str.isdigit, text)) and bool(find_clocks(text))


def _is_clock(text: str) -> bool:
    return _tells_clock(text) and parse_clock_range(text) is not None
