"""People named in the running text of a slot: who opens a sentence, and who is led to by "with", "by", "led by".

Read only for a session whose lines name nobody: elsewhere a name in a text is that of somebody talked about.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from scrapers._found import FoundPerson, fold
from scrapers._language.called import holds_given
from scrapers._language.jobs import opens_with_job
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import any_of, page_words, words_of
from scrapers._language.words import lexicon, parts, plain
from scrapers._people.affiliation import split_affiliation
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given

_LONGEST = 600
_SENTENCES = 2
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+(?=[^\W\d_])")
_BAR = re.compile(r"\s[·•|]\s")
_VERB = re.compile(r",?\s(?:is|are|was|were|has|have|ist|sind|hat|est|sont|a|ont|es|son|é|são|è|sono)\s")
_HEAD = 120
_POST = re.compile(r",\s+([^.;()]{3,90})(?=[.;]|$)")
_WORD = r"[^\W\d_][\w’'-]*"
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŻŹČŠŽŘŐŰİŞ"
_SMALL_WORDS = rf"(?:(?![{_CAPITAL}]){_WORD}:?\s+){{0,3}}"
_NAME = re.compile(
    rf"(?:[{_CAPITAL}][\w’'.-]*\s+)+?(?:(?:van|von|de|der|den|da|di|del|la|le|el|al|bin)\s+){{0,2}}"
    rf"[{_CAPITAL}][\w’'-]+(?:\s+[{_CAPITAL}][\w’'-]+)?"
)
_BESIDE = re.compile(
    rf"\s*\(([^()]{{2,80}})\)|,\s+((?![{_CAPITAL}])\w[^,.;()]{{3,80}})(?=[,.;])"
    rf"|\s+(?:of the|from the|of|from|at)\s+((?:[{_CAPITAL}][\w&’'-]*\s?)+)"
)
_NEXT = re.compile(rf"\s?,?\s?(?:\b(?:and|und|et|y|e|en|og|och|i|ja)\b|&|,)\s+({_SMALL_WORDS})(?=[{_CAPITAL}])")
_ABSENT = re.compile(
    r"\b(?:thank|sponsor|support|in memory|in honou?r|named after|based on|book|novel|works? (?:of|by)|music (?:of|by)|"
    r"danke|merci|gracias|grazie|apoio)",
    re.I,
)
_ON_STAGE = "with by mit von avec par con por com door med joins hosts".split()
_ARTICLES = frozenset(
    "his her their the a an our its der die das dem den le la les un une el los il lo o os as de het een seine ihre".split()
)


@cache
def _leads() -> re.Pattern[str]:
    """Words that lead to who takes part, with up to three small words of a job behind them."""
    words = any_of({*parts("led_by"), *_ON_STAGE})
    return re.compile(rf"\b(?i:{words})\s+(?:l['’]|les? |la |the |el |il )?({_SMALL_WORDS})(?=[{_CAPITAL}])")


def people_introduced(text: str) -> list[FoundPerson]:
    """The people whom a label leads to at the head of running text ("Speaker: Ann Archer is a ...", "Bio: ...")."""
    label, rest = split_role(text)
    head, colon, told = text.partition(":")
    if colon and label is None and len(head) < _HEAD and words_of(plain(head)) in page_words()["biography"].phrases:
        label, rest = head, told.strip()
    verb = _VERB.search(rest[:_HEAD]) if label is not None else None
    people = split_people(rest[: verb.start()]) if verb else []
    named = people and rest.startswith(people[0].name.split()[0]) and all(looks_like_name(p.name) >= 0.6 for p in people)
    return people if named else []


def people_told(text: str, known: Container[str] = ()) -> list[FoundPerson]:
    """The people whom the first sentences of a text bring on stage, in its order. `known`: names (folded) that are people's."""
    found = {fold(p.name): p for part in _BAR.split(text[:_LONGEST])[1:] for p in _in_part(part)}
    for sentence in _STOP.split(text[:_LONGEST])[:_SENTENCES]:
        if not _ABSENT.search(sentence):
            for person in _in_sentence(sentence.strip(), known):
                found.setdefault(fold(person.name), person)
    return list(found.values())


def _in_part(part: str) -> list[FoundPerson]:
    """The people of one part of a line, parted by bars, that is nothing but them ("... · Ann Archer, Head of Sales, Acme")."""
    people = split_people(part)
    sure = all(known_given(p.name) > 0 and looks_like_name(p.name) >= 0.7 and p.title for p in people)
    return people if people and sure and part.startswith(people[0].name) else []


def _in_sentence(sentence: str, known: Container[str]) -> Iterator[FoundPerson]:
    starts = [(0, "")] + [(m.end(), m[1]) for m in _leads().finditer(sentence)]
    done = 0
    for start, job in starts:
        at = start
        while at >= done and (person := _person_at(sentence, at, job, known)) is not None:
            made, at = person
            yield made
            done = at
            more = _NEXT.match(sentence, at)
            if more is None:
                break
            at, job = more.end(), more[1]


def _person_at(sentence: str, at: int, job: str, known: Container[str]) -> tuple[FoundPerson, int] | None:
    """The person whose name begins at a place, with what stands beside it, and where that ends."""
    match = _NAME.match(sentence, at)
    if match is None:
        return None
    name = match[0]
    bare = [word for word in split_honours(name)[1].split() if plain(word) not in parts("address")]
    is_known = fold(name) in known or (bare and holds_given(fold(bare[0]).split()) and looks_like_name(name) >= 0.7)
    if len(bare) < 2 or not is_known:
        return None
    title = " ".join(w for w in job.split() if plain(w) not in _ARTICLES)
    title = title if title and lexicon("job").hits(title) else ""
    person, end = FoundPerson(name, title or None), match.end()
    post = _POST.match(sentence, end)
    if post is not None and opens_with_job(post[1]):  # "Ann Archer, VP Sales, Acme."
        person.title, person.company = split_affiliation(post[1])
        return person, post.end()
    beside = _BESIDE.match(sentence, end)
    if beside is not None:
        told = split_affiliation((beside[1] or beside[2] or beside[3]).strip())
        if beside[2] and not told[0]:
            return person, end  # ", which nobody expected"
        person.title, person.company = person.title or told[0], told[1]
        end = beside.end()
    return person, end
