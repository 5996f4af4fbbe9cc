"""How a profile is said back."""

from __future__ import annotations

from planner.profile import Profile
from planner.understanding import say_profile


def test_a_profile_is_said_back() -> None:
    """Job, industry and each wish, in words a person can check."""
    me = Profile("Kim Holm", "VP Sales", "Fernhill", "HR software", dream_customers=("Head of HR at a hospital", "Siemens"))
    assert say_profile(me) == (
        "Your job: sales, at the top.",
        "Your industry: HR software.",
        "“Head of HR at a hospital”: people in HR at hospitals and clinics.",
        "“Siemens”: whoever decides at Siemens.",
    )


def test_what_is_not_understood_is_said() -> None:
    """An unknown job, industry or kind of company is named, with what to write instead."""
    me = Profile(title="Zimber", company="Fernhill", industry="quorl", dream_customers=("Head of zumbling at a quorlery",))
    said = say_profile(me)
    assert "cannot tell" in said[0]
    assert "do not know the industry" in said[1]
    assert "quorlery" in said[2]


def test_an_empty_profile_says_nothing() -> None:
    """Nothing told, nothing said."""
    assert say_profile(Profile()) == ()
