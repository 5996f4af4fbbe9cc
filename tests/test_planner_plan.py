"""The plan and its command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.agenda import from_json
from planner.plan import plan_meetings
from planner.profile import read_profile

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "planning"
AGENDA = from_json(json.loads((DATA / "agenda.json").read_text(encoding="utf-8")))
ME = read_profile((DATA / "me.toml").read_text(encoding="utf-8"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of `python -m planner plan`."""
    status = main(["plan", *arguments])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_the_json_has_the_published_shape(capsys: pytest.CaptureFixture[str]) -> None:
    """Every key of the contract is there, with its types."""
    status, out, _ = run(capsys, str(DATA / "agenda.json"), "--profile", str(DATA / "me.toml"), "--top", "0", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["event"]["name"] == "Orchard Summit"
    for rank, suggestion in enumerate(answer["suggestions"], start=1):
        assert suggestion["rank"] == rank
        assert {"name", "title", "company", "score", "reasons", "give_first", "slot", "note"} <= suggestion.keys()
        assert all(r.keys() == {"code", "text", "weight"} for r in suggestion["reasons"])
        assert all(i["way"] and i["text"] for i in suggestion["give_first"])
        if suggestion["slot"]:
            assert {"start", "end", "place"} == suggestion["slot"].keys()
        if suggestion["note"]:
            assert suggestion["note"]["length"] == len(suggestion["note"]["text"])


def test_all_are_ranked_or_left_out_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    """`--top 0` loses nobody: each person is suggested or listed with the reason why not."""
    _, out, _ = run(capsys, str(DATA / "agenda.json"), "--profile", str(DATA / "me.toml"), "--top", "0", "--json")
    answer = json.loads(out)
    names = [s["name"] for s in answer["suggestions"]] + [o["name"] for o in answer["left_out"]]
    assert sorted(names) == sorted(p.name for p in AGENDA.speakers)


def test_top_is_the_beginning_of_the_whole_order() -> None:
    """Three suggestions are the first three of all."""
    every = [s.speaker.id for s in plan_meetings(AGENDA, ME, top=0).suggestions]
    assert [s.speaker.id for s in plan_meetings(AGENDA, ME, top=3).suggestions] == every[:3]


def test_contacts_warm_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody I know at their company is a reason."""
    arguments = ["--profile", str(DATA / "me.toml"), "--contacts", str(DATA / "contacts.csv"), "--json"]
    _, out, _ = run(capsys, str(DATA / "agenda.json"), *arguments)
    runa = next(s for s in json.loads(out)["suggestions"] if s["name"] == "Runa Tveit")
    assert any(r["code"] == "warm_path" and "Hedda Lorne" in r["text"] for r in runa["reasons"])


def test_the_table_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json: names, why, what to give, what to ask."""
    status, out, _ = run(capsys, str(DATA / "agenda.json"), "--profile", str(DATA / "me.toml"), "--top", "2")
    assert status == 0
    for word in ("Whom to meet at Orchard Summit", "1. ", "why", "give", "ask", "Left out"):
        assert word in out


def test_what_cannot_be_read_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A missing file, a broken profile, an empty agenda: exit status 1, one sentence, no traceback."""
    broken = tmp_path / "me.toml"
    broken.write_text("name = ", encoding="utf-8")
    empty = tmp_path / "agenda.json"
    empty.write_text("{}", encoding="utf-8")
    numbers = tmp_path / "numbers.json"
    numbers.write_text(
        '{"source": "x", "sessions": [], "speakers": [{"id": "p1", "name": "A B", "title": 5}]}', encoding="utf-8"
    )
    good = str(DATA / "agenda.json"), str(DATA / "me.toml")
    missing, nobody = str(tmp_path / "none.json"), str(tmp_path / "nobody.toml")
    cases = ((missing, good[1]), (good[0], nobody), (good[0], str(broken)), (str(empty), good[1]), (str(numbers), good[1]))
    for source, profile in cases:
        status, out, err = run(capsys, source, "--profile", profile)
        assert (status, out) == (1, "")
        assert err.startswith("No plan could be made: ")
        assert "Traceback" not in err


def test_unknown_companies_that_matter_are_asked_about() -> None:
    """The CIO's unknown company could be a dream customer: it is the question to ask; known ones are not asked."""
    asked = [q.company for q in plan_meetings(AGENDA, ME, top=0, drafts=False).unknown_companies]
    assert asked == ["Zwolle & Drake"]


def test_notes_and_slots_come_with_the_suggestions() -> None:
    """Those who speak get a note that names their session and a slot when they are free."""
    first = {s.speaker.name: s for s in plan_meetings(AGENDA, ME, top=0).suggestions}["Runa Tveit"]
    assert first.note is not None
    assert first.slot is not None
    assert "churn" in first.note.text


@pytest.mark.parametrize(
    "arguments", [["plan", "sample_agendas/retail_day.csv", "--profile", "sample_agendas/profile.toml"], ["lint", "-"]]
)
def test_a_reader_that_stops_listening_is_no_fault(arguments: list[str]) -> None:
    """With its output closed, as behind `| head`, the program ends quietly."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "planner", *arguments], input=b"Hello", stdout=nobody, stderr=subprocess.PIPE, cwd=ROOT
        )
    assert (done.returncode, done.stderr) == (1, b"")
