"""One agenda laid out as many different web pages: training data for the role model and a standing test of the reader.

`lay_out(agenda, rng)` draws every choice (layout, formats of times and people, order, markup, class names, furniture around
the programme) from a random generator, so the same seed gives the same page; `lay_out(agenda, rng, layout="grid")` fixes the
layout, `**choices` any other choice.
"""

from __future__ import annotations

import html
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "scrapers" / "data"


@dataclass(frozen=True)
class Who:
    """A person with what the page prints beside the name."""

    name: str
    job: str | None = None
    company: str | None = None
    moderates: bool = False


@dataclass(frozen=True)
class Item:
    """One session; times are minutes after midnight, `end` None when not to be printed."""

    start: int
    end: int | None
    title: str
    people: tuple[Who, ...] = ()
    room: str | None = None
    track: str | None = None
    abstract: str | None = None
    service: bool = False


@dataclass(frozen=True)
class Programme:
    """An event for laying out: the items of every day."""

    name: str
    days: tuple[tuple[date, tuple[Item, ...]], ...]
    language: str = "en"


_TABLES = tomllib.loads((Path(__file__).with_name("layouts.toml")).read_text(encoding="utf-8"))
WORDS: dict[str, dict[str, list[str]]] = _TABLES["words"]
CHOICES: dict[str, list[str]] = _TABLES["choices"]
LAYOUTS = tuple(CHOICES["layout"])
_CLASSES: dict[str, list[str]] = _TABLES["classes"]


@dataclass
class _Page:
    """One page in the making: the drawn choices and the words of its language."""

    programme: Programme
    rng: random.Random
    choice: dict[str, str]
    words: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        return self.rng.choice(self.words[name])

    def element(self, tag: str, part: str, content: str, extra: str = "") -> str:
        """An element with the class this page uses for such a part."""
        name = self.names.get(part, "")
        label = f' class="{name}"' if name else ""
        return f"<{tag}{label}{extra}>{content}</{tag}>"


def lay_out(programme: Programme, rng: random.Random, **choices: str) -> str:
    """The programme as one HTML page."""
    drawn = {name: rng.choice(options) for name, options in CHOICES.items()} | choices
    if drawn["layout"] in ("grid", "table", "columns", "definitions", "groups", "pre") and "time_place" not in choices:
        drawn["time_place"] = "before"
    page = _Page(programme, rng, drawn, WORDS[programme.language])
    page.names = {part: _class(page, part, options) for part, options in _CLASSES.items()}
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


def _class(page: _Page, part: str, options: list[str]) -> str:
    kind = page.choice["classes"]
    if kind == "semantic":
        return page.rng.choice(options)
    if kind == "gibberish":
        return "".join(page.rng.choice("abcdefghijkmnopqrstuvwxyz") for _ in range(6))
    if kind == "framework":
        return page.rng.choice(["col-md-4", "text-muted", "mb-2", "card-body", "font-bold", "row", "w-100", "text-lg"])
    return ""


def clock(minutes: int, form: str) -> str:
    """Minutes after midnight in one of the printed forms."""
    hour, minute = minutes // 60 % 24, minutes % 60
    twelve = (hour + 11) % 12 + 1
    half = "am" if hour < 12 else "pm"
    return {
        "24": f"{hour:02d}:{minute:02d}", "bare24": f"{hour}:{minute:02d}", "12": f"{twelve}:{minute:02d} {half.upper()}",
        "12c": f"{twelve}:{minute:02d}{half}" if minute else f"{twelve}{half}", "dot": f"{hour:02d}.{minute:02d}",
        "h": f"{hour}h{minute:02d}",
    }[form]  # fmt: skip


def _time(page: _Page, item: Item) -> str:
    form = page.choice["clock"]
    text = clock(item.start, form)
    if page.choice["range"] == "yes" and item.end is not None:
        text += page.choice["dash"].replace(
            "to", {"en": "to", "de": "bis", "fr": "à", "es": "a"}.get(page.programme.language, "-")
        ) + clock(item.end, form)
    return text


def _title_text(page: _Page, item: Item) -> str:
    title = html.escape(item.title)
    case = page.choice["title_case"]
    return (
        title.upper()
        if case == "upper" and not item.service
        else f"“{title}”"
        if case == "quoted" and not item.service
        else title
    )


