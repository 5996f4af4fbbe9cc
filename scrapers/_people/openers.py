"""People whom the title of a session tells to open or close the event: "Mayor Ann Archer welcomes the guests"."""

from __future__ import annotations

from collections.abc import Sequence

from scrapers._found import FoundPerson
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import page_words
from scrapers._language.words import lexicon, parts, plain
from scrapers._people.pieces import known_given

_LONGEST = 200
_SURE = 0.7
_MOST = 5
"""So many words a job and a name behind it have at most."""


def people_opening(title: str) -> list[FoundPerson]:
    """Those named behind their jobs in a sentence on how the event opens or closes, and who stands before its verb.

    In titles on other matters whoever is named behind a job may be spoken of ("How President Archer ruled").
    """
    words = title.split() if len(title) <= _LONGEST else []
    verb = next((at for at, word in enumerate(words) if at and plain(word) in parts("opens")), 0)
    if not (verb or page_words()["opening"].within(title)):
        return []
    people: list[FoundPerson] = []
    at = 0
    while at < len(words):
        person, size = _behind_job(words[at : at + _MOST])
        people += [person] if person else []
        at += size
    name = " ".join(words[:verb])
    return people or ([FoundPerson(name)] if _is_whole(name) else [])


def _behind_job(words: Sequence[str]) -> tuple[FoundPerson | None, int]:
    """The person whose job and name words begin with, and how many of them tell that; else nobody, and one."""
    jobs = next((at for at, word in enumerate(words) if not lexicon("job").holds(plain(word).rpartition("'")[2])), 0)
    for size in range(len(words), jobs + 1, -1) if jobs else ():
        name = " ".join(words[jobs:size]).rstrip(",.;:")
        if name[:1].isupper() and _is_whole(name):
            return FoundPerson(name, " ".join(words[:jobs])), size
    return None, 1


def _is_whole(name: str) -> bool:
    """Whether a text is somebody's whole name, by a given name that all know."""
    return len(name.split()) > 1 and known_given(name) > 0 and looks_like_name(name) >= _SURE
