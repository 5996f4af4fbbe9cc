"""Clocks of records made plain before anything is decided about them: digits and numbers as clocks, clocks before titles."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from scrapers._language.fields import meanings, words_of
from scrapers._language.times import clock_head, clock_text
from scrapers._structured.nodes import Node

_SAMPLE = 300
_LEAST_CLOCKS = 3
"""So many titles must begin with a clock before it is cut off."""
_DIGITS = re.compile(r"(?:[01]?\d|2[0-3])[0-5][05]")
_HOURS = re.compile(r"(?P<name>[A-Za-z_ ]{0,20}?)_?[Hh](?:ours?|rs?)?")
_MINUTES = re.compile(r"(?P<name>[A-Za-z_ ]{0,20}?)_?[Mm](?:in(?:ute)?s?)?")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DAYS = (36_000, 60_000)
_EPOCH = datetime(1899, 12, 30)
_HOUR = re.compile(r"1?\d|2[0-3]")
_DECIMAL = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def spell_clocks(nodes: list[Node]) -> None:
    """Put the colon into clocks written as digits ("0930", 1315) or numbers (9.3), where all values of a field are such."""
    _join_numbers(nodes)
    for key in {key for node in nodes[:_SAMPLE] for key in node.value}:
        if not any(m.role in ("start", "end", "time", "date") and m.of == "session" for m in meanings(key, "session")[:2]):
            continue
        values = [value for node in nodes if (value := node.value.get(key)) not in (None, "")]
        if {"minute", "minutes", "min"} & set(words_of(key)) and all(
            isinstance(value, int) and value < 2880 for value in values
        ):
            for node in nodes:
                if isinstance(value := node.value.get(key), int):
                    node.value[key] = clock_text(value)
            continue
        if all(map(_is_serial, values)) and (any(value % 1 for value in values) or min(values, default=0) > 1):
            for node in nodes:
                if _is_serial(value := node.value.get(key)):
                    node.value[key] = _of_serial(value)
            continue
        values = _with_minutes(nodes, key, values)
        in_hours = _are_hours([value for value in values if isinstance(value, float)])
        spelt = {str(value): clock for value in values if (clock := _clock_of(value, in_hours=in_hours))}
        plain = {text for text, clock in spelt.items() if ":" in text}
        if len(values) > 1 and spelt.keys() == set(map(str, values)) and spelt.keys() - plain and not _are_years(spelt):
            for node in nodes:
                if text := spelt.get(str(node.value.get(key))):
                    node.value[key] = text


def _is_serial(value: Any) -> TypeGuard[float]:
    """Whether a number can be a moment of a spreadsheet: a part of a day, or days since 1900 of our times."""
    return isinstance(value, int | float) and not isinstance(value, bool) and (0 <= value < 1 or _DAYS[0] < value < _DAYS[1])


def _of_serial(value: float) -> str:
    moment = _EPOCH + timedelta(minutes=round(value * 1440))
    return f"{moment:%H:%M}" if value < 1 else f"{moment:%Y-%m-%d}" if value == int(value) else f"{moment:%Y-%m-%dT%H:%M}"


def _join_numbers(nodes: list[Node]) -> None:
    """Write clocks given in two numbers as clocks: `[9, 30]`, `{"hour": 9, "minute": 30}`, "startHour" beside "startMin"."""
    for key in {key for node in nodes[:_SAMPLE] for key in node.value}:
        pairs = [(node, _pair(node.value[key])) for node in nodes if node.value.get(key) not in (None, "")]
        if len(pairs) > 1 and all(clock for _, clock in pairs):
            for node, clock in pairs:
                node.value[key] = clock
        elif (hours := _HOURS.fullmatch(key)) and (minutes := _minutes_beside(nodes, key)):
            name = hours["name"].rstrip("_ ") or "start"
            for node in nodes:
                if clock := _pair([node.value.get(key), node.value.get(minutes)]):
                    node.value.setdefault(name, clock)


def _minutes_beside(nodes: list[Node], key: str) -> str | None:
    """The field of the minutes that belongs to a field of hours ("startHour": "startMin")."""
    stem = _HOURS.sub(r"\g<name>", key).lower()
    names = {k for node in nodes[:_SAMPLE] for k in node.value}
    return next((k for k in names if (match := _MINUTES.fullmatch(k)) and match["name"].lower() == stem), None)


def _pair(value: Any) -> str | None:
    """The clock of an hour and minutes."""
    if isinstance(value, dict) and len(value) == 2:
        low = {str(key).lower().rstrip("s"): item for key, item in value.items()}
        value = [low.get("hour", low.get("h")), low.get("minute", low.get("min", low.get("m")))]
    if not isinstance(value, list) or len(value) != 2 or not all(type(part) is int for part in value):
        return None
    return f"{value[0]:02d}:{value[1]:02d}" if 0 <= value[0] < 24 and 0 <= value[1] < 60 else None


def _with_minutes(nodes: list[Node], key: str, values: list[Any]) -> list[Any]:
    """The values of a field, bare hours written as clocks in the records where most of the others are clocks ("10", "9:30")."""
    clocks = sum(isinstance(value, str) and _CLOCK.fullmatch(value) is not None for value in values)
    if not clocks < len(values) < 2 * clocks:
        return values
    for node in nodes:
        if isinstance(value := node.value.get(key), str) and _HOUR.fullmatch(value):
            node.value[key] = f"{value}:00"
    return [value for node in nodes if (value := node.value.get(key)) not in (None, "")]


def _are_hours(values: list[float]) -> bool:
    """Whether numbers count hours (9.5 is half past nine), not hours and minutes (9.3, as YAML gives back 9.30)."""
    return {round(value % 1, 3) for value in values} <= {0, 0.25, 0.5, 0.75} and any(value % 1 for value in values)


def _clock_of(value: Any, *, in_hours: bool) -> str | None:
    """The clock a value stands for: 930, "0930", 9.3."""
    if isinstance(value, float):
        text = f"{int(value)}.{round(value % 1 * 60):02d}" if in_hours else f"{value:.2f}"
        if in_hours:
            return text.replace(".", ":") if _DECIMAL.fullmatch(text) else None
        return text.replace(".", ":") if _DECIMAL.fullmatch(text) and abs(float(text) - value) < 1e-9 else None
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if _DIGITS.fullmatch(text):
        return f"{text[:-2]}:{text[-2:]}"
    return text if _CLOCK.fullmatch(text) else None


def _are_years(spelt: dict[str, str]) -> bool:
    return all(text.isdigit() and 1900 <= int(text) <= 2100 for text in spelt)


def cut_clocks(nodes: list[Node]) -> None:
    """Give records their clocks that stand at the head of their titles ("14:00-14:30 Welcome"), where most do."""
    for key in {key for node in nodes[:_SAMPLE] for key in node.value}:
        if not any(m.role == "title" and m.of == "session" for m in meanings(key, "session")[:2]):
            continue
        titled = [(node, text) for node in nodes if isinstance(text := node.value.get(key), str) and text.strip()]
        if len(titled) < _LEAST_CLOCKS or not any(text[:1].isdigit() for _, text in titled[:20]):
            continue
        cut = [(node, text, head) for node, text in titled if (head := clock_head(text))]
        if len(cut) >= _LEAST_CLOCKS and len(cut) * 2 > len(titled):
            for node, text, head in cut:
                node.value[key] = text[head:].lstrip(" \t\n-–—:|,.")
                node.value.setdefault("time", text[:head].strip())