def _title(page: _Page, item: Item) -> str:
    text, tag = _title_text(page, item), page.choice["title_tag"]
    byline = page.choice["byline"]
    if byline != "no" and item.people:
        names = f" {page.rng.choice(page.words['and'])} ".join(
            html.escape(w.name + (f" ({w.company})" if w.company and page.choice["people"] == "company" else ""))
            for w in item.people
        )
        text = {
            "dash": f"{text} – {names}",
            "colon": f"{names}: {text}",
            "by": f"{text} {page.words['by'][0]} {names}",
            "bracket": f"{text} ({names})",
            "front": f"{names} - {text}",
        }[byline]
    if page.choice["time_place"] == "inline":
        text = f"{_time(page, item)} {page.rng.choice(['', '- ', '| '])}{text}"
    elif page.choice["time_place"] == "trailing":
        text = f"{text} {_time(page, item)}"
    if item.service and page.choice["service"] == "plain" and tag not in ("td",):
        tag = "p"
    return page.element(tag, "title", text, " href='#'" if tag == "a" else "")


def _affiliation(who: Who, join: str = ", ") -> str:
    return html.escape(join.join(p for p in (who.job, who.company) if p))


def _people(page: _Page, item: Item) -> str:
    form = page.choice["people"]
    if not item.people or page.choice["byline"] != "no":
        return ""
    who = item.people
    joined = f" {page.words['and'][0]} "
    e = html.escape
    if form in ("names", "with", "label"):
        text = (
            ", ".join(e(w.name) for w in who[:-1]) + (joined if len(who) > 1 else "") + e(who[-1].name)
            if page.names["people"] < "m"
            else ", ".join(e(w.name) for w in who)
        )
        lead = {"names": "", "with": f"{page.words['by'][-1]} ", "label": f"{page.words['speaker'][0]}: "}[form]
        return page.element("p" if form != "names" else "div", "people", lead + text)
    if form in ("brackets", "company"):
        return page.element(
            "div", "people", ", ".join(f"{e(w.name)} ({e(w.company)})" if w.company else e(w.name) for w in who)
        )
    if form == "labels":
        chairs = [w for w in who if w.moderates] or (list(who[:1]) if len(who) > 2 else [])
        rest = [w for w in who if w not in chairs]
        rows = [(page.words["moderator"][0], chairs), (page.words["speaker"][-1 if len(rest) > 1 else 0], rest)]
        return "".join(
            page.element(
                "p",
                "people",
                f"<b>{label}:</b> " + "; ".join(", ".join(p for p in (e(w.name), _affiliation(w)) if p) for w in group),
            )
            for label, group in rows
            if group
        )
    if form in ("comma", "dash", "bar", "list", "broken"):
        mark = {"dash": " – ", "bar": " | "}.get(form, ", ")
        lines = [e(w.name) + (mark + _affiliation(w) if _affiliation(w) else "") for w in who]
        if form == "list":
            return page.element("ul", "people", "".join(f"<li>{row}</li>" for row in lines))
        if form == "broken":
            return page.element(
                "p",
                "people",
                "<br>".join(f"<b>{e(w.name)}</b>" + "".join(f"<br>{e(p)}" for p in (w.job, w.company) if p) for w in who),
            )
        return "".join(page.element("p", "people", row) for row in lines)
    cards = []
    for w in who:
        inner = page.element("span" if form == "block" else "div", "name", e(w.name))
        if form == "block1":
            inner += (
                page.element(
                    "div",
                    "job",
                    f"{e(w.job)} {page.rng.choice(['at', '@']) if page.programme.language == 'en' else '-'} {e(w.company)}",
                )
                if w.job and w.company
                else ""
            )
        elif form == "block2":
            inner += page.element("div", "job", _affiliation(w)) if _affiliation(w) else ""
        else:
            inner += "".join(
                page.element("span", part, e(value)) for part, value in (("job", w.job), ("company", w.company)) if value
            )
        cards.append(f"<div>{'<img src=x.jpg alt=photo>' if page.names['card'] < 'm' else ''}{inner}</div>")
    return page.element("div", "people", "".join(cards))


