"""Levels and scores as text.

In: the ids of steps and the scale they stand on. Out: ``fulfilled or partially fulfilled``, ``60 % (good)``, ``20–60 %``, ``6 points``,
in the reader's language; and the order of ids, best first.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from criteria.model.scale import USUAL, Scale
from criteria.report import numbers
from criteria.report.texts import joined, say
from criteria.wording.report import LABELS


def level(name: str, lang: str, scale: Scale = USUAL) -> str:
    """A step's name, or its score with the plan's label for it; ``open`` is none."""
    if name in LABELS:
        return say(name, lang)
    step = scale.step(name)
    text = score(*ends(name), scale, lang)
    return f"{text} ({step.label})" if step and step.label else text


def levels(names: Iterable[str], lang: str, scale: Scale = USUAL) -> str:
    """The levels that are still possible, best first."""
    return joined([level(name, lang, scale) for name in names], say("or", lang))


def score(low: Fraction, high: Fraction, scale: Scale, lang: str) -> str:
    """``100 %``, ``50–100 %``, ``6 points``."""
    if not scale.points:
        return numbers.score(low, high, lang)
    text = "–".join(numbers.number(end, lang) for end in dict.fromkeys((low, high)))
    return say("point" if low == high == 1 else "points", lang, n=text)


def ends(name: str) -> tuple[Fraction, Fraction]:
    """The scores that an id of numbers stands for."""
    low, _, high = name.partition("..")
    return Fraction(low), Fraction(high or low)


def order(name: str, scale: Scale) -> tuple[Fraction, Fraction, str]:
    """For sorting ids, best first."""
    step = scale.step(name) or USUAL.step(name)
    low, high = (step.low, step.high) if step else ends(name)
    return -high, -low, name
