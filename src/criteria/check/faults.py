"""The findings of one check, gathered in the order they are met.

In: a kind, the place of the words, the values of the sentence. Out: ``found``, each finding once. Holds: a definition that is used
ten times reports a fault in its body once; errors are remembered, so that a plan is only made when there are none.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.diagnostics import Diagnostic, Severity
from criteria.frozen import define, evolve, field
from criteria.source import Place
from criteria.wording.check import WORDS
from criteria.wording.totals import WORDS as OF_TOTALS

_Key = tuple[str, Place | None, tuple[tuple[str, str], ...]]


def both(name: str, word: str) -> dict[str, str]:
    """A word of the checker's own (a type, a unit, a role) in both languages: ``{name}`` and ``{name_da}`` of a sentence."""
    english, danish = WORDS[word] if word in WORDS else OF_TOTALS[word]
    return {name: english, f"{name}_da": danish}


@define
class Faults:
    """Gathers findings; ``goal`` is the goal being read, None outside goals."""

    found: list[Diagnostic] = field(factory=list)
    goal: str | None = None
    _seen: set[_Key] = field(factory=set)

    def error(
        self,
        kind: str,
        place: Place,
        *,
        suggestion: str | None = None,
        related: Iterable[Place] = (),
        words: dict[str, str] | None = None,
        **values: str,
    ) -> None:
        """A fault that stops the run. ``words`` are values that come from ``both``."""
        self.add(Diagnostic(kind, place, (words or {}) | values, suggestion, related=tuple(related)))

    def warning(
        self,
        kind: str,
        place: Place,
        *,
        suggestion: str | None = None,
        related: Iterable[Place] = (),
        **values: str,
    ) -> None:
        """A finding that does not stop the run."""
        self.add(Diagnostic(kind, place, values, suggestion, Severity.WARNING, tuple(related)))

    def notice(self, kind: str, place: Place, **values: str) -> None:
        """Something worth knowing."""
        self.add(Diagnostic(kind, place, values, severity=Severity.NOTICE))

    def add(self, diagnostic: Diagnostic) -> None:
        """A finding made elsewhere, such as a refused date; the goal in hand is written on it."""
        key = (diagnostic.kind, diagnostic.place, tuple(sorted(diagnostic.values.items())))
        if key not in self._seen:
            self._seen.add(key)
            self.found.append(evolve(diagnostic, goal=diagnostic.goal or self.goal))

    @property
    def in_order(self) -> list[Diagnostic]:
        """All findings as a reader meets their places."""
        return sorted(self.found, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))
