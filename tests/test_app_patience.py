"""No click is lost: tabs that press faster than a screen is drawn, as the browser's messages reach the server."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st
from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from wire import Tab, open_tab

from app_pages._patience import PatientRequests
from planner.profile import read_profile
from planner.storage import Store, open_store
from scrapers import read_upload

SAMPLE = Path(__file__).resolve().parent.parent / "sample_agendas" / "revenue_leaders_summit.html"
Work = Callable[[Tab], Awaitable[object]]
Use = Callable[[Work, Callable[[], bool]], bool]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample event and its profile, as a store of the app's database."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('data') / 'planner.sqlite3'}")
    store.add_event(read_upload(SAMPLE.name, SAMPLE.read_bytes()), event_id="summit")
    store.save_profile(read_profile((SAMPLE.parent / "profile.toml").read_text(encoding="utf-8")))
    yield store
    store.close()


@pytest.fixture(scope="module")
def use(data: Store, serve: Callable[..., str]) -> Use:
    """Does what a user does in a new tab, the People page shown; whether the outcome is there within two minutes."""
    address = serve(str(data.database.url)).removeprefix("http://").replace("localhost", "127.0.0.1")

    async def do(work: Work, done: Callable[[], bool]) -> bool:
        async with open_tab(address) as tab:
            await tab.run("people")
            await work(tab)
            showing = asyncio.create_task(take_all(tab))
            there = await asyncio.to_thread(wait_until, done)
            showing.cancel()
            return there

    def apart(work: Work, done: Callable[[], bool]) -> bool:
        with ThreadPoolExecutor(1) as thread:  # where browser tests went before, this one has a running loop already
            return thread.submit(asyncio.run, do(work, done)).result()

    return apart


async def take_all(tab: Tab) -> None:
    """Take whatever is shown, as a browser does."""
    while True:
        await tab.take()


def wait_until(done: Callable[[], bool]) -> bool:
    """Whether something becomes true within two minutes; the machine may be busy."""
    end = time.monotonic() + 120
    while not done() and time.monotonic() < end:
        time.sleep(0.1)
    return done()


def test_ten_clicks_in_one_moment_are_ten_decisions(use: Use, data: Store) -> None:
    """Each is done to its end, in the order made, though the next is there before the first has begun."""
    cards: list[str] = []

    def chosen() -> list[str]:
        decisions = [e for e in data.journal() if e.kind == "accepted"]  # first: a person is there before its decision
        people = {person: speaker for speaker, person in data.people_of("summit").items()}
        return [people[str(e.person)] for e in decisions]

    async def press_all(tab: Tab) -> None:
        cards.extend(i for i in tab.widgets if "-accepted_" in i)
        for card in cards:
            await tab.ask(click=card)

    assert use(press_all, lambda: len(chosen()) == 10)
    assert chosen() == [card.split("-accepted_")[1] for card in cards]


def test_a_button_whose_work_is_in_its_page_is_done_before_the_page_is_left(use: Use, data: Store) -> None:
    """Who presses and goes on at once finds it done."""

    async def press_and_leave(tab: Tab) -> None:
        await tab.ask(click=tab.find("I have looked through the people"))
        await tab.ask("ledger")

    assert use(press_and_leave, lambda: "people_reviewed" in {e.kind for e in data.entries()})


def test_what_comes_while_a_page_stops_itself_is_done_too(use: Use, data: Store) -> None:
    """`st.stop` ends one run, not what waits: the ledger stops early while it is empty.

    The screen before it keeps the app busy until all three are asked for; a button whose page has been left is gone.
    """
    before = len(data.entries())

    async def hurry(tab: Tab) -> None:
        await tab.ask("people")
        await tab.ask("ledger")
        await tab.ask("people", click=next(i for i in tab.widgets if "-undo_" in i))

    assert use(hurry, lambda: len(data.entries()) == before + 1)


def test_a_button_pressed_when_its_page_was_left_already_is_done(use: Use, data: Store) -> None:
    """Between the click that leaves a page and the next page's first sign, a slow network shows the old one's buttons."""
    before = len(data.entries())

    async def press_too_late(tab: Tab) -> None:
        undo, page = next(i for i in tab.widgets if "-undo_" in i), tab.page
        await tab.run("ledger")
        tab.page = page
        await tab.ask(click=undo)

    assert use(press_too_late, lambda: len(data.entries()) == before + 1)


def test_the_next_run_draws_where_a_page_begins() -> None:
    """A part of a page that lies in another leaves the place open it was drawn into; a page drawn there would be none."""
    within = st.container()
    context_dg_stack.set((*get_default_dg_stack_value(), within))
    PatientRequests().on_scriptrunner_ready()
    assert context_dg_stack.get() == get_default_dg_stack_value()
