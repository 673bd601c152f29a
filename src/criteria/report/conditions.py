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
from criteria.report.days import with_days
from criteria.report.texts import say
from criteria.source import Source

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


@frozen
class PlanWords:
    """What the plan calls its facts, and its text."""

    names: Mapping[str, str]
    source: Source


def condition(reason: Reason, words: PlanWords, lang: Lang) -> ConditionOutline:
    """The tree, told in the plan's own words."""
    return ConditionOutline(
        reason.truth,
        _text(reason, words.source),
        reason.quote,
        _facts(reason, words.names, lang),
        _measured(reason, lang),
        tuple(with_days(text, lang) for text in reason.resolved if _tells(text)),
        numbers.margin(reason.margin, lang) if reason.margin and not _boundless(reason) else "",
        reason.place.line,
        reason.decides,
        tuple(condition(child, words, lang) for child in reason.children),
    )


def decisive(reason: Reason) -> Iterable[Reason]:
    """The conditions furthest in that settle the truth of ``reason``."""
    inner = [c for c in reason.children if c.decides] or [c for c in reason.children if c.truth is reason.truth]
    if not inner:
        yield reason
    for child in inner:
        yield from decisive(child)


def _text(reason: Reason, source: Source) -> str:
    """The condition as written; of a list of bullets only its head (``any of``), for its bullets follow."""
    if not reason.children or reason.text != "; ".join(child.text for child in reason.children):
        return reason.text
    if reason.place.line >= reason.children[0].place.line:
        return ""
    return source.line(reason.place.line)[max(0, reason.place.column - 1) :].partition("#")[0].strip()


def _tells(resolved: str) -> bool:
    """Whether a date's meaning says more than the date: a plain year and a plain day say it themselves."""
    phrase, _, days = resolved.rpartition(" = ")
    told = {with_days(days, lang).casefold() for lang in ("en", "da")}
    return not phrase.strip().isdecimal() and phrase.strip().casefold() not in told


def _boundless(reason: Reason) -> bool:
    """An open test of a quantity without an end: a distance would say nothing."""
    ends = (reason.margin.low, reason.margin.high) if reason.margin else ()
    return reason.truth is Truth.UNKNOWN and None in ends


def _measured(reason: Reason, lang: Lang) -> str:
    """How it was counted, and what that makes: ``8/12 = 66.67%``."""
    known = reason.amount and not _boundless(reason)
    made = numbers.measured(reason.amount, reason.margin, lang) if reason.amount and known else ""
    return " = ".join(filter(None, [with_days(reason.measured, lang), made]))


def _facts(reason: Reason, names: Mapping[str, str], lang: Lang) -> str:
    told = [_fact(fact, reason.text, names, lang) for fact in reason.facts[:MOST_FACTS]]
    return ", ".join(told + ["…"] * (len(reason.facts) > MOST_FACTS))


def _fact(fact: UsedFact, text: str, names: Mapping[str, str], lang: Lang) -> str:
    """The value and its place; the name only where the condition does not begin with it."""
    value = say(_WORDS[fact.value], lang) if fact.value in _WORDS else with_days(fact.value, lang)
    name = names.get(fact.path, fact.path)
    named = "" if text.casefold().startswith(name.casefold()) else f"{name}: "
    return f"{named}{value}" + (f" ({fact.source})" if fact.source else "")
