"""From a source (address, file, pasted text) to an agenda. The only code that opens connections or parses pages.

A module without a leading underscore is a platform or format and offers the same two verbs:

    recognises(document: Document) -> bool                 does this look like mine?
    read(document: Document, get: Get | None) -> Found     read it; `get` opens further addresses, None when offline

`PLATFORMS` lists them, most specific first and generic reading last: the order is the fallback policy.

Ways in: `read_agenda` (a web address), `read_upload` (a file a person handed over), `read_text` (pasted text),
`read_source` (whatever the command line was given). All return an Agenda or raise AgendaError.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from planner.agenda import Agenda, Speaker, UnreadLine
from scrapers import (
    any_json,
    any_page,
    any_xml,
    any_yaml,
    docx,
    frab,
    ical,
    indico,
    markup,
    mhtml,
    own_agenda,
    page_state,
    pdf,
    pretalx,
    sched,
    schema_org,
    sessionize,
    table,
    text,
)
from scrapers._document import MAX_BYTES, Document, Get
from scrapers._doubts import doubts, left_out
from scrapers._errors import AgendaError, NothingFound, NotReachable, TooMuch
from scrapers._found import Found, assemble
from scrapers._links.titles import event_name
from scrapers._people.names import split_people
from scrapers._readings import unite
from scrapers._remembered import forgetting_afterwards
from scrapers._site.follow import read_site
from scrapers._site.uniting import TRY_ANOTHER
from scrapers._site.walk import Progress
from scrapers._web.address import web_address
from scrapers._web.drawn import SAVE_IT, drawn_by_script
from scrapers._web.lookup import Finding, is_own_page, look_up_industries, read_own_page
from scrapers._web.model import MODEL_ADDRESS, ModelError, ask_model

_LOG = logging.getLogger(__name__)

__all__ = [
    "MODEL_ADDRESS",
    "PLATFORMS",
    "AgendaError",
    "Document",
    "Finding",
    "ModelError",
    "Progress",
    "ask_model",
    "is_own_page",
    "lines_left_out",
    "look_up_industries",
    "people_named",
    "read_agenda",
    "read_document",
    "read_own_page",
    "read_source",
    "read_text",
    "read_upload",
    "remaining_warnings",
]


class Platform(Protocol):
    """What every platform module offers."""

    __name__: str

    def recognises(self, document: Document) -> bool:
        """Whether the document looks like this platform's."""

    def read(self, document: Document, get: Get | None) -> Found:
        """Read the document; what cannot be read is left out and named in the warnings."""


PLATFORMS: tuple[Platform, ...] = (
    own_agenda, frab, pretalx, sessionize, indico, sched, ical, pdf, docx, mhtml,  # known by their own marks
    any_json, any_xml, table, any_yaml, markup,  # any data, and text marked up by hand
    schema_org, page_state, any_page,  # any page: what it says in data, then what it shows
    text,
)  # fmt: skip


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Garbage in cycles left lying while a page is read: looking through its trees again and again costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@forgetting_afterwards()
@_collector_resting()
def read_document(document: Document, get: Get | None = None) -> Agenda:
    """Read one document with the first platform that recognises it and finds something. Raises NothingFound.

    A web page is read by all that recognise it, and what its data and its text say is made one agenda.
    """
    readings: list[Agenda] = []
    for platform in PLATFORMS:
        found = _found_by(platform, document, get)
        if found is not None:
            if found.sessions or found.people:
                readings.append(assemble(document.address, platform.__name__.rpartition(".")[2], found))
                if not document.looks_like_html:
                    break
            if platform is mhtml or (platform is any_page and readings):
                break  # a saved page is what it holds
    if not readings:
        raise NothingFound(document.address, _what_to_try(document))
    return unite(readings)


