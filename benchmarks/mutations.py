"""Pages written in other markup that shows a reader the same: what is read of them should not change either.

Each kind is a function that changes a tree in place; `mutate` does it to the text of a page. `mix1`, `mix2` … are three
kinds drawn by that number. Kinds of `surroundings.py` add what stands around programmes elsewhere.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from surroundings import kinds, surround

from scrapers._html.page import UNSEEN, Node, parse

Mutation = Callable[[Node], None]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TABLE = ("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "article", "section")
HOLD_TEXT = ("p", "div", "td", "th", "li", *HEADINGS, "section", "article")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = ("script", "style")
_INLINE = frozenset("a abbr b br em font i img small span strong sub sup time u".split())
_TELLS_SIGHT = re.compile(r"hid|none|sr-only|print|collaps")
_IN_STYLES = re.compile(r"[.#]([A-Za-z_-][\w-]*)")
_POINTERS = ("href", "for", "aria-controls", "aria-labelledby", "data-target", "data-bs-target")


def mutate(markup: str, kind: str) -> str:
    """The page in other markup, of a kind in `KINDS` or `surroundings.kinds()`, or `mixN`."""
    tree = parse(markup)
    named(kind)(tree)
    return written(tree)


def named(kind: str) -> Mutation:
    """The mutation of that name; `KeyError` where there is none."""
    if kind in kinds():
        return partial(surround, kind=kind)
    return mix(int(kind[3:])) if kind[:3] == "mix" and kind[3:].isdigit() else KINDS[kind]


def mix(seed: int) -> Mutation:
    """Three harmless kinds one after another, drawn by a number."""
    drawn = random.Random(seed).sample(HARMLESS, 3)  # noqa: S311 (a fixed draw)

    def run(tree: Node) -> None:
        for mutation in drawn:
            mutation(tree)

    return run


def written(tree: Node) -> str:
    """A tree as HTML; safe at any depth."""
    parts = ["<!DOCTYPE html>\n"]
    stack: list[Node | str] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        parts.append("".join([f"<{item.tag}", *(f' {name}="{escape(value)}"' for name, value in item.attrs.items()), ">"]))
        if item.tag not in _VOID:
            stack.append(f"</{item.tag}>")
            raw = item.tag in _RAW
            stack += [c if raw or isinstance(c, Node) else escape(c, quote=False) for c in reversed(item.children)]
    return "".join(parts)


def same(tree: Node) -> None:
    """Nothing but what writing a page anew does: what other kinds are measured against."""


def noclass(tree: Node) -> None:
    """No classes and no ids, but those that style sheets of the page, links in it, or what is hidden go by."""
    kept = _at_work(tree)
    for node in tree.walk():
        for name in ("class", "id"):
            words = [word for word in node.attrs.pop(name, "").split() if word in kept or _TELLS_SIGHT.search(word)]
            if words:
                node.attrs[name] = " ".join(words)


def rename(tree: Node) -> None:
    """Classes called something else, each by one name everywhere, but those that style sheets of the page go by."""
    kept, draw, names = _at_work(tree), random.Random(1), dict[str, str]()  # noqa: S311 (a fixed draw)
    for node in tree.walk():
        if node.classes:
            node.attrs["class"] = " ".join(
                word if word in kept or _TELLS_SIGHT.search(word) else names.setdefault(word, f"c{draw.randrange(10**5):05}")
                for word in node.classes
            )


def headdiv(tree: Node) -> None:
    """Headings as boxes that a style sheet elsewhere prints large."""
    for node in tree.find_all(*HEADINGS):
        node.attrs["class"] = f"{node.attrs.get('class', '')} x{node.tag}".strip()
        node.tag = "div"


def boldspan(tree: Node) -> None:
    """Bold text by style instead of by element."""
    for node in tree.find_all("b", "strong"):
        node.tag = "span"
        node.attrs["style"] = "font-weight:bold"


def boldplain(tree: Node) -> None:
    """Bold and italic text plain, or so by a style sheet elsewhere."""
    _retag(tree, ("b", "strong", "em", "i"), "span")


def wrap(tree: Node) -> None:
    """One box more around what each box holds."""
    for node in list(tree.find_all("div", "td", "li", "section", "article", "p")):
        if any(isinstance(c, Node) or c.strip() for c in node.children):
            _take_in(node, "span" if node.tag == "p" else "div", node.children)


def lidiv(tree: Node) -> None:
    """Lists, articles and sections as plain boxes."""
    _retag(tree, LISTS, "div")


def pdiv(tree: Node) -> None:
    """Paragraphs as plain boxes."""
    _retag(tree, ("p",), "div")


def tabdiv(tree: Node) -> None:
    """Tables without spans as boxes in boxes."""
    for table in list(tree.find_all("table")):
        cells = table.find_all("td", "th")
        if not table.find_all("table")[1:] and all(c.attrs.get(s, "1") == "1" for c in cells for s in ("rowspan", "colspan")):
            _retag(table, TABLE, "div")


def spanblock(tree: Node) -> None:
    """Every span another element that says as little."""
    _retag(tree, ("span",), "font")


def textspan(tree: Node) -> None:
    """Every text of a box in a span of its own, as site builders write."""
    for node in list(tree.find_all(*HOLD_TEXT)):
        node.children = [_made("span", node, [c]) if isinstance(c, str) and c.strip() else c for c in node.children]


def brdiv(tree: Node) -> None:
    """Lines parted by breaks as boxes of their own."""
    for node in list(tree.find_all("p", "div", "td", "li")):
        if not any(child.tag == "br" for child in node.elements) or not all(c.tag in _INLINE for c in node.elements):
            continue
        lines: list[list[Node | str]] = [[]]
        for child in node.children:
            if isinstance(child, Node) and child.tag == "br":
                lines.append([])
            else:
                lines[-1].append(child)
        node.tag = "div" if node.tag == "p" else node.tag
        node.children = [_made("div", node, line) for line in lines if any(isinstance(c, Node) or c.strip() for c in line)]


def pboxes(tree: Node) -> None:
    """Boxes of nothing but text with a paragraph inside."""
    for node in list(tree.find_all("div", "td", "th", "li")):
        own = any(isinstance(c, str) and c.strip() for c in node.children)
        if own and all(child.tag in _INLINE for child in node.elements):
            _take_in(node, "p", node.children)


def minify(tree: Node) -> None:
    """No white space between elements where the source breaks its lines."""
    for node in tree.walk():
        if node.tag not in (*UNSEEN, "pre"):
            node.children = [c for c in node.children if isinstance(c, Node) or c.strip() or "\n" not in c]


def nbsp(tree: Node) -> None:
    """One space in four between words one at which no line breaks."""
    draw = random.Random(2)  # noqa: S311 (a fixed draw)
    for node in tree.walk():
        if node.tag not in UNSEEN:
            node.children = [
                c if isinstance(c, Node) else re.sub(r"(?<=\w) (?=\w)", lambda _: "\xa0" if draw.random() < 0.25 else " ", c)
                for c in node.children
            ]


def nolink(tree: Node) -> None:
    """Links that lead nowhere: their text alone."""
    for node in tree.find_all("a"):
        node.tag = "span"
        node.attrs.pop("href", None)


def noimg(tree: Node) -> None:
    """No pictures, nor what their markup says of them."""
    for node in tree.find_all("img", "svg", "picture", "source"):
        node.tag, node.attrs, node.children = "span", {}, []


def soup(tree: Node) -> None:
    """A page of a site builder: no classes that tell, all boxes in boxes and texts in spans."""
    for mutation in (noclass, lidiv, pdiv, wrap, textspan):
        mutation(tree)


HARMLESS: tuple[Mutation, ...] = (
    noclass,
    rename,
    headdiv,
    boldspan,
    boldplain,
    wrap,
    lidiv,
    pdiv,
    tabdiv,
    spanblock,
    textspan,
    brdiv,
    pboxes,
    minify,
    nbsp,
    nolink,
    noimg,
)
KINDS: dict[str, Mutation] = {mutation.__name__: mutation for mutation in (same, *HARMLESS, soup)}


def _at_work(tree: Node) -> set[str]:
    """The classes and ids that style sheets of the page or links within it name."""
    names = {name for sheet in tree.find_all("style") for name in _IN_STYLES.findall(sheet.raw_text())}
    return names | {word.strip("#.") for node in tree.walk() for word in _pointed(node)}


def _pointed(node: Node) -> Iterator[str]:
    for name in _POINTERS:
        value = node.attrs.get(name, "")
        if name != "href" or value.startswith("#"):
            yield from value.split()


def _retag(tree: Node, tags: tuple[str, ...], tag: str) -> None:
    for node in tree.find_all(*tags):
        node.tag = tag


def _take_in(node: Node, tag: str, children: list[Node | str]) -> None:
    """Put all an element holds into one new element inside it."""
    node.children = [_made(tag, node, children)]


def _made(tag: str, parent: Node, children: list[Node | str]) -> Node:
    made = Node(tag, {}, parent)
    made.children = children
    for child in children:
        if isinstance(child, Node):
            child.parent = made
    return made
