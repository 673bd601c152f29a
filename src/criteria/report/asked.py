"""What a plan asks for, as a list: its facts and records, their types, and how the plan's words call them.

In: a checked plan. Out: text in the reader's language, or plain data (schema ``criteria/facts/1``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from criteria.diagnostics import Lang
from criteria.facts.levels import listed
from criteria.facts.template import asked_columns, type_name
from criteria.facts.uses import goals_using
from criteria.model.plan import FactDeclaration, Plan, Record
from criteria.model.scale import between
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, YesNoType
from criteria.report.texts import say

SCHEMA = "criteria/facts/1"
Data = dict[str, object]


def asked_text(plan: Plan, lang: Lang) -> str:
    """A line a fact, aligned; then each record with its columns."""
    records = [record for record in plan.records.values() if record.rows is None]
    if not plan.facts and not records and not any(goal.judged for goal in plan.goals):
        return say("no_facts", lang) + "\n"
    lines = [plan.title, ""] if plan.title else []
    goals = goals_using(plan)
    rows = [
        (_called(f.name, f.path), type_name(f.type, lang), f.label, _goals(goals.get(f.path), lang))
        for f in plan.facts.values()
    ]
    lines += _aligned(rows, "  ")
    for record in records:
        head = say("log" if record.is_log else "table", lang)
        used = _goals(goals.get(record.key), lang)
        lines += ["", "  ".join(filter(None, [f"  {head} {_called(record.name, record.key)}", used]))]
        lines += _aligned(
            [(_called(c.name, c.key), type_name(c.type, lang), c.label, "") for c in asked_columns(record)], "    "
        )
    lines += _judgements(plan, lang)
    return "\n".join(lines) + "\n"


def _judgements(plan: Plan, lang: Lang) -> Iterator[str]:
    """Which goals somebody has to judge, and what they may be judged to be."""
    judged = [(goal, goal.judged) for goal in plan.goals if goal.judged]
    if judged:
        yield from ("", f"  {say('judgements', lang)}")
    for goal, by in judged:
        yield f"    {say('judgement_asked', lang, goal=goal.id, by=by.by, levels=listed(goal.scale, lang, goal.any_score))}"


def asked_data(plan: Plan) -> Data:
    """The same for tools; records that the plan fixes itself are not asked for."""
    goals = goals_using(plan)
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "facts": [_fact_data(fact, goals.get(path, ())) for path, fact in plan.facts.items()],
        "records": [
            _record_data(record, goals.get(record.key, ())) for record in plan.records.values() if record.rows is None
        ],
        **({"judgements": judgements} if (judgements := list(_judgement_data(plan))) else {}),
    }


def _judgement_data(plan: Plan) -> Iterator[Data]:
    for goal in plan.goals:
        if goal.judged:
            low, high = goal.scale.lowest.low, goal.scale.steps[0].high
            levels = [between(low, high).id] if goal.any_score else [step.id for step in goal.scale.steps]
            yield {"goal": goal.id, "by": goal.judged.by, "levels": levels, "line": goal.judged.place.line}


def _aligned(rows: list[tuple[str, str, str, str]], indent: str) -> Iterator[str]:
    """Name, type, what it is about; the goals that ask for it stand last."""
    names, types, labels = (max((len(row[i]) for row in rows), default=0) for i in (0, 1, 2))
    for name, kind, label, goals in rows:
        yield f"{indent}{name:<{names}}  {kind:<{min(types, 24)}}  {label:<{min(labels, 48)}}  {goals}".rstrip()


def _goals(goals: tuple[str, ...] | None, lang: Lang) -> str:
    if not goals:
        return ""
    return say("goals" if len(goals) > 1 else "goal_one", lang, goals=", ".join(goals))


def _called(name: str, key: str) -> str:
    """The plan's own name, and the key that facts files may use as well."""
    return f"{name} ({key})" if name != key else name


def _fact_data(fact: FactDeclaration, goals: tuple[str, ...]) -> Data:
    return {
        "path": fact.path,
        "name": fact.name,
        "label": fact.label,
        **_type_data(fact.type),
        "goals": list(goals),
        "line": fact.place.line,
    }


def _record_data(record: Record, goals: tuple[str, ...]) -> Data:
    return {
        "record": record.key,
        "name": record.name,
        "kind": "log" if record.is_log else "table",
        "when": record.when,
        **({"recorded": record.recorded} if record.recorded else {}),
        "goals": list(goals),
        "columns": [
            {"key": c.key, "name": c.name, "label": c.label, **_type_data(c.type)} for c in asked_columns(record)
        ],
        "line": record.place.line,
    }


def _type_data(kind: Type) -> Data:
    match kind:
        case NumberType(unit):
            return {"type": "number", "unit": unit.value}
        case ChoiceType(options, ordered):
            return {"type": "choice", "options": list(options), **({"ordered": True} if ordered else {})}
        case DateType():
            return {"type": "date"}
        case TextType(form):
            return {"type": "text", **({"form": form} if form else {})}
        case YesNoType():
            return {"type": "yes-no"}
        case DurationType():
            return {"type": "duration"}
        case _:  # pragma: no cover
            assert_never(kind)
