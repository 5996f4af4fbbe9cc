"""A file that is made only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st


def offer_file(
    label: str,
    make: Callable[[], str | bytes],
    name: str,
    *,
    icon: str | None = None,
    kind: Literal["secondary", "tertiary"] = "secondary",
) -> None:
    """Show a button that makes a file of that name and saves it on the user's machine.

    The page is not drawn anew by it: Streamlit forgets what a page before offered, and on a busy machine would do so before
    the file is made or fetched.
    """
    st.download_button(label, make, name, icon=icon, type=kind, on_click="ignore")
