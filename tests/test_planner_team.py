"""A team on one server: who gets in, and that nobody sees more than they may."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from planner.agenda import Agenda, Event, Speaker
from planner.backup import export_everything, import_everything, make_backup
from planner.journal import new_entry, take_back
from planner.people import Person
from planner.privacy import erase_person, export_person
from planner.profile import Profile
from planner.records import Draft, Meeting
from planner.storage import Conflict, StorageError, Store, open_store
from planner.team import (
    NotAllowed,
    NotInvited,
    also_picked,
    change_role,
    colleagues,
    drafts_shared_with_me,
    invite,
    known_by_colleagues,
    share,
    shared_with_me,
    sign_in,
)

SECRET = "between us"


@dataclass
class Team:
    """Olga owns the workspace, Max is a member of it."""

    olga: Store
    max: Store


@pytest.fixture
def team(store_url: str) -> Iterator[Team]:
    """Two colleagues on one database, each signed in."""
    olga = open_store(store_url)
    olga.save_profile(Profile(name="Olga"))
    sign_in(olga.database, subject="oidc|olga", email="olga@team.example", name="Olga")
    invite(olga, "Max@Team.example")
    member = sign_in(olga.database, subject="oidc|max", email="max@team.example", name="Max")
    found = Team(olga, open_store(store_url, member=member))
    yield found
    found.olga.close()
    found.max.close()


def test_the_first_to_sign_in_owns_the_server_and_keeps_what_was_there(team: Team) -> None:
    """Others come by invitation, whatever the case of their address."""
    assert team.olga.profile().name == "Olga"
    assert [(m.name, m.role, m.joined) for m in colleagues(team.olga)] == [("Max", "member", True), ("Olga", "owner", True)]
    assert sign_in(team.olga.database, subject="oidc|max", email="max@team.example", name="Max") == team.max.member


def test_whom_nobody_invited_does_not_get_in(team: Team) -> None:
    """Nor somebody with an address that was taken up already."""
    for email in ("eve@elsewhere.example", "max@team.example", "olga@team.example"):
        with pytest.raises(NotInvited):
            sign_in(team.olga.database, subject="oidc|eve", email=email, name="Eve")


def test_only_an_owner_lets_people_in_and_out(team: Team) -> None:
    """Or holds a backup of everybody's data, or reaches into everybody's notes; and one owner always stays."""
    team.olga.save_person(Person("ann", "Ann Li"))
    for action in (
        lambda: invite(team.max, "eve@x.example"),
        lambda: change_role(team.max, team.olga.member, "left"),
        lambda: make_backup(team.max),
        lambda: erase_person(team.max, "ann"),
    ):
        with pytest.raises(NotAllowed):
            action()
    with pytest.raises(StorageError, match="needs an owner"):
        change_role(team.olga, team.olga.member, "member")
    change_role(team.olga, team.max.member, "left")
    with pytest.raises(NotInvited):
        sign_in(team.olga.database, subject="oidc|max", email="max@team.example", name="Max")
    with pytest.raises(StorageError, match="no such member"):
        open_store(team.olga.database.url.render_as_string(hide_password=False), member=team.max.member)


def test_people_and_events_are_shared_remarks_and_journal_are_not(team: Team) -> None:
    """Every way to read is tried with the very ids; nothing private comes out."""
    event = team.olga.add_event(
        Agenda("https://x.example", "file", Event("Summit"), (), (Speaker("s", "Ann Li", company="A"),))
    )
    team.olga.save_person(Person("ann", "Ann Li", company="A", relation="friend", last_contact="2019-05-01", remarks=SECRET))
    entry = new_entry("favour_given", person="ann", event=event, text=SECRET)
    team.olga.add(entry)
    team.olga.save_draft(Draft("ann", "ask", "email", SECRET, event=event))
    team.olga.save_meetings(Meeting("m", event, ("ann",), "2026-03-03T10:00", "2026-03-03T10:15", SECRET))
    team.olga.save_profile(Profile(name=SECRET))
    team.olga.save_settings(key=SECRET)
    theirs = team.max
    assert [p.name for p in theirs.people()] == ["Ann Li"]
    assert [e.id for e in theirs.events()] == [event]
    seen = [
        theirs.people(), theirs.person("ann"), theirs.entries(), theirs.entries(person="ann"), theirs.drafts(person="ann"),
        theirs.meetings(event=event), theirs.profile(), theirs.settings(), export_everything(theirs),
        export_person(theirs, "ann"), known_by_colleagues(theirs), shared_with_me(theirs),
        also_picked(theirs, event),
    ]  # fmt: skip
    assert SECRET not in repr(seen)
    assert theirs.version("draft", "m") == theirs.version("profile", "me") == 0


def test_writing_under_a_colleagues_ids_touches_nothing_of_theirs(team: Team) -> None:
    """The same id in another's hands is another document, and tells nothing."""
    team.olga.save_meetings(Meeting("m", None, ("ann",), "2026-03-03T10:00", "2026-03-03T10:15", "Foyer"))
    entry = new_entry("idea", text="Olga's")
    team.olga.add(entry)
    team.max.save_meetings(Meeting("m", None, ("bob",), "2026-03-04T10:00", "2026-03-04T10:15", "Bar"))
    team.max.add(take_back(entry), new_entry("idea", id=entry.id, text="Max's"))
    team.max.save_person(Person("ann", "Ann", remarks="mine", relation="other"))
    share(team.max, entry.id)
    import_everything(team.max, json.loads(json.dumps(export_everything(team.max))))
    assert [m.place for m in team.olga.meetings()] == ["Foyer"]
    assert [e.text for e in team.olga.entries()] == ["Olga's"]
    assert [s.entry.text for s in shared_with_me(team.olga)] == []
    person = team.olga.person("ann")
    assert person
    assert (person.remarks, person.relation) == (None, None)


