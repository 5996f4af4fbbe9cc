"""Data without the wrappings that platforms put around it, so that one reader serves all.

Undone here: JSON:API and Strapi (`attributes`, `relationships`), Contentful and Airtable (`fields`), GraphQL (`edges`, `node`,
Apollo's `__ref`), Firestore's typed values, WordPress's `rendered`, MongoDB's `$date`, texts in several languages, and columns
given as parallel arrays or maps from numbers, JSON that stands as text, references by place (`#/speakers/3`), Sanity's
documents and references, Notion's typed properties, and rows of cells under a header.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from scrapers._language.fields import LANGUAGES, holding, roles_in
from scrapers._language.stamps import stamp_of
from scrapers._language.times import clock_head
from scrapers._tables.beside import beside_in, parted
from scrapers._tables.tables import records_of

MAX_DEPTH = 60
MAX_VALUES = 3_000_000

_SINGLE = frozenset(
    "rendered stringValue integerValue doubleValue booleanValue timestampValue referenceValue nullValue "
    "$date $oid $numberLong #text cdata __cdata plain_text".split()
)


_OPENING = frozenset("{[$#")
_SHORTEST = 60
"""Characters of JSON that stands as text, at least."""
_REFERENCE = re.compile(r"(?:\$\w{0,9}[(.\[]|#/)[\w\"'\]\[./ -]{1,200}\)?")
_STEP = re.compile(r"(?<!\$)\b(?:[A-Za-z_]\w*|\d{1,6})")
_MOST_FOLLOWED = 3
"""So many references in one another are followed."""
_NUMBER = re.compile(r"\d{1,2}")
_FEWEST_LINES, _LONGEST_LINE, _MOST_PARTS = 3, 300, 8
_TONGUE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,10}){0,2}|und|[a-z]{2}-informal")
_COLUMN = re.compile(r"[^\W\d_]{2,20}(?:[ _-]?\d{1,2}|[ _-][A-Za-z])")
"""The name of one of several tracks or rooms ("track1", "room_b")."""
_OWN_FIELDS = ("node", "_source", "attributes", "fields", "properties")
_FURTHER_FIELDS = ("acf", "extendedProps", "extended_props", "custom_fields", "customFields")
"""Parts of a record that hold its fields, or further ones of its publisher's own."""
_PAIR_NAMES, _PAIR_VALUES = ("meta_key", "key", "field", "name", "label"), ("meta_value", "value", "answer")
"""What a field's name and its value are called where records tell their fields as pairs of both."""
_MOST_IN_PAIR = 4
_TRANSLATED = frozenset(
    "i18n l10n translations translation localizations localization localized traductions traducciones".split()
)
_DIGITS = re.compile(r"(?:0[5-9]|1\d|2[0-3])[0-5][05]")
"""A clock of four digits."""


class TooManyValues(ValueError):
    """The data holds more values than can be read safely."""


def simplify(data: Any) -> Any:
    """The same data with wrappings undone. Parts nested deeper than any agenda are left out. Raises TooManyValues."""
    return _Simplifier(data).value(data, 0)


