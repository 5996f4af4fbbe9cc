"""The links of a page, what each seems to lead to, and whether that is still the same event in the same language.

The words are those of `link_words.py`. A link is judged by its own text first and by the words of its address second; words
of committees, sponsors, registration and earlier editions outweigh the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from scrapers._document import Document
from scrapers._found import fold
from scrapers._html.page import Node
from scrapers._language.dates import find_dates
from scrapers._language.days import day_number, find_weekday
from scrapers._language.namelike import looks_like_name
from scrapers._links.link_words import foreign_sites, said
from scrapers._links.parts import button_targets
from scrapers._web.address import host_of, joined

Role = Literal["agenda", "talks", "speakers"]
ROLES: tuple[Role, ...] = ("agenda", "talks", "speakers")

_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|avif|ico|css|js|mjs|woff2?|ttf|mp[34]|mov|avi|webm|zip|gz|rar|7z|exe|dmg|apk|docx?|pptx?|rss|atom|"
    r"xml|vcf)$", re.I)  # fmt: skip
_LONGEST_TEXT = 300
_NOWHERE = ("", "#", "javascript")
_MOST_LINKS = 5000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"([a-z]{2,})['’_-]?(\d\d)(?!\d)")
_PAGE_NUMBER = re.compile(r"(?:^|(?<=&))(?:page(?:d|_?no|_?num(?:ber)?)?|pg|pagina|seite|side)=(\d{1,4})(?=&|$)", re.I)
_PAGE_FOLDER = re.compile(r"/(?:page|pagina|seite|side)/(\d{1,4})$", re.I)
_LANGUAGES = frozenset(
    "en de fr es it pt nl ru uk pl cs sk sl hr sr bg ro hu el tr he ar fa ja jp zh cn tw ko kr sv se fi da dk nb no nn is et "
    "lv lt ca eu gl vi th hi eng deu ger fra fre spa esp ita por rus jpn chi".split()
)
_SAME_LANGUAGE = dict(
    pair.split("=")
    for pair in "jp=ja cn=zh tw=zh kr=ko se=sv dk=da nb=no nn=no eng=en deu=de ger=de fra=fr fre=fr spa=es esp=es ita=it "
    "por=pt rus=ru jpn=ja chi=zh".split()
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, and the texts readers see on it (or the label or picture's description in their place)."""

    address: str
    texts: tuple[str, ...]


def links_of(document: Document) -> list[Link]:
    """The links and frames of a page that may lead to further pages, each address once with all its texts."""
    base = document.address
    texts: dict[str, dict[str, None]] = {}
    for node in document.tree.find_all("base"):
        base = joined(document.address, node.attrs.get("href", "")) or base
    linked = document.tree.find_all("a", "area", "iframe", "frame")
    leading = ((node, node.attrs.get("src" if node.tag in ("iframe", "frame") else "href", "")) for node in linked)
    for node, raw in (*leading, *button_targets(document.tree)):
        address = joined(base, raw) if raw and not raw.startswith("#") else None
        if address and not _NO_PAGE.search(urlsplit(address).path):
            texts.setdefault(address, {})[_label(node)[:_LONGEST_TEXT]] = None
    return [Link(address, tuple(text for text in seen if text)) for address, seen in list(texts.items())[:_MOST_LINKS]]


def unlinked(document: Document) -> list[Link]:
    """Where the entries of a menu that lead nowhere yet would lead: "Programme" to `programme`, as pages are mostly called."""
    named = (node.text() for node in document.tree.find_all("a") if node.attrs.get("href", "").partition(":")[0] in _NOWHERE)
    texts = [text for text in dict.fromkeys(named) if len(text) < _LONGEST_TEXT and said(text).whole & set(ROLES)]
    found = ((joined(document.address, "-".join(fold(text).split())), text) for text in texts)
    return [Link(address, (text,)) for address, text in found if address]


def _label(node: Node) -> str:
    text = node.text()
    if not text:
        pictures = (picture.attrs.get("alt", "") for picture in node.find_all("img"))
        text = next((t for t in (node.attrs.get("aria-label", ""), node.attrs.get("title", ""), *pictures) if t.strip()), "")
    return text.strip() or node.attrs.get("name", "")


