"""Names of people and companies made comparable: no case, accents, titles or legal forms in the way."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_APOSTROPHES = str.maketrans("", "", "'’‘`´.")
_ASCII = {**_APOSTROPHES, **{n: " " for n in range(128) if not chr(n).isalnum() and n not in _APOSTROPHES}}


@cache
def _tables() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "names.toml").read_text(encoding="utf-8"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_tables()[kind])


def fold_text(text: str) -> str:
    """Text for comparing: no case, no Latin accents, apostrophes and dots dropped, other punctuation as single spaces."""
    if text.isascii():
        return " ".join(text.casefold().translate(_ASCII).split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not "\u0300" <= c <= "\u036f")
    bare = unicodedata.normalize("NFC", bare).casefold().translate(_LETTERS).translate(_APOSTROPHES)
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in bare).split())


def clean_name(name: str) -> str:
    """A name as one writes to people: `"Jansen, Bo"` and `"Bo Jansen, MBA"` both give `"Bo Jansen"`."""
    before, comma, after = (" ".join(part.split()) for part in name.partition(","))
    if not comma or "," in after:
        return " ".join(name.split())
    if set(fold_text(after).split()) <= _words("honorifics"):
        return before
    return f"{after} {before}" if len(after.split()) <= 3 and len(before.split()) <= 3 else f"{before}, {after}"


def fold_name(name: str) -> str:
    """A person's name for comparing: given name first, without titles, degrees and middle initials.

    `"Smith, Dr. Jane A."` and `"Jane Smith"` both give `"jane smith"`. Never empty for a name that holds a letter.
    """
    family, comma, given = name.partition(",")
    if comma and fold_text(given) and not set(fold_text(given).split()) <= _words("honorifics"):
        name = f"{given} {family}"
    words = fold_text(name).split()
    kept = [w for w in words if w not in _words("honorifics")] or words
    full = [w for w in kept if len(w) > 1 or not w.isascii()]
    return " ".join(full if len(full) > 1 else kept)


def sort_words(text: str) -> str:
    """The words in alphabetical order, so that family name first or last makes no difference."""
    return " ".join(sorted(text.split()))


def loosen_name(folded: str) -> str:
    """A folded name for finding it again under other spellings: words sorted, and `mueller` the same as `muller`."""
    return sort_words(folded.replace("ae", "a").replace("oe", "o").replace("ue", "u"))


@lru_cache(maxsize=32_768)
def fold_company(company: str) -> str:
    """A company's name for comparing, without the legal form at its end: `"Böhm & Co. KG"` gives `"bohm"`."""
    if not company.isascii():
        for form in _tables()["joined_forms"]:
            company = company.replace(form, " ")
    words = fold_text(company).split()
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _words("legal_forms"):
        kept.pop()
    return " ".join(kept)


def make_slug(text: str, *, limit: int = 48) -> str:
    """Folded text as one readable word for ids, cut at a word: `"Grow Without Guessing"` gives `"grow-without-guessing"`."""
    slug = "-".join(fold_text(text).split())
    if len(slug) > limit:
        cut = slug[: limit + 1].rpartition("-")[0]
        slug = cut or slug[:limit]
    return slug
