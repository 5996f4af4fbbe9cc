"""Dream customers in the user's own words."""

from __future__ import annotations

import pytest

from planner.dream import kinds_of, place_fit, read_dream, role_fit
from planner.industries import industry_of
from planner.titles import read_title


def test_a_role_at_a_kind_of_company_is_understood() -> None:
    """Two roles at one kind of company give both functions and the kind."""
    dream = read_dream("CIO or innovation head of a hospital group")
    assert (dream.functions, dream.kinds, dream.company) == (("it", "strategy"), frozenset({"hospitals"}), None)


@pytest.mark.parametrize(
    ("phrase", "functions", "kind"),
    [
        ("Head of treasury at a manufacturer", ("finance",), "automotive"),
        ("hospital CIOs", ("it",), "hospitals"),
        ("retail marketing directors", ("marketing",), "retail"),
        ("CMOs of consumer brands that sponsor sport", ("marketing",), "food"),
        ("Leiter Einkauf bei einem Maschinenbauer", ("procurement",), "machinery"),
        ("Diretor de marketing de um banco", ("marketing",), "banking"),
        ("VP Sales at a software company with more than 500 employees", ("sales",), "software"),
        ("Responsável de sustentabilidade numa empresa alimentar", ("sustainability",), "food"),
        ("DRH d'un groupe hospitalier", ("hr",), "hospitals"),
        ("Kaufmännischer Leiter eines Stadtwerks", ("finance",), "utilities"),
        ("Responsable de compras de una bodega", ("procurement",), "food"),
        ("decision makers at wind farm operators", (), "renewables"),
    ],
)
def test_roles_and_kinds_are_read_in_several_shapes(phrase: str, functions: tuple[str, ...], kind: str) -> None:
    """With `at`, with `of`, glued together, and in other languages; relative clauses make no difference."""
    dream = read_dream(phrase)
    assert dream.functions == functions
    assert kind in dream.kinds


@pytest.mark.parametrize("phrase", ["Siemens", "Quellmark Payroll", "CFO at Siemens"])
def test_a_named_company_is_a_company(phrase: str) -> None:
    """Famous or not, a name is a name."""
    company = read_dream(phrase).company
    assert company
    assert phrase.endswith(company)


def test_a_kind_alone_asks_for_whoever_decides() -> None:
    """No role: chiefs fit best."""
    dream = read_dream("retail chains")
    assert dream.any_role
    assert role_fit(dream, read_title("CEO")) > role_fit(dream, read_title("Store clerk"))


def test_a_chief_is_the_chief_wished_for() -> None:
    """Who runs the company is the chief wished for, whether they own it or not."""
    dream = read_dream("Chief executive of a hotel group")
    assert role_fit(dream, read_title("Amministratore delegato")) == role_fit(dream, read_title("Founder and CEO")) == 1.0


def test_somebody_at_a_company_is_whoever_decides_there() -> None:
    """Words for anybody are no role, and the rest may be a name."""
    assert read_dream("someone at a bank").any_role
    assert read_dream("Ansprechpartner bei Quellmark Payroll").company == "Quellmark Payroll"


def test_what_follows_a_wide_kind_narrows_it_too() -> None:
    """In Romance languages the trade stands behind: a "marca de cosmética" is no supermarket."""
    assert kinds_of("marca de cosmética") == {"consumer"}


def test_an_employee_of_an_unknown_company_may_be_at_a_start_up() -> None:
    """Who founded it is likelier to be; a giant, or a firm of advisers, is none."""
    dream = read_dream("Chief People Officer at a scale-up")
    assert place_fit(dream, "Zorvex", industry_of("Zorvex")) is None
    assert place_fit(dream, "Zorvex", industry_of("Zorvex"), owner="founder") == 0.9
    assert place_fit(dream, "Siemens", industry_of("Siemens")) == 0.0
    assert place_fit(dream, "Marlow Tax Advisers", industry_of("Marlow Tax Advisers"), owner="founder") == 0.0


