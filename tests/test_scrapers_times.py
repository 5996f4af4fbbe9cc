"""Clocks, ranges, durations and dates as real agendas print them."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers._language.dates import day_order, find_dates, parse_date
from scrapers._language.days import day_number, find_weekday
from scrapers._language.durations import find_duration
from scrapers._language.times import find_clocks, parse_clock_range, parse_iso
from scrapers._timing.schedule import unfold_halves

RANGES = {
    "ore 18": ("18:00", None),
    "ore 9,30": ("09:30", None),
    "alle ore 21.30": ("21:30", None),
    "kl. 19": ("19:00", None),
    "klo 9–10": ("09:00", "10:00"),
    "de 18.30 a 20 h": ("18:30", "20:00"),
    "A les 10 h": ("10:00", None),
    "09.00 – 09.15 น.": ("09:00", "09:15"),
    "10;15": ("10:15", None),
    "6:30 de la tarde": ("18:30", None),
    "9–9:45": ("09:00", "09:45"),
    "1:15: PM": ("13:15", None),
    "0930-1015": ("09:30", "10:15"),
    "16h05": ("16:05", None),
    "9.30 Uhr": ("09:30", None),
    "午後1時30分": ("13:30", None),
    "09:00 صباحًا": ("09:00", None),
    "12:00 ظهرًا": ("12:00", None),
    "9-10 am": ("09:00", "10:00"),
    "9 15 - 10 30 am": ("09:15", "10:30"),
    "12 30 p.m.": ("12:30", None),
    "11:30-12:15pm": ("11:30", "12:15"),
    "9:40 AM - 10:00 AM": ("09:40", "10:00"),
    "Time: 11:45 - 12:45 AM": ("11:45", "12:45"),
    "9 a.m. – 12 a.m.": ("09:00", "12:00"),
    "9 p.m. – 12 a.m.": ("21:00", "00:00"),
    "Time: 15:00 - 16:00 PM": ("15:00", "16:00"),
    "8.30 a.m. - 14.00 p.m.": ("08:30", "14:00"),
    "9:00 12:00": ("09:00", "12:00"),
    "3:30-": ("03:30", None),
    "18:00 - end": ("18:00", None),
    "9.30 — 10.00": ("09:30", "10:00"),
    "11:30~13:00": ("11:30", "13:00"),
    "12PM - 1PM": ("12:00", "13:00"),
    "08h00 — 22h00": ("08:00", "22:00"),
    "9:45 - 9:50h": ("09:45", "09:50"),
    "10:00 | 10:30": ("10:00", "10:30"),
    "de 9 h 30 à 10 h": ("09:30", "10:00"),
    "von 9 bis 10:30 Uhr": ("09:00", "10:30"),
    "from 9:00 to 10:00": ("09:00", "10:00"),
    "12 noon - 1pm": ("12:00", "13:00"),
    "10:30 AM - 12:00 NN": ("10:30", "12:00"),
    "12:00 noon - 1:00 PM": ("12:00", "13:00"),
    "下午2:00-3:30": ("14:00", "15:30"),
    "오후 2시 30분": ("14:30", None),
    "9時半": ("09:30", None),
    "１０：００〜１１：００": ("10:00", "11:00"),
    "18:30 - 0:00": ("18:30", "00:00"),
    "22:00 - 02:00": ("22:00", "02:00"),
    "11:45 AM – 1:00": ("11:45", "13:00"),
    "10:00-11:00 (GMT+2)": ("10:00", "11:00"),
    "10:00 EST - 11:00 EST": ("10:00", "11:00"),
    "Das 9h às 10h30": ("09:00", "10:30"),
    "09h30m": ("09:30", None),
    "14h00mn-15h30mn": ("14:00", "15:30"),
    "a las 17:00 horas": ("17:00", None),
    "ore 10.30": ("10:30", None),
    "2026-03-03T09:00:00Z": ("09:00", None),
    "02:40p.m - 03:10p.m": ("14:40", "15:10"),
    "10 - 12 hrs": ("10:00", "12:00"),
    "noon to 2 pm": ("12:00", "14:00"),
    "01:00 tengah hari": ("13:00", None),
    "08:30 pagi": ("08:30", None),
}


@pytest.mark.parametrize("text", RANGES)
def test_a_text_that_is_a_time_is_read(text: str) -> None:
    """A clock or a range, with the words that introduce it, in any of the forms in use."""
    assert parse_clock_range(text) == RANGES[text]


@pytest.mark.parametrize(
    "text",
    ["2014-2018", "2012-2013", "4.6.2016", "", "036-12-82", "202-B", "Python 3.9", "v1.10", "5-6 minutes", "Room 204", "16:9",
     "1:1", "802.15.4", "$9.30", "9.30 %", "Mon 10:00", "Lunch at 12:00 in the hall", "+7 (950) 036-12-82", "10",
     "12:30 - 13:30 / 14:00", "(1 hr)", "1 hr 30 min", "2 hours", "00:00:00", "Midnight snack"],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Years, versions, telephone numbers, prices, rooms, and sentences that merely hold a clock."""
    assert parse_clock_range(text) is None


