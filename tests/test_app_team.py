"""A team's screens: who gets in, what each may see and change, and two people at one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from app_pages._sign_in import is_from_here
from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import new_entry
from planner.people import Person
from planner.profile import Profile
from planner.records import Draft, Meeting
from planner.storage import Store, open_store
from planner.team import change_role, colleagues, invite, share, sign_in

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(p.name for p in (ROOT / "app_pages").glob("*.py") if not p.name.startswith("_"))
SECRET = "Zwischenruf"  # nobody but Olga may see it
AGENDA = Agenda(
    "test", "file", Event("Test Forum", "2027-03-16", "2027-03-17"),
    (Session("s", "Panel on hiring", "2027-03-16T09:00:00", "2027-03-16T09:45:00", speakers=("ada-berg", "bo-lind")),),
    (Speaker("ada-berg", "Ada Berg", "VP Sales", "Linden Insurance"), Speaker("bo-lind", "Bo Lind", "Head of HR", "Harbour")),
)  # fmt: skip
AUTH = {
    "auth": {
        "redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "x" * 32, "client_id": "planner",
        "client_secret": "y", "server_metadata_url": "http://localhost:9/.well-known/openid-configuration",
    },
    "team": {"owner": "olga@team.example"},
}  # fmt: skip


def claims(name: str, **changes: object) -> dict[str, object]:
    """What the sign-in service says about somebody."""
    return {
        "is_logged_in": True, "iss": "https://id.example", "sub": name.lower(), "email": f"{name.lower()}@team.example",
        "email_verified": True, "name": name, **changes,
    }  # fmt: skip


def open_app(user: dict[str, object], page: str | None = None) -> AppTest:
    """The app as somebody sees it, run once; on a page of it when one is named."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.secrets.update(AUTH)
    app.user = user
    app.run()
    if page:
        app.switch_page(f"app_pages/{page}").run()
    assert [e.value for e in app.exception] == []
    return app


def words(app: AppTest) -> str:
    """Everything that was sent to the screen."""

    def walk(node: Any) -> Iterator[str]:
        if hasattr(node, "proto"):
            yield f"{getattr(node, 'value', '')} {node.proto}"
        for child in getattr(node, "children", {}).values():
            yield from walk(child)

    return "\n".join(text for part in app for text in walk(part))


