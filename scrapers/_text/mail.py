"""What frames a text and is no part of its programme: a mail's head and signature, what a site generator is told of a page."""

from __future__ import annotations

import re

from scrapers._language.times import find_clocks

_CLOSING = re.compile(
    r"(?im)^[> ]{0,9}(?:(?:kind|best|warm|many|with kind|viele|liebe|beste|herzliche|mit freundlichen|mit besten)\s)?"
    r"(?:regards|wishes|thanks|thank you|cheers|sincerely|yours sincerely|best|grüße|grüßen|cordialement|bien à vous|saludos|"
    r"un saludo|atentamente|cordiali saluti|met vriendelijke groet|med vänlig hälsning|pozdrawiam)[,.!]?[ ]{0,9}$"
)
_LONGEST_SIGNATURE = 12
_HEADERS = re.compile(
    r"(?m)^(?:[> ]{0,9}\*?(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|betreff|datum|de|à|envoyé|objet|para|"
    r"asunto|enviado|da|oggetto|inviato|van|aan|onderwerp|verzonden)\*?[ ]?:[^\n]{1,400}\n){3,12}",
    re.I,
)
"""The lines of a mail that say who sent it to whom and when."""
_SUBJECT = re.compile(r"(?im)^[> ]{0,9}\*?(?:subject|betreff|objet|asunto|oggetto|onderwerp)\*?[ ]?:.*$")
_COMMENTS = re.compile(r"(?m)(?:^#(?:[ \t][^\n]*)?\n){3,}")
_QUOTE = re.compile(r"(?:> ?){1,9}")
_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(?:[^\n]*\n){1,60}?\1[ \t]*\n")


def unframed(text: str) -> str:
    """The text without what a mail's head (but for its subject), its signature or a page's front matter say of it."""
    return _unheaded(_unsigned(_unquoted(without_comments(text))))


def without_comments(text: str) -> str:
    """The text without the comments of a data file: three lines in a row or more that begin with one number sign."""
    return _COMMENTS.sub("\n", text)


def _unquoted(text: str) -> str:
    """A mail that is quoted as a whole without the signs before its lines; of several those quoted least."""
    depths = [
        len(match[0].replace(" ", "")) if (match := _QUOTE.match(line)) else 0 for line in text.splitlines() if line.strip()
    ]
    least = min(depths, default=0)
    if not least:
        return text
    told = ((_QUOTE.match(line), line) for line in text.splitlines())
    return "\n".join(
        line[match.end() :] if match else line for match, line in told if not match or len(match[0].replace(" ", "")) == least
    )


def _unheaded(text: str) -> str:
    """A mail or a page of a site generator without what its head says of it, but for the subject."""
    text = _FRONT.sub("", text, count=1)
    return _HEADERS.sub(lambda match: "\n".join(_SUBJECT.findall(match[0])) + "\n", text)


def _unsigned(text: str) -> str:
    """A mail without its closing formula and the signature below it, which names who sent it, no speaker."""
    last = max(_CLOSING.finditer(text), key=lambda match: match.start(), default=None)
    if last is None:
        return text
    signature = [line for line in text[last.end() :].splitlines() if line.strip(" >")]
    if len(signature) > _LONGEST_SIGNATURE or any(find_clocks(line) for line in signature):
        return text
    return text[: last.start()]