def test_colleagues_are_told_who_knows_whom_and_who_picked_whom(team: Team) -> None:
    """So that warm paths are found and nobody is approached twice."""
    event = team.olga.add_event(Agenda("https://x.example", "file", Event("Summit")))
    team.olga.save_person(Person("ann", "Ann Li", relation="ex_colleague", last_contact="2019-05-01"))
    team.olga.add(
        new_entry("accepted", person="ann", event=event),
        new_entry("accepted", person="bob", event=event),
        new_entry("no_thanks", person="bob", event=event),
    )
    known = known_by_colleagues(team.max)["ann"][0]
    assert (known.colleague, known.relation, known.last_contact) == ("Olga", "ex_colleague", "2019-05-01")
    assert also_picked(team.max, event) == {"ann": ("Olga",)}
    assert also_picked(team.olga, event) == {}


def test_an_entry_is_seen_when_it_is_shared(team: Team) -> None:
    """Until it is taken back or no longer shared."""
    entry = new_entry("need_heard", person="ann", text="looks for a trainer")
    team.olga.add(entry)
    share(team.olga, entry.id)
    assert [(s.colleague, s.entry.text) for s in shared_with_me(team.max)] == [("Olga", "looks for a trainer")]
    assert team.max.entries() == ()
    share(team.olga, entry.id, shared=False)
    assert shared_with_me(team.max) == ()
    share(team.olga, entry.id)
    team.olga.add(take_back(entry))
    assert shared_with_me(team.max) == ()


def test_two_colleagues_changing_one_person_lose_nothing(team: Team) -> None:
    """Different facts are both kept; the same fact is refused to the second, with both texts."""
    ann = Person("ann", "Ann Li", company="A")
    team.olga.save_person(ann)
    team.olga.change_people([(ann, replace(ann, email="ann@a.example", remarks=SECRET))])
    team.max.change_people([(ann, replace(ann, title="CFO"))])
    there = team.max.person("ann")
    assert there
    assert (there.email, there.title, there.remarks) == ("ann@a.example", "CFO", None)
    with pytest.raises(Conflict) as refused:
        team.max.change_people([(ann, replace(ann, email="al@a.example"))])
    assert "al@a.example" in refused.value.mine
    assert "ann@a.example" in refused.value.theirs
    assert team.max.person("ann") == there


def test_the_owner_named_for_a_server_is_the_first(bare_url: str) -> None:
    """Somebody else who is quicker does not get it."""
    store = open_store(bare_url)
    with pytest.raises(NotInvited):
        sign_in(store.database, subject="s", email="eve@x.example", name="Eve", owner="olga@team.example")
    with pytest.raises(NotInvited):
        sign_in(store.database, subject="", email="olga@team.example", name="Olga", owner="olga@team.example")
    assert sign_in(store.database, subject="o", email="Olga@team.example", name="Olga", owner="olga@team.example") == "me"
    store.close()


def test_who_left_can_write_no_more(team: Team) -> None:
    """Even from a page that was open before."""
    change_role(team.olga, team.max.member, "left")
    with pytest.raises(StorageError, match="no such member"):
        team.max.add(new_entry("idea", text="too late"))


def test_a_draft_is_seen_when_it_is_shared(team: Team) -> None:
    """And only as long."""
    draft = team.olga.save_draft(Draft("ann", "thanks", "email", "Dear Ann"))
    assert drafts_shared_with_me(team.max, "ann") == ()
    draft = team.olga.save_draft(replace(draft, shared=True))
    assert [(who, d.text) for who, d in drafts_shared_with_me(team.max, "ann")] == [("Olga", "Dear Ann")]
    team.olga.save_draft(replace(draft, shared=False))
    assert drafts_shared_with_me(team.max, "ann") == ()
