"""A document as one HTML page: safe to open, good to print.

In: a ``Document``. Out: a page that loads nothing and runs nothing; all words of others are escaped and set apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table
from criteria.report.escaping import for_html
from criteria.report.style import STYLE

_CLASSES = {"yes": "yes", "maybe": "maybe", "no": "no", "open": "small", "": ""}


def as_html(document: Document) -> str:
    """The whole page."""
    return "\n".join(_page(document)) + "\n"


def _page(document: Document) -> Iterator[str]:
    yield f'<!doctype html>\n<html lang="{document.lang}">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(document.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{for_html(document.title)}</h1>"
    if under := " · ".join(for_html(text) for text in document.under if text):
        yield f'<p class="small">{under}</p>'
    for block in document.blocks:
        yield from _block(block)
    yield f'<p class="small">{for_html(document.foot)}</p>\n</body>\n</html>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, depth):
            yield f"<h{depth + 1}>{for_html(text)}</h{depth + 1}>"
        case Paragraph(text, tone, quoted):
            shown = f"<q>{_lines(text)}</q>" if quoted else _lines(text)
            yield f"<p{_class(_CLASSES[tone])}>{shown}</p>"
        case Bullets(items):
            yield f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in items)}</ul>"
        case Table():
            yield from table_lines(block)


def table_lines(table: Table) -> Iterator[str]:
    yield f"<table>\n<tr>{''.join(f'<th>{for_html(text)}</th>' for text in table.head)}</tr>"
    for row in table.rows:
        yield f"<tr>{''.join(_cell(cell, n in table.right) for n, cell in enumerate(row))}</tr>"
    yield "</table>"


def _cell(cell: Cell, right: bool) -> str:
    return f"<td{_class(_CLASSES[cell.tone], 'n' if right else '')}>{_lines(cell.text)}</td>"


def _class(*names: str) -> str:
    """The attribute, where there is anything to say."""
    said = " ".join(filter(None, names))
    return f' class="{said}"' if said else ""


def _lines(text: str) -> str:
    return "<br>".join(for_html(line) for line in text.split("\n"))
