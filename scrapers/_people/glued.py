"""One person in a text without separators: the name alone, or with a job title, a company or a form of address about it."""

from __future__ import annotations

import re
from functools import cache

from scrapers._found import FoundPerson, fold
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import holds_given, is_given, remembered_by_page
from scrapers._language.namelike import is_japanese, looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.words import CJK, lexicon, parts, plain, plain_in_place, ranks
from scrapers._people.affiliation import split_affiliation
from scrapers._people.cuts import small_words

_EDGES = " \t\n\r,;:|•·–—-*/"
_MOST_WORDS = 10
_CALLED = re.compile(
    r"(?<=\S)[\s\u3000]*(?:先生|女士|小姐|博士|氏|さん|様|님|씨)$|(?<=\S)[\s\u3000]+(?:氏|さん|様|先生)(?=[\s\u3000])"
)
_ADDRESSED = re.compile(
    r"(?!お|ご|皆|みな|各)([\u3005\u3040-\u30ff\u3400-\u9fff]{2,6}(?:[\s\u3000・][\u3005\u3040-\u30ff\u3400-\u9fff]{1,5})?)"
    r"[\s\u3000]?(?:さん|氏|様)|([\uac00-\ud7a3]{2,4}) ?(?:님|씨)|([\u4e00-\u9fff]{2,4}) ?(?:先生|女士|小姐)"
    r"|(คุณ(?!ภาพ|สมบัติ|ค่า|ธรรม|ลักษณะ|ประโยชน์|วุฒิ)[\u0e00-\u0e7f]{2,14})"
)
"""A name that a form of address about it proves, whether lists know it or not."""
_CALLED_EAST = re.compile(r"(.*?[\s\u3000])?([\u3005\u3400-\u9fff]{3,5})[\s\u3000]?氏")
_FROM = re.compile(r"\s(?:from|of|at|bei|chez|presso|hos)\s+(?:the\s+)?(?=[A-Z0-9])")
_HAN_PART = re.compile(r"[\u3005\u3400-\u9fff]{1,3}|[\u3040-\u30ff]{1,6}")
_TRANSCRIBED = re.compile(
    r"([\u3005\u3040-\u30ff\u3400-\u9fff・ \u3000]{2,14})([A-Z][a-zōūā'’-]+(?: [A-Z][A-Za-zōūā'’-]+){1,2})"
)
_BYGONE = frozenset("former ex interim acting incoming outgoing".split())
_CHIEF = re.compile(r"C[A-Z]{1,2}O|[SE]?VP|MD")
_NAMESAKES = frozenset(
    "dean bishop page hunter guy judge abbot pope marshall duke earl major baker cook fischer meister richter".split()
)


def names_somebody(text: str) -> bool:
    """Whether `unglue` finds somebody in a text."""
    return bool(_unglued(text))


def unglue(text: str) -> list[FoundPerson]:
    """One person out of a text without separators: the name alone, or followed (or led) by a job title."""
    return [FoundPerson(p.name if "(" in p.name else p.name.rstrip(")"), p.title, p.company) for p in _unglued(text)]


@remembered_by_page  # a line is read with and without commas that part people
def _unglued(text: str) -> list[FoundPerson]:
    text = text.strip(_EDGES)
    called = _CALLED_EAST.fullmatch(text) if text.endswith("氏") else None
    if called is not None and not _is_family(called[1] or ""):
        post = " ".join(word for word in (called[1] or "").split() if plain(word) not in parts("roles"))
        return [FoundPerson(called[2], *(split_affiliation(post) if post else (None, None)))]
    if name := addressed(text):
        return [FoundPerson(name)]
    text = text if text.isascii() else _in_own_script(_CALLED.sub("", text))
    if is_placeholder(text):
        return []
    words = text.split()
    if CJK.search(text) and (found := _unglue_east(text, words)):
        return found
    if (led := _led_by_post(words) or _led_by_job(words)) is not None:
        return [led]
    if " of " in text and (member := _of_company(text)):
        return member
    if not text.isascii() and text.lower() == text.upper() and (told := _followed_by_work(words)):
        return told
    if looks_like_name(text) >= 0.5:
        return [FoundPerson(name=_without_degrees(text))]
    if CJK.search(text):
        return []
    return _followed_by_job(words) or _of_company(text)


def addressed(text: str) -> str:
    """The name of somebody whom a text addresses politely in a language of the East; empty where it does not."""
    match = _ADDRESSED.fullmatch(text)
    name = next(filter(None, match.groups()), "") if match else ""
    return "" if _is_post(name) else name


def _is_post(text: str) -> bool:
    """Whether what is addressed politely is known by a job or a body alone, as nobody's name ends ("学生さん")."""
    return bool(text) and (plain_in_place(text).endswith(_work()) or plain(text) in parts("roles"))


def _is_family(before: str) -> bool:
    """Whether a text ends in what may be the family name of the name behind it, and no role or job ("柏木 誠一郎氏")."""
    last = before.split()[-1:]
    return (
        bool(last)
        and _HAN_PART.fullmatch(last[0]) is not None
        and not (plain(last[0]) in parts("roles") or plain_in_place(last[0]).endswith(lexicon("job").spaceless))
    )


