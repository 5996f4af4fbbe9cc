"""The only file that opens pages: one at a time, safely and politely.

    Fetcher.get ── address checked ── robots.txt asked ── turn awaited ── request sent ── redirects followed by hand
                                                                              │
                                         connections go to checked IPs only (`transport.py`)

Limits: time per page (headers and slow drips included), bytes sent and bytes unpacked, redirects, retries.
"""

from __future__ import annotations

import os
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http import HTTPStatus
from urllib.parse import urlsplit

import httpcore
import httpx
from protego import Protego

from scrapers._document import MAX_BYTES, Document
from scrapers._errors import NotAllowed, NotReachable, TooMuch
from scrapers._web.address import check_address, is_export, is_loopback, joined, refused_host
from scrapers._web.answers import patience, unpacker, why_failed, why_status
from scrapers._web.cache import CachedPage, PageCache
from scrapers._web.network import Deadline, Resolve
from scrapers._web.transport import Transport

USER_AGENT = "event-planner/0.1 (reads conference agendas for the person who asks; obeys robots.txt)"
ROBOT = "event-planner"
PAGE_SECONDS = 40.0
"""The longest one page may take, redirects, retries and waiting for a retry included."""
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
MAX_REDIRECTS = 5
RETRIES = 2
LONGEST_WAIT = 15.0
"""The longest `Retry-After` that is waited for; beyond it the person is told to come back later."""
PAUSE = 0.5
"""Seconds between two requests to one host; a `Crawl-delay` may ask for up to `LONGEST_PAUSE`."""
LONGEST_PAUSE = 5.0
_FAILURES = (
    httpx.TransportError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.ProxyError,
)  # fmt: skip


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses the operating system gives for a name, each once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Fetcher:
    """Opens pages for one read of one source. Use as a context manager; not for several threads at once.

    `stop` is asked while waiting for a turn or an answer; when it says yes, the wait ends with AgendaError.
    """

    def __init__(
        self,
        *,
        resolve: Resolve = system_resolve,
        cache: PageCache | None = None,
        stop: Callable[[], bool] | None = None,
        page_seconds: float = PAGE_SECONDS,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._page_seconds = page_seconds
        self._max_bytes = max_bytes
        self._cache = cache
        self._stop = stop
        self._robots: dict[str, Protego | None] = {}
        self._deadline = Deadline(stop)
        self._client = httpx.Client(
            transport=Transport(resolve, self._deadline, proxy=os.environ.get("AGENDA_PROXY")),
            trust_env=False,
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,text/calendar;q=0.9,*/*;q=0.8",
                "Accept-Language": "en;q=0.9, *;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str) -> Document:
        """The page at an address, redirects followed; `Document.address` is where it was found. Raises AgendaError."""
        self._deadline.until = time.monotonic() + self._page_seconds
        return self._get(address, obey_robots=not is_export(address))

    def _get(self, address: str, *, obey_robots: bool) -> Document:
        here = address.partition("#")[0]
        for _ in range(MAX_REDIRECTS + 1):
            check_address(here)
            if (why := refused_host(urlsplit(here).hostname or "")) is not None:
                raise NotAllowed(here, why)
            if obey_robots and not self._welcome(here):
                raise NotAllowed(here, "the site's robots.txt asks programs not to read it. Open it in your browser, "
                                       "save the page and upload it, or paste its text.")  # fmt: skip
            answer = self._ask(here)
            if isinstance(answer, Document):
                return answer
            here = answer
        raise NotReachable(address, f"the site sent us on more than {MAX_REDIRECTS} times. Open it in your browser and paste "
                                    "the address it ends up at.")  # fmt: skip

    def _ask(self, address: str) -> Document | str:
        """One request, retried when the site asks for patience: the page, or the address it redirects to."""
        known = self._cache.find(address) if self._cache and not is_loopback(address) else None
        for attempt in range(RETRIES + 1):
            self._await_turn(address)
            try:
                with self._client.stream("GET", address, headers=_conditions(known)) as response:
                    wait = patience(response.status_code, response.headers)
                    if wait is not None and attempt < RETRIES and wait <= LONGEST_WAIT:
                        self._sleep(address, wait)
                        continue
                    return self._take(address, response, known)
            except _FAILURES as problem:
                if attempt == 0 and isinstance(problem, httpcore.ReadError | httpcore.RemoteProtocolError):
                    continue  # a connection kept open that the site has closed meanwhile
                raise NotReachable(address, why_failed(problem)) from problem
            except (httpx.InvalidURL, UnicodeError) as problem:
                raise NotAllowed(address, "it is not a complete web address. Copy it again from your browser.") from problem
        raise NotReachable(address, "the site asked us to wait again and again. Try once more in a few minutes.")

    def _take(self, address: str, response: httpx.Response, known: CachedPage | None) -> Document | str:
        if response.status_code == HTTPStatus.NOT_MODIFIED and known is not None:
            return Document(address, known.data, known.content_type)
        if response.has_redirect_location:
            target = joined(address, response.headers["location"])
            if target is None:
                raise NotAllowed(address, "it sends us on to something that is no web address.")
            return target
        if not response.is_success:
            raise NotReachable(address, why_status(response.status_code, response.headers), response.status_code)
        content_type = response.headers.get("content-type")
        if (content_type or "").startswith(("image/", "audio/", "video/", "font/")):
            raise NotReachable(address, "it is a picture, a sound or a video, not a page. Paste the agenda's text instead.")
        data = b"".join(self._unpacked(address, response))
        if self._cache and not is_loopback(address) and "no-store" not in response.headers.get("cache-control", "").lower():
            marks = response.headers.get("etag"), response.headers.get("last-modified")
            self._cache.keep(address, CachedPage(data, content_type, *marks))
        return Document(address, data, content_type)

    def _unpacked(self, address: str, response: httpx.Response) -> Iterator[bytes]:
        """The body, unpacked piece by piece, so that no bomb is ever held in memory."""
        limit = f"it has more than {self._max_bytes // 1_000_000} MB. Try the page that holds only the agenda."
        sent = unpacked = 0
        unpack = unpacker(address, response.headers.get("content-encoding", ""))
        for piece in response.iter_raw():
            self._deadline.left()
            sent += len(piece)
            if sent > self._max_bytes:
                raise TooMuch(address, limit)
            try:
                for part in unpack(piece):
                    unpacked += len(part)
                    if unpacked > self._max_bytes:
                        raise TooMuch(address, limit)
                    yield part
            except zlib.error as problem:
                raise NotReachable(address, "the page arrived damaged. Try again, or save it from your browser.") from problem

    def _welcome(self, address: str) -> bool:
        parts = urlsplit(address)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._robots:
            try:
                self._robots[home] = self._read_robots(home)
            except NotReachable as problem:
                raise NotReachable(address, problem.why) from problem
        rules = self._robots[home]
        return rules is None or rules.can_fetch(address, ROBOT)

    def _read_robots(self, home: str) -> Protego | None:
        """The site's rules; None when it has none. What cannot be had for trouble at the site forbids, as RFC 9309 asks."""
        try:
            rules = self._get(f"{home}/robots.txt", obey_robots=False)
        except NotReachable as problem:
            if problem.status is None or problem.status >= 500:
                raise
            return None
        return None if rules.looks_like_html else Protego.parse(rules.text[:500_000])

    def _await_turn(self, address: str) -> None:
        if is_loopback(address):
            return
        parts = urlsplit(address)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = float((rules.crawl_delay(ROBOT) if rules else None) or 0)
        self._sleep(address, _QUEUE.turn(parts.netloc, max(PAUSE, min(asked, LONGEST_PAUSE))))

    def _sleep(self, address: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        if end > self._deadline.until:
            raise NotReachable(address, "the site keeps us waiting too long. Try again later, or save the page and upload it.")
        while (left := end - time.monotonic()) > 0:
            if self._stop and self._stop():
                raise NotReachable(address, "reading was stopped.")
            time.sleep(min(left, 0.2))


class _Queue:
    """When each host may next be asked, over all reads of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}

    def turn(self, host: str, pause: float) -> float:
        """Seconds to wait for the next free turn, which is thereby taken."""
        with self._lock:
            now = time.monotonic()
            if len(self._free) > 1000:
                self._free = {name: at for name, at in self._free.items() if at > now}
            start = max(now, self._free.get(host, 0.0))
            self._free[host] = start + pause
            return start - now


_QUEUE = _Queue()


def _conditions(known: CachedPage | None) -> dict[str, str]:
    if known is None:
        return {}
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.changed}
    return {name: mark for name, mark in marks.items() if mark}
