"""A condition of the explanation, in the reader's language.

In: a ``Reason``. Out: a ``ConditionOutline`` of texts: the condition, the facts it looked at with their places, what
its dates mean, what was measured, how far from the limit. Also which conditions settle a tree's truth (``decisive``).
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.evaluate.verdict import Reason, Truth
from criteria.frozen import evolve, frozen
from criteria.report import numbers
from criteria.report.days import with_days
from criteria.report.evidence import Naming


@frozen
class ConditionOutline:
    """One line of the tree and what stands below it. ``values`` are the facts with their places, in one text."""

    truth: Truth
    text: str
    quote: str
    values: str
    measured: str
    kept: str
    resolved: tuple[str, ...]
    margin: str
    line: int
    decides: bool
    children: tuple[ConditionOutline, ...]

    @property
    def details(self) -> tuple[str, ...]:
        """What stands under the condition, in the order it is read: what was found, how far off, what it rests on."""
        found = [self.measured, self.margin, self.values] if self.measured else [self.values, self.margin]
        return tuple(filter(None, [*found, self.kept, *self.resolved]))


def condition(reason: Reason, naming: Naming) -> ConditionOutline:
    """The tree, told."""
    lang = naming.lang
    return ConditionOutline(
        reason.truth,
        _text(reason),
        reason.quote,
        naming.facts(reason.facts, reason.text),
        _measured(reason, naming),
        naming.kept(reason.kept),
        tuple(with_days(text, lang) for text in reason.resolved if _tells(text)),
        numbers.margin(reason.margin, lang) if reason.margin and not _boundless(reason) else "",
        reason.place.line,
        reason.decides,
        tuple(_child(child, reason, naming) for child in reason.children),
    )


def _child(child: Reason, parent: Reason, naming: Naming) -> ConditionOutline:
    """Of a group (``A: at least 60% …``) only its name, for the test stands above it."""
    return condition(evolve(child, text=child.text.removesuffix(f": {parent.text}")), naming)


def decisive(reason: Reason) -> Iterable[Reason]:
    """The conditions furthest in that settle the truth of ``reason``."""
    inner = [c for c in reason.children if c.decides] or [c for c in reason.children if c.truth is reason.truth]
    if not inner:
        yield reason
    for child in inner:
        yield from decisive(child)


def _text(reason: Reason) -> str:
    """The condition as written; of a list only its head (``any of``), for its bullets follow."""
    bullets = "; ".join(child.text for child in reason.children)
    return reason.text.removesuffix(bullets).rstrip(": ") if len(reason.children) > 1 else reason.text


def _tells(resolved: str) -> bool:
    """Whether a date's meaning says more than the date: a plain year and a plain day say it themselves."""
    phrase, _, days = resolved.rpartition(" = ")
    told = {with_days(days, lang).casefold() for lang in ("en", "da")}
    return not phrase.strip().isdecimal() and phrase.strip().casefold() not in told


def _boundless(reason: Reason) -> bool:
    """An open test of a quantity without an end: a distance would say nothing."""
    ends = (reason.margin.low, reason.margin.high) if reason.margin else ()
    return reason.truth is Truth.UNKNOWN and None in ends


def _measured(reason: Reason, naming: Naming) -> str:
    """How it was counted, and what that makes: ``8 of 12 = 66.67%``."""
    known = reason.amount and not _boundless(reason)
    made = numbers.measured(reason.amount, reason.margin, naming.lang) if reason.amount and known else ""
    return " = ".join(filter(None, [naming.counted(reason.measured), made]))
