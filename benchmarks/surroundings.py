"""Pages with more around their programme: what stands there is no part of it and should change nothing of what is read.

What is added stands in `surroundings.toml`, all of it invented.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from scrapers._html.page import Node, parse

TABLE = Path(__file__).with_suffix(".toml")
AROUND = "around"
"""The kind that adds what all the others do."""


@cache
def kinds() -> tuple[str, ...]:
    """What can be added, by name."""
    return (*_table(), AROUND)


def surround(tree: Node, kind: str) -> None:
    """Add what a kind adds, before or behind all that the body of a page holds, in place; `KeyError` for no kind."""
    table = _table()
    body = next((node for node in tree.elements if node.tag == "body"), tree)
    for name in table if kind == AROUND else (kind,):
        made = parse(f"<body>{table[name]['html'].strip()}</body>").find_all("body")[0].children
        for node in made:
            if isinstance(node, Node):
                node.parent = body
        body.children = [*made, *body.children] if table[name]["place"] == "before" else [*body.children, *made]


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
