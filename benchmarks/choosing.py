"""How well the order of suggestions agrees with a reader's grades on the lists in `tests/data/choosing`.

Run as `python -m benchmarks.choosing [-v] [CASE ...]`. nDCG@10 with gains 2^grade - 1, as in the shared score, and the share of
the first five who are graded 2 or more. The `KEPT` lists are for measuring only: nobody looks at their order when rules change.
With `--answered` it says how far the user's answers to "what do these companies do?" lift the order when the table of firms
holds all it holds, half of that, or nothing: before, with the ten companies answered that are asked for, with all.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Mapping
from math import log2
from pathlib import Path
from statistics import fmean

from planner import industries
from planner.agenda import Agenda, Session, Speaker
from planner.candidates import read_candidates
from planner.plan import Plan, plan_meetings
from planner.profile import Profile, read_profile

CASES = Path(__file__).resolve().parents[1] / "tests" / "data" / "choosing"
KEPT = ("fundraiser", "grocery", "harvest", "implants", "pallets", "retreats", "startups", "utility", "workshop")


def read_case(folder: Path) -> tuple[Agenda, Profile, dict[str, float]]:
    """The list as an agenda, who goes there, and the grades by name."""
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    people = tuple(Speaker(f"p{i}", r["name"], r["title"] or None, r["company"] or None) for i, r in enumerate(rows))
    talks: dict[str, list[str]] = defaultdict(list)
    for person, row in zip(people, rows, strict=True):
        if row["session"]:
            talks[row["session"]].append(person.id)
    sessions = tuple(Session(f"s{i}", title, speakers=tuple(ids)) for i, (title, ids) in enumerate(talks.items()))
    profile = read_profile((folder / "profile.toml").read_text(encoding="utf-8"))
    return Agenda(folder.name, "csv", sessions=sessions, speakers=people), profile, {r["name"]: float(r["grade"]) for r in rows}


def gain(grades: list[float], places: int) -> float:
    """Discounted cumulative gain of the first places."""
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:places]))


def score_order(order: list[str], grades: dict[str, float]) -> tuple[float, float]:
    """nDCG@10 and precision@5 of an order of names."""
    ideal = gain(sorted(grades.values(), reverse=True), 10)
    return gain([grades[n] for n in order], 10) / ideal, sum(grades[n] >= 2 for n in order[:5]) / 5


def measure(name: str, answers: Mapping[str, str] | None = None) -> tuple[float, float, Plan, dict[str, float]]:
    """The two figures of one list, with the plan and the grades; `answers` are what the user said companies do."""
    agenda, profile, grades = read_case(CASES / name)
    plan = plan_meetings(agenda, profile, answers=answers, top=0, drafts=False)
    return *score_order([s.speaker.name for s in plan.suggestions], grades), plan, grades


def read_answers(names: list[str]) -> dict[str, str]:
    """What every company of the lists does: by `answers.csv`, else by the table of firms."""
    with (CASES / "answers.csv").open(encoding="utf-8", newline="") as file:
        told = {row["company"]: row["industry"] for row in csv.DictReader(file, delimiter=";")}
    for name in names:
        for person in read_candidates(read_case(CASES / name)[0]):
            if person.business.famous and person.business.label:
                told[person.speaker.company or ""] = person.business.label
    return told


def measure_answers(names: list[str]) -> None:
    """Print the mean nDCG@10 before and after answering, with more and less of the table of firms."""
    told, firms = read_answers(names), industries._firms()
    for share in (1.0, 0.5, 0.0):
        chance = random.Random(3)  # noqa: S311
        kept = {words: firm for words, firm in firms.items() if chance.random() < share}
        industries._firms = lambda kept=kept: kept  # type: ignore[assignment]
        industries._looked_up.cache_clear()
        found = []
        for name in names:
            before, _, plan, _ = measure(name)
            asked = {q.company: told[q.company] for q in plan.unknown_companies if q.company in told}
            found.append((before, measure(name, asked)[0], measure(name, told)[0]))
        means = [f"{fmean(column):.3f}" for column in zip(*found, strict=True)]
        print(f"{share:>4.0%} of the firms known: nDCG@10 {means[0]}, ten answered {means[1]}, all answered {means[2]}")


def main() -> None:
    """Print the figures; with -v also the first twelve and who was left out."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", nargs="*", default=sorted(p.name for p in CASES.iterdir() if p.is_dir()))
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--answered", action="store_true")
    options = parser.parse_args()
    if options.answered:
        measure_answers(options.cases)
        return
    found: dict[bool, list[tuple[float, float]]] = defaultdict(list)
    for name in options.cases:
        ndcg, precision, plan, grades = measure(name)
        found[name in KEPT].append((ndcg, precision))
        if name in KEPT:
            continue
        print(f"{name:<12} nDCG@10 {ndcg:.3f}  P@5 {precision:.2f}")
        for s in plan.suggestions[:12] if options.verbose else ():
            why = "; ".join(r.text for r in s.reasons[:2])
            print(f"   {grades[s.speaker.name]:.1f} {s.score:.2f} {s.speaker.title}, {s.speaker.company}: {why}")
        for s in plan.suggestions[12:] if options.verbose else ():
            if grades[s.speaker.name] >= 2.3:
                print(f"  -{grades[s.speaker.name]:.1f} {s.score:.2f} {s.speaker.title}, {s.speaker.company}: {s.reasons[:1]}")
        for out in plan.left_out if options.verbose else ():
            print(f"   out {grades[out.speaker.name]:.1f} {out.speaker.title}, {out.speaker.company}: {out.text}")
    for kept, figures in found.items():
        label = "kept for measuring" if kept else "looked at"
        print(f"{label:<20} {len(figures)} lists: nDCG@10 {fmean(f[0] for f in figures):.3f}", end="  ")
        print(f"P@5 {fmean(f[1] for f in figures):.2f}")


if __name__ == "__main__":
    main()
