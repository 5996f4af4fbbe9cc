"""The people a piece of text names, with their job titles and companies."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from scrapers._found import FoundPerson
from scrapers._jobs import job_and_company, split_affiliation
from scrapers._labels import split_role, without_roles
from scrapers._namelike import is_placeholder, looks_like_name, split_honours
from scrapers._words import CJK, lexicon, parts, plain

__all__ = ["is_placeholder", "looks_like_name", "split_affiliation", "split_honours", "split_people", "split_role"]

_LONGEST = 1500
_EDGES = " \t\n\r,;:|•·–—-*/"
_PRONOUNS = re.compile(r"\(?\b(?:she|he|they)\s*/\s*(?:her|him|them|they|she|he)(?:\s*/\s*\w+)?\)?", re.I)


class _Atom(NamedTuple):
    text: str
    mark: str
    start: int
    end: int


@cache
def _marks() -> re.Pattern[str]:
    joints = "|".join(sorted((re.escape(j) for j in parts("joints") if j.isalpha() or " " in j), key=len, reverse=True))
    return re.compile(
        rf"\s*(?P<hard>\n|;|；|\s•\s|•|\s·\s|\s//?\s|\s\|\s)\s*|\s*(?P<comma>[,，、])\s*(?:(?P<last>(?:{joints}|&)\s+))?"
        rf"|\s+(?P<joint>(?:{joints}|&|\+|×)(?=\s))\s+|\s+(?P<dash>[–—‒-]+)\s+|\s*(?P<at>[@＠])\s*(?=\w)|\s*(?P<open>[(（\[【])|(?P<close>[)）\]】])",
        re.I,
    )


def split_people(text: str, *, commas_part_people: bool | None = None) -> list[FoundPerson]:
    """The people a line or cell names, in its order; none when it names nobody.

    `commas_part_people` tells what a comma does where the text alone does not show it: True for lists of names, False for
    "Name, Company". Names keep their honorifics; job titles and companies are cut apart by `split_affiliation`.
    """
    return [replace(person, links=dict(person.links)) for person in _people_in(text, commas_part_people)]


@lru_cache(maxsize=20_000)  # a page's readers ask about the same lines again and again
def _people_in(text: str, commas_part_people: bool | None) -> tuple[FoundPerson, ...]:
    text = _PRONOUNS.sub(" ", text[:_LONGEST]).strip(_EDGES)
    _, text = without_roles(text)
    people: list[FoundPerson] = []
    for chunk in _last_first(text) or [text]:
        people.extend(_read_chunk(chunk, commas_part_people))
    return tuple(people)


def _last_first(text: str) -> list[str] | None:
    """Entries of a list in the form "Archer, Ann; Baker, Bob", turned round; None when the text is no such list."""
    entries = [e for e in re.split(r"\s*(?:;|\n|•)\s*", text) if e]
    turned = []
    for entry in entries:
        last, comma, first = entry.partition(",")
        first = first.strip()
        if not comma or "," in first or not first or len(last.split()) > 2 or len(first.split()) > 2:
            return None
        single = len(last.split()) == 1 and len(first.split()) == 1
        shouted = last.isupper() and not first.isupper() and len(last) > 2
        whole = f"{first} {last}"
        jobs = job_and_company(first)
        if not (shouted or (single and (len(entries) > 1 or looks_like_name(whole) >= 0.7))) or max(jobs) > 0.3:
            return None
        if looks_like_name(whole) < 0.6:
            return None
        turned.append(whole)
    return turned or None


def _atoms(text: str) -> list[_Atom]:
    """The pieces between separators, each with the mark before it: `,` `;` `&` `-` `(` or `` (at the start)."""
    atoms: list[_Atom] = []
    mark, done, depth, opened = "", 0, 0, 0
    for match in _marks().finditer(text):
        kind = "comma" if match["comma"] else match.lastgroup
        if depth and kind not in ("open", "close"):
            continue
        if kind == "open":
            depth += 1
            if depth > 1:
                continue
            opened = match.end()
        if kind == "close":
            if not depth:
                continue
            depth -= 1
            if depth:
                continue
        _push(atoms, text, done, match.start(), mark)
        done = match.end()
        mark = "&" if match["last"] else _SIGNS[kind or "hard"]
    if depth:
        return [*atoms, _Atom(text[opened:].strip(_EDGES), "(", opened, len(text))] if text[opened:].strip(_EDGES) else atoms
    _push(atoms, text, done, len(text), mark)
    return atoms


def _push(atoms: list[_Atom], text: str, start: int, end: int, mark: str) -> None:
    piece = text[start:end].strip(_EDGES)
    if not piece or (atoms and plain(piece) in parts("placeholders")):
        return
    if atoms and mark == "," and (_is_tail(piece)):
        last = atoms[-1]
        atoms[-1] = last._replace(text=text[last.start : end].strip(_EDGES), end=end)
        return
    atoms.append(_Atom(piece, mark, start, end))


def _is_tail(piece: str) -> bool:
    """Whether a piece belongs to the one before its comma: degrees after a name, "Inc." after a company."""
    bare = plain(piece)
    return all(w in parts("postnominals") for w in bare.split()) or bare.rstrip(".") in ("inc", "ltd", "llc", "s.a", "gmbh")


_SIGNS = {"hard": ";", "comma": ",", "joint": "&", "dash": "-", "at": "-", "open": "(", "close": ")"}
_STEP = {
    # mark: name->name, name->affiliation, affiliation->name, affiliation->affiliation
    ",": (-0.5, 0.3, -0.5, 0.2),
    ";": (0.4, -1.2, 0.5, -0.5),
    "&": (0.6, -3.0, 0.0, 0.4),
    "-": (-2.0, 0.6, -1.5, 0.2),
    "(": (-1.5, 1.0, -3.0, 0.3),
    ")": (0.2, -1.0, 0.3, -0.4),
}


def _read_chunk(text: str, commas_part_people: bool | None) -> list[FoundPerson]:
    atoms = _atoms(text)
    if not atoms or len(atoms) > 200:
        return []
    if len(atoms) == 1:
        return _unglue(atoms[0].text)
    labels = _label(atoms, commas_part_people)
    people: list[FoundPerson] = []
    index = 0
    while index < len(atoms):
        if labels[index] != "N":
            index += 1
            continue
        stop = index + 1
        while stop < len(atoms) and labels[stop] == "A":
            stop += 1
        people.extend(_person(text, atoms[index:stop]))
        index = stop
    return people


def _label(atoms: list[_Atom], commas_part_people: bool | None) -> list[str]:
    """The likeliest reading of the pieces as names (N), affiliations (A) and other text (X), chosen together (Viterbi)."""
    lean = 0.0 if commas_part_people is None else 1.2 if commas_part_people else -1.2
    scores: dict[str, float] = {}
    back: list[dict[str, str]] = []
    for atom in atoms:
        name, affiliation = _weigh(atom)
        emit = {"N": name, "A": affiliation, "X": -0.4}
        now: dict[str, float] = {}
        came: dict[str, str] = {}
        for label, value in emit.items():
            if not scores:
                now[label] = value - {"N": 0.0, "A": 1.5, "X": 0.5}[label]
                continue
            reached = {before: total + _step(before, label, atom.mark, lean) for before, total in scores.items()}
            came[label] = max(reached, key=lambda k: reached[k])
            now[label] = value + reached[came[label]]
        scores = now
        back.append(came)
    label = max(scores, key=lambda k: scores[k])
    path = [label]
    for came in reversed(back[1:]):
        label = came[label]
        path.append(label)
    return path[::-1]


def _step(before: str, label: str, mark: str, lean: float) -> float:
    if before == "X" or label == "X":
        return -0.6 if label == "A" else -0.3 if before != label else 0.0
    names = _STEP[mark]
    value = names[(before != "N") * 2 + (label != "N")]
    if mark == "," and before == "N":
        value += lean if label == "N" else -lean
    return value


def _weigh(atom: _Atom) -> tuple[float, float]:
    """How well a piece reads as a name and as an affiliation."""
    name = looks_like_name(atom.text)
    if name < 0.5 and _unglue(atom.text):
        name = 0.75
    job, company = job_and_company(atom.text)
    if atom.mark == "(" and plain(atom.text) in parts("roles"):
        return -3.0, -2.0
    words = len(atom.text.split())
    return 4 * (name - 0.5), 0.2 + 1.2 * min(1.5, max(job, company)) - 0.15 * max(0, words - 8)


def _person(text: str, atoms: list[_Atom]) -> list[FoundPerson]:
    glued = _unglue(atoms[0].text)
    if not glued and len(atoms) > 1 and looks_like_name(atoms[0].text) >= 0.2 and 1 < len(atoms[0].text.split()) < 5:
        glued = [FoundPerson(name=atoms[0].text)]  # an odd name, but what follows describes a person
    if not glued:
        return []
    person = glued[0]
    rest = atoms[1:]
    if rest and rest[0].mark == "(" and _is_other_name(rest[0].text, person.name):
        person.name = text[atoms[0].start : rest[0].end + 1].strip(_EDGES)
        rest = rest[1:]
    elif len(rest) > 1 and rest[0].mark == "(" and rest[1].mark in ",-" and len(rest[0].text) < 13:
        rest = rest[1:]  # a short name or pronouns in brackets
    rest = [a for a in rest if plain(a.text) not in parts("roles") or lexicon("job").hits(a.text)]
    if rest and not (person.title or person.company):
        person.title, person.company = _affiliation(text, rest)
    elif rest and person.title and not person.company:
        more = _affiliation(text, rest)
        person.company = more[1] or more[0]
    return [person]


def _affiliation(text: str, atoms: list[_Atom]) -> tuple[str | None, str | None]:
    bracket = next((i for i, a in enumerate(atoms) if a.mark == "(" and i), None)
    if bracket is not None and bracket == len(atoms) - 1:
        title, company = _affiliation(text, atoms[:bracket])
        if title and not company:
            return title, atoms[bracket].text
        return title, f"{company} ({atoms[bracket].text})" if company else atoms[bracket].text
    return split_affiliation(text[atoms[0].start : atoms[-1].end].strip(_EDGES))


def _is_other_name(text: str, name: str) -> bool:
    """Whether brackets after a name hold its form in another script, as in "陳小美 (May Chen)"."""
    return bool(CJK.search(text)) != bool(CJK.search(name)) and looks_like_name(text) >= 0.5


_CALLED = re.compile(r"(?<=\S)\s*(先生|女士|小姐|氏|さん|様|님|씨)$")


def _unglue(text: str) -> list[FoundPerson]:
    """One person out of a text without separators: the name alone, or followed (or led) by a job title."""
    text = _CALLED.sub("", text.strip(_EDGES))
    if is_placeholder(text):
        return []
    if looks_like_name(text) >= 0.5:
        return [FoundPerson(name=_without_degrees(text))]
    words = text.split()
    if CJK.search(text):
        return _unglue_east(text, words)
    for size in range(min(5, len(words) - 1), 1, -1):
        rest = " ".join(words[size:])
        starts = [a for a, _ in lexicon("job").hits(rest)]
        if starts and starts[0] == 0 and looks_like_name(" ".join(words[:size])) >= 0.6:
            title, company = split_affiliation(rest)
            return [FoundPerson(name=" ".join(words[:size]), title=title, company=company)]
    return []


def _without_degrees(text: str) -> str:
    """A name without the degrees after it ("Ann Archer, PhD"); "Jr." and "III" stay."""
    before, name, after = split_honours(text)
    return text if not after or plain(after).strip(" .") in ("jr", "sr", "ii", "iii", "iv") else f"{before} {name}".strip()


def _unglue_east(text: str, words: list[str]) -> list[FoundPerson]:
    """Names among titles and companies in scripts without spaces: "陳小美 教授 某大學", "某大學 陳小美教授"."""
    for index, word in enumerate(words):
        job = next((j for j in lexicon("job").spaceless if word.endswith(j) and 2 <= len(word) - len(j) <= 4), "")
        name = word[: len(word) - len(job)]
        if looks_like_name(name) >= 0.6:
            beside = " ".join([*words[:index], *words[index + 1 :]])
            if not job and beside and not CJK.search(beside) and looks_like_name(f"{beside} X.") >= 0.4:
                return [FoundPerson(name=text)]  # the same name in two scripts
            rest = " ".join([*words[:index], *([job] if job else []), *words[index + 1 :]])
            title, company = split_affiliation(rest) if rest else (None, None)
            return [FoundPerson(name=name, title=title, company=company)]
    return []
