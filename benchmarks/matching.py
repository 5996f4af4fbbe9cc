"""How long it takes to find 1,000 speakers among 30,000 contacts, beside a bare rapidfuzz `cdist` of the same names.

Run as `python -m benchmarks.matching`. The bound is 1.5 times the bare comparison, best of five each, in one run;
beyond it the exit status is 1.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from time import process_time

import numpy as np
from rapidfuzz import fuzz, process

from planner.agenda import Speaker
from planner.matching import find_known, find_warm_paths
from planner.people import Person

BOUND = 1.5  # times the bare comparison
GIVEN = (
    "Ana Bo Chiara Dmitri Élodie Farid Greta Hiro Ines Jonas Katja Liam Mei Nadia Oskar Priya Quentin Rosa Søren Tove".split()
)
SYLLABLES = "al bran cas du eri fi gri had iver jan ko lar mo no sen ski ez berg mann ini ova aux".split()


def make_people(chance: random.Random, count: int) -> list[tuple[str, str]]:
    """Invented names and companies, spread about as real ones are."""
    return [
        (
            f"{chance.choice(GIVEN)} {''.join(chance.choices(SYLLABLES, k=3)).title()}",
            f"{''.join(chance.choices(SYLLABLES, k=2)).title()} {chance.choice(['AG', 'Inc.', 'Ltd', 'SA', 'Group'])}",
        )
        for _ in range(count)
    ]


def best_of(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in seconds."""
    found = []
    for _ in range(times):
        begin = process_time()
        work()
        found.append(process_time() - begin)
    return min(found)


def measure() -> tuple[float, float, int]:
    """Seconds for matching, seconds for the bare comparison, and how many matches were found."""
    chance = random.Random(7)  # noqa: S311
    rows = make_people(chance, 30_000)
    picked = [*chance.sample(rows, 300), *make_people(chance, 700)]
    contacts = [Person(str(i), name, company=company, relation="other") for i, (name, company) in enumerate(rows)]
    speakers = [Speaker(f"p{i}", name, company=company) for i, (name, company) in enumerate(picked)]
    ours = best_of(lambda: (find_known(contacts, speakers), find_warm_paths(contacts, speakers)))
    names, others = [p.name for p in contacts], [p.name for p in speakers]
    bare = best_of(lambda: process.cdist(others, names, scorer=fuzz.ratio, score_cutoff=85, dtype=np.uint8, workers=1))
    return ours, bare, len(find_known(contacts, speakers))


if __name__ == "__main__":
    ours, bare, found = measure()
    print(f"matching {ours:.3f} s, bare cdist {bare:.3f} s, ratio {ours / bare:.2f} (bound {BOUND}); {found} matches")
    sys.exit(0 if ours <= BOUND * bare else 1)
