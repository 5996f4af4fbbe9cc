# ruff: noqa: E501 - the markup of the page reads best on few lines
"""How long it takes to read pages of about 50 KB, 500 KB and 5 MB, beside bare parses of the same bytes, and the peak memory.

Run as `python benchmarks/reading.py`; needs lxml and beautifulsoup4. Every read is the first of its page, as a user's is: what
was found out about lines of another page hardly helps. Aim: a read costs at most 1.5 times the bare BeautifulSoup parse at
every size and grows in proportion.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from bs4 import BeautifulSoup
from lxml import html

from scrapers import read_upload

SIZES = (100, 1000, 10_000)
"""Sessions of a page: some 50 KB, 500 KB and 5 MB."""
_GIVEN = "Ana Bo Chiara Dmitri Farid Greta Hiro Ines Jonas Katja Liam Mei Nadia Oskar Priya Rosa Tove".split()
_FAMILY = (
    "Albran Brandsma Castell Duval Ericsen Fischli Grimaldi Haverkamp Iversen Jankowski Kordes Lomax Morrow Nielsen".split()
)
_TOPIC = "Pricing Renewals Onboarding Forecasts Referrals Logistics Hiring Security Insurance Procurement Budgets".split()
_TEXT = "We compare what worked and what did not, with figures from two years and questions from the room. " * 3


def make_page(sessions: int, first: int = 0) -> bytes:
    """An invented programme of so many sessions over days of fifty, as cards with time, title, person, room and abstract.

    Pages that begin with the `first` of others than those of another page have no title in common with it.
    """
    parts = ["<!doctype html><html><head><title>Harbour Summit 2027</title></head><body><h1>Programme</h1>"]
    for i in range(first, first + sessions):
        if i % 50 == 0:
            parts.append(f"<h2>{1 + i // 50 % 28} {('May', 'June', 'July', 'August', 'September')[i // 1400 % 5]} 2027</h2>")
        hour, minute = 8 + i % 50 // 5, 12 * (i % 5)
        name = f"{_GIVEN[i % 17]} {_FAMILY[i // 17 % 14]}{'' if i < 238 else ' ' + _FAMILY[i // 238 % 14]}"
        parts.append(
            f'<div class="session"><span class="time">{hour:02}:{minute:02} - {hour:02}:{minute + 11:02}</span>'
            f'<h3 class="title">{_TOPIC[i % 11]} and {_TOPIC[i // 11 % 11].lower()}, lesson {i}</h3><p class="room">Hall {i % 9}</p>'
            f'<p class="speaker">{name}, Head of {_TOPIC[i % 7]}, {_FAMILY[i % 13]} AG</p><p class="text">{_TEXT}</p></div>\n'
        )
    return "".join([*parts, "</body></html>"]).encode()


def _best(work: Callable[[bytes], object], pages: list[bytes]) -> float:
    found = []
    for page in pages:
        begin = process_time()
        work(page)
        found.append(process_time() - begin)
    return min(found)


def _peak(sessions: int) -> tuple[int, int]:
    """Peak memory in MB of a process of its own that has read the page, and the sessions it found."""
    found = len(read_upload("page.html", make_page(sessions)).sessions)
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, found
    # what the kernel keeps for `getrusage` begins with the size of the process that started this one
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024, found


def measure(sizes: tuple[int, ...] = SIZES) -> list[dict[str, float]]:
    """For every size the seconds of our read and of both bare parses, one after the other."""
    rows = []
    first = 0
    read_upload("page.html", make_page(50, first))
    for sessions in sizes:
        pages = [make_page(sessions, first + 50 + nth * sessions) for nth in range(3 if sessions <= 1000 else 1)]
        first += len(pages) * sessions
        rows.append({
            "sessions": sessions, "kilobytes": len(pages[0]) / 1000,
            "ours": _best(lambda page: read_upload("page.html", page), pages),
            "soup": _best(lambda page: BeautifulSoup(page, "lxml"), pages), "lxml": _best(html.fromstring, pages),
        })  # fmt: skip
    return rows


def measure_peak(sessions: int) -> tuple[int, int]:
    """Peak memory in MB of a process of its own that has read the page, and the sessions it found."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (sessions,))


def report() -> list[tuple[str, str, str]]:
    """What was measured, the figure, and the aim."""
    rows = []
    for row in measure():
        peak, found = measure_peak(int(row["sessions"]))
        rows.append(
            (
                f"read {row['sessions']:,} sessions, {row['kilobytes']:,.0f} KB ({found:,} found)",
                f"{row['ours']:.2f} s; {row['ours'] / row['soup']:.2f} × BeautifulSoup with lxml, "
                f"{row['ours'] / row['lxml']:.0f} × bare lxml; {1000 * row['ours'] / row['sessions']:.2f} ms a session; peak {peak} MB",
                "1.5 × BeautifulSoup",
            )
        )
    return rows


if __name__ == "__main__":
    for line in report():
        print(" | ".join(line))
