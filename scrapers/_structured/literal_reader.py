"""One object or array literal of JavaScript read: bare keys, single quotes, comments, trailing commas, casts of TypeScript.

Code is no literal (`NotLiteral`); only names of constants and calls are passed over, their values being unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_MOST_BROKEN = 5
MAX_DEPTH = 80

_SPACE = re.compile(r"(?:\s++|//[^\n]*+)*")
_WORD = re.compile(r"[\w$]+")
_CAST = re.compile(r"(?:as|satisfies)\s{1,9}[\w$][\w$.<>\[\]]{0,80}")
_NUMBER = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]+|\d[\d_]*+(?:\.\d*+)?(?:[eE][+-]?\d++)?|\.\d+)n?(?![\w$])")
_NAMED = {
    "True": True,
    "False": False,
    "None": None,
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": None,
    "Infinity": None,
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}


class NotLiteral(ValueError):
    """The text is code, not data; `reached` is how far it was read."""

    def __init__(self, reached: int) -> None:
        super().__init__(reached)
        self.reached = reached


class Reader:
    """Reads values of a script, each from a place on; what it gives back is the value and the place behind it."""

    def __init__(self, script: str) -> None:
        self._script = script
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
        """The value that begins at a place. Raises NotLiteral."""
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
        while self._char(at) == "." and (match := _WORD.match(self._script, at + 1)):
            at = match.end()
        given: list[Any] = []
        if self._char(at) == "(":
            at = self._members(at + 1, ")", lambda at: self._take(given, at, depth))
        return next((value for value in given[:1] if isinstance(value, str | int | float)), None), at

    def _members(self, at: int, close: str, read: Callable[[int], int]) -> int:
        """Read by a function what commas, or records one after the other, part up to a closing bracket; the place behind it."""
        while (char := self._char(at := self._skip(at))) != close:
            at = at + 1 if char == "," else self._behind(read(at))
            if char != "," and self._char(at) not in (",", close) and not char == "{" == self._char(at):
                raise NotLiteral(at)
        return at + 1

    def _take(self, found: list[Any], at: int, depth: int) -> int:
        """Read a value into a list; the place behind it."""
        value, at = self.value(at, depth + 1)
        found.append(value)
        return at

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        return found, self._members(at, "}", lambda at: self._entry(found, at, depth))

    def _entry(self, found: dict[str, Any], at: int, depth: int) -> int:
        """Read one entry of an object into it; the place behind its value."""
        key, at = self._key(at, depth)
        at = self._skip(at)
        if self._char(at) != ":":
            raise NotLiteral(at)
        found[key], at = self.value(at + 1, depth + 1)
        return at

    def _key(self, at: int, depth: int) -> tuple[str, int]:
        """The key of an entry: in quotes, bare, or worked out in square brackets."""
        char = self._char(at)
        if char in ('"', "'", "`"):
            return self.string(at)
        if char == "[":
            key, at = self.value(at + 1, depth + 1)
            at = self._skip(at)
            if self._char(at) != "]":
                raise NotLiteral(at)
            return str(key), at + 1
        if match := _WORD.match(self._script, at):
            return match[0], match.end()
        raise NotLiteral(at)

    def _array(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []

        def read(at: int) -> int:
            try:
                return self._take(found, at, depth)
            except NotLiteral as problem:
                return self._behind_broken(problem, self._char(at), bool(found))

        return found, self._members(at, "]", read)

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
        """The text in quotes that begins at a place. Raises NotLiteral."""
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
