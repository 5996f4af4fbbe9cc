"""The user's own wordings: a file per language that is laid over ours, changed a step at a time."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.note_templates import Step, check_templates

Texts = Sequence[str]


def save_step(
    folder: Path, language: str, *, step: Step, form: str, parts: Sequence[Texts], subject: Texts | None = None
) -> None:
    """Keep the wording of one step in one form; empty parts fall away. Raises ValueError, in a sentence, when unsound."""
    kept = [list(part) for part in parts if part]
    if not kept:
        raise ValueError("A note needs at least one part with one line.")
    data = _read(folder, language)
    steps = data.setdefault("steps", {})
    steps[step] = {**steps.get(step, {}), form: kept, **({"subject": list(subject)} if subject else {})}
    _write(folder, language, data)


def save_frame(folder: Path, language: str, *, greeting: Texts, closing: Texts) -> None:
    """Keep how letters begin and end. Raises ValueError, with a sentence, when that is unsound."""
    if not greeting or not closing:
        raise ValueError("A letter needs at least one greeting and one closing.")
    _write(folder, language, {**_read(folder, language), "greeting": list(greeting), "closing": list(closing)})


def drop_own(folder: Path, language: str) -> None:
    """Go back to our wording of a language."""
    (folder / f"{language}.toml").unlink(missing_ok=True)


def _read(folder: Path, language: str) -> dict[str, Any]:
    path = folder / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _write(folder: Path, language: str, data: Mapping[str, Any]) -> None:
    text = "\n".join(_lines(data)).strip() + "\n"
    if problems := check_templates(text):
        raise ValueError(problems[0])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.toml").write_text(text, encoding="utf-8")


def _lines(data: Mapping[str, Any], table: str = "") -> list[str]:
    """TOML of texts, lists and tables; JSON strings and lists of them are TOML too."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in data.items() if not isinstance(value, dict)]
    if table and lines:
        lines = ["", f"[{table}]", *lines]
    for key, value in data.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{table}.{key}" if table else key)
    return lines
