"""Any export of ours read back: what of it is not here yet is shown first, and kept after a yes."""

from __future__ import annotations

import json
from collections.abc import Callable

import streamlit as st

from app_pages._shared import keep
from app_pages._text import plain, plural
from planner.backup import import_everything, preview_import
from planner.restoring import Restoration, read_export, restore
from planner.storage import StorageError, Store

_SHOWN = 5


def show_put_back(store: Store) -> None:
    """Choose a file, see what it would add, say yes."""
    st.caption("Any file from above: what is not here yet is added, nothing is doubled, and what is newer here stays.")
    upload = st.file_uploader(
        "Everything (JSON), or a ledger, referrals or contacts file", type=["json", "csv", "xlsx", "vcf"], key="data_file"
    )
    if upload is None:
        return
    try:
        if upload.name.lower().endswith(".json"):
            _offer_everything(store, upload.getvalue())
        else:
            _offer(store, read_export(store, upload.getvalue()))
    except (StorageError, ValueError, RecursionError) as problem:
        st.error(plain(str(problem) or "This file cannot be read."))


def _offer_everything(store: Store, data: bytes) -> None:
    try:
        export = json.loads(data)
    except ValueError as problem:
        raise ValueError("This file is damaged, or no JSON file of this program. Nothing was changed.") from problem
    found = preview_import(store, export)
    said = f"{plural(found.entries, 'entry', 'entries')} and {found.documents} other things are not here yet"
    _ask(f"**{said}**; {found.kept} newer ones stay.", lambda: import_everything(store, export),
         is_empty=not (found.entries or found.documents))  # fmt: skip


def _offer(store: Store, found: Restoration) -> None:
    counts = (
        (len(found.entries), "entry", "entries"), (len(found.added), "new person", "new people"),
        (len(found.updated), "person with news", "people with news"),
    )  # fmt: skip
    new = ", ".join(plural(count, one, many) for count, one, many in counts if count)
    there = f" {plural(found.there, 'entry is', 'entries are')} here already." if found.there else ""
    for problem in found.problems:
        st.caption(plain(problem))
    names = [p.name for p in found.added[:_SHOWN]] + (["…"] if len(found.added) > _SHOWN else [])
    who = f"  \n:small[:gray[New: {', '.join(map(plain, names))}]]" if names else ""
    _ask(f"**{new or 'Nothing new'}.**{there}{who}", lambda: restore(store, found), is_empty=found.is_empty)


def _ask(said: str, action: Callable[[], object], *, is_empty: bool) -> None:
    st.markdown(said)
    if is_empty:
        st.caption("Everything in this file is here.")
        return
    wanted = st.button("Put this back", type="primary", icon=":material/restore:", key="data_put_back")
    if wanted and keep(action, "Put back."):
        st.rerun()
