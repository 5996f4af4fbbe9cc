"""Programmes to lay out, drawn from known agendas: a few days and rooms of real sessions, people with jobs and companies."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from layout_sessions import WORDS, Item, Programme, Who
from layouts import shifted

_LANGUAGES = {
    "007": "de",
    "021": "de",
    "016": "pt",
    "334": "pt",
    "030": "es",
    "318": "es",
    "329": "es",
    "322": "it",
    "036": "pl",
    "022": "pl",
    "060": "fr",
    "336": "fr",
    "008": "fr",
}


def programmes(corpus: Path, count: int, rng: random.Random) -> Iterator[tuple[str, Programme]]:
    """So many programmes with the name of the case each is drawn from."""
    known = [
        (p.stem, json.loads(p.read_text(encoding="utf-8")))
        for group in ("feeds", "json", "tables", "html")
        for p in sorted((corpus / group / "truth").glob("*.json"))
    ]
    sources = [(stem, truth) for stem, truth in known if len(truth.get("sessions") or []) >= 8]
    jobs, companies = _pool(known, "title"), _pool(known, "company")
    for number in range(count):
        stem, truth = sources[number % len(sources)]
        programme = _draw(stem, truth, rng, jobs, companies)
        if programme:
            yield stem, without_people(programme) if rng.random() < 0.1 else programme


def _pool(known: list[tuple[str, Any]], name: str) -> list[str]:
    return sorted({p[name] for _, t in known for p in t.get("speakers") or [] if p.get(name) and len(p[name]) < 70})


def _draw(stem: str, truth: dict[str, Any], rng: random.Random, jobs: list[str], companies: list[str]) -> Programme | None:
    language = _LANGUAGES.get(stem[:3], "en") if rng.random() < 0.7 else rng.choice(list(WORDS))
    described = {p["name"]: p for p in truth.get("speakers") or []}
    blank = rng.random() < 0.15
    memo: dict[str, Who] = {}

    def who(name: str) -> Who:
        if name not in memo:
            person = described.get(name) or {}
            job = person.get("title") or (None if blank or rng.random() < 0.1 else rng.choice(jobs))
            company = person.get("company") or (None if blank or rng.random() < 0.1 else rng.choice(companies))
            memo[name] = Who(name, job, company, rng.random() < 0.2)
        return memo[name]

    ids = {str(p.get("id")): p["name"] for p in truth.get("speakers") or []}
    pool = [s for s in truth["sessions"] if s.get("title") and len(s["title"]) > 3]
    rng.shuffle(pool)
    pool = pool[: rng.randint(8, 48)]
    if len(pool) < 8:
        return None
    rooms = rng.randint(1, 4) if rng.random() < 0.5 else 1
    room_names = list(dict.fromkeys(s["room"] for s in pool if s.get("room")))[:rooms] or [
        f"{WORDS[language]['room'][0]} {n + 1}" for n in range(rooms)
    ]
    tracks = [s["track"] for s in pool if s.get("track")] or None
    abstracts = rng.random() < 0.55
    days: list[tuple[date, tuple[Item, ...]]] = []
    index, day = 0, date(rng.randint(2012, 2026), rng.randint(1, 12), rng.randint(1, 27))
    per_day = max(4, len(pool) // rng.randint(1, 3))
    while index < len(pool):
        chunk = pool[index : index + per_day]
        index += per_day
        items: list[Item] = []
        start = rng.choice([480, 510, 540, 570, 600])
        services = rng.sample(WORDS[language]["services"], min(4, len(WORDS[language]["services"])))
        while chunk:
            length = rng.choice([15, 20, 30, 40, 45, 45, 60, 75])
            if rng.random() < 0.22 and services:
                items.append(Item(start, start + 30, services.pop(), service=True, room=room_names[0]))
                start += 30
                continue
            for room in room_names[: max(1, min(len(chunk), rng.randint(1, rooms)))]:
                session = chunk.pop()
                names = [
                    ids.get(str(n), n) if not isinstance(n, dict) else n.get("name", "") for n in session.get("speakers") or []
                ][:5]
                text = (
                    " ".join(rng.choice(WORDS[language]["filler"]) for _ in range(rng.randint(1, 5)))
                    if abstracts and rng.random() < 0.85
                    else None
                )
                items.append(
                    Item(
                        start,
                        start + length,
                        " ".join(session["title"].split()),
                        tuple(who(n) for n in names if n),
                        room,
                        rng.choice(tracks) if tracks else None,
                        text,
                    )
                )
            start += length + rng.choice([0, 0, 5, 10])
            if start > 1260:
                break
        days.append((shifted(day, len(days)), tuple(items)))
    return Programme(
        truth.get("event") or f"{rng.choice(['Summit', 'Forum', 'Congress', 'Kongress'])} {day.year}", tuple(days[:4]), language
    )


def truth_of(programme: Programme) -> dict[str, Any]:
    """The programme in the shape of the corpus truths."""
    people: dict[str, Who] = {}
    sessions = []
    for day, items in programme.days:
        for item in items:
            people.update({w.name: w for w in item.people})
            sessions.append(
                {"title": item.title, "start": f"{item.start // 60 % 24:02d}:{item.start % 60:02d}", "date": day.isoformat(),
                 "room": item.room, "speakers": [w.name for w in item.people], "kind": "break" if item.service else "talk"}
            )  # fmt: skip
    return {
        "sessions": sessions,
        "speakers": [{"id": w.name, "name": w.name, "title": w.job, "company": w.company} for w in people.values()],
    }


def without_people(programme: Programme) -> Programme:
    """The same programme naming nobody."""
    return replace(programme, days=tuple((day, tuple(replace(i, people=()) for i in items)) for day, items in programme.days))
