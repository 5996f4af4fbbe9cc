"""XML whose elements are no fields: Apple's property lists and Excel's XML spreadsheets, as the data they stand for."""

from __future__ import annotations

from typing import Any

from scrapers._html.page import Node
from scrapers._structured.xml import xml_data, xml_tree
from scrapers._tables.tables import records_of

_MOST_COLUMNS = 400


def data_of_xml(data: bytes) -> dict[str, Any]:
    """The document as nested data. Raises BadXml."""
    found = xml_data(data)
    if "plist" in found:
        return {"plist": [_value(node) for node in _elements(_elements(xml_tree(data))[0])]}
    if "Workbook" in found:
        sheets = [node for node in xml_tree(data).walk() if node.tag == "Worksheet"]
        return {f"{sheet.attrs.get('Name', 'rows')} {n}": records_of(_rows(sheet)) for n, sheet in enumerate(sheets)}
    return found


def _elements(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node)]


def _value(node: Node) -> Any:
    """What an element of a property list holds: a map of keys with the value behind each, a list, or a text."""
    inside = _elements(node)
    if node.tag == "dict":
        pairs = zip(inside[::2], inside[1::2], strict=False)
        return {key.text(): _value(value) for key, value in pairs if key.tag == "key"}
    if node.tag == "array":
        return [_value(child) for child in inside]
    return node.tag == "true" if node.tag in ("true", "false") else node.raw_text().strip()


def _rows(sheet: Node) -> list[list[Any]]:
    """The rows of a sheet; a cell may say in which column it stands, counted from 1."""
    rows: list[list[Any]] = []
    for row in (node for node in sheet.walk() if node.tag == "Row"):
        cells: list[Any] = []
        for cell in (child for child in _elements(row) if child.tag == "Cell"):
            index = cell.attrs.get("Index", "")
            place = int(index) - 1 if index.isdecimal() and len(index) < 4 else len(cells)
            cells += [""] * min(place - len(cells), _MOST_COLUMNS)
            cells.append(next((child.raw_text().strip() for child in _elements(cell) if child.tag == "Data"), ""))
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
