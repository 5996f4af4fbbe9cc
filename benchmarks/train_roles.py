"""Learn the weights of the role model from agendas whose content is known, and write `scrapers/data/roles.json`.

    python benchmarks/train_roles.py [--texts] [--corpus ../shared/corpus]

Recipe: every open page of the corpus and every own miniature of a layout (`tests/data/layouts`) is read into units and
features; the known agenda labels each unit (`labels.py`). To them come known agendas laid out at random in many ways
(`layouts.py`, fixed seed), and every page once more as if its classes and ids told nothing; both count less. Boosted trees,
the mean of two forests, are grown on the features, weighted so that every page counts the same; their chances for each event
come from trees grown without that event, and a linear model is fitted to features and chances together. scikit-learn is
needed here only. The same data give the same model.

With `--texts` the same pages are copied out of a browser (`copied.py`) and read as plain text; that gives
`scrapers/data/roles_of_text.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import numpy as np  # noqa: E402
from copied import browser_tab, copied  # noqa: E402
from labels import label_units  # noqa: E402
from layouts import lay_out  # noqa: E402
from programmes import programmes, truth_of  # noqa: E402
from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import GroupKFold  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

from scrapers._cards.cards import find_people  # noqa: E402
from scrapers._document import Document  # noqa: E402
from scrapers._html.lines import lines_of_page  # noqa: E402
from scrapers._language.trees import trees_from  # noqa: E402
from scrapers._parts.features import NAMES, Seen, features_of  # noqa: E402
from scrapers._parts.roles import ROLES, chances_of, context_of  # noqa: E402
from scrapers._people.known import known_people  # noqa: E402
from scrapers._text.page import page_of_text  # noqa: E402
from scrapers._text.repair import repaired  # noqa: E402
from scrapers._timing.unit import Page  # noqa: E402
from scrapers._timing.zones import page_of  # noqa: E402

Array = Any
PAGES = 120
LAID_OUT = 0.35
FORESTS = 2
_HINTS = [at for at, name in enumerate(NAMES) if name.startswith("hint_")]
_NO_TREE = np.zeros(1, dtype=[("depth", int), ("is_leaf", bool), ("value", float)])
_NO_TREE["is_leaf"] = True


@dataclass
class Case:
    """One page with its labels; `event` is shared by pages of the same event."""

    name: str
    event: str
    page: Page
    seen: Seen
    labels: list[int]
    weight: float = 1.0


@dataclass(frozen=True)
class Source:
    """A page, in a file or as markup, whose agenda is known; `weight` is how far it is trusted."""

    name: str
    event: str
    page: Path | str
    truth: dict[str, Any]
    weight: float = 1.0

    @property
    def data(self) -> bytes:
        """The markup."""
        return self.page.encode() if isinstance(self.page, str) else self.page.read_bytes()


def case_of(source: Source, data: bytes) -> Case:
    """Read one page and label its units by the known agenda."""
    tree = Document(source.name, data).tree
    known = known_people(find_people(tree))
    page = page_of(lines_of_page(tree))
    labels = [ROLES.index(role) if role else -1 for role in label_units(page, source.truth)]
    return Case(source.name, source.event, page, features_of(page, known), labels, source.weight)


def event_of(stem: str) -> str:
    """What names the event in a case's name, so that pages of one event are left out together."""
    slug = re.sub(r"^\d+_", "", stem)
    return re.sub(r"\d+$", "", slug.split("_")[0])


def open_pages(corpus: Path) -> Iterator[Source]:
    """The open pages of the corpus and the own miniatures of layouts met in the wild."""
    for path in sorted((corpus / "html" / "truth").glob("*.json")):
        page = corpus / "html" / "files" / f"{path.stem}.html"
        yield Source(path.stem, event_of(path.stem), page, json.loads(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "tests" / "data" / "layouts").glob("*.json")):
        yield Source(path.stem, path.stem, path.with_suffix(".html"), json.loads(path.read_text(encoding="utf-8")))


def laid_out_pages(corpus: Path, count: int, seed: int = 1) -> Iterator[Source]:
    """Known agendas rendered through random layouts (`layouts.py`); less trusted than real pages."""
    rng = random.Random(seed)  # noqa: S311
    for number, (stem, programme) in enumerate(programmes(corpus, count, rng)):
        markup = lay_out(programme, rng)
        yield Source(f"laid out {number} {stem}", event_of(stem), markup, truth_of(programme), weight=LAID_OUT)


def page_cases(corpus: Path) -> list[Case]:
    """What the model for pages learns from."""
    pages = [case_of(source, source.data) for source in open_pages(corpus)]
    laid_out = [case_of(source, source.data) for source in laid_out_pages(corpus, PAGES)]
    return [*pages, *map(without_hints, pages), *laid_out]


def text_cases(corpus: Path) -> list[Case]:
    """What the model for plain text learns from: the same pages, copied; those of which nothing is copied are left out."""
    with browser_tab() as tab:
        sources = [*open_pages(corpus), *laid_out_pages(corpus, PAGES)]
        cases = [case_of(source, page_of_text(repaired(copied(tab, source.page))).encode()) for source in sources]
    return [case for case in cases if case.labels]


