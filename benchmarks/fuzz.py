# ruff: noqa: E501 - a table of tokens reads best compactly
"""Mutated and hostile inputs through every reader: only an agenda or an AgendaError may come out, in time and memory bounds.

    nice python benchmarks/fuzz.py --count 50000            the documented run: some twenty minutes on one core
    python benchmarks/fuzz.py --first 1234 --count 1        one input again, by its number

Every input follows from the seed and its number alone. Each worker is a process of its own with a limit on memory; one that
does not answer is ended and counts as a hang. A fault that a reader raised and `read_document` logged counts as a crash.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import multiprocessing
import random
import resource
import sys
import time
import traceback
import zipfile
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from hostile import BIDI, HOSTILE  # noqa: E402

import scrapers  # noqa: E402
from planner.agenda import to_json  # noqa: E402
from planner.contacts import ContactFile, read_contacts  # noqa: E402
from planner.exports import Program, contacts_table, to_csv, to_vcard  # noqa: E402
from planner.profile import read_profile  # noqa: E402

SECONDS = 5.0
"""The most processor time one input may take."""
PATIENCE = 60.0
"""Wall-clock seconds after which a worker counts as hanging; the machine may be busy with other work."""
CONTACTS = "contacts/"
"""How the names of samples begin that are people's own contacts, not agendas."""
MEMORY = 3_000_000_000
"""The most address space of a worker, in bytes."""
TOKENS = [
    b"<", b">", b"</", b'"', b"'", b"{", b"}", b"[", b"]", b",", b":", b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"&#0;", b"&#x110000;",
    b"<!--", b"]]>", b"<table>", b"<td rowspan=9999>", b"</div>", b"<script>", b"99999999999999999999", b"-1", b"1e999", b"NaN", b"null", b"true",
    b"2027-02-30", b"24:61", b"00:00", b"0000-00-00T00:00:00Z", b"12/31/9999", b"9-9:45", b"\xed\xa0\x80", b"*a", b"&a ", b"!!x ", b"RRULE:FREQ=DAILY\r\n",
    b"DTSTART;TZID=X:20270101\r\n", b"\\u0000", b"\\ud800", b"%s", b"=1+1", b"\xe2\x80\xae", b"%EF", b"PK\x03\x04", b"%PDF-", BIDI.encode("utf-8", "replace"),
]  # fmt: skip


@dataclass
class Tally:
    """What the inputs so far came to."""

    read: int = 0
    agendas: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    peak: int = 0
    slow: list[int] = field(default_factory=list)
    hangs: list[int] = field(default_factory=list)
    crashes: dict[str, list[int]] = field(default_factory=dict)


class _Faults(logging.Handler):
    """Keeps the faults that readers log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self.found.append(_place(record.exc_info[1]))


def _place(problem: BaseException) -> str:
    """Where a fault was raised, in our own code, and what it says: the same fault has the same place."""
    places = (str(ROOT / "scrapers"), str(ROOT / "planner"))
    ours = [f for f in traceback.extract_tb(problem.__traceback__) if f.filename.startswith(places)]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno} in {ours[-1].name}" if ours else "outside"
    return f"{type(problem).__name__} at {where}: {str(problem)[:80]}"


def find_samples() -> list[tuple[str, bytes]]:
    """Every fixture of the readers and every bundled sample, by name; contacts with their folder before it."""
    files = [*(ROOT / "sample_agendas").iterdir(), *(ROOT / "tests" / "data").rglob("*")]
    skipped = ("storage", "notes", "planning")
    found = [
        (f"{CONTACTS if CONTACTS[:-1] in f.parts else ''}{f.name}", f.read_bytes())
        for f in sorted(files)
        if f.is_file() and ".expected." not in f.name and not set(skipped) & set(f.parts) and f.stat().st_size < 50_000
    ]
    return [(name, data) for name, data in found if data]


def make_input(samples: list[tuple[str, bytes]], seed: int, number: int) -> tuple[str, bytes]:
    """The input of a number: one in twelve a hostile kind (mostly small), the rest a sample changed in one to six places."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311
    if number < len(HOSTILE):  # every kind once at its full size
        name = list(HOSTILE)[number]
        return name, HOSTILE[name](20_000)
    if chance.random() < 1 / 12:
        name = chance.choice(list(HOSTILE))
        return name, _mutate(HOSTILE[name](chance.choice([40, 200, 1000])), b"", chance)
    name, data = chance.choice(samples)
    other = chance.choice(samples)[1]
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return name, _mutate_inside(data, chance)
    return name, _mutate(data, other, chance)


