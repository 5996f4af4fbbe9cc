"""Connections that go to checked IP addresses only, and end by a deadline.

Every name is resolved once, every IP it has is checked, and the connection goes to a checked IP: a name that changes its
meaning between check and connection (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from scrapers._errors import NotAllowed
from scrapers._web.address import refused_host, refused_ip

Resolve = Callable[[str, int], Sequence[str]]
"""All IP addresses of a host name; raises OSError when there are none."""

_MOST_IPS = 4
"""How many addresses of one host are tried."""
_TURN = 0.3
"""Seconds after which whoever waits for an answer is asked whether they still do."""


def checked_ips(host: str, port: int, resolve: Resolve) -> list[str]:
    """The IPs of a host, all of them checked.

    Raises NotAllowed when the host or any one of its IPs may not be contacted, NoSuchHost when it has none.
    """
    if (why := refused_host(host)) is not None:
        raise NotAllowed(host, why)
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError) as problem:
        raise NoSuchHost(host) from problem
    for ip in found:
        if (why := refused_ip(ip)) is not None:
            raise NotAllowed(host, why)
    return found[:_MOST_IPS]


class NoSuchHost(httpcore.ConnectError):
    """The name has no address."""


class Stopped(httpcore.TimeoutException):
    """Whoever waits for the answer has said stop."""


class Deadline:
    """When an answer must be here: by a moment (`until`, of `time.monotonic`), and no more once `stop` says yes."""

    def __init__(self, stop: Callable[[], bool] | None = None) -> None:
        self.until = float("inf")
        self._stop = stop

    def left(self, timeout: float | None = None) -> float:
        """Seconds that a step may take, at most `timeout`. Raises httpcore.ReadTimeout when there are none, or Stopped."""
        if self._stop and self._stop():
            raise Stopped("stopped")
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the page took too long")
        return left if timeout is None else min(left, timeout)


class Network(httpcore.NetworkBackend):
    """Connects by the deadline, and to nothing but IPs that were checked a moment before.

    Without `resolve` it checks nothing: only for reaching a proxy or a model that a person has named.
    """

    def __init__(self, resolve: Resolve | None, deadline: Deadline) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers. Raises NotAllowed, httpcore.ConnectError or -Timeout."""
        failure: Exception = NoSuchHost(host)
        for ip in checked_ips(host, port, self._resolve) if self._resolve else [host]:
            try:
                inner = self._inner.connect_tcp(ip, port, self._deadline.left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as problem:
                failure = problem
            else:
                return _Stream(inner, self._deadline)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never."""
        raise NotAllowed(path, "it is no web address.")


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends by the deadline, so that a byte now and then does not keep it open.

    It is waited on in short turns, so that a stop is heard while the other side says nothing.
    """

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        end = time.monotonic() + self._deadline.left(timeout)
        while True:
            try:
                return self._inner.read(max_bytes, min(self._deadline.left(_TURN), max(end - time.monotonic(), 0.001)))
            except httpcore.ReadTimeout:
                if time.monotonic() >= end:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
