"""One fetched page or opened file, with the views on it that readers share: text, tree, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scrapers._html.page import Node, decode, parse

MAX_BYTES = 25_000_000
"""The most one document may weigh, both as sent and unpacked."""
_LOOKED_AT = 20_000
_PROLOGUE = ((b"<!--", b"-->"), (b"<?", b"?>"), (b"---", b"\n---"))
_BLANK = re.compile(rb"\s*")


@dataclass(frozen=True)
class Document:
    """Bytes and where they came from; each view is made once, when first asked for.

    `address` is the URL after redirects, a file's path, or `-` for standard input.
    """

    address: str
    data: bytes
    content_type: str | None = None

    @cached_property
    def is_binary(self) -> bool:
        """Whether the content is no text: a PDF, an archive, an old Office file, anything with zero bytes in its beginning."""
        head = self.data[:2000]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return False
        return head.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or b"\x00" in head

    @cached_property
    def text(self) -> str:
        """The content as text, whatever its encoding; empty when it is none."""
        return "" if self.is_binary else decode(self.data, self.content_type)

    @cached_property
    def tree(self) -> Node:
        """The content as an HTML tree (an empty one when it is no HTML)."""
        return parse(self.text)

    @cached_property
    def json(self) -> Any:
        """The content as JSON, or None when it is no JSON."""
        if self.text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text, strict=False)
        except (ValueError, RecursionError):
            return None

    @property
    def is_web(self) -> bool:
        """Whether the document came from the web, so that links in it can be followed."""
        return self.address.startswith(("http://", "https://"))

    @cached_property
    def looks_like_html(self) -> bool:
        """Whether the content is an HTML page, judged by its type and by what stands before its first text."""
        if "html" in (self.content_type or ""):
            return True
        wide = self.data.startswith((b"\xff\xfe", b"\xfe\xff"))
        start = _without_prologue(self.text[:_LOOKED_AT].encode() if wide else self.data[:_LOOKED_AT]).lower()
        return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<body" in start[:2000]


def _without_prologue(data: bytes) -> bytes:
    """What follows comments, processing instructions, a site generator's front matter and white space at the head of a page."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = _BLANK.match(data, at).end()  # type: ignore[union-attr]
        mark = next((end for begin, end in _PROLOGUE if data.startswith(begin, at)), None)
        end = data.find(mark, at) if mark else -1
        if mark is None or end < 0:
            return data[at:]
        at = end + len(mark)


Get = Callable[[str], Document]
"""Opens a further address for a reader; raises AgendaError. Readers never open connections themselves."""
