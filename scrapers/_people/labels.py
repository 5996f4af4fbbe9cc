"""What introduces people in a line: "Moderator:", "moderated by", "mit", "Chair Ann Archer" (words: `names.toml`)."""

from __future__ import annotations

import itertools
import re
from functools import cache

from scrapers._language.called import remembered_by_page
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import any_of, closed_up, table, words_of
from scrapers._language.words import CJK, lexicon, parts, plain, unlike_names
from scrapers._remembered import remembered

_EDGES = " \t\n\r,;:|•·–—-*/"
_JOINED = re.compile(r"[,;]\s*(?:with|mit|avec|con|com|met|med)\s+")
_CHUNK = re.compile(r"(?:(?<!\s)\s+)?[,;(/&|•·@–—،؛、，（]|\s-\s|\s(?:and|und|et|y|e|en|og|och|i|from|of|at)\s")
_ARTICLE = re.compile(r"^(?:l['’]|(?:les?|la|los|las|el|il|lo|gli|os?|as?|die|der|dem|den|the|de|het|del|della)\s+)", re.I)
_DONE_BY = re.compile(r"[^\W\d_]{3,14}\s+(?:by|par|por|von|door|oleh)\s+", re.I)
_BETWEEN = str.maketrans(dict.fromkeys(",;.|()/&:：–」』】）-", " "))
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s*$")
_HOUSE = re.compile(r"(?:[A-Z][A-Z&]{1,7}(?:/[A-Z][A-Z&]{1,7}){0,3}\s){1,2}(?=[A-Z][a-z])")  # "ASH Keynote Speaker: Ann Archer"
_POINT = re.compile(r"[-–—•·*▪]\s+(?=\w)")
_CLOSED_BY = {"(": ")", "[": "]", "（": "）"}
_LONGEST_HELD = 200
_CAPITAL_BY = frozenset("with by mit avec par con por com met door med feat. featuring".split())


@cache
def _roles() -> re.Pattern[str]:
    """The labels that need a colon, in text without case and accents (`_fold`)."""
    labels = _printed("roles") | _printed("led_by")
    words, kinds = any_of(labels), any_of(w for w in labels if is_kind(words_of(w)) and not w.endswith("speaker"))
    joints = r"\s*(?:/|&|und|and|et|y|e|og|och|en|ja|i|oraz)\s*"
    return re.compile(  # a kind of session with a number, as in "Session 2:", is no label of people
        rf"(?:^|(?<=[\s,;.|(/–」』】）)-]))(?!{kinds}\s#?\d)"
        rf"(?:(?(1){joints}){words}()){{1,2}}"  # one or two, with what joins them; the many words but once
        r"(?:\s#?\d|\(s\)|\(in\)|s)?\s*[:：]\s*"
    )


def _may_label(text: str) -> bool:
    """Whether a text holds a colon and the first word of a role: a quick look before the roles are searched for."""
    return (":" in text or "：" in text) and not _role_words().isdisjoint(_words_of(text))


def _words_of(text: str) -> list[str]:
    return _fold(text).translate(_BETWEEN).split()


@cache
def _role_words() -> frozenset[str]:
    words = {word for role in _printed("roles") | _printed("led_by") for word in _words_of(role)[:1]}
    return frozenset([*words, *(f"{word}s" for word in words)])


@cache
def _printed(meaning: str) -> frozenset[str]:
    """The labels of one meaning, also as `_fold` leaves them, which keeps what takes more than a sign ("æ") or none."""
    return parts(meaning) | {_fold(label.replace("_", " ")) for label in table("names")["parts"][meaning].split()}


@cache
def _openers(meaning: str) -> re.Pattern[str]:
    elided = [r[:-1] for r in parts(meaning) if r.endswith((" de", " di"))]
    words = any_of(r for r in _printed(meaning) if len(r) > 1)
    return re.compile(rf"{words}\s+" + (rf"|{any_of(elided)}['’](?=\w)" if elided else ""), re.I)


