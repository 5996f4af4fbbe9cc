"""The words a page of a PDF shows: where each stands, how large and heavy its type is, where it links; and the ruled lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from scrapers._pdf.pen import Matrix, Pen, Sheet, State, Word, number, spot

_WIDEST = 14_400.0
"""No page is larger (ISO 32000-1, C.2)."""


def sheet_of(page: PageObject, fonts: dict[int, Font]) -> Sheet:
    """The words and lines of a page; `fonts` keeps the fonts read so far. Raises what pypdf raises on a damaged page."""
    box = page.cropbox
    left, low, right, high = (float(edge) for edge in (box.left, box.bottom, box.right, box.top))
    turned = page.rotation % 360
    place: Matrix = {
        90: (0.0, 1.0, 1.0, 0.0, -low, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -low),
        270: (0.0, -1.0, -1.0, 0.0, high, right),
    }.get(turned, (1.0, 0.0, 0.0, -1.0, -left, high))
    width, height = (high - low, right - left) if turned in (90, 270) else (right - left, high - low)
    sheet = Sheet(width, height)
    contents = page.get("/Contents")
    if contents is not None:
        Pen(sheet, page.pdf, fonts).run(contents.get_object(), page.get("/Resources"), State(place))
    width, height = min(width, _WIDEST), min(height, _WIDEST)
    sheet.words = [word for word in sheet.words if -2 < word.x0 < width + 2 and -2 < word.y < height + word.size]
    _set_links(sheet, page, place)
    return sheet


def _set_links(sheet: Sheet, page: PageObject, place: Matrix) -> None:
    """Give the words below a link its address."""
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in sheet.words:
        rows[int(word.y // 20)].append(word)
    for address, (left, top, right, low) in _links(page, place):
        for row in range(int(top // 20), min(int(low // 20), int(top // 20) + 200) + 1):
            for word in rows.get(row, ()):
                if left <= (word.x0 + word.x1) / 2 <= right and top <= word.y - word.size / 4 <= low:
                    word.link = address


def _links(page: PageObject, place: Matrix) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    notes = page.get("/Annots")
    notes = notes.get_object() if notes is not None else None
    for entry in notes[:2000] if isinstance(notes, list) else ():
        note = entry.get_object()
        if not isinstance(note, DictionaryObject) or note.get("/Subtype") != "/Link":
            continue
        action = note.get("/A")
        action = action.get_object() if action is not None else None
        edges = note.get("/Rect")
        address = action.get("/URI") if isinstance(action, DictionaryObject) else None
        if isinstance(address, (str, bytes)) and isinstance(edges, list) and len(edges) == 4:
            x0, y0, x1, y1 = (number(edge) for edge in edges)
            one, two = spot(x0, y0, place), spot(x1, y1, place)
            box = (min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
            yield address if isinstance(address, str) else address.decode("latin-1"), box
