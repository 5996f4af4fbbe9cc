"""What the text of a unit shows by itself, as numbers for the role model; none of them holds words of a page."""

from __future__ import annotations

import re

from scrapers._language.awaited import is_placeholder
from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import job_and_company
from scrapers._language.kinds import kind_of
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._people.labels import split_role
from scrapers._timing.unit import Unit

TEXT = (
    "words", "chars", "capital", "upper", "lower_start", "end_stop", "end_ask", "end_colon", "colon", "commas", "bracket",
    "digits", "quote", "dash", "bar", "address", "spaceless", "name", "name_start", "label", "job", "company", "break",
    "special",
    "room", "track", "noise", "noise_whole", "people_word", "placeholder", "date", "day",
)  # fmt: skip

_SPACELESS = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_QUOTE = re.compile(r"[\"“”„«»「『]")


def text_features(unit: Unit) -> list[float]:
    """The findings in the text of a unit, in the order of `TEXT`."""
    return [*_found_in(unit.text[:400]), float(unit.is_date), float(unit.day or 0)]


@remembered_by_page  # pages of one site share many lines
def _found_in(text: str) -> tuple[float, ...]:
    words = text.split()
    letters = [w[0] for w in words if w[0].isalpha()]
    lists = page_words()
    bare = plain(text)
    known = words_of(bare)
    spaceless = 0.0 if text.isascii() else len(_SPACELESS.findall(text)) / len(text)
    short = len(text) <= 160
    label, rest = split_role(text) if short else (None, text)
    name = looks_like_name(rest) if short else 0.0
    start = max((looks_like_name(rest[: rest.find(mark)]) for mark in ",(-–—|/·•@;" if 2 < rest.find(mark) < 50), default=0.0)
    job, company = job_and_company(text) if short else (0.0, 0.0)
    kind = kind_of(text) if short else "talk"

    def held(name: str) -> float:
        return float(short and lists[name].holds(known, bare))

    noise_whole = known in lists["noise"].phrases
    count = len(words) if spaceless < 0.3 else len(text) / 2.5
    return (
        min(count, 60.0), min(len(text), 400) / 10,
        sum(map(str.isupper, letters)) / len(letters) if letters else 0.0,
        float(text.isupper()), float(text[:1].islower()), float(text[-1:] in ".。"), float(text[-1:] in "?？!"),
        float(text[-1:] in ":："), float(":" in text[:-1] or "：" in text[:-1]),
        float(min(text.count(",") + text.count("、"), 6)),
        float("(" in text or "（" in text), _count_digits(text) / len(text),
        float(_QUOTE.search(text) is not None),
        float(" - " in text or " – " in text or " — " in text), float("|" in text or " / " in text),
        float("@" in text or "://" in text),
        spaceless, name, start, float(label is not None), min(job, 3.0), min(company, 3.0),
        float(kind in ("break", "networking")),
        float(kind in ("keynote", "panel", "workshop")), held("room"), held("track"), held("noise"), float(noise_whole),
        held("people"),
        float(is_placeholder(text)),
    )  # fmt: skip


def _count_digits(text: str) -> int:
    return sum(map(text.count, "0123456789")) if text.isascii() else sum(map(str.isdigit, text))
