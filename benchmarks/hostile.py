# ruff: noqa: E501 - each kind reads best on one line
"""Inputs made to exhaust time or memory, or to trip a parser: one function a kind, each small to state and costly to trust.

`HOSTILE` names them all. A size is how often the costly part is repeated; a reader must need time in proportion to it at most.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

BIDI = "\u202e\u2066\u200f\u2069\u0000\u0007\u001b[31m\ufeff\u2028\ud800"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _page(body: str) -> bytes:
    return _bytes(f"<!doctype html><html><head><title>Day</title></head><body>{body}</body></html>")


def _calendar(*lines: str) -> bytes:
    entry = "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Talk {0}\r\n{1}\r\nEND:VEVENT\r\n"
    body = "".join(entry.format(i, line) for i, line in enumerate(lines))
    return _bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n")


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _sheet(rows: str, dimension: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return _zip({
        "xl/workbook.xml": _bytes(f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": _bytes(f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        "xl/worksheets/sheet1.xml": _bytes(f'<worksheet xmlns="{main}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'),
    })  # fmt: skip


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _docx(document: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return _zip({"word/document.xml": _bytes(f'<?xml version="1.0"?>{document.replace("NS", space)}')})


def _aliases(depth: int) -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, depth)]
    return _bytes("\n".join(lines))


def _entities(depth: int) -> bytes:
    lines = ['<!ENTITY e0 "lol">'] + [f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, depth)]
    return _bytes(f'<?xml version="1.0"?><!DOCTYPE schedule [{"".join(lines)}]><schedule><day>&e{depth - 1};</day></schedule>')


def _id_cycle(size: int) -> bytes:
    sessions = [
        {"id": i, "title": f"Talk {i}", "startsAt": "2027-05-10T09:00:00", "speakers": [i], "parent": (i + 1) % size}
        for i in range(size)
    ]
    speakers = [{"id": i, "fullName": f"Ana Berg{i}", "sessions": list(range(min(size, 50)))} for i in range(size)]
    return json.dumps({"sessions": sessions, "speakers": speakers}).encode()


def _huge_numbers() -> bytes:
    rows = [{"id": i, "title": "Talk", "start": n, "speakers": [n]} for i, n in enumerate([10**400, -(10**30), 1e308, 0, True])]
    return json.dumps({"sessions": [*rows, {"title": "T", "start": "99999-99-99T99:99", "duration": "9" * 5000}]}).encode()


def _pdf(content: str, pages: int = 1) -> bytes:
    kids = " ".join("3 0 R" for _ in range(pages))
    return _bytes(
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length {len(content)}>>stream\n"
        f"{content}\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"
    )


_ITEM = "<li><time>09:00</time> <h3>Talk</h3> <p>Ana Berg, CEO, Tarn AG</p></li>"
_SPAN = (
    '<table><tr><th>Time</th><th colspan="{0}" rowspan="{0}">Room</th></tr>'
    + "<tr><td>09:00</td><td>Talk, Ana Berg</td></tr>" * 20
)

HOSTILE: dict[str, Callable[[int], bytes]] = {
    "nested_tags": lambda n: _page("<div>" * n + "09:00 Talk"),
    "nested_lists": lambda n: _page("<ul><li>" * n + "09:00 Talk"),
    "nested_tables": lambda n: _page("<table><tr><td>09:00" * (n // 4)),
    "nested_inline": lambda n: _page("<b><i>x" * (n // 8)),
    "many_items": lambda n: _page(f"<ul>{_ITEM * (n // 4)}</ul>"),
    "bare_items": lambda n: _page("<li>" * n),
    "many_attributes": lambda n: _page("<div " + " ".join(f"a{i}=1" for i in range(n)) + ">09:00 Talk</div>"),
    "many_classes": lambda n: _page(f'<div class="{" ".join(f"c{i}" for i in range(n))}">09:00 Talk</div>'),
    "wide_spans": lambda n: _page(_SPAN.format(n * 5)),
    "many_wide_spans": lambda n: _page("<table>" + f'<tr><td rowspan="{n}" colspan="1000">09:00 Talk</td></tr>' * (n // 50)),
    "open_script": lambda n: _page("<script>var a = {" + '"b":[' * n),
    "many_scripts": lambda n: _page("<script>window.x = {a: 1}</script>" * n),
    "many_json_ld": lambda n: _page('<script type="application/ld+json">{"@type":"Event","name":"T","startDate":"x"</script>' * (n // 4)),
    "half_entities": lambda n: _page("&am&#x&#99999999;&" * n),
    "open_comments": lambda n: _page("<!--" * n + "<![CDATA[" * n),
    "one_heading": lambda n: _page(f"<h1>{'Talk ' * n}</h1>"),
    "same_ids": lambda n: _page('<div id="a"><a href="#a">Ana Berg</a></div>' * (n // 4)),
    "deep_array": lambda n: b"[" * n,
    "deep_object": lambda n: b'{"sessions":[' * n,
    "deep_literal": lambda n: b"var s = " + b"{a:[" * n,
    "id_cycle": lambda n: _id_cycle(n // 20),
    "flight_cycle": lambda n: _page("<script>self.__next_f.push([1," + json.dumps("".join(f'{i:x}:["$","p","$L{i + 1:x}"]\n' for i in range(n // 4))) + "])</script>"),
    "huge_numbers": lambda n: _huge_numbers(),
    "long_integer": lambda n: b'{"sessions":[{"title":"T","start":' + b"9" * n + b"}]}",
    "yaml_aliases": lambda n: _aliases(9),
    "yaml_tag": lambda n: b"!!python/object/apply:os.system ['true']\n",
    "yaml_depth": lambda n: b"a:\n- " + b"- " * n + b"x",
    "yaml_flow": lambda n: b"sessions: " + b"{a: [" * n,
    "yaml_merge": lambda n: b"a: &a\n  <<: *a\nsessions: [*a]\n",
    "entity_bomb": lambda n: _entities(12),
    "external_entity": lambda n: b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><schedule><day>&x;</day></schedule>',
    "deep_elements": lambda n: b'<?xml version="1.0"?>' + b"<a>" * n,
    "many_attributes_xml": lambda n: _bytes('<?xml version="1.0"?><schedule ' + " ".join(f'a{i}="1"' for i in range(n)) + "/>"),
    "bad_zone": lambda n: _calendar("DTSTART;TZID=Nowhere/At All:20270510T090000", "DTSTART;TZID=../../etc/passwd:20270510T090000"),
    "bad_dates": lambda n: _calendar("DTSTART:00000000T000000", "DTSTART:99991231T235959\r\nDURATION:P99999999999D", "DTSTART:20271345T256199Z"),
    "endless_rule": lambda n: _calendar(*["DTSTART:20270510T090000\r\nRRULE:FREQ=DAILY"] * (n // 20)),
    "odd_rules": lambda n: _calendar(*(f"DTSTART:20270510T090000\r\nRRULE:{r}" for r in (
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999999999", "FREQ=WEEKLY;BYDAY=XX;COUNT=-1",
        "FREQ=YEARLY;BYEASTER=1;UNTIL=99991231", "FREQ=DAILY;UNTIL=00000000", "FREQ=DAILY;COUNT=999999999", "FREQ=", "FREQ=YEARLY;BYSETPOS=0"))),
    "many_dates": lambda n: _calendar("DTSTART:20270510T090000\r\nRDATE:" + ",".join(["20270511T090000"] * n)),
    "long_line_calendar": lambda n: _calendar("DTSTART:20270510T090000\r\nDESCRIPTION:" + "x\\n" * n, "DTSTART:20270510T090000\r\nATTENDEE;CN=" + '"' * n),
    "nested_components": lambda n: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * n,
    "one_line_csv": lambda n: b"title,speaker,start\n" + b"a," * (n * 10),
    "one_field_csv": lambda n: b'title,speaker,start\n"' + b"x" * (n * 10),
    "quotes_csv": lambda n: b"title,speaker,start\n" + b'"",' * n + b'"' * n,
    "wide_csv": lambda n: (b",".join(b"title%d" % i for i in range(n // 10)) + b"\n") * 30,
    "many_rows_csv": lambda n: b"title,speaker,start\n" + b"Talk,Ana Berg,2027-05-10 09:00\n" * n,
    "far_cell": lambda n: _sheet(f'<row r="1">{_cell("A1", "Title")}</row><row r="1048576">{_cell("XFD1048576", "x")}</row>', "A1:XFD1048576"),
    "bad_places": lambda n: _sheet('<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1e999</v></c></row>', "A1:ZZZZZZ99999999999"),
    "date_cells": lambda n: _sheet(f'<row r="1">{_cell("A1", "Title")}{_cell("B1", "Start")}</row><row r="2">{_cell("A2", "T")}<c r="B2" t="d"><v>9999999-99-99</v></c></row>', "A1:B2"),
    "sheet_bomb": lambda n: _sheet(" " * 310_000_000 if n >= 20_000 else "", "A1:B2"),
    "gzip": lambda n: gzip.compress(_page(_ITEM * n)),
    "archive_of_archives": lambda n: _zip({"word/document.xml": _zip({"word/document.xml": b" " * n})}),
    "same_members": lambda n: _zip({f"word/document{i}.xml": b"x" for i in range(n // 10)}),
    "docx_depth": lambda n: _docx('<w:document xmlns:w="NS"><w:body>' + "<w:tbl><w:tr><w:tc>" * n),
    "docx_entities": lambda n: _docx('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="NS"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'),
    "pdf_loop": lambda n: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    "pdf_text": lambda n: _pdf("BT /F1 9 Tf 0 0 Td " + "(09:00 Talk) Tj T* " * n + "ET"),
    "pdf_pages": lambda n: _pdf("BT (09:00 Talk) Tj ET", n),
    "pdf_garbage": lambda n: b"%PDF-1.7\n" + b"<<" * n,
    "mhtml_parts": lambda n: b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' + b"--b\r\nContent-Type: text/html\r\n\r\n<p>09:00 Talk\r\n" * n,
    "mhtml_nested": lambda n: b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' + b'--b\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' * (n // 10),
    "clocks": lambda n: b"09:00 " * n,
    "clock_lines": lambda n: b"09:00\n" * n,
    "clock_ranges": lambda n: b"9-9:45 - 10 - " * n,
    "dates": lambda n: b"10 May 2027, " * n,
    "names": lambda n: b"Ana Berg, " * n,
    "capitals": lambda n: b"A. " * n,
    "blanks": lambda n: b"09:00 Talk\n" + b" " * (n * 5) + b"x\n" + b"\t" * n,
    "empty_lines": lambda n: b"09:00 Talk" + b"\n" * (n * 5) + b"10:00 End",
    "odd_characters": lambda n: _bytes(f"09:00 {BIDI * (n // 10)} Talk\n10:00 Next, Ana {BIDI} Berg\n"),
    "odd_page": lambda n: _page("".join(f"<li>{h:02}:00 <b>Talk {BIDI}</b> Ana {BIDI}Berg, CEO</li>" for h in range(8, 18))),
    "odd_json": lambda n: b'{"sessions":[{"id":1,"title":"T \\ud800 \\u0000 \\u202e","start":"2027-05-10T09:00","speakers":["\\udfff Ana Berg"]}]}',
    "combining": lambda n: _bytes("09:00 Talk e" + "\u0301" * n + " Ana Berg\n10:00 Next"),
    "one_letter": lambda n: b"a" * (n * 10),
    "nul": lambda n: b"\x00" * n,
    "half_utf16": lambda n: b"\xff\xfe" + "09:00 Talk\n10:00 Next\n".encode("utf-16-le") * (n // 20) + b"\x00",
    "wrong_charset": lambda n: b'<!doctype html><meta charset="utf-7; x"><meta charset="idna"><body><li>09:00 +ADw-b+AD4- Talk</li>' + b"\xff\xc3\x28" * n,
    "odd_charset": lambda n: b'<!doctype html><meta charset="zlib_codec"><body>09:00 Talk',
    "unknown_encoding_xml": lambda n: b'<?xml version="1.0" encoding="UTF--0"?><schedule/>',
    "punycode": lambda n: b'<!doctype html><meta charset="punycode"><body>' + b"<li>09:00 Talk-a</li>" * (n // 10),
}  # fmt: skip
