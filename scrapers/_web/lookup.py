"""What companies do, asked of Wikidata or of the company's own page, when the user has said yes to that.

Wikidata's interface for programs: https://www.wikidata.org/w/api.php (`wbsearchentities`, `wbgetentities`); its statements are
CC0. It says with status 200 and an `error` that it is too busy (https://www.mediawiki.org/wiki/Manual:Maxlag_parameter). Only
names of companies are sent. An answer counts only where one item bears just that name and states its industry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from scrapers._document import Document
from scrapers._errors import AgendaError, NotReachable

WIKIDATA = "https://www.wikidata.org/w/api.php"
MOST = 10
"""Companies that are looked up at once: one request for each, and two for all."""

_INDUSTRY = "P452"
_LEGAL = re.compile(
    r"[\s,]{1,3}(?:inc|ltd|llc|llp|plc|gmbh|ag|se|kg|s\.?a|s\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|as|a/s|corp|corporation|co|company|limited|ltda)\.?$",
    re.IGNORECASE,
)
_PATIENCE = 15.0  # seconds for one request: the user waits for the answer
_BUSY = frozenset({"maxlag", "ratelimited", "readonly"})  # codes of errors that pass
_TOLD = 600  # characters of a page's own description that are handed on


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about a company: `words` say what it does, `source` is the address of the page that says so."""

    company: str
    words: str
    source: str


