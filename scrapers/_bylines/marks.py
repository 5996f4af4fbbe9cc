"""Marks and small words that may part a title from people in a line, and whether what stands on their sides makes sense."""

from __future__ import annotations

import itertools
import re

from scrapers._found import FoundPerson, fold
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import is_given, remembered_by_page
from scrapers._language.jobs import job_and_company, says_job
from scrapers._language.kinds import is_kind, is_opening
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import is_unfinished, plain, words_of
from scrapers._language.words import lexicon, parts
from scrapers._people.labels import is_backing, split_role, tells_backing, without_joint_work
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given
from scrapers._remembered import remembered

BLANK = r"(?:(?<!\s)\s+)?"  # blanks before a mark, from their first one only: a long run of them is passed once
MARKS = {
    "dash": re.compile(rf"(?<!\s)\s+[–—―‒-]+\s+|\s[–—―-](?=\S)|(?<=\S)[–—―]\s|(?<=[^\s\d])-\s|{BLANK}[―]\s*"),
    "colon": re.compile(rf"{BLANK}:\s+|{BLANK}：\s*"),
    "slash": re.compile(rf"{BLANK}(?<!\s[vw])/{{1,2}}\s+|(?<!\s)\s+/{{1,2}}\s*|{BLANK}／\s*"),
    "bar": re.compile(rf"{BLANK}[|｜•·»>~]\s+|{BLANK}｜\s*"),
    "comma": re.compile(rf"{BLANK}[,，]\s+"),
    "semicolon": re.compile(rf"{BLANK}[;；]\s+"),
    "by": re.compile(
        rf"(?:{BLANK}[,–—-])?(?<!\s)\s+"
        r"(?:(?:[^\W\d_]{3,14}ed )?by|w/|v\.?/|with|feat\.?|von|mit|par|avec|por|con|di|com|door|met|a?v|med|oleh|"
        r"توسط|โดย|בהנחיית|מאת)\s+"
        r"|(?<=[\u0e00-\u0e7f])โดย\s?(?=[\u0e00-\u0e7f])"
        r"|(?<=[.?!”»])\s+(?:With|By|Mit|Von|Avec|Par|Con|Com|Met|Med|Z)\s+"  # "Who pays? With Ann Archer"
    ),
    "presents": re.compile(r"(?<!\s)\s+(?:presents|präsentiert|présente|presenta|apresenta|on|über|sur|sobre|zu|o)\s*:?\s+"),
    "bracket": re.compile(rf"{BLANK}[(（\[]\s*(?=[^()（）]*+(?:[)）]\s*)?$)"),
    "quote": re.compile(rf"(?:{BLANK}[,:–—-])?{BLANK}(?=[“„«\"「『])"),
    "quoted": re.compile(r"(?<=[”“»\"」』])(?:\s*[,:–—-])?\s+(?=[^\W\d_])"),
    "glue": re.compile(r"(?<=[a-zà-ÿăâîșşțţ)])\s+(?=[A-ZÀ-ÞȘŢȚ][^\W\d_]+\s[A-ZÀ-ÞȘŢȚ][^,:;.]{2,30}, )"),
    "stop": re.compile(r"(?:(?<=[^\W\d_]{3})\.|(?<=[^\W\d_]{3}[?!]))\s+(?=[A-ZÀ-ÞА-Я])"),
    "honour": re.compile(r"(?<=[.?!\"”»)])\s+(?=[A-ZÀ-Þ][a-zà-ÿ]{0,5}[.ªº\s])"),
}
HELD = {
    "dash": frozenset("–—―‒-"), "colon": frozenset(":："), "slash": frozenset("/／"), "bar": frozenset("|｜•·»>~"),
    "comma": frozenset(",，"), "semicolon": frozenset(";；"),
    "bracket": frozenset("(（["), "quote": frozenset("“„«\"「『"), "quoted": frozenset("”“»\"」』"),
    "honour": frozenset('.?!"”»)'), "stop": frozenset(".?!"), "glue": frozenset(","),
    "by": frozenset(
        "by w/ v/ v./ with feat feat. von mit par avec por con di com door met v av med oleh توسط โดย בהנחיית מאת"
        " With By Mit Von Avec Par Con Com Met Med Z".split()
    ),
    "presents": frozenset("presents präsentiert présente presenta apresenta on über sur sobre zu o".split()),
}  # fmt: skip
"""The signs, or words, of which a line holds one where the mark stands in it: quickly looked for."""
_WORDS = HELD["by"] | HELD["presents"]
_SIGNS = frozenset().union(*HELD.values()) - _WORDS
_SEEN = {mark: re.compile(form.pattern.replace(BLANK, "")) for mark, form in MARKS.items()}
"""The marks without the blanks before them, which make no difference to whether a mark stands in a line."""
_WITH = frozenset("with mit avec con com met med di".split())
_NONE: frozenset[str] = frozenset()
CLOSE = " )）]"
_QUOTES = {"“": "”", "„": "“”", "«": "»", '"': '"', "「": "」", "『": "』", "”": "”"}
"""What may close each quotation mark."""
_SIGNS_QUOTING = frozenset(_QUOTES)
_AT_QUOTES = frozenset(("quote", "quoted", "honour"))
_KIND_QUOTED = re.compile(r"([^“”„«»\"「『:]{2,40}?)\s?[:–—-]?\s?([“”„«\"「『].+)", re.DOTALL)
PLACES = 12
_IN_WORD = re.compile(r"(?<=\w)\"(?=\w)")  # short forms in Hebrew
_FORM = re.compile(r"[А-ЯЁІЇЄҐ]{2,6}")
_GOES_ON = re.compile(r"[«“„][^«»“”„]{2,80}[»”]\s[а-яёіїєґa-zà-ÿ]{3,}\s\w")  # "руководитель отдела «Волна» городской управы"
_SHORT = 60
_HOUSE = 0.7
LONGEST = 300
Cut = tuple[str, str, bool]
"""A line cut in two: its title, its people as printed, and whether these stand first."""