def _in_own_script(text: str) -> str:
    """A name in Chinese or Japanese without a transcription that touches it, from a line of its own ("長谷 恭子Kyoko Hase")."""
    match = _TRANSCRIBED.fullmatch(text)
    apart = match is not None and match[1].strip() == match[1]
    return match[1] if match and apart and looks_like_name(match[1]) >= 0.5 and looks_like_name(match[2]) >= 0.4 else text


def _without_degrees(text: str) -> str:
    """A name without the degrees after it ("Ann Archer, PhD"); "Jr." and "III" stay."""
    before, name, after = split_honours(text)
    return text if not after or plain(after).strip(" .") in ("jr", "sr", "ii", "iii", "iv") else f"{before} {name}".strip()


def _led_by_job(words: list[str]) -> FoundPerson | None:
    """The person of "Pfarrer Eberhard Muster": a word that is a job and no honorific, then a whole name."""
    if len(words) > 3 and plain(words[0]) in _BYGONE and (led := _led_by_job(words[1:])) is not None:
        return FoundPerson(name=led.name, title=f"{words[0]} {led.title}")
    for size in (1, 2):
        title, name = " ".join(words[:size]), " ".join(words[size:])
        if not 2 <= len(words) - size <= 4 or plain(title) in _NAMESAKES:
            continue
        known = all(lexicon("job").holds(plain(w)) and len(w) > 3 for w in words[:size])
        known = known and text_kinds(title).job > 0.5 and not title.isupper()
        chief = size == 1 and _CHIEF.fullmatch(title) and is_given(plain(words[1])) and not name.isupper()
        small = all(w.islower() and len(w) > 3 and plain(w) not in small_words() for w in words[:size])
        told = known or chief or (small and name[:1].isupper())
        if told and not split_honours(f"{title} Archer")[0] and looks_like_name(name) >= 0.7:
            printed = " ".join(words) if plain(title) in parts("address") else name
            return FoundPerson(name=_without_degrees(printed), title=title)
    return None


def _led_by_post(words: list[str]) -> FoundPerson | None:
    """The person of "Präsident der Kammer Eberhard Muster": a job, where it is held, then a known given name and more."""
    if not 4 <= len(words) <= _MOST_WORDS:
        return None
    whole = [len(word) > 3 and word[-1] != "." for word in words[:2]]
    jobs = [at for at, word in enumerate(words[:2]) if whole[at] and lexicon("job").holds(plain(word))]
    if not jobs:
        return None
    first = jobs[-1] + 1
    start = next((at for at in range(first, len(words) - 1) if is_given(plain(words[at]))), 0)
    while start > first and split_honours(" ".join(words[start - 1 :]))[0]:
        start -= 1
    name, post = " ".join(words[start:]), " ".join(words[:start])
    if plain(words[start - 1]) in small_words() or not any(map(_is_of_post, words[first:start])) or len(words) - start > 4:
        return None
    if looks_like_name(name) < 0.7 or looks_like_name(post) >= 0.5:
        return None
    return FoundPerson(_without_degrees(name), *split_affiliation(post))


def _is_of_post(word: str) -> bool:
    """Whether a word between a job and a name tells where the job is held and is no unknown given name."""
    return word.islower() or any(lexicon(kind).holds(plain(word)) for kind in ("field", "company"))


def _followed_by_job(words: list[str]) -> list[FoundPerson]:
    told = lexicon("job").hits(" ".join(words[2:]))
    for size in range(min(5, len(words) - 1), 1, -1) if told else ():
        rest = " ".join(words[size:])
        starts = [a for a, _ in lexicon("job").hits(rest)]
        fields = starts[:1] and all(lexicon("field").holds(plain(word)) for word in words[size : size + starts[0]])
        known = any(lexicon("job").holds(plain(word)) for word in words[:size]) or lexicon("field").holds(
            plain(words[size - 1])
        )
        small = (
            starts[-1:] and starts[-1] + 1 >= len(words) - size > 1 and rest.islower()
        )  # "nemzetközi ügyekért felelős államtitkár"
        if not starts or not (fields or small) or known or (starts[0] and not holds_given(map(fold, words[:size]))):
            continue  # "Indoor Air Quality Consultant" is no name and a job
        if looks_like_name(" ".join(words[:size])) >= 0.6:
            title, company = split_affiliation(rest)
            return [FoundPerson(name=" ".join(words[:size]), title=title, company=company)]
    return []


def _followed_by_work(words: list[str]) -> list[FoundPerson]:
    """Somebody in a script without capitals, whose job or company stands right behind the name ("ดร.สมชาย ใจดี ผู้อำนวยการ")."""
    before = split_honours(" ".join(words))[0].split()
    first = 2 + (len(before) if before == words[: len(before)] else 0)
    known = (lexicon("job"), lexicon("company"))
    at = next((n for n in range(first, len(words)) if any(k.holds(plain(words[n])) for k in known)), 0)
    name = " ".join(words[:at])
    return [FoundPerson(name, *split_affiliation(" ".join(words[at:])))] if at and looks_like_name(name) >= 0.5 else []


