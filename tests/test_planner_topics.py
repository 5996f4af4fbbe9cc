"""Whether two texts are about the same."""

from __future__ import annotations

from planner.topics import Texts, topics_of


def test_retention_and_churn_belong_together() -> None:
    """Different words of one topic meet, and the match says in which words."""
    match = Texts([]).match("retention", "How we reduced churn in a sleepy market")
    assert match is not None
    assert (match.topic, match.mine, match.theirs) == ("keeping customers", "retention", "churn")


def test_topics_meet_across_languages() -> None:
    """The taxonomy holds words of several languages."""
    assert topics_of("Kundenbindung im Mittelstand").keys() & topics_of("customer loyalty").keys()


def test_what_everybody_speaks_about_counts_for_less() -> None:
    """A topic of the whole event tells less than a rare one."""
    common = Texts(["ai in sales", "ai in care", "ai in law", "ai in food", "pricing for all"])
    often, seldom = common.match("ai", "ai in sales"), common.match("pricing", "pricing for all")
    assert often is not None
    assert seldom is not None
    assert often.strength < seldom.strength


def test_words_the_taxonomy_lacks_need_two_in_common() -> None:
    """One shared rare word is chance, two are a topic."""
    texts = Texts([])
    assert texts.match("orchard grafting", "Grafting an orchard in spring") is not None
    assert texts.match("orchard grafting", "My orchard") is None


def test_nothing_shared_is_no_match() -> None:
    """Unrelated texts give None."""
    assert Texts([]).match("pricing", "Nursing at night") is None
