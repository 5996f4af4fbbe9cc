"""Do our doubts point to where we are wrong? What is marked `unsure` and what warnings say, against what was truly misread.

`python benchmarks/doubting.py [--pages] [FOLDER ...]`, each folder with pages and their agendas side by side (`x.html` and
`x.json`), as `tests/data/layouts` has them, or with `files/` and `truth/`, itself or in its folders, as `../shared/corpus`.

*Marks*: of the sessions and people read, how many have a wrong field, how many that field marked; precision is the share of the
marked that are wrong, recall the share of the wrong that are marked. A session whose title is not in the truth is wrong
in its title alone; who is absent from the truth in the name alone.
*Pages*: a page is perfect when sessions, times, people and links are all as in the truth, bad when one of these figures is
below .85. A warning is an alarm when it says that the reading may be wrong, not only what the source lacks (`FACTS`).
*Missed*: sessions and people of the truth that were not read, on pages where something shown says that something is missing;
and those of the people whom a sentence names.
*Sentences*: how often each is said, on how many perfect pages, and how well pages with it are read.
Needs the score functions of `../shared/corpus/score.py`. Says so and stops where that is not there.
"""

from __future__ import annotations

import argparse
import json
import re
import runpy
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]
from planner.agenda import to_json  # noqa: E402
from scrapers import AgendaError, read_source  # noqa: E402

SCORE = ROOT.parent / "shared" / "corpus" / "score.py"
FIGURES = ("sessions", "timed", "speakers", "links")
FIELDS = {"session": ("title", "start", "speakers"), "person": ("name", "title", "company")}
FACTS = re.compile(
    r"no date|without a date|no times for|no end times|universal time|prints no day|were read as|names no speakers|"
    r"have no time|has no time|without a session|No speaker was found"
)
"""What a source lacks, or how it is understood: said where it is so, whether or not all was read right."""
MISSING = re.compile(r"belong to no|belongs to no|not read|No speaker|nobody|names? no|were read from it")
"""Says that the source may hold more than was read."""


@dataclass
class Tally:
    """How many of some things are wrong, marked, and both."""

    read: int = 0
    wrong: int = 0
    marked: int = 0
    both: int = 0

    def add(self, wrong: bool, marked: bool) -> None:
        """Count one more."""
        self.read, self.wrong, self.marked = self.read + 1, self.wrong + wrong, self.marked + marked
        self.both += wrong and marked

    def __str__(self) -> str:
        precision, recall = (f"{self.both / n:9.3f}" if n else f"{'-':>9}" for n in (self.marked, self.wrong))
        return f"{self.read:8}{self.wrong:8}{self.marked:8}{precision}{recall}"


@dataclass
class Page:
    """What was found out about one page."""

    name: str
    figures: dict[str, float]
    warnings: list[str]
    missed: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    marks: list[tuple[str, bool, bool, str]] = field(default_factory=list)

    @property
    def perfect(self) -> bool:
        """Whether all was read as in the truth."""
        return all(value > 0.999 for value in self.figures.values())

    @property
    def bad(self) -> bool:
        """Whether one of the figures is low."""
        return min(self.figures.values(), default=0.0) < 0.85

    @property
    def alarms(self) -> list[str]:
        """The warnings that say the reading may be wrong."""
        return [warning for warning in self.warnings if not FACTS.search(warning)]


