"""Templates of facts: what a plan asks for, to fill in.

In: a checked plan, and facts to fill in, if any. Out: the bytes of a CSV as Danish Excel writes it (byte order mark,
semicolons, decimal comma) with the single facts; or of a workbook with a sheet of single facts and one for each
record, with drop-downs for choices and yes or no, and dates as dates. What was written reads back unchanged, and no
cell runs as a formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.facts.numbers import bounds_text
from criteria.facts.record import NO_FACTS, Facts, Given
from criteria.facts.spelling import spelled, word
from criteria.facts.tables import neutral
from criteria.facts.uses import goals_using
from criteria.frozen import frozen
from criteria.model.plan import Column, Plan, Record
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType

_HEADERS = (
    ("fact", "faktum"),
    ("type", "type"),
    ("value", "værdi"),
    ("known from", "kendt fra"),
    ("meaning", "betydning"),
    ("goals", "mål"),
)
_TYPES: dict[type, tuple[str, str]] = {
    DateType: ("date", "dato"),
    TextType: ("text", "tekst"),
    DurationType: ("duration, such as 4 weeks", "varighed, fx 4 uger"),
    ChoiceType: ("one of", "en af"),
}
_UNITS = {
    Unit.NUMBER: ("number", "tal"),
    Unit.PERCENT: ("percent", "pct."),
    Unit.PERCENTAGE_POINT: ("percentage points", "procentpoint"),
    Unit.KRONER: ("kr", "kr"),
    Unit.DAYS: ("days", "dage"),
    Unit.WEEKS: ("weeks", "uger"),
    Unit.WORKING_DAYS: ("working days", "arbejdsdage"),
    Unit.BANK_DAYS: ("bank days", "bankdage"),
    Unit.MONTHS: ("months", "måneder"),
    Unit.YEARS: ("years", "år"),
    Unit.SECONDS: ("seconds", "sekunder"),
    Unit.MINUTES: ("minutes", "minutter"),
    Unit.HOURS: ("hours", "timer"),
    Unit.RATIO: ("ratio", "forhold"),
}


@frozen
class AskedFact:
    """A line of a template: the fact, and what is given for it."""

    name: str
    type: Type
    kind: str
    given: Given | None
    meaning: str
    goals: str


def csv_template(plan: Plan, facts: Facts = NO_FACTS) -> bytes:
    """The single facts as a CSV."""
    rows = [headers(plan)]
    for line in asked_facts(plan, facts):
        value = spelled(line.given, line.type, plan.language, ",") if line.given else ""
        known = line.given.known_from.isoformat() if line.given and line.given.known_from else ""
        rows.append((line.name, line.kind, value, known, line.meaning, line.goals))
    return _csv(rows)


def csv_rows(plan: Plan, record: Record, facts: Facts = NO_FACTS) -> bytes:
    """One record as a CSV: its header, and its rows."""
    columns = asked_columns(record)
    rows = [tuple(column.name for column in columns)]
    for row in facts.records[record.key].rows if record.key in facts.records else ():
        cells = [(row.cells.get(column.key), column.type) for column in columns]
        rows.append(tuple(spelled(given, type_, plan.language, ",") if given else "" for given, type_ in cells))
    return _csv(rows)


def xlsx_template(plan: Plan, facts: Facts = NO_FACTS) -> bytes:
    """A workbook with everything that the plan asks for."""
    from criteria.facts.sheets import workbook_of

    return workbook_of(plan, facts)


def headers(plan: Plan) -> tuple[str, ...]:
    """The header of the single facts, in the plan's language."""
    return tuple(pair[1 if plan.language == "da" else 0] for pair in _HEADERS)


def asked_facts(plan: Plan, facts: Facts) -> Iterator[AskedFact]:
    """The single facts in the plan's order."""
    goals = goals_using(plan)
    for path, fact in plan.facts.items():
        kind = type_name(fact.type, plan.language)
        yield AskedFact(fact.name, fact.type, kind, facts.values.get(path), fact.label, ", ".join(goals.get(path, ())))


def asked_columns(record: Record) -> list[Column]:
    """The columns that facts give."""
    return [column for column in record.columns.values() if column.computed is None]


def type_name(type_: Type, lang: str) -> str:
    """The type as a person reads it, with the options of a choice and the limits of a number."""
    say = 1 if lang == "da" else 0
    match type_:
        case NumberType(unit, bounds):
            limits = bounds_text(type_) if bounds.low is not None or bounds.high is not None else ""
            return " ".join(filter(None, [_UNITS[unit][say], limits]))
        case YesNoType():
            return f"{word('yes', lang)}/{word('no', lang)}"
        case ChoiceType(options, ordered):
            head = ("ordered", "rangordnet")[say] if ordered else _TYPES[ChoiceType][say]
            return f"{head}: {', '.join(options)}"
        case TextType(form) if form:
            return (f"{form.upper()} number", f"{form.upper()}-nummer")[say]
    return _TYPES[type(type_)][say]


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    lines = [";".join(_field(cell) for cell in row) + "\r\n" for row in rows]
    return ("\ufeff" + "".join(lines)).encode("utf-8")


def _field(text: str) -> str:
    text = neutral(text)
    quoted = any(sign in text for sign in ';"\n\r') or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if quoted else text
