"""Who I am and what I can give: the profile that ranking, give-first ideas and notes start from."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Profile:
    """The person who goes to the event. Lists hold short phrases in the user's own words."""

    name: str = ""
    title: str = ""
    company: str = ""
    industry: str = ""
    offers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    dream_customers: tuple[str, ...] = ()
    hiring: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


def read_profile(text: str) -> Profile:
    """Read a profile from TOML text; unknown keys are ignored. Raises ValueError with a sentence fit to show."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ValueError(f"The profile is not valid TOML: {problem}.") from problem
    values: dict[str, object] = {}
    for item in fields(Profile):
        value = data.get(item.name)
        if value is None:
            continue
        if isinstance(item.default, tuple):
            if not isinstance(value, list):
                raise ValueError(f"In the profile, {item.name} must be a list of phrases.")
            values[item.name] = tuple(str(v).strip() for v in value if str(v).strip())
        else:
            values[item.name] = str(value).strip()
    return Profile(**values)  # type: ignore[arg-type]


def write_profile(profile: Profile) -> str:
    """The profile as TOML text that `read_profile` reads back."""
    lines = []
    for item in fields(Profile):
        value = getattr(profile, item.name)
        lines.append(f"{item.name} = {json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