class _Simplifier:
    def __init__(self, data: Any) -> None:
        self._left = MAX_VALUES
        self._roots = [data, *(data.values() if isinstance(data, dict) else ())]
        self._followed = 0

    def value(self, value: Any, depth: int) -> Any:
        if isinstance(value, str) and value[:1] in _OPENING:
            return self._text(value, depth)
        if not isinstance(value, dict | list | tuple):
            return value
        self._left -= len(value) + 1
        if self._left < 0:
            raise TooManyValues
        if depth > MAX_DEPTH:
            return None
        if isinstance(value, list | tuple):
            if all(map(_is_pair, value)) and len(value) > 1:
                return self.value(dict(value), depth + 1)
            if (rows := _rows_among(value)) and (records := records_of(_cells(rows))):
                return records
            if value and all(isinstance(item, dict) and isinstance(item.get("plain_text"), str) for item in value):
                return "".join(item["plain_text"] for item in value)
            if _are_lines(value):
                return [{"title": line} for line in value]
            if beside := beside_in(key for item in value if isinstance(item, dict) for key in item):
                value = [parted(item, beside) if isinstance(item, dict) else item for item in value]
            return [self.value(item, depth + 1) for item in value if not _is_draft(item)]
        return self._record(value, depth)

    def _text(self, text: str, depth: int) -> Any:
        """What a text holds that is JSON, or the record it refers to by its place; else the text."""
        if len(text) > _SHORTEST and text[0] in "{[":
            try:
                return self.value(json.loads(text, strict=False), depth + 1)
            except (ValueError, RecursionError):
                return text
        steps = _STEP.findall(text) if _REFERENCE.fullmatch(text) else []
        for root in self._roots if steps and self._followed < _MOST_FOLLOWED else ():
            if isinstance(target := _at_place(root, steps), dict):
                self._followed += 1
                try:
                    return self.value(target, depth + 1)
                finally:
                    self._followed -= 1
        return text

    def _record(self, value: dict[Any, Any], depth: int) -> Any:
        value = _under_clocks({str(key): item for key, item in value.items()})
        if rows := _rows_below_days(value):
            return self.value(rows, depth + 1)
        if value and all(_NUMBER.fullmatch(key) and isinstance(item, str) for key, item in value.items()):
            return [self.value(item, depth + 1) for item in value.values()]
        if len(value) <= 3:
            for key in _SINGLE & value.keys():
                return self.value(value[key], depth + 1)
            if "arrayValue" in value:
                return self.value((value["arrayValue"] or {}).get("values") or [], depth + 1)
            if "mapValue" in value:
                return self.value((value["mapValue"] or {}).get("fields") or {}, depth + 1)
            if isinstance(place := value.get("$ref"), str) and isinstance(target := self.value(place, depth + 1), dict):
                return target
            for key in ("__ref", "_ref"):
                if key in value:
                    return value[key]
            if isinstance(kind := value.get("type"), str) and kind in value:
                return self.value(value[kind], depth + 1)
        if isinstance(rows := _sheet_rows(value), list):
            return self.value(rows, depth + 1)
        for name in ("edges", "nodes"):
            if isinstance(value.get(name), list) and not {"title", "name"} & value.keys():
                return self.value(value[name], depth + 1)
        value = _merged(value)
        value = parted(value, beside_in(value))
        record = {key: self.value(_bare_members(key, item), depth + 1) for key, item in value.items()}
        record = _with_pairs(_of_parts(_in_one_language(_with_translations(record))))
        return _in_rows(_by_columns(_beside_times(record)))


def _bare_members(name: str, items: Any) -> Any:
    """The members of a list without the name of each that wraps it (`"events": [{"event": {...}}, ...]`)."""
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) and len(item) == 1 for item in items):
        return items
    (own,) = items[0]
    bare = [item.get(own) for item in items]
    wrapped = isinstance(own, str) and own != name and name.lower().startswith(own.lower()[:-1]) and len(own) > 1
    return bare if wrapped and all(isinstance(item, dict) for item in bare) else items


def _is_pair(item: Any) -> bool:
    """Whether a member of a list is a key and its record, as maps are written (`new Map([["ana", {...}]])`)."""
    return isinstance(item, list) and len(item) == 2 and isinstance(item[0], str) and isinstance(item[1], dict)


def _are_lines(value: Sequence[Any]) -> bool:
    """Whether a list is one of lines with clocks ("09:30 Bees (Ann Archer)")."""
    if len(value) < _FEWEST_LINES or not all(isinstance(item, str) and len(item) < _LONGEST_LINE for item in value):
        return False
    clocked = sum(0 < clock_head(item) < len(item) - 3 for item in value)
    return clocked * 3 >= 2 * len(value)


def _at_place(root: Any, steps: Sequence[str]) -> Any:
    """What stands in data behind some names and numbers, None where nothing does."""
    for step in steps:
        if isinstance(root, list) and step.isdecimal() and int(step) < len(root):
            root = root[int(step)]
        elif isinstance(root, dict) and step in root:
            root = root[step]
        else:
            return None
    return root


def _merged(value: dict[str, Any]) -> dict[str, Any]:
    """The record with the parts of it that hold its own fields brought up."""
    for part in (*_OWN_FIELDS, *_FURTHER_FIELDS):
        inner = value.get(part)
        if isinstance(inner, dict) and inner and (part in _FURTHER_FIELDS or len(value) <= 8):
            told = {str(k): v for k, v in inner.items()}
            value = {k: v for k, v in value.items() if k != part}
            value = {**told, **value} if part in _FURTHER_FIELDS[1:] else {**value, **told}
            if part == "attributes" and isinstance(value.get("type"), str):
                value = {**value, "__typename": value["type"]}
    inner = value.get("name")
    inner = inner[0] if isinstance(inner, list) and len(inner) == 1 else inner  # as elements of XML stand
    if isinstance(inner, dict) and _is_name(inner):
        value = {**{k: v for k, v in value.items() if k != "name"}, **{str(k): v for k, v in inner.items()}}
    relations = value.get("relationships")
    if isinstance(relations, dict):
        related = {str(k): v["data"] if isinstance(v, dict) and "data" in v else v for k, v in relations.items()}
        value = {**{k: v for k, v in value.items() if k != "relationships"}, **related}
    if isinstance(value.get("_type"), str) and "_id" in value:
        value = {**value, "__typename": value["_type"]}
    if isinstance(value.get("sys"), dict) and "id" not in value and "id" in value["sys"]:
        value = {**value, "id": value["sys"]["id"]}
    return value


