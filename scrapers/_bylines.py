"""Lines that hold a title and who speaks: "Title – Ann Archer (Acme)", "Ann Archer: Title", "Title by Ann Archer".

One such line alone proves little; the lines of one format are judged together. The mark and the side that most often leaves
people on one side and something that is no name on the other is taken for all of them.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from scrapers._jobs import job_and_company
from scrapers._kinds import is_kind, is_opening
from scrapers._labels import is_backing, label_inside
from scrapers._names import is_placeholder, known_given, looks_like_name, split_honours, split_people, split_role
from scrapers._text_kinds import text_kinds
from scrapers._vocabulary import page_words, plain, words_of
from scrapers._words import CJK

_BLANK = r"(?:(?<!\s)\s+)?"  # blanks before a mark, from their first one only: a long run of them is passed once
_MARKS = {
    "dash": re.compile(rf"(?<!\s)\s+[–—―‒-]+\s+|\s[–—―-](?=\S)|(?<=\S)[–—―]\s|(?<=[^\s\d])-\s|{_BLANK}[―]\s*"),
    "colon": re.compile(rf"{_BLANK}:\s+|{_BLANK}：\s*"),
    "slash": re.compile(rf"{_BLANK}(?<!\s[vw])/{{1,2}}\s+|(?<!\s)\s+/{{1,2}}\s*|{_BLANK}／\s*"),
    "bar": re.compile(rf"{_BLANK}[|｜•·»>~]\s+|{_BLANK}｜\s*"),
    "comma": re.compile(rf"{_BLANK}[,，]\s+"),
    "by": re.compile(
        rf"(?:{_BLANK}[,–—-])?(?<!\s)\s+"
        r"(?:(?:[^\W\d_]{3,14}ed )?by|w/|v/|with|feat\.?|von|mit|par|avec|por|con|di|com|door|met|a?v|med)\s+"
    ),
    "presents": re.compile(r"(?<!\s)\s+(?:presents|präsentiert|présente|presenta|apresenta|on|über|sur|sobre|zu|o)\s*:?\s+"),
    "bracket": re.compile(rf"{_BLANK}[(（\[]\s*(?=[^()（）]*+(?:[)）]\s*)?$)"),
    "quote": re.compile(rf"(?:{_BLANK}[,:–—-])?{_BLANK}(?=[“„«\"「『])"),
}
_HELD = {
    "dash": frozenset("–—―‒-"), "colon": frozenset(":："), "slash": frozenset("/／"), "bar": frozenset("|｜•·»>~"),
    "comma": frozenset(",，"), "bracket": frozenset("(（["), "quote": frozenset("“„«\"「『"),
    "by": frozenset("by w/ v/ with feat feat. von mit par avec por con di com door met v av med".split()),
    "presents": frozenset("presents präsentiert présente presenta apresenta on über sur sobre zu o".split()),
}  # fmt: skip
"""The signs, or words, of which a line holds one where the mark stands in it: quickly looked for."""
_WORDS = _HELD["by"] | _HELD["presents"]
_SIGNS = frozenset().union(*_HELD.values()) - _WORDS
_SEEN = {mark: re.compile(form.pattern.replace(_BLANK, "")) for mark, form in _MARKS.items()}
"""The marks without the blanks before them, which make no difference to whether a mark stands in a line."""
_AFTER_OPENING = re.compile(
    rf"{_BLANK}[–—―|｜·•:：,]\s*|(?<!\s)\s+-\s+|{_BLANK}[(（]|(?<!\s)\s+(?:by|with|from|von|mit|durch|par|de|du|avec|por|del|con|com|"
    r"di|da|do|van|door|met|av|af|ved|med|oleh|od|pan|pani|della|dello|dei|de la|des)\s+|(?<!\s)\s+(?:dell|d|de l)['’](?=\w)"
)
_FIRST_NAMES = re.compile(r"(\S.{3,}?)\s*\(((?:[^\W\d_]+\.? ){0,1}[^\W\d_]+(?:\s*[+&,/]\s*[^\W\d_]+){0,3})\)")
_ANY_LABEL = re.compile(r"(?<=[\w”\"?!)])(?:[.;,]\s|\s?[(–—]\s?|\s-\s)[^\W\d_]{3,16}(?:\s[^\W\d_]{2,12})?\s?[:：]\s?(?=\S)")
_LECTURES = ("vorlesung", "vortrag", "referat", "rede", "foredrag", "föredrag", "lezing")
_SMALL = re.compile(r"(?<=\s)[a-zà-ÿа-яα-ω]\w{3}")  # names of firms and rooms are written in capitals
_PLUS = re.compile(r"[+&,/]")
_PATTERNS = [
    (mark, first) for mark in _MARKS for first in (False, True)
    if not (mark in ("by", "bracket") and first) and not (mark == "quote" and not first)
]  # fmt: skip
_WITH = frozenset("with mit avec con com met med".split())
_BETWEEN = re.compile(rf"{_BLANK}[:：]\s+|(?<!\s)\s+[|–—-]\s+")
_BETWEEN_SIGNS = frozenset(":：|–—-")
_NONE: frozenset[str] = frozenset()
_CLOSE = " )）]"
_DOUBTFUL = 0.45
_PLACES = 12
_ENOUGH = 160
_LONGEST = 300
_LONGEST_LABELLED = 1500


Cut = tuple[str, str, bool]
"""A line cut in two: its title, its people as printed, and whether these stand first."""


def part_bylines(texts: list[str]) -> list[Cut | None]:
    """The cuts of lines of one format, None for lines that hold no byline."""
    lines = [text if len(text) <= _LONGEST else "" for text in texts]
    different = _sample(list(dict.fromkeys(line for line in lines if line)))
    best: tuple[float, tuple[str, bool] | None] = (0.0, None)
    marked = {mark: [line for line in different if mark in _marks_in(line)] for mark in _MARKS}
    for mark, people_first in _PATTERNS:
        value = _worth(mark, people_first, marked[mark], len(different), best[0])
        if value > best[0]:
            best = (value, (mark, people_first))
    cuts = _first_names(lines) if best[1] is None else _applied(*best[1], lines)
    return [
        at_label(text) or at_opening(text) or at_kind(text) or cut or at_known(text) or at_any_label(text)
        for cut, text in zip(cuts, texts, strict=True)
    ]


def part_titles(texts: list[str]) -> list[Cut | None]:
    """The cuts of lines of one format that are known to hold titles, so that less proof is asked for the people in them."""
    some = _sample(texts)
    for mark in _MARKS:
        having = [text for text in some if len(text) < _LONGEST and mark in _marks_in(text)]
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


@lru_cache(maxsize=20_000)
def _marks_in(line: str) -> frozenset[str]:
    """The marks that stand in a line; the signs and words they are made of are looked for first."""
    said = _SIGNS.intersection(line) | _WORDS.intersection(line.replace(":", " ").split())
    return (
        frozenset(mark for mark, held in _HELD.items() if not held.isdisjoint(said) and _SEEN[mark].search(line))
        if said
        else _NONE
    )


def _sample(lines: list[str]) -> list[str]:
    """Enough of the lines of one format to judge all of them by, taken evenly."""
    return lines[:: 1 + len(lines) // _ENOUGH]


def part_title(text: str) -> Cut | None:
    """The likeliest cut of a line that is known to hold a title and people, at whichever mark."""
    return _likeliest(text, *_MARKS)


def _likeliest(text: str, *marks: str) -> Cut | None:
    best: tuple[float, Cut | None] = (_DOUBTFUL, None)
    for mark in marks:
        for left, right in _sides(mark, text):
            for title, names, first in ((left, right, False), (right, left, True)):
                if (mark, first) in _PATTERNS and (value := _likely(title, names, mark, first)) > best[0]:
                    best = (value, (title, names, first))
    return best[1]


def _likely(title: str, names: str, mark: str, first: bool) -> float:
    """How likely one side names the people of the other, where the line is sure to be a title: by what the names look like."""
    people = split_people(names) if 2 < len(names) < _LONGEST and len(title) > 2 else []
    if not people or not _leads(people[0].name, names):
        return 0.0
    score = min(looks_like_name(p.name) for p in people) - (0.5 if looks_like_name(title) > 0.6 else 0.0)
    return score + 0.05 * (not first) + 0.1 * (mark == "by") - 0.3 * (mark == "comma") + 0.1 * (len(title) >= len(names))


def _first_names(lines: list[str]) -> list[tuple[str, str, bool] | None]:
    """The cuts of lines that mostly end in bracketed first names ("Repair your bike (Tina + Uwe)"), as grids of barcamps do.

    Rooms, languages and levels in brackets repeat; first names hardly do.
    """
    found = {
        line: (match[1], match[2])
        for line in set(lines)
        if (match := _FIRST_NAMES.fullmatch(line)) and looks_like_name(match[1]) < 0.5
    }
    fitting = {line: sides for line, sides in found.items() if all(map(_may_be_first_name, _parts(sides[1])))}
    called = [name for _, names in fitting.values() for name in _parts(names)]
    if len(fitting) < 5 or len(fitting) < 0.6 * len({x for x in lines if x}) or len(set(called)) < 0.7 * len(called):
        return [None] * len(lines)
    return [(*fitting[line], False) if line in fitting else None for line in lines]


def _parts(names: str) -> list[str]:
    return [name.strip() for name in _PLUS.split(names)]


def _may_be_first_name(word: str) -> bool:
    bare = split_honours(word)[1]
    return 1 < len(bare) < 14 and looks_like_name(bare) >= 0.1 and max(job_and_company(bare)) < 0.8 and bare[1:].islower()


@lru_cache(maxsize=20_000)
def at_label(text: str) -> tuple[str, str, bool] | None:
    """A line cut where a label of people stands in it ("Title. Moderator: Ann Archer"), None when it holds none."""
    if len(text) > _LONGEST_LABELLED or split_role(text)[0] or (cut := label_inside(text)) is None:
        return None
    title, names = cut
    people = split_people(names[:_LONGEST])
    if title.count("(") > title.count(")"):  # "Title (Ann Archer, interviewed by Bob Baxter)"
        return None
    if len(title) < 3 or not people or not names.startswith(people[0].name) or looks_like_name(people[0].name) < 0.5:
        return None
    if (
        looks_like_name(title) >= 0.5
        or split_people(title[:_LONGEST])
        or (text[len(title) : len(title) + 1] == " " and _says_who(title))
    ):
        return None
    return title, names, False


@lru_cache(maxsize=20_000)
def at_opening(text: str) -> Cut | None:
    """A line cut behind what opens or closes an event ("Welcome from Ann Archer, Acme"): these need no other line as proof."""
    if not page_words()["opening"].within(text[:_LONGEST]):
        return None
    cuts = []
    for place in itertools.islice(_AFTER_OPENING.finditer(text), _PLACES) if len(text) <= _LONGEST else ():
        title, names = text[: place.start()].strip(), text[place.end() :].strip(_CLOSE)
        if is_opening(words_of(plain(title))) and _is_known(names):
            cuts.append((title, names, False))
    whole = (cut for cut in cuts if cut[1].startswith(split_people(cut[1])[0].name))  # "Welcome from the chair – Ann Archer"
    return next(whole, None) or (at_known_end(text) or cuts[0] if cuts else None)


@lru_cache(maxsize=20_000)
def at_kind(text: str) -> Cut | None:
    """A line of a kind of session, somebody whose given name is known, and a title ("Keynote - Ann Archer - Why bees dance").

    The title keeps the kind before it.
    """
    parted = len(text) <= _LONGEST and not _BETWEEN_SIGNS.isdisjoint(text)
    label, names, title = (*_BETWEEN.split(text, 2), "", "")[:3] if parted else ("", "", "")
    if not title or not is_kind(words_of(plain(label))) or not makes_sense(title, names):
        return None
    return (f"{label}: {title}", names, True) if known_given(split_people(names)[0].name) > 0 else None


@lru_cache(maxsize=20_000)
def at_known(text: str) -> Cut | None:
    """A line cut at its "by" or bracket before people who need no other line as proof: given names all know, and more of them.

    That is what they do, or where; in brackets and behind a kind of session an honorific.
    """
    if len(text) > _LONGEST:
        return None
    for title, names in _sides("by", text):
        if (_SMALL.search(title) or _is_lecture(title)) and _are_known(title, names):
            return title, names, False
    for title, names in _sides("bracket", text)[-1:]:
        if len(title.split()) > 1 and _are_honoured(names) and _are_known(title, names):
            return title, names, False
    return None


def _are_honoured(names: str) -> bool:
    return all(split_honours(p.name)[0] for p in split_people(names))


def _is_lecture(title: str) -> bool:
    """Whether a title only says that somebody speaks ("Mittagsvorlesung", "Invited talk")."""
    words = words_of(plain(title))
    return len(words) < 4 and (is_kind(words) or words[-1].endswith(_LECTURES))


@lru_cache(maxsize=20_000)
def at_any_label(text: str) -> Cut | None:
    """A line cut before a label that no list knows, where it leads to somebody known ("Eucharist. Preacher: Canon Archer")."""
    match = _ANY_LABEL.search(text) if len(text) <= _LONGEST and not _HELD["colon"].isdisjoint(text) else None
    if match is None or not _is_known(text[match.end() :]):
        return None
    title = text[: match.start()].strip(" (")
    if looks_like_name(title) >= 0.5 or split_role(title)[0] or split_people(title):
        return None
    return title, text[match.end() :].strip(_CLOSE), False


def at_known_end(text: str, *, usual: bool = False) -> Cut | None:
    """A title cut at its dash or bracket before people who need no other line as proof: what they do, or where, is told too.

    That is not asked for where it is `usual` that lines of the format end so.
    """
    sides = [side for mark in ("dash", "bracket") for side in _sides(mark, text)] if len(text) <= _LONGEST else []
    return next(((title, names, False) for title, names in sides if _are_known(title, names, usual=usual)), None)


def with_kind(text: str) -> str:
    """The people of a title that only says what they hold ("Fireside chat with Ann Archer, CEO"), nothing in any other."""
    for title, names in (s for mark in ("by", "dash") for s in _sides(mark, text)) if len(text) <= _LONGEST else ():
        kind = words_of(plain(title.rpartition(":")[2]))
        people = split_people(names) if kind and is_kind(kind) else []
        if people and _leads(people[0].name, names) and looks_like_name(people[0].name) >= 0.6:
            return names
    return ""


def _are_known(title: str, names: str, *, usual: bool = False) -> bool:
    people = split_people(names) if looks_like_name(title) < 0.5 and not split_people(title) else []
    if not people or not _leads(people[0].name, names) or split_role(f"{title}:")[0]:
        return False
    told = sum(len(p.name) + len(p.title or "") + len(p.company or "") for p in people) >= 0.6 * len(names)
    sure = all(known_given(p.name) > 0 and looks_like_name(p.name) >= 0.7 for p in people)
    return told and sure and (usual or any(p.company or p.title or split_honours(p.name)[0] for p in people))


def _is_known(names: str) -> bool:
    """Whether a text begins with somebody (or a job, then somebody) whose given name or honorific is known."""
    people = split_people(names)
    if not people or not _leads(people[0].name, names) or looks_like_name(people[0].name) < 0.5:
        return False
    return known_given(people[0].name) > 0 or bool(split_honours(people[0].name)[0]) or bool(people[0].title)


def _says_who(text: str) -> bool:
    """Whether a text before a label only says more of the label ("Session", "Panel and")."""
    return bool(split_role(f"{text}:")[0])


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
        elif title:
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


def _best_given(names: str) -> float:
    """How far the best known of several people is known by a given name."""
    return max((known_given(p.name) for p in split_people(names)), default=0.0)


def _sides(mark: str, line: str) -> list[tuple[str, str]]:
    """What stands left and right of each place of a mark."""
    sides: list[tuple[str, str]] = []
    if mark not in _marks_in(line):
        return sides
    for place in itertools.islice(_MARKS[mark].finditer(line), _PLACES):
        left, right = line[: place.start()].strip(), line[place.end() :].strip()
        if mark == "bracket":
            right = right.strip(_CLOSE)
        if left and right and not (mark == "by" and (is_backing(line[: place.end()]) or _is_tool(left, place[0], right))):
            sides.append((left, right))
    return sides


def _is_tool(title: str, word: str, names: str) -> bool:
    """Whether what stands behind "with" is rather what something is done with ("Faster payroll with Nightrunner Desk")."""
    kind = words_of(plain(title.rpartition(":")[2]))
    doubtful = word.strip(" ,–—-") in _WITH or (len(kind) == 1 and kind[0].endswith("ing"))  # "Selling by Video Call"
    people = split_people(names) if doubtful and not is_kind(kind) and not is_opening(kind) else []
    return bool(people) and all(known_given(p.name) < 0 and not (p.title or p.company) for p in people)


def _best_cut(mark: str, people_first: bool, line: str) -> tuple[float, str, str]:
    """(sense, title, people) of the place of a mark where a cut makes most sense; empty texts when the mark is not there.

    Commas part names from each other too: only the first and the last of a line may part them from the title.
    """
    sides = _sides(mark, line)
    sides = [sides[0], sides[-1]] if mark == "comma" and sides else sides
    cuts = [(right, left) for left, right in sides] if people_first else sides[::-1]
    if mark == "comma" and people_first:  # behind "Ann Archer; Head of Sales" stands her company
        cuts = [c for c in cuts if not (makes_sense(*c) and (last := split_people(c[1])[-1]).title and not last.company)]
    best = max((makes_sense(*cut) for cut in cuts), default=0.0)
    alike = [cut for cut in cuts if makes_sense(*cut) == best]
    cut = max(alike, key=lambda c: len(split_people(c[1]))) if len(alike) > 1 else alike[0] if alike else ("", "")
    return best, *cut


def _leads(name: str, names: str) -> bool:
    """Whether a side that names people begins with the first of them, or with a label, a job title or a company."""
    before = split_role(names)[1].partition(name)[0]
    apart = any(c in before.strip() for c in ",;:|/–—-")
    return not any(c.isalnum() for c in before) or (not apart and len(before.split()) < 4) or max(job_and_company(before)) > 0.5


def _length(text: str) -> float:
    """Words, or their like in scripts without blanks."""
    return max(len(text.split()), len(CJK.findall(text)) / 2)


@lru_cache(maxsize=20_000)
def makes_sense(title: str, names: str) -> float:
    """Whether one side reads as people and the other as a title: 1 surely, 0 not at all."""
    if len(names) > 200 or is_placeholder(title) or looks_like_name(title) >= 0.5:
        return 0.0
    people = split_people(names)
    if not people or not _leads(people[0].name, names):
        return 0.0
    name = min(looks_like_name(p.name) for p in people)
    covered = sum(len(p.name) + len(p.title or "") + len(p.company or "") for p in people) / len(names)
    if covered < 0.6 or name < 0.5:
        return 0.0
    if is_kind(words_of(plain(title))) and known_given(people[0].name) < 0:
        return 0.0  # "Session 2: Honey Market"
    if split_people(title):
        return 0.0
    kinds = text_kinds(title)
    job, company = job_and_company(title)
    if len(title.split()) < 9 and max(job, company) > (0.5 if kinds.other < 0.5 else 0.9):
        return 0.0
    if split_role(f"{title}:")[0] or split_role(f"{title} by:")[0]:
        return 0.0
    return 1.0 if kinds.other > 0.5 or len(title.split()) > 5 else 0.6


def _applied(mark: str, people_first: bool, lines: list[str]) -> list[Cut | None]:
    """Cut lines as most of their format; where nearly all hold people on one side, so do those with a name on either."""
    cuts = [_apply(mark, people_first, line) for line in lines]
    marked = sum(mark in _marks_in(line) for line in lines)
    if mark in ("comma", "presents") or 10 * sum(map(bool, cuts)) < max(40, 8 * marked):
        return cuts
    for at, line in enumerate(lines):
        sides = _sides(mark, line) if cuts[at] is None else []
        title, names = (sides[0][::-1] if people_first else sides[-1]) if sides else ("", "")
        if names and looks_like_name(names) >= 0.6 and not is_kind(words_of(plain(title))):
            cuts[at] = (title, names, people_first)
    return cuts


def _apply(mark: str, people_first: bool, line: str) -> Cut | None:
    """Cut a line as the others of its format; odd names count when nothing speaks against them."""
    value, title, names = _best_cut(mark, people_first, line)
    if value > 0:
        return title, names, people_first
    people = split_people(names) if mark in ("bracket", "by") else []
    if people and _leads(people[0].name, names) and known_given(people[0].name) > 0 and looks_like_name(people[0].name) >= 0.6:
        return title, names, people_first  # whatever the title looks like
    short = 0 < len(names.split()) <= 3 and not is_placeholder(names) and max(job_and_company(names)) < 0.3
    if short and mark not in ("comma", "presents") and looks_like_name(names) >= 0.1 and looks_like_name(title) < 0.5:
        return title, names, people_first
    return None
