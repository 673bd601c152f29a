"""The steps of a scale: what a goal can come to, and how many percent or points each step gives.

In: built by ``check/scales.py``. Out: ``Scale``s of ``Step``s, best first; a verdict is a set of steps. Holds: scores are exact; a step has
one score, but for the ranges that a measured or judged score leaves open. An ``id`` is the same in every language: ``fulfilled``,
``partial``, ``not_fulfilled``, a plain number (``60``, ``62.5``, ``1/3``), or a range (``20..60``).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from criteria.frozen import field, frozen
from criteria.source import Place


@frozen
class Step:
    """One step; ``label`` is the plan's own word for it, beside its number."""

    id: str
    low: Fraction
    high: Fraction
    label: str = ""

    @property
    def score(self) -> Fraction:
        """The score of a step that is no range."""
        return self.low


@frozen
class Scale:
    """All steps, best first; scores in percent, or in ``points`` of the plan's own."""

    steps: tuple[Step, ...]
    points: bool = False
    place: Place = field(eq=False, kw_only=True, default=Place(""))

    @property
    def lowest(self) -> Step:
        """What is left when nothing better holds."""
        return self.steps[-1]

    def step(self, name: str) -> Step | None:
        """The step with this id."""
        return next((each for each in self.steps if each.id == name), None)


def scored(score: Fraction, label: str = "") -> Step:
    """The step that is called by its score."""
    return Step(plain(score), score, score, label)


def between(low: Fraction, high: Fraction) -> Step:
    """Every score from one to the other, both included."""
    return scored(low) if low == high else Step(f"{plain(low)}..{plain(high)}", low, high)


def named(name: str, score: Fraction) -> Step:
    """A step with a name of its own."""
    return Step(name, score, score)


FULFILLED = named("fulfilled", Fraction(100))
PARTIAL = named("partial", Fraction(50))
NOT_FULFILLED = named("not_fulfilled", Fraction(0))
USUAL = Scale((FULFILLED, PARTIAL, NOT_FULFILLED))


def best_first(steps: Iterable[Step]) -> tuple[Step, ...]:
    """By score, the highest first; ranges by their upper end."""
    return tuple(sorted(steps, key=lambda step: (-step.high, -step.low, step.id)))


def plain(value: Fraction) -> str:
    """A decimal with a point when it ends, else the fraction (``1/3``)."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return decimal(value, _ending_digits(value.denominator)) if rest == 1 else f"{value.numerator}/{value.denominator}"


def decimal(value: Fraction, digits: int) -> str:
    """Exactly ``digits`` digits after the point; the value must fit them."""
    scaled = abs(value) * 10**digits
    whole = str(scaled.numerator // scaled.denominator).rjust(digits + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole[:-digits]}.{whole[-digits:]}" if digits else f"{sign}{whole}"


def _ending_digits(denominator: int) -> int:
    digits = 0
    while 10**digits % denominator:
        digits += 1
    return digits
