"""Names of companies in quotes behind the letters of their kind, which are no titles of talks."""

from __future__ import annotations

import pytest
from slot_pages import read

SPEAKERS = [
    ("Орлова Вера Павловна", "директор ОАО «Тихая Волна»"),
    ("Зимин Олег Ильич", "руководитель отдела «Ясный город» областной управы"),
    ("Крылов Пётр Львович", "главный инженер ГКУ «Агентство северных мостов»"),
    ("Лебедь Анна Юрьевна", "советник ОЭЗ «Заречье»"),
]
LINES = {
    "a comma": "<p>{0}, {1}</p>",
    "a dash": "<p>{0} – {1}</p>",
    "a list": "<li>{0}, {1}</li>",
    "a span": "<div><span>{0}, {1}</span></div>",
    "a cell": "<table><tr><td>{0}, {1}</td></tr></table>",
    "breaks": "{0}, {1}<br>",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_company_in_quotes_belongs_to_the_job_before_it(line: str) -> None:
    """Whoever works there speaks at the one session of the time, and no other one is called like the company."""
    people = "".join(line.format(*speaker) for speaker in SPEAKERS)
    slots = f"<div><b>10:00</b><h3>Мосты, которые ждут</h3>{people}</div><div><b>12:00</b><h3>Обед</h3></div>"

    agenda = read(slots)

    assert [s.title for s in agenda.sessions] == ["Мосты, которые ждут", "Обед"]
    assert sorted(p.name for p in agenda.speakers) == sorted(name for name, _ in SPEAKERS)


def test_a_title_in_quotes_behind_somebody_stays_one() -> None:
    """Words before the quotes that stand for no kind of company lead to what the person speaks of."""
    talks = ["«Мосты, которые ждут»", "«Как стареют колодцы»", "«Цена соли на севере»", "«Узлы из мокрой верёвки»"]
    lines = "".join(f"<p>{9 + n}:00 {who} {talk}</p>" for n, ((who, _), talk) in enumerate(zip(SPEAKERS, talks, strict=True)))

    assert [s.title for s in read(lines).sessions] == [talk.strip("«»") for talk in talks]
