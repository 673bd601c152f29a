"""A condition of the explanation, in the reader's language.

In: a ``Reason``. Out: a ``ConditionOutline`` of texts: the condition, the facts it looked at with their places, what
its dates mean, what was measured, how far from the limit. Also which conditions settle a tree's truth (``decisive``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Reason, Truth, UsedFact
from criteria.report import numbers
from criteria.report.texts import say

MOST_FACTS = 12
_WORDS = {"": "value_missing", "unknown": "value_unknown", "never": "value_never", "nothing": "value_missing"}


@frozen
class ConditionOutline:
    """One line of the tree and what stands below it. ``values`` are the facts with their places, in one text."""

    truth: Truth
    text: str
    quote: str
    values: str
    measured: str
    resolved: tuple[str, ...]
    margin: str
    line: int
    decides: bool
    children: tuple[ConditionOutline, ...]

    @property
    def details(self) -> tuple[str, ...]:
        """What stands under the condition, in the order it is read."""
        return tuple(filter(None, [self.values, self.measured, self.margin, *self.resolved]))


def condition(reason: Reason, names: Mapping[str, str], lang: Lang) -> ConditionOutline:
    """The tree, told; ``names`` are the facts' names in the plan's own words."""
    return ConditionOutline(
        reason.truth,
        reason.text,
        reason.quote,
        _facts(reason, names, lang),
        _measured(reason, lang),
        tuple(numbers.with_days(text, lang) for text in reason.resolved),
        numbers.margin(reason.margin, lang) if reason.margin else "",
        reason.place.line,
        reason.decides,
        tuple(condition(child, names, lang) for child in reason.children),
    )


def decisive(reason: Reason) -> Iterable[Reason]:
    """The conditions furthest in that settle the truth of ``reason``."""
    inner = [c for c in reason.children if c.decides] or [c for c in reason.children if c.truth is reason.truth]
    if not inner:
        yield reason
    for child in inner:
        yield from decisive(child)


def _measured(reason: Reason, lang: Lang) -> str:
    """How it was counted, and what that makes: ``8/12 = 66.67%``."""
    made = numbers.measured(reason.amount, reason.margin, lang) if reason.amount else ""
    return " = ".join(filter(None, [numbers.with_days(reason.measured, lang), made]))


def _facts(reason: Reason, names: Mapping[str, str], lang: Lang) -> str:
    told = [_fact(fact, reason.text, names, lang) for fact in reason.facts[:MOST_FACTS]]
    return ", ".join(told + ["…"] * (len(reason.facts) > MOST_FACTS))


def _fact(fact: UsedFact, text: str, names: Mapping[str, str], lang: Lang) -> str:
    """The value and its place; the name only where the condition does not begin with it."""
    value = say(_WORDS[fact.value], lang) if fact.value in _WORDS else numbers.with_days(fact.value, lang)
    name = names.get(fact.path, fact.path)
    named = "" if text.casefold().startswith(name.casefold()) else f"{name}: "
    return f"{named}{value}" + (f" ({fact.source})" if fact.source else "")
