"""Words on the screen: text from agendas made harmless, times and codes in the user's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from planner.agenda import clock_of, moment
from planner.people import RELATIONS_IN_WORDS

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=^\"'/@])")
_LINKS = re.compile(r"\\@|\\:\\/|\bwww(?=\\\.)", re.I)  # as escaped; browsers are given links for them all the same
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

WAY_WORDS = {
    "connect_peer": "Connect them to a peer",
    "dream_customer": "Introduce them to a dream customer",
    "fill_position": "Help fill a position",
    "advice": "Give advice",
    "job_search": "Help with a job search",
    "other": "Another favour",
}
"""The five ways (and any other) to do somebody a favour, as shown."""

ENTRY_WORDS = {
    "accepted": "Chosen to meet", "not_now": "Not now", "no_thanks": "No thanks", "met_before": "Met before",
    "undecided": "Decision taken back", "give_first_ready": "Give-first idea ready", "note_sent": "Note sent",
    "note_replied": "They replied", "note_declined": "They declined", "meeting_booked": "Meeting booked",
    "meeting_cancelled": "Meeting cancelled", "met": "Met {who}", "meeting_held": "Held our meeting with {who}",
    "need_heard": "Need of {who}", "idea": "Idea", "favour_given": "Favour for {who}", "favour_received": "Favour from {who}",
    "favour_promised": "Promised {who}", "favour_declined": "Favour declined by {who}",
    "source_found": "{who} can introduce me", "introduction": "Introduced to {who}",
    "introduction_outcome": "Came of meeting {who}", "ask": "Asked {who}", "ask_outcome": "Answer of {who}",
    "contacted": "In touch with {who}", "thanked": "Thanked {who}", "reported_back": "Reported back to {who}",
    "session_stayed": "Stayed to the end", "networking_attended": "Networking attended",
    "sessions_reviewed": "Sessions reviewed", "people_reviewed": "People reviewed", "event_reviewed": "Was it worth it?",
}  # fmt: skip
"""What was logged, as shown; `{who}` stands where the sentence names the person."""

STEP_WORDS = {
    "first_contact": "First contact",
    "group_coffee": "Coffee for three",
    "confirm_slot": "Confirm the meeting",
    "thanks": "Thanks",
    "keep_promise": "Keep a promise",
    "give_first": "Offer a favour",
    "reconnect": "Reconnect",
    "report_back": "Report back and thank",
    "ask": "Ask",
    "nudge": "One friendly nudge",
}
"""The steps a note can be for, as shown."""

STATE_WORDS = {
    "drafted": "Drafted", "sent": "Sent", "replied": "Replied", "declined": "Declined", "booked": "Booked", "met": "Met",
}  # fmt: skip
"""How far things got with a person, as shown."""

SOURCE_WORDS = {
    "agenda": "the agenda", "contacts": "your contacts", "companies": "what is known of their company",
    "profile": "your profile", "ledger": "your log", "slot": "the meeting you planned", "you": "your profile and log",
}  # fmt: skip
"""Where a fact in a draft comes from, as shown."""

RELATION_WORDS: dict[str, str] = {relation: words.capitalize() for relation, words in RELATIONS_IN_WORDS.items()}
"""How I know a person, as shown."""

KIND_WORDS = {
    "keynote": "Keynote", "talk": "Talk", "panel": "Panel", "workshop": "Workshop", "break": "Break",
    "networking": "Networking", "other": "Other",
}  # fmt: skip
"""Kinds of session, as shown."""


def say_entry(kind: str, who: str = "", others: Sequence[str] = ()) -> str:
    """What was logged in one sentence of Markdown: `who` and `others` are names, made safe by the caller."""
    words, names = ENTRY_WORDS.get(kind, "Noted"), [f"**{name}**" for name in (who, *others) if name]
    if kind == "introduction":
        by = f" by {' and '.join(names[1:])}" if names[1:] else ""
        return words.replace("{who}", names[0] if names else "somebody") + by
    if kind == "favour_given" and len(names) > 1:
        return f"Introduced {names[0]} to {' and '.join(names[1:])}"
    together = " and ".join(names)
    if "{who}" in words:
        return words.replace("{who}", together or "somebody")
    return f"{words} · {together}" if together else words


def plain(text: str | None) -> str:
    """Text from outside, made safe for places that render Markdown: shown letter by letter, nothing formatted or fetched."""
    one_line = " ".join(_UNSEEN.sub("", text or "").split())
    return _LINKS.sub(r"\g<0>:small[]", _MARKDOWN.sub(r"\\\1", one_line))  # nothing in small letters parts the link


def plain_lines(text: str | None) -> str:
    """The same line by line: what was written in paragraphs is shown in them."""
    return "  \n".join(plain(line) for line in (text or "").strip().splitlines())


def day_words(value: str | None) -> str:
    """The day of an agenda time, as `Tue 16 Mar 2027`, or an empty string when it has none."""
    at = moment(value)
    return f"{at:%a} {at.day} {at:%b %Y}" if at else ""


def time_words(start: str | None, end: str | None = None) -> str:
    """Clock times as `10:00–10:45`, or an empty string when unknown."""
    first, last = clock_of(start), clock_of(end)
    return f"{first}–{last}" if first and last else first or ""


def when_words(start: str | None, end: str | None = None) -> str:
    """Day and clock times together, as far as they are known."""
    return ", ".join(part for part in (day_words(start), time_words(start, end)) if part)


def now() -> str:
    """The present local wall-clock time, ISO 8601."""
    return datetime.now().isoformat(timespec="seconds")


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 person`, `12 people`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
