"""Complete facts: what was not asked for is given, too, so that the goal has one level.

In: a draft in which the wanted holds. Out: drafts in which every fact and cell that the goal looks at has a value: first plain ones,
then, where a test is left without an answer (an empty group), whatever gives it one. Out of a draft also the plain data of a facts file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, given, in_turn, truth_of
from criteria.analyse.witnesses.leaves import anything, candidates, new_name
from criteria.evaluate.reference import condition_of
from criteria.evaluate.subjects import every_level
from criteria.evaluate.worlds import Env, RowRef
from criteria.facts.record import Exactly, Given
from criteria.facts.spelling import spelled
from criteria.frozen import evolve, frozen
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.plan import Column, Goal, Plan, Record, fold
from criteria.model.types import ChoiceType, DateType, TextType, Type


@frozen
class Scene:
    """What a goal looks at: single facts with their types, records that facts bring; and the texts of the plan by how they compare.
    ``small`` is the plan with nothing else in it, which reads facts as quickly as one of a single goal."""

    small: Plan

    paths: Mapping[str, Type]
    records: tuple[Record, ...]
    columns: frozenset[tuple[str, str]]  # those of them that are looked at
    texts: Mapping[str, str]
    named: Mapping[str, str]  # records whose rows have names, each its own, with the column of the name
    may_fault: bool  # whether a test may be left without an answer by complete facts


_last: list[
    tuple[Plan, Goal, Scene]
] = []  # the goal that was asked about last, for one is asked about many times in a row


def scene_of(plan: Plan, goal: Goal) -> Scene:
    """Everything that the goal's words lead to, under every reading."""
    if not (_last and _last[0][0] is plan and _last[0][1] is goal):
        _last[:] = [(plan, goal, _scene(plan, goal))]
    return _last[0][2]


def _scene(plan: Plan, goal: Goal) -> Scene:
    paths: dict[str, Type] = {}
    records: dict[str, None] = {}
    texts: dict[str, str] = {}
    named = named_in(plan)
    columns: set[tuple[str, str]] = set(named.items())
    conditions = {id(each): each for each in every_level(goal).conditions}.values()
    for condition in conditions:
        for node in walk(condition, plan):
            match node:
                case t.Fact(path, kind):
                    paths[path] = kind
                    _options(kind, texts)
                case t.Cell(record, column, _, kind) | t.GroupValue(record, column, kind):
                    records[record] = None
                    columns.add((record, column))
                    _options(kind, texts)
                case t.Rows(record):
                    records[record] = None
                case t.EveryGroup(record, column) | t.SomeGroups(record, column):
                    records[record] = None
                    columns.add((record, column))
                case t.TextValue(value):
                    texts.setdefault(fold(value), value)
    if goal.each and goal.each.subjects:
        records[goal.each.subjects.record] = None
    for key in records:
        for row in plan.records[key].rows or ():
            texts |= {fold(value): value for value in row.values.values() if isinstance(value, str)}
    faulty = (t.Divide, t.PercentOf, t.Lookup)
    may_fault = bool(records) or any(isinstance(n, faulty) for c in conditions for n in walk(c, plan))
    brought = tuple(plan.records[key] for key in records if plan.records[key].rows is None)
    columns |= {(record.key, day) for record in brought for day in (record.when, record.recorded) if day}
    return Scene(_small(plan, goal, paths, set(records)), paths, brought, frozenset(columns), texts, named, may_fault)


def _small(plan: Plan, goal: Goal, paths: Collection[str], records: Collection[str]) -> Plan:
    """The plan with the facts and records that one goal looks at; goals that go through one of these see to its names."""
    return evolve(
        plan,
        facts={path: declared for path, declared in plan.facts.items() if path in paths},
        records={key: record for key, record in plan.records.items() if key in records},
        names={name: path for name, path in plan.names.items() if path in paths},
        goals=tuple(one for one in plan.goals if one is goal or (one.each and one.each.subjects)),
        series=(),
    )


def named_in(plan: Plan) -> dict[str, str]:
    """The tables that goals go through row by row, with the column that names their rows."""
    subjects = (goal.each.subjects for goal in plan.goals if goal.each)
    return {each.record: each.naming for each in subjects if each}


def _options(kind: Type, texts: dict[str, str]) -> None:
    if isinstance(kind, ChoiceType):
        texts |= {fold(option): option for option in kind.options}


def completed(search: Search, draft: Draft, scene: Scene) -> Drafts:
    """Everything has a value; of what is not asked for plain ones first, then days that never come."""
    for never in (False, True):
        yield _plain(search, draft, scene, never=never)


def decided(search: Search, draft: Draft, goal: Goal, scene: Scene) -> Drafts:
    """Every test of the goal has an answer, one way or the other."""
    conditions = dict.fromkeys(condition_of(search.readings, level) for level in every_level(goal).levels)
    for further in in_turn(draft, list(conditions), lambda d, condition: _answered(search, d, condition)):
        yield from completed(search, further, scene)


def _answered(search: Search, draft: Draft, condition: t.Condition) -> Drafts:
    if truth_of(search, draft, condition, Env()) is not None:
        yield draft
        return
    for wanted in (True, False):
        yield from search.truth(search, draft, condition, Env(), wanted)


def _plain(search: Search, draft: Draft, scene: Scene, *, never: bool) -> Draft:
    missing = {path: kind for path, kind in scene.paths.items() if path not in draft.values}
    found = Draft(
        {**draft.values, **{path: _usual(search, kind, never=never) for path, kind in missing.items()}}, draft.rows
    )
    for record in scene.records:
        columns = [column for column in record.columns.values() if (record.key, column.key) in scene.columns]
        for number in range(len(draft.rows.get(record.key, ()))):
            for column in columns:
                if column.computed is None and column.key not in found.rows[record.key][number].cells:
                    found = _with_plain(search, found, scene, RowRef(record.key, number), column, never=never)
    return found


def _with_plain(search: Search, draft: Draft, scene: Scene, row: RowRef, column: Column, *, never: bool) -> Draft:
    """One cell has a plain value; a name that no other row has."""
    record = search.plan.records[row.record]
    if scene.named.get(record.key) == column.key and isinstance(column.type, TextType):
        return draft.with_cell(row, column.key, new_name(draft, record.key, column.key))
    always = record.is_log and column.key in (record.when, record.recorded)
    plain = _usual(search, column.type, never=never and not always).possible
    return draft.with_cell(row, column.key, plain.value if isinstance(plain, Exactly) else None)


def _usual(search: Search, kind: Type, *, never: bool) -> Given:
    if never and isinstance(kind, DateType):
        return given(None)
    value = next(candidates(search, kind, anything(kind)), None)
    return given(value)


def data_of(plan: Plan, draft: Draft) -> dict[str, object]:
    """The draft as plain data, keys and values as a facts file has them, in the order of the plan."""
    values = {
        path: _written(plan, draft.values[path], declared.type)
        for path, declared in plan.facts.items()
        if path in draft.values
    }
    rows = {
        key: [
            {column: _written(plan, one, plan.records[key].columns[column].type) for column, one in row.cells.items()}
            for row in found
        ]
        for key, found in draft.rows.items()
    }
    return {**values, **rows}


def _written(plan: Plan, one: Given, kind: Type) -> str:
    return spelled(one, kind, plan.language)
