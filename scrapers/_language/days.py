"""Days named without their dates: days of the week ("Tuesday") and days of the event ("Day 2"); words: `data/times.toml`."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.time_words import letters_of, one_of, openings, plain_digits, time_words
from scrapers._language.vocabulary import plain
from scrapers._remembered import remembered


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){one_of(w for w in time_words('weekdays') if len(w) > 2 or not w.isascii())}(?:(?!\w)|(?=ที่))",
        re.I,
    )


@remembered
def find_weekday(text: str) -> int | None:
    """The first day of the week a text names, Monday 0 to Sunday 6."""
    if letters_of(text).isdisjoint(openings("weekdays")):
        return None
    match = _weekday_pattern().search(text) or _weekday_pattern().search(plain(text))
    return time_words("weekdays").get(plain(match[0])) if match else None


def all_weekdays(text: str) -> set[int]:
    """The days of the week a text names, Monday 0 to Sunday 6."""
    known = time_words("weekdays")
    return {known[name] for match in _weekday_pattern().finditer(text) if (name := plain(match[0])) in known}


@cache
def _day_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = one_of(time_words("day"))
    number = re.compile(
        rf"(?<!\w)(?:{day}\s?[#nN°º.]{{0,3}}\s?(?P<a>\d{{1,2}}|[IVX]{{1,4}})(?![\d:.]\d|\w)|(?P<b>\d{{1,2}})(?:st|nd|rd|th|\.|º|ª|er|e|-й)?\s?{day}(?!\w))"
        r"|第\s?(?P<c>[\d一二三四五六七])\s?[天日]|(?P<d>\d)\s?日目|(?P<e>\d)\s?일차|DAY-?(?P<f>\d)(?!\d)",
        re.I,
    )
    counts = one_of([*time_words("ordinals"), *time_words("cardinals")])
    words = re.compile(
        rf"(?<!\w)(?:(?P<a>{one_of(time_words('ordinals'))})\s(?:de\s)?{day}|{day}\s(?P<b>{counts}))(?!\w)",
        re.I,
    )
    return number, words


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}


@cache
def _count_signs() -> tuple[str, ...]:
    """What a text with the number of a day holds, without accents, in lower case."""
    return tuple({plain(word) for word in (*time_words("day"), "第", "日目", "일차")})


def day_number(text: str) -> int | None:
    """The number of the event's day a text names: "Day 2", "2. Tag", "Zweiter Tag", "第二天", "DÍA III". None when none."""
    bare = plain(text)
    if not any(sign in bare for sign in _count_signs()):
        return None
    number, words = _day_patterns()
    if match := number.search(plain_digits(text)):
        value = next(v for v in match.groups() if v).casefold()
        count = int(value) if value.isascii() and value.isdigit() else _ROMAN.get(value) or "一二三四五六七".find(value) + 1
        return count if 1 <= count <= 14 else None
    if match := words.search(text):
        word = (match["a"] or match["b"]).casefold()
        return time_words("ordinals").get(word, time_words("cardinals").get(word, -1)) + 1 or None
    return None
