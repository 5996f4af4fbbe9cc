"""Pages drawn by script (`drawn.py`), drawn by an installed Chrome or Chromium where there is one.

The browser reaches the network through a proxy of our own only, which connects to checked addresses only (`network.py`), as
our own requests do. It runs in its sandbox or not at all, in a throw-away profile, for a limited time, and as nobody when
we run as root. What it drew is then read like any other page.
"""

from __future__ import annotations

import contextlib
import http.server
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpcore

from scrapers._document import MAX_BYTES, Document
from scrapers._errors import AgendaError, NotAllowed
from scrapers._web.address import check_address
from scrapers._web.fetch import system_resolve
from scrapers._web.network import Deadline, Network, Resolve

SECONDS = 20.0
"""The longest one page may take to draw, start of the browser included."""
_MOST_DATA = 60_000_000
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_OPTIONS = (
    "--headless", "--disable-gpu", "--mute-audio", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
    "--disable-sync", "--disable-default-apps", "--disable-component-update", "--disable-background-networking",
    "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-pings", "--disable-dev-shm-usage",
    "--blink-settings=imagesEnabled=false", "--window-size=1400,4000",
    # nothing but the proxy: also for this machine's own addresses, no names looked up, no protocols beside it
    "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-quic",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp", "--force-webrtc-ip-handling-policy",
)  # fmt: skip
_ITS_MAKERS = (
    "clients2.google.com", "clients4.google.com", "accounts.google.com", "update.googleapis.com", "gvt1.com",
    "safebrowsing.googleapis.com", "optimizationguide-pa.googleapis.com", "content-autofill.googleapis.com",
    "edge.microsoft.com", "config.edge.skype.com",
)  # fmt: skip
_LOG = logging.getLogger(__name__)


def find_browser() -> str | None:
    """The path of an installed Chrome, Chromium or Edge, None when there is none or a proxy must be used."""
    if os.environ.get("AGENDA_PROXY"):
        return None
    return next(filter(None, map(shutil.which, _NAMES)), None) or next((p for p in _PLACES if Path(p).is_file()), None)


def draw(address: str, *, resolve: Resolve = system_resolve, seconds: float = SECONDS) -> Document | None:
    """The page as a browser shows it once its scripts have run; None when it cannot be had. Raises NotAllowed."""
    check_address(address)
    browser = find_browser()
    if browser is None:
        return None
    with (
        tempfile.TemporaryDirectory(prefix="event-planner-", ignore_cleanup_errors=True) as folder,
        _proxy(resolve, seconds) as port,
    ):
        command = [
            browser, *_OPTIONS, f"--proxy-server=http://127.0.0.1:{port}", f"--user-data-dir={folder}",
            f"--virtual-time-budget={int(seconds * 500)}", f"--timeout={int(seconds * 800)}", "--dump-dom", address,
        ]  # fmt: skip
        data = _run(command, folder, seconds)
    return Document(address, data, "text/html; charset=utf-8") if len(data) > 100 else None


def _run(command: list[str], folder: str, seconds: float) -> bytes:
    """What the browser prints, at most `MAX_BYTES`; it and its children are gone afterwards. Empty when it cannot run."""
    user = None
    if sys.platform != "win32" and os.geteuid() == 0:
        user = _nobody()
        os.chown(folder, user, -1)
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8", "TMPDIR": folder}
    if sys.platform == "win32":
        environment = dict(os.environ)
    try:
        process = subprocess.Popen(  # noqa: S603  no shell; the address was checked and comes last
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=folder, env=environment,
            user=user, start_new_session=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, ValueError) as problem:
        _LOG.info("the browser cannot run: %s", problem)
        return b""
    timer = threading.Timer(seconds, _end, [process])
    timer.start()
    try:
        assert process.stdout is not None
        data = process.stdout.read(MAX_BYTES)
    finally:
        timer.cancel()
        _end(process)
        process.wait()
    return data


def _nobody() -> int:
    import pwd

    return pwd.getpwnam("nobody").pw_uid


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


@contextlib.contextmanager
def _proxy(resolve: Resolve, seconds: float) -> Iterator[int]:
    """A proxy on a loopback port that connects to checked addresses only, until the time or the data is used up."""
    deadline = Deadline()
    deadline.until = time.monotonic() + seconds
    server = _Server(("127.0.0.1", 0), _handler(Network(resolve, deadline), _Allowance(_MOST_DATA)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        _LOG.debug("a connection of the browser ended early", exc_info=True)


class _Allowance:
    """How much data may still pass."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._lock = threading.Lock()

    def take(self, count: int) -> bool:
        with self._lock:
            self._left -= count
            return self._left >= 0


def _handler(network: Network, allowance: _Allowance) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        timeout = SECONDS

        def do_CONNECT(self) -> None:
            stream = self._connect(f"https://{self.path}")
            if stream is not None:
                self.send_response(200)
                self.end_headers()
                self._join(stream)

        def do_GET(self) -> None:
            stream = self._connect(self.path)
            if stream is None:
                return
            parts = urlsplit(self.path)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            kept = [f"{n}: {v}" for n, v in self.headers.items() if n.lower() not in ("connection", "proxy-connection", "host")]
            lines = [f"{self.command} {target} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close", *kept, "", ""]
            with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException):
                stream.write("\r\n".join(lines).encode("latin-1", "replace"))
                self._join(stream)

        do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815  the base class names them so

        def _connect(self, address: str) -> httpcore.NetworkStream | None:
            try:
                check_address(address)
                parts = urlsplit(address)
                if (parts.hostname or "").endswith(_ITS_MAKERS):
                    raise NotAllowed(address, "the browser asks its maker, not the page.")
                return network.connect_tcp(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80), 8)
            except (AgendaError, httpcore.NetworkError, httpcore.TimeoutException, ValueError) as problem:
                _LOG.info("the browser was refused %s: %s", address, problem)
                with contextlib.suppress(OSError):
                    self.send_error(403)
                return None

        def _join(self, stream: httpcore.NetworkStream) -> None:
            """Pass data both ways until one side ends, the time is over or the allowance used up."""
            self.close_connection = True
            back = threading.Thread(target=_pass_on, args=[self.rfile.read1, stream.write, allowance], daemon=True)
            back.start()
            _pass_on(stream.read, self.connection.sendall, allowance)
            stream.close()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
            pass

    return Handler


def _pass_on(read: Callable[[int], bytes], write: Callable[[bytes], object], allowance: _Allowance) -> None:
    with contextlib.suppress(OSError, httpcore.NetworkError, httpcore.TimeoutException):
        while data := read(65_536):
            if not allowance.take(len(data)):
                return
            write(data)
