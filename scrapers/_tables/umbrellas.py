"""Tables of talks whose session stands in a column of its own, said again in each row or once above several.

Such a session is one of the agenda where all its talks bear its time: it has a title, a time and chairs, and its talks follow.
A column that holds for talks at many times names a track instead, and talks with times of their own need no other.
"""

from __future__ import annotations

from typing import Any

from scrapers._language.fields import roles_in, vocabulary, words_of

_SAMPLE = 400
_LEAST = 3
"""Letters of what is no mere number of a session."""
_PLACES = ("time", "start", "end", "date", "room", "slot", "duration")


def with_umbrellas(records: list[dict[str, Any]], header: list[str]) -> list[dict[str, Any]]:
    """The records with one for each session that only a column of theirs names, before the first of its talks."""
    roles = {name: roles_in([name]) for name in header if name}
    places = [name for name, role in roles.items() if role & set(_PLACES)]
    titled = [name for name, role in roles.items() if "title" in role]
    title = max(titled, key=lambda name: len({str(r.get(name)) for r in records[:_SAMPLE]}), default=None)
    above = _umbrella(records, [name for name in roles if name != title])
    when = [name for name in places if roles[name] & {"time", "start", "date"}]
    if title is None or above is None:
        return records
    told = _filled_down(records, above, when)
    if not _holds(records, told, title, when):
        return records
    chairs = [name for name, role in roles.items() if "moderators" in role]
    made: list[dict[str, Any]] = []
    last = ""
    for record, session in zip(records, told, strict=True):
        if session and session != last:
            made.append({title: session, **{k: record[k] for k in (*places, *chairs) if k in record}})
        last = session
        if record.get(title):
            made.append({k: v for k, v in record.items() if k != above and (k not in chairs or not session)})
    return made


def _filled_down(records: list[dict[str, Any]], above: str, when: list[str]) -> list[str]:
    """The session of each record: that of its own row, or of the row above at the same time."""
    found: list[str] = []
    before: dict[str, Any] = {}
    for record in records:
        same = all(record.get(name) == before.get(name) for name in when)
        found.append(str(record.get(above) or "") or (found[-1] if found and same else ""))
        before = record
    return found


def _umbrella(records: list[dict[str, Any]], names: list[str]) -> str | None:
    """The column that names sessions in words: of those called so, the one with the longest texts."""
    words = vocabulary()["subjects"]["umbrella"]
    letters = {
        name: sum(sum(map(str.isalpha, str(record.get(name) or ""))) for record in records[:_SAMPLE])
        for name in names
        if not set(words).isdisjoint(words_of(name))
    }
    best = max(letters, key=lambda name: letters[name], default=None)
    return best if best is not None and letters[best] >= _LEAST * min(len(records), _SAMPLE) else None


def _holds(records: list[dict[str, Any]], told: list[str], title: str, when: list[str]) -> bool:
    """Whether most sessions have several talks, one after the other, and each such session one time."""
    runs: list[tuple[str, set[tuple[str, ...]], set[str]]] = []
    for record, session in zip(records, told, strict=True):
        if session and (not runs or runs[-1][0] != session):
            runs.append((session, set(), set()))
        if session and record.get(title):
            runs[-1][1].add(tuple(str(record.get(name) or "") for name in when))
            runs[-1][2].add(str(record[title]))
    several = [run for run in runs if len(run[2]) > 1]
    timed = bool(when) and all(len(times) == 1 and any(next(iter(times))) for _, times, _ in several)
    return timed and len(several) > 1 and 2 * len(several) > sum(bool(talks) for _, _, talks in runs)
