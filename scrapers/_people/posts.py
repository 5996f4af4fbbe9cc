"""The first of several posts beside a name: where the next one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrapers._language.jobs import lean_to_job, says_job
from scrapers._language.words import lexicon, parts, plain_in_place

_EASTERN = re.compile(r"[,，、;；/／\n]|(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff]{5})")
_HEADS = ("ceo", "cto", "coo", "cfo")


def first_post(text: str) -> str:
    """What stands before the first mark behind a job, in scripts without spaces ("某某学院教授、某某创始人")."""
    pieces = _EASTERN.split(text)
    for size in range(1, len(pieces) + 1):
        if plain_in_place(pieces[size - 1].strip()).endswith((*lexicon("job").spaceless, *_HEADS)):
            return text[: sum(map(len, pieces[:size])) + size - 1].strip()
    return pieces[0]


def further_posts(text: str) -> Iterator[tuple[int, bool]]:
    """Where further posts begin ("CEO of Acme, chair of Beta"), each with whether only a word such as "and" parts it."""
    places = list(_next().finditer(text))
    ends = [*(m.start() for m in places), len(text)][1:]
    for match, end in zip(places, ends, strict=True):
        post = text[match.end() : end]
        hits = lexicon("job").hits(post)
        if match["joint"] == "en" and " " not in post:
            continue  # "rédactrice en chef"
        if lean_to_job(post) > 0 and ((hits and hits[0][0] == 0) or (says_job(post) and not match["joint"])):
            yield match.start(), match["joint"] is not None


@cache
def _next() -> re.Pattern[str]:
    joints = "|".join(sorted((re.escape(word) for word in parts("joints") if word not in ",,"), key=len, reverse=True))
    return re.compile(rf"(?:\s*[,;|]|\.(?=\s[A-ZÀ-Þ]))\s*(?:(?:{joints})\s+)?(?=\w)|\s+(?P<joint>{joints})\s+(?=\w)", re.I)
