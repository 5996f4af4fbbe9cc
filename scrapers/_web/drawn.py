"""Pages drawn by script: known for what they are, and what to do about them."""

from __future__ import annotations

from scrapers._document import Document

_FEW_WORDS = 60
_PROGRAMS = ("", "module", "text/javascript", "application/javascript", "text/babel")
SAVE_IT = (
    "Its content is drawn by script. Open it in your browser, wait until the programme shows, then save the page (Ctrl+S or "
    "Cmd+S) and upload the file, or select all, copy, and paste the text."
)


def drawn_by_script(document: Document) -> bool:
    """Whether a page holds scripts and hardly a word, asks for JavaScript, or still says that it is loading."""
    if not document.looks_like_html:
        return False
    tree = document.tree
    scripts = [node for node in tree.find_all("script") if node.attrs.get("type", "").lower() in _PROGRAMS]
    if not scripts:
        return False
    words = tree.text().casefold().split()
    if len(words) < _FEW_WORDS or any(word.strip(".…") in ("loading", "laden", "chargement", "cargando") for word in words):
        return True
    return any("javascript" in node.raw_text().casefold() for node in tree.find_all("noscript") if len(words) < 4 * _FEW_WORDS)
