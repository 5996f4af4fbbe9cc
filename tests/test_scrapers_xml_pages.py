"""Texts marked up in XML, read as the pages they stand for."""

from __future__ import annotations

from scrapers import any_xml
from scrapers._document import Document

TEI = """<?xml version="1.0" encoding="utf-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Quays and tides</title>
<author xml:id="x1">Anna Berg</author><author>Thomas Dorn</author></titleStmt></fileDesc></teiHeader>
<text><body><div><head>8 March 2027</head><list>
<label>9:30-10:30</label>
<item resp="#x1">Reading the shore (<ref target="a.pdf">PDF</ref>, <ref target="a.xml">source</ref>)</item>
<label>10:30-11:00</label><item>Coffee</item>
<label>11:00-12:30</label><item resp="#TD">Counting waves by ear</item>
<label>14:00-15:00</label><item resp="#TD #x1">Practice on the pier</item>
<label>15:00-16:00</label><item resp="#QQ">Walk along the wall</item>
</list></div></body></text></TEI>"""

OPML = """<opml version="2.0"><head><title>Quays and tides</title></head><body><outline text="8 March 2027">
<outline text="9:30 – 10:30 Reading the shore" _note="Anna Berg, Director, Kelp AG"/>
<outline text="10:30 – 11:00 Coffee"/>
<outline text="11:00 – 12:30 Counting waves by ear" _note="Thomas Dorn, Torp Ltd"/>
</outline></body></opml>"""


def read(markup: str) -> list[tuple[str, list[str]]]:
    """Titles with names, as the reader of XML finds them."""
    document = Document("programme.xml", markup.encode())
    assert any_xml.recognises(document)
    return [(s.title, [p.name for p in s.people]) for s in any_xml.read(document, None).sessions]


def test_a_pointer_names_who_bears_its_id_or_its_initials() -> None:
    """Who "resp" points to speaks: the author with that id, or the only one with these initials; nobody where none has."""
    assert read(TEI) == [
        ("Reading the shore", ["Anna Berg"]), ("Coffee", []), ("Counting waves by ear", ["Thomas Dorn"]),
        ("Practice on the pier", ["Thomas Dorn", "Anna Berg"]), ("Walk along the wall", []),
    ]  # fmt: skip


def test_the_lines_of_an_outline_are_those_of_a_page() -> None:
    """What an outline says in attributes is printed, notes below their line."""
    assert read(OPML) == [("Reading the shore", ["Anna Berg"]), ("Coffee", []), ("Counting waves by ear", ["Thomas Dorn"])]
