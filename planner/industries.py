"""What a company does: told by the user, known by name, said by the words of its name or by a text; else unknown.

Unknown is a state of its own and is never filled by a guess.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from planner._signs import words_of
from planner._words import DOMAIN, Hit, Lexicon, phrases_of, tokens_of
from planner.matching import company_key
from planner.naming import fold_company

DATA = Path(__file__).parent / "data"

Evidence = Literal["told", "known", "name", "text", "title"]

_LONGEST_NAME = 12  # words
_MAKERS = frozenset({"manufacturing", "consumer goods"})  # groups of those who make things
_PARTS = re.compile(r"\s[/|–—-]\s|[/|(),;]|\bby\b|\ba division of\b|\bpart of\b")
_PREPOSITION = re.compile(
    r"\b(?:for|at|in|of|to|with|from|de|do|da|dos|das|para|pour|für|fur|von|vom|voor|van|per|en|di|del|della|der|im|bei|chez|em|en|na|no)\b"
)
_ABOUT = frozenset("is are was ist es e est a an the one ein eine der die das un une um uma una een our".split())
_ARTICLES = frozenset("the a an der die das dem den beim vom le la les du l el los o do da il lo het de".split())
_OURSELVES = ("we are", "wir sind", "nous sommes", "somos", "siamo", "wij zijn", "our company")
_CLAUSE = re.compile(r"[,;:()–—]|\.\s|[!?]\s|\bthat\b|\bwhich\b|\bwho\b|\bwhere\b|\band\b|\bund\b")


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry of `planner/data/industries.toml`; `firm` and `firms` are such companies in words ("a bank", "banks").

    `craft` is the function of those who own such a firm, where that says what they do: a partner at a law firm is in legal.
    `vague` is one that leaves open which of its group a company is in ("healthcare").
    """

    key: str
    label: str
    firm: str
    firms: str
    group: str
    kind: str = "company"
    craft: str | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Business:
    """What is known about a company. `industry` None: unknown, or told in words (`label`) the tables do not hold.

    `others` are further trades of a firm in the table, as of a chain that makes the fashion it sells. `famous`: the firm is
    in the table, so it is neither young nor small, whoever says what it does.
    """

    industry: Industry | None = None
    label: str | None = None
    evidence: Evidence | None = None
    proof: str | None = None
    others: tuple[Industry, ...] = ()
    famous: bool = False

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.label is not None

    @property
    def kind(self) -> str:
        """company, fund, association, public, academic or press; company when unknown."""
        return self.industry.kind if self.industry else "company"

    def among(self, keys: Collection[str]) -> Industry | None:
        """The industry of this company that is one of these keys, None when none is."""
        mine = (self.industry, *self.others) if self.industry else ()
        return next((i for i in mine if i.key in keys), None)


UNKNOWN = Business()


@dataclass(frozen=True, slots=True)
class Wish:
    """A phrase about a kind of company understood: its trade, and the markets it serves ("software for hospitals")."""

    industries: tuple[Industry, ...] = ()
    markets: tuple[Industry, ...] = ()
    rest: tuple[str, ...] = field(default=())


@lru_cache(maxsize=1)
def _raw() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / "industries.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def industries() -> dict[str, Industry]:
    """Every industry by its key."""
    return {
        key: Industry(
            key, raw["label"], raw["firm"], raw["firms"], raw["group"],
            raw.get("kind", "company"), raw.get("craft"), raw.get("vague", False),
        )
        for key, raw in _raw().items()
    }  # fmt: skip


@lru_cache(maxsize=1)
def circles() -> frozenset[str]:
    """The groups of industries that are circles: there people of different trades know each other, as in sport."""
    return frozenset(tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))["circles"])


@lru_cache(maxsize=1)
def _name_words() -> Lexicon:
    return Lexicon({key: phrases_of(raw["names"]) for key, raw in _raw().items()})


@lru_cache(maxsize=1)
def _phrase_words() -> Lexicon:
    return Lexicon(
        {key: [raw["label"], raw["firms"], *phrases_of(raw["names"]), *phrases_of(raw["says"])] for key, raw in _raw().items()}
    )


