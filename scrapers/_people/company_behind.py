"""Affiliations whose company follows the job without a mark between them: "CEO Acme", "директор Фонда развития"."""

from __future__ import annotations

from scrapers._language.jobs import legal_forms, words_say
from scrapers._language.text_kinds import text_kinds
from scrapers._language.words import CJK, lexicon, parts, plain, unlike_names
from scrapers._people.cuts import MARK

_MOST = 12


def cut_body(text: str) -> tuple[str, str] | None:
    """Cut "Präsidentin Deutscher Gartenbauverband", "مدیرعامل شرکت آفتاب": a job, then what a word for a body begins or ends.

    What stands behind a first mark is left out when it tells neither ("..., Hannover").
    """
    mark = MARK.search(text)
    words = (text[: mark.start()] if mark else text).split()
    if (
        not 1 < len(words) <= _MOST
        or not {"&", "/"}.isdisjoint(text)
        or CJK.search(text)
        or (mark and any(words_say(text[mark.end() :])))
    ):
        return None
    head = " ".join(words)
    ends = [end for first, end in lexicon("job").hits(head) if first == 0 or lexicon("job").hits(head)[0][0] == 0]
    first = next((at for at, _ in lexicon("company").hits(head) if ends and at >= ends[0]), 0)
    while first > (ends[0] if ends else 0) and _goes_on(words[first - 1], words[first]):
        first -= 1
    left, right = words[:first], words[first:]
    if (
        not first
        or not _is_body(right)
        or lexicon("job").holds(plain(right[-1]))
        or plain(left[-1]) in parts("joints") | parts("particles") | {"the"}
    ):
        return None
    return " ".join(left), " ".join(right)


def _goes_on(word: str, after: str) -> bool:
    """Whether a word belongs to the name of the body that goes on behind it: a capital, and nothing of a job."""
    bare = plain(word)
    known = lexicon("job").holds(bare) or lexicon("field").holds(bare) or bare in parts("joints")
    return word[:1].isupper() and after[:1].isupper() and not known


def _is_body(words: list[str]) -> bool:
    """Whether words are the name of a body: capitals or quotes in it where the script has them, and no field of work."""
    bare = [plain(word) for word in words]
    if words[0][0].isalpha() and words[0].lower() == words[0].upper():
        common = len(words) == 1 and bare[0].startswith(("ה", "ال"))  # "ראש המכון": head of the institute
        return not common and not any(map(lexicon("field").holds, bare))
    named = len(words) > 1 and any(word[0].isupper() or word[0] in '«“„"' for word in words[:2])
    return named and not any(map(lexicon("field").holds, bare)) and bare[1] not in parts("joints")


def cut_bare(text: str, *, sure: bool = False) -> tuple[str, str] | None:
    """Cut "CEO Acme", "giornalista Il Manifesto": words up to the last of a job title, then a name that is made of none.

    `sure`: a company stands there, whatever its letters look like.
    """
    if MARK.search(text):
        return None
    words = text.split()
    bare = [plain(word) for word in words]
    jobs = [at for at, word in enumerate(bare) if lexicon("job").holds(word)]
    known = jobs[-1] + 1 if jobs else 0
    while known and known < len(words) and (lexicon("field").holds(bare[known]) or bare[known] in parts("joints")):
        known += 1
    if known and not legal_forms().isdisjoint(bare[-1:]):
        known = next(
            (at for at in range(known, len(words)) if not words[at].islower()), known
        )  # "jednatel tiskárny Acme s.r.o."
    rest = words[known:]
    if not 1 <= known <= 5 or not 1 <= len(rest) <= 5 or not begins_name(rest[0]) or bare[known - 1] in parts("joints"):
        return None
    if (text_kinds(" ".join(rest)).job > 0.5 and not sure) or all(
        w in unlike_names() or w in legal_forms() for w in bare[known:]
    ):
        return None
    if is_common(" ".join(rest)) and not rest[0].isupper():
        return None
    return " ".join(words[:known]), " ".join(rest)


def is_common(text: str) -> bool:
    """Whether a text is a mere word for a body ("Faculty", "Verbandes"), and no name made with one ("Nubank")."""
    word = plain(text)
    return " " not in text and 10 * lexicon("company").fit(word) >= 7 * len(word)


def begins_name(word: str) -> bool:
    """Whether a word may begin the name of a company: a capital or a figure in it."""
    return word[:1].isupper() or word[:1].isdigit() or any(c.isupper() for c in word[1:])
