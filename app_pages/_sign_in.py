"""Who this session belongs to: the one user of a machine, or the colleague who signed in by OpenID Connect.

Where `secrets.toml` has a section `[auth]`, Streamlit's own sign-in is asked for (docs/team.md); its section `[team]` may hold
`owner`, the address of whoever signs in first, and `trust_email`, true when the provider vouches for addresses unsaid.
Without sign-in the app shows itself on this machine only.
"""

from __future__ import annotations

import hashlib
import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages._text import plain
from planner.storage import Database
from planner.team import NotInvited, role_of, sign_in

LOCAL_MEMBER = "me"
_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded")


def asks_for_sign_in() -> bool:
    """Whether this server is set up for sign-in. Stops the page when its secrets cannot be read, rather than let anybody in."""
    if st.secrets.load_if_toml_exists():
        return "auth" in st.secrets
    there = [path for path in st.get_option("secrets.files") if Path(path).is_file()]
    if there:
        st.error(f"The settings for signing in cannot be read. Check that {there[0]} is proper TOML, then start again.")
        st.stop()
    return False


def member_of_session(database: Database) -> str:
    """The id of the member whose session this is. Stops the page, with what to do, when nobody may see anything yet."""
    if not asks_for_sign_in():
        _refuse_strangers()
        return LOCAL_MEMBER
    user = st.user.to_dict()
    if not user.get("is_logged_in"):
        st.session_state.pop("sign_in", None)
        _show_sign_in()
    subject = _subject(user)
    known = st.session_state.get("sign_in")
    if known is not None and known[0] != subject:
        st.session_state.clear()  # somebody else sits here now
        known = None
    if known is None:
        known = st.session_state["sign_in"] = (subject, _sign_in(database, subject, user))
    return str(known[1])


def is_member(database: Database) -> bool:
    """Whether this session still belongs to somebody of the workspace."""
    return not asks_for_sign_in() or role_of(database, member_of_session(database)) not in (None, "left")


def check_membership(database: Database) -> None:
    """Stop the page when the colleague is no longer part of the workspace; once a run."""
    if not is_member(database):
        st.session_state.pop("sign_in", None)
        _say_no("You are no longer part of this workspace. Ask one of its owners if that is a mistake.")


def show_signed_in(name: str) -> None:
    """Who is signed in, with the way out."""
    with st.sidebar, st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Signed in as {plain(name)}", width="stretch")
        st.button("Sign out", type="tertiary", icon=":material/logout:", key="sign_out", on_click=_sign_out)


def _sign_out() -> None:
    st.session_state.clear()
    st.logout()


def _setting(name: str) -> Any:
    return st.secrets.get("team", {}).get(name)


def _subject(user: Mapping[str, Any]) -> str:
    """Who it is for ever: the provider and its id of the person, never the address, which may go to somebody else one day."""
    whole = f"{user.get('iss') or ''} {user['sub']}" if user.get("sub") else ""
    return whole if len(whole) <= 255 else hashlib.sha256(whole.encode()).hexdigest()


def _address(user: Mapping[str, Any]) -> str | None:
    """The e-mail address, None when the provider does not vouch for it.

    `email_verified` is OpenID Connect Core 1.0, section 5.1; `xms_edov` is what Microsoft has in its place.
    """
    if _setting("trust_email") is True:
        return user.get("email") or user.get("preferred_username")
    verified = any(user.get(claim) in (True, 1, "true", "1") for claim in ("email_verified", "xms_edov"))
    return user.get("email") if verified else None


def _sign_in(database: Database, subject: str, user: Mapping[str, Any]) -> str:
    email = _address(user)
    if not subject or not email:
        _say_no("The sign-in service did not vouch for an e-mail address of yours, so we cannot tell who you are. "
                "Confirm your address there, or ask the owner of this server (docs/team.md, “Addresses”).")  # fmt: skip
    try:
        owner = str(_setting("owner") or "")
        return sign_in(database, subject=subject, email=str(email), name=str(user.get("name") or ""), owner=owner)
    except NotInvited as problem:
        _say_no(str(problem))
    raise AssertionError("unreachable")


def _say_no(why: str) -> None:
    st.title("Event planner")
    st.error(plain(why), icon=":material/lock:")
    st.button("Sign in as somebody else", icon=":material/logout:", key="sign_out", on_click=_sign_out)
    st.stop()


def _show_sign_in() -> None:
    st.title("Event planner")
    st.write("Whom to meet at your next event, why, and what to give first. Sign in to see your team's events.")
    auth = st.secrets["auth"]
    named = [name for name, value in auth.items() if isinstance(value, Mapping) and "client_id" in value]
    for name in named or [None]:
        label = f"Sign in with {plain(name.capitalize())}" if name else "Sign in"
        if st.button(label, type="primary", icon=":material/login:", key=f"sign_in_{name}"):
            st.login(name)
    st.stop()


def _is_this_machine(host: str) -> bool:
    name = host.strip("[]").casefold()
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def is_from_here(listens: str | None, headers: Mapping[str, str]) -> bool:
    """Whether only this machine can have asked: by the address the app listens on, the name asked for, and without a proxy."""
    asked = headers.get("Host") or "localhost"
    name = asked.rpartition(":")[0] if asked.rpartition(":")[2].isdigit() else asked
    return _is_this_machine(listens or "") and _is_this_machine(name) and not any(h in headers for h in _FORWARDED)


def _refuse_strangers() -> None:
    """Without sign-in whoever reaches the app is its user: so it answers on this machine only, unless told otherwise."""
    if os.environ.get("ALLOW_NO_SIGN_IN") == "1" or is_from_here(st.get_option("server.address"), st.context.headers):
        return
    st.title("Event planner")
    st.error(
        "This copy is open to other machines but asks nobody to sign in, so it shows nothing. Set up sign-in (docs/team.md), "
        "or start it for this machine alone: streamlit run app.py --server.address localhost.", icon=":material/lock:",
    )  # fmt: skip
    st.caption("Where something else decides who may reach it, start it with ALLOW_NO_SIGN_IN=1.")
    st.stop()
