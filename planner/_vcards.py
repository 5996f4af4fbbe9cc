"""vCards 2.1, 3.0 and 4.0 as phones, Apple, Google and Outlook write them, read into the fields of a contact.

Only what a contact needs is read: pictures, birthdays (whole or `--MMDD`), addresses and labels pass by unread.
RFC 6350 (4.0), RFC 2426 (3.0), the versit specification (2.1: quoted-printable values, bare parameters).
"""

from __future__ import annotations

import quopri
from collections.abc import Iterator
from dataclasses import dataclass

Fields = dict[str, list[str]]

VCARD_REFERENCE = "X-EVENT-PLANNER"
"""The property by which a card of our own is known again (`planner._references`)."""

_LINKS = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE")


@dataclass(frozen=True, slots=True)
class _Line:
    """One property: its name without Apple's `item1.` group, its parameters in capitals, its value still escaped."""

    name: str
    parameters: frozenset[str]
    value: str

    def parts(self) -> list[str]:
        """The parts of a structured value (`Smith;Jane;;;`), unescaped."""
        return [_unescape(part) for part in _split(self.value, ";")]

    def rank(self) -> int:
        """The preferred first, then those for work or the mobile phone."""
        if any(p.startswith("PREF") or p == "TYPE=PREF" for p in self.parameters):
            return 0
        return 1 if any(word in p for p in self.parameters for word in ("WORK", "CELL")) else 2


def read_vcards(text: str) -> tuple[list[Fields], list[str]]:
    """The cards of a file, each as field -> values with the preferred first, and what was left out and why."""
    cards: list[Fields] = []
    groups = cut = 0
    for lines, complete in _cards(text):
        cut += not complete
        if any(line.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND") and line.value.casefold() == "group" for line in lines):
            groups += 1
            continue
        cards.append(_fields(lines))
    problems = []
    if groups:
        one = "1 of the cards is a group of contacts and was left out."
        problems.append(one if groups == 1 else f"{groups} of the cards are groups of contacts and were left out.")
    if cut:
        problems.append("The file ends or breaks off in the middle of a card; what could be read of it was kept.")
    return cards, problems


def _cards(text: str) -> Iterator[tuple[list[_Line], bool]]:
    lines: list[_Line] | None = None
    for raw in _unfold(text):
        line = _read_line(raw)
        if line is None:
            continue
        if line.name == "BEGIN" and line.value.upper() == "VCARD":
            if lines is not None:
                yield lines, False
            lines = []
        elif line.name == "END" and line.value.upper() == "VCARD":
            if lines is not None:
                yield lines, True
            lines = None
        elif lines is not None:
            lines.append(line)
    if lines is not None:
        yield lines, False


def _unfold(text: str) -> Iterator[str]:
    """Whole lines: continued by a leading blank, or in quoted-printable by a closing `=`."""
    held: list[str] = []
    soft = False
    for line in text.splitlines():
        if soft:
            held[-1] = held[-1][:-1]
            held.append(line)
        elif line[:1] in (" ", "\t") and held:
            held.append(line[1:])
        else:
            if held:
                yield "".join(held)
            held = [line]
        soft = line.endswith("=") and "QUOTED-PRINTABLE" in held[0].upper()
    if held:
        yield "".join(held)


def _read_line(raw: str) -> _Line | None:
    head, colon, value = _cut(raw)
    if not colon:
        return None
    name, *parameters = head.upper().split(";")
    marks = frozenset(parameters)
    if any("QUOTED-PRINTABLE" in mark for mark in marks):
        charset = next((m.partition("=")[2].strip('"') for m in marks if m.startswith("CHARSET=")), "UTF-8")
        data = quopri.decodestring(value.encode("utf-8"))
        try:
            value = data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            value = data.decode("cp1252", errors="replace")
    return _Line(name.rpartition(".")[2].strip(), marks, value.replace("\r\n", "\n").strip())


def _cut(raw: str) -> tuple[str, str, str]:
    """Head and value of a line, cut at the first colon outside quotes."""
    quoted = False
    for index, char in enumerate(raw):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return raw[:index], ":", raw[index + 1 :]
    return raw, "", ""


def _split(value: str, separator: str) -> list[str]:
    parts = [""]
    escaped = False
    for char in value:
        if char == separator and not escaped:
            parts.append("")
        else:
            parts[-1] += char
        escaped = char == "\\" and not escaped
    return parts


def _unescape(value: str) -> str:
    out: list[str] = []
    escaped = False
    for char in value:
        if escaped:
            out.append("\n" if char in "nN" else char)
            escaped = False
        elif char == "\\":
            escaped = True
        else:
            out.append(char)
    return "".join(out).strip()


def _fields(lines: list[_Line]) -> Fields:
    def values(*names: str) -> list[str]:
        found = sorted((line for line in lines if line.name in names), key=_Line.rank)
        return [text for line in found if (text := _unescape(line.value))]

    structured = next((line.parts() for line in lines if line.name == "N"), [])
    family, given, middle, *_ = [*structured, "", "", ""]
    companies = [parts[0] for line in lines if line.name == "ORG" and (parts := line.parts())[0]]
    names = [" ".join(filter(None, (given, middle, family))), *values("FN")]
    is_company = any(line.name == "X-ABSHOWAS" and line.value.upper() == "COMPANY" for line in lines)
    return {
        "name": [] if is_company or (not any(structured) and names[1:] == companies[:1]) else names[::-1],
        "company": companies,
        "title": values("TITLE", "ROLE"),
        "email": values("EMAIL"),
        "phone": [number.removeprefix("tel:") for number in values("TEL")],
        "linkedin": values(*_LINKS),
        "remarks": values("NOTE"),
        "reference": values(VCARD_REFERENCE),
    }
