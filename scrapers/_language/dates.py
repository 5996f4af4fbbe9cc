"""Calendar dates in running text, in the corpus languages: "Wednesday, 4 June", "6/5/2018", "2026年3月3日", "JUN 10-11, 2018".

A date without its year stays without; `resolve` places it by the years and dates known of the event. Words: `data/times.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from scrapers._language.days import find_weekday
from scrapers._language.time_words import letters_of, one_of, openings, plain_digits, time_words
from scrapers._language.vocabulary import plain


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date, or the first of a range of dates up to `last`, printed at characters `at` to `upto`; Monday is `weekday` 0.

    `year` is None when not printed. `loose` marks forms that may be something else ("5.6", "3/4").
    """

    year: int | None
    month: int
    day: int
    at: int
    upto: int
    last: tuple[int, int] | None = None
    weekday: int | None = None
    loose: bool = False


_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"\d[^\W\d_]")
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|ª|°|-?го)?"
_OF = r"(?:\s?(?i:de|del|of|d'|den)(?=\s))?"
_YEAR = r"(?:(?:19|20|25)\d\d)"
_YEAR_LAST = rf"(?:{_YEAR}|['’‘]\d\d)"
_WORD = r"(?:[^\W\d_]|[\u0900-\u0e7f]){3,14}(?:\s[^\W\d_]{2,4})?"  # some scripts write vowels as marks
_AND = r"(?:-|/|,|&|and\b|und\b|to\b|y\b|e\b|et\b|bis\b|al?\b|до\b|(?:إلى|الى|حتى|עד|ถึง|hingga|sampai|đến)(?!\w))"
_DAYS = rf"(?:(?P<d0>\d{{1,2}}){_ORDINAL}\.?\s?{_AND}\s?)?(?P<d>\d{{1,2}}){_ORDINAL}"
_NUMERIC = re.compile(
    rf"(?<![\d.:/+])(?<![^\u05d0-\u05ea]-)(?<!^-)(?:(?P<y>{_YEAR})\s?(?P<s>[-./])\s?(?P<ym>\d{{1,2}})\s?(?P=s)\s?(?P<yd>\d{{1,2}})"
    rf"|(?:(?P<a0>\d{{1,2}})\.?\s?-\s?)?(?P<a>\d{{1,2}})(?P<t>[./-]|\s/(?=\s\d{{1,2}}\s/\s\d{{4}}))\s?(?P<b>\d{{1,2}})(?:(?P=t)(?P<y2>\s?{_YEAR}|\d\d))?(?P<dot>\.)?)(?![\d:]|[./]\d)"
)
_CJK = re.compile(
    rf"(?:(?:(?P<y>{_YEAR})|(?P<era>民國|民国|中華民國|令和|平成)?\s?(?P<ey>\d{{1,3}}|元))\s?[年년]\s?)?(?<!\d)(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日号號일]?(?:\s?(?:-|至|到|から)\s?(?:(?P<m1>\d{{1,2}})\s?[月월]\s?)?(?P<d1>\d{{1,2}})\s?[日号號일])?"
)
_CJK_WEEKDAY = re.compile(r"\s?[(（]\s?([月火水木金土日一二三四五六월화수목금토일])(?:曜日?)?\s?[)）]")
_ERAS = {"令和": 2018, "平成": 1988}
_REPUBLIC = 1911  # what to add to the years of Taiwan, where no other era is told
_VIET = re.compile(rf"(?<![\d.:/])(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:\s*(?:,|/|năm)\s*(?P<y>{_YEAR}))?(?!\d)", re.I)
_WEEKDAY_SIGNS = {sign: i for signs in ("月火水木金土日", "一二三四五六", "월화수목금토일") for i, sign in enumerate(signs)}
_DAY_FIRST = re.compile(
    rf"(?<![\d.:/])(?:(?P<y0>{_YEAR})\.?\s?gada\s)?(?:(?P<d9>\d{{1,2}}){_ORDINAL}\.?{_OF}\s?(?P<w9>[^\W\d_]{{3,14}})\.?\s?-\s?)?{_DAYS}\.?{_OF}[\s-]?(?P<w>{_WORD})\.?(?:\s?,)?{_OF}(?:[\s-]?(?:[พค]\.?\s?ศ\.?\s?)?(?P<y>{_YEAR_LAST})(?!\d))?"
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:(?P<y0>{_YEAR})(?:\.|\s?m\.)?\s)?(?P<w>[^\W\d_]{{3,14}})\.?,?\s(?P<d>\d{{1,2}}){_ORDINAL}(?![\d.]?\d|:\d|\s?[ap]\.?m)"
    rf"(?:\s?(?:-|/|,|&|and\b|to\b|through\b)\s?(?:(?P<w1>[^\W\d_]{{3,14}})\.?\s)?(?P<d1>\d{{1,2}}){_ORDINAL}(?!\d|:\d|\s?[ap]\.?m))?(?:(?:\s?,\s?|\s)(?P<y>{_YEAR_LAST})(?!\d))?",
    re.I,
)


