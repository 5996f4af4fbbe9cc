"""Reading an agenda in the background, and keeping it as soon as it is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app_pages._errand import IsStopped, Report, start_errand
from app_pages._shared import attempt, get_store, say_soon
from planner.agenda import Agenda, at_venue
from planner.identity import is_same_event, settle_ids
from planner.profile import read_profile
from planner.records import KeptEvent
from planner.storage import Store
from scrapers import read_agenda, read_upload

READING = "agenda"
"""The errand's name; its outcome is the id of the event."""
SAMPLES = Path(__file__).resolve().parent.parent / "sample_agendas"


def start_reading(source: str, read: Callable[[Report, IsStopped], Agenda], *, event_id: str | None = None) -> None:
    """Read, and keep what was read, also when it was stopped half way; the Event page shows how far it is."""
    store = get_store()

    def work(report: Report, stop: IsStopped) -> str:
        return _keep_agenda(store, at_venue(read(report, stop)), event_id)

    start_errand(READING, f"Reading {source}", work, page="Event")


def read_address(address: str, *, event_id: str | None = None) -> None:
    """Read a web address and the pages of the same event it links to."""
    start_reading(
        address,
        lambda report, stop: read_agenda(address, progress=lambda step: report(step.sentence), stop=stop),
        event_id=event_id,
    )


def say_whether_new(event_id: str) -> None:
    """Say so in passing when an agenda that was read again is as it was."""
    event, readings = get_store().event(event_id), get_store().readings(event_id)
    if event is not None and event.read_at != readings[-1].at:
        say_soon("Read again: nothing has changed.")


def read_sample(name: str) -> None:
    """Read one of the bundled samples."""
    start_reading(f"sample: {name}", lambda report, stop: read_upload(name, (SAMPLES / name).read_bytes()))


def is_sample(event: KeptEvent) -> bool:
    """Whether an event was read from one of the bundled samples."""
    return event.source in {path.name for path in SAMPLES.iterdir()}


def take_sample_profile() -> None:
    """Be the invented visitor of the samples, from a callback."""
    profile = read_profile((SAMPLES / "profile.toml").read_text(encoding="utf-8"))
    if attempt(lambda: get_store().save_profile(profile)):
        say_soon(f"You are {profile.name} now. Change that on the page Profile.")


def _keep_agenda(store: Store, agenda: Agenda, event_id: str | None) -> str:
    """A further reading of the event it came from, or of the same event by all signs, else a new event; the event's id."""
    known = event_id or next((e.id for e in store.events() if _is_reading_of(store.agenda(e.id), agenda)), None)
    if known is None:
        return store.add_event(settle_ids(agenda))
    store.add_reading(known, settle_ids(agenda, store.agenda(known)))
    return known


def _is_reading_of(before: Agenda | None, agenda: Agenda) -> bool:
    return before is not None and is_same_event(before, agenda)
