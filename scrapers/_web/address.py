"""Web addresses: what a person pasted made into one that can be opened, one form for comparing, and which may not be opened.

Nothing here opens a connection; `fetch.py` asks it about every address and about every IP a name resolves to.
"""

from __future__ import annotations

import os
import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from scrapers._errors import NotAllowed
from scrapers._remembered import remembered

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_BARE = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_][\w-]{1,62}(?::\d{1,5})?(?:[/?#].*)?|localhost(?::\d{1,5})?(?:[/?#].*)?", re.S)
_PREFIXES = ("view-source:", "feed:", "reader:")
_AS_HTTPS = {"webcal": "https", "webcals": "https", "feed": "https"}
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_ga|_gl|igshid|hsCtaTracking|_hs\w+)", re.I)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)

_NEVER = tuple(
    ip_network(block)
    for block in (
        "169.254.0.0/16",  # link-local: the metadata services of most clouds, and their services for credentials
        "fe80::/10",  # the same over IPv6
        "fd00:ec2::254/128",  # at Amazon
        "fd20:ce::254/128",  # at Google
        "192.0.0.192/32",  # at Oracle
        "100.100.100.200/32",  # at Alibaba
        "168.63.129.16/32",  # Azure's host agent, in a public range
        "2001::/32",  # Teredo tunnels hide an IPv4 address
        "2002::/16",  # so do 6to4 addresses
        "64:ff9b:1::/48",  # and NAT64 prefixes of local use
        "::ffff:0:0:0/96",  # and translated ones (SIIT)
    )
)
_NOT_PUBLIC = tuple(  # special-purpose blocks that the tables of some Python releases miss
    ip_network(block) for block in ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "fec0::/10", "3fff::/20", "5f00::/16")
)
_HOLD_IPV4 = tuple(ip_network(block) for block in ("64:ff9b::/96", "::/96"))  # NAT64, and what RFC 4291 calls compatible
_INSIDE_NAMES = frozenset("localhost localdomain local internal intranet lan home corp private svc arpa onion test".split())
_DOTS = str.maketrans("。．｡", "...")  # IDNA takes them for dots (RFC 3490, section 3.1)


def private_allowed() -> bool:
    """Whether addresses inside the own network may be opened: `ALLOW_PRIVATE_HOSTS=1`, for tests and intranets."""
    return os.environ.get("ALLOW_PRIVATE_HOSTS") == "1"


def web_address(text: str) -> str:
    """What a person pasted, as the http or https address to open.

    A missing scheme is added, `webcal:` and `view-source:` are understood, links to shared Google sheets and documents,
    and to files on GitHub, become links to their content. Raises NotAllowed for anything that is no web address.
    """
    address = re.sub(r"[\t\r\n]", "", text.strip().strip("<>\"'“”«»").strip())
    while address.lower().startswith(_PREFIXES):
        address = address.partition(":")[2]
        address = f"https:{address}" if address.startswith("//") else address
    if address.startswith("//") or _BARE.fullmatch(address):
        address = ("http://" if address.startswith("localhost") else "https://") + address.lstrip("/")
    scheme = match[1].lower() if (match := _SCHEME.match(address)) else ""
    if scheme in _AS_HTTPS:
        address, scheme = _AS_HTTPS[scheme] + address[len(scheme) :], "https"
    check_address(address)
    return _content_of_shared(address)


