"""On a worker: the levels of one subject, worked out one by one from its facts, for what the query leaves.

In: the plan as text, a subject's values and rows. Out: for each goal asked about its best and worst level and whether they depend on a
reading. Holds: a plan is read once in a worker's process; nothing but texts, numbers and days travels between processes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

from criteria import pipeline
from criteria.columnar.asked import ends
from criteria.compiled.plans import CompiledPlan
from criteria.diagnostics import CriteriaError
from criteria.frozen import frozen

SCHEMA = "array<struct<best: string, worst: string, depends: boolean>>"
Answer = list[tuple[str, str, bool] | None]


@frozen
class Question:
    """What is the same for every subject: the plan, the day, moved readings, the goals, and what each value is a value of."""

    plan: str
    name: str
    as_of: str
    moved: tuple[tuple[str, str], ...]
    goals: tuple[str, ...]
    facts: tuple[str, ...]
    records: tuple[tuple[str, tuple[str, ...]], ...]


def asked(question: Question) -> Callable[..., Answer]:
    """The function that workers call, made of plain texts alone."""
    return partial(
        _answer,
        (question.plan, question.name, question.moved),
        question.as_of,
        question.goals,
        question.facts,
        question.records,
    )


def _answer(
    source: tuple[str, str, tuple[tuple[str, str], ...]],
    as_of: str,
    goals: tuple[str, ...],
    facts: tuple[str, ...],
    records: tuple[tuple[str, tuple[str, ...]], ...],
    wanted: Sequence[bool],
    values: Sequence[object],
    *rows: Sequence[Sequence[object]] | None,
) -> Answer:
    """The levels of the goals that are wanted of this subject; None for the others."""
    plan = _plan(*source)
    given: dict[str, object] = dict(zip(facts, values, strict=True)) if facts else {}
    for (key, columns), every in zip(records, rows, strict=True):
        given[key] = [_cells(columns, row) for row in every or ()]
    loaded = pipeline.load_facts(given, plan.model)
    if loaded.facts is None:
        raise CriteriaError(loaded.diagnostics)
    bound = plan.bind(loaded.facts, date.fromisoformat(as_of) if as_of else None)
    found = plan.readings(bound)
    return [_told(found[goal]) if asks else None for goal, asks in zip(goals, wanted, strict=True)]


def _cells(columns: Sequence[str], row: Sequence[object]) -> Mapping[str, object]:
    return dict(zip(columns, row, strict=True)) if columns else {}


def _told(readings: Sequence[tuple[Mapping[str, str], tuple[str, ...]]]) -> tuple[str, str, bool]:
    """As the query tells it, of the default readings; the others only say whether they differ."""
    levels = readings[0][1]
    return *ends(levels), any(other != levels for _, other in readings[1:])


@lru_cache(maxsize=8)
def _plan(text: str, name: str, moved: tuple[tuple[str, str], ...]) -> CompiledPlan:
    checked = pipeline.check_text(text, name)
    if checked.plan is None:
        raise CriteriaError(checked.diagnostics, checked.sources)
    return CompiledPlan(checked.plan, dict(moved))
