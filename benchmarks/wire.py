"""The app as a browser speaks to it, over its WebSocket: to measure many users, and to press faster than a screen is drawn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 120.0  # seconds a screen may take before it counts as lost


class Tab:
    """One open page (by its hash): what it shows (widget id to label), and the state of the widgets a user has touched."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._states: dict[str, WidgetState] = {}
        self.page = ""
        self._part_of: dict[str, str] = {}  # widget id to the part of the page that is drawn for itself
        self.widgets: dict[str, str] = {}

    async def run(self, page: str | None = None, *, click: str = "") -> None:
        """Ask for a run of the page and take all it shows; `click` is the id of a button."""
        await self.ask(page, click=click)
        await self.take()

    async def ask(self, page: str | None = None, *, click: str = "") -> None:
        """Ask for a run without waiting for what it shows; `page` is another page to go to, as its address names it."""
        asked = BackMsg()
        state = asked.rerun_script
        state.page_name, state.page_script_hash = page or "", self.page if page is None else ""
        state.widget_states.widgets.extend(self._states.values())
        if click:
            state.widget_states.widgets.append(WidgetState(id=click, trigger_value=True))
            state.fragment_id = self._part_of.get(click, "")
        await self._socket.send(asked.SerializeToString())

    async def take(self) -> None:
        """Take what is shown until a run is over, of the page or of parts of it."""
        shown: dict[str, str] = {}
        while True:
            async with asyncio.timeout(PATIENCE):
                told = ForwardMsg.FromString(await self._socket.recv(decode=False))
            kind = told.WhichOneof("type")
            if kind == "new_session":
                shown = {}
            elif kind == "navigation":
                self.page = told.navigation.page_script_hash
            elif kind == "delta" and told.delta.WhichOneof("type") == "new_element":
                element = told.delta.new_element
                inner = getattr(element, element.WhichOneof("type") or "empty")
                widget = str(getattr(inner, "id", ""))
                shown[widget], self._part_of[widget] = str(getattr(inner, "label", "")), told.delta.fragment_id
            elif kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self.widgets = shown
                return
            elif kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY:
                drawn = {self._part_of[widget] for widget in shown}
                rest = {i: label for i, label in self.widgets.items() if self._part_of[i] not in drawn}
                self.widgets = rest | shown
                return

    def find(self, name: str) -> str:
        """The id of the widget with a key or a label; empty when it is not shown."""
        return next((i for i, label in self.widgets.items() if i.endswith(f"-{name}") or label == name), "")

    def type_in(self, key: str, text: str) -> None:
        """Fill a text field; it is sent with the next run."""
        self._states[key] = WidgetState(id=self.find(key), string_value=text)


@asynccontextmanager
async def open_tab(address: str) -> AsyncIterator[Tab]:
    """A tab at a host and port, with the cookies a browser gets from there."""
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        (await client.get(f"http://{address}/people")).raise_for_status()
        (await client.get(f"http://{address}/_stcore/host-config")).raise_for_status()
        cookies = "; ".join(f"{k}={v}" for k, v in client.cookies.items())
    async with connect(
        f"ws://{address}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=PATIENCE,
        additional_headers={"Cookie": cookies, "Origin": f"http://{address}"}, ping_interval=None,
    ) as socket:  # fmt: skip
        yield Tab(socket)
