"""A line that may name people, made ready and cut into pieces at its commas, dashes, brackets and connectives."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from scrapers._found import fold
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import holds_given
from scrapers._language.jobs import job_and_company, legal_forms, words_say
from scrapers._language.namelike import are_degrees, looks_like_name, split_honours
from scrapers._language.text_kinds import name_chance, text_kinds
from scrapers._language.vocabulary import any_of
from scrapers._language.words import given_names, lexicon, plain, printed_parts
from scrapers._people.labels import split_role, without_roles

EDGES = " \t\n\r,;:|•·–—-*/"
_LONGEST = 1500
_SHORT = 60
_NAME, _NAME_ANYWHERE = 0.9, 0.5
"""So surely letters tell a name where no given name is known: among names, jobs and companies, and among all phrases."""
_PRONOUNS = re.compile(r"\(?\b(?:she|he|they)\s*/\s*(?:her|him|them|they|she|he)(?:\s*/\s*\w+)?\)?", re.I)
_HOST = re.compile(r"(.{2,60}?)\s+(?:presents|presentan?|präsentiert|présente|apresenta|presenteert|przedstawia)\s+(?=\S)")
_LEADING = re.compile(r"^[^\w(（\[@'\"“„«]+")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_]{4}|[A-Z]{2,3}\s)(?![^\W\d_A-ZÀ-Þ]+\.)")
_NEXT = re.compile(r"(?<=[^\W\d_]{3})\. (?=[^\W\d_]{2,5}\.? [A-ZÀ-Þ])")
_SENTENCE_PART = re.compile(r"[,.;(]")
_ARTICLE = re.compile(
    r"(?:(?:del|el|la|il|lo|le|der|die|den|dem|della|do|da|o|a|os|as|the|de)\s+|(?:dell|l)['’])(?=([^\W\d_]+))"
)
_NUMBERED = re.compile(r"(?<=[^\W\d_])(?!(?<=\s[A-Z])\d{2})[\d*†‡§]{1,3}$|^\d{1,2}[.)]?\s+(?=[^\W\d_])")  # no "Tarn C10"
_ALWAYS = frozenset(("and", "und", "with", "con", "avec", "mit", "com"))
_RAISED = frozenset("*†‡§")
_HEBREW_AND = re.compile(r"(?<!\s)\s+ו(?=(?:מר|גב['׳]|ד[\"״]ר|דר['׳]|פרופ['׳]|עו[\"״]ד|אדר['׳]|הרב)\s)")
_ENTRIES = re.compile(r"[;\n•]")
_SIGNS = {"hard": ";", "comma": ",", "joint": "&", "dash": "-", "stuck": "-", "at": "-", "open": "(", "close": ")"}


@cache
def _short_joints() -> frozenset[str]:
    return frozenset(["&", *(j for j in printed_parts("joints") if j.isalpha() and len(j) < 4)])


@cache
def _couple() -> re.Pattern[str]:
    joints = any_of(_short_joints())
    name = r"[^\W\d_][\w’'-]+"
    return re.compile(
        rf"(?<![\w’'-])(?P<one>{name})(?P<joint>\s+(?i:{joints})\s+)(?P<two>{name})\s+(?P<family>{name})(?=[,;(]|$)"
    )


_HAN = re.compile(r"[\u3400-\u9fff]")


class Atom(NamedTuple):
    """One piece of a line, the mark before it (`,` `;` `&` `-` `(` `)` or none) and where it stands in the line."""

    text: str
    mark: str
    start: int
    end: int


@cache
def _marks() -> re.Pattern[str]:
    joints = any_of(j for j in printed_parts("joints") if j.isalpha() or " " in j)
    lasts = rf"(?i:{any_of(_ALWAYS)})|{joints}|&"  # "Ann Archer, Dan Brown": in capitals the Indonesian "and" is a name
    before = r"(?=[\s;；؛•·/／｜＆|,，、،@＠(（\[【)）\]】–—-])"  # what no mark begins with is passed over at a look
    return re.compile(
        rf"{before}(?:\s*(?P<hard>\n|;|；|؛|\s•\s|•|\s·\s|\s//?\s|／|｜|＆|\s\|\s)\s*(?:(?:{lasts})\s+)?"
        rf"|\s*(?:(?P<comma>[,，、،])\s*(?:(?P<last>(?:{lasts})\s+))?|(?P<at>[@＠])\s*(?=\w)|(?P<open>[(（\[【]))"
        rf"|\s+(?:(?P<joint>(?i:{joints}|&|\+|×|w/|with|con|avec|mit|com)(?=\s))\s+"
        r"|(?P<dash>[–—‒-]+(?=\s|[^\W\d_]{3})|[→⟶➔➜»›](?=\s))\s*)"
        r"|(?<=[^\W\d_]{3})(?P<stuck>[–—-])\s+(?=[A-ZÀ-ÞĀ-Ž])"
        r"|(?P<close>[)）\]】]))"
    )


def chunks_of(text: str) -> tuple[bool, list[tuple[str, list[Atom]]]]:
    """Whether a label of people heads a text, and its chunks with their pieces: mostly one, several of a list turned round."""
    text = text.replace(" @ ", " ; ") if text[:2] == "@ " else text
    text = _PRONOUNS.sub(" ", text[:_LONGEST]) if "/" in text else text[:_LONGEST]
    text = _dots_apart(_unwrapped(_LEADING.sub("", text).strip(EDGES)))
    text = _HEBREW_AND.sub(" ; ", text) if " ו" in text else text
    labelled, text = without_roles(text)
    text = _couple().sub(_both_in_full, text, count=1) if not _short_joints().isdisjoint(text.lower().split()) else text
    text = _slashes_apart(_without_article(text))
    text = _stopped(_next_apart(_without_loose_ends(text)))
    host = _HOST.match(text) if "sent" in text or "przed" in text else None
    if host is not None and (looks_like_name(host[1]) < 0.5 or known_given(host[1]) < 0):
        text = text[host.end() :]
    return labelled, [(chunk, _atoms(chunk)) for chunk in _last_first(text) or [text]]


def _both_in_full(couple: re.Match[str]) -> str:
    """A couple with the family name of both ("Ann and Bob Archer"), where it begins with two given names and no more."""
    one, two = plain(couple["one"]), plain(couple["two"])
    alone = not couple.string[: couple.start()].strip(EDGES) or couple.string[: couple.start()].rstrip()[-1:] in ";:"
    called = {one, two} <= given_names() and couple["family"][0].isupper()
    return (
        f"{couple['one']} {couple['family']}{couple['joint']}{couple['two']} {couple['family']}"
        if alone and called
        else couple[0]
    )


def _dots_apart(text: str) -> str:
    """The text with commas for the dots between Japanese names ("安井 奏・水谷 蓮"); those inside foreign names stay."""
    names = text.split("・") if "・" in text else []
    whole = names and all(
        _HAN.search(name) and looks_like_name(name) >= 0.5 and len(name) > 2 for name in map(str.strip, names)
    )
    return "、".join(names) if whole else text


def _slashes_apart(text: str) -> str:
    """The text with blanks around the strokes between whole names ("Ann Archer/Bob Baxter, Acme")."""
    head, comma, rest = text.partition(",")
    names = [name.strip() for name in head.split("/")] if "/" in head else []
    whole = len(names) > 1 and all(" " in name and looks_like_name(name) >= 0.6 for name in names)
    return f"{' / '.join(names)}{comma}{rest}" if whole else text


def _without_article(text: str) -> str:
    """The text without an article before an honorific or a job ("el Dr. Juan Arquero", "o jornalista Ana Arqueira")."""
    match = _ARTICLE.match(text)
    if match is None:
        return text
    addressed = match[1][0].isupper() and split_honours(text[match.end() : match.end() + _SHORT])[0]
    return text[match.end() :] if addressed or (match[1].islower() and lexicon("job").holds(plain(match[1]))) else text


def _next_apart(text: str) -> str:
    """The text with commas for the full stops between two people, an honorific to the second ("dr Ana Bor. mr Jan Grab")."""
    for place in itertools.islice(_NEXT.finditer(text), 12) if ". " in text else ():
        one, two = text[: place.start()].rpartition(",")[2].strip(), _SENTENCE_PART.split(text[place.end() :], maxsplit=1)[0]
        if len(split_honours(one)[1].split()) > 1 and split_honours(two)[0] and min(map(looks_like_name, (one, two))) >= 0.6:
            text = f"{text[: place.start()]}, {text[place.end() :]}"
    return text


def _stopped(text: str) -> str:
    """The text with a comma for the full stop between a name and what it says of it ("D. Juan Arquero. Director de Acme")."""
    for place in itertools.islice(_STOP.finditer(text[:80]), 3) if "." in text[:80] else ():
        name, rest = split_honours(text[: place.start()])[1], text[place.end() :]
        told = split_role(rest)[0] is None and looks_like_name(_SENTENCE_PART.split(rest, maxsplit=1)[0]) < 0.5
        if 1 < len(name.split()) < 6 and looks_like_name(name) >= 0.6 and told:
            return f"{text[: place.start()]}, {text[place.end() :]}"
    return text


def _unwrapped(text: str) -> str:
    """The text without brackets around the whole of it."""
    inside = text[1:-1]
    if len(text) > 3 and text[0] + text[-1] in ("()", "（）", "[]") and not any(c in inside for c in "()（）[]"):
        return inside.strip(EDGES)
    return text


def _without_loose_ends(text: str) -> str:
    """The text without a connective left over at its beginning or end, where a line was cut."""
    ends = {*text.split(None, 1)[:1], *text.rsplit(None, 1)[-1:], text[-1:]}
    return text if ends.isdisjoint(_loose()[0]) else _loose()[1].sub("", text)


@cache
def _loose() -> tuple[frozenset[str], re.Pattern[str]]:
    """Connectives, and the expression for them at the beginning or the end of a line."""
    words = [j for j in printed_parts("joints") if j.isalpha()]
    joints = any_of(words)
    return frozenset([*words, "&", "+"]), re.compile(rf"\s*[,;]?\s*(?:(?<=\s)(?:{joints})|[&+])$|^(?:{joints}|[&+])\s+")


def _last_first(text: str) -> list[str] | None:
    """Entries of a list in the form "Archer, Ann; Baker, Bob (Acme)", turned round; None when the text is no such list."""
    entries = [e for e in map(str.strip, _ENTRIES.split(text)) if e] if "," in text else []
    turned = []
    for entry in entries:
        head, bracket, aside = entry.partition(" (")
        before, head, after = split_honours(head) if "," in head else ("", head, "")
        last, comma, first = head.partition(",")
        first = first.strip()
        if not comma or "," in first or not first or len(last.split()) > 2 or len(first.split()) > 2:
            return None
        single = len(last.split()) == 1 and len(first.split()) == 1
        shouted = last.isupper() and not first.isupper() and len(last) > 2
        whole = f"{first} {last}"
        jobs = job_and_company(first)
        if not (shouted or (single and (len(entries) > 1 or looks_like_name(whole) >= 0.7))) or max(jobs) > 0.3:
            return None
        if looks_like_name(whole) < 0.6 or is_placeholder(last) or is_placeholder(first):
            return None
        turned.append(" ".join(part for part in (before, whole, after, bracket.strip() + aside) if part))
    return turned or None


def _atoms(text: str) -> list[Atom]:
    """The pieces between separators, each with the mark before it: `,` `;` `&` `-` `(` or `` (at the start)."""
    atoms: list[Atom] = []
    mark, done, depth, opened = "", 0, 0, 0
    for match in _marks().finditer(text):
        kind = "comma" if match["comma"] else match.lastgroup
        if depth and kind not in ("open", "close"):
            continue
        if kind == "joint" and match["joint"][:1].isupper() and not text.isupper() and _is_in_name(text[done:], match, done):
            continue
        if kind == "open":
            depth += 1
            if depth > 1:
                continue
            opened = match.end()
        if kind == "close":
            if not depth:
                continue
            depth -= 1
            if depth:
                continue
        _push(atoms, text, done, match.start(), mark)
        done = match.end()
        joined = match["last"] and not (match["last"].strip() == "a" and _says_post(text[match.end() :]))
        mark = "&" if joined else _SIGNS[kind or "hard"]
    if depth:
        return [*atoms, Atom(text[opened:].strip(EDGES), "(", opened, len(text))] if text[opened:].strip(EDGES) else atoms
    _push(atoms, text, done, len(text), mark)
    return atoms


def _says_post(text: str) -> bool:
    """Whether a job or a body stands next, so that "a" before it is the Hungarian article and no Czech "and"."""
    return max(words_say(text[:_SHORT].split(",")[0])) > 0.5


def _is_in_name(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a connective in capitals is part of a name: an initial ("Liam R E Sample"), a syllable ("Mai Le Dan Vo")."""
    before, after = text[: match.start() - start], text[match.end() - start :]
    alone = len(split_honours(before)[1].split()) == 1 and "," not in before
    single = alone or " " not in _SENTENCE_PART.split(after, maxsplit=1)[0].strip()
    return len(match["joint"]) == 1 or (single and plain(match["joint"]) not in _ALWAYS)


