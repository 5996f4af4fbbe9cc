"""How long it takes to rank 1,000 people of an event, and to make the whole plan for them.

Run as `python -m benchmarks.ranking`. The bound is one second of processor time for ranking; beyond it the exit status
is 1. Tables are loaded first, as they stay in memory; what was understood of earlier titles and companies is forgotten
before every run.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from time import process_time

from planner import dream, industries, titles, topics
from planner.agenda import Agenda, Session, Speaker
from planner.candidates import read_candidates, read_me
from planner.plan import plan_meetings
from planner.profile import Profile
from planner.ranking import make_scene, rank_people

BOUND = 1.0  # seconds
ROLES = "Head of|VP|Director of|Chief|Senior|Junior|Leiter|Directrice".split("|")
FIELDS = "Sales|Marketing|Operations|IT|Data Science|HR|Finance|Legal|Product Management|Customer Success|Einkauf".split("|")
TRADES = "Insurance|Bank|Maschinenbau|Klinik|Pharma|Energy|Logistics|Hotels|Foods|Consulting|Brenn|Osk|Tarn|Well".split("|")
TOPICS = "churn|pricing|ai agents|supply chains|onboarding|sponsorship|cyber threats|hospital care|brand|recruiting".split("|")
ME = Profile(
    "Ines Falk", "VP Sales", "Tarn People Software", "HR software",
    ("what we learnt about reducing churn", "introductions to two HR directors", "a checklist for onboarding"),
    ("sales coaching", "pricing", "referrals"),
    ("Head of HR at a hospital group", "CHRO of a manufacturer", "CIO of an insurer"),
    ("account executive",), ("recruitment agencies",),
)  # fmt: skip


def make_agenda(people: int) -> Agenda:
    """An invented event: three sessions for every five people, abstracts of 80 words."""
    chance = random.Random(11)  # noqa: S311
    speakers = tuple(
        Speaker(
            f"p{i}", f"Given{i} Family{i}", f"{chance.choice(ROLES)} {chance.choice(FIELDS)} {i % 97}",
            f"Haus{i} {chance.choice(TRADES)}", bio=" ".join(chance.choices(TOPICS, k=20)),
        )
        for i in range(people)
    )  # fmt: skip
    sessions = tuple(
        Session(
            f"s{i}", f"{chance.choice(TOPICS)} and {chance.choice(TOPICS)}", f"2027-05-{10 + i % 3}T{9 + i % 8:02}:00:00",
            f"2027-05-{10 + i % 3}T{9 + i % 8:02}:45:00", f"Room {i % 20}", abstract=" ".join(chance.choices(TOPICS, k=40)),
            speakers=tuple(f"p{j}" for j in chance.sample(range(people), 2)),
        )
        for i in range(people * 3 // 5)
    )  # fmt: skip
    return Agenda("benchmark", "file", sessions=sessions, speakers=speakers)


def forget() -> None:
    """Empty what was remembered of single titles, companies, phrases and texts; the tables stay."""
    for remembered in (
        titles.functions_of, titles.level_of, titles.read_title, titles.field_of, industries.company_words,
        industries._looked_up, topics.topics_of, topics._stems, dream.read_dream,
    ):  # fmt: skip
        remembered.cache_clear()


def rank_all(agenda: Agenda) -> None:
    """Read everybody and put them in order, with all reasons."""
    me, field = read_me(ME), read_candidates(agenda)
    rank_people(field, make_scene(agenda, field, me))


def measure(work: Callable[[Agenda], object], *, cold: bool, people: int = 1000) -> float:
    """Seconds of processor time for the best of three runs; `cold` forgets before each what was understood of single people."""
    agenda, found = make_agenda(people), []
    plan_meetings(make_agenda(5), ME)
    for _ in range(3):
        if cold:
            forget()
        begin = process_time()
        work(agenda)
        found.append(process_time() - begin)
    return min(found)


if __name__ == "__main__":
    seconds = measure(rank_all, cold=True)
    within = seconds < BOUND
    print(
        f"rank 1,000 people never seen before: {seconds:.2f} s, {'within' if within else 'beyond'} the bound of {BOUND:.0f} s"
    )
    print(f"rank them again, as after moving a slider: {measure(rank_all, cold=False):.2f} s")
    print(f"plan of 10 with notes and slots: {measure(lambda a: plan_meetings(a, ME), cold=True):.2f} s")
    print(f"plan of all, without: {measure(lambda a: plan_meetings(a, ME, top=0, drafts=False), cold=True):.2f} s")
    sys.exit(0 if within else 1)
