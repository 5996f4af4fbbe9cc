"""Lines that hold a title and who speaks: "Title – Ann Archer (Acme)", "Ann Archer: Title", "Title by Ann Archer".

One such line alone proves little; the lines of one format are judged together. The mark and the side that most often leaves
people on one side and something that is no name on the other is taken for all of them.
"""

from __future__ import annotations

from scrapers._bylines.marks import LONGEST, MARKS, Cut, makes_sense, marks_in, names_house, people_leading, sides_at
from scrapers._bylines.proven_bylines import at_kind, cut_alone, cut_surely
from scrapers._bylines.short_names import in_short
from scrapers._language.awaited import is_placeholder
from scrapers._language.jobs import job_and_company, opens_with_job, words_say
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import CJK
from scrapers._people.holders import is_topic
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given

_LAST = frozenset(("by", "bracket", "honour", "glue", "quoted", "semicolon"))
"""The marks behind which people stand, never a title."""
_PATTERNS = [
    (mark, first) for mark in MARKS for first in (False, True)
    if not (mark in _LAST and first) and not (mark == "quote" and not first)
]  # fmt: skip
_APART = tuple(mark for mark in MARKS if mark != "stop")
"""The marks that part more than two sentences."""
_DOUBTFUL = 0.45
_ENOUGH = 160
_BRIEF = 8
_MOST_OF_NAME = 3
_TITLE = 3


def part_bylines(texts: list[str]) -> list[Cut | None]:
    """The cuts of lines of one format, None for lines that hold no byline."""
    lines = [text if len(text) <= LONGEST else "" for text in texts]
    different = sample(list(dict.fromkeys(line for line in lines if line)))
    best: tuple[float, tuple[str, bool] | None] = (0.0, None)
    marked = {mark: [line for line in different if mark in marks_in(line)] for mark in MARKS}
    for mark, people_first in _PATTERNS:
        value = _worth(mark, people_first, marked[mark], len(different), best[0])
        if value > best[0]:
            best = (value, (mark, people_first))
    cuts = in_short(lines) if best[1] is None else _applied(*best[1], lines)
    usual = any(at_kind(text) for text in texts)
    return [cut_surely(text, usual=usual) or cut or cut_alone(text) for cut, text in zip(cuts, texts, strict=True)]


def part_titles(texts: list[str]) -> list[Cut | None]:
    """The cuts of lines of one format that are known to hold titles, so that less proof is asked for the people in them."""
    some = sample(texts)
    for mark in _APART:
        having = [text for text in some if len(text) < LONGEST and mark in marks_in(text)]
        if len(having) < max(3, 0.5 * len(some)):
            continue
        cuts: list[Cut] = []
        for left, text in zip(range(len(having), 0, -1), having, strict=True):
            if len(cuts) + left < 0.7 * len(having):
                break  # even if all others can be cut
            cuts += filter(None, [_likeliest(text, mark)])
        if len(cuts) >= 0.7 * len(having) and not _are_strangers([names for _, names, _ in cuts]):
            return [_likeliest(text, mark) for text in texts]
    return [None] * len(texts)


