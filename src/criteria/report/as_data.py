"""A document as plain data: the words that a reader gets, without a layout.

In: a ``Document`` and its kind. Out: schema ``criteria/report/1``. Holds: the order is that of the document; what a table's cell says on
several lines is one text with line ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from criteria.report.document import Block, Bullets, Document, Heading, Paragraph, Table

SCHEMA = "criteria/report/1"


def document_data(document: Document, kind: str) -> dict[str, object]:
    """The whole report."""
    return {
        "schema": SCHEMA,
        "report": kind,
        "language": document.lang,
        "title": document.title,
        "under": [line for line in document.under if line],
        "blocks": [_block(block) for block in document.blocks],
        "foot": document.foot,
    }


def _block(block: Block) -> Mapping[str, object]:
    match block:
        case Heading(text, level):
            return {"heading": text, "level": level}
        case Paragraph(text, _, quoted):
            return {"paragraph": text, "quoted": quoted}
        case Bullets(items):
            return {"list": list(items)}
        case Table(head, rows):
            return {"table": {"columns": list(head), "rows": [[cell.text for cell in row] for row in rows]}}
        case _ as unreachable:
            assert_never(unreachable)
