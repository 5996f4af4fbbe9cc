"""Addresses: what people paste, which of it may be opened, and one spelling for comparing."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers._errors import AgendaError, NotAllowed
from scrapers._web.address import canonical, check_address, is_loopback, joined, refused_host, refused_ip, web_address

PASTED = {
    " https://example.org/agenda ": "https://example.org/agenda",
    "<https://example.org/agenda>": "https://example.org/agenda",
    "example.org": "https://example.org",
    "www.example.org/2026/agenda?day=1#top": "https://www.example.org/2026/agenda?day=1#top",
    "example.org:8080/x": "https://example.org:8080/x",
    "localhost:8000/agenda.html": "http://localhost:8000/agenda.html",
    "//example.org/x": "https://example.org/x",
    "konferenz-münchen.de/programm": "https://konferenz-münchen.de/programm",
    "view-source:https://example.org/": "https://example.org/",
    "webcal://example.org/all.ics": "https://example.org/all.ics",
    "feed:https://example.org/all.ics": "https://example.org/all.ics",
    "https://exam\nple.org/agenda": "https://example.org/agenda",
    "https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit#gid=77": (
        "https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/export?format=csv&gid=77"
    ),
    "https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit?usp=sharing": (
        "https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/export?format=csv"
    ),
    "https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/pubhtml?gid=5&single=true": (
        "https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/pub?output=csv&gid=5&single=true"
    ),
    "https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit": (
        "https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/export?format=html"
    ),
    "https://github.com/someone/event/blob/main/schedule.json": (
        "https://raw.githubusercontent.com/someone/event/main/schedule.json"
    ),
}


@pytest.mark.parametrize(("pasted", "opened"), PASTED.items(), ids=list(PASTED))
def test_what_people_paste_becomes_an_address(pasted: str, opened: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing schemes, calendar links, page source and shared documents are understood."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    assert web_address(pasted) == opened


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("file:///home/me/agenda.html", "Upload the file"),
        ("ftp://example.org/agenda", "http"),
        ("Harbour Trade Days 2027", "copy its address"),
        ("javascript:alert(1)", "http"),
        ("mailto:someone@example.org", "http"),
        ("data:text/html,<b>x</b>", "http"),
        ("gopher://example.org/", "http"),
        ("https://me:secret@example.org/", "user name or password"),
        ("https://example.org@evil.example/", "user name or password"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "not a complete"),
        ("http://[::1", "not a complete"),
        ("http:///agenda", "not a complete"),
        ("https://", "not a complete"),
        ("http://[fe80::1%25eth0]/", "not a complete"),
        ("http://[v1.example]/", "not a complete"),
        ("http://127.0.0.1\u200b/", "not a complete"),
        ("http://127.0.0.1\x00.example.org/", "not a complete"),
        ("http://example.org\\127.0.0.1/", "not a complete"),
        ("http://%31%32%37.0.0.1/", "not a complete"),
        ("09:00 Welcome and coffee", "http"),
        ("", "http"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_reason(pasted: str, says: str) -> None:
    """The sentence names the trouble, and never repeats a password."""
    with pytest.raises(NotAllowed, match=says) as refusal:
        web_address(pasted)
    assert "secret" not in str(refusal.value)


NOT_PUBLIC = """
127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.1.1 169.254.169.254 100.64.0.1
100.100.100.200 192.88.99.1 3fff::1 5f00::1
192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 fe80::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 2001::1 2002:7f00:1:: 2002:a00:1:: 64:ff9b:1::1 100::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b::10.0.0.1 169.254.170.2 192.0.0.192 fd20:ce::254 ::169.254.169.254
fe80::1%eth0
""".split()


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_addresses_that_are_not_public_are_refused(ip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Private, loopback, link-local, metadata, shared, reserved, multicast, tunnelled and translated ones."""
    monkeypatch.delenv("ALLOW_PRIVATE_HOSTS", raising=False)
    assert refused_ip(ip) is not None


@pytest.mark.parametrize(
    "ip", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"]
)
def test_public_addresses_are_not_refused(ip: str) -> None:
    """NAT64 and mapped forms are judged by the address inside."""
    assert refused_ip(ip) is None


