"""Inline elements side by side in the source, as a browser shows them: hidden ones left out, touching ones parted.

Scripts and minifiers leave no white space between elements that style sheets set apart (`<span>Title</span><span>Name</span>`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scrapers._html.class_names import class_of, spell_shared
from scrapers._html.page import BLOCKS, UNSEEN, Node

_BRACE = re.compile(r"[{}]")
_CLASS = re.compile(r"\.([\w-]+)$")
_NONE = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_RECORDS = frozenset(("span", "a", "label"))
_INLINE = frozenset("span b i u a small label abbr cite mark time q".split())
_NAMED = re.compile(r"[A-Za-z]{3}")
_LONGEST_STYLE = 200_000
_TIP = 60
_FIRST = re.compile(
    r"(?:^|[^a-z])(?:first|given|fname|firstname|forename|vorname|prenom|nombre|nome|imie)(?![a-z])", re.IGNORECASE
)
_LAST = re.compile(
    r"(?:^|[^a-z])(?:last|family|lname|lastname|surname|nachname|nom|apellidos?|cognome|nazwisko)(?![a-z])", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_CLOCK = re.compile(r"[^a-z](?:time|hour|clock|uhrzeit|heure|hora|ora)(?![a-z])", re.IGNORECASE)
_HALVES = re.compile(r"\s*([01]?\d|2[0-3])\s*[.:h]?\s*([0-5]\d)\s*")
_PAPER = re.compile(r"visible-print(?:-\w+)*|print-only|only-print|show-for-print")
_ON_PAPER = re.compile(r"(?:print:|d-print-)(?!hidden|none).+")
_ON_SCREENS = re.compile(r"(?:(?:\d?xs|sm|md|lg|\d?xl):|d-(?:sm|md|lg|xx?l)-)(?!hidden|none).+")


def part_siblings(tree: Node) -> None:
    """Drop hidden copies and editions, and part touching inline elements; linear in the page, in place."""
    told = tree.find_all("h1", "style")
    hiding = _hiding_classes([n for n in told if n.tag == "style"])
    spell_shared(tree, hiding)
    years = set(_YEAR.findall(" ".join([n.text() for n in told if n.tag == "h1"][:2])))
    touching: dict[tuple[str, str], list[tuple[Node, int, str, str]]] = {}
    for node in tree.walk():
        if node.tag in UNSEEN or len(node.children) < 2:
            continue
        _drop_hidden(node, hiding, years)
        _part_tip(node)
        _join_names(node)
        _join_clock(node)
        _part_records(node)
        for at, one, two in _pairs(node):
            left, right = _edge(one, last=True), _edge(two, last=False)
            if left and right and _may_part(left, right):
                touching.setdefault((_kind(one), _kind(two)), []).append((node, at, left, right))
    wanted: dict[int, tuple[Node, list[tuple[int, str]]]] = {}
    for (one_kind, two_kind), places in touching.items():
        plain = sum(left[-1].isalpha() and right[0].islower() for _, _, left, right in places)
        named = one_kind != two_kind and all(_NAMED.search(kind.partition(".")[2]) for kind in (one_kind, two_kind))
        if (len(places) < 2 and not _are_phrases(*places[0][2:])) or (2 * plain > len(places) and not named):
            continue
        for node, at, left, right in places:
            styles = [(c.tag, class_of(c)) for c in node.children[at - 1 : at + 1] if isinstance(c, Node)]
            alike = styles[0] == styles[-1] and not (left[-1].isdigit() or right[0].isdigit())
            wanted.setdefault(id(node), (node, []))[1].append((at, "\n" if alike else " "))
    for node, cuts in wanted.values():
        for at, mark in sorted(cuts, reverse=True):
            node.children.insert(at, Node("br", {}, node) if mark == "\n" else mark)


def _hiding_classes(sheets: list[Node]) -> set[str]:
    """Classes that the page's own style sheets hide on every screen (rules within `@media` hide on some)."""
    hiding: set[str] = set()
    for style in sheets:
        text = style.raw_text()[:_LONGEST_STYLE]
        depth = begin = opened = 0
        for brace in _BRACE.finditer(text):
            if brace[0] == "{":
                opened = brace.start() if not depth else opened
                depth += 1
                continue
            depth = max(0, depth - 1)
            if not depth:
                if _NONE.search(text, opened, brace.start()) and "@" not in (selectors := text[begin:opened]):
                    hiding.update(found[1] for each in selectors.split(",") if (found := _CLASS.match(each.strip())))
                begin = brace.end()
    return hiding


