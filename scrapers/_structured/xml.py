"""XML as nested data: attributes and child elements as fields. No entities of the document's own, bounded depth and count."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from scrapers._html.page import Node
from scrapers._tables.tables import records_of

MAX_DEPTH = 100
MAX_ELEMENTS = 1_000_000
_MOST_COLUMNS = 400
_WRITINGS = frozenset(("text", "html", "xhtml", "string", "xs:string", "xsd:string", "text/html", "text/plain"))


class BadXml(ValueError):
    """The XML cannot be read, or not safely."""


def xml_tree(data: bytes) -> Node:
    """The document as a tree of elements, namespaces left off their names and their attributes'. Raises BadXml.

    What stands behind the end of its outermost element is left out.
    """
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

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _tag: open_.pop() and None
    parser.CharacterDataHandler = lambda text: open_[-1].children.append(text)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as problem:  # LookupError: an encoding nobody knows
        if len(open_) > 1 or not root.elements:
            raise BadXml(str(problem)) from problem
    return root


def _refuse(*_: Any) -> None:
    """Refuse entities of the document's own, with which a small file grows without bound."""
    raise BadXml("it declares entities of its own, which is not safe to read")


def data_of_xml(tree: Node) -> dict[str, Any]:
    """A document as nested data: `{root tag: [...]}`; property lists and Excel's XML spreadsheets as the data they stand for.

    An element with only text is that text. Those with attributes or children always stand in a list, so that one child and
    several look the same; text beside attributes is called `name`.
    """
    root = tree.elements[0]
    if root.tag == "plist":
        return {"plist": [_listed(node) for node in root.elements]}
    if root.tag == "Workbook":
        sheets = tree.find_all("Worksheet")
        return {f"{sheet.attrs.get('Name', 'rows')} {n}": records_of(_rows(sheet)) for n, sheet in enumerate(sheets)}
    return _fields(tree)


def _fields(node: Node) -> dict[str, Any]:
    """The attributes and child elements of an element."""
    found: dict[str, Any] = dict(node.attrs)
    for child in node.elements:
        value = _value(child)
        if isinstance(value, dict) or node.parent is None:
            before = found.setdefault(child.tag, [])
            if isinstance(before, list):
                before.append(value)
        elif child.tag not in found:
            found[child.tag] = value
        elif isinstance(found[child.tag], list):
            found[child.tag].append(value)
        elif found[child.tag] != value:
            found[child.tag] = [v for v in (found[child.tag], value) if v]
    return found


def _value(node: Node) -> Any:
    fields = _fields(node)
    text = "".join(part for part in node.children if isinstance(part, str)).strip()
    if not fields or (text and _only_writing(fields)):
        return text
    return fields if not text else {"name": text, **fields} if "name" not in fields else fields


def _only_writing(fields: dict[str, Any]) -> bool:
    """Whether attributes only say how a text is written (`<title type="text">`)."""
    return all(name in ("lang", "space") or (name == "type" and value in _WRITINGS) for name, value in fields.items())


def _listed(node: Node) -> Any:
    """What an element of a property list holds: a map of keys with the value behind each, a list, or a text."""
    inside = node.elements
    if node.tag == "dict":
        pairs = zip(inside[::2], inside[1::2], strict=False)
        return {key.text(): _listed(value) for key, value in pairs if key.tag == "key"}
    if node.tag == "array":
        return [_listed(child) for child in inside]
    return node.tag == "true" if node.tag in ("true", "false") else node.raw_text().strip()


def _rows(sheet: Node) -> list[list[Any]]:
    """The rows of a sheet; a cell may say in which column it stands, counted from 1."""
    rows: list[list[Any]] = []
    for row in sheet.find_all("Row"):
        cells: list[Any] = []
        for cell in (child for child in row.elements if child.tag == "Cell"):
            index = cell.attrs.get("Index", "")
            place = int(index) - 1 if index.isdecimal() and len(index) < 4 else len(cells)
            cells += [""] * min(place - len(cells), _MOST_COLUMNS)
            cells.append(next((child.raw_text().strip() for child in cell.elements if child.tag == "Data"), ""))
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
