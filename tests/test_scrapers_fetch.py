"""Opening pages: what is refused, and how limits hold; against a real server on this machine."""

from __future__ import annotations

import gzip
import http.server
import time
import zlib

import pytest
from web_site import PAGE, Route, Site, answer, names

from scrapers._errors import AgendaError, NotAllowed, NotReachable, TooMuch
from scrapers._web.fetch import MAX_REDIRECTS, Fetcher

# what is refused


def test_a_page_inside_the_own_network_is_refused_before_any_connection(site: Site) -> None:
    """Without ALLOW_PRIVATE_HOSTS=1 a loopback server is never contacted, not even for robots.txt."""
    with Fetcher() as fetcher, pytest.raises(NotAllowed, match="private network"):
        fetcher.get(site.url())
    assert site.seen == []


@pytest.mark.parametrize("ips", [("127.0.0.1",), ("93.184.216.34", "127.0.0.1"), ("::1",), ("::ffff:127.0.0.1",)])
def test_a_name_with_any_private_address_is_refused(site: Site, ips: tuple[str, ...]) -> None:
    """All addresses of a name are checked, not only the first."""
    with Fetcher(resolve=names(*ips)) as fetcher, pytest.raises(NotAllowed, match="private network"):
        fetcher.get(site.url(host="agenda.example.org"))
    assert site.seen == []


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(site: Site, private_allowed: None) -> None:
    """DNS rebinding: the name is looked up once, and the connection goes to the very address that was checked."""
    asked: list[str] = []
    site.routes |= {"/": answer(200, PAGE), "/robots.txt": answer(200, b"User-agent: *\nAllow: /")}

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.99"]

    with Fetcher(resolve=rebinding) as fetcher:
        assert fetcher.get(site.url(host="rebinding.example.org")).data == PAGE
    assert asked == ["rebinding.example.org"]


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/",
        "http://[fd00:ec2::254]/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//user:pw@example.org/",
    ],
)
def test_a_redirect_is_checked_like_an_address(site: Site, private_allowed: None, target: str) -> None:
    """Redirects to metadata services, other schemes or with credentials are refused, even where private hosts are allowed."""
    site.routes["/"] = answer(302, Location=target)
    with Fetcher() as fetcher, pytest.raises(NotAllowed):
        fetcher.get(site.url())


def test_a_redirect_from_a_public_name_to_a_private_one_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second hop is resolved and checked afresh."""
    site.routes["/"] = answer(302, Location="http://inside.example.org/")
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")

    def resolve(host: str, port: int) -> list[str]:
        if host == "inside.example.org":
            monkeypatch.delenv("ALLOW_PRIVATE_HOSTS")
        return ["127.0.0.1"]

    with Fetcher(resolve=resolve) as fetcher, pytest.raises(NotAllowed, match="private network"):
        fetcher.get(site.url(host="agenda.example.org"))


# redirects


def test_redirects_lead_to_the_page_and_its_final_address(site: Site, private_allowed: None) -> None:
    """Relative and absolute redirects are followed; the document says where it was found."""
    site.routes |= {
        "/": answer(301, Location="/2026"),
        "/2026": answer(307, Location=site.url("/2026/")),
        "/2026/": answer(200, PAGE),
    }
    with Fetcher() as fetcher:
        document = fetcher.get(site.url())
    assert (document.address, document.data) == (site.url("/2026/"), PAGE)


def test_endless_redirects_end(site: Site, private_allowed: None) -> None:
    """A loop of redirects is given up after a few steps, with a sentence."""
    site.routes["/"] = answer(302, Location="/")
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="sent us on"):
        fetcher.get(site.url())
    assert len(site.pages()) == MAX_REDIRECTS + 1


@pytest.mark.parametrize("target", ["http://[bad", "http://", "http://exa mple.org/", "\u00fc://x"])
def test_a_redirect_to_nonsense_is_a_sentence(site: Site, private_allowed: None, target: str) -> None:
    """A malformed Location header is reported, not raised."""
    site.routes["/"] = answer(302, Location=target.encode().decode("latin-1"))
    with Fetcher() as fetcher, pytest.raises(AgendaError):
        fetcher.get(site.url())


# sizes


def test_a_page_over_the_limit_is_cut_off(site: Site, private_allowed: None) -> None:
    """Too many bytes end the transfer, whether or not the length was announced."""
    site.routes["/"] = answer(200, b"x" * 300_000)
    with Fetcher(max_bytes=200_000) as fetcher, pytest.raises(TooMuch):
        fetcher.get(site.url())


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(site: Site, private_allowed: None, encoding: str) -> None:
    """A small packed body that grows beyond the limit is given up while it is unpacked."""
    packed = gzip.compress(b"\0" * 30_000_000) if encoding == "gzip" else zlib.compress(b"\0" * 30_000_000)
    assert len(packed) < 100_000
    site.routes["/"] = answer(200, packed, Content_Encoding=encoding)
    with Fetcher(max_bytes=1_000_000) as fetcher, pytest.raises(TooMuch):
        fetcher.get(site.url())


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE * 5000)),
        ("deflate", zlib.compress(PAGE * 5000)),
        ("deflate", zlib.compress(PAGE * 5000)[2:-4]),
        ("identity", PAGE * 5000),
    ],
)
def test_packed_pages_are_unpacked_whole(site: Site, private_allowed: None, encoding: str, body: bytes) -> None:
    """Gzip, deflate with and without its wrapping, and no packing give the same page."""
    site.routes["/"] = answer(200, body, Content_Encoding=encoding)
    with Fetcher() as fetcher:
        assert fetcher.get(site.url()).data == PAGE * 5000


@pytest.mark.parametrize(("encoding", "body"), [("gzip", b"this is not gzip"), ("br", b"x"), ("gzip, gzip", b"x")])
def test_a_page_that_cannot_be_unpacked_is_a_sentence(site: Site, private_allowed: None, encoding: str, body: bytes) -> None:
    """Damaged, unknown and doubled packing are reported."""
    site.routes["/"] = answer(200, body, Content_Encoding=encoding)
    with Fetcher() as fetcher, pytest.raises(NotReachable):
        fetcher.get(site.url())


# time and trouble


def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
    """One byte of body every tenth of a second, for a minute."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(600):
        try:
            handler.wfile.write(b"x")
            time.sleep(0.1)
        except OSError:
            return


