"""People that a plain text presents one below the other: a name, then what that is, then perhaps a life."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import looks_like_name
from scrapers._people.labels import split_role
from scrapers._people.people_lines import people_fill
from scrapers._text.records import Line

_LEAST, _NAMED, _TOLD = 3, 0.6, 0.5
_SHORT, _LIFE = 120, 80
"""Characters of a line of a job at most, and of one that tells a life at least."""
_HEADED = 3
"""So many people at least stand below each line that is none of theirs."""


@dataclass(frozen=True, slots=True)
class Card:
    """One who is presented: the line of the name, the first behind what is `told` of them."""

    first: int
    last: int
    told: tuple[str, ...]


def cards_in(lines: list[Line]) -> list[Card] | None:
    """The people a text presents, where they are all there is below its beginning; None where they are not.

    A line with a clock, and lines between them that are no lives and too many for headings, are a programme's.
    """
    if any(line.clock for line in lines):
        return None
    starts = [at for at, (one, two) in enumerate(pairwise(lines)) if _is_name(one) and _tells_work(two)]
    if len(starts) < _LEAST:
        return None
    ends = [*starts[1:], len(lines)]
    cards = [_card(lines, at, end, last=end == len(lines)) for at, end in zip(starts, ends, strict=True)]
    between = sum(after.first - card.last for card, after in pairwise(cards))
    return _level(cards) if between * _HEADED <= len(cards) else None


def _card(lines: list[Line], at: int, end: int, *, last: bool) -> Card:
    """The person at a line: the job below, the company that may stand below that, and lives."""
    upto = at + 2
    if upto < end and not lines[upto].blank_before and _is_short(lines[upto]) and not (last and lines[upto - 1].blank_before):
        upto += 1
    while upto < end and len(lines[upto].text) >= _LIFE:
        upto += 1
    return Card(at, upto, tuple(line.text for line in lines[at + 1 : upto]))


def _level(cards: list[Card]) -> list[Card]:
    """The cards with as many lines of work each: where they differ, those of one are told in one."""
    work = [tuple(text for text in card.told if len(text) < _LIFE) for card in cards]
    if len({len(texts) for texts in work}) == 1:
        return cards
    return [
        Card(card.first, card.last, (", ".join(texts) or card.told[0], *card.told[max(1, len(texts)) :]))
        for card, texts in zip(cards, work, strict=True)
    ]


def _is_short(line: Line) -> bool:
    return len(line.text) < _LIFE and line.text[-1] not in ".!?:"


def _is_name(line: Line) -> bool:
    whole = 1 < len(line.text.split()) < 6 and split_role(line.text)[0] is None
    return whole and looks_like_name(line.text) >= _NAMED and max(job_and_company(line.text)) < _TOLD


def _tells_work(line: Line) -> bool:
    """Whether a line tells a job or a company and nobody's name."""
    told = len(line.text) < _SHORT and max(job_and_company(line.text)) > _TOLD
    return told and people_fill(line.text) < _NAMED
