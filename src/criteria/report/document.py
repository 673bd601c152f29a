"""A report as a document: headings, paragraphs, lists and tables of plain words, in the reader's language.

In: built by the reports (``course``, ``annual``, ``half_year`` …). Out: laid out by ``as_text``, ``as_markdown`` and ``as_html``.
Holds: no markup in any text; a line end inside a cell begins a new line of that cell.
"""

from __future__ import annotations

from typing import Literal

from criteria.diagnostics import Lang
from criteria.frozen import frozen

Tone = Literal["", "yes", "maybe", "no", "open"]


@frozen
class Heading:
    """``level`` 1 stands under the title, 2 under that."""

    text: str
    level: int = 1


@frozen
class Paragraph:
    """``quoted``: words of the plan or of its source."""

    text: str
    tone: Tone = ""
    quoted: bool = False


@frozen
class Bullets:
    items: tuple[str, ...]


@frozen
class Cell:
    text: str
    tone: Tone = ""


@frozen
class Table:
    """Rows as long as the head; the columns named in ``right`` stand to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    right: tuple[int, ...] = ()


Block = Heading | Paragraph | Bullets | Table


@frozen
class Document:
    """``under`` stands under the title, ``foot`` at the end."""

    title: str
    under: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: str
    lang: Lang
