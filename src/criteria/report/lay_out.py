"""A document in the form that was asked for.

In: a ``Document`` and the name of a form. Out: text.
"""

from __future__ import annotations

from criteria.report.document import Document


def lay_out(document: Document, form: str, width: int = 100, colour: bool = False) -> str:
    """``text``, ``markdown`` or ``html``."""
    if form == "markdown":
        from criteria.report.as_markdown import as_markdown

        return as_markdown(document)
    if form == "html":
        from criteria.report.as_html import as_html

        return as_html(document)
    from criteria.report.as_text import as_text

    return as_text(document, width, colour)
