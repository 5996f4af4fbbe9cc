"""HTML as a light tree of our own: the only file that knows which parser is used.

The parser (selectolax's lexbor) follows the HTML standard on broken markup and is about forty times faster than the usual
choice; `UnicodeDammit` decodes, because the parser takes every page for UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers._html.tags import one_tag
from scrapers._html.tame import tame

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol optgroup option p pre section summary table tbody td tfoot th "
    "thead title tr ul".split()
)
"""Elements that begin a new line of text when shown."""

LEVELS = {f"h{level}": level for level in range(1, 7)}
"""What is a heading by its tag, and how high."""

UNSEEN = frozenset("head script style noscript template svg math iframe object canvas select textarea datalist".split())
"""Elements whose text is not part of what a reader sees."""


_BRIEF = 20
"""Elements in what is brief."""

_SIGNS = str.maketrans({"\u00ad": None, **dict.fromkeys("│┃┆┇┊┋∣❘❙", "｜")})
"""Signs put right: where a word may be broken, and strokes drawn with what boxes are drawn with."""

_PROOFING = frozenset(("SpellE", "GramE"))
"""Classes of the spans with which Word marks what its spelling and its grammar do not know: names, most of all."""


class Node:
    """One element: a tag, its attributes (names in lower case) and its children, which are elements or pieces of text.

    `head` is the level it has by its looks where it heads what follows (`headings.py`), else 0.
    """

    __slots__ = ("attrs", "children", "head", "parent", "tag")

    def __init__(self, tag: str, attrs: dict[str, str], parent: Node | None) -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.head = 0
        self.children: list[Node | str] = []

    def walk(self) -> Iterator[Node]:
        """This element and every element below it, in document order; safe at any depth."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if (children := node.children) and (len(children) > 1 or isinstance(children[0], Node)):
                stack += [child for child in reversed(children) if isinstance(child, Node)]

    def find_all(self, *tags: str) -> list[Node]:
        """Every element below (or at) this one with one of these tags, in document order."""
        found: list[Node] = []
        stack = [self]
        while stack:
            node = stack.pop()
            if node.tag in tags:
                found.append(node)
            if (children := node.children) and (len(children) > 1 or isinstance(children[0], Node)):
                stack += [child for child in reversed(children) if isinstance(child, Node)]
        return found

    @property
    def elements(self) -> list[Node]:
        """The elements right below this one."""
        return [child for child in self.children if isinstance(child, Node)]

    def raw_text(self) -> str:
        """All text below this element as written, scripts included: for data inside `<script>`."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            else:
                stack.extend(reversed(item.children))
        return "".join(parts)

    def text(self) -> str:
        """The text a reader sees below this element, white space folded to single spaces."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            elif item.tag not in UNSEEN or item is self:
                block = item.tag in BLOCKS or item.tag == "br"
                if block:
                    parts.append(" ")
                    stack.append(" ")
                stack.extend(reversed(item.children))
        return " ".join("".join(parts).split())

    def brief(self) -> str:
        """The text of an element of few parts, empty for one of many, however it is nested: what a word in a cell says."""
        return self.text() if sum(1 for _ in islice(self.walk(), _BRIEF + 1)) <= _BRIEF else ""

    @property
    def level(self) -> int:
        """The level of a heading, by its tag or by its looks; 0 for anything else."""
        return LEVELS.get(self.tag) or self.head

    @property
    def classes(self) -> list[str]:
        """The names in the class attribute."""
        return self.attrs.get("class", "").split()


