"""Which line of a card holds what: roles are given to line formats once for all cards of a column, the best assignment wins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from enum import Enum, auto
from functools import cache
from itertools import islice, product, takewhile
from typing import NamedTuple

from scrapers._cards.card_labels import ASIDE, told_at
from scrapers._found import FoundPerson, fold
from scrapers._html.slots import Slots
from scrapers._language.jobs import job_and_company, says_job
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import is_group, looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._language.words import CJK
from scrapers._people.affiliation import split_affiliation
from scrapers._people.alike import split_alike
from scrapers._people.biographies import tell_opening, tells_of_somebody
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.places import is_place
from scrapers._remembered import remembered

_SHORT = 170
_NEAR, _BEFORE = 6, 2
_FEWEST = 2  # words behind a name that begin a sentence
_ENOUGH = 160
_MOST_BIO = 5000
_MOST_ALONE = 80
_KIND = 40
_NAME, _MOST = 0.6, 0.75
_ADDS = re.compile(r"[+&]\s[^\W\d_]+\s[^\W\d_]+$")  # one more person, no company
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}[時时시点點]|\b(?:19|20)\d\d\b")
_ROOM = re.compile(r"^(?:room|hall|stage|track|raum|saal|salle|sala|aula|auditorium|auditorio|зал|зала|會議室|会議室)\b", re.I)
_ADDRESS = re.compile(r"\S@\S|^@[\w.-]+$")
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.I)
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?:(?<=[^\W_]{3})\.|(?<=[)\]”»])\.|[!?…])\s+\S|。")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#:\s]+)", re.I)
_SITES = {
    "linkedin": "linkedin.com", "twitter": "twitter.com", "x": "x.com", "github": "github.com", "facebook": "facebook.com",
    "instagram": "instagram.com", "youtube": "youtube.com", "mastodon": "mastodon", "bluesky": "bsky.app", "xing": "xing.com",
}  # fmt: skip


class Role(Enum):
    """What a line of a card holds."""

    TITLE = auto()
    COMPANY = auto()
    AFFILIATION = auto()
    OTHER = auto()


_LABELLED = {"job:": Role.TITLE, "company:": Role.COMPANY}
"""What the labels of lines make of them, whatever else they look like."""


def assign_roles(
    names: list[int],
    cards: list[tuple[int, int]],
    page: Slots,
    described: frozenset[int] = frozenset(),
    *,
    presented: bool = False,
) -> dict[str, Role]:
    """The roles of the short lines that stand after the name in most cards, chosen together.

    `described` are lines known to describe people, however much they look like names; `presented`: a heading says that these
    are people, so that the line below each tells something of them.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    places: dict[str, list[int]] = defaultdict(list)
    first: dict[str, float] = {}
    for name, card in zip(names, cards, strict=True):
        above = _close_above(name, card, page)
        for index, key in _keyed(name, card, page):
            texts[key].append(told_at(index, page).text)
            places[key].append(index)
            place = index - name if index > name else name - index + (0.5 if index in above else _NEAR)
            first[key] = min(first.get(key, 99), place)
    common = [k for k in texts if len(texts[k]) >= max(1 + (len(names) > 2), 0.3 * len(names))]
    labelled = {key: _LABELLED[key] for key in texts if key in _LABELLED}
    held = {_LABELLED[key] for key in common if key in _LABELLED}
    common = sorted((k for k in common if k not in labelled), key=lambda k: (first[k], -len(texts[k])))[:4]
    share = {key: len(texts[key]) / len(names) for key in common}
    looks = {key: _look_at(texts[key]) for key in common}
    scores = {key: _weigh(looks[key], share[key], named=not described.issuperset(places[key])) for key in common}
    freed = {key: _weigh(looks[key], share[key], named=False)[Role.COMPANY] for key in common}
    best: tuple[float, dict[str, Role]] = (0.0, {})
    for roles in _readings(len(common)):
        if not held.isdisjoint(roles) or (held and Role.AFFILIATION in roles):
            continue
        value = sum(scores[key][role] for key, role in zip(common, roles, strict=True))
        if Role.TITLE in roles and Role.COMPANY in roles and roles.index(Role.TITLE) < roles.index(Role.COMPANY):
            key = common[roles.index(Role.COMPANY)]
            value += 0.1 + freed[key] - scores[key][Role.COMPANY]  # below a job a name is a company's
        if value > best[0]:
            best = (value, dict(zip(common, roles, strict=True)))
    if presented and not (best[1] or held) and common and _is_mixed(looks[common[0]], share[common[0]], first[common[0]]):
        best = (0.0, {common[0]: Role.AFFILIATION})
    chosen = {**labelled, **{key: role for key, role in best[1].items() if role is not Role.OTHER}}
    for key in chosen:
        page.cuts.update(zip(places[key], split_alike(texts[key]), strict=True))
    return chosen


def _is_mixed(look: _Look, share: float, place: float) -> bool:
    """Whether the lines right behind the names of most cards tell a job here and a company there."""
    return (
        place == 1
        and share >= _MOST
        and look.jobs + look.firms >= 0.5
        and max(look.others, look.names) < 0.3
        and not (look.dull or look.unsure)
    )


