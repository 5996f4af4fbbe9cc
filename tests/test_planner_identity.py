"""Stable ids: whatever a new reading changes, accepted people, notes and entries keep pointing to the same person."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from planner.agenda import Agenda, Session, Speaker
from planner.identity import fold_link, is_same_event, match_agendas, settle_ids, speaker_key

GIVEN = "Ana Bo Chiara Dmitri Élodie Farid Greta Hiro Ines Jonas Katja Liam Mei Nadia Oskar Priya".split()
FAMILY = "Almeida Brandt Castillo Dupont Eriksen Fischer Grimaldi Haddad Iversen Jansen Kowalski Larsen Moreau Novak".split()
FIRMS = "Northgate Pumps|Kesselwerk GmbH|Blue Ledger|Ferrand SA|Tidewater Labs|Ostfeld AG|Maple Freight|Quill & Sons".split("|")
SUBJECTS = "Pricing Forecasting Onboarding Renewals Churn Territory Coaching Hiring Channel Data".split()
TWISTS = "under pressure|in small teams|without spreadsheets|for regulated markets|after a merger|in ninety days".split("|")


def make_agenda(chance: random.Random) -> Agenda:
    """An invented event of two days, three rooms, breaks, and some people on several stages."""
    names = chance.sample([f"{g} {f}" for g in GIVEN for f in FAMILY], 24)
    people = tuple(
        Speaker(f"p{i}", name, title=chance.choice(["VP Sales", "Head of HR", None]), company=chance.choice([*FIRMS, None]))
        for i, name in enumerate(names, 1)
    )
    sessions: list[Session] = []
    for day in ("03", "04"):
        for hour in (9, 10, 11, 13, 14):
            if hour == 11:
                sessions.append(Session(f"s{len(sessions)}", "Lunch", f"2026-03-{day}T12:00:00", kind="break"))
            for room in "ABC":
                title = f"{chance.choice(SUBJECTS)} {chance.choice(TWISTS)}"
                cast = tuple(p.id for p in chance.sample(people, chance.choice([1, 1, 2])))
                start, end = (f"2026-03-{day}T{hour:02}:{minute}:00" for minute in ("00", "45"))
                sessions.append(Session(f"s{len(sessions)}", title, start, end, f"Room {room}", speakers=cast))
    return Agenda("https://example.org/agenda", "test", sessions=tuple(sessions), speakers=people)


def mutate(agenda: Agenda, chance: random.Random) -> tuple[Agenda, set[str], dict[str, str]]:
    """Change things as organisers do. Returns the agenda with fresh ids, whom it dropped, and new id -> old id of the rest."""
    dropped = {p.id for p in chance.sample(agenda.speakers, 2)}
    people = [_change_person(p, chance) for p in agenda.speakers if p.id not in dropped]
    sessions = []
    for s in agenda.sessions:
        s = replace(s, speakers=tuple(i for i in s.speakers if i not in dropped))
        roll = chance.random()
        if roll < 0.08 and s.kind != "break":
            continue
        if roll < 0.25:
            s = replace(s, start=f"2026-03-0{chance.choice('34')}T{chance.randint(9, 16):02}:15:00", room="Annex")
        elif roll < 0.4:
            s = replace(s, title=f"{s.title} (extended)" if chance.random() < 0.5 else s.title.upper())
        sessions.append(s)
    extra = Speaker("new", "Zacharias Quint", "Founder", "Ninefold")
    sessions.append(Session("new", "A late addition", "2026-03-04T16:00:00", room="Room A", speakers=("new",)))
    people.append(extra)
    chance.shuffle(people)
    chance.shuffle(sessions)
    numbers = {p.id: f"p{i}" for i, p in enumerate(people, 1)}
    fresh = replace(
        agenda,
        speakers=tuple(replace(p, id=numbers[p.id]) for p in people),
        sessions=tuple(
            replace(s, id=f"s{i}", speakers=tuple(numbers[x] for x in s.speakers if x in numbers))
            for i, s in enumerate(sessions, 1)
        ),
    )
    return fresh, dropped, {numbers[p.id]: p.id for p in people if p.id != "new"}


def _change_person(person: Speaker, chance: random.Random) -> Speaker:
    roll = chance.random()
    if roll < 0.1:
        return replace(person, company=chance.choice(FIRMS))
    if roll < 0.2:
        return replace(person, title="Chief Revenue Officer")
    if roll < 0.3:
        return replace(person, name=f"Dr. {person.name}")
    if roll < 0.35:
        given, _, family = person.name.partition(" ")
        return replace(person, name=f"{family.upper()}, {given}")
    if roll < 0.4:
        return replace(person, name=person.name.replace(" ", " M. "), url="https://example.org/people/now-with-a-page")
    return person


@pytest.mark.parametrize("seed", range(200))
def test_nobody_kept_is_lost_or_mistaken_when_the_agenda_moves(seed: int) -> None:
    """Of 200 agendas changed at random, every person still there keeps the id, and no new person gets another's."""
    chance = random.Random(seed)
    before = settle_ids(make_agenda(chance))
    fresh, dropped, origin = mutate(before, chance)
    after = settle_ids(fresh, before)
    assert len({p.id for p in after.speakers}) == len(after.speakers)
    assert len({s.id for s in after.sessions}) == len(after.sessions)
    for raw, settled in zip(fresh.speakers, after.speakers, strict=True):
        assert settled.id == origin.get(raw.id, settled.id)
    newcomer = next(p for p in after.speakers if p.name == "Zacharias Quint")
    assert newcomer.id not in {p.id for p in before.speakers}
    assert not dropped & {p.id for p in after.speakers}