def _meta(page: _Page, item: Item) -> str:
    kind, out = page.choice["meta"], ""
    if kind in ("room", "both") and item.room:
        out += page.element("span", "room", html.escape(item.room))
    if kind == "label" and item.room:
        out += page.element("div", "room", f"{page.words['room'][0]}: {html.escape(item.room)}")
    if kind in ("track", "both") and item.track:
        out += page.element("span", "track", html.escape(item.track))
    if page.choice["time_place"] == "meta":
        out = page.element(
            "div",
            "time",
            f"{_time(page, item)}{page.rng.choice([' | ', ' · ', ', ']) + html.escape(item.room) if item.room else ''}",
        )
    return f"<div>{out}</div>" if out else ""


def _text(page: _Page, item: Item) -> str:
    if not item.abstract:
        return ""
    return page.element("p", "text", html.escape(item.abstract)) + (
        page.element("a", "more", page.word("more"), " href='#x'") if page.rng.random() < 0.2 else ""
    )


def _body(page: _Page, item: Item) -> str:
    """Everything of one session but its time."""
    parts = {"title": _title, "people": _people, "text": _text}
    meta = _meta(page, item)
    content = "".join(parts[name](page, item) for name in page.choice["order"].split("_"))
    return meta + content if page.names["room"] < "m" else content + meta


def _stamp(page: _Page, item: Item) -> str:
    place = page.choice["time_place"]
    tag = page.choice["time_tag"]
    return page.element("div" if tag == "td" else tag, "time", _time(page, item)) if place in ("before", "after") else ""


def _whole(page: _Page, item: Item) -> str:
    stamp, body = _stamp(page, item), _body(page, item)
    return body + stamp if page.choice["time_place"] == "after" else stamp + body


def _wrapped(page: _Page, content: str) -> str:
    for _ in range(int(page.choice["wrap"])):
        content = f"<div>{content}</div>"
    return content


def _cards(page: _Page, items: tuple[Item, ...]) -> str:
    return "".join(page.element("div", "item", _wrapped(page, _whole(page, i))) for i in items)


def _nested(page: _Page, items: tuple[Item, ...]) -> str:
    return "".join(
        page.element("div", "item", f"<div><div>{_stamp(page, i)}</div></div><div><div>{_body(page, i)}</div></div>")
        for i in items
    )


def _articles(page: _Page, items: tuple[Item, ...]) -> str:
    return "<section>" + "".join(f"<article>{_wrapped(page, _whole(page, i))}</article>" for i in items) + "</section>"


def _rows(page: _Page, items: tuple[Item, ...]) -> str:
    return "".join(
        f"<div class='row'><div class='col-md-2'>{_stamp(page, i)}</div><div class='col-md-10'>{_body(page, i)}</div></div>"
        for i in items
    )


def _table(page: _Page, items: tuple[Item, ...]) -> str:
    return "<table>" + "".join(f"<tr><td>{_time(page, i)}</td><td>{_body(page, i)}</td></tr>" for i in items) + "</table>"


def _columns(page: _Page, items: tuple[Item, ...]) -> str:
    head = "<tr>" + "".join(f"<th>{w}</th>" for w in page.words["columns"]) + "</tr>"
    rows = "".join(
        f"<tr><td>{_time(page, i)}</td><td>{_title(page, i)}{_text(page, i)}</td><td>{_people(page, i)}</td>"
        f"<td>{html.escape(i.room or '')}</td></tr>"
        for i in items
    )
    return f"<table>{head}{rows}</table>"


def _by_start(items: tuple[Item, ...]) -> list[list[Item]]:
    groups: dict[int, list[Item]] = {}
    for item in items:
        groups.setdefault(item.start, []).append(item)
    return [groups[start] for start in sorted(groups)]


def _grid(page: _Page, items: tuple[Item, ...]) -> str:
    rooms = list(dict.fromkeys(i.room or "" for i in items if not i.service))
    head = "<tr><th></th>" + "".join(f"<th>{html.escape(r)}</th>" for r in rooms) + "</tr>"
    rows = []
    for group in _by_start(items):
        first = f"<td>{_time(page, group[0])}</td>"
        if group[0].service or len(rooms) < 2:
            rows.append(f"<tr>{first}<td colspan='{max(1, len(rooms))}'>{_body(page, group[0])}</td></tr>")
        else:
            cells = {i.room: _body(page, i) for i in group}
            rows.append(f"<tr>{first}" + "".join(f"<td>{cells.get(r, '')}</td>" for r in rooms) + "</tr>")
    return f"<table>{head}{''.join(rows)}</table>"