def feeds_of(document: Document) -> list[str]:
    """Addresses the page itself declares as its calendar or data: `<link rel="alternate">` of such a type."""
    found = []
    for node in document.tree.find_all("link"):
        kind = node.attrs.get("type", "").lower()
        if "alternate" in node.attrs.get("rel", "").lower() and ("calendar" in kind or kind == "application/json"):
            address = joined(document.address, node.attrs.get("href", ""))
            if address and "wp-json" not in address and "oembed" not in address:
                found.append(address)
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Scope:
    """What tells this event's pages from others: its hosts, the folder it lives in, its year and its language."""

    hosts: frozenset[str]
    folder: str
    years: frozenset[str]
    series: frozenset[tuple[str, str]]
    language: str | None

    def holds(self, address: str) -> bool:
        """Whether an address may belong to this event: same site, no other edition, no other language."""
        return host_of(address) in self.hosts and self.same_edition(address)

    def same_edition(self, address: str) -> bool:
        """Whether an address names no other year, edition or language than the event's."""
        years = _years_of(address)
        if self.years and years and not years & self.years:
            return False
        other = dict(_series_of(address))
        if any(name in other and other[name] != number for name, number in self.series):
            return False
        language = language_of(address)
        return language is None or self.language is None or language == self.language

    def inside(self, link: Link) -> Link:
        """The link with its address as seen from the event's folder, whose own name says nothing about the page."""
        parts = urlsplit(link.address)
        if host_of(link.address) not in self.hosts or not parts.path.startswith(self.folder):
            return link
        return Link(parts._replace(path="/" + parts.path.removeprefix(self.folder)).geturl(), link.texts)

    def nearness(self, address: str) -> int:
        """2 for a page in the event's folder or below, 1 elsewhere on its site, 0 on another site."""
        if host_of(address) not in self.hosts:
            return 0
        return 2 if urlsplit(address).path.startswith(self.folder) else 1


def scope_of(document: Document) -> Scope:
    """The scope of the event that a page belongs to."""
    tree = document.tree
    own = [document.address]
    for node in tree.find_all("link", "meta"):
        if node.attrs.get("rel", "").lower() == "canonical":
            own.append(joined(document.address, node.attrs.get("href", "")) or "")
        elif node.attrs.get("property", "").lower() == "og:url":
            own.append(joined(document.address, node.attrs.get("content", "")) or "")
    path = urlsplit(document.address).path
    language = language_of(document.address) or tree_language(document)
    title = " ".join(node.text() or node.raw_text() for node in tree.find_all("title", "h1"))
    years = _years_of(document.address) or frozenset(_YEAR.findall(title)) or _usual_year(tree.text()[:20_000])
    return Scope(
        hosts=frozenset(host for host in map(host_of, own) if host),
        folder=path[: path.rfind("/") + 1] or "/",
        years=years,
        series=_series_of(document.address),
        language=language,
    )


def _usual_year(text: str) -> frozenset[str]:
    """The year a text names most often, the latest of several: the first page of an event's site names its dates.

    Where it tells days from one to another, only their years count: deadlines often fall in the year before.
    """
    lasting = [str(span.year) for span in find_dates(text) if span.last and span.year]
    counted = Counter(lasting or _YEAR.findall(text))
    return frozenset([max(counted, key=lambda year: (counted[year], year))]) if counted else frozenset()


def tree_language(document: Document) -> str | None:
    """The language a page declares (`<html lang>`), as two letters."""
    for node in document.tree.find_all("html"):
        code = node.attrs.get("lang", "")[:2].lower()
        if code in _LANGUAGES:
            return _SAME_LANGUAGE.get(code, code)
    return None


def language_of(address: str) -> str | None:
    """The language an address names: `/en/`, `/pt-br/`, `en.html`, `agenda_de.html`, `/agenda-de/`, `?lang=fr`; or None."""
    parts = urlsplit(address)
    for name, value in parse_qsl(parts.query):
        if name.lower() in ("lang", "language", "hl", "locale", "l", "lng") and value[:2].lower() in _LANGUAGES:
            return _SAME_LANGUAGE.get(value[:2].lower(), value[:2].lower())
    segments = [s for s in parts.path.lower().split("/") if s]
    codes = [re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z]{2,4})?", segment) for segment in segments[:4]]
    if segments and "." in segments[-1]:
        stem = segments[-1].partition(".")
        codes.append(re.fullmatch(r"(?:.*[-_])?([a-z]{2,3})", stem[0]))
        codes.append(re.fullmatch(r"([a-z]{2})\.\w+", stem[2]))
    elif segments and said(segments[-1][:-3]).whole:  # "/programme-en/"
        codes.append(re.fullmatch(r".+[-_]([a-z]{2})", segments[-1]))
    for code in codes:
        if code and code[1] in _LANGUAGES and not (code[1] in ("is", "no", "it", "id") and len(segments) > 2):
            return _SAME_LANGUAGE.get(code[1], code[1])
    return None