@cache
def _readings(count: int) -> list[tuple[Role, ...]]:
    """The ways to give roles to so many lines: no role but `OTHER` twice, and a line that holds both stands alone."""
    told = [(roles, [r for r in roles if r is not Role.OTHER]) for roles in product(Role, repeat=count)]
    return [roles for roles, some in told if len(set(some)) == len(some) and (Role.AFFILIATION not in some or len(some) == 1)]


def _keyed(name: int, card: tuple[int, int], page: Slots) -> list[tuple[int, str]]:
    """The lines that may describe a person, each with its format; the second of one format counts as a format of its own."""
    counts: Counter[str] = Counter()
    keyed = []
    for index in _attributes(name, card, page):
        what = told_at(index, page).what
        key = f"{what}:" if what else page.slots[index].key
        keyed.append((index, f"{key}+{counts[key]}" if counts[key] else key))
        counts[key] += 1
    return keyed


def _attributes(name: int, card: tuple[int, int], page: Slots) -> list[int]:
    """The short lines of a card that may say who the person is, those after the name first."""
    above = len(_close_above(name, card, page))
    below = list(islice((i for i in range(name + 1, card[1]) if told_at(i, page).what not in ASIDE), _NEAR - above))
    order = [*below, *range(name - 1, card[0] - 1, -1)]
    found = []
    for index in order[:_NEAR]:
        told, text = told_at(index, page)
        if page.slots[index].zone or told in ASIDE:
            continue
        if text == page.slots[name].text or not _may_describe(text) or _is_own_site(text, page.slots[name].text):
            continue
        if _goes_on_with_name(text, page.slots[name].text):
            continue
        if len(text) <= 3 and _are_initials(text, page.slots[name].text):
            continue
        found.append(index)
    return found


def _close_above(name: int, card: tuple[int, int], page: Slots) -> list[int]:
    """The few lines of a card right above its name, up to a heading or a line that describes nobody."""
    lines = range(name - 1, max(card[0], name - _BEFORE) - 1, -1)
    return [*takewhile(lambda i: not page.slots[i].level and _may_describe(page.slots[i].text), lines)]


def _goes_on_with_name(text: str, name: str) -> bool:
    """Whether a text is a sentence about somebody, whom it names first ("Ann Archer is …" below "Dr. Ann Archer")."""
    called, rest = split_honours(name)[1], split_honours(text)[1]
    after = rest[len(called) :].lstrip(" ,") if called and rest.startswith(called) else ""
    return after[:1].islower() and len(after.split()) > _FEWEST


def _are_initials(text: str, name: str) -> bool:
    """Whether a text is nothing but first letters of a name, as stand in for a portrait ("AA", "PC" of "Prof. Park Cho-ah")."""
    words = iter(_WORDS.findall(split_honours(name)[1]))
    return text.isupper() and all(any(word.upper().startswith(letter) for word in words) for letter in text)


def _is_own_site(text: str, name: str) -> bool:
    """Whether a text is the address of a person's web site ("ann-archer.example"), which is no company ("Acme.com" may be)."""
    if " " in text or not _WEB.fullmatch(text):
        return False
    letters = fold(text).replace(" ", "").replace("-", "")
    return text.lower().startswith(("http", "www.")) or any(len(word) > 3 and word in letters for word in fold(name).split())


@remembered
def _may_describe(text: str) -> bool:
    """Whether a text may be a job title or a company: short, no sentences, address, country, clock, room, label or button.

    Nor a kind of session, which stands near names in timetables.
    """
    if len(text) > _SHORT or (len(text) > 60 and _SENTENCE.search(text)):
        return False
    if not any(map(str.isalpha, text)) or _ADDRESS.search(text) or _CLOCK.search(text) or _ROOM.search(text):
        return False
    label, mark, named = text.partition(": ")
    if mark and len(label.split()) < 3 and looks_like_name(named) >= _NAME and not is_group(named):
        return False  # "Photo: Ann Archer"
    words = words_of(plain(text)) if len(text) < _KIND else ()
    if words and (is_kind(words) or (words in page_words()["noise"].phrases and words[0] not in _SITES)):
        return False  # "View more"; but people work at Facebook
    return split_role(text)[1] == text and not is_place(text) and not tells_of_somebody(text)


class _Look(NamedTuple):
    """What lines of one format look like, each a mean over them; `dull`: they repeat; `unsure`: hardly one says a job."""

    jobs: float
    firms: float
    both: float
    names: float
    others: float
    dull: float
    unsure: bool


