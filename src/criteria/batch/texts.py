"""A column of texts: each different text is read once, as files of facts are read, and the column is joined to what it means.

In: a column of a table, the declared type, the texts that the plan tests. Out: ``Typed``, or the faults of its texts with the number of
rows that have them. Numbers that are written plainly are cast where they stand, for there may be many. Holds: no text is ever part of
SQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.batch.engine import Engine
from criteria.batch.faulty import told
from criteria.batch.few import Cells, compared
from criteria.batch.figures import Figures
from criteria.batch.kinds import Kind, kind_of
from criteria.batch.meanings import Meaning, Shelf, meaning
from criteria.batch.native import doubtful
from criteria.batch.raw import Raw
from criteria.batch.typed import Asked, Typed
from criteria.columnar.columns import Column, Held, held_as
from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.tables import original
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.frozen import frozen
from criteria.model.types import NumberType
from criteria.source import Place

BATCH = 10_000
MOST_SAID = 100_000  # different texts that are noted as faulty
_NOWHERE = Place("")
_PLAIN = (
    "'-?[0-9]{1,16}([.,][0-9]{1,2})?'"  # one or two digits after the sign: no group of thousands, in either language
)


@frozen
class Plain:
    """The plainly written numbers of a column: which texts they are, in SQL, and what they come to."""

    test: str = "false"
    value: str = "NULL"
    scale: int = 0
    low: int = 0
    high: int = 0


def typed(
    engine: Engine, raw: Raw, key: int, asked: Asked, blank: bool, where: Setting
) -> tuple[Typed | None, list[Diagnostic]]:
    """The column, typed."""
    kind = kind_of(raw.types[asked.place])
    exact = kind.is_a in ("number", "float")
    text = f"t.h{asked.place}" if raw.types[asked.place] == "VARCHAR" else f"CAST(t.h{asked.place} AS VARCHAR)"
    plain = _plain(engine, raw, text, asked.type) if isinstance(asked.type, NumberType) and not exact else Plain()
    shelf, said = Shelf(asked.type), dict[str, list[Diagnostic]]()
    name = f"d{raw.name}_{asked.place}"
    engine.run(f"CREATE TABLE {name}_all (x VARCHAR, v VARCHAR, l DATE, u BOOLEAN, n BOOLEAN, o BOOLEAN)")
    for values in _different(engine, raw, text, plain):
        read = [_read(value, asked, where, exact, raw.delimited, said) for value in values]
        kept = [(value, each) for value, each in zip(values, read, strict=True) if each and shelf.keeps(each)]
        if kept:
            rows = [[value for value, _ in kept], *map(list, zip(*(each.row for _, each in kept), strict=True))]
            engine.run(
                f"INSERT INTO {name}_all SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::DATE[]),"
                " unnest(?::BOOLEAN[]), unnest(?::BOOLEAN[]), unnest(?::BOOLEAN[])",
                rows,
            )
    faults = told(engine, raw, key, asked, text, said)
    if has_errors(faults):
        return None, faults
    return _joined(engine, raw, asked, Made(name, text, plain, shelf, blank, exact, where)), faults


def _different(engine: Engine, raw: Raw, text: str, plain: Plain) -> Iterator[list[str]]:
    """The different texts that no cast reads."""
    seen = f"SELECT DISTINCT {text} AS x FROM {raw.name} t WHERE {text} IS NOT NULL AND NOT ({plain.test})"
    for rows in engine.stream(seen, BATCH):
        yield [str(value) for (value,) in rows]


def _read(
    value: str, asked: Asked, where: Setting, exact: bool, delimited: bool, said: dict[str, list[Diagnostic]]
) -> Meaning | None:
    """What one text means; what is wrong with it gathers in ``said``."""
    text = original(value.strip()) if delimited else value
    possible, found = read_value(Written(text, _NOWHERE, exact), asked.type, asked.name, where)
    if found and len(said) < MOST_SAID:
        said[value] = found
    return meaning(possible, asked.type, asked.tested) if possible is not None else None


def _plain(engine: Engine, raw: Raw, text: str, type_: NumberType) -> Plain:
    """Numbers that need no reader, but those that it would refuse or wonder at."""
    if type_.unit.scale.denominator > 1:  # held in a smaller unit
        return Plain()
    test = f"coalesce(regexp_full_match({text}, {_PLAIN}), false)"
    value = f"CAST(replace({text}, ',', '.') AS DECIMAL(18,2))"
    guarded = f"CASE WHEN {test} THEN {value} END"
    low, high, whole = engine.one(
        f"SELECT CAST(min(v) AS VARCHAR), CAST(max(v) AS VARCHAR), bool_and(v = trunc(v)) FROM"
        f" (SELECT {guarded} AS v FROM {raw.name} t)"
    )
    if low is None:
        return Plain()
    kind = Kind("number", 2, 10**18)
    figures = Figures(True, low, high)
    if odd := doubtful(f"({guarded})", type_, kind, figures):
        test = f"coalesce(NOT {odd}, false)"
    ends = figures.ends(kind)
    if whole:
        return Plain(test, f"CAST({value} AS BIGINT)", 0, ends[0] // 100, ends[1] // 100)
    return Plain(test, value, 2, *ends)


@frozen
class Made:
    """What is known once all texts are read."""

    name: str
    text: str
    plain: Plain
    shelf: Shelf
    blank: bool
    exact: bool
    where: Setting


def _joined(engine: Engine, raw: Raw, asked: Asked, made: Made) -> Typed:
    """The cells, read off the table of texts, or off the texts themselves where they are few."""
    place, shelf, join = asked.place, made.shelf, ""
    held, kind, scale = _held(asked, made)
    few = compared(engine, made.name, made.text, held)
    if few:
        value, companions = few
    else:
        value, companions, join = *_looked_up(engine, place, made, held, kind), made.name
    cells = [(value, f"c{place}")]
    flags = {"last": "l", "unknown": "u", "never": "n", "odd": "o"}
    named = {flag: f"c{place}{sign}" if getattr(shelf, flag) else "" for flag, sign in flags.items()}
    cells += [(companions[sign], named[flag]) for flag, sign in flags.items() if named[flag]]
    low, high = _ends(made, scale)
    numbers = held is Held.NUMBER
    if held is Held.DAY and shelf.days:
        low, high = shelf.days
    unit = asked.type.unit.scale if isinstance(asked.type, NumberType) else Fraction(1)
    column = Column(
        *(f"c{place}", held, made.blank or shelf.valueless),
        scale=scale,
        low=low if numbers or shelf.days else None,
        high=high if numbers or shelf.days else None,
        shown=unit.numerator if numbers else 1,
        codes=asked.tested if held is Held.CODE else (),
        last=named["last"],
        unknown=named["unknown"],
        never=named["never"],
        odd=named["odd"],
    )
    return Typed(asked, column, tuple(cells), made.text, made.where, made.exact, join)


def _looked_up(engine: Engine, place: int, made: Made, held: Held, kind: str) -> Cells:
    """The table of texts in its final type, and what is read off it."""
    name, joined = made.name, f"d{place}"
    engine.run(f"CREATE TABLE {name} AS SELECT x, CAST(v AS {kind}) AS v, l, u, n, o FROM {name}_all")
    engine.run(f"DROP TABLE {name}_all")
    value = f"{joined}.v"
    if held is Held.CODE:
        value = f"CASE WHEN {joined}.x IS NOT NULL THEN {joined}.v WHEN {made.text} IS NOT NULL THEN -1 END"
    elif made.plain.test != "false":
        value = f"CASE WHEN {made.plain.test} THEN CAST({made.plain.value} AS {kind}) ELSE {joined}.v END"
    flags = {sign: f"coalesce({joined}.{sign}, false)" for sign in "uno"}
    return value, {"l": f"coalesce({joined}.l, {value})", **flags}


_KINDS = {Held.DAY: "DATE", Held.TRUTH: "BOOLEAN", Held.CODE: "INTEGER"}


def _held(asked: Asked, made: Made) -> tuple[Held, str, int]:
    """What the column holds, the type of its cells, and of a number its digits."""
    held = held_as(asked.type)
    if held is not Held.NUMBER:
        return held, _KINDS[held], 0
    scale = max(made.plain.scale, made.shelf.scale)
    if not scale and made.shelf.digits <= 18:
        return held, "BIGINT", 0
    return held, f"DECIMAL({min(38, max(made.shelf.digits, 18) + scale)},{scale})", scale


def _ends(made: Made, scale: int) -> tuple[int, int]:
    """The ends of all numbers, plain or not, times ``10**scale``; zero where there are none."""
    lift = 10 ** (scale - made.plain.scale)
    ends = [made.plain.low * lift, made.plain.high * lift] if made.plain.test != "false" else []
    ends += [int(number * 10**scale) for number in made.shelf.ends]
    return (min(ends), max(ends)) if ends else (0, 0)
