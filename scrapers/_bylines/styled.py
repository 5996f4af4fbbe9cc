"""Title and people told apart by the styles within one line: "<i>Title</i>. Ann Archer", "<b>Ann Archer:</b> Title"."""

from __future__ import annotations

import re
from itertools import pairwise

from scrapers._bylines.marks import Cut, makes_sense
from scrapers._language.jobs import says_job, words_say
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import plain, words_of
from scrapers._people.labels import split_role
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given

_SIGNS = " \t,;:：.–—-|·•（("
_TELLS_ON = re.compile(r"([^\W\d_][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){1,3}) (?:on|about) ")  # "Ann Archer on the new rules"
_MOST = 6
_NAME = 0.6
_LONGEST = 300


def cuts_by_style(lines: list[tuple[str, tuple[int, ...]]]) -> list[Cut | None]:
    """The cuts of lines of one format at `bounds`, the places in them where the style changes; None where none is there.

    One line alone needs people whose given names or honorifics are known.
    """
    lines = [(text, tuple(bound for bound in bounds if not _are_honours(text[:bound]))) for text, bounds in lines]
    cuts = [_cut(text, bounds) if bounds and len(text) <= _LONGEST else None for text, bounds in lines]
    cuts = _cuts_at_comma(lines) or cuts
    several = len({cut[0] for cut in cuts if cut}) > 1
    return [cut if cut and (several or _are_known(cut[1])) else None for cut in cuts]


def _cuts_at_comma(lines: list[tuple[str, tuple[int, ...]]]) -> list[Cut | None]:
    """The cuts behind what stands out at the start of each line, where most go on with somebody who has a known given name.

    So "<i>Bees</i>, Ann Archer, Tarn" tells a title though nobody knows Tarn, and "<i>Owls</i>, TBD, Fen" beside it does.
    """
    cuts: list[Cut | None] = []
    for text, bounds in lines:
        left, right = (text[: bounds[0]].strip(), text[bounds[0] :].strip()) if bounds and len(text) <= _LONGEST else ("", "")
        cuts.append((left.strip(_SIGNS), right.strip(_SIGNS), False) if left[-1:] == "," or right[:1] == "," else None)
    told = [cut for cut in cuts if cut and cut[0]]
    named = sum(_opens_with_given(right) for _, right, _ in told)
    titled = all(looks_like_name(left) < 0.5 and not says_job(left) for left, _, _ in told)
    apart = len({left for left, _, _ in told}) == len(told) > 1
    return cuts if apart and titled and named > 1 else []


def _are_honours(text: str) -> bool:
    """Whether a text is but what stands before a name ("Prof. Dr.")."""
    return split_honours(f"{text.strip()} X")[1] == "X"


def _opens_with_given(text: str) -> bool:
    """Whether a text begins with somebody whose given name is known."""
    first = text.partition(",")[0]
    return known_given(first) > 0 and looks_like_name(first) >= _NAME


def _are_known(names: str) -> bool:
    return any(known_given(p.name) > 0 or split_honours(p.name)[0] for p in split_people(names))


def _are_names(text: str) -> bool:
    """Whether a text is nothing but people, one of them known by a given name ("<b>Bees</b>, Ann Archer, Bob Baxter")."""
    people = split_people(text)
    named = all(looks_like_name(p.name) >= _NAME and not (p.title or p.company) for p in people)
    return named and sum(len(p.name) for p in people) >= 0.8 * len(text) and _are_known(text)


def _opens_with_known(text: str) -> bool:
    """Whether a text is somebody known by a given name and what they do, or where ("<b>Bees</b>, Ann Archer, CEO")."""
    people = split_people(text)
    if not people or not text.startswith(people[0].name) or share_told(people, text) < 0.6:
        return False
    one = people[0]
    told = len(people) > 1 or any(max(words_say(beside)) > 0 for beside in (one.title, one.company) if beside)
    return told and known_given(one.name) > 0 and looks_like_name(one.name) >= _NAME


def _are_honoured(names: str, title: str) -> bool:
    """Whether a text names people with honorifics and nothing else, and the other nobody ("Dr. Ann Archer: Engineers")."""
    people = split_people(names)
    told = share_told(people, names) >= 0.6
    honoured = people and all(split_honours(p.name)[0] for p in people) and names.startswith(people[0].name)
    return bool(honoured and told and looks_like_name(title) < 0.5 and not split_people(title))


def _cut(text: str, bounds: tuple[int, ...]) -> Cut | None:
    spans = [span for span in pairwise((0, *bounds, len(text))) if any(c.isalnum() for c in text[slice(*span)])]
    if not 1 < len(spans) <= _MOST or split_role(text)[0]:
        return None
    labelled = len(spans) > 2 and is_kind(words_of(plain(text[slice(*spans[0])])))
    for place, _ in spans[1:]:
        left, right = text[:place], text[place:]
        sign = (left.rstrip()[-1:] + right.lstrip()[:1]).strip()
        if not any(c in _SIGNS for c in sign):
            continue
        left, right = left.strip(_SIGNS), right.strip(_SIGNS)
        if "," in sign and not labelled and not (_are_names(right) or _opens_with_known(right)):
            continue
        if split_role(right)[0]:
            return None
        if ":" not in sign and "：" not in sign and makes_sense(left, right) and looks_like_name(left.split(":")[-1]) < 0.5:
            return left, right, False
        told = _TELLS_ON.match(right) if any(c in "–—-" for c in sign) else None
        if told and known_given(told[1]) > 0 and looks_like_name(told[1]) >= 0.7:
            return left, told[1], False
        named = text[spans[1][0] : place].strip(_SIGNS) if labelled else left  # "Invited talk 2: Ann Archer, Why we sell"
        if named and (makes_sense(right, named) or (":" in sign and _are_honoured(named, right))):
            return right, named, True
    return None
