"""A page as its visible lines with the elements around them: what the reader of cards works on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from scrapers._html.page import BLOCKS, UNSEEN, Node
from scrapers._language.vocabulary import is_unfinished
from scrapers._remembered import remembered

_CELLS = frozenset(("td", "th", "button", "label"))
_QUIET = frozenset(("a", "u", "abbr", "ins", "wbr", "time"))
_NOISE = re.compile(r"\d|^(?:odd|even|first|last|active|show|in|open|current|collapsed|clearfix|wow|animated)$")
_GLUE = re.compile(r"^\s*+(?:[,.;:!?)\]}»”’'%/&|–—-]\s*+)?$")
_ZONES = {"nav": "nav", "footer": "foot", "form": "form"}
_BOXES = BLOCKS | _CELLS
_LONG = 200
_MOST_AROUND = 60
_DEEPEST = 24  # so many elements within a line say how its text looks; markup thousands deep stays cheap
_WIDEST = 24


@dataclass(slots=True)
class Slot:
    """A visible line, or the part of a line in one style.

    `key` names its format, `level` its heading level (0: none), `nth` the place of its block among like siblings, `path` that
    part of its format which tells its block and the three around it.
    """

    text: str
    key: str
    node: Node
    level: int = 0
    zone: str = ""
    nth: int = 0
    path: str = ""


@dataclass(slots=True)
class Slots:
    """All lines of a page in order; `spans` tells which lines an element holds."""

    slots: list[Slot] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    images: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str, str]] = field(default_factory=list)
    headings: list[tuple[int, int, str | None]] | None = None
    cuts: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)

    def ancestors(self, index: int) -> list[tuple[int, int]]:
        """The line itself, then the spans of the elements around it, innermost first, each larger than the one before."""
        chain = [(index, index + 1)]
        node: Node | None = self.slots[index].node
        steps = 0
        while node is not None and steps < _MOST_AROUND:
            steps += 1
            span = self.spans.get(id(node))
            if span is not None and span != chain[-1]:
                chain.append(span)
            node = node.parent
        return chain

    def end_of_parent(self, index: int, most: int) -> int:
        """Where the first element around this line that holds more than it ends, at most `most`."""
        for first, last in self.ancestors(index):
            if last - first > 1 and last > index + 1:
                return min(last, most)
        return min(index + 1, most)

    def has_image(self, card: tuple[int, int]) -> bool:
        """Whether a picture stands in (or right before) these lines."""
        at = bisect_left(self.images, (card[0],))
        return at < len(self.images) and self.images[at][0] < card[1]

    def pictures_in(self, card: tuple[int, int]) -> list[str]:
        """What the pictures in (or right behind) these lines say they show."""
        low, high = bisect_left(self.images, (card[0] + 1,)), bisect_left(self.images, (card[1] + 1,))
        return [text for _, text in self.images[low:high] if text]

    def links_in(self, card: tuple[int, int]) -> list[tuple[str, str]]:
        """The links in these lines: (address, text)."""
        low, high = bisect_left(self.links, (card[0],)), bisect_left(self.links, (card[1],))
        return [(address, text) for _, address, text in self.links[low:high]]


class _Walk:
    def __init__(self) -> None:
        self.page = Slots()
        self.runs: list[tuple[str, str]] = []
        self.block: list[Node] = []
        self.inline: list[Node] = []
        self.paths: list[str] = []
        self.order: dict[int, int] = {}
        self.zones: list[str] = []
        self.levels: list[int] = []
        self.last: Node | None = None
        self.counts: dict[tuple[int, str], int] = {}
        self.nths: list[int] = []
        self.loose: list[tuple[Node, int, str, str]] = []

    def flush(self) -> None:
        if not self.runs:
            return
        runs, self.runs = [run for run in self.runs if run[0].strip()], []
        if not runs:
            return
        node = self.block[-1]
        for text, style in _pieces(runs):
            place = self.order.get(id(node), 0)
            self.order[id(node)] = place + 1
            key = f"{self.paths[-1]}>{style}#{min(place, 3)}"
            level = self.levels[-1] if self.levels else 0
            zone = self.zones[-1] if self.zones else ""
            self.page.slots.append(Slot(text, key, node, level, zone, self.nths[-1], self.paths[-1]))

    def enter(self, node: Node) -> None:
        self.flush()
        mark = (id(self.block[-1]) if self.block else 0, node.tag)
        self.nths.append(self.counts.get(mark, 0))
        self.counts[mark] = self.nths[-1] + 1
        self.block.append(node)
        name = _named(node)
        self.paths.append(f"{_last_three(self.paths[-1])}>{name}" if self.paths else name)
        self.page.spans[id(node)] = (len(self.page.slots), 0)
        if node.tag in _ZONES:
            self.zones.append(_ZONES[node.tag])
        elif node.level:
            self.levels.append(node.level)

    def leave(self, node: Node) -> None:
        self.flush()
        self.block.pop()
        self.nths.pop()
        self.paths.pop()
        self.page.spans[id(node)] = (self.page.spans[id(node)][0], len(self.page.slots))
        if node.tag in _ZONES:
            self.zones.pop()
        elif node.level:
            self.levels.pop()
            self.order.pop(id(self.block[-1]) if self.block else 0, None)  # a heading begins anew what stands beside it

    def text(self, text: str) -> None:
        style = ">".join([_named(n) for n in self.inline[-_DEEPEST:] if n.tag not in _QUIET]) if self.inline else ""
        fresh = bool(self.inline) and self.inline[-1].tag == "span" and self.inline[-1] is not self.last
        self.last = self.inline[-1] if self.inline else None
        if self.runs and (not text.strip() or (self.runs[-1][1] == style and not fresh)):
            self.runs[-1] = (self.runs[-1][0] + text, self.runs[-1][1])
        else:
            self.runs.append((text, style))


def slots_of(tree: Node) -> Slots:
    """The visible lines of a page; linear in its size, safe at any depth."""
    walk = _Walk()
    stack: list[Node | str | tuple[Node, bool]] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            if walk.block:
                walk.text(item)
        elif isinstance(item, tuple):
            node, block = item
            if block:
                walk.leave(node)
            else:
                walk.inline.pop()
        elif item.tag in ("br", "hr"):
            walk.flush()
        elif item.tag == "img":
            walk.page.images.append((len(walk.page.slots), item.attrs.get("alt", "").strip()))
        elif item.tag not in UNSEEN:
            if item.tag == "a" and item.attrs.get("href"):
                walk.loose.append((item, len(walk.page.slots), item.attrs["href"], item.attrs.get("title", "")))
            block = item.tag in _BOXES or not walk.block
            if block:
                walk.enter(item)
            else:
                walk.inline.append(item)
            stack.append((item, block))
            stack += reversed(item.children)
    walk.page.links = sorted((_place(walk.page, node, at), address, text) for node, at, address, text in walk.loose)
    return walk.page


def _place(page: Slots, node: Node, at: int) -> int:
    """The line a link belongs to: one of the lines of the innermost element around it that has any."""
    around = node.parent
    for _ in range(_MOST_AROUND):
        if around is None:
            break
        first, last = page.spans.get(id(around), (0, 0))
        if first < last:
            return max(first, min(at, last - 1))
        around = around.parent
    return at


def _pieces(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts of one line, cut where the style changes, but not behind "of" and its like.

    Running text stays whole but for a first part that stands out.
    """
    if len(runs) == 1:
        return [(" ".join(runs[0][0].split()), runs[0][1])]
    whole = " ".join("".join(t for t, _ in runs).split())
    if (len(runs) > 4 and not all(style for _, style in runs)) or len(whole) > _LONG:
        first, style = runs[0]
        if style and len(first) < 80 and len(runs) > 1 and not runs[1][1]:
            rest = " ".join("".join(t for t, _ in runs[1:]).split())
            return [(" ".join(first.split()), style), (rest, "")]
        return [(whole, "")]
    made: list[tuple[str, str]] = []
    for text, style in runs:
        if made and (_GLUE.match(text) or is_unfinished(made[-1][0])):
            made[-1] = (made[-1][0] + text, made[-1][1])
        else:
            made.append((text, style))
    return [(" ".join(t.split()), s) for t, s in made]


@remembered
def _last_three(path: str) -> str:
    return ">".join(path.split(">")[-3:])


def _named(node: Node) -> str:
    place = ""
    if node.tag == "td" and node.parent is not None:
        before = (child for child in node.parent.children[:_WIDEST] if isinstance(child, Node))
        place = str(next((at for at, child in enumerate(before) if child is node), _WIDEST))
    return _name_of(node.tag + "^" * node.head, node.attrs.get("class", ""), place)


@remembered
def _name_of(tag: str, classes: str, place: str) -> str:
    names = [c for c in classes.split() if not _NOISE.search(c)][:2]
    return ".".join([tag, *sorted([*names, place] if place else names)])
