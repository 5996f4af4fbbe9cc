"""Does a text look like the name of a person? A score from its shape and words, for any script."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.awaited import is_placeholder
from scrapers._language.called import is_proven, remembered_by_page
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import Inside, any_of, table, words_of
from scrapers._language.words import (
    CJK,
    families,
    given_names,
    japanese_families,
    lexicon,
    never_east,
    parts,
    plain,
    unlike_names,
)
from scrapers._remembered import remembered

_NEVER = re.compile(r"[\d@?!;=<>{}|#*%$€£+…\\\[\]]|https?:|www\.|&|\.\.|://|[“”„«»\"]")
_CALLED = frozenset(("mr", "ms", "mrs"))
_EDGES = " \t\n\r.,;:·•–—|*"
_AROUND = _EDGES.replace(".", "")
_ELIDED = re.compile(r"(?:d|l|dell|dall|al|el|ben)['’-][^\W\d_a-z]")
_OWNERS = re.compile(r"[a-z](?:['’]s|s['’])$")  # "Murphy's Yard"
_SAYS_WHO = re.compile(r"(?:c['’]est|voici|das ist|this is) ", re.I)  # "C'est Anne Archer, directrice"
_LEARNED = re.compile(r"(?:^|[\s.-])(?:dr|prof)\b", re.I)
_OFFICE = re.compile(r"\b[A-Z]+[a-z]+[A-Z]+\b")  # "MdB", "OStD"
_CAMEL = re.compile(r"[a-z][A-Z]")
_CAPITAL_INSIDE = re.compile(r"(?:Mc|Mac|De|Di|Le|La|Van|Fitz|D'|O'|El|Al)[A-Z]")
_HAN = re.compile(r"[\u3005\u3400-\u9fff]{2,4}")
_KANA = re.compile(r"[\u3040-\u30ff\u30fb\u3005\u3400-\u9fffー]{2,12}")
_GIVEN_EAST = re.compile(
    r"[\u3005\u3400-\u9fff]{1,3}|[\u3005\u3400-\u9fff]?[\u3041-\u3096]{1,3}[\u3005\u3400-\u9fff]?|[\u30a1-\u30faー]{2,4}"
)
_KOREAN_ENDS = "의를는과와에"
"""What ends words and hardly a name."""
_HANGUL = re.compile(r"[\uac00-\ud7af]{2,4}")
_WIDE = re.compile(r"[\u3400-\u9fff\u30a0-\u30ff]{1,8}(?:[·・•‧．][\u3400-\u9fff\u30a0-\u30ffA-Z.]{1,8}){1,3}")
_ASIDE = re.compile(r"(?:(?<!\s)\s+)?[(（\[【][^()（）\[\]【】]{1,40}[)）\]】]\s*")
_QUOTED = re.compile(r"""(?:(?<!\s)\s+)?["“”„«»]([^"“”„«»]{1,24})["“”„«»]\s*""")
_INITIALS = re.compile(
    r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]+(?:-[A-ZА-ЯЁ][^\W\d_]+)?\s(?:[А-ЯЁІЇЄҐ]\.\s?){1,2}|(?:[А-ЯЁІЇЄҐ]\.\s?){1,2}[А-ЯЁІЇЄҐ][^\W\d_]+"
)
_SHORTENED = re.compile(
    r"(?:[A-ZÀ-Þ]\.[- ]?){1,3}(?:(?:van|von|de|der|den|da|di|la|le) ){0,2}[A-ZÀ-Þ][^\W\d_]{2,}(?:-[A-ZÀ-Þ][^\W\d_]+)?\.?"
)
_ABBREVIATED = re.compile(r"[^\W\d_]{2,8}\.")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{1,3}\.[A-Z][A-Za-z]{0,3}|[A-Z]\.[A-Z][A-Za-z]{1,3})\.")
_LONG_TITLE = "ศาสตราจารย์"  # the end of "professor"
_PROVEN = 0.75
_SHORT = 6
"""Words for parts in a programme ("Gastredner") no longer than this are surnames too ("Guest", "Host")."""
_MARKS = frozenset('(（[【"“”„«»')  # what begins an aside or a nickname


