"""An agenda as two tables that people can edit, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from planner.agenda import KINDS, Agenda, Kind, Session, Speaker, clock_of, moment
from planner.identity import free_id, session_key, speaker_key

EMPTY: Mapping[str, str] = MappingProxyType({})

SESSION_COLUMNS = ("Day", "Start", "End", "Title", "People", "Room", "Track", "Kind")
PEOPLE_COLUMNS = ("Name", "Job title", "Company", "Sessions")
TO_CHECK, RIGHT = "To check", "Right"
"""The first columns where there is anything to check: what, and whether the user says that it is right as it is."""

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]\.?m\.?)?", re.I)


def sessions_table(agenda: Agenda, checks: Mapping[str, str] = EMPTY) -> pd.DataFrame:
    """One row per session, in the agenda's order; people by name, separated by semicolons; what to `check` by id."""
    names = {p.id: p.name for p in agenda.speakers}
    rows = [
        (
            at.date() if (at := moment(s.start)) else None, clock_of(s.start), clock_of(s.end), s.title,
            "; ".join(names[i] for i in s.speakers if i in names), s.room, s.track, s.kind,
        )
        for s in agenda.sessions
    ]  # fmt: skip
    return _with_checks(pd.DataFrame(rows, columns=list(SESSION_COLUMNS)), agenda.sessions, checks)


def people_table(agenda: Agenda, checks: Mapping[str, str] = EMPTY) -> pd.DataFrame:
    """One row per person, in the agenda's order; what to `check` by id."""
    count: dict[str, int] = {}
    for session in agenda.sessions:
        for speaker_id in session.speakers:
            count[speaker_id] = count.get(speaker_id, 0) + 1
    rows = [(p.name, p.title, p.company, count.get(p.id, 0)) for p in agenda.speakers]
    return _with_checks(pd.DataFrame(rows, columns=list(PEOPLE_COLUMNS)), agenda.speakers, checks)


def _with_checks(table: pd.DataFrame, entries: Sequence[Session | Speaker], checks: Mapping[str, str]) -> pd.DataFrame:
    if any(entry.id in checks for entry in entries):
        table.insert(0, RIGHT, [False if entry.id in checks else None for entry in entries])
        table.insert(0, TO_CHECK, [checks.get(entry.id, "") for entry in entries])
    return table


def row_of(table: pd.DataFrame, told: Mapping[str, str]) -> int | None:
    """The place of the row that shows what is told of it by column; None when no row does any more."""
    columns = [column for column in table.columns if column in told and column != "Kind"]  # a kind is shown in our words
    looked_for = [told[column] for column in columns]
    for at, row in enumerate(table[columns].itertuples(index=False) if columns else ()):
        if ["" if value is None else str(value) for value in row] == looked_for:
            return at
    return None


def of_rows(edits: Mapping[str, Any], rows: Sequence[int]) -> dict[str, Any]:
    """Edits of a table that shows only these rows, as edits of the whole."""
    edited = {rows[at]: changes for at, changes in (edits.get("edited_rows") or {}).items() if at < len(rows)}
    gone = [rows[at] for at in edits.get("deleted_rows") or () if at < len(rows)]
    return {"edited_rows": edited, "added_rows": list(edits.get("added_rows") or ()), "deleted_rows": gone}


def agenda_with(
    agenda: Agenda, sessions: Mapping[str, Any], people: Mapping[str, Any], problems: list[str] | None = None
) -> Agenda:
    """The agenda after edits as `st.data_editor` reports them (`edited_rows`, `added_rows`, `deleted_rows`, by row number).

    Names typed into a session's People become people of the agenda. Raises ValueError when a time cannot be read; with
    `problems` it is noted there, and the time stays as it was.
    """
    speakers = _edited_people(list(agenda.speakers), people)
    edited: list[Session] = []
    gone = set(sessions.get("deleted_rows") or ())
    for row, session in enumerate(agenda.sessions):
        changes = (sessions.get("edited_rows") or {}).get(row)
        if row not in gone:
            edited.append(_edited_session(session, changes, speakers, problems) if changes else session)
    for changes in sessions.get("added_rows") or ():
        if str(changes.get("Title") or "").strip():
            new = Session(id=free_id(session_key(Session("", changes["Title"])), edited), title=changes["Title"])
            edited.append(_edited_session(new, changes, speakers, problems))
    return replace(agenda, sessions=tuple(edited), speakers=tuple(speakers))


