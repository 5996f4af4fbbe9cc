"""Tables of cells, whatever a workbook claims of its size."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

from openpyxl import Workbook

from scrapers._tables.sheets import BadWorkbook, sheets_of


def test_a_row_that_claims_to_stand_at_the_end_of_the_world_takes_no_memory() -> None:
    """A cell may say any row, in any order of its attributes: the table is not laid out up to there."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Start time", "Session title"])
    sheet.append(["09:00", "Blocks for grown-ups"])
    saved = io.BytesIO()
    book.save(saved)
    far, far_row = io.BytesIO(), b"9" * 30
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(far, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if "worksheets/" in name:
                content = content.replace(b'r="2"', b'r="%s"' % far_row).replace(b'r="A2"', b't="n" r="A%s"' % far_row)
            new.writestr(name, content)

    with suppress(BadWorkbook):
        assert sum(len(rows) for _, rows in sheets_of(far.getvalue())) < 5
