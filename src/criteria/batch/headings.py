"""Which fact or column each heading of a table means, and which column holds the subjects' key.

In: raw tables by what they hold, the plan, the heading asked for with ``--key``. Out: ``Headed`` tables and faults. Names are matched as
files of facts match them; an underscore may stand for a blank, since columns are often called so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from criteria.batch.raw import Raw
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.naming import Names, Speller, Target, column_names, plan_names
from criteria.facts.refusal import shown
from criteria.facts.written import Keyed, Written
from criteria.frozen import frozen
from criteria.model.plan import Plan, Record, fold
from criteria.nearest import nearest

KEYS = ("subject", "emne", "key", "nøgle", "id")
T = TypeVar("T")


@frozen
class Headed:
    """A raw table whose columns have a meaning: by path of a fact, or key of a column, the place of the column."""

    raw: Raw
    key: int
    meanings: Mapping[str, int]


@frozen
class Layout:
    """All tables with meanings; ``key`` is what the key is called."""

    key: str
    facts: Headed | None
    records: Mapping[str, Headed]


def layout(
    plan: Plan, facts: Raw | None, records: Mapping[str, Raw], asked: str | None
) -> tuple[Layout | None, list[Diagnostic]]:
    """The tables with meanings; None where a key is missing."""
    every = [*([facts] if facts else []), *records.values()]
    key, faults = _key(plan, every, facts, records, asked)
    if key is None:
        return None, faults
    headed = None
    if facts:
        headed, more = _headed(facts, key, _named(plan_names(plan), ""))
        faults += more
    rows: dict[str, Headed] = {}
    for name, raw in records.items():
        rows[name], more = _headed_rows(raw, key, plan.records[name])
        faults += more
    return Layout(_called(every[0], key), headed, rows), faults


# ---- the key -------------------------------------------------------------------------------------------------------------


def _key(
    plan: Plan, every: list[Raw], facts: Raw | None, records: Mapping[str, Raw], asked: str | None
) -> tuple[str | None, list[Diagnostic]]:
    """The key's heading, folded."""
    if asked is not None:
        missing = [raw for raw in every if not _has(raw, fold(asked))]
        return (None if missing else fold(asked)), [_keyless(raw, asked) for raw in missing]
    common = [heading for heading in _folded(every[0]) if heading and all(_has(raw, heading) for raw in every)]
    taken = set(plan_names(plan).meaning) if facts else set()
    for name in records:
        taken |= set(column_names(plan.records[name]).meaning)
    free = [heading for heading in common if heading not in taken and heading.replace("_", " ") not in taken]
    found = next((name for name in KEYS if name in free), None) or (free[0] if free else None)
    if found is not None:
        return found, []
    values = {"found": ", ".join(shown(heading) for heading in every[0].headings[:12]), "expected": ", ".join(KEYS)}
    return None, [Diagnostic("batch-no-key", every[0].place(), values)]


def _keyless(raw: Raw, asked: str) -> Diagnostic:
    return Diagnostic("batch-key-absent", raw.place(), {"found": shown(asked)}, nearest(asked, raw.headings))


def _folded(raw: Raw) -> list[str]:
    return [fold(heading) for heading in raw.headings]


def _has(raw: Raw, heading: str) -> bool:
    return heading in _folded(raw)


def _called(raw: Raw, key: str) -> str:
    return raw.headings[_folded(raw).index(key)]


# ---- meanings ------------------------------------------------------------------------------------------------------------


def _headed(raw: Raw, key: str, named: Speller[Target]) -> tuple[Headed, list[Diagnostic]]:
    found, place = _spelt(raw, key, named)
    faults = [
        Diagnostic("batch-record-heading", raw.place(raw.headings[at]), {"record": target.key})
        for target, at in found
        if target.record
    ]
    single = [(target.key, at) for target, at in found if not target.record]
    return Headed(raw, place, dict(reversed(single))), [*named.found, *faults, *_twice(raw, single)]


def _headed_rows(raw: Raw, key: str, record: Record) -> tuple[Headed, list[Diagnostic]]:
    named = _named(column_names(record), record.key)
    found, place = _spelt(raw, key, named)
    faults = [
        Diagnostic("column-computed", raw.place(raw.headings[at]), {"record": record.key, "column": column})
        for column, at in found
        if record.columns[column].computed is not None
    ]
    brought = {column for column, _ in found}
    faults += [
        Diagnostic("column-absent", raw.place(), {"record": record.key, "column": name}, None, Severity.NOTICE)
        for name, column in record.columns.items()
        if column.computed is None and name not in brought
    ]
    return Headed(raw, place, dict(reversed(found))), [*named.found, *faults, *_twice(raw, found)]


def _named(names: Names[T], owner: str) -> Speller[T]:
    return Speller(names, owner)


def _spelt(raw: Raw, key: str, named: Speller[T]) -> tuple[list[tuple[T, int]], int]:
    """What each heading but the key's means, with its place; and the place of the key."""
    folded = _folded(raw)
    at = folded.index(key)
    places: dict[str, int] = {}
    entries = []
    for place, heading in enumerate(folded):
        if heading and place != at:
            name = _known(heading, named.names.meaning)
            places.setdefault(name, place)
            entries.append((Written(name, raw.place(raw.headings[place])), Written("", raw.place())))
    return [(meant, places[written.text]) for meant, written, _ in named.spell(Keyed(tuple(entries), raw.place()))], at


def _known(heading: str, meaning: Iterable[str]) -> str:
    spaced = " ".join(heading.replace("_", " ").split())
    return spaced if heading not in meaning and spaced in meaning else heading


def _twice(raw: Raw, found: list[tuple[str, int]]) -> list[Diagnostic]:
    """Two headings that mean the same, such as a fact's key and its name."""
    first: dict[str, int] = {}
    faults = []
    for meant, at in found:
        before = first.setdefault(meant, at)
        if before != at:
            related = (raw.place(raw.headings[before]),)
            values = {"fact": meant}
            faults.append(Diagnostic("batch-heading-twice", raw.place(raw.headings[at]), values, related=related))
    return faults
