"""Learn how to cut what stands beside a name into job title and company, and write `scrapers/data/cuts.tsv`.

    python benchmarks/train_cuts.py [--corpus ../shared/corpus] [--more FOLDER ...] [--check FOLDER]

Recipe: on every page whose agenda is known (the open pages of the corpus, the own layouts, those in further folders, each
with its agenda as JSON beside it) the shortest line that holds what the agenda says of a person, without the name, is a text
whose cut is known. To them come jobs and companies that sources keep in fields of their own, joined as pages join them (fixed
seed); they count less. What pages show too seldom stands in `benchmarks/cuts.tsv`, a text, its job and its company a line, of
our own writing. Of all ways to cut a text (`scrapers/_people/cuts.py`) the right one shall weigh most: a conditional logit
over the signs of `scrapers/_people/cut_signs.py`, each page counting about the same. `--check` leaves a folder out of what is
learnt and prints the share of its jobs and companies that are cut right. The weights that are kept have also learnt from some
hundred public pages of events that do not belong to the project. scipy is needed here only.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import numpy as np  # noqa: E402
from labels import fold  # noqa: E402
from scipy.optimize import minimize  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402

from scrapers._document import Document  # noqa: E402
from scrapers._html.lines import lines_of_page, whole_lines  # noqa: E402
from scrapers._people.affiliation import tidied  # noqa: E402
from scrapers._people.cut_signs import cut_weights, signs_of  # noqa: E402
from scrapers._people.cuts import Cut, cuts_of  # noqa: E402

TARGET = ROOT / "scrapers" / "data" / "cuts.tsv"
OWN = ROOT / "benchmarks" / "cuts.tsv"
JOINED = 0.3
STRENGTH = 0.1
LEAST = 0.01
FORMS = (
    "{j}, {c}", "{j}, {c}", "{j}, {c}", "{j} - {c}", "{j} – {c}", "{c}, {j}", "{c} - {j}", "{j} | {c}", "{j} ({c})",
    "{j} / {c}", "{j}\n{c}", "{c}\n{j}", "{j}; {c}", "{j} @ {c}", "{j} {c}", "{c} ({j})", "{j} · {c}",
)  # fmt: skip
ENGLISH = ("{j} at {c}", "{j} at {c}", "{j} at {c}", "{j} of {c}", "{j} at the {c}", "{j} for {c}")
ENGLISH_WORDS = frozenset(
    "head director manager chief officer ceo lead engineer president partner developer professor of and".split()
)
TAILS = (", Berlin", ", UK", " (Paris)", *[""] * 9)


@dataclass(frozen=True)
class Known:
    """A text whose cut is known; `page` is where it stands, `weight` how far it is trusted."""

    page: str
    text: str
    job: str
    company: str
    weight: float = 1.0


@dataclass(frozen=True)
class Example:
    """The ways to cut a text, their signs, and which of them are right."""

    known: Known
    cuts: list[Cut]
    signs: list[dict[str, float]]
    right: list[bool]


def page_texts(page: Path, truth: dict[str, Any]) -> Iterator[Known]:
    """The lines of a page that hold what its agenda says of a person and of nobody else: both in one, or each in its own."""
    lines = [line for line in whole_lines(lines_of_page(Document(page.name, page.read_bytes()).tree)) if len(line) <= 300]
    folded = [fold(line) for line in lines]
    people = truth.get("speakers") or []
    names = {person["name"]: {fold(n) for n in (person["name"], *(person.get("aka") or []))} for person in people}
    everybody = set().union(*names.values()) if names else set()
    for person in people:
        job, company = person.get("title") or "", person.get("company") or ""
        own = names[person["name"]]
        alone = {fold(job): (job, ""), fold(company): ("", company)} if job and company else {}
        for line in {plain: line for line, plain in zip(lines, folded, strict=True) if plain in alone and plain}.values():
            yield Known(page.stem, line, *alone[fold(line)])
        texts = []
        for line, plain in zip(lines, folded, strict=True) if job or company else ():
            if fold(job) not in plain or fold(company) not in plain or any(n and n in plain for n in everybody - own):
                continue
            text = _behind(line, [person["name"], *(person.get("aka") or [])])
            if fold(text) not in everybody and fold(job) in fold(text) and fold(company) in fold(text):
                texts.append(text)
        if texts:
            yield Known(page.stem, min(texts, key=len), job, company)


def _behind(line: str, names: Iterable[str]) -> str:
    """What stands in a line behind a name, the whole line where the name does not stand in it."""
    at = next((line.index(name) + len(name) for name in names if name in line), 0)
    return line[at:].strip(" ,;:|-–—()") if at else line


def joined_texts(corpus: Path, seed: int = 3) -> Iterator[Known]:
    """Jobs and companies of the known agendas, joined at random in two ways each, and each alone."""
    rng = random.Random(seed)  # noqa: S311
    for path in sorted(corpus.glob("*/truth/*.json")):
        people = json.loads(path.read_text(encoding="utf-8")).get("speakers") or []
        pairs = sorted({(p.get("title") or "", p.get("company") or "") for p in people} - {("", "")})
        rng.shuffle(pairs)
        for job, company in pairs[:40]:
            if not (job and company):
                yield Known(path.stem, job or company, job, company, JOINED)
            elif max(len(job), len(company)) < 120:
                yield Known(path.stem, job, job, "", JOINED / 2)
                yield Known(path.stem, company, "", company, JOINED / 2)
                english = job.isascii() and company.isascii() and not ENGLISH_WORDS.isdisjoint(job.lower().split())
                for form in rng.sample([*FORMS, *(ENGLISH if english else ())], 2):
                    yield Known(path.stem, form.format(j=job, c=company) + rng.choice(TAILS), job, company, JOINED)


def known_pages(folder: Path) -> Iterator[Known]:
    """The texts of the pages of a folder, each with its agenda beside it."""
    for path in sorted(folder.glob("*.json")):
        yield from page_texts(path.with_suffix(".html"), json.loads(path.read_text(encoding="utf-8")))


def known_texts(corpus: Path, more: Iterable[Path]) -> list[Known]:
    """Everything to learn from."""
    texts = [
        known
        for path in sorted((corpus / "html" / "truth").glob("*.json"))
        for known in page_texts(corpus / "html" / "files" / f"{path.stem}.html", json.loads(path.read_text(encoding="utf-8")))
    ]
    for folder in (ROOT / "tests" / "data" / "layouts", *more):
        texts += known_pages(folder)
    for line in OWN.read_text(encoding="utf-8").splitlines():
        text, job, company = line.split("\t")
        texts.append(Known(text, text, job, company))
    return [*texts, *joined_texts(corpus)]


def examples_of(texts: Iterable[Known]) -> list[Example]:
    """The ways to cut each text, with their signs."""
    examples = []
    for known in texts:
        cuts = cuts_of(tidied(known.text))
        right = [fold(cut.job) == fold(known.job) and fold(cut.company) == fold(known.company) for cut in cuts]
        if any(right):
            examples.append(Example(known, cuts, [dict(signs_of(cut)) for cut in cuts], right))
    return examples


def learn(examples: list[Example], rounds: int = 250) -> dict[str, float]:
    """The weights that make the right cuts of the examples likeliest."""
    seen = Counter(sign for example in examples for sign in set().union(*example.signs))
    places = {sign: at for at, sign in enumerate(sorted(sign for sign, count in seen.items() if count > 2))}
    entries = [
        (row, places[sign], value)
        for row, signs in enumerate(signs for example in examples for signs in example.signs)
        for sign, value in signs.items()
        if sign in places
    ]
    rows, columns, values = (np.array(column) for column in zip(*entries, strict=True))
    sizes = np.array([len(example.cuts) for example in examples])
    table = csr_matrix((values, (rows, columns)), shape=(int(sizes.sum()), len(places)))
    starts, text = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(examples)), sizes)
    right = np.concatenate([np.array(example.right, float) for example in examples])
    of_page = Counter(example.known.page for example in examples)
    trust = np.array([3 * e.known.weight / max(3, of_page[e.known.page]) for e in examples])

    def loss(weights: Any) -> tuple[float, Any]:
        worth = table @ weights
        raised = np.exp(worth - np.maximum.reduceat(worth, starts)[text])
        whole, good = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts) + 1e-12
        slope = table.T @ ((raised * right / good[text] - raised / whole[text]) * trust[text])
        return float(STRENGTH / 2 * weights @ weights - (trust * np.log(good / whole)).sum()), STRENGTH * weights - slope

    found = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    return {sign: round(float(found[at]), 3) for sign, at in places.items() if abs(found[at]) >= LEAST}


def shares_right(texts: Iterable[Known], weights: dict[str, float]) -> tuple[float, float]:
    """The shares of jobs and of companies that are cut right."""
    counts = Counter[str]()
    for known in texts:
        worth = {cut: sum(v * weights.get(s, 0.0) for s, v in signs_of(cut)) for cut in cuts_of(tidied(known.text))}
        best = max(worth, key=lambda cut: worth[cut], default=Cut("", ""))
        for name, told, cut in (("job", known.job, best.job), ("company", known.company, best.company)):
            counts[name] += bool(told)
            counts[f"{name} right"] += bool(told) and fold(told) == fold(cut)
    return counts["job right"] / counts["job"], counts["company right"] / counts["company"]


def main() -> None:
    """Learn from everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="folders of further pages with their agendas")
    parser.add_argument("--check", type=Path, help="a folder of pages to measure with; nothing is written")
    options = parser.parse_args()
    weights = learn(examples_of(known_texts(options.corpus, options.more)))
    if options.check:
        print("jobs {:.3f}, companies {:.3f}".format(*shares_right(known_pages(options.check), weights)))
        return
    TARGET.write_text("".join(f"{sign}\t{weight}\n" for sign, weight in sorted(weights.items())), encoding="utf-8")
    cut_weights.cache_clear()
    print(f"{TARGET.relative_to(ROOT)}: {len(weights):,} signs")


if __name__ == "__main__":
    main()
