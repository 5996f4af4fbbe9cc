"""One agenda laid out as many different web pages: training data for the role model and a standing test of the reader.

`lay_out(agenda, rng)` draws every choice (layout, formats of times and people, order, markup, class names, furniture around
the programme) from a random generator, so the same seed gives the same page; `lay_out(agenda, rng, layout="grid")` fixes the
layout, `**choices` any other choice. `layout_sessions.py` prints the single sessions.
"""

from __future__ import annotations

import html
import random
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from layout_sessions import (
    CHOICES,
    CLASSES,
    WORDS,
    Draft,
    Item,
    Programme,
    affiliation_of,
    body_of,
    people_element,
    place_element,
    stamp_of,
    text_element,
    time_of,
    title_element,
    title_of,
    whole_of,
)

DATA = Path(__file__).resolve().parent.parent / "scrapers" / "data"

LAYOUTS = tuple(CHOICES["layout"])


def lay_out(programme: Programme, rng: random.Random, **choices: str) -> str:
    """The programme as one HTML page."""
    drawn = {name: rng.choice(options) for name, options in CHOICES.items()} | choices
    if drawn["layout"] in ("grid", "table", "columns", "definitions", "groups", "pre") and "time_place" not in choices:
        drawn["time_place"] = "before"
    page = Draft(programme, rng, drawn, WORDS[programme.language])
    page.names = {part: _class(page, part, options) for part, options in CLASSES.items()}
    agenda = "".join(_day(page, number, day, items) for number, (day, items) in enumerate(programme.days))
    if drawn["days"] == "tabs":
        agenda = (
            "<ul>"
            + "".join(
                f"<li><a href='#d{n}'>{_day_text(page, n, d, 'full')}</a></li>" for n, (d, _) in enumerate(programme.days)
            )
            + "</ul>"
            + agenda
        )
    return _around(page, f"<h2>{page.word('head')}</h2>{agenda}")


def _class(page: Draft, part: str, options: list[str]) -> str:
    kind = page.choice["classes"]
    if kind == "semantic":
        return page.rng.choice(options)
    if kind == "gibberish":
        return "".join(page.rng.choice("abcdefghijkmnopqrstuvwxyz") for _ in range(6))
    if kind == "framework":
        return page.rng.choice(["col-md-4", "text-muted", "mb-2", "card-body", "font-bold", "row", "w-100", "text-lg"])
    return ""


def _wrapped(page: Draft, content: str) -> str:
    for _ in range(int(page.choice["wrap"])):
        content = f"<div>{content}</div>"
    return content


def _cards(page: Draft, items: tuple[Item, ...]) -> str:
    return "".join(page.element("div", "item", _wrapped(page, whole_of(page, i))) for i in items)


def _nested(page: Draft, items: tuple[Item, ...]) -> str:
    return "".join(
        page.element("div", "item", f"<div><div>{stamp_of(page, i)}</div></div><div><div>{body_of(page, i)}</div></div>")
        for i in items
    )


def _articles(page: Draft, items: tuple[Item, ...]) -> str:
    return "<section>" + "".join(f"<article>{_wrapped(page, whole_of(page, i))}</article>" for i in items) + "</section>"


def _rows(page: Draft, items: tuple[Item, ...]) -> str:
    return "".join(
        f"<div class='row'><div class='col-md-2'>{stamp_of(page, i)}</div><div class='col-md-10'>{body_of(page, i)}</div></div>"
        for i in items
    )


def _table(page: Draft, items: tuple[Item, ...]) -> str:
    return "<table>" + "".join(f"<tr><td>{time_of(page, i)}</td><td>{body_of(page, i)}</td></tr>" for i in items) + "</table>"


def _columns(page: Draft, items: tuple[Item, ...]) -> str:
    head = "<tr>" + "".join(f"<th>{w}</th>" for w in page.words["columns"]) + "</tr>"
    rows = "".join(
        f"<tr><td>{time_of(page, i)}</td><td>{title_element(page, i)}{text_element(page, i)}</td>"
        f"<td>{people_element(page, i)}</td><td>{html.escape(i.room or '')}</td></tr>"
        for i in items
    )
    return f"<table>{head}{rows}</table>"


