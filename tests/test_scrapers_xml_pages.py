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


def test_a_property_list_is_a_map_of_keys_with_the_values_behind_them() -> None:
    """Apple's property lists are the data they stand for."""
    talk = "<dict><key>title</key><string>{}</string><key>start</key><string>2027-03-08T{}:00</string>{}</dict>"
    talks = talk.format(
        "Tides", "09:00", "<key>speakers</key><array><string>Anna Berg</string><string>Thomas Dorn</string></array>"
    )
    talks += talk.format("Coffee", "10:00", "<key>public</key><true/>")

    assert read(f'<?xml version="1.0"?><plist version="1.0"><dict><key>talks</key><array>{talks}</array></dict></plist>') == [
        ("Tides", ["Anna Berg", "Thomas Dorn"]), ("Coffee", []),
    ]  # fmt: skip


def test_a_spreadsheet_in_xml_is_a_table() -> None:
    """Rows below a header are records; a cell that says its column leaves those before it empty."""
    cells = (
        ("Date", "Start", "Title", "Speaker"),
        ("2027-03-08", "9:00", "Tides", "Anna Berg"),
        ("2027-03-08", "9:30", "Silt"),
    )
    rows = "".join(f"<Row>{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in row)}</Row>" for row in cells)
    rows += (
        '<Row><Cell ss:Index="2"><Data>10:00</Data></Cell><Cell><Data>Cranes</Data></Cell><Cell><Data>Mary</Data></Cell></Row>'
    )
    space = 'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    book = f'<?xml version="1.0"?><Workbook {space}><Worksheet ss:Name="A"><Table>{rows}</Table></Worksheet></Workbook>'

    assert read(book) == [("Tides", ["Anna Berg"]), ("Silt", []), ("Cranes", ["Mary"])]


def test_fields_told_as_pairs_are_fields() -> None:
    """What a content store keeps as pairs of name and value belongs to the record around them, as does a typed text."""
    pair = "<meta><meta_key>{}</meta_key><meta_value>{}</meta_value></meta>"
    talk = (
        '<item><title type="text">{}</title>'
        + pair.format("start_time", "2027-03-08 {}")
        + pair.format("speaker", "{}")
        + "</item>"
    )
    talks = talk.format("Tides", "9:00", "Anna Berg") + talk.format("Silt", "9:30", "Thomas Dorn")

    assert read(f'<?xml version="1.0"?><rss><channel>{talks}</channel></rss>') == [
        ("Tides", ["Anna Berg"]),
        ("Silt", ["Thomas Dorn"]),
    ]


def test_who_publishes_all_entries_of_a_feed_speaks_in_none() -> None:
    """An author that every entry has is the house; a label in the text names who speaks."""
    entry = "<entry><title>{}</title><author><name>Team</name></author><start>2027-03-08T{}:00</start><text>{}</text></entry>"
    talks = (("Tides", "Anna Berg"), ("Silt", "Thomas Dorn"), ("Cranes", "Mary Cole"), ("Ropes", "Luc Martin"))
    told = "".join(entry.format(title, f"{at:02}:00", f"Speaker: {name}") for at, (title, name) in enumerate(talks, 9))

    assert read(f'<?xml version="1.0"?><feed>{told}</feed>') == [(title, [name]) for title, name in talks]
