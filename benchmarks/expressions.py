# ruff: noqa: E501 - a table of pieces reads best compactly
"""Every regular expression of the project against text made to keep it busy: none may take more than linear time.

Run as `python benchmarks/expressions.py`. Each is searched in texts of one size and of four times that size.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import planner
import scrapers

PIECES = (
    "a", "A", " ", "1", ".", ",", "-", "/", "(", "<", "\n", "\t", '"', "&", "é", "王", "1:", "A. ", "Aa ", "a, ", "09:00 ", "9-", "10 May ", "http://a",
    "a@a.", "a-", "(a ", "<a ", "{{", "[a", "@type\":", "Mr ", "Ana Berg, ", "a\n", " \n", ": ", "1 ", "1.", "von ", "and ", "O'", "|", "/*", "//", "A",
)  # fmt: skip


def find_expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled text patterns that stand in modules, alone or in a collection, with their places."""
    for package in (scrapers, planner):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(found.name)).items():
                yield from ((f"{found.name}.{name}", p) for p in _patterns(value))


def _patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _patterns(each, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for each in value.values():
            yield from _patterns(each, depth + 1)


def search_seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor seconds to find every match in the text, and to try one at its beginning and against the whole of it."""
    begin = time.process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - begin


def find_slow(size: int = 1000, *, bound: float = 0.02) -> list[tuple[str, str, float, float]]:
    """Place, piece, seconds at the size and at four times of it, for what takes long and grows more than in proportion."""
    slow, seen = [], set()
    for place, pattern in find_expressions():
        if pattern in seen:
            continue
        seen.add(pattern)
        for piece in PIECES:
            for text in (piece * (size // len(piece)), piece * (size // len(piece)) + "\x00!"):
                small = search_seconds(pattern, text)
                if small < bound / 16:
                    continue
                large = search_seconds(pattern, text[:-2] * 4 + text[-2:])
                if large > bound and large > 8 * small:
                    slow.append((place, piece, small, large))
                    print(f"{place} on {piece!r}: {small:.3f} s, four times as long: {large:.3f} s", flush=True)
                    break
    return slow


if __name__ == "__main__":
    for place, piece, small, large in (found := find_slow()):
        print(f"{place} on {piece!r}: {small:.3f} s, four times as long: {large:.3f} s")
    print(f"{len({id(p) for _, p in find_expressions()})} expressions, {len({f[0] for f in found})} worse than linear")