def _of_company(text: str) -> list[FoundPerson]:
    """The person of "Ann Archer from Acme": a name, a word for belonging, a proper name."""
    match = _FROM.search(text)
    if match is None or len(text) > 90:
        return []
    name, company = text[: match.start()], text[match.end() :]
    known = fold(name).split()[:1] and is_given(fold(name).split()[0])
    if len(name.split()) > 1 and looks_like_name(name) >= (0.55 if known else 0.75) and len(company.split()) < 7:
        return [FoundPerson(name=name, company=company)]
    return []


@cache
def _work() -> tuple[str, ...]:
    return lexicon("job").spaceless + lexicon("company").spaceless


def _job_behind(word: str) -> str:
    """The job, with its rank, that a word in Chinese or Japanese ends in behind a name ("王小明副研究员")."""
    bare, jobs = plain_in_place(word), lexicon("job").spaceless
    for job in (job for job in jobs if bare.endswith(job)) if bare.endswith(jobs) else ():
        size = len(word) - len(job)
        while rank := next((rank for rank in ranks() if bare[:size].endswith(rank) and size - len(rank) > 1), ""):
            size -= len(rank)
        if 2 <= size <= 4 and not bare[:size].endswith(ranks()):
            return word[size:]
    return ""


def _unglue_east(text: str, words: list[str]) -> list[FoundPerson]:
    """Names among titles and companies in scripts without spaces: "陳小美 教授 某大學", "某大學 教授 山本 千鶴"."""
    best: tuple[float, int, int, str] | None = None
    for index, word in enumerate(words):
        job = _job_behind(word)
        options = [(word[: len(word) - len(job)], 1, job)]
        lead = _leading_job(word)
        if lead and index + 1 < len(words) and _are_halves(word[len(lead) :], words[index + 1]):
            options.append((f"{word[len(lead) :]} {words[index + 1]}", 2, lead))
        # with its family name, so what follows is no half of it ("久米川" may be a family name and 久米 one too)
        whole = len(word) == 3 and looks_like_name(word) >= 0.7 and not is_japanese(word)
        if not whole and index + 1 < len(words) and _are_halves(word, words[index + 1]):
            options.append((f"{word} {words[index + 1]}", 2, ""))
        for option, size, title in options:
            likely = looks_like_name(option)
            score = likely + 0.1 * (size - 1) + 0.05 * (index + size == len(words))
            if likely >= (0.5 if size == 2 else 0.6) and (best is None or score > best[0]):
                best = (score, index, size, title)
    if best is None:
        return _unglue_mixed(words)
    _, index, size, job = best
    name = " ".join(words[index : index + size])
    name = name[len(job) :] if job and size == 2 else name[: len(name) - len(job)]
    beside = " ".join([*words[:index], *words[index + size :]])
    if not job and beside and not CJK.search(beside) and looks_like_name(f"{beside} X.") >= 0.4:
        return [FoundPerson(name=text)]  # the same name in two scripts
    rest = " ".join([*words[:index], *([job] if job else []), *words[index + size :]])
    return [FoundPerson(name, *((job, None) if job and rest == job else split_affiliation(rest) if rest else (None, None)))]


def _unglue_mixed(words: list[str]) -> list[FoundPerson]:
    """A name no list of families knows, told by the post beside it: "Acme 执行董事 Ann Archer", "喻晴 某某中心 架构师"."""
    latin = [word.isascii() for word in words]
    led = latin.index(False)
    size = latin[::-1].index(False)
    if _HAN_PART.fullmatch(words[0]) and 2 <= len(words[0]) <= 3 and len(words) > 2 and not lexicon("job").hits(words[0]):
        name, rest = words[0], words[1:]
    elif size > 1:
        name, rest = " ".join(words[-size:]), words[:-size]
    else:
        name, rest = " ".join(words[:led]), words[led:]
    if not plain_in_place(rest[-1]).endswith(lexicon("job").spaceless):
        return []
    title, company = split_affiliation(" ".join(rest))
    if not title or (name == words[0] and not company):
        return []
    return [FoundPerson(name, title, company)] if CJK.search(name) or looks_like_name(name) >= 0.6 else []


def _leading_job(word: str) -> str:
    """The job titles a word begins with, right before a family name ("代表取締役社長大崎")."""
    at, bare, jobs = 0, plain_in_place(word), lexicon("job").spaceless
    if bare.endswith(jobs):
        return ""
    while bare.startswith(jobs, at) and at + len(job := next(j for j in jobs if bare.startswith(j, at))) < len(word):
        at += len(job)
    return word[:at]


def _are_halves(one: str, other: str) -> bool:
    """Whether two words can be family and given name."""
    return bool(_HAN_PART.fullmatch(one) and _HAN_PART.fullmatch(other)) and not any(
        w in half for half in (one, other) for w in _work() if len(w) > 1
    )
