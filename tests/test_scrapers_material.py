"""Brackets of links to slides and papers beside titles."""

from __future__ import annotations

import pytest

from scrapers._html.page import parse
from scrapers._html.reshape import reshape


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Glazes (<a href='a.pdf'>PDF</a>, <a href='b'>video</a>)", "Glazes"),
        ("Glazes [<a href='x.pptx'>from the talk</a>] for all", "Glazes for all"),
        ("Glazes (<a href='a.pdf'>slides</a>) Ana Berg", "Glazes Ana Berg"),
        ("Glazes (<a href='https://guild.example'>Kiln Guild</a>)", "Glazes (Kiln Guild)"),
        ("Glazes (with <a href='a.pdf'>slides</a>)", "Glazes (with slides)"),
    ],
)
def test_brackets_of_links_to_material_are_left_out(markup: str, text: str) -> None:
    """Links called slides or video, or that lead to files, tell nothing of a talk; other links in brackets may be companies."""
    tree = parse(f"<p>{markup}</p>")
    reshape(tree)

    assert tree.text() == text


def test_such_brackets_part_a_title_from_the_name_behind_it() -> None:
    """What follows with a capital stands on a line of its own."""
    tree = parse("<p>Glazes (<a href='a.pdf'>slides</a>) Ana Berg</p>")
    reshape(tree)

    assert [node.tag for node in tree.walk() if node.tag == "br"] == ["br"]