@remembered_by_page
def split_role(text: str) -> tuple[str | None, str]:
    """Cut "Moderator:", "Moderated by", "with" off the beginning of a text: (what was cut or None, the rest)."""
    text = text.strip()
    if (point := _POINT.match(text)) is not None:
        label, rest = split_role(text[point.end() :])
        return (label, rest) if label else (None, text)
    if text[1:2] == " " and not text[:1].isascii():  # "축 사 : 류한석"
        head, mark, rest = text.partition(":")
        text = f"{closed_up(head)}{mark}{rest}"
    folded = _fold(text[:80])
    match = _roles().match(folded) if _may_label(text[:80]) else None
    if match is not None:
        return text[: match.end()].strip(" :："), text[match.end() :].strip()
    if _may_label(text[:80]) and (house := _HOUSE.match(text)) is not None:
        label, rest = split_role(text[house.end() :])
        if label and (plain(label).rstrip("#0123456789 ").endswith("speaker") or not is_kind(words_of(plain(label)))):
            return f"{house[0]}{label}", rest
    if not _may_lead(text, folded):
        return None, text
    begin = _openers("led_by").match(folded)
    if begin is not None and _opens_name(text[begin.end() :]):
        return text[: begin.end()].strip(), text[begin.end() :].strip()
    done = _DONE_BY.match(text)
    if done is not None and not is_backing(done[0]) and _begins_with_name(text[done.end() :]):
        return text[: done.end()].strip(), text[done.end() :].strip()
    begin = _openers("by").match(text)
    if begin is not None and text[begin.end() : begin.end() + 1].isupper():
        rest = text[begin.end() :].strip()
        small = not text[:1].isupper() and " " in rest
        if small or (text[: begin.end()].strip().lower() in _CAPITAL_BY and _begins_with_name(rest)):
            return text[: begin.end()].strip(), rest
    return _by_job(text) or _bare_role(text, folded)


def is_backing(text: str) -> bool:
    """Whether a text ends in words that lead to who pays for something ("Coffee, sponsored by"): mostly a company."""
    words = text.split()
    return len(words) > 1 and plain(words[-2]) in parts("backed")


def tells_backing(text: str) -> bool:
    """Whether a text only says who pays for something or helps with it ("Sponsored by Acme", "in partnership with Acme")."""
    words = [plain(word) for word in text.split(maxsplit=4)[:4]]
    return any(words[at] in parts("backed") and words[at + 1] in parts("by") for at in range(len(words) - 2)[:2])


@cache
def _joint_words() -> tuple[str, ...]:
    return tuple({phrase.split()[0] for phrase in _printed("joint_work")})


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_printed('joint_work'))}(?!\w)", re.I)


@remembered
def without_joint_work(text: str) -> str:
    """The text up to words that lead to who else worked on it ("Ann Archer (joint work with Bob Baxter)")."""
    folded = _fold(text)
    found = _joint().search(folded) if any(word in folded for word in _joint_words()) else None
    return text[: found.start()].rstrip(" ,;:([–—-") if found else text


def _may_lead(text: str, folded: str) -> bool:
    """Whether the first word of a text begins any of the labels that need no colon."""
    first = {*text[:80].casefold().split(None, 1)[:1], *folded.split(None, 1)[:1]}
    return not first.isdisjoint(_leading()) or _DONE_BY.match(text) is not None


@cache
def _leading() -> frozenset[str]:
    labels = _printed("led_by") | _printed("by") | _printed("roles")
    return frozenset(label.split()[0] for label in labels if label.split())


def _by_job(text: str) -> tuple[str, str] | None:
    """Words that lead to people by way of a job ("With animator Ann Archer", "avec l'illustratrice Ann Archer")."""
    begin = _openers("led_by").match(_fold(text[:80])) or _openers("by").match(text)
    rest = _ARTICLE.sub("", text[begin.end() :], count=1) if begin is not None else ""
    job = list(itertools.takewhile(str.islower, rest.split(maxsplit=4)[:3]))
    if begin is None or not any(lexicon("job").holds(plain(word)) for word in job):
        return None
    return (text[: begin.end()].strip(), rest) if _begins_with_name(rest.split(maxsplit=len(job))[-1]) else None


def _bare_role(text: str, folded: str) -> tuple[str | None, str]:
    """A role right before a name, without a colon: "Chair Ann Archer, Acme", "Moderation – Ann Archer"."""
    words = folded.split(maxsplit=3)
    for size in range(min(3, len(words) - 1), 0, -1):
        if " ".join(words[:size]) in _printed("roles") and plain(words[0]) not in parts("honorifics"):
            cut = text.split(maxsplit=size)
            rest = cut[size].lstrip(" –—-") if len(cut) > size else ""
            if _begins_with_name(rest):
                return " ".join(cut[:size]), rest
    return None, text


def _opens_name(rest: str) -> bool:
    """Whether a text begins with a capital, or in a script without any with a name."""
    if rest[:1].isupper() or CJK.match(rest) is not None:
        return True
    return rest[:1].isalpha() and rest[0].lower() == rest[0].upper() and _begins_with_name(rest)