@remembered
def split_honours(text: str) -> tuple[str, str, str]:
    """Cut a text into what is put before a name (Dr., Prof., Ms), the name, and what after it: degrees, another name.

    Degrees are such as PhD and MBA; another name is led to by "aka" or its like.
    """
    words = _apart(text.strip(_AROUND)).split()
    first = _honours_end(words)
    last = _letters_begin(words, first)
    while last > first + 1 and is_degree(words[last - 1].strip(",()")) and (last - first > 2 or words[last - 2].endswith(",")):
        last -= 1
    return " ".join(words[:first]), " ".join(words[first:last]).strip(" ,"), " ".join(words[last:])


def _honours_end(words: list[str]) -> int:
    """How many words stand before a name: honorifics, and abbreviations in small letters with one ("izr. prof. dr. sc.")."""
    first, known = 0, False
    while first < len(words) - 1:
        if first + 2 < len(words) and _is_honour_of_two(*words[first : first + 2]):
            first, known = first + 2, True
        elif _is_honour(words[first]):
            first, known = first + 1, True
        elif _is_abbreviated(words[first] if first else words[first].lower()):
            first += 1
        else:
            break
    return first if known else 0


def _is_abbreviated(word: str) -> bool:
    return word.islower() and _ABBREVIATED.fullmatch(word) is not None


def _letters_begin(words: list[str], first: int) -> int:
    """Where what is no part of a name begins behind it; the end where nothing does.

    Words that lead to another name ("Ann Archer aka Zed"), or degrees in several abbreviations ("Ana Bor, mag. iur.").
    """
    aliases = parts("alias")
    for at in range(first + 1, len(words) - 1):
        if words[at].casefold() in aliases:
            return at
    comma = next((at for at in range(first + 1, len(words) - 2) if words[at].endswith(",")), 0)
    return comma + 1 if comma and are_degrees(words[comma + 1 :]) else len(words)


def are_degrees(words: list[str]) -> bool:
    """Whether words behind a name are degrees: all known, or several abbreviations in small letters ("mag. iur.")."""
    if all(map(is_degree, words)):
        return True
    several = len(words) > 1 and all(_is_abbreviated(word.rstrip(",")) for word in words[:-1])
    return several and _is_abbreviated(words[-1].rstrip(",").rstrip(".") + ".")


def _apart(text: str) -> str:
    """The text with a blank behind what is put before a name without one ("ดร.สมชาย ใจดี")."""
    before: list[str] = []
    while (glued := None if text.isascii() else _glued().match(text)) and text[glued.end() :].strip():
        if before and not glued[1].endswith((".", _LONG_TITLE)):
            break  # "นายคุณากร"
        before.append(glued[1])
        text = text[glued.end() :]
    return " ".join([*before, text])


@cache
def _glued() -> re.Pattern[str]:
    words = table("names")["parts"]["glued"].split()
    return re.compile(rf"({any_of(words)})\s?(?=[^\s\u0e30-\u0e3a\u0e45-\u0e4e.])")


@remembered
def is_degree(word: str) -> bool:
    """Whether a word is put after names: one of the list, or short forms with full stops ("B.Eng.", "LL.B.")."""
    return plain(word) in parts("postnominals") or _DEGREE.fullmatch(word) is not None


def _is_honour_of_two(word: str, after: str) -> bool:
    return plain(word) in _honours_of_two() and plain(f"{word} {after}") in parts("honorifics")


@cache
def _honours_of_two() -> frozenset[str]:
    return frozenset(honour.split()[0] for honour in parts("honorifics") if " " in honour)


@cache
def _honours() -> frozenset[str]:
    return parts("honorifics") | parts("glued")


@remembered
def _is_honour(word: str) -> bool:
    known = _honours()
    bare = plain(word).rstrip(",")
    if bare in known or (bare.rstrip(".") in known and bare.endswith(".")):
        return True
    pieces = [p for p in bare.replace(".", ". ").replace("/", " ").replace("-", " ").split() if p]
    return len(pieces) > 1 and "." in bare and all(p in known or p.rstrip(".") in known for p in pieces)


@remembered_by_page
def looks_like_name(text: str) -> float:
    """How much a text looks like the name of one person, 0 (not at all) to 1; above 0.5 it does.

    Honorifics, degrees, a nickname in quotes and another spelling in brackets are allowed for. Nothing but the text is
    looked at: a company of two names ("Goldman Sachs") scores well too, so a reader weighs the place of the text as well.
    Only a name that its places on the page prove (`_parts/peers.py`) looks like one whatever its letters.
    """
    score = _looks(text)
    return _PROVEN if score < _PROVEN and is_proven(split_honours(text)[1]) else score


