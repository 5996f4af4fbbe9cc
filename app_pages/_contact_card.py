"""My contact card as a QR code: made on this machine, to be scanned from the screen."""

from __future__ import annotations

import io
from typing import Any

import segno
import streamlit as st

from app_pages._drafts import forget_drafts, standing_key
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
        picture = qr_png(card)
        st.image(picture, width=280)
        st.download_button(
            "Save the picture: it works without a network", picture, "my-card.png", "image/png", icon=":material/download:",
            type="tertiary",
        )  # fmt: skip
    except segno.DataOverflowError:
        st.warning("This is too much for a QR code. Shorten your job title or leave the LinkedIn address out.")
    on_it = (card.name, card.title, card.company, card.email, card.phone, card.linkedin)
    st.markdown(" · ".join(plain(x) for x in on_it if x))
    with st.form("card", border=False):
        kept_now = {field: getattr(card, field) or "" for field in ("email", "phone", "linkedin")}
        keys = {field: standing_key("card", field, over=value) for field, value in kept_now.items()}
        for field, value in kept_now.items():
            st.session_state.setdefault(keys[field], value)
        fields = {
            "email": st.text_input("E-mail on the card (optional)", key=keys["email"], autocomplete="email"),
            "phone": st.text_input("Phone (optional)", key=keys["phone"], autocomplete="tel"),
            "linkedin": st.text_input("LinkedIn address (optional)", key=keys["linkedin"], autocomplete="url"),
        }
        if st.form_submit_button("Put this on my card", icon=":material/save:"):
            kept = {name: value.strip() for name, value in fields.items()}
            if keep(lambda: get_store().save_settings(my_card=kept), "Card changed."):
                forget_drafts("card_")
                st.rerun()
