"""The places on the web where somebody is found: what a record calls them, and their addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scrapers._language.fields import vocabulary

_HANDLES = {"twitter": "https://x.com/", "github": "https://github.com/", "linkedin": "https://www.linkedin.com/in/"}


def site_of(label: str, address: str) -> str:
    """The kind of a link ("linkedin"), by its address or label; "website" where neither says."""
    host = (urlsplit(address).hostname or "") if "://" in address else ""
    for site in vocabulary()["links"]:
        if (
            site in host
            or (site == "twitter" and host in ("x.com", "www.x.com", "t.co"))
            or (site == "bluesky" and "bsky" in host)
        ):
            return site
    low = label.casefold().strip()
    return next(
        (site for site, names in vocabulary()["links"].items() if any(low == n or site in low for n in names)), "website"
    )


def add_link(links: dict[str, str], site: str, text: str) -> None:
    """Add an address, or a handle on a known site, to the links of somebody; nothing else, and none twice."""
    text = text.strip()
    if "://" not in text:
        handle = text.lstrip("@").strip("/")
        if "." in handle and " " not in handle:
            text = "https://" + handle
        elif site in _HANDLES and re.fullmatch(r"[\w.-]{2,60}", handle):
            text = _HANDLES[site] + handle
        else:
            return
    if text.startswith(("http://", "https://")) and " " not in text:
        links.setdefault(site, text)
