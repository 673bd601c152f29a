"""Facts from a plain Python mapping.

In: nested dicts and lists of str, date, int, Decimal, Fraction, bool and None. Out: the same tree as from a file; the
place of a value is its path. A float is refused, because 0.1 is not one tenth; so is anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.diagnostics import Diagnostic
from criteria.facts.numbers import MAX_DIGITS
from criteria.facts.refusal import shown
from criteria.facts.written import MAX_DEPTH, Keyed, Listed, Node, Written
from criteria.source import Place

FILE = "<facts>"
MAX_BITS = (
    MAX_DIGITS * 4
)  # more bits than forty digits can have; str() of a very long int is slow, and refused by Python


def from_python(facts: Mapping[str, object]) -> tuple[Keyed, list[Diagnostic]]:
    """The tree, and the values that are of no kind we read."""
    faults: list[Diagnostic] = []
    node = _node(facts, "", 1, faults)
    return (node if isinstance(node, Keyed) else Keyed((), Place(FILE))), faults


def _node(value: object, path: str, depth: int, faults: list[Diagnostic]) -> Node:
    place = Place(FILE, cell=path)
    if depth > MAX_DEPTH:
        faults.append(Diagnostic("facts-too-deep", place, {"limit": str(MAX_DEPTH)}))
        return Written("", place)
    if isinstance(value, Mapping):
        return Keyed(tuple(_entries(value, path, depth, faults)), place)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        items = (_node(item, f"{path}[{n}]", depth + 1, faults) for n, item in enumerate(value, 1))
        return Listed(tuple(items), place)
    text = _text(value)
    if text is None:
        kind, exact = (
            ("float-given", shown(repr(value))) if isinstance(value, float) else ("odd-value", type(value).__name__)
        )
        faults.append(
            Diagnostic(kind, place, {"fact": path, "found": exact}, f"'{exact}'" if kind == "float-given" else None)
        )
    return Written(text or "", place, isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool))


def _entries(
    value: Mapping[object, object], path: str, depth: int, faults: list[Diagnostic]
) -> Iterator[tuple[Written, Node]]:
    for given, inner in value.items():
        key = str(given) if isinstance(given, int) and not isinstance(given, bool) else given  # a year
        if not isinstance(key, str):
            faults.append(Diagnostic("key-not-text", Place(FILE, cell=path or shown(repr(key)))))
            continue
        name = f"{path} {key}".strip()
        yield Written(key, Place(FILE, cell=name)), _node(inner, name, depth + 1, faults)


def _text(value: object) -> str | None:
    """The value as a file would write it; None when it is of no kind we read."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | Fraction():
            long = max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_BITS
            return "9" * (MAX_DIGITS + 1) if long else str(value)
        case Decimal():
            return str(value)
        case Duration():
            return str(value)
        case date():  # also a moment, which is a kind of date
            return value.isoformat()
    return None
