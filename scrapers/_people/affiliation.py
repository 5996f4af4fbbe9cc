"""What stands beside a name cut into job title and company, where words or marks give reason to."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.fields import meanings
from scrapers._language.jobs import job_and_company, lean_to_job, words_say
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import any_of, table
from scrapers._language.words import CJK, items, lexicon, plain, plain_in_place
from scrapers._people.company_behind import begins_name, cut_bare, cut_body, is_common
from scrapers._people.company_first import cut_hungarian, cut_owner, cut_spaceless, cut_turkish
from scrapers._people.cut_signs import worth_of
from scrapers._people.cuts import EDGES, MARK, cuts_of
from scrapers._people.organs import with_organ
from scrapers._people.places import is_place, without_town
from scrapers._people.posts import first_post, further_posts
from scrapers._remembered import remembered

_BRACKET = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
_OF = re.compile(r"(?<!\s)\s+(?:of|de|di|von|van)\s+(?=\S)", re.I)
_OF_THE = re.compile(
    r"(?<!\s)\s+(?:(?:of the|de la|du|des|del|de l[oa]s|dell[aoe]|d[oa]s?|der|van de|van het)\s+|(?:de l|dell)['’]\s*)(?=\S)",
    re.I,
)
_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|l[ae]s?|l['’]|il|lo|el|los|o|a|het|de|eine[mr]?)\s+", re.I)
_DEGREE = re.compile(
    r"(?:^|,\s?)(?:[кд]\.(?:\s?-?[а-яіїє]{1,6}\.){0,3}\s?-?н\.?|(?:канд|докт)\.\s[а-я]+\.\s(?:н\.|наук))(?=,|$)", re.I
)
_LED = re.compile(r"\(([^()]{3,})\)\s+[a-z]")  # "(CEO, Acme) opens the meeting"
_ASIDE = re.compile(r"\s[•|·]\s|(?<=[^\W\d_]{3})\.\s(?=[A-ZÀ-Þ])")
_JOINED = re.compile(r"(?<!\s)\s+(?:and|und|et|y|e|i|și|en|og|och)\s+(?=\w)")
_BODY_OF = re.compile(
    r"(?P<the>\b(?:of the|de la|del|della|d[ao]|du) )?(?P<body>\b[^\W\d_]{1,40})(?= (?:of|for|des|di|d[aeou]|für|della)\s)",
    re.I,
)
_GENITIVE = re.compile(r"(?:de la|del|della|du|d[ao]) |(?:de l|dell)['’]")
_SINCE = re.compile(r",? (?:desde|since|seit|depuis|dal|din|sinds|sedan|od) (?:[^\W\d_]{1,12} )?(?:19|20)\d\d\.?$")
_SENTENCE = re.compile(r"\s?[,(.;]")
_ADDRESS = re.compile(r"\(?(?:(?:https?://|www\.)[^\s()]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})\)?")
_AMONG = re.compile(  # with accents that the other words between a job and a company do without
    r"(?<!\s)\s+(?:au sein|auprès) (?:d['’]\s*|d[eu]\s+(?:la\s+|l['’]\s*)?)(?=\S)|(?<!\s)\s+à\s+(?:la\s+|l['’]\s*)?(?=\S)"
    r"|(?<!\s)\s+[ву]\s+(?=(?-i:[A-Z\d]))",
    re.I,
)
_SMALL_OF = frozenset("di de da do of van von av af i in w we ve u hos pa på bij bei з в у із на του της των".split())
_COMMON = re.compile(r"(?:soci[ée]t[ée]|structure|entreprise|start-?up|empresa|azienda|società|firma)\s+(?=[A-Z0-9])")
_REMARK = re.compile(r"\s?\((?:#|[a-zà-ÿ][^\s()]*(?:\s[^\s()]+){3})[^()]*\)$")
"""What is told in passing behind a company: "Acme (#2 of the rankings)", "Acme (on leave until next May)"."""
_GLUED_AND = re.compile(r"\s&(?=[^\W\d_]{2})|(?<=[^\W\d_]{2})&\s")
_LONGEST, _LONGEST_LABEL = 400, 24
_SURE_COMPANY = 0.8
_SURELY_OTHER, _FEW = 0.9, 4
_MUCH, _CLEARLY, _UNLIKELY = 1.0, 0.6, -9.0
"""How much more a cut must weigh than the whole, how much more the whole as what reasons do not take it for, and what a whole
weighs that is no way to cut the text."""


@remembered
def split_affiliation(text: str) -> tuple[str | None, str | None]:
    """Cut what stands beside a name into (job title, company).

    It is cut where words or marks give reason to; else where weights learnt from pages are sure that it is to be cut; else the
    whole is the likelier of the two and the other None.
    """
    text = tidied(text[:_LONGEST])
    if (told := _labelled(text)) is not None:
        return told
    if not any(c.isalpha() for c in text):
        return None, None
    if CJK.search(text) and (cut := cut_spaceless(first_post(text))):
        return cut
    text = without_town(text)
    found = _cut_first_post(text) or _cut(text) or _whole(text)
    return with_organ(text, *(found if all(found) else _cut_as_learnt(text, found)))


def _labelled(text: str) -> tuple[str | None, str | None] | None:
    """What a label says a text is ("Company: Acme", "Position: Head of Sales"); None without one. It may be both."""
    label, mark, rest = text.partition(":")
    if not mark or len(label) > _LONGEST_LABEL or not rest.strip():
        return None
    role = next((meaning.role for meaning in meanings(label, "person")), "")
    if role not in ("job", "company"):
        return None
    found = split_affiliation(rest)
    return found if all(found) else (rest.strip(), None) if role == "job" else (None, rest.strip())


def _cut_as_learnt(text: str, whole: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """The likeliest way to cut a text into both, where that is much likelier than what is known of the whole.

    A text of several words that reads like neither a job nor a company, as titles do, is not looked at.
    """
    if len(text.split()) > _FEW and text_kinds(text).other > _SURELY_OTHER:
        return whole
    worths = {(cut.job or None, cut.company or None): worth_of(cut) for cut in cuts_of(text)}
    if worths.get(whole[::-1], _UNLIKELY) > worths.get(whole, _UNLIKELY) + _CLEARLY:
        whole = whole[::-1]
    best = max(worths, key=lambda parts: worths[parts], default=whole)
    return best if all(best) and worths[best] > worths.get(whole, _UNLIKELY) + _MUCH else whole


def _cut(text: str) -> tuple[str | None, str | None] | None:
    """What the first way that fits makes of a text."""
    return next((found for way in _WAYS if (found := way(text)) is not None), None)


def _cut_first_post(text: str) -> tuple[str | None, str | None] | None:
    """Cut the first of several posts ("CEO of Acme, chair of Beta"), where it tells both a job and a company by itself."""
    for at, joined in further_posts(text):
        first = text[:at].strip(EDGES)
        if joined and MARK.search(text[at:]):
            continue  # "Professor and Director of Research, University of Elsewhere": one company for both
        cut = _cut(first) if first else None
        if joined and cut and cut[1] and first.startswith(cut[1]):
            continue  # "Acme, Founder and Chief Executive Officer"
        if cut and cut[0] and cut[1] and lean_to_job(cut[1]) < 0.1:
            return cut
    return None


@remembered  # by all that looks at lines of one format together
def tidied(text: str) -> str:
    """What stands beside a name without what surrounds or leads to it: edges, brackets, articles, degrees, addresses."""
    text = _REMARK.sub("", (_ADDRESS.sub(" ", text) if "@" in text or "www." in text or "://" in text else text).strip(EDGES))
    if (aside := _LED.match(text)) is not None:
        text = aside[1]
    if text[:4].lower() == "the " and lexicon("job").holds(plain(text[4:].split(" ")[0])):
        text = text[4:]
    if text[:1] in "([（" and text[-1:] in ")]）":
        text = text[1:-1].strip(EDGES)
    text = _GLUED_AND.sub(" & ", _SINCE.sub("", _DEGREE.sub("", text, count=1)))
    for opening, closing in ("()", "（）", "[]"):
        if text.count(closing) > text.count(opening):
            text = text.rstrip(". " + closing) if text.rstrip(". ").endswith(closing) else text.replace(closing, "", 1)
    if text.endswith(".") and len(text.split()[-1]) > 5 and "." not in text.split()[-1][:-1]:
        text = text[:-1]
    return text.strip(EDGES)


def _whole(text: str) -> tuple[str | None, str | None]:
    job, company = job_and_company(text)
    several = " " in text or CJK.search(text) is not None
    if max(job - company, lean_to_job(text)) > 0.3 and (several or words_say(text)[0]):
        return text, None
    if text.islower() and _can_be_job(text):
        return text, None
    return None, text


def _can_be_job(small: str) -> bool:
    """Whether words in small letters can be a job: several, or one that reads more like a job than like a company."""
    kinds = text_kinds(small)
    return job_and_company(small)[1] < 0.5 and (" " in small or kinds.job >= kinds.company)


def _cut_bracket(text: str) -> tuple[str | None, str | None] | None:
    """Cut "Head of Sales (Acme)"; an abbreviation in brackets stays with what it abbreviates."""
    match = _BRACKET.fullmatch(text)
    if match is None:
        return None
    before, inside = match[1].strip(EDGES), match[2].strip(EDGES)
    whole = _cut_first_post(before) or _cut(before)
    if whole and whole[0] and whole[1] and before.endswith(whole[1]):
        return whole[0], whole[1] if "," in inside or is_place(inside) else f"{whole[1]} ({inside})"
    job, company = job_and_company(before)
    if job > company + 0.5 and job_and_company(inside)[0] < 0.5 and not (inside.isupper() and len(inside) < 4):
        return before, inside
    return None


@cache
def _at() -> re.Pattern[str]:
    words = {w for language in table("titles").values() for w in items(language.get("at", "")) if w != "@"}
    return re.compile(rf"\s+{any_of(words)}\s+(?=\S)|\s+@\s*|@\s+", re.I)


def _cut_at(text: str) -> tuple[str, str] | None:
    for match in (*_AMONG.finditer(text), *_at().finditer(plain_in_place(text))):
        left, right = text[: match.start()].strip(EDGES), _ASIDE.split(text[match.end() :])[0].strip(EDGES)
        bare = _ARTICLE.sub("", right, count=1) if _ARTICLE.match(right) else right
        proper = (
            begins_name(bare) or match[0].endswith("@") or not bare[:1].islower() or (bare != right and words_say(bare)[1] > 0)
            if match[0].split()[0].lower() in ("at", "@", "bei", "chez", "hos", "presso", "auprès") or " sein " in match[0]
            else _is_proper(bare)
        )
        within = match[0].strip().lower() in _SMALL_OF or match[0].strip().lower() in ("en", "em", "à")
        if within and " " not in bare and not bare.isupper() and words_say(left)[1] > 0 and not words_say(bare)[1]:
            continue  # "Head of the Health Centre in Berlin"
        if within and not bare.isupper() and not _opens_with_body(bare) and _ends_in_body(left):
            continue  # "Presidente do Centro de Inovação em Governança"
        if within and lexicon("field").holds(plain(bare.split(" ")[0])):
            continue  # "Enseignante en Communication politique"
        if match[0].strip().lower() == "am" and not words_say(bare)[1]:
            continue  # "Bürgermeister von Frankfurt am Main"
        if left and right and job_and_company(left)[0] > 0.5 and proper:
            return left, bare if right[:1].islower() else right
    return None


def _cut_of_the(text: str) -> tuple[str, str | None] | None:
    """Cut "Diretora da Acme", "Directeur de la société Acme", where no other mark stands."""
    if any(not _goes_on(text, mark) for mark in MARK.finditer(text)):
        return None
    for match in _OF_THE.finditer(text):
        if match[0].strip()[0].isupper() and not text.isupper():
            continue  # "Hiệp hội Du lịch"
        left, right = text[: match.start()].strip(EDGES), text[match.end() :].strip(EDGES)
        article = match[0].split()[-1]
        right = f"{article} {right}" if article[:1].isupper() else right  # the article is part of the name
        right = _COMMON.sub("", right)
        known = words_say(left)[0] >= 1.2 and left.islower() == left[:1].islower() and match[0].strip() not in ("of the", "der")
        if left and (_ends_in_job(left) or known) and _is_proper(right) and not _knows(left):
            return (text, None) if is_common(right) else (left, right)
    return None


def _ends_in_body(left: str) -> bool:
    """Whether a job "of" a body stands before a place in its name ("Director of the Centre for Studies in ...")."""
    cut = _cut_of_the(left) or _cut_of(left)
    return bool(cut and cut[1] and _opens_with_body(cut[1]))


def _opens_with_body(text: str) -> bool:
    hits = lexicon("company").hits(text)
    return bool(hits) and hits[0][0] == 0


def _cut_of(text: str) -> tuple[str, str] | None:
    """Cut "Founder of Acme", "CEO de Acme", "Professor of the University of Elsewhere"."""
    for match in _OF.finditer(text):
        left, right = text[: match.start()].strip(EDGES), text[match.end() :].strip(EDGES)
        if not left or not _ends_in_job(left) or _knows(left):
            continue
        hits = lexicon("company").hits(right)
        if hits and hits[0][0] == 0 and len(right.split()) > 1 and not lexicon("field").holds(plain(right.split()[0])):
            return left, right
        ends = [plain(part).replace("&", " ").split()[-3:] for part in (left, _JOINED.split(left)[0])]
        heads = any(" ".join(end[at:]) in lexicon("heads").words for end in ends for at in range(len(end)))
        if _is_proper(right) and (heads or text_kinds(right).company > _SURE_COMPANY):
            return left, right
    return None


def _ends_in_job(left: str) -> bool:
    words = plain(left).split()
    ends = any(end == len(words) for _, end in lexicon("job").hits(left))
    return job_and_company(left)[0] >= 0.8 and (ends or lexicon("field").holds(words[-1]))


def _knows(left: str) -> bool:
    """Whether a job is one of knowing something, which stands next and is no company ("expert du Kanban")."""
    return plain(left).split()[-1] in lexicon("knower").words


def _is_proper(right: str) -> bool:
    """Whether what follows "of" is the name of a company or body rather than a field of work."""
    words = right.split()
    hits = lexicon("company").hits(right)
    if hits and hits[0][0] == 0 and len(words) > 1:
        return True
    if len(words) == 1 and "." in right.strip("."):
        return True  # "kiya.ai"
    capital = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    common = [w for w in capital if "." not in w[:-1] and (lexicon("field").holds(plain(w)) or lexicon("job").holds(plain(w)))]
    return (right[:1].isupper() or right[:1].isdigit()) and len(capital) >= 0.5 * len(words) and len(common) < len(capital)


def _cut_marks(text: str) -> tuple[str | None, str | None] | None:
    """Cut at the comma, dash or line end that leaves job titles on one side and companies on the other."""
    places = [
        m for m in MARK.finditer(text)
        if text[: m.start()].strip(EDGES) and text[m.end() :].strip(EDGES) and not _is_bracketed(text, m.start())
        and not _goes_on(text, m)
    ]  # fmt: skip
    if not places:
        return None
    edges = [0, *(e for m in places for e in (m.start(), m.end())), len(text)]
    pieces = [text[edges[i] : edges[i + 1]].strip(EDGES) for i in range(0, len(edges), 2)]
    leans = [lean_to_job(piece) for piece in pieces]
    for at in range(1, len(pieces) - 1):
        if is_place(pieces[at]):
            leans[at] = 0.3  # "Country Director - Kenya, Acme"
        elif not any(words_say(pieces[at])):
            leans[at] *= 0.3  # between a job and a company lies what nobody knows
    if all(x > 0.2 for x in leans):
        before, last = text[: places[-1].end()], pieces[-1]
        if leans[0] > 0.5 and _is_unknown(last):
            return before.rstrip(EDGES), last
        job, company = _cut(last) or (None, None)
        return (f"{before}{job}", company) if job and company and _is_surely_job(job) else (text, None)
    while len(pieces) > 2 and is_place(pieces[-1]):  # "Acme, Germany"
        pieces, places, leans = pieces[:-1], places[:-1], leans[:-1]
    if len(pieces) > 2 and leans[0] > 0.5 and leans[-1] < -0.6 and all(map(_is_part, pieces[1:-1])):
        return text[: places[-1].start()].strip(EDGES), text[places[-1].end() :].strip(EDGES)
    best: tuple[float, int, bool] = (0.0, 0, False)
    for cut in range(1, len(pieces)):
        strong = 0.0 if places[cut - 1]["comma"] else 0.15
        left = sum(x or 0.05 for x in leans[:cut])
        right = sum(x or -0.15 for x in leans[cut:])
        if leans[0] > 0.3 and max(leans[cut:]) < 0.9:
            best = max(best, (left - right + strong, -cut, False))
        elif max(leans[cut:]) > 0.5 and leans[-1] > 0.5 and left < 0.3:
            best = max(best, (right - left + strong - 0.2, -cut, True))
    if not best[1]:
        return None
    place = places[-best[1] - 1]
    first, second = text[: place.start()].strip(EDGES), text[place.end() :].strip(EDGES)
    return (second, first) if best[2] else (first, second)


def _is_surely_job(text: str) -> bool:
    """Whether a text is several words, or one that stands in the list of jobs and not in that of bodies ("Primăria")."""
    word = plain(text)
    return " " in word or (word in lexicon("job").words and word not in lexicon("company").words)


def _is_bracketed(text: str, at: int) -> bool:
    """Whether a place in a text stands in brackets that close again behind it ("Lead (Construction, India), Acme")."""
    return text.count("(", 0, at) > text.count(")", 0, at) and ")" in text[at:]


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Whether a comma parts what a body is for ("Ministry of Culture, Youth and Sport"): no job nor body follows."""
    if mark["comma"] and _GENITIVE.match(text, mark.end()):
        return True  # "Centro de Mares, del Colegio de Tarnal"
    rest = _SENTENCE.split(text[mark.end() :], maxsplit=1)[0]
    if not mark["comma"] or not _JOINED.search(rest) or max(words_say(rest)) > 0.5 or text_kinds(rest).company > 0.5:
        return False
    return any(lead["the"] or lexicon("company").hits(lead["body"]) for lead in _BODY_OF.finditer(text[: mark.start()]))


def _is_unknown(text: str) -> bool:
    """Whether a piece behind a job is a name in capitals that no words make a job or a field of work, whatever its letters."""
    words = text.split()
    capital = all(word[:1].isupper() or word[:1].isdigit() for word in words)
    fields = all(lexicon("field").holds(plain(word)) for word in words) and words_say(text)[1] < 1
    return capital and not fields and not lexicon("job").hits(text) and text_kinds(text).job < 0.7


def _is_part(text: str) -> bool:
    """Whether a piece between a job and a company tells more of the job: a field of work, and no "Department of ..."."""
    hits = lexicon("company").hits(text)
    return any(lexicon("field").holds(plain(word)) for word in text.split()) and not (hits and hits[0][0] == 0)


_WAYS = (
    _cut_bracket, _cut_at, _cut_of_the, cut_body, _cut_marks, _cut_of,
    cut_turkish, cut_hungarian, cut_owner, cut_bare,
)  # fmt: skip
