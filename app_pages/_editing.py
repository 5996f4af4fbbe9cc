"""Sessions and people as tables to correct. What is typed waits until it is saved: no other tab, page or reading loses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from app_pages._correcting import offer_undo, save_corrections
from app_pages._shared import get_store
from app_pages._tables import RIGHT, TO_CHECK, agenda_with, of_rows, people_table, sessions_table
from app_pages._text import KIND_WORDS, plain, plural
from planner.agenda import Agenda, Session, Speaker
from planner.checks import Checks, find_checks
from planner.corrections import Correction, apply_corrections, corrections_between
from planner.records import KeptEvent

Things = Literal["sessions", "people"]
_THINGS: tuple[Things, Things] = ("sessions", "people")
_TABLES: Mapping[Things, Callable[[Agenda, Mapping[str, str]], pd.DataFrame]] = {
    "sessions": sessions_table, "people": people_table,
}  # fmt: skip
_RESTS_ON = ("reading", "correction")
_COLUMNS: Mapping[str, Any] = {
    TO_CHECK: st.column_config.TextColumn(width=170, disabled=True, help="Compare this with the page it was read from"),
    RIGHT: st.column_config.CheckboxColumn(width=75, help="It is right as it stands: tick it, then save"),
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


@dataclass(frozen=True)
class _Typed:
    """What is typed in both tables: `now` in all, `under` what stood in them when they were drawn.

    Those that are `short` show only the rows to check.
    """

    under: tuple[Correction, ...] = ()
    now: tuple[Correction, ...] = ()
    short: frozenset[Things] = frozenset()


def draw_anew() -> None:
    """The tables leave the screen: when they come back they are new ones, with what was typed in them."""
    st.session_state["event_edit"] = st.session_state.get("event_edit", 0) + 1


class Tables:
    """Both tables of an event for one run of its page, on top of the agenda as it is saved."""

    def __init__(self, event: KeptEvent, agenda: Agenda) -> None:
        self._event, self._agenda = event, agenda
        self._problem: str | None = None
        kept: dict[str, _Typed] = st.session_state.setdefault("event_typed", {})
        typed = kept.get(event.id, _Typed())
        wanted = frozenset(thing for thing in _THINGS if st.session_state.get(self._short_key(thing)))
        if any(self._key(thing) in st.session_state for thing in _THINGS):
            typed = _Typed(typed.under, self._read(typed), typed.short)
            if typed.short != wanted:
                draw_anew()
                typed = _Typed(typed.now, typed.now, wanted)
        else:  # drawn anew: what was typed before stands in the tables
            typed = _Typed(typed.now, typed.now, wanted)
        self._typed = kept[event.id] = typed

    def say_what_to_check(self) -> str:
        """How much there is to check, in a sentence or two."""
        sessions, people = (len(self._checks(self._typed, thing)) for thing in _THINGS)
        counts = ((sessions, "session", "sessions"), (people, "person", "people"))
        told = " and ".join(f"**{plural(count, one, many)}**" for count, one, many in counts if count)
        if not told:
            return "Look through what was read; no single row stands out as doubtful."
        return f"Check what was read, first of all {told} marked in the first column below."

    def show(self, thing: Things) -> None:
        """One of the tables, with a switch for the rows to check where there are any."""
        checks = self._checks(self._typed, thing)
        if checks:
            st.toggle(f"Only what to check ({len(checks)})", key=self._short_key(thing))
        table = self._table(thing, checks)
        rows = self._rows(self._typed, thing)
        st.data_editor(
            table.iloc[rows].reset_index(drop=True) if len(rows) < len(table) else table, key=self._key(thing),
            num_rows="dynamic", hide_index=True, height=420, placeholder="", column_config=_COLUMNS,
        )  # fmt: skip

    def offer_save(self) -> None:
        """What is typed saved, or thrown away; after that taken back."""
        if self._problem:
            st.error(plain(self._problem))
        typed = self._typed.now
        with st.container(horizontal=True, vertical_alignment="center"):
            if not typed:
                offer_undo(self._event, self._agenda)
                return
            if st.button(f"Save {plural(len(typed), 'correction')}", type="primary", key="event_save"):
                self._begin_anew(())
                save_corrections(self._event, typed, self._agenda)
                self._begin_anew(typed)  # it could not be kept
            st.button("Throw away", icon=":material/close:", key="event_throw", on_click=self._begin_anew, args=((),))

    @property
    def _round(self) -> int:
        """How often the tables were drawn anew."""
        return int(st.session_state.get("event_edit", 0))

    def _begin_anew(self, typed: tuple[Correction, ...]) -> None:
        """Draw the tables anew, with this typed."""
        st.session_state["event_typed"][self._event.id] = _Typed(typed, typed)
        draw_anew()

    def _read(self, typed: _Typed) -> tuple[Correction, ...]:
        """All that is typed by now; what cannot be understood is said, and the rest stays as it was."""
        edits = {thing: st.session_state.get(self._key(thing)) or {} for thing in _THINGS}
        if not any(any(each.values()) for each in edits.values()):
            return typed.under
        sessions, people = (of_rows(edits[thing], self._rows(typed, thing)) for thing in _THINGS)
        try:
            return corrections_between(self._agenda, agenda_with(self._base(typed), sessions, people))
        except ValueError as problem:
            self._problem = str(problem)
            return typed.now

    def _base(self, typed: _Typed) -> Agenda:
        """The agenda that the tables show without what was typed since they were drawn."""
        return apply_corrections(self._agenda, typed.under) if typed.under else self._agenda

    def _checks(self, typed: _Typed, thing: Things) -> Mapping[str, str]:
        found: Checks = (
            find_checks(self._base(typed)) if typed.under
            else get_store().remember(f"checks of {self._event.id}", lambda: find_checks(self._agenda), rests_on=_RESTS_ON)
        )  # fmt: skip
        return found.sessions if thing == "sessions" else found.people

    def _table(self, thing: Things, checks: Mapping[str, str]) -> pd.DataFrame:
        if self._typed.under:
            return _TABLES[thing](self._base(self._typed), checks)
        return get_store().remember(
            f"table of {thing} of {self._event.id}", lambda: _TABLES[thing](self._agenda, checks), rests_on=_RESTS_ON
        )

    def _rows(self, typed: _Typed, thing: Things) -> list[int]:
        """The places of the entries shown."""
        base = self._base(typed)
        entries: Sequence[Session | Speaker] = base.sessions if thing == "sessions" else base.speakers
        checks = self._checks(typed, thing) if thing in typed.short else None
        return [at for at, entry in enumerate(entries) if not checks or entry.id in checks]

    def _key(self, thing: Things) -> str:
        return f"event_{thing}_{self._event.id}_{self._round}"

    def _short_key(self, thing: Things) -> str:
        return f"event_short_{thing}_{self._event.id}"
