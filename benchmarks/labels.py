"""Role labels for the units of pages whose agenda is known: what the role model learns from."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import Any

from scrapers._timing.unit import Page

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
    people = truth.get("speakers") or []
    names = sorted({fold(n) for p in people for n in [p["name"], *(p.get("aka") or [])]} - {""}, key=len, reverse=True)
    affils = {fold(p.get(k)) for p in people for k in ("title", "company")} - {""}
    rooms = {fold(s.get("room")) for s in truth.get("sessions") or []} - {""}
    return [None if u.clock is not None else _label(u.text, titles, names, affils, rooms) for u in page.units]


def _label(text: str, titles: set[str], names: list[str], affils: set[str], rooms: set[str]) -> str:
    folded = fold(text)
    words = len(folded.split())
    if not folded:
        return "other"
    if folded in names:
        return "person"
    if folded in titles or (len(text) < 400 and any(_close(folded, t) for t in titles)):
        return "title"
    held = [n for n in names if _holds(folded, n)] if len(text) < 600 else []
    if len(folded) < 300 and (role := _part_of_title(folded, titles, held)):
        return role
    if held and (words <= 16 or len(held) > 2):
        return "person"
    if held and words <= 40 and (sum(map(len, held)) >= 0.25 * len(folded) or folded.startswith(held[0])):
        return "person"
    return _label_beside(folded, affils, rooms) or ("text" if words >= 14 or (len(text) > 60 and words < 4) else "other")


def _holds(folded: str, name: str) -> bool:
    return f" {name} " in f" {folded} " or (len(name) >= 2 and not name.isascii() and name in folded)


def _part_of_title(folded: str, titles: set[str], held: list[str]) -> str | None:
    """Titles with a label or a byline, and titles printed over several lines."""
    for title in titles:
        longer = len(title) >= 8 and title in folded and len(title) >= 0.3 * len(folded)
        if longer and held and held[0] not in title:
            return "mixed"
        if longer and (folded.endswith(title) or folded.startswith(title)) and len(title) >= 0.5 * len(folded):
            return "title"
        part = len(folded) >= 8 and len(title) >= len(folded) + 4 and title.startswith(folded) | title.endswith(folded)
        if part and len(folded) >= 0.35 * len(title):
            return "title"
    return None


def _label_beside(folded: str, affils: set[str], rooms: set[str]) -> str | None:
    if folded in rooms:
        return "room"
    if folded in affils or any(len(a) > 3 and a in folded and len(a) >= 0.4 * len(folded) for a in affils):
        return "affil"
    if len(folded) > 5 and any(folded in a and len(folded) >= 0.4 * len(a) for a in affils):
        return "affil"
    return "room" if any(len(r) > 3 and r in folded and len(r) >= 0.5 * len(folded) for r in rooms) else None