def _by_start(items: tuple[Item, ...]) -> list[list[Item]]:
    groups: dict[int, list[Item]] = {}
    for item in items:
        groups.setdefault(item.start, []).append(item)
    return [groups[start] for start in sorted(groups)]


def _grid(page: Draft, items: tuple[Item, ...]) -> str:
    rooms = list(dict.fromkeys(i.room or "" for i in items if not i.service))
    head = "<tr><th></th>" + "".join(f"<th>{html.escape(r)}</th>" for r in rooms) + "</tr>"
    rows = []
    for group in _by_start(items):
        first = f"<td>{time_of(page, group[0])}</td>"
        if group[0].service or len(rooms) < 2:
            rows.append(f"<tr>{first}<td colspan='{max(1, len(rooms))}'>{body_of(page, group[0])}</td></tr>")
        else:
            cells = {i.room: body_of(page, i) for i in group}
            rows.append(f"<tr>{first}" + "".join(f"<td>{cells.get(r, '')}</td>" for r in rooms) + "</tr>")
    return f"<table>{head}{''.join(rows)}</table>"


def _groups(page: Draft, items: tuple[Item, ...]) -> str:
    out = ""
    for group in _by_start(items):
        out += page.element("h3" if page.choice["title_tag"] != "h3" else "h2", "time", time_of(page, group[0]))
        out += "".join(page.element("div", "item", body_of(page, i)) for i in group)
    return out


def _definitions(page: Draft, items: tuple[Item, ...]) -> str:
    return "<dl>" + "".join(f"<dt>{time_of(page, i)}</dt><dd>{body_of(page, i)}</dd>" for i in items) + "</dl>"


def _list(page: Draft, items: tuple[Item, ...]) -> str:
    return "<ul>" + "".join(f"<li>{whole_of(page, i)}</li>" for i in items) + "</ul>"


def _flat(page: Draft, items: tuple[Item, ...]) -> str:
    return "".join(whole_of(page, i) for i in items)


def _lines(page: Draft, item: Item) -> list[str]:
    """One session as lines of inline text."""
    e = html.escape
    who = (
        [", ".join(p for p in (w.name, w.job, w.company) if p) for w in item.people]
        if page.choice["people"] in ("comma", "list", "block", "block2", "labels", "broken")
        else [", ".join(w.name for w in item.people)]
    )
    return [title_of(page, item), *[e(w) for w in who if w]]


