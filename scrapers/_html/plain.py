"""Plain text out of whatever a source puts into a text field: HTML, entities, translations, nested names."""

from __future__ import annotations

import html
import re
from typing import Any

from scrapers._html.page import parse

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote)\b[^<>]{0,200}>", re.I)
_LINE_END = "\ue01e"
"""Stands for the end of a line while a parser closes up white space; of Unicode's private use, so that no text has it."""
_PLACEHOLDER = re.compile(r"\{\{.{0,200}?\}\}|\$\{.{0,200}?\}|\[\[.{0,200}?\]\]|<%.{0,200}?%>")
_SLUG = re.compile(r"[^\W\d_]{1,30}(?:[-_][^\W\d_]{1,30}){1,11}")
_NAMING = (
    "name",
    "title",
    "label",
    "display",
    "displayname",
    "value",
    "text",
    "rendered",
    "raw",
    "plain",
    "html",
    "acronym",
    "code",
)


def plain_text(value: str) -> str:
    """The text a reader would see, on lines where the source breaks it; no tags, no entities, no template placeholders."""
    if "{" in value or "[[" in value or "<%" in value:
        value = _PLACEHOLDER.sub("", value)
    if "<" in value and _MARKUP.search(value):
        value = parse(_BREAK.sub(_LINE_END, value)).text().replace(_LINE_END, "\n")
    elif "&" in value:
        value = html.unescape(value)
    lines = (" ".join(line.split()) for line in value.splitlines())
    return "\n".join(line for line in lines if line)


def line_of(value: Any, *, depth: int = 3) -> str | None:
    """One line of text from a field's value: the text itself, the name in a record, the parts of a list; None when empty."""
    if isinstance(value, str):
        return " ".join(plain_text(value).split()) or None
    if isinstance(value, bool) or value is None or depth == 0:
        return None
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else str(value)
    if isinstance(value, list | tuple):
        parts = [part for item in value[:20] if (part := line_of(item, depth=depth - 1))]
        return ", ".join(dict.fromkeys(parts)) or None
    if isinstance(value, dict):
        low = {str(key).lower().replace("_", ""): item for key, item in value.items()}
        for name in _NAMING:
            if (found := line_of(low.get(name), depth=depth - 1)) is not None:
                return found
    return None


def words_of_slug(text: str) -> list[str]:
    """The words of a name made for addresses and file names ("ana-berg", "ana_berg"); none of any other text."""
    return re.split(r"[-_]", text) if _SLUG.fullmatch(text) and text == text.lower() else []


def text_of(value: Any) -> str | None:
    """A longer text (abstract, biography) with its lines kept; None when empty."""
    if isinstance(value, str):
        return plain_text(value) or None
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return plain_text("\n".join(value)) or None
    return line_of(value)
