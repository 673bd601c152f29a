"""A level as a person writes it down in a judgement or an override.

In: the text and the goal. Out: a step of the goal's scale, or a score or range of scores where any percent will do; else ``Refused``.
Holds: names in both languages are read, the plan's own labels too, and a score with or without its unit.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.facts.days import RANGE
from criteria.facts.numbers import read_number
from criteria.facts.refusal import Refused, shown
from criteria.frozen import frozen
from criteria.model.plan import Goal, fold
from criteria.model.scale import Scale, Step, between, plain
from criteria.model.types import NumberType, Unit

NAMES = {
    "fulfilled": ("fulfilled", "opfyldt", "fuldt opfyldt", "fully fulfilled"),
    "partial": ("partial", "partially fulfilled", "delvist opfyldt", "delvis opfyldt"),
    "not_fulfilled": ("not fulfilled", "not_fulfilled", "ikke opfyldt"),
}
_SAID = {
    "fulfilled": ("fulfilled", "opfyldt"),
    "partial": ("partial", "delvist opfyldt"),
    "not_fulfilled": ("not fulfilled", "ikke opfyldt"),
}
_IDS = {spelling: name for name, spellings in NAMES.items() for spelling in spellings}
_POINTS = ("points", "point")


@frozen
class Scored:
    """Two ends, equal where one score was written."""

    low: Fraction
    high: Fraction


def level_said(text: str, goal: Goal, lang: str) -> Step:
    """The step that the text names. Raises ``Refused``."""
    scale, free = goal.scale, goal.any_score
    by_name = scale.step(_IDS.get(fold(text), ""))
    by_label = next((step for step in scale.steps if step.label and fold(step.label) == fold(text)), None)
    if named := by_name or by_label:
        return between(named.low, named.high) if free else named
    scored = _scored(text, scale)
    if scored and free and scale.lowest.low <= scored.low <= scored.high <= scale.steps[0].high:
        return between(scored.low, scored.high)
    if scored and not free:
        for step in scale.steps:
            if step.score == scored.low == scored.high:
                return step
    raise Refused("decision-level", found=shown(text), expected=listed(scale, lang, free))


def _scored(text: str, scale: Scale) -> Scored | None:
    try:
        ends = [_score(end, scale) for end in RANGE.split(text) if end]
    except Refused:
        return None
    return Scored(min(ends), max(ends)) if 0 < len(ends) <= 2 else None


def _score(text: str, scale: Scale) -> Fraction:
    if scale.points:
        for word in _POINTS:
            text = text.removesuffix(word).strip()
        return read_number(text, NumberType(Unit.NUMBER), None)[0]
    return read_number(text, NumberType(Unit.PERCENT), None)[0] * 100


def listed(scale: Scale, lang: str, free: bool = False) -> str:
    """The steps, or the ends between which any score will do, as a file of facts writes them."""
    if free:
        return f"{_number(scale.lowest.low, lang)}–{_number(scale.steps[0].high, lang)} %"
    return ", ".join(spelled(step, scale, lang) for step in scale.steps)


def spelled(step: Step, scale: Scale, lang: str) -> str:
    """``60 %``, ``6 points``, ``fulfilled``."""
    if step.id in _SAID:
        return _SAID[step.id][1 if lang == "da" else 0]
    number = _number(step.low, lang)
    return f"{number} {_POINTS[1 if lang == 'da' else 0]}" if scale.points else f"{number} %"


def _number(value: Fraction, lang: str) -> str:
    return plain(value) if lang == "en" else plain(value).replace(".", ",")
