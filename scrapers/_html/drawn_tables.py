"""Tables drawn with other elements: rows of blocks below a row that names what they hold become rows and cells.

Style sheets set `div`s side by side as a table does. What says so without them is a head: a row of short texts that names the
columns ("Time", "Title", "Speaker"), with rows of as many blocks, or of fewer, below.
"""

from __future__ import annotations

from collections.abc import Iterable

from scrapers._html.page import Node
from scrapers._language.fields import meanings
from scrapers._language.times import find_clocks

_BOXES = frozenset("div section article header main ul ol li dl dd dt".split())
_CELLS = frozenset("div section article header li dd dt".split())
_INLINE = frozenset("p a b strong em i span time h1 h2 h3 h4 h5 h6".split())
_UNDRAWN = frozenset("script style template hr br".split())
_HEADS, _MOST, _DEEPEST = 3, 24, 6
_LONGEST, _NEAR = 60, 8
_TIMES = frozenset(("time", "start", "date"))


def draw_tables(nodes: Iterable[Node]) -> None:
    """Make tables of the elements of a page, all in document order, that hold a head and its rows; linear, in place."""
    for around in nodes:
        before: Node | None = None
        for node in around.elements:
            if node.tag in _BOXES and len(node.children) > 1 and (rows := _rows(node, before)):
                if before is not None and rows[0] is _core(before):
                    around.children.remove(before)
                _draw(node, rows)
            before = node


def _rows(node: Node, before: Node | None) -> list[Node]:
    """What an element holds as rows, and the head where it stands in the element before it; none where it is no table."""
    if any(isinstance(child, str) and child.strip() for child in node.children):
        return []
    rows = [_core(child) for child in node.elements if child.tag not in _UNDRAWN]
    if len(rows) < 2 or any(row.tag not in _BOXES for row in rows):
        return []
    if before is not None and before.tag in _BOXES and _heads(head := _core(before), rows):
        return [head, *rows]
    return rows if any(_heads(row, rows[at:]) for at, row in enumerate(rows[:_HEADS], 1)) else []


def _core(node: Node) -> Node:
    """The element itself, or the innermost of those around all it holds."""
    for _ in range(_DEEPEST):
        inner = [c for c in node.children if isinstance(c, Node) or c.strip()]
        if len(inner) != 1 or not isinstance(inner[0], Node) or inner[0].tag not in _BOXES:
            break
        node = inner[0]
    return node


def _cells(row: Node) -> list[Node]:
    """The elements side by side in what may be a row; none where text or something else stands between them."""
    inner = [c for c in row.children if (c.tag not in _UNDRAWN if isinstance(c, Node) else c.strip())]
    cells = [c for c in inner if isinstance(c, Node) and (c.tag in _BOXES or c.tag in _INLINE)]
    return cells if len(cells) == len(inner) and 1 < len(cells) <= _MOST else []


def _heads(head: Node, below: list[Node]) -> bool:
    """Whether a row names what at least two further ones hold, none of which has more cells than it.

    It names two columns of rows as long as itself, or the first is that of times, or has no name and holds times.
    """
    texts = [cell.brief() for cell in _cells(head)]
    if len(set(texts)) < max(2, len(texts)) or max(map(len, texts)) > _LONGEST:
        return False
    rows = [cells for row in below if (cells := _cells(row))]
    if len(rows) < 2 or max(map(len, rows)) > len(texts):
        return False
    roles = [{m.role for kind in ("session", "person") for m in meanings(text, kind)[:1]} for text in texts]
    if (not texts[0] or not roles[0].isdisjoint(_TIMES)) and 2 * sum(_is_timed(row[0]) for row in rows) > len(rows):
        return True
    return sum(map(bool, roles)) > 1 and 2 * sum(len(row) == len(texts) for row in rows) >= len(rows)


def _is_timed(cell: Node) -> bool:
    return any(clock.at < _NEAR for clock in find_clocks(cell.brief()[:_LONGEST])[:1])


def _draw(node: Node, rows: list[Node]) -> None:
    """Make an element the table of rows; the last cell of a row stretches over the columns it has too few of."""
    width = max(len(_cells(row)) for row in rows)
    for row in rows:
        cells = _cells(row) or [_around(row.children, row)]
        row.tag, row.parent = "tr", node
        row.children = [_cell(cell, row) for cell in cells]
        cell = row.elements[-1]
        cell.attrs = {**cell.attrs, "colspan": str(width - len(cells) + 1)}
    node.tag, node.children = "table", list(rows)


def _cell(block: Node, row: Node) -> Node:
    cell = block if block.tag in _CELLS else _around([block], row)
    cell.tag = "td"
    return cell


def _around(children: list[Node | str], row: Node) -> Node:
    made = Node("td", {}, row)
    made.children = children
    for child in children:
        if isinstance(child, Node):
            child.parent = made
    return made
