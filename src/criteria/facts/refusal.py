"""Why a value is refused, on its way from the place that finds out to the diagnostic that says it.

In: a kind of ``criteria/wording/facts.py`` and the words of its sentence. Out: an exception that never leaves this
folder; ``read_value`` catches it and adds the fact's name and place.
"""

from __future__ import annotations

from criteria.diagnostics import Diagnostic
from criteria.source import Place


class Refused(Exception):
    """A text that is no value of its type: the kind of fault, its words, and what to write instead."""

    def __init__(self, kind: str, suggestion: str | None = None, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.suggestion, self.values = kind, suggestion, values

    def diagnostic(self, fact: str, place: Place) -> Diagnostic:
        """The fault of ``fact`` at ``place``."""
        return Diagnostic(self.kind, place, {"fact": fact, **self.values}, self.suggestion)


def shown(text: str) -> str:
    """A text of a file as messages quote it: one line, cut when long, without characters that hide or turn it."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:200]).split())
    return line if len(line) <= 60 else line[:57] + "…"
