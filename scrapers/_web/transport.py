"""What httpx sends its requests through: connections that keep a deadline and go where `network.py` allows."""

from __future__ import annotations

from collections.abc import Iterator

import httpcore
import httpx

from scrapers._web.network import Deadline, Network, Resolve


class Transport(httpx.BaseTransport):
    """Hands requests to a connection pool over the checked network; built from public parts of httpx and httpcore only.

    Without `resolve` any address may be reached: for one a person has set. Proxies set for other programs are not used,
    since the check would then be made for nobody; one named for this program is trusted to decide what may be reached.
    What goes wrong is an error of httpcore's.
    """

    def __init__(self, resolve: Resolve | None, deadline: Deadline, *, proxy: str | None = None) -> None:
        secure = httpx.create_ssl_context()
        self._pool: httpcore.ConnectionPool
        if proxy:
            named = httpx.Proxy(proxy)
            self._pool = httpcore.HTTPProxy(
                str(named.url), named.raw_auth, ssl_context=secure, network_backend=Network(None, deadline)
            )
        else:
            self._pool = httpcore.ConnectionPool(ssl_context=secure, network_backend=Network(resolve, deadline))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        assert isinstance(request.stream, httpx.SyncByteStream)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
