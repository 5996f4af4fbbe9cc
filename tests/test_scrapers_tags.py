"""One page written with other inline elements that look the same: what is read of it does not change."""

from __future__ import annotations

import re

import pytest

from planner.agenda import Agenda
from scrapers import read_text
from scrapers._html.page import Node, parse

TALKS = [
    ("9:00", "Kilns Without Gas", "Ottoline Braswick", "Head of Firing", "Tarnholt Tiles"),
    ("9:45", "What Glaze Costs", "Fergus Adeyinka", "Treasurer", "Mossgate Pottery"),
    ("10:30", "Clay From Next Door", "Lucasta Ferreyra", "Geologist", "Wendle Quarries"),
    ("11:15", "Selling Cups Abroad", "Barnaby Okonjo", "Export Manager", "Pell & Daughters"),
]
SPANS = "".join(
    f'<li><span class="when">{clock}</span> <span>{title}</span> <span class="who">{name}</span><br>'
    f"<span>{job}, {company}</span></li>"
    for clock, title, name, job, company in TALKS
)
BOLD = "".join(f"<p>{clock} <b>{title}</b> <i>{name}</i>, {job}, {company}</p>" for clock, title, name, job, company in TALKS)


def in_other(markup: str, tag: str, other: str, style: str = "") -> str:
    """The markup with all elements of a tag written as another one."""
    looks = f' style="{style}"' if style else ""
    return re.sub(rf"<{tag}(?=[ >])", f"<{other}{looks}", markup).replace(f"</{tag}>", f"</{other}>")


def read(items: str) -> Agenda:
    """The agenda of a page of one list."""
    return read_text(f"<html><body><h1>Pot Makers 2027</h1><h2>4 May 2027</h2><ul>{items}</ul></body></html>")


@pytest.mark.parametrize("other", ["font", "data", "bdi", "nobr"])
def test_texts_set_apart_by_any_element_of_no_looks_read_as_spans_do(other: str) -> None:
    """`<font class="who">` tells what `<span class="who">` tells, and a bare `<data>` sets apart what a bare `<span>` does."""
    found, expected = read(in_other(SPANS, "span", other)), read(SPANS)

    assert [s.title for s in expected.sessions] == [title for _, title, *_ in TALKS]
    assert found.sessions == expected.sessions
    assert found.speakers == expected.speakers


@pytest.mark.parametrize(
    ("tag", "other", "style"),
    [
        ("b", "strong", ""),
        ("i", "em", ""),
        ("b", "span", "font-weight:bold"),
        ("b", "font", "color:red; Font-Weight : 700"),
        ("b", "strong", "font-weight: 600"),
    ],
)
def test_bold_and_italic_texts_read_alike_whatever_makes_them_so(tag: str, other: str, style: str) -> None:
    """Bold is bold by `<b>`, by `<strong>` and by the style of an element."""
    found, expected = read(in_other(BOLD, tag, other, style)), read(BOLD)

    assert [s.title for s in expected.sessions] == [title for _, title, *_ in TALKS]
    assert found.sessions == expected.sessions
    assert found.speakers == expected.speakers


def test_an_element_of_bold_text_that_its_style_makes_normal_is_not_bold() -> None:
    """Editors copy whole documents into `<b style="font-weight:normal">`."""
    tree = parse('<body><b style="font-weight:normal">9:00 <b>Kilns Without Gas</b></b></body>')

    assert [node.tag for node in Node.walk(tree) if node.tag in ("b", "span")] == ["span", "b"]
