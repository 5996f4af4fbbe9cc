"""A web site on this machine, for tests of how pages are opened."""

from __future__ import annotations

import http.server
from collections.abc import Callable

Route = Callable[[http.server.BaseHTTPRequestHandler], None]
PAGE = b"<!DOCTYPE html><html><body><p>09:00 Welcome</p></body></html>"


class Site:
    """A web site on a loopback port: routes by path, and the requests it has seen."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.seen: list[str] = []
        self.headers: list[dict[str, str]] = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.seen.append(self.path)
                site.headers.append(dict(self.headers.items()))
                route = site.routes.get(self.path.partition("?")[0])
                (route or answer(404))(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a client that leaves early is what is tested

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a page, under any name that the resolver knows."""
        return f"http://{host}:{self.port}{path}"

    def pages(self) -> list[str]:
        """The requests apart from robots.txt."""
        return [path for path in self.seen if path != "/robots.txt"]


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Route:
    """A route that always answers the same."""

    def route(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return route


def names(*ips: str) -> Callable[[str, int], list[str]]:
    """A resolver under which every name has these addresses."""
    return lambda host, port: list(ips)
