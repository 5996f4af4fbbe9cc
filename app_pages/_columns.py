"""A file of people read: where its headings are not understood, the user says which column holds what."""

from __future__ import annotations

from typing import BinaryIO

import streamlit as st

from app_pages._shared import in_rows
from app_pages._text import plain
from planner.contacts import ContactFile, guess_columns, read_contacts, read_table

FIELD_WORDS = {
    "name": "Full name", "first_name": "First name", "last_name": "Last name", "title": "Job title", "company": "Company",
    "email": "E-mail", "phone": "Phone", "linkedin": "LinkedIn address", "last_contact": "Last contact (day)",
}  # fmt: skip
FILE_TYPES = ["csv", "vcf", "xlsx", "xls", "ods", "txt", "zip"]
_NAMES = {"name", "first_name", "last_name"}


def read_people(upload: BinaryIO, *, key: str) -> ContactFile | None:
    """The people in an uploaded file; None while the columns are not chosen or when it cannot be read, which is said."""
    data = upload.read()
    try:
        return read_contacts(data)
    except ValueError as problem:
        try:
            table = read_table(data)
        except ValueError:
            st.error(plain(str(problem)))
            return None
        guessed = guess_columns(table.header)
        if _NAMES & guessed.keys():
            st.error(plain(str(problem)))
            return None
    st.info("The headings of this table are not understood. Say which column holds what.", icon=":material/view_column:")
    st.dataframe(
        [dict(zip(_labels(table.header), row, strict=False)) for row in table.rows[:3]], hide_index=True, key=f"{key}_sample"
    )
    labels = _labels(table.header)
    chosen: dict[str, tuple[int, ...]] = {}
    for place, (field, label) in zip(in_rows(len(FIELD_WORDS), 3), FIELD_WORDS.items(), strict=False):
        usual = guessed.get(field, (None,))[0]
        column = place.selectbox(
            label, range(len(labels)), index=usual, format_func=labels.__getitem__, key=f"{key}_{field}", placeholder="None"
        )
        if column is not None:
            chosen[field] = (column,)
    if not _NAMES & chosen.keys():
        st.caption("At least a name is needed.")
        return None
    try:
        return read_contacts(data, columns=chosen)
    except ValueError as problem:
        st.error(plain(str(problem)))
        return None


def _labels(header: tuple[str, ...]) -> list[str]:
    return [f"{number}. {heading or 'no heading'}" for number, heading in enumerate(header, start=1)]
