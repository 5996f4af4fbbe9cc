"""What I could do next for one person I know: the five ways, from what is known of them, of me and of my contacts.

At an event the plan proposes this for everybody on the agenda (`planner.plan`); here it is for anybody, at any time after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner._signs import find_sign
from planner.agenda import Session, Speaker
from planner.candidates import read_candidate, read_me
from planner.crowd import Crowd
from planner.give_first import find_ideas
from planner.journal import Entry, effective
from planner.offers import find_help
from planner.people import Person
from planner.profile import Profile
from planner.suggestion import GiveFirst
from planner.topics import Texts

_IDEAS = 3


@dataclass(frozen=True, slots=True)
class Gifts:
    """What to give somebody: `ideas` in words, best first; for a note the `offer` of mine that fits, a noun phrase, and the
    `partner` to introduce, with job title and company.
    """

    ideas: tuple[GiveFirst, ...] = ()
    offer: str | None = None
    partner: str | None = None


def find_gifts(
    person: Person,
    profile: Profile,
    *,
    contacts: Iterable[Person] = (),
    entries: Iterable[Entry] = (),
    speaker: Speaker | None = None,
    sessions: Iterable[Session] = (),
    answers: Mapping[str, str] | None = None,
) -> Gifts:
    """Up to three favours for a person, best first: what they said they need, then introductions and what I can offer.

    `contacts` are people I know or have met, `entries` the journal; `speaker` and `sessions` what an agenda said of the person,
    `answers` what the user said companies do. Whom I have brought together with them already is not proposed again. Without any
    when too little is known: then the thing to do is to ask what they are working on.
    """
    journal = effective(entries)
    known = [replace(c, relation=c.relation or "other") for c in contacts if c.id != person.id]
    asked = dict(answers or {}) | ({person.company: person.industry} if person.company and person.industry else {})
    seen = speaker or Speaker(person.id, person.name)
    seen = replace(seen, id=person.id, title=person.title or seen.title, company=person.company or seen.company)
    candidate = read_candidate(seen, sessions, answers=asked)
    me = read_me(profile, answers=asked)
    helps = find_help(profile.offers, candidate, Texts([candidate.says]))
    together = {p for e in journal if e.kind == "favour_given" and person.id in e.people for p in e.people}
    crowd = Crowd([], [c for c in known if c.id not in together])
    told = [_need(e.text) for e in reversed(journal) if e.kind == "need_heard" and e.person == person.id and e.text.strip()]
    ideas = (*told[:1], *find_ideas(candidate, helps, me, crowd))[:_IDEAS]
    named = crowd.circle.find(next((idea.person for idea in ideas if idea.person), ""))
    return Gifts(
        ideas,
        next((h.offer.text for h in helps if h.way == "advice"), None),
        named.who if named else None,
    )


def _need(text: str) -> GiveFirst:
    """What they said they need, as the favour it asks for."""
    said = text.strip().rstrip(".!")
    if find_sign("opening", said) or find_sign("hires", said):
        return GiveFirst("fill_position", f"They told you they need “{said}”: whom do you know who would fit?")
    return GiveFirst("advice", f"They told you they need “{said}”: send what you know, or whoever has solved it.")
