"""Lines that lead to others, as roles and heads of lists alone in a line do, and what they prove of the lines below."""

from __future__ import annotations

import re
from itertools import pairwise

from scrapers._language.kinds import is_kind, is_opening
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import page_words
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, ROOM, TEXT, TITLE, Chances
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given
from scrapers._timing.unit import Page, Unit

_NAME = 0.5
_SURE = 0.8
_LONG = 10
"""From so many words on, one that is somebody's given name elsewhere makes a line no person."""


def leads_told(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the parts that lines which lead to others show these to play."""
    return _with_labelled(page, _without_points(page, _with_titles_above(page, _with_titles_below(page, chances))))


def _with_titles_below(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made titles that stand below lines which only name a kind of session, and these made none.

    Two formats that follow each other so, in one column of a table, show it by most of their pairs ("Workshop" above "Global
    plans", "Panel" above "Who buys now"); further lines of the lower one right behind it are titles of the same kind.
    """
    pairs: dict[tuple[str, str, bool, int | None], list[int]] = {}
    titled = -1  # the slot that has a title of its own above, of which what follows are parts
    for at, (unit, below) in enumerate(pairwise(page.units)):
        led = unit.zone >= 0 and titled != unit.zone == below.zone and unit.piece.line < below.piece.line
        if chances[at] and chances[at].as_title > _SURE and not is_kind(unit.words):
            titled = unit.zone
        if led and chances[at] and chances[at + 1] and chances[at].role != ROOM and unit.piece.style != below.piece.style:
            column = unit.piece.cell.column if unit.piece.cell else None
            pairs.setdefault((unit.piece.style, below.piece.style, unit.piece.box == below.piece.box, column), []).append(at)
    placed = list(chances)
    for heads in pairs.values():
        labels = [at for at in heads if is_kind(page.units[at].words) or is_opening(page.units[at].words)]
        different = {page.units[at + 1].text for at in heads}
        if len(labels) < 3 or 2 * len(labels) < len(heads) or 5 * len(different) < 4 * len(heads):
            continue
        fitting = sum(_may_be_title(page, chances, at + 1) for at in heads)
        if fitting == len(heads) or 5 * min(fitting, len(labels)) >= 4 * len(heads):
            for at in heads:
                placed[at] = chances[at].drawn_to(OTHER)
            for at in _with_further(page, chances, {at + 1 for at in heads}):
                placed[at] = chances[at] if chances[at].is_title else chances[at].drawn_to(TITLE)
    return placed


def _with_further(page: Page, chances: list[Chances], titles: set[int]) -> set[int]:
    """Titles with the lines right behind them that stand in blocks of the same format."""
    for at in range(min(titles) + 1, len(page.units)):
        before, unit = page.units[at - 1], page.units[at]
        beside = before.zone == unit.zone and before.piece.style == unit.piece.style and before.piece.box != unit.piece.box
        if at - 1 in titles and beside and _may_be_title(page, chances, at):
            titles.add(at)
    return titles


def _may_be_title(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line may be a title whatever the model takes it for: some words, nobody of a known name, no sentence.

    A sentence in bold letters may be one.
    """
    unit, row = page.units[at], chances[at]
    plain_line = bool(row) and not unit.is_date and unit.text[-1:] != ":" and row.role not in (AFFIL, ROOM)
    plain_line = plain_line and (unit.piece.bold or (row.role != TEXT and unit.text[-1:] != "."))
    words = plain_line and 1 < len(unit.words) < 30 and unit.text[0] not in "(["
    named = len(unit.words) < _LONG and known_given(unit.text) > 0
    return words and not named and not (split_role(unit.text)[0] or split_honours(unit.text)[0])


def _with_titles_above(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made titles that stand right above "Speaker: Dr Archer" as most of their format do.

    They are no people although they look like names ("Bone Health"), none of a known given name.
    """
    above: dict[str, list[int]] = {}
    for at, (unit, after) in enumerate(zip(page.units, page.units[1:], strict=False)):
        led = unit.zone >= 0 and chances[at] and chances[at + 1] and after.piece.box == unit.piece.box
        if led and split_role(after.text)[0] and not split_role(unit.text)[0] and after.piece.line > unit.piece.line:
            above.setdefault(unit.piece.style, []).append(at)
    titled = list(chances)
    for members in above.values():
        doubtful = [at for at in members if chances[at].role == PERSON]
        titles = sum(chances[at].is_title for at in members)
        for at in doubtful if titles and len(members) > 2 else ():
            text = page.units[at].text
            if known_given(text) < 0 and not split_honours(text)[0]:
                titled[at] = chances[at].drawn_to(TITLE)
    return titled


def _without_points(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the items of a list below "Topics for discussion:" made text: they are about the session above."""
    plain_text = list(chances)
    style = ""
    for at, (before, unit) in enumerate(zip((None, *page.units), page.units, strict=False)):
        if before and before.text[-1:] in (":", "：") and before.words in page_words()["points"].phrases:
            style = unit.piece.style if _in_list(unit) else ""
        if not style or unit.piece.style != style or unit.zone < 0 or not chances[at]:
            style = ""
        elif chances[at].role != PERSON:
            plain_text[at] = chances[at].drawn_to(TEXT)
    return plain_text


def _with_labelled(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with names made people that stand right below a line such as "Presenters:", in one format with the first.

    A line that is but a role ("Moderation", "โดย") is no title above them, nor what else stands in their list.
    """
    proved = list(chances)
    style, listed = "", False
    for at, (before, unit) in enumerate(pairwise(page.units), 1):
        row = chances[at]
        if is_bare_role(before) and row and chances[at - 1]:
            if row.role == PERSON or _in_list(unit):
                proved[at - 1] = chances[at - 1].drawn_to(OTHER)
            if unit.clock is None and (_in_list(unit) or before.text[-1:] in (":", "：")):
                style, listed = unit.piece.style, _in_list(unit)
        if not style or unit.piece.style != style or unit.zone < 0 or not row:
            style = ""
        elif row.role in (OTHER, AFFIL, MIXED, TITLE) and split_people(unit.text) and looks_like_name(unit.text) >= _NAME:
            proved[at] = row.drawn_to(PERSON)
        elif listed and row.is_title:
            proved[at] = row.drawn_to(PERSON if split_people(unit.text) else OTHER)
    return proved


def _in_list(unit: Unit) -> bool:
    return "li" in re.split(r"[.>]", unit.piece.style)


def is_bare_role(unit: Unit) -> bool:
    """Whether a line only says what the people below it do, and names no kind of session and no opening."""
    if len(unit.text) > 40 or is_kind(unit.words) or is_opening(unit.words):
        return False
    return (split_role(f"{unit.text.rstrip(':： ')}:")[0] or "") == unit.text.rstrip(":： ")
