"""Learn the weights of `scrapers/_text_kinds.py`: `python benchmarks/train_text_kinds.py [--check]`.

Names, job titles and companies are invented by Faker for all its countries; where the labelled agendas of `../shared/corpus`
lie beside the project, theirs are added, and `--check` leaves out one fifth of those events at a time and prints how
well unseen events are told apart. Needs requirements-dev.txt.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from faker import Faker
from faker.config import AVAILABLE_LOCALES
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from scrapers._text_kinds import features  # noqa: E402

KINDS = ("name", "job", "company", "other")
CORPUS = ROOT.parent / "shared" / "corpus"
JOBS = ROOT.parent / "shared" / "titles" / "level_dev.csv"
EACH = 260
KEPT = 9000

Sample = tuple[str, str, str]


def invented() -> Iterator[Sample]:
    """(text, kind, source) from Faker, a few hundred a country and kind."""
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(7)
        for kind, make in (
            ("name", fake.name),
            ("job", fake.job),
            ("company", fake.company),
            ("other", fake.city),
            ("other", fake.country),
        ):
            count = EACH if kind != "other" else EACH // 6
            for text in {make() for _ in range(count)}:
                yield text, kind, "faker"


def labelled(*, leave_out: str | None = None) -> Iterator[Sample]:
    """(text, kind, event) from the labelled agendas, but for one group of them."""
    for path in sorted(CORPUS.glob("*/truth/*.json")):
        if path.parts[-3] == leave_out:
            continue
        truth = json.loads(path.read_text(encoding="utf-8"))
        source = truth.get("event") or path.stem
        for person in truth.get("speakers", []):
            if " " in person["name"] or not person["name"].isascii():
                yield person["name"], "name", source
            for kind, key in (("job", "title"), ("company", "company")):
                if person.get(key):
                    yield person[key], kind, source
        for session in truth.get("sessions", []):
            for key in ("title", "room", "track"):
                if session.get(key):
                    yield session[key], "other", source
    if JOBS.exists():
        for line in JOBS.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.rpartition(",")[0].strip('"'), "job", "titles"


def varied(samples: list[Sample]) -> list[Sample]:
    """The samples once each, long ones cut, some of them in upper case as pages print them."""
    chance = random.Random(3)  # noqa: S311 (a fixed draw)
    once = sorted({(" ".join(text.split())[:120], kind, source) for text, kind, source in samples if text.strip()})
    shouted = [(text.upper(), kind, source) for text, kind, source in once if chance.random() < 0.15]
    counts: Counter[tuple[str, str]] = Counter()
    kept = []
    for sample in chance.sample(once + shouted, len(once) + len(shouted)):
        counts[sample[1:]] += 1
        if counts[sample[1:]] <= 700 or sample[2] == "faker":
            kept.append(sample)
    return kept


def weights_of(samples: list[Sample], *, kept: int) -> dict[str, np.ndarray]:
    """Fit twice: on all frequent features, then on those with the largest weights."""
    rows = [dict.fromkeys(features(text), 1) for text, _, _ in samples]
    frequent = Counter(f for row in rows for f in row)
    sizes: Counter[tuple[str, bool]] = Counter((kind, source == "faker") for _, kind, source in samples)
    weight = np.array([1.0 / sizes[kind, source == "faker"] for _, kind, source in samples])
    weight *= len(samples) / weight.sum()
    target = [kind for _, kind, _ in samples]
    allowed = {f for f, n in frequent.items() if n >= 8}
    for limit in (None, kept):
        vectorizer = DictVectorizer(dtype=np.float32)
        matrix = vectorizer.fit_transform([{f: 1 for f in row if f in allowed} for row in rows])
        model = LogisticRegression(C=0.25, max_iter=200, tol=1e-3).fit(matrix, target, sample_weight=weight)
        order = [list(model.classes_).index(kind) for kind in KINDS]
        found = dict(zip(vectorizer.feature_names_, model.coef_[order].T, strict=True))
        if limit:
            found["bias"] = model.intercept_[order]
            return found
        allowed = set(sorted(found, key=lambda f: -float(np.abs(found[f]).max()) * np.log(frequent[f]))[:kept])
    raise AssertionError


def probabilities(weights: dict[str, np.ndarray], text: str) -> np.ndarray:
    """As `scrapers._text_kinds.text_kinds`, for weights at hand."""
    total = weights["bias"] + sum(weights[f] for f in set(features(text)) if f in weights)
    raised = np.exp(total - total.max())
    return np.asarray(raised / raised.sum())


def check(samples: list[Sample]) -> None:
    """Leave out a fifth of the events at a time; print the share of each kind told right on them."""
    events = sorted({source for _, _, source in samples} - {"faker", "titles"})
    random.Random(1).shuffle(events)  # noqa: S311 (a fixed draw)
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(5):
        out = set(events[fold::5])
        weights = weights_of([s for s in samples if s[2] not in out], kept=KEPT)
        for text, kind, source in samples:
            if source in out:
                best = KINDS[int(probabilities(weights, text).argmax())]
                right[kind].append(best == kind)
                right[f"said {best}"].append(best == kind)
    for key, values in sorted(right.items()):
        print(f"{key:<14} {np.mean(values):.3f} of {len(values)}")


def main() -> None:
    """Train, and write the weights in tenths; or check on left-out events."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="measure on left-out events instead of writing weights")
    parser.add_argument("--leave-out", metavar="GROUP", help="do not learn from this group of agendas, to measure on it")
    options = parser.parse_args()
    samples = varied([*invented(), *labelled(leave_out=options.leave_out)])
    print(Counter(kind for _, kind, _ in samples))
    if options.check:
        check(samples)
        return
    weights = weights_of(samples, kept=KEPT)
    lines = []
    for feature, row in sorted(weights.items()):
        tenths = [round(float(v) * 10) for v in row]
        if any(tenths):
            lines.append("\t".join([feature, *map(str, tenths)]))
    (ROOT / "scrapers" / "data" / "text_kinds.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "weights written")


if __name__ == "__main__":
    main()