def _look_at(texts: list[str]) -> _Look:
    variety = len(set(texts)) / len(texts)
    texts = texts[:: 1 + len(texts) // _ENOUGH]
    jobs = firms = both = names = others = sure = 0.0
    for text, (title, company) in zip(texts, split_alike(texts), strict=True):
        job, firm = job_and_company(text)
        jobs += min(1.0, job)
        sure += says_job(text)
        firms += -1.0 if _says_part(text) else min(1.0, firm)
        both += bool(title and company)
        names += bool(split_people(text))
        length = max(len(text.split()), len(CJK.findall(text)) / 2)
        others += text_kinds(text).other * (length > 3 or text[-1:] in ".?!:")
    n = len(texts)
    dull = 1.2 if variety < 0.3 and n > 3 else 0.0
    return _Look(jobs / n, firms / n, both / n, names / n, others / n, dull, sure < 0.3 * n)


def _says_part(text: str) -> bool:
    """Whether a text is what somebody does in a programme ("Moderator", "Opening Keynote"), and so no company."""
    last = text.rpartition(" ")[2]
    return len(text) < _KIND and any(split_role(f"{part}: ")[0] is not None for part in (text, last))


def _weigh(look: _Look, share: float, *, named: bool) -> dict[Role, float]:
    """How well lines of one format fit each role, between about -1 and 2, times the share of cards that have them."""
    jobs, firms, both, names, others, dull, unsure = look
    share, names = min(1.0, share), names if named else 0.0
    return {
        Role.TITLE: share * (jobs - firms - 0.05 - names - others - dull - 0.5 * unsure),
        Role.COMPANY: share * (firms - jobs + 0.12 - names - others - dull),
        Role.AFFILIATION: share * (1.25 * both + 0.3 * min(jobs, 0.5) - 0.2 - names - others - dull),
        Role.OTHER: 0.0,
    }


def describing(name: int, card: tuple[int, int], roles: dict[str, Role], page: Slots) -> set[int]:
    """The lines of a card that say who the person is."""
    return {index for index, key in _keyed(name, card, page) if key in roles}


def fill(person: FoundPerson, name: int, card: tuple[int, int], roles: dict[str, Role], page: Slots) -> None:
    """Put what the card says into the person: job title, company, biography, links."""
    lines = _keyed(name, card, page)
    held = {roles.get(key) for _, key in lines}
    told = describing(name, card, roles, page)
    for index, key in lines:
        role, text = roles.get(key), told_at(index, page).text.strip(" ,;|–-")
        if role is not None and not _ADDS.match(text):
            apart = role is Role.TITLE and Role.COMPANY in held
            _describe(person, role, text, (None, None) if apart else page.cuts.get(index) or split_affiliation(text))
        elif role is None and index - 1 in told and _are_one_paragraph(index - 1, index, page):
            _go_on(person, text)
    if lines and not (person.title or person.company) and lines[0][0] == name + 1 and lines[0][1] not in roles:
        text = page.slots[name + 1].text.strip(" ,;|–-")
        if says_job(text) and len(text) < _MOST_ALONE and text[-1:] not in ".!?" and text_kinds(text).other < 0.5:
            person.title, person.company = split_affiliation(text)  # too few cards have such a line to give it a role
    texts = [page.slots[i].text for i in range(name + 1, card[1]) if i not in told and not page.slots[i].zone]
    tell_opening(person, texts)
    person.bio = person.bio or " ".join(t for t in texts if _is_prose(t))[:_MOST_BIO] or None
    for address, _ in page.links_in(card):
        site = _site(address)
        if site:
            person.links.setdefault(site, address)


def _is_prose(text: str) -> bool:
    """Whether a line is running text, as biographies are."""
    return len(text) > _SHORT or (text[-1:] in ".!?。…" and max(len(text.split()), len(CJK.findall(text)) // 4) > 5)


def _describe(person: FoundPerson, role: Role, text: str, cut: tuple[str | None, str | None]) -> None:
    """Add one line of a card; a line that holds both is cut whatever its role."""
    title, company = cut
    if role is Role.COMPANY and person.title and text[:1].islower() and " " in text:
        person.title = f"{person.title} {text}"  # the title's second line
    elif title and company:
        if not person.title and not person.company:
            person.title, person.company = title, company
        elif role is Role.COMPANY and not person.company:
            person.company = company
    elif role is Role.AFFILIATION:
        person.title, person.company = person.title or title, person.company or company
    else:
        job, firm = job_and_company(text)
        if role is Role.TITLE and not person.title and firm < job + 1.2:
            person.title = text
        elif role is Role.COMPANY and not person.company and job < firm + 1.2:
            person.company = text
        elif not person.title and job > firm:
            person.title = text
        elif not person.company and firm > job:
            person.company = text


def _are_one_paragraph(before: int, after: int, page: Slots) -> bool:
    """Whether two lines are parted by nothing but a line break."""
    one, two = page.slots[before], page.slots[after]
    return one.node is two.node and one.key.rpartition("#")[0] == two.key.rpartition("#")[0] and ">#" in two.key


def _go_on(person: FoundPerson, text: str) -> None:
    """Add the second line of a paragraph whose first told the job, where too few cards have one to give it a role."""
    if person.title and not person.company and not says_job(text) and text_kinds(text).other < 0.5:
        person.company = split_affiliation(text)[1]


def _site(address: str) -> str | None:
    match = _HOST.match(address)
    host = match[1].lower() if match else ""
    return next((name for name, domain in _SITES.items() if host == domain or host.endswith("." + domain)), None)
