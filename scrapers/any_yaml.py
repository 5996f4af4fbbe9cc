"""Any YAML or TOML: lists of sessions and people, as organisers keep them beside their site."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from scrapers._document import Document, Get
from scrapers._errors import NothingFound, TooMuch
from scrapers._found import Found
from scrapers._structured.joins import read_records

_TABLES = re.compile(r"(?m)^[ \t]*\[\[[\w.-]{1,80}\]\][ \t]*$")
_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.{20,200000}?)\n\1[ \t]*(?:\n|\Z)", re.S)
"""What a page of a site generator says above its text: YAML between dashes, TOML between plus signs."""
_LEAST_IN_FRONT = 3
"""So many sessions above a page's text are its programme."""
_VALUE = re.compile(r"([ \t]*(?:-[ \t]{1,8})?\w[\w .-]{0,40}:[ \t]{1,8})(\S.*)")
_ENTRY = re.compile(r"\s*(?:[-#%.\]}]|[\"'\w][^:\n]{0,60}[\"']?:(?:\s|$))")
_MARKED = tuple("\"'|>[{&*!#")
"""What begins a value that is no bare text."""
_LINE = re.compile(r"(?m)^\s*(?:- )?[\"']?[\w][\w .-]{0,40}[\"']?:(?:\s|$)")


def recognises(document: Document) -> bool:
    """Whether the document looks like YAML: most of its first lines are `key: value`, list entries among them."""
    if document.looks_like_html or document.json is not None or b"BEGIN:VCALENDAR" in document.data[:2000]:
        return False
    if document.address.lower().endswith((".yaml", ".yml", ".toml")) or _is_toml(document.text) or _FRONT.match(document.text):
        return True
    lines = [line for line in document.text[:6000].splitlines() if line.strip() and not line.lstrip().startswith("#")]
    keyed = sum(bool(_LINE.match(line)) for line in lines)
    return len(lines) > 4 and keyed * 10 >= 8 * len(lines) and any(line.lstrip().startswith("- ") for line in lines)


def read(document: Document, get: Get | None) -> Found:
    """Read whatever sessions and people the data holds; aliases, with which small files explode, are refused."""
    front = _FRONT.match(document.text)
    text = front[2] if front else document.text
    is_toml = _is_toml(text) if front is None else front[1] == "+++"
    try:
        found = read_records(tomllib.loads(text) if is_toml else _loaded(text))
        return found if front is None or len(found.sessions) >= _LEAST_IN_FRONT else Found()
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError) as problem:
        if front is not None:
            return Found()
        where = getattr(problem, "problem_mark", None)
        hint = f"Line {where.line + 1} cannot be understood as YAML." if where else "It is not valid YAML or TOML."
        raise NothingFound(document.address, f"{hint} Mend it and try again.") from problem
    except ValueError as problem:
        if front is not None:
            return Found()
        raise TooMuch(document.address, f"{problem}. Write the entries out.") from problem


def _loaded(text: str) -> Any:
    """The data of a YAML text; where it is none, that of the text with quotes about values that need them."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader without aliases
    except yaml.YAMLError:
        mended = _mended(text)
        if mended == text:
            raise
        return yaml.load(mended, _Loader)  # noqa: S506


def _mended(text: str) -> str:
    """The text with values in quotes that YAML does not take as they stand ("Panel 1: Mud", "Talks:", "@tarn").

    A line that is no entry and stands no deeper than the value above goes on with that.
    """
    lines: list[str] = []
    deep = 0
    for line in text.splitlines():
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        if bare and indent <= deep and lines and not _ENTRY.match(line):
            lines[-1] = f"{lines[-1].rstrip()} {bare}"
            continue
        deep = indent if _ENTRY.match(line) else deep
        lines.append(line)
    return "\n".join(map(_quoted, lines)) + "\n" * text.endswith("\n")


def _quoted(line: str) -> str:
    """A line whose value YAML does not take as it stands ("title: Panel 1: Mud", "title: Talks:", "x: @tarn") with quotes."""
    match = _VALUE.fullmatch(line)
    value = match[2].rstrip() if match else ""
    if match is None or value.startswith(_MARKED) or not (value[0] in "@`%" or value.endswith(":") or ": " in value):
        return line
    bare = value.replace("'", "''")
    return f"{match[1]}'{bare}'"


def _is_toml(text: str) -> bool:
    """Whether a line names a list of tables, as only TOML does."""
    return bool(_TABLES.search(text[:20_000]))


class _Loader(yaml.SafeLoader):
    """YAML without aliases, in which a bare 10:30 is a clock: YAML 1.1 counts it in sixties and gives 630."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            raise ValueError("it refers to parts of itself, which is not safe to read")
        return super().compose_node(parent, index)

    def construct_clock(self, node: yaml.ScalarNode) -> int | str:
        """A whole number, or a clock as it is written."""
        return str(node.value) if ":" in node.value else self.construct_yaml_int(node)


_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_clock)
