"""Asking a language model over a real connection: answers, errors, silence."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest

from scrapers import ModelError, ask_model

ASKED = [{"role": "user", "content": "Hello"}]


class Model(http.server.BaseHTTPRequestHandler):
    """Plays a model; the path before `/chat/completions` says how it behaves."""

    seen: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        """Answer as the path asks."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Model.seen.append({"path": self.path, "key": self.headers.get("Authorization"), **json.loads(body)})
        how = self.path.split("/")[1]
        if how == "slow":
            time.sleep(40)
        answer = {
            "broken": b"{\"choices\": [", "shape": b"{\"choices\": []}", "number": b'{"choices":[{"message":{"content":5}}]}',
            "huge": b"x" * 700_000,
        }.get(how, json.dumps({"choices": [{"message": {"content": "Hello there"}}]}).encode())  # fmt: skip
        self.send_response({"missing": 404, "busy": 503, "away": 302}.get(how, 200))
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()
        try:
            if how == "drip":
                for _ in range(400):
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.1)
            self.wfile.write(answer)
        except OSError:
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Say nothing on the test's output."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the model."""
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()


def test_the_answer_comes_back_and_only_what_was_given_goes_out(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Model and messages are sent as the protocol asks; a key only when the environment holds one."""
    assert ask_model(f"{server}/good/", "tiny", ASKED) == "Hello there"
    sent = Model.seen[-1]
    assert (sent["path"], sent["model"], sent["messages"], sent["key"]) == ("/good/chat/completions", "tiny", ASKED, None)
    monkeypatch.setenv("POLISH_KEY", "secret")
    ask_model(f"{server}/good", "tiny", ASKED)
    assert Model.seen[-1]["key"] == "Bearer secret"


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("broken", "did not answer as a language model does"), ("shape", "did not answer as a language model does"),
        ("number", "not answer with a text"), ("huge", "said too much"), ("missing", "installed there"), ("busy", "503"),
        ("away", "302"),
    ],
)  # fmt: skip
def test_an_unusable_answer_is_a_sentence(server: str, how: str, said: str) -> None:
    """Broken JSON, another shape, an endless text, an error, a redirect: each is named, and nothing is followed."""
    with pytest.raises(ModelError, match=said):
        ask_model(f"{server}/{how}", "tiny", ASKED)


@pytest.mark.parametrize("how", ["slow", "drip"])
def test_a_slow_model_is_given_up(server: str, how: str) -> None:
    """Silence and an answer letter by letter, both of forty seconds, end when the time is over."""
    began = time.monotonic()
    with pytest.raises(ModelError, match="did not answer in"):
        ask_model(f"{server}/{how}", "tiny", ASKED, seconds=0.6)
    assert time.monotonic() - began < 20


def test_a_stop_ends_the_waiting_at_once(server: str) -> None:
    """Whoever says stop while the model thinks does not wait for its answer."""
    began = time.monotonic()
    with pytest.raises(ModelError, match="Stopped"):
        ask_model(f"{server}/slow", "tiny", ASKED, stop=lambda: time.monotonic() > began + 0.1)
    assert time.monotonic() - began < 20


def test_a_model_that_is_down_is_named(server: str) -> None:
    """Nobody listens, no address at all, or an unencrypted one elsewhere."""
    with pytest.raises(ModelError, match="Nobody answers"):
        ask_model("http://127.0.0.1:9/v1", "tiny", ASKED)
    with pytest.raises(ModelError, match="Nobody answers"):
        ask_model(f"https://{'a' * 70}.example/v1", "tiny", ASKED)
    with pytest.raises(ModelError, match="not a web address"):
        ask_model("ollama", "tiny", ASKED)
    with pytest.raises(ModelError, match="not encrypted"):
        ask_model("http://models.example.org/v1", "tiny", ASKED)
