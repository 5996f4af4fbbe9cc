"""A team in real browsers, signed in by a small OpenID Connect provider of our own: nobody reaches more than they may."""

from __future__ import annotations

import base64
import hashlib
import http.server
import json
import secrets
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from app_server import free_port
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import Browser, Page, expect

from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import new_entry
from planner.storage import Store, open_store
from planner.team import colleagues

ROOT = Path(__file__).resolve().parent.parent
PATHS = ["", *sorted(p.stem for p in (ROOT / "app_pages").glob("*.py") if not p.name.startswith("_") and p.stem != "event")]
AGENDA = Agenda(
    "test", "file", Event("Test Forum", "2027-03-16", "2027-03-17"),
    (Session("s", "Panel on hiring", "2027-03-16T09:00:00", "2027-03-16T09:45:00", speakers=("ada-berg",)),),
    (Speaker("ada-berg", "Ada Berg", "VP Sales", "Linden Insurance"),),
)  # fmt: skip

pytestmark = pytest.mark.browser


@dataclass
class Provider:
    """An OpenID Connect provider (Core 1.0, code flow with PKCE): whoever is named on its page is signed in."""

    issuer: str
    client: str = "planner"
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def metadata(self) -> dict[str, Any]:
        """What discovery says."""
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
        }  # fmt: skip

    def page(self, asked: dict[str, str]) -> str:
        """Who do you want to be? One link a person, back to the app with a code."""
        links = []
        for name in ("Olga", "Max", "Eve", "Mallory"):
            code = secrets.token_urlsafe()
            self.codes[code] = {**asked, "name": name}
            query = urllib.parse.urlencode({"code": code, "state": asked["state"]})
            links.append(f'<a href="{asked["redirect_uri"]}?{query}">{name}</a>')
        return "<!doctype html><h1>Who are you?</h1>" + "<br>".join(links)

    def token(self, sent: dict[str, str]) -> dict[str, Any]:
        """The signed ID token for a code, once, for whoever knows the verifier."""
        asked = self.codes.pop(sent["code"])
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]
        name, now = asked["name"], int(time.time())
        email = "olga@team.example" if name == "Mallory" else f"{name.lower()}@team.example"
        claims = {
            "iss": self.issuer, "aud": self.client, "sub": name.lower(), "iat": now, "exp": now + 300, "nonce": asked["nonce"],
            "name": name, "email": email, "email_verified": name != "Mallory",
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return {"access_token": "none", "token_type": "Bearer", "expires_in": 300, "id_token": signed}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The provider, running on this machine."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            if path == "/authorize":
                self.answer(found.page(dict(urllib.parse.parse_qsl(query))), "text/html")
            elif path == "/jwks":
                self.answer(json.dumps({"keys": [found.key.as_dict(private=False)]}))
            else:
                self.answer(json.dumps(found.metadata()))

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.answer(json.dumps(found.token(dict(urllib.parse.parse_qsl(sent)))))

        def answer(self, text: str, kind: str = "application/json") -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *args: object) -> None:
            """Say nothing on the test's output."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Provider(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()


@dataclass
class Server:
    """The app of a team: its address and its database."""

    address: str
    database: str


@pytest.fixture(scope="module")
def server(provider: Provider, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> Server:
    """The app with sign-in set up, and an event kept."""
    folder = tmp_path_factory.mktemp("team")
    port = free_port()
    settings = {
        "redirect_uri": f"http://localhost:{port}/oauth2callback", "cookie_secret": secrets.token_urlsafe(32),
        "client_id": provider.client, "client_secret": "shared",
        "server_metadata_url": f"{provider.issuer}/.well-known/openid-configuration",
    }  # fmt: skip
    lines = ["[auth]", *(f'{name} = "{value}"' for name, value in settings.items()), "[team]", 'owner = "olga@team.example"']
    (folder / "secrets.toml").write_text("\n".join(lines), encoding="utf-8")
    url = f"sqlite:///{folder / 'planner.sqlite3'}"
    store = open_store(url)
    store.add_event(AGENDA, event_id="forum")
    store.close()
    return Server(serve(url, "--secrets.files", str(folder / "secrets.toml"), port=port), url)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """How somebody with a browser of their own opens the app, signed in when a name is given."""
    contexts = []

    def open_as(name: str | None = None) -> Page:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        page.goto(server.address)
        if name:
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.get_by_role("link", name=name, exact=True).click()
        return page

    yield open_as
    for context in contexts:
        context.close()


@pytest.fixture
def olga(server: Server) -> Iterator[Store]:
    """The owner's store."""
    store = open_store(server.database)
    yield store
    store.close()


