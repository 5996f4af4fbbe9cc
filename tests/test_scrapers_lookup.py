"""What companies do, looked up online: Wikidata's interface and a company's own page, on a server of our own."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from planner.industries import industry_of, read_own_words
from scrapers import is_own_page, look_up_industries, read_own_page
from scrapers._address import is_export

ITEMS: dict[str, list[dict[str, Any]]] = {
    "Falkenried Tools": [{"id": "Q101", "label": "Falkenried Tools"}],
    "Mirador": [{"id": "Q201", "label": "Mirador"}, {"id": "Q202", "label": "Mirador"}],
    "Ostwind": [{"id": "Q301", "label": "Ostwind Brewery"}],
    "Broken": [{"id": "Q101; DROP", "label": "Broken"}, {"label": "Broken"}, {"id": 7, "match": None}],
}
TRADES = {"Q101": ["Q901"], "Q201": ["Q901"], "Q202": ["Q902"], "Q301": ["Q902"]}
LABELS = {"Q901": "machine industry", "Q902": "insurance"}
PAGE = (
    b'<!DOCTYPE html><html><head><title>Home</title><meta name="description" content="Localhost is a leading insurer">'
    b"</head><body><p>Hello</p></body></html>"
)


class Wiki(http.server.BaseHTTPRequestHandler):
    """A small Wikidata, and a page of a company called Localhost."""

    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        """Answer one request."""
        self.seen.append(self.path)
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        if self.path == "/about":
            return self.reply(200, PAGE, "text/html")
        if asked.get("action") == "wbsearchentities":
            return self.reply(200, json.dumps({"search": ITEMS.get(asked["search"], [])}).encode())
        if asked.get("action") == "wbgetentities":
            return self.reply(200, json.dumps({"entities": {i: self.entity(i) for i in asked["ids"].split("|")}}).encode())
        return self.reply(404, b"")

    def entity(self, item: str) -> dict[str, Any]:
        """An item with its industries, or an industry with its English name."""
        if item in LABELS:
            return {"labels": {"en": {"value": LABELS[item]}}}
        statements = [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": trade}}}} for trade in TRADES.get(item, [])]
        return {"claims": {"P452": [*statements, {"rank": "normal", "mainsnak": {"snaktype": "somevalue"}}]}}

    def reply(self, status: int, body: bytes, kind: str = "application/json") -> None:
        """One whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing to say."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    Wiki.seen = []
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Wiki)
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()


def test_an_industry_is_found_with_its_source(server: str) -> None:
    """One item of just this name with an industry gives its words and its page; the legal form is not in the way."""
    found, problems = look_up_industries(["Falkenried Tools GmbH"], api=f"{server}/w/api.php")
    assert [(f.company, f.words, f.source) for f in found] == [
        ("Falkenried Tools GmbH", "machine industry", f"{server}/wiki/Q101")
    ]
    assert problems == ()


def test_namesakes_and_near_names_give_nothing(server: str) -> None:
    """Two items of one name with different industries, a longer name, an unknown one or a broken answer: no guess."""
    assert look_up_industries(["Mirador", "Ostwind", "Nowhere", "Broken"], api=f"{server}/w/api.php") == ((), ())


def test_only_ten_names_are_sent_and_nothing_else(server: str) -> None:
    """The eleventh company is not asked about."""
    look_up_industries([f"Firm {n}" for n in range(14)], api=f"{server}/w/api.php")
    searches = [path for path in Wiki.seen if "wbsearchentities" in path]
    assert len(searches) == 10


def test_a_silent_wikidata_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection: no findings, and a sentence to show."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]  # nobody listens there
        found, problems = look_up_industries(["Acme"], api=f"http://127.0.0.1:{port}/w/api.php")
    assert found == ()
    assert problems[0].startswith("Wikidata gave no answer:")
    assert "http" not in problems[0]


def test_the_own_page_tells_in_its_description(server: str) -> None:
    """The page at the company's own host says what it is; the planner reads that as any text."""
    found = read_own_page("Localhost", f"{server.replace('127.0.0.1', 'localhost')}/about")
    assert found is not None
    assert read_own_words("Localhost", found.words).label == "insurance"
    assert industry_of("Localhost", [found.words]).evidence == "text"


def test_another_host_is_not_opened(server: str) -> None:
    """A link to a social network or a person's site is no company's own page."""
    assert read_own_page("Acme Tools", f"{server}/about") is None
    assert Wiki.seen == []
    assert is_own_page("Acme Tools GmbH", "https://www.acme-tools.com/team")
    assert not is_own_page("Acme Tools", "https://linkedin.com/company/acme-tools")
    assert not is_own_page("", "https://example.com")


def test_only_what_a_description_states_counts() -> None:
    """A trade that is merely mentioned is no answer; what the company says it is, is one."""
    assert read_own_words("Acme", "Acme . Insurance industry news and payroll software for banks").label is None
    assert read_own_words("Acme", "Welcome . We are a family-run insurer in the north").label == "insurance"


def test_wikidatas_interface_is_made_for_programs() -> None:
    """Its robots.txt speaks of crawling pages; other pages there are asked about as anywhere."""
    assert is_export("https://www.wikidata.org/w/api.php?action=wbgetentities")
    assert not is_export("https://www.wikidata.org/wiki/Q42")
