"""Literals of files people write by hand, which refer to each other: names, spreads, calls, templates, elements of JSX.

Nothing is run. A name stands for the text or literal it was given further up, a call for what it is given, an element for its
text; any other code is passed over up to the next comma or bracket, its value being unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scrapers._language.fields import holding
from scrapers._structured.literal_reader import NotLiteral, Reader

_WORD = re.compile(r"[\w$]+")
_STEP = re.compile(r"\s*(?:\?\.|\.)\s*(?P<name>[A-Za-z_$][\w$]*)|\?\.(?=\[)")
_SIGNS = re.compile(r"[^\"'`/()\[\]{},;]+")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`", re.S)
_PATTERN = re.compile(r"/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.){0,100}+\]){1,200}+/[a-z]{0,8}")
_COMMENT = re.compile(r"//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/")
_TAG = re.compile(r"<(?P<end>/?)[\w.]*+(?:[^<>\"'{}/]|/(?!>)|\"[^\"]*+\"|'[^']*+'|\{(?:[^{}]|\{[^{}]*+\})*+\})*+(?P<alone>/?)>")
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li)\b")
_SHOWN = re.compile(r"\{\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)\s*\}|\{[^{}]*\}")
_PART = re.compile(r"\$\{([^{}]*)\}")
_PATH = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_KIND = re.compile(r"<[^<>()=;\n]{1,80}>(?=\()")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_KEEPS = frozenset(
    "filter sort reverse slice concat map flat flatMap trim toUpperCase toLowerCase toString toISOString".split()
)
"""Methods whose result says the same as what they are called on."""
_MOST_SCALARS = 12


class _Unbalanced(NotLiteral):
    """A bracket that never closes: whatever stands around it is no literal either."""


@dataclass(slots=True)
class Names:
    """What the names of a file stand for: its texts and literals, and the parameters of its functions.

    `budget` is how much, in characters and entries, names may still stand for: lists that are made of each other twice over
    grow without bound. Beyond it a name stands for nothing.
    """

    values: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    budget: int = 1_000_000
    _sizes: dict[int, tuple[Any, int]] = field(default_factory=dict)

    def spent(self, value: Any) -> Any:
        """A value that a name stands for, None where that would be more than is left."""
        size = self._size(value)
        if size > self.budget:
            return None
        self.budget -= size
        return value

    def _size(self, value: Any) -> int:
        """How large a value is with all that it holds, each list and map of it reckoned once."""
        if isinstance(value, str):
            return len(value) + 1
        if not isinstance(value, dict | list):
            return 1
        if id(value) not in self._sizes:
            held = value.values() if isinstance(value, dict) else value
            self._sizes[id(value)] = value, 1 + sum(map(self._size, held))
        return self._sizes[id(value)][1]


class Expressions(Reader):
    """Reads literals that hold expressions; `used` are the names that stand in them whole, `own` counts what they say."""

    def __init__(self, script: str, names: Names) -> None:
        super().__init__(script)
        self._names = names
        self.used: set[str] = set()
        self.own = 0

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        """The value that begins at a place, with what is done to it behind. Raises NotLiteral."""
        at = self._skip(at)
        char = self._char(at)
        if char == "<":
            value, at = self._element(at)
        elif char == "(":
            value, at = self.value(at + 1, depth + 1)
            at = self._skip(at)
            if self._char(at) != ")":
                raise NotLiteral(at)
            at += 1
        else:
            value, at = super().value(at, depth)
        self.own += char in "\"'`<" or char.isdigit()
        return self._changed(value, at, depth, choice=char == "{") if depth else (value, at)

    def _changed(self, value: Any, at: int, depth: int, *, choice: bool = False) -> tuple[Any, int]:
        """A value with the steps into it, the calls of its methods and the texts added to it.

        All of a `choice` that is written out stays where it is unknown which is meant: `{de: […], en: […]}[language]`.
        """
        while (char := self._char(self._skip(at))) and char in ".[?!+":
            if step := _STEP.match(self._script, at):
                at = step.end()
                if self._char(at) == "(":
                    value, at = (value if step["name"] in _KEEPS else None), self.past(at + 1, ")") + 1
                else:
                    value = value.get(step["name"]) if isinstance(value, dict) else None
            elif self._char(at) == "[":
                place, at = super().value(at, depth + 1)
                value = value if choice and place == [None] else _at(value, place)
            elif char == "+":
                more, at = self.value(self._skip(at) + 1, depth + 1)
                value = f"{value}{more}" if all(isinstance(v, str | int | float) for v in (value, more)) else value
            elif char == "!" and self._char(at) == "!" and self._char(at + 1) != "=":
                at += 1
            else:
                break
        return value, at

    def _text(self, at: int) -> tuple[str, int]:
        """A string; in a template the names are replaced by what they stand for."""
        text, end = self.string(at)
        if self._char(at) == "`" and "${" in text:
            text = _PART.sub(lambda part: self._shown(part[1].strip()), text)
        return text, end

    def _shown(self, expression: str) -> str:
        """What a place of a template shows: a text in quotes, or what a name stands for; nothing where that is unknown."""
        if expression[:1] in ("'", '"') and expression[:1] == expression[-1:]:
            return expression[1:-1]
        if not _PATH.fullmatch(expression):
            return ""
        value: Any = self._names.values
        for step in expression.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return str(self._names.spent(value) or "") if isinstance(value, str | int | float) else ""

    def _name(self, word: str, at: int, depth: int) -> tuple[Any, int]:
        """A word: a constant, a name and what it stands for, or a call and what it is given."""
        if word in ("true", "false", "null", "undefined", "NaN", "Infinity"):
            return super()._name(word, at, depth)
        if word in ("function", "class", "async", "await", "typeof") or self._script.startswith("=>", self._skip(at)):
            raise NotLiteral(at)
        if word == "new":
            match = _WORD.match(self._script, self._skip(at))
            return self._name(match[0], match.end(), depth) if match else (None, at)
        value = self._names.values.get(word)
        whole = True
        while step := _STEP.match(self._script, at):
            if not step["name"]:
                break
            value, callee, whole = (value.get(step["name"]) if isinstance(value, dict) else None), step["name"], False
            if step["name"] in _KEEPS and self._char(step.end()) == "(":
                return self._names.spent(self._names.values.get(word)), at
            word, at = callee, step.end()
        if self._char(at) == "<" and (kind := _KIND.match(self._script, at)):
            at = kind.end()
        if self._char(at) == "(":
            given: list[Any] = []
            at = self._members(at + 1, ")", lambda at: self._or_past(given, at, depth))
            return self._called(word, given), at
        value = self._names.spent(value)
        if whole and value is not None:
            self.used.add(word)
        return value, at

    def _called(self, name: str, given: Sequence[Any]) -> Any:
        """What a call says: its parameters by name, the moment of a date, the one thing it is given, or all in a list."""
        if (parameters := self._names.parameters.get(name)) and len(given) > 1:
            return _moment(given) or dict(zip(parameters, given, strict=False))
        if name in ("Date", "UTC") and len(given) > 2 and all(isinstance(v, int) for v in given):
            return _date(given, "Z" if name == "UTC" else "")
        if (
            name == "Map"
            and given
            and isinstance(given[0], list)
            and all(isinstance(v, list) and len(v) == 2 for v in given[0])
        ):
            return {str(key): value for key, value in given[0]}
        if len(given) > 1 and (moment := _moment(given)):
            return moment
        held = [value for value in given if isinstance(value, dict | list) and value]
        if held and isinstance(given[0], str) and len(held) == 1 and len(given) < 4:
            head = {name if holding(name) in ("days", "rooms", "tracks") else "argument": given[0]}
            return {**head, **held[0]} if isinstance(held[0], dict) else {**head, "items": held[0]}
        if held:
            return held[0]
        return _Given(given) if 2 < len(given) <= _MOST_SCALARS else given[0] if given else None

    def _entry(self, found: dict[str, Any], at: int, depth: int) -> int:
        """Read one entry: a key and its value, a spread, a name alone that stands for itself, or a method, passed over."""
        if self._script.startswith("...", at):
            spread: list[Any] = []
            at = self._or_past(spread, at + 3, depth)
            if spread and isinstance(spread[0], dict):
                found.update(spread[0])
            return at
        key, at = self._key(at, depth)
        at = self._skip(at)
        char = self._char(at)
        if char == ":" or self._script.startswith("?:", at):
            held: list[Any] = []
            at = self._or_past(held, at + 1, depth)
            found[key] = _plain(held[0])
        elif char in ",}" and char:
            found[key], _ = self._name(key, at, depth)
        elif char == "(" or key in ("get", "set", "async", "static"):
            at = self.past(at, ",}")
        else:
            raise NotLiteral(at)
        return at

    def _take(self, found: list[Any], at: int, depth: int) -> int:
        """Read one member of an array, or the members of one that is spread into it."""
        if not self._script.startswith("...", at):
            at = self._or_past(found, at, depth)
            found[-1] = list(found[-1]) if isinstance(found[-1], _Given) else found[-1]
            return at
        spread: list[Any] = []
        at = self._or_past(spread, at + 3, depth)
        inner = spread[0]
        found += inner if isinstance(inner, list) else list(inner.values()) if isinstance(inner, dict) else []
        return at

    def _or_past(self, found: list[Any], at: int, depth: int) -> int:
        """Read a value into a list, None where it is other code, which is passed over."""
        try:
            value, end = self.value(at, depth + 1)
            behind = self._behind(end)
            while behind != end and (further := self._behind(behind)) != behind:
                behind = further
            if self._char(behind) in ",]})" or (isinstance(value, dict) and self._char(behind) == "{"):
                found.append(value)
                return behind
            kept = value if self._script.startswith(("||", "??"), behind) else None
        except _Unbalanced:
            raise
        except NotLiteral:
            if self._char(at) in "{[":
                raise
            behind, kept = at, None
        found.append(kept)
        return self.past(behind, ",]})")

    def past(self, at: int, ends: str) -> int:
        """The place of the next of some signs that stands in no bracket, text or comment opened from here on."""
        depth = 0
        while True:
            if match := _SIGNS.match(self._script, at):
                at = match.end()
            char = self._char(at)
            if not depth and char and char in ends:
                return at
            if not char or (not depth and char in ";)]}"):
                raise _Unbalanced(at)
            if char in "\"'`":
                match = _QUOTED.match(self._script, at)
                at = match.end() if match else at + 1
            elif char == "/":
                match = _COMMENT.match(self._script, at) or _PATTERN.match(self._script, at)
                at = match.end() if match else at + 1
            else:
                depth += (char in "([{") - (char in ")]}")
                at += 1

    def _element(self, at: int) -> tuple[str | None, int]:
        """The text of an element of JSX, its tags taken off (`<>Salt<br />and sand</>`)."""
        depth, start, parts = 0, at, list[str]()
        while match := _TAG.match(self._script, at):
            depth += 0 if match["alone"] else -1 if match["end"] else 1
            parts.append("\n" if _BREAK.match(self._script, at) else "")
            at = match.end()
            if depth <= 0:
                text = "".join(parts).strip()
                return text or None, at
            following = self._script.find("<", at)
            if following < 0:
                raise _Unbalanced(len(self._script))
            parts.append(_SHOWN.sub(lambda shown: shown[1] or shown[2] or shown[3] or "", self._script[at:following]))
            at = following
        raise NotLiteral(max(at, start + 1))


class _Given(list[Any]):
    """What a call with several values is given: a row in a list, elsewhere what it is given first."""


def _plain(value: Any) -> Any:
    return value[0] if isinstance(value, _Given) else value


def _at(value: Any, place: Any) -> Any:
    """What stands in a list or map at a place (a list of one, as it stands in square brackets)."""
    key = place[0] if isinstance(place, list) and len(place) == 1 else None
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        return value[key]
    return value.get(str(key)) if isinstance(value, Mapping) else None


def _moment(given: Sequence[Any]) -> str | None:
    """A day and a clock, given one after the other, as a moment."""
    if len(given) != 2 or not all(isinstance(v, str) for v in given):
        return None
    return f"{given[0]}T{given[1]}" if _DATE.fullmatch(given[0]) and _CLOCK.fullmatch(given[1]) else None


def _date(numbers: Sequence[int], zone: str) -> str | None:
    """The moment of `new Date(2027, 8, 2, 9, 30)`, whose months count from 0."""
    year, month, day, hour, minute = (*numbers[:5], 0, 0)[:5]
    if not (1980 < year < 2100 and 0 <= month < 12 and 0 < day < 32 and 0 <= hour < 24 and 0 <= minute < 60):
        return None
    return f"{year}-{month + 1:02d}-{day:02d}" + (f"T{hour:02d}:{minute:02d}:00{zone}" if len(numbers) > 3 else "")
