"""People a page names in full, looked up where it names them in short: surnames, first names, "A. Archer", where unique."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scrapers._found import FoundPerson, fold
from scrapers._language.vocabulary import any_of

_MOST_WORDS = 5
_PARTS = re.compile(r" ?(?:[,;/&+・、]| (?:and|und|et|y|e|i) ) ?")


@dataclass(frozen=True)
class Known:
    """Printed names by what they compare as, and the only person of each surname, first name, or initial and surname."""

    names: dict[str, str]
    surnames: dict[str, str]
    shorts: dict[str, str]
    longest: int
    spaceless: re.Pattern[str] | None
    firsts: frozenset[str]

    def people(self) -> list[FoundPerson]:
        """The known people by name alone."""
        return [FoundPerson(name) for name in self.names.values()]

    def is_name(self, text: str) -> bool:
        """Whether the text is one of the names and nothing else."""
        return fold(text) in self.names

    def names_in(self, text: str) -> list[str]:
        """The known people named in a text, as printed elsewhere on the page, in the order of the text."""
        words = fold(text).split()
        found = []
        done = 0
        for first in [at for at, word in enumerate(words) if word in self.firsts]:
            for length in range(min(self.longest, len(words) - first), 1, -1) if first >= done else ():
                name = self.names.get(" ".join(words[first : first + length]))
                if name:
                    found.append(name)
                    done = first + length
                    break
        return found + (self.spaceless.findall(text) if self.spaceless else [])

    def by_surname(self, text: str) -> list[str]:
        """The people meant by a list of bare surnames ("Ott, Sommer / Beck"); empty unless each is the only one of its name."""
        parts = [fold(part) for part in _PARTS.split(" ".join(text.split()))]
        found = [self.surnames.get(part, "") for part in parts]
        return found if found and all(found) else []

    def called(self, text: str) -> list[str]:
        """The people meant by a list of names, whole or short ("Ann & B. Baxter"); empty unless each is known."""
        parts = [fold(part) for part in _PARTS.split(" ".join(text.split()))] if len(text) < 120 else []
        found = [self.names.get(part) or self.surnames.get(part) or self.shorts.get(part) or "" for part in parts]
        return found if found and all(found) else []


def known_people(people: Iterable[FoundPerson]) -> Known:
    """What can be looked up of these people."""
    names: dict[str, str] = {}
    surnames: dict[str, str] = {}
    shorts: dict[str, str] = {}
    spaceless = set()
    for person in people:
        folded = fold(person.name)
        words = folded.split()
        if len(words) > 1 and len(words) <= _MOST_WORDS:
            if folded in names:
                continue
            names[folded] = person.name
            surnames[words[-1]] = "" if words[-1] in surnames else person.name
            for short in (words[0], f"{words[0][0]} {words[-1]}", f"{words[-1]} {words[0][0]}"):
                shorts[short] = "" if short in shorts else person.name
        elif len(words) == 1 and not folded.isascii() and 2 < len(folded) < 12:
            names[folded] = person.name
            spaceless.add(person.name)
    pattern = re.compile(any_of(spaceless)) if spaceless else None
    firsts = frozenset(name.partition(" ")[0] for name in names)
    return Known(names, surnames, shorts, max((n.count(" ") + 1 for n in names), default=0), pattern, firsts)