def _month(word: str | None) -> int | None:
    """The number of a month's name (1 to 12), None for another word."""
    if not word:
        return None
    months = time_words("months")
    for form in (word, word.split()[0]):
        index = months.get(form.casefold(), months.get(plain(form)))
        if index is not None:
            return index + 1
    return None


@cache
def _counts_days() -> re.Pattern[str]:
    """The word whose number counts days and is no date ("Day 1 – 12 May")."""
    return re.compile(rf"(?<!\w){one_of(time_words('day'))}\s?[#:]?\s?$", re.I)


def _is_counted(text: str, match: re.Match[str], at: int) -> bool:
    """Whether the word before a place in a match, or before its head, says that the number there counts days."""
    return _counts_days().search(text, max(0, match.start() - 14), at) is not None


def find_dates(text: str, *, day_first: bool | None = None) -> list[DateSpan]:
    """Every date in a text, in order. `day_first` decides "6/5/2018"; None leaves such a date out when both readings hold."""
    text = plain_digits(text)
    if not _DIGIT.search(text):
        return []
    found = [*_named(text), *_cjk(text), *_vietnamese(text), *_thai(text), *_solar(text), *_numeric(text, day_first)]
    found.sort(key=lambda s: (s.at, -s.upto))
    kept: list[DateSpan] = []
    for span in found:
        if not kept or span.at >= kept[-1].upto:
            kept.append(span)
    return kept


def _make(text: str, match: re.Match[str], year: str | int | None, month: int, day: int,
          last: tuple[int, int] | None = None, loose: bool = False) -> DateSpan | None:  # fmt: skip
    try:
        number = int(str(year).lstrip("'’‘")) if year else None
        if number is not None and number < 100:
            number += 2000
        if number is not None and number > 2400:  # the years of Thai calendars
            number -= 543
        date(number or 2024, month, day)
        if last:
            date(2024, *last)
    except ValueError:
        return None
    near = text[max(0, match.start() - 24) : match.start()]
    weekday = find_weekday(near) if near.strip() else None
    if weekday is None:
        weekday = find_weekday(text[match.end() : match.end() + 16])
    return DateSpan(number, month, day, match.start(), match.end(), last, weekday, loose)


def _named(text: str) -> list[DateSpan]:
    found: list[DateSpan | None] = []
    if letters_of(text).isdisjoint(openings("months")) and not _GLUED.search(text):
        return []
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        at = 0
        while match := pattern.search(text, at):
            groups = match.groupdict()
            month = _month(match["w"])
            at = match.start() + 1 if month is None else match.end()
            if month is None:
                continue
            numbered = pattern is _DAY_FIRST and _is_counted(text, match, match.start("d"))
            if numbered and _MONTH_FIRST.match(text, match.start("w")):
                continue  # "Day 1 December 3"
            day = int(match["d"])
            last: tuple[int, int] | None = None
            first = month
            if groups.get("d9") and (opening := _month(groups["w9"])):
                last, first, day = (month, day), opening, int(groups["d9"])
            elif groups.get("d0") and not _is_counted(text, match, match.start()):
                last, day = (month, day), int(groups["d0"])
            elif groups.get("d1"):
                last = (_month(groups.get("w1")) or month, int(groups["d1"]))
            found.append(_make(text, match, match["y"] or groups.get("y0"), first, day, last))
    return [span for span in found if span]


def _year_of_era(era: str | None, year: str | None) -> int | None:
    """The year counted from an era's first ("令和5年", "民國113年"); a year of three digits is one of Taiwan's."""
    if not year or not (era or len(year) == 3):
        return None
    return _ERAS.get(era or "", _REPUBLIC) + (1 if year == "元" else int(year))


