"""Lines with a title and people that need no other line as proof: labels, openings, names that all know with what they do."""

from __future__ import annotations

import itertools
import re
from functools import cache

from scrapers._bylines.conversations import in_conversation
from scrapers._bylines.eastern_ends import at_eastern_end
from scrapers._bylines.marks import (
    BLANK,
    CLOSE,
    LONGEST,
    PLACES,
    Cut,
    behind_kind,
    is_quoted,
    makes_sense,
    people_leading,
    sides_at,
)
from scrapers._html.sections import heading_says
from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import job_and_company, may_say_job, says_job
from scrapers._language.kinds import is_kind, is_opening, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import any_of, page_words, plain, table, words_of
from scrapers._language.words import parts
from scrapers._people.labels import label_inside, split_role
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given

_AFTER_OPENING = re.compile(
    rf"{BLANK}[–—―|｜·•:：,]\s*|(?<!\s)\s+-\s+|{BLANK}[(（]|(?<!\s)\s+(?:by|with|from|von|mit|durch|par|de|du|avec|por|del|con|com|"
    r"di|da|do|van|door|met|av|af|ved|v\.?/|med|oleh|توسط|od|pan|pani|della|dello|"
    r"dei|de la|des)\s+|(?<!\s)\s+(?:dell|d|de l)['’](?=\w)"
)
_LECTURES = ("vorlesung", "vortrag", "referat", "rede", "foredrag", "föredrag", "lezing")
_SMALL = re.compile(
    r"(?<=\s)(?:[a-zà-ÿа-яα-ω]\w{3}|[\u0590-\u06ff\u0e00-\u0e7f]{3})"
)  # names of firms and rooms are written in capitals
_BETWEEN = re.compile(rf"{BLANK}[:：]\s+|(?<!\s)\s+[|–—-]\s+|(?<!\s)\s+(?=[\"“„«])")
_BY_SOMEBODY = re.compile(
    r"(?P<kind>[^:\"“„«]{3,40}?)\s(?:by|von|par|por|di|av|af|door)\s(?P<names>[^:\"“„«]{5,100}?)"
    r"(?:[:：]\s+|[,:]?\s*[\"“„«])(?P<title>\w.{4,240}?)[\"”“»]?"
)
_OF_SOMEBODY = r"(?P<kind>[^:\"“„«]{3,40}?)\s(?:(?:by|von|de|du|di|del|da|des|av|af|door|του|της|των|توسط|של|โดย|oleh)\s)"
_BETWEEN_SIGNS = frozenset(":：|–—-")
_OTHER = 0.8
_OPENING = frozenset('"“„«”')
_LONGEST_LABELLED = 1500
_PRESENTER = re.compile(r"(?<=\S)\s+[○〇◯]\s?(?=[^\W\d_])")
_NOT_SAID, _BRIEF, _TITLE = 0.5, 4, 3
_WHOLE = 0.8
_SURE, _LEADS = 0.7, 5
_LISTED, _MOSTLY = 0.6, 0.8
_FIRST_PART = re.compile(r"[,;:(]")
_DASH = re.compile(r"[–—‒]")
_LEARNED = re.compile(r"(?<=[^\W\d_]{2})\s(?=(?:Univ\.-)?(?:[Pp]rof|[Dd]r|[Dd]oc)\.\s?(?:[A-Za-z]{1,8}\.\s?){0,4}[A-ZÀ-ÞĀ-Ž])")
_HOUSE = re.compile(r"^[A-Z]\w?[A-ZÀ-Ž]\w?\s(?=\w+\s)")
_INITIAL = re.compile(r"(?<=\s)[^\W\d_]\.\s")


@remembered_by_page
def cut_surely(text: str, *, usual: bool) -> Cut | None:
    """A line cut whatever the others of its format do; `usual` says that these name a kind of session, somebody, a title."""
    return (
        in_conversation(text)
        or _with_quoted(text)
        or _behind_quoted(text)
        or _at_label(text)
        or _at_presenter(text)
        or at_opening(text)
        or at_kind(text, usual=usual)
        or _at_honour(text)
        or _behind_bare_kind(text)
    )


@remembered_by_page
def cut_alone(text: str) -> Cut | None:
    """A line cut where the others of its format prove nothing."""
    return (
        _at_known(text)
        or _before_known(text)
        or _at_addressed(text)
        or _at_honoured_end(text)
        or _at_learned(text)
        or at_eastern_end(text)
    )


