"""Talks that stand in speaker cards, on pages that present people and have no programme: one heading, quote or label a card."""

from __future__ import annotations

import re
from collections import defaultdict

from scrapers._cards.card_labels import WORK, Told, heads_talks, told_at
from scrapers._cards.columns import Column, find_columns
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._html.page import Node
from scrapers._html.slots import Slot, Slots, slots_of
from scrapers._language.jobs import words_say
from scrapers._language.namelike import looks_like_name
from scrapers._language.text_kinds import text_kinds
from scrapers._language.words import begin_alike
from scrapers._people.names import split_people
from scrapers._timing.heads import part_labelled

_LEAST = 4
_LABELLED = "title:"
_MOST = 160
_PAIR = 2
"""The lines of a card of a name and one thing more."""
_STRONG = re.compile(r">(?:b|strong)(?:\.[\w-]*)?(?:#|>)")
_POINTS = "-–•·*"
_QUOTES = '“”„«»"「」『』'


def talks_in_cards(tree: Node) -> list[FoundSession]:
    """The talks of a page of speakers, each with those in whose cards it stands; empty where the cards tell of none."""
    page = slots_of(tree)
    talks: dict[str, FoundSession] = {}
    for column in find_columns(page):
        if len(column.at) >= _LEAST and "others" not in column.sections:
            for name, titles in _titles(column, page).items():
                people = split_people(page.slots[name].text) or [FoundPerson(page.slots[name].text)]
                for title in titles:
                    talks.setdefault(fold(title), FoundSession(title)).people += people
    return list(talks.values()) if len(talks) >= _LEAST - 1 else []


def _titles(column: Column, page: Slots) -> dict[int, list[str]]:
    """The titles in each card by its name line: the lines of the format after the names that reads most as titles of talks.

    Labels may tell of several talks in a card; of other formats a card's first line counts.
    """
    formats: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    listed: set[int] = set()
    for name, (_, last) in zip(column.at, column.cards, strict=True):
        if page.slots[name].text[-1:] in ":：":
            continue  # a label in the format of the names
        for index in range(name + 1, last):
            slot, told = page.slots[index], told_at(index, page)
            if told.what not in ("title", *WORK) and (text := _behind_kind(index, page)):
                told = Told("title", text)
            if told.what == "title" or (index - 1 in listed and _goes_on(page.slots[index - 1], slot)):
                formats[_LABELLED][name].append(told.text)
                listed.add(index)
            elif slot.key not in column.roles and not slot.zone and told.what not in WORK:
                formats[slot.key].setdefault(name, [slot.text])
    titles = [lines for key, lines in formats.items() if _are_titles(key, lines, column, page)]
    return {name: [_bare(text) for text in texts] for name, texts in max(titles, key=len, default={}).items()}


def _are_titles(key: str, lines: dict[int, list[str]], column: Column, page: Slots) -> bool:
    """Whether lines of one format are titles of talks: set apart, different in most cards, no names, jobs or sentences."""
    texts = [text for told in lines.values() for text in told]
    count = len(texts)
    least = max(_LEAST - 1, (0 if key == _LABELLED else 0.6) * len(column.at))
    if len(lines) < least or len({fold(t) for t in texts}) < (0.5 if key == _LABELLED else 0.8) * count:
        return False
    levels = {slot.level for slot in page.slots[min(lines) : column.cards[-1][1]] if slot.key == key}
    apart = key == _LABELLED or any(levels) or _STRONG.search(key) is not None
    marked = sum(text[0] in _QUOTES or part_labelled(text) == "title" for text in texts) >= 0.6 * count
    odd = sum(
        len(text) > _MOST or len(text.split()) < 2 or words_say(text)[0] >= 1.2 or looks_like_name(text) >= 0.6
        for text in texts
    )
    ended = sum(text[-1] == "." for text in texts)
    alone = all(last - first <= _PAIR for first, last in column.cards)
    return (
        (apart or marked or (alone and _read_as_titles(texts)))
        and odd <= 0.25 * count
        and (key == _LABELLED or ended <= 0.4 * count)
    )


def _read_as_titles(texts: list[str]) -> bool:
    """Whether all there is in cards beside names reads as neither jobs nor companies, but as titles of several words."""
    count = len(texts)
    other = sum(text_kinds(text).other for text in texts)
    said = sum(max(words_say(text)) for text in texts)
    long = sum(len(text.split()) for text in texts) >= 4 * count
    return other > 0.5 * count and said < 0.3 * count and long and not begin_alike(texts)


def _behind_kind(index: int, page: Slots) -> str:
    """What stands behind a word for talks as a label, in a line or right above it ("Panel: Grain at sea"); empty elsewhere."""
    above, text = page.slots[index - 1], page.slots[index].text
    if heads_talks(above.text) and (above.level or above.text.rstrip()[-1:] == ":") and not heads_talks(text):
        return text
    head, mark, text = text.partition(":")
    return text.strip() if mark and heads_talks(head) else ""


def _goes_on(before: Slot, slot: Slot) -> bool:
    """Whether a line is one more point of the list that the line before it stands in."""
    beside = before.key == slot.key or before.node.parent is slot.node.parent
    return beside and (slot.text[0] in _POINTS or slot.path.rpartition(">")[2].startswith("li"))


def _bare(text: str) -> str:
    """A title without the quotes around it and the label before it."""
    if part_labelled(text) == "title":
        text = text.partition(":")[2]
    return text.strip(f" ,;&{_POINTS}").strip(_QUOTES).strip()
