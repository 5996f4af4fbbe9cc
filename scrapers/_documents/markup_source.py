"""The source of a marked-up text made plain before its blocks are told apart: what no reader sees, quotes, references."""

from __future__ import annotations

import re

from scrapers._people.labels import split_role

_UNSEEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(?:[^\n]*\n){1,60}?\1[ \t]*(?:\n|\Z)")
_KEYED = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\n(?:[ \t]*\n)*[\w\"-]{1,40}[ \t]?[:=]")
_TITLE = re.compile(r"(?mi)^(?:title[ \t]*[:=]|#\+title:)[ \t]*(?P<quote>[\"']?)(?P<title>[^\n]{2,200}?)(?P=quote)[ \t]*$")
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_REFERRED = re.compile(r"(?m)^[ ]{0,3}\[([^\[\]^]{1,100})\]:[ \t]*<?(\S{1,500}?)>?(?:[ \t]+[\"'(][^\n]{0,200})?[ \t]*$")
_REFERENCE = re.compile(r"(?<![\]!\\])\[([^\[\]]{1,300})\](?:\[([^\[\]]{0,100})\])?(?![\[(:])")
_FIELD = re.compile(r"[ \t]*:(\w[\w ()]{1,30}):[ \t]+(\S.*)")


def has_front(text: str) -> bool:
    """Whether a text begins with what a site generator is told of the page (`title: Programme` between lines of dashes)."""
    return _KEYED.match(text) is not None and _FRONT.match(text) is not None


def title_told(text: str) -> str:
    """The title that a text's front matter, or a direction at its head, gives the page; nothing where none does."""
    front = _FRONT.match(text)
    told = _TITLE.search(front[0] if front else text[:2000])
    return told["title"].strip() if told and (front or told[0].startswith("#")) else ""


def plain_source(text: str) -> str:
    """The text without what is not shown, its quotes unmarked, its references replaced by where they lead."""
    for begin, end in _UNSEEN:
        text = _without(text, begin, end)
    text = "\n".join(line[match.end() :] if (match := _QUOTED.match(line)) else line for line in text.split("\n"))
    places = {name.casefold(): to for name, to in _REFERRED.findall(text)}
    if not places:
        return text
    return _REFERENCE.sub(lambda m: _led(m, places), _REFERRED.sub("", text))


def field_told(line: str) -> str:
    """What a field about people says (`:Speaker: Ana Berg`), as a line of text; nothing for other lines."""
    field = _FIELD.fullmatch(line)
    told = f"{field[1].capitalize()}: {field[2]}" if field else ""
    return told if told and split_role(told)[0] else ""


def _led(reference: re.Match[str], places: dict[str, str]) -> str:
    to = places.get((reference[2] or reference[1]).casefold())
    return f"[{reference[1]}]({to})" if to else reference[0]


def _without(text: str, begin: str, end: str) -> str:
    """The text without what stands between two marks; what does not end is text."""
    kept: list[str] = []
    low = text.lower() if len(text.lower()) == len(text) else text
    at = 0
    while (first := low.find(begin, at)) >= 0 and (last := low.find(end, first)) >= 0:
        kept.append(text[at:first])
        at = last + len(end)
    return "".join([*kept, text[at:]])
