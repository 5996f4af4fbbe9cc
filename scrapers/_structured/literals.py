"""Data written into JavaScript: object literals with bare keys, single quotes, comments and trailing commas.

`literals_in` finds them in a script; each is read as JSON when it is JSON, else by a small tolerant reader that runs over
the text once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_MOST_BROKEN = 5
MIN_LENGTH = 40
"""Shorter literals hold no agenda."""
MAX_DEPTH = 80

_OPENED = r"\s{0,9}[=:]|\(|\breturn|\bdefault|^|[,;=])\s{0,99})(?=[\[{])"
_NAME = r"(?:(?:(?<![\w$])(?P<name>[\w$]{1,60})[\"']?\]?"
_TYPE = r"(?:\s{0,9}:\s{0,9}[A-Za-z_$][\w$.]{0,60}(?:<[^=;\n]{0,80}>)?(?:\[\]){0,3}(?=\s{0,9}=))?"
_OPENING = re.compile(_NAME + _OPENED, re.M)
_TYPED_OPENING = re.compile(_NAME + _TYPE + _OPENED, re.M)
"""The same in TypeScript, where a name may be followed by its type."""
_CONSTANT = re.compile(r"\b(?:const|let|var)\s{1,9}(?P<name>[\w$]{1,60})" + _TYPE + r"\s{0,9}=\s{0,9}(?=[\"'`])")
_PARSED = re.compile(r"(?:(?P<name>[\w$]{1,60})\s{0,9}[=:]\s{0,9})?JSON\.parse\(\s{0,9}(?=[\"'`])")
_SPACE = re.compile(r"(?:\s++|//[^\n]*+)*")
_WORD = re.compile(r"[\w$]+")
_CAST = re.compile(r"(?:as|satisfies)\s{1,9}[\w$][\w$.<>\[\]]{0,80}")
_NUMBER = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]+|\d[\d_]*+(?:\.\d*+)?(?:[eE][+-]?\d++)?|\.\d+)n?(?![\w$])")
_NAMED = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None, "Infinity": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_DECODER = json.JSONDecoder(strict=False)


class NotLiteral(ValueError):
    """The text is code, not data; `reached` is how far it was read."""

    def __init__(self, reached: int) -> None:
        super().__init__(reached)
        self.reached = reached


def literals_in(script: str, *, resolve: bool = False) -> Iterator[tuple[str, Any]]:
    """The outermost object and array literals of a script with the names they are given ("" for none), in its order.

    What `JSON.parse("...")` holds comes first. Work stays in proportion to the script's length whatever is in it. With
    `resolve` a name stands for the text or literal it was given further up, as in a file people write by hand.
    """
    budget = 2 * len(script)
    known = dict(_constants_in(script)) if resolve else {}
    pattern = _TYPED_OPENING if resolve else _OPENING
    for match in _PARSED.finditer(script) if "JSON.parse" in script else ():
        try:
            text, _ = _Reader(script).string(match.end())
            value = json.loads(text, strict=False)
        except (NotLiteral, ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            yield match["name"] or "", value
    at = 0
    while budget > 0 and (opening := pattern.search(script, at)):
        start = opening.end()
        try:
            value, at = literal_at(script, start, known)
        except NotLiteral as problem:
            budget -= 4 * (problem.reached - start) + 50
            at = start + 1
            continue
        if resolve and opening["name"]:
            known[opening["name"]] = value
        if at - start >= MIN_LENGTH:
            yield opening["name"] or "", value


def _constants_in(script: str) -> Iterator[tuple[str, str]]:
    """Names that a script gives to texts."""
    for match in _CONSTANT.finditer(script):
        try:
            yield match["name"], _Reader(script).string(match.end())[0]
        except NotLiteral:
            continue


def literal_at(script: str, start: int, known: dict[str, Any] | None = None) -> tuple[Any, int]:
    """The literal that begins at `start`, and where it ends; `known` are values by name. Raises NotLiteral."""
    try:
        return _DECODER.raw_decode(script, start)
    except RecursionError:
        raise NotLiteral(len(script)) from None
    except ValueError:
        return _Reader(script, known).value(start, 0)


class _Reader:
    def __init__(self, script: str, known: dict[str, Any] | None = None) -> None:
        self._script = script
        self._known = known or {}
        self._broken = 0

    def _skip(self, at: int) -> int:
        """The place of the next sign that is neither white space nor comment."""
        while True:
            match = _SPACE.match(self._script, at)
            at = match.end() if match else at
            if not self._script.startswith("/*", at):
                return at
            end = self._script.find("*/", at + 2)
            if end < 0:
                raise NotLiteral(len(self._script))
            at = end + 2

    def _char(self, at: int) -> str:
        return self._script[at : at + 1]

    def _behind(self, at: int) -> int:
        """The place of the next sign behind a value, a type it is said to be of passed over (`"talk" as const`)."""
        at = self._skip(at)
        match = _CAST.match(self._script, at)
        return self._skip(match.end()) if match else at

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        at = self._skip(at)
        char = self._char(at)
        if depth > MAX_DEPTH or not char:
            raise NotLiteral(at)
        if char == "{":
            return self._object(at + 1, depth)
        if char == "[":
            return self._array(at + 1, depth)
        if char in "\"'`":
            return self._text(at)
        if char == "!" and self._char(at + 1) in ("0", "1"):
            return self._char(at + 1) == "0", at + 2
        if match := _NUMBER.match(self._script, at):
            return _number(match[0]), match.end()
        if match := _WORD.match(self._script, at):
            return self._name(match[0], match.end(), depth)
        raise NotLiteral(at)

    def _name(self, word: str, at: int, depth: int) -> tuple[Any, int]:
        """A word: a constant, `new Date("...")`, a call or variable whose value is unknown (None)."""
        if word in _NAMED:
            return _NAMED[word], at
        if word in ("function", "class", "async") or self._script.startswith("=>", self._skip(at)):
            raise NotLiteral(at)
        if word == "new":
            match = _WORD.match(self._script, self._skip(at))
            return self._name(match[0], match.end(), depth) if match else (None, at)
        inner = self._known.get(word)
        while self._char(at) == "." and (match := _WORD.match(self._script, at + 1)):
            word, at = match[0], match.end()
            inner = inner.get(word) if isinstance(inner, dict) else None
        if self._char(at) != "(":
            return inner, at
        inner = None
        at = self._skip(at + 1)
        if self._char(at) != ")":
            inner, at = self.value(at, depth + 1)
            at = self._skip(at)
            while self._char(at) == ",":
                _, at = self.value(at + 1, depth + 1)
                at = self._skip(at)
        if self._char(at) != ")":
            raise NotLiteral(at)
        at += 1
        return (inner if isinstance(inner, str | int | float) else None), at

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        while True:
            at = self._skip(at)
            char = self._char(at)
            if char == "}":
                return found, at + 1
            if char == ",":
                at += 1
                continue
            if char in "\"'`" and char:
                key, at = self.string(at)
            elif char == "[":
                key, at = self.value(at + 1, depth + 1)
                at = self._skip(at)
                if self._char(at) != "]":
                    raise NotLiteral(at)
                at += 1
            elif match := _WORD.match(self._script, at):
                key, at = match[0], match.end()
            else:
                raise NotLiteral(at)
            at = self._skip(at)
            if self._char(at) != ":":
                raise NotLiteral(at)
            found[str(key)], at = self.value(at + 1, depth + 1)
            at = self._behind(at)
            if self._char(at) not in (",", "}"):
                raise NotLiteral(at)

    def _array(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        while True:
            at = self._skip(at)
            char = self._char(at)
            if char == "]":
                return found, at + 1
            if char == ",":
                at += 1
                continue
            try:
                value, at = self.value(at, depth + 1)
            except NotLiteral as problem:
                at = self._behind_broken(problem, char, bool(found))
                continue
            found.append(value)
            at = self._behind(at)
            if self._char(at) not in (",", "]") and not (char == "{" == self._char(at)):  # a comma forgotten between records
                raise NotLiteral(at)

    def _behind_broken(self, problem: NotLiteral, char: str, follows: bool) -> int:
        """Where to go on behind a record of a list that cannot be read; only some, and none before a whole one."""
        end = self._script.find("}", problem.reached)
        if char != "{" or not follows or end < 0 or self._broken >= _MOST_BROKEN:
            raise problem
        self._broken += 1
        return end + 1

    def _text(self, at: int) -> tuple[str, int]:
        """A string, or several joined by `+`."""
        text, at = self.string(at)
        while self._char(after := self._skip(at)) == "+":
            after = self._skip(after + 1)
            if self._char(after) not in ('"', "'", "`"):
                raise NotLiteral(at)
            more, at = self.string(after)
            text += more
        return text, at

    def string(self, at: int) -> tuple[str, int]:
        quote, at = self._char(at), at + 1
        parts: list[str] = []
        pattern = _UNTIL[quote]
        while True:
            match = pattern.match(self._script, at)
            if match is None:
                raise NotLiteral(at)
            parts.append(match[0])
            at = match.end()
            char = self._char(at)
            if char == quote:
                return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), at + 1
            if char != "\\":
                raise NotLiteral(at)
            escaped, at = self._escape(at + 1)
            parts.append(escaped)

    def _escape(self, at: int) -> tuple[str, int]:
        char = self._char(at)
        length = {"u": 4, "x": 2}.get(char, 0)
        if char == "u" and self._char(at + 1) == "{":
            end = self._script.find("}", at, at + 12)
            digits, after = self._script[at + 2 : end], end + 1
        else:
            digits, after = self._script[at + 1 : at + 1 + length], at + 1 + length
        if not length:
            return _ESCAPES.get(char, char), at + 1
        try:
            return chr(int(digits, 16)), after
        except (ValueError, OverflowError) as problem:
            raise NotLiteral(at) from problem


_UNTIL = {quote: re.compile(rf"[^\\{quote}]*", re.S) for quote in "\"'`"}


def _number(text: str) -> int | float:
    text = text.rstrip("n").replace("_", "")
    try:
        return int(text, 0) if text.lower().startswith(("0x", "-0x")) else int(text)
    except ValueError:
        return float(text)
