"""A document as Markdown, to be pasted into an annual report.

In: a ``Document``. Out: text, ending with a line end. Words of others are escaped: none can open a tag, a link or a column.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.report.document import Block, Bullets, Document, Heading, Paragraph, Table
from criteria.report.escaping import for_markdown, within_markdown


def as_markdown(document: Document) -> str:
    """The whole document."""
    lines = [f"# {for_markdown(document.title)}"] if document.title else []
    under = " · ".join(for_markdown(text) for text in document.under if text)
    lines += ["", under] if under else []
    for block in document.blocks:
        lines += ["", *block_lines(block)]
    lines += ["", for_markdown(document.foot)] if document.foot else []
    return "\n".join(lines) + "\n"


def block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, depth):
            yield f"{'#' * (depth + 1)} {for_markdown(text)}"
        case Paragraph(text, _, quoted):
            yield f"> {for_markdown(text)}" if quoted else _lines(text)
        case Bullets(items):
            yield from (f"- {_lines(item)}" for item in items)
        case Table(head, rows, right):
            yield f"| {' | '.join(for_markdown(text) for text in head)} |"
            yield f"|{'|'.join('---:' if n in right else '---' for n in range(len(head)))}|"
            yield from (f"| {' | '.join(_cell(cell.text) for cell in row)} |" for row in rows)


def _cell(text: str) -> str:
    return "<br>".join(within_markdown(line) for line in text.split("\n"))


def _lines(text: str) -> str:
    first, *rest = text.split("\n")
    return "<br>".join([for_markdown(first), *(within_markdown(line) for line in rest)])
