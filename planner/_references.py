"""The last column of our own spreadsheets: which entry, person and event a row is about, so that nothing is doubled."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode

COLUMN = "Reference"
"""The heading of the column."""

_KNOWN = frozenset({"entry", "person", "other", "event", "keeps", "ask", "step"})


def write_reference(**ids: str | list[str] | None) -> str:
    """The ids as one text without spaces, `entry=...&person=...`; unknown ones are left out."""
    return urlencode({name: value for name, value in ids.items() if value}, doseq=True)


def read_reference(text: str) -> Mapping[str, list[str]]:
    """The ids a reference holds, each name with its values; nothing when it is not one of ours."""
    found = parse_qs(text.strip())
    return found if found and set(found) <= _KNOWN else {}
