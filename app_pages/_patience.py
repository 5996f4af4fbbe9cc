"""Whatever a user does is done to its end, in the order they did it: no click is lost to the next one.

Streamlit breaks a run off as soon as the user does the next thing, and forgets what the broken run had not done yet. Of ten
clicks on ten cards within a second one was kept, of ten with 0.3 s between them five. Here runs wait for each other. Of what
waits only changes of fields on one page share a run: after a click the page may be another. What was pressed on a page just
before the browser showed the next one is done too: the page is drawn again first.

This rests on how Streamlit 1.67 takes requests (`AppSession.request_rerun`) and decides what to do next (`ScriptRequests`), no
public interface: the release is pinned, and `tests/test_app_patience.py` says when another does it otherwise.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace

from streamlit import config
from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx, script_runner
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequest,
    ScriptRequests,
    ScriptRequestType,
)

_CLICKS = {"trigger_value", "string_trigger_value", "chat_input_value", "json_trigger_value"}


def be_patient() -> None:
    """Let every run of the app, from now on and of every session, come to its end before the next begins."""
    config.set_option("runner.fastReruns", False)  # else each request ends the runner, and what waits there with it
    script_runner.ScriptRequests = PatientRequests  # type: ignore[attr-defined]
    AppSession.request_rerun = _request_rerun  # type: ignore[assignment,method-assign]


_as_ever = AppSession.request_rerun


def _request_rerun(session: AppSession, asked: ClientState | None) -> None:
    """As ever, but what was pressed in a part of a page that has been left is asked of that page as a whole.

    The part is gone with its page, and Streamlit would forget what was pressed there.
    """
    pressed = asked is not None and any(map(_is_click, asked.widget_states.widgets))
    if asked and pressed and asked.page_script_hash != session.page_script_hash and not session.has_fragment(asked.fragment_id):
        whole = ClientState()
        whole.CopyFrom(asked)
        whole.fragment_id = ""
        asked = whole
    _as_ever(session, asked)


class PatientRequests(ScriptRequests):
    """What a session's runner is to do next: one thing after the other.

    What the running page asks for itself (`st.rerun`, `st.switch_page`, `st.stop`) happens at once, as always.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.RLock()  # type: ignore[assignment]
        self._waiting: deque[RerunData] = deque()
        self._stopped_itself = False
        self._came_back_for: WidgetStates | None = None

    def request_rerun(self, new_data: RerunData) -> bool:
        """Put a request of the browser at the end of what waits; False when this runner has ended and takes none."""
        with self._lock:
            if self._is_asked_by_page():
                return super().request_rerun(new_data)
            if self._state == ScriptRequestType.STOP and not self._stopped_itself:
                return False
            self._waiting.append(new_data)
            return True

    def request_stop(self) -> None:
        """End this runner; when the page itself says so (`st.stop`), only the present run."""
        with self._lock:
            self._stopped_itself = self._state != ScriptRequestType.STOP and self._is_asked_by_page()
            super().request_stop()

    def on_scriptrunner_ready(self) -> ScriptRequest:
        """What to run now that the run before is over, on an empty screen.

        A part of a page leaves its place open that it draws into; without fast reruns the next run is in the same thread, and a
        whole page would be drawn into there: another page than the browser expects, which then shows nothing at all.
        """
        context_dg_stack.set(get_default_dg_stack_value())
        with self._lock:
            if self._stopped_itself:
                self._stopped_itself, self._state = False, ScriptRequestType.CONTINUE
            while self._waiting and self._state != ScriptRequestType.STOP and self._goes_with_next(self._waiting[0]):
                super().request_rerun(self._waiting.popleft())
            if self._state == ScriptRequestType.RERUN and self._is_for_page_left():
                self._come_back()
            return super().on_scriptrunner_ready()

    def _is_for_page_left(self) -> bool:
        """Whether what is next was pressed on another page than the one drawn last: what is not drawn is not known any more."""
        here = get_script_run_ctx(suppress_warning=True)
        page, pressed = self._rerun_data.page_script_hash, self._rerun_data.widget_states
        if here is None or not page or page == here.page_script_hash or pressed is None or pressed is self._came_back_for:
            return False
        return any(map(_is_click, pressed.widgets))

    def _come_back(self) -> None:
        """Draw the page again on which something was pressed just before it was left; what was pressed comes next."""
        asked = self._rerun_data
        assert asked.widget_states is not None
        self._came_back_for = asked.widget_states
        self._waiting.appendleft(asked)
        fields = WidgetStates(widgets=[each for each in asked.widget_states.widgets if not _is_click(each)])
        self._rerun_data = replace(asked, widget_states=fields, fragment_id_queue=[])

    def _is_asked_by_page(self) -> bool:
        here = get_script_run_ctx(suppress_warning=True)
        return here is not None and here.script_requests is self

    def _goes_with_next(self, later: RerunData) -> bool:
        """Whether one run will do for what is next and what was asked later: fields of one page, nothing pressed before."""
        if self._state != ScriptRequestType.RERUN:
            return True
        first = self._rerun_data
        if first.widget_states is None and not first.page_script_hash:
            return True  # the bare opening of the app, which nobody waits for any more
        if (first.page_script_hash, first.page_name) != (later.page_script_hash, later.page_name):
            return False
        return first.widget_states is None or not any(map(_is_click, first.widget_states.widgets))


def _is_click(state: WidgetState) -> bool:
    """Whether a state is that something was pressed: a button, not a field with a value."""
    kind = state.WhichOneof("value")
    return kind in _CLICKS and bool(getattr(state, kind) if kind == "trigger_value" else state.ByteSize())