def _begins_with_name(rest: str) -> bool:
    """Whether what stands before the first mark or connective is a name of two words or more."""
    first = _CHUNK.split(rest, maxsplit=1)[0].strip(" .)）]")
    bare = split_honours(first)[1] if not first.isascii() and first.lower() == first.upper() else ""
    words = bare.split(maxsplit=2)[:2]  # in a script without capitals more may stand behind the name
    return (len(first.split()) > 1 and looks_like_name(first) >= 0.7) or (
        len(words) > 1 and looks_like_name(" ".join(words)) >= 0.6
    )


def label_inside(text: str) -> tuple[str, str] | None:
    """What stands before and after the first label of people inside a text ("Title. Moderator: Ann Archer"), None without one.

    The label needs a colon, or to be one of those that lead to a name without ("Panel, moderated by Ann Archer").
    """
    colon = (m for m in _roles().finditer(_fold(text)) if m.start() > 3) if _may_label(text) else ()
    led = (m for m in _led_inside().finditer(_fold(text)) if _begins_with_name(text[m.end() :])) if _may_be_led(text) else ()
    labels = [*itertools.islice(colon, 1), *itertools.islice(led, 1)]
    if not labels:
        return None
    found = min(labels, key=lambda m: m.start())
    opened = text[: found.start()].rstrip()[-1:]
    rest = text[found.end() :].strip()
    return text[: found.start()].strip(_EDGES + "([.（"), rest.rstrip(")）] ") if opened in tuple("([（") else rest


@remembered
def _may_be_led(text: str) -> bool:
    """Whether a text holds the first word of a label that leads to a name without a colon: a quick look."""
    return not _led_words().isdisjoint(_words_of(text))


@cache
def _led_words() -> frozenset[str]:
    """The first words of the labels that lead to a name without a colon."""
    return frozenset(_words_of(label)[0] for label in _printed("led_by"))


@cache
def _led_inside() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s,;.|(–-]){any_of(_printed('led_by'))}\s+(?=\w)", re.I)


def without_roles(text: str) -> tuple[bool, str]:
    """The text with role labels as separators ("Ann Archer; Moderator: Bob Baxter"), and whether one with a colon heads it."""
    label, text = split_role(text)
    if _may_label(text):
        text = _parted(text, [match.span() for match in _roles().finditer(_fold(text))])
    text = _JOINED.sub(" ; ", text) if "," in text or ";" in text else text
    if _may_be_led(text):
        text = _parted(text, [m.span() for m in _led_inside().finditer(text) if _begins_with_name(text[m.end() :])])
    return label is not None and plain(label) not in parts("led_by") | parts("by"), text.strip(_EDGES)


def _parted(text: str, labels: list[tuple[int, int]]) -> str:
    """The text with separators in the place of labels, and of the brackets that hold one with whom it leads to."""
    marks: list[tuple[int, int, str]] = []
    for start, end in labels:
        before = text[max(0, start - 2) : start].rstrip()
        close = text.find(_CLOSED_BY[before[-1]], end, end + _LONGEST_HELD) if before[-1:] in _CLOSED_BY else -1
        marks += [(start, end, " ; "), (close, close + 1, ";")] if close >= 0 else [(start, end, " ; ")]
    out, done = [], 0
    for start, end, mark in sorted(marks):
        if start >= done:
            before = _LAST_STOP.sub("", text[done:start])
            out += [before.rstrip(" ([（") if mark != ";" else before, mark]
            done = end
    return "".join(out) + text[done:]


def may_be_introduced(text: str) -> bool:
    """Whether what a label of people leads to can be somebody: also an odd name.

    A surname that only begins or ends like a word for a job or a body ("Bankole") is a name there.
    """
    words = plain(text).split()
    odd = 1 < len(words) < 5 and looks_like_name(text) >= 0.2
    return (odd and not any(map(_says_else, words))) or may_be_called(text)


def may_be_called(text: str) -> bool:
    """Whether a single word behind a label of people can be what somebody is called."""
    bare = plain(text)
    known = _says_else(bare) or lexicon("job").holds(bare) or lexicon("company").holds(bare)
    return len(text.split()) == 1 and text[:1].isupper() and 2 < len(text) < 20 and not known


def _says_else(word: str) -> bool:
    """Whether a word is listed as one of agendas, jobs or bodies, in whatever way it is meant."""
    listed = (unlike_names(), parts("placeholders"), parts("roles"), lexicon("job").words, lexicon("company").words)
    return any(word in words for words in listed)


def _fold(text: str) -> str:
    """The text without accents and case, sign for sign, so that places in one are places in the other."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """Characters without accents and case, those left alone that would become none or several. Filled as met."""

    def __missing__(self, code: int) -> str:
        bare = plain(chr(code))
        self[code] = folded = bare if len(bare) == 1 else chr(code)
        return folded


_FOLDS = _Folds()