def test_a_role_alone_asks_for_any_company() -> None:
    """No kind: an association fits less than a company."""
    dream = read_dream("Heads of HR")
    assert dream.any_company
    firm, club = place_fit(dream, "Quellmark", industry_of("Quellmark")), place_fit(dream, "X", industry_of("Verband der Y"))
    assert firm is not None
    assert club is not None
    assert firm > club


def test_an_unknown_company_is_neither_fit_nor_unfit() -> None:
    """What the company does is not known: the place says so with None."""
    assert place_fit(read_dream("hospital CIOs"), "Zwolle & Drake", industry_of("Zwolle & Drake")) is None


def test_a_field_that_is_no_function_must_be_in_the_title() -> None:
    """Head of claims: another head at the insurer is not the one, the head of claims is."""
    dream = read_dream("Head of claims at an insurer")
    right, other = "Head of Claims", "Head of Marketing"
    assert role_fit(dream, read_title(right), right) == 1.0
    assert role_fit(dream, read_title(other), other) == 0.0


def test_giants_are_no_mid_size_companies() -> None:
    """Whoever wants mid-size companies gets less for a famous firm."""
    dream = read_dream("owner of a mid-size manufacturer")
    known, small = place_fit(dream, "Siemens", industry_of("Siemens")), place_fit(dream, "K", industry_of("K Maschinenbau"))
    assert known is not None
    assert small is not None
    assert known < small


def test_wide_words_mean_many_industries() -> None:
    """A manufacturer may make cars or machines; a bank is only a bank."""
    assert {"automotive", "machinery"} <= kinds_of("mid-size manufacturers")
    assert kinds_of("banks") == {"banking"}


def test_the_word_before_a_wide_kind_narrows_it() -> None:
    """Car manufacturers make cars, fashion brands fashion; a sponsor of sports is no sports club."""
    assert kinds_of("car manufacturers") == {"automotive"}
    assert kinds_of("fashion brands") == {"fashion"}
    assert "sports_clubs" not in kinds_of("sports sponsors")


@pytest.mark.parametrize(
    ("phrase", "functions", "kind"),
    [
        ("Inhaber eines Mittelständlers", ("general",), None),
        ("Geschäftsführer kommunaler Wohnungsunternehmen", ("general",), "real_estate"),
        ("Director de operaciones de una cadena hotelera", ("operations",), "travel"),
        ("Leiter Einkauf bei einer Reederei", ("procurement",), "logistics"),
        ("hospital software companies", (), "software"),
        ("municipal utilities", (), "utilities"),
        ("Head of product at a neobank", ("product",), "banking"),
        ("Director of a family foundation", (), "foundation"),
        ("Direttore food & beverage di un gruppo alberghiero", ("operations",), "travel"),
    ],
)
def test_the_head_of_a_phrase_decides_whatever_stands_before_it(
    phrase: str, functions: tuple[str, ...], kind: str | None
) -> None:
    """A noun after "a" is no company's name, an adjective narrows and does not replace, a plural Spanish craft is read."""
    dream = read_dream(phrase)
    assert dream.company is None
    assert dream.functions == functions
    assert kind is None or kind in dream.kinds


@pytest.mark.parametrize(
    ("wish", "functions", "kind"),
    [
        ("Director de operaciones de un ecommerce", ("operations",), "ecommerce"),
        ("Commercial director of a food producer that wants shelf data", ("sales",), "food"),
        ("Directeur d'un cabinet de conseil", (), "consulting"),
        ("Responsabile qualità di un'azienda farmaceutica", ("operations",), "pharma"),
        ("Logistiek manager bij een supermarktketen", ("supply",), "retail"),
    ],
)
def test_a_word_of_the_trade_may_be_one_of_a_job_too(wish: str, functions: tuple[str, ...], kind: str) -> None:
    """What follows "of a", or a role that says its field already, is the kind of company."""
    dream = read_dream(wish)
    assert dream.functions == functions
    assert kind in dream.kinds


def test_the_field_of_a_head_is_no_kind_of_company() -> None:
    """A head of e-commerce works in it, wherever that is."""
    assert read_dream("Head of e-commerce").kinds == frozenset()
