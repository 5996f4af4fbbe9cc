"""Frozen dataclasses to plain JSON values and back; unknown keys are ignored, so that older programs read newer data."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def _field_names(kind: Hashable) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind))  # type: ignore[arg-type]


def _names(kind: Any) -> frozenset[str]:
    return _field_names(kind)


def pack(value: Any) -> str:
    """The fields of a dataclass as JSON text, those at their default left out; equal values give equal text."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> dict[str, Any]:
    """The fields of a flat dataclass as JSON values, None, empty text and empty lists left out."""
    found = {name: getattr(value, name) for name in _names(type(value))}
    return {name: _plain(v) for name, v in found.items() if v is not None and v != "" and v != () and v != {}}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def unpack(kind: type[T], data: Mapping[str, Any]) -> T:
    """A dataclass from JSON values. Raises ValueError or TypeError when a needed field is missing or wrong."""
    known = _names(kind)
    return kind(**{name: tuple(v) if type(v) is list else v for name, v in data.items() if name in known})
