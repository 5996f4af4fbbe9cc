"""What to give first."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from planner.agenda import Agenda, Session, Speaker, from_json
from planner.candidates import read_candidates
from planner.crowd import Crowd
from planner.give_first import best_pairs
from planner.people import Person
from planner.plan import plan_meetings
from planner.profile import read_profile
from planner.suggestion import GiveFirst

DATA = Path(__file__).parent / "data" / "planning"
AGENDA = from_json(json.loads((DATA / "agenda.json").read_text(encoding="utf-8")))
ME = read_profile((DATA / "me.toml").read_text(encoding="utf-8"))


def ideas_for(name: str, *contacts: Person, agenda: object = AGENDA, profile: object = ME) -> tuple[GiveFirst, ...]:
    """The ideas for one person."""
    plan = plan_meetings(agenda, profile, contacts=contacts, top=0, drafts=False)  # type: ignore[arg-type]
    return next(s.give_first for s in plan.suggestions if s.speaker.name == name)


def test_know_how_meets_what_they_speak_about() -> None:
    """An offer about keeping customers fits a talk about churn, and the idea names both."""
    idea = ideas_for("Runa Tveit")[0]
    assert idea.way == "advice"
    assert "Why customers leave" in idea.text
    assert "what we learnt about keeping customers" in idea.text


def test_somebody_looking_for_work_is_helped_first() -> None:
    """A biography that says so leads to the opening I know of."""
    idea = ideas_for("Noemi Castellan")[0]
    assert idea.way == "job_search"
    assert "an open sales role I know of" in idea.text


def test_candidates_help_who_may_need_them() -> None:
    """A network of nurses is offered where nurses work."""
    assert "fill_position" in [i.way for i in ideas_for("Pim Okkerse")]


def test_a_contact_who_buys_what_they_sell_is_introduced() -> None:
    """A head of HR among my contacts is a likely customer for a payroll firm; the contact is asked first."""
    buyer = Person("c1", "Hedda Lorne", "Head of HR", "Sonnfeld Energie", relation="client")
    agenda = replace(AGENDA, speakers=(*AGENDA.speakers, Speaker("p11", "Levke Ahrens", "CEO", "Ahrens Staffing")))
    ideas = ideas_for("Levke Ahrens", buyer, agenda=agenda, profile=replace(ME, avoid=()))
    assert ideas[0].way == "dream_customer"
    assert "Hedda Lorne" in ideas[0].text
    assert ideas[0].person == "c1"


def test_peers_are_brought_together() -> None:
    """Two sales leaders of different companies should know each other."""
    texts = [i.text for i in ideas_for("Noemi Castellan")]
    assert any("Runa Tveit" in text for text in texts)


def test_everybody_suggested_has_an_idea() -> None:
    """Nobody is suggested without something to give."""
    assert all(s.give_first for s in plan_meetings(AGENDA, ME, top=0, drafts=False).suggestions)


def test_without_anything_to_give_nobody_is_suggested() -> None:
    """No offers and nobody to connect with: left out, with what to do about it."""
    alone = replace(AGENDA, speakers=AGENDA.speakers[:1], sessions=())
    plan = plan_meetings(alone, replace(ME, offers=()), top=0, drafts=False)
    assert plan.suggestions == ()
    assert [o.code for o in plan.left_out] == ["nothing_to_give"]


def test_ideas_name_only_people_who_exist() -> None:
    """An idea that connects names a speaker or contact by id."""
    people = {p.id for p in AGENDA.speakers}
    for suggestion in plan_meetings(AGENDA, ME, top=0, drafts=False).suggestions:
        assert all(i.person in people for i in suggestion.give_first if i.person)


def test_the_best_pairs_share_a_craft_and_no_company() -> None:
    """The event's pairs are peers of different companies who share no session."""
    pairs = best_pairs(Crowd(read_candidates(AGENDA)))
    assert {"Odile Marchand-Roux", "Bastian Krohl"} in [{p.one.name, p.other.name} for p in pairs]
    assert all(p.one.company != p.other.company for p in pairs)


def test_three_questions_and_the_last_is_whom_to_know() -> None:
    """Everybody gets three questions to be asked."""
    for suggestion in plan_meetings(AGENDA, ME, top=0, drafts=False).suggestions:
        assert len(suggestion.questions) == 3
        assert suggestion.questions[-1] == "Whom should I know here?"


def people(*rows: tuple[str, str, str], **sessions: tuple[int, ...]) -> Agenda:
    """An agenda of people (name, title, company) and sessions by title, each with the places of its speakers."""
    return Agenda(
        "test", "file",
        sessions=tuple(Session(t, t, speakers=tuple(f"p{i}" for i in ids)) for t, ids in sessions.items()),
        speakers=tuple(Speaker(f"p{i}", *row) for i, row in enumerate(rows)),
    )  # fmt: skip


def test_no_two_people_are_asked_the_same() -> None:
    """On one list each person hears questions of their own, except the last; wordings take turns."""
    agenda = people(*((f"Ana Berg{i}", "Head of Sales", f"Firm {i} Foods") for i in range(10)), Growth=tuple(range(5)))
    plan = plan_meetings(agenda, ME, top=0, drafts=False)
    asked = [q for s in plan.suggestions for q in s.questions[:2]]
    assert len(set(asked)) == len(asked) == 20


