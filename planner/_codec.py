"""Flat frozen dataclasses to plain JSON values and back; unknown keys are ignored, so that older programs read newer data."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def _defaults(kind: Hashable) -> dict[str, Any]:
    """The fields of a dataclass and their defaults (MISSING where a value is needed)."""
    every = fields(kind)  # type: ignore[arg-type]
    return {f.name: f.default_factory() if f.default_factory is not MISSING else f.default for f in every}


def plain(value: Any) -> dict[str, Any]:
    """The fields of a dataclass as JSON values, those at their default left out (so a default, once kept, must not change)."""
    kind: Any = type(value)
    found = {name: (getattr(value, name), default) for name, default in _defaults(kind).items()}
    return {name: _plain(v) for name, (v, default) in found.items() if v != default}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def pack(value: Any) -> str:
    """The fields of a dataclass as JSON text; equal values give equal text."""
    return dump(plain(value))


def dump(data: Any) -> str:
    """JSON text, the same for equal values, in ASCII: half a surrogate pair or a null on a page must not stop a database."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"))


def unpack(kind: type[T], data: Mapping[str, Any]) -> T:
    """A dataclass from JSON values. Raises ValueError or TypeError when a needed field is missing or wrong."""
    known: Mapping[str, Any] = _defaults(kind)  # type: ignore[arg-type]
    return kind(**{name: tuple(v) if type(v) is list else v for name, v in data.items() if name in known})