@remembered
def marks_in(line: str) -> frozenset[str]:
    """The marks that stand in a line; the signs and words they are made of are looked for first."""
    said = _SIGNS.intersection(line) | _WORDS.intersection(line.replace(":", " ").split())
    said = said | {"โดย"} if "โดย" in line else said  # no blank need stand before it
    return (
        frozenset(mark for mark, held in HELD.items() if not held.isdisjoint(said) and _SEEN[mark].search(line))
        if said
        else _NONE
    )


def sides_at(mark: str, line: str, *, behind_small: bool = False) -> list[tuple[str, str]]:
    """What stands left and right of each place of a mark; only `behind_small` letters where it is no sign but a blank."""
    sides: list[tuple[str, str]] = []
    if mark not in marks_in(line):
        return sides
    looked = _IN_WORD.sub("״", line) if mark == "quote" and '"' in line else line
    for place in itertools.islice(MARKS[mark].finditer(looked), PLACES):
        left, right = line[: place.start()].strip(), line[place.end() :].strip()
        if mark == "bracket":
            right = right.strip(CLOSE)
        if mark == "stop":
            right = right.removesuffix(".")
        if mark in ("honour", "stop") and left and split_honours(f"{left[-_SHORT:].split()[-1].rstrip('.')}. X")[0]:
            continue  # "Prof. Dr. Ann Archer"
        if mark == "honour" and not split_honours(right[:_SHORT])[0]:
            continue  # "First sentence. Second one"
        if mark == "quoted" and not (is_quoted(left) or is_quoted(behind_kind(left))):
            continue
        if mark not in _AT_QUOTES and not _SIGNS_QUOTING.isdisjoint(left) and _parts_quotation(left, right):
            continue  # "Workshop “Healing with Bees” Ann Archer"
        if mark == "glue" and behind_small and not left.split()[-1].islower():
            continue
        if mark == "glue" and (is_unfinished(left) or not _is_introduced(right)):
            continue
        if mark == "by":
            others = is_backing(line[: place.end()]) or without_joint_work(left) != left
            phrase = plain(line[: place.end()].strip()) in parts("led_by")
            leads_whole = phrase and not is_kind(words_of(plain(left)))  # "a cura di Anna Arciere", but "Intervento di ..."
            apart = not (others or leads_whole or _is_tool(left, place[0], right))
        else:
            closes = looked[place.end() : place.end() + 1] == '"' and looked.count('"', 0, place.end()) % 2 == 1
            goes_on = mark == "quote" and _GOES_ON.match(right) is not None
            told = closes or goes_on or _ends_in(left, "about") or not (place[0].strip() or not _ends_in_body(left))
            apart = mark != "quote" or not told
        if left and right and apart:
            sides.append((left, right))
    return sides


def is_quoted(text: str) -> bool:
    """Whether the whole of a text stands in one pair of quotation marks."""
    closing = _QUOTES.get(text[:1], "") if len(text) > 2 else ""
    return bool(closing) and text[-1] in closing and not any(c in text[1:-1] for c in closing)


