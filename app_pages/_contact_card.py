"""My contact card as a QR code: made on this machine, to be scanned from the screen."""

from __future__ import annotations

import io
from typing import Any

import segno
import streamlit as st

from app_pages._shared import get_store, keep
from app_pages._text import plain
from planner.exports import to_vcard
from planner.people import Person
from planner.profile import Profile


def my_card(profile: Profile, settings: dict[str, Any]) -> Person:
    """Me as a contact: name, title and company from the profile, the rest from what I chose to put on the card."""
    mine = settings.get("my_card") or {}
    return Person(
        id="",  # no UID: the card of somebody else's phone is theirs to file
        name=profile.name, title=profile.title or None, company=profile.company or None,
        email=mine.get("email") or None, phone=mine.get("phone") or None, linkedin=mine.get("linkedin") or None,
    )  # fmt: skip


def qr_png(card: Person) -> bytes:
    """The card as a vCard in a QR code, PNG. Raises `segno.DataOverflowError` when it does not fit into one."""
    target = io.BytesIO()
    segno.make_qr(to_vcard([card]), error="m").save(target, kind="png", scale=6, border=3)
    return target.getvalue()


def show_contact_card(profile: Profile) -> None:
    """The QR code, and below it what is on it."""
    if not profile.name:
        st.info("Your name is missing in your profile; then your card can be made.", icon=":material/person:")
        st.page_link("app_pages/profile.py", label="Fill in my profile", icon=":material/arrow_forward:")
        return
    card = my_card(profile, get_store().settings())
    try:
        st.image(qr_png(card), width=280)
    except segno.DataOverflowError:
        st.warning("This is too much for a QR code. Shorten your job title or leave the LinkedIn address out.")
    on_it = (card.name, card.title, card.company, card.email, card.phone, card.linkedin)
    st.markdown(" · ".join(plain(x) for x in on_it if x))
    with st.form("card", border=False):
        fields = {
            "email": st.text_input("E-mail on the card (optional)", card.email or "", autocomplete="email"),
            "phone": st.text_input("Phone (optional)", card.phone or "", autocomplete="tel"),
            "linkedin": st.text_input("LinkedIn address (optional)", card.linkedin or "", autocomplete="url"),
        }
        if st.form_submit_button("Put this on my card", icon=":material/save:"):
            kept = {name: value.strip() for name, value in fields.items()}
            if keep(lambda: get_store().save_settings(my_card=kept), "Card changed."):
                st.rerun()