def test_clocks_are_found_inside_sentences_with_their_places() -> None:
    """Each clock says where it stands, so that what stands around it can be read."""
    text = "Coffee 9:00 - 9:30, talk at 14h15"
    assert [(text[c.at : c.upto], c.start_text, c.end_text) for c in find_clocks(text)] == [
        ("9:00 - 9:30", "09:00", "09:30"),
        ("14h15", "14:15", None),
    ]


def test_minutes_before_am_are_no_clock() -> None:
    """The "00 am" of an hour that stands in another element is not midnight."""
    assert find_clocks("00 am") == []
    assert [clock.start for clock in find_clocks("00:30 am")] == [30]


def test_a_year_before_a_clock_is_no_clock() -> None:
    """A bar with date and clock begins at the clock; hours without marks stay a range."""
    texts = ["Tuesday, April 7, 2026 | 11:00 AM CDT", "7 April 2026 - 9:30", "1730-1815"]
    assert [[(c.start_text, c.end_text) for c in find_clocks(text)] for text in texts] == [
        [("11:00", None)],
        [("09:30", None)],
        [("17:30", "18:15")],
    ]


def test_a_printed_offset_is_kept_and_a_zone_name_is_not_guessed() -> None:
    """Only an offset that is printed becomes one."""
    assert [c.offset for c in find_clocks("10:00 GMT+2, 11:00 CET, 12:00 UTC")] == ["+02:00", None, "+00:00"]


def test_a_table_without_halves_moves_past_noon_where_time_would_run_back() -> None:
    """9:00, 12:00, 1:00-2:30, 5:00 is a working day; a table that prints 13:00 is left alone."""
    plain = [span for text in ("9:00", "12:00", "1:00-2:30", "5:00") for span in find_clocks(text)]
    assert [(s.start_text, s.end_text) for s in unfold_halves(plain)] == [
        ("09:00", None), ("12:00", None), ("13:00", "14:30"), ("17:00", None),
    ]  # fmt: skip
    full = [span for text in ("9:00", "13:00", "1:00") for span in find_clocks(text)]
    assert unfold_halves(full) == full


DURATIONS = {"45 min": 45, "1h30": 90, "(30')": 30, "1 hour": 60, "2 hours 30 minutes": 150, "30 минут": 30, "5 people": None}


@pytest.mark.parametrize("text", DURATIONS)
def test_durations_are_read_in_minutes(text: str) -> None:
    """Hours, minutes, both, and signs for them."""
    assert find_duration(text) == DURATIONS[text]


MOMENTS = {
    "2026-03-03T09:00:00Z": ("2026-03-03", "09:00", "+00:00"),
    "2026-03-03T09:00:00.000+0100": ("2026-03-03", "09:00", "+01:00"),
    "2026-03-03 09:00": ("2026-03-03", "09:00", None),
    "2026-13-03T09:00": None,
    "2026-03-03": None,
}


@pytest.mark.parametrize("text", MOMENTS)
def test_iso_moments_are_read_as_printed(text: str) -> None:
    """Date, clock and offset, none of them computed."""
    assert parse_iso(text) == MOMENTS[text]


