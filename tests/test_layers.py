"""Imports point one way."""

from __future__ import annotations

import ast
import re
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
    """Pages are opened by `_fetch.py` alone, a model is asked by `_model.py`; below: their transport, the browser's proxy."""
    used = {p.relative_to(ROOT).as_posix(): {n.split(".")[0] for n in imports_of(p)} for p in FILES}
    users = {f"scrapers/{name}.py" for name in ("_fetch", "_model", "_transport")}
    assert {path for path, names in used.items() if names & {"httpx", "socket"}} <= users
    below = users | {f"scrapers/{name}.py" for name in ("_network", "_answers", "_browser")}
    assert {path for path, names in used.items() if names & {"httpcore", "urllib.request", "requests"}} <= below
    assert {path for path, names in used.items() if "subprocess" in names} <= {"scrapers/_browser.py"}


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


def test_every_module_on_the_map_of_the_readers_is_there() -> None:
    """docs/architecture.md says where the modules of scrapers/ stand, by their names."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.partition("## From a source to an agenda")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert "_sessions" in named
    assert sorted(name for name in named if not (ROOT / "scrapers" / f"{name}.py").exists()) == []
