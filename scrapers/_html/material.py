"""Brackets that hold nothing but links to slides, papers and recordings ("Glazes (<a>slides</a>, <a>video</a>)"), left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrapers._html.page import Node
from scrapers._language.vocabulary import page_words

_OPENS = re.compile(r"[(\[（]\s*$")
_CLOSES = re.compile(r"\s*[)\]）]")
_BETWEEN = re.compile(r"[\s,;/|&·+-]*")
_FILE = re.compile(r"\.(?:pdf|pptx?|odp|key|mp[34]|zip|tex|bib|ipynb|xml|docx?|ics)(?:[?#]|$)", re.I)
_LONGEST = 30
_MOST = 12


def drop_material(nodes: Iterable[Node]) -> None:
    """Take brackets of links to material out of the elements of a page, brackets included; linear, in place."""
    for node in nodes:
        if len(node.children) > 2:
            _drop(node)


def _drop(node: Node) -> None:
    children = node.children
    for at, child in enumerate(children):
        if not isinstance(child, str) or not (opened := _OPENS.search(child[-4:])):
            continue
        end, links = at + 1, 0
        while end < len(children) and links < _MOST and _is_filler(children[end]):
            links += not isinstance(children[end], str)
            end += 1
        after = children[end] if end < len(children) else None
        if links and isinstance(after, str) and (closed := _CLOSES.match(after)):
            children[at] = child[: len(child) - len(opened[0])].rstrip() + " "
            children[end] = after[closed.end() :]
            for between in range(at + 1, end):
                children[between] = ""
            if after[closed.end() :].lstrip()[:1].isupper():  # the links part what stands before and behind them
                children[at + 1] = Node("br", {}, node)


def _is_filler(child: Node | str) -> bool:
    """Whether a child is a link to material, or only parts two of them."""
    if isinstance(child, str):
        return _BETWEEN.fullmatch(child) is not None
    text = child.text() if child.tag == "a" else ""
    told = _FILE.search(child.attrs.get("href", "")) is not None or page_words()["captions"].within(text)
    return 0 < len(text) < _LONGEST and len(text.split()) < 4 and told
