"""What can be seen of a way to cut a text into job and company, as signs whose weights add up to how good the cut is.

The weights stand in `data/cuts.tsv` and are learnt by `benchmarks/train_cuts.py`. A sign looks at the job, at the company, at
what parts them or at what is left out, never at two of them, so that every part of a text is looked at once.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from scrapers._language.jobs import lean_to_job, legal_forms, words_say
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import DATA
from scrapers._language.words import lexicon, parts, plain
from scrapers._people.cuts import EDGES, Cut, small_words, trimmed
from scrapers._people.places import is_place
from scrapers._remembered import remembered

Signs = Iterator[tuple[str, float]]
_PIECES = re.compile(r"\s{0,9}(?:[,;|\n]|\s[–—-]\s)\s{0,9}")
_OF = frozenset("of for de für di do da der des".split())
_SAID = (0.5, 0.9, 1.2, 1.5)
_COUNTS = (2, 3, 4, 6, 9, 13)


def signs_of(cut: Cut) -> Signs:
    """The signs of a cut, by name and value."""
    for prefix, part in _parts(cut):
        yield from ((prefix + name, value) for name, value in _signs_of_part(part) if value)
    yield from _signs_of_mark(cut)
    yield from _signs_of_rest(cut.rest, cut.way)


def worth_of(cut: Cut) -> float:
    """How good a cut is: the sum of the weights of its signs. Parts and rests that cuts share are looked at once."""
    parts_worth = sum(_worth_of_part(prefix, part) for prefix, part in _parts(cut))
    return parts_worth + _weighed(_signs_of_mark(cut)) + _worth_of_rest(cut.rest, cut.way)


def _parts(cut: Cut) -> list[tuple[str, str]]:
    """The job and the company of a cut, each with what its signs begin with: alone they are judged otherwise than together."""
    if cut.job and cut.company:
        return [("j:", cut.job), ("c:", cut.company)]
    return [("J:", cut.job)] if cut.job else [("C:", cut.company)]


@remembered
def _worth_of_part(prefix: str, part: str) -> float:
    weights = _weights_of(prefix)
    return sum([value * weights[name] for name, value in _signs_of_known(part) if name in weights])


@remembered
def _worth_of_rest(rest: str, way: str) -> float:
    return _weighed(_signs_of_rest(rest, way))


def _weighed(signs: Signs) -> float:
    weights = cut_weights()
    return sum(value * weights.get(name, 0.0) for name, value in signs)


@cache
def cut_weights() -> dict[str, float]:
    """The weight of every sign."""
    lines = (DATA / "cuts.tsv").read_text(encoding="utf-8").splitlines()
    return {name: float(weight) for name, _, weight in (line.rpartition("\t") for line in lines)}


@cache
def _weights_of(prefix: str) -> dict[str, float]:
    """The weights of the signs of a part, by their names without what they begin with there."""
    return {name.removeprefix(prefix): weight for name, weight in cut_weights().items() if name.startswith(prefix)}


@remembered
def _signs_of_known(part: str) -> list[tuple[str, float]]:
    return [sign for sign in _signs_of_part(part) if sign[1]]


def _signs_of_part(part: str) -> Signs:
    """The signs of a text that is taken for a job or for a company."""
    words = part.split()
    plain_words = [plain(word) for word in words]
    pieces = [piece for text in _PIECES.split(part) if (piece := text.strip(EDGES))] or [part]
    yield from _kinds("", part)
    job, company = words_say(part)
    yield f"job{_step(job, _SAID)}", 1.0
    yield f"company{_step(company, _SAID)}", 1.0
    yield f"words{_step(len(words), _COUNTS)}", 1.0
    yield f"first:{_case(part)}", 1.0
    yield f"last:{_case(words[-1])}", 1.0
    yield f"pieces{min(4, len(pieces))}", 1.0
    if len(pieces) > 1:
        for name, piece in (("head ", pieces[0]), ("tail ", pieces[-1])):
            yield from _kinds(name, piece)
            said = words_say(piece)
            yield f"{name}job", said[0]
            yield f"{name}company", said[1]
            yield f"{name}place", float(is_place(piece))
            yield f"{name}form", float(plain(piece).strip(".") in legal_forms())
        yield "posts", float(sum(words_say(piece)[0] >= 0.8 for piece in pieces) > 1)
    yield "bracket", float("(" in part or "（" in part)
    yield "unbalanced", float(part.count("(") != part.count(")") or part.count("（") != part.count("）") or part.count('"') % 2)
    yield "sentence", float(". " in part)
    yield "capitals", float(part.isupper() and len(part) < 9)
    yield f"share{_step(sum(w[:1].isupper() or w[:1].isdigit() for w in words) / len(words), (0.01, 0.3, 0.5, 0.99))}", 1.0
    yield from _signs_of_words([word.strip(".,()") for word in plain_words], plain_words)


def _signs_of_words(bare: list[str], words: list[str]) -> Signs:
    """The signs of the words of a part: what those at its ends are, and whether others stand among them."""
    inside = words[1:-1]
    yield "joint", float(not parts("joints").isdisjoint(inside))
    yield "opens small", float(words[0] in small_words())
    yield "ends small", float(words[-1] in small_words())
    yield "of", float(not _OF.isdisjoint(inside))
    for name, word in (("first ", bare[0]), ("last ", bare[-1])):
        for meaning in ("job", "company", "field"):
            yield name + meaning, float(lexicon(meaning).holds(word))
    for meaning in ("job", "company"):
        yield f"some {meaning}", float(any(map(lexicon(meaning).holds, bare)))
        if len(bare) == 1:
            yield f"only {meaning}", float(lexicon(meaning).holds(bare[0]))
    yield "body", float(len(bare) > 1 and lexicon("company").holds(bare[0]))
    yield "form", float(bare[-1] in legal_forms())
    yield "forms", float(legal_forms().issuperset(bare))
    yield "place", float(is_place(" ".join(bare)))
    yield f"<{bare[0]}", 0.5
    yield f">{bare[-1]}", 0.5


def _kinds(name: str, text: str) -> Signs:
    kinds = text_kinds(text)
    for kind, chance in zip(kinds._fields, kinds, strict=True):
        yield f"{name}is {kind}", math.log(chance + 0.02)
    yield f"{name}leans", max(-2.0, min(2.0, lean_to_job(text)))


def _signs_of_mark(cut: Cut) -> Signs:
    """The signs of what parts both, with the case of the words beside it."""
    yield f"way:{cut.way}", 1.0
    if not cut.mark:
        return
    behind = _case(cut.company)
    yield f"mark:{cut.mark[:16]} {cut.way}", 1.0
    if cut.mark.startswith("w:"):
        words = cut.mark[2:].split()
        yield f"word:{words[0]}", 1.0
        yield "words", len(words) - 1.0
        yield f"word before {behind}", 1.0
    elif cut.mark == "sp":
        yield f"blank {cut.way} {_case(cut.job.split()[-1])} {behind}", 1.0


def _signs_of_rest(rest: str, way: str) -> Signs:
    """The signs of what is left out behind both."""
    bare, lead = trimmed(rest), rest.strip()[:1]
    if not bare:
        return
    words = [plain(word).strip(".,") for word in bare.split()]
    yield f"rest {way}", 1.0
    yield f"rest place {way}", float(is_place(bare))
    yield f"rest {'word' if lead.isalpha() else lead} {way}", 1.0
    yield f"rest words{_step(len(words), (2, 3, 5, 9))}", 1.0
    yield "rest capital" if bare[:1].isupper() else "rest small", 1.0
    yield "rest capitals", float(bare.isupper() and len(bare) < 8)
    yield from _kinds("rest ", bare[:80])
    job, company = words_say(bare)
    yield "rest job", job
    yield f"rest company {way}", company
    yield "rest form", float(words[0] in legal_forms())
    yield "rest opens with job", float(len(words) > 1 and lexicon("job").holds(words[0]))
    if lead.isalpha():
        yield f"rest word {rest.split()[0].lower()}", 1.0
        yield "rest goes on with job", float(len(words) > 2 and lexicon("job").holds(words[1]))


def _step(value: float, steps: tuple[float, ...]) -> int:
    return bisect_right(steps, value)


def _case(text: str) -> str:
    first = text[:1]
    return "capital" if first.isupper() else "small" if first.islower() else "digit" if first.isdigit() else "other"
