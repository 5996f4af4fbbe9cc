"""Every fixture pair is read as its expected JSON says; what is not in the expected file is not in the agenda either."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from planner.agenda import KINDS, Agenda
from scrapers import PLATFORMS, AgendaError, Document, read_document

DATA = Path(__file__).parent / "data"
FOLDERS = tuple(p.__name__.rpartition(".")[2] for p in PLATFORMS)
CASES = sorted(
    p for folder in FOLDERS for p in (DATA / folder).glob("*.*") if not p.name.endswith((".expected.json", ".gitkeep"))
)
DAMAGED = sorted(p for folder in FOLDERS for p in (DATA / "malformed" / folder).glob("*.*"))


def described(agenda: Agenda) -> dict[str, Any]:
    """The agenda by what it says: people by name, everything unknown left out."""
    names = {p.id: p.name for p in agenda.speakers}
    event = {n: getattr(agenda.event, n) for n in ("name", "start", "end", "timezone", "venue", "url")}
    sessions = [
        {n: getattr(s, n) for n in ("title", "start", "end", "room", "track", "kind", "abstract", "url")}
        | {"speakers": [names[i] for i in s.speakers]}
        for s in agenda.sessions
    ]
    speakers = [
        {n: getattr(p, n) for n in ("name", "title", "company", "bio", "url")} | {"links": dict(p.links)}
        for p in agenda.speakers
    ]
    return {
        "scraper": agenda.scraper,
        "event": {k: v for k, v in event.items() if v},
        "sessions": [{k: v for k, v in s.items() if v} for s in sessions],
        "speakers": [{k: v for k, v in p.items() if v} for p in speakers],
        "warnings": list(agenda.warnings),
    }


def read(path: Path) -> Agenda:
    """The fixture as an agenda."""
    return read_document(Document(path.name, path.read_bytes()))


@pytest.mark.parametrize("path", CASES, ids=lambda p: str(p.relative_to(DATA)))
def test_a_fixture_is_read_as_expected(path: Path) -> None:
    """Sessions, people, event and warnings are those of the expected file, absent ones absent."""
    beside, found = path.with_name(path.name + ".expected.json"), described(read(path))
    if not beside.exists():
        beside.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"There was no {beside.name}. Now it holds what was read: check it line by line, then run this again.")

    assert found == json.loads(beside.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: str(p.relative_to(DATA)))
def test_an_agenda_keeps_the_contract(path: Path) -> None:
    """Ids are unique, speakers are listed, kinds are known, times are ISO 8601 and no session ends before it starts."""
    agenda = read(path)

    ids = [p.id for p in agenda.speakers]
    assert len(set(ids)) == len(ids)
    assert len({s.id for s in agenda.sessions}) == len(agenda.sessions)
    for session in agenda.sessions:
        assert session.title == " ".join(session.title.split()) != ""
        assert set(session.speakers) <= set(ids)
        assert session.kind in KINDS
        for value in (session.start, session.end):
            assert value is None or len(value) == 5 or datetime.fromisoformat(value)
        if session.start and session.end and len(session.start) > 5:
            assert datetime.fromisoformat(session.end) >= datetime.fromisoformat(session.start)
    for person in agenda.speakers:
        assert person.name.strip()
        assert all(url.startswith(("http://", "https://")) for url in person.links.values())


REVERSIBLE = [
    p for p in CASES if p.parent.name in ("any_json", "frab", "sessionize") and p.suffix == ".json" and "comments" not in p.name
]


def turned_round(data: Any) -> Any:
    """The same data with every array in reverse order; parallel arrays stay parallel."""
    if isinstance(data, dict):
        return {key: turned_round(value) for key, value in data.items()}
    return [turned_round(value) for value in reversed(data)] if isinstance(data, list) else data


@pytest.mark.parametrize("path", REVERSIBLE, ids=lambda p: str(p.relative_to(DATA)))
def test_the_order_of_records_does_not_matter(path: Path) -> None:
    """With every array turned round, the same sessions, people and times are found."""
    if path.stem in ("slots_refer_to_sessions",):
        pytest.skip("its rooms stand at the same places of two lists")
    backwards = json.dumps(turned_round(json.loads(path.read_text(encoding="utf-8")))).encode()

    there = described(read(path))
    back = described(read_document(Document(path.name, backwards)))

    def in_order(part: str, agenda: dict[str, Any]) -> list[str]:
        return sorted(
            json.dumps({k: sorted(v) if k == "speakers" else v for k, v in entry.items()}, sort_keys=True)
            for entry in agenda[part]
        )

    for part in ("sessions", "speakers"):
        assert in_order(part, back) == in_order(part, there)


@pytest.mark.parametrize("path", DAMAGED, ids=lambda p: str(p.relative_to(DATA)))
def test_a_damaged_file_is_refused_with_a_sentence(path: Path) -> None:
    """What cannot be read says so, and what to try; never a traceback, never an empty agenda."""
    with pytest.raises(AgendaError) as refusal:
        read(path)

    assert str(refusal.value).startswith(("No agenda was found in", path.name))
    assert str(refusal.value).rstrip().endswith(".")
