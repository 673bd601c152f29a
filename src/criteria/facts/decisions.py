"""What people decided about goals: judgements, and overrides of what was computed.

In: the rows that facts bring under ``judgements`` (``vurderinger``) and ``overrides`` (``tilsidesættelser``), or for one goal under
``judgement goal 3``. Out: ``Decision``s, and the faults. Holds: a decision says who, when and why, and names a step of its goal's scale;
what one lacks is told all at once. A plan that has a log or table of such a name keeps it, and its facts bring no decisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.levels import level_said
from criteria.facts.record import Decision, Exactly, Given, RecordRows, Row
from criteria.facts.refusal import Refused, shown
from criteria.facts.standings import standing_said
from criteria.facts.written import Keyed, Listed, Node, Part, Written
from criteria.frozen import evolve, kept_with
from criteria.model.plan import Column, Goal, Plan, Record, fold
from criteria.model.types import DateType, TextType, Type
from criteria.source import Place

_HERE = Place("")
_COLUMNS: dict[str, tuple[Type, tuple[str, ...]]] = {
    "goal": (TextType(), ("goal", "mål")),
    "level": (TextType(), ("level", "niveau", "score")),
    "by": (TextType(), ("by", "af", "who", "hvem")),
    "date": (DateType(), ("date", "dato", "when", "hvornår")),
    "reason": (TextType(), ("reason", "begrundelse", "why", "hvorfor", "because", "fordi")),
    "from": (DateType(), ("from", "fra")),
}
_ALIASES = {spelling: key for key, (_, spellings) in _COLUMNS.items() for spelling in spellings}
_NAMES = {
    "judgements": ("judgements", "vurderinger", "judgments"),
    "overrides": ("overrides", "tilsidesættelser"),
}
_SINGULAR = {
    "judgement": "judgements",
    "judgment": "judgements",
    "vurdering": "judgements",
    "override": "overrides",
    "tilsidesættelse": "overrides",
}
_ONE = re.compile(rf"({'|'.join(_SINGULAR)})(?: of| af)? (?:goal|mål) (.+)")
_WANTED = {
    "level": ("the level", "niveauet"),
    "by": ("who decided (by)", "hvem (af)"),
    "date": ("when (date)", "hvornår (dato)"),
    "reason": ("why (reason)", "hvorfor (begrundelse)"),
}
OPTIONAL = frozenset({"from"})


def decision_record(key: str, lang: str = "en") -> Record:
    """``judgements`` or ``overrides`` as a table, so that every kind of file is read as one."""
    say = 1 if lang == "da" else 0
    columns = {
        name: Column(name, spellings[say], type_, place=_HERE)
        for name, (type_, spellings) in _COLUMNS.items()
        if key == "overrides" or name not in OPTIONAL
    }
    return Record(key, _NAMES[key][say], False, columns, place=_HERE)


def decision_names(plan: Plan) -> dict[str, Record]:
    """The names of these tables, but those that the plan uses itself."""
    kept = kept_with(plan)
    if "decisions" not in kept:
        kept["decisions"] = _names_of(plan)
    found: dict[str, Record] = kept["decisions"]
    return found


def _names_of(plan: Plan) -> dict[str, Record]:
    taken = {fold(name) for name in (*plan.names, *plan.facts, *plan.records)}
    taken |= {fold(record.name) for record in plan.records.values()}
    return {
        name: decision_record(key, plan.language)
        for key, names in _NAMES.items()
        if not taken & set(names)
        for name in names
    }


def asked_judgements(plan: Plan) -> RecordRows | None:
    """A line for each judged goal, for a template to be filled in."""
    goals = [goal for goal in plan.goals if goal.judged]
    rows = tuple(Row({"goal": Given(Exactly(goal.id), goal.id, place=_HERE)}, place=_HERE) for goal in goals)
    return RecordRows(rows, place=_HERE) if rows else None


def is_decision(record: Record) -> bool:
    """Whether a table is one of these, not one of the plan's."""
    return record.place is _HERE


def column_aliases(record: Record) -> Mapping[str, str]:
    """Further spellings of the columns of these tables."""
    if not is_decision(record):
        return {}
    return {spelling: key for spelling, key in _ALIASES.items() if key in record.columns}


def gathered(part: Part, plan: Plan) -> Part:
    """``judgement goal 3: {…}`` as a row of ``judgements``."""
    known = {record.key for record in decision_names(plan).values()}
    rows: dict[str, list[Keyed]] = {}
    entries: list[tuple[Written, Node]] = []
    for key, node in _opened(part.node):
        match = _ONE.fullmatch(fold(key.text))
        if match and _SINGULAR[match[1]] in known:
            goal = (Written("goal", key.place), Written(match[2], key.place))
            said = node.entries if isinstance(node, Keyed) else ((Written("level", key.place), node),)
            rows.setdefault(_SINGULAR[match[1]], []).append(Keyed((goal, *said), key.place))
        else:
            entries.append((key, node))
    more = [(Written(key, each[0].place), Listed(tuple(each), each[0].place)) for key, each in rows.items()]
    return evolve(part, node=evolve(part.node, entries=(*entries, *more))) if more else part


