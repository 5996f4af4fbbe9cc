"""Where to meet, in few words and in the language of the note."""

from __future__ import annotations

import pytest

from planner.agenda import Session
from planner.places import say_after, say_during, translate_place

LUNCH = Session("s", "Lunch", room="Foyer, ground floor", kind="break")


@pytest.mark.parametrize(
    ("place", "german"),
    [
        ("outside Hall 2", "am Eingang „Hall 2“"),
        (say_after(Session("s", "Growth, or not")), "gleich nach „Growth, or not“"),
        (say_during(LUNCH), "während „Lunch“, Foyer, ground floor"),
        ("day 2, before the first session", "Tag 2, vor dem ersten Programmpunkt"),
        ("day 2, outside Hall 2", "Tag 2, am Eingang „Hall 2“"),
        ("the bar on the corner", "the bar on the corner"),
        ("day 3, the bar", "Tag 3, the bar"),
        (None, None),
    ],
)
def test_a_place_is_said_in_the_language_of_the_note(place: str | None, german: str | None) -> None:
    """Our own phrases are translated, names and the user's words are not."""
    assert translate_place(place, "de") == german


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt"])
def test_every_phrase_has_its_like_in_every_language(language: str) -> None:
    """No phrase of ours stays English."""
    phrases = ["outside X", "right after “X”", "during “X”", "before the first session", "after the last session",
               "between the sessions", "day 2, outside X"]  # fmt: skip
    assert all(translate_place(phrase, language) != phrase for phrase in phrases)
    assert all(translate_place(phrase, "en") == phrase for phrase in phrases)
    assert translate_place("outside X", "xx") == "outside X"