def sample(lines: list[str]) -> list[str]:
    """Enough of the lines of one format to judge all of them by, taken evenly."""
    return lines[:: 1 + len(lines) // _ENOUGH]


def part_title(text: str) -> Cut | None:
    """The likeliest cut of a line that is known to hold a title and people, at whichever mark."""
    return _likeliest(text, *_APART)


def _likeliest(text: str, *marks: str) -> Cut | None:
    best: tuple[float, Cut | None] = (_DOUBTFUL, None)
    for mark in marks:
        for left, right in sides_at(mark, text):
            for title, names, first in ((left, right, False), (right, left, True)):
                if (mark, first) in _PATTERNS and (value := _likely(title, names, mark, first)) > best[0]:
                    best = (value, (title, names, first))
    return best[1]


def _likely(title: str, names: str, mark: str, first: bool) -> float:
    """How likely one side names the people of the other, where the line is sure to be a title: by what the names look like."""
    people = people_leading(names) if 2 < len(names) < LONGEST and len(title) > 2 else []
    if not people or (mark != "by" and not first and is_topic(title, people)):
        return 0.0
    score = min(looks_like_name(p.name) for p in people)
    if looks_like_name(title) > 0.6:
        score -= 0.3 if _are_known_apart(title, names) else 0.5
    return score + 0.05 * (not first) + 0.1 * (mark == "by") - 0.3 * (mark == "comma") + 0.1 * (len(title) >= len(names))


def _worth(mark: str, people_first: bool, lines: list[str], count: int, least: float) -> float:
    """How well a mark explains the lines that hold it, of `count` in all: good cuts, less those that make no sense.

    0 when it should not be used, or is worth less than `least`.
    """
    strong = mark in ("by", "quote")
    good, bad, most_bad = 0.0, 0, 1.5 if strong else 0.7
    enough = 0.8 if strong else max(1.5, 0.25 * count)
    lean = (0.3 if strong else 0.0) - (0.3 if mark in ("comma", "presents") else 0.0)
    titles: list[str] = []
    found: list[str] = []
    for left, line in zip(range(len(lines), 0, -1), lines, strict=True):
        if good + left < enough or bad > most_bad * (good + left) or good + left - 0.5 * bad + lean < least:
            return 0.0  # even if all others are good
        value, title, names = _best_cut(mark, people_first, line)
        if value > 0:
            good += value
            titles.append(title)
            found.append(names)
        elif title and not _are_known_apart(title, names) and not (is_placeholder(names) or names_house(names)):
            bad += 1
    if not titles or len(set(titles)) < 0.6 * len(titles) or (not strong and 2 * sum(map(_length, titles)) < 5 * len(titles)):
        return 0.0
    if mark == "colon" and people_first and all(_best_given(names) < 0 for names in found):
        return 0.0  # "Slow Dollars: Cash flow for builders"
    if _are_strangers(found) or good < enough or bad > most_bad * good:
        return 0.0
    return good - 0.5 * bad + lean


def _are_strangers(found: list[str]) -> bool:
    """Whether of several people hardly one has a given name that is known: these are translations of titles, or places."""
    unknown = sum(_best_given(names) < 0 for names in found)
    return unknown > 2 and 7 * unknown > 6 * len(found)


def _are_known_apart(title: str, names: str) -> bool:
    """Whether people have given names that all know, and the other side has none ("Bell Founding – Ann Archer")."""
    people = people_leading(names)
    known = all(known_given(p.name) > 0 and looks_like_name(p.name) >= 0.7 for p in people)
    return bool(people) and known and known_given(title) < 0


def _best_given(names: str) -> float:
    """How far the best known of several people is known by a given name."""
    return max((known_given(p.name) for p in split_people(names)), default=0.0)


def _best_cut(mark: str, people_first: bool, line: str) -> tuple[float, str, str]:
    """(sense, title, people) of the place of a mark where a cut makes most sense; empty texts when the mark is not there.

    Commas part names from each other too: only the first and the last of a line may part them from the title.
    """
    sides = sides_at(mark, line)
    sides = [sides[0], sides[-1]] if mark == "comma" and sides else sides
    cuts = [(right, left) for left, right in sides] if people_first else sides[::-1]
    if mark == "stop":
        cuts = [cut for cut in cuts if _are_few_words(cut[1])]
    if mark == "comma" and people_first:
        cuts = [cut for cut in cuts if not (makes_sense(*cut) and _goes_on(*cut))]
    best = max((makes_sense(*cut) for cut in cuts), default=0.0)
    alike = [cut for cut in cuts if makes_sense(*cut) == best]
    cut = max(alike, key=lambda c: _proof_of(mark, *c)) if len(alike) > 1 else alike[0] if alike else ("", "")
    return best, *cut


def _are_few_words(names: str) -> bool:
    """Whether a side that names people has no more words than they need: a first sentence of a life has."""
    count = len(names.split())
    return count <= _BRIEF or count <= _MOST_OF_NAME * len(split_people(names))


def _goes_on(title: str, names: str) -> bool:
    """Whether what stands behind people and a comma still tells of them: behind "Ann Archer; Head of Sales" where she works."""
    last = split_people(names)[-1]
    return opens_with_job(title) or bool(last.title and (not last.company or len(title.split()) < _TITLE))


def _proof_of(mark: str, title: str, names: str) -> tuple[int, ...]:
    """What speaks for a cut among others at the same mark: a title that is more than a kind, people, what they do."""
    return (not is_kind(words_of(plain(title))), *_told(names)[: 1 + (mark != "comma")])


def _told(names: str) -> tuple[int, int]:
    """How many people a side names, and of how many of them it tells what they do or where."""
    people = split_people(names)
    return len(people), sum(max(words_say(p.title or p.company or "")) >= 0.7 for p in people)


def _length(text: str) -> float:
    """Words, or their like in scripts without blanks."""
    return max(len(text.split()), len(CJK.findall(text)) / 2)


def _applied(mark: str, people_first: bool, lines: list[str]) -> list[Cut | None]:
    """Cut lines as most of their format; where nearly all hold people on one side, so do those with a name on either."""
    cuts = [_apply(mark, people_first, line) for line in lines]
    marked = sum(mark in marks_in(line) for line in lines)
    if mark in ("comma", "presents") or 10 * sum(map(bool, cuts)) < max(40, 8 * marked):
        return cuts
    for at, line in enumerate(lines):
        sides = sides_at(mark, line) if cuts[at] is None else []
        for title, names in (side[::-1] if people_first else side for side in sides):
            if _are_names(names) and not is_kind(words_of(plain(title))):
                cuts[at] = (title, names, people_first)
                break
    return cuts


def _are_names(text: str) -> bool:
    """Whether a text looks like a name, or begins with people who all do: with one whose given name is known, or several."""
    people = people_leading(text)
    sure = len(people) > 1 or (len(people) == 1 and known_given(people[0].name) > 0 and share_told(people, text) >= 0.6)
    return looks_like_name(text) >= 0.6 or (sure and min(looks_like_name(p.name) for p in people) >= 0.6)


def _apply(mark: str, people_first: bool, line: str) -> Cut | None:
    """Cut a line as the others of its format; odd names count when nothing speaks against them."""
    value, title, names = _best_cut(mark, people_first, line)
    if value > 0:
        return title, names, people_first
    people = people_leading(names) if mark in ("bracket", "by") else []
    if people and known_given(people[0].name) > 0 and looks_like_name(people[0].name) >= 0.6:
        return title, names, people_first  # whatever the title looks like
    if mark not in ("comma", "presents") and (mark != "colon" or people_first) and _are_known_apart(title, names):
        return title, names, people_first
    short = 0 < len(names.split()) <= 3 and not is_placeholder(names) and max(job_and_company(names)) < 0.3
    if short and mark not in ("comma", "presents") and looks_like_name(names) >= 0.1 and looks_like_name(title) < 0.5:
        return title, names, people_first
    return None
