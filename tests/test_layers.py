"""Imports point one way."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("planner", "scrapers", "app_pages", "app")
FILES = sorted(p for folder in ("planner", "scrapers", "app_pages") for p in (ROOT / folder).rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Every module a file imports, at the top or deferred."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    """app_pages -> planner, scrapers; scrapers -> planner.agenda; planner -> nothing of ours, no network, no Streamlit."""
    folder = path.relative_to(ROOT).parts[0]
    names = imports_of(path)
    if folder == "planner" and path.name != "__main__.py":
        forbidden = {n for n in names if n.split(".")[0] in {"scrapers", "app_pages", "app", "streamlit", "httpx", "socket"}}
        assert forbidden == set()
    if folder == "scrapers":
        ours = {n for n in names if n.split(".")[0] in OURS and not n.startswith("scrapers")}
        assert {n for n in ours if n != "planner" and not n.startswith("planner.agenda")} == set()
        assert not any(n.split(".")[0] == "streamlit" for n in names)
    if folder == "app_pages":
        assert not any(n == "app" or n.startswith("app.") for n in names)


def test_connections_are_opened_in_one_place() -> None:
    """Of `scrapers/_web`, `fetch.py` alone opens pages, `model.py` asks a model; their transport and the browser lie below."""
    used = {p.relative_to(ROOT).as_posix(): {n.split(".")[0] for n in imports_of(p)} for p in FILES}
    users = {f"scrapers/_web/{name}.py" for name in ("fetch", "model", "transport")}
    assert {path for path, names in used.items() if names & {"httpx", "socket"}} <= users
    below = users | {f"scrapers/_web/{name}.py" for name in ("network", "answers", "browser")}
    assert {path for path, names in used.items() if names & {"httpcore", "urllib.request", "requests"}} <= below
    assert {path for path, names in used.items() if "subprocess" in names} <= {"scrapers/_web/browser.py"}


def test_reading_files_loads_nothing_that_opens_connections() -> None:
    """What opens connections takes a while to load: a process that reads files only does without."""
    told = "import sys, scrapers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "scrapers.any_page" in loaded
    assert {"httpx", "httpcore", "ssl", "http.server"}.isdisjoint(loaded)


def part_of(path: Path) -> str:
    """The part a file belongs to, as the picture names it."""
    inside = path.relative_to(ROOT)
    return f"python -m {inside.parts[0]}" if inside.name == "__main__.py" else inside.parts[0]


def test_the_picture_of_the_parts_is_what_the_imports_say() -> None:
    """docs/architecture.md draws every import between the parts, and no other."""
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    drawn = {tuple(end.strip() for end in line.split("->")) for line in picture.strip().splitlines()}
    found = set()
    for path in [ROOT / "app.py", *FILES]:
        for name in imports_of(path):
            target = "planner.agenda" if name.startswith("planner.agenda") and "scrapers" in path.parts else name.split(".")[0]
            if target.split(".")[0] in OURS and target != part_of(path):
                found.add((part_of(path), target))
    assert {edge for edge in found if edge != ("scrapers", "planner") and edge != ("python -m scrapers", "planner")} == drawn


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "BENCHMARKS.md", *sorted(
    str(p.relative_to(ROOT)) for p in (ROOT / "docs").glob("*.md"))])  # fmt: skip
def test_every_file_a_document_names_is_there(document: str) -> None:
    """Commands and explanations follow the code when files are moved."""
    text = (ROOT / document).read_text(encoding="utf-8")
    named = re.findall(
        r"\b((?:app_pages|benchmarks|docs|planner|scrapers|tests|sample_agendas)/[\w./-]*\w\.(?:py|md|toml|html|png))", text
    )
    assert [name for name in dict.fromkeys(named) if not (ROOT / name).exists()] == []


LAYER = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def layers() -> list[str]:
    """The layers of `scrapers/`, lowest first, as docs/architecture.md lists them: packages and single modules."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return LAYER.findall(text.partition("## From a source to an agenda")[2].partition("\n## ")[0])


def test_the_map_of_the_readers_names_every_layer_and_no_other() -> None:
    """What is shared in scrapers/ stands on the map in docs/architecture.md; the platforms above it do not."""
    shared = {p.stem for p in (ROOT / "scrapers").glob("_*") if p.stem.strip("_") not in {"init", "main", "pycache"}}
    assert sorted(name for name in layers() if name.startswith("_")) == sorted(shared)


def test_every_module_on_the_map_of_the_readers_is_there() -> None:
    """The modules that a layer's line names stand in its package."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for name, rest in re.findall(r"^\| `(\w+)` \|(.*)$", text.partition("## From a source")[2], re.MULTILINE):
        assert [m for m in re.findall(r"`(\w+)`", rest) if not (ROOT / "scrapers" / name / f"{m}.py").exists()] == []


@pytest.mark.parametrize("path", [p for p in FILES if "scrapers" in p.parts], ids=lambda p: str(p.relative_to(ROOT)))
def test_a_reader_imports_only_from_the_layers_below_its_own(path: Path) -> None:
    """Within scrapers/ imports run down the map in docs/architecture.md."""
    order = layers()
    inside = path.relative_to(ROOT / "scrapers").parts[0].removesuffix(".py")
    if inside not in order:
        return  # a platform, or the way in: above all layers but those that use it
    used = {name.split(".")[1] for name in imports_of(path) if name.startswith("scrapers.")}
    assert {name for name in used - {inside} if name not in order[: order.index(inside)]} == set()
