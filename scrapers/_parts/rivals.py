"""Lines that read like titles beside the title of their session: facts behind one label, subtitles."""

from __future__ import annotations

from scrapers._found import fold
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import plain, words_of
from scrapers._parts.roles import OTHER, PERSON, TEXT, Chances
from scrapers._people.labels import split_role
from scrapers._timing.heads import part_labelled, value_labelled
from scrapers._timing.unit import Page

_LEAST = 3
_USUAL = 0.9
_LONGEST = 40
_NAME = 0.5


def without_rivals(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with what only looks like a title beside one made text, or no part of its own."""
    return _without_subtitles(page, _without_facts(page, chances))


def _titles_by_format(page: Page, chances: list[Chances]) -> dict[str, list[int]]:
    """The lines of every format that holds several would-be titles, all of them."""
    formats: dict[str, list[int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        if row and unit.zone >= 0 and not unit.is_date:
            formats.setdefault(unit.format, []).append(at)
    return {format_: lines for format_, lines in formats.items() if sum(chances[at].is_title for at in lines) >= _LEAST}


def _without_facts(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made no titles that give a fact of every session behind one label ("Language: English").

    All lines of their format begin with it, and another title stands in their slot.
    """
    placed = list(chances)
    for format_, members in _titles_by_format(page, chances).items():
        labels = {_label_of(page.units[at].text) for at in members}
        slots = {page.units[at].zone for at in members}
        if len(labels) == 1 and "" not in labels and all(_has_other_title(page, chances, slot, format_) for slot in slots):
            for at in members:
                placed[at] = chances[at].drawn_to(OTHER)
    return placed


def _label_of(text: str) -> str:
    """What stands before the first colon of a line, empty where that may be a name, or lead to a title or to people."""
    label, mark, value = text.replace("：", ":").partition(":")
    named = looks_like_name(label) >= _NAME or split_role(text)[0] is not None
    titled = part_labelled(text) == "title" or value_labelled(text, "title_label") is not None
    told = named or titled or is_kind(words_of(plain(label)))
    return fold(label) if mark and value and len(label) < _LONGEST and not told else ""


def _has_other_title(page: Page, chances: list[Chances], slot: int, format_: str) -> bool:
    """Whether a slot has a title of another format that does more than name a kind of session."""
    zone = page.zones[slot]
    titles = (page.units[at] for at in range(zone.first, zone.last) if chances[at] and chances[at].is_title)
    return any(unit.format != format_ and not is_kind(unit.words) for unit in titles)


def _without_subtitles(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made text that always stand right below the titles of one other format, before their people.

    Titles of that format without such a line have their people right below them.
    """
    placed = list(chances)
    formats = _titles_by_format(page, chances)
    for members in formats.values():
        above = {at - 1 for at in members}
        heads = {page.units[at].format for at in above if chances[at] and chances[at].is_title}
        led = all(chances[at] and chances[at].is_title and page.units[at].zone == page.units[at + 1].zone for at in above)
        if not led or len(heads) != 1 or page.units[members[0]].format in heads:
            continue
        named = sum(_leads_to_people(chances, at) for at in members)
        alone = [at for at in formats.get(heads.pop(), ()) if chances[at].is_title and at not in above]
        bare = sum(_leads_to_people(chances, at) for at in alone)
        if named >= _USUAL * len(members) and len(alone) >= _LEAST - 1 and bare >= _USUAL * len(alone):
            for at in members:
                placed[at] = chances[at].drawn_to(TEXT)
    return placed


def _leads_to_people(chances: list[Chances], at: int) -> bool:
    after = at + 1
    return after < len(chances) and bool(chances[after]) and chances[after].role == PERSON