def _years_of(address: str) -> frozenset[str]:
    parts = urlsplit(address)
    return frozenset(_YEAR.findall(f"{parts.hostname or ''}{unquote(parts.path)}"))


def _series_of(address: str) -> frozenset[tuple[str, str]]:
    """Editions named by a word and two digits: `conf24.example`, `/NDIC16/`."""
    parts = urlsplit(address)
    words = re.split(r"[/.]", f"{parts.hostname or ''}{unquote(parts.path)}".lower())
    return frozenset((m[1], m[2]) for word in words for m in [_SHORT_YEAR.fullmatch(word)] if m)


def score(link: Link, role: Role) -> float:
    """How surely a link leads to a page of this role: 5 and more is worth opening, 10 and more is sure."""
    return _address_points(link.address, role) + max((_text_points(text, role) for text in link.texts), default=0)


def _address_points(address: str, role: Role) -> float:
    parts = urlsplit(address)
    segments = [_ENDING.sub("", segment) for segment in _segments(parts.path)]
    last = said(segments[-1] if segments else "")
    folders = [said(segment).whole for segment in segments[:-1]]
    points = 0.0
    if role in last.whole:
        points = 6
    elif role in last.within and len(re.findall(r"\w+", segments[-1])) <= 5:
        points = 4
    elif any(role in folder for folder in folders):
        points = 1
    elif role in said(" ".join(value for _, value in parse_qsl(parts.query))).within:
        points = 2
    astray = (role not in last.whole and _ASTRAY & last.within) or any(_ASTRAY & folder for folder in folders)
    return points - (5 if astray else 0)


def _text_points(text: str, role: Role) -> float:
    heard = said(text)
    points = 0.0
    if role in heard.whole:
        points = 8
    elif role in heard.within:
        points = 6 if len(text.split()) <= 4 else 3 if len(text.split()) <= 8 else 0.5
    return points - (8 if role not in heard.whole and _ASTRAY & heard.within else 0)


def _is_elsewhere(address: str) -> bool:
    host = host_of(address)
    return any(host == site or host.endswith(f".{site}") for site in foreign_sites())


_ASTRAY = frozenset(("decoy", "past"))
_NAME = 0.6
_MENU = 5
"""The words an entry of a menu may have."""
_ENDING = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|cfm|cgi|shtml)$", re.I)


def _segments(path: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unquote(path))
    return [segment for segment in spaced.split("/") if segment]


def names_day(link: Link) -> bool:
    """Whether a link's text is a day and little else: "Day 2", "Tuesday", "3 March"."""
    return any(_is_day(text) for text in link.texts)


def _is_day(text: str) -> bool:
    if len(text) > 40 or len(text.split()) > 6 or "decoy" in said(text).within:
        return False
    return day_number(text) is not None or find_weekday(text) is not None or bool(find_dates(text))


def names_next(link: Link, here: str) -> bool:
    """Whether a link of the page at `here` leads to the next page of a list: by its text, or by its address's page number."""
    if any("next" in said(text).whole or text in ("»", "›", ">", ">>", "→") for text in link.texts):
        return True
    (list_, number), (of, current) = _numbered(link.address), _numbered(here)
    return list_ == of and number > current


def _numbered(address: str) -> tuple[str, int]:
    """An address without the number of its page of a list, and that number (0 where there is none)."""
    parts = urlsplit(address)
    path, query = parts.path.rstrip("/"), parts.query
    found = _PAGE_NUMBER.search(query) or _PAGE_FOLDER.search(path)
    query, path = _PAGE_NUMBER.sub("", query).strip("&"), _PAGE_FOLDER.sub("", path)
    return parts._replace(path=path, query=query, fragment="").geturl(), int(found[1]) if found else 0