@pytest.mark.parametrize("seed", range(20))
def test_an_unchanged_agenda_keeps_every_id_in_any_order(seed: int) -> None:
    """Reading the same again, in another order, changes no id."""
    chance = random.Random(seed)
    raw = make_agenda(chance)
    before = settle_ids(raw)
    shuffled = replace(raw, sessions=raw.sessions[::-1], speakers=raw.speakers[::-1])
    after = settle_ids(shuffled, before)
    assert {s.id: (s.title, s.start, s.room) for s in after.sessions} == {
        s.id: (s.title, s.start, s.room) for s in before.sessions
    }
    assert {p.id: p.name for p in after.speakers} == {p.id: p.name for p in before.speakers}


def test_a_key_is_the_name_and_nothing_that_changes() -> None:
    """Titles, degrees, accents, word order, company and links make no difference to a person's key."""
    plain = Speaker("p1", "Elodie Moreau")
    dressed = Speaker("p9", "Moreau, Dr. Élodie B.", "CEO", "Ferrand SA", url="https://example.org/em")
    assert speaker_key(plain) == speaker_key(dressed) == "elodie-moreau"
    assert speaker_key(Speaker("p1", "山田 太郎")) == "山田-太郎"


def test_two_people_of_one_name_are_told_apart_by_company() -> None:
    """Homonyms get different ids, and keep them when one of the two leaves."""
    two = Agenda(
        "x", "test", speakers=(Speaker("p1", "Ana Novak", company="Ostfeld"), Speaker("p2", "Ana Novak", company="Quill"))
    )
    before = settle_ids(two)
    assert [p.id for p in before.speakers] == ["ana-novak-ostfeld", "ana-novak-quill"]
    after = settle_ids(replace(two, speakers=two.speakers[1:]), before)
    assert [p.id for p in after.speakers] == ["ana-novak-quill"]


def test_a_replacement_on_stage_is_not_the_same_person() -> None:
    """Somebody of the same company who takes over a talk is new; the other is gone."""
    talk = Session("s1", "Renewals that last", "2026-03-03T09:00:00", speakers=("p1",))
    before = settle_ids(Agenda("x", "test", sessions=(talk,), speakers=(Speaker("p1", "Ana Novak", "VP", "Ostfeld"),)))
    after = Agenda("x", "test", sessions=(talk,), speakers=(Speaker("p1", "Jonas Novak", "VP", "Ostfeld"),))
    match = match_agendas(before, after)
    assert match.speakers == {}
    assert match.sessions == {"s1": "renewals-that-last"}


def test_a_changed_family_name_is_followed_when_all_else_stays() -> None:
    """Same given name, job, company and session: the same person under a new name."""
    talk = Session("s1", "Renewals that last", "2026-03-03T09:00:00", speakers=("p1",))
    before = settle_ids(Agenda("x", "test", sessions=(talk,), speakers=(Speaker("p1", "Ana Novak", "VP", "Ostfeld"),)))
    after = Agenda("x", "test", sessions=(talk,), speakers=(Speaker("p1", "Ana Brandt", "VP", "Ostfeld"),))
    assert settle_ids(after, before).speakers[0].id == "ana-novak"


@pytest.mark.parametrize(
    "address",
    ["https://www.linkedin.com/in/ana-novak/", "http://de.linkedin.com/in/ana-novak?trk=x", "LinkedIn.com/in/Ana-Novak#top"],
)
def test_links_are_compared_without_what_varies(address: str) -> None:
    """Scheme, country host, query and closing slash make no difference to a LinkedIn address."""
    assert fold_link(address) == "linkedin.com/in/ana-novak"


def test_another_text_pasted_is_another_event() -> None:
    """Nothing but a break in common: not one event read twice, though both came from "pasted text"."""
    lunch = Session("s9", "Lunch", "2027-05-12T12:00:00", kind="break")
    spring = Agenda(
        "pasted text", "text", sessions=(Session("s1", "Harbour cranes"), lunch), speakers=(Speaker("p1", "Bo Lind"),)
    )
    autumn = Agenda(
        "pasted text", "text", sessions=(Session("s1", "Growing trees"), lunch), speakers=(Speaker("p1", "Ada Berg"),)
    )
    nameless = replace(autumn, speakers=())
    assert not is_same_event(spring, autumn)
    assert not is_same_event(spring, nameless)


@pytest.mark.parametrize("seed", range(10))
def test_a_changed_file_is_the_same_event_again(seed: int) -> None:
    """As changed as organisers change agendas; under another name it is another file."""
    chance = random.Random(seed)
    before = replace(make_agenda(chance), source="programme.xlsx")
    after, _, _ = mutate(before, chance)
    assert is_same_event(before, after)
    assert not is_same_event(before, replace(after, source="other.xlsx"))


def test_one_address_is_one_event() -> None:
    """A programme may be published where only a date stood before."""
    empty = Agenda("https://forum.example/agenda", "any_page")
    full = replace(empty, speakers=(Speaker("p1", "Ada Berg"),))
    assert is_same_event(empty, full)
