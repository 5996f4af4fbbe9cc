"""What stands on the cards of ten lists, read as the suggested person would read it."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from planner.plan import Plan, plan_meetings

CHOOSING = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "choosing.py"))
CASES, read_case = CHOOSING["CASES"], CHOOSING["read_case"]
NAMES = sorted(p.name for p in CASES.iterdir() if p.is_dir())


@cache
def plan_of(name: str) -> Plan:
    """The first ten of one list."""
    agenda, profile, _ = read_case(CASES / name)
    return plan_meetings(agenda, profile, drafts=False)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_on_a_card_is_a_blank_or_said_twice(name: str) -> None:
    """No sentence shows a placeholder or a missing value, and no card gives one reason or idea twice."""
    for suggestion in plan_of(name).suggestions:
        texts = [r.text for r in suggestion.reasons] + [g.text for g in suggestion.give_first] + list(suggestion.questions)
        assert len(set(texts)) == len(texts)
        assert not [t for t in texts if re.search(r"\bNone\b|[{}]|  |,,|“”", t)]


@pytest.mark.parametrize("name", NAMES)
def test_one_craft_is_one_reason(name: str) -> None:
    """Who shares my craft is not put forward a second time for having that same craft next to mine."""
    for suggestion in plan_of(name).suggestions:
        does = [r.text.partition(",")[0].removesuffix(" as you do") for r in suggestion.reasons
                if r.code in ("peer_other_industry", "peer_same_industry", "adjacent_function")]  # fmt: skip
        assert len(set(does)) == len(does)


@pytest.mark.parametrize("name", NAMES)
def test_partners_and_questions_vary_over_the_list(name: str) -> None:
    """Nobody is offered to half the list, and hardly any question is put to more than three of ten."""
    suggestions = plan_of(name).suggestions
    partners = Counter(g.person for s in suggestions for g in s.give_first if g.person)
    assert max(partners.values(), default=0) <= 4
    assert max(Counter(s.questions[1] for s in suggestions).values()) <= 4


@pytest.mark.parametrize("name", NAMES)
def test_only_companies_are_run_as_companies(name: str) -> None:
    """The head of an association, a ministry or a university leads an organisation."""
    agenda, profile, _ = read_case(CASES / name)
    for suggestion in plan_meetings(agenda, profile, top=0, drafts=False).suggestions:
        body = suggestion.industry in (
            "associations and chambers",
            "the public sector",
            "universities and schools",
            "charities",
        )
        if body:
            assert not [r for r in suggestion.reasons if r.text.startswith(("Runs a company", "Founded or owns"))]


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_brought_together_with_themselves_or_a_colleague(name: str) -> None:
    """A partner is another person at another company, named with what is known of them."""
    agenda, _, _ = read_case(CASES / name)
    by_id = {p.id: p for p in agenda.speakers}
    for suggestion in plan_of(name).suggestions:
        for idea in suggestion.give_first:
            if idea.person:
                other = by_id[idea.person]
                assert other.id != suggestion.speaker.id
                assert other.company != suggestion.speaker.company or not other.company
                assert other.name in idea.text


def test_the_order_agrees_with_a_reader_on_lists_nobody_tuned_to() -> None:
    """Over the lists kept for measuring nDCG@10 stays above 0.80, and nearly all of the first five are worth meeting."""
    figures = [CHOOSING["measure"](name)[:2] for name in CHOOSING["KEPT"]]
    assert sum(ndcg for ndcg, _ in figures) / len(figures) >= 0.80
    assert sum(five for _, five in figures) / len(figures) >= 0.87
