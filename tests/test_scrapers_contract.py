"""Every platform module offers the same two verbs, says what it reads, and has a fixture."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import scrapers
from scrapers import PLATFORMS, Document
from scrapers._found import Found

DATA = Path(__file__).parent / "data"
NAMES = [p.__name__.rpartition(".")[2] for p in PLATFORMS]


@pytest.mark.parametrize("name", NAMES)
def test_a_platform_has_a_docstring_and_two_verbs(name: str) -> None:
    """A module's first line tells a reader what it reads; `recognises` and `read` are documented."""
    module = importlib.import_module(f"scrapers.{name}")

    assert module.__doc__
    assert module.__doc__.splitlines()[0].endswith(".")
    assert module.recognises.__doc__
    assert module.read.__doc__


@pytest.mark.parametrize("name", [n for n in NAMES if n != "any_page"])
def test_a_platform_has_a_fixture(name: str) -> None:
    """At least one file in `tests/data/<platform>/` has its expected JSON beside it."""
    pairs = [p for p in (DATA / name).glob("*.expected.json") if p.with_name(p.name.removesuffix(".expected.json")).exists()]

    assert pairs


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"\x00\x01\x02", b"hello", b"<", b"{", b"[]", b"null", b"%PDF-", b"PK\x03\x04"]
)
def test_a_platform_bears_anything(name: str, data: bytes) -> None:
    """Recognising never fails, whatever the bytes."""
    module = importlib.import_module(f"scrapers.{name}")

    assert module.recognises(Document("anything", data)) in (True, False)


def test_every_module_without_underscore_is_registered() -> None:
    """A module that is no shared machinery is a platform, and `PLATFORMS` knows it, once."""
    modules = {m.name for m in pkgutil.iter_modules(scrapers.__path__) if not m.name.startswith("_")}

    assert modules == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_the_last_platform_reads_anything_that_is_text() -> None:
    """Order is the fallback policy: plain text comes last."""
    assert NAMES[-1] == "text"
    assert isinstance(PLATFORMS[-1].read(Document("-", b"no agenda here"), None), Found)