def ranked(links: Iterable[Link], role: Role, scope: Scope) -> Iterator[tuple[float, Link]]:
    """Links worth opening for a role, best first: those in the event's own folder before others of the same site.

    Of pages called alike those in the own folder are enough: organisers keep other events, and lists of all events, beside.
    """
    chosen = []
    for place, link in enumerate(links):
        points = score(scope.inside(link), role)
        near = scope.nearness(link.address)
        worth = points >= 5 if near else points >= 8 and role != "talks" and not _is_elsewhere(link.address)
        if worth and scope.same_edition(link.address):
            chosen.append((points + near - place / 10_000, link))
    own = {_called(link.address) for _, link in chosen if scope.nearness(link.address) == 2}
    chosen = [(p, link) for p, link in chosen if scope.nearness(link.address) == 2 or _called(link.address) not in own]
    if not scope.years:
        newest = max((year for _, link in chosen for year in _years_of(link.address)), default="")
        chosen = [(p, link) for p, link in chosen if newest in _years_of(link.address) or not _years_of(link.address)]
    if not scope.language and chosen:
        spoken = {language_of(link.address) for _, link in chosen}
        kept = None if None in spoken else language_of(max(chosen, key=lambda pair: pair[0])[1].address)
        chosen = [(p, link) for p, link in chosen if language_of(link.address) == kept]
    yield from sorted(chosen, key=lambda pair: -pair[0])


def unnamed(links: Iterable[Link], scope: Scope) -> list[Link]:
    """The pages of the event whose names, no person's, say nothing of what they hold, as the menu has them; "About us" last."""
    found: dict[str, tuple[bool, Link]] = {}
    for link in links:
        if scope.nearness(link.address) < 2 or not scope.same_edition(link.address) or is_file(link):
            continue
        inside = " ".join(_ENDING.sub("", part) for part in _segments(urlsplit(scope.inside(link).address).path))
        heard = [said(text) for text in (*link.texts, inside)]
        kinds = frozenset(kind for one in heard for kind in one.within)
        short = any(len(text.split()) <= _MENU and looks_like_name(text) < _NAME for text in link.texts)
        if short and inside.strip() and not kinds & {*ROLES, *_ASTRAY}:
            found.setdefault(_called(link.address), (any("home" in one.whole for one in heard), link))
    return [link for _, link in sorted(found.values(), key=lambda pair: pair[0])]


def _called(address: str) -> str:
    """The last part of an address that says anything."""
    parts = urlsplit(address)
    segments = [_ENDING.sub("", segment).lower() for segment in _segments(parts.path)]
    return next((segment for segment in reversed(segments) if segment not in ("index", "default")), parts.query)


def sitemap_links(document: Document) -> list[Link]:
    """The pages a sitemap lists, at most 2,000."""
    found = re.findall(r"<loc>\s*(?:<!\[CDATA\[)?\s*(https?://[^\s<\]]+)", document.text)
    return [Link(address.replace("&amp;", "&"), ()) for address in dict.fromkeys(found[:2000])]


def spellings(address: str) -> list[str]:
    """An address, and how else it may be written where it is not found: moved sites differ in case, endings and folder."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    others = [path.lower()]
    if (stem := re.sub(r"\.(?:php|aspx?|jsp|cfm)$", "", path)) != path:
        others += [stem + ".html", stem]
    elif path and "." not in path.rpartition("/")[2]:
        others += [path + ".html"]
    if (deeper := path.lstrip("/").partition("/")[2]) and not deeper.startswith("index."):
        others += ["/" + deeper]
    return [address, *(parts._replace(path=other, query="").geturl() for other in dict.fromkeys(others) if other != parts.path)]


def is_file(link: Link) -> bool:
    """Whether a link leads to a file for downloading, which says the same as a page but less well."""
    return bool(re.search(r"\.(?:pdf|ics|csv|xlsx?|ods|json)$", urlsplit(link.address).path, re.I))


def is_page_name(text: str) -> bool:
    """Whether a title is the name of a kind of page ("Agenda", "Our speakers", "Home"), not of an event."""
    return bool(said(text).whole & {*ROLES, "decoy", "past", "home"})
