"""Tables with a column of given names and one of family names ("Vorname", "Name"), whose cells are put together."""

from __future__ import annotations

from scrapers._html.page import Node
from scrapers._language.fields import meanings
from scrapers._language.namelike import looks_like_name

_LONGEST = 30
_HEADS = 3
"""The head stands in one of so many rows."""
_NAME, _SHARE = 0.5, 0.6


def join_name_columns(rows: list[list[Node]]) -> None:
    """Move given names before the family names of their rows where a head tells the two columns; in place.

    Rows of another number of cells than the head's are left as they are, and so is a table most of whose pairs are no names.
    """
    for number, head in enumerate(rows[:_HEADS]):
        first = _column_of(head, "first")
        last = next((at for role in ("last", "name") if (at := _column_of(head, role)) not in (None, first)), None)
        if first is None or last is None:
            continue
        below = [(row[first], row[last]) for row in rows[number + 1 :] if len(row) == len(head)]
        pairs = [(given, family) for given, family in below if _is_word(given) and _is_word(family)]
        named = sum(looks_like_name(f"{given.brief()} {family.brief()}") >= _NAME for given, family in pairs)
        if named >= _SHARE * len(pairs) > 0:
            for given, family in pairs:
                _join(given, family)
            head[last].children, head[first].children = ["Name"], []
        return


def _column_of(head: list[Node], role: str) -> int | None:
    """The cell of a head that names the role, given or family names; the one that tells of it best."""
    ranks = [
        (meaning.rank, at)
        for at, cell in enumerate(head)
        if 0 < len(text := cell.brief().strip(" :*")) < _LONGEST
        for meaning in meanings(text, "person")
        if meaning.role == role
    ]
    return min(ranks)[1] if ranks else None


def _is_word(cell: Node) -> bool:
    return 0 < len(text := cell.brief()) < _LONGEST and not any(c.isdigit() for c in text)


def _join(given: Node, family: Node) -> None:
    family.children = [f"{given.brief()} {family.brief()}"]
    given.children = []
