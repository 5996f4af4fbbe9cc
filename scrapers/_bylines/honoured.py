"""Lines of names and titles in scripts without capitals, where a few honorifics tell on which side of a mark the people are."""

from __future__ import annotations

from collections import Counter

from scrapers._bylines.marks import Cut, sides_at
from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import split_honours

_CASELESS = "\u0590"
"""From here on letters have no capitals."""
_MARKS = ("dash", "colon", "slash", "bar")
_FEW, _MOST_WORDS = 3, 4
_DOUBTFUL = 0.45


def with_honoured(lines: list[str], cuts: list[Cut | None]) -> list[Cut | None]:
    """The cuts of lines of one format, with those of the other lines where several people cut off have honorifics.

    Titles look like names there, and names like titles. What tells of a job or a body is no title, though.
    """
    honoured = [
        (line, cut) for line, cut in zip(lines, cuts, strict=True)
        if cut and cut[0][:1] >= _CASELESS and split_honours(cut[1])[0] and not split_honours(cut[0])[0]
    ]  # fmt: skip
    places = Counter(
        (mark, cut[2]) for line, cut in honoured for mark in _MARKS if _side(mark, line, people_first=cut[2]) == cut
    )
    (mark, first), count = places.most_common(1)[0] if places else (("", False), 0)
    if count < _FEW or 2 * count < sum(map(bool, cuts)):
        return cuts
    return [cut or (_may_be(_side(mark, line, people_first=first))) for line, cut in zip(lines, cuts, strict=True)]


def _side(mark: str, line: str, *, people_first: bool) -> Cut | None:
    """The cut of a line at the first or the last place of a mark, next to its people."""
    sides = sides_at(mark, line)
    if not sides:
        return None
    left, right = sides[0] if people_first else sides[-1]
    return (right, left, True) if people_first else (left, right, False)


def _may_be(cut: Cut | None) -> Cut | None:
    """A cut of which neither side tells of a job or a body, and the people take no more words than a name."""
    if cut is None or len(split_honours(cut[1])[1].split()) > _MOST_WORDS:
        return None
    told = max(*job_and_company(cut[0]), job_and_company(cut[1])[1])
    return cut if told < _DOUBTFUL else None
