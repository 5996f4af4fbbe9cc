"""Command line: `python -m scrapers SOURCE [SOURCE ...]` reads agendas and prints them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from planner.agenda import to_json
from scrapers import AgendaError, Document, read_document


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status, 1 when a source could not be read."""
    parser = argparse.ArgumentParser(prog="python -m scrapers", description="Read conference agendas.")
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a web address, a file, or - for standard input")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object per source, one line each")
    parser.add_argument("--json", action="store_true", help="the same, indented")
    options = parser.parse_args(arguments)
    status = 0
    for source in options.sources:
        try:
            data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
            answer = to_json(read_document(Document(source, data)))
        except (AgendaError, OSError) as problem:
            answer = {"source": source, "error": str(problem)}
            status = 1
        print(json.dumps(answer, ensure_ascii=False, indent=None if options.jsonl else 2), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