def look_up_industries(
    companies: Iterable[str],
    *,
    api: str = WIKIDATA,
    report: Callable[[str], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """What Wikidata says the first ten of these companies do, and what went wrong as sentences to show.

    Names sent to Wikidata leave this machine: ask the user first. A name that several items bear, with different industries, or
    that none bears, gives no finding. After the first request that fails nothing more is searched for; what was found by then
    is still read. `report` is told before each company; once `stop` says yes, nothing more is asked.
    """
    from scrapers._web.fetch import Fetcher  # takes a while to load, and few look companies up

    asked, problems = list(dict.fromkeys(companies))[:MOST], list[str]()
    with Fetcher(stop=stop, page_seconds=_PATIENCE) as fetcher:
        bearers: dict[str, list[str]] = {}
        try:
            for number, company in enumerate(asked, 1):
                if report:
                    report(f"Asking Wikidata about {company} ({number} of {len(asked)})")
                bearers[company] = _bearers(company, api, fetcher.get)
        except AgendaError as problem:
            problems.append(_say_problem(problem, asked[len(bearers) :]))
        try:
            return _read_industries(bearers, api, fetcher.get), tuple(problems)
        except AgendaError as problem:
            return (), tuple(problems or [_say_problem(problem, asked)])


def _say_problem(problem: AgendaError, missing: list[str]) -> str:
    why = problem.why if isinstance(problem, NotReachable) else str(problem)
    return f"Wikidata gave no answer about {', '.join(missing)}: {why}"


def read_own_page(company: str, address: str, *, stop: Callable[[], bool] | None = None) -> Finding | None:
    """How a company describes itself at its own address; None when the address is not clearly its own, or says nothing.

    The page is read as politely as any other, robots.txt obeyed.
    """
    if not is_own_page(company, address):
        return None
    from scrapers._web.fetch import Fetcher

    with Fetcher(stop=stop) as fetcher:
        try:
            page = fetcher.get(address)
        except AgendaError:
            return None
    words = _describes_itself(page)
    return Finding(company, words[:_TOLD], page.address) if words else None


def is_own_page(company: str, address: str) -> bool:
    """Whether the host of an address bears the company's name: `acme-tools.com` does for Acme Tools."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    name = re.sub(r"[^a-z0-9]", "", _fold(company))
    return len(name) > 2 and name == re.sub(r"[^a-z0-9]", "", host.partition(".")[0])


def _fold(name: str) -> str:
    bare = _LEGAL.sub("", name.strip())
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode() or bare
    return " ".join(re.sub(r"[^\w\s]", " ", plain.casefold()).split())


def _describes_itself(page: Document) -> str:
    """A page's title and the description its makers gave it."""
    told = [
        node.attrs.get("content", "")
        for node in page.tree.find_all("meta")
        if (node.attrs.get("name") or node.attrs.get("property", "")).lower() in ("description", "og:description")
    ]
    said = [node.raw_text() for node in page.tree.find_all("title")[:1]] + told
    return " . ".join(dict.fromkeys(" ".join(s.split()) for s in said if s.strip()))


def _read_industries(bearers: Mapping[str, list[str]], api: str, get: Callable[[str], Document]) -> tuple[Finding, ...]:
    """What the items say that bear the companies' names."""
    items = _entities([i for ids in bearers.values() for i in ids], "claims", api, get)
    trades = {i: _industries_of(item) for i, item in items.items()}
    labels = _entities([t for found in trades.values() for t in found], "labels", api, get)
    found = []
    for company, ids in bearers.items():
        telling = [(i, trades[i]) for i in ids if trades.get(i)]
        if not telling or len({frozenset(t) for _, t in telling}) > 1:
            continue
        item, industries = telling[0]
        words = [label for t in industries[:2] if (label := _label(labels.get(t, {})))]
        if words:
            home = urlsplit(api)
            found.append(Finding(company, ", ".join(words), f"{home.scheme}://{home.netloc}/wiki/{item}"))
    return tuple(found)


def _ask(api: str, get: Callable[[str], Document], **what: str) -> Mapping[str, Any]:
    """One answer. Raises NotReachable when it is none, or an error."""
    answer = get(f"{api}?{urlencode({**what, 'format': 'json', 'maxlag': '5'})}").json
    if not isinstance(answer, dict):
        raise NotReachable(api, "what came back is not an answer for programs. Try again later, or answer from what you know.")
    if error := answer.get("error"):
        code = str(error.get("code") if isinstance(error, dict) else error)[:60]
        busy = "it is too busy just now. Try again in a few minutes."
        raise NotReachable(api, busy if code in _BUSY else f"it refused the question ({code}). Answer from what you know.")
    return answer


def _bearers(company: str, api: str, get: Callable[[str], Document]) -> list[str]:
    """The items whose label or alias is just this name."""
    answer = _ask(
        api, get, action="wbsearchentities", search=_LEGAL.sub("", company)[:100], language="en", type="item", limit="5"
    )
    hits = answer.get("search")
    return [
        str(hit["id"])
        for hit in (hits if isinstance(hits, list) else [])
        if isinstance(hit, dict)
        and re.fullmatch(r"Q\d{1,12}", str(hit.get("id")))
        and _fold(company) in {_fold(str(name)) for name in (hit.get("label"), (hit.get("match") or {}).get("text")) if name}
    ]


def _entities(ids: list[str], props: str, api: str, get: Callable[[str], Document]) -> dict[str, Any]:
    wanted = list(dict.fromkeys(ids))[:50]  # the most that one request may name
    if not wanted:
        return {}
    answer = _ask(api, get, action="wbgetentities", ids="|".join(wanted), props=props, languages="en", languagefallback="1")
    found = answer.get("entities")
    return {key: value for key, value in found.items() if isinstance(value, dict)} if isinstance(found, dict) else {}


def _industries_of(item: Mapping[str, Any]) -> list[str]:
    """The items of its industry statements: the preferred ones where there are any, never those deprecated."""
    claims = item.get("claims")
    found: dict[str, list[str]] = {"preferred": [], "normal": []}
    for claim in claims.get(_INDUSTRY, []) if isinstance(claims, dict) else []:
        try:
            found[claim["rank"]].append(str(claim["mainsnak"]["datavalue"]["value"]["id"]))
        except (KeyError, TypeError):
            continue  # deprecated, "unknown value", or a form we don't know
    return found["preferred"] or found["normal"]


def _label(item: Mapping[str, Any]) -> str | None:
    try:
        return str(item["labels"]["en"]["value"])
    except (KeyError, TypeError):
        return None