def _vietnamese(text: str) -> list[DateSpan]:
    found = (_make(text, m, m["y"], int(m["m"]), int(m["d"])) for m in _VIET.finditer(text) if "háng" in text or "HÁNG" in text)
    return [span for span in found if span]


def _cjk(text: str) -> list[DateSpan]:
    found = []
    for match in _CJK.finditer(text) if "月" in text or "월" in text else ():
        last = (int(match["m1"] or match["m"]), int(match["d1"])) if match["d1"] else None
        span = _make(text, match, match["y"] or _year_of_era(match["era"], match["ey"]), int(match["m"]), int(match["d"]), last)
        found.append(_with_sign(text, span))
    return [span for span in found if span]


def _with_sign(text: str, span: DateSpan | None) -> DateSpan | None:
    """A date with the sign of its weekday, where one stands in brackets right behind it ("5/12(火)")."""
    sign = _CJK_WEEKDAY.match(text, span.upto) if span else None
    return replace(span, upto=sign.end(), weekday=_WEEKDAY_SIGNS[sign[1]]) if span and sign else span


@cache
def _thai_months() -> tuple[re.Pattern[str], dict[str, int]]:
    months = {word.replace(".", ""): index + 1 for word, index in time_words("short").items()}
    short = "|".join(r"\.?\s?".join(month) + r"\.?" for month in months)
    days = rf"(?<![\d.:/])(?:(?P<d0>\d{{1,2}})\s?-\s?)?(?P<d>\d{{1,2}})\s?(?P<w>{short})(?!\w)\s?"
    return re.compile(rf"{days}(?:พ\.?\s?ศ\.?\s?)?(?P<y>(?:25)?[5-9]\d)?(?!\d|[.:]\d)"), months


def _thai(text: str) -> list[DateSpan]:
    """Dates with Thai months in short ("12-14 พ.ค. 2569", "12 พ.ค. 69")."""
    if letters_of(text).isdisjoint("กมพสตธ"):
        return []
    pattern, months = _thai_months()
    found = []
    for match in pattern.finditer(text):
        month = months["".join(match["w"].replace(".", "").split())]
        year = int(match["y"]) + (2500 if len(match["y"]) == 2 else 0) if match["y"] else None
        last = (month, int(match["d"])) if match["d0"] else None
        found.append(_make(text, match, year, month, int(match["d0"] or match["d"]), last))
    return [span for span in found if span]


_NEW_YEAR = date(2021, 3, 21)
"""The first day of the solar year 1400."""


def _solar_day(year: int, month: int, day: int) -> date | None:
    """A day of the Iranian calendar, whose leap years repeat every 33 years in our time, as a date."""

    def days(count: int) -> int:
        return 365 * count + 8 * ((count + 1595) // 33) + ((count + 1595) % 33 + 3) // 4

    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    before = 31 * (month - 1) if month < 7 else 186 + 30 * (month - 7)
    return _NEW_YEAR + timedelta(days=days(year) - days(1400) + before + day - 1)


@cache
def _solar_pattern() -> re.Pattern[str]:
    until = r"\s?(?:-|تا|الی|لغایت|و)\s?"
    month = rf"(?P<w>{one_of(time_words('solar'))})(?!\w)(?:\s?ماه)?(?:\s?،)?(?:\s?سال)?"
    return re.compile(
        rf"(?<![\d.:/])(?:(?P<d0>\d{{1,2}}){until})?(?P<d>\d{{1,2}})\s?{month}\s?(?P<y>1[34]\d\d)(?!\d)"
        r"|(?<![\d.:/-])(?P<yn>1[34][0-2]\d)(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<dn>\d{1,2})(?![\d/-])"
    )


def _solar(text: str) -> list[DateSpan]:
    """Dates of the Iranian calendar ("25 مهر 1402", "1402/07/25"); one without its year is left out."""
    found = []
    for match in _solar_pattern().finditer(text) if "13" in text or "14" in text else ():
        year = int(match["y"] or match["yn"])
        month = time_words("solar")[match["w"]] + 1 if match["w"] else int(match["m"])
        first = _solar_day(year, month, int(match["d0"] or match["d"] or match["dn"]))
        last = _solar_day(year, month, int(match["d"])) if match["d0"] else None
        if first:
            spoken = (last.month, last.day) if last else None
            found.append(_make(text, match, first.year, first.month, first.day, spoken))
    return [span for span in found if span]


def _numeric(text: str, day_first: bool | None) -> list[DateSpan]:
    found: list[DateSpan | None] = []
    for match in _NUMERIC.finditer(text) if any(mark in text for mark in "./-") else ():
        if match["y"]:
            found.append(_with_sign(text, _make(text, match, match["y"], int(match["ym"]), int(match["yd"]))))
            continue
        first, second = int(match["a"]), int(match["b"])
        dotted = match["t"] == "."
        signed = _CJK_WEEKDAY.match(text, match.end())
        if signed or (dotted and first < 13 <= second and _names_weekday(text, match)):  # "5/12(火)", "1.18 (Monday)"
            found.append(_with_sign(text, _make(text, match, match["y2"], first, second)))
            continue
        if (match["t"] == "-" and not match["y2"]) or (
            dotted and not match["y2"] and not match["dot"] and len(match["b"]) == 2 and second > 12
        ):
            continue
        order = True if dotted or first > 12 else False if second > 12 else day_first if first != second else True
        if order is None:
            continue
        day, month = (first, second) if order else (second, first)
        begin = match["a0"] if order and not _is_counted(text, match, match.start()) else None
        last = (month, day) if begin else None
        loose = not match["y2"] and not (dotted and match["dot"])
        found.append(_make(text, match, match["y2"], month, int(begin or day), last, loose))
    return [span for span in found if span]


def _names_weekday(text: str, match: re.Match[str]) -> bool:
    """Whether a text is a match with a day of the week and nothing else."""
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ()[].,")
    return len(rest.split()) == 1 and find_weekday(rest) is not None


_PAIR = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})(?:\2(?:20)?\d\d)?(?![\d./-])")


