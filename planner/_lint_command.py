"""The `lint` command: check one note, or many from a file with one JSON object per line."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planner.channels import read_channels
from planner.lint import NoteContext, advise_on, context_from, lint_note


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lint` with the command line."""
    parser = subparsers.add_parser("lint", help="check a drafted note", description="Check drafted notes.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", metavar="FILE", help="the note as text, - for standard input")
    source.add_argument(
        "--jsonl", metavar="NOTES", help="many notes: one object per line with id, channel, context, text; - for standard input"
    )
    parser.add_argument(
        "--channel", choices=tuple(read_channels()), default="linkedin-free", help="where the note will be sent"
    )
    parser.add_argument(
        "--context", metavar="JSON", help="a file with what is known: debts_with_person, known_before, person, event, session"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; returns the exit status, 1 when an input could not be read."""
    try:
        return _lint_many(options.jsonl) if options.jsonl else _lint_one(options)
    except BrokenPipeError:
        raise  # no fault of the note's: the output is not read to its end
    except (OSError, UnicodeDecodeError, ValueError) as problem:
        print(f"The note could not be checked: {problem}", file=sys.stderr)
        return 1


def _lint_one(options: argparse.Namespace) -> int:
    context = NoteContext()
    if options.context:
        data = json.loads(Path(options.context).read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise ValueError("the context must be a JSON object.")
        context = context_from(data)
    result = _report(_read(options.file), options.channel, context)
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return 0
    print(f"{result['length']} characters, {len(result['flags'])} things to mend")
    for flag in result["flags"] + result["advice"]:
        print(f"- {flag['code']}: {flag['text']} {flag['suggestion']}")
    return 0


def _lint_many(source: str) -> int:
    status = 0
    for number, line in enumerate(_read(source).splitlines(), start=1):
        if not line.strip():
            continue
        note_id: Any = None
        try:
            note = json.loads(line)
            note_id = note.get("id")
            report = _report(
                str(note["text"]), str(note.get("channel") or "linkedin-free"), context_from(note.get("context") or {})
            )
            answer = {"id": note_id, **report}
        except (ValueError, KeyError, AttributeError, TypeError) as problem:
            answer = {"id": note_id, "error": f"Line {number} is not a note that can be checked: {problem}"}
            status = 1
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return status


def _report(text: str, channel: str, context: NoteContext) -> dict[str, Any]:
    text = text.strip()
    return {
        "length": len(text),
        "flags": [asdict(flag) for flag in lint_note(text, channel=channel, context=context)],
        "advice": [asdict(flag) for flag in advise_on(text, context=context)],
    }


def _read(source: str) -> str:
    return sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8-sig")
