"""Learn the weights of `planner/_lint_model.py`: `python benchmarks/train_lint.py [--check]`.

The notes are our own, in `tests/data/notes/`, written in batches; `held_out.jsonl`, `locked*.jsonl` and
`twenty_second.jsonl` are never learnt from.
A good note that makes a request, right once it is earned, says so (`"asks": true`). `--check` leaves one batch out at a time
and prints how many of its bad notes are flagged with a right code and how many good ones are flagged at all. Takes minutes,
an hour where the machine is busy and `OMP_NUM_THREADS=1` is not set; needs requirements-dev.txt.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from planner import _lint_model  # noqa: E402
from planner._lint_text import read_note  # noqa: E402
from planner.agenda import Event, Session, Speaker  # noqa: E402
from planner.lint import context_from, features_in_context, lint_note  # noqa: E402
from planner.note_templates import STEPS, languages  # noqa: E402
from planner.notes import draft_note  # noqa: E402
from planner.placeholders import PLACEHOLDERS, Matter  # noqa: E402
from planner.profile import Profile  # noqa: E402
from planner.suggestion import Slot  # noqa: E402

NOTES = ROOT / "tests" / "data" / "notes"
CLASS_OF = {code: code for code in ("pitch", "generic", "pushy", "flattery_only", "attachment", "vague_ask")} | {
    "ask_too_early": _lint_model.ASK
}
SELDOM = 3
STRENGTH = 0.1
DRAFTS_COUNT_AS = 1200
NEGLIGIBLE = 0.02
NEVER_LEARNT_FROM = ("held_out", "locked", "locked_two", "twenty_second")
ALL_OVER = ("good", "generic", "flattery_only")
"""Classes that show in no single sentence."""
ROUNDS, PARTS = 2, 4
TITLES = (
    "Faster changeovers: what we learnt", "Contracts, offers and the art of renewal", "Selling more with pricing power",
    "Selling heat that nobody has felt yet", "Keynote: offers no buyer can refuse", "Backups nobody has restored",
    "Our platform, one year on", "Cut your costs in half", "Panel: partners and what they bring",
)  # fmt: skip
"""Of sessions that our own drafts refer to; what is sold in a title does not make a pitch."""

SENDERS: tuple[tuple[Profile, Speaker, dict[str, str]], ...] = (
    (
        Profile("Mark Field", "VP Sales", "Tarn Software", "HR software"),
        Speaker("p", "Ana Ruiz", "Plant Manager", "Ockmoor Paints"),
        {},
    ),
    (
        Profile(
            "Lena Voss", "Head of Purchasing", "Kelm Furniture", "furniture", ("our six-week guide for ramping up new buyers",),
            ("supplier changes", "training newcomers"), ("Head of Sales at a sawmill",),
        ),
        Speaker("p", "Bertrand Okoro", "Chief Revenue Officer", "Hallin Power", bio="Leads a team of forty in sales."),
        {"promise": "the list of carriers", "need": "a site manager", "since": "2024", "introduced": "Mira Dahl"},
    ),
    (
        Profile(
            "Joan Pell", "Founder", "Pell & Daughters", "consulting",
            ("our price sheet for small jobs", "two hours of advice"),
        ),
        Speaker("p", "Sergei Dunaev", "Head of Data", "Ovela"),
        {"promise": "the template for offers", "need": "new customers", "outcome": "we talk again in May"},
    ),
)  # fmt: skip
"""Who writes our own drafts to whom, and what they know of each other."""

Note = dict[str, Any]


def read_batches() -> dict[str, list[Note]]:
    """The labelled notes by batch."""
    names = sorted(p.stem for p in NOTES.glob("*.jsonl"))
    return {n: [json.loads(line) for line in (NOTES / f"{n}.jsonl").read_text(encoding="utf-8").splitlines()] for n in names}


def class_of(note: Note) -> str:
    """What the model should say of the note; length and unfilled placeholders are not its business, nor is what was earned."""
    fine = _lint_model.ASK if note.get("asks") else _lint_model.GOOD
    return next((CLASS_OF[code] for code in note["why"] if code in CLASS_OF), fine)


def own_drafts() -> Iterator[Note]:
    """Drafts of our own templates, all of them good: every language and step, with much and with little known."""
    event = Event(name="Batch Days")
    sample = {item.name: PLACEHOLDERS[item.name].sample for item in fields(Matter)}
    bare = {n: sample[n] for n in ("promise", "introduced", "wanted", "reason", "in_return")}
    slot = Slot("2026-03-03T10:30", "2026-03-03T10:45", "the coffee bar")
    for language, step, channel, turn in product(
        languages(), STEPS, ("linkedin", "linkedin-free", "email", "spoken"), range(len(TITLES))
    ):
        session = Session(id="s", title=TITLES[turn])
        profile, person, told = SENDERS[turn % len(SENDERS)]
        earned = 3 if step == "ask" else 0
        for known, when in ((sample | told, slot), (bare | told, slot), (bare | told, None)):
            with suppress(ValueError):
                draft = draft_note(
                    person, step=step, channel=channel, language=language, session=session, event=event, profile=profile,
                    slot=when, matter=Matter(**known), debts_with_person=earned, turn=turn,
                )  # fmt: skip
                context = {
                    "debts_with_person": earned, "known_before": step != "first_contact", "event": event.name,
                    "person": f"{person.name}, {person.title}, {person.company}", "session": session.title,
                }  # fmt: skip
                yield {"text": draft.text, "context": context, "why": [], "asks": step == "ask"}


def learn_sentences(notes: list[Note]) -> tuple[list[str], dict[str, tuple[float, ...]]]:
    """The classes, and the weights that tell them by the meaning of one sentence.

    Nobody labelled sentences: at first all take the label of their note, then in a bad note only those that speak most for it
    keep it and the others count as good.
    """
    rows = np.array([meaning for n in notes for meaning in n["meanings"]])
    given = np.array([class_of(n) for n in notes for _ in n["meanings"]])
    owner = np.array([place for place, n in enumerate(notes) for _ in n["meanings"]])
    labels = given
    for turn in range(ROUNDS + 1):
        model = LogisticRegression(C=1.0, max_iter=400).fit(rows, labels)
        if turn < ROUNDS:
            shares = model.predict_proba(rows)[np.arange(len(rows)), np.searchsorted(model.classes_, given)]
            most = np.zeros(len(notes))
            np.maximum.at(most, owner, shares)
            labels = np.where(np.isin(given, ALL_OVER) | (shares >= 0.5 * most[owner]), given, "good")
    table = {f"sentence {place}": tuple(round(float(w), 3) for w in row) for place, row in enumerate(model.coef_.T)}
    return list(model.classes_), table | {"sentence always": tuple(round(float(w), 3) for w in model.intercept_)}


def tell_by_sentences(notes: list[Note], drafts: list[Note]) -> dict[str, tuple[float, ...]]:
    """Give every note what its most telling sentence says, to the notes by what others of them teach; the weights of all."""
    for part in range(PARTS):
        learnt = learn_sentences([n for place, n in enumerate(notes) if place % PARTS != part])
        for note in notes[part::PARTS]:
            note["features"] |= _lint_model.most_telling(note["meanings"], *learnt)
    classes, weights = learn_sentences(notes)
    for draft in drafts:
        draft["features"] |= _lint_model.most_telling(draft["meanings"], classes, weights)
    return weights


def learn(notes: list[Note], drafts: list[Note]) -> tuple[list[str], dict[str, list[float]]]:
    """The classes, and the weights of each feature seen in at least a few notes; all drafts together count as some notes."""
    of_sentences = tell_by_sentences(notes, drafts)
    shares = [1.0] * len(notes) + [DRAFTS_COUNT_AS / len(drafts)] * len(drafts)
    notes = [*notes, *drafts]
    seen = Counter(name for note in notes for name in note["features"])
    vectors = DictVectorizer(sparse=False)
    matrix = vectors.fit_transform([{k: v for k, v in n["features"].items() if seen[k] >= SELDOM} for n in notes])
    model = LogisticRegression(C=STRENGTH, max_iter=1000, fit_intercept=False).fit(
        matrix, [class_of(n) for n in notes], sample_weight=shares
    )
    weights = {name: [round(float(w), 3) for w in model.coef_[:, place]] for name, place in vectors.vocabulary_.items()}
    kept = {name: row for name, row in sorted(weights.items()) if np.abs(row).max() >= NEGLIGIBLE}
    return list(model.classes_), kept | {name: list(row) for name, row in of_sentences.items()}


def write_weights(classes: list[str], weights: dict[str, list[float]]) -> None:
    """Write the data file the model reads; a weight of nothing is left empty."""
    with _lint_model.FILE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["feature", *classes])
        rows.writerows([name, *(f"{w:g}" if w else "" for w in row)] for name, row in weights.items())
    _lint_model.forget_weights()


def measure(notes: list[Note]) -> str:
    """How many bad notes are flagged with a right code, and how many good ones are flagged."""
    codes = [{f.code for f in lint_note(n["text"], channel=n["channel"], context=context_from(n["context"]))} for n in notes]
    caught = [bool(found & set(n["why"])) for n, found in zip(notes, codes, strict=True) if n["bad"]]
    blamed = [bool(found) for n, found in zip(notes, codes, strict=True) if not n["bad"]]
    return f"caught {sum(caught)}/{len(caught)}, good ones flagged {sum(blamed)}/{len(blamed)}"


def main() -> None:
    """Learn from every batch but the held-out one and write the weights, or check by leaving batches out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="measure with each batch left out in turn")
    batches = read_batches()
    drafts = list({draft["text"]: draft for draft in own_drafts()}.values())
    for note in [*drafts, *(n for notes in batches.values() for n in notes)]:
        text = read_note(note["text"])
        note["features"] = features_in_context(text, context_from(note["context"]))
        note["meanings"] = _lint_model.meanings_of(text, note["context"].get("session") or "")
    held_out = {name: batches.pop(name) for name in NEVER_LEARNT_FROM if name in batches}
    if parser.parse_args().check:
        for name, notes in batches.items():
            write_weights(*learn([n for other, those in batches.items() if other != name for n in those], drafts))
            print(f"{name} left out: {measure(notes)}", flush=True)
    write_weights(*learn([n for notes in batches.values() for n in notes], drafts))
    for name, notes in held_out.items():
        print(f"{name}, never learnt from: {measure(notes)}")


if __name__ == "__main__":
    main()