DATES = {
    "Wednesday, 4 June 2014": date(2014, 6, 4),
    "Mittwoch, 4. Juni 2014": date(2014, 6, 4),
    "September 4, 2024": date(2024, 9, 4),
    "Sept 4": date(2024, 9, 4),
    "4.6.2016": date(2016, 6, 4),
    "2018.08.26 (日)": date(2018, 8, 26),
    "22-23 October 2025": date(2025, 10, 22),
    "30 August - 2 September 2023": date(2023, 8, 30),
    "JUN 10-11, 2018": date(2018, 6, 10),
    "2026年3月3日": date(2026, 3, 3),
    "5월 4일": date(2024, 5, 4),
    "4 czerwca 2016": date(2016, 6, 4),
    "9 MAYIS 2024, PERŞEMBE": date(2024, 5, 9),
    "3 Kasım 2022": date(2022, 11, 3),
    "24 de abril de 2025": date(2025, 4, 24),
    "23 أبريل 2025": date(2025, 4, 23),
    "5/29/2026": date(2026, 5, 29),
    "29/5/2026": date(2026, 5, 29),
    "Mon 6 May": date(2024, 5, 6),
    "Tue 6 May": date(2025, 5, 6),
    "1-3. 4. 2020": date(2020, 4, 1),
    "10/05/2018": None,
    "Python 3.9": None,
    "May 10:00": None,
    "31 June 2020": None,
    "Day 2": None,
}


@pytest.mark.parametrize("text", DATES)
def test_dates_are_read_and_missing_years_come_from_known_days(text: str) -> None:
    """Names of months in many languages, numbers in any order that leaves no doubt; a weekday settles the year."""
    assert parse_date(text, known=[date(2024, 5, 10) if "Tue" not in text else date(2025, 5, 10)]) == DATES[text]


def test_an_ambiguous_date_needs_its_order_told() -> None:
    """Neither reading of 10/05 is preferred silently."""
    assert parse_date("10/05/2018", day_first=True) == date(2018, 5, 10)
    assert parse_date("10/05/2018", day_first=False) == date(2018, 10, 5)


def test_a_range_of_dates_knows_its_last_day() -> None:
    """The event's dates often stand in one line."""
    assert [s.last for s in find_dates("30 August - 2 September 2023 and 5-7 mayo")] == [(9, 2), (5, 7)]


def test_the_number_of_a_day_is_not_its_date() -> None:
    """In "Day 1 December 3" the 3rd is meant; a comma may stand apart from the month."""
    assert [(d.month, d.day) for d in find_dates("DAY 1 December 3, 2026")] == [(12, 3)]
    assert [(d.month, d.day) for d in find_dates("Day 2 – 12 May")] == [(5, 12)]
    assert [(d.year, d.month, d.day) for d in find_dates("16 Jan ,2027")] == [(2027, 1, 16)]


@pytest.mark.parametrize(
    ("text", "month", "day", "weekday"),
    [
        ("5/12(火)", 5, 12, 1),
        ("1.18 (Monday)", 1, 18, 0),
        ("วันศุกร์ที่ 12 มิถุนายน พ.ศ. 2569", 6, 12, 4),
        ("12.05. Dienstag", 5, 12, 1),
    ],
)
def test_a_day_of_the_week_beside_two_numbers_makes_them_a_date(text: str, month: int, day: int, weekday: int) -> None:
    """Months before days where the page's language or a number past twelve says so; Thai years are counted differently."""
    assert [(d.month, d.day, d.weekday) for d in find_dates(text)] == [(month, day, weekday)]


DAYS = {
    "Day 2": 2,
    "Tag 1": 1,
    "第二天": 2,
    "2日目": 2,
    "DÍA III": 3,
    "Second Day": 2,
    "1er jour": 1,
    "Day 10:30": None,
    "the day": None,
}


@pytest.mark.parametrize("text", DAYS)
def test_days_are_numbered(text: str) -> None:
    """Numbers, Roman numbers, ordinals and their signs."""
    assert day_number(text) == DAYS[text]


def test_weekdays_are_found_in_many_languages() -> None:
    """Monday is 0."""
    assert [find_weekday(t) for t in ("Tuesday", "Lunedì 12", "среда", "土曜日", "Donnerstag", "workshop")] == [
        1,
        0,
        2,
        5,
        3,
        None,
    ]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("9:00 AM|10:30|12:30|1:30|4:00|5:00 PM", "09:00 10:30 12:30 13:30 16:00 17:00"),
        ("9:00 AM|10:30 AM|12:30|1:30|4:00", "09:00 10:30 12:30 13:30 16:00"),
        ("8:00 - 17:00|9:00|12:30|1:30|4:00", "08:00 09:00 12:30 13:30 16:00"),
        ("1:00|2:30|4:00|6:00", "13:00 14:30 16:00 18:00"),
        ("06:30|09:00|13:30|01:30", "06:30 09:00 13:30 01:30"),
        ("8:00 PM|10:00 PM|1:00", "20:00 22:00 01:00"),
        ("9:00|12:00|1:00|9:30|1:15", "09:00 12:00 13:00 09:30 13:15"),
    ],
)
def test_halves_of_the_day_follow_from_the_order_of_a_table(printed: str, meant: str) -> None:
    """Where some or all times print no "am" or "pm", those after noon are told by what stands before them."""
    spans = [find_clocks(text)[0] for text in printed.split("|")]

    assert " ".join(span.start_text for span in unfold_halves(spans)) == meant


