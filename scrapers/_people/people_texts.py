"""People written into one field of data: "Ada Lovelace, Engineer, Acme", "A & B", "Name | Title | Company".

A field that is said to hold speakers is trusted further than a line of a page: handles and names in any spelling count,
placeholders and phrases do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from scrapers._found import FoundPerson, fold
from scrapers._language.awaited import is_placeholder
from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.words import CJK, given_names, parts, plain
from scrapers._people.affiliation import split_affiliation
from scrapers._people.labels import split_role
from scrapers._people.names import share_told, split_people

_LABEL_AT = re.compile(r"(?:^|(?<=[.!?;)\n]))[ \t]*(?:[-–•*·][ \t]+)?(?:\*\*|__)?(?=[^\W\d_])", re.M)
"""Where a label may stand: at the head of a line or of a sentence."""
_BY_HOUSES = re.compile(r"\s*(?:hosted|presented|pr[ée]sent|anim)", re.I)
"""What houses do as well."""
_SENTENCE = re.compile(r"(?:\S+ ){5}.*[.!?]$")
_ITEM = re.compile(r"\s*[-–•*·]\s")
_WINDOW, _SHORT = 1500, 30
_NAME, _SURE, _ALL = 0.4, 0.7, 0.6
"""How surely a name must look like one behind a label with a colon and without; how much of a list then tells of people."""
_STARS = re.compile(r"(?<=[\w)])[*†‡](?=\s*(?:[;,&]|$))")
"""Marks behind names, of who presents or writes letters."""


_NAME_AND_HOUSE = re.compile(r"([^\W\d_][^\s,()]*(?: [^\s,()]+){1,3})(?:, +| ?\()([^,()]{2,100}(?:, [^,()]{2,60})?)\)?")
"""An entry of a list of people that no word of the name proves to be one."""


def people_in(text: str, *, alone: bool = False, commas_part_people: bool | None = None) -> list[FoundPerson]:
    """The people a speaker field's text names, in its order.

    `alone` says that the text is one entry of a list of people, `commas_part_people` what commas do in this field.
    """
    text = " ".join(text.split()) if "\n" not in text.strip() else text.strip()
    text = _without_task(_STARS.sub("", text))
    if not text or is_placeholder(text):
        return []
    for sign in "#/|":
        if sign in text and _are_called(text.split(sign)):
            return [FoundPerson(part.strip()) for part in text.split(sign)]
    if text.count("|") in (1, 2) and (alone or not any(looks_like_name(part) >= 0.5 for part in text.split("|")[1:])):
        name, *rest = (part.strip() for part in text.split("|"))
        before, dash, house = name.partition(" - ")
        if dash and looks_like_name(before) >= 0.5:  # "Ana Berg - Tarn | Tarn Labs"
            return [FoundPerson(before, *split_affiliation(" | ".join((house, *rest))))]
        return [FoundPerson(name, rest[0] or None if len(rest) > 1 else None, rest[-1] or None)] if name else []
    lines = person_lines(text.split("\n"))
    if "\n" in text and all(map(_begins_with_name, lines)):
        return [person for line in lines for person in people_in(line)]
    found = (
        split_people(text, commas_part_people=True)
        if commas_part_people
        else people_on(text, listed=commas_part_people is None)
    )
    if found:
        return found
    _, bare = split_role(text)
    if is_placeholder(bare):
        return []
    words = bare.split()
    if alone and (told := _NAME_AND_HOUSE.fullmatch(bare)):
        return [FoundPerson(told[1], *split_affiliation(told[2]))]
    if alone and len(bare) <= 80 and any(c.isalpha() for c in bare):
        return [FoundPerson(bare)]
    named = looks_like_name(bare) >= 0.25 or (len(words) in (2, 3) and fold(words[0]) in given_names())
    if len(words) == 1 or named or (not bare.isascii() and len(bare) <= 20):
        return [FoundPerson(bare)] if any(c.isalpha() for c in bare) else []
    return []


def _without_task(text: str) -> str:
    """The text without one or two words at its head that say what those named behind them do ("Coaches: Ann Archer, Acme")."""
    task, colon, rest = text.partition(": ")
    words = task.split()
    told = colon and 0 < len(words) < 3 and all(map(str.isalpha, words)) and looks_like_name(task) < 0.5
    return rest.strip() if told and _begins_with_name(rest.strip()) else text


def _are_called(texts: Sequence[str]) -> bool:
    """Whether texts are people's names or given names alone, most of them known as such and none anything else."""
    bare = [split_honours(text.strip())[1] for text in texts]
    known = sum(looks_like_name(name) >= 0.5 or fold(name) in given_names() for name in bare)
    alike = all(looks_like_name(name) > 0 and max(job_and_company(name)) < 0.5 for name in bare)
    are_given = known > 0 and not any(" " in name or CJK.search(name) for name in bare)
    return known == len(bare) or (alike and (2 * known > len(bare) or are_given))


def person_lines(lines: Sequence[str]) -> list[str]:
    """Lines about people with what tells of a person on a line of its own ("CEO", "Tarn AG") put behind the name above."""
    found: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if found and (found[-1].endswith((",", "&")) or not _begins_with_name(line)):
            found[-1] = f"{found[-1]} {line}" if found[-1].endswith((",", "&")) else f"{found[-1]}, {line}"
        else:
            found.append(line)
    return found


