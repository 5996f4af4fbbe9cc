"""How a profile is understood, said back in sentences, so that a misread job or wish can be worded better."""

from __future__ import annotations

from planner.candidates import Me, read_me
from planner.dream import Dream
from planner.industries import industries
from planner.profile import Profile
from planner.titles import functions

_LEVELS = {
    "executive": "at the top",
    "senior_manager": "as a head",
    "professional": "as a specialist",
    "academic": "in research or teaching",
}
_NAMED = 3  # kinds of company named before "and more"


def say_profile(profile: Profile) -> tuple[str, ...]:
    """A sentence for the job, the industry and each dream customer; what is not understood is said, with what to write."""
    me = read_me(profile)
    return tuple(filter(None, (_say_job(me), _say_industry(me), *map(_say_dream, me.dreams))))


def _say_job(me: Me) -> str:
    if not me.profile.title:
        return ""
    named = _labels(me.role.functions)
    if not named:
        return f"I cannot tell what a “{me.profile.title}” does, so nobody counts as your peer: write it as “Head of …”."
    return f"Your job: {named}, {_LEVELS[me.role.level]}{', and the company is yours' if me.role.owner else ''}."


def _say_industry(me: Me) -> str:
    if me.industry is not None:
        return f"Your industry: {me.industry.label}."
    if not (words := me.profile.industry or me.profile.company):
        return ""
    return f"I do not know the industry of “{words}”, so competitors cannot be left out: write a common name for it."


def _say_dream(dream: Dream) -> str:
    role = _labels(dream.functions) or ", ".join(sorted(dream.words))
    who = f"people in {role}" if role else "people who lead" if dream.level else "whoever decides"
    if dream.company:
        return f"“{dream.text}”: {who} at {dream.company}."
    if dream.kinds:
        firms = sorted(industries()[key].firms for key in dream.kinds)
        more = f" and {len(firms) - _NAMED} more kinds" if len(firms) > _NAMED else ""
        return f"“{dream.text}”: {who} at {', '.join(firms[:_NAMED])}{more}."
    if dream.startup:
        return f"“{dream.text}”: {who} at young companies."
    if dream.place:
        words = " or ".join(sorted(dream.place))
        return f"“{dream.text}”: {who} where the company's name says {words}; I do not know such a kind."
    return f"“{dream.text}”: {who} at any company."


def _labels(keys: tuple[str, ...]) -> str:
    return " and ".join(functions()[key] for key in keys)