def test_a_contact_is_not_passed_round() -> None:
    """The same contact is named for three people at most."""
    friend = Person("c1", "Hedda Lorne", "Head of Sales", "Sonnfeld Energie", relation="friend")
    agenda = people(*((f"Ana Berg{i}", "Head of Sales", f"Firm {i} Foods") for i in range(9)))
    plan = plan_meetings(agenda, ME, contacts=[friend], top=0, drafts=False)
    assert sum("Hedda Lorne" in i.text for s in plan.suggestions for i in s.give_first) == 3


def test_a_likely_customer_decides() -> None:
    """Somebody at a company that buys, but whose post buys nothing, is no customer to be introduced to."""
    seller = Person("c1", "Hedda Lorne", "Head of HR", "Klinik Sonnfeld", relation="friend")
    buyer = Person("c2", "Aldo Renz", "Head of Procurement", "Klinik Sonnfeld", relation="friend")
    agenda = people(("Levke Ahrens", "CEO", "Ahrens Medizintechnik"), ("Ida Moss", "CEO", "Moss Foods"))
    for contact, expected in ((seller, False), (buyer, True)):
        ideas = ideas_for("Levke Ahrens", contact, agenda=agenda)
        assert any(i.way == "dream_customer" and contact.name in i.text for i in ideas) is expected


def test_know_how_of_a_trade_is_kept_for_that_trade() -> None:
    """What I know of nurses helps a clinic and not a bank, though its text speaks of patients."""
    me = replace(ME, offers=("what we learnt about nurses",), dream_customers=())
    agenda = people(("Ida Moss", "CTO", "Moss Klinik"), ("Aldo Renz", "CTO", "Renz Bank"), Patients=(0, 1))
    assert any("nurses" in i.text for i in ideas_for("Ida Moss", agenda=agenda, profile=me))
    assert not any("nurses" in i.text for i in ideas_for("Aldo Renz", agenda=agenda, profile=me))


def test_two_offices_of_one_body_are_not_brought_together() -> None:
    """A department and its government know each other."""
    agenda = people(
        ("Ida Moss", "Minister", "Skills Department, Government of Arlen"), ("Aldo Renz", "Minister", "Government of Arlen")
    )
    plan = plan_meetings(agenda, ME, top=0, drafts=False)
    assert not any(i.way == "connect_peer" for s in plan.suggestions for i in s.give_first)


def plan_for(*people: Speaker, offers: tuple[str, ...]) -> tuple[tuple[GiveFirst, ...], ...]:
    """The ideas for people of an event of their own, best first."""
    me = replace(ME, avoid=(), offers=offers)
    plan = plan_meetings(Agenda("x", "file", speakers=people), me, top=0, drafts=False)
    return tuple(s.give_first for s in plan.suggestions)


def test_one_offer_is_not_made_to_everybody() -> None:
    """Of ten founders in a row three are offered the same investors, while there is something else to give the others."""
    founders = (Speaker(f"f{i}", f"Ana Berg{i}", "Founder & CEO", f"Zorvex{i}") for i in range(10))
    ideas = plan_for(*founders, offers=("introductions to two seed investors", "a playbook for first hires"))
    assert sum("seed investors" in " ".join(i.text for i in each) for each in ideas) == 3
    assert all(ideas)


def test_work_somebody_does_for_a_living_is_not_offered_to_them() -> None:
    """A free review of their data goes to nobody who heads data: they review their own."""
    chief = Speaker("d", "Ana Berg", "Head of Data Science", "Zorvex")
    assert (
        "review"
        not in plan_for(chief, Speaker("e", "Bo Lind", "Head of Data", "Tarn"), offers=("a free data review",))[0][0].text
    )


def test_nobody_is_brought_together_with_a_minister() -> None:
    """That both speak about one topic is no reason to promise a founder a minister."""
    people = (Speaker("a", "Ana Berg", "Founder", "Zorvex"), Speaker("m", "Mo Dahl", "Minister", "Ministry of Economy"))
    sessions = tuple(Session(f"s{i}", "Starting a company", speakers=(p.id,)) for i, p in enumerate(people))
    plan = plan_meetings(Agenda("x", "file", sessions=sessions, speakers=people), replace(ME, avoid=()), top=0, drafts=False)
    assert all("Mo Dahl" not in i.text for s in plan.suggestions if s.speaker.id == "a" for i in s.give_first)


def test_an_introduction_fits_by_craft_and_by_trade() -> None:
    """Payment firms sell to retailers, yet not to their heads of HR."""
    idea = plan_for(
        Speaker("a", "Ana Berg", "CEO", "Berg Payments"), offers=("an introduction to two HR directors in retail",)
    )[0]
    assert all("often sell to" not in i.text for i in idea)


def test_a_contact_is_named_once_on_a_card() -> None:
    """Whoever is a likely customer and of their craft too is introduced once."""
    buyer = Person("c1", "Hedda Lorne", "VP Marketing", "Sonnfeld Foods", relation="client")
    agenda = Agenda("x", "file", speakers=(Speaker("a", "Ana Berg", "Head of Marketing", "Harbour Football Club"),))
    ideas = ideas_for("Ana Berg", buyer, agenda=agenda, profile=replace(ME, avoid=()))
    assert sum("Hedda Lorne" in idea.text for idea in ideas) == 1


def test_a_star_is_asked_and_not_offered_what_may_not_fit() -> None:
    """An athlete of whom nothing else is known gets a question, not the know-how of my trade."""
    ideas = plan_for(Speaker("a", "Ana Berg", "Former athlete", None), offers=("cost figures from twelve refits",))
    assert "twelve refits" not in ideas[0][0].text