@pytest.mark.parametrize("ip", ["127.0.0.1", "::1", "10.0.0.7", "192.168.0.2", "fd12::3"])
def test_private_addresses_are_allowed_on_request(ip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ALLOW_PRIVATE_HOSTS=1 opens the own network, as intranets and tests need."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    assert refused_ip(ip) is None


@pytest.mark.parametrize(
    "ip",
    ["169.254.169.254", "169.254.170.2", "::169.254.169.254", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe", "fd00:ec2::254",
     "fd20:ce::254", "192.0.0.192", "100.100.100.200", "168.63.129.16", "224.0.0.1", "ff02::1", "fe80::1"],
)  # fmt: skip
def test_metadata_and_multicast_are_never_allowed(ip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No agenda lives there, whatever is allowed."""
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "1")
    assert refused_ip(ip) is not None


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "0300.0250.0.1", "1.2.3.4.5", "0", "127.0.0.1.", "a.0x1",
     "localhost", "LOCALHOST.", "printer.local", "metadata.google.internal", "intranet",
     "nas.lan", "router.home.arpa", "api.default.svc", "１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "١٢٧.0.0.1",
     "127.0.0.1。", "ｌｏｃａｌｈｏｓｔ", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "127․0․0․1"],
)  # fmt: skip
def test_hosts_in_disguise_are_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decimal, hexadecimal, octal and shortened forms, other digits and dots, and names that only mean something inside."""
    monkeypatch.delenv("ALLOW_PRIVATE_HOSTS", raising=False)
    assert refused_host(host.lower()) is not None


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1/", True),
        ("http://127.8.8.8/", True),
        ("http://[::1]/", True),
        ("http://127.example.com/", False),
        ("http://127.0.0.1.example.com/", False),
        ("http://localhost.example.com/", False),
        ("http://example.com/127.0.0.1", False),
        ("http://127.0.0.1@example.com/", False),
        ("https://10.0.0.1/", False),
        ("nonsense", False),
    ],
)
def test_only_this_machine_is_this_machine(address: str, own: bool) -> None:
    """A name that begins like a loopback address is somebody else's: no key goes there in the clear."""
    assert is_loopback(address) is own


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{0}", "0x{0:x}", "0{0:o}", "{1}.{2}", "0x{1:x}.{2}", "0{1:o}.0x{2:x}"]))
def test_no_number_passes_for_a_host_name(value: int, form: str) -> None:
    """However an IPv4 address is written as numbers, only the plain dotted form is looked at, and by its value."""
    host = form.format(value, value >> 24, value & 0xFFFFFF)
    assert refused_host(host) is not None


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_an_ipv6_one_is_never_judged_milder(ip: ipaddress.IPv4Address) -> None:
    """Mapped, compatible, translated, NAT64, 6to4: whatever is refused alone is refused inside."""
    inside = [f"::ffff:{ip}", f"64:ff9b::{ip}", f"::ffff:0:{ip}", f"2002:{int(ip) >> 16:x}:{int(ip) & 0xFFFF:x}::1", f"::{ip}"]
    if refused_ip(str(ip)) is not None:
        assert all(refused_ip(form) is not None for form in inside)


@given(st.text(max_size=60) | st.from_regex(r"[a-z]{1,6}:/{0,3}[\w@:.\[\]%#?/-]{0,40}", fullmatch=True))
def test_any_text_gives_an_address_or_a_sentence(text: str) -> None:
    """Nothing that can be pasted raises anything but AgendaError; what comes out is safe to check and to compare."""
    try:
        address = web_address(text)
    except AgendaError:
        return
    check_address(address)
    assert canonical(address)


@given(st.text(max_size=60))
def test_any_link_can_be_joined(link: str) -> None:
    """A link is an absolute web address without fragment, or None."""
    address = joined("https://example.org/a/b.html", link)
    assert address is None or (address.startswith("http") and "#" not in address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org", "http://www.EXAMPLE.org:80/"),
        ("https://example.org/agenda/", "https://example.org/agenda"),
        ("https://example.org/agenda/index.html", "https://example.org/agenda/"),
        ("https://example.org/agenda#day2", "https://example.org/agenda"),
        ("https://example.org/agenda?utm_source=mail&day=2", "https://example.org/agenda?day=2"),
        ("https://example.org/a/../agenda", "https://example.org/agenda"),
        ("https://example.org/caf%C3%A9", "https://example.org/café"),
    ],
)
def test_the_same_page_has_one_spelling(one: str, other: str) -> None:
    """Scheme, www, default port, index file, fragment, tracking words and dots do not make another page."""
    assert canonical(one) == canonical(other)


def test_different_pages_keep_different_spellings() -> None:
    """Another host, path, query or port is another page."""
    addresses = [
        "https://a.example",
        "https://b.example",
        "https://a.example/x",
        "https://a.example/?x=1",
        "https://a.example:8443",
    ]
    assert len({canonical(address) for address in addresses}) == len(addresses)
