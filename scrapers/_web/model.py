"""Asking a language model at an OpenAI-compatible address: one question, one answer, within a time and a size.

Unlike the pages of `fetch.py`, the address is one the user set, usually a model on this very computer, so private addresses
are allowed here; nothing is followed elsewhere, and nothing of the system's proxy settings is used.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapers._web.address import is_loopback

MODEL_ADDRESS = "http://localhost:11434/v1"
"""Where Ollama listens on the same computer (docs.ollama.com, OpenAI compatibility; read 2026-11)."""

_MOST_BYTES = 500_000


class ModelError(Exception):
    """The model gave no usable answer; `str(error)` says what happened and what to try."""


def ask_model(
    address: str,
    model: str,
    messages: Sequence[dict[str, str]],
    *,
    seconds: float = 60.0,
    stop: Callable[[], bool] | None = None,
) -> str:
    """The text of a chat completion (POST `{address}/chat/completions`).

    A key, where the service wants one, is taken from the environment variable POLISH_KEY. Raises ModelError, with a sentence
    fit to show, when nobody answers in `seconds`, or not in the expected form, or once `stop` says yes; the connection is then
    closed, which tells the model to think no further.
    """
    import httpcore  # what opens connections takes a while to load, and few ask a model
    import httpx

    from scrapers._web.network import Deadline, Stopped
    from scrapers._web.transport import Transport

    url = address.strip().rstrip("/") + "/chat/completions"
    if (parts := urlsplit(url)).scheme not in ("http", "https") or not parts.hostname:
        raise ModelError(f"{address} is not a web address. Ollama on this computer is at {MODEL_ADDRESS}.")
    if parts.scheme == "http" and not is_loopback(url):
        raise ModelError(f"{address} is not encrypted. Use https, or a model on this computer at {MODEL_ADDRESS}.")
    key = os.environ.get("POLISH_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    body = {"model": model, "messages": list(messages), "temperature": 0.2, "stream": False}
    deadline = Deadline(stop)
    deadline.until = time.monotonic() + seconds
    received = bytearray()
    try:
        times = httpx.Timeout(seconds, connect=5.0)
        with (
            httpx.Client(transport=Transport(None, deadline), trust_env=False, timeout=times) as client,
            client.stream("POST", url, json=body, headers=headers) as answer,
        ):
            for piece in answer.iter_bytes():
                received += piece
                if len(received) > _MOST_BYTES:
                    raise ModelError(f"The model at {address} said too much. Your draft is as it was.")
    except Stopped as problem:
        raise ModelError("Stopped. Your draft is as it was.") from problem
    except (httpx.TimeoutException, httpcore.TimeoutException) as problem:
        raise ModelError(f"The model at {address} did not answer in {seconds:.0f} seconds. Try a smaller model.") from problem
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, UnicodeError) as problem:
        raise ModelError(f"Nobody answers at {address}. Is the model running? For Ollama: ollama serve.") from problem
    if answer.status_code != httpx.codes.OK:
        hint = f"Is “{model}” installed there?" if answer.status_code == httpx.codes.NOT_FOUND else "Try again later."
        raise ModelError(f"The model at {address} answered with an error ({answer.status_code}). {hint}")
    return _text_of(bytes(received), address)


def _text_of(data: bytes, address: str) -> str:
    try:
        answer: Any = json.loads(data)
        text = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as problem:
        raise ModelError(f"{address} did not answer as a language model does. Check the address.") from problem
    if not isinstance(text, str):
        raise ModelError(f"{address} did not answer with a text. Try another model.")
    return text
