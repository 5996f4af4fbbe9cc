"""The screens' speed with 1,000 people and 30,000 contacts: reruns beside an empty Streamlit app's, first screens, memory.

Run as `python benchmarks/screens.py`. Processor seconds of the script's part of a run, without network and browser.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from streamlit.testing.v1 import AppTest  # noqa: E402

from planner.agenda import Agenda, Event, Session, Speaker  # noqa: E402
from planner.journal import new_entry  # noqa: E402
from planner.people import Person  # noqa: E402
from planner.profile import Profile  # noqa: E402
from planner.storage import open_store  # noqa: E402

PEOPLE, CONTACTS = 1000, 30_000
PAGES = ("event", "people", "notes", "meetings", "at_the_event", "follow_up", "ledger", "scorecard", "network")
_TITLES = ("VP Sales", "Head of HR", "CFO", "Data Engineer", "Head of Purchasing", "Chief Revenue Officer", "Founder")
_KINDS = ("Insurance", "Bank", "Foods", "Logistics", "Clinics", "Software", "Energy")


def fill() -> None:
    """Keep an invented event and an invented network."""
    speakers = tuple(
        Speaker(f"p{i}", f"Ana{i} Berg{i % 97}", _TITLES[i % 7], f"{_KINDS[i % 7]} House {i % 211}") for i in range(PEOPLE)
    )
    sessions = tuple(
        Session(f"s{i}", f"What {_KINDS[i % 7].lower()} taught us {i}", f"2027-03-{16 + i % 3}T{9 + i % 8:02}:00:00",
                f"2027-03-{16 + i % 3}T{9 + i % 8:02}:45:00", speakers=tuple(p.id for p in speakers[2 * i : 2 * i + 2]))
        for i in range(PEOPLE // 2)
    )  # fmt: skip
    store = open_store()
    store.add_event(
        Agenda("bench", "file", Event("Bench Forum", "2027-03-16", "2027-03-18"), sessions, speakers), event_id="bench"
    )
    store.save_profile(
        Profile("Kim Holm", "VP Sales", "Fernhill", "HR software", offers=("a sheet for hiring",), topics=("hiring",))
    )
    store.save_people(
        Person(f"c{i}", f"Bo{i} Lind{i % 89}", _TITLES[i % 7], f"{_KINDS[i % 7]} House {i % 4000}", relation="other")
        for i in range(CONTACTS)
    )
    kept = store.agenda("bench")
    assert kept is not None
    for speaker in kept.speakers[:10]:  # by the ids they are kept under
        store.add(new_entry("accepted", event="bench", person=store.person_for_speaker("bench", speaker.id, speaker).id))
    store.close()


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def best(work: Callable[[], object], times: int = 4) -> float:
    """The least of several calls."""
    return min(seconds(work) for _ in range(times))


def import_seconds() -> tuple[float, float]:
    """Processor seconds until everything the app imports is there, and until Streamlit alone is."""
    whole, part = (
        float(subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout)  # noqa: S603
        for code in (
            "import time, streamlit, app_pages._shared, app_pages._reading, app_pages._choosing; print(time.process_time())",
            "import time, streamlit; print(time.process_time())",
        )
    )
    return whole, part


@dataclass
class Found:
    """Processor seconds, by page where there are several, and MB of a first session with its data."""

    empty: float
    imports: tuple[float, float]
    start: float
    first: dict[str, float] = field(default_factory=dict)
    again: dict[str, float] = field(default_factory=dict)
    memory: int = 0


def measure() -> Found:
    """Open every page once and run it again; the empty app is run again beside each."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/planner.sqlite3"
        fill()
        empty = AppTest.from_string("import streamlit as st\nst.title('Empty')", default_timeout=60)
        empty.run()
        base = best(empty.run, 8)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
        found = Found(base, import_seconds(), seconds(app.run))
        for page in PAGES:
            found.first[page] = seconds(lambda page=page: app.switch_page(f"app_pages/{page}.py").run())  # type: ignore[misc]
            found.again[page] = best(app.run)
            found.empty = min(found.empty, best(empty.run, 8))
        found.memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    return found


def report() -> list[tuple[str, str, str]]:
    """What was measured, the figure, and the aim."""
    found = measure()
    rows = [
        ("empty Streamlit app, rerun", f"{1000 * found.empty:.1f} ms", ""),
        ("imports beside Streamlit's own", f"{found.imports[0] - found.imports[1]:.2f} s", ""),
        ("first screen", f"{found.start:.2f} s", ""),
    ]
    for page, again in found.again.items():
        text = f"first {found.first[page]:.2f} s; rerun {1000 * again:.0f} ms, {again / found.empty:.1f} × the empty app's"
        rows.append((page, text, "2 ×"))
    return [*rows, ("memory of a first session, data included", f"{found.memory} MB", "")]


if __name__ == "__main__":
    for line in report():
        print(" | ".join(line))
