"""Every figure of reading, choosing, matching, meetings and screens: `python benchmarks/run.py [--check] [--note TEXT]`.

Each is taken beside a bare piece of work of the same process, so that the ratio of both means the same on a faster or a
busier machine. Writes the section "Speed" of BENCHMARKS.md and the ratios to BENCHMARKS.json; with `--check` it writes
nothing, compares with the ratios kept there, and exits with 1 when one is more than 20 % worse.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if TYPE_CHECKING:
    from planner.agenda import Agenda

TABLE, RATIOS = ROOT / "BENCHMARKS.md", ROOT / "BENCHMARKS.json"
ROUNDS = 3
WORDS = "counting the words of the event"
WORSE = 1.2  # times the ratio kept
SECTION = """## Speed

`python benchmarks/run.py`: {where}, {cores} cores; best of {rounds} rounds. {note}
Ratios are kept in `BENCHMARKS.json`; `python benchmarks/run.py --check` fails when one is more than 20 % worse. Processor time
(matching: time of the clock). Screens: 1,000 people and 30,000 contacts, without network and browser.

| What | Figure | Beside | Ratio | Aim |
| --- | --- | --- | --- | --- |
{rows}

Aims not met: a page costs more than 1.5 times its bare parse, a rerun more than twice the empty app's. The empty app's is its
fastest of some 240, so that these ratios are higher than those of a single run.
"""


@dataclass(frozen=True)
class Figure:
    """What ours costs and what the bare work beside it does, the less the better; without `bare` there is no ratio."""

    name: str
    ours: float
    bare: float | None = None
    beside: str = ""
    unit: str = "s"
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the bare work."""
        return self.ours / self.bare if self.bare else None


def measure_reading() -> list[Figure]:
    """Pages of three sizes."""
    import reading

    soup = "BeautifulSoup with lxml"
    return [
        Figure(f"read a page of {r['sessions']:,} sessions", r["ours"], r["soup"], soup, aim="1.5 ×") for r in reading.measure()
    ]


def count_words(agenda: Agenda) -> list[Counter[str]]:
    """The bare work beside choosing and meetings: look at every word of the event once."""
    texts = [s.bio or "" for s in agenda.speakers] + [s.abstract or "" for s in agenda.sessions]
    return [Counter(re.findall(r"\w+", text.lower())) for text in texts]


def measure_choosing_and_meetings() -> list[Figure]:
    """The order of the lists kept for measuring, and the seconds of ordering, planning and arranging."""
    import choosing
    import ranking

    from planner.plan import plan_meetings
    from planner.schedule import arrange_meetings

    found = fmean(choosing.measure(name)[0] for name in choosing.KEPT)
    values = {f"p{i}": 1.0 - i / 100 for i in range(40)}
    bare = ranking.measure(count_words, cold=False)
    rank = ranking.measure(ranking.rank_all, cold=True)
    again = ranking.measure(ranking.rank_all, cold=False)
    plan = ranking.measure(lambda a: plan_meetings(a, ranking.ME), cold=True)
    meetings = ranking.measure(lambda a: arrange_meetings(a, values), cold=False)
    return [
        Figure("gain of the first ten in the ideal order of the lists kept", 1.0, found, "that of ours (nDCG@10)", unit=""),
        Figure("put 1,000 people in order", rank, bare, WORDS),
        Figure("put them in order again", again, bare, WORDS),
        Figure("plan of 10 with notes and slots", plan, bare, WORDS),
        Figure("arrange 40 meetings of an event with 1,000 people", meetings, bare, WORDS),
    ]


def measure_matching() -> list[Figure]:
    """The speakers among the contacts."""
    import matching

    ours, bare, _ = matching.measure()
    return [Figure("find 1,000 speakers among 30,000 contacts", ours, bare, "bare rapidfuzz `cdist`", aim="1.5 ×")]


def measure_screens() -> list[Figure]:
    """Every page's rerun; start, first screens and memory without a ratio."""
    import screens

    found = screens.measure()
    whole, streamlit = found.imports
    return [
        Figure("import the app", whole, streamlit, "importing Streamlit"),
        Figure("first screen of the process", found.start),
        *(Figure(f"{p.replace('_', ' ')}: first screen", s) for p, s in found.first.items()),
        *(Figure(f"{p.replace('_', ' ')}: rerun", 1000 * s, 1000 * found.empty, "an empty Streamlit app's rerun", "ms", "2 ×")
          for p, s in found.again.items()),
        Figure("memory of a first session, data included", found.memory, unit="MB"),
    ]  # fmt: skip


PARTS = (measure_reading, measure_choosing_and_meetings, measure_matching, measure_screens)


def measure_once() -> Iterator[Figure]:
    """All figures, each part in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for figures in [pool.submit(part) for part in PARTS]:
            yield from figures.result()


def keep_best(known: Mapping[str, Figure], found: Figure) -> Figure:
    """The least of both sides over the rounds: what the machine can do when nothing else keeps it busy."""
    old = known.get(found.name, found)
    return replace(found, ours=min(old.ours, found.ours), bare=min(old.bare or 0, found.bare or 0) or None)


def find_worse(kept: Mapping[str, float], found: Mapping[str, float]) -> list[str]:
    """A sentence for every ratio more than 20 % above the one kept, and for each that is no longer measured."""
    gone = [f"{name}: kept, but no longer measured" for name in kept if name not in found]
    return gone + [
        f"{name}: {found[name]:.2f} ×, was {ratio:.2f} × ({found[name] / ratio - 1:+.0%})"
        for name, ratio in kept.items() if found.get(name, 0) > WORSE * ratio
    ]  # fmt: skip


def write_section(figures: Sequence[Figure], note: str) -> str:
    """The part of BENCHMARKS.md."""
    rows = [
        f"| {f.name} | {f.ours:.3g} {f.unit} | {f'{f.bare:.3g} {f.unit}, {f.beside}' if f.bare else ''} "
        f"| {f'{f.ratio:.2f} ×' if f.ratio else ''} | {f.aim} |".replace("  ", " ")
        for f in figures
    ]
    where = f"{datetime.now(UTC):%d %B %Y}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return SECTION.format(where=where, cores=os.cpu_count(), rounds=ROUNDS, note=note, rows="\n".join(rows))


def main() -> int:
    """Measure, then write or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare with BENCHMARKS.json instead of writing")
    parser.add_argument("--note", default="", help="a sentence about the machine, for BENCHMARKS.md")
    asked = parser.parse_args()
    best: dict[str, Figure] = {}
    for _ in range(ROUNDS):
        best = {figure.name: keep_best(best, figure) for figure in measure_once()}
    ratios = {name: round(figure.ratio, 3) for name, figure in best.items() if figure.ratio}
    if asked.check:
        worse = find_worse(json.loads(RATIOS.read_text(encoding="utf-8")), ratios)
        print("\n".join(["More than 20 % worse:", *worse]) if worse else f"{len(ratios)} ratios, none more than 20 % worse")
        return bool(worse)
    text = TABLE.read_text(encoding="utf-8")
    before, _, after = text.partition("## Speed\n")
    rest = after[after.find("\n## ") + 1 :] if "\n## " in after else ""
    TABLE.write_text(
        "\n".join(part.rstrip() + "\n" for part in (before, write_section(list(best.values()), asked.note), rest) if part),
        encoding="utf-8",
    )
    RATIOS.write_text(json.dumps(ratios, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
