"""Lines that only say where something is."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document


def test_a_line_that_says_where_below_a_title_is_the_room() -> None:
    """It begins small with "im" or its like and names a kind of room; other words that go on small belong to the title."""
    rows = {
        "9.00 Uhr": "Sitzung des Vorstands<br>im Haus am See, Konferenzraum 9",
        "10.00 Uhr": "Wie Brunnen altern<br>im Lauf der Zeit",
        "11.00 Uhr": "Wasser für die Stadt<br>im Großen Saal",
    }
    cells = "".join(f"<tr><td>{time}</td><td>{text}</td></tr>" for time, text in rows.items())
    page = f"<!doctype html><html><body><h1>Tag der Brunnen</h1><table>{cells}</table></body></html>"
    found = any_page.read(Document("page.html", page.encode()), None)

    assert [(s.title, s.room) for s in found.sessions] == [
        ("Sitzung des Vorstands", "im Haus am See, Konferenzraum 9"),
        ("Wie Brunnen altern im Lauf der Zeit", None),
        ("Wasser für die Stadt", "im Großen Saal"),
    ]
