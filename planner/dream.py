"""Dream customers understood: a named company, or a role at a kind of company ("CIO of a hospital group")."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from planner._signs import common_words, find_sign
from planner._words import Lexicon, phrases_of, tokens_of
from planner.industries import Business, industries, industry_of, read_kind
from planner.matching import company_key, same_company
from planner.titles import Level, Role, are_adjacent, functions_of, level_of, names_level

_RELATIVE = re.compile(
    r"(?:,|(?<!\s))\s+(?:that|who|which|whose|where|with|without|looking|wanting|needing|planning|going|like|such as"
    r"|investing|selling|running|offering|operating|using|building|buying"
    r"|que|qui|com|con|avec|mit)\b.*"
)
_ARTICLE = r"(?:(?:an?|the|any|une?|un[oa]|uma?|eine[mnrs]?|dem|der|des|die|das|een|la|le|el|los|las|les|os|as)\s+)*"
_INDEFINITE = r"\b(?:an?|any|une?|un[oa]|uma?|eine[mnrs]?|een)"
_AT = re.compile(
    rf"(?<!\s)\s+(?:at|in|within|inside|from|bei|beim|im|chez|dans|em|en|na|no|nas|nos|num|numa|nuns|numas|nel|nello|nella|nei|nelle|presso|bij)\s+{_ARTICLE}"
)
_ELIDED = re.compile(r"\b(d|dell|dall|l|all|nell|un)['’](?=\w)", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_OF = re.compile(
    rf"(?<!\s)\s+(?:of|eines|einer|for|de|da|do|dos|das|von|vom|van|di|del|della|du|des|der|d|dell|dall)\s+{_ARTICLE}"
)
_OR = re.compile(r"(?:(?<!\s)\s+)?(?:,|/|\bor\b|\band\b|&|\boder\b|\bund\b|\bou\b|\bet\b|\be\b|\by\b|\bo\b|\bof\b(?=\s*$))\s*")
_LONGEST_WISH = 300  # characters of a phrase that are read
_LEVELS: tuple[Level, ...] = ("professional", "senior_manager", "executive")


@dataclass(frozen=True, slots=True)
class Dream:
    """One dream customer understood. `company` is a named company; `kinds` are keys of industries; `smaller` asks for no
    giants. `functions`, `words` of the field that are none of the functions ("claims") and `level` describe the role; all
    empty when any decision maker will do. `place` are the words of a kind of company that the tables don't hold.
    """

    text: str
    company: str | None = None
    kinds: frozenset[str] = frozenset()
    startup: bool = False
    smaller: bool = False
    functions: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    level: Level | None = None
    place: frozenset[str] = frozenset()

    @property
    def any_role(self) -> bool:
        """Whether the phrase asks for a kind of company and for no role there."""
        return not self.functions and not self.words and self.level is None

    @property
    def any_company(self) -> bool:
        """Whether the phrase asks for a role and for no company or kind of company."""
        return self.company is None and not self.kinds and not self.startup and not self.place


@cache
def _wider() -> tuple[Lexicon, Mapping[str, frozenset[str]]]:
    data = tomllib.loads((Path(__file__).parent / "data" / "kinds.toml").read_text(encoding="utf-8"))["kind"]
    return Lexicon({str(i): phrases_of(kind["words"]) for i, kind in enumerate(data)}), {
        str(i): _expand(kind) for i, kind in enumerate(data)
    }


def _expand(kind: Mapping[str, Any]) -> frozenset[str]:
    groups = set(kind.get("groups", ()))
    return frozenset(kind.get("industries", ())) | {key for key, i in industries().items() if i.group in groups}


@lru_cache(maxsize=1024)
def kinds_of(phrase: str) -> frozenset[str]:
    """The industries a phrase about companies means: "mid-size manufacturers" is the whole of manufacturing, "car
    manufacturers" only cars.
    """
    found: set[str] = set()
    lexicon, wider = _wider()
    for part in _OR.split(phrase.casefold()):
        words = tokens_of(part)
        wide = max(lexicon.find(part), key=lambda h: (h.end, h.size), default=None)
        if wide is None:
            found |= {i.key for i in read_kind(part).industries}
            continue
        around = (" ".join(words[: wide.start]), " ".join(words[wide.end :]))  # "fashion brand", "marca de moda"
        named = find_sign("heads", wide.words) is None
        narrower = frozenset(key for side in around if side and named for key in kinds_of(side))
        found |= narrower & wider[wide.key] or wider[wide.key]
    return frozenset(found)


def _split(text: str) -> tuple[str, str]:
    """The role and the company of a phrase; either may be empty. "Somebody at" a company asks for no role."""
    if (first := _AT.search(text)) and find_sign("anybody", text[: first.start()]) and not functions_of(text[: first.start()]):
        return "", text[first.end() :]
    cuts = [(text[: m.start()], text[m.end() :], s) for s in (_AT, _OF, _COMMA) for m in s.finditer(text)]
    cuts = [cut for cut in cuts if names_level(cut[0]) or functions_of(cut[0])]
    fits = [(role, place) for role, place, s in cuts if _is_place(place) and not (s is _OF and _is_field(role, place, text))]
    if fits:
        return next(((role, place) for role, place in fits if _functions(role)), fits[0])
    if names_level(text):
        words = text.split()
        for cut in range(1, len(words)):
            left, right = " ".join(words[:cut]), " ".join(words[cut:])
            if names_level(right) and kinds_of(left) and not names_level(left):
                return right, left
            if names_level(left) and kinds_of(right) and not names_level(right) and not functions_of(right):
                return left, right
        unread = [(role, place) for role, place, s in cuts if s is _AT and not functions_of(place)]
        return unread[0] if unread else (text, "")
    return "", text


def _is_place(phrase: str) -> bool:
    return bool(kinds_of(phrase)) or names_company(phrase) or _startup(phrase) or find_sign("anywhere", phrase) is not None


def _is_field(role: str, place: str, text: str) -> bool:
    """Whether what follows "of" is the field of work: not after a role that has one, nor after "of a"."""
    one = re.search(rf"{_INDEFINITE}\s+{re.escape(place)}", text, re.IGNORECASE) is not None
    return not one and not _functions(role) and _is_function(place)


def _is_function(phrase: str) -> bool:
    """Whether "head of ..." is followed by a field of work, not by a kind of company."""
    named = functions_of(phrase)
    return bool(named) and not re.search(r"compan|firm|provider|vendor|brand|club|s\b|group|agenc", phrase.casefold())


def names_company(phrase: str) -> bool:
    """Whether a phrase is a name: of a firm in the table, or all in capitals with a word no kind of company is called by."""
    if not phrase[:1].isupper():
        return False
    if industry_of(phrase).evidence == "known":
        return True
    words = phrase.split()
    odd = [w for w in words if not kinds_of(w) and w.casefold() not in common_words() and not find_sign("smaller", w)]
    return len(words) > 1 and bool(odd) and all(w[:1].isupper() for w in words) and not words[-1].endswith("s")


def _startup(phrase: str) -> bool:
    return find_sign("startup", phrase) is not None


@lru_cache(maxsize=512)
def read_dream(text: str) -> Dream:
    """Understand one phrase among the dream customers."""
    whole = _ELIDED.sub(r"\1 ", " ".join(text[:_LONGEST_WISH].split()))
    plain = _RELATIVE.sub("", whole).strip(" .")
    role, place = _split(plain)
    level = None
    if role:
        ranked = [p for part in _OR.split(role) if names_level(part) and (p := level_of(_singular(part))) in _LEVELS]
        level = min(ranked, key=_LEVELS.index, default=None)
    roles = _functions(role) if role else ()
    words = frozenset() if roles else _field_words(role)
    if not place:
        return Dream(text, functions=roles, words=words, level=level)
    kinds = kinds_of(place)
    smaller, unread = find_sign("smaller", place) is not None, frozenset[str]()
    open_kind = not kinds and not _startup(place) and find_sign("anywhere", place) is None and not smaller
    is_one = re.search(rf"{_INDEFINITE}\s+{re.escape(place)}", plain, re.IGNORECASE) is None  # "bei einem Reeder" names none
    if place[:1].isupper() and is_one and (names_company(place) or open_kind):
        return Dream(text, company=place, functions=roles, words=words, level=level)
    if open_kind:
        unread = frozenset(w for w in tokens_of(place) if len(w) > 3 and w not in common_words())
    return Dream(text, None, kinds, _startup(place), smaller, roles, words, level, unread)


def _functions(role: str) -> tuple[str, ...]:
    """The functions of a role in the singular or the plural ("CIOs", "operaciones")."""
    return tuple(dict.fromkeys(functions_of(role) + functions_of(_singular(role))))


def _field_words(role: str) -> frozenset[str]:
    """The words of a role besides its rank: "claims" in "head of claims"."""
    return frozenset(w for w in tokens_of(role) if len(w) > 3 and not names_level(w) and w not in common_words())


def _singular(phrase: str) -> str:
    return " ".join(
        w[:-1]
        if len(w) > 3 and w.endswith("s") and not w.casefold().endswith(("ss", "sales", "operations", "relations", "resources"))
        else w
        for w in phrase.split()
    )


def role_fit(dream: Dream, role: Role, title: str | None = None, *, giant: bool = False) -> float:
    """How well a role is the one wished for, 0 to 1. With no role wished for, whoever decides fits.

    Who runs a company decides about everything there, unless it is a `giant`, where a managing director is one of many.
    """
    if dream.any_role:
        return {"executive": 1.0, "senior_manager": 0.9}.get(role.level, 0.6)
    height = 1.0
    if dream.level is not None and role.level in _LEVELS:
        height = (1.0, 0.75, 0.4)[max(0, _LEVELS.index(dream.level) - _LEVELS.index(role.level))]
    elif role.level not in _LEVELS:
        height = 0.5
    wished, theirs = set(dream.functions), set(role.functions)
    if "general" in wished & theirs:
        craft = 0.8 if dream.any_company and len(wished) > 1 else 1.0  # of several roles at any company a craft tells more
        return craft * height
    if wished & theirs or (not wished and not dream.words) or dream.words & set(tokens_of(title or "")):
        return height
    if "general" in theirs and role.owner and role.craft:
        return 0.6  # founders who name a craft of their own leave the others to somebody else
    if "general" in theirs and role.level == "executive":
        return 0.8 if role.owner or not (giant or role.craft) else 0.4
    if "general" in theirs:
        return 0.4 if giant else 0.6
    if not theirs and title:
        return 0.5 * height
    return 0.5 * height if any(are_adjacent(w, f) for w in wished - {"general"} for f in role.craft[:1]) else 0.0


def place_fit(dream: Dream, company: str | None, business: Business, *, owner: str | None = None) -> float | None:
    """How well a company is the one wished for, 0 to 1; None when it is not known what the company does.

    `owner` says whether somebody is the "founder" or another "owner" there, which tells of a start-up.
    """
    if dream.company is not None:
        return 1.0 if same_company(company_key(company), company_key(dream.company)) else 0.0
    if dream.place:
        return 1.0 if dream.place & set(tokens_of(f"{company or ''} {business.label or ''}")) else None
    if dream.any_company:
        return 0.7 if business.kind == "company" else 0.3
    if dream.startup and not dream.kinds:
        young = company and not business.famous and business.kind == "company" and not _advises(business)
        return ({"founder": 0.9, "owner": 0.6}.get(owner) if owner else None) if young else 0.0
    if business.industry is None:
        return None
    if business.among(dream.kinds) is None:
        near = {industries()[key].group for key in dream.kinds}
        return None if business.industry.vague and business.industry.group in near else 0.0
    return 0.8 if dream.smaller and business.famous else 1.0


def _advises(business: Business) -> bool:
    """Whether a company lives from the work of its people for others: firms of advisers are young in years at most."""
    return business.industry is not None and business.industry.group == "professional services"


def read_dreams(phrases: Iterable[str]) -> tuple[Dream, ...]:
    """Understand every phrase."""
    return tuple(read_dream(p) for p in phrases if p.strip())
