"""What a date phrase is refused for, and what is worth a note.

In: a kind (a word, the same in every language) and the values of its sentence. Out: an exception or a note that knows
its sentence in English and Danish (``criteria/wording/dates.py``) and becomes a ``Diagnostic`` at a place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from criteria.diagnostics import Diagnostic, Severity
from criteria.frozen import evolve, frozen
from criteria.source import Place


class DateRefused(ValueError):
    """Not a date phrase, or not one meaning: why, where in the text (end exclusive), and what to write instead."""

    def __init__(
        self,
        kind: str,
        start: int = 0,
        end: int = 0,
        suggestion: str | Callable[[], str | None] | None = None,
        **values: str,
    ) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values
        self.start, self.end = start, end
        self._suggestion = suggestion

    @property
    def suggestion(self) -> str | None:
        """Looked for when asked: many a text is only tried as a date."""
        if callable(self._suggestion):
            self._suggestion = self._suggestion()
        return self._suggestion

    def __str__(self) -> str:
        """The English sentence."""
        return self.diagnostic().message()

    def message(self, lang: str = "en") -> str:
        """The sentence in ``lang``: what was found, what was expected."""
        return self.diagnostic().message(lang)

    def diagnostic(self, place: Place | None = None) -> Diagnostic:
        """The finding; ``place`` is where the whole phrase starts, the mark is put on the words at fault."""
        if place is not None and place.column:
            end = place.column + max(self.end, self.start + 1)
            place = evolve(place, column=place.column + self.start, end=end)
        return Diagnostic(self.kind, place, self.values, self.suggestion)


@frozen
class Note:
    """What a reader should know of a phrase that was read: a century inferred, a weekday that contradicts the date."""

    kind: str
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> Mapping[str, str]:
        """The words of its sentence."""
        return dict(self.pairs)

    def message(self, lang: str = "en") -> str:
        """The sentence in ``lang``."""
        return self.diagnostic().message(lang)

    def diagnostic(self, place: Place | None = None) -> Diagnostic:
        """The note as a finding that only informs; a contradiction in the words is worth a warning."""
        severity = Severity.WARNING if self.kind == "weekday-contradicts" else Severity.NOTICE
        return Diagnostic(self.kind, place, self.values, severity=severity)