@remembered
def _looks(text: str) -> float:
    text = " ".join(text.split())
    if not 2 <= len(text) <= 80:
        return 0.0
    if not _MARKS.isdisjoint(text):
        text = _QUOTED.sub(" ", _ASIDE.sub(" ", text)).strip()
    before, name, after = split_honours(text)
    bonus = 0.15 * bool(before) + 0.1 * bool(after)
    if not name or _NEVER.search(name) or _SAYS_WHO.match(name):
        return 0.0
    eastern = not name.isascii() and CJK.search(name) is not None
    shape = _eastern(name, bonus) if eastern else _spaced(name, bonus, honoured=before)
    if not shape or is_placeholder(name):
        return 0.0
    if _INITIALS.fullmatch(name):
        return 0.9
    if _SHORTENED.fullmatch(text if len(before) == 2 else name):
        return 0.75  # "M. Archer": too short to be known by its letters, though "M." may be an honorific too
    if not eastern and is_titled_surname(text):
        return 0.6
    trust = 0.25 if eastern else 0.5
    return (1 - trust) * shape + trust * text_kinds(name).name


def is_titled_surname(text: str) -> bool:
    """Whether a text is a surname behind what only people are called ("Prof. Dr. Theißen", "MdB Kahl")."""
    before, name, _ = split_honours(text)
    return bool(before) and (_LEARNED.search(before) or _OFFICE.search(before)) is not None and _is_surname(name)


def _is_surname(name: str) -> bool:
    """Whether one word with a capital says nothing else, so that behind "Dr." it is somebody's surname."""
    return (
        len(name) > 3
        and name[0].isupper()
        and name[1:].islower()
        and name.isalpha()
        and not (_against(name, False) or lexicon("field").holds(plain(name)))
    )


def _eastern(name: str, bonus: float) -> float:
    chinese, korean = families()
    if _never_eastern().within(name):
        return 0.05
    joined = name.replace(" ", "").replace("\u3000", "")
    if _WIDE.fullmatch(joined) or is_japanese(joined):
        return 0.85
    if _HANGUL.fullmatch(joined):
        if len(joined) > 2 and joined[-1] in _KOREAN_ENDS and joined == name:
            return 0.1  # "정책의"
        known = joined[0] in korean or joined[:2] in korean
        return min(1.0, (0.8 if known and len(joined) == 3 else 0.45 if known else 0.1) + bonus)
    if _HAN.fullmatch(joined):
        known = joined[0] in chinese or joined[:2] in chinese
        spaced = joined != name and len(name.split()) == 2
        return min(1.0, (0.85 if known else 0.75 if spaced else 0.4 if len(joined) in (3, 4) else 0.3) + bonus)
    if _KANA.fullmatch(joined) and joined != name:
        return 0.6
    return 0.1


def is_japanese(name: str) -> bool:
    """Whether a name without a space is a Japanese family name and a given name behind it ("竹下義晃", "佐藤かおり")."""
    known, never, ends = japanese_families()
    given = next((name[size:] for size in (3, 2, 1) if name[:size] in known and len(name) > 2), "")
    return given not in never and not given.endswith(ends) and _GIVEN_EAST.fullmatch(given) is not None


@cache
def _never_eastern() -> Inside:
    """What no Chinese, Japanese or Korean name holds: words of agendas, job titles, companies."""
    return Inside([*never_east(), *(w for w in lexicon("job").spaceless + lexicon("company").spaceless if len(w) > 1)])


def _spaced(name: str, bonus: float, *, honoured: str) -> float:
    if "/" in name or ":" in name or len(name) > 60:
        return 0.0
    if "," in name:
        name = _turned(name)
    words = name.split()
    if not 1 <= len(words) <= 7 or (look := _shape(words) + bonus) <= 0.0 or _are_several(words):
        return 0.0
    called = plain(honoured).strip(" .") in _CALLED or (honoured and plain(words[0]) in given_names())
    known = called and len(words) == 2  # "Ms Farida Contractor"
    return max(0.0, min(1.0, look + _sense(words[:1] if known else words)))


