"""Learn the weights of `scrapers/_language/text_kinds.py`: `python benchmarks/train_text_kinds.py [--check | --names]`.

Names, job titles and companies are invented by Faker for all its countries; where the labelled agendas of `../shared/corpus`
lie beside the project, theirs are added, and `--check` leaves out one fifth of those events at a time and prints how
well unseen events are told apart. The model of names learns from more: rare given names, and headings of common words of 39
languages (`wordfreq`). `--names` learns that one alone and keeps the weights of the four kinds. Needs requirements-dev.txt.
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
import wordfreq
from faker import Faker
from faker.config import AVAILABLE_LOCALES
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from scrapers._language.text_kinds import GIVEN, features  # noqa: E402
from scrapers._language.vocabulary import table  # noqa: E402
from scrapers._language.words import CJK, given_names, plain  # noqa: E402

KINDS = ("name", "job", "company", "other")
CORPUS = ROOT.parent / "shared" / "corpus"
LAYOUTS = ROOT / "tests" / "data" / "layouts"
JOBS = ROOT.parent / "shared" / "titles" / "level_dev.csv"
EACH = 260
KEPT = 9000
KEPT_FOR_NAMES = 20_000
PHRASES = 1200
NAMES = 400
CALLED = 0.3

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


def phrases() -> Iterator[Sample]:
    """(text, "other", source) from common words of many languages, as headings and labels print them.

    In some of them one word is somebody's name, or that of a kind of room, as in "Lutz Hall" or "Amber Tower".
    """
    names = [w for locale in sorted(AVAILABLE_LOCALES) for w in _names_of(locale)]
    called = given_names() | {plain(w) for w in names}
    called |= {plain(w) for text, kind, _ in labelled() if kind == "name" for w in text.split()}
    rooms = [w for w in table("words")["room"] if w.isalpha() and not CJK.search(w)]
    draw = random.Random(11)  # noqa: S311 (a fixed draw)
    for language in sorted(wordfreq.available_languages("small")):
        if language in ("zh", "ja", "ko"):
            continue
        common = wordfreq.top_n_list(language, 8000, "small")
        words = [w for w in common if len(w) > 2 and w.isalpha() and (plain(w) not in called or draw.random() < CALLED)]
        for _ in range(PHRASES):
            chosen = [draw.choice(words[: draw.choice((1500, 4000, 8000))]) for _ in range(draw.choice((1, 2, 2, 2, 3, 3)))]
            if draw.random() < 0.3:
                chosen[0] = draw.choice(names)
            if draw.random() < 0.1:
                chosen[-1] = draw.choice(rooms)
            capitals = draw.random() < 0.75
            yield " ".join(w.capitalize() if capitals or not n else w for n, w in enumerate(chosen)), "other", "faker"
    for room in rooms:
        for beside in ("", draw.choice("ABCDE"), draw.choice(names)):
            yield f"{room} {beside}".strip().title(), "other", "faker"
            yield f"{beside} {room}".strip().title(), "other", "faker"


def _names_of(locale: str) -> Iterator[str]:
    fake = Faker(locale)
    fake.seed_instance(7)
    for make in (fake.first_name, fake.last_name):
        yield from (part for _ in range(4000) for part in make().split())


def more_names() -> Iterator[Sample]:
    """(text, "name", source) from given names of all countries and family names of each; in a third of them the first is rare.

    What stands for those that no list knows is another family name.
    """
    draw = random.Random(12)  # noqa: S311 (a fixed draw)
    given = sorted(n for n in given_names() if n.isalpha())
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(8)
        for _ in range(NAMES):
            first = fake.last_name() if draw.random() < 0.35 else draw.choice(given).capitalize()
            yield f"{first} {fake.last_name()}", "name", "faker"


def labelled(*, leave_out: str | None = None) -> Iterator[Sample]:
    """(text, kind, event) from the labelled agendas, but for one group of them, and from our own miniatures of pages."""
    for path in [*sorted(CORPUS.glob("*/truth/*.json")), *sorted(LAYOUTS.glob("*.json"))]:
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


def weights_of(samples: list[Sample], kinds: tuple[str, ...] = KINDS, *, kept: int) -> dict[str, np.ndarray]:
    """Fit twice: on all frequent features, then on those with the largest weights; two kinds have one weight together.

    Which names are given is only looked at where names are told from all else.
    """
    named = len(kinds) == 2
    rows = [{f: 1 for f in features(text) if named or not f.startswith(GIVEN)} for text, _, _ in samples]
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
        order = [0] if named else [list(model.classes_).index(kind) for kind in kinds]
        found = dict(zip(vectorizer.feature_names_, model.coef_[order].T, strict=True))
        if limit:
            found["bias"] = model.intercept_[order]
            return found
        allowed = set(sorted(found, key=lambda f: -float(np.abs(found[f]).max()) * np.log(frequent[f]))[:kept])
    raise AssertionError


def probabilities(weights: dict[str, np.ndarray], text: str) -> np.ndarray:
    """As `scrapers._language.text_kinds.text_kinds`, for weights at hand."""
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


def name_weights_of(known: list[Sample]) -> dict[str, np.ndarray]:
    """The weights that tell names from all else, headings of common words above all."""
    samples = [(text, str(kind == "name"), source) for text, kind, source in varied([*known, *phrases(), *more_names()])]
    return weights_of(samples, ("False", "True"), kept=KEPT_FOR_NAMES)


def in_tenths(weights: dict[str, np.ndarray]) -> dict[str, list[int]]:
    """The weights as whole tenths."""
    return {feature: [round(float(value) * 10) for value in row] for feature, row in weights.items()}


def kept_weights(written: Path) -> dict[str, list[int]]:
    """The weights of the four kinds as they are."""
    rows = (line.split("\t") for line in written.read_text(encoding="utf-8").splitlines())
    return {feature: [int(value) for value in values[: len(KINDS)]] for feature, *values in rows}


def main() -> None:
    """Train, and write the weights in tenths; or check on left-out events."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="measure on left-out events instead of writing weights")
    parser.add_argument("--names", action="store_true", help="learn the model of names alone")
    parser.add_argument("--leave-out", metavar="GROUP", help="do not learn from this group of agendas, to measure on it")
    options = parser.parse_args()
    known = [*invented(), *labelled(leave_out=options.leave_out)]
    if options.check:
        check(varied(known))
        return
    written = ROOT / "scrapers" / "data" / "text_kinds.tsv"
    kinds = kept_weights(written) if options.names else in_tenths(weights_of(varied(known), kept=KEPT))
    names = in_tenths(name_weights_of(known))
    lines = []
    for feature in sorted(kinds.keys() | names.keys()):
        row = [*kinds.get(feature, [0] * len(KINDS)), *names.get(feature, [0])]
        if any(row):
            lines.append("\t".join([feature, *map(str, row)]))
    written.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "weights written")


if __name__ == "__main__":
    main()
