"""One session of a programme as a page prints it: its time, title, people and texts, in the forms the page has drawn."""

from __future__ import annotations

import html
import random
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


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
CLASSES: dict[str, list[str]] = _TABLES["classes"]


@dataclass
class Draft:
    """One page in the making: the drawn choices and the words of its language."""

    programme: Programme
    rng: random.Random
    choice: dict[str, str]
    words: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """One of the words for a thing in the language of the page."""
        return self.rng.choice(self.words[name])

    def element(self, tag: str, part: str, content: str, extra: str = "") -> str:
        """An element with the class this page uses for such a part."""
        name = self.names.get(part, "")
        label = f' class="{name}"' if name else ""
        return f"<{tag}{label}{extra}>{content}</{tag}>"


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


def time_of(page: Draft, item: Item) -> str:
    """When a session takes place, in the form of the page."""
    form = page.choice["clock"]
    text = clock(item.start, form)
    if page.choice["range"] == "yes" and item.end is not None:
        text += page.choice["dash"].replace(
            "to", {"en": "to", "de": "bis", "fr": "à", "es": "a"}.get(page.programme.language, "-")
        ) + clock(item.end, form)
    return text


def title_of(page: Draft, item: Item) -> str:
    """The title as the page prints it."""
    title = html.escape(item.title)
    case = page.choice["title_case"]
    return (
        title.upper()
        if case == "upper" and not item.service
        else f"“{title}”"
        if case == "quoted" and not item.service
        else title
    )


def title_element(page: Draft, item: Item) -> str:
    """The title in its element, with the people or the time where the page has them there."""
    text, tag = title_of(page, item), page.choice["title_tag"]
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
        text = f"{time_of(page, item)} {page.rng.choice(['', '- ', '| '])}{text}"
    elif page.choice["time_place"] == "trailing":
        text = f"{text} {time_of(page, item)}"
    if item.service and page.choice["service"] == "plain" and tag not in ("td",):
        tag = "p"
    return page.element(tag, "title", text, " href='#'" if tag == "a" else "")


def affiliation_of(who: Who, join: str = ", ") -> str:
    """Job title and company in one text."""
    return html.escape(join.join(p for p in (who.job, who.company) if p))


def people_element(page: Draft, item: Item) -> str:
    """The people in the form of the page, nothing where they stand with the title."""
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
                f"<b>{label}:</b> " + "; ".join(", ".join(p for p in (e(w.name), affiliation_of(w)) if p) for w in group),
            )
            for label, group in rows
            if group
        )
    if form in ("comma", "dash", "bar", "list", "broken"):
        mark = {"dash": " – ", "bar": " | "}.get(form, ", ")
        lines = [e(w.name) + (mark + affiliation_of(w) if affiliation_of(w) else "") for w in who]
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
            inner += page.element("div", "job", affiliation_of(w)) if affiliation_of(w) else ""
        else:
            inner += "".join(
                page.element("span", part, e(value)) for part, value in (("job", w.job), ("company", w.company)) if value
            )
        cards.append(f"<div>{'<img src=x.jpg alt=photo>' if page.names['card'] < 'm' else ''}{inner}</div>")
    return page.element("div", "people", "".join(cards))


def place_element(page: Draft, item: Item) -> str:
    """Room and track."""
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
            f"{time_of(page, item)}{page.rng.choice([' | ', ' · ', ', ']) + html.escape(item.room) if item.room else ''}",
        )
    return f"<div>{out}</div>" if out else ""


def text_element(page: Draft, item: Item) -> str:
    """The abstract and what leads to more."""
    if not item.abstract:
        return ""
    return page.element("p", "text", html.escape(item.abstract)) + (
        page.element("a", "more", page.word("more"), " href='#x'") if page.rng.random() < 0.2 else ""
    )


def body_of(page: Draft, item: Item) -> str:
    """Everything of one session but its time."""
    parts = {"title": title_element, "people": people_element, "text": text_element}
    meta = place_element(page, item)
    content = "".join(parts[name](page, item) for name in page.choice["order"].split("_"))
    return meta + content if page.names["room"] < "m" else content + meta


def stamp_of(page: Draft, item: Item) -> str:
    """The time in an element of its own, where the page has it beside the rest."""
    place = page.choice["time_place"]
    tag = page.choice["time_tag"]
    return page.element("div" if tag == "td" else tag, "time", time_of(page, item)) if place in ("before", "after") else ""


def whole_of(page: Draft, item: Item) -> str:
    """Everything of one session."""
    stamp, body = stamp_of(page, item), body_of(page, item)
    return body + stamp if page.choice["time_place"] == "after" else stamp + body
