"""The command line, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_agendas" / "health_it_sessionize.json"


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m scrapers` from the project's folder."""
    env = {**os.environ, **environment}
    env.pop("ALLOW_PRIVATE_HOSTS", None)
    return subprocess.run(
        [sys.executable, "-m", "scrapers", *arguments], input=given, capture_output=True, cwd=ROOT, env=env, timeout=60
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_each_source_gets_its_line_in_order(tmp_path: Path) -> None:
    """A bad source gives an error line, the others their agendas; the status is then 1, and nothing looks like a traceback."""
    missing, empty = str(tmp_path / "nothing.html"), tmp_path / "empty.html"
    empty.write_bytes(b"")
    done = run("--jsonl", missing, str(SAMPLE), str(empty), str(tmp_path), "http://127.0.0.1/", "ftp://example.org/x")
    answers = lines(done)
    assert [answer["source"] for answer in answers][:3] == [missing, str(SAMPLE), str(empty)]
    assert ["error" in answer for answer in answers] == [True, False, True, True, True, True]
    assert all(str(answer["error"]).endswith(".") for answer in answers if "error" in answer)
    assert done.returncode == 1
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_read_agenda_has_every_key() -> None:
    """The published shape, whole, with status 0 and a silent standard error."""
    done = run("--jsonl", str(SAMPLE))
    (answer,) = lines(done)
    assert set(answer) == {"source", "scraper", "warnings", "event", "sessions", "speakers"}
    assert answer["sessions"]
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_is_read() -> None:
    """`-` reads what is piped in."""
    (answer,) = lines(run("--jsonl", "-", given=SAMPLE.read_bytes()))
    assert (answer["source"], "error" in answer) == ("-", False)


def test_json_is_the_same_indented() -> None:
    """`--json` and `--jsonl` say the same."""
    assert json.loads(run("--json", str(SAMPLE)).stdout) == lines(run("--jsonl", str(SAMPLE)))[0]


def test_the_table_is_for_people() -> None:
    """Without a format the programme is printed with times, titles and names, and no control characters."""
    text = run(str(SAMPLE)).stdout.decode()
    assert "speakers\n" in text
    assert all(character.isprintable() or character == "\n" for character in text)


def test_any_bytes_give_a_line() -> None:
    """Nonsense of all kinds is answered with an error, never with a traceback or an agenda."""
    for data in (
        b"\x00" * 1000,
        b"\xff\xfe\xfd" * 50,
        b"{" * 5000,
        b"<" * 5000,
        b"%PDF-1.4 no",
        b"PK\x03\x04 no",
        os.urandom(4000),
    ):
        done = run("--jsonl", "-", given=data)
        assert "error" in lines(done)[0]
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False)


def test_a_reader_that_stops_listening_is_no_fault() -> None:
    """`... | head` ends the program quietly."""
    command = f"{sys.executable} -m scrapers --json {SAMPLE} {SAMPLE} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT, timeout=60)  # noqa: S602
    assert b"Traceback" not in done.stderr


def test_help_shows_examples() -> None:
    """`--help` says what a source may be and shows how it is used."""
    text = run("--help").stdout.decode()
    assert "examples:" in text
    assert "--no-follow" in text
    assert run("--nonsense").returncode == 2
