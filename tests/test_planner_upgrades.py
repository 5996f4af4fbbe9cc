"""Opening data of an earlier or a later release, and several programs doing so at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from planner import _database
from planner._tables import REVISION, metadata
from planner.people import Person
from planner.storage import CannotOpen, NewerData, open_store

ROOT = Path(__file__).resolve().parent.parent
DUMPS = sorted((Path(__file__).parent / "data" / "storage").glob("*.sql"))
MIGRATIONS = sorted(p.stem.split("_")[0] for p in (ROOT / "planner" / "migrations" / "versions").glob("0*.py"))


def test_the_revision_in_the_code_is_the_newest_migration() -> None:
    """So that a start without anything to upgrade need not load the migration tool."""
    assert MIGRATIONS[-1] == REVISION


def test_a_second_start_does_not_load_the_migration_tool(tmp_path: Path) -> None:
    """It takes a second to import and has nothing to do."""
    url = f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    open_store(url).close()
    code = "import sys; from planner.storage import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, url], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_migrations_make_the_tables_the_code_uses(bare_url: str) -> None:
    """Same tables, columns and nullability as `_tables`, on both databases."""
    store = open_store(bare_url)
    found = inspect(store.database.engine)
    for name, table in metadata.tables.items():
        there = {c["name"]: c["nullable"] for c in found.get_columns(name)}
        assert there == {c.name: bool(c.nullable) for c in table.columns}, name
        assert {i["name"] for i in found.get_indexes(name)} >= {i.name for i in table.indexes}
    store.close()


def load_dump(dump: Path, path: Path) -> None:
    """Make a database as an earlier release left it."""
    connection = sqlite3.connect(path)
    connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()


@pytest.mark.parametrize("dump", DUMPS, ids=lambda p: p.stem)
def test_data_of_every_earlier_release_opens(dump: Path, tmp_path: Path) -> None:
    """Nothing is lost on the way, and an older file is copied before it is changed."""
    path = tmp_path / "planner.sqlite3"
    load_dump(dump, path)
    store = open_store(f"sqlite:///{path}")
    assert [p.name for p in store.people()] == ["Ines Talbot", "Luca Ferri"]
    assert store.profile().name == "Mark"
    assert [e.kind for e in store.entries()] == ["met", "favour_given", "retracted"]
    assert [e.event.name for e in store.events()] == ["Northwind Revenue Summit"]
    assert [d.text for d in store.drafts()] == ["Dear Ines"]
    copies = list(tmp_path.glob("*.before-upgrade-*"))
    assert len(copies) == (0 if dump.stem.endswith(REVISION) else 1)
    assert [str(c) in notice for c, notice in zip(copies, store.database.notices, strict=True)] == [True] * len(copies)
    store.close()


def test_every_release_has_its_fixture() -> None:
    """A migration comes with a dump of the data it leaves behind."""
    assert [p.stem.removeprefix("release-") for p in DUMPS] == MIGRATIONS


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """A database of the first release that looks older than the code."""
    path = tmp_path / "planner.sqlite3"
    load_dump(DUMPS[0], path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num='0000'")
    connection.commit()
    connection.close()
    return path


def test_a_failed_upgrade_leaves_the_old_file_usable(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an upgrade is no upgrade: everything is rolled back, and a copy lies beside."""

    def upgrade_badly(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(text("ALTER TABLE documents ADD COLUMN colour TEXT"))
        connection.execute(text("DELETE FROM entries"))
        connection.execute(text("SELECT * FROM no_such_table"))

    monkeypatch.setattr(_database, "_upgrade", upgrade_badly)
    with pytest.raises(CannotOpen):
        open_store(f"sqlite:///{old_file}")
    left = sqlite3.connect(old_file)
    assert "colour" not in [row[1] for row in left.execute("PRAGMA table_info(documents)")]
    assert left.execute("SELECT count(*) FROM entries").fetchone() == (3,)
    left.close()
    assert len(list(old_file.parent.glob("*.before-upgrade-from-0000-*"))) == 1


UPGRADER = """
import sys, time
from sqlalchemy import text
from planner import _database
from planner.storage import open_store

def upgrade_slowly(connection):
    connection.execute(text("ALTER TABLE documents ADD COLUMN colour TEXT"))
    connection.execute(text("DELETE FROM entries"))
    print("half", flush=True)
    time.sleep(60)

_database._upgrade = upgrade_slowly
open_store(sys.argv[1])
"""


def test_an_upgrade_killed_half_way_is_none(old_file: Path) -> None:
    """The file is as it was before, and a copy lies beside it."""
    command = [sys.executable, "-c", UPGRADER, f"sqlite:///{old_file}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as upgrader:
        assert upgrader.stdout
        assert upgrader.stdout.readline() == "half\n"
        os.kill(upgrader.pid, signal.SIGKILL)
    left = sqlite3.connect(old_file)
    assert "\n".join(left.iterdump()) == DUMPS[0].read_text(encoding="utf-8").strip().replace("'0001'", "'0000'")
    left.close()
    assert len(list(old_file.parent.glob("*.before-upgrade-from-0000-*"))) == 1


def test_data_of_a_newer_release_is_left_alone(old_file: Path) -> None:
    """An old program on new data: it says to update, and changes nothing."""
    connection = sqlite3.connect(old_file)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NewerData, match="Update the program"):
        open_store(f"sqlite:///{old_file}")
    left = sqlite3.connect(old_file)
    assert "\n".join(left.iterdump()) == DUMPS[0].read_text(encoding="utf-8").strip().replace("'0001'", "'9999'")
    left.close()


def open_together(url: str, programs: int = 4) -> list[Exception]:
    """Open the same data from several threads at one moment; what went wrong."""
    problems: list[Exception] = []
    together = threading.Barrier(programs)

    def start() -> None:
        together.wait()
        try:
            open_store(url).close()
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=start) for _ in range(programs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_many_processes_may_start_at_once(bare_url: str) -> None:
    """Each finds the database made, once."""
    assert open_together(bare_url) == []
    store = open_store(bare_url)
    store.save_person(Person("p", "Ann"))
    store.close()


def test_many_processes_may_upgrade_at_once(tmp_path: Path) -> None:
    """One copies the old data and upgrades it, the others find it done."""
    path = tmp_path / "planner.sqlite3"
    load_dump(DUMPS[0], path)
    assert open_together(f"sqlite:///{path}") == []
    (copy,) = tmp_path.glob("*.before-upgrade-from-0001-*")
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    kept.close()
