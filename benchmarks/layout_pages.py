"""How well the pages of tests/data/layouts, or with `--shapes` the data of tests/data/shapes, are read, worst first.

`python benchmarks/layout_pages.py [--shapes] [--diff] [NAME ...]`. Needs the score function of `../shared/corpus/score.py`.
Says so and stops where that is not there.
"""

from __future__ import annotations

import argparse
import json
import runpy
import statistics
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from planner.agenda import to_json  # noqa: E402
from scrapers import AgendaError, read_source  # noqa: E402

PAGES = ROOT / "tests" / "data" / "layouts"
SHAPES = ROOT / "tests" / "data" / "shapes"
SCORE = ROOT.parent / "shared" / "corpus" / "score.py"
FIGURES = ("sessions", "timed", "speakers", "links", "title", "company", "breaks", "ok")


def read(page: Path) -> dict[str, Any]:
    """The agenda of a page in the published shape, or its error."""
    try:
        return dict(to_json(read_source(str(page), follow=False)))
    except AgendaError as problem:
        return {"error": str(problem)}


def cases(*, shapes: bool) -> list[tuple[Path, Path]]:
    """The sources of a folder, each with the file that tells what it holds."""
    if shapes:
        return [(source, SHAPES / "truth" / f"{source.stem}.json") for source in sorted(SHAPES.glob("*_*.*"))]
    return [(page, page.with_suffix(".json")) for page in sorted(PAGES.glob("*.html"))]


def scored(*, shapes: bool, names: tuple[str, ...] = ()) -> list[tuple[str, dict[str, Any]]]:
    """The name and the scores of each source, those read worst first; `names` are beginnings of file names, all when empty."""
    score = runpy.run_path(str(SCORE))["score"]
    rows = []
    for page, told in cases(shapes=shapes):
        if not names or page.name.startswith(names):
            truth = json.loads(told.read_text(encoding="utf-8"))
            rows.append((page.stem, score(truth, read(page), blank_counts=True)))
    return sorted(
        rows, key=lambda row: statistics.fmean([row[1][k] for k in FIGURES[:4] if row[1].get(k) is not None] or [0.0])
    )


def averages(rows: list[tuple[str, dict[str, Any]]]) -> dict[str, float]:
    """Each figure's mean over the sources that have it."""
    known = {k: [row[k] for _, row in rows if row.get(k) is not None] for k in FIGURES}
    return {k: statistics.fmean(values) if values else 0.0 for k, values in known.items()}


def main() -> None:
    """Print one line a page and the averages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only pages whose name starts with one of these")
    parser.add_argument("--diff", action="store_true", help="what was missed and invented")
    parser.add_argument("--shapes", action="store_true", help="data, calendars, tables and texts instead of pages")
    options = parser.parse_args()
    if not SCORE.exists():
        parser.exit(2, f"{SCORE} is not there: nothing measured\n")
    rows = scored(shapes=options.shapes, names=tuple(options.names))
    print(f"{'page':<44}" + "".join(f"{k:>9}" for k in FIGURES))
    for name, row in rows:
        print(f"{name:<44}" + "".join(f"{row[k]:>9.2f}" if row.get(k) is not None else f"{'-':>9}" for k in FIGURES))
        for label, (missed, extra) in (("session", row["_sessions"]), ("speaker", row.get("_people", ((), ())))):
            for mark, text in [("-", t) for t in missed] + [("+", t) for t in extra] if options.diff else ():
                print(f"   {mark} {label} {text}")
    print(f"{f'{len(rows)} pages':<44}" + "".join(f"{value:>9.3f}" for value in averages(rows).values()))


if __name__ == "__main__":
    main()
