"""How well the pages of tests/data/layouts are read, worst first; or data of tests/data/shapes, or sites of tests/data/sites.

`python benchmarks/layout_pages.py [--shapes | --sites] [--diff] [--renamed SEED] [--mutated KIND] [--as copied | --as printed]
[NAME ...]`.
Needs the score function of `../shared/corpus/score.py`. Says so and stops where that is not there.
"""

from __future__ import annotations

import argparse
import contextlib
import http.server
import json
import os
import runpy
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
from copied import browser_tab, copied, printed  # noqa: E402
from mutations import mutate  # noqa: E402
from playwright.sync_api import Page  # noqa: E402
from renaming import rename  # noqa: E402

from planner.agenda import to_json  # noqa: E402
from scrapers import AgendaError, read_source  # noqa: E402
from scrapers._html.page import decode  # noqa: E402

PAGES = ROOT / "tests" / "data" / "layouts"
SHAPES = ROOT / "tests" / "data" / "shapes"
SITES = ROOT / "tests" / "data" / "sites"
SCORE = ROOT.parent / "shared" / "corpus" / "score.py"
LAID_OUT = (".txt", ".rst", ".adoc", ".ics")
"""Texts whose columns and folds other names would shift."""
FIGURES = ("sessions", "timed", "speakers", "links", "title", "company", "breaks", "ok")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder as a web site here: its address. `http://HOST` in a page stands for it, `@` in a file's name for `?`."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = unquote(self.path).partition("?")
            file = folder / (path.strip("/") or "index.html")
            if file.is_dir() and not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", f"{path}/")
                self.end_headers()
                return
            file = file / "index.html" if file.is_dir() else file
            asked = file.with_name(f"{file.name}@{query}")
            if not (file.is_file() or asked.is_file()):
                self.send_error(404)
                return
            host = f"http://127.0.0.1:{server.server_port}".encode()
            body = (asked if asked.is_file() else file).read_bytes().replace(b"http://HOST", host)
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if file.suffix == ".php" else self.guess_type(str(file)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def read(source: Path, entry: str | None = None) -> dict[str, Any]:
    """The agenda of a file, or of the site in a folder from its page `entry` on, in the published shape, or its error.

    A site is read only where addresses of this machine may be opened (`ALLOW_PRIVATE_HOSTS=1`).
    """
    try:
        if entry is None:
            return dict(to_json(read_source(str(source), follow=False)))
        with served(source) as address:
            return dict(to_json(read_source(f"{address}/{entry}")))
    except AgendaError as problem:
        return {"error": str(problem)}


def cases(*, shapes: bool = False, sites: bool = False) -> list[tuple[Path, Path]]:
    """The sources of a folder, each with the file that tells what it holds."""
    if shapes:
        return [(source, SHAPES / "truth" / f"{source.stem}.json") for source in sorted(SHAPES.glob("*_*.*"))]
    if sites:
        return [(told.with_suffix(""), told) for told in sorted(SITES.glob("*.json"))]
    return [(page, page.with_suffix(".json")) for page in sorted(PAGES.glob("*.html"))]


def renamed(cases: list[tuple[Path, Path]], folder: Path, seed: int) -> list[tuple[Path, Path]]:
    """Copies in a folder of those sources that can be written with other names for all people; nothing else differs."""
    found = []
    for source, told in cases:
        with contextlib.suppress(UnicodeDecodeError):
            text = source.read_bytes().decode("utf-8")
            changed, truth = rename(text, json.loads(told.read_text(encoding="utf-8")), f"{seed} {source.name}")
            if changed != text and source.suffix not in LAID_OUT:
                copy, beside = folder / source.name, folder / f"{source.name}.truth"
                copy.write_bytes(changed.encode("utf-8"))
                beside.write_text(json.dumps(truth), encoding="utf-8")
                found.append((copy, beside))
    return found


def mutated(cases: list[tuple[Path, Path]], folder: Path, kind: str) -> list[tuple[Path, Path]]:
    """Copies of pages in a folder, their markup changed as a kind of `mutations.py` does; their truth stays."""
    found = []
    for source, told in cases:
        copy = folder / source.name
        copy.write_text(mutate(decode(source.read_bytes()), kind), encoding="utf-8")
        found.append((copy, told))
    return found


def rendered(cases: list[tuple[Path, Path]], folder: Path, form: str, tab: Page) -> list[tuple[Path, Path]]:
    """The text of pages as it is copied out of a browser, or their PDFs as it prints them, as files in a folder."""
    found = []
    for source, told in cases:
        data = copied(tab, source).encode("utf-8") if form == "copied" else printed(tab, source)
        file = folder / f"{source.stem}.{'txt' if form == 'copied' else 'pdf'}"
        file.write_bytes(data)
        found.append((file, told))
    return found


def scored(cases: list[tuple[Path, Path]]) -> list[tuple[str, dict[str, Any]]]:
    """The name and the scores of each source, those read worst first."""
    score = runpy.run_path(str(SCORE))["score"]
    rows = []
    for source, told in cases:
        truth = json.loads(told.read_text(encoding="utf-8"))
        rows.append((source.stem, score(truth, read(source, truth.get("entry")), blank_counts=True)))
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
    parser.add_argument("--sites", action="store_true", help="whole sites, from their home pages, instead of pages")
    parser.add_argument("--renamed", type=int, metavar="SEED", help="with other names, drawn so, for the people of files")
    parser.add_argument(
        "--mutated", metavar="KIND", help="pages in other markup of a kind of mutations.py; mutated.py compares"
    )
    parser.add_argument("--as", dest="form", choices=("copied", "printed"), help="pages as text copied, or as PDF, by Chromium")
    options = parser.parse_args()
    if not SCORE.exists():
        parser.exit(2, f"{SCORE} is not there: nothing measured\n")
    os.environ["ALLOW_PRIVATE_HOSTS"] = "1"  # sites are served on this machine
    chosen = cases(shapes=options.shapes, sites=options.sites)
    chosen = [case for case in chosen if not options.names or case[0].name.startswith(tuple(options.names))]
    with tempfile.TemporaryDirectory() as folder:
        if options.renamed is not None:
            chosen = renamed(chosen, Path(folder), options.renamed)
        if options.mutated:
            chosen = mutated(chosen, Path(folder), options.mutated)
        if options.form:
            with browser_tab() as tab:
                chosen = rendered(chosen, Path(folder), options.form, tab)
        rows = scored(chosen)
    print(f"{'page':<44}" + "".join(f"{k:>9}" for k in FIGURES))
    for name, row in rows:
        print(f"{name:<44}" + "".join(f"{row[k]:>9.2f}" if row.get(k) is not None else f"{'-':>9}" for k in FIGURES))
        for label, (missed, extra) in (("session", row["_sessions"]), ("speaker", row.get("_people", ((), ())))):
            for mark, text in [("-", t) for t in missed] + [("+", t) for t in extra] if options.diff else ():
                print(f"   {mark} {label} {text}")
    print(f"{f'{len(rows)} pages':<44}" + "".join(f"{value:>9.3f}" for value in averages(rows).values()))


if __name__ == "__main__":
    main()