def _is_name(value: dict[str, Any]) -> bool:
    """Whether a record is nothing but the parts of a person's name."""
    return {"first", "last"} <= roles_in(value, "person") <= {"first", "middle", "last"}


def _is_draft(item: Any) -> bool:
    """Whether a document of a content store is one not yet published."""
    return isinstance(item, dict) and isinstance(item.get("_id"), str) and item["_id"].startswith("drafts.")


def _sheet_rows(value: dict[str, Any]) -> list[list[Any]] | None:
    """The rows of a spreadsheet that was asked for as data (`{"cols": [{"label"}], "rows": [{"c": [{"v", "f"}]}]}`)."""
    columns, rows = value.get("cols"), value.get("rows")
    if not isinstance(columns, list) or not isinstance(rows, list) or not all(isinstance(c, dict) for c in columns):
        return None
    head = [str(column.get("label") or "") for column in columns]
    below = [row["c"] for row in rows if isinstance(row, dict) and isinstance(row.get("c"), list)]
    cells = [[(c.get("f") or c.get("v")) if isinstance(c, dict) else c for c in row] for row in below]
    return [head, *cells] if any(head) else cells


def _rows_among(value: Sequence[Any]) -> list[list[Any]]:
    """The rows of cells a list consists of; a text, or a record of one, among several rows is a row of its own ("Part 2")."""
    rows = [item if isinstance(item, list) else [_only_text(item)] for item in value]
    held = sum(isinstance(item, list) for item in value)
    if held < 2 or (held < len(rows) and (3 * held < 2 * len(rows) or not all(row[0] for row in rows if len(row) == 1))):
        return []
    return rows if held == len(rows) or all(_is_flat(row) for row in rows) else []


def _only_text(item: Any) -> Any:
    item = next(iter(item.values())) if isinstance(item, dict) and len(item) == 1 else item
    return item if isinstance(item, str) else None


def _is_flat(row: list[Any]) -> bool:
    return not any(isinstance(cell, dict | list) for cell in row)


def _cells(rows: Sequence[list[Any]]) -> list[list[Any]]:
    return [["" if isinstance(cell, dict | list) or cell is None else cell for cell in row] for row in rows]


def _with_translations(record: dict[str, Any]) -> dict[str, Any]:
    """The record with what it says in the first of several languages brought up (`"i18n": {...}`, `"translations": [...]`)."""
    for key in [key for key in record if key.lower() in _TRANSLATED]:
        items = record[key] if isinstance(record[key], list) else [record[key]]
        if items and all(isinstance(item, dict) for item in items):
            record = {**{k: v for k, v in items[0].items() if k != "id"}, **{k: v for k, v in record.items() if k != key and v}}
        elif len(record) == 1 and isinstance(record[key], str):
            return {"name": record[key]}
    return record


def _in_one_language(record: dict[str, Any]) -> Any:
    """A text in several languages as the first of them; fields kept apart by language brought up into the record."""
    tongues = [key for key in record if key.lower() in LANGUAGES]
    if not tongues:
        return record
    if all(isinstance(v, str | None) for v in record.values()) and all(map(_TONGUE.fullmatch, record)):
        return next((v for v in record.values() if v), None)
    for key in tongues:
        if isinstance(record[key], dict):
            for name, item in record[key].items():
                record.setdefault(name, item)
    if any(isinstance(record[key], dict) for key in tongues):
        return {key: item for key, item in record.items() if key not in tongues or not isinstance(item, dict)}
    return record


def _under_clocks(value: dict[str, Any]) -> dict[str, Any]:
    """A map from clocks to what takes place then (`{"0930": "Opening", "1000": {"title": ...}}`), all of it as records."""
    keys = list(value)
    if not keys or not keys[0][:1].isdigit():
        return value
    digits = [_DIGITS.fullmatch(key) for key in keys]
    if all(digits) and len(keys) > 2:
        value = {f"{key[:2]}:{key[2:]}": item for key, item in value.items()}
    elif not all((stamp := stamp_of(key)) and stamp.clock is not None and stamp.day is None for key in keys):
        return value
    return {key: {"title": item} if isinstance(item, str) else item for key, item in value.items()}


