"""Words of others, made harmless: what a form would act on is escaped, whatever a plan or a file of facts holds.

In: a text. Out: the same words on one line, for Markdown, for HTML or for a terminal (trust.md B27).
"""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$])")
_LIST = re.compile(r"^(\d*)([-+.)])(?=\s)")
# C0, C1 and the marks that turn the direction of writing.
CONTROL = dict.fromkeys([*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def for_markdown(words: str) -> str:
    """On one line, with nothing that Markdown or HTML would act on."""
    return _LIST.sub(r"\1\\\2", within_markdown(words))


def within_markdown(words: str) -> str:
    """The same where no line begins, as in a cell: nothing can be taken for a list there."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return _SPECIAL.sub(r"\\\1", line).replace("&", "&amp;")


def for_html(words: str) -> str:
    """Escaped, without control characters, its direction kept to itself."""
    from html import escape

    shown = "".join(c if c.isprintable() else " " for c in words)
    return f"<bdi>{escape(shown)}</bdi>" if shown else ""


def for_terminal(words: str) -> str:
    """Without control characters, so that none can move the cursor."""
    return words.translate(CONTROL)
