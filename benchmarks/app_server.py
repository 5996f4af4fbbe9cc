"""A Streamlit server for one script on this machine: for tests and figures that need the app as it runs."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port nobody listens on, below those that systems give to connections, so that it is still free a moment later."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port in a hundred trials")


def start_app(script: Path, database: str, port: int, *options: str, **environment: str) -> subprocess.Popen[bytes]:
    """A Streamlit server for one script, with further `options` for Streamlit; returns once it answers.

    Raises RuntimeError when it ends instead, or does not answer within two minutes.
    """
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"]
    ours = {"DATABASE_URL": database, "ALLOW_PRIVATE_HOSTS": "0"} | environment
    process = subprocess.Popen(  # noqa: S603
        [*command, *options], cwd=ROOT, env=os.environ | ours, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5)
            return process
        except OSError:
            time.sleep(0.25)
    stop_app(process)
    raise RuntimeError(f"{script.name} did not start on port {port}: {process.returncode}")


def stop_app(process: subprocess.Popen[bytes]) -> None:
    """End a server, and wait until it has ended, however busy the machine."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextlib.contextmanager
def serve(script: Path, database: str, *options: str) -> Iterator[str]:
    """The address of a server for one script, with further `options` for Streamlit; stopped at the end."""
    port = free_port()
    process = start_app(script, database, port, *options)
    try:
        yield f"http://localhost:{port}"
    finally:
        stop_app(process)
