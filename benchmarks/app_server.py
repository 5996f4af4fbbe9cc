"""A Streamlit server for one script on this machine: for tests and figures that need the app as it runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_app(script: Path, database: str, port: int, *options: str, **environment: str) -> subprocess.Popen[bytes]:
    """A Streamlit server for one script, with further `options` for Streamlit; returns once it answers."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"]
    ours = {"DATABASE_URL": database, "ALLOW_PRIVATE_HOSTS": "0"} | environment
    process = subprocess.Popen(  # noqa: S603
        [*command, *options], cwd=ROOT, env=os.environ | ours, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.25)
    return process


@contextmanager
def serve(script: Path, database: str, *options: str) -> Iterator[str]:
    """The address of a server for one script, with further `options` for Streamlit; stopped at the end."""
    port = free_port()
    process = start_app(script, database, port, *options)
    try:
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(20)