@pytest.fixture
def olga(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Olga's store: she owns the workspace, and Max is invited to it."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    st.cache_resource.clear()
    store = open_store()
    sign_in(store.database, subject="https://id.example olga", email="olga@team.example", name="Olga")
    invite(store, "max@team.example")
    store.add_event(AGENDA, event_id="forum")
    store.save_profile(Profile("Olga", "VP Sales", "Fernhill", "HR software"))
    yield store
    store.close()
    st.cache_resource.clear()


@pytest.fixture
def max_(olga: Store) -> Iterator[Store]:
    """Max's store, once he has signed in."""
    member = sign_in(olga.database, subject="https://id.example max", email="max@team.example", name="Max")
    store = open_store(member=member)
    store.save_profile(
        Profile("Max", "VP Sales", "Fernhill", "HR software", topics=("hiring",), offers=("a sheet for hiring sales people",))
    )
    yield store
    store.close()


@pytest.mark.parametrize(
    ("user", "why"),
    [
        ({}, "Sign in to see"),
        ({"is_logged_in": False}, "Sign in to see"),
        (claims("Eve"), "nobody has invited you"),
        (claims("Eve", email="max@team.example", email_verified=False), "did not vouch"),
        (claims("Eve", email="olga@team.example"), "nobody has invited you"),
        (claims("Eve", email=None), "did not vouch"),
        (claims("Max", sub=""), "did not vouch"),
    ],
)
def test_nobody_comes_in_who_was_not_invited(olga: Store, user: dict[str, object], why: str) -> None:
    """Not signed in, unknown, with an address not vouched for, or with one that is taken: a sentence, and nothing else."""
    app = open_app(user)

    assert why in words(app)
    assert "Test Forum" not in words(app)
    assert len(app.selectbox) == 0


def test_the_owner_named_in_the_settings_signs_in_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else can take over a new server, however quick."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    st.cache_resource.clear()

    assert "nobody has invited you" in words(open_app(claims("Eve")))
    assert "Signed in as Olga" in words(open_app(claims("Olga")))


def test_an_invited_colleague_comes_in_and_is_let_out_again(olga: Store) -> None:
    """By the owner, on the Team page; taken out, the running session sees nothing more."""
    app = open_app(claims("Max"))
    assert "Signed in as Max" in words(app)
    assert "Test Forum" in words(app)

    member = next(m for m in colleagues(olga) if m.email == "max@team.example")
    change_role(olga, member.id, "left")
    app.run()

    assert "no longer part of this workspace" in words(app)
    assert "Test Forum" not in words(app)


def test_an_owner_invites_and_changes_roles_a_member_cannot(olga: Store, max_: Store) -> None:
    """The form and the buttons are the owner's; a member is told whom to ask."""
    app = open_app(claims("Olga"), "team.py")
    app.text_input[0].set_value("ana@team.example")
    next(b for b in app.button if b.label == "Invite").click().run()
    assert "ana@team.example" in {m.email for m in colleagues(olga)}
    next(b for b in app.button if b.key == f"role_owner_{max_.member}").click().run()
    assert {m.name: m.role for m in colleagues(olga)}["Max"] == "owner"
    next(b for b in app.button if b.key == f"role_member_{max_.member}").click().run()

    seen = open_app(claims("Max"), "team.py")

    assert [b.label for b in seen.button] == ["Sign out"]
    assert "An owner of this workspace can invite" in words(seen)


def keep_secrets(olga: Store) -> str:
    """Put what only Olga may see wherever she can keep anything; the id of the person it is about."""
    person = olga.person_for_speaker("forum", "ada-berg", AGENDA.speakers[0])
    olga.save_person(replace(person, remarks=SECRET, relation="client"))
    olga.add(
        new_entry("accepted", person=person.id, event="forum", text=SECRET),
        new_entry("favour_given", person=person.id, event="forum", way="advice", text=SECRET),
        new_entry("favour_promised", person=person.id, event="forum", way="advice", text=SECRET),
        new_entry("note_sent", person=person.id, event="forum", text=SECRET),
        new_entry("ask", person=person.id, event="forum", text=SECRET),
        new_entry("source_found", person=person.id, text=SECRET),
        new_entry("idea", text=SECRET),
    )
    olga.save_draft(Draft(person.id, "first_contact", "linkedin", SECRET, event="forum"))
    olga.save_meetings(Meeting("m", "forum", (person.id,), "2027-03-16T10:00:00", "2027-03-16T10:15:00", SECRET))
    olga.save_settings(my_card={"name": SECRET}, key=SECRET)
    olga.save_profile(replace(olga.profile(), offers=(SECRET,), dream_customers=(SECRET,)))
    return person.id


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_what_a_colleague_keeps_private(olga: Store, max_: Store, page: str) -> None:
    """Every page, and with every id of hers put into the session."""
    person = keep_secrets(olga)
    entries = [e.id for e in olga.entries()]

    app = open_app(claims("Max"))
    for name in ("ledger_person", "ledger_open", "data_person", "notes_person", "log_who", "log_open"):
        app.session_state[name] = person
    app.session_state["notes_open"] = (person, "first_contact", "forum")
    app.session_state["event_id"] = "forum"
    for entry in entries:
        app.session_state[f"entry_{entry}"] = True
        app.session_state[f"came_{entry}"] = True
    app.switch_page(f"app_pages/{page}").run()

    assert [e.value for e in app.exception] == []
    assert SECRET not in words(app)


def test_what_the_server_remembers_of_one_is_never_shown_to_another(olga: Store, max_: Store) -> None:
    """One process serves both: Olga opens every page, then Max does, then she again; each sees what is theirs."""
    keep_secrets(olga)
    max_.save_settings(my_card={"name": "Gegenruf"})
    max_.add(new_entry("idea", text="Gegenruf"))

    def pages_with(secret: str, name: str) -> set[str]:
        return {page for page in PAGES if secret in words(open_app(claims(name), page))}

    hers = pages_with(SECRET, "Olga")
    assert len(hers) >= 6, "what is looked for must be there to be found"
    assert pages_with(SECRET, "Max") == set()
    assert pages_with(SECRET, "Olga") == hers
    assert pages_with("Gegenruf", "Olga") == set()


def test_colleagues_are_told_on_the_card(olga: Store, max_: Store) -> None:
    """Who has known a person since when, and who wants to meet them too."""
    olga.save_person(Person("c1", "Ada Berg", company="Linden Insurance", relation="client", known_since="2019-05-01"))
    bo = olga.person_for_speaker("forum", "bo-lind", AGENDA.speakers[1])
    olga.add(new_entry("accepted", person=bo.id, event="forum"))

    seen = words(open_app(claims("Max"), "people.py"))

    assert "Olga has known them since 2019 (client)" in seen
    assert "Olga also wants to meet them" in seen


def test_an_entry_or_a_draft_is_seen_when_it_is_shared(olga: Store, max_: Store) -> None:
    """On the page of the person, on Team and on Notes; no longer when it is not."""
    ada = olga.person_for_speaker("forum", "ada-berg", AGENDA.speakers[0])
    entry = new_entry("need_heard", person=ada.id, event="forum", text="looks for a trainer")
    olga.add(entry)
    draft = olga.save_draft(Draft(ada.id, "first_contact", "email", "Dear Ada, shared words", event="forum", shared=True))
    max_.add(new_entry("accepted", person=ada.id, event="forum"))
    assert "looks for a trainer" not in words(open_app(claims("Max"), "team.py"))

    share(olga, entry.id)
    assert "looks for a trainer" in words(open_app(claims("Max"), "team.py"))
    assert "Dear Ada, shared words" in words(open_app(claims("Max"), "notes.py"))

    share(olga, entry.id, shared=False)
    olga.save_draft(replace(draft, shared=False))
    assert "looks for a trainer" not in words(open_app(claims("Max"), "team.py"))
    assert "Dear Ada, shared words" not in words(open_app(claims("Max"), "notes.py"))


def test_two_tabs_at_one_note_keep_both_texts(olga: Store) -> None:
    """The second to save is shown both, and decides."""
    ada = olga.person_for_speaker("forum", "ada-berg", AGENDA.speakers[0])
    olga.add(new_entry("accepted", person=ada.id, event="forum"))
    one, other = open_app(claims("Olga"), "notes.py"), open_app(claims("Olga"), "notes.py")

    def note(app: AppTest):  # type: ignore[no-untyped-def]
        return next(area for area in app.text_area if area.label == "Note")

    note(one).set_value("From the first tab").run()
    other.run()  # any click meanwhile
    note(other).set_value("From the second tab").run()
    assert [d.text for d in olga.drafts()] == ["From the first tab"]
    assert "From the first tab" in words(other)
    next(b for b in other.button if b.label.startswith("Keep both")).click().run()

    assert [e.value for e in other.exception] == []
    assert [d.text for d in olga.drafts()] == ["From the second tab\n\nFrom the first tab"]
    assert note(other).value == "From the second tab\n\nFrom the first tab"
    note(other).set_value("Settled").run()
    assert [d.text for d in olga.drafts()] == ["Settled"]


def test_two_tabs_at_one_profile_keep_both(olga: Store) -> None:
    """The second to save is shown both, and what it holds is written only after a yes."""
    one, other = open_app(claims("Olga"), "profile.py"), open_app(claims("Olga"), "profile.py")
    for app, title in ((one, "Head of Sales"), (other, "Sales Director")):
        next(t for t in app.text_input if t.label == "Your job title").set_value(title)
        next(b for b in app.button if b.label == "Save").click().run()

    assert olga.profile().title == "Head of Sales"
    assert "Head of Sales" in words(other)
    next(b for b in other.button if b.label == "Keep mine").click().run()
    assert olga.profile().title == "Sales Director"


@pytest.mark.parametrize(
    ("listens", "headers", "here"),
    [
        ("localhost", {"Host": "localhost:8501"}, True),
        ("localhost", {"Host": "127.0.0.1:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("127.0.0.1", {}, True),
        ("localhost", {"Host": "planner.example:8501"}, False),
        ("localhost", {"Host": "localhost", "X-Forwarded-For": "203.0.113.9"}, False),
        ("0.0.0.0", {"Host": "localhost:8501"}, False),  # noqa: S104
        (None, {"Host": "localhost:8501"}, False),
        ("192.168.1.5", {"Host": "192.168.1.5:8501"}, False),
    ],
)
def test_without_sign_in_the_app_answers_this_machine_only(listens: str | None, headers: dict[str, str], here: bool) -> None:
    """Bound elsewhere, reached by another name, or through a proxy, it shows nothing."""
    assert is_from_here(listens, headers) is here


def test_settings_that_cannot_be_read_let_nobody_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in the file with the secrets must not open the server."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth", encoding="utf-8")
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(broken)])
    try:
        app.run()
    finally:
        config.set_option("secrets.files", before)

    assert "cannot be read" in words(app)
    assert len(app.title) == 0


def test_a_draft_is_shared_and_taken_back_with_one_tap(olga: Store) -> None:
    """The switch below the note says how it stands; the text stays as it is."""
    ada = olga.person_for_speaker("forum", "ada-berg", AGENDA.speakers[0])
    olga.add(new_entry("accepted", event="forum", person=ada.id))
    app = open_app(claims("Olga"), "notes.py")
    for shared in (True, False):
        next(t for t in app.toggle if t.label == "Colleagues may see this draft").set_value(shared).run()
        assert [e.value for e in app.exception] == []
        assert [(d.person, d.shared) for d in olga.drafts(event="forum")] == [(ada.id, shared)]
