"""How well pages are read whose markup was changed without changing what a reader sees, beside the same pages as they are.

`python benchmarks/mutated.py [--root FOLDER] [--falls N] [KIND ...]`: a line of averages for each kind of `mutations.py`, or
those named, and the pages that fell most. The pages are those of `tests/data/layouts`, or of a folder with `html/files` and
`html/truth`, or with pages and their truth side by side. Needs what `layout_pages.py` needs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from layout_pages import FIGURES, PAGES, SCORE, averages, mutated, scored
from mutations import KINDS, named

FELL = 0.02
"""The least fall of sessions, people and links together that counts."""


def cases(root: Path) -> list[tuple[Path, Path]]:
    """The pages below a folder, each with the file that tells what it holds."""
    pages = sorted((root / "html" / "files").glob("*.html")) or sorted(root.glob("*.html"))
    told = [
        (p, p.parent.parent / "truth" / f"{p.stem}.json" if p.parent.name == "files" else p.with_suffix(".json")) for p in pages
    ]
    return [(page, truth) for page, truth in told if truth.exists()]


def figures(pages: list[tuple[Path, Path]], kind: str) -> list[tuple[str, dict[str, Any]]]:
    """The scores of each page when its markup is changed so."""
    with tempfile.TemporaryDirectory() as folder:
        return scored(mutated(pages, Path(folder), kind))


def fallen(before: dict[str, dict[str, Any]], rows: list[tuple[str, dict[str, Any]]]) -> list[tuple[float, str]]:
    """The pages read worse than before, by how much, most first."""
    falls = [(_whole(row) - _whole(before[name]), name) for name, row in rows]
    return sorted((fall, name) for fall, name in falls if fall < -FELL)


def _whole(row: dict[str, Any]) -> float:
    return sum(row.get(k) or 0.0 for k in ("sessions", "speakers", "links"))


def main() -> None:
    """Print a line a kind, and below it the pages that fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="a kind of mutations.py, or mixN")
    parser.add_argument("--root", type=Path, default=PAGES, help="the folder with the pages")
    parser.add_argument("--falls", type=int, default=8, metavar="N", help="so many fallen pages a kind are named")
    options = parser.parse_args()
    if not SCORE.exists():
        parser.exit(2, f"{SCORE} is not there: nothing measured\n")
    os.environ["ALLOW_PRIVATE_HOSTS"] = "1"
    for kind in options.kinds:
        named(kind)
    pages = cases(options.root)
    print(f"{f'{len(pages)} pages':<12}" + "".join(f"{k:>9}" for k in FIGURES) + "   fallen")
    before: dict[str, dict[str, Any]] = {}
    for kind in dict.fromkeys(["same", *(options.kinds or KINDS)]):
        rows = figures(pages, kind)
        before = before or dict(rows)
        falls = fallen(before, rows)
        print(f"{kind:<12}" + "".join(f"{value:>9.3f}" for value in averages(rows).values()) + f"{len(falls):>9}", flush=True)
        for fall, name in falls[: options.falls]:
            print(f"   {fall:+.2f} {name}", flush=True)


if __name__ == "__main__":
    main()