def _mutate_inside(data: bytes, chance: random.Random) -> bytes:
    """An archive whose members are damaged, while it is still one."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for member in old.namelist():
                content = old.read(member)
                new.writestr(member, _mutate(content, b"", chance) if chance.random() < 0.5 else content)
    except zipfile.BadZipFile:
        return _mutate(data, b"", chance)
    return out.getvalue()


def _mutate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        at, length = chance.randrange(len(data) + 1), chance.choice([1, 2, 8, 60, 400])
        match chance.randrange(10):
            case 0:  # cut off
                data = data[: max(at, 1)]
            case 1:  # bytes flipped
                data = (
                    data[:at]
                    + bytes(b ^ (1 << chance.randrange(8)) for b in data[at : at + min(length, 8)])
                    + data[at + min(length, 8) :]
                )
            case 2:  # a block again and again
                data = data[:at] + data[at : at + length] * chance.choice([2, 5, 50]) + data[at + length :]
            case 3:  # a block left out
                data = data[:at] + data[at + length :]
            case 4 | 5:  # something that means something put in
                data = data[:at] + chance.choice(TOKENS) * chance.choice([1, 1, 1, 3, 200]) + data[at:]
            case 6:  # a block of another sample
                start = chance.randrange(len(other) + 1)
                data = data[:at] + other[start : start + length] + data[at:]
            case 7:  # numbers grown
                data = data.replace(
                    b"%d" % chance.randrange(10), chance.choice([b"99", b"-0", b"9" * 30, b"", "٣".encode()]), 3
                )
            case 8:  # another encoding
                text = data.decode("utf-8", "replace")
                data = text.encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis", "utf-7"]), "replace")
            case _:  # blocks exchanged
                there = chance.randrange(len(data) + 1)
                a, b = sorted((at, there))
                data = data[:a] + data[b : b + length] + data[a:b] + data[b + length :]
    return data[:2_000_000]


def read_input(name: str, data: bytes, *, pasted: bool) -> object | None:
    """What is read, None when the reader says in a sentence that there is nothing. It must be fit to keep and print."""
    if name.startswith(CONTACTS) or name.endswith(".toml"):
        try:
            return read_profile(data.decode("utf-8", "replace")) if name.endswith(".toml") else _read_contacts(data)
        except ValueError as problem:
            str(problem).encode()
            return None
    try:
        agenda = scrapers.read_text(data.decode("utf-8", "surrogateescape")) if pasted else scrapers.read_upload(name, data)
    except scrapers.AgendaError as problem:
        str(problem).encode()
        return None
    json.dumps(to_json(agenda), ensure_ascii=False, allow_nan=False).encode()
    return agenda


def _read_contacts(data: bytes) -> ContactFile:
    found = read_contacts(data)
    json.dumps([asdict(person) for person in found.people], allow_nan=False).encode()
    for program in get_args(Program):
        to_csv(contacts_table(found.people, program=program))
    to_vcard(found.people)
    return found


def _work(pipe: Connection, seed: int) -> None:
    """Read the numbered inputs one is told to, and say what each came to."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    faults, samples = _Faults(), find_samples()
    logging.getLogger("scrapers").addHandler(faults)
    logging.getLogger("scrapers").propagate = False
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    while (number := pipe.recv()) is not None:
        name, data = make_input(samples, seed, number)
        faults.found.clear()
        agenda, begin = None, time.process_time()
        try:
            agenda = read_input(name, data, pasted=number % 5 == 0)
        except Exception as problem:  # what this program is looking for
            faults.found.append(_place(problem))
        took = time.process_time() - begin
        pipe.send(
            (number, name, took, agenda is not None, list(faults.found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        )


def run(seed: int, first: int, count: int, *, report: int = 1000) -> Tally:
    """Read so many inputs in a worker, which is started anew whenever it hangs or dies, and count what came of them."""
    tally, number, end = Tally(), first, first + count
    while number < end:
        ours, theirs = multiprocessing.Pipe()
        worker = multiprocessing.get_context("fork").Process(target=_work, args=(theirs, seed), daemon=True)
        worker.start()
        theirs.close()
        fresh = min(end, number + 5000)  # a new process now and then: what one leaves behind does not add up
        while number < fresh:
            ours.send(number)
            try:
                answer = ours.recv() if ours.poll(PATIENCE) else None
            except EOFError:
                answer = None
            if answer is None:
                tally.hangs.append(number)
                print(f"{number}: no answer, the worker is started anew", flush=True)
                number += 1
                break
            _count(tally, *answer)
            number += 1
            if tally.read % report == 0:
                print(
                    f"{tally.read} read, {tally.agendas} agendas, {len(tally.crashes)} kinds of crash, {len(tally.slow)} slow",
                    flush=True,
                )
        worker.kill()
        worker.join()
    return tally


def _count(tally: Tally, number: int, name: str, took: float, agenda: bool, faults: list[str], peak: int) -> None:
    tally.read += 1
    tally.agendas += agenda
    tally.slowest = max(tally.slowest, (took, number))
    tally.peak = max(tally.peak, peak)
    if took > SECONDS:
        tally.slow.append(number)
        print(f"{number} ({name}): {took:.1f} s", flush=True)
    for place in faults:
        if place not in tally.crashes:
            print(f"{number} ({name}): {place}", flush=True)
        tally.crashes.setdefault(place, []).append(number)


def main() -> int:
    """Run as the command line says; 1 when anything was found."""
    parser = argparse.ArgumentParser(description="Read mutated and hostile inputs; count crashes, hangs and slow readings.")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=2000)
    asked = parser.parse_args()
    tally = run(asked.seed, asked.first, asked.count)
    took, slowest = tally.slowest
    print(
        f"seed {asked.seed}: {tally.read} inputs read, {tally.agendas} agendas, {sum(map(len, tally.crashes.values()))} crashes of "
        f"{len(tally.crashes)} kinds, {len(tally.hangs)} hangs, {len(tally.slow)} over {SECONDS:.0f} s; "
        f"slowest {took:.2f} s (input {slowest}); peak memory {tally.peak // 1024} MB"
    )
    for place, numbers in sorted(tally.crashes.items(), key=lambda c: -len(c[1])):
        print(f"{len(numbers):6} {place}; first at {numbers[0]}")
    return bool(tally.crashes or tally.hangs or tally.slow)


if __name__ == "__main__":
    sys.exit(main())
