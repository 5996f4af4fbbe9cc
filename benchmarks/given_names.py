"""Gather the given names of many countries into `scrapers/data/given_names.txt`: `python benchmarks/given_names.py`.

They come from Faker's lists for all its countries (MIT licence; requirements-dev.txt), one a line as `scrapers._found.fold`
gives them.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from faker.config import AVAILABLE_LOCALES

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from scrapers._found import fold  # noqa: E402
from scrapers._language.words import parts  # noqa: E402

LAST = "\u0700"
"""Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters stand before this one."""
TO = ROOT / "scrapers" / "data" / "given_names.txt"


def given_names() -> Iterator[str]:
    """Every word of every given name, folded."""
    for locale in sorted(AVAILABLE_LOCALES):
        try:
            provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        for attribute in dir(provider):
            if "first_name" in attribute and isinstance(names := getattr(provider, attribute), dict | list | tuple):
                yield from (fold(name) for name in names if isinstance(name, str))


def main() -> None:
    """Write the file anew."""
    words = {word for name in given_names() for word in name.split() if len(word) > 1 and word.isalpha()}
    names = {word for word in words if max(word) < LAST} - parts("particles") - parts("houses")
    TO.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(f"{len(names)} given names")


if __name__ == "__main__":
    main()
