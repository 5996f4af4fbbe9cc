"""Pages kept from earlier reads, so that a site that says "not changed" need not send them again.

A page is always asked for; the copy only saves the transfer. Kept are pages with an ETag or a date of last change whose
site does not forbid it, for thirty days, in one SQLite file in the user's cache folder. A cache that cannot be used is
no reason to stop: reading goes on without.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_KEPT_SECONDS = 30 * 24 * 3600
_MOST_BYTES = 200_000_000
_TABLE = """CREATE TABLE IF NOT EXISTS pages (
    address TEXT PRIMARY KEY, etag TEXT, changed TEXT, content_type TEXT, body BLOB NOT NULL, at REAL NOT NULL)"""


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as last sent, with the marks by which the site can tell whether it has changed since."""

    data: bytes
    content_type: str | None
    etag: str | None
    changed: str | None


def cache_folder() -> Path:
    """Where this system keeps what programs may throw away: `XDG_CACHE_HOME` where set, else the system's custom."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        base = Path(given)
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path.home() / ".cache"
    return base / "event-planner"


class PageCache:
    """The kept pages, by address. Never raises: without a usable file it is empty and forgets."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._ready = False

    def find(self, address: str) -> CachedPage | None:
        """The page as last sent, or None."""

        def look_up(table: sqlite3.Connection) -> CachedPage | None:
            row = table.execute("SELECT body, content_type, etag, changed FROM pages WHERE address = ?", (address,)).fetchone()
            return CachedPage(zlib.decompress(row[0]), *row[1:]) if row else None

        return self._run(look_up)

    def keep(self, address: str, page: CachedPage) -> None:
        """Remember a page that carries a mark; the oldest go when there are too many."""
        if page.etag or page.changed:
            row = (address, page.etag, page.changed, page.content_type, zlib.compress(page.data, 6), time.time())
            self._run(lambda table: table.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", row))

    def _run(self, action: Callable[[sqlite3.Connection], T]) -> T | None:
        try:
            file = self._file or cache_folder() / "pages.sqlite3"
            if not self._ready:
                file.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(file, timeout=2)) as table, table:
                if not self._ready:
                    table.execute(_TABLE)
                    _prune(table)
                    self._ready = True
                return action(table)
        except (OSError, RuntimeError, sqlite3.Error, zlib.error) as problem:
            _LOG.info("the page cache is not used: %s", problem)
            return None


def _prune(table: sqlite3.Connection) -> None:
    table.execute("DELETE FROM pages WHERE at < ?", (time.time() - _KEPT_SECONDS,))
    size = table.execute("SELECT coalesce(sum(length(body)), 0) FROM pages").fetchone()[0]
    if size > _MOST_BYTES:
        table.execute("DELETE FROM pages WHERE at <= (SELECT at FROM pages ORDER BY at LIMIT 1 OFFSET "
                      "(SELECT count(*) / 2 FROM pages))")  # fmt: skip
