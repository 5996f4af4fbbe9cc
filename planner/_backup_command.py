"""The `backup` and `restore` commands: everything that is kept into one file, and back."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

_WHERE = "a database address instead of DATABASE_URL or the file in your data folder"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `backup` and `restore` with the command line."""
    backup = subparsers.add_parser("backup", help="save everything kept into one file", description="Save everything kept.")
    backup.add_argument("file", nargs="?", type=Path, help="where to (default: event-planner-DATE.backup, in this folder)")
    backup.add_argument("--database", metavar="URL", help=_WHERE)
    backup.set_defaults(run=run_backup)
    restore = subparsers.add_parser(
        "restore", help="put a backup in place of everything", description="Put a backup in place of everything kept."
    )
    restore.add_argument("file", type=Path, help="the backup")
    restore.add_argument("--database", metavar="URL", help=_WHERE)
    restore.set_defaults(run=run_restore)


def run_backup(options: argparse.Namespace) -> int:
    """Write the backup; returns the exit status, 1 when it could not be made."""
    from planner.backup import make_backup
    from planner.storage import StorageError, open_store

    target: Path = options.file or Path(f"event-planner-{date.today().isoformat()}.backup")
    try:
        store = open_store(options.database)
        data = make_backup(store)
        store.close()
        _write(target, data)
    except (OSError, StorageError) as problem:
        print(f"No backup was made: {problem}", file=sys.stderr)
        return 1
    print(f"Everything is in {target} ({len(data):,} bytes). Keep it safe: it holds what you know about people.")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Put a backup back; what was there before is saved first. Returns the exit status, 1 when nothing was changed."""
    from planner.backup import make_backup, restore_backup
    from planner.storage import StorageError, open_store

    source: Path = options.file
    try:
        data = source.read_bytes()
        store = open_store(options.database)
        before = source.with_name(f"{source.name}.before-restore")
        _write(before, make_backup(store))
        store.close()
        restore_backup(data, options.database)
    except (OSError, StorageError) as problem:
        print(f"Nothing was restored: {problem}", file=sys.stderr)
        return 1
    print(f"Everything is as in {source}. What was there before is in {before}.")
    return 0


def _write(target: Path, data: bytes) -> None:
    """Write a file whole or not at all, for nobody else to read."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(data)
    unfinished.replace(target)
