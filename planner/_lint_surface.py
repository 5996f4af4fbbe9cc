"""What shows on the surface of a note: words that were never filled in, and material nobody asked for."""

from __future__ import annotations

import re

from planner._lint_text import NoteText, fold

_SLOT_WORDS = (
    "name|surname|family|first|last|vorname|nachname|prenom|nom|nombre|apellido|nome|sobrenome|cognome|naam|title|titel|titre|titulo|titolo|company|firma|"
    "entreprise|empresa|azienda|bedrijf|event|session|topic|thema|day|date|time|place|tag|datum|uhrzeit|ort|jour|heure|lieu|dia|fecha|hora|"
    "lugar|data|local|insert|einfugen|inserer|insertar|inserir|your|ihr|votre|xx+|tbd|tbc|number|figure|position|role|industry|branche|city|"
    "contact|speaker|talk|vortrag|conference|konferenz|evento|evenement|sesion|sessao|sujet|tema|assunto|link|offer|benefit|product|todo"
)
_MARKS = re.compile(
    r"\{[^{}\n]{0,60}\}|<<[^<>\n]{0,60}>>|%%?\w{2,30}%%?|\$\{?[a-z]\w{2,30}|\b[A-Z]{2,}_[A-Z_]{2,}\b|_{3,}|\bX{3,}\b|"
    r"\bXX[:.]XX\b|\b(?:[DTJ]{2}[./-]MM|HH[:.]MM)\b|\b(?:F|L|FIRST|LAST|SUR)NAME\b|"
    r"\b(?:TBD|TBC|TODO)\b|\blorem ipsum\b|\*\|\w+\|\*|\[\s*\]|\.{5,}|@\w{3,20}@"
)
_BRACKETED = re.compile(
    r"\[([^\[\]\n]{2,60})\]|<([^<>\n]{2,40})>|"
    r"\((insert [^()\n]{2,40}|(?:first )?name|[^()\n]{0,20}einf[uü]gen|"
    rf"(?:\w+ )?(?:{_SLOT_WORDS}) (?:here|hier|ici|aquí|aqui))\)",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:Mr\.?/Mrs\.?|Mr\.?/Ms\.?|Ms\.?/Mr\.?|Herr/Frau|Frau/Herr|Sir/Madam|Monsieur/Madame|Madame/Monsieur|Sr\.?/Sra\.?|[Ee]stimado/a|"
    r"[Qq]uerido/a|[Cc]aro/a|[Pp]rezado/a|[Gg]entile/i|he/she|his/her)\b|\bgeehrte\(r\)|\bliebe\(r\)|\b[Pp]rezad[oa]\(a\)|\b[Cc]her\(e\)|\b[Ee]stimad[oa]\(a\)"
)
_NOBODY = re.compile(
    r"^(?:dear(?: (?:mr|ms|mrs|dr)\.?)?|hi|hello|hallo|bonjour|chère?|hola|estimad[oa]|olá|prezad[oa]|caro|ciao|"
    r"beste|guten tag|lieber?|"
    r"sehr geehrter?(?: (?:frau|herr))?)\s*(?:\s,|[,:]{2,}|\s[:!])",
    re.IGNORECASE,
)

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # [FirstName]
_LINK = re.compile(r"https?://|\bwww\.|(?<![\w-])[\w-]+\.[a-z]{2,10}/\S", re.IGNORECASE)


def find_placeholder(text: str, known: str) -> str | None:
    """The first piece of a template that was never filled in, or None; `known` is the context, where such marks may stand."""
    for pattern in (_MARKS, _EITHER, _NOBODY):
        for match in pattern.finditer(text):
            if match[0] not in known:
                return match[0].strip()
    for match in _BRACKETED.finditer(text):
        inner = fold(_HUMP.sub(" ", match[1] or match[2] or match[3]))
        if (
            match[3]
            or inner.isupper()
            or (match[1] or "").isupper()
            or re.search(rf"(?:^|[\W_])(?:{_SLOT_WORDS})(?:$|[\W_])", inner)
        ):
            return match[0]
    return None


def find_attachment(note: NoteText, *, trusted: bool) -> str | None:
    """The sentence that sends material along to somebody who did not ask for it.

    That it was asked for is believed where the reader is known or all else in the note is as it should be: `trusted`.
    """
    for sentence in note.sentences:
        if not trusted and _LINK.search(sentence.raw):
            return sentence.raw
        if sentence.has("attached") and not sentence.has("attached_not"):
            if trusted and note.has("attached_wanted"):
                return None
            return sentence.raw
    return None
