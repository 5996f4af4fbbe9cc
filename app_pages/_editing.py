"""Sessions and people as tables to correct. Whatever is typed is kept at once, as a correction that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import streamlit as st

from app_pages._drafts import OpenCell, take_open_cell
from app_pages._shared import attempt, get_store, say_soon
from app_pages._tables import RIGHT, TO_CHECK, agenda_with, of_rows, people_table, row_of, sessions_table
from app_pages._text import KIND_WORDS, plain, plural
from app_pages._view import view_event
from planner.agenda import Agenda, Session, Speaker
from planner.checks import Checks, find_checks
from planner.corrections import corrections_between, to_json
from planner.records import KeptEvent
from planner.storage import StorageError

Things = Literal["sessions", "people"]
_THINGS: tuple[Things, Things] = ("sessions", "people")
_TABLES: Mapping[Things, Callable[[Agenda, Mapping[str, str]], pd.DataFrame]] = {
    "sessions": sessions_table, "people": people_table,
}  # fmt: skip
_ROW, _HIGHEST = 35, 420
"""In pixels: the height of a row, of which there is one for the head and one to add another, and of the whole at most."""
_COLUMNS: Mapping[str, Any] = {
    TO_CHECK: st.column_config.TextColumn(width=170, disabled=True, help="Compare this with the page it was read from"),
    RIGHT: st.column_config.CheckboxColumn(width=75, help="Tick it when it is right as it stands"),
    "Day": st.column_config.DateColumn(width=95, format="ddd D MMM"),
    "Start": st.column_config.TextColumn(width=65, help="Local time at the venue, as 09:30"),
    "End": st.column_config.TextColumn(width=65),
    "Title": st.column_config.TextColumn(width=330, required=True),
    "People": st.column_config.TextColumn(width=220, help="Names, separated by semicolons"),
    "Kind": st.column_config.SelectboxColumn(
        options=list(KIND_WORDS), format_func=lambda kind: KIND_WORDS[str(kind)], width="small"
    ),
    "Name": st.column_config.TextColumn(required=True),
    "Sessions": st.column_config.NumberColumn(disabled=True, width="small"),
}


@dataclass
class _Drawn:
    """Both tables as they were drawn, and what became of them since.

    The browser tells all that was typed since `agenda` was drawn; `typed` is that agenda with it, `kept` the one that was on
    the page then with all corrections. Those that are `short` show only the rows to check.
    """

    agenda: Agenda
    checks: Checks
    short: frozenset[Things]
    typed: Agenda
    kept: Agenda
    edits: Mapping[Things, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    tables: dict[Things, pd.DataFrame] = field(default_factory=dict)


def draw_anew() -> None:
    """The tables leave the screen: when they come back they are new ones."""
    st.session_state["event_edit"] = st.session_state.get("event_edit", 0) + 1
    st.session_state.pop("event_drawn", None)


class Tables:
    """Both tables of an event for one run of its page. What was typed since the last run is kept as this is made."""

    def __init__(self, event: KeptEvent) -> None:
        self._event = event
        drawn: _Drawn | None = st.session_state.get("event_drawn", {}).get(event.id)
        if drawn is not None:
            self._keep_typed(drawn)
        for thing in _THINGS:
            if cell := take_open_cell(f"event_{thing}_{event.id}_"):
                self._finish(thing, cell)
        agenda = view_event(event).agenda
        self._checks = get_store().remember(
            f"checks of {event.id}", lambda: find_checks(agenda), rests_on=("reading", "correction")
        )
        short = frozenset(thing for thing in _THINGS if st.session_state.get(self._short_key(thing)))
        if drawn is None or drawn.short != short or (drawn.kept is not agenda and drawn.kept != agenda):
            draw_anew()  # for the first time, other rows, or something was corrected elsewhere
            drawn = _Drawn(agenda, self._checks, short, typed=agenda, kept=agenda)
            st.session_state["event_drawn"] = {event.id: drawn}
        self._drawn = drawn

    def say_what_to_check(self) -> str:
        """How much there is to check, in a sentence or two."""
        counts = ((len(self._checks.sessions), "session", "sessions"), (len(self._checks.people), "person", "people"))
        told = " and ".join(f"**{plural(count, one, many)}**" for count, one, many in counts if count)
        if not told:
            return "Look through what was read; no single row stands out as doubtful."
        return f"Check what was read, first of all {told} marked in the first column below."

    def show(self, thing: Things) -> None:
        """One of the tables, as high as its rows need, with a switch for the rows to check where there are any."""
        left, drawn = len(_of(self._checks, thing)), _of(self._drawn.checks, thing)
        if drawn:
            st.toggle(f"Only what to check ({left})", key=self._short_key(thing))
        if thing not in self._drawn.tables:
            self._drawn.tables[thing] = _TABLES[thing](self._drawn.agenda, drawn)
        table = self._drawn.tables[thing]
        rows = _rows(self._drawn, thing)
        st.data_editor(
            table.iloc[rows].reset_index(drop=True) if len(rows) < len(table) else table, key=self._key(thing),
            num_rows="dynamic", hide_index=True, height=min(_HIGHEST, _ROW * (len(rows) + 2) + 3), placeholder="",
            column_config=_COLUMNS,
        )  # fmt: skip

    def show_problems(self) -> None:
        """What was typed and cannot be understood: it stands in its cell and is not kept."""
        for problem in self._drawn.problems:
            st.error(plain(problem))

    def _keep_typed(self, drawn: _Drawn) -> None:
        """Keep what was typed since; what cannot be understood is said, and the rest is kept."""
        edits = {thing: st.session_state.get(self._key(thing)) or {} for thing in _THINGS}
        if edits == drawn.edits or not any(any(each.values()) for each in (*edits.values(), *drawn.edits.values())):
            return
        problems: list[str] = []
        sessions, people = (of_rows(edits[thing], _rows(drawn, thing)) for thing in _THINGS)
        typed = agenda_with(drawn.agenda, sessions, people, problems)
        made = corrections_between(drawn.typed, typed)
        try:
            if made:
                get_store().add_corrections(self._event.id, *map(to_json, made))
        except StorageError as problem:  # the next run tries again
            drawn.problems = (str(problem),)
            return
        drawn.typed, drawn.edits, drawn.problems = typed, edits, tuple(dict.fromkeys(problems))
        if made:
            drawn.kept = view_event(self._event).agenda

    def _finish(self, thing: Things, cell: OpenCell) -> None:
        """Keep what was being typed in a cell when the page was loaded anew or left, if its row still stands as it did."""
        agenda = view_event(self._event).agenda
        row, changes = row_of(_TABLES[thing](agenda, {}), cell.row), {cell.column: cell.text}
        is_new = not any(value.strip() for value in cell.row.values())
        edits: dict[str, Any] = {
            "added_rows": [changes] if is_new else [],
            "edited_rows": {} if row is None else {row: changes},
        }
        made = corrections_between(agenda, agenda_with(agenda, *((edits, {}) if thing == "sessions" else ({}, edits)), []))
        if made and attempt(lambda: get_store().add_corrections(self._event.id, *map(to_json, made))):
            say_soon("What you had typed is back.")

    def _key(self, thing: Things) -> str:
        """Another one whenever the tables are drawn anew, for the browser to forget what was typed in them."""
        return f"event_{thing}_{self._event.id}_{st.session_state.get('event_edit', 0)}"

    def _short_key(self, thing: Things) -> str:
        return f"event_short_{thing}_{self._event.id}"


def _of(checks: Checks, thing: Things) -> Mapping[str, str]:
    return checks.sessions if thing == "sessions" else checks.people


def _rows(drawn: _Drawn, thing: Things) -> list[int]:
    """The places of the entries shown."""
    entries: Sequence[Session | Speaker] = drawn.agenda.sessions if thing == "sessions" else drawn.agenda.speakers
    checks = _of(drawn.checks, thing) if thing in drawn.short else None
    return [at for at, entry in enumerate(entries) if not checks or entry.id in checks]
