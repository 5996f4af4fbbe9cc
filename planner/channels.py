"""The channels a note can take, how long it may be there, and the budget of personalised LinkedIn notes."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "channels.toml"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a person, with the most a note may have there: characters, words, or both (None: no such limit).

    `per_month` says how many such notes an account may send, `subject` whether
    there is a subject line. `source` and `read` say where the figures come from and in which month they were read.
    """

    name: str
    label: str
    source: str
    read: str
    characters: int | None = None
    words: int | None = None
    per_month: int | None = None
    subject: bool = False


@cache
def read_channels() -> dict[str, Channel]:
    """All channels by name, in the order of the data file `planner/data/channels.toml`."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: Channel(name=name, **values) for name, values in data.items()}


def find_channel(name: str) -> Channel:
    """The channel of this name. Raises ValueError naming the channels there are."""
    channels = read_channels()
    if name not in channels:
        raise ValueError(f"There is no channel called {name!r}; there are {', '.join(channels)}.")
    return channels[name]


def excess_of(text: str, channel: Channel) -> str | None:
    """What is too much for the channel ("83 characters over the limit of 200"), or None when the note fits.

    Characters are Unicode code points of the trimmed text; words are what stands between spaces.
    """
    text = text.strip()
    for count, limit, unit in ((len(text), channel.characters, "characters"), (len(text.split()), channel.words, "words")):
        if limit is not None and count > limit:
            return f"{count - limit} {unit} over the limit of {limit}"
    return None


def spend_notes(
    ranked: Sequence[str], *, premium: bool = False, used_this_month: int = 0, with_email: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Choose a channel for each person, best first: the month's personalised LinkedIn notes go to the best.

    `ranked` holds person ids, best first; `with_email` those whose e-mail address is known. The rest get an e-mail where
    there is an address, else a spoken opener. A Premium account has no such budget and the longer note.
    """
    if premium:
        return dict.fromkeys(ranked, "linkedin")
    left = max(0, (find_channel("linkedin-free").per_month or 0) - used_this_month)
    best, rest = ranked[:left], ranked[left:]
    return dict.fromkeys(best, "linkedin-free") | {p: "email" if p in with_email else "spoken" for p in rest}