def test_a_team_signs_in_invites_and_is_told_who_picked_whom(server: Server, visit: Callable[..., Page], olga: Store) -> None:
    """The owner first, then whom she invites; others are turned away; who is taken out sees nothing at the next click."""
    stranger = visit("Eve")
    expect(stranger.get_by_text("nobody has invited you")).to_be_visible()
    impostor = visit("Mallory")
    expect(impostor.get_by_text("did not vouch for an e-mail address")).to_be_visible()

    owner = visit("Olga")
    expect(owner.get_by_text("Signed in as Olga")).to_be_visible()
    owner.get_by_test_id("stSidebarNav").get_by_role("link", name="Team", exact=True).click()
    owner.get_by_label("Invite a colleague").fill("max@team.example")
    owner.get_by_role("button", name="Invite", exact=True).click()
    expect(owner.get_by_text("has not signed in yet")).to_be_visible()
    person = olga.person_for_speaker("forum", "ada-berg", AGENDA.speakers[0])
    olga.add(new_entry("accepted", person=person.id, event="forum"), new_entry("idea", person=person.id, text="Zwischenruf"))

    member = visit("Max")
    expect(member.get_by_text("Signed in as Max")).to_be_visible()
    max_ = next(m for m in colleagues(olga) if m.name == "Max")
    own = open_store(server.database, member=max_.id)
    own.add(new_entry("accepted", person=person.id, event="forum"))
    own.close()
    member.goto(f"{server.address}/notes")
    expect(member.get_by_text("Olga also wants to meet them.")).to_be_visible()
    member.goto(f"{server.address}/ledger")
    expect(member.get_by_role("heading", level=1, name="Ledger")).to_be_visible()
    expect(member.get_by_text("Zwischenruf")).to_have_count(0)
    member.goto(f"{server.address}/team")
    expect(member.get_by_text("An owner of this workspace can invite")).to_be_visible()
    expect(member.get_by_label("Invite a colleague")).to_have_count(0)

    owner.reload()
    owner.get_by_role("button", name="Change").first.click()
    owner.get_by_role("button", name="Take out of the workspace").click()
    expect(owner.get_by_text("No longer here (1)")).to_be_visible()
    member.get_by_test_id("stSidebarNav").get_by_role("link", name="People", exact=True).click()
    expect(member.get_by_text("no longer part of this workspace")).to_be_visible()
    expect(member.get_by_text("Ada Berg")).to_have_count(0)

    owner.get_by_role("button", name="Sign out").click()
    expect(owner.get_by_role("button", name="Sign in", exact=True)).to_be_visible()


def test_without_signing_in_no_address_shows_anything(server: Server, visit: Callable[..., Page]) -> None:
    """Every page by its address, without a cookie and with a forged one: the sign-in, and nothing of the team's."""
    for forged in (False, True):
        page = visit()
        if forged:
            value = "2|1:0|10:1700000000|15:_streamlit_user|8:eyJpc19s|0000"
            page.context.add_cookies([{"name": "_streamlit_user", "value": value, "url": server.address}])
        for path in PATHS if not forged else PATHS[:2]:
            page.goto(f"{server.address}/{path}")
            expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
            expect(page.get_by_text("Test Forum")).to_have_count(0)
            expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


@pytest.mark.parametrize(
    "path", ["media/0.csv", "_stcore/upload_file/x/y", "app/static/../.streamlit/secrets.toml", "component/x/.."]
)
def test_no_file_of_the_server_is_given_out(server: Server, path: str) -> None:
    """Neither what others download or upload nor the settings."""
    try:
        with urllib.request.urlopen(f"{server.address}/{path}", timeout=60) as answer:
            text = answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        text = refused.read().decode("utf-8", "replace")
    assert "cookie_secret" not in text
    assert "Test Forum" not in text
