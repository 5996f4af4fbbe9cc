"""People read in the place of another's job or company."""

from __future__ import annotations

from scrapers._found import FoundPerson, FoundSession
from scrapers._people.companions import with_companions


def _names(session: FoundSession) -> list[str]:
    return [p.name for p in session.people]


def test_somebody_who_speaks_elsewhere_is_no_company_but_speaks_beside() -> None:
    """Whoever stands as a company in one session and speaks in another is a second speaker of the first."""
    pair = FoundSession("Orchards by night", people=[FoundPerson("Ingrid Solvang", company="Marta Quiroz and Peter Loxley")])
    others = [FoundSession(title, people=[FoundPerson(title)]) for title in ("Marta Quiroz", "Peter Loxley")]
    with_companions([pair, *others], [])
    assert _names(pair) == ["Ingrid Solvang", "Marta Quiroz", "Peter Loxley"]
    assert pair.people[0].company is None


def test_a_chair_is_taken_from_a_job_and_not_made_a_speaker() -> None:
    """A label says that somebody leads the block, so the talk beside it has not got them as its speaker."""
    talk = FoundSession("Hedges", people=[FoundPerson("Ingrid Solvang", title="Chair: Marta Quiroz", company="Tarn AG")])
    people = with_companions([talk], [FoundPerson("Marta Quiroz"), FoundPerson("Ingrid Solvang", title="Chair: Marta Quiroz")])
    assert _names(talk) == ["Ingrid Solvang"]
    assert (talk.people[0].title, talk.people[0].company) == (None, "Tarn AG")
    assert [p.title for p in people] == [None, None]


def test_houses_called_like_people_stay_companies() -> None:
    """A house that bears its founder's name, or that only letters make look like somebody, is left where it stands."""
    talk = FoundSession("Barrels", people=[FoundPerson("Marta Quiroz", company="Marta Quiroz"), FoundPerson("Ingrid Solvang")])
    more = FoundSession("Casks", people=[FoundPerson("Peter Loxley", company="Ingrid Solvang und Partner")])
    with_companions([talk, more], [])
    assert [p.company for p in (*talk.people, *more.people)] == ["Marta Quiroz", None, "Ingrid Solvang und Partner"]
