"""Every figure of reading, choosing, matching, meetings and screens: `benchmarks/run.py [--check [--quick]] [--note TEXT]`.

Each is taken beside a bare piece of work of the same process, so that the ratio of both means the same on a faster or a
busier machine, in several rounds, of which the median counts. Writes the section "Speed" of BENCHMARKS.md, the ratios and how
far the rounds lay apart to BENCHMARKS.json. With `--check` it writes nothing and compares with the ratios kept there: what is
more than 20 % worse is measured again, and when the median of all rounds still is, the command exits with 1. `--quick` leaves
out the largest page and the browser.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
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
AGAIN = 2
"""How often what looks worse is measured anew, so many rounds each time, before it counts."""
WORDS = "counting the words of the event"
WORSE = 1.2  # times the ratio kept
SECTION = """## Speed

`python benchmarks/run.py`: {where}; medians of {rounds} rounds (of the browser: of 7 reruns). {note}
Ratios are kept in `BENCHMARKS.json`; `python benchmarks/run.py --check` measures them again and fails when one is more than
20 % worse. Processor time (browser: time of the clock). Screens: 1,000 people and 30,000 contacts, without network
and browser; “in the browser”: from the key to the last change of the page.

| What | Figure | Beside | Ratio | Rounds apart | Aim |
| --- | --- | --- | --- | --- | --- |
{rows}
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


def measure_reading(quick: bool) -> list[Figure]:
    """Pages of three sizes."""
    import reading

    found = reading.measure(reading.SIZES[:2] if quick else reading.SIZES)
    soup = "BeautifulSoup with lxml"
    return [Figure(f"read a page of {r['sessions']:,} sessions", r["ours"], r["soup"], soup, aim="1.5 ×") for r in found]


def count_words(agenda: Agenda) -> list[Counter[str]]:
    """The bare work beside choosing and meetings: look at every word of the event once."""
    texts = [s.bio or "" for s in agenda.speakers] + [s.abstract or "" for s in agenda.sessions]
    return [Counter(re.findall(r"\w+", text.lower())) for text in texts]


def measure_choosing_and_meetings(quick: bool) -> list[Figure]:
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


def measure_matching(quick: bool) -> list[Figure]:
    """The speakers among the contacts."""
    import matching

    ours, bare, _ = matching.measure()
    return [Figure("find 1,000 speakers among 30,000 contacts", ours, bare, "bare rapidfuzz `cdist`", aim="1.5 ×")]


def measure_screens(quick: bool) -> list[Figure]:
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


def measure_browser(quick: bool) -> list[Figure]:
    """Every page's rerun as the browser sees it; not in a quick run."""
    if quick:
        return []
    import browser

    return [
        Figure(name, ours, bare, "an empty Streamlit app's rerun", "ms", "2 ×")
        for name, (ours, bare) in browser.measure().items()
    ]


Part = Callable[[bool], list[Figure]]
PARTS: tuple[Part, ...] = (
    measure_reading, measure_choosing_and_meetings, measure_matching, measure_screens, measure_browser,
)  # fmt: skip


def measure_rounds(part: Part, *, quick: bool) -> list[list[Figure]]:
    """The figures of a part, each round in a process of its own; the browser's are medians already."""
    rounds = 1 if part is measure_browser else ROUNDS
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        return [pool.submit(part, quick).result() for _ in range(rounds)]


