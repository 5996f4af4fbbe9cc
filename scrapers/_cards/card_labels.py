"""What labels say of the lines of a card: "Company: Acme", "Position" above "Head of Sales" (the labels: `fields.toml`)."""

from __future__ import annotations

from typing import NamedTuple

from scrapers._html.slots import Slots
from scrapers._language.fields import meanings
from scrapers._language.jobs import says_job
from scrapers._language.kinds import is_kind
from scrapers._language.vocabulary import page_words, plain, words_of

HEADS = frozenset(("dt", "th"))
"""Elements that say what the next ones hold."""
_MOST_LABEL = 40
_MOST_WORDS = 4
_COLONS = (":", "：")
_TALKS = frozenset(("title", "sessions"))
WORK = frozenset(("job", "company"))
"""What labels may say of the work of somebody."""
ASIDE = frozenset(("title", "other"))
"""What labels may say that is not of somebody's work."""


class Told(NamedTuple):
    """What a line tells behind its label: `job`, `company`, a talk's `title`, `other` (also the label itself), None: unsaid."""

    what: str | None
    text: str


def told_at(index: int, page: Slots) -> Told:
    """What a line of a card tells by a label before it, in the line or right above, and its text without that label."""
    slot = page.slots[index]
    if slot.text[0] in _COLONS and index:  # "<b>Company</b>: Acme"
        text = slot.text[1:].strip()
        return Told(_meaning(page.slots[index - 1].text, text) or None, text)
    after = page.slots[index + 1] if index + 1 < len(page.slots) else slot
    if after.node is slot.node and after.text[0] in _COLONS and _meaning(slot.text, after.text) is not None:
        return Told("other", slot.text)
    head, mark, rest = slot.text.partition("：" if "：" in slot.text else ":")
    if mark and (what := _meaning(head, rest)) is not None:
        return Told(what or None, rest.strip()) if rest.strip() else Told("other", slot.text)
    if slot.node.tag in HEADS:
        return Told("other", slot.text)
    before = page.slots[index - 1] if index else slot
    if before is not slot and (before.node.tag in HEADS or before.text.rstrip()[-1:] in _COLONS):
        return Told(_meaning(before.text.rstrip(" :："), slot.text) or None, slot.text)
    return Told(None, slot.text)


def heads_talks(text: str) -> bool:
    """Whether a line only says that talks follow ("Talks:", "TALLERES")."""
    words = words_of(plain(text)) if len(text) <= _MOST_LABEL else ()
    return bool(words) and (words in page_words()["talks"].phrases or is_kind(words))


def _meaning(label: str, text: str) -> str | None:
    """What a label says of the text behind it; empty where it names talks as well as jobs ("Title"), None where nothing."""
    if len(label) > _MOST_LABEL or len(label.split()) > _MOST_WORDS:
        return None
    person, talk = meanings(label, "person"), [m for m in meanings(label, "session") if m.of == "session"]
    work = next((m.role for m in person if m.role in WORK), None)
    if work is None:
        told = "title" if any(m.role in _TALKS for m in talk) else "other"
        return told if person or talk else None
    if says_job(text) or not (talk or person[0].role == "role"):
        return work
    return "" if talk else "other"