def _groups(page: _Page, items: tuple[Item, ...]) -> str:
    out = ""
    for group in _by_start(items):
        out += page.element("h3" if page.choice["title_tag"] != "h3" else "h2", "time", _time(page, group[0]))
        out += "".join(page.element("div", "item", _body(page, i)) for i in group)
    return out


def _definitions(page: _Page, items: tuple[Item, ...]) -> str:
    return "<dl>" + "".join(f"<dt>{_time(page, i)}</dt><dd>{_body(page, i)}</dd>" for i in items) + "</dl>"


def _list(page: _Page, items: tuple[Item, ...]) -> str:
    return "<ul>" + "".join(f"<li>{_whole(page, i)}</li>" for i in items) + "</ul>"


def _flat(page: _Page, items: tuple[Item, ...]) -> str:
    return "".join(_whole(page, i) for i in items)


def _lines(page: _Page, item: Item) -> list[str]:
    """One session as lines of inline text."""
    e = html.escape
    who = (
        [", ".join(p for p in (w.name, w.job, w.company) if p) for w in item.people]
        if page.choice["people"] in ("comma", "list", "block", "block2", "labels", "broken")
        else [", ".join(w.name for w in item.people)]
    )
    return [_title_text(page, item), *[e(w) for w in who if w]]


def _paragraphs(page: _Page, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        title, *rest = _lines(page, item)
        bold = page.choice["title_tag"] in ("b", "strong", "h3", "h4")
        head = f"{_time(page, item)} <b>{title}</b>" if bold else f"<b>{_time(page, item)}</b> {title}"
        out += f"<p>{'<br>'.join([head, *rest])}</p>"
    return out


def _loose(page: _Page, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        title, *rest = _lines(page, item)
        out += f"<b>{_time(page, item)}</b><br>{title}<br>" + "".join(f"<i>{r}</i><br>" for r in rest) + "<br>"
    return f"<div>{out}</div>"


def _pre(page: _Page, items: tuple[Item, ...]) -> str:
    rows = []
    for item in items:
        title, *rest = _lines(page, item)
        rows.append(f"{_time(page, item):<16} {title}")
        rows += [f"{'':<16} {r}" for r in rest]
    return "<pre>" + "\n".join(rows) + "</pre>"


def _accordion(page: _Page, items: tuple[Item, ...]) -> str:
    out = ""
    for item in items:
        inner = f"{_meta(page, item)}{_people(page, item)}{_text(page, item)}"
        out += f"<details><summary>{_stamp(page, item)}{_title(page, item)}</summary><div>{inner}</div></details>"
    return out


def _paired(page: _Page, items: tuple[Item, ...]) -> str:
    """Time and title in one row, everything else in a row below."""
    rows = "".join(
        f"<tr><td>{_time(page, i)}</td><td>{_title(page, i)}</td></tr>"
        f"<tr><td></td><td>{_people(page, i)}{_text(page, i)}</td></tr>"
        for i in items
    )
    return f"<table>{rows}</table>"


_MAKERS: dict[str, Callable[[_Page, tuple[Item, ...]], str]] = {
    "cards": _cards, "nested": _nested, "rows": _rows, "table": _table, "columns": _columns, "grid": _grid,
    "definitions": _definitions,
    "list": _list, "flat": _flat, "paragraphs": _paragraphs, "loose": _loose, "accordion": _accordion, "pre": _pre,
    "groups": _groups,
    "articles": _articles, "paired": _paired,
}  # fmt: skip


def _day_text(page: _Page, number: int, day: date, form: str) -> str:
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


def _day(page: _Page, number: int, day: date, items: tuple[Item, ...]) -> str:
    form = page.choice["days"]
    head = (
        ""
        if form in ("none", "tabs")
        else page.element(page.rng.choice(["h2", "h3", "div", "h4"]), "day", _day_text(page, number, day, form))
    )
    return page.element("div", "day", head + _MAKERS[page.choice["layout"]](page, items), f" id='d{number}'")


def _around(page: _Page, agenda: str) -> str:
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
            inner += page.element("div", "card", f"<h4>{html.escape(who.name)}</h4><p>{_affiliation(who)}</p>{bio}")
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
