"""Who leads a block of the programme is somebody of the event."""

from __future__ import annotations

from slot_pages import TALKS, read, rows


def test_people_in_the_head_of_a_block_count_behind_their_label() -> None:
    """Above the table of a session stand its chairs and panellists, below a label each; a committee is none of them."""
    table = "<table>{}</table>".format(rows("<tr><td>{0}</td><td>{1}<br>{2}</td></tr>"))
    late = "<table>{}</table>".format(
        rows(
            "<tr><td>{0}</td><td>{1}<br>{2}</td></tr>",
            [
                ("14:00", "Soup for two hundred", "Tomas Lind"),
                ("14:30", "Bread in a gale", "Olga Petrova"),
                ("15:00", "Salt and what it costs", "Hugo Brandt"),
            ],
        )
    )
    chairs = "<p>Co-Chairs:<br>Professor Anna Muster – Dr Boris Beispiel</p><p>Organising committee:<br>Dr Carla Prova</p>"

    agenda = read(f"{table}<h3>Session 2</h3><h3>Cooking at sea</h3>{chairs}{late}")

    names = {person.name for person in agenda.speakers}
    assert {"Anna Muster", "Boris Beispiel"} <= {name.removeprefix("Professor ").removeprefix("Dr ") for name in names}
    assert {who for _, _, who in TALKS} <= names
    assert not any("Prova" in name for name in names)
