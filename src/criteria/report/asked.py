"""What a plan asks for, as a list: its facts and records, their types, and how the plan's words call them.

In: a checked plan. Out: text in the reader's language, or plain data (schema ``criteria/facts/1``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from criteria.diagnostics import Lang
from criteria.model.plan import Column, FactDeclaration, Plan, Record
from criteria.model.types import ChoiceType, DateType, NumberType, TextType, Type, Unit, YesNoType
from criteria.report.texts import say

SCHEMA = "criteria/facts/1"
Data = dict[str, object]


def asked_text(plan: Plan, lang: Lang) -> str:
    """A line a fact, aligned; then each record with its columns."""
    records = [record for record in plan.records.values() if record.rows is None]
    if not plan.facts and not records:
        return say("no_facts", lang) + "\n"
    lines = [plan.title, ""] if plan.title else []
    lines += _aligned([(f.path, _type(f.type, lang), _called(f)) for f in plan.facts.values()], "  ")
    for record in records:
        lines += [
            "",
            f"  {say('log' if record.is_log else 'table', lang)} {record.key}{_also(record.name, record.key)}",
        ]
        rows = [(c.key, _type(c.type, lang), _called(c)) for c in record.columns.values() if c.computed is None]
        lines += _aligned(rows, "    ")
    return "\n".join(lines) + "\n"


def asked_data(plan: Plan) -> Data:
    """The same for tools; records that the plan fixes itself are not asked for."""
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "facts": [_fact_data(fact) for fact in plan.facts.values()],
        "records": [_record_data(record) for record in plan.records.values() if record.rows is None],
    }


def _aligned(rows: list[tuple[str, str, str]], indent: str) -> Iterator[str]:
    names, types = (max((len(row[i]) for row in rows), default=0) for i in (0, 1))
    for name, kind, label in rows:
        yield f"{indent}{name:<{names}}  {kind:<{min(types, 30)}}  {label}".rstrip()


def _called(declared: FactDeclaration | Column) -> str:
    """The label, and the plan's own name where a key stands for it."""
    key = declared.path if isinstance(declared, FactDeclaration) else declared.key
    return " · ".join(filter(None, [declared.label, declared.name if declared.name != key else ""]))


def _also(name: str, key: str) -> str:
    return f" · {name}" if name != key else ""


def _type(kind: Type, lang: Lang) -> str:
    match kind:
        case DateType():
            return say("type_date", lang)
        case NumberType(unit):
            return _unit(unit, lang)
        case TextType():
            return say("type_text", lang)
        case YesNoType():
            return say("type_yesno", lang)
        case ChoiceType(options):
            return say("type_choice", lang, options=", ".join(options))
        case _:  # pragma: no cover
            assert_never(kind)


def _unit(unit: Unit, lang: Lang) -> str:
    """The unit's name as a type: a number of what."""
    return say(f"unit_{unit.value.replace(' ', '_')}", lang)


def _fact_data(fact: FactDeclaration) -> Data:
    return {"path": fact.path, "name": fact.name, "label": fact.label, **_type_data(fact.type), "line": fact.place.line}


def _record_data(record: Record) -> Data:
    columns = [column for column in record.columns.values() if column.computed is None]
    return {
        "record": record.key,
        "name": record.name,
        "kind": "log" if record.is_log else "table",
        "when": record.when,
        "columns": [{"key": c.key, "name": c.name, "label": c.label, **_type_data(c.type)} for c in columns],
        "line": record.place.line,
    }


def _type_data(kind: Type) -> Data:
    match kind:
        case NumberType(unit):
            return {"type": "number", "unit": unit.value}
        case ChoiceType(options):
            return {"type": "choice", "options": list(options)}
        case DateType():
            return {"type": "date"}
        case TextType():
            return {"type": "text"}
        case YesNoType():
            return {"type": "yes-no"}
        case _:  # pragma: no cover
            assert_never(kind)