def day_order(texts: Iterable[str]) -> bool | None:
    """Whether the days stand first in dates like "6/5" and "6-5-2026", None when nothing shows it.

    Numbers past 12 tell it, then days that follow one another ("08/07", "09/07"), then a weekday that is no English word.
    """
    marked = (text for text in texts if "/" in text or "-" in text)
    found = [(text, m) for text in marked for m in _PAIR.finditer(text) if m[2] == "/" or len(m[0]) > 5]
    pairs = {(int(m[1]), int(m[3])) for _, m in found}
    shown = {a > 12 for a, b in pairs if (a > 12) != (b > 12) and max(a, b) < 32 and min(a, b) > 0}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    days = {
        text: (int(m[1]), int(m[3]))
        for text, m in found
        if len(text) < 30 and (len(m[1] + m[3]) == 4 or find_weekday(text) is not None)
    }
    firsts, seconds = ({pair[side] for pair in days.values()} for side in (0, 1))
    if len(firsts) != len(seconds) and min(len(firsts), len(seconds)) == 1:
        several = max(firsts, seconds, key=len)
        return several is firsts if max(several) - min(several) == len(several) - 1 else None
    named = {word for text in days if find_weekday(text) is not None for word in re.findall(r"[^\W\d_]{3,}", plain(text))}
    return True if named and not any(word.startswith(_ENGLISH_DAYS) for word in named) else None


_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_date(text: str, *, day_first: bool | None = None, known: Iterable[date] = ()) -> date | None:
    """The date a text names, None when there is none, more than one, or its year cannot be told from `known` dates."""
    whole = (0, len(text.strip()))
    spans = [
        s
        for s in find_dates(text.strip(), day_first=day_first)
        if not s.loose or s.weekday is not None or (s.at, s.upto) == whole
    ]
    return resolve(spans[0], known) if len(spans) == 1 else None


def resolve(span: DateSpan, known: Iterable[date] = ()) -> date | None:
    """The day a span means.

    A missing year is taken from `known` days of the event (nearest, agreeing with a printed weekday; the
    first of two equally near);
    None when no known day settles it.
    """
    if span.year is not None:
        return date(span.year, span.month, span.day)
    options = []
    for place, near in enumerate(known):
        for year in (near.year - 1, near.year, near.year + 1):
            try:
                day = date(year, span.month, span.day)
            except ValueError:
                continue
            if span.weekday is None or day.weekday() == span.weekday:
                options.append((abs((day - near).days), place, day))
    distance, _, day = min(options, default=(999, 0, date.min))
    return day if distance <= 200 else None


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included; no days when they are more than a month apart or reversed."""
    count = (last - first).days
    return [first + timedelta(days=i) for i in range(count + 1)] if 0 <= count <= 31 else []
