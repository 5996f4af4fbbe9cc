"""XML as nested data: attributes and child elements as fields. No entities of the document's own, bounded depth and count."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from scrapers._html.page import Node

MAX_DEPTH = 100
MAX_ELEMENTS = 1_000_000
_WRITINGS = frozenset(("text", "html", "xhtml", "string", "xs:string", "xsd:string", "text/html", "text/plain"))


class BadXml(ValueError):
    """The XML cannot be read, or not safely."""


def xml_tree(data: bytes) -> Node:
    """The document as a tree of elements, namespaces left off their names and their attributes'. Raises BadXml."""
    root = Node("", {}, None)
    open_: list[Node] = [root]
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(open_) > MAX_DEPTH or count > MAX_ELEMENTS:
            raise BadXml("it is nested too deeply or has too many elements")
        node = Node(tag.rpartition(":")[2], {k.rpartition(":")[2]: v for k, v in attributes.items()}, open_[-1])
        open_[-1].children.append(node)
        open_.append(node)

    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _tag: open_.pop() and None
    parser.CharacterDataHandler = lambda text: open_[-1].children.append(text)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as problem:  # LookupError: an encoding nobody knows
        raise BadXml(str(problem)) from problem
    return root


def _parser() -> expat.XMLParserType:
    """A parser that refuses entities of the document's own, with which a small file grows without bound."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    parser.buffer_text = True
    return parser


def _refuse(*_: Any) -> None:
    raise BadXml("it declares entities of its own, which is not safe to read")


def xml_data(data: bytes) -> dict[str, Any]:
    """The document as `{root tag: [...]}`; an element with only text is that text. Raises BadXml.

    Elements with attributes or children always stand in a list, so that one child and several look the same; text beside
    attributes is called `name`. Namespaces are left off.
    """
    builder = _Builder()
    parser = _parser()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as problem:  # LookupError: an encoding nobody knows
        if not builder.root:
            raise BadXml(str(problem)) from problem
        builder.close()
    return builder.root


def _only_writing(fields: dict[str, Any]) -> bool:
    """Whether attributes only say how a text is written (`<title type="text">`)."""
    return all(name in ("lang", "space") or (name == "type" and value in _WRITINGS) for name, value in fields.items())


class _Builder:
    """Collects elements as they open and close."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self._open: list[tuple[str, dict[str, Any], list[str]]] = []
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise BadXml("it is nested too deeply or has too many elements")
        self._open.append((tag.rpartition(":")[2], {k.rpartition(":")[2]: v for k, v in attributes.items()}, []))

    def text(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def end(self, _tag: str) -> None:
        tag, fields, texts = self._open.pop()
        text = "".join(texts).strip()
        value: Any = fields
        if not fields or (text and _only_writing(fields)):
            value = text
        elif text:
            fields.setdefault("name", text)
        parent = self._open[-1][1] if self._open else self.root
        if isinstance(value, dict) or not self._open:
            before = parent.setdefault(tag, [])
            if isinstance(before, list):
                before.append(value)
        elif tag not in parent:
            parent[tag] = value
        elif isinstance(parent[tag], list):
            parent[tag].append(value)
        elif parent[tag] != value:
            parent[tag] = [v for v in (parent[tag], value) if v]

    def close(self) -> None:
        """End what a broken document leaves open."""
        while self._open:
            self.end("")