def _opened(node: Keyed) -> Iterator[tuple[Written, Node]]:
    """The entries, with ``judgement: {goal 3: {…}}`` as ``judgement goal 3: {…}``."""
    for key, inner in node.entries:
        if fold(key.text) in _SINGULAR and isinstance(inner, Keyed):
            yield from ((evolve(k, text=f"{key.text} {k.text}"), n) for k, n in inner.entries)
        else:
            yield key, inner


def decisions(claims: Iterable[tuple[str, RecordRows]], plan: Plan) -> tuple[tuple[Decision, ...], list[Diagnostic]]:
    """The decisions of all files, by day, and what is wrong with them."""
    goals = {fold(goal.id): goal for goal in plan.goals}
    found: list[Diagnostic] = []
    made = [
        decision
        for key, rows in claims
        for row in rows.rows
        if (decision := _decision(key, row, goals, plan.language, found))
    ]
    first: dict[tuple[str, str, date], Decision] = {}
    for decision in made:
        before = first.setdefault((decision.kind, decision.goal, decision.day), decision)
        if before != decision:
            values = {"name": decision.goal, "day": decision.day.isoformat()}
            found.append(Diagnostic("decided-twice", decision.place, values, related=(before.place,)))
    return tuple(sorted(first.values(), key=lambda each: each.day)), found


def _decision(key: str, row: Row, goals: Mapping[str, Goal], lang: str, found: list[Diagnostic]) -> Decision | None:
    cells = {name: given for name, given in row.cells.items() if given.text.strip()}
    if set(cells) <= {"goal"}:
        return None  # a line of a template that nobody has filled in
    kind = "judgement" if key == "judgements" else "override"
    goal = _goal(kind, cells, row.place, goals, found)
    lacking = [name for name in _WANTED if name not in cells]
    if goal and lacking:
        english, danish = ([_WANTED[name][n] for name in lacking] for n in (0, 1))
        values = {"name": goal.id, "missing": ", ".join(english), "missing_da": ", ".join(danish)}
        found.append(Diagnostic(f"{kind}-incomplete", row.place, values))
    if goal is None or lacking:
        return None
    day = _day(cells["date"], goal, found)
    since = _day(cells["from"], goal, found) if "from" in cells else day
    if day is None or since is None:
        return None
    by, reason = cells["by"].text.strip(), cells["reason"].text.strip()
    made = Decision(kind, goal.id, by, day, reason, text=cells["level"].text.strip(), place=row.place)
    return _with_level(made, cells["level"], goal, since, goals, lang, found)


def _goal(
    kind: str, cells: Mapping[str, Given], place: Place, goals: Mapping[str, Goal], found: list[Diagnostic]
) -> Goal | None:
    given = cells.get("goal")
    text = re.sub(r"^(goal|mål)\s+", "", fold(given.text)) if given else ""
    goal = goals.get(text)
    if given is None:
        expected = ", ".join(g.id for g in goals.values())
        found.append(Diagnostic("decision-without-goal", place, {"expected": expected}))
    elif goal is None:
        found.append(_no_goal(given.text, given.place, goals))
    elif kind == "judgement" and goal.judged is None:
        found.append(Diagnostic("judgement-unasked", place, {"name": goal.id}))
        return None
    return goal


def _no_goal(text: str, place: Place, goals: Mapping[str, Goal]) -> Diagnostic:
    return Diagnostic(
        "decision-goal", place, {"found": shown(text), "expected": ", ".join(g.id for g in goals.values())}
    )


def _day(given: Given, goal: Goal, found: list[Diagnostic]) -> date | None:
    if isinstance(given.possible, Exactly) and isinstance(given.possible.value, date):
        return given.possible.value
    found.append(Diagnostic("decision-day", given.place, {"name": goal.id, "found": shown(given.text)}))
    return None


def _with_level(
    made: Decision, said: Given, goal: Goal, since: date, goals: Mapping[str, Goal], lang: str, found: list[Diagnostic]
) -> Decision | None:
    """The decision with the step it names, or with the standing that an override may give a goal."""
    text = said.text.strip()
    standing = standing_said(text) if made.kind == "override" else None
    if standing:
        kind, successor = standing
        if successor and fold(successor) not in goals:
            found.append(_no_goal(successor, said.place, goals))
            return None
        return evolve(made, standing=kind, since=since, successor=successor)
    try:
        return evolve(made, step=level_said(text, goal, lang), since=since)
    except Refused as refused:
        found.append(Diagnostic(refused.kind, said.place, {"name": goal.id, **refused.values}, refused.suggestion))
        return None


def spared(diagnostic: Diagnostic) -> bool:
    """Remarks on types that say nothing about a decision: a goal's number may come as a number."""
    return diagnostic.kind == "number-for-text" and diagnostic.severity is Severity.NOTICE