class Judge:
    """Compares an agenda with the truth, by the rules of the score functions."""

    def __init__(self) -> None:
        self._is = runpy.run_path(str(SCORE))

    def page(self, name: str, truth: dict[str, Any], found: dict[str, Any]) -> Page:
        """What one agenda, in the published shape, is against its truth."""
        row = self._is["score"](truth, found, blank_counts=True)
        page = Page(name, {k: row[k] for k in FIGURES if row.get(k) is not None}, found.get("warnings", []))
        page.missed, page.unnamed = list(row["_sessions"][0]), list(row.get("_people", ((), ()))[0])
        page.marks = [*self._sessions(truth, found), *(self._people(truth, found) if truth.get("speakers") else ())]
        return page

    def _sessions(self, truth: dict[str, Any], found: dict[str, Any]) -> Iterator[tuple[str, bool, bool, str]]:
        """Of every session's fields the name, whether it is wrong, whether it is marked, and its text."""
        told, _ = self._is["prepared"](truth)
        kept: dict[tuple[str, str | None, tuple[str, ...]], tuple[dict[str, Any], dict[str, Any]]] = {}
        for session in found.get("sessions", []):
            alone, _ = self._is["prepared"]({"sessions": [session], "speakers": found["speakers"]})
            for item in alone:
                kept.setdefault((item["title"], session["start"], tuple(sorted(item["names"]))), (item, session))
        items = [item for item, _ in kept.values()]
        pairs = self._is["pair_up"](
            told, items, lambda a, b: a["title"] == b["title"], lambda a, b: self._is["same_title"](a["title"], b["title"])
        )
        own = {j: told[i] for i, j in pairs}
        for at, (item, session) in enumerate(kept.values()):
            true = own.get(at)
            if (true or item)["kind"] == "break" or not told:
                continue
            yield "session title", true is None, "title" in session["unsure"], item["raw"]
            if true is not None:
                late = bool(true["_start"]) and true["_start"] != item["_start"]
                yield "session start", late, "start" in session["unsure"], item["raw"]
                other = not self._same(item["names"], true["names"], truth)
                yield "session speakers", other, "speakers" in session["unsure"], item["raw"]

    def _same(self, names: list[str], told: list[str], truth: dict[str, Any]) -> bool:
        _, people = self._is["prepared"](truth)
        aka = {p["name"]: p["aka"] for p in people}
        good = [any(self._is["same_person"](n, m) or n in aka.get(m, ()) for m in told) for n in set(names)]
        return all(good) and len(good) == len(set(told))

    def _people(self, truth: dict[str, Any], found: dict[str, Any]) -> Iterator[tuple[str, bool, bool, str]]:
        _, told = self._is["prepared"](truth)
        people = found.get("speakers", [])
        read = [self._is["prepared"]({"speakers": [p]})[1] for p in people]
        known = [(rows[0], p) for rows, p in zip(read, people, strict=True) if rows]
        pairs = self._is["pair_up"](
            told, [k for k, _ in known],
            lambda a, b: self._is["same_person"](a["name"], b["name"]) or b["name"] in a["aka"],
            lambda a, b: self._is["similar"](a["name"], b["name"], 0.92),
        )  # fmt: skip
        own = {j: told[i] for i, j in pairs}
        for at, (item, person) in enumerate(known):
            true = own.get(at)
            yield "person name", true is None, "name" in person["unsure"], item["raw"]
            for name in ("title", "company") if true is not None else ():
                wrong = true is not None and bool(true[name]) and not self._is["same_words"](true[name], item[name])
                yield f"person {name}", wrong, name in person["unsure"], f"{item['raw']}: {person[name]}"


