"""The pen of a page of a PDF: runs its program and keeps the words it sets and the lines it rules.

A content stream is a program for a pen (ISO 32000-1, 8.4 and 9.4). It is run here as far as it moves the pen, sets type or
draws straight lines. Measures are points, counted from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject
from pypdf.generic._font import Font

from scrapers._pdf.letters import as_read

Matrix = tuple[float, float, float, float, float, float]
_STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LONGEST = 8_000_000
"""So many bytes of a page's program are run; what is longer draws maps and plans."""
_DEEPEST, _FORMS = 5, 500
"""Pictures within pictures that are followed, and how many of a page."""
_GAP = 0.16
"""A jump of so many ems within a shown text is a space."""
_FORCED_BOLD = 1 << 18
_THIN = 3.0


@dataclass(slots=True)
class Word:
    """A word, from `x0` to `x1`, on the baseline `y`.

    `spaced` when a space was set before it, `fresh` when it begins a text object; `look` names its type. What runs from right
    to left is in the order it is read.
    """

    x0: float
    x1: float
    y: float
    size: float
    text: str
    look: tuple[object, ...]
    bold: bool = False
    spaced: bool = True
    link: str | None = None
    fresh: bool = False


@dataclass(slots=True)
class Sheet:
    """A page: its words as drawn, and the level edges (`y`, from, to) of its ruled lines and boxes."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    level: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class State:
    """What `q` keeps and `Q` brings back."""

    ctm: Matrix
    font: Font | None = None
    size: float = 0.0
    between: float = 0.0
    at_spaces: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    colour: tuple[float, ...] = ()

    def copy(self) -> State:
        """The same values, to be changed by themselves."""
        return State(
            self.ctm, self.font, self.size, self.between, self.at_spaces, self.scale, self.leading, self.rise, self.mode,
            self.colour,
        )  # fmt: skip


class Pen:
    """Runs content streams; keeps the words and edges of one page."""

    def __init__(self, sheet: Sheet, pdf: Any, fonts: dict[int, Font]) -> None:
        self.sheet = sheet
        self.pdf = pdf
        self.fonts = fonts
        self.forms = 0
        self.state = State(_STILL)
        self.line = self.at = _STILL
        self.path: list[tuple[float, float]] = []
        self.edges: list[tuple[float, float, float, float]] = []
        self.space: tuple[float, float] | None = None
        self.fresh = True

    def run(self, contents: Any, resources: Any, state: State, depth: int = 0) -> None:
        """Run the program of a page or a form with its resources."""
        if not isinstance(contents, (ArrayObject, StreamObject)):
            return
        stream = ContentStream(contents, self.pdf, "bytes")
        if len(stream.get_data()) > _LONGEST:
            return
        held = resources.get_object() if resources is not None else None
        resources = held if isinstance(held, DictionaryObject) else DictionaryObject()
        kept: list[State] = []
        self.state = state
        for operands, operator in stream.operations:
            if operator == b"q":
                kept.append(self.state.copy())
            elif operator == b"Q":
                self.state = kept.pop() if kept else self.state
            elif operator == b"Do":
                self._draw(operands, resources, depth)
            elif operator == b"Tf":
                self._set_font(operands, resources)
            elif (do := _DOES.get(operator)) is not None:
                try:
                    do(self, operands)
                except (ValueError, TypeError, LookupError, ArithmeticError):
                    continue  # an operator whose operands make no sense is passed over, as viewers do

    def _draw(self, operands: list[Any], resources: DictionaryObject, depth: int) -> None:
        drawn = resources.get("/XObject", DictionaryObject()).get_object().get(operands[0] if operands else "")
        form = drawn.get_object() if drawn is not None else None
        self.forms += 1
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or depth >= _DEEPEST or self.forms > _FORMS:
            return
        state, line, at = self.state, self.line, self.at
        inner = state.copy()
        inner.ctm = times(matrix(form.get("/Matrix", _STILL)), state.ctm)
        self.run(form, form.get("/Resources", resources), inner, depth + 1)
        self.state, self.line, self.at = state, line, at

    def _set_font(self, operands: list[Any], resources: DictionaryObject) -> None:
        if len(operands) < 2:
            return
        self.state.size = number(operands[1])
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        raw = fonts.raw_get(operands[0]) if operands[0] in fonts else None
        self.state.font = None
        if raw is None:
            return
        key = getattr(raw, "idnum", 0) or -id(raw)
        if key not in self.fonts:
            try:
                self.fonts[key] = Font.from_font_resource(raw.get_object())
            except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
                return
        self.state.font = self.fonts[key]

    def move(self, operands: list[Any]) -> None:
        """Go to a place relative to the beginning of the line."""
        self.line = self.at = times((1.0, 0.0, 0.0, 1.0, number(operands[0]), number(operands[1])), self.line)

    def lead(self, operands: list[Any]) -> None:
        """Go to a place relative to the beginning of the line, and take the step down for the leading."""
        self.state.leading = -number(operands[1])
        self.move(operands)

    def begin(self, operands: list[Any]) -> None:
        """Begin to set type."""
        self.line = self.at = _STILL
        self.fresh = True

    def place(self, operands: list[Any]) -> None:
        """Set the matrix of the type."""
        self.line = self.at = matrix(operands)

    def next_line(self, operands: list[Any]) -> None:
        """Go to the next line."""
        self.move([0.0, -self.state.leading])

    def bend(self, operands: list[Any]) -> None:
        """Change the matrix of the page."""
        self.state.ctm = times(matrix(operands), self.state.ctm)

    def colour(self, operands: list[Any]) -> None:
        """Set the colour of type and areas."""
        self.state.colour = tuple(round(float(value), 2) for value in operands if isinstance(value, (int, float)))

    def keep(self, name: str, value: Any, factor: float = 1.0) -> None:
        """Set one parameter of the type."""
        setattr(self.state, name, number(value) * factor)

    def mode(self, operands: list[Any]) -> None:
        """Set whether type is filled, drawn as outlines, or both."""
        self.state.mode = int(number(operands[0]))

    def show(self, operands: list[Any]) -> None:
        """Show a text, or several with jumps between them."""
        items = operands[-1] if isinstance(operands[-1], list) else operands[-1:]
        _Setting(self).show(items)

    def show_next(self, operands: list[Any]) -> None:
        """Show a text on the next line."""
        self.next_line([])
        self.show(operands)

    def show_set(self, operands: list[Any]) -> None:
        """Show a text on the next line, with spacings of its own."""
        self.state.at_spaces, self.state.between = number(operands[0]), number(operands[1])
        self.show_next(operands)

    def box(self, operands: list[Any]) -> None:
        """Add a rectangle to the path."""
        x, y, width, height = (number(value) for value in operands[:4])
        one, two = spot(x, y, self.state.ctm), spot(x + width, y + height, self.state.ctm)
        left, right, top, low = min(one[0], two[0]), max(one[0], two[0]), min(one[1], two[1]), max(one[1], two[1])
        if low - top < _THIN:
            self.edges.append((left, (top + low) / 2, right, (top + low) / 2))
        elif right - left < _THIN:
            self.edges.append(((left + right) / 2, top, (left + right) / 2, low))
        else:
            self.edges += [(left, top, right, top), (left, low, right, low), (left, top, left, low), (right, top, right, low)]

    def go(self, operands: list[Any]) -> None:
        """Begin a piece of path."""
        self.path = [spot(number(operands[0]), number(operands[1]), self.state.ctm)]

    def draw_to(self, operands: list[Any]) -> None:
        """Add a straight line to the path."""
        to = spot(number(operands[0]), number(operands[1]), self.state.ctm)
        for x, y in self.path[-1:]:
            if abs(x - to[0]) < 1 or abs(y - to[1]) < 1:
                self.edges.append((min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])))
        self.path = [to]

    def paint(self, operands: list[Any]) -> None:
        """Draw or fill the path."""
        for x0, y0, x1, y1 in self.edges:
            if x1 - x0 > y1 - y0:
                self.sheet.level.append(((y0 + y1) / 2, x0, x1))
        self.edges, self.path = [], []

    def drop(self, operands: list[Any]) -> None:
        """Forget the path."""
        self.edges, self.path = [], []


_DOES: dict[bytes, Any] = {
    b"BT": Pen.begin, b"Td": Pen.move, b"TD": Pen.lead, b"Tm": Pen.place, b"T*": Pen.next_line,
    b"Tj": Pen.show, b"TJ": Pen.show, b"'": Pen.show_next, b'"': Pen.show_set,
    b"cm": Pen.bend, b"Tr": Pen.mode, b"rg": Pen.colour, b"g": Pen.colour, b"k": Pen.colour, b"sc": Pen.colour,
    b"scn": Pen.colour,
    b"Tc": lambda pen, given: pen.keep("between", given[0]), b"Tw": lambda pen, given: pen.keep("at_spaces", given[0]),
    b"Tz": lambda pen, given: pen.keep("scale", given[0], 0.01), b"TL": lambda pen, given: pen.keep("leading", given[0]),
    b"Ts": lambda pen, given: pen.keep("rise", given[0]),
    b"re": Pen.box, b"m": Pen.go, b"l": Pen.draw_to, b"n": Pen.drop,
    b"S": Pen.paint, b"s": Pen.paint, b"f": Pen.paint, b"F": Pen.paint, b"f*": Pen.paint, b"B": Pen.paint,
    b"B*": Pen.paint, b"b": Pen.paint, b"b*": Pen.paint,
}  # fmt: skip


class _Setting:
    """One showing of type: cuts it into words and moves the pen on."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.state = state = pen.state
        self.matrix = times(pen.at, state.ctm)
        self.em = state.size * math.hypot(self.matrix[2], self.matrix[3])
        self.upright = abs(self.matrix[1]) > abs(self.matrix[0])
        self.x = 0.0
        self.begun = 0.0
        self.letters: list[str] = []
        at = spot(0.0, 0.0, self.matrix)
        near = 0.12 * self.em
        self.spaced = pen.space is not None and abs(pen.space[0] - at[0]) < near and abs(pen.space[1] - at[1]) < near

    def show(self, items: list[Any]) -> None:
        """Show texts, and numbers that jump back in thousandths of an em."""
        font, state = self.state.font, self.state
        if font is None or not font.interpretable:
            return
        for item in items:
            if isinstance(item, (int, float)):
                jump = -float(item) / 1000 * state.size * state.scale
                self.x += jump
                if jump > _GAP * abs(state.size):
                    self._end(jump)
                    self.spaced = True
            elif isinstance(item, (bytes, str)):
                self._set(font, item.encode("latin-1", "replace") if isinstance(item, str) else bytes(item))
        self._end()
        self.pen.space = spot(self.x, 0.0, self.matrix) if self.spaced else None
        self.pen.at = times((1.0, 0.0, 0.0, 1.0, self.x, 0.0), self.pen.at)

    def _set(self, font: Font, raw: bytes) -> None:
        state, widths, known = self.state, font.character_widths, font.character_map
        if isinstance(font.encoding, str):
            codes = raw.decode(font.encoding, "surrogatepass" if len(raw) % 2 == 0 else "replace")
            shown = [known.get(code, code) for code in codes]
        else:
            codes = raw.decode("latin-1")
            encoded = (font.encoding.get(ord(code), code) for code in codes)
            shown = [known.get(code, known.get(sign, sign)) for code, sign in zip(codes, encoded, strict=True)]
        default = widths.get("default", 500)
        for code, sign in zip(codes, shown, strict=True):
            step = (widths.get(code, default) / 1000 * state.size + state.between) * state.scale
            if sign.isspace() or sign in ("\u00a0", "\u200b", ""):
                self._end()
                self.spaced = self.spaced or sign != "\u200b"
                if code == " ":
                    step += state.at_spaces * state.scale
                self.x += step
                self.begun = self.x
            else:
                if not self.letters:
                    self.begun = self.x
                self.letters.append(sign)
                self.x += step

    def _end(self, beyond: float = 0.0) -> None:
        """End the word; the pen stands `beyond` its end."""
        if not self.letters:
            return
        text = as_read(self.letters)
        state = self.state
        x0, y0 = spot(self.begun, state.rise, self.matrix)
        x1, y1 = spot(self.x - beyond, state.rise, self.matrix)
        if self.upright:
            x0, x1, y0 = min(x0, x1) - self.em / 2, max(x0, x1) + self.em / 2, min(y0, y1) + self.em
        bold = _is_bold(state.font) or state.mode == 2
        look = (state.font.name if state.font else "", round(self.em * 2), bold, state.colour)
        if 1 < self.em < 400 and math.isfinite(x0 + x1 + y0):
            self.pen.sheet.words.append(
                Word(min(x0, x1), max(x0, x1), y0, self.em, text, look, bold, self.spaced, None, self.pen.fresh)
            )
        self.letters = []
        self.spaced = self.pen.fresh = False


def _is_bold(font: Font | None) -> bool:
    if font is None:
        return False
    made = font.font_descriptor
    name = font.name.rpartition("+")[2].lower()
    weight = made.weight
    heavy = isinstance(weight, (int, float)) and weight >= 600
    forced = isinstance(made.flags, int) and bool(made.flags & _FORCED_BOLD)
    return heavy or forced or any(part in name for part in ("bold", "black", "heavy", "demi"))


def number(value: Any) -> float:
    """A number of a PDF. Raises ValueError where it is too large to be a measure."""
    found = float(value)
    if not -1e7 < found < 1e7:
        raise ValueError(found)
    return found


def matrix(values: Any) -> Matrix:
    """A matrix from six numbers of a PDF. Raises ValueError where they are none."""
    a, b, c, d, e, f = (number(value) for value in values)
    return a, b, c, d, e, f


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does one, then two."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def spot(x: float, y: float, by: Matrix) -> tuple[float, float]:
    """Where a matrix puts a point."""
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]
