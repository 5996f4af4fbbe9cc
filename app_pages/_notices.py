"""What happened while the data was opened, said until it has been read."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import get_store
from app_pages._text import plain


def show_notices() -> None:
    """The notices of this start, above whichever page is open, with a button that puts them away for good."""
    database = get_store().database
    with st.container(horizontal=True, vertical_alignment="center"):
        if database.notices:
            st.info(plain(" ".join(database.notices)), icon=":material/upgrade:", width="stretch")
            st.button("OK", key="notices_read", on_click=_put_away)


def _put_away() -> None:
    get_store().database.notices = ()
