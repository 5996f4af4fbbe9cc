"""My own phrases in the language of a note: as I word them there, or not at all. No sentence mixes two languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from planner._lint_text import fold, languages
from planner.industries import industries
from planner.placeholders import Matter
from planner.profile import Profile

LANGUAGE_NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese"}
"""The languages we have note templates for, by code."""

_INTERNATIONAL = frozenset(
    "ceo cfo cio cmo coo cpo cro cto chro ciso vp svp evp hr it sales marketing manager controller partner consultant".split()
)
"""Words of job titles that are understood, and used, in every language we write."""

_NAMES = ("trade", "other", "peer", "partner", "introduced", "since")  # names and years; `trade` is ours, in every language


def language_of(profile: Profile) -> str:
    """The language my phrases are written in, by their common words; English where that is not clear."""
    text = " ".join((*profile.offers, *profile.topics, *profile.dream_customers, *profile.hiring, profile.industry))
    words = re.findall(r"[^\W\d_]+", fold(text))
    hits = {name: sum(word in known.function_words for word in words) for name, known in languages().items()}
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] >= 2 and hits[best] > hits["en"] else "en"


def say_in(
    language: str, profile: Profile, matter: Matter, *, written_in: str, wordings: Mapping[str, str]
) -> tuple[Profile, Matter]:
    """Profile and matter as a note in this language may use them.

    Where it is not the language I write in, each phrase of mine is replaced by my wording of it (phrase -> wording), and left
    out where there is none. Names stay, and so do job titles that are the same everywhere ("VP Sales").
    """
    if language == written_in:
        return profile, replace(matter, trade=trade_in(language, matter.trade))
    said = {
        item.name: value if item.name in _NAMES else wordings.get(value)
        for item in fields(Matter)
        if (value := getattr(matter, item.name))
    }
    title = wordings.get(profile.title) or (profile.title if _is_international(profile.title) else "")
    industry = wordings.get(profile.industry, "")
    return replace(profile, title=title, industry=industry), Matter(**{**said, "trade": trade_in(language, matter.trade)})


def trade_in(language: str, trade: str | None) -> str | None:
    """What a company does ("insurance"), as notes in this language say it; None where it is not one of our industries."""
    if language == "en" or not trade:
        return trade
    key = next((industry.key for industry in industries().values() if industry.label == trade), "")
    return _trades().get(language, {}).get(key)


def phrases_to_word(profile: Profile, matter: Matter) -> tuple[str, ...]:
    """The phrases of mine that a note in another language leaves out unless I word them there."""
    title = () if _is_international(profile.title) else (profile.title,)
    mine = (getattr(matter, item.name) for item in fields(Matter) if item.name not in _NAMES)
    return tuple(dict.fromkeys(phrase for phrase in (*mine, *title, profile.industry) if phrase))


def _is_international(title: str) -> bool:
    return set(title.casefold().replace(",", " ").replace("&", " ").split()) <= _INTERNATIONAL


def thing_in(text: str) -> str | None:
    """What a promise or a need is about, as a thing: "send her the rollout plan" is "the rollout plan".

    None where words such as "she" or a verb we do not know would make a sentence of it that nobody says.
    """
    words = text.strip(" .;,!").split()
    while words and words[0].casefold() in _small("passing"):
        words = words[1:]
    bare = [w.strip(",;:()").casefold() for w in words]
    if not words or set(bare) & _small("about_them") or bare[0] in _small("doing"):
        return None
    return " ".join(words)


@cache
def _trades() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "trades.toml").read_text(encoding="utf-8"))


@cache
def _small(kind: str) -> frozenset[str]:
    data = tomllib.loads((Path(__file__).parent / "data" / "promises.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in data[kind].values() for word in words.split())
