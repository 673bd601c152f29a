"""A column that comes with a type of its own, as the plan's: days, exact numbers, truths.

In: a column of a table, its kind, the declared type. Out: ``Typed``, or the faults of its values. Holds: numbers stay as exact as they
came; ends are proven, by the figures of a Parquet file, by the table itself, or by the width of the type; declared bounds are checked.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from criteria.batch.doubts import doubts
from criteria.batch.engine import Engine
from criteria.batch.faulty import MOST, told
from criteria.batch.figures import Figures
from criteria.batch.kinds import Kind
from criteria.batch.raw import Raw
from criteria.batch.typed import Asked, Typed
from criteria.columnar.columns import Column, Held
from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.numbers import plain_number
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.model.types import DateType, NumberType, Type, YesNoType
from criteria.source import Place

Found = tuple[Typed | None, list[Diagnostic]]
WHOLE = 2**53  # up to here a float counts one by one
FINE = 10**18
_NOWHERE = Place("")


def fits(kind: Kind, type_: Type) -> bool:
    """Whether the column passes as it is; everything else is read as a text."""
    match type_:
        case DateType():
            return kind.is_a in ("day", "moment")
        case NumberType():
            return kind.is_a in ("number", "float")
        case YesNoType():
            return kind.is_a == "truth"
    return False


def native(engine: Engine, raw: Raw, key: int, asked: Asked, kind: Kind, figures: Figures, where: Setting) -> Found:
    """The column, typed."""
    cell = f"t.h{asked.place}"
    if kind.is_a == "truth":
        return _typed(asked, Column(f"c{asked.place}", Held.TRUTH, figures.blank), cell, where), []
    if kind.is_a in ("day", "moment"):
        return _day(engine, raw, key, asked, kind, figures, where)
    return _number(engine, raw, key, asked, kind, figures, where)


def _typed(asked: Asked, column: Column, cell: str, where: Setting, back: str = "") -> Typed:
    return Typed(asked, column, ((cell, column.name),), back or cell, where, exact=True)


def _day(engine: Engine, raw: Raw, key: int, asked: Asked, kind: Kind, figures: Figures, where: Setting) -> Found:
    cell = f"t.h{asked.place}"
    if kind.is_a == "moment":
        odd = f"{cell} <> date_trunc('day', {cell})"
        if faults := _offenders(
            engine, raw, key, asked, odd, lambda text: Diagnostic("batch-moment", None, {"found": text})
        ):
            return None, faults
        cell = f"CAST({cell} AS DATE)"
    if not figures.within_calendar:
        odd = f"{cell} NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"
        if faults := _offenders(
            engine, raw, key, asked, odd, lambda text: Diagnostic("batch-no-day", None, {"found": text})
        ):
            return None, faults
    low, high = figures.days
    return _typed(asked, Column(f"c{asked.place}", Held.DAY, figures.blank, low=low, high=high), cell, where), []


def _number(engine: Engine, raw: Raw, key: int, asked: Asked, kind: Kind, figures: Figures, where: Setting) -> Found:
    assert isinstance(asked.type, NumberType)
    cell = f"t.h{asked.place}"
    if kind.is_a == "float":
        odd = f"(isnan({cell}) OR isinf({cell}) OR {cell} <> trunc({cell}) OR abs({cell}) > {WHOLE})"
        some = engine.run(f"SELECT CAST({cell} AS VARCHAR) FROM {raw.name} t WHERE {odd} LIMIT 1")
        if some:
            return None, [Diagnostic("batch-float", raw.place(asked.heading), {"found": str(some[0][0])})]
        cell, kind = f"CAST({cell} AS BIGINT)", Kind("number", 0, WHOLE)
    faults: list[Diagnostic] = []
    if odd := doubtful(cell, asked.type, kind, figures):
        faults = _offenders(engine, raw, key, asked, odd, _reader(asked, where))
        if has_errors(faults):
            return None, faults
    low, high = figures.ends(kind)
    scale = asked.type.unit.scale
    back = cell
    if scale.denominator > 1:  # held in a smaller unit: weeks in days
        factor = scale.denominator
        cell = f"({cell} * {factor})" if kind.scale else f"(CAST({cell} AS HUGEINT) * {factor})"
        low, high = low * factor, high * factor
    column = Column(
        *(f"c{asked.place}", Held.NUMBER, figures.blank, kind.scale, low, high),
        shown=scale.numerator,
    )
    return _typed(asked, column, cell, where, back), faults


def doubtful(cell: str, type_: NumberType, kind: Kind, figures: Figures) -> str:
    """The rows, in SQL, whose value the declaration may refuse or a reader may have meant otherwise; empty where there can be none."""
    found, odd = doubts(type_, kind, figures), []
    for limit, sign in ((found.below, "<"), (found.above, ">")):
        if limit:
            odd.append(f"{cell} {sign}{'=' if limit[1] else ''} {constant(limit[0])}")
    if found.parts:
        odd.append(f"{cell} <> trunc({cell})")
    if found.shares:
        odd.append(f"(abs({cell}) < 1 AND {cell} <> 0)")
    return f"({' OR '.join(odd)})" if odd else ""


def constant(value: Fraction) -> str:
    """A number as SQL writes it exactly; a bound that no decimal holds lies between two that do, and no value between them."""
    text = plain_number(value)
    return plain_number(Fraction(int(value * FINE), FINE)) if "/" in text else text


def _reader(asked: Asked, where: Setting) -> Callable[[str], Diagnostic | None]:
    """What the facts layer says about a number that comes as a number."""

    def read(text: str) -> Diagnostic | None:
        _, found = read_value(Written(text, _NOWHERE, exact=True), asked.type, asked.name, where)
        return found[0] if found else None

    return read


def _offenders(
    engine: Engine, raw: Raw, key: int, asked: Asked, odd: str, fault: Callable[[str], Diagnostic | None]
) -> list[Diagnostic]:
    """The faults of the rows for which ``odd`` holds."""
    text = f"CAST(t.h{asked.place} AS VARCHAR)"
    rows = engine.run(f"SELECT DISTINCT {text} AS x FROM {raw.name} t WHERE {odd} ORDER BY x LIMIT {MOST + 1}")
    said = {str(value): [found] for (value,) in rows if (found := fault(str(value))) is not None}
    return told(engine, raw, key, asked, text, said)
