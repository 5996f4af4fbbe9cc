"""Pages drawn by script: recognised, drawn by a real browser behind our own proxy, or explained."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrapers import AgendaError, Document, read_agenda, read_upload
from scrapers._errors import NotAllowed
from scrapers._web.browser import draw, find_browser
from scrapers._web.drawn import drawn_by_script

SHELL = """<!DOCTYPE html><html><head><title>Agenda | Lantern Days 2026</title></head><body><div id="root"></div>
<noscript>You need to enable JavaScript.</noscript><script>SCRIPT</script></body></html>"""
ROWS = """09:00|Lighting the way|Agatha Winterbourne
10:00|Oil and margins|Bruno Castellani
11:00|Coffee break|
11:30|What buyers see in the dark|Agatha Winterbourne
12:30|Closing the shutters|Bruno Castellani
"""
DRAWING = """fetch('/rows.txt').then(r => r.text()).then(text => {
  let html = '<h1>Agenda, 4 May 2026</h1><table>';
  for (const line of text.trim().split('\\n')) {
    const [time, title, who] = line.split('|');
    html += `<tr><td>${time}</td><td>${title}</td><td>${who}</td></tr>`;
  }
  document.getElementById('root').innerHTML = html + '</table>';
});"""


@pytest.fixture
def browser() -> str:
    """An installed browser; must be there where CI is set, else the tests that need one are skipped."""
    found = find_browser()
    if found is None:
        assert not os.environ.get("CI"), "no browser is installed"
        pytest.skip("no Chrome or Chromium is installed")
    return found


@pytest.fixture
def seen() -> list[str]:
    return []


@pytest.fixture
def site(tmp_path: Path, seen: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site whose agenda is drawn by script; `seen` holds the paths asked for."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    (tmp_path / "index.html").write_text(SHELL.replace("SCRIPT", DRAWING))
    (tmp_path / "rows.txt").write_text(ROWS)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            seen.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
def test_a_page_drawn_by_script_is_read_through_a_browser(browser: str, site: str) -> None:
    """What the scripts fetch and draw is the agenda."""
    agenda = read_agenda(site)
    assert {"Lighting the way", "What buyers see in the dark"} <= {session.title for session in agenda.sessions}
    assert agenda.event.name == "Lantern Days 2026"


@pytest.mark.browser
def test_scripts_reach_nothing_that_we_would_not(
    browser: str, site: str, tmp_path: Path, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are resolved and checked by us: a script gets nothing from a private address, by name, number or this machine."""
    port = site.rsplit(":", 1)[1]
    targets = [f"http://inside.example:{port}secret", f"http://127.0.0.1:{port}secret", f"http://[::1]:{port}secret",
               "http://169.254.169.254/secret", f"http://2130706433:{port}secret",
               f"http://localhost:{port}secret"]  # fmt: skip
    script = "".join(f"fetch('{target}').catch(() => {{}});" for target in targets)
    (tmp_path / "index.html").write_text(SHELL.replace("SCRIPT", script + "document.body.append('drawn '.repeat(40))"))

    def resolve(host: str, port: int) -> list[str]:
        first = host == "start.example" and "/" not in seen
        monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1" if first else "0")
        return ["127.0.0.1"]

    document = draw(site.replace("127.0.0.1", "start.example"), resolve=resolve)
    assert document is not None
    assert "drawn drawn" in document.text
    assert not any("secret" in path for path in seen)


@pytest.mark.browser
def test_a_script_without_end_is_ended(browser: str, site: str, tmp_path: Path) -> None:
    """A page that never comes to rest costs its time limit, and no browser is left behind."""
    (tmp_path / "index.html").write_text(SHELL.replace("SCRIPT", "while (true) {}"))
    assert draw(site, seconds=4) is None


def test_addresses_that_may_not_be_opened_are_not_drawn() -> None:
    """Files and other schemes never reach the browser."""
    for address in ("file:///etc/passwd", "chrome://version", "javascript:alert(1)"):
        with pytest.raises(NotAllowed):
            draw(address)


def test_an_empty_shell_that_cannot_be_drawn_is_explained() -> None:
    """An uploaded shell says how to save the page as it shows."""
    with pytest.raises(AgendaError, match="drawn by script"):
        read_upload("agenda.html", SHELL.replace("SCRIPT", DRAWING).encode())


@pytest.mark.parametrize(
    ("markup", "drawn"),
    [
        (SHELL, True),
        ("<!DOCTYPE html><body><div id=app></div><script type=module src=/main.js></script>", True),
        ("<!DOCTYPE html><body><main>" + "word " * 200 + "</main><p>Loading...</p><script src=a.js></script>", True),
        ("<!DOCTYPE html><body><main>" + "word " * 200 + "</main><script src=a.js></script>", False),
        ("<!DOCTYPE html><body><p>Short but whole.</p>", False),
        ('<!DOCTYPE html><body><p>Short.</p><script type="application/ld+json">{}</script>', False),
        ('{"sessions": []}', False),
    ],
)
def test_a_shell_is_told_from_a_page(markup: str, drawn: bool) -> None:
    """Scripts and hardly a word, or a word that it is loading; data blocks are no scripts."""
    assert drawn_by_script(Document("https://e.example/", markup.encode())) is drawn
