"""Groups: over which values "in every area" goes."""

from __future__ import annotations

from criteria.evaluate.leaves import look_cell, may_grow
from criteria.evaluate.rows import each, exists
from criteria.evaluate.worlds import Env, Extras, Faulty, Key, RowRef, World
from criteria.ladder.domains import Texts
from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.types import ChoiceType

ANOTHER = "\x00"  # begins a text that stands for "some text that no row is known to have"


def groups_of(world: World, condition: t.EveryGroup | t.SomeGroups) -> list[str]:
    """The declared choices, else the values present in the record, folded, in order of appearance. No group at all is a fault."""
    if condition.choices is not None:
        return [fold(choice) for choice in condition.choices]
    record = world.ground.plan.records[condition.record]
    column = record.columns[condition.column]
    found: dict[str, None] = {}
    for row in each(world, t.Rows(record.key)):
        if exists(world, row):
            leaf = look_cell(world, row, column)
            assert isinstance(leaf.domain, Texts)
            found[_settled(world, leaf.key, leaf.rows, leaf.domain, found, row.number)] = None
    if may_grow(world.ground, record) and world.ask_once(
        ("more groups", condition), (), {Extras(record.key, frozenset())}
    ):
        found[f"{ANOTHER}further"] = None  # one that stands for all
    if not found:
        raise Faulty("empty-group", condition.place, record.key)
    return list(found)


def empty_group(world: World, record: str, env: Env) -> str:
    """What a fault is about: the record, and the group in force as the plan writes it."""
    said = [record]
    for key, group in env.groups:
        name, _, column = key.partition(".")
        kind = world.ground.plan.records[name].columns[column].type
        written = kind.options if isinstance(kind, ChoiceType) else ()
        said.append(next((option for option in written if fold(option) == group), group.removeprefix(ANOTHER)))
    return ": ".join(said)


def _settled(
    world: World, key: Key, rows: tuple[RowRef, ...], domain: Texts, found: dict[str, None], number: int
) -> str:
    """An open group cell is asked about until it is one of the groups there are, or one of its own."""
    for option in [*found, *sorted(domain.values if not domain.others else ())]:
        inside, rest = domain.cut(frozenset({option}))
        if inside is not None and world.split(key, rows, inside, rest):
            return option
        domain = rest or domain
    alone = f"{ANOTHER}{number}"
    world.owner(rows).cells[key] = Texts(frozenset({alone}))
    return alone
