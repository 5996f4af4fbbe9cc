"""What a note does to its reader, judged from the cues of its sentences: sells, asks, pushes, flatters, or says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner._lint_text import NoteText, Sentence, plain_words

PITCH_CUES = {
    "pitch_product": 1.0, "pitch_provider": 1.0, "pitch_proof": 1.5, "pitch_gain": 0.5,
    "pitch_price": 1.0, "pitch_show": 1.0, "pitch_fit": 1.0,
}  # fmt: skip
PEER_CUES = {"sharing": -0.8, "learning": -0.8, "gift": -0.5, "not_selling": -2.0}
PITCH_FROM, PITCH_SURELY = 1.5, 2.5
"""Scores from which a note is doubted for selling, and from which it sells whatever else is in it."""

PUSH_CUES = {"push_silence": 1.0, "push_deadline": 0.8, "push_guilt": 1.0, "push_presume": 1.0}
PUSH_FROM = 1.5

EARNED = 3
"""Social debts before a first ask: the rule of three."""

_NAME = re.compile(
    r"(?<![A-ZÀ-ÖØ-Þ'’-])"
    r"(?:(?:Mr|Mrs|Ms|Dr|Dra|Prof|Sr|Sra|Herr|Herrn|Frau|Mme|Madame|Monsieur|M|Signora?|Mevrouw|Dom|Don|Doña|Dona)\.? )?"
    r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?: (?:(?:van|von|de|der|den|da|do|dos|del|la|le|di|bin|al|of) ){0,2}[A-ZÀ-ÖØ-Þ][\w'’-]+)+"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Dra|Prof|Sr|Sra|Herrn?|Frau|Mme|Madame|Monsieur|Signora?|Mevrouw)\.? [A-ZÀ-ÖØ-Þ][\w'’-]+"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement with the sentence that gave it away."""

    score: float
    sentence: str


def find_pitch(note: NoteText) -> Finding | None:
    """The note sells: product, provider, proof, price, demonstration outweigh swapping, learning and giving."""
    score, worst, most = 0.0, "", 0.0
    for cue, weight in (PITCH_CUES | PEER_CUES).items():
        count = note.count(cue)
        score += weight * (count if count < 2 else 1.5)
    for sentence in note.sentences:
        value = sum(weight for cue, weight in PITCH_CUES.items() if cue in sentence.cues)
        if value > most:
            worst, most = sentence.raw, value
    return Finding(score, worst) if score >= PITCH_FROM else None


def find_ask(note: NoteText) -> Sentence | None:
    """The sentence that asks the reader to bring me to a third person, or to speak for me."""
    for sentence in note.sentences:
        if not sentence.has("ask_me"):
            continue
        if sentence.has("ask_thanks") and not sentence.question:
            continue
        if sentence.has("offer_them") and not sentence.has("ask_form"):
            continue
        if sentence.question or sentence.has("ask_form"):
            return sentence
    return None


def find_pressure(note: NoteText) -> Finding | None:
    """The note presses: complains of silence, sets deadlines, makes guilty or takes a yes for granted."""
    scored = [(_pressure_of(sentence), sentence.raw) for sentence in note.sentences]
    score = sum(value for value, _ in scored)
    return Finding(score, max(scored)[1]) if score >= PUSH_FROM else None


def _pressure_of(sentence: Sentence) -> float:
    values = sorted((weight for cue, weight in PUSH_CUES.items() if cue in sentence.cues), reverse=True)
    return sum(value if place == 0 else value / 2 for place, value in enumerate(values))


def find_flattery(note: NoteText) -> Finding | None:
    """The note praises and does nothing else: no question, offer, swap or proposal."""
    praising = [s for s in note.sentences if s.has("praise")]
    if not praising or any(s.question for s in note.sentences) or note.has("sharing", "gift", "attached"):
        return None
    body = [s for s in note.sentences if len(s.plain.split()) > 3]
    share = sum(s.has("praise") for s in body) / max(1, len(body))
    return Finding(share, praising[0].raw) if share >= 0.5 or len(praising) >= 3 else None


def specific_words(note: NoteText, known_names: str) -> list[str]:
    """The words that could not stand in a note to anybody: neither common, nor outreach phrases, nor names and greeting."""
    language = note.language
    names = set(plain_words(known_names, language))
    found = []
    for sentence in note.sentences:
        words = plain_words(sentence.raw, language)
        if len(words) <= 3 and not sentence.raw.endswith((".", "?", "!")):
            continue
        found += [
            w for w in words
            if len(w) > 2 and w not in names and w not in language.function_words and w not in language.outreach_words
        ]  # fmt: skip
    return found


def is_generic(note: NoteText, known_names: str, *, known: bool) -> bool:
    """Whether next to nothing in the note is about this reader: it would fit anybody.

    A session's title counts only where the note builds on it: offers something or asks to compare.
    """
    if note.has("sharing", "gift"):
        known_names = ""
    specific = len(specific_words(note, known_names))
    words = sum(len(s.plain.split()) for s in note.sentences)
    return specific <= 1 if known else specific <= 3 or specific < words * 0.09


def names_wanted(text: str, known: str) -> list[str]:
    """People or places of work named in the text that are neither the reader nor the event."""
    strangers = []
    for match in [*_NAME.finditer(text), *_TITLED.finditer(text)]:
        words = set(re.findall(r"\w+", match[0].lower()))
        if not words & set(re.findall(r"\w+", known.lower())):
            strangers.append(match[0])
    return strangers
