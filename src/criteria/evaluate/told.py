"""What somebody else knows of goals whose facts are all there, so that nobody has to look: levels, truths, amounts, rows.

In: a goal, a condition, a term, rows. Out: what the reference would find, or None where it has to look itself. Holds: who tells agrees with
the reference; ``compiled/certain.py`` is tested to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from criteria.evaluate.forms import Form
from criteria.evaluate.worlds import Env
from criteria.model import terms as t
from criteria.model.plan import Goal

Answer = bool | tuple[object, ...]
Whole = tuple[Sequence[str], Sequence[Answer]]


class Told(Protocol):
    """Of one set of facts; all but ``level`` under the default readings."""

    def whole(self, form: Form) -> Whole | None:
        """All at once: the one level of a goal under each combination of readings; for each sketch of its trees, in their order, its truth,
        or its truth and what else its reason asks: a day, amounts, what each row is. None where looking could leave anything to note."""

    def level(self, goal: Goal, readings: Mapping[str, str]) -> str | None:
        """The one level of a goal, where looking for it would leave nothing to note."""

    def truth(self, condition: t.Condition, env: Env) -> bool | None:
        """Whether a condition holds."""

    def amount(self, term: t.Term, env: Env) -> Fraction | None:
        """What a term comes to."""

    def outcomes(self, of: t.Rows, test: t.Condition | None, env: Env) -> Sequence[int] | None:
        """What each row is, by its number: out, one that fails, one that passes."""

    def texts(self, record: str, columns: Sequence[str]) -> Iterable[tuple[str, ...]] | None:
        """What each row says in these columns, as texts compare."""
