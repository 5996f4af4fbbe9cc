"""One's meetings in the best arrangement: what is fixed stays, proposals move, a coffee for three takes its people along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.agenda import Agenda
from planner.journal import new_id
from planner.records import Meeting
from planner.schedule import arrange_meetings
from planner.slots import USUAL, Rules
from planner.suggestion import Slot

NO_ROOM = "No slot was left for it."
"""The remark on a proposal that had to give way; unlike one called off it says nothing against its time."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The meetings to save, new ones among them, and for whom no slot was found, with the reason (person ids)."""

    changed: tuple[Meeting, ...]
    unplaced: Mapping[tuple[str, ...], str]


def is_fixed(meeting: Meeting) -> bool:
    """Whether it stays where it is: pinned, agreed or held."""
    return meeting.status in ("booked", "held") or (meeting.pinned and meeting.status == "proposed")


def arrange_anew(
    agenda: Agenda, meetings: Sequence[Meeting], wanted: Mapping[str, float], speakers: Mapping[str, str], *, event: str,
    groups: Iterable[tuple[str, ...]] = (), must_see: Iterable[str] = (), rules: Rules = USUAL,
) -> Arrangement:  # fmt: skip
    """Place a meeting with everybody wanted (person id -> value) around what is fixed; `speakers`: person id -> speaker id.

    `groups` are people to meet together, beside those who have such a proposal already. A proposal that finds no slot any more
    is taken back with `NO_ROOM`, and revived under the same id when there is room again. Times called off are not proposed
    to the same people again.
    """
    fixed = [m for m in meetings if is_fixed(m)]
    loose = [m for m in meetings if m.status == "proposed" and not m.pinned]
    waiting = [m for m in meetings if m.status == "cancelled" and m.remarks == NO_ROOM]
    busy = {p for m in fixed for p in m.people}
    values = {speakers[p]: value for p, value in wanted.items() if p in speakers and p not in busy}
    person = {speakers[p]: p for p in wanted if p in speakers}
    every_group = [*groups, *(m.people for m in loose if len(m.people) > 1 and not _meets_otherwise(m, groups))]
    refused = [
        (speakers[p], Slot(m.start, m.end))
        for m in meetings if m.status == "cancelled" and m.remarks != NO_ROOM
        for p in m.people if p in speakers
    ]  # fmt: skip
    together = [tuple(speakers[p] for p in g) for g in every_group if all(p in wanted and p in speakers for p in g)]
    placed = arrange_meetings(
        agenda, values, pinned={(f"meeting {m.id}",): Slot(m.start, m.end, m.place) for m in fixed}, refused=refused,
        must_see=must_see, rules=rules,
        groups=together,
    )  # fmt: skip
    found = {tuple(person[i] for i in ids): slot for ids, slot in placed.meetings.items() if all(i in person for i in ids)}
    known = {frozenset(m.people): m for m in (*waiting, *loose)}
    changed = [m for people, slot in found.items() if (m := _put(known.pop(frozenset(people), None), event, people, slot))]
    changed += [
        replace(m, status="cancelled", remarks=NO_ROOM, sequence=m.sequence + 1)
        for m in known.values() if m.status == "proposed"
    ]  # fmt: skip
    return Arrangement(tuple(changed), {tuple(person[i] for i in ids): why for ids, why in placed.unplaced.items()})


def _meets_otherwise(meeting: Meeting, groups: Iterable[tuple[str, ...]]) -> bool:
    return any(set(meeting.people) & set(group) for group in groups)


def _put(known: Meeting | None, event: str, people: tuple[str, ...], slot: Slot) -> Meeting | None:
    """The meeting at its slot, under the id it has; None when nothing changes."""
    if known is None:
        return Meeting(new_id(), event, people, slot.start, slot.end, slot.place)
    if known.status == "proposed" and (known.start, known.end) == (slot.start, slot.end):
        return None
    return replace(
        known, start=slot.start, end=slot.end, place=slot.place, status="proposed", remarks=None, sequence=known.sequence + 1
    )  # fmt: skip


def refuse_time(
    agenda: Agenda, meeting: Meeting, meetings: Sequence[Meeting], speakers: Mapping[str, str], *,
    must_see: Iterable[str] = (), rules: Rules = USUAL,
) -> tuple[Meeting, ...]:  # fmt: skip
    """The meetings to save after a no to its time: the next best time for it, and the memory of the one refused.

    Empty when there is no other time. The others stay where they are.
    """
    refused = replace(meeting, id=new_id(), status="cancelled", pinned=False, sequence=0, remarks=None, version=0)
    others = [replace(m, pinned=True) for m in meetings if m.id != meeting.id and m.status == "proposed"]
    rest = [m for m in meetings if m.id != meeting.id and m.status != "proposed"]
    free = replace(meeting, pinned=False, status="proposed")
    moved = arrange_anew(
        agenda, [free, refused, *others, *rest], dict.fromkeys(meeting.people, 1.0), speakers, event=meeting.event or "",
        must_see=must_see, rules=rules,
    ).changed  # fmt: skip
    found = next((m for m in moved if m.id == meeting.id and m.status == "proposed"), None)
    return (found, refused) if found else ()
