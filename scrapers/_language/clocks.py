"""Single clocks as printed ("9", "1:15 PM", "16h05", "noon"), told from other numbers; `times.py` joins them to ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scrapers._language.time_words import letters_of, one_of, openings, plain_digits, time_words

NOON = 12 * 60
DAY = 24 * 60
"""Minutes after midnight."""

_DIGIT = re.compile(r"\d")
_MARKED = re.compile(r"\d\s?[:.;,]\s?\d|\d{4}|[\u3000-\u9fff\uac00-\ud7af]")
_QUALIFIES = re.compile(r"\s(?!(?:to|till?|until|and|on|onwards?|sharp)(?!\w))[a-z]{3,}(?=$|\s)")
"""What a named hour may only be an adjective to: "Midnight snack", "Noon prayers"."""
_LASTS = re.compile(r"[1-8]\s?(?:hrs?|hours)(?:\s?[0-5]\d(?:\s?\w+)?)?\.?", re.IGNORECASE)
_ODD_MARKS = (".", ";", "'", "’")


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    am, pm, hour, before, minutes = (one_of(time_words(name)) for name in ("am", "pm", "hour", "before", "minutes"))
    begin, edge = r"(?<![^\W\u3000-\u9fff\uac00-\ud7af])", r"(?![^\W\d_])"
    clock = re.compile(
        rf"(?:{begin}\(?(?P<am0>{am})[\s.:)]*|{begin}\(?(?P<pm0>{pm})[\s.:)]*|{begin}(?P<unit0>{before})(?:\s?[.:])?\s)?"
        r"(?<![\d/+$€¥£#№])(?<!\d[.,:])"
        r"(?:(?P<h>[01]?\d|2[0-4])(?:"
        r"(?:(?P<sep>[:.;'’]|,(?!\s))(?P<m>[0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?|\s?(?P<sep1>[:.;])\s?(?P<m1>[0-5]\d)(?!\d|:\d))(?:\s?[分분])?"
        rf"|\s(?P<m3>[0-5]\d)(?=\s?(?:-\s?\d{{1,2}}\s[0-5]\d\s?)?(?:{am}|{pm}){edge})"
        rf"|\s?(?P<sep2>{hour}(?=\s?\d\d(?!\d))|[hHu](?![^\W\d_])|g(?=\d\d)|[時时點点시])\.?\s?(?P<m2>[0-5]\d)(?!\d|\s?h)(?:\s?(?:[分분]|{minutes}{edge})|mn?{edge})?"
        r"|\s?(?P<cjk>[時时點点시][半반]|[時时點点](?!間|间)|시(?!간))(?!(?!至|到|から|부터|(?:まで|까지)(?!\w))[^\W\d_]|\d))?"
        rf"|(?P<hm>[01]\d[0-5]\d|2[0-3][0-5]\d|[1-9][0-5]\d(?=\s?(?:{am}|{pm}){edge})))(?!\d|[.,:]\d|\s?[%°€$£])"
        rf"(?:(?P<am2>a){edge}(?!\.\s?m)|(?P<pm2>p){edge}(?!\.\s?m)|(?:\s?[:/]?\s?|\s?(?P<bracket>\())(?:(?P<am>{am}){edge}\.?|(?P<pm>{pm}){edge}\.?)(?(bracket)\)))?"
        rf"(?:\s?(?P<unit>{hour})\.?{edge})?",
        re.IGNORECASE,
    )
    words = re.compile(
        rf"(?<!\w)(?:12(?:[:.]00)?\s?)?(?:(?P<noon>{one_of(time_words('noon'))})|(?P<midnight>{one_of(time_words('midnight'))}))(?!\w)",
        re.I,
    )
    return clock, words


@dataclass(slots=True)
class Clock:
    """One clock as printed at characters `at` to `upto`, in minutes after midnight, before its neighbour settles its half.

    `half` is the printed half of the day ("am", "pm"); `bare` marks numbers alone, `weak` forms that are times only in company.
    """

    minutes: int
    at: int
    upto: int
    half: str | None = None
    bare: bool = False
    weak: bool = False


def lone_clocks(text: str) -> list[Clock]:
    """The clocks in a text, its digits made plain, in order, each by itself; a number that may be an hour ("9") is `bare`."""
    grammar, words = _grammar()
    found = [_read_clock(m) for m in grammar.finditer(text) if _is_clock(text, m)]
    named = [m for m in words.finditer(text) if not _QUALIFIES.match(text, m.end()) or m[0][0].isdigit()]
    found += [Clock(NOON if m["noon"] else 0, m.start(), m.end(), "pm" if m["noon"] else "am") for m in named]
    found.sort(key=lambda c: (c.at, -c.upto))
    kept: list[Clock] = []
    for clock in found:
        if not kept or clock.at >= kept[-1].upto:
            kept.append(clock)
    return kept


def _is_clock(text: str, match: re.Match[str]) -> bool:
    """Whether the mark between the numbers may part hours from minutes: a comma needs a word for the hour beside it.

    A few whole hours ("1 hr", "2 hours", "1 hr 30 min") tell how long something takes.
    """
    if _LASTS.fullmatch(match[0].strip()) and not text[: match.start()].rstrip().endswith(("-", "at")):
        return False
    if match[0] == "00:00:00":  # a clock that counts down before the page has set it
        return False
    if (match["am2"] or match["pm2"]) and not (match["m"] or (text[match.end() - 1].islower() and match["h"])):
        return False
    if match["h"] in ("0", "00") and not _minute_of(match) and (match["am"] or match["pm"]):
        return False  # "00 am" are the minutes of an hour that stands elsewhere
    if match["sep"] == ",":
        return bool(match["unit0"] or match["unit"])
    return (match["sep"] or match["sep1"]) not in _ODD_MARKS or not text[match.start() - 1 : match.start()].isalpha()


def _minute_of(match: re.Match[str]) -> str:
    return match["m"] or match["m1"] or match["m2"] or match["m3"] or ""


def _read_clock(match: re.Match[str]) -> Clock:
    letter = bool(match["am2"] or match["pm2"])
    half = next((name for name in ("am", "pm") if match[f"{name}0"] or match[name] or match[f"{name}2"]), None)
    sep, unit = match["sep"] or match["sep1"] or "", match["unit"] or match["unit0"]
    minute = _minute_of(match)
    if match["hm"]:
        minutes, bare, weak = (
            int(match["hm"][:-2]) * 60 + int(match["hm"][-2:]),
            match["hm"][0] != "0" and not (unit or half),
            True,
        )
    else:
        minutes = int(match["h"]) * 60 + (30 if len(match["cjk"] or "") == 2 else int(minute or 0))
        bare = not (minute or match["cjk"] or half or unit)
        weak = (letter and not minute) if half else ((sep in _ODD_MARKS and not unit) or (not minute and not match["cjk"]))
    hour = minutes // 60
    if minutes > DAY or (half and hour == 0 and bare):
        bare, half = True, None
    upto = match.end()
    sure = match["unit0"] or (unit or "").casefold() in time_words("oclock")
    weak = weak and not (half and not letter and not match["hm"]) and not sure
    return Clock(minutes, match.start(), upto, half if hour <= 12 else None, bare, weak)


def minutes_in_half(minutes: int, half: str | None) -> int:
    """Minutes after midnight of a clock taken as in a half of the day ("am", "pm"); from 13:00 on, or in None, as printed."""
    hour, minute = divmod(minutes, 60)
    if half is None or hour > 12:
        return minutes
    return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute


def may_hold_clock(text: str) -> bool:
    """A quick look: whether a text has a mark between digits, four digits, or a word for clocks; else no number is a clock."""
    if not _DIGIT.search(text) and (len(text) > 60 or not _grammar()[1].search(text)):
        return False
    text = plain_digits(text)
    return bool(_MARKED.search(text)) or not letters_of(text).isdisjoint(_clock_words())


@cache
def _clock_words() -> frozenset[str]:
    return openings("am", "pm", "hour", "before", "noon", "midnight") | set("aghpu")
