"""Readings: which of them a goal's words use, and the combinations to evaluate.

In: a goal, the plan, the facts it looks at, the defaults in force. Out: combinations, the default first; settled readings are never
varied. Beyond ``MOST`` combinations readings are varied one at a time, and the verdict says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from criteria.dates.readings import READINGS, defaults
from criteria.evaluate.shape import walk
from criteria.facts.record import Facts, Given, SomeDayOf
from criteria.frozen import frozen, kept_with
from criteria.ladder.shape import Node
from criteria.ladder.words import said_by
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan

MOST = 64
LOWER = "lower-levels"


@frozen
class Combinations:
    """What to evaluate: the readings that vary, every combination (the default first), and whether the list was cut."""

    varied: tuple[str, ...]
    each: tuple[Mapping[str, str], ...]
    cut: bool


def in_force(plan: Plan, moved: Mapping[str, str]) -> dict[str, str]:
    """Every reading's default: as the language has it, as settled by the plan, else as moved by the caller."""
    own = {name: values[0] for name, values in plan.definitions.items()}
    return {**defaults(), **own, **moved, **plan.settled}


def combinations(plan: Plan, goal: Goal, facts: Facts, base: Mapping[str, str]) -> Combinations:
    """Every combination of the open readings that the goal's words use."""
    used = words_used(plan, goal, facts)
    order = [*READINGS, *plan.definitions]
    varied = tuple(
        name for name in order if name in used and name not in plan.settled and len(_values(plan, name, base)) > 1
    )
    lists = [_values(plan, name, base) for name in varied]
    total = 1
    for values in lists:
        total *= len(values)
    if total <= MOST:
        return Combinations(varied, tuple(dict(zip(varied, each, strict=True)) for each in product(*lists)), cut=False)
    default = {name: values[0] for name, values in zip(varied, lists, strict=True)}
    singles = [{**default, name: value} for name, values in zip(varied, lists, strict=True) for value in values[1:]]
    return Combinations(varied, (default, *singles), cut=True)


def _values(plan: Plan, name: str, base: Mapping[str, str]) -> Sequence[str]:
    """The values to try, the default in force first."""
    every = plan.definitions[name] if name in plan.definitions else READINGS[name].varied
    return (base[name], *(value for value in every if value != base[name]))


def words_used(plan: Plan, goal: Goal, facts: Facts) -> set[str]:
    """The readings that some word of the goal, or of the facts it looks at, can be understood by."""
    used: set[str] = set()
    for level in goal.levels:
        used |= {LOWER} if level.literal != level.relaxed else set()
    for condition in {id(c): c for c in goal.conditions}.values():
        used |= words_of(condition, plan, facts)
    return used


def words_of(node: Node, plan: Plan, facts: Facts) -> set[str]:
    """The same of one node."""
    said, leaves = _said(node, plan)
    if not leaves or not _phrased(facts)[0]:
        return set(said)
    return {*said, *(word for leaf in leaves for word in fact_words(leaf, facts))}


def _said(node: Node, plan: Plan) -> tuple[frozenset[str], tuple[Node, ...]]:
    """The readings of the plan's own words, and the facts and cells looked at."""
    kept, key = kept_with(plan), ("said", node)
    if key not in kept:
        every = tuple(dict.fromkeys(walk(node, plan)))
        leaves = tuple(part for part in every if isinstance(part, t.Fact | t.Cell))
        kept[key] = (frozenset(word for part in every for word in said_by(part)), leaves)
    found: tuple[frozenset[str], tuple[Node, ...]] = kept[key]
    return found


def _phrased(facts: Facts) -> tuple[bool, frozenset[str]]:
    """Whether any day is given in words, and the readings of all such words in rows."""
    kept = kept_with(facts)
    if "phrased" not in kept:
        rows = (row for brought in facts.records.values() for row in brought.rows)
        cells = [given.possible for row in rows for given in row.cells.values()]
        words = frozenset(word for each in cells if isinstance(each, SomeDayOf) for word in each.phrase.words)
        single = (given.possible for given in facts.values.values())
        kept["phrased"] = any(isinstance(each, SomeDayOf) for each in (*single, *cells)), words
    found: tuple[bool, frozenset[str]] = kept["phrased"]
    return found


def row_words(facts: Facts) -> frozenset[str]:
    """The readings of all days that rows give in words."""
    return _phrased(facts)[1]


def fact_words(node: Node, facts: Facts) -> set[str]:
    """The readings of what the facts say of a fact or a cell in words."""
    return {
        word
        for given in _looked_at(node, facts)
        if isinstance(given.possible, SomeDayOf)
        for word in given.possible.phrase.words
    }


def _looked_at(node: Node, facts: Facts) -> Iterator[Given]:
    if isinstance(node, t.Fact) and node.path in facts.values:
        yield facts.values[node.path]
    elif isinstance(node, t.Cell) and node.record in facts.records:
        yield from (row.cells[node.column] for row in facts.records[node.record].rows if node.column in row.cells)


def deciding(varied: Sequence[str], results: Sequence[tuple[Mapping[str, str], tuple[str, ...]]]) -> tuple[str, ...]:
    """The readings that make the levels differ while all others stay as they are."""
    found = []
    for name in varied:
        groups: dict[tuple[tuple[str, str], ...], set[tuple[str, ...]]] = {}
        for reading, levels in results:
            rest = tuple(sorted((k, v) for k, v in reading.items() if k != name))
            groups.setdefault(rest, set()).add(levels)
        if any(len(levels) > 1 for levels in groups.values()):
            found.append(name)
    return tuple(found)
