"""Tables of wikis (`{|` to `|}`), and those of reStructuredText and AsciiDoc whose cells commas part, as rows of cells."""

from __future__ import annotations

import csv
import re

from scrapers._documents.markup_tables import TableRows

_CSV = re.compile(r"\s*\.\. csv-table::")
_HEADER = re.compile(r"\s*:header:\s*(\S.*)$")
_OPTION = re.compile(r"\s*:[\w-]{2,30}:")
_ATTRIBUTES = re.compile(r"\s*(?:[\w-]{2,20}\s?=\s?(?:\"[^\"]{0,200}\"|[\w%#-]{1,40})\s*){1,8}\|(?!\|)")
_SPAN = re.compile(r"colspan\s?=\s?\"?(\d{1,2})")


def comma_rows(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A table of values between commas: below `.. csv-table::`, between `,===`, or `|===` with `format=csv` above."""
    bare = lines[at].strip()
    if _CSV.match(lines[at]):
        end = _end_of_indented(lines, at + 1)
        held = [match[1] if (match := _HEADER.match(line)) else line for line in lines[at + 1 : end]]
        held = [line for line in held if not _OPTION.match(line)]
    elif bare == ",===" or (bare == "|===" and at and "format" in lines[at - 1] and "csv" in lines[at - 1]):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == bare), len(lines))
        held = lines[at + 1 : end]
        end += 1
    else:
        return [], at
    try:
        rows = list(csv.reader((line.strip() for line in held if line.strip()), skipinitialspace=True))
    except csv.Error:
        return [], at
    return [[(cell.strip(), 1) for cell in row] for row in rows], end


def wiki_rows(lines: list[str], at: int) -> tuple[TableRows, int]:
    """A table as MediaWiki writes it: rows between `|-`, cells behind `|` or `!`, several in a line parted by two of them."""
    if not lines[at].lstrip().startswith("{|"):
        return [], at
    end = next((n for n in range(at + 1, len(lines)) if lines[n].lstrip().startswith("|}")), len(lines))
    rows: TableRows = [[]]
    for line in map(str.strip, lines[at + 1 : end]):
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith(("|", "!")) and not line.startswith("|+"):
            rows[-1] += map(_cell, re.split(r"\|\||!!", line[1:]))
        elif line and rows[-1]:
            text, span = rows[-1][-1]
            rows[-1][-1] = (f"{text}\n{line}".strip(), span)
    return [row for row in rows if row], end + 1


def _cell(text: str) -> tuple[str, int]:
    """A cell without its attributes, and the number of columns these say it takes."""
    match = _ATTRIBUTES.match(text)
    span = _SPAN.search(match[0]) if match else None
    return text[match.end() if match else 0 :].strip(), int(span[1]) if span else 1


def _end_of_indented(lines: list[str], at: int) -> int:
    """Where what is indented below a directive ends."""
    while at < len(lines) and (not lines[at].strip() or lines[at][:1].isspace()):
        at += 1
    return at
