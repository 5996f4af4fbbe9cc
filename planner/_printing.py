"""A report in Markdown as a page to print. Knows only the Markdown that `planner.report` writes, and escapes every text."""

from __future__ import annotations

import html
import re

_MARK = re.compile(r"\\(.)|(\*\*)|([^\\*]+|.)", re.DOTALL)


def print_page(markdown: str, *, title: str) -> str:
    """One HTML page that loads nothing: headings, lists, tables, paragraphs and bold; anything else is shown as text."""
    body: list[str] = []
    block = ""
    for line in markdown.splitlines():
        kind = "ul" if line.startswith("- ") else "table" if line.startswith("|") else ""
        if kind != block:
            body += [f"</{block}>"] if block else []
            body += [f"<{kind}>"] if kind else []
            block = kind
        body.append(_line(line, kind))
    body += [f"</{block}>"] if block else []
    return frame_page("\n".join(filter(None, body)), title=title, style=_STYLE)


def frame_page(body: str, *, title: str, style: str) -> str:
    """A whole page around a body of HTML: it loads nothing, and fits a phone."""
    return _PAGE.format(title=html.escape(title), style=style, body=body)


def _line(line: str, kind: str) -> str:
    if kind == "ul":
        return f"<li>{_inline(line[2:])}</li>"
    if kind == "table":
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if all(cell and not cell.strip("-:") for cell in cells):
            return ""
        return "<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in cells) + "</tr>"
    for level in (2, 1):
        if line.startswith("#" * level + " "):
            return f"<h{level}>{_inline(line[level + 1 :])}</h{level}>"
    return f"<p>{_inline(line)}</p>" if line.strip() else ""


def _inline(text: str) -> str:
    """Words with bold; a backslash makes the character after it plain."""
    pieces, bold = [], False
    for escaped, mark, other in _MARK.findall(text):
        if mark:
            pieces.append("</strong>" if bold else "<strong>")
            bold = not bold
        else:
            pieces.append(html.escape(escaped or other))
    return "".join(pieces) + ("</strong>" if bold else "")


_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; color: #1c2624; }
h1 { margin-bottom: .2rem; } h2 { margin: 1.4rem 0 .4rem; font-size: 1.15rem; border-bottom: 1px solid #cfd9d6; }
ul { padding-left: 1.1rem; margin: .3rem 0; } table { border-collapse: collapse; width: 100%; }
td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #e3e8e7; vertical-align: top; }
tr:first-child td { font-weight: 600; } h2, tr, li { break-after: auto; break-inside: avoid; }
@media print { body { padding: 0; font-size: 12px; } }
"""

_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>{style}</style></head>
<body>
{body}
</body>
</html>
"""
