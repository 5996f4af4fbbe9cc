"""How long something takes, as printed ("45 min", "1h30", "(30')"); the words of minutes stand in `data/times.toml`."""

from __future__ import annotations

import re

from scrapers._language.time_words import time_words

_HOURS = r"(?P<h>\d{1,2})\s?(?:h|hr|hrs|hours?|std|stunden?|ч)\.?(?![^\W\d_])"
_UNIT = r"['′’]|[^\W\d_]{1,10}"
_DURATION = re.compile(
    rf"(?<![\d.,:])(?:{_HOURS}\s?(?:and\s)?(?:(?P<m>\d{{1,3}})\s?(?P<unit>{_UNIT})|(?P<rest>[0-5]\d)(?!\d))?"
    rf"|(?P<m1>\d{{1,3}})\s?(?P<unit1>{_UNIT}))",
    re.I,
)


def is_duration(text: str) -> bool:
    """Whether a text is a duration and nothing else ("(45 min)", "1h30")."""
    text = text.strip(" ()[],;|/·-–")
    return len(text) < 24 and _DURATION.fullmatch(text) is not None and find_duration(text) is not None


def find_duration(text: str) -> int | None:
    """Minutes of a duration printed in the text ("45 min", "1h30", "(30')", "1 hour"), None when there is none."""
    for match in _DURATION.finditer(text):
        minutes, unit = match["m"] or match["m1"], (match["unit"] or match["unit1"] or "").casefold()
        known = minutes and (unit in ("'", "′", "’", "m") or unit in time_words("minutes"))
        if match["h"] and int(match["h"]) <= 8:
            return int(match["h"]) * 60 + int(minutes if known else match["rest"] or 0)
        if known:
            return int(minutes)
    return None
