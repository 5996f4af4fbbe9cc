"""The placeholders a note template may use: what each means, where its value comes from, and a sample.

Values come from pages and files that others wrote, so they are cleaned and put in once: a brace or bracket inside a value
is dropped and never read as a template.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from planner.agenda import Event, Session, Speaker, clock_of, moment
from planner.people import Person
from planner.profile import Profile
from planner.suggestion import Slot
from planner.timeline import is_dated

FactSource = Literal["agenda", "contacts", "companies", "profile", "ledger", "slot", "you"]

LONGEST_VALUE = 160
"""A value longer than this is no fact for a note but a text that slipped in: it counts as unknown."""

_LONG_EVENT = 50
"""An event's name longer than this is said without its subtitle."""

_PHRASES = frozenset({"offer", "topic", "promise", "need", "learnt", "wanted", "my_industry"})
_SENTENCES = frozenset({"outcome", "reason", "connection", "in_return"})
_SMALL_WORDS = frozenset(
    "a an the my our some two three how what why unser unsere unseren ein eine einen mein meine notre nos mon ma mes un une "
    "des la le les nuestro nuestra mi una el los las o os as um uma meu minha nosso nossa".split()
)
_BREAKING = re.compile(r"[{}<>\[\]]")
_SUBTITLE = re.compile(r"(?:(?<!\s)\s+)?(?:[:?!]\s|\s[–—|-]\s)")
_HONORIFICS = frozenset(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. herr frau sir dame m. mme dipl.-ing. ing. dott. dra. sr. sra.".split()
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name a template may write in braces. `key` marks a fact a note should use when it is known."""

    name: str
    meaning: str
    source: FactSource
    sample: str
    key: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A value used in a draft and where it comes from; `placeholder` is the name it filled."""

    placeholder: str
    value: str
    source: FactSource


@dataclass(frozen=True, slots=True)
class Matter:
    """What a note is about beyond person and event: short phrases in the language of the note, None where unknown.

    `offer` is what I can give, a noun phrase ("our checklist for new managers"); `topic` what to compare notes on; `trade`
    what their company does, when that is sure and another trade than mine; `other` who else is asked to the same coffee;
    `peer` who is there too and has much in common with them. For later steps: `promise` what I said I would send or do;
    `need` what they told me they need; `partner` whom I could introduce them to; `learnt` what I took from our talk;
    `introduced` whom they introduced me to and `outcome` what came of it, a sentence; `since` when we last spoke ("2024");
    for the ask `wanted` the person or role at a company, `reason` the business reason, `connection` how they know that
    person, `in_return` what I can do for them, the last three whole sentences.
    """

    offer: str | None = None
    topic: str | None = None
    trade: str | None = None
    other: str | None = None
    peer: str | None = None
    promise: str | None = None
    need: str | None = None
    partner: str | None = None
    learnt: str | None = None
    introduced: str | None = None
    outcome: str | None = None
    since: str | None = None
    wanted: str | None = None
    reason: str | None = None
    connection: str | None = None
    in_return: str | None = None


PLACEHOLDERS: dict[str, Placeholder] = {
    p.name: p
    for p in (
        Placeholder("name", "their full name", "agenda", "Ana Ruiz"),
        Placeholder("first_name", "their first name, the full name when unsure", "agenda", "Ana"),
        Placeholder("title", "their job title", "agenda", "Plant Manager"),
        Placeholder("company", "their company", "agenda", "Ockmoor Paints"),
        Placeholder("session", "the title of their session, without its subtitle", "agenda", "Faster changeovers", key=True),
        Placeholder("event", "the name of the event", "agenda", "Batch Days"),
        Placeholder("my_name", "my full name", "profile", "Mark Field"),
        Placeholder("my_title", "my job title", "profile", "VP Sales"),
        Placeholder("my_company", "my company", "profile", "Tarn Software"),
        Placeholder("my_industry", "my industry", "profile", "HR software"),
        Placeholder("when", "day and time of the proposed slot", "slot", "Tuesday at 10:30", key=True),
        Placeholder("place", "where to meet", "slot", "the coffee bar", key=True),
        Placeholder("offer", "what I can give", "you", "our checklist for new managers", key=True),
        Placeholder("topic", "what to compare notes on", "you", "training new people", key=True),
        Placeholder("trade", "their trade, when it is another than mine", "companies", "paints and coatings", key=True),
        Placeholder("other", "who else is asked to the same coffee", "agenda", "Lea Brandt"),
        Placeholder("peer", "who is there too and has much in common with them", "agenda", "Omar Haddad", key=True),
        Placeholder("promise", "what I promised", "ledger", "the list of suppliers", key=True),
        Placeholder("need", "what they told me they need", "ledger", "a warehouse manager", key=True),
        Placeholder("partner", "whom I could introduce them to", "contacts", "Lea Brandt, plant manager, Skyline", key=True),
        Placeholder("learnt", "what I took from our talk", "ledger", "the idea with the two queues", key=True),
        Placeholder("introduced", "whom they introduced me to", "ledger", "Lea Brandt", key=True),
        Placeholder("outcome", "what came of it, a sentence", "ledger", "We meet again in June.", key=True),
        Placeholder("since", "when we last spoke", "ledger", "2024", key=True),
        Placeholder("wanted", "person or role I want to meet", "you", "Omar Haddad, head of operations at Skyline", key=True),
        Placeholder("reason", "the business reason, a sentence", "you", "They open two sites; we have crews free.", key=True),
        Placeholder("connection", "how they know that person, a sentence", "you", "You worked with him for years."),
        Placeholder("in_return", "what I can do for them, a sentence", "you", "I know two people for your post.", key=True),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes a time: names of weekdays from Monday and of months, and patterns with {weekday} and the like.

    `date_and_time` is for letters, which have room for the date; `day_and_time` for short notes.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date_and_time: str
    day_and_time: str
    time_only: str
    clock: str = "%H:%M"


def clean_value(value: str | None) -> str | None:
    """The value as one safe line: no control or direction characters, no braces; None when empty or far too long."""
    if not value:
        return None
    visible = "".join(
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in value if unicodedata.category(c) != "Cf"
    )
    line = " ".join(_BREAKING.sub("", visible).split())
    return line if line and len(line) <= LONGEST_VALUE else None


def first_name_of(name: str) -> str:
    """The given name to greet somebody by; the whole name where that would be a guess (initials, one word, CJK)."""
    words = [w for w in name.split() if w.casefold() not in _HONORIFICS]
    if not 2 <= len(words) <= 4 or not words[0].replace("-", "").isalpha():
        return name
    first = words[0]
    return (
        first if len(first) > 1 and first.isascii() | (first[0].upper() != first[0].lower()) and not first.isupper() else name
    )


def main_title(title: str) -> str:
    """A title without a label before it ("Panel: ...") and without its subtitle, when what is left still has two words."""
    label, colon, rest = title.partition(":")
    if colon and rest.strip() and label.strip().casefold() in _programme_words("labels"):
        title = rest.strip()
    head = _SUBTITLE.split(title, maxsplit=1)[0].strip()
    return head if len(head.split()) > 1 else title


def is_ceremony(title: str) -> bool:
    """Whether a session is a welcome, an opening or a closing: a title nobody can have a question about."""
    said = title.strip().casefold()
    return any(said == word or said.startswith((f"{word} ", f"{word}:", f"{word},")) for word in _programme_words("ceremonies"))


@cache
def _programme_words(kind: str) -> frozenset[str]:
    data = tomllib.loads((Path(__file__).parent / "data" / "session_labels.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in data[kind].values() for word in words)


def _as_phrase(text: str) -> str:
    """A value that stands inside a sentence: no full stop of its own, and no capital that only began its line."""
    text = text.rstrip(" .;,:!") or text
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.casefold() in _SMALL_WORDS else text


def _as_sentence(text: str) -> str:
    """A value that is a sentence of its own: a capital first and a stop at its end."""
    text = text[:1].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."


def gather_facts(
    person: Speaker | Person,
    *,
    session: Session | None,
    event: Event | None,
    profile: Profile | None,
    slot: Slot | None,
    matter: Matter,
    calendar: Calendar,
    with_date: bool = False,
) -> dict[str, Fact]:
    """Every known fact by placeholder name, in the form a sentence needs; what is unknown is not in it.

    `with_date` gives the time of the slot with its date, for letters.
    """
    where: FactSource = "agenda" if isinstance(person, Speaker) else "contacts"
    values: dict[str, str | None] = {
        "name": person.name,
        "title": person.title,
        "company": person.company,
        "session": session.title if session else None,
        "event": event.name if event else None,
        "when": _spell_time(slot.start, calendar, with_date=with_date) if slot else None,
        "place": slot.place if slot else None,
    }
    if profile:
        values |= {f"my_{key}": getattr(profile, key) for key in ("name", "title", "company", "industry")}
    values |= {item.name: getattr(matter, item.name) for item in fields(matter)}
    cleaned = {name: text for name, value in values.items() if (text := clean_value(value))}
    if "name" in cleaned:
        cleaned["first_name"] = first_name_of(cleaned["name"])
    if "session" in cleaned:
        cleaned["session"] = main_title(cleaned["session"]).replace('"', "'")  # it stands in quotation marks in a note
    if len(cleaned.get("event", "")) > _LONG_EVENT:
        cleaned["event"] = main_title(cleaned["event"])
    cleaned |= {name: _as_phrase(cleaned[name]) for name in _PHRASES & cleaned.keys()}
    cleaned |= {name: _as_sentence(cleaned[name]) for name in _SENTENCES & cleaned.keys()}
    theirs = {"name", "first_name", "title", "company"}
    return {name: Fact(name, value, where if name in theirs else PLACEHOLDERS[name].source) for name, value in cleaned.items()}


def sample_values() -> Mapping[str, str]:
    """A made-up value for every placeholder, to show what a template gives."""
    return {p.name: p.sample for p in PLACEHOLDERS.values()}


def _spell_time(start: str, calendar: Calendar, *, with_date: bool) -> str | None:
    when, clock = moment(start), clock_of(start)
    if clock is None:
        return None
    hour, minute = clock.split(":")
    time = calendar.clock.replace("%H", str(int(hour))).replace("%M", minute)
    if when is None:
        return calendar.time_only.replace("{time}", time)
    pattern = calendar.date_and_time if with_date and is_dated(when.date()) else calendar.day_and_time
    parts = {"weekday": calendar.weekdays[when.weekday()], "day": str(when.day), "month": calendar.months[when.month - 1]}
    for name, said in {**parts, "time": time}.items():
        pattern = pattern.replace(f"{{{name}}}", said)
    return pattern
