"""What stands where a name is still to come, and what is said of whether somebody comes."""

from __future__ import annotations

import re

from scrapers._language.words import CJK, parts, plain
from scrapers._remembered import remembered

_EDGES = " \t\n\r.,;:·•–—|*"
_AWAITED_OF = 3
_SHORT_EASTERN = 12
_STATES = (
    re.compile(r"(?<!\s)\s*[(（\[]([^()（）\[\]]{2,40})[)）\]]"),
    re.compile(r"(?<!\s)\s*[,;]([^,;()（）\[\]]{2,40})(?=[)）\]]|$)"),
    re.compile(r"(?<!\s)\s+[-–—]\s+([^,;()\[\]–—-]{2,40})$"),
)


@remembered
def is_placeholder(text: str) -> bool:
    """Whether a text stands where a name will come ("TBA", "Speaker to be confirmed", "{{ name }}", "XXX氏")."""
    bare = plain(text).strip(_EDGES + "()[]-")
    bare = bare.strip("x氏様") if bare.startswith("xx") else bare
    return bare in parts("placeholders") or _is_awaited(bare) or "{{" in text or "<%" in text or not any(map(str.isalpha, bare))


def _is_awaited(bare: str) -> bool:
    """Whether a text says that a name is still to come, alone or behind the word for whose ("講者待定")."""
    words = bare.split()
    for at in range(min(len(words), _AWAITED_OF + 1)):
        if " ".join(words[at:]) in parts("awaited"):
            return True
        if words[at].strip(_EDGES) not in parts("awaited_of"):
            break
    return (
        len(bare) < _SHORT_EASTERN
        and CJK.search(bare) is not None
        and any(
            bare.startswith(whose) and bare[len(whose) :].strip(_EDGES) in parts("awaited") for whose in parts("awaited_of")
        )
    )


def without_states(text: str) -> str:
    """The text of people without what is said of their coming ("Ann Archer (invited)", "Ann Archer, Acme, tbc")."""
    for told in _STATES:
        text = told.sub(lambda match: "" if _is_state(match[1]) else match[0], text)
    return text


def _is_state(text: str) -> bool:
    bare = plain(text).strip(_EDGES)
    return bare in parts("assured") or bare in parts("awaited")
