"""What a site's answer means: how its body is unpacked, how long it asks to wait, what went wrong, as sentences to show."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpcore

from scrapers._errors import NotReachable
from scrapers._web.network import NoSuchHost, Stopped

_PART = 65_536


def unpacker(address: str, encoding: str) -> Callable[[bytes], Iterable[bytes]]:
    """Unpacks a body piece by piece, at most `_PART` bytes at once."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda piece: (piece,)
    if name not in ("gzip", "x-gzip", "deflate"):
        raise NotReachable(address, f"it is packed in a way we do not read ({name[:30]}). Save the page and upload it.")
    state = zlib.decompressobj(47)  # gzip or zlib, whichever the first bytes say
    fresh = True

    def unpack(piece: bytes) -> Iterator[bytes]:
        nonlocal state, fresh
        rest, full = piece, True
        while rest or full:
            try:
                part = state.decompress(rest, _PART)
            except zlib.error:
                if not fresh or name != "deflate":
                    raise
                state = zlib.decompressobj(-15)  # deflate without its wrapping, as some servers send it
                part = state.decompress(rest, _PART)
            fresh = False
            yield part
            rest, full = state.unconsumed_tail, len(part) == _PART

    return unpack


def patience(status: int, headers: Mapping[str, str]) -> float | None:
    """Seconds a site asks to wait before trying again (1 when it does not say how long), None when it does not ask."""
    if status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    asked = headers.get("retry-after", "").strip()
    if asked.isdigit():
        return min(float(asked[:8]), 1e6)
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 1.0


_BY_HAND = "Open it in your browser, save the page and upload it, or paste its text."
_STATUS = {
    401: f"The page needs a login. {_BY_HAND}",
    402: f"The page must be paid for. {_BY_HAND}",
    403: f"The site does not let programs in. {_BY_HAND}",
    404: "There is no such page. Check the address, or start from the event's home page.",
    406: f"The site does not let programs in. {_BY_HAND}",
    407: "A proxy in between asks for a login.",
    410: "The page was taken down. Look for a copy at web.archive.org and paste that address.",
    429: "The site asks us to slow down. Try again in a few minutes.",
    451: f"The site may not show it where you are. {_BY_HAND}",
}


def why_status(status: int, headers: Mapping[str, str]) -> str:
    """What an HTTP status that brought no page means, and what to try."""
    if "challenge" in headers.get("cf-mitigated", ""):
        advice = f"The site checks that a person is reading. {_BY_HAND}"
    elif status >= 500:
        advice = f"The site has a problem of its own. Try again later. If it works in your browser: {_BY_HAND}"
    else:
        advice = _STATUS.get(status, _BY_HAND)
    try:
        name = HTTPStatus(status).phrase
    except ValueError:
        name = "(an unusual status)"
    return f"the site answered {status} {name}. {advice}"


def why_failed(problem: Exception) -> str:
    """What a failed connection means, and what to try."""
    said = str(problem)
    if isinstance(problem, NoSuchHost):
        return "there is no site of that name. Check the spelling, and that you are online."
    if isinstance(problem, Stopped):
        return "reading was stopped."
    if isinstance(problem, httpcore.TimeoutException):
        return f"the site did not answer in time. Try again later. {_BY_HAND}"
    if "CERTIFICATE" in said or "certificate" in said:
        return f"its security certificate is not valid, so we cannot be sure whose site it is. {_BY_HAND}"
    if "SSL" in said or "TLS" in said:
        return (
            "no secure connection could be made. If the site is an old one, try the address with http:// instead of https://."
        )
    if isinstance(problem, httpcore.ProxyError):
        return "the proxy named in AGENDA_PROXY did not let us through."
    if isinstance(problem, httpcore.RemoteProtocolError | httpcore.ReadError):
        return f"the site broke off in the middle of its answer. Try again. {_BY_HAND}"
    if isinstance(problem, httpcore.ConnectError):
        return "no connection could be made. Check the address, and that you are online."
    return f"the connection failed. Try again. {_BY_HAND}"
