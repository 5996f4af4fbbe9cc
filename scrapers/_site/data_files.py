"""The files from which a page's scripts take what they show: data that they fetch, and scripts that hold it themselves.

Read only where a site shows no programme otherwise; what is found must look like one event's programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from planner.agenda import Agenda
from scrapers._document import Document
from scrapers._found import assemble
from scrapers._structured.embedded import is_programme
from scrapers._structured.joins import read_records
from scrapers._web.address import host_of, joined
from scrapers.any_json import data_of

_PROMISING = re.compile(
    r"schedul|agenda|program|session|talk|speaker|event|timetable|timeline|data|content|people|line-?up|fahrplan|conference|"
    r"store", re.I
)  # fmt: skip
_USUAL = re.compile(r"(?:^|/)(?:index|main|app|scripts?|bundle|site|custom|pages?|home)(?:[.\-_][\w.-]{0,40})?\.m?js$", re.I)
_ALIEN = re.compile(
    r"jquery|bootstrap|vendor|polyfill|webpack|framework|runtime|analytics|gtag|popper|modernizr|recaptcha|wp-includes|wp-content|"
    r"node_modules|fullcalendar|moment|eventemitter|swiper|slick|manifest\.json|package(?:-lock)?\.json|lottie|locales?/", re.I
)  # fmt: skip
_NAMED = re.compile(
    r"[\"'`]((?:https?://|\.{0,2}/)?[\w./%~-]{1,200}\.(?:json|csv|tsv|ya?ml|xml|ics|md))(?:\?[^\"'`\s]{0,80})?[\"'`]", re.I
)
_ASKED = re.compile(r"(?:fetch|axios(?:\.get)?|getJSON|\$\.get|ajax|d3\.json)\(\s{0,9}[\"'`]([^\"'`\s${}]{2,300})[\"'`]")
_FOLDER = re.compile(r"[\"'`]((?:https?://|\.{0,2}/)?[\w./%~-]{1,200}/)[\"'`]")
_PLACED = re.compile(r"`(?:\$\{[^`{}\s]{1,80}\}){1,3}/?([\w./%~-]{1,200}\.json)(?:\?[^`\s]{0,80})?`", re.I)
_JOINED = re.compile(r"\}\.json[?`]|\+\s{0,9}[\"'`]\.json[?\"'`]", re.I)
_CALLED = re.compile(r"(?<![\w.])(\w{1,40})\(\s{0,9}[\"'`]([A-Za-z][\w-]{2,40})[\"'`]\s{0,9}[,)]")
_MOST_FOLDERS = 2
_TABLES = re.compile(r"\.(?:csv|tsv|ya?ml|xml|ics|md)$", re.I)
_LONGEST = 3_000_000
_LEAST_PEOPLE = 3


def files_of(document: Document) -> list[str]:
    """Addresses of the files a page may take its programme from, likeliest first: what its scripts name, then the scripts."""
    tree, base = document.tree, document.address
    scripts = tree.find_all("script")
    for node in tree.find_all("base"):
        base = joined(base, node.attrs.get("href", "")) or base
    own = [joined(base, node.attrs["src"]) for node in scripts if node.attrs.get("src")]
    loaded = [a for a in own if a and host_of(a) == host_of(document.address) and not _ALIEN.search(urlsplit(a).path)]
    named = named_in("\n".join(node.raw_text() for node in scripts if not node.attrs.get("src")), base)
    telling = [a for a in loaded if _PROMISING.search(urlsplit(a).path.rpartition("/")[2])]
    usual = [a for a in loaded if _USUAL.search(urlsplit(a).path)]
    return list(dict.fromkeys([*named, *telling, *usual]))


def named_in(script: str, base: str) -> Iterator[str]:
    """The addresses of data that a script names, as seen from the page that runs it; whole ones before those put together."""
    script = script[:_LONGEST]
    whole = [match[1] for match in (*_NAMED.finditer(script), *_ASKED.finditer(script))]
    for path in dict.fromkeys([*_in_folders(script, whole), *whole, *(match[1] for match in _PLACED.finditer(script))]):
        address = joined(base, path)
        if address and _PROMISING.search(urlsplit(address).path) and not _ALIEN.search(urlsplit(address).path):
            yield address


def _in_folders(script: str, whole: Iterable[str]) -> Iterator[str]:
    """Files with their folder apart: `BASE + "talks.json"`, `${BASE}talks.json`, `load("talks")` for `${BASE}${name}.json`."""
    folders = list(dict.fromkeys(match[1] for match in _FOLDER.finditer(script)))[:_MOST_FOLDERS]
    files = [path for path in whole if path.endswith(".json") and "/" not in path]
    files += [match[1] for match in _PLACED.finditer(script)]
    if _JOINED.search(script):
        calls = [(match[1], match[2]) for match in _CALLED.finditer(script)]
        loading = {called for called, name in calls if _PROMISING.search(name)}
        files += [f"{name}.json" for called, name in calls if called in loading]
    return (folder + file for file in dict.fromkeys(files) for folder in folders)


def read_files(page: Document, files: Sequence[Document], *, people: bool = False) -> Agenda | None:
    """The programme that the files of a page hold together, or with `people` who they present; None when they hold none."""
    data: dict[str, Any] = {}
    for file in _readable(files):
        name = urlsplit(file.address).path.rpartition("/")[2].partition(".")[0]  # says what the file holds, as a key would
        data[name if name not in data else f"{name} {len(data)}"] = data_of(file)
    try:
        found = read_records(data)
    except ValueError:  # more values than can be read safely
        return None
    told = len(found.people) >= _LEAST_PEOPLE if people else is_programme(found)
    return assemble(page.address, "page_state", found) if told else None


def is_table(file: Document) -> bool:
    """Whether a file is no script and no JSON, but read by itself: rows, calendars, marked-up text."""
    return _TABLES.search(urlsplit(file.address).path) is not None


def _readable(files: Iterable[Document]) -> Iterator[Document]:
    return (file for file in files if not (file.looks_like_html or is_table(file)) and len(file.data) <= _LONGEST)