def drip_headers(handler: http.server.BaseHTTPRequestHandler) -> None:
    """A header that goes on for a minute."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(600):
        try:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
        except OSError:
            return


@pytest.mark.parametrize("route", [drip, drip_headers])
def test_a_slow_drip_is_cut_off(site: Site, private_allowed: None, route: Route) -> None:
    """A server that sends a byte now and then is left at the deadline, in the headers as in the body."""
    site.routes["/"] = route
    began = time.monotonic()
    with Fetcher(page_seconds=0.7) as fetcher, pytest.raises(NotReachable, match="in time"):
        fetcher.get(site.url())
    assert time.monotonic() - began < 30


def test_a_page_shorter_than_announced_is_not_taken_for_whole(site: Site, private_allowed: None) -> None:
    """An answer that breaks off is an error: half an agenda must not pass for all of it."""

    def short(handler: http.server.BaseHTTPRequestHandler) -> None:
        answer(200, PAGE, Content_Length="5000")(handler)
        handler.close_connection = True

    site.routes["/"] = short
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="broke off"):
        fetcher.get(site.url())


@pytest.mark.parametrize(
    "garbage",
    [b"", b"\x00\x01\x02", b"HTTP/9.9 hello\r\n\r\n", b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 200 OK\r\nA:" + b"b" * 300_000],
)
def test_an_answer_that_is_no_http_is_a_sentence(site: Site, private_allowed: None, garbage: bytes) -> None:
    """Whatever a server says, the person gets a sentence."""

    def route(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.wfile.write(garbage)
        handler.close_connection = True

    site.routes["/"] = route
    with Fetcher() as fetcher, pytest.raises(NotReachable):
        fetcher.get(site.url())


def test_a_port_where_nothing_listens_is_a_sentence(site: Site, private_allowed: None) -> None:
    """A refused connection says to check the address."""
    site.server.server_close()
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="no connection"):
        fetcher.get(site.url())


@pytest.mark.parametrize("address", ["https://forum.example/", "http://forum.example/"])
def test_a_proxy_that_lets_nobody_through_is_a_sentence(site: Site, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Where a proxy was named for this program, it is named again."""
    monkeypatch.setenv("AGENDA_PROXY", site.url())
    site.routes[address] = answer(502)
    with Fetcher() as fetcher, pytest.raises(NotReachable, match=r"AGENDA_PROXY|answered 502"):
        fetcher.get(address)


def test_a_name_without_address_is_a_sentence() -> None:
    """A misspelt host says so."""

    def nothing(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with Fetcher(resolve=nothing) as fetcher, pytest.raises(NotReachable, match="no site of that name"):
        fetcher.get("https://agneda.example.org/")


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "login"),
        (403, "paste its text"),
        (404, "no such page"),
        (410, "taken down"),
        (500, "problem of its own"),
        (418, "save the page"),
        (799, "unusual"),
    ],
)
def test_http_errors_say_what_to_try(site: Site, private_allowed: None, status: int, says: str) -> None:
    """Each refusal of a site names its status and a way out."""
    site.routes["/"] = answer(status, b"<h1>Agenda</h1>")
    with Fetcher() as fetcher, pytest.raises(NotReachable, match=f"(?s){status}.*{says}"):
        fetcher.get(site.url())


def test_pictures_are_not_pages(site: Site, private_allowed: None) -> None:
    """A poster of the programme cannot be read, and says so."""
    site.routes["/"] = answer(200, b"\x89PNG", Content_Type="image/png")
    with Fetcher() as fetcher, pytest.raises(NotReachable, match="picture"):
        fetcher.get(site.url())
