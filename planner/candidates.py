"""The people of an event understood: role, company, sessions and what they speak about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner._signs import find_sign
from planner.agenda import Agenda, Session, Speaker
from planner.dream import Dream, read_dreams
from planner.industries import Business, Industry, Wish, by_profession, industry_of, read_kind
from planner.matching import company_key
from planner.profile import Profile
from planner.titles import Role, read_title

_MANY = 4  # speakers of a session whose text is not about each of them


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the agenda. `says` is what their sessions and biography tell (the text of a session of many says little
    of each); `sessions` in programme order; `company` is the name of their company as it is compared.
    """

    speaker: Speaker
    role: Role
    business: Business
    sessions: tuple[Session, ...] = ()
    says: str = ""
    company: str = ""

    @property
    def who(self) -> str:
        """Name, title and company in one line."""
        title, company = self.speaker.title or "", self.speaker.company or ""
        return ", ".join(filter(None, (self.speaker.name, title, "" if company and company in title else company)))


@dataclass(frozen=True, slots=True)
class Me:
    """The user's profile understood."""

    profile: Profile
    role: Role
    trade: Wish
    dreams: tuple[Dream, ...]

    @property
    def industry(self) -> Industry | None:
        """The industry I work in, None when the profile does not say or the tables do not hold it."""
        named = self.trade.industries
        return next((i for i in named if i.kind == "company"), named[0] if named else None)


def read_me(profile: Profile, *, answers: Mapping[str, str] | None = None) -> Me:
    """Understand the profile; without an industry in it, my company's name may tell."""
    trade = read_kind(profile.industry) if profile.industry else Wish()
    if not trade.industries and (found := industry_of(profile.company, answers=answers).industry):
        trade = Wish((found,))
    mine = next((i for i in trade.industries if i.craft), None)
    role = _as_partner(read_title(profile.title), profile.title, mine)
    return Me(profile, role, trade, read_dreams(profile.dream_customers))


def read_candidates(agenda: Agenda, *, answers: Mapping[str, str] | None = None) -> tuple[Candidate, ...]:
    """Everybody on the agenda, in its order. `answers` are what the user said companies do."""
    talks: dict[str, list[Session]] = defaultdict(list)
    for session in agenda.sessions:
        for speaker_id in session.speakers:
            talks[speaker_id].append(session)
    return tuple(read_candidate(p, talks.get(p.id, ()), answers=answers) for p in agenda.speakers)


def read_candidate(
    speaker: Speaker, sessions: Iterable[Session] = (), *, answers: Mapping[str, str] | None = None
) -> Candidate:
    """Understand one person with their sessions."""
    own = tuple(sessions)
    abstracts = {s.id: s.abstract for s in own if s.abstract and len(s.speakers) < _MANY}
    business = industry_of(speaker.company, [speaker.bio, speaker.title, *abstracts.values()], answers=answers)
    if not business.known:
        business = by_profession(speaker.title)
    role = _as_partner(read_title(speaker.title), speaker.title, business.industry)
    says = " . ".join(filter(None, [part for s in own for part in (s.title, abstracts.get(s.id), s.track)] + [speaker.bio]))
    return Candidate(speaker, role, business, own, says, company_key(speaker.company))


def may_be_partner(title: str | None) -> bool:
    """Whether a job title may be that of a partner in a professional firm, so that the company says what they do."""
    return read_title(title).level == "executive" and find_sign("partner", title) is not None


def _as_partner(role: Role, title: str | None, industry: Industry | None) -> Role:
    """A partner in a professional firm owns it and has its craft: a partner at a law firm is in legal and runs a company."""
    if industry is None or industry.craft is None or not may_be_partner(title):
        return role
    craft = role.craft or (industry.craft,)
    return replace(role, functions=(*craft, "general"), owner=True)
