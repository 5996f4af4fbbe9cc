"""Bodies that lead a company, "Board of Directors" or "conselho", as part of the job of who sits in them."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.vocabulary import any_of, table
from scrapers._language.words import items, plain_in_place

_OF = (
    r"(?:of the|of|for the|de la|de l['’]|del|della|dell['’]|de|du|d['’]|do|da|dos|das|di|der|des|von"
    r"|van de|van het|van|hos|i)"
)


@cache
def _organ() -> re.Pattern[str]:
    named = any_of(organ.replace("_", r" ") for organ in items(table("titles")["any"]["organs"]))
    return re.compile(rf"(?:the |der |des |den )?{named}(?:\s{_OF}(?<=['’])|\s{_OF}\s|\s(?=[A-Z]))", re.IGNORECASE)


def with_organ(text: str, job: str | None, company: str | None) -> tuple[str | None, str | None]:
    """Job and company, what leads the company with the job: "Chair", "Board of Directors of Acme" of "Chair of the Board ...".

    A body in one capitalised word ("Conselho da Europa") is one by itself.
    """
    found = _organ().match(plain_in_place(company)) if job and company else None
    if job is None or company is None or found is None or not text.startswith(job):
        return job, company
    organ, rest = company[: found.end()].strip(), company[found.end() :].strip()
    at = text.find(company, len(job))
    link = _LINK.search(organ)
    german = link is not None and link[0].strip() in ("der", "des")
    alone = " " not in _LINK.sub("", organ) and organ[:1].isupper() and not (organ.isupper() or german)
    if at < 0 or alone:
        return job, company
    return _LINK.sub("", text[: at + len(organ)]), rest


_LINK = re.compile(rf"\s{_OF}$", re.IGNORECASE)
