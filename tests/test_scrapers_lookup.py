"""What companies do, looked up online: Wikidata's interface and a company's own page, on a server of our own."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from planner.industries import industry_of, read_own_words
from scrapers import is_own_page, look_up_industries, read_own_page
from scrapers._web.address import is_export


def hit(item: str, label: str, matched: str | None = None) -> dict[str, Any]:
    """A hit of `wbsearchentities`, with all that a real one has."""
    match = {"type": "alias" if matched else "label", "language": "en", "text": matched or label}
    display = {"label": {"value": label, "language": "en"}, "description": {"value": "company", "language": "en"}}
    return {
        "id": item, "title": item, "pageid": 1, "repository": "wikidata", "concepturi": f"http://www.wikidata.org/entity/{item}",
        "url": f"//www.wikidata.org/wiki/{item}", "display": display, "label": label, "description": "company", "match": match,
    }  # fmt: skip


def statement(trade: str | None, rank: str = "normal") -> dict[str, Any]:
    """An industry statement as `wbgetentities` gives it; without a trade it is "unknown value"."""
    snak: dict[str, Any] = {
        "snaktype": "value" if trade else "somevalue",
        "property": "P452",
        "hash": "0",
        "datatype": "wikibase-item",
    }
    if trade:
        value = {"entity-type": "item", "numeric-id": int(trade[1:]), "id": trade}
        snak["datavalue"] = {"value": value, "type": "wikibase-entityid"}
    return {"mainsnak": snak, "type": "statement", "id": f"x${rank}{trade}", "rank": rank}


ITEMS: dict[str, list[dict[str, Any]]] = {
    "Falkenried Tools": [hit("Q101", "Falkenried Tools")],
    "Mirador": [hit("Q201", "Mirador"), hit("Q202", "Mirador")],
    "Ostwind": [hit("Q301", "Ostwind Brewery")],
    "Tarn": [hit("Q401", "Tarn Insurance Holding", "Tarn")],
    "Broken": [{"id": "Q101; DROP", "label": "Broken"}, {"label": "Broken"}, {"id": 7, "match": None}],
}
TRADES = {
    "Q101": [statement("Q901"), statement(None)], "Q201": [statement("Q901")], "Q202": [statement("Q902")],
    "Q301": [statement("Q902")], "Q401": [statement("Q901"), statement("Q902", "preferred"), statement("Q903", "deprecated")],
}  # fmt: skip
LABELS = {"Q901": "machine industry", "Q902": "insurance"}
ERRORS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "Laggard": (200, {"Retry-After": "5"}, json.dumps({
        "error": {"code": "maxlag", "info": "Waiting for db: 9 seconds lagged.", "host": "db", "lag": 9, "type": "db"},
    }).encode()),
    "Refused": (200, {}, json.dumps({"error": {"code": "badvalue", "info": "Unrecognized value."}, "servedby": "x"}).encode()),
    "Page": (200, {}, b"<!DOCTYPE html><title>Our servers are under maintenance</title>"),
    "Limited": (429, {"Retry-After": "600"}, b"Too many requests"),
    "Down": (503, {"Retry-After": "600"}, b"upstream connect error"),
}  # fmt: skip
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
        if asked.get("search") == "Slow":
            time.sleep(40)
        if asked.get("search") in ERRORS:
            status, headers, body = ERRORS[asked["search"]]
            return self.reply(status, body, "text/html", **headers)
        if asked.get("action") == "wbsearchentities":
            found = {"searchinfo": {"search": asked["search"]}, "search": ITEMS.get(asked["search"], []), "success": 1}
            return self.reply(200, json.dumps(found).encode())
        if asked.get("action") == "wbgetentities":
            entities = {i: self.entity(i) for i in asked["ids"].split("|")}
            return self.reply(200, json.dumps({"entities": entities, "success": 1}).encode())
        return self.reply(404, b"")

    def entity(self, item: str) -> dict[str, Any]:
        """An item with its industries, or an industry with its English name."""
        if item in LABELS:
            labels = {"en": {"language": "en", "value": LABELS[item]}}
            return {"type": "item", "id": item, "labels": labels}
        if item not in TRADES:
            return {"id": item, "missing": ""}
        return {"type": "item", "id": item, "claims": {"P452": TRADES[item]}}

    def reply(self, status: int, body: bytes, kind: str = "application/json; charset=utf-8", **headers: str) -> None:
        """One whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
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


def test_an_alias_counts_and_the_preferred_industry_wins(server: str) -> None:
    """A company also called so is found; a preferred statement stands for the others, a deprecated one for nothing."""
    found, problems = look_up_industries(["Tarn"], api=f"{server}/w/api.php")
    assert ([f.words for f in found], problems) == (["insurance"], ())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Laggard", "it is too busy just now. Try again in a few minutes."),
        ("Refused", "it refused the question (badvalue). Answer from what you know."),
        ("Page", "what came back is not an answer for programs. Try again later, or answer from what you know."),
        ("Limited", "the site"),
        ("Down", "the site"),
        ("Slow", "the site"),
    ],
)
def test_an_error_is_said_and_what_was_found_before_is_kept(
    name: str, said: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too busy, refused, a page for people, too many requests, down, silent: a sentence each, and no answer is lost."""
    if name == "Slow":
        monkeypatch.setattr("scrapers._web.lookup._PATIENCE", 3.0)
    found, problems = look_up_industries(["Falkenried Tools", name, "Tarn"], api=f"{server}/w/api.php")
    assert [f.company for f in found] == ["Falkenried Tools"]
    assert len(problems) == 1
    assert problems[0].startswith(f"Wikidata gave no answer about {name}, Tarn: {said}")


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
    assert problems[0].startswith("Wikidata gave no answer about Acme:")
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
