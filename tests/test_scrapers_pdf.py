"""How a PDF becomes a page: words by their places, columns, cells, running heads, and programs that make no sense."""

from __future__ import annotations

import zlib

import pytest

from scrapers import AgendaError, read_document
from scrapers._document import Document
from scrapers._found import Found
from scrapers.pdf import read


def _pdf(*programs: str, extra: str = "") -> bytes:
    """A PDF whose pages, A4 upright, run these programs; /F1 is Helvetica, /F2 its bold."""
    fonts = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
    fonts += "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >>"
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(programs)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(programs)} >>".encode()]
    for number, program in enumerate(programs):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {extra} {fonts} /Contents {4 + 2 * number} 0 R >>"
        packed = zlib.compress(program.encode("cp1252"))
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
        objects += [page.encode(), head + packed + b"\nendstream"]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return body + f"{tail}startxref\n{len(body)}\n%%EOF\n".encode()


def _at(x: float, y: float, text: str, font: str = "F1", size: float = 11) -> str:
    """Text set at a place, counted from the lower left corner."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def _read(data: bytes) -> Found:
    return read(Document("programme.pdf", data), None)


def _told(data: bytes) -> list[tuple[str | None, str, list[str]]]:
    return [(s.start, s.title, [p.name for p in s.people]) for s in _read(data).sessions]


_DAY = _at(50, 800, "Tuesday, 4 May 2027", "F2", 16)


def test_words_are_read_by_where_they_stand_not_by_when_they_were_drawn() -> None:
    """A program that draws the last line first and each line from its end is read from the top, from the left."""
    one, two = "Oriane Beauvallet, Potter", "Teodor Vasilache, Chemist"
    words = [
        _at(50, 740, "9:00 - 9:45"), _at(150, 740, "Kilns of the lower valley", "F2"), _at(150, 726, one),
        _at(50, 700, "10:00 - 10:45"), _at(150, 700, "Glazes without lead", "F2"), _at(150, 686, two),
    ]  # fmt: skip

    assert _told(_pdf(_DAY + "".join(reversed(words)))) == [
        ("2027-05-04T09:00", "Kilns of the lower valley", ["Oriane Beauvallet"]),
        ("2027-05-04T10:00", "Glazes without lead", ["Teodor Vasilache"]),
    ]


def test_columns_with_clocks_of_their_own_are_read_one_after_the_other() -> None:
    """Two days side by side are two lists, though their lines stand on the same height."""
    left = [("9:00 Opening", 740), ("9:30 Clay from the river", 720), ("10:30 Coffee", 700), ("11:00 Wheels and backs", 680)]
    right = [("9:00 Firing at night", 740), ("10:00 Selling at fairs", 720), ("11:15 Packing", 700), ("12:00 Lunch", 680)]
    program = _at(50, 770, "Tuesday, 4 May 2027", "F2", 13) + _at(320, 770, "Wednesday, 5 May 2027", "F2", 13)
    program += "".join(_at(50, y, one) + _at(320, z, two) for (one, y), (two, z) in zip(left, right, strict=True))

    starts = [start for start, _, _ in _told(_pdf(program))]

    assert starts == [f"2027-05-04T{clock}" for clock in ("09:00", "09:30", "10:30", "11:00")] + [
        f"2027-05-05T{clock}" for clock in ("09:00", "10:00", "11:15", "12:00")
    ]


def test_a_clock_set_in_the_middle_of_its_row_has_the_whole_row() -> None:
    """Cells centred in their height begin above the clock that stands beside them."""
    program = _DAY
    slots = [
        ("9:00", "Kilns of the lower valley", "Oriane Beauvallet, Potter"),
        ("10:00", "Glazes without lead", "Teodor Vasilache, Chemist"),
        ("11:00", "Tiles for a harbour wall", "Marisela Quiroz, Mason"),
    ]
    for number, (clock, title, person) in enumerate(slots):
        y = 740 - 34 * number
        program += _at(50, y, clock) + _at(110, y + 6.5, title, "F2") + _at(110, y - 6.5, person)

    assert [(title, people) for _, title, people in _told(_pdf(program))] == [
        ("Kilns of the lower valley", ["Oriane Beauvallet"]),
        ("Glazes without lead", ["Teodor Vasilache"]),
        ("Tiles for a harbour wall", ["Marisela Quiroz"]),
    ]


def test_running_heads_and_page_numbers_belong_to_no_session() -> None:
    """What every page repeats at its edges, and the numbers of pages, are left out between a title and its speaker."""
    head = _at(200, 825, "Potters' Congress, second edition", size=8).replace("'", "\\222")
    one = head + _DAY + _at(50, 100, "9:00 Kilns of the lower valley", "F2") + _at(290, 20, "1 / 2", size=8)
    two = head + _at(50, 780, "Oriane Beauvallet, Potter") + _at(50, 740, "10:00 Glazes without lead", "F2")
    two += _at(50, 726, "Teodor Vasilache, Chemist") + _at(290, 20, "2 / 2", size=8)

    assert _told(_pdf(one, two)) == [
        ("2027-05-04T09:00", "Kilns of the lower valley", ["Oriane Beauvallet"]),
        ("2027-05-04T10:00", "Glazes without lead", ["Teodor Vasilache"]),
    ]


def test_a_word_divided_at_the_end_of_a_line_is_made_whole() -> None:
    """A title wrapped at a hyphen within a word reads as it was written."""
    wide = _at(50, 760, "This congress is for all who burn clay, wherever they may live and whatever they sell of it.")
    program = (
        _DAY + wide + _at(50, 720, "9:00") + _at(110, 720, "What the inspectors of the harbour found in the ware-", "F2", 15)
    )
    program += _at(110, 702, "houses of the potters", "F2", 15) + _at(50, 670, "10:00") + _at(110, 670, "Lunch", "F2", 15)

    titles = [title for _, title, _ in _told(_pdf(program))]

    assert titles == ["What the inspectors of the harbour found in the warehouses of the potters", "Lunch"]


def test_a_page_that_is_turned_is_read_as_it_is_shown() -> None:
    """Type set upwards on a sheet that viewers turn stands level."""
    lines = [("9:00 Kilns of the lower valley", 60), ("10:00 Glazes without lead", 80), ("11:00 Tiles for a harbour wall", 100)]
    program = "".join(f"BT /F1 11 Tf 0 1 -1 0 {x} 50 Tm ({text}) Tj ET\n" for text, x in lines)

    titles = [title for _, title, _ in _told(_pdf(program, extra="/Rotate 90"))]

    assert titles == ["Kilns of the lower valley", "Glazes without lead", "Tiles for a harbour wall"]


@pytest.mark.parametrize(
    "nonsense",
    [
        "1 0 0 cm\n/F9 11 Tf (lost) Tj\n(no font) Tj\n",
        "BT /F1 1e99 Tf 1 0 0 1 50 50 Tm (huge) Tj ET\n",
        "BT /F1 11 Tf 1e308 0 0 1e308 0 0 Tm 1e308 1e308 Td (far) Tj ET\n",
        "Q Q Q q q q\n/None Do\nBT () Tj [] TJ [(a) /b null] TJ ET\n",
        "0 0 m 1e6 1e6 l S -5 -5 1e7 1e7 re f\n",
    ],
)
def test_operators_that_make_no_sense_cost_only_themselves(nonsense: str) -> None:
    """The rest of the page is read, as viewers show it."""
    program = _DAY + _at(50, 740, "9:00 Kilns of the lower valley")
    program += "q\n" + nonsense + "Q\n" + _at(50, 700, "10:00 Glazes without lead")

    assert [title for _, title, _ in _told(_pdf(program))] == ["Kilns of the lower valley", "Glazes without lead"]


def test_a_form_that_draws_itself_ends() -> None:
    """A picture within itself is followed a few times, then the page is what it is."""
    data = _pdf(_DAY + _at(50, 740, "9:00 Kilns of the lower valley") + "/X Do\n" + _at(50, 700, "10:00 Glazes without lead"))
    held = data.replace(b"/Resources << /Font", b"/Resources << /XObject << /X 4 0 R >> /Font")

    assert len(_read(held).sessions) == 2


def test_a_pdf_without_words_is_said_to_hold_pictures() -> None:
    """A page of lines alone, like a scan, is no agenda."""
    with pytest.raises(AgendaError, match="only pictures"):
        read_document(Document("scan.pdf", _pdf("0 0 m 100 100 l S\n")))