def _turned(name: str) -> str:
    """The form "Archer, Ann" as "Ann Archer"; nothing when the comma parts something else than the halves of a name."""
    last, _, first = name.partition(",")
    if (
        "," in first
        or len(last.split()) > 2
        or len(first.split()) > 2
        or (first.isupper() and len(first.strip()) > 2 and not last.isupper())
    ):
        return ""
    if len(last.split()) == 2 and last.split()[0] not in parts("particles") and not last.isupper():
        return ""
    return f"{first.strip()} {last.strip()}"


def _are_several(words: list[str]) -> bool:
    """Whether words are two names with "and" between them, rather than one name that holds such a word ("Ramón y Cajal")."""
    return any(
        (2 <= at < len(words) - 2 or (at == 1 and len(words) == 3 and len(word) > 1 and not word.istitle()))
        and plain(word) in parts("joints")
        and not (len(word) == 1 and word.isupper())
        for at, word in enumerate(words)
    )


def _shape(words: list[str]) -> float:
    """How far the capitals, initials, small words and lengths are those of a name."""
    forms = [_form(word, bool(at), min(len(words), 3)) for at, word in enumerate(words)]
    odd, full, camels, initials = forms.count("odd"), forms.count("full"), forms.count("camel"), forms.count("initial")
    full += camels
    if odd or not full:
        return 0.05 if len(words) > 1 and full and odd == 1 and len(words) <= 3 else 0.0
    if len(words) == 1:
        return 0.3
    return (
        0.8
        - 0.25 * camels
        - 0.12 * max(0, full - 3)
        - 0.1 * max(0, initials - 2)
        - (0.4 if full == 1 and not initials and "small" not in forms else 0)
    )


@remembered
def _form(word: str, behind: bool, count: int) -> str:
    """What a word is in a name of so many words (3: or more), first or `behind` others; `camel`: one with a capital inside."""
    bare = word.strip(".,'’\"")
    lettered = word.isalpha() or all(c.isalpha() or c in "'’.-‐‑" or ord(c) > 0x2FF for c in word)
    if not bare or not lettered or _OWNERS.search(word):
        return "odd"
    if plain(word) in parts("particles") and (behind or (count > 1 and word.islower())):
        return "small"
    if len(bare) <= 2 and bare.isupper() and (word.endswith(".") or len(bare) == 1 or count > 2):
        return "initial"
    if not (bare[0].isupper() or bare[0].lower() == bare[0].upper() or _ELIDED.match(bare)):
        return "odd"
    return "camel" if _CAMEL.search(bare) and not _CAPITAL_INSIDE.match(bare) else "full"


def _sense(words: list[str]) -> float:
    """What the words say: those of titles, companies and agendas speak against a name."""
    titled = len(words) > 2 and 2 < len(words[-1]) < 5 and words[-1].isupper() and not words[0].isupper()
    acronym = 0.45 * (titled and plain(words[-1]) in lexicon("job").words)  # "Ann Archer CEO"
    return -acronym - sum(_against(word, len(words) > 2) for word in words)


@remembered
def _against(word: str, among_others: bool) -> float:
    bare = plain(word).strip(".,'\"")
    if (len(bare) < 3 and word[:1].isupper()) or (among_others and bare in parts("particles")):
        return 0.0
    part = len(bare) > _SHORT and bare in parts("roles")
    if part or any(piece in unlike_names() for piece in ([bare, *bare.split("-")] if "-" in bare else [bare])):
        return 0.45 if len(bare) > 3 or not word[:1].isupper() else 0.3
    return 0.4 if len(bare) > 3 and (lexicon("job").holds(bare) or lexicon("company").holds(bare)) else 0.0


def is_filler(text: str) -> bool:
    """Whether a text is mostly of the would-be Latin that templates come with ("Lorem ipsum dolor sit amet")."""
    words, filler = words_of(plain(text)), parts("filler")
    return not filler.isdisjoint(words) and len(words) > 2 and sum(word in filler for word in words) >= 0.75 * len(words)


def is_group(text: str) -> bool:
    """Whether a text stands for people without names ("Conference chairs", "SYP volunteers", "Steering committee members")."""
    words = plain(_ASIDE.sub(" ", text)).strip(_EDGES).split()
    return len(words) > 1 and words[-1] in parts("groups")