ODD_FORMS = {
    "9a–9:30a": ("09:00", "09:30"),
    "900am - 1000am": ("09:00", "10:00"),
    "9:00 (AM) - 1:15 (PM)": ("09:00", "13:15"),
    "9 ч 30 мин – 10 ч 15 мин": ("09:30", "10:15"),
    "上午9点半至上午10点15分": ("09:30", "10:15"),
    "९:०० - ९:३०": ("09:00", "09:30"),
    "ساعت ۹:۰۰ تا ۹:۳۰": ("09:00", "09:30"),
    "ساعت : ۱۷": ("17:00", None),
    "Pukul : 09": ("09:00", None),
    "Start: 9:00 End: 9:45": ("09:00", "09:45"),
    "9:00 … 9:45": ("09:00", "09:45"),
    "2026-05-12 09:00 - 2026-05-12 09:45": ("09:00", "09:45"),
    "9︰00 ⟶ 9︰45": ("09:00", "09:45"),
}


@pytest.mark.parametrize("text", ODD_FORMS)
def test_odd_forms_of_ranges_are_found(text: str) -> None:
    """Letters for halves, words for ends, digits and marks of other scripts are understood."""
    (span,) = find_clocks(text)
    assert (span.start_text, span.end_text) == ODD_FORMS[text]


@pytest.mark.parametrize("text", ["Slot 1: 10:15", "Session 2: 10:15 Rivers"])
def test_the_number_of_a_slot_is_no_hour(text: str) -> None:
    """A number before a colon and a clock counts the slot."""
    assert [span.start_text for span in find_clocks(text)] == ["10:15"]


@pytest.mark.parametrize("text", ["Room 9A", "9A", "8月30日 17時までに連絡", "3点セット", "5 A Day"])
def test_letters_behind_numbers_make_no_clock_by_themselves(text: str) -> None:
    """Rooms, deadlines and sets of three are no times."""
    assert find_clocks(text) == []


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["08/07", "09/07", "13/07"], True),
        (["08/07", "09/07"], True),
        (["08/07", "08/08"], False),
        (["Lunes 08/07"], True),
        (["Mon 08/07"], None),
        (["08/07", "11/07"], None),
        (["1/3", "2/3", "3/3"], None),
    ],
)
def test_days_that_follow_one_another_tell_the_order(texts: list[str], first: bool | None) -> None:
    """Numbers past 12 decide, then a run of days, then a weekday that is not English; counters of pages are no days."""
    assert day_order(texts) is first


@pytest.mark.parametrize(
    "text",
    [
        "9:30 AM - 10:30 am US Eastern Time (2:30 - 3:30 pm UK Time)",
        "9:30 – 10:30 hora de Madrid (8:30 – 9:30 hora de Canarias)",
        "9:30 - 10:30 Uhr (Berliner Zeit)",
        "9:30 - 10:30 Central European Summer Time",
        "9:30 - 10:30 (heure de Paris)",
    ],
)
def test_zones_in_words_go_with_their_clocks(text: str) -> None:
    """What says behind a clock where it is shown is no title, and the same moment elsewhere is no second clock."""
    spans = find_clocks(text)

    assert [(span.start_text, span.end_text) for span in spans] == [("09:30", "10:30")]
    assert spans[0].upto == len(text)


@pytest.mark.parametrize("text", ["9:30 Story time", "9:30 Question Time", "9:30 Hora del cuento", "9:30 Tea time in London"])
def test_titles_that_speak_of_time_are_no_zones(text: str) -> None:
    """Words for time alone do not make a zone."""
    assert find_clocks(text)[0].upto == len("9:30")
