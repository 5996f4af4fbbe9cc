"""How text in a Word document is set: by its style, by those the style is based on, and by its own properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scrapers._html.page import Node

_HEADING = re.compile(r"heading (\d)")
_OFF = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: `level` of a heading, depth in a list (`listed`), size in half points; 0 is none or unknown.

    `style` is the name of the style a paragraph was given, `place` where its lines stand when not at the left.
    """

    style: str = ""
    level: int = 0
    listed: int = 0
    bold: bool = False
    slanted: bool = False
    hidden: bool = False
    raised: bool = False
    size: int = 0
    colour: str = ""
    place: str = ""


class Styles:
    """The styles of a document; an empty tree stands for none."""

    def __init__(self, tree: Node) -> None:
        self._styles = {node.attrs.get("styleId", ""): node for node in tree.find_all("style")}
        self._usual = next(
            (
                k
                for k, s in self._styles.items()
                if s.attrs.get("type") == "paragraph" and s.attrs.get("default") in ("1", "true")
            ),
            None,
        )
        self._plain = Look()
        for node in (node for top in tree.find_all("docDefaults") for node in top.find_all("rPr", "pPr")):
            self._plain = changed(self._plain, node)
        self._known: dict[tuple[Look, str | None], Look] = {}

    def of_paragraph(self, paragraph: Node) -> Look:
        """The look of a paragraph and of the text in it that has none of its own."""
        given = child(paragraph, "pPr")
        return changed(self.applied(self._plain, value(given, "pStyle") or self._usual), given)

    def applied(self, look: Look, key: str | None) -> Look:
        """A look as a style and those it is based on change it."""
        found = self._known.get((look, key))
        if found is None:
            found = look
            for style in self._chain(key):
                name = (value(style, "name") or "").lower()
                heading = _HEADING.match(name)
                found = changed(changed(found, child(style, "pPr")), child(style, "rPr"))
                found = replace(found, style=name, level=int(heading[1]) if heading else 1 if name == "title" else found.level)
            self._known[look, key] = found
        return found

    def _chain(self, key: str | None) -> list[Node]:
        """A style behind those it is based on."""
        chain: list[Node] = []
        while key in self._styles and self._styles[key] not in chain:
            chain.append(self._styles[key])
            key = value(chain[-1], "basedOn")
        return chain[::-1]


def child(node: Node | None, tag: str) -> Node | None:
    """The first child with a tag."""
    return next((c for c in node.elements if c.tag == tag), None) if node else None


def value(node: Node | None, tag: str) -> str | None:
    """What the first child with a tag says."""
    found = child(node, tag)
    return found.attrs.get("val") if found else None


def changed(look: Look, properties: Node | None) -> Look:
    """A look as the properties of a paragraph or of a run change it."""
    for node in properties.children if properties else ():
        if isinstance(node, Node):
            look = _changed(look, node)
    return look


def _changed(look: Look, node: Node) -> Look:
    told = node.attrs.get("val", "")
    match node.tag:
        case "b":
            return replace(look, bold=told not in _OFF)
        case "i":
            return replace(look, slanted=told not in _OFF)
        case "vanish":
            return replace(look, hidden=told not in _OFF)
        case "vertAlign":
            return replace(look, raised=told == "superscript")
        case "sz":
            return replace(look, size=_digits(told))
        case "color":
            return replace(look, colour="" if told in ("auto", "000000") else told)
        case "jc":
            return replace(look, place=told if told in ("center", "right", "end") else "")
        case "outlineLvl":
            return replace(look, level=_digits(told) % 9 + 1 if told != "9" else 0)
        case "numPr":
            return replace(look, listed=0 if value(node, "numId") == "0" else min(_digits(value(node, "ilvl") or ""), 8) + 1)
    return look


def _digits(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
