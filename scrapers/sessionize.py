"""Sessionize: its API (views All, GridSmart, Sessions, Speakers), its embeds saved with a page, and pages that embed it.

The API answers under https://sessionize.com/api/v2/ID/view/All; embeds call the same ID, so a page that only carries the
script is read from the API. Times there are local to the venue, without offset; `data-sztz` of embeds holds universal time.
"""

from __future__ import annotations

import re
from typing import Any

from planner.agenda import Event
from scrapers._document import Document, Get
from scrapers._errors import AgendaError
from scrapers._found import Found, FoundPerson, FoundSession
from scrapers._html.page import Node
from scrapers._language.kinds import kind_of
from scrapers._people.affiliation import split_affiliation
from scrapers._structured.joins import read_records

_API = "https://sessionize.com/api/v2/{}/view/All"
_ID = re.compile(r"sessionize\.com/api/v2/([a-z0-9]{6,12})", re.I)
_VIEWS = ({"date", "rooms", "timeSlots"}, {"groupId", "groupName", "sessions"}, {"fullName", "tagLine", "isTopSpeaker"})
_SHOWN = re.compile(r"(\d{1,2}):(\d\d)\s*([ap]\.?m)?", re.I)
_TRACK = re.compile(r"track|topic|theme|stream|thema|categor", re.I)


def recognises(document: Document) -> bool:
    """Whether the document is an answer of the API, or a page with an embed."""
    data = document.json
    if isinstance(data, dict):
        return isinstance(data.get("sessions"), list) and "categories" in data and "rooms" in data
    if isinstance(data, list):
        return bool(data) and isinstance(data[0], dict) and any(data[0].keys() >= marks for marks in _VIEWS)
    text = document.text
    embeds = document.looks_like_html and ("/v2/" in text or "/V2/" in text) and bool(_ID.search(text))
    return embeds or "sz-session__title" in text


def read(document: Document, get: Get | None) -> Found:
    """Read the API's answer, else what the embed shows, else ask the API for it."""
    if document.json is not None:
        return _read_all(document.json) if isinstance(document.json, dict) else read_records(document.json)
    found = _read_embed(document.tree)
    if found.sessions or get is None:
        return found
    for number in list(dict.fromkeys(_ID.findall(document.text)))[:3]:
        try:
            answer = get(_API.format(number))
        except AgendaError as problem:
            found.warnings.append(f"The page shows its programme through Sessionize, which could not be read. {problem}")
            continue
        if isinstance(answer.json, dict) and answer.json.get("sessions"):
            return _read_all(answer.json)
    return found


def _read_all(data: dict[str, Any]) -> Found:
    """The general reading, with the tracks that stand as category items."""
    items = {
        str(item.get("id")): item.get("name")
        for category in data.get("categories") or ()
        if isinstance(category, dict) and _TRACK.search(str(category.get("title")))
        for item in category.get("items") or ()
        if isinstance(item, dict)
    }
    for session in data.get("sessions") or ():
        if isinstance(session, dict) and isinstance(session.get("categoryItems"), list):
            session.setdefault("track", next((items[str(i)] for i in session["categoryItems"] if str(i) in items), None))
    return read_records({k: v for k, v in data.items() if k not in ("categories", "questions")})


def _read_embed(tree: Node) -> Found:
    """The sessions and speakers that a saved embed shows, list, grid or wall."""
    found = Found()
    shifts: set[int] = set()
    for node in tree.walk():
        classes = node.classes
        if "sz-session" in classes:
            if (session := _session(node)) is not None:
                found.sessions.append(session)
                shifts |= _shift(session.start, _text(node, "sz-session__time"))
        elif "sz-speaker" in classes and (person := _speaker(node)) is not None:
            found.people.append(person)
    if len(shifts) == 1 and abs(hours := shifts.pop()) <= 12:
        found.event = Event(timezone=f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT")
    return found


def _shift(start: str | None, shown: str | None) -> set[int]:
    """Whole hours from universal time to the clock that the embed shows people; empty when it shows none."""
    clock = _SHOWN.search(shown or "")
    if not start or clock is None:
        return set()
    hour = int(clock[1]) % 12 + 12 * (clock[3].lower().startswith("p")) if clock[3] else int(clock[1])
    minutes = (hour * 60 + int(clock[2]) - int(start[11:13]) * 60 - int(start[14:16]) + 720) % 1440 - 720
    return {minutes // 60} if minutes % 60 == 0 else {99}


def _session(node: Node) -> FoundSession | None:
    title = _text(node, "sz-session__title")
    if not title:
        return None
    start, end = _times(node)
    people = [
        FoundPerson(name, key=entry.attrs.get("data-speakerid"))
        for box in _all(node, "sz-session__speakers")
        for entry in box.walk()
        if "data-speakerid" in entry.attrs and (name := entry.text())
    ]
    service = any("service" in name for name in node.classes)
    kind = kind_of(title, bool(people))
    return FoundSession(
        title, start=start, end=end, room=_text(node, "sz-session__room"), abstract=_text(node, "sz-session__description"),
        kind="break" if service and kind == "talk" else kind, people=people, key=node.attrs.get("data-sessionid"),
    )  # fmt: skip


def _times(node: Node) -> tuple[str | None, str | None]:
    """Start and end from `data-sztz` ("DayTime|en-US|2022-11-09T15:20:00.0000000Z|..."), as stated: in universal time."""
    for inner in node.walk():
        parts = inner.attrs.get("data-sztz", "").split("|")
        moments = [f"{part[:19]}+00:00" for part in parts if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", part)]
        if moments:
            return moments[0], moments[1] if len(moments) > 1 else None
    return None, None


def _speaker(node: Node) -> FoundPerson | None:
    name = _text(node, "sz-speaker__name")
    if not name:
        return None
    title, company = split_affiliation(_text(node, "sz-speaker__tagline") or "")
    links = {}
    for link in node.find_all("a"):
        site = re.search(r"sz-speaker__link--(\w+)", link.attrs.get("class", ""))
        if site and link.attrs.get("href", "").startswith("http"):
            links[site[1].lower()] = link.attrs["href"]
    return FoundPerson(name, title, company, _text(node, "sz-speaker__bio"), links=links, key=node.attrs.get("data-speakerid"))


def _all(node: Node, name: str) -> list[Node]:
    return [inner for inner in node.walk() if name in inner.classes]


def _text(node: Node, name: str) -> str | None:
    return next((text for inner in _all(node, name) if (text := inner.text())), None)
