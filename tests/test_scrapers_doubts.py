"""What is marked as doubtful in an agenda, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from planner.agenda import Agenda, UnreadLine
from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, FoundPerson, FoundSession, assemble
from scrapers._merge import merge

PEOPLE = ["Anna Berger", "Peter Hofmann", "Julia Weber", "Thomas Krause", "Sabine Vogel", "Martin Lindner", "Eva Sommer"]
"""Names that many have."""
LINES = [UnreadLine("Cranes that never sleep", "session")]
"""Any line: what is read from lines and not from fields."""


def agenda_of(*names: str, told: bool = False, telling: list[UnreadLine] | None = None) -> Agenda:
    """An agenda in which each of these people holds one talk, all with job and company where they are `told`."""
    people = [FoundPerson(n, "Head of Sales" if told else None, "Tarn AG" if told else None) for n in names]
    sessions = [FoundSession(f"How harbours breathe, part {n}", "09:00", people=[p]) for n, p in enumerate(people)]
    return assemble("here", "test", Found(sessions=sessions, telling=LINES if telling is None else telling))


def marked(agenda: Agenda) -> dict[str, tuple[str, ...]]:
    """Who and what has a doubtful field, by name or title."""
    people = {p.name: p.unsure for p in agenda.speakers if p.unsure}
    return people | {s.title: s.unsure for s in agenda.sessions if s.unsure}


def test_a_name_like_no_other_is_doubted_among_names() -> None:
    """What nobody is called by its letters is marked, and so is the session that it was read in."""
    found = marked(agenda_of(*PEOPLE, "Upper Harbour Fire Division"))

    assert found == {"Upper Harbour Fire Division": ("name",), "How harbours breathe, part 7": ("speakers",)}


def test_names_in_fields_for_names_are_not_doubted_for_their_letters() -> None:
    """Data says itself who is a person: a nickname there is one."""
    assert marked(agenda_of(*PEOPLE, "geemus", telling=[])) == {}


def test_rare_names_are_not_doubted_where_many_are_rare() -> None:
    """In a programme full of nicknames none is the odd one out."""
    assert marked(agenda_of(*PEOPLE[:4], "geemus", "jugyo", "tenderlove")) == {}


def test_two_names_of_nearly_the_same_words_are_both_doubted() -> None:
    """They may be one person, read twice."""
    found = Found(sessions=[FoundSession("Panel", people=[FoundPerson("Tijs Pijls"), FoundPerson("Tijs Pijls Rotor Advies")])])

    assert {n: u for n, u in marked(assemble("here", "test", found)).items() if n != "Panel"} == {
        "Tijs Pijls": ("name",), "Tijs Pijls Rotor Advies": ("name",),
    }  # fmt: skip


def test_who_lacks_what_nearly_all_have_is_marked_there() -> None:
    """A missing job or company is doubtful where it is rare."""
    people = [FoundPerson(n, "Head of Sales", "Tarn AG") for n in PEOPLE[:-1]] + [FoundPerson(PEOPLE[-1], "Engineer")]
    found = Found(sessions=[FoundSession("Panel", people=people)])

    assert marked(assemble("here", "test", found)) == {"Eva Sommer": ("company",)}


def test_a_session_called_like_a_person_or_that_takes_hours_may_be_none() -> None:
    """The first is who speaks, the second the hours of the day; data that says so is believed."""
    sessions = [FoundSession("Cranes", "09:00", "10:00", people=[FoundPerson("Anna Berger")]), FoundSession("Anna Berger"),
                FoundSession("Exhibition", "09:00", "17:30")]  # fmt: skip

    read = Found(sessions=sessions, telling=LINES)

    assert marked(assemble("here", "test", read)) == {"Anna Berger": ("title",), "Exhibition": ("title",)}
    assert marked(assemble("here", "test", Found(sessions=sessions))) == {}


def test_lines_that_nothing_was_read_from_are_named() -> None:
    """A likely title or name of which hardly a word stands in the agenda was left out; others are not worth a word."""
    lines = ["How harbours breathe", "Anna Berger, Tarn AG", "Lamps for deep cellars", "Casimir Oyelaran", "One", "Two"]
    agenda = agenda_of(*PEOPLE, told=True, telling=[UnreadLine(line, "session") for line in lines])

    assert [line.text for line in agenda.left_out] == ["Lamps for deep cellars", "Casimir Oyelaran", "One", "Two"]
    assert [w for w in agenda.warnings if "no session" in w] == [
        "Lines of the programme that belong to no session: “Lamps for deep cellars”, “Casimir Oyelaran”, “One” and one other. "
        "Compare with the page."
    ]


def test_lines_of_slots_that_are_likely_titles_or_people_are_told_of() -> None:
    """Not the notes beside them."""
    rows = "".join(
        f"<tr><td>{9 + n}:00</td><td><b>{title}</b><br>{name}<br>Bring a pen.</td></tr>"
        for n, (title, name) in enumerate(zip(["Cranes that never sleep", "Lamps for deep cellars"], PEOPLE, strict=False))
    )
    found = any_page.read(Document("page.html", f"<h1>Programme</h1><table>{rows}</table>".encode()), None)

    assert [(line.text, line.kind, line.start) for line in found.telling] == [
        ("Cranes that never sleep", "session", "09:00"), ("Anna Berger", "person", "09:00"),
        ("Lamps for deep cellars", "session", "10:00"), ("Peter Hofmann", "person", "10:00"),
    ]  # fmt: skip


def test_a_missing_date_is_said_once() -> None:
    """One sentence, and what to do."""
    page = "<h1>Programme</h1><p>9:00 Cranes that never sleep</p><p>10:00 Lamps for deep cellars</p>"
    agenda = assemble("page.html", "any_page", any_page.read(Document("page.html", page.encode()), None))

    assert [w for w in agenda.warnings if "date" in w] == ["The source gives no date; enter the day yourself."]


def test_that_nobody_speaks_is_not_said_once_another_page_tells_who() -> None:
    """What one page lacked another may have had."""
    bare = "<h1>Programme</h1><p>9:00 Cranes that never sleep</p><p>10:00 Lamps for deep cellars</p>"
    first = assemble("page.html", "any_page", any_page.read(Document("page.html", bare.encode()), None))
    talk = FoundSession("Cranes that never sleep", "09:00", people=[FoundPerson("Anna Berger")])
    other = assemble("other.html", "test", Found(sessions=[talk]))

    assert any("No speaker" in w for w in first.warnings)
    assert not any("No speaker" in w for w in merge([first, other]).warnings)


def test_what_only_says_the_kind_of_a_session_or_that_nobody_is_known_is_not_told_of() -> None:
    """The bare word "Keynote", a lunch and "Speaker: TBC" leave nothing out."""
    rows = "".join(
        f"<tr><td>{9 + n}:00</td><td><b>{title}</b><br>{name}</td></tr>"
        for n, (title, name) in enumerate([("Keynote", "Speaker: TBC"), ("Lamps for deep cellars", PEOPLE[0]), ("Lunch", "")])
    )
    found = any_page.read(Document("page.html", f"<h1>Programme</h1><table>{rows}</table>".encode()), None)

    assert [line.text for line in found.telling] == ["Lamps for deep cellars", "Anna Berger"]


def test_a_line_left_out_is_named_until_another_page_tells_of_it() -> None:
    """What one page lacked another may have had."""
    bare = Found(sessions=[FoundSession("Cranes", "09:00")], telling=[UnreadLine("Casimir Oyelaran", "person", "09:00")])
    first = assemble("here", "test", bare)
    other = assemble(
        "there", "test", Found(sessions=[FoundSession("Cranes", "09:00", people=[FoundPerson("Casimir Oyelaran")])])
    )

    assert any("Casimir" in w for w in first.warnings)
    assert merge([first, other]).left_out == ()
    assert not any("no session" in w for w in merge([first, other]).warnings)


def test_a_scale_of_times_beside_a_grid_is_no_loss() -> None:
    """Times with nothing beside them, every quarter of an hour, mark the hours of columns that give their own times."""
    scale = "".join(f"<tr><td>{9 + n // 4}:{15 * (n % 4):02}</td></tr>" for n in range(1, 8))
    talks = "<p>9:00 Cranes that never sleep</p><p>11:00 Lamps for deep cellars</p>"

    def read(markup: str) -> list[str]:
        return any_page.read(Document("page.html", f"<h1>Programme</h1>{markup}".encode()), None).warnings

    assert not any("of the times" in w for w in read(f"{talks}<table>{scale}</table>"))
    assert any("of the times" in w for w in read(f"{talks}<table><tr><td>13:15</td></tr></table>"))


def test_what_two_readings_call_the_same_is_no_longer_doubted() -> None:
    """A title or a name that another page gives without a doubt is one."""
    lamps = FoundSession("Lamps", "09:00", people=[FoundPerson("geemus")], unsure=("title",))
    first = assemble("here", "test", Found(sessions=[lamps, FoundSession("Cranes", "10:00", unsure=("title",))]))
    doubtful = replace(first, speakers=(replace(first.speakers[0], unsure=("name",)),))
    other = assemble("there", "test", Found(sessions=[FoundSession("Lamps", "09:00", people=[FoundPerson("geemus")])]))

    assert marked(doubtful) == {"geemus": ("name",), "Lamps": ("title",), "Cranes": ("title",)}
    assert marked(merge([doubtful, other])) == {"Cranes": ("title",)}
