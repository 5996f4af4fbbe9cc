"""One programme printed in every usual format of lines, in every usual element: all of it is read, whoever speaks."""

from __future__ import annotations

import pytest

from planner.agenda import Agenda
from scrapers import read_text

SESSIONS = [
    ("9:00", "Welcome and Opening Remarks", "Idris Falkenrath", "Chief Executive", "Norvane Group"),
    ("9:30", "Pricing Power in a Slow Market", "Maribel Oduya", "VP Revenue", "Tessaly"),
    ("10:15", "Coffee Break", "", "", ""),
    ("10:45", "Growth Without Burnout", "Kestutis Brannigan", "Head of People", "Larkfield Health"),
    ("11:30", "Supply Chains After the Storm", "Yewande Castellane", "Director of Logistics", "Pomelo Freight"),
    ("12:15", "Lunch", "", "", ""),
    ("13:15", "Quantum for Treasurers", "Tomasz Verhulst", "Treasurer", "Bank of Aldmoor"),
    ("14:00", "Selling to People Who Hate Selling", "Priscilla Nakagawa", "Founder", "Kindly"),
    ("14:45", "Data Contracts, Plainly", "Oluwaseun Whitlock", "Data Architect", "Merrow & Sons"),
    ("15:30", "Closing", "Idris Falkenrath", "Chief Executive", "Norvane Group"),
]
WHO = "{name}, {job}, {company}"
FORMATS = {
    "title – person": f"{{title}} – {WHO}", "title - name (company)": "{title} - {name} ({company})",
    "name: title": "{name}: {title}", "title (name)": "{title} ({name})", "title (person)": f"{{title}} ({WHO})",
    "title by name": "{title} by {name}", "title, by name, company": "{title}, by {name}, {company}",
    "“title” person": f"“{{title}}” {WHO}", "title / person": f"{{title}}<br>{WHO}",
    "title / name / job, company": "{title}<br>{name}<br>{job}, {company}",
    "title / name / job / company": "{title}<br>{name}<br>{job}<br>{company}", "name / title": "{name}<br>{title}",
    "title / name – job, company": "{title}<br>{name} – {job}, {company}",
    "title / name, job at company": "{title}<br>{name}, {job} at {company}",
    "title / Speaker: person": f"{{title}}<br>Speaker: {WHO}",
    "bold title / person": f"<b>{{title}}</b><br>{WHO}", "bold name, company / title": "<b>{name}</b>, {company}<br>{title}",
    "bold name / italic title": "<b>{name}</b><br><i>{title}</i>", "title, italic person": f"{{title}} <i>{WHO}</i>",
    "bold title, person": f"<b>{{title}}</b> {WHO}", "title, bold name, job": "{title} <b>{name}</b> {job}, {company}",
    "title and person in paragraphs": f"<p>{{title}}</p><p>{WHO}</p>",
    "title, name, job in paragraphs": "<p>{title}</p><p>{name}</p><p>{job}, {company}</p>",
    "name, job, title in paragraphs": "<p>{name}</p><p>{job}, {company}</p><p>{title}</p>",
    "title and name in spans": "<span>{title}</span><span>{name}</span>",
    "heading and person": f"<h4>{{title}}</h4><p>{WHO}</p>",
    "title and list of people": f"{{title}}<ul><li>{WHO}</li></ul>",
    "title. Name, company.": "{title}. {name}, {company}.", "name. Title.": "{name}. {title}.",
    "two links": '<a href="/s">{title}</a> <a href="/p">{name}</a>',
}  # fmt: skip
ROWS = {
    "table": ("<table>{}</table>", "<tr><td>{clock}</td><td>{line}</td></tr>"),
    "table with a head": (
        "<table><tr><th>Time</th><th>Session</th></tr>{}</table>",
        "<tr><td>{clock}</td><td>{line}</td></tr>",
    ),
    "list": ("<ul>{}</ul>", "<li>{clock} {line}</li>"),
    "paragraphs": ("{}", "<p>{clock} {line}</p>"),
    "paragraphs, bold times": ("{}", "<p><strong>{clock}</strong> {line}</p>"),
    "blocks": ("{}", "<div class=row><div class=time>{clock}</div><div class=talk>{line}</div></div>"),
    "headings": ("{}", "<h3>{clock}</h3><div>{line}</div>"),
    "definitions": ("<dl>{}</dl>", "<dt>{clock}</dt><dd>{line}</dd>"),
}


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_lines_is_read_in_every_element(form: str, rows: str) -> None:
    """Titles, starts and who speaks where are read, and of the people no more than the page tells."""
    agenda = read_text(_page(form, rows))
    told = FORMATS[form]
    people = {
        (name, job if "{job}" in told else None, firm if "{company}" in told else None)
        for *_, name, job, firm in SESSIONS
        if name
    }

    assert _programme(agenda) == [(title, clock.zfill(5), [name] if name else []) for clock, title, name, *_ in SESSIONS]
    assert {(p.name, p.title, p.company) for p in agenda.speakers} == people


def _page(form: str, rows: str) -> str:
    around, row = ROWS[rows]
    lines = [
        row.format(clock=clock, line=FORMATS[form].format(title=title, name=name, job=job, company=company) if name else title)
        for clock, title, name, job, company in SESSIONS
    ]
    head = "<title>Norvane Leaders Summit</title><nav><a href=/>Home</a><a href=/p>Programme</a></nav>"
    return f"<html><body>{head}<h1>Norvane Leaders Summit</h1><h2>Programme</h2>{around.format(''.join(lines))}</body></html>"


def _programme(agenda: Agenda) -> list[tuple[str, str | None, list[str]]]:
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, s.start, [names[key] for key in s.speakers]) for s in agenda.sessions]


@pytest.mark.parametrize("mark", ["h", "u"])
def test_whole_hours_among_clocks_are_times_where_the_order_says_so(mark: str) -> None:
    """An hour, "10h", between "9h30" and "10h45" begins a session, behind a bullet too; "3h" out of order is a length."""
    lines = "9x00 Welcome;9x30 Pricing in a slow market;10x Growth unburnt;10x45 Coffee break;3x of workshops;12x50 Lunch"
    rows = "".join(f"<p>- {line.replace('x', mark)}</p>" for line in lines.split(";"))

    agenda = read_text(f"<html><body><h1>Norvane Summit</h1><p>24 March 2027</p>{rows}</body></html>")

    assert [(s.start or "")[11:16] for s in agenda.sessions] == ["09:00", "09:30", "10:00", "10:45", "12:50"]
