"""Where a page sends its visitors on, and the pages it is made of: frames, and menus that scripts load into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrapers._document import Document
from scrapers._html.page import Node
from scrapers._web.address import host_of, joined

_LONGEST = 50_000
_SENT = re.compile(
    r"(?:window\.|document\.|self\.|top\.|^|[;{}\s])location(?:\.href)?\s{0,5}(?:=|\.(?:replace|assign)\()\s{0,5}"
    r"[\"']([^\"'\s]{1,300})[\"']"
)
_LOADED = re.compile(r"\.load\(\s{0,9}[\"']([^\"'\s]{1,200})[\"']|(?:fetch|\$\.get)\(\s{0,9}[\"']([^\"'\s]{1,200}\.html?)[\"']")
_ON_CLICK = re.compile(
    r"(?:location(?:\.href)?\s{0,5}=\s{0,5}|(?:location\.(?:replace|assign)|open)\(\s{0,5})[\"']([^\"'\s]{1,300})[\"']"
)
_PAGE = re.compile(r"[\w./:%?=&~-]{1,200}(?:\.html?|\.php|/)")
_EMBEDDING = ("iframe", "object", "embed")
_INCLUDES = ("w3-include-html", "data-include", "include-html", "hx-get")
_BARE = 200
"""A page with so little text shows nothing itself."""


def refresh_of(document: Document) -> str | None:
    """Where a page that does nothing but send its visitors on sends them (a `refresh`, or a script), or None."""
    for node in document.tree.find_all("meta"):
        if node.attrs.get("http-equiv", "").lower() == "refresh":
            match = re.match(r"\s*(\d+)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", node.attrs.get("content", ""), re.I)
            if match and int(match[1][:4]) <= 5:
                return joined(document.address, match[2])
    if len(document.tree.text()) > _BARE or any(node.attrs.get("src") for node in document.tree.find_all("script")):
        return None
    sent = _SENT.search(_scripts_of(document.tree))
    return joined(document.address, sent[1]) if sent else None


def frames_of(document: Document) -> list[str]:
    """The pages that an old page of frames is made of."""
    return _addresses(document, (node.attrs.get("src", "") for node in document.tree.find_all("frame")))


def included_in(document: Document) -> list[str]:
    """The pieces that a page or its scripts put into it; what these link to is meant as seen from the page."""
    named = [node.attrs.get(name, "") for node in document.tree.walk() for name in _INCLUDES]
    return _addresses(document, [*named, *(one or other for one, other in _LOADED.findall(_scripts_of(document.tree)))])


def embedded_in(document: Document) -> list[str]:
    """The pages of its own site that a page shows in frames of its own, or as objects."""
    found = _addresses(document, (n.attrs.get("src") or n.attrs.get("data", "") for n in document.tree.find_all(*_EMBEDDING)))
    return [address for address in found if host_of(address) == host_of(document.address)]


def _addresses(document: Document, named: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, (joined(document.address, name) for name in named if name))))


def button_targets(tree: Node) -> Iterator[tuple[Node, str]]:
    """Elements that lead somewhere without being links: buttons and rows with a script, entries of a list to choose from."""
    for node in tree.walk():
        if "onclick" in node.attrs and (sent := _ON_CLICK.search(node.attrs["onclick"][:_LONGEST])):
            yield node, sent[1]
        elif node.tag == "option" and _PAGE.fullmatch(node.attrs.get("value", "")):
            yield node, node.attrs["value"]
        elif address := node.attrs.get("data-href"):
            yield node, address


def _scripts_of(tree: Node) -> str:
    return "\n".join(node.raw_text() for node in tree.find_all("script") if not node.attrs.get("src"))[:_LONGEST]
