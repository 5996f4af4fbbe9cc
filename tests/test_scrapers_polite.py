"""Opening pages politely: robots.txt, patience, spacing, stopping, and nothing asked for twice."""

from __future__ import annotations

import http.server
import threading
import time
from pathlib import Path

import pytest
from web_site import PAGE, Site, answer, names

from scrapers._errors import NotAllowed, NotReachable
from scrapers._web.cache import CachedPage, PageCache
from scrapers._web.fetch import Fetcher


def test_the_program_names_itself(site: Site, private_allowed: None) -> None:
    """Every request carries an honest name."""
    site.routes["/"] = answer(200, PAGE)
    with Fetcher() as fetcher:
        fetcher.get(site.url())
    assert all(seen["User-Agent"].startswith("event-planner/") for seen in site.headers)


def test_robots_txt_is_obeyed(site: Site, private_allowed: None) -> None:
    """A page that robots.txt closes to us is not asked for; one it leaves open is. The rules are read once."""
    rules = b"User-agent: *\nDisallow: /private/\nAllow: /private/agenda$\n\nUser-agent: other\nDisallow: /\n"
    site.routes |= {"/robots.txt": answer(200, rules, Content_Type="text/plain"), "/private/agenda": answer(200, PAGE)}
    with Fetcher() as fetcher:
        assert fetcher.get(site.url("/private/agenda")).data == PAGE
        with pytest.raises(NotAllowed, match=r"robots\.txt"):
            fetcher.get(site.url("/private/speakers"))
    assert site.seen == ["/robots.txt", "/private/agenda"]


def test_robots_txt_in_trouble_forbids_and_a_missing_one_allows(site: Site, private_allowed: None) -> None:
    """RFC 9309: 404 leaves everything open; a server error closes the site until it is well again."""
    site.routes |= {"/": answer(200, PAGE), "/robots.txt": answer(500)}
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="500"):
        fetcher.get(site.url())
    del site.routes["/robots.txt"]
    with Fetcher() as fetcher:
        assert fetcher.get(site.url()).data == PAGE


def test_a_site_that_asks_for_patience_gets_it(site: Site, private_allowed: None) -> None:
    """429 and 503 with Retry-After are tried again after that time."""
    asked: list[float] = []

    def busy(handler: http.server.BaseHTTPRequestHandler) -> None:
        asked.append(time.monotonic())
        (answer(429, Retry_After="1") if len(asked) == 1 else answer(200, PAGE))(handler)

    site.routes["/"] = busy
    with Fetcher() as fetcher:
        assert fetcher.get(site.url()).data == PAGE
    assert asked[1] - asked[0] >= 0.9


@pytest.mark.parametrize("wait", ["3600", "Fri, 31 Dec 2100 23:59:59 GMT", "99999999999999999999"])
def test_a_site_that_asks_for_too_much_patience_is_left_for_later(site: Site, private_allowed: None, wait: str) -> None:
    """An hour is not waited; the sentence says to come back."""
    site.routes["/"] = answer(429, Retry_After=wait)
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="few minutes"):
        fetcher.get(site.url())
    assert len(site.pages()) == 1


def test_requests_to_one_host_are_spaced(site: Site, private_allowed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of one host are asked for one after the other with a pause; for this machine itself not even a long one counts."""
    site.routes["/"] = answer(200, PAGE)
    with Fetcher(resolve=names("127.0.0.1")) as fetcher:
        began = time.monotonic()
        for _ in range(5):
            fetcher.get(site.url(host="spaced.example.org"))
        assert time.monotonic() - began >= 0.5
    monkeypatch.setattr("scrapers._web.fetch.PAUSE", 3600.0)
    with Fetcher() as fetcher:
        for _ in range(5):
            fetcher.get(site.url())


@pytest.mark.parametrize("silent", [False, True], ids=["asks for patience", "says nothing"])
def test_a_stop_ends_the_waiting(site: Site, private_allowed: None, silent: bool) -> None:
    """While it waits its turn or an answer, a stopped read ends at once: the server has neither spoken nor been asked again."""
    end = threading.Event()

    def say_nothing(handler: http.server.BaseHTTPRequestHandler) -> None:
        end.wait(60)

    site.routes["/"] = say_nothing if silent else answer(503, Retry_After="15")
    with Fetcher(stop=lambda: site.pages() == ["/"]) as fetcher, pytest.raises(NotReachable, match="stopped"):
        fetcher.get(site.url())
    assert site.pages() == ["/"]
    end.set()


# the cache


def test_an_unchanged_page_is_not_sent_again(site: Site, private_allowed: None, tmp_path: Path) -> None:
    """The second read asks with the page's marks; 304 brings the kept copy, a change brings the new page."""
    marks: list[str | None] = []
    tag = '"one"'

    def page(handler: http.server.BaseHTTPRequestHandler) -> None:
        marks.append(handler.headers["If-None-Match"])
        (answer(304) if marks[-1] == tag else answer(200, PAGE + tag.encode(), ETag=tag, Content_Type="text/html"))(handler)

    site.routes["/"] = page
    for _ in range(2):
        with Fetcher(resolve=names("127.0.0.1"), cache=PageCache(tmp_path / "c" / "pages.sqlite3")) as fetcher:
            document = fetcher.get(site.url(host="cached.example.org"))
            assert (document.data, document.content_type) == (PAGE + b'"one"', "text/html")
    tag = '"two"'
    with Fetcher(resolve=names("127.0.0.1"), cache=PageCache(tmp_path / "c" / "pages.sqlite3")) as fetcher:
        assert fetcher.get(site.url(host="cached.example.org")).data == PAGE + b'"two"'
    assert marks == [None, '"one"', '"one"']


@pytest.mark.parametrize("headers", [{"ETag": '"x"', "Cache_Control": "private, No-Store"}, {}])
def test_a_page_that_may_not_or_need_not_be_kept_is_not(
    site: Site, private_allowed: None, tmp_path: Path, headers: dict[str, str]
) -> None:
    """`no-store` is obeyed, and a page without marks is of no use later."""
    site.routes["/"] = answer(200, PAGE, **headers)
    cache = PageCache(tmp_path / "pages.sqlite3")
    with Fetcher(resolve=names("127.0.0.1"), cache=cache) as fetcher:
        fetcher.get(site.url(host="nostore.example.org"))
    assert cache.find(site.url(host="nostore.example.org")) is None


def test_a_cache_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    """A damaged file or a folder in its place costs nothing but the saving."""
    damaged = tmp_path / "pages.sqlite3"
    damaged.write_bytes(b"this is no database" * 100)
    for file in (damaged, tmp_path):
        cache = PageCache(file)
        cache.keep("http://a.example/", CachedPage(b"x", None, '"e"', None))
        assert cache.find("http://a.example/") is None
