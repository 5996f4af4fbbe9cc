"""Lines that name people behind their learned titles."""

from __future__ import annotations

import pytest

from scrapers._bylines.bylines import part_bylines


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Wie Brunnen altern Prof. Dr. Eva Lund, Uni Tarnheim", ("Wie Brunnen altern", "Prof. Dr. Eva Lund, Uni Tarnheim")),
        ("Begrüßung Dr. Eva Lund", ("Begrüßung", "Dr. Eva Lund")),
        ("Doors and windows Dr. Ann Archer (Keele University)", ("Doors and windows", "Dr. Ann Archer (Keele University)")),
        ("Laudatio auf Prof. Dr. Eva Lund", None),
        ("In memoriam Prof. Dr. Eva Lund", None),
    ],
)  # fmt: skip
def test_a_learned_title_begins_the_people_of_a_line(line: str, cut: tuple[str, str] | None) -> None:
    """It needs no mark before it, where the word before does not lead to somebody who is only spoken of."""
    (found,) = part_bylines([line])

    assert (found and found[:2]) == cut
