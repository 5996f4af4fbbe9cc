"""XML that holds a text rather than records (TEI, outlines in OPML), as the page it stands for.

Elements become those of HTML that look alike. Who is meant by a pointer ("#AB" in `resp`, `who`, `ref`) is printed: the one who
has that id, or these initials among the people the document names.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from scrapers._found import fold
from scrapers._html.page import Node

_TAGS = {
    "head": "h2", "title": "h2", "p": "p", "ab": "p", "item": "li", "list": "ul", "row": "tr", "cell": "td", "table": "table",
    "lb": "br", "label": "dt", "ref": "a", "ptr": "a",
    **dict.fromkeys(("hi", "emph", "name", "persName", "orgName", "date", "time", "q", "quote", "foreign"), "span"),
}  # fmt: skip
_PEOPLE = {"author", "persName", "person", "editor", "respStmt"}
_POINTERS = ("resp", "who", "ref", "corresp")
_LEFT_OUT = {"teiHeader"}
_ROOTS = {"tei", "teicorpus", "opml"}


def page_of_xml(tree: Node) -> str | None:
    """The page a document of text stands for, None for other XML."""
    root = tree.elements[0]
    if root.tag.lower() not in _ROOTS:
        return None
    title = next((node.text() for node in root.walk() if node.tag.lower() == "title"), "")
    body = "".join(_printed(root, _People(root)))
    return f"<html><head><title>{html.escape(title)}</title></head><body><h1>{html.escape(title)}</h1>{body}</body></html>"


class _People:
    """Those a document names where it tells who wrote it, by id and by initials."""

    def __init__(self, root: Node) -> None:
        self._known: dict[str, str] = {}
        named = [node for node in root.walk() if node.tag in _PEOPLE and (name := node.text()) and len(name) < 60]
        for node in named:
            initials = "".join(word[0] for word in fold(node.text()).split())
            self._known[initials] = "" if self._known.get(initials, node.text()) != node.text() else node.text()
        for node in named:
            if key := node.attrs.get("id"):
                self._known[key.casefold()] = node.text()

    def meant(self, node: Node) -> list[str]:
        """The names of all whom an element's pointers mean; none where one of them means nobody known."""
        pointers = [p for name in _POINTERS for p in node.attrs.get(name, "").split() if p.startswith("#")]
        names = [self._known.get(pointer[1:].casefold(), "") for pointer in pointers]
        return names if all(names) else []


def _printed(node: Node, people: _People) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield html.escape(child)
        elif child.tag == "outline":
            lines = [child.attrs.get(name, "") for name in ("text", "_note")]
            yield "<div>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
            yield from _printed(child, people)
            yield "</div>"
        elif child.tag not in _LEFT_OUT and (node.tag != "opml" or child.tag == "body"):
            tag = _tag(child)
            yield f'<a href="{html.escape(child.attrs.get("target", ""))}">' if tag == "a" else f"<{tag}>"
            yield from _printed(child, people)
            if names := people.meant(child):
                yield f"<div>{html.escape(', '.join(names))}</div>"
            yield f"</{tag}>" if tag != "br" else ""


def _tag(node: Node) -> str:
    """The element of HTML that looks like one of a text."""
    beside = node.parent.children if node.tag == "item" and node.parent is not None else ()
    return "dd" if any(isinstance(n, Node) and n.tag == "label" for n in beside[:2]) else _TAGS.get(node.tag, "div")