_MEDIA = (b"ID3", b"\xff\xfb", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_OF_FILES = {
    b"PK\x03\x04": "It is an archive, or a damaged file of an office program. Unpack it, or save it again, and try that.",
    b"\xd0\xcf\x11\xe0": "It is a file of an old office program. Save it as .docx, .xlsx or PDF and try that.",
}
_NO_TEXT = "It is a picture, a sound or the like, and holds no text. Type the agenda's text, or paste it from elsewhere."
_MORE_OF_IT = (
    "It should list sessions with their times, or speakers with their jobs. Copy the whole page with its headings, or try "
    "its address."
)


def _what_to_try(document: Document) -> str:
    """What to do about a document in which nothing was found, by what it is."""
    if drawn_by_script(document):
        return SAVE_IT
    if not document.data.strip():
        return "There is nothing in it. Check the address, or paste the agenda's text."
    if document.looks_like_html and any(node.attrs.get("type") == "password" for node in document.tree.walk()):
        return (
            "It asks for a password: sign in with your browser, then save the agenda's page and upload it, or paste its text."
        )
    if document.is_binary or document.data.startswith(_MEDIA):
        return next((hint for head, hint in _OF_FILES.items() if document.data.startswith(head)), _NO_TEXT)
    return TRY_ANOTHER if document.is_web else _MORE_OF_IT


def _found_by(platform: Platform, document: Document, get: Get | None) -> Found | None:
    """What a platform finds, None when the document is not its own; a fault in one reader leaves the document to the others."""
    try:
        return platform.read(document, get) if platform.recognises(document) else None
    except AgendaError:
        raise
    except Exception:  # whatever a document may provoke
        _LOG.exception("%s failed on %s", platform.__name__, document.address)
        return None


def read_agenda(
    address: str,
    *,
    follow: bool = True,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Agenda:
    """Read the agenda at a web address, as a person pasted it. Never opens a file. Raises AgendaError.

    With `follow`, linked day, session and speaker pages of the same event are read too. `progress` is told before each
    page; once `stop` answers True, no further page is opened and what was read so far is returned.
    """
    from scrapers._web.browser import draw  # what opens connections takes a while to load, and files need none
    from scrapers._web.cache import PageCache
    from scrapers._web.fetch import Fetcher

    target = web_address(address)
    with Fetcher(cache=PageCache(), stop=stop) as fetcher:
        return read_site(target, fetcher.get, read_document, follow=follow, progress=progress, stop=stop, draw=draw)


def lines_left_out(agenda: Agenda) -> tuple[UnreadLine, ...]:
    """The lines of the programme from which nothing was read, and which no correction put into the agenda since."""
    return left_out(agenda)


def people_named(text: str) -> tuple[Speaker, ...]:
    """The people that a line names, as far as it tells with job title and company; their ids mean nothing."""
    return tuple(Speaker(p.name, p.name, p.title, p.company) for p in split_people(text))


def remaining_warnings(read: Agenda, corrected: Agenda) -> tuple[str, ...]:
    """The warnings of a reading that still hold after corrections: what it lacked is looked at anew."""
    passing = set(doubts(read))
    return (*(warning for warning in read.warnings if warning not in passing), *doubts(corrected))


def read_upload(name: str, data: bytes) -> Agenda:
    """Read a file that a person handed over; its name helps to tell what it is. Opens no connection. Raises AgendaError."""
    if len(data) > MAX_BYTES:
        raise TooMuch(name, f"it has more than {MAX_BYTES // 1_000_000} MB. Keep only the agenda in it.")
    if not data.strip():
        raise NothingFound(name, "The file is empty. Save it again and check its size.")
    document = Document(name, data)
    agenda = read_document(document)
    if agenda.event.name or not document.looks_like_html:
        return agenda
    return replace(agenda, event=replace(agenda.event, name=event_name([document])))


def read_text(text: str, *, page: str | None = None) -> Agenda:
    """Read pasted text or page source. Opens no connection. Raises AgendaError.

    `page` is the HTML that the text was copied as. Its headings, columns and lists tell more than bare lines, so it is read
    instead, unless the text is data (JSON, a calendar, rows of a sheet) or nothing is found in the page.
    """
    told = Document("pasted text", text.encode("utf-8", "replace"))
    if page and not any(platform.recognises(told) for platform in PLATFORMS[: PLATFORMS.index(markup)]):
        with suppress(NothingFound):
            return read_upload(told.address, f"<html><body>{page}</body></html>".encode("utf-8", "replace"))
    return read_upload(told.address, told.data)


def read_source(
    source: str,
    *,
    follow: bool = True,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Agenda:
    """Read what a command line was given: a web address, a file's path, or `-` for standard input. Raises AgendaError.

    Not for input from the network: it opens any file the user may read.
    """
    if source == "-":
        return read_upload("-", sys.stdin.buffer.read(MAX_BYTES + 1))
    path = Path(source)
    try:
        if path.is_dir():
            raise NotReachable(source, "it is a folder. Name a file in it.")
        if path.exists():
            with path.open("rb") as file:
                return read_upload(source, file.read(MAX_BYTES + 1))
    except (OSError, ValueError) as problem:
        if not isinstance(problem, ValueError):
            raise NotReachable(source, f"{problem.strerror or problem}.") from problem
    if "://" not in source and (path.suffix.lower() in _FILE_ENDINGS or source.startswith(("/", "./", "../", "~"))):
        raise NotReachable(source, "there is no such file. Check the name and the folder.")
    return read_agenda(source, follow=follow, progress=progress, stop=stop)


_FILE_ENDINGS = frozenset(
    ".html .htm .mhtml .json .csv .tsv .txt .md .adoc .rst .xml .ics .pdf .xls .xlsx .ods .docx .yaml .yml .js .toml".split()
)
