"""Tables of lightweight markup as rows of cells: with pipes (Markdown, Org), of AsciiDoc, lists and rules of reStructuredText.

Each reader is given the lines of a text and the line where a table may begin; it answers the rows, none when no table begins
there, and the line up to which it looked. A cell is its text and the number of columns it takes.
"""

from __future__ import annotations

import re
from itertools import pairwise

TableRows = list[list[tuple[str, int]]]

_CELL_MARK = re.compile(r"(?:(?<=\s)|^)(?:(\d{1,2})\+|(?:\d{0,2}\.\d{1,2}\+))?[<^>.]{0,2}[adehlmsv]?$")
_COLUMNS = re.compile(r"cols\s*=\s*\"?([^\"\]]{1,100})")
_ROW_OF_LIST = re.compile(r"(\s*)\* - ?(.*)$")
_RULES = re.compile(r"\s*=+(?:\s+=+)+\s*$")
_LINK = re.compile(r"\[\[[^\[\]|]{1,300}\|([^\[\]|]{1,300})\]\]")
"""A link as wikis write it; its bar parts no cells."""
_DASHES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*$")
_GRID_RULE = re.compile(r"\s*\+(?:[-=]+\+)+\s*$")


def is_divider(line: str) -> bool:
    """Whether a line is the one below the header of a table with pipes."""
    return "--" in line and ("|" in line or "+" in line) and not set(line) - set("|:-+ \t")


def pipe_table(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A table whose cells pipes part, in which some line divides header and body, or of several rows between bars."""
    if is_divider(lines[at]):
        return [], at
    rows: TableRows = []
    ruled = at + 1 < len(lines) and "|" in lines[at] and is_divider(lines[at + 1])
    barred = True
    end = at
    while end < len(lines) and lines[end].count("|") > 1 - ruled:
        line = _LINK.sub(r"\1", lines[end].strip())
        if is_divider(line):
            ruled = True
        else:
            bare = line.removeprefix("|").removesuffix("|")
            barred = barred and len(line) == len(bare) + 2
            rows.append([(cell.strip(), 1) for cell in bare.replace("\\|", "/").split("|")])
        end += 1
    return (rows if ruled or (barred and len(rows) > 2) else []), end


def asciidoc_rows(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A table between lines of `|===`; rows are told by the columns it states, else by those of its first line."""
    if lines[at].strip() != "|===":
        return [], at
    end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == "|==="), len(lines))
    stated = _COLUMNS.search(lines[at - 1]) if at else None
    width = len(stated[1].split(",")) if stated and "*" not in stated[1] else 0
    rows: TableRows = []
    for line in lines[at + 1 : end]:
        cells = _cells_of(line)
        if (
            line.strip()
            and not line.lstrip().startswith("|")
            and rows
            and not _CELL_MARK.fullmatch(line.partition("|")[0].strip())
        ):
            text, span = rows[-1][-1]
            rows[-1][-1] = (f"{text}\n{line.partition('|')[0].strip()}".strip(), span)
        filled = sum(span for _, span in rows[-1]) if rows else 0
        if cells and rows and filled < width:
            rows[-1] += cells
        elif cells:
            rows.append(cells)
            width = width or sum(span for _, span in cells)
    return rows, end + 1


def _cells_of(line: str) -> list[tuple[str, int]]:
    """The cells of a line of AsciiDoc; what stands right before a bar may say how many columns the cell takes."""
    parts = line.split("|")
    cells: list[tuple[str, int]] = []
    for before, text in pairwise(parts):
        mark = _CELL_MARK.search(before.rstrip()) if not before.endswith(" ") or not before.strip() else None
        cells.append((text, int(mark[1]) if mark and mark[1] else 1))
    return [
        (_CELL_MARK.sub("", text).strip() if at + 1 < len(cells) and not text.endswith(" ") else text.strip(), span)
        for at, (text, span) in enumerate(cells)
    ]


def list_rows(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A list of lists (`* - cell`, below it `- cell`), as reStructuredText writes tables."""
    first = _ROW_OF_LIST.match(lines[at])
    if first is None:
        return [], at
    indent = len(first[1])
    rows: TableRows = []
    end = at
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) >= indent):
        row = _ROW_OF_LIST.match(lines[end])
        bare = lines[end].strip()
        if row and len(row[1]) == indent:
            rows.append([(row[2].strip(), 1)])
        elif bare == "-" or bare.startswith("- "):
            rows[-1].append((bare[1:].strip(), 1))
        elif bare and not bare.startswith("* "):
            rows[-1][-1] = (f"{rows[-1][-1][0]}\n{bare}".strip(), 1)
        end += 1
    return (rows if len(rows) > 1 else []), end


def ruled_rows(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A table between rules (`==== ====`) that say where columns begin, with one below its head (`--- ---`), or in `+---+`."""
    grid = _GRID_RULE.match(lines[at]) is not None
    headed = not grid and at + 1 < len(lines) and bool(lines[at].strip()) and _DASHES.match(lines[at + 1]) is not None
    if not grid and not headed and not _RULES.match(lines[at]):
        return [], at
    rule = _GRID_RULE if grid else _DASHES if headed else _RULES
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    starts = [m.start() + grid for m in re.finditer(r"\+(?=[-=])" if grid else r"=+|-+", lines[at + headed])]
    rows: TableRows = []
    fresh = True
    for line in lines[at + (not headed) : end]:
        if rule.match(line):
            fresh = True
            continue
        cells = [line[a:b].strip(" |") for a, b in zip(starts, [*starts[1:], None], strict=True)]
        if fresh or (not grid and cells[0]):
            rows.append([(cell, 1) for cell in cells])
        else:
            rows[-1] = [(f"{text}\n{cell}".strip(), span) for (text, span), cell in zip(rows[-1], cells, strict=True)]
        fresh = not grid
    return rows, end
