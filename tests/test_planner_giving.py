"""What to give somebody next: the five ways, for anybody in the ledger, from known facts."""

from __future__ import annotations

from planner.agenda import Session
from planner.giving import find_gifts
from planner.journal import new_entry
from planner.people import Person
from planner.profile import Profile

ME = Profile(name="Mark", title="VP Sales", company="Talentry", industry="HR software", offers=("Our ramp-up sheet for sales",))
ANA = Person("ana", "Ana Ruiz", "VP Sales", "Solara", industry="renewable energy")
IDA = Person("ida", "Ida Holm", "Head of Sales", "Holm Textiles", industry="fashion")
TOM = Person("tom", "Tom Fry")


def test_a_peer_among_my_contacts_is_introduced_and_my_offer_goes_to_who_does_the_same_work() -> None:
    """Two heads of sales in two trades should know each other; the sheet for sales helps either."""
    gifts = find_gifts(ANA, ME, contacts=[ANA, IDA, TOM])

    assert [(idea.way, idea.person) for idea in gifts.ideas] == [("advice", None), ("connect_peer", "ida")]
    assert (gifts.offer, gifts.partner) == (ME.offers[0], "Ida Holm, Head of Sales, Holm Textiles")


def test_whom_i_have_brought_together_is_not_proposed_again() -> None:
    """Once introduced, twice would be odd."""
    done = new_entry("favour_given", person="ana", others=("ida",), way="connect_peer")

    assert find_gifts(ANA, ME, contacts=[IDA], entries=[done]).partner is None


def test_what_they_said_they_need_comes_first() -> None:
    """The latest need that counts, word for word."""
    old = new_entry("need_heard", person="ana", text="a new CRM")
    new = new_entry("need_heard", person="ana", text="a sales engineer for Lisbon")
    first, *_ = find_gifts(ANA, ME, entries=[old, new]).ideas

    assert "“a sales engineer for Lisbon”" in first.text


def test_what_they_spoke_about_is_used_when_it_is_known() -> None:
    """With the programme of their event, my offer that fits their talk is named."""
    talk = Session("s", "How new sales reps ramp up in half the time", speakers=("tom",))

    assert "How new sales reps ramp up" in find_gifts(TOM, ME, sessions=[talk]).ideas[0].text


def test_nothing_is_made_up_of_nothing() -> None:
    """A bare name, no offers, no contacts: no idea."""
    assert find_gifts(TOM, Profile()).ideas == ()