@dataclass(frozen=True)
class Found:
    """One figure over its rounds."""

    rounds: tuple[Figure, ...]

    @property
    def middle(self) -> Figure:
        """The round whose ratio (or figure, without one) lies in the middle."""
        return sorted(self.rounds, key=lambda f: f.ratio or f.ours)[len(self.rounds) // 2]

    @property
    def apart(self) -> float:
        """How far the ratios of the rounds lie apart, as a share of the one in the middle."""
        ratios = [f.ratio or f.ours for f in self.rounds]
        return (max(ratios) - min(ratios)) / (self.middle.ratio or self.middle.ours or 1.0)


def gather(rounds: Iterable[list[Figure]]) -> dict[str, Found]:
    """Figures by name over the rounds."""
    found: dict[str, Found] = {}
    for figure in (f for each in rounds for f in each):
        found[figure.name] = Found((*(found[figure.name].rounds if figure.name in found else ()), figure))
    return found


def ratios_of(found: Mapping[str, Found]) -> dict[str, float]:
    """The ratio in the middle of each figure that has one."""
    return {name: round(f.middle.ratio, 3) for name, f in found.items() if f.middle.ratio}


def find_worse(kept: Mapping[str, float], found: Mapping[str, float], *, whole: bool = True) -> list[str]:
    """A sentence for every ratio more than 20 % above the one kept, and in a `whole` run for each no longer measured."""
    gone = [f"{name}: kept, but no longer measured" for name in kept if whole and name not in found]
    return gone + [
        f"{name}: {found[name]:.2f} ×, was {ratio:.2f} × ({found[name] / ratio - 1:+.0%})"
        for name, ratio in kept.items() if found.get(name, 0) > WORSE * ratio
    ]  # fmt: skip


def check(kept: Mapping[str, float], *, quick: bool) -> list[str]:
    """Measure, and measure again what looks worse; the sentences about what is."""
    measured: dict[str, float] = {}
    for part in PARTS:
        rounds = measure_rounds(part, quick=quick)
        names = {f.name for each in rounds for f in each}
        ours = {name: ratio for name, ratio in kept.items() if name in names}
        for _ in range(AGAIN):
            if not find_worse(ours, ratios_of(gather(rounds))):
                break
            rounds += measure_rounds(part, quick=quick)
        found = ratios_of(gather(rounds))
        measured |= found
        print(f"{part.__name__}: {len(found)} ratios, {len(rounds)} rounds", flush=True)
    return find_worse(kept, measured, whole=not quick)


def describe_machine() -> str:
    """Where the figures were taken."""
    where = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{datetime.now(UTC):%d %B %Y}, {where}, load {os.getloadavg()[0]:.1f} at the end"


def write_section(found: Mapping[str, Found], note: str) -> str:
    """The part of BENCHMARKS.md."""
    rows = []
    for each in found.values():
        f = each.middle
        beside = f"{f.bare:.3g} {f.unit}, {f.beside}" if f.bare else ""
        apart = f"{each.apart:.0%}" if len(each.rounds) > 1 else ""
        ratio = f"{f.ratio:.2f} ×" if f.ratio else ""
        rows.append(f"| {f.name} | {f.ours:.3g} {f.unit} | {beside} | {ratio} | {apart} | {f.aim} |".replace("  ", " "))
    return SECTION.format(where=describe_machine(), rounds=ROUNDS, note=note, rows="\n".join(rows))


def main() -> int:
    """Measure, then write or check."""
    parser = argparse.ArgumentParser(description="Measure every figure, or check that none is worse than kept.")
    parser.add_argument("--check", action="store_true", help="compare with BENCHMARKS.json instead of writing")
    parser.add_argument("--quick", action="store_true", help="with --check: without the largest page and the browser")
    parser.add_argument("--note", default="", help="a sentence about the machine, for BENCHMARKS.md")
    asked = parser.parse_args()
    if asked.check:
        kept = json.loads(RATIOS.read_text(encoding="utf-8"))
        print(f"Kept: {kept['machine']}. Now: {describe_machine()}", flush=True)
        worse = check(kept["ratios"], quick=asked.quick)
        print("\n".join(["More than 20 % worse:", *worse]) if worse else "None more than 20 % worse")
        return bool(worse)
    found = gather(each for part in PARTS for each in measure_rounds(part, quick=False))
    text = TABLE.read_text(encoding="utf-8")
    before, _, after = text.partition("## Speed\n")
    rest = after[after.find("\n## ") + 1 :] if "\n## " in after else ""
    TABLE.write_text(
        "\n".join(part.rstrip() + "\n" for part in (before, write_section(found, asked.note), rest) if part),
        encoding="utf-8",
    )
    apart = {name: round(f.apart, 3) for name, f in found.items() if f.middle.ratio and len(f.rounds) > 1}
    kept = {"machine": describe_machine(), "ratios": ratios_of(found), "rounds_apart": apart}
    RATIOS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
