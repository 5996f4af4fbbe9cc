"""Job and company are told apart by weights learnt from pages where no rule tells them apart."""

from __future__ import annotations

import time

import pytest

from scrapers._people.affiliation import split_affiliation
from scrapers._people.cut_signs import cut_weights, signs_of, worth_of
from scrapers._people.cuts import Cut, cuts_of


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Nhà sáng lập Bến Mơ", "Nhà sáng lập", "Bến Mơ"),
        ("pagesa, Celler Les Oliveres", "pagesa", "Celler Les Oliveres"),
        ("Viceprimar, Primăria Valea Albă", "Viceprimar", "Primăria Valea Albă"),
        ("HR at Quillfeather", "HR", "Quillfeather"),
        ("prezeska firmy Brzask", "prezeska", "Brzask"),
        ("Program Owner, Expertise Lark", "Program Owner", "Expertise Lark"),
        ("LODESTARN, CEO and Chairman of the Board", "CEO and Chairman of the Board", "LODESTARN"),
        ("byrådsleder for Fjordvik kommune", "byrådsleder", "Fjordvik kommune"),
    ],
)
def test_what_no_rule_cuts_is_cut_as_pages_taught(text: str, title: str, company: str) -> None:
    """Jobs and companies of words that no list holds are told apart by how such texts are written."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize("text", ["Marlow & Grey", "Brightwell Institute, Tarn", "Salzwerke Nordhaven", "灯塔图书馆"])
def test_a_company_alone_stays_whole(text: str) -> None:
    """The weights cut only where a cut is much likelier than the whole."""
    assert split_affiliation(text) == (None, text)


def test_the_ways_to_cut_hold_both_orders_and_what_is_left_out() -> None:
    """A mark may part a job from a company or a company from a job; what stands behind a further one may be left out."""
    cuts = cuts_of("Keeper, Tarn Museum, Oslo")
    assert {
        Cut("Keeper", "Tarn Museum, Oslo", "comma"),
        Cut("Keeper", "Tarn Museum", "comma", ", Oslo"),
        Cut("Tarn Museum", "Keeper", "comma", ", Oslo", company_first=True),
    } <= set(cuts)


def test_nothing_is_cut_within_brackets_or_before_a_legal_form() -> None:
    """Brackets such as "(Bridges, Tunnels)" and names such as "Tarn, Inc." stay in one piece."""
    cuts = cuts_of("Lead (Bridges, Tunnels), Tarn, Inc.")
    assert not any(cut.job == "Lead (Bridges" or cut.company in ("Inc.", "Inc") for cut in cuts)


def test_a_cut_is_worth_what_its_signs_are() -> None:
    """What is remembered of parts that cuts share adds up to the same as all signs of a cut."""
    weights = cut_weights()
    for cut in cuts_of("Keeper of Maps, Tarn Museum, Oslo"):
        assert worth_of(cut) == pytest.approx(sum(weights.get(name, 0.0) * value for name, value in signs_of(cut)))


def test_long_texts_cost_no_more_than_a_line_of_a_page() -> None:
    """Only the beginning of a text is looked at, and only so many places of it."""
    begin = time.process_time()
    cuts = cuts_of("Keeper, of, the, Tarn (and) " * 20_000)
    assert len(cuts) < 500
    assert time.process_time() - begin < 1
