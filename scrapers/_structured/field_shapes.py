"""How the fields of a family of records look: like names, jobs, clocks, days, titles, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scrapers._html.plain import line_of
from scrapers._language.fields import meanings, roles_in
from scrapers._language.jobs import says_job
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.stamps import stamp_of
from scrapers._language.vocabulary import words_of as words_in
from scrapers._language.words import plain

Values = Mapping[str, list[Any]]
"""The filled values of each field, over the records of a family."""
_FEW, _OFTEN = 2, 4
_LONGER = 2
_SHORT, _WORDY = 3, 7
"""More words on average than these make titles of talks, the latter even where they sound like jobs."""
_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[A-ZÀ-ÞА-Я][a-zà-ÿа-я])")
_NEXT = re.compile(r"\s?[/;|&]\s")
"""What parts one person from the next."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the texts of a field look: shares of names and of job titles, of values that differ, and how many words they have.

    `likeness` is how much they look like names on average.
    """

    names: float
    likeness: float
    jobs: float
    distinct: float
    words: float


class Shapes:
    """How the fields of a family look, found out when asked."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._known: dict[str, Shape] = {}

    def of(self, key: str) -> Shape:
        """How one field looks."""
        if key not in self._known:
            texts = [t for value in self._values[key][:60] for t in (value if isinstance(value, list) else [value])]
            texts = [text for text in texts if isinstance(text, str) and text.strip()][:60]
            most = max(len(texts), 1)
            likes = [looks_like_name(text) for text in texts] if len(texts) > 1 else [0.0]
            self._known[key] = Shape(
                sum(like >= 0.3 for like in likes) / most,
                sum(likes) / most,
                sum(map(says_job, texts)) / most,
                len(set(texts)) / most,
                sum(len(text.split()) for text in texts) / most,
            )
        return self._known[key]

    def title_cost(self, key: str, titles: list[str]) -> float:
        """What speaks against a field of titles: that it holds job titles or, beside others, names of people."""
        shape = self.of(key)
        tests = (self.may_name, self._only_labels, self._only_sorts)
        other = any(test(key, k) for test in tests for k in titles)
        return 99 * (shape.jobs > 0.5) + 60 * max(0.0, shape.names - 0.4) + 20 * other

    def is_beside_person(self, key: str, titles: list[str]) -> bool:
        """Whether a field stands between who speaks and where they work, and another tells what about ("Titel" of a person)."""
        keys = list(self._values)
        at = keys.index(key)
        before, after = (
            roles_in(keys[i : i + 1] if i >= 0 else (), "session" if i < at else "person") for i in (at - 1, at + 1)
        )
        others = (k for k in titles if k != key and keys.index(k) < at and self.of(k).distinct > 0.8 and self.of(k).names < 0.4)
        return "speakers" in before and "company" in after and any(others)

    def _only_labels(self, key: str, title: str) -> bool:
        """Whether a field says the kind of what another one, of nearly as many records, says the title of ("Talk", "Pitch")."""
        values = self._values[key]
        kinds = sum(isinstance(v, str) and is_kind(words_in(plain(v))[:1]) for v in values)
        often = 4 * len(self._values[title]) >= 3 * len(values)
        return key != title and often and kinds * 2 > len(values) and self.of(title).distinct > 0.8 > self.of(key).distinct

    def _only_sorts(self, key: str, title: str) -> bool:
        """Whether a field that may be a track holds a word or two where another holds titles of many ("Topic": "Cloud")."""
        shape, other = self.of(key), self.of(title)
        longer = other.words > _LONGER * shape.words and other.distinct > 0.8 and other.names < 0.4
        return shape.words < _SHORT and longer and any(m.role == "track" for m in meanings(key, "session"))

    def may_name(self, key: str, title: str) -> bool:
        """Whether a field may hold people's names, given which one holds the titles: most are such, or they are far shorter."""
        shape, other = self.of(key), self.of(title)
        if key == title or not any(m.role == "name" for m in meanings(key, "person")):
            return False
        longer = other.words > shape.words + 1 and other.likeness < shape.likeness and other.distinct > 0.8
        return shape.names >= 0.5 or (shape.names > 0.25 and longer)

    def is_topic(self, key: str) -> bool:
        """Whether a field holds a title of its own for each record, so that it is no track, name or mark."""
        shape = self.of(key)
        names = shape.names > (0.4 if any(m.role == "name" for m in meanings(key, "person")) else 0.8)
        return shape.distinct > 0.8 and len(self._values[key]) > 1 and not names and shape.jobs < 0.5

    def are_texts(self, key: str) -> bool:
        """Whether a field holds titles by their looks: texts of several words, each another."""
        shape, sample = self.of(key), self._values[key][:60]
        texts = [value for value in sample if isinstance(value, str) and is_text(value) and len(value) < 200]
        return (
            len(texts) == len(sample)
            and sum(map(has_clock, texts)) * _OFTEN < len(texts)
            and len(sample) > 1
            and shape.words >= 2
            and shape.distinct > 0.6
            and max(shape.names, shape.jobs) < 0.4
        )

    def are_own_titles(self, key: str) -> bool:
        """Whether a field of people's records holds what each speaks about; a word or two are what somebody knows about."""
        shape, sample = self.of(key), self._values[key][:60]
        texts = len(sample) > 1 and all(isinstance(value, str) and is_text(value) for value in sample)
        wordy = shape.words > _WORDY or (shape.words > _SHORT and shape.jobs < 0.4)
        return texts and wordy and shape.distinct > 0.8 and shape.names < 0.4

    def are_names(self, key: str) -> bool:
        """Whether a field holds names of people by their looks, alone or in lists."""
        sample = self._values[key][:60]
        if not are_plain(sample) or len(sample) < _FEW:
            return False
        firsts = [_NEXT.split(text, 1)[0] for value in sample for text in (value if isinstance(value, list) else [value])]
        return sum(looks_like_name(text) >= 0.3 for text in firsts) >= 0.7 * max(len(firsts), 1)

    def are_sentences(self, key: str) -> bool:
        """Whether many texts of a field go on after a full stop, as biographies do and lines about a job do not."""
        texts = [value for value in self._values[key][:60] if isinstance(value, str)]
        return sum(bool(_STOP.search(text)) for text in texts) * _OFTEN > len(texts)

    def are_days(self, key: str) -> bool:
        """Whether a field holds whole dates by their looks."""
        stamps = [stamp_of(value) if isinstance(value, str) else None for value in self._values[key][:60]]
        return all(stamp is not None and stamp.day and stamp.clock is None for stamp in stamps)

    def are_starts(self, key: str) -> bool:
        """Whether a field holds days with clocks as programmes have them, full or to five minutes, as no log of a form does."""
        sample = [stamp_of(value) if isinstance(value, str) else None for value in self._values[key][:60]]
        clocks = {stamp.clock if stamp and stamp.day else None for stamp in sample}
        return len(clocks) > 1 and all(clock is not None and clock % 5 == 0 for clock in clocks)

    def are_clocks(self, key: str) -> bool:
        """Whether a field holds clocks without dates by their looks."""
        sample = [stamp_of(value) if isinstance(value, str) else None for value in self._values[key][:60]]
        return len(sample) > 1 and all(stamp is not None and stamp.clock is not None and not stamp.day for stamp in sample)


def are_plain(sample: list[Any]) -> bool:
    """Whether values are texts or lists of texts."""
    return all(isinstance(v, str) or (isinstance(v, list) and all(isinstance(t, str) for t in v)) for v in sample)


def is_text(value: Any) -> bool:
    """Whether a value is a text of letters, no address, or a small record of one."""
    if isinstance(value, dict):
        return len(value) <= 4 and (text := line_of(value)) is not None and not text.isdigit()
    texts = isinstance(value, str) and len(value) <= 500 and any(c.isalpha() for c in value) and "://" not in value[:8]
    return texts and not says_whether(value)


def has_clock(value: Any) -> bool:
    """Whether a value states a time of day."""
    stamp = stamp_of(value, day_first=True)
    return stamp is not None and stamp.clock is not None


def says_whether(value: Any) -> bool:
    """Whether a text only says yes or no, as attributes of XML do (`<author presenter="yes">`)."""
    return isinstance(value, str) and value.strip().lower() in ("yes", "no", "true", "false", "y", "n", "0", "1")