def _paragraphs(page: Draft, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        title, *rest = _lines(page, item)
        bold = page.choice["title_tag"] in ("b", "strong", "h3", "h4")
        head = f"{time_of(page, item)} <b>{title}</b>" if bold else f"<b>{time_of(page, item)}</b> {title}"
        out += f"<p>{'<br>'.join([head, *rest])}</p>"
    return out


def _loose(page: Draft, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        title, *rest = _lines(page, item)
        out += f"<b>{time_of(page, item)}</b><br>{title}<br>" + "".join(f"<i>{r}</i><br>" for r in rest) + "<br>"
    return f"<div>{out}</div>"


def _pre(page: Draft, items: tuple[Item, ...]) -> str:
    rows = []
    for item in items:
        title, *rest = _lines(page, item)
        rows.append(f"{time_of(page, item):<16} {title}")
        rows += [f"{'':<16} {r}" for r in rest]
    return "<pre>" + "\n".join(rows) + "</pre>"


def _accordion(page: Draft, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        inner = f"{place_element(page, item)}{people_element(page, item)}{text_element(page, item)}"
        out += f"<details><summary>{stamp_of(page, item)}{title_element(page, item)}</summary><div>{inner}</div></details>"
    return out


def _paired(page: Draft, items: tuple[Item, ...]) -> str:
    """Time and title in one row, everything else in a row below."""
    rows = "".join(
        f"<tr><td>{time_of(page, i)}</td><td>{title_element(page, i)}</td></tr>"
        f"<tr><td></td><td>{people_element(page, i)}{text_element(page, i)}</td></tr>"
        for i in items
    )
    return f"<table>{rows}</table>"


_MAKERS: dict[str, Callable[[Draft, tuple[Item, ...]], str]] = {
    "cards": _cards, "nested": _nested, "rows": _rows, "table": _table, "columns": _columns, "grid": _grid,
    "definitions": _definitions,
    "list": _list, "flat": _flat, "paragraphs": _paragraphs, "loose": _loose, "accordion": _accordion, "pre": _pre,
    "groups": _groups,
    "articles": _articles, "paired": _paired,
}  # fmt: skip


def _day_text(page: Draft, number: int, day: date, form: str) -> str:
    table = tomllib.loads((DATA / "times.toml").read_text(encoding="utf-8"))[page.programme.language]
    month = table["months"][day.month - 1].split()[-1 if page.programme.language == "pl" else 0]
    weekday = table["weekdays"][day.weekday()].split()[0]
    if page.programme.language in ("en", "de"):
        month, weekday = month.capitalize(), weekday.capitalize()
    full = (
        f"{month} {day.day}, {day.year}"
        if page.programme.language == "en"
        else f"{day.day}{'.' if page.programme.language == 'de' else ''} {month} {day.year}"
    )
    return {
        "full": full,
        "short": full.rsplit(" ", 1)[0].strip(","),
        "number": f"{page.words['day'][0]} {number + 1}",
        "both": f"{page.words['day'][0]} {number + 1} – {full}",
        "weekday": f"{weekday}, {full}",
    }[form]


def _day(page: Draft, number: int, day: date, items: tuple[Item, ...]) -> str:
    form = page.choice["days"]
    head = (
        ""
        if form in ("none", "tabs")
        else page.element(page.rng.choice(["h2", "h3", "div", "h4"]), "day", _day_text(page, number, day, form))
    )
    return page.element("div", "day", head + _MAKERS[page.choice["layout"]](page, items), f" id='d{number}'")


def _around(page: Draft, agenda: str) -> str:
    """The page around the programme: what sites have besides."""
    rng, words, programme = page.rng, page.words, page.programme
    filler = words["filler"]
    people = list({w.name: w for _, items in programme.days for i in items for w in i.people}.values())
    companies = [w.company for w in people if w.company]
    first = programme.days[0][0]
    nav = "".join(f"<li><a href='#'>{w}</a></li>" for w in rng.sample(words["nav"], min(len(words["nav"]), rng.randint(3, 8))))
    hero = f"<h1>{html.escape(programme.name)}</h1><p>{_day_text(page, 0, first, 'full')}</p>"
    about = "".join(f"<p>{' '.join(rng.sample(filler, min(2, len(filler))))}</p>" for _ in range(rng.randint(0, 3)))
    cards = ""
    if page.choice["section"] != "none" and people:
        shown = replace(programme.days[0][1][0], people=tuple(rng.sample(people, min(len(people), 8))))
        inner = ""
        for who in shown.people:
            bio = f"<p>{rng.choice(filler)} {rng.choice(filler)}</p>" if rng.random() < 0.4 else ""
            inner += page.element("div", "card", f"<h4>{html.escape(who.name)}</h4><p>{affiliation_of(who)}</p>{bio}")
        cards = f"<section><h2>{page.word('people')}</h2>{inner}</section>"
    sponsors = ""
    if companies and rng.random() < 0.4:
        logos = "".join(f"<div>{html.escape(c)}</div>" for c in rng.sample(companies, min(5, len(companies))))
        sponsors = f"<section><h2>{page.word('sponsors')}</h2>{logos}</section>"
    links = "".join(f"<li>{w}</li>" for w in words["nav"][-3:])
    foot = f"<footer><p>© {first.year} {html.escape(programme.name)}</p><p>info@example.org</p><ul>{links}</ul></footer>"
    before, after = (cards, "") if page.choice["section"] == "before" else ("", cards)
    top = (
        f"<nav><ul>{nav}</ul></nav>"
        if rng.random() < 0.7
        else f"<div>{''.join(f'<a href=x>{w}</a> ' for w in words['nav'])}</div>"
    )
    head = f"<head><meta charset='utf-8'><title>{html.escape(programme.name)}</title></head>"
    body = f"<body>{top}{hero}{about}{before}<main>{agenda}</main>{after}{sponsors}{foot}</body>"
    return f"<!doctype html><html lang='{programme.language}'>{head}{body}</html>"


def shifted(day: date, days: int) -> date:
    """The day so many days later."""
    return day + timedelta(days=days)
