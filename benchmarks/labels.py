"""Role labels for the units of pages whose agenda is known: what the role model learns from."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import Any

from scrapers._units import Page

ROLES = ("title", "person", "affil", "room", "text", "other", "mixed")


def fold(text: str | None) -> str:
    """Words for comparing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", plain.replace("_", " ")))


def _close(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 8 or abs(len(a) - len(b)) > 0.25 * max(len(a), len(b)):
        return False
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.9


def label_units(page: Page, truth: dict[str, Any]) -> list[str | None]:
    """The role of every unit by the known agenda; None for times and dates and where the truth cannot tell."""
    titles = {fold(s["title"]) for s in truth.get("sessions") or []} - {""}
    starts: dict[str, set[str]] = {}
    for session in truth.get("sessions") or []:
        starts.setdefault(fold(session["title"]), set()).add(session.get("start") or "")
    people = truth.get("speakers") or []
    names = sorted({fold(n) for p in people for n in [p["name"], *(p.get("aka") or [])]} - {""}, key=len, reverse=True)
    affils = {fold(p.get(k)) for p in people for k in ("title", "company")} - {""}
    rooms = {fold(s.get("room")) for s in truth.get("sessions") or []} - {""}
    has_sessions = bool(titles)
    return [None if u.clock is not None else _label(u.text, titles, names, affils, rooms, u.zone >= 0 or not has_sessions) for u in page.units]


def _label(text: str, titles: set[str], names: list[str], affils: set[str], rooms: set[str], inside: bool) -> str:
    folded = fold(text)
    words = len(folded.split())
    if not folded:
        return "other"
    if folded in names:
        return "person"
    if folded in titles:
        return "title"
    if len(text) < 400 and any(_close(folded, t) for t in titles):
        return "title"
    held = [n for n in names if f" {n} " in f" {folded} " or (len(n) >= 2 and not n.isascii() and n in folded)] if len(text) < 600 else []
    if len(folded) < 300:
        for title in titles:
            longer = len(title) >= 8 and title in folded and len(title) >= 0.3 * len(folded)
            if longer and held and not any(n in title for n in held[:1]):
                return "mixed"
            if longer and (folded.endswith(title) or folded.startswith(title)) and len(title) >= 0.5 * len(folded):
                return "title"
            if len(folded) >= 8 and len(title) >= len(folded) + 4 and folded in title and (title.startswith(folded) or title.endswith(folded)):
                if len(folded) >= 0.35 * len(title):
                    return "title"
    if held and (words <= 40 or len(held) > 2):
        span = sum(len(n) for n in held)
        if span >= 0.25 * len(folded) or folded.startswith(held[0]) or len(held) > 2 or words <= 16:
            return "person"
    if folded in rooms:
        return "room"
    if folded in affils or any(len(a) > 3 and a in folded and len(a) >= 0.4 * len(folded) for a in affils):
        return "affil"
    if len(folded) > 5 and any(folded in a and len(folded) >= 0.4 * len(a) for a in affils):
        return "affil"
    if rooms and any(len(r) > 3 and r in folded and len(r) >= 0.5 * len(folded) for r in rooms):
        return "room"
    return "text" if words >= 14 or (len(text) > 60 and not text.isascii() and words < 4) else "other"
