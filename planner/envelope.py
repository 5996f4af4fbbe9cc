"""Handing a draft over to the user's mail program: a mailto link or an .eml file. Nothing is sent from here."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from planner.placeholders import clean_value

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+){1,8}", re.ASCII)


def is_address(text: str | None) -> bool:
    """Whether the text is one plain e-mail address."""
    return bool(text and len(text) <= 254 and _ADDRESS.fullmatch(text))


def mailto_link(text: str, *, subject: str | None = None, to: str | None = None) -> str:
    """A link that opens the user's mail program with the draft filled in (RFC 6068). Raises ValueError for a bad address."""
    address = quote(_checked(to), safe="@") if to else ""
    fields = [("subject", clean_value(subject) or ""), ("body", text.replace("\r\n", "\n").replace("\n", "\r\n"))]
    return f"mailto:{address}?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)


def eml_file(text: str, *, subject: str | None = None, to: str | None = None) -> bytes:
    """The draft as an .eml file that mail programs open as unsent. Raises ValueError for a bad address.

    Line breaks and control characters in the subject are dropped, so that a name off a page cannot add headers.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = _checked(to)
    if line := clean_value(subject):
        message["Subject"] = line
    message.set_content(text)
    return message.as_bytes()


def _checked(address: str) -> str:
    if not is_address(address):
        raise ValueError(f"{clean_value(address) or 'The address'} is not an e-mail address.")
    return address
