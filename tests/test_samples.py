"""Every sample agenda is read as its expected JSON says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.agenda import Agenda
from scrapers import Document, read_document

FOLDER = Path(__file__).resolve().parent.parent / "sample_agendas"
SAMPLES = sorted(p for p in FOLDER.iterdir() if p.suffix not in (".md", ".toml") and not p.name.endswith(".expected.json"))
SESSION_FIELDS = ("title", "start", "end", "room", "track", "kind", "abstract")
SPEAKER_FIELDS = ("name", "title", "company", "bio")


def described(agenda: Agenda) -> dict[str, object]:
    """The agenda in the form of the expected files: people by name, without ids."""
    names = {p.id: p.name for p in agenda.speakers}
    return {
        "event": {name: getattr(agenda.event, name) for name in ("name", "start", "end", "timezone", "venue", "url")},
        "sessions": [
            {name: getattr(s, name) for name in SESSION_FIELDS} | {"speakers": [names[i] for i in s.speakers]}
            for s in agenda.sessions
        ],
        "speakers": sorted(
            ({n: getattr(p, n) for n in SPEAKER_FIELDS} for p in agenda.speakers), key=lambda p: p["name"] or ""
        ),
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_a_sample_is_read_as_expected(path: Path) -> None:
    """Sessions with times, rooms, kinds and people, and people with job titles and companies, are all there and right."""
    expected = json.loads(path.with_name(path.stem + ".expected.json").read_text(encoding="utf-8"))
    expected["speakers"].sort(key=lambda p: p["name"])

    found = described(read_document(Document(str(path), path.read_bytes())))

    for part in ("sessions", "speakers"):
        assert found[part] == expected[part]
    known = {name: value for name, value in expected["event"].items() if value}
    event = found["event"]
    assert isinstance(event, dict)
    assert {name: event[name] for name in known} == known


def test_the_readme_names_every_sample() -> None:
    """A sample nobody is told about helps nobody."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert [p.name for p in SAMPLES if f"`{p.name}`" not in text] == []
    assert len(SAMPLES) >= 8