def cases(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The sources of a folder, each with the file that tells what it holds; whole sites are left out."""
    for told in sorted(folder.rglob("*.json")):
        beside = [told.with_suffix(".html")] if told.parent.name != "truth" else []
        files = [p for p in (told.parent.parent / "files").glob(f"{told.stem}.*") if not beside]
        yield from ((source, told) for source in beside + files if source.is_file())


def read(source: Path) -> dict[str, Any]:
    """The agenda of a file in the published shape, one without anything where it could not be read."""
    try:
        return dict(to_json(read_source(str(source), follow=False)))
    except AgendaError as problem:
        return {"error": str(problem), "sessions": [], "speakers": [], "warnings": [str(problem)]}


def kind_of(warning: str) -> str:
    """A warning without what differs from page to page."""
    return re.sub(r"“.*”|\d+|(?<=: ).+|, .*(?= for one)|^.*(?= is listed)|(?<=found in ).*", "#", warning)[:70]


def report(pages: list[Page]) -> Iterator[str]:
    """The tables, line by line."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for page in pages:
        for name, wrong, marked, _ in page.marks:
            tallies[name].add(wrong, marked)
            tallies[f"{name.split()[0]}, any"].add(wrong, marked)
    yield f"{'marks':<24}{'read':>8}{'wrong':>8}{'marked':>8}{'precision':>9}{'recall':>9}"
    names = [f"{thing} {name}" for thing, names in FIELDS.items() for name in (*names, "any")]
    for name in names:
        yield f"{name:<24}{tallies[name.replace(' any', ', any')]}"
    yield f"\n{'pages':<24}{'count':>8}{'alarm':>8}{'share':>9}"
    groups = {
        "perfect": [p for p in pages if p.perfect],
        "imperfect": [p for p in pages if not p.perfect],
        "bad": [p for p in pages if p.bad],
    }
    for name, group in groups.items():
        alarmed = sum(bool(p.alarms) for p in group)
        yield f"{name:<24}{len(group):>8}{alarmed:>8}{alarmed / max(len(group), 1):>9.3f}"
    yield f"\n{'missed':<24}{'count':>8}{'told of':>8}{'share':>9}{'named':>8}"
    for name in ("missed", "unnamed"):
        some = [(p, text) for p in pages for text in getattr(p, name)]
        told = sum(any(MISSING.search(w) for w in p.warnings) for p, _ in some)
        named = sum(any(text in w for w in p.warnings) for p, text in some)
        what = "sessions" if name == "missed" else "people"
        yield f"{what:<24}{len(some):>8}{told:>8}{told / max(len(some), 1):>9.3f}{named:>8}"
    yield f"\n{'pages':>5}{'perfect':>8}{'bad':>5}" + "".join(f"{f:>9}" for f in FIGURES) + "  sentence"
    kinds = Counter(kind for p in pages for kind in {kind_of(w) for w in p.warnings})
    for kind, count in [("(no warning)", 0), *kinds.most_common()]:
        group = [p for p in pages if (kind in map(kind_of, p.warnings) if count else not p.warnings)]
        yield _line(group, kind)
    yield _line(pages, "(all)")


def _line(group: list[Page], name: str) -> str:
    means = []
    for figure in FIGURES:
        known = [p.figures[figure] for p in group if figure in p.figures]
        means.append(f"{statistics.fmean(known):>9.3f}" if known else f"{'-':>9}")
    return f"{len(group):>5}{sum(p.perfect for p in group):>8}{sum(p.bad for p in group):>5}{''.join(means)}  {name}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "tests" / "data" / "layouts"])
    parser.add_argument("--pages", action="store_true", help="also each page: figures, warnings, marks, what was missed")
    options = parser.parse_args()
    if not SCORE.exists():
        parser.exit(2, f"{SCORE} is not there: nothing measured\n")
    judge = Judge()
    pages = [
        judge.page(source.stem, json.loads(told.read_text(encoding="utf-8")), read(source))
        for folder in options.folders
        for source, told in cases(folder)
    ]
    for page in pages if options.pages else ():
        print(page.name, " ".join(f"{k} {v:.2f}" for k, v in page.figures.items()))
        lines = [("!", w) for w in page.warnings]
        lines += [("-", f"session {t}") for t in page.missed] + [("-", f"person {t}") for t in page.unnamed]
        lines += [("wrong, marked" if w and m else "marked, right" if m else "wrong", f"{n}: {t}")
                  for n, w, m, t in page.marks if w or m]  # fmt: skip
        print("\n".join(f"    {mark} {text}" for mark, text in lines))
    print("\n".join(report(pages)))


if __name__ == "__main__":
    main()
