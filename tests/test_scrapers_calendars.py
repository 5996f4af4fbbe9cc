"""Calendars in each of their writings, and where they name who speaks."""

from __future__ import annotations

import json

from scrapers import any_json, ical
from scrapers._document import Document
from scrapers._found import Found, FoundSession
from scrapers._people.people_texts import labelled_people, without_label
from scrapers._structured.named_titles import name_people_of_titles


def calendar(*entries: dict[str, str]) -> Found:
    """A calendar of entries that follow each other by the hour, as its reader reads it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for at, entry in enumerate(entries, 9):
        times = {"DTSTART": f"20270310T{at:02}0000", "DTEND": f"20270310T{at + 1:02}0000"}
        lines += ["BEGIN:VEVENT", *(f"{key}:{value}" for key, value in (times | entry).items()), "END:VEVENT"]
    return ical.read(Document("a.ics", "\n".join([*lines, "END:VCALENDAR"]).encode()), None)


def told(found: Found) -> list[tuple[str, list[str]]]:
    """Titles with the names of those who speak."""
    return [(session.title, [person.name for person in session.people]) for session in found.sessions]


RFC_6321 = b"""<?xml version="1.0"?><icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar>
<properties><x-wr-calname><unknown>Harbour Day</unknown></x-wr-calname></properties><components><vevent><properties>
<dtstart><parameters><tzid><text>Europe/Oslo</text></tzid></parameters><date-time>2027-03-10T09:00:00</date-time></dtstart>
<duration><duration>PT45M</duration></duration><summary><text>Quays of tomorrow</text></summary>
<attendee><parameters><cn><text>Ines Talbot</text></cn></parameters><cal-address>mailto:i@x.example</cal-address></attendee>
</properties></vevent></components></vcalendar></icalendar>"""

PENTABARF = b"""<iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><x-wr-calname>Harbour Day</x-wr-calname><vevent>
<pentabarf:title>Quays of tomorrow</pentabarf:title><summary>Quays of tomorrow- a view</summary>
<dtstart>20270310T090000</dtstart><dtend>20270310T094500</dtend><attendee>Ines Talbot</attendee>
</vevent></vcalendar></iCalendar>"""

JCAL = json.dumps([
    "vcalendar", [["x-wr-calname", {}, "unknown", "Harbour Day"]], [["vevent", [
        ["dtstart", {"tzid": "Europe/Oslo"}, "date-time", "2027-03-10T09:00:00"], ["duration", {}, "duration", "PT45M"],
        ["summary", {}, "text", "Quays of tomorrow"], ["attendee", {"cn": "Ines Talbot"}, "cal-address", "mailto:i@x.example"],
    ], []]],
]).encode()  # fmt: skip


def test_a_calendar_is_read_alike_as_text_as_xml_and_as_json() -> None:
    """XCal (RFC 6321, and Pentabarf's own) and jCal (RFC 7265) say the same as iCalendar, people included."""
    for name, data in (("a.xml", RFC_6321), ("a.xcal", PENTABARF), ("a.json", JCAL)):
        assert ical.recognises(Document(name, data)), name
        found = ical.read(Document(name, data), None)
        (session,) = found.sessions
        assert found.event.name == "Harbour Day", name
        assert (session.title, [p.name for p in session.people]) == ("Quays of tomorrow", ["Ines Talbot"]), name
        assert [str(time)[:16] for time in (session.start, session.end)] == ["2027-03-10T09:00", "2027-03-10T09:45"], name


def test_an_attendee_without_an_address_is_named_by_the_value() -> None:
    """What a comma parts from the one name is where somebody is from; "Family, Given" is turned round."""
    found = calendar(
        {"SUMMARY": "Tides", "ATTENDEE": "Ines Talbot\\, Kelp Group"}, {"SUMMARY": "Silt", "ATTENDEE": "Talbot\\, Ines"}
    )

    people = [person for session in found.sessions for person in session.people]
    assert [(p.name, p.company) for p in people] == [("Ines Talbot", "Kelp Group"), ("Ines Talbot", None)]


def test_the_entry_around_all_others_is_the_event() -> None:
    """An entry that alone lasts from the first of several days to the last names the event and is no session."""
    whole = {"SUMMARY": "Harbour Days", "DTSTART": "20270310T080000", "DTEND": "20270312T180000"}
    found = calendar(whole, {"SUMMARY": "Tides"}, {"SUMMARY": "Silt"}, {"SUMMARY": "Cranes"})

    assert found.event.name == "Harbour Days"
    assert [session.title for session in found.sessions] == ["Tides", "Silt", "Cranes"]


def test_descriptions_begin_with_who_speaks_where_most_do() -> None:
    """Below a repeated clock too, and with job and company on the next line; what begins otherwise names nobody."""
    found = calendar(
        {"SUMMARY": "Tides", "DESCRIPTION": "9:00 – 10:00\\nIrene Talbot\\nHead of Sales\\, Kelp AG\\n\\nHarbour Day"},
        {"SUMMARY": "Silt", "DESCRIPTION": "10:00 – 11:00\\nThomas Berg (Torp Ltd) and Mary Cole\\n\\nHarbour Day"},
        {"SUMMARY": "Cranes", "DESCRIPTION": "11:00 – 12:00\\nA tour of the yard\\n\\nHarbour Day"},
    )

    assert told(found) == [("Tides", ["Irene Talbot"]), ("Silt", ["Thomas Berg", "Mary Cole"]), ("Cranes", [])]
    assert (found.sessions[0].people[0].title, found.sessions[0].people[0].company) == ("Head of Sales", "Kelp AG")


def test_sentences_of_a_description_bring_people_on_stage() -> None:
    """Words such as "par" and "with" before a whole name, where nobody is named elsewhere; who is honoured does not speak."""
    found = calendar(
        {"SUMMARY": "Conférence", "DESCRIPTION": "« Les quais »\\, par Marie-Claire Sautel."},
        {"SUMMARY": "Remise du prix", "DESCRIPTION": "Remise du prix des quais à Odile Martin."},
    )

    assert told(found) == [("Conférence", ["Marie-Claire Sautel"]), ("Remise du prix", [])]


def test_labels_of_any_language_lead_to_the_people_of_a_description() -> None:
    """The words that label people on pages do so in descriptions; without a colon the list behind must be theirs alone."""
    cases = [
        ("Foredragsholder: Ingrid Berg, Kvitlab", ["Ingrid Berg"]),
        ("Om kaier.\nOrdstyrer: Marte Hovland\nPanelist: Anna Berg (Torp AS)", ["Marte Hovland", "Anna Berg"]),
        ("Avec Odile Martin (Port de Sarle), Anna Berg et Luc Dorn. Venez tous.", ["Odile Martin", "Anna Berg", "Luc Dorn"]),
        ("With Anna Berg's book in hand we walk the quays and count what is left of them.", []),
        ("- **Speaker:** Anna Berg", ["Anna Berg"]),
    ]  # fmt: skip

    assert [[p.name for p in labelled_people(text)] for text, _ in cases] == [names for _, names in cases]
    assert without_label("Om kaier.\nOrdstyrer: Marte Hovland") == "Om kaier."


def test_a_title_keeps_the_people_behind_its_kind_and_gives_up_those_in_brackets() -> None:
    """A talk called "Keynote: Ann Archer" is no "Keynote"; "(talk by Ann)" names somebody by the given name alone."""
    sessions = [
        FoundSession("Keynote: Paul Martin, Port Chair"), FoundSession("Reading tides (talk by Anna)"),
        FoundSession("Silt and sand (talk by Thomas Berg)"), FoundSession("Cranes by night (workshop by Mary & Paul)"),
    ]  # fmt: skip
    name_people_of_titles(sessions)

    assert [(s.title, [p.name for p in s.people]) for s in sessions] == [
        ("Keynote: Paul Martin, Port Chair", ["Paul Martin"]), ("Reading tides", ["Anna"]),
        ("Silt and sand", ["Thomas Berg"]), ("Cranes by night", ["Mary", "Paul"]),
    ]  # fmt: skip


def test_a_title_gives_up_the_people_behind_its_dash_that_the_description_names() -> None:
    """Whatever the names look like: what stands behind a label in full and again behind the dash is no title."""
    found = calendar(
        {
            "SUMMARY": "Tides - a panel - Anna Berg\\, Prof. Ines Talbot\\, Pramo C E",
            "DESCRIPTION": "Speaker: Anna Berg\\, Prof. Ines Talbot\\, Pramo C E",
        },
        {"SUMMARY": "Silt - Sebastian", "DESCRIPTION": "Speaker: Sebastian\\nTrack: 1"},
    )

    assert told(found) == [("Tides - a panel", ["Anna Berg", "Prof. Ines Talbot", "Pramo C E"]), ("Silt", ["Sebastian"])]


def test_properties_of_a_publishers_own_name_who_speaks() -> None:
    """What a calendar calls "Speaker" in a property beyond the standard counts; other properties name nobody."""
    found = calendar(
        {
            "SUMMARY": "Tides",
            'X-CUSTOMFIELD;NAME="Speaker";ID=12': "Anna Berg\\, Kelp AG",
            'X-CUSTOMFIELD;NAME="Contact"': "Tom Dorn",
        },
        {"SUMMARY": "Silt", "X-PRESENTER": "Thomas Dorn"},
    )

    assert told(found) == [("Tides", ["Anna Berg"]), ("Silt", ["Thomas Dorn"])]


def test_what_a_description_says_of_a_speaker_counts() -> None:
    """A line about the speaker names one, with job and company; a label may stand above its list without a colon."""
    found = calendar(
        {
            "SUMMARY": "Tides",
            "DESCRIPTION": "On water.\\n\\nAbout the speaker: Anna Berg is the Head of Operations at Kelp AG.",
        },
        {
            "SUMMARY": "Silt",
            "DESCRIPTION": "Speakers\\nThomas Dorn\\, Director\\, Torp Ltd\\nWhat happens below the keel of a ship.",
        },
        {"SUMMARY": "Wrap-up: what next?"},
    )

    people = [(p.name, p.title, p.company) for session in found.sessions for p in session.people]
    assert people == [("Anna Berg", "Head of Operations", "Kelp AG"), ("Thomas Dorn", "Director", "Torp Ltd")]
    assert found.sessions[2].title == "Wrap-up: what next?"


def test_an_agenda_in_a_description_is_read_in_place_of_its_day() -> None:
    """Where most entries are days whose descriptions list clocks, these are the sessions; a session with such a list stays."""
    lines = (
        "9:00 Opening – Anna Berg\\, CEO\\, Kelp AG\\n9:30 Tides at work – Thomas Dorn\\, Director\\, Torp Ltd\\n10:15 Coffee"
    )
    days = calendar({"SUMMARY": "Harbour Summit – Day 1", "DESCRIPTION": f"Welcome!\\n\\n{lines}"})
    block = calendar({"SUMMARY": "Morning block", "DESCRIPTION": lines}, {"SUMMARY": "Silt"}, {"SUMMARY": "Cranes"})

    sessions = [("Opening", ["Anna Berg"]), ("Tides at work", ["Thomas Dorn"]), ("Coffee", [])]
    assert told(days) == sessions
    assert str(days.sessions[1].start).startswith("2027-03-10T09:30")
    assert told(block)[:3] == sessions
    assert [session.title for session in block.sessions[3:]] == ["Morning block", "Silt", "Cranes"]


def test_an_agenda_in_the_description_of_an_event_is_read_from_any_data() -> None:
    """An event kept as a record with its agenda as text is that agenda, held where the event is."""
    text = (
        "Join us!\n9:00 Opening – Anna Berg, CEO, Kelp AG\n9:30 Tides at work – Thomas Dorn, Director, Torp Ltd\n10:15 Coffee"
    )
    record = {"name": "Harbour Morning", "start_at": "2027-03-10T09:00:00", "description": text, "venue": {"name": "Quay Hall"}}
    found = any_json.read(Document("a.json", json.dumps({"event": record}).encode()), None)

    assert told(found) == [("Opening", ["Anna Berg"]), ("Tides at work", ["Thomas Dorn"]), ("Coffee", [])]
    assert {session.room for session in found.sessions} == {"Quay Hall"}


def test_a_clock_in_the_title_of_a_whole_day_is_its_time() -> None:
    """Entries without a clock of their own whose titles begin with one take place then."""
    titles = ("9:00-9:30 Opening of the quay", "9:30-10:15 Tides at work", "10:15 Coffee")
    found = calendar(*({"SUMMARY": title, "DTSTART": "20270310", "DTEND": "20270311"} for title in titles))

    assert [(s.title, str(s.start)[11:16]) for s in found.sessions] == [
        ("Opening of the quay", "09:00"), ("Tides at work", "09:30"), ("Coffee", "10:15"),
    ]  # fmt: skip