@lru_cache(maxsize=1)
def _description_words() -> Lexicon:
    """Only words that describe a company in a sentence: names' words say too much there."""
    return Lexicon({key: [raw["label"], raw["firms"], raw["firm"], *phrases_of(raw["says"])] for key, raw in _raw().items()})


@dataclass(frozen=True, slots=True)
class _Firm:
    """A firm of the table: its trades, whether only its whole name counts, and whether it is written in capitals."""

    keys: tuple[str, ...]
    whole: bool
    capitals: bool


@lru_cache(maxsize=1)
def _firms() -> dict[tuple[str, ...], _Firm]:
    """The words of a firm's name -> the firm; one named in several industries has them all, in the order of the table."""
    table: dict[tuple[str, ...], _Firm] = {}
    for key, names in tomllib.loads((DATA / "firms.toml").read_text(encoding="utf-8")).items():
        for name in phrases_of(names):
            bare = name.removeprefix("=")
            words = company_words(bare)
            old = table.get(words, _Firm((), whole=True, capitals=False))
            keys = old.keys if key in old.keys else (*old.keys, key)
            table[words] = _Firm(keys, old.whole and name != bare, old.capitals or bare.isupper())
    table.pop((), None)
    return table


@lru_cache(maxsize=16384)
def company_words(company: str) -> tuple[str, ...]:
    """The words of a company's name as they are compared: without legal forms and a leading article."""
    words = fold_company(DOMAIN.sub(" ", company)).split()
    words = words[:-1] if len(words) > 1 and words[-1] == "com" else words
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _known_firm(company: str) -> tuple[tuple[str, ...], str] | None:
    """The industries of a firm in the table and the words after its name."""
    words, table = company_words(company), _firms()
    if (firm := table.get(words)) is not None:
        return firm.keys, ""
    for end in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
        firm = table.get(words[:end])
        if firm is None or firm.whole:
            continue
        short = end == 1 and len(words[0]) <= 4
        capitals = firm.capitals and re.split(r"\W", company.strip(), maxsplit=1)[0].isupper()
        if not short or capitals or set(words[end:]) <= words_of("tails"):
            return firm.keys, " ".join(words[end:])
    return None


def _best(hits: Iterable[Hit]) -> Hit | None:
    """The word of a name that decides: the sort of body before its trade, the longest wording, the last."""
    found = list(hits)
    best = max(found, key=lambda h: (_raw()[h.key].get("tier", 2), h.size, h.start), default=None)
    if best is not None and best.key == "association" and any(_raw()[h.key]["group"] == "sport" for h in found):
        return replace(best, key="sports_bodies")  # an association of sport
    return best


def _from_name(company: str) -> Business:
    for part in [company, *_PARTS.split(company)]:
        firm = _known_firm(part) if part else None
        if firm is not None:
            head = _best(_name_words().find(firm[1]))
            whose = tuple(industries()[key] for key in firm[0])
            trades = all(i.kind == "company" for i in whose)  # a directorate for food safety makes no food
            if head is not None and trades and head.key not in firm[0] and _raw()[head.key].get("tier", 2) > 1:
                return replace(_business(head.key, "name", head.words), others=whose, famous=True)  # "Tesco Bank" is a bank
            return replace(_business(firm[0][0], "known", company), others=whose[1:], famous=True)
    hit = _best(_name_words().find(company))
    if hit is None or (company_words(company) == (hit.words,) and hit.size > len(hit.words)):
        return UNKNOWN  # a name of one plain word is a brand: "Turbine" builds none
    return _business(hit.key, "name", hit.words)


def _business(key: str, evidence: Evidence, proof: str) -> Business:
    industry = industries()[key]
    return Business(industry, industry.label, evidence, proof)


@lru_cache(maxsize=4096)
def _from_text(company: str, text: str) -> Business:
    """What a text says next to the company's name: "at Acme, a leading insurer in the north", "the insurer Acme"."""
    name = tokens_of(company)
    clauses = [tokens_of(clause) for clause in _CLAUSE.split(text[:4000])]
    for clause, following in zip(clauses, [*clauses[1:], []], strict=True):
        for start in range(len(clause) - len(name) + 1):
            if clause[start : start + len(name)] != name:
                continue
            after = clause[start + len(name) :] or following
            hit = _best(_description_words().find(" ".join(after[:12]))) if after and after[0] in _ABOUT else None
            if hit := hit or _just_before(clause[:start]):
                return _business(hit.key, "text", hit.words)
    return UNKNOWN


