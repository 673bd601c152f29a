"""A condition of the explanation, in the reader's language.

In: a ``Reason``. Out: a ``ConditionOutline`` of texts: the condition, the facts it looked at with their places, what
its dates mean, what was measured, how far from the limit. Also which conditions settle a tree's truth (``decisive``).
"""

from __future__ import annotations

from collections.abc import Iterable

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


def condition(reason: Reason, lang: Lang) -> ConditionOutline:
    """The tree, told."""
    return ConditionOutline(
        reason.truth,
        reason.text,
        reason.quote,
        _facts(reason.facts, lang),
        numbers.with_days(reason.measured, lang),
        tuple(numbers.with_days(text, lang) for text in reason.resolved),
        numbers.margin(reason.margin, lang) if reason.margin else "",
        reason.place.line,
        reason.decides,
        tuple(condition(child, lang) for child in reason.children),
    )


def decisive(reason: Reason) -> Iterable[Reason]:
    """The conditions furthest in that settle the truth of ``reason``."""
    inner = [c for c in reason.children if c.decides] or [c for c in reason.children if c.truth is reason.truth]
    if not inner:
        yield reason
    for child in inner:
        yield from decisive(child)


def _facts(facts: tuple[UsedFact, ...], lang: Lang) -> str:
    told = [_fact(fact, lang) for fact in facts[:MOST_FACTS]]
    return ", ".join(told + ["…"] * (len(facts) > MOST_FACTS))


def _fact(fact: UsedFact, lang: Lang) -> str:
    value = say(_WORDS[fact.value], lang) if fact.value in _WORDS else numbers.with_days(fact.value, lang)
    return f"{fact.path}: {value}" + (f" ({fact.source})" if fact.source else "")