def behind_kind(text: str) -> str:
    """What stands in quotation marks to the end of a line that begins with its kind (`Workshop: “Why bees dance”`)."""
    match = _KIND_QUOTED.match(text)
    return match[2] if match and is_kind(words_of(plain(match[1]))) else ""


def _parts_quotation(left: str, right: str) -> bool:
    """Whether what stands left and right of a place stands within one pair of quotation marks there."""
    closing = ""
    for sign in left:
        closing = ("" if sign in closing else closing) if closing else _QUOTES.get(sign, "")
    return bool(closing) and not frozenset(closing).isdisjoint(right)


def _is_introduced(text: str) -> bool:
    """Whether a text begins with a given name all know and says behind a comma what that person does."""
    if not is_given(fold(text.split(None, 1)[0])):
        return False
    people = split_people(text)
    post = people[0].title or "" if people else ""
    return bool(people) and text.startswith(f"{people[0].name},") and (says_job(post) or post[:1].islower())


def _ends_in(text: str, meaning: str) -> bool:
    """Whether a text ends in a phrase of one meaning ("Panel on the topic")."""
    bare = plain(text[-_SHORT:])
    return bare.endswith(tuple(parts(meaning))) if text else False


def _ends_in_body(before: str) -> bool:
    """Whether a text ends in a word for a body or a work, which the quotes behind it name ("директор компании «Волна»").

    In Cyrillic also in letters that stand for its kind ("директор ОАО «Волна»").
    """
    word = before.rsplit(None, 1)[-1] if before and before[-1] not in CLOSE else ""
    last = plain(word)
    return bool(last) and (lexicon("company").holds(last) or last in parts("works") or _FORM.fullmatch(word) is not None)


def _is_tool(title: str, word: str, names: str) -> bool:
    """Whether what stands behind "with" is rather what something is done with ("Faster payroll with Nightrunner Desk")."""
    kind = words_of(plain(title.rpartition(":")[2]))
    doubtful = word.strip(" ,–—-").lower() in _WITH or (len(kind) == 1 and kind[0].endswith("ing"))  # "Selling by Video Call"
    people = split_people(names) if doubtful and not is_kind(kind) and not is_opening(kind) else []
    least = 0.5 if word.strip() == "di" else 0.0  # "in" in Malay
    return bool(people) and all(known_given(p.name) < least and not (p.title or p.company) for p in people)


def names_house(text: str) -> bool:
    """Whether words in capitals say that they name a company, or a text who backs something ("in partnership with Acme")."""
    words = text.split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words) and job_and_company(text)[1] >= _HOUSE
    return named or tells_backing(text)


def leads(name: str, names: str) -> bool:
    """Whether a side that names people begins with the first of them, or with a label, a job title or a company."""
    before = split_role(names)[1].partition(name)[0]
    apart = any(c in before.strip() for c in ",;:|/–—-")
    return not any(c.isalnum() for c in before) or (not apart and len(before.split()) < 4) or max(job_and_company(before)) > 0.5


def people_leading(names: str) -> list[FoundPerson]:
    """The people of a side that begins with the first of them, or with what may stand before; none of any other."""
    people = split_people(names)
    return people if people and leads(people[0].name, names) else []


def _are_honoured(people: list[FoundPerson]) -> bool:
    return all(split_honours(p.name)[0] for p in people)


@remembered_by_page
def makes_sense(title: str, names: str) -> float:
    """Whether one side reads as people and the other as a title: 1 surely, 0 not at all."""
    if len(names) > 200 or is_placeholder(title) or (looks_like_name(title) >= 0.5 and title[:1] < "\u0590"):
        return 0.0
    people = people_leading(names)
    if not people:
        return 0.0
    if named := looks_like_name(title) >= 0.5:  # in a script without capitals what nobody addresses may be no name
        named = known_given(title) > 0 or bool(split_honours(title)[0]) or not _are_honoured(people)
    if named:
        return 0.0
    name = min(looks_like_name(p.name) for p in people)
    if share_told(people, names) < 0.6 or name < 0.5:
        return 0.0
    if is_kind(words_of(plain(title))) and known_given(people[0].name) < 0:
        return 0.0  # "Session 2: Honey Market"
    if split_people(title) and not (title[:1] >= "\u0590" and _are_honoured(people) and known_given(title) <= 0):
        return 0.0
    kinds = text_kinds(title)
    job, company = job_and_company(title)
    if len(title.split()) < 9 and max(job, company) > (0.5 if kinds.other < 0.5 else 0.9):
        return 0.0
    if split_role(f"{title}:")[0] or split_role(f"{title} by:")[0]:
        return 0.0
    return 1.0 if kinds.other > 0.5 or len(title.split()) > 5 else 0.6