def _edited_people(speakers: list[Speaker], edits: Mapping[str, Any]) -> list[Speaker]:
    fields = {"Name": "name", "Job title": "title", "Company": "company"}
    gone = set(edits.get("deleted_rows") or ())
    result = []
    for row, speaker in enumerate(speakers):
        changes = (edits.get("edited_rows") or {}).get(row, {})
        values = {fields[c]: _text(v) for c, v in changes.items() if c in fields}
        if "name" in values and not values["name"]:
            del values["name"]
        if row not in gone:
            unsure = () if changes.get(RIGHT) else speaker.unsure
            result.append(replace(speaker, **values, unsure=unsure))  # type: ignore[arg-type]
    for changes in edits.get("added_rows") or ():
        if name := _text(changes.get("Name")):
            speaker = Speaker("", name, _text(changes.get("Job title")), _text(changes.get("Company")))
            result.append(replace(speaker, id=free_id(speaker_key(speaker), result)))
    return result


def _edited_session(
    session: Session, changes: Mapping[str, Any], speakers: list[Speaker], problems: list[str] | None = None
) -> Session:
    values: dict[str, Any] = {
        field: _text(changes[column]) for column, field in (("Room", "room"), ("Track", "track")) if column in changes
    }
    if title := _text(changes.get("Title")):
        values["title"] = title
    if changes.get("Kind") in KINDS:
        kind: Kind = changes["Kind"]
        values["kind"] = kind
    if "People" in changes:
        values["speakers"] = _ids_of(changes["People"], speakers)
    if {"Day", "Start", "End"} & set(changes):
        values |= _edited_times(session, changes, problems)
    edited = replace(session, **values)
    if not changes.get(RIGHT):
        return edited
    return replace(edited, unsure=(), settled=() if moment(edited.start) else ("start",))


def _edited_times(session: Session, changes: Mapping[str, Any], problems: list[str] | None) -> dict[str, str | None]:
    old = moment(session.start)
    day = _text(changes["Day"]) if "Day" in changes else (old.date().isoformat() if old else None)
    values: dict[str, str | None] = {}
    for column, field in (("Start", "start"), ("End", "end")):
        before: str | None = getattr(session, field)
        clock = changes[column] if column in changes else clock_of(before)
        try:
            values[field] = _joined(day, _text(clock), before)
        except ValueError as problem:
            if problems is None:
                raise
            problems.append(str(problem))
    if changes.get("Day") and not values.get("start", session.start) and problems is not None:
        problems.append("A day is kept together with a time: type a start too.")
    return values


def _ids_of(names: object, speakers: list[Speaker]) -> tuple[str, ...]:
    """Ids of the people named; somebody new is added to `speakers`."""
    ids = []
    for name in (part.strip() for part in re.split(r"[;\n]", str(names or ""))):
        if not name:
            continue
        key = speaker_key(Speaker("", name))
        known = next((p for p in speakers if p.name == name or speaker_key(p) == key), None)
        if known is None:
            known = Speaker(free_id(key, speakers), name)
            speakers.append(known)
        ids.append(known.id)
    return tuple(dict.fromkeys(ids))


def _joined(day: str | None, clock: str | None, before: str | None) -> str | None:
    """Day and clock as an agenda time, with the offset it had before, if any."""
    if not clock:
        return None
    time = _clock(clock)
    if not day:
        return time
    try:
        date.fromisoformat(day[:10])
    except ValueError as problem:
        raise ValueError(f"“{day}” is not a day. Write it as 2027-03-16.") from problem
    offset = re.search(r"(?:Z|[+-]\d\d:\d\d)$", before or "")
    return f"{day[:10]}T{time}:00{offset[0] if offset else ''}"


def _clock(typed: str) -> str:
    """What was typed as `HH:MM`; half days (`9 pm`) are understood, bare numbers are not."""
    match = _TIME.fullmatch(typed)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match and (match[2] or match[3]) else (24, 0)
    if match and match[3]:
        hour = hour % 12 + 12 * (match[3][0] in "pP") if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise ValueError(f"“{typed}” is not a time. Write it as 09:30.")
    return f"{hour:02d}:{minute:02d}"


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None