def _with_quoted(text: str) -> Cut | None:
    """Somebody known, also behind words that lead there, then a title in quotes ("Talk by Ann Archer: “Why bees dance”")."""
    for mark in ("colon", "comma", "dash") if len(text) <= LONGEST and not _OPENING.isdisjoint(text) else ():
        for left, right in sides_at(mark, text):
            names = split_role(left)[1]
            told = len(right.split()) >= _TITLE and ":" not in left and is_quoted(right.rstrip("."))  # no «Daily Herald»
            people = split_people(names) if told else []
            if (
                people
                and names.startswith(people[0].name)
                and all(_is_sure(p.name) or split_honours(p.name)[0] for p in people)
            ):
                return (right.rstrip("."), left, True) if share_told(people, names) >= 0.6 else None
    return None


def _behind_quoted(text: str) -> Cut | None:
    """A kind of session, its title in quotes, then people ("Workshop “Why bees dance”, Ann Archer")."""
    for left, right in sides_at("quoted", text) if len(text) <= LONGEST else ():
        people = people_leading(right) if behind_kind(left) else []
        if people and share_told(people, right) >= _NOT_SAID and min(looks_like_name(p.name) for p in people) >= _LISTED:
            return left, right, False
    return None


def _at_label(text: str) -> tuple[str, str, bool] | None:
    """A line cut where a label of people stands in it ("Title. Moderator: Ann Archer"), None when it holds none."""
    if len(text) > _LONGEST_LABELLED or split_role(text)[0] or (cut := label_inside(text)) is None:
        return None
    title, names = cut
    people = split_people(names[:LONGEST])
    if title.count("(") > title.count(")"):  # "Title (Ann Archer, interviewed by Bob Baxter)"
        return None
    if (
        " " not in title
        and is_kind(words_of(plain(text[len(title) :].partition(":")[0])))
        and not is_kind(words_of(plain(title)))
    ):
        return None  # "Company presentation: Acme Archers"
    if len(title) < 3 or not people or not names.startswith(people[0].name) or looks_like_name(people[0].name) < 0.5:
        return None
    named = looks_like_name(title) >= 0.5 or split_people(title[:LONGEST])
    if named and (known_given(title) >= 0 or len(title.split()) > _BRIEF):  # no "Solemn Mass, celebrated by Canon Archer"
        return None
    return title, names, False


def at_opening(text: str) -> Cut | None:
    """A line cut behind what opens or closes an event ("Welcome from Ann Archer, Acme"): these need no other line as proof."""
    if not page_words()["opening"].within(text[:LONGEST]):
        return None
    cuts = []
    for place in itertools.islice(_AFTER_OPENING.finditer(text), PLACES) if len(text) <= LONGEST else ():
        title, names = text[: place.start()].strip(), text[place.end() :].strip(CLOSE)
        if is_opening(words_of(plain(title))) and _is_known(names):
            cuts.append((title, names, False))
    whole = (cut for cut in cuts if cut[1].startswith(split_people(cut[1])[0].name))  # "Welcome from the chair – Ann Archer"
    return next(whole, None) or (at_known_end(text) or _past_opening(text, cuts[0]) if cuts else None)


def _past_opening(text: str, cut: Cut) -> Cut:
    """An opening cut before its people at a later dash, unless a job stands between ("Close of the day – Ann Archer")."""
    first = split_people(cut[1])[0].name
    for title, people in sides_at("dash", text):
        if people.startswith(first) and job_and_company(title[len(cut[0]) :])[0] < _NOT_SAID:
            return title, people, False
    return cut


@remembered_by_page
def in_phrase(text: str) -> Cut | None:
    """A line that says in one phrase what is held, who holds it and its title ("Lecture by Prof. Archer: Why bees dance")."""
    quoted = len(text) <= LONGEST and not _OPENING.isdisjoint(text)
    forms = (*(_about() if quoted else ()), *((_BY_SOMEBODY,) if len(text) <= LONGEST else ()))
    phrases = (phrase for form in forms if (phrase := form.fullmatch(text)) and is_kind(words_of(plain(phrase["kind"]))))
    phrase = next(phrases, None)
    if phrase is None:
        return None
    title, names = phrase["title"], phrase["names"].strip()
    people = people_leading(names)
    before, bare, _ = split_honours(people[0].name) if people else ("", "", "")
    return (title, names, True) if looks_like_name(bare) >= (0.6 if before else _SURE) else None


