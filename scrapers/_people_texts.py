"""People written into one field of data: "Ada Lovelace, Engineer, Acme", "A & B", "Name | Title | Company".

A field that is said to hold speakers is trusted further than a line of a page: handles and names in any spelling count,
placeholders and phrases do not.
"""

from __future__ import annotations

import re

from scrapers._found import FoundPerson
from scrapers._names import is_placeholder, looks_like_name, split_people, split_role

_LABEL = re.compile(
    r"(?im)(?:^|(?<=[.!?;\n]))[ \t]*(?:\*\*|__)?(?:speakers?|presenters?|panell?ists?|presented by|moderators?|moderated by|"
    r"featuring|with|"
    r"sprecher(?:in(?:nen)?)?|referent(?:in(?:nen)?|en)?|vortragende[r]?|intervenant(?:e?s)?|orateurs?|ponentes?|relator[ei]|講者|講師|登壇者|발표자|연사)"
    r"(?:\(s\)|/in|\*innen)?(?:\*\*|__)?[ \t]*[:：][ \t]*(?:\*\*|__)?"
)
_ASIDE = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def people_in(text: str, *, alone: bool = False) -> list[FoundPerson]:
    """The people a speaker field's text names, in its order. `alone` says that the text is one entry of a list of people."""
    text = " ".join(text.split()) if "\n" not in text.strip() else text.strip()
    if not text or is_placeholder(text):
        return []
    if text.count("|") in (1, 2) and (alone or not any(looks_like_name(part) >= 0.5 for part in text.split("|")[1:])):
        name, *rest = (part.strip() for part in text.split("|"))
        return [FoundPerson(name, rest[0] or None if len(rest) > 1 else None, rest[-1] or None)] if name else []
    found = split_people(text)
    if found:
        return found
    _, bare = split_role(text)
    words = bare.split()
    if alone and len(bare) <= 80 and any(c.isalpha() for c in bare):
        return [FoundPerson(bare)]
    if len(words) == 1 or looks_like_name(bare) >= 0.25 or (not bare.isascii() and len(bare) <= 20):
        return [FoundPerson(bare)] if any(c.isalpha() for c in bare) else []
    return []


def labelled_people(text: str | None) -> list[FoundPerson]:
    """The people that a description names after a label ("Speakers: A (Director, Acme); B (CEO, Beta)."), else none."""
    if not text or ":" not in text.replace("：", ":"):
        return []
    found: list[FoundPerson] = []
    for match in _LABEL.finditer(text):
        listed = _list_after(text, match.end())
        found += [p for p in split_people(listed) if looks_like_name(p.name) >= 0.4]
    return list({p.name.casefold(): p for p in found}.values())


def without_label(text: str | None) -> str | None:
    """A description without the lines that only name its speakers."""
    lines = [line for line in (text or "").split("\n") if not _names_only(line)]
    return "\n".join(lines).strip() or None


def _names_only(line: str) -> bool:
    label = _LABEL.match(line)
    if label is None or len(line) > 400:
        return False
    listed = _list_after(line, label.end())
    return line.rstrip(". ").endswith(listed.rstrip(". ")) and bool(split_people(listed))


def _list_after(text: str, at: int) -> str:
    """What follows a label, up to the end of the line, or of the sentence where the text is all one line."""
    line = text[at : at + 1500].split("\n")[0]
    if not line.strip():
        lines = text[at : at + 800].lstrip("\n").split("\n\n")[0].split("\n")
        return "; ".join(lines[:8])
    depth = 0
    for index, char in enumerate(line):
        depth += (char in "([") - (char in ")]")
        if char == "." and depth <= 0 and line[index + 1 : index + 2] in ("", " "):
            word = line[:index].rpartition(" ")[2]
            if len(word) > 2:
                return line[:index]
    return line
