"""What was seen of people is kept from plan to plan, and never shows in what is proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.agenda import Agenda, Session, Speaker
from planner.candidates import Candidate
from planner.matching import Contacts
from planner.people import Person
from planner.plan import plan_meetings
from planner.profile import Profile
from planner.ranking import USUAL
from planner.sight import Sight
from planner.signals import Scene, Seen, see_all

ME = Profile(
    "Kim Holm", "VP Sales", "Fernhill", "HR software", offers=("a sheet for onboarding new sales people",),
    topics=("onboarding",), dream_customers=("head of HR at an insurer",),
)  # fmt: skip
PEOPLE = (
    Speaker("ada", "Ada Berg", "VP Sales", "Linden Insurance"),
    Speaker("bo", "Bo Lind", "Head of HR", "Harbour Insurance"),
    Speaker("cy", "Cy Dahl", "Chief Revenue Officer", "Zorvex"),
    Speaker("di", "Di Moe", "Data Engineer", "Old Mill Bank"),
)
SESSIONS = (Session("s1", "Onboarding new sales people", speakers=("ada",)), Session("s2", "Hiring", speakers=("bo", "di")))
AGENDA = Agenda("test", "file", sessions=SESSIONS, speakers=PEOPLE)
KNOWN = (Person("c1", "Eva Roth", company="Zorvex", relation="client"),)
CHANGES: dict[str, dict[str, object]] = {
    "other weights": {"weights": replace(USUAL, peer=0.2)},
    "an answer": {"answers": {"Zorvex": "insurance"}},
    "a decision": {"decisions": {"ada": "met_before"}},
    "a corrected title": {"agenda": replace(AGENDA, speakers=(replace(PEOPLE[0], title="Head of HR"), *PEOPLE[1:]))},
    "another talk": {"agenda": replace(AGENDA, sessions=(replace(SESSIONS[0], title="Pricing and churn"), SESSIONS[1]))},
    "another profile": {"profile": replace(ME, dream_customers=("data engineer at a bank",))},
    "a contact": {"contacts": KNOWN},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_plan_with_what_was_seen_is_the_plan_made_anew(change: str) -> None:
    """Whatever changes between two plans, keeping what was seen proposes just what a fresh look would."""
    asked: dict[str, object] = {"agenda": AGENDA, "profile": ME, "contacts": Contacts(()), **CHANGES[change]}
    sight = Sight()
    plan_meetings(AGENDA, ME, sight=sight, top=0)
    assert plan_meetings(**asked, sight=sight, top=0) == plan_meetings(**asked, top=0)  # type: ignore[arg-type]


@pytest.mark.parametrize(("change", "looked"), [("other weights", []), ("an answer", ["cy"]), ("a decision", ["ada"])])
def test_only_whom_a_change_concerns_is_looked_at(change: str, looked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Other weights concern nobody; an answer those of the company, a decision one person."""
    seen: list[str] = []

    def look(candidate: Candidate, scene: Scene) -> Seen:
        seen.append(candidate.speaker.id)
        return see_all(candidate, scene)

    sight = Sight()
    plan_meetings(AGENDA, ME, sight=sight, top=0)
    monkeypatch.setattr("planner.sight.see_all", look)
    plan_meetings(AGENDA, ME, sight=sight, top=0, **CHANGES[change])  # type: ignore[arg-type]
    assert seen == looked