def without_hints(case: Case) -> Case:
    """The same page as if its classes and ids told nothing, so that much is learnt from text and place alone; less trusted."""
    rows = case.seen.rows.copy()
    rows[:, _HINTS] = 0.0
    return replace(case, seen=replace(case.seen, rows=rows), weight=LAID_OUT)


def _grow(x: Array, y: Array, w: Array) -> dict[str, Any]:
    """Boosted trees in the form that `scrapers._parts.roles` reads: the mean of forests that differ only in their seed."""
    out: dict[str, Any] = {name: [] for name in ("feature", "limit", "yes", "no", "value", "starts")}
    depth = 0
    for seed in range(FORESTS):
        model = HistGradientBoostingClassifier(
            max_iter=60, learning_rate=0.12, max_leaf_nodes=12, min_samples_leaf=30, l2_regularization=5, max_features=0.3,
            max_bins=63, early_stopping=False, random_state=seed,
        ).fit(x, y, sample_weight=w)  # fmt: skip
        for grown in model._predictors:
            by_role = dict(zip(model.classes_, grown, strict=True))
            for role in range(len(ROLES)):
                nodes = by_role[role].nodes if role in by_role else _NO_TREE
                depth = max(depth, int(nodes["depth"].max()))
                _plant(nodes, out)
    base = np.full(len(ROLES), -20.0)
    base[model.classes_] = model._baseline_prediction.ravel()  # the same for every seed
    return {**out, "depth": depth, "base": np.round(base, 5).tolist(), "width": x.shape[1]}


def _plant(nodes: Array, out: dict[str, Any]) -> None:
    """Add one tree to the table of nodes, its values shared among the forests."""
    start = len(out["feature"])
    out["starts"].append(start)
    for at, node in enumerate(nodes):
        leaf = bool(node["is_leaf"])
        out["feature"].append(0 if leaf else int(node["feature_idx"]))
        out["limit"].append(0.0 if leaf else round(float(node["num_threshold"]), 6))
        out["yes"].append(start + (at if leaf else int(node["left"])))
        out["no"].append(start + (at if leaf else int(node["right"])))
        out["value"].append(round(float(node["value"]) / FORESTS, 4) if leaf else 0.0)


def _fit(x: Array, y: Array, w: Array, strength: float = 0.003) -> dict[str, Any]:
    """A linear model on the raw features."""
    scaler = StandardScaler().fit(x, sample_weight=w)
    model = LogisticRegression(max_iter=150, tol=1e-3, C=strength).fit(scaler.transform(x), y, sample_weight=w)
    weights = np.zeros((len(ROLES), x.shape[1]))
    bias = np.full(len(ROLES), -20.0)
    for row, role in enumerate(model.classes_):
        weights[role] = model.coef_[row] / scaler.scale_
        bias[role] = model.intercept_[row] - (model.coef_[row] * scaler.mean_ / scaler.scale_).sum()
    return {"weights": np.round(weights, 4).tolist(), "bias": np.round(bias, 4).tolist()}


def _labelled(case: Case) -> Seen:
    """The features of a page as if it held only the units whose part is known."""
    return replace(case.seen, texts=np.flatnonzero(np.array(case.labels) >= 0))


def train(cases: list[Case], folds: int = 4) -> dict[str, Any]:
    """Fit both layers; the exported form of the model."""
    places = [(c, at) for c, case in enumerate(cases) for at, label in enumerate(case.labels) if label >= 0]
    x = np.array([cases[c].seen.rows[at] for c, at in places])
    y = np.array([cases[c].labels[at] for c, at in places])
    sizes = [max(1, sum(label >= 0 for label in case.labels)) for case in cases]
    w = np.array([100 * cases[c].weight / max(60, sizes[c]) for c, _ in places])
    groups = np.array([cases[c].event for c, _ in places])
    first = _grow(x, y, w)
    chances = np.zeros((len(places), len(ROLES)))
    for known, left in GroupKFold(min(folds, len(set(groups)))).split(x, y, groups):
        chances[left] = chances_of(trees_from(_grow(x[known], y[known], w[known])).scores(x[left]))
    by_page = [np.zeros((len(case.labels), len(ROLES))) for case in cases]
    for (c, at), row in zip(places, chances, strict=True):
        by_page[c][at] = row
    context = [context_of(case.page, _labelled(case), by_page[c]) for c, case in enumerate(cases)]
    both = np.hstack([x, np.array([context[c][at] for c, at in places])])
    return {"first": first, "second": _fit(both, y, w)}


def main() -> None:
    """Train on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--texts", action="store_true", help="learn from the pages as copied text")
    options = parser.parse_args()
    model = train((text_cases if options.texts else page_cases)(options.corpus))
    target = ROOT / "scrapers" / "data" / ("roles_of_text.json" if options.texts else "roles.json")
    target.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