def _push(atoms: list[Atom], text: str, start: int, end: int, mark: str) -> None:
    piece = text[start:end].strip(EDGES)
    if piece[:1].isdigit() or piece[-1:].isdigit() or piece[-1:] in _RAISED:
        piece = _NUMBERED.sub("", piece)
    if not any(map(str.isalpha, piece)) or is_placeholder(piece):
        return
    if atoms and mark == "," and (_is_tail(piece)):
        last = atoms[-1]
        atoms[-1] = last._replace(text=text[last.start : end].strip(EDGES), end=end)
        return
    atoms.append(Atom(piece, mark, start, end))


def _is_tail(piece: str) -> bool:
    """Whether a piece belongs to the one before its comma: degrees after a name, "Inc." after a company."""
    bare = plain(piece)
    return are_degrees(piece.split()) or (len(bare) > 2 and not {bare, f"{bare}."}.isdisjoint(legal_forms()))


def known_given(text: str) -> float:
    """What the given names in a piece say: 1 there is one, by our list or by its letters, less than 0 there is none, else 0."""
    words = fold(split_honours(text)[1]).split()
    listed = all(c < "\u0700" or "\u1e00" <= c < "\u2000" for c in text[:2])  # the scripts whose names the list holds
    if len(words) < 2 or min(map(len, words)) < 2 or not listed:
        return 0.0
    if holds_given(words):
        return 1.0
    return 0.0 if _is_by_letters(text) else -0.7


def _is_by_letters(text: str) -> bool:
    """Whether a text is somebody's name by its letters, whoever has names of that kind: no list holds them all."""
    return text_kinds(text).name >= _NAME and name_chance(text) >= _NAME_ANYWHERE
