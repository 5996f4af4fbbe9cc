"""One line of lightweight markup: its links, bold and slanted type as elements of HTML, and whether it is a point of a list."""

from __future__ import annotations

import html
import re

_POINT = re.compile(r"\s*(?:[*+•◦▪‣·-]{1,4}|\d{1,3}[.)])\s+\S")
_IMAGE = re.compile(
    r"!\[[^\[\]]{0,300}\](?:\([^()\s]{0,500}(?:\s+[\"'][^\"']{0,200}[\"'])?\)|\[[^\[\]]{0,100}\])|image::?[^\s\[\]]{1,300}\[[^\[\]]{0,300}\]"
)
_GAP = re.compile(r"(?:(?<=\S)\t+\s*|(?<=[^\s|])\s{3,})(?=[^\s|])")
"""What parts columns in a line: tabs, wide gaps."""
_ONLY_LINKS = re.compile(r"\(\s*(?:\[[^\[\]]{1,200}\]\([^()\s]{1,500}\)[\s,;|·]*)+\)")
"""Brackets that only point elsewhere ("([slides](x.pdf))")."""
_LINKS = (
    re.compile(
        r"\[(?P<text>[^\[\]]{0,300})\]\((?P<to>[^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\s]{0,100})?)(?:\s+\"[^\"]{0,200}\")?\)"
    ),
    re.compile(r"\[\[(?P<to>[^\[\]]{1,500})\]\[(?P<text>[^\[\]]{1,300})\]\]"),
    re.compile(r"\[\[(?P<to>[^\[\]|]{1,500})\|(?P<text>[^\[\]|]{1,300})\]\]"),
    re.compile(r"(?<!\[)\[(?P<to>https?://[^\s\[\]]{1,500})\s+(?P<text>[^\[\]]{1,300})\]"),
    re.compile(r"(?:link:)?(?P<to>https?://[^\s\[\]<>]{1,500})\[(?P<text>[^\[\]]{1,300})\]"),
    re.compile(r"(?::[a-z]{1,12}:)?`(?P<text>[^`<>]{1,300}?)\s{0,3}<(?P<to>[^`<>\s]{1,500})>`_{0,2}"),
)
_TAG = re.compile(
    r"</?[a-zA-Z][^<>]{0,500}>|\{%[^%]{0,300}%\}|\{\{[^{}]{0,300}\}\}|(?<!\w):[a-z][a-z0-9_+-]{1,30}:(?!\w)"
    r"|\{[:#.][^{}\n]{1,200}\}|\[\^[^\[\]]{1,40}\]:?"
)
"""Elements of HTML, commands of site generators, names of pictures, attributes, marks of footnotes."""
_ALONE = re.compile(r"<(?!(?:br|hr|img|wbr|input|meta|link)\b)(\w+)[^<>]*/>")
"""An element closed where it opens; HTML knows no such thing, but for a few."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_REFERENCE = re.compile(r"(`[^`<>]{1,300}`)_{1,2}(?!\w)")
_WIKI_BOLD, _WIKI_SLANTED = (re.compile(rf"{mark}(?=[^\s'])(.{{1,300}}?){mark}(?!')") for mark in ("'''", "''"))
_STARS = re.compile(r"(?<!\w)\*\*|\*\*(?!\w)")
"""Stars meant to make something bold, which blanks beside them forbid."""
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,400}?)(?<=\S)\1(?![\w*])")
_KEPT = re.compile("\ue020(\\d+)\ue021")
"""Stands for an element while the text around it is escaped; of Unicode's private use, so that no text has it."""


def points_to(line: str) -> bool:
    """Whether a line is a point of a list."""
    return _POINT.match(line) is not None


def inline(text: str) -> str:
    """The HTML of a line; elements written as such stay, commands of site generators and names of pictures fall away."""
    kept: list[str] = []

    def keep(element: str) -> str:
        kept.append(element)
        return f"\ue020{len(kept) - 1}\ue021"

    text = _GAP.sub(" | ", _ONLY_LINKS.sub("", _IMAGE.sub("", text)).strip())
    text = _starred(text)
    text = _REFERENCE.sub(r"\1", _ESCAPED.sub(lambda m: keep(html.escape(m[1])), text))
    for pattern in _LINKS:
        text = pattern.sub(lambda m: f"{keep(_opening(m['to']))}{m['text']}{keep('</a>')}", text)
    text = _TAG.sub(lambda m: keep(_element(m[0])), text)
    text = html.escape(html.unescape(text), quote=False)
    text = _STARS.sub("", _SLANTED.sub(r"<i>\2</i>", _BOLD.sub(r"<b>\2</b>", text))).replace("`", "")
    return _KEPT.sub(lambda m: kept[int(m[1])], text)


def unmarked(text: str) -> str:
    """A line without links, emphasis and elements, its breaks as ends of lines."""
    text = _REFERENCE.sub(r"\1", _ONLY_LINKS.sub("", _IMAGE.sub("", re.sub(r"<br\s*/?>", "\n", text))))
    text = _starred(text)
    for pattern in _LINKS:
        text = pattern.sub(lambda m: m["text"], text)
    text = html.unescape(_TAG.sub("", text))
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)(?:\*\*|__|`|(?<!\w)[*_]|[*_](?!\w))", "", text)).strip()


def _starred(text: str) -> str:
    """A line whose bold and slanted type stands between apostrophes, as in wikis, with stars and strokes instead."""
    return _WIKI_SLANTED.sub(r"_\1_", _WIKI_BOLD.sub(r"**\1**", text))


def _element(text: str) -> str:
    """What stands for an element of HTML; nothing for what else is no text."""
    return _ALONE.sub("", text) if text.startswith("<") else ""


def _opening(address: str) -> str:
    return f'<a href="{html.escape(address)}">'
