"""Forms of address prove a name in languages of the East, and handles beside names are passed over."""

from __future__ import annotations

import pytest

from scrapers._people.names import split_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("葦原田さん", ["葦原田"]),
        ("葦原田(@ashi_h)さん & ふなこし(@funa)さん", ["葦原田", "ふなこし"]),
        ("葦原田さん＆舟越さん", ["葦原田", "舟越"]),
        ("月見里千早(@tsuki)さん & Keita Okabe(@KeitaOkabe)さん", ["月見里千早", "Keita Okabe"]),
        ("古田 洋平 (ふるた ようへい) さん", ["古田 洋平"]),
        ("도민아 님, 류하준 님", ["도민아", "류하준"]),
        ("喻小桐 先生、甄大禾 女士", ["喻小桐", "甄大禾"]),
        ("คุณเมฆ และ คุณฟ้า", ["คุณเมฆ", "คุณฟ้า"]),
    ],
)
def test_a_form_of_address_proves_a_name(text: str, names: list[str]) -> None:
    """Whom a text calls san, nim, xiansheng or khun is somebody, though no list knows the name; each of several is one."""
    assert [person.name for person in split_people(text)] == names


@pytest.mark.parametrize("text", ["皆さん", "お客様", "学生さん", "คุณภาพ"])
def test_what_is_addressed_as_a_crowd_or_a_trade_is_nobody(text: str) -> None:
    """Everybody, customers, students and words that only begin like an address are no people."""
    assert split_people(text) == []
