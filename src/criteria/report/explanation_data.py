"""The shortest sufficient reason of a verdict as plain data, schema ``criteria/explanation/1``; where its facts stand and what they decide.

In: a ``Sufficient`` and its plan. Out: plain data, the same bytes for the same input.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.kept import Kept, KeptFact, KeptRecord, KeptRows
from criteria.analyse.sufficient import Sufficient
from criteria.evaluate.used import shown, used
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth
from criteria.facts.record import Decision, Row
from criteria.model.plan import Plan

Data = dict[str, object]
SCHEMA = "criteria/explanation/1"


def explanation_data(found: Sufficient, plan: Plan, version: str) -> Data:
    """The same as plain data."""
    subjects = found.alone.subjects if found.alone.each else (found.alone,)
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "version": version,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "goal": {"id": found.goal.id, "title": found.goal.title, "line": found.goal.place.line},
        "levels": list(found.verdict.levels),
        "status": "decided" if found.verdict.decided else "open",
        "facts": [_kept_data(kept) for kept in found.kept],
        "size": found.size,
        "pieces": found.pieces,
        "standing": found.standing,
        "exact": found.exact,
        "decides": [
            {
                **({"subject": one.called} if one.called else {}),
                "level": name,
                "truth": truth.value,
                "conditions": [{"text": each.text, "line": each.place.line} for each in conditions],
            }
            for one in subjects
            for name, truth, conditions in levels_decided(one)
        ],
        "readings": [
            {"reading": dict(each.reading), "levels": list(each.levels), "suffices": each.suffices}
            for each in found.readings
        ],
    }


def _kept_data(kept: Kept) -> Data:
    match kept:
        case KeptFact(path, given):
            return {
                "kind": "fact",
                "path": path,
                "value": used(path, given).value or None,
                "source": next(places_of(kept), None),
            }
        case KeptRows(record, columns, rows, alike, first):
            return {
                "kind": "rows",
                "record": record,
                "columns": list(columns),
                "rows": [number + 1 for number in rows],
                "alike": alike,
                "first": [
                    {"source": row_place(row, columns), **{c: shown(row.cells.get(c)) or None for c in columns}}
                    for row in first
                ],
            }
        case KeptRecord(record, rows):
            return {"kind": "complete", "record": record, "rows": rows}
        case Decision():
            return {"kind": "judgement", "goal": kept.goal, "value": kept.text, "source": kept.place.short}


def places_of(kept: Kept) -> Iterator[str]:
    """The places that are told of a kept thing."""
    match kept:
        case KeptFact(_, given):
            yield from [given.place.short] if given and given.place.short else []
        case KeptRows():
            yield from dict.fromkeys(row_place(row, kept.columns) for row in kept.first)
        case KeptRecord():
            pass
        case Decision():
            yield kept.place.short


def row_place(row: Row, columns: tuple[str, ...]) -> str:
    """Of a row its own place, or that of its first cell where the row has none."""
    return row.place.short or next((row.cells[c].place.short for c in columns if c in row.cells), "")


def levels_decided(alone: GoalVerdict) -> Iterator[tuple[str, Truth, tuple[Reason, ...]]]:
    """The levels that are reached or ruled out, best first, with the conditions that say so; nothing below one that is reached."""
    for name, tree in alone.levels_because:
        if tree.truth is not Truth.UNKNOWN:
            yield name, tree.truth, tuple({each.text: each for each in _deciding(tree)}.values())
        if tree.truth is Truth.TRUE:
            return


def _deciding(tree: Reason) -> Iterator[Reason]:
    """The conditions furthest in that are as true as the whole; a negation is told as such."""
    inner = [child for child in tree.children if child.decides and child.truth is tree.truth]
    if not inner:
        yield tree
    for child in inner:
        yield from _deciding(child)
