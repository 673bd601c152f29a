"""Which fact, record or column a key means.

In: a group of keys, and the names that the plan declares. Out: (what is meant, its key, what stands there), with a
diagnostic for every key that means nothing: an error where it looks like a misspelt name, else a notice, for one file
may serve several plans. Any nesting of keys whose words, joined by blanks, spell a name means that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.decisions import column_aliases, decision_names
from criteria.facts.refusal import shown
from criteria.facts.series import begins, beyond, series_of
from criteria.facts.written import Keyed, Listed, Node, Written
from criteria.frozen import evolve, field, frozen, kept_with
from criteria.model.plan import Plan, Record, fold
from criteria.model.series import Series
from criteria.nearest import fold as loose
from criteria.nearest import nearest

T = TypeVar("T")
VALUE_KEYS = frozenset({"value", "værdi", "known from", "kendt fra"})
MAX_UNKNOWN = 500  # names that mean nothing: more of them is no facts file for this plan


@frozen
class Names(Generic[T]):
    """Declared names, folded, and the beginnings of those of several words."""

    meaning: Mapping[str, T]
    beginnings: frozenset[str]
    kind: str  # of the diagnostics: "fact" or "column"
    tables: frozenset[str] = frozenset()  # of decisions: near to a key only where rows stand there
    series: Mapping[str, Series] = field(factory=dict)


@frozen
class Target:
    """A fact or a record, by key."""

    key: str
    record: Record | None = None


def plan_names(plan: Plan) -> Names[Target]:
    """The names that a file of facts may use: keys and the names of the plan's language."""
    kept = kept_with(plan)
    if "names" not in kept:
        kept["names"] = _plan_names(plan)
    found: Names[Target] = kept["names"]
    return found


def _plan_names(plan: Plan) -> Names[Target]:
    names: dict[str, Target] = {name: Target(table.key, table) for name, table in decision_names(plan).items()}
    for path, fact in plan.facts.items():
        names |= dict.fromkeys((fold(path), fold(fact.name)), Target(path))
    names |= {fold(spelling): Target(path) for spelling, path in plan.names.items()}
    for key, record in plan.records.items():
        names |= dict.fromkeys((fold(key), fold(record.name)), Target(key, record))
    by_name = {fold(name): series for series in plan.series for name in (series.path, series.name)}
    return evolve(_names(names, "fact"), tables=frozenset(decision_names(plan)), series=by_name)


def column_names(record: Record) -> Names[str]:
    """The names that rows of a record may use."""
    names: dict[str, str] = {}
    for key, column in record.columns.items():
        names |= dict.fromkeys((fold(key), fold(column.name)), key)
    return _names(names | dict(column_aliases(record)), "column")


def _names(meaning: Mapping[str, T], kind: str) -> Names[T]:
    words = [name.split() for name in meaning]
    return Names(meaning, frozenset(" ".join(w[:n]) for w in words for n in range(1, len(w))), kind)


def is_value(node: Node) -> bool:
    """Whether a group is one value with more said about it: ``{value: X, known from: D}``."""
    return (
        isinstance(node, Keyed) and bool(node.entries) and all(fold(key.text) in VALUE_KEYS for key, _ in node.entries)
    )


class Speller(Generic[T]):
    """Spells keys into names, one file after the other; the diagnostics gather here, each unknown name once."""

    def __init__(self, names: Names[T], owner: str = "") -> None:
        self.names, self.owner = names, owner
        self.found: list[Diagnostic] = []
        self.unknown: dict[str, None] = {}

    def spell(self, group: Keyed, before: str = "") -> Iterator[tuple[T, Written, Node]]:
        """Everything in the group that means something."""
        for key, node in group.entries:
            name = f"{before} {fold(key.text)}".strip()
            opens = isinstance(node, Keyed) and name in self.names.beginnings
            if name in self.names.meaning and (is_value(node) or not opens):
                yield self.names.meaning[name], key, node
            elif opens and isinstance(node, Keyed):
                yield from self.spell(node, name)
            elif series := series_of(name, self.names.series):
                if isinstance(node, Keyed) and not is_value(node) and begins(name, series):
                    yield from self.spell(node, name)
                elif name not in self.unknown and len(self.unknown) <= MAX_UNKNOWN:
                    self.unknown[name] = None
                    self.found.append(beyond(name, series, key))
            elif name not in self.unknown and len(self.unknown) <= MAX_UNKNOWN:
                self.unknown[name] = None
                self.found += self._unknown(name, key, node)

    def _unknown(self, name: str, key: Written, node: Node) -> list[Diagnostic]:
        if len(self.unknown) > MAX_UNKNOWN:
            return [Diagnostic("too-many-unknown-names", key.place, {"limit": str(MAX_UNKNOWN)})]
        near = self._near(name, isinstance(node, Keyed), isinstance(node, Listed))
        if near is None and isinstance(node, Keyed):
            inside = ((f"{name} {rest}", leaf) for rest, leaf in _leaves(node))
            hits = [(full, leaf, found) for full, leaf in inside if (found := self._near(full, False))]
            if hits:
                return [self._misspelt(full, leaf, found) for full, leaf, found in hits]
        return [self._misspelt(name, key, near)] if near else [self._ignored(name, key)]

    def _near(self, name: str, group: bool, rows: bool = False) -> str | None:
        """The declared name that this one may be meant for: near in letters, or the same words in another order."""
        known = [*self.names.meaning, *self.names.beginnings] if group else [*self.names.meaning]
        known = known if rows else [name for name in known if name not in self.names.tables]
        if found := nearest(name, known):
            return found
        words = sorted(loose(name).split())
        return next((other for other in known if sorted(loose(other).split()) == words), None)

    def _misspelt(self, name: str, key: Written, near: str) -> Diagnostic:
        return Diagnostic(f"misspelt-{self.names.kind}", key.place, {"found": shown(name), "owner": self.owner}, near)

    def _ignored(self, name: str, key: Written) -> Diagnostic:
        values = {"found": shown(name), "owner": self.owner}
        return Diagnostic(f"unasked-{self.names.kind}", key.place, values, severity=Severity.NOTICE)


def _leaves(group: Keyed, limit: int = 200) -> Iterator[tuple[str, Written]]:
    """The names of the values inside, joined, with the key of each; the first few are enough to tell a misspelling."""
    waiting = [("", group)]
    while waiting and limit:
        before, inner = waiting.pop()
        for key, node in inner.entries:
            name = f"{before} {fold(key.text)}".strip()
            if isinstance(node, Keyed):
                waiting.append((name, node))
            elif limit:
                limit -= 1
                yield name, key