def _begins_with_name(line: str) -> bool:
    """Whether a line begins with a person's name, up to the first comma, bracket or dash."""
    first = re.split(r"\s*[,;(–—]\s*|\s-\s|\s(?:&|and)\s", split_role(line)[1])[0]
    return looks_like_name(first) >= 0.5 and job_and_company(first)[1] < 0.6


def do_commas_part_people(texts: Sequence[str], names: Set[str]) -> bool | None:
    """What commas do in a field, judged over its values: True for lists of names, False for "Name, Company", None unsure.

    `names` are names known from elsewhere in the source, folded.
    """
    people = others = 0
    for text in texts:
        pieces = [piece.strip() for piece in re.split(r"[,，、]", text) if piece.strip()]
        for piece in pieces[1:]:
            if fold(piece) in names:
                people += 3
            elif looks_like_name(bare := split_honours(piece)[1] or piece) >= 0.6 and max(job_and_company(bare)) < 0.3:
                people += 1
            else:
                others += 1
    if people + others == 0:
        return None
    share = people / (people + others)
    return True if share > 0.7 else False if share < 0.4 else None


def people_on(text: str, *, listed: bool) -> list[FoundPerson]:
    """The people on a line; "Name, Job title, Company" is one person, whatever the company is called."""
    pieces = [piece.strip() for piece in text.split(",")]
    alone = len(pieces) > 1 and not re.search(r"[;&]|\s(?:and|und|et|y|e|en|og|och|ja|oraz|ve|și|și|és|и|і|та)\s", text)
    another = (
        len(pieces) > 1 and "(" in pieces[1] and _begins_with_name(pieces[1])
    )  # "Ana Berg (CEO - Tarn), Tom Berg (CFO - Beta)"
    if alone and not another and looks_like_name(pieces[0]) >= 0.5 and job_and_company(pieces[1])[0] > 0.5:
        more = any(looks_like_name(p) >= 0.6 and job_and_company(after)[0] > 0.5 for p, after in pairwise(pieces[2:]))
        if not more:
            title, company = split_affiliation(", ".join(pieces[1:]))
            return [FoundPerson(pieces[0], title, company)]
    return split_people(text, commas_part_people=None if listed else False)


def labelled_people(text: str | None) -> list[FoundPerson]:
    """The people that a description names after a label ("Speakers: A (Director, Acme); B (CEO, Beta)."), else none."""
    found: list[FoundPerson] = []
    for label, sure, listed in _labelled(text or ""):
        people = split_people(f"{label}: {listed}" if sure else listed)
        if sure:
            alone = len(people) == 1 and fold(people[0].name) == fold(listed)
            found += [p for p in people if alone or looks_like_name(p.name) >= _NAME]
        elif share_told(people, listed) >= _ALL:
            least = 9 if _BY_HOUSES.match(label) and not found else _SURE
            found += [p for p in people if looks_like_name(p.name) >= (_NAME if p.title else least)]
    return list({p.name.casefold(): p for p in found}.values())


def without_label(text: str | None) -> str | None:
    """A description without the lines that only name its speakers."""
    lines = [line for line in (text or "").split("\n") if not _names_only(line)]
    return "\n".join(lines).strip() or None


def _names_only(line: str) -> bool:
    if len(line) > 400:
        return False
    found = next(_labelled(line), None)
    at_head = found is not None and line.lstrip(" \t-–•*·_").startswith(found[0])
    whole = found is not None and at_head and line.rstrip(". ").endswith(found[2].rstrip(". "))
    return found is not None and whole and share_told(split_people(found[2]), found[2]) >= _ALL


def _labelled(text: str) -> Iterator[tuple[str, bool, str]]:
    """Each label of people in a text, whether a colon follows it, and the list it leads to."""
    for place in _LABEL_AT.finditer(text):
        window = text[place.end() : place.end() + _WINDOW].split("\n", 1)[0]
        label, rest = split_role(window)
        alone = len(window) < _SHORT and plain(window.strip("*_ \t")) in parts("roles")  # "Speakers" above a list
        label, rest = (window, "") if alone else (label, rest)
        if label is None:
            continue
        at = place.end() + len(window.rstrip()) - len(rest)
        sure = alone or any(sign in text[place.end() + len(label) : at] for sign in ":：")
        opens = text[: place.end()].rstrip(" \t*_-–•·")[-1:] in ("", "\n", ".", "!", "?")
        if sure or (opens and (plain(label) in parts("led_by") or plain(label) in parts("by"))):
            yield label, sure, _list_after(text, at).strip("*_ ")


def _list_after(text: str, at: int) -> str:
    """What follows a label, up to the end of the line, or of the sentence where the text is all one line."""
    line = text[at : at + 1500].split("\n")[0]
    if not line.strip():
        lines = text[at : at + 800].lstrip("\n").split("\n\n")[0].split("\n")[:8]
        if _ITEM.match(lines[0]):
            lines = list(takewhile(_ITEM.match, lines))
        return "; ".join(takewhile(lambda line: "://" not in line and not _SENTENCE.match(line), lines))
    depth = 0
    for index, char in enumerate(line):
        depth += (char in "([") - (char in ")]")
        if char == "." and depth <= 0 and line[index + 1 : index + 2] in ("", " "):
            word = line[:index].rpartition(" ")[2]
            if len(word) > 2 and plain(word) not in parts("honorifics"):
                return line[:index]
    return line