def _drop_hidden(node: Node, hiding: set[str], years: set[str]) -> None:
    """Leave out hidden inline elements beside shown ones, sections of another year's event, what is only for paper.

    Panes of tabs and accordions are hidden too until they are clicked: other blocks stay.
    """
    node.children = [c for c in node.children if isinstance(c, str) or not _is_for_paper(c)]
    hidden = [c for c in node.children if isinstance(c, Node) and c.attrs and _is_hidden(c, hiding)]
    if not hidden:
        return
    gone = {id(c) for c in hidden if c.tag in _INLINE} if _shows(node, hidden) else set()
    gone |= {id(c) for c in hidden if c.tag not in _INLINE and years and (own := _heading_years(c)) and not own & years}
    node.children = [c for c in node.children if id(c) not in gone]


def _shows(node: Node, hidden: list[Node]) -> bool:
    """Whether an element shows an inline element with words beside its hidden ones."""
    away = {id(c) for c in hidden}
    return any(isinstance(c, Node) and c.tag in _INLINE and id(c) not in away and _edge(c, last=False) for c in node.children)


def _is_hidden(node: Node, hiding: set[str]) -> bool:
    if "hidden" in node.attrs or (hiding and not hiding.isdisjoint(node.classes)):
        return True
    style = node.attrs.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()


def _is_for_paper(node: Node) -> bool:
    """Whether its classes (Tailwind's, Bootstrap's and their like) show an element in print and on no screen."""
    names = node.attrs.get("class", "")
    if "print" not in names:
        return False
    hidden = any(name in ("hidden", "d-none") for name in names.split())
    shown = [bool(form.search(names)) for form in (_ON_PAPER, _ON_SCREENS)]
    return any(map(_PAPER.fullmatch, names.split())) or (hidden and shown == [True, False])


def _heading_years(node: Node) -> set[str]:
    """The years in the first heading of a section."""
    for below in node.walk():
        if below.tag in ("h1", "h2", "h3"):
            return set(_YEAR.findall(below.text()))
    return set()


def _part_tip(node: Node) -> None:
    """Set the text that a link shows when pointed at, an element behind its own words, on a line of its own."""
    if node.tag != "a":
        return
    *before, tip = [c for c in node.children if not isinstance(c, str) or c.strip()] or [""]
    stands_behind = isinstance(tip, Node) and tip.tag == "span" and before and isinstance(before[-1], str)
    if stands_behind and isinstance(tip, Node) and len(tip.text()) > _TIP:
        node.children.insert(node.children.index(tip), Node("br", {}, node))
        tip.attrs = {"class": "description", **tip.attrs}


def _part_records(node: Node) -> None:
    """Set inline elements of one kind that each hold a record, something set off and text, on lines of their own."""
    shown = [(at, c) for at, c in enumerate(node.children) if isinstance(c, Node) or c.strip()]
    pairs = [
        at for (_, one), (at, two) in pairwise(shown)
        if isinstance(one, Node) and isinstance(two, Node) and one.tag in _RECORDS and _kind(one) == _kind(two)
        and _is_record(one) and _is_record(two)
    ]  # fmt: skip
    for at in reversed(pairs):
        node.children.insert(at, Node("br", {}, node))


