"""Whole sites, read over HTTP by the real readers from the address a person pasted."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import sys
import threading
from pathlib import Path

import pytest

from scrapers import read_agenda

DATA = Path(__file__).parent / "data"
SITES = DATA / "sites"
sys.path.insert(0, str(DATA.parent.parent / "benchmarks"))

import layout_pages  # noqa: E402


def test_a_site_is_read_over_http_with_the_real_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the home page's address to sessions with dates and people with job titles."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    handler = functools.partial(Quiet, directory=str(SITES / "harbour_forum"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        agenda = read_agenda(f"http://127.0.0.1:{server.server_address[1]}/")
    finally:
        server.shutdown()
        server.server_close()
    assert len(agenda.sessions) == 9
    assert (agenda.sessions[-1].start or "").startswith("2026-03-11T11:30")
    assert (agenda.event.name, agenda.event.start, agenda.event.end) == ("Harbour Forum 2026", "2026-03-10", "2026-03-11")
    people = {person.name: (person.title, person.company) for person in agenda.speakers}
    assert people["Esi Quartey"] == ("Commercial Director", "Tema Berths")
    assert "Ottoline Marsh" not in people


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
def test_sites_are_read_as_well_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The averages over all sites made after real ones do not fall below the committed floors."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    floors = json.loads((DATA / "floors.json").read_text(encoding="utf-8"))["sites"]
    found = layout_pages.averages(layout_pages.scored(layout_pages.cases(sites=True)))

    assert {figure: found[figure] for figure, floor in floors.items() if found[figure] < floor} == {}


def test_a_network_gone_after_two_pages_keeps_them_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server dies in the middle of the walk: the sessions read stay, and a warning names what could not be reached."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    served: list[str] = []

    class Dying(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if len(served) >= 2:
                server.socket.close()
                self.connection.close()
                return
            if self.path.endswith(".html"):
                served.append(self.path)
            super().do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    class Silent(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Silent(("127.0.0.1", 0), functools.partial(Dying, directory=str(SITES / "harbour_forum")))
    address = f"http://127.0.0.1:{server.server_address[1]}"

    def serve() -> None:
        with contextlib.suppress(OSError, ValueError):
            server.serve_forever(poll_interval=0.02)

    threading.Thread(target=serve, daemon=True).start()
    try:
        agenda = read_agenda(f"{address}/programme-day-1.html")
    finally:
        server.shutdown()  # else its thread asks the closed socket without rest, beside all tests that follow
        server.server_close()
    assert len(served) == 2
    assert 0 < len(agenda.sessions) < 9
    assert any("could not be read" in warning for warning in agenda.warnings)
