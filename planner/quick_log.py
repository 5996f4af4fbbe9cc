"""One typed line as proposed entries: "met Ana Ruiz from Acme, send the ramp-up sheet Friday".

Nothing is logged here: what was understood is shown for a yes. What is not understood becomes a note with the very words
typed, so that nothing is lost. English, German, French, Spanish and Portuguese are understood, whichever is typed; their
words are in `data/quick_log/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from planner._quick_dates import take_due
from planner._quick_words import Language, Meaning, languages
from planner.journal import Entry, EntryKind, Way, new_entry
from planner.naming import fold_name, fold_text

LONGEST_LINE = 1_000
_OPENING = 200  # characters in which a statement shows what it is

_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be meant: `ref` is whatever the caller knows them by."""

    ref: str
    name: str
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the line. `ref` is who it surely is, `choices` who it may be; with neither it is somebody new."""

    name: str
    company: str | None = None
    ref: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this person from the others in the line."""
        return self.ref or fold_name(self.name)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as understood. Of an introduction `who` is whom I was introduced to and `others` who did it."""

    kind: EntryKind
    who: Mention | None = None
    others: tuple[Mention, ...] = ()
    text: str = ""
    way: Way | None = None
    due: date | None = None


def read_line(line: str, *, today: date, known: Iterable[Known] = ()) -> tuple[Proposal, ...]:
    """What a line says, in its order. Only the first thousand characters are read; an empty line says nothing."""
    text = " ".join(line[:LONGEST_LINE].replace("\n", "; ").split())
    language = max(languages(), key=lambda each: _understood(text, today, each))
    reader = _Reader(tuple(known), today, language)
    for clause in _clauses(text, language):
        reader.read(clause)
    return tuple(reader.found)


def people_in(proposals: Iterable[Proposal]) -> tuple[Mention, ...]:
    """Everybody the proposals name, once: those without a `ref` are to be chosen or added before logging."""
    every = (m for p in proposals for m in (p.who, *p.others) if m)
    return tuple({m.key: m for m in every}.values())


def to_entries(
    proposals: Iterable[Proposal],
    people: Mapping[str, str],
    *,
    event: str | None = None,
    sessions: Mapping[str, str] | None = None,
    at: datetime | str | None = None,
) -> tuple[Entry, ...]:
    """The entries of the proposals, once `people` gives the person id for each `Mention.key`.

    `sessions` are the titles of the agenda by id: a session stayed in is found by the words of its title, so that it counts
    once however it was logged.
    """
    return tuple(
        new_entry(
            p.kind,
            at=at,
            event=event,
            person=people[p.who.key] if p.who else None,
            others=tuple(people[m.key] for m in p.others),
            session=_session_meant(p, sessions or {}),
            text=p.text,
            way=p.way,
            due=p.due.isoformat() if p.due else None,
        )
        for p in proposals
    )


def _session_meant(proposal: Proposal, sessions: Mapping[str, str]) -> str | None:
    """The one session whose title the words are, or are part of; None when it is none or several."""
    said = fold_text(proposal.text)
    if proposal.kind not in ("session_stayed", "networking_attended") or len(said) < 4:
        return None
    found = [ref for ref, title in sessions.items() if said in fold_text(title)]
    return found[0] if len(found) == 1 else None


# ---------------------------------------------------------------------- clauses


def _understood(line: str, today: date, language: Language) -> tuple[int, bool]:
    """How much of a line a language makes sense of: clauses that say something, and whether there is a day."""
    clauses = _clauses(line, language)
    return sum(_opens(clause, language) for clause in clauses), take_due(line, today, language)[0] is not None


def _clauses(line: str, language: Language) -> list[str]:
    """The line cut where a new statement begins: after a separator, and only before words that open one."""
    cuts, start = [], 0
    gaps = list(language.breaks.finditer(line))
    for number, gap in enumerate(gaps, start=1):
        rest, following = line[gap.end() :], gaps[number].start() if number < len(gaps) else len(line)
        if language.fillers.fullmatch(line[start : gap.start()].strip()):
            continue  # "promised, ..." says nothing yet
        if gap[0].startswith(";") or _opens(rest, language, line[gap.end() : following]):
            cuts.append(line[start : gap.start()])
            start = gap.end()
    return [c.strip(" ,.") for c in [*cuts, line[start:]] if c.strip(" ,.")]


def _opens(text: str, language: Language, clause: str | None = None) -> bool:
    """Whether a statement begins here; `clause` is the text up to the next separator, where statements may end in a verb."""
    text = text[:_OPENING]
    start = language.me.match(text)
    after_me = text[start.end() :] if start else text
    if any(language.starts.pattern.match(said) for said in (after_me, text)):
        return True
    if _subject_of(text, language) or language.subjects.pattern.match(f" {text}", 1):
        return True
    return bool(language.ends.pattern.search(text if clause is None else clause))


def _subject_of(text: str, language: Language) -> re.Match[str] | None:
    """The match of words such as "needs" with up to four words before them that say who."""
    found = language.subjects.pattern.search(text)
    if found is None or not text[: found.start()].strip() or len(text[: found.start()].split()) > 4:
        return None
    return None if language.breaks.search(text[: found.start()].strip()) else found


class _Reader:
    """Reads clause after clause; "her" and "him" are whoever was named last."""

    def __init__(self, known: tuple[Known, ...], today: date, language: Language) -> None:
        self.known = [(fold_name(k.name), k) for k in known]
        self.today = today
        self.language = language
        self.last: tuple[Mention, ...] = ()
        self.found: list[Proposal] = []

    def read(self, clause: str) -> None:
        words = self.language
        me = words.me.match(clause)
        text = clause[me.end() :] if me else clause
        if (subject := None if me else _subject_of(clause, words)) is not None:
            rest = clause[subject.end() :].strip()
            if not words.starts.pattern.match(text) and (meant := words.subjects.meaning(subject[1], rest)):
                who = self._people(clause[: subject.start()])
                self._read_subject(meant[0].kind, who, meant[1], clause)
                return
        for said in (text, clause) if me else (text,):
            if (start := words.starts.pattern.match(said)) is not None:
                rest = said[start.end() :].strip()
                if meant := words.starts.meaning(start[1], rest):
                    self._read_shape(meant[0], said, start[1], meant[1])
                    return
        bare = words.subjects.pattern.match(f" {clause}", 1)  # "needs a CRM": whoever was named last
        if bare and (meant := words.subjects.meaning(bare[1], clause[bare.end() - 1 :].strip())):
            self._read_subject(meant[0].kind, self.last, meant[1], clause)
            return
        if (end := words.ends.pattern.search(text)) is not None and (meant := words.ends.meaning(end[1], "")):
            self._read_shape(meant[0], text, end[1], text[: end.start()].strip(" ,"), at_end=True)
        else:
            self.found.append(Proposal("idea", text=clause))

    def _read_shape(self, meaning: Meaning, text: str, verb: str, rest: str, *, at_end: bool = False) -> None:
        if meaning.shape == "who":
            self._read_who(meaning.kind, rest)
        elif meaning.shape == "promise":
            self._read_promise(text, verb, rest, at_end=at_end)
        elif meaning.shape == "favour":
            self._read_favour(meaning.kind, text, verb, rest)
        else:
            self.found.append(Proposal(meaning.kind, text=rest))

    def _read_who(self, kind: EntryKind, rest: str) -> None:
        about = self.language.about.search(rest)
        named, words = (rest[: about.start()], rest[about.end() :]) if about else (rest, "")
        through = self.language.through.match(about[0]) if about else None
        people = self._people(named)
        if through:
            sources = self._people(words)
            self.found += [Proposal("introduction", who, others=sources) for who in people]
            words = ""
        self.found += [Proposal(kind, who, text=words) for who in people]
        self.last = people or self.last
        if not people:
            self.found.append(Proposal("idea", text=rest))

    def _read_promise(self, text: str, verb: str, rest: str, *, at_end: bool) -> None:
        is_filler = self.language.fillers.fullmatch(verb) is not None
        said = rest if is_filler else f"{rest} {verb}" if at_end else f"{verb} {rest}"
        due, words = take_due(said, self.today, self.language)
        who = self._recipient(words)
        if is_filler and (lead := self.language.promised_whom.match(words)):
            words = words[lead.end() :]
        way = self.language.way_of(text)
        self.found += [Proposal("favour_promised", m, text=words, way=way, due=due) for m in who or (None,)]

    def _read_favour(self, kind: EntryKind, text: str, verb: str, rest: str) -> None:
        way = self.language.way_of(verb)
        sides = self._two_sides(rest) if way == "connect_peer" else [rest]
        if len(sides) == 2:
            one, other = self._people(sides[0]), self._people(sides[1])
            if one and other:
                self.found.append(Proposal(kind, one[0], others=(*one[1:], *other), text=text, way="connect_peer"))
                self.last = (*one, *other)
                return
        who = self._recipient(rest)
        self.found += [Proposal(kind, m, text=text, way=self.language.way_of(text)) for m in who or (None,)]

    def _two_sides(self, rest: str) -> list[str]:
        """The two that were introduced to each other, apart; where names stand side by side, only when it is clear where."""
        sides = self.language.together.split(rest, maxsplit=1)
        words = rest.strip(" ,.").split()
        if len(sides) == 2 or not self.language.names_side_by_side or not 2 <= len(words) <= 6 or self._is_known(words):
            return sides
        cuts = range(1, len(words))
        clear = [at for at in cuts if self._is_known(words[:at]) and self._is_known(words[at:])]
        if self.last and self.language.pronoun.fullmatch(words[0]):
            clear = clear or [1]
        clear = clear or [at for at in cuts if self.language.before_name.fullmatch(f"{words[at]} ")]
        names_only = all(word[0].isupper() for word in words)
        if not clear and names_only:  # one of the two is known, by as many of the words as can be; or two full names
            clear = [at for at in reversed(cuts) if self._is_known(words[:at])] or [
                at for at in cuts if self._is_known(words[at:])
            ]
            clear = clear or ([2] if len(words) == 4 else [])
        return [" ".join(words[: clear[0]]), " ".join(words[clear[0] :])] if clear else sides

    def _is_known(self, words: list[str]) -> bool:
        """Whether these words are the name of somebody known, or the first or last name of one of them."""
        folded = fold_name(" ".join(words))
        return bool(folded) and any(folded in (name, *name.split()[:1], *name.split()[-1:]) for name, _ in self.known)

    def _read_subject(self, kind: EntryKind, who: tuple[Mention, ...], rest: str, clause: str) -> None:
        if kind == "introduction":
            people = self._people(rest)
            self.found += [Proposal(kind, m, others=who) for m in people]
            self.last = people or self.last
            return
        self.found += [Proposal(kind, m, text=rest if who else clause) for m in who or (None,)]
        self.last = who or self.last

    def _recipient(self, words: str) -> tuple[Mention, ...]:
        """Who is meant in "send Ana the sheet", "send the sheet to Ana", "send her the sheet"; else who was named last."""
        folded = f" {fold_name(words)} "
        said = [(fold_name(m.name), m.name) for m in reversed(people_in(self.found))]
        every = [(name, full) for name, full in (*said, *((name, k.name) for name, k in self.known)) if name]
        named = [full for name, full in every if f" {name} " in folded]
        named = named or [full for name, full in every if len(name.split()[0]) > 2 and f" {name.split()[0]} " in folded]
        if not named and (to := self.language.recipient.search(words)):
            named = [to[1]]
        if not named and not self.last and (called := self.language.called.match(words)):
            named = [called[1]]
        return (self._mention(named[0], None),) if named else self.last

    def _people(self, text: str) -> tuple[Mention, ...]:
        """The people named in a few words, with the company after "from" or "at"."""
        text = text.strip(" ,.")
        if (lead := self.language.before_name.match(text)) is not None:
            text = text[lead.end() :]
        if self.language.pronoun.fullmatch(text):
            return self.last
        names, company = self._split_company(text)
        pieces = [p.strip(" .()") for p in self.language.listing.split(names) if p.strip(" .()")]
        if len(pieces) > 1 and not company and any(len(p.split()) > 4 for p in pieces):
            pieces = pieces[:1]
        return tuple(self._mention(p, company) for p in pieces[:12])

    def _split_company(self, text: str) -> tuple[str, str | None]:
        """Names and their company: behind a word such as "from", in brackets, or behind "de" when a full name is before it."""
        if any(fold_name(text) == name for name, _ in self.known):
            return text, None
        if at := _IN_BRACKETS.search(text):
            return text[: at.start()], at[1].strip(" ,.")
        if at := self.language.company.search(text):
            return text[: at.start()], text[at.end() :].strip(" ,.") or None
        for at in self.language.company_after_full_name.finditer(text):
            if len(text[: at.start()].split()) >= 2 and text[at.end() : at.end() + 1].isupper():
                return text[: at.start()], text[at.end() :].strip(" ,.")
        return text, None

    def _mention(self, name: str, company: str | None) -> Mention:
        if self.language.pronoun.fullmatch(name) and self.last:
            return self.last[0]
        folded = fold_name(name)
        exact = [k for other, k in self.known if other == folded]
        found = exact or [k for other, k in self.known if folded and folded in (other.split()[:1] + other.split()[-1:])]
        said = [m for m in people_in(self.found) if folded in (fold_name(m.name), fold_name(m.name).split()[0])]
        if said and not exact:
            return said[-1]
        if len(found) == 1:
            return Mention(found[0].name, found[0].company or company, found[0].ref)
        shown = name if any(c.isupper() for c in name) else name.title()
        return Mention(shown, company, None, tuple(k.ref for k in found))
