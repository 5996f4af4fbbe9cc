"""Command line of the planner: `python -m planner plan|lint|backup|restore ...`."""

from __future__ import annotations

import argparse
import os
import sys

from planner import _backup_command, _lint_command, _plan_command
from planner.agenda import Agenda
from scrapers import AgendaError, read_source


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m planner", description="Prepare for an event: whom to meet, and what to write."
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    _plan_command.add_parser(subparsers, scrape=_scrape)
    _lint_command.add_parser(subparsers)
    _backup_command.add_parser(subparsers)
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the output wants no more of it: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _scrape(source: str) -> Agenda:
    try:
        return read_source(source)
    except AgendaError as problem:
        raise ValueError(str(problem)) from problem


if __name__ == "__main__":
    sys.exit(main())
