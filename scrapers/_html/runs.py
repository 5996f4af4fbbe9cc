"""The runs of one inline style in a line, and where they part it into pieces: not before punctuation nor inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from scrapers._language.dates import find_dates
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.times import find_clocks, is_time_word
from scrapers._language.vocabulary import is_unfinished, plain, words_of

_GLUE = re.compile(
    r"^[\s]*[,،、，.;؛:!?)\]}»”’'%/&|–—-]|^\s*(?-i:and|und|et|y|e|i|of|the|from|de|at|von|with|mit|avec|con|com|by)\s|^\s*[ap]\.?m\b",
    re.I,
)
_GAP = re.compile(r"(?<=\S)[ \u00a0\u3000]{4,}(?=\S)")  # without a line's end in it, after which blanks only indent
_BULLET = re.compile(r"\s*(?:[■▪◼●◆◾▶►▸➢➤✦❖•][\s\ufe0e\ufe0f]*|[»›](?:\s+(?=\S)|\s*$)(?!.*[«‹]))")  # no "» Title «"
_STRESS = re.compile(r"(?:>(?:b|i))+$")
_POINTS = re.compile(r"\s*[-–—:]\s+(?=\S)")
_POINTING = re.compile(r"(?<=\S)(?:\s*:|\s+[-–—])\s*$")
_SENTENCE = re.compile(r"[^\W\d_]{2}[)\]”\"»]?[.!?…]\s+(?=[^\W\d_])|[^\W\d_]{2}[)\]”\"»]?[.…]\s*$")
_BY_DASHES = re.compile(r"([^-–—.]{4,60}?)\s+[-–—]\s+")
_ASIDE = re.compile(r"[,;(|/–—]|\s-\s|:\s")
_FEWEST_WORDS = 7  # of a text that explains a title
_MOMENT = 40  # characters of a date or a clock at most
_LONG, _WORD = 240, 20
_NAMED = 0.6


@dataclass(slots=True)
class Run:
    """Text of one inline style within a line; `marks` are the raised marks in it with their places."""

    text: str
    style: str
    hints: str
    bold: bool
    link: str | None
    marks: list[tuple[int, str]] = field(default_factory=list)


def without_bullet(runs: list[Run]) -> list[Run]:
    """The runs of a line without a bullet printed before them, also one in an element of its own ("■ Ann Archer")."""
    at = next((n for n, run in enumerate(runs) if run.text.strip()), 0)
    bullet = _BULLET.match(runs[at].text)
    if bullet is None or runs[at].marks:
        return runs
    rest = runs[at].text[bullet.end() :]
    return [replace(runs[at], text=rest), *runs[at + 1 :]] if rest.strip() else runs[at + 1 :]


def explained(runs: list[Run], is_label: Callable[[str], bool]) -> list[Run]:
    """The runs with a lead in a style of its own freed of the dash or colon that leads on to what explains it in sentences.

    "<b>Why cranes fail</b> - Most of them are old. We look at …": what follows the lead is a text of its own, and so is who
    stands between them ("… - Ann Archer - Most of …"). Names, jobs and subtitles make no sentences, and stay. So do labels:
    what `is_label` says of the text of a lead.
    """
    at = next((n for n, run in enumerate(runs) if any(map(str.isalpha, run.text)) and not _is_clock(run.text)), len(runs))
    if at + 1 >= len(runs) or runs[at + 1].style or not runs[at].style:
        return runs
    lead, text = runs[at], runs[at + 1]
    inside, before = _POINTING.search(lead.text), _POINTS.match(text.text)
    rest = text.text[before.end() :] if before else text.text
    if bool(inside) == bool(before) or lead.marks or text.marks or not _may_be_title(lead.text):
        return runs
    who = _BY_DASHES.match(rest)
    who = who if who and _names(who[1]) else None
    if not _explains(rest[who.end() :] if who else rest) or is_label(" ".join(lead.text.split())):
        return runs
    lead = replace(lead, text=lead.text[: inside.start()]) if inside else lead
    named = [replace(text, text=who[1], style=f"{text.style}|")] if who else []
    return [*runs[:at], lead, *named, replace(text, text=rest[who.end() :] if who else rest), *runs[at + 2 :]]


def _is_clock(text: str) -> bool:
    """Whether a text is a clock, or a span between two, and no more ("9:30 am –")."""
    clocks = find_clocks(text) if len(text) <= _MOMENT else []
    return len(clocks) == 1 and not any(c.isalnum() for c in text[: clocks[0].at] + text[clocks[0].upto :])


def _explains(text: str) -> bool:
    """Whether a text is sentences and does not begin with a name."""
    told = _SENTENCE.search(text) and ";" not in text and len(text.split()) >= _FEWEST_WORDS
    return bool(told) and not _names(_ASIDE.split(text, maxsplit=1)[0])


def _may_be_title(lead: str) -> bool:
    """Whether a lead is more than a label of a word ("Moderator:"), a kind of session or a name."""
    words = words_of(plain(lead))
    return sum(any(map(str.isalpha, word)) for word in words) > 1 and not is_kind(words) and not _names(lead.rstrip(" :-–—"))


def _names(text: str) -> bool:
    return looks_like_name(split_honours(text.strip())[1]) >= _NAMED


def at_gaps(runs: list[Run]) -> list[Run]:
    """The runs with those cut in two in which a row of blanks stands for a column ("Ann Archer, Acme      Why we sell")."""
    if not any("    " in run.text or "\u00a0\u00a0" in run.text or "\u3000\u3000" in run.text for run in runs):
        return runs
    return [part for run in runs for part in ([run] if run.marks else _columns(run))]


def _columns(run: Run) -> list[Run]:
    return [replace(run, text=text, style=f"{run.style}{'|' * at}", marks=[]) for at, text in enumerate(_GAP.split(run.text))]


def cut_runs(runs: list[Run]) -> Iterable[list[Run]]:
    """The runs of a line in groups, one a piece: cut where the style changes, but not inside a sentence."""
    if len(runs) == 1:
        yield runs
        return
    _free_spans(runs)
    _drop_addresses(runs)
    group: list[Run] = []
    total = sum(len(r.text) for r in runs)
    still_open, bracketed = 0, False  # counted on: a line may hold thousands of runs
    for run in runs:
        if group and still_open <= 0 and not (bracketed and _opens_bracket(run)) and _may_cut(group, run, total):
            yield group
            group, still_open, bracketed = [], 0, False
        bracketed = bracketed or (bool(group) and _opens_bracket(run))
        group.append(run)
        still_open += run.text.count("(") - run.text.count(")")
    if group:
        yield group


def _opens_bracket(run: Run) -> bool:
    """Whether a run begins with a bracket; a second one goes on in "<b>Ann Archer</b> (Acme), <b>Bob Baxter</b> (Beta)"."""
    return run.text.lstrip()[:1] in ("(", "[")


def _may_cut(group: list[Run], run: Run, total: int) -> bool:
    before = group[-1].text
    if (group[-1].style == run.style and group[-1].link == run.link and not run.style) or not before.strip():
        return False
    if _GLUE.match(run.text) or before.rstrip()[-1:] in "(,،、，:/&-–—[«“|":
        return False
    if (before[-1:].isalnum() and run.text[:1].islower()) or is_unfinished(before) or _is_stress(group[-1], run):
        return False
    if before.rstrip()[-1:].isdigit() and len(run.text) < _WORD and is_time_word(run.text.strip()):
        return False  # "12 <small>Uhr</small>"
    if before.rstrip()[-1:] == "." and _addresses(before) and run.text.lstrip()[:1].isupper():
        return False  # "Prof. <b>Ann Archer</b>"
    if not run.style and _opens_bracket(run) and looks_like_name(split_honours(before.strip())[1]) >= _NAMED:
        return False  # whoever is named before, and where from: "<b>Ann Archer</b> (Acme)"
    if total > _LONG:
        heads = len(group) == 1 and group[0].style != run.style and 3 < len(before.strip()) < 160
        return heads and not run.text.lstrip()[:1].islower() and len(run.text) > len(before)
    return True


def _drop_addresses(runs: list[Run]) -> None:
    """Leave out the word that addresses somebody whose name stands apart from it ("Moderator: Ibu <b>Ann Archer</b>")."""
    for at, (before, after) in enumerate(pairwise(runs)):
        if before.marks or before.style == after.style or not after.text.lstrip()[:1].isupper() or not _addresses(before.text):
            continue
        rest = before.text.rstrip().removesuffix(before.text.split()[-1])
        honours, name, _ = split_honours(after.text.partition(",")[0])
        alone = at == 0 and not rest.strip()
        if before.text.rstrip()[-1] != "." and (alone or honours or looks_like_name(name) >= _NAMED):
            before.text = rest


def _addresses(text: str) -> bool:
    """Whether a text ends in a word put before names ("Moderator: Prof.")."""
    last = text.split()[-1] if text.strip() else ""
    return len(last) > 2 and last[0].isupper() and bool(split_honours(f"{last} X")[0])  # no "D." of a list


def _is_stress(before: Run, run: Run) -> bool:
    """Whether a named element goes on in bold or italics, or behind them, in the middle of what it says."""
    one, two = (_STRESS.sub("", style) for style in (before.style, run.style))
    return one == two and "." in one and run.text.strip()[:1].islower()


def _free_spans(runs: list[Run]) -> None:
    """Take bare spans for no format of their own where they hold part of a moment, or of a word as in "木村<span>氏</span>"."""
    for before, after in pairwise(runs):
        if "span" in (before.style, after.style) and _belong(before.text, after.text):
            for run in (before, after):
                run.style = "" if run.style == "span" else run.style


def _belong(before: str, after: str) -> bool:
    """Whether a date or a clock stands where two texts touch, or an honorific of one or two signs follows."""
    if len(after.strip()) < 3 and before[-1:].isalpha() and after[:1].isalpha():
        return True
    text, place = before[-_MOMENT:] + after[:_MOMENT], len(before[-_MOMENT:])
    moments = [(d.at, d.upto) for d in find_dates(text, day_first=True)] + [(c.at, c.upto) for c in find_clocks(text)]
    return any(at - 2 < place < upto + 2 for at, upto in moments)


def marked_text(run: Run) -> str:
    """The text of a run with its raised marks in brackets."""
    edges = [0, *(at for at, _ in run.marks), len(run.text)]
    signs = [*(f"[{sign}]" for _, sign in run.marks), ""]
    return "".join(run.text[edges[n] : edges[n + 1]] + sign for n, sign in enumerate(signs))
