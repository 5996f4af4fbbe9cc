"""What a page breaks over lines within a cell: titles, and people in brackets below them."""

from __future__ import annotations

import pytest

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import assemble
from scrapers._html.page import parse
from scrapers._html.wrapped import join_wrapped


def read(page: str) -> list[tuple[str, list[tuple[str, str | None, str | None]]]]:
    found = any_page.read(Document("page.html", f"<html><body><h1>급식의 날</h1>{page}</body></html>".encode()), None)
    agenda = assemble("page.html", "any_page", found)
    people = {p.id: (p.name, p.title, p.company) for p in agenda.speakers}
    return [(s.title, [people[key] for key in s.speakers]) for s in agenda.sessions]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Pumps<br>(Ann Archer, Acme<br>Research Centre)<br>Tea</p>", "Pumps¦(Ann Archer, Acme Research Centre)¦Tea"),
        ("<p>泵（Ann<br><b>Archer</b><br>Acme）</p>", "泵（Ann Archer Acme）"),
        ("<p>Ann (Acme<br>Bob (Beta)<br>Cy</p>", "Ann (Acme¦Bob (Beta)¦Cy"),
        ("<p>A (1<br>2<br>3<br>4<br>5<br>6)</p>", "A (1¦2¦3¦4¦5¦6)"),
        ("<div>Pumps (1<br><p>2</p>3<br>4)</div>", "Pumps (1¦23¦4)"),
    ],
)
def test_lines_broken_within_brackets_are_one(markup: str, text: str) -> None:
    """A bracket that opens and soon closes in a block holds no end of a line; one that never closes, or holds blocks, does."""
    tree = parse(markup)
    join_wrapped(tree.walk())
    for line_end in tree.find_all("br"):
        line_end.children = ["¦"]
    assert tree.raw_text() == text


def test_all_lines_above_people_in_brackets_are_one_title() -> None:
    """Whatever the lines read like, also where the name ends in a drawn stroke and the brackets run over lines."""
    talks = [
        ("두부로 여는<br>아침의 맛", "김서연┃한빛대학교<br>영양학과 교수", "김서연", "교수"),
        ("바다를 닮은 밥상<br>이야기", "이도윤┃푸른바다연구원 소장", "이도윤", "소장"),
        ("어린이와 함께하는<br>텃밭 교육과<br>요리 노하우", "박지호┃솔잎초등학교<br>교사", "박지호", "교사"),
        ("작은 부엌의<br>큰 변화", "최하은┃온누리식품 대표", "최하은", "대표"),
    ]
    rows = "".join(
        f"<tr><td>{9 + n}:00 - {9 + n}:50</td><td>{title}<br>({who})</td></tr>" for n, (title, who, *_) in enumerate(talks)
    )
    found = read(f"<table>{rows}</table>")
    assert [title for title, _ in found] == [title.replace("<br>", " ") for title, *_ in talks]
    assert [[(name, job) for name, job, _ in people] for _, people in found] == [[(name, job)] for *_, name, job in talks]
