"""What companies do, and what is not known of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from planner.industries import industries, industry_of, read_kind


def key_of(company: str | None, *texts: str, **answers: str) -> str | None:
    """The key of the industry found, None when unknown."""
    industry = industry_of(company, texts, answers={k.replace("_", " "): v for k, v in answers.items()}).industry
    return industry.key if industry else None


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Siemens Healthineers AG", "medical_devices"),
        ("Deutsche Bank", "banking"),
        ("The Home Depot", "retail"),
        ("Salesforce.com", "marketing_software"),
        ("L'Oréal", "consumer"),
        ("Waze (Google)", "internet"),
    ],
)
def test_well_known_firms_are_known(company: str, expected: str) -> None:
    """Legal forms, accents, articles and web endings make no difference."""
    found = industry_of(company)
    assert (found.industry and found.industry.key, found.evidence) == (expected, "known")


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Fjellhaug Insurance", "insurance"),
        ("Kreissparkasse Lindental", "banking"),
        ("Universitätsklinikum Lindental", "hospitals"),
        ("Seguros del Valle", "insurance"),
        ("Bundesverband der Pressmeister", "association"),
        ("Kaltwerk Maschinenbau GmbH & Co. KG", "machinery"),
        ("Ministério do Sossego", "public"),
        ("Hotel Zur Linde", "travel"),
        ("Clube Atlético Serrano", "sports_clubs"),
        ("Tarn Ventures", "venture_capital"),
        ("青空大学", "education"),
    ],
)
def test_words_in_names_tell_and_say_so(company: str, expected: str) -> None:
    """A telling word in a name decides, in many languages, and the evidence says that it was the name."""
    found = industry_of(company)
    assert (found.industry and found.industry.key, found.evidence) == (expected, "name")


def test_the_sort_of_body_beats_its_subject() -> None:
    """A university hospital heals, a bank association is an association, a ministry of health governs."""
    assert key_of("Association of Savings Banks") == "association"
    assert key_of("Ministry of Health") == "public"
    assert key_of("Siemens Stiftung") == "foundation"


@pytest.mark.parametrize("company", ["Zwolle & Drake", "Quellmark", "Freelance", "", None])
def test_unknown_stays_unknown(company: str | None) -> None:
    """A name that says nothing gives nothing, never a guess."""
    found = industry_of(company)
    assert (found.industry, found.label, found.evidence, found.known) == (None, None, None, False)


def test_a_firm_named_like_an_ordinary_word_matches_only_whole() -> None:
    """`Orange` is the operator, `Orange Grove Tours` is not."""
    assert key_of("Orange") == "telecom"
    assert key_of("Orange Grove") is None


def test_a_text_counts_where_it_says_what_the_company_is() -> None:
    """A biography that calls the company a leading insurer is evidence; a mention of insurers elsewhere is not."""
    assert key_of("Quellmark", "Runa leads sales at Quellmark, a leading insurer in the north.") == "insurance"
    assert key_of("Quellmark", "Runa is at Quellmark. Before, she sold software to a leading insurer.") is None
    assert industry_of("Quellmark", ["At Quellmark, one of the big hospital groups, ..."]).evidence == "text"


def test_what_the_user_says_wins() -> None:
    """An answer beats table and name; words that the tables do not hold are kept as they are."""
    assert key_of("Fjellhaug Insurance", Fjellhaug_Insurance="machine builder") == "machinery"
    told = industry_of("Zwolle & Drake", answers={"Zwolle & Drake GmbH": "beekeeping"})
    assert (told.industry, told.label, told.evidence) == (None, "beekeeping", "told")


@pytest.mark.parametrize(
    ("phrase", "trades"),
    [
        ("retail banking", ["banking"]),
        ("other retail banks", ["banking"]),
        ("HR software", ["hr_software"]),
        ("software for hospitals", ["software"]),
        ("a consultancy for banks", ["consulting"]),
        ("insurance or banking", ["insurance", "banking"]),
        ("Maschinenbau", ["machinery"]),
        ("beekeeping", []),
    ],
)
def test_the_head_noun_of_a_phrase_decides(phrase: str, trades: list[str]) -> None:
    """Retail banking is banking and software for hospitals is software."""
    assert [industry.key for industry in read_kind(phrase).industries] == trades


def test_what_serves_whom_is_kept() -> None:
    """The market of a trade is read beside it."""
    assert [industry.key for industry in read_kind("software for hospitals").markets] == ["hospitals"]


def test_the_tables_are_sound() -> None:
    """Every industry has the words a sentence needs."""
    for industry in industries().values():
        assert industry.firm.startswith(("a ", "an "))
        assert industry.label
        assert industry.kind in {"company", "fund", "association", "public", "academic", "press"}


def test_what_follows_a_famous_name_may_tell_the_trade() -> None:
    """A supermarket's bank is a bank by its name; a short name with a country or "Group" is the firm itself."""
    bank = industry_of("Tesco Bank")
    assert bank.label == "banking"
    assert bank.evidence == "name"
    assert bank.among({"retail"}) is not None
    assert industry_of("Rewe Group").label == "retail"
    assert industry_of("EWE Bakery").evidence != "known"


def test_a_firm_may_be_in_several_trades() -> None:
    """A chain that makes the fashion it sells is fashion and retail."""
    zara = industry_of("Zara")
    assert {"fashion", "retail"} <= {i.key for i in (zara.industry, *zara.others) if i}


def test_health_in_a_name_leaves_the_trade_open() -> None:
    """The word “health” may mean a hospital, an insurer's service or an app: said as healthcare, and near each of them."""
    business = industry_of("Brightside Health")
    assert business.industry is not None
    assert business.industry.vague
    assert key_of("Seniorenzentrum Am Park") == "care"
    assert key_of("Hospital Universitario San Telmo") == "hospitals"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("She runs claims at the insurer Vellmar in Ghent.", "insurance"),
        ("Er leitet den Einkauf beim Versicherer Vellmar.", "insurance"),
        ("Before, he sold for the fintech startup Vellmar.", "payments"),
        ("He bought insurance for Vellmar.", None),
        ("She left the bank. Vellmar was next.", None),
    ],
)
def test_a_text_may_name_the_trade_before_the_company(text: str, key: str | None) -> None:
    """Words such as “the insurer Acme” tell what Acme is; other words before the name do not."""
    industry = industry_of("Vellmar", [text]).industry
    assert (industry.key if industry else None) == key


@pytest.mark.parametrize("name", ["Turbine", "The Foundry", "Opera"])
def test_a_name_of_one_plain_word_is_a_brand(name: str) -> None:
    """What a brand means as a word is no guess at what the company does."""
    assert not industry_of(name).known


@pytest.mark.parametrize(("name", "right", "wrong"), [("names", 0.93, 0.03), ("more_names", 0.9, 0.04)])
def test_names_say_the_trade_or_nothing(name: str, right: float, wrong: float) -> None:
    """Invented names in many languages: most say their trade, and hardly any is taken for another's."""
    with (Path(__file__).parent / "data" / "companies" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found = [(i.key if (i := industry_of(row["name"]).industry) else "", row["industry"]) for row in rows]
    assert sum(key == meant for key, meant in found) / len(rows) >= right
    assert sum(bool(key) and key != meant for key, meant in found) / len(rows) <= wrong


def test_a_told_firm_stays_as_well_known_as_it_is() -> None:
    """What the user says of a firm in the table changes its trade, not that everybody knows it; an unknown one stays young."""
    assert industry_of("Siemens", answers={"Siemens": "software"}).famous
    assert not industry_of("Vellmar", answers={"Vellmar": "software"}).famous