@cache
def _about() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A kind of session, somebody, words such as "on the topic", and the title in quotes or behind a colon.

    First where "by" or its like leads to who that is, then where nothing need.
    """
    words = table("names")["parts"]
    about = any_of(phrase.replace("_", " ") for phrase in words["about"].split() + words["about_in_short"].split())
    behind = rf"(?P<names>[^:\"“„«]{{5,100}}?),?\s{about}(?:\s?[:：]\s?|\s)[\"“„«”](?P<title>\w[^\"“”„«»]{{4,240}})[\"”“»]?"
    return re.compile(_OF_SOMEBODY + behind, re.I), re.compile(f"{_OF_SOMEBODY}?{behind}", re.I)


@remembered_by_page  # asked of every line of a format first, to learn whether it is usual
def at_kind(text: str, *, usual: bool = False) -> Cut | None:
    """A line of a kind of session, somebody whose given name is known, and a title ("Keynote - Ann Archer - Why bees dance").

    The title keeps the kind before it, unless all three are one phrase. Where it is `usual` that lines of the format go so,
    what looks like a name is enough.
    """
    if phrase := in_phrase(text):
        return phrase
    parted = len(text) <= LONGEST and not _BETWEEN_SIGNS.isdisjoint(text)
    label, names, title = (*_BETWEEN.split(text, 2), "", "")[:3] if parted else ("", "", "")
    if not names or not is_kind(words_of(plain(label))):
        return None
    if (cut := _at_comma(text[text.index(names, len(label)) :])) is not None:
        return f"{label}: {cut[0]}", cut[1], True
    people = split_people(names) if title else []
    if not people or not (makes_sense(title, names) or (usual and text_kinds(title).other >= _OTHER)):
        return None
    name = people[0].name
    return (f"{label}: {title}", names, True) if known_given(name) > 0 or (usual and looks_like_name(name) >= 0.7) else None


def _at_comma(text: str) -> tuple[str, str] | None:
    """(title, name) where a given name that is known comes first and a title, no job nor company, behind its comma."""
    name, comma, title = text.partition(", ")
    first = _FIRST_PART.split(title, maxsplit=1)[0]
    if not comma or len(first.split()) < 3 or known_given(_INITIAL.sub("", name)) <= 0 or looks_like_name(name) < 0.7:
        return None
    return None if max(job_and_company(first)) > _NOT_SAID or known_given(first) > 0 else (title, name)


def _at_known(text: str) -> Cut | None:
    """A line cut at its "by" or bracket before people who need no other line as proof: given names all know, and more of them.

    That is what they do, or where; behind a kind of session an honorific; in brackets that, or nothing but whole names.
    """
    if len(text) > LONGEST:
        return None
    for title, names in sides_at("by", text):
        if (_SMALL.search(title) or _is_lecture(title)) and _are_known(title, names, usual=_is_lecture(title)):
            return title, names, False
    for title, names in sides_at("bracket", text)[-1:]:
        if len(title.split()) > 1 and (_are_honoured(names) or _are_whole(names)) and _are_known(title, names, usual=True):
            return title, names, False
    return None


def _before_known(text: str) -> Cut | None:
    """A line cut at a comma, a stop or nothing before people known by name and job ("Herrings, Ann Archer, editor")."""
    for mark in ("comma", "stop", "glue") if len(text) <= LONGEST else ():
        for title, names in sides_at(mark, text, behind_small=True):  # no first half of a name
            may = mark == "glue" or may_say_job(_DASH.sub(" ", names))
            if " " in title and may and makes_sense(title, names) and _are_known(title, names):
                told = mark == "glue" or all(p.title and says_job(p.title) for p in split_people(names))
                if told and not page_words()["room"].within(title):
                    return title, names, False
    return None


def _are_whole(names: str) -> bool:
    """Whether a text is whole names and no other word with a capital ("Ann Archer and Bob Baxter", no "Palo Alto, CA")."""
    people = split_people(names)
    rest = set(names.split()).difference(*(p.name.split() for p in people), *(f"{p.name},".split() for p in people))
    return all(looks_like_name(p.name) >= _WHOLE for p in people) and not any(word[:1].isupper() for word in rest)


def _are_honoured(names: str) -> bool:
    return all(split_honours(p.name)[0] for p in split_people(names))


def _at_honoured_end(text: str) -> Cut | None:
    """A line cut at its last colon or dash before whole names with honorifics ("Talk 1 : Prof. Dr. Ann Archer")."""
    for title, names in (s for mark in ("colon", "dash") for s in sides_at(mark, text)[-1:]) if len(text) <= LONGEST else ():
        title, (honoured, bare, _) = title.strip(" -–—•"), split_honours(names)
        posted = plain(names.split(None, 1)[0]) in parts("address")
        other = heading_says(title) == "others" and not page_words()["opening"].within(title)  # "Committee: Dr. Ann Archer"
        people = split_people(names) if honoured and " " in title and title < "\u0590" and not (posted or other) else []
        named = people and all(len(split_honours(p.name)[1].split()) > 1 and looks_like_name(p.name) >= _SURE for p in people)
        told = named and names.startswith(people[0].name) and share_told(people, bare) >= 0.6
        if told and _are_honoured(names) and not split_role(f"{title}:")[0] and not _names_somebody(title):
            return title, names, False
    return None


def _names_somebody(title: str) -> bool:
    return not says_job(title) and (looks_like_name(title) >= _NOT_SAID or bool(split_people(title)))


def _is_lecture(title: str) -> bool:
    """Whether a title only says that somebody speaks ("Mittagsvorlesung", "Invited talk")."""
    words = words_of(plain(title))
    return 0 < len(words) < 4 and (is_kind(words) or is_opening(words) or words[-1].endswith(_LECTURES))


def _at_honour(text: str) -> Cut | None:
    """A title of several words cut before somebody with an honorific whom nothing but a stop or a quote parts from it."""
    sides = sides_at("honour", text) if len(text) <= LONGEST else []
    led = ((t, names) for t, names in sides if len(t.split()) > 2 or is_opening(words_of(plain(t))))
    return next(((title.rstrip("."), names, False) for title, names in led if _are_known(title, names)), None)


def _behind_bare_kind(text: str) -> Cut | None:
    """A kind of session cut before somebody with an honorific whom no mark parts from it ("wykład dr hab. Ana Bor").

    The letters of a university may stand between ("prof. UW Ana Bor").
    """
    words = text.split() if len(text) <= LONGEST and split_role(text)[0] is None else []
    for at in range(1, min(_BRIEF, len(words) - 1)):
        kind, names = " ".join(words[:at]), " ".join(words[at:])
        honours = split_honours(names)[0] if is_kind(words_of(plain(kind))) else ""
        people = split_people(names) if honours and plain(words[at - 1]) not in parts("told_of") else []
        if people and names.startswith(people[0].name) and share_told(people, names) >= _WHOLE:
            name = _HOUSE.sub("", split_honours(people[0].name)[1])
            return (kind, names, False) if " " in name and looks_like_name(name) >= _NOT_SAID else None
    return None


def _at_learned(text: str) -> Cut | None:
    """A title cut before somebody with a learned title whom no mark parts from it ("How wells age Prof. Dr. Ann Archer, Tarn").

    A word that leads to somebody who is spoken of ("Laudatio auf Dr. Ann Archer") keeps them in the title.
    """
    match = _LEARNED.search(text) if len(text) <= LONGEST else None
    title, names = (text[: match.start()].strip(), text[match.end() :]) if match else ("", "")
    last = title.split()[-1:]
    if (
        match is None
        or not (" " in title or _is_lecture(title))
        or (last[0].islower() and len(last[0]) < _LEADS)
        or plain(last[0]) in parts("told_of")
    ):
        return None
    people = people_leading(names)
    whole = people and looks_like_name(people[0].name) >= _SURE
    told = whole and len(split_honours(people[0].name)[1].split()) > 1 and share_told(people, names) >= 0.6
    return (title, names, False) if told and not _names_somebody(title) else None


def _at_addressed(text: str) -> Cut | None:
    """A line in a script without capitals that begins with an honorific, cut behind who that is and where from."""
    if len(text) > LONGEST or text[:1] < "\u0590" or not split_honours(text)[0]:
        return None
    cuts = ((right, left, True) for mark in ("colon", "dash") for left, right in sides_at(mark, text))
    return next((cut for cut in cuts if makes_sense(cut[0], cut[1]) > 0), None)


def _at_presenter(text: str) -> Cut | None:
    """A line cut before the circle that marks who presents in Japanese and Korean ("深海の酵素　○三崎 潮（磯浜大学）")."""
    match = _PRESENTER.search(text) if len(text) <= LONGEST else None
    led = match is not None and match.start() > 2 and people_leading(text[match.end() :])
    return (text[: match.start()].strip(), text[match.end() :], False) if match and led else None


def at_known_end(text: str, *, usual: bool = False) -> Cut | None:
    """A title cut at its dash or bracket before people who need no other line as proof: what they do, or where, is told.

    That is not asked for where it is `usual` that lines of the format end so.
    """
    sides = [side for mark in ("dash", "bracket") for side in sides_at(mark, text)] if len(text) <= LONGEST else []
    return next(((title, names, False) for title, names in sides if _are_known(title, names, usual=usual)), None)


def at_people(text: str) -> Cut | None:
    """A title cut at its first colon before several people and nothing else ("Short talks: Ann Archer, Bob Baxter").

    A kind of session needs no colon before somebody with an honorific ("Lecture Dr. Ann Archer"). A line that says who it is
    ("Keynote speaker: Dr. Ann Archer") stays the title.

    Behind what is no kind of session most of them have given names that all know, and the title does not say what they do
    ("Chairs: Ann Archer, Bob Baxter").
    """
    label, named = split_role(text)
    if label and is_kind(words_of(plain(label))) and split_honours(named)[0]:
        title = text if words_of(plain(label)) in page_words()["people"].phrases else label
        return (title, named, False) if share_told(split_people(named), named) >= _WHOLE else None
    title, names = next(iter(sides_at("colon", text)), ("", "")) if len(text) <= LONGEST else ("", "")
    people = split_people(names) if title else []
    if len(people) < 2 or min(looks_like_name(p.name) for p in people) < _LISTED or share_told(people, names) < _LISTED:
        return None
    if is_kind(words_of(plain(title))):
        return title, names, False
    known = names.startswith(people[0].name) and 2 * sum(known_given(p.name) > 0 for p in people) > len(people)
    held = split_role(text)[0] or says_job(title) or heading_says(title) == "others" or _names_somebody(title)
    return (title, names, False) if known and not held and share_told(people, names) >= _MOSTLY else None


def with_kind(text: str) -> str:
    """The people of a title that only says what they hold ("Fireside chat with Ann Archer, CEO"), nothing in any other."""
    sides = [(side, 0.6, False) for mark in ("by", "dash") for side in sides_at(mark, text)] if len(text) <= LONGEST else []
    sides += [((left, right), _SURE, True) for left, sign, right in [text.partition(" from ")] if sign and len(text) <= LONGEST]
    for (title, names), least, known in sides:
        kind = words_of(plain(title.rpartition(":")[2]))
        people = people_leading(names) if kind and is_kind(kind) else []
        if people and looks_like_name(people[0].name) >= least and (known_given(people[0].name) > 0 or not known):
            return names  # "Talk from Berlin" names a place
    return ""


def _are_known(title: str, names: str, *, usual: bool = False) -> bool:
    people = people_leading(names)
    if not people or split_role(f"{title}:")[0]:
        return False
    before, bare, degrees = split_honours(names)
    told = share_told(people, bare) >= 0.6
    sure = all(_is_sure(p.name) for p in people)
    more = (
        usual or before or degrees or len(people) > 2 or any(p.company or p.title or split_honours(p.name)[0] for p in people)
    )
    if not (told and sure and more):
        return False
    return bool(before and known_given(title) <= 0) or (looks_like_name(title) < 0.5 and not split_people(title))


def _is_sure(name: str) -> bool:
    """Whether a name has a given name all know, or an honorific in a script of which the lists know few names."""
    honoured = name[:1] >= "\u0590" and split_honours(name)[0] != ""
    return (known_given(name) > 0 and looks_like_name(name) >= 0.7) or (honoured and looks_like_name(name) >= 0.6)


def _is_known(names: str) -> bool:
    """Whether a text begins with somebody (or a job, then somebody) whose given name or honorific is known."""
    people = people_leading(names)
    if not people or looks_like_name(people[0].name) < 0.5:
        return False
    if kind_of(names) in ("break", "networking"):
        return False  # "Closing - Vino de Honor"
    return known_given(people[0].name) > 0 or bool(split_honours(people[0].name)[0]) or bool(people[0].title)
