"""Names that no list holds are known on a page by their places and their peers."""

from __future__ import annotations

from scrapers._document import Document
from scrapers._html.lines import lines_of_page
from scrapers._language.called import Called, calling
from scrapers._language.namelike import looks_like_name
from scrapers._parts.peers import proven_names
from scrapers._people.pieces import known_given

TITLES = ("Why cranes fail", "Ships without crews", "What a harbour costs", "Paint that lasts", "Ropes under load")
NAMES = ("Omar Haddal", "Elena Markov", "Ana Berg", "Zanelu Okhwene", "Tserika Vundla")


def proven_on(body: str) -> Called:
    """The names that the places of a page prove."""
    return proven_names(lines_of_page(Document("page.html", body.encode(), "text/html").tree).pieces, [])


def test_a_label_proves_a_name_that_nobody_knows() -> None:
    """Behind "Speaker:" stands a person; the same words as a line of their own may be anything."""
    assert "tserika vundla" in proven_on("<p>9:00 Why cranes fail</p><p>Speaker: Tserika Vundla</p>").names
    assert "tserika vundla" not in proven_on("<p>9:00 Why cranes fail</p><p>Tserika Vundla</p>").names


def test_peers_behind_a_dash_prove_each_other() -> None:
    """Where lines of one format end in names behind a dash, one in no list is a name too; a title before it is none."""
    proven = proven_on("".join(f"<p>{t} – {n}</p>" for t, n in zip(TITLES, NAMES, strict=True)))

    assert {"zanelu", "tserika"} <= proven.given
    assert not proven.names & {t.lower() for t in TITLES}


def test_a_list_with_and_before_the_last_proves_the_odd_one() -> None:
    """Authors of one paper are people one and all; a company between commas behind a name is not proven by it."""
    proven = proven_on(
        "<p>Artek Agev, Ana Berg, Omar Haddal and Elena Markov</p><p>Ana Berg, Tserika Vundla and Omar Haddal</p>"
    )
    assert {"artek agev", "tserika vundla"} <= proven.names
    assert "corva lanti" not in proven_on("<p>Ana Berg, Corva Lanti, Pivot Row</p>").names


def test_a_surname_is_no_common_word_without_its_accents() -> None:
    """So "Bašić" is not "basic", nor "Topić" a topic."""
    assert "mila topic" in proven_on("<p>Speaker: Mila Topić</p><p>Speaker: Ana Berg</p>").names
    assert "mila topic" not in proven_on("<p>Speaker: Mila Topic</p><p>Speaker: Ana Berg</p>").names


def test_a_body_beside_a_name_is_no_name() -> None:
    """What brackets behind a name hold is where somebody works, and who hosts beside a company may be a company."""
    proven = proven_on(
        "<p>Speakers: Ana Berg (Corva Lanti), Tom Lindqvist (Merle Tasko)</p><p>Hosted by Acme Ltd and Pivot Row</p>"
    )

    assert not proven.names & {"corva lanti", "merle tasko", "pivot row"}


def test_names_of_a_page_are_forgotten_behind_it() -> None:
    """What one page proves says nothing of the next."""
    before = known_given("Tserika Vundla"), looks_like_name("Chika Bankole")
    with calling(Called(frozenset({"chika bankole"}), frozenset({"tserika"}))):
        assert known_given("Tserika Vundla") == 1.0
        assert looks_like_name("Chika Bankole") >= 0.7

    assert (known_given("Tserika Vundla"), looks_like_name("Chika Bankole")) == before
    assert before[0] < 1.0
    assert before[1] < 0.5
