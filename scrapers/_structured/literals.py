"""Data written into JavaScript, found: object and array literals by the names they are given.

Each is read as JSON when it is JSON, else by a small tolerant reader that runs over the text once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scrapers._language.times import clock_head
from scrapers._structured.components import components_in
from scrapers._structured.expressions import Expressions, Names
from scrapers._structured.literal_reader import NotLiteral, Reader

MIN_LENGTH = 40
"""Shorter literals hold no agenda."""
_FEWEST_LINES = 3
_GROWTH, MIN_BUDGET = 10, 20_000
"""What names stand for may be so many times as long as the script itself, and a little more."""

_OPENED = r"|\(|\breturn|\bdefault|^|[,;=])\s{0,99})(?=[\[{])"
_NAME = r"(?:(?:(?<![\w$])(?P<name>[\w$]{1,60})[\"']?\]?"
_TYPE = r"(?:\s{0,9}:\s{0,9}[A-Za-z_$][\w$.]{0,60}(?:<[^=;\n]{0,80}>)?(?:\[\]){0,3}(?=\s{0,9}=))?"
_CALLING = r"(?:\s{0,9}(?:new\s{1,9})?[\w$.]{1,60}(?:<[^()=;\n]{0,80}>)?\()?"
_OPENING = re.compile(_NAME + r"\s{0,9}[=:]" + _OPENED, re.M)
_TYPED_OPENING = re.compile(_NAME + _TYPE + r"\s{0,9}[=:]" + _CALLING + _OPENED, re.M)
"""The same in files people write: a name may be followed by its type, data by what wraps it (`ref<Talk[]>([`)."""
_CONSTANT = re.compile(
    r"\b(?:const|let|var)\s{1,9}(?P<name>[\w$]{1,60})"
    + _TYPE
    + r"\s{0,9}=\s{0,9}(?:(?=[\"'`])|(?P<number>\d{1,9})\s{0,9}(?=[;\n]))"
)
_ENUM = re.compile(r"\benum\s{1,9}(?P<name>[\w$]{1,60})\s{0,9}\{(?P<members>[^{}]{0,4000})\}")
_FUNCTION = re.compile(
    r"\b(?:function\s{1,9}(?P<name>[\w$]{1,60})\s{0,9}|(?:const|let|var)\s{1,9}(?P<other>[\w$]{1,60})\s{0,9}=\s{0,9})"
    r"\((?P<list>[^(){}]{3,400})\)(?=\s{0,9}[{:=])"
)
_PARAMETER = re.compile(r"(?:^|,)\s*([A-Za-z_$][\w$]*)")
_PARSED = re.compile(r"(?:(?P<name>[\w$]{1,60})\s{0,9}[=:]\s{0,9})?JSON\.parse\(\s{0,9}(?=[\"'`])")
_DECODER = json.JSONDecoder(strict=False)


def literals_in(script: str, *, resolve: bool = False) -> Iterator[tuple[str, Any]]:
    """The outermost object and array literals of a script with the names they are given ("" for none), in its order.

    What `JSON.parse("...")` holds comes first. Work stays in proportion to the script's length whatever is in it. With
    `resolve` a name stands for the text or literal it was given further up, as in a file people write by hand; what is only
    a part of another literal, or says nothing of its own, is left out.
    """
    yield from _parsed(script)
    if not resolve:
        yield from ((name, value) for name, value, _ in _outermost(script, None))
        return
    names = Names(dict(_constants_in(script)), dict(_parameters_in(script)), budget=_GROWTH * len(script) + MIN_BUDGET)
    lined = ((name, _clocked(text)) for name, text in names.values.items() if isinstance(text, str))
    yield from ((name, lines) for name, lines in lined if lines)
    found = list(_outermost(script, names))
    used = {name for _, _, reader in found if reader is not None and reader.own for name in reader.used}
    for name, value, reader in found:
        if name not in used and (reader is None or reader.own):
            yield name, value
    if elements := components_in(script, names):
        yield "components", elements


def _clocked(text: str) -> list[str]:
    """The lines of a text that is an agenda, most of them beginning with a clock."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] if text.count("\n") >= _FEWEST_LINES else []
    return lines if sum(bool(clock_head(line)) for line in lines) * 3 >= 2 * len(lines) else []


def _parsed(script: str) -> Iterator[tuple[str, Any]]:
    """What stands as text in calls of `JSON.parse`, by the names it is given."""
    for match in _PARSED.finditer(script) if "JSON.parse" in script else ():
        try:
            text, _ = Reader(script).string(match.end())
            value = json.loads(text, strict=False)
        except (NotLiteral, ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            yield match["name"] or "", value


def _outermost(script: str, names: Names | None) -> Iterator[tuple[str, Any, Expressions | None]]:
    """The outermost literals by name, with what read their expressions; each is added to the names."""
    budget = (2 if names is None else 8) * len(script)
    pattern = _OPENING if names is None else _TYPED_OPENING
    at, last = 0, None
    while budget > 0 and (opening := pattern.search(script, at)):
        start = opening.end()
        reader = None if names is None else Expressions(script, names)
        try:
            value, at = literal_at(script, start, reader)
        except NotLiteral as problem:
            budget -= 4 * (problem.reached - start) + 50
            at = start + 1
            continue
        if names is not None and opening["name"]:
            names.values[opening["name"]] = value
        if at - start >= MIN_LENGTH or (names is not None and _goes_on(value, last)):
            last = value
            yield opening["name"] or "", value, reader


def _goes_on(value: Any, last: Any) -> bool:
    """Whether a short record is one more of those that are added one by one (`agenda.push({...})`)."""
    return isinstance(value, dict) and isinstance(last, dict) and len(value) > 1 and list(value)[:2] == list(last)[:2]


def _constants_in(script: str) -> Iterator[tuple[str, Any]]:
    """Names that a script gives to texts and numbers, and its enumerations."""
    for match in _CONSTANT.finditer(script):
        if match["number"]:
            yield match["name"], int(match["number"])
            continue
        try:
            yield match["name"], Reader(script).string(match.end())[0]
        except NotLiteral:
            continue
    for match in _ENUM.finditer(script):
        members = (member.partition("=")[::2] for member in match["members"].split(","))
        yield match["name"], {name.strip(): text.strip(" \n\t\"'`") or name.strip() for name, text in members}


def _parameters_in(script: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The functions of a script with the names of their parameters."""
    for match in _FUNCTION.finditer(script):
        parameters = tuple(_PARAMETER.findall(match["list"]))
        if len(parameters) > 1:
            yield match["name"] or match["other"], parameters


def literal_at(script: str, start: int, reader: Reader | None = None) -> tuple[Any, int]:
    """The literal that begins at `start`, and where it ends; `reader` reads what is no JSON. Raises NotLiteral."""
    try:
        value, end = _DECODER.raw_decode(script, start)
    except RecursionError:
        raise NotLiteral(len(script)) from None
    except ValueError:
        return (reader or Reader(script)).value(start, 0)
    if isinstance(reader, Expressions):
        reader.own += 1
    return value, end