def _is_record(node: Node) -> bool:
    """Whether an inline element begins with something set off and goes on behind it, or breaks its line."""
    told = [c for c in node.children if (_told(c) if isinstance(c, Node) else c.strip())]
    first = told[0] if len(told) > 1 else ""
    breaks = any(isinstance(c, Node) and c.tag == "br" for c in told[1:-1])
    return breaks or (isinstance(first, Node) and first.tag in _INLINE)


def _told(node: Node) -> bool:
    """Whether an element ends a line or begins with words."""
    return node.tag == "br" or bool(_edge(node, last=False).strip())


def _join_names(node: Node) -> None:
    """Put a given name and a surname that stand in elements of their own into one."""
    if sum(isinstance(c, Node) and c.tag == "span" for c in node.children) < 2:
        return
    for at in range(len(node.children) - 1, 0, -1):
        if at >= len(node.children):  # names behind were put into one
            continue
        first = at - 1 if isinstance(node.children[at - 1], Node) else at - 2
        one, two = node.children[first] if first >= 0 else "", node.children[at]
        if (
            isinstance(one, Node) and isinstance(two, Node) and one.tag == two.tag == "span"
            and _FIRST.search(one.attrs.get("class", "")) and _LAST.search(two.attrs.get("class", ""))
            and (first == at - 1 or not str(node.children[at - 1]).strip())
        ):  # fmt: skip
            name = Node("span", {"class": "name"}, node)
            name.children = [" ".join(f"{one.text()} {two.text()}".split())]
            node.children[first : at + 1] = [name]


def _join_clock(node: Node) -> None:
    """Put an hour and minutes set apart by their look alone (`<time>09<span>30</span></time>`) into one clock."""
    parts = [c for c in node.children if not isinstance(c, str) or c.strip()]
    if len(parts) != 2 or not isinstance(parts[1], Node) or (node.tag != "time" and not _CLOCK.search(_kind(node))):
        return
    halves = _HALVES.fullmatch(" ".join(p.text() if isinstance(p, Node) else p for p in parts))
    if halves:
        node.children = [f"{halves[1]}:{halves[2]}"]


def _pairs(node: Node) -> Iterator[tuple[int, Node, Node]]:
    """Inline elements that touch: no text, not even a blank, between them; with the place of the second."""
    for at in range(1, len(node.children)):
        one, two = node.children[at - 1], node.children[at]
        if isinstance(one, Node) and isinstance(two, Node) and one.tag in _INLINE and two.tag in _INLINE:
            yield at, one, two


def _edge(node: Node, *, last: bool) -> str:
    """The first or last piece of text in an inline element; empty when it holds none or a block."""
    for _ in range(6):
        inner: Node | str | None = None
        for child in reversed(node.children) if last else node.children:
            if isinstance(child, Node) and (child.tag in BLOCKS or child.tag == "br"):
                return ""
            if isinstance(child, Node) or child:
                inner = child
                break
        if inner is None or isinstance(inner, str):
            return inner or ""
        node = inner
    return ""


def _may_part(left: str, right: str) -> bool:
    """Whether two texts that touch may be words of their own: not the digits of one number, not a word and its stop."""
    if (
        left[-1].isspace()
        or right[0].isspace()
        or left[-1] in "([{«„“‘/-–—&@#'’"
        or not (right[0].isalnum() or right[0] in '“„«"(')
    ):
        return False
    if left[-1].isdigit() and right[0].isdigit():
        return len(left) > 3 and len(right) > 2
    return len(left.strip()) > 1 or left[-1].isdigit()


def _are_phrases(left: str, right: str) -> bool:
    """Whether two texts that touch are too much to be halves of one word: words, then a capital."""
    return " " in left.strip() and " " in right.strip() and left[-1].islower() and right[0].isupper()


def _kind(node: Node) -> str:
    return f"{node.tag}.{node.attrs.get('class', '')}"
