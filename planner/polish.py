"""Polishing a draft with a language model: what it is told, and the check that its answer says nothing new. No network here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planner.channels import Channel, find_channel
from planner.lint import NoteContext, lint_note
from planner.phrases import LANGUAGE_NAMES

_TOKEN = re.compile(r"[^\W_]+(?:[:.,’'\-/@][^\W_]+)*|[%€$£&+]")
_PARTS = re.compile(r"['’-]")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s{1,20}|\n\s{0,20}|[\"“„«¿¡(]\s{0,20})$")
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_ENDINGS = 4  # letters by which two forms of one word may differ in length
_SHORTEST = 4  # letters that two forms of one word have in common at least
_REACH = 3  # words after a "not" that it may be about


@dataclass(frozen=True, slots=True)
class _Words:
    small: frozenset[str]
    numbers: frozenset[str]
    negations: frozenset[str]
    past: tuple[str, ...]
    reach: int  # letters at the end in which two forms of one word may differ: more where verbs are inflected more


def polish_request(text: str, *, channel: str, language: str) -> list[dict[str, str]]:
    """The messages for a chat completion that asks for nothing but better wording of this note."""
    task = str(_data()["task"]).format(language=LANGUAGE_NAMES.get(language, language), limit=_limit(find_channel(channel)))
    return [{"role": "system", "content": task}, {"role": "user", "content": text}]


def clean_answer(answer: str) -> str:
    """A model's answer without its thinking and without quotation marks or a fence around the whole."""
    text = _THINKING.sub("", answer[:20_000]).strip()
    if text.startswith("```") and text.endswith("```"):
        text = text.strip("`").partition("\n")[2].strip()
    if len(text) > 2 and text[0] in '"“„«' and text[-1] in '"”“»' and not re.search(r"[\"“”„«»]", text[1:-1]):
        text = text[1:-1].strip()
    return text


def judge_polish(before: str, after: str, *, language: str, channel: str, context: NoteContext) -> tuple[str, ...]:
    """Why a polished text must not replace the draft, as sentences fit to show; nothing when it may.

    Every word of it has to be a word of the draft, a form of one, or a small word without a fact; numbers and names have to
    stand there just so, nothing may be turned into its opposite, and no time or name may be lost. Then the linter has its say.
    """
    if not after.strip():
        return ("The model gave no text.",)
    known = _words(language)
    reasons = [f"It adds {what}, which is not in your draft." for what in _new_things(before, after, known)]
    both = {_fold(t) for t in _TOKEN.findall(before)} & {_fold(t) for t in _TOKEN.findall(after)}
    if turned := (_negated(before, known) ^ _negated(after, known)) & both:
        reasons.append(f"It turns round what your draft says about “{min(turned)}”.")
    lost = [t for t in _TOKEN.findall(before) if any(c.isdigit() for c in t) and t not in _TOKEN.findall(after)]
    reasons += [f"It loses “{value}”." for value in dict.fromkeys(lost)]
    if not reasons:
        reasons = [flag.text for flag in lint_note(after, channel=channel, context=context)]
    return tuple(reasons)


def _new_things(before: str, after: str, known: _Words) -> Iterator[str]:
    """What the text after holds and the text before does not, each once, in words."""
    exact = set(_TOKEN.findall(before))
    there = {_fold(part) for token in exact for part in (token, *_PARTS.split(token))}
    said = set()
    for match in _TOKEN.finditer(after):
        token, word = match[0], _fold(match[0])
        if token in exact or word in said:
            continue
        begins = bool(_SENTENCE_START.search(after[: match.start()]))
        if kind := _kind_of_news(token, word, there, known, begins=begins):
            said.add(word)
            yield f"the {kind} “{token}”"


def _kind_of_news(token: str, word: str, there: set[str], known: _Words, *, begins: bool) -> str | None:
    """What is new about a word; None when it is in the draft, a form of a word there, or a small word without a fact."""
    if any(c.isdigit() for c in token) or not token[0].isalpha():
        return "number or sign"
    if word in there:
        return None
    if word in known.numbers:
        return "number"
    if token[0].isupper() and not begins and word not in known.small:
        return "name or word"
    parts = [part for part in _PARTS.split(word) if part]
    fine = all(part in known.small or part in there or _is_form_of(part, there, known) for part in parts)
    return None if word in known.small or fine else "word"


def _is_form_of(word: str, there: set[str], known: _Words) -> bool:
    """Whether the word is another form of one that is there: the same but for its end. A past tense is a new claim."""
    if len(word) < _SHORTEST or word.endswith(known.past):
        return False
    for other in there:
        shorter = min(len(word), len(other))
        same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), shorter)
        if same >= max(_SHORTEST, shorter - known.reach) and abs(len(word) - len(other)) <= _ENDINGS:
            return True
    return False


def _negated(text: str, known: _Words) -> set[str]:
    """The words with a meaning of their own that stand right after a "not"."""
    words = [_fold(t) for t in _TOKEN.findall(text)]
    found = set()
    for place, word in enumerate(words):
        if word in known.negations or word.endswith("n't"):
            about = [w for w in words[place + 1 : place + 1 + _REACH] if w not in known.small and w not in known.negations]
            found |= set(about[:1])
    return found


def _limit(channel: Channel) -> str:
    return f"{channel.words} words" if channel.words else f"{channel.characters} characters"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "polish.toml").read_text(encoding="utf-8"))


@cache
def _words(language: str) -> _Words:
    """The small words of a language; of one we do not know none, so that only the draft's own words pass."""
    data = _data().get(language, {})
    small, numbers, negations = (frozenset(str(data.get(name, "")).split()) for name in ("words", "numbers", "not"))
    return _Words(small, numbers, negations, tuple(str(data.get("past", "")).split()), 1 if language == "en" else 2)


def _fold(token: str) -> str:
    return token.casefold().replace("’", "'")