def decode(data: bytes, content_type: str | None = None) -> str:
    """Text of a page, by its byte-order mark, as UTF-8 where it is that, as HTTP or the page itself declares, or guessed.

    What is not plain ASCII and yet sound UTF-8 is hardly ever anything else, whatever a server says of all its pages.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    known: list[str] = []
    if content_type and "charset=" in content_type.lower():
        known.append(content_type.lower().split("charset=")[1].split(";")[0].strip(" \"'"))
    try:
        return data.decode("utf-8-sig") if known in ([], ["utf-8"]) or not data.isascii() else _dammit(data, known)
    except UnicodeDecodeError:
        return _dammit(data, known)


_OF_MACS = re.compile(rb"[a-z][\x87\x88\x8a\x8d-\x90\x97\x99-\x9f][a-z]")
"""Accented letters between others in files of old Macs, where Windows has dashes and quotes."""
_OF_WINDOWS = re.compile(rb"[a-z][\xe0-\xfc][a-z]")

_SAMPLE = 100_000
_ACCENTS = re.compile(rb"([a-z]?)([\x80-\xff]+)(?=([a-z]?))")
_OF_POLAND = re.compile(rb"[a-z][\xa5\xb3\xb9\xba\xbc\xbe\xbf\x9d\x9f]|[\xa3\xaa\xaf\x8c\x8f][a-z]")
"""Letters of Poland or Romania, where Western Europe has signs that stand beside no letters."""
_CARONS, _BESIDE_CARONS = frozenset(b"\x8a\x8e\x9a\x9e"), frozenset(b"\xc8\xe6\xe8\xec\xf8")
_OF_BOHEMIA = frozenset(b"\xed\xf8")
_OF_HUNGARY, _NOT_OF_HUNGARY = frozenset(b"\xf5\xfb"), frozenset(b"\xe0\xe3\xe4\xe7\xe8\xea\xf1")
_DOTLESS, _OF_TURKEY = 0xFD, frozenset(b"\xf0\xfe")


def _dammit(data: bytes, known: list[str]) -> str:
    if not known and _OF_MACS.search(data) and not _OF_WINDOWS.search(data) and b"charset" not in data[:4000]:
        return data.decode("mac-roman")
    if not known and b"charset" not in data[:4000] and (page := _code_page(data[:_SAMPLE])):
        return data.decode(page, "replace")
    from bs4.dammit import UnicodeDammit  # takes a while to load, and most pages are UTF-8

    decoded = UnicodeDammit(data, known_definite_encodings=known, is_html=True).unicode_markup
    return decoded if decoded is not None else data.decode("utf-8", "replace")


def _code_page(data: bytes) -> str | None:
    """The code page of a European text in Latin letters: few bear accents, most of them one by one; None for anything else.

    What guesses encodings takes short texts of this kind for Polish, Chinese or anything else.
    """
    runs = _ACCENTS.findall(data)
    sound = sum(
        len(run) <= 1 + bool(before or after) and (min(run) >= 0xC0 or bool(before or after)) for before, run, after in runs
    )
    if 5 * sum(len(run) for _, run, _ in runs) > len(data) or 5 * sound < 4 * len(runs):
        return None
    used = frozenset(data)
    if _DOTLESS in used and used & _OF_TURKEY and 0xE6 not in used:
        return "cp1254"
    hungarian = used & _OF_HUNGARY and 0xE1 in used and not used & _NOT_OF_HUNGARY
    carons = (used & _CARONS and used & _BESIDE_CARONS) or used >= _OF_BOHEMIA
    return "cp1250" if hungarian or carons or _OF_POLAND.search(data) else "cp1252"


def parse(markup: str) -> Node:
    """The page as a tree; never fails, an empty page gives an empty root."""
    root = Node("html", {}, None)
    top = LexborHTMLParser(tame(markup)).root
    if top is None:
        return root
    root.attrs = _attributes(top)
    stack: list[tuple[LexborNode, Node]] = [(top, root)]
    while stack:
        source, node = stack.pop()
        child = source.first_child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content or ""
                node.children.append(text if text.isascii() else text.translate(_SIGNS))
            elif tag and not tag.startswith(("-", "_", "!")):
                attrs = _attributes(child)
                made = Node(one_tag(tag, attrs), attrs, node)
                node.children.append(made)
                stack.append((child, made))
            child = child.next
    if any(mark in markup for mark in ("SpellE", "GramE", "<st1:")):
        _without_proofing(root)
    return root


def _without_proofing(root: Node) -> None:
    """Put in place of the elements in which Word only takes notes (of proofing, of places and times) what they hold."""
    for node in root.walk():
        if not any(_only_notes(child) for child in node.children):
            continue
        kept: list[Node | str] = []
        stack = node.children[::-1]
        while stack:
            child = stack.pop()
            if isinstance(child, Node) and _only_notes(child):
                stack += child.children[::-1]
                continue
            if isinstance(child, Node):
                child.parent = node
            kept.append(child)
        node.children = kept


def _only_notes(child: Node | str) -> bool:
    if isinstance(child, str):
        return False
    return child.tag.startswith("st1:") or (child.tag == "span" and not _PROOFING.isdisjoint(child.classes))


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items()}
