"""Any XML: elements and attributes read as fields, sessions and people found as in JSON; texts as the pages they stand for."""

from __future__ import annotations

import re

from scrapers import any_page
from scrapers._document import Document, Get
from scrapers._documents.xml_pages import page_of_xml
from scrapers._errors import TooMuch
from scrapers._found import Found
from scrapers._structured.joins import read_records
from scrapers._structured.xml import BadXml, data_of_xml, xml_tree

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<(?:schedule|iCalendar|rss|feed|events?|sessions?|program(?:me)?|agenda|conference)\b)",
    re.I,
)
_TEXT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,200}>\s*|<!--[^>]{0,500}>\s*|<!DOCTYPE[^>]{0,200}>\s*){0,5}<(?:tei|teiCorpus|opml)[\s>]",
    re.I,
)
"""The beginning of a text marked up in XML, whose elements are called like those of a page ("body", "head")."""
_ELEMENTS = re.compile(rb"<(?:!doctype html|html|body|div|table)[\s/>]", re.I)


def recognises(document: Document) -> bool:
    """Whether the document is XML and no web page."""
    if _TEXT.match(document.data):
        return True
    named = document.address.lower().endswith(".xml") and document.data.lstrip()[:1] == b"<"
    return (named or bool(_START.match(document.data))) and not document.looks_like_html


def read(document: Document, get: Get | None) -> Found:
    """Read whatever sessions and people the elements describe."""
    try:
        tree = xml_tree(document.data)
    except BadXml as problem:
        if _ELEMENTS.search(document.data[:100_000]):
            return Found()  # a page after all: for the reader of pages
        raise TooMuch(document.address, f"{problem}.") from problem
    if page := page_of_xml(tree):
        return any_page.read(Document(document.address, page.encode(), "text/html; charset=utf-8"), get)
    return read_records(data_of_xml(tree))
