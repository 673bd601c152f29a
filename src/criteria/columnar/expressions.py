"""Pieces of SQL: texts made of generated names, whole numbers and days, and the stage in which they can be worked out.

In: smaller pieces. Out: ``Sql``, or a plain bool where the answer is the same in every row. Holds: truths are never NULL; nothing that
comes from a user is ever part of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from criteria.frozen import frozen


@frozen
class Sql:
    """A text; ``stage``: the first stage whose names it can use; ``plain``: a name or a literal."""

    text: str
    stage: int = 0
    plain: bool = False


Truth = Sql | bool


def literal(number: int) -> Sql:
    """A whole number."""
    return Sql(str(int(number)), plain=True)


def day(ordinal: int) -> Sql:
    """A date."""
    return Sql(f"DATE '{date.fromordinal(ordinal).isoformat()}'", plain=True)


def written(pattern: str, *parts: Sql) -> Sql:
    """The parts put into a pattern of ours, each in brackets unless it is plain."""
    return Sql(pattern.format(*(bare(part) for part in parts)), latest(parts))


def bare(part: Sql) -> str:
    """A part as it stands inside another."""
    return part.text if part.plain else f"({part.text})"


def latest(parts: Iterable[Sql]) -> int:
    """The stage in which all of them can be used."""
    return max((part.stage for part in parts), default=0)


def every(*items: Truth) -> Truth:
    """All of them."""
    return _joined(items, "AND", until=False)


def some(*items: Truth) -> Truth:
    """At least one of them."""
    return _joined(items, "OR", until=True)


def _joined(items: Sequence[Truth], word: str, *, until: bool) -> Truth:
    left: dict[str, Sql] = {}
    for item in items:
        if isinstance(item, bool):
            if item is until:
                return until
        else:
            left[item.text] = item
    found = list(left.values())
    if not found:
        return not until
    if len(found) == 1:
        return found[0]
    return Sql(f" {word} ".join(bare(item) for item in found), latest(found))


def negated(item: Truth) -> Truth:
    """The contrary."""
    return not item if isinstance(item, bool) else written("NOT {}", item)


def truth(item: Truth) -> Sql:
    """As SQL, also where it is the same in every row."""
    return Sql("TRUE" if item else "FALSE", plain=True) if isinstance(item, bool) else item


def either(when: Truth, then: Truth, other: Truth) -> Truth:
    """``then`` where ``when`` holds, else ``other``; all three are never NULL."""
    if isinstance(when, bool):
        return then if when else other
    if isinstance(then, bool) or isinstance(other, bool) or then == other:
        return some(every(when, then), every(negated(when), other)) if then != other else then
    return written("CASE WHEN {} THEN {} ELSE {} END", when, then, other)


def differ(one: Truth, other: Truth) -> Truth:
    """Exactly one of them holds."""
    if isinstance(one, bool) or isinstance(other, bool):
        return every(some(one, other), negated(every(one, other)))
    return False if one.text == other.text else written("{} <> {}", one, other)


def first_that_holds(cases: Sequence[tuple[Truth, int]], other: int, pattern: str = "{}") -> Sql:
    """The number beside the first truth that holds, each written so."""
    parts: list[Sql] = []
    text = ""
    for holds, number in cases:
        if holds is False:
            continue
        if holds is True:
            other = number
            break
        assert isinstance(holds, Sql)
        text += f" WHEN {holds.text} THEN {pattern.format(number)}"
        parts.append(holds)
    return Sql(f"CASE{text} ELSE {pattern.format(other)} END", latest(parts)) if text else Sql(pattern.format(other))
