"""Reading note templates: one TOML file per language, ours under `planner/templates/`, the user's own laid over them.

A step holds a list of parts for each form (`note`, `letter`, `spoken`), each part a list of variants to choose from. In a
variant `{name}` is a placeholder and `[ ... ]` a clause that is left out when a fact in it is unknown or there is no room.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from planner.placeholders import PLACEHOLDERS, Calendar, sample_values

Step = Literal[
    "first_contact",
    "group_coffee",
    "nudge",
    "confirm_slot",
    "thanks",
    "keep_promise",
    "give_first",
    "reconnect",
    "report_back",
    "ask",
]
STEPS: tuple[Step, ...] = get_args(Step)
FORMS = {"linkedin-free": "note", "linkedin": "note", "message": "letter", "email": "letter", "spoken": "spoken"}

OURS = Path(__file__).parent / "templates"

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_CLAUSE = re.compile(r"\[([^\[\]]*)\]")

_VALUE_FIRST = re.compile(r"[¿¡\"“„«\s]*\{")
_TWO_STOPS = re.compile(r"(?<![.?!])([.?!])\.(?!\.)")

Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Templates:
    """One language: its calendar, how letters begin and end, subjects by step and parts by step and form.

    `outcomes` says what came of an introduction, by state, as a sentence.
    """

    language: str
    calendar: Calendar
    greeting: tuple[str, ...]
    closing: tuple[str, ...]
    outcomes: Mapping[str, str]
    subjects: Mapping[str, tuple[str, ...]]
    parts: Mapping[tuple[str, str], Parts]


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The languages there are templates for, ours and those in the user's folder."""
    own = {p.stem for p in folder.glob("*.toml")} if folder and folder.is_dir() else set()
    return tuple(sorted(_our_languages() | own))


@cache
def _our_languages() -> frozenset[str]:
    return frozenset(p.stem for p in OURS.glob("*.toml"))


def read_templates(language: str, *, folder: Path | None = None) -> Templates:
    """The templates of a language, the user's file laid over ours step by step.

    Raises ValueError, with a sentence fit to show, for a language nobody wrote or a file that cannot be used.
    """
    own = folder / f"{language}.toml" if folder else None
    if own is None or not own.is_file():
        return _read_ours(language)
    text = own.read_text(encoding="utf-8")
    problems = check_templates(text)
    if problems:
        raise ValueError(f"{own.name} cannot be used: {problems[0]}")
    base = _load(OURS / f"{language}.toml") if (OURS / f"{language}.toml").is_file() else _load(OURS / "en.toml")
    return _build(language, _overlay(base, tomllib.loads(text)))


def check_templates(text: str) -> list[str]:
    """What is wrong with a template file, as sentences fit to show; an empty list when it can be used."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return [f"The file is not valid TOML: {problem}."]
    problems = [
        f"{key} must be a list of texts." for key in ("greeting", "closing") if key in data and not _is_texts(data[key])
    ]
    steps = data.get("steps", {})
    if not isinstance(steps, dict):
        return [*problems, "steps must hold one table per step."]
    for name, step in steps.items():
        if name not in STEPS:
            problems.append(f"There is no step called {name!r}; there are {', '.join(STEPS)}.")
        elif not _is_step(step):
            problems.append(
                f"Step {name}: note, letter and spoken must be lists of parts, each part and subject a list of texts."
            )
        else:
            problems += [f"Step {name}: {p}" for variant in _variants_in(step) for p in check_variant(variant)]
    return problems


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(text, str) for text in value)


def _is_step(step: object) -> bool:
    if not isinstance(step, dict) or not set(step) <= {"subject", "note", "letter", "spoken"}:
        return False
    forms = [step[form] for form in ("note", "letter", "spoken") if form in step]
    return _is_texts(step.get("subject", [""])) and all(isinstance(f, list) and f and all(map(_is_texts, f)) for f in forms)


def check_variant(variant: str) -> list[str]:
    """What is wrong with one variant: unknown placeholders and brackets that do not match."""
    problems = [
        f"{{{name}}} is unknown; there are {', '.join(PLACEHOLDERS)}."
        for name in _PLACEHOLDER.findall(variant)
        if name not in PLACEHOLDERS
    ]
    rest = _CLAUSE.sub("", _PLACEHOLDER.sub("", variant))
    if any(c in rest for c in "{}[]"):
        problems.append(f"a bracket does not match in {variant!r}.")
    return problems


def show_sample(variant: str) -> str:
    """The variant filled with made-up values, every clause kept. Raises ValueError when the variant cannot be used."""
    if problems := check_variant(variant):
        raise ValueError(problems[0])
    values = sample_values()
    return fill_variant(reduce_variant(variant, values.keys(), clauses=True) or "", values)


def reduce_variant(variant: str, known: Collection[str], *, clauses: bool) -> str | None:
    """The variant without the clauses that name something unknown (without any when `clauses` is False).

    None when something outside the clauses is unknown.
    """

    def all_known(piece: str) -> bool:
        return all(name in known for name in names_in(piece))

    bare = _CLAUSE.sub(lambda m: m[1] if clauses and all_known(m[1]) else "", variant)
    return re.sub(r" {2,}", " ", bare).strip() if all_known(bare) else None


def fill_variant(bare: str, values: Mapping[str, str]) -> str:
    """A reduced variant with its values put in, once: a value is never read as a template.

    One at the start gets a capital, and a stop that a value brings along is not doubled.
    """
    filled = _PLACEHOLDER.sub(lambda m: values[m[1]], bare)
    if begins := _VALUE_FIRST.match(bare):
        at = begins.end() - 1
        filled = filled[:at] + filled[at : at + 1].upper() + filled[at + 1 :]
    return _TWO_STOPS.sub(r"\1", filled)


def names_in(variant: str) -> tuple[str, ...]:
    """The placeholders a variant uses."""
    return tuple(_PLACEHOLDER.findall(variant))


@cache
def _read_ours(language: str) -> Templates:
    path = OURS / f"{language}.toml"
    if not path.is_file():
        raise ValueError(f"There are no templates in {language!r}; there are {', '.join(languages())}.")
    return _build(language, _load(path))


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _overlay(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    steps = dict(base["steps"])
    for name, step in (own.get("steps") or {}).items():
        steps[name] = {**steps.get(name, {}), **step}
    return {**base, **{k: v for k, v in own.items() if k != "steps"}, "steps": steps}


def _build(language: str, data: dict[str, Any]) -> Templates:
    calendar = data["calendar"]
    return Templates(
        language=language,
        calendar=Calendar(**{**calendar, "weekdays": tuple(calendar["weekdays"]), "months": tuple(calendar["months"])}),
        greeting=tuple(data["greeting"]),
        closing=tuple(data["closing"]),
        outcomes=data.get("outcomes", {}),
        subjects={name: tuple(step.get("subject", ())) for name, step in data["steps"].items()},
        parts={
            (name, form): tuple(tuple(part) for part in step[form])
            for name, step in data["steps"].items()
            for form in ("note", "letter", "spoken")
            if form in step
        },
    )


def _variants_in(step: Mapping[str, Any]) -> list[str]:
    parts = [part for form in ("note", "letter", "spoken") for part in step.get(form, ())]
    return [str(v) for part in [*parts, step.get("subject", ())] for v in part]