def _rows_below_days(value: dict[str, Any]) -> list[list[Any]] | None:
    """Rows of cells below their dates (`{"2026-05-01": [["09:00", "Opening"], ...]}`) as the rows of one table."""
    rows: list[list[Any]] = []
    for key, items in value.items():
        stamp = stamp_of(key) if key[:1].isdigit() and isinstance(items, list) else None
        if stamp is None or stamp.day is None or not items or not all(isinstance(item, list) for item in items):
            return None
        rows += [[key], *items]
    return rows


def _by_columns(record: Any) -> Any:
    """What a slot holds in numbered tracks or rooms (`{"time": "10:00", "track1": "Robots", "track2": ...}`) as records."""
    if not isinstance(record, dict) or len(record) > 40:
        return record
    columns = {key: item for key, item in record.items() if _COLUMN.fullmatch(key) and holding(key) in ("rooms", "tracks")}
    known = roles_in(record.keys() - columns.keys())
    if len(columns) < 2 or not known & {"start", "time"} or not all(isinstance(item, str | dict) for item in columns.values()):
        return record
    held = [{"track": key, **(item if isinstance(item, dict) else {"title": item})} for key, item in columns.items() if item]
    return {**{key: item for key, item in record.items() if key not in columns}, "sessions": held}


def _with_pairs(record: Any) -> Any:
    """The record with the fields of its own that it tells as pairs (`"meta": [{"key": "speaker", "value": "Ann Archer"}]`)."""
    for item in list(record.values()) if isinstance(record, dict) else ():
        if isinstance(item, list) and item and all(isinstance(pair, dict) and len(pair) <= _MOST_IN_PAIR for pair in item):
            for pair in item:
                name = next((pair[key] for key in _PAIR_NAMES if isinstance(pair.get(key), str)), None)
                value = next((pair[key] for key in _PAIR_VALUES if key in pair), None)
                if name and value not in (None, ""):
                    record.setdefault(name, value)
    return record


def _beside_times(record: Any) -> Any:
    """What rooms or tracks hold at each of a list of times (`{"times": ["9:00", ...], "rooms": {"A": ["Robots", ...]}}`)."""
    times = _times_of(record) if isinstance(record, dict) else []
    for key, rooms in record.items() if len(times) > 1 else ():
        kind = {"rooms": "room", "tracks": "track"}.get(holding(key) or "")
        columns = list(rooms.items()) if kind and isinstance(rooms, dict) else []
        if columns and all(isinstance(column, list) and len(column) == len(times) for _, column in columns):
            held = [
                {"time": clock, kind: name, **(item if isinstance(item, dict) else {"title": item})}
                for name, column in columns
                for clock, item in zip(times, column, strict=True)
                if item
            ]
            return {**{k: v for k, v in record.items() if k != key and v is not times}, "sessions": held}
    return record


def _times_of(record: dict[str, Any]) -> list[Any]:
    """The list of clocks that a record holds, empty where it holds none."""
    lists = (v for v in record.values() if isinstance(v, list) and v and all(isinstance(t, str) for t in v))
    return next((v for v in lists if all((s := stamp_of(t)) and s.clock is not None and s.day is None for t in v)), [])


def _of_parts(record: Any) -> Any:
    """A record whose fields stand in parts (`{"slot": {"start": ...}, "content": {"title": ...}}`), as one."""
    if not isinstance(record, dict) or len(record) > _MOST_PARTS:
        return record
    parts = [item for item in record.values() if isinstance(item, dict)]
    own = {key: item for key, item in record.items() if not isinstance(item, dict)}
    keys = [*own, *(key for part in parts for key in part)]
    if len(parts) < 2 or 2 * len(parts) <= len(record) or len(set(keys)) != len(keys):
        return record
    told = list(map(roles_in, parts))
    when, what = ({i for i, roles in enumerate(told) if roles & wanted} for wanted in ({"start", "time"}, {"title"}))
    if not when or not what or when & what or {"start", "time", "title"} & roles_in(own):
        return record
    return {**own, **{key: item for part in parts for key, item in part.items()}}


def _in_rows(record: Any) -> Any:
    """Columns given as parallel arrays (`{"title": [...], "start": [...]}`) as a list of records."""
    if not isinstance(record, dict) or not 2 <= len(record) <= 40:
        return record
    columns = {key: item for key, item in record.items() if isinstance(item, list) and len(item) > 1}
    if len(columns) < 2 or len(columns) < len(record) - 2 or len({len(c) for c in columns.values()}) != 1:
        return record
    flat = all(not isinstance(item, dict) for column in columns.values() for item in column)
    known = roles_in(columns)
    if not flat or not known & {"start", "time", "date"} or "title" not in known:
        return record
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