def _just_before(words: tuple[str, ...]) -> Hit | None:
    """The kind of company named right before its name: "the insurer", "the German logistics company"."""
    words = words[-6:]
    while words and words[-1] in words_of("firms"):
        words = words[:-1]
    hits = [h for h in _description_words().find(" ".join(words)) if h.end == len(words)]
    return _best(hits) if any(w in _ARTICLES for w in words) else None


def read_own_words(company: str, text: str) -> Business:
    """What a company's description of itself says it is: "Acme is an insurer", "We are a leading insurer"; else unknown."""
    named = (_from_text(name, text) for name in (company, *_OURSELVES))
    return next((business for business in named if business.known), UNKNOWN)


@lru_cache(maxsize=16384)
def _looked_up(company: str) -> Business:
    return _from_name(company)


def industry_of(company: str | None, texts: Iterable[str | None] = (), *, answers: Mapping[str, str] | None = None) -> Business:
    """What a company does. `answers` (company -> industry in the user's words) win over everything.

    `texts` are the person's biography, the session's abstract or the company's own page; they count only where they say
    in so many words what this company is.
    """
    if not company or not company_key(company):
        return UNKNOWN
    told = _told(company, answers or {})
    found = _looked_up(company)
    if told is not None:
        return replace(told, famous=found.famous)
    tier = _raw()[found.industry.key].get("tier", 2) if found.industry else 0
    if found.evidence == "known" or tier > 1:
        return found
    for text in texts:
        if text and (said := _from_text(company, text)).known:
            return said
    return found


def _told(company: str, answers: Mapping[str, str]) -> Business | None:
    if not answers:
        return None
    words = company_words(company)
    for name, phrase in answers.items():
        if company_words(name) == words and phrase.strip():
            wish = read_kind(phrase)
            found = wish.industries[0] if wish.industries else None
            return Business(found, found.label if found else phrase.strip(), "told", phrase.strip())
    return None


@lru_cache(maxsize=1)
def _professions() -> Lexicon:
    raw = tomllib.loads((DATA / "titles.toml").read_text(encoding="utf-8"))["professions"]
    return Lexicon({key: phrases_of(words) for key, words in raw.items()})


@lru_cache(maxsize=4096)
def by_profession(title: str | None) -> Business:
    """What somebody's firm does where the job title alone tells: a tax adviser, a notary, a headhunter."""
    hits = _professions().find(title) if title else []
    return _business(hits[0].key, "title", hits[0].words) if hits else UNKNOWN


def _head_of(hits: list[Hit]) -> Hit:
    """The word of a phrase that decides: the last, but of a "fashion manufacturer" what it makes."""
    head = max(hits, key=lambda h: (h.end, h.size))
    if not words_of("makers").isdisjoint(head.words.split()[-1:]):
        made = [h for h in hits if h.end <= head.start and industries()[h.key].group in _MAKERS]
        return max(made, key=lambda h: (h.end, h.size), default=head)
    return head


@lru_cache(maxsize=1024)
def read_kind(phrase: str) -> Wish:
    """Understand a phrase about a kind of company: the head noun decides ("retail banking" is banking, "software for
    hospitals" is software), several kinds may be joined by `or`, `and` or commas.
    """
    trades: list[Industry] = []
    markets: list[Industry] = []
    for piece in re.split(r",|/|\bor\b|\band\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b", phrase.casefold()):
        parts = [_phrase_words().find(part) for part in _PREPOSITION.split(piece)]
        filled = [p for p in parts if p]
        if not filled:
            continue
        head = _head_of(filled[0])
        trades.append(industries()[head.key])
        markets += [industries()[h.key] for hits in filled for h in hits if h is not head]
    return Wish(tuple(dict.fromkeys(trades)), tuple(dict.fromkeys(m for m in markets if m not in trades)))
