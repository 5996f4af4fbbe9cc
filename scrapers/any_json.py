"""Any JSON, also with comments or one record a line, and JavaScript files that hold data.

Sessions and people are found by what their fields are called and what they hold; see `_structured/records.py`.
"""

from __future__ import annotations

import json
import re
from typing import Any

from scrapers._document import Document, Get
from scrapers._errors import TooMuch
from scrapers._found import Found
from scrapers._structured.joins import read_records
from scrapers._structured.literal_reader import NotLiteral
from scrapers._structured.literals import literal_at, literals_in
from scrapers._text.agendas import with_agendas

_COMMENTS = r"\s*(?://[^\n]*\n\s*|/\*(?:[^*]++|\*(?!/))*+\*/\s*){0,20}"
_CALL = r"(?:async\s+)?(?:function\b|\([\w$, ]{0,80}\)\s*=>|[\w$]{1,40}\s*=>)"
_SCRIPT = re.compile(
    _COMMENTS + r"(?:[\"']use [a-z]{1,20}[\"'];?\s*" + _COMMENTS + r")?"
    r"(?:(?:import|export|var|let|const|window|self|module|globalThis|declare)\b|(?:async\s+)?function\s+\w{1,80}\s*\("
    r"|(?:interface|enum|(?:abstract\s+)?class)\s+[\w$]{1,80}[^{}\n]{0,120}\{|type\s+[\w$]{1,80}\s*(?:<[^=\n]{0,80}>\s*)?="
    r"|[\w$.]{1,80}\s*(?:=|\(\s*(?:[\[{]|" + _CALL + r"))|[;!+\s]{0,9}\(\s*" + _CALL + r"|@[A-Z]\w{1,40}\("
    r"|<template\b[^<>]{0,200}>|<script\b(?:[^<>]{0,80}\b(?:setup|lang|context|module)\b|[^<>]{0,80}>\s*(?:import|export)\b)"
    r"|---\s*\n\s*(?:(?:import|export|const|let|interface)\s|type\s\w+\s*=))"
)
"""How a script begins: an import or export, a declaration, an assignment, a call with data or a function, a function called."""
_FOLLOWING = re.compile(r"[\s,]{0,40}(?=\{)")
_NEARLY = re.compile(_COMMENTS + r"(?=[\[{])")


def recognises(document: Document) -> bool:
    """Whether the document is JSON or nearly so, or a script that begins with an assignment, a call or a function."""
    if document.json is not None:
        return True
    return not document.looks_like_html and bool(_SCRIPT.match(document.text) or _NEARLY.match(document.text))


def read(document: Document, get: Get | None) -> Found:
    """Read whatever sessions and people the data holds."""
    try:
        found = read_records(data_of(document))
    except ValueError as problem:
        raise TooMuch(document.address, "it holds millions of values. Keep only the agenda in it.") from problem
    found.sessions = with_agendas(found.sessions)
    return found


def data_of(document: Document) -> Any:
    """The data of a document: JSON, nearly JSON, or the literals of a script by their names."""
    return document.json if document.json is not None else _data_in(document.text)


def _data_in(text: str) -> Any:
    """The data of a script, of JSON with comments and trailing commas, or of one JSON record a line."""
    opening = _NEARLY.match(text)
    if opening is None:
        return {name or f"data {i}": value for i, (name, value) in enumerate(literals_in(text, resolve=True))}
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        return [json.loads(line, strict=False) for line in lines]
    except (ValueError, RecursionError):
        pass
    return _pieces(text, opening.end())


def _pieces(text: str, at: int) -> Any:
    """The data at a place; records that follow one another without a list around them as a list."""
    found: list[Any] = []
    while at is not None:
        try:
            value, at = literal_at(text, at)
        except NotLiteral:
            break
        found.append(value)
        following = _FOLLOWING.match(text, at)
        if following is None:
            break
        at = following.end()
    return found if len(found) > 1 else found[0] if found else None
