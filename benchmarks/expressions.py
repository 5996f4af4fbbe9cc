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


def find_expressions() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """The compiled text patterns that stand in modules, alone or in a collection: place, pattern, whether it is searched for.

    One that its module only matches at the beginning of a text is tried there alone.
    """
    for package in (scrapers, planner):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            source = Path(str(module.__file__)).read_text(encoding="utf-8")
            for name, value in vars(module).items():
                uses = set(re.findall(rf"\b{name}\.(\w+)\(", source))
                searched = not uses or bool(uses - {"match", "fullmatch"})
                yield from ((f"{found.name}.{name}", p, searched) for p in _patterns(value))


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


def search_seconds(pattern: re.Pattern[str], text: str, *, searched: bool = True) -> float:
    """Processor seconds to find every match in the text, and to try one at its beginning and against the whole of it."""
    begin = time.process_time()
    for _ in pattern.finditer(text) if searched else ():
        pass
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - begin


def find_slow(size: int = 500, *, least: float = 0.0012, worst: float = 9.0) -> list[tuple[str, str, float, float]]:
    """Place, piece, seconds at the size and at four times of it, for what takes long and grows more than in proportion.

    What takes less than `least` seconds at the size is left; `worst` is the growth allowed, four being in proportion.
    """
    slow, seen = [], set()
    for place, pattern, searched in find_expressions():
        if (pattern, searched) not in seen:
            seen.add((pattern, searched))
            slow += [(place, *found) for found in _growth(pattern, size, least, worst, searched=searched)]
    return slow


def _growth(
    pattern: re.Pattern[str], size: int, least: float, worst: float, *, searched: bool
) -> Iterator[tuple[str, float, float]]:
    """The first piece on which a pattern is slow."""
    for piece in PIECES:
        for tail in ("", "\x00!"):
            texts = (piece * (size // len(piece)) + tail, piece * (4 * size // len(piece)) + tail)
            small = search_seconds(pattern, texts[0], searched=searched)
            if small < least:
                continue
            small = min(small, *(search_seconds(pattern, texts[0], searched=searched) for _ in range(2)))
            large = min(search_seconds(pattern, texts[1], searched=searched) for _ in range(3))
            if small >= least and large > worst * small:
                yield piece, small, large
                return


if __name__ == "__main__":
    for place, piece, small, large in (slow := find_slow()):
        print(f"{place} on {piece!r}: {small:.4f} s, four times as long: {large:.4f} s")
    print(f"{len({p for _, p, _ in find_expressions()})} expressions, {len(slow)} worse than linear")
    sys.exit(bool(slow))