def check_address(address: str) -> None:
    """Refuse what is no plain web address. Raises NotAllowed with a reason fit to show."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as problem:
        raise NotAllowed(
            address, "it is not a complete web address. Copy it again from your browser's address bar."
        ) from problem
    if parts.scheme == "file":
        raise NotAllowed(address, "it is a file on a computer. Upload the file instead.")
    if parts.scheme not in ("http", "https"):
        if not parts.scheme:
            raise NotAllowed(
                address, "it is no web address, as https://… is one. Open the agenda in your browser and copy its address."
            )
        raise NotAllowed(address, "only web addresses that begin with http:// or https:// can be opened.")
    odd = not host.isprintable() or parts.netloc.startswith(("[v", "[V")) or re.search(r"[\s<>\"\\^`{|}%]", host)
    if not host or odd:
        raise NotAllowed(address, "it is not a complete web address. Copy it again from your browser's address bar.")
    if "@" in parts.netloc:
        raise NotAllowed(_without_login(address), "it holds a user name or password. Remove the part before the @ sign.")
    if port is not None and port not in (80, 443) and port < 1024:
        raise NotAllowed(address, f"port {port} is not one that web pages are served on.")
    if (why := refused_host(host)) is not None:
        raise NotAllowed(address, why)


def refused_host(host: str) -> str | None:
    """Why a host must not be contacted, judged by how it is written; None when it may be looked up."""
    host = unicodedata.normalize("NFKC", host.translate(_DOTS))  # digits in circles and wide letters mean the plain ones
    try:
        return refused_ip(host)
    except ValueError:
        pass
    last = host.rstrip(".").rpartition(".")[2]
    if ":" in host or re.fullmatch(r"\d+|0x[0-9a-f]*", last, re.I):
        return "its host is a number in disguise. Write the name of the site."
    if not private_allowed() and (last in _INSIDE_NAMES or "." not in host.rstrip(".")):
        return _INSIDE
    return None


_INSIDE = (
    "it leads into a private network, not to a public web site. On your own intranet, start the program with "
    "ALLOW_PRIVATE_HOSTS=1, or save the page from your browser and upload it."
)


def refused_ip(text: str) -> str | None:
    """Why an IP address must not be contacted, None when it may be. Raises ValueError when the text is no IP address.

    Refused are all that are not public (private, loopback, link-local, carrier-grade NAT, reserved, multicast), metadata
    services, and tunnels that could hide one of these. Mapped, compatible and NAT64 addresses (RFC 6052) are judged by the
    IPv4 address inside, the last because on networks without IPv4 every IPv4-only site is reached through them.
    """
    ip: IPv4Address | IPv6Address = ip_address(text)
    if isinstance(ip, IPv6Address):
        if ip.scope_id:
            return _INSIDE
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif any(ip in block for block in _HOLD_IPV4):
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.is_multicast or any(ip in block for block in _NEVER):
        return "it does not lead to a web site but to the machinery of a network."
    if private_allowed():
        return None
    local = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_reserved or ip.is_unspecified or not ip.is_global
    return _INSIDE if local or any(ip in block for block in _NOT_PUBLIC) else None


def joined(base: str, link: str) -> str | None:
    """The address a link on a page leads to, without its fragment; None when it leads to no web page."""
    try:
        address = urljoin(base, re.sub(r"[\t\r\n]", "", link.strip())).partition("#")[0]
        return address if urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
    except ValueError:
        return None


def is_export(address: str) -> bool:
    """Whether the address is made for programs, so that robots.txt, which speaks of crawling pages, is not meant.

    That are the exports of shared documents and Wikidata's interface.
    """
    parts = urlsplit(address)
    if parts.hostname == "www.wikidata.org" and parts.path == "/w/api.php":
        return True
    return parts.hostname == "docs.google.com" and bool(re.search(r"/(?:export|pub)$", parts.path))


def is_loopback(address: str) -> bool:
    """Whether the address is written as one of this very machine; a name that only begins like one is not."""
    host = urlsplit(address).hostname or ""
    try:
        ip = ip_address(host)
    except ValueError:
        return host == "localhost"
    return ip.is_loopback


@remembered
def canonical(address: str) -> str:
    """One spelling for addresses that lead to the same page: for comparing, not for opening."""
    parts = urlsplit(address)
    path = quote(_INDEX.sub("/", urlsplit(urljoin("http://h/", parts.path)).path), safe="/%:@!$&'()*+,;=~-._")
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
    return urlunsplit(("", host_of(address), path.rstrip("/") or "/", query, ""))


def host_of(address: str) -> str:
    """The host of an address with its port where that is not the usual one, without www; empty when it has none."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    try:
        return f"{host}:{parts.port}" if parts.port not in (None, 80, 443) else host
    except ValueError:
        return host


def _without_login(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _content_of_shared(address: str) -> str:
    """The content behind a link that only shows it in somebody's viewer: Google sheets and documents, GitHub, Dropbox."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host == "docs.google.com":
        return _google_export(address)
    if host == "github.com" and (match := re.fullmatch(r"/([^/]+/[^/]+)/(?:blob|raw)/(.+)", parts.path)):
        return f"https://raw.githubusercontent.com/{match[1]}/{match[2]}"
    if host in ("www.dropbox.com", "dropbox.com"):
        query = [(k, v) for k, v in parse_qsl(parts.query) if k != "dl"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("dl", "1")])))
    return address


def _google_export(address: str) -> str:
    parts = urlsplit(address)
    given = {**dict(parse_qsl(parts.query)), **dict(parse_qsl(parts.fragment))}
    sheet = f"&gid={given['gid']}" if given.get("gid", "").isdigit() else ""
    if match := re.match(r"/spreadsheets/d/(e/[\w-]+)/pub", parts.path):
        return f"https://docs.google.com/spreadsheets/d/{match[1]}/pub?output=csv{sheet}{'&single=true' if sheet else ''}"
    if match := re.match(r"/spreadsheets/d/([\w-]{15,})", parts.path):
        return f"https://docs.google.com/spreadsheets/d/{match[1]}/export?format=csv{sheet}"
    if match := re.match(r"/document/d/([\w-]{15,})(?!.*/pub)", parts.path):
        return f"https://docs.google.com/document/d/{match[1]}/export?format=html"
    return address
