"""A column of a sheet as the plan's, where nothing about it is in doubt.

In: a column, the declared type, what is proven of it. Out: an expression and a ``Column`` that describes it; None where every cell is
blank. Raises ``Unfit`` for whatever a message, a reader or more than 64 bits might be needed for.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from criteria.batch.doubts import Doubts, doubts
from criteria.batch.figures import Figures
from criteria.batch.kinds import Kind, kind_of
from criteria.batch.meanings import Meaning, meaning
from criteria.batch.swift.library import Expression, Library, Unfit
from criteria.batch.swift.sheets import Sheet
from criteria.batch.typed import Asked
from criteria.columnar.columns import Column, Held
from criteria.columnar.dialect import POLARS
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.frozen import frozen
from criteria.model.types import ChoiceType, DateType, NumberType, TextType, YesNoType
from criteria.source import Place

FEW, LOOKED_AT = 24, 50_000  # different texts of a column; rows in which they are looked for
MOST_NARROW = 127  # places of texts that a byte holds
STRANGE = -2  # a text that stood in none of these rows
_NOWHERE = Place("")
Named = tuple[Expression, str]


@frozen
class Typed:
    """A column. ``plain``: whether its text is one of those that were found, or None where every one is."""

    cell: Expression
    column: Column
    plain: Expression | None = None


def typed(library: Library, sheet: Sheet, asked: Asked, figures: Figures, where: Setting) -> Typed | None:
    """The column under the name ``c<place>``."""
    kind = kind_of(sheet.raw.types[asked.place])
    if kind.is_a == "empty" or figures.empty:
        return None
    cell, name = library.polars.col(sheet.column(asked.place)), f"c{asked.place}"
    match asked.type:
        case DateType() if kind.is_a == "day" and figures.within_calendar:
            low, high = figures.days
            return Typed(cell.alias(name), Column(name, Held.DAY, figures.blank, low=low, high=high))
        case YesNoType() if kind.is_a == "truth":
            return Typed(cell.alias(name), Column(name, Held.TRUTH, figures.blank))
        case NumberType() if kind.is_a == "number":
            return _number(library, sheet, asked.type, (cell, name), kind, figures)
        case TextType() | ChoiceType() if kind.is_a == "text":
            return _text(library, sheet, asked, figures, where)
    raise Unfit


def _number(library: Library, sheet: Sheet, type_: NumberType, named: Named, kind: Kind, figures: Figures) -> Typed:
    """A whole number, or a decimal counted in its last digit, in 64 bits."""
    cell, name = named
    low, high = figures.ends(kind)
    if max(-low, high) >= 10**POLARS.digits or type_.unit.scale.denominator > 1:
        raise Unfit
    whole = (cell.to_physical() if kind.scale else cell).cast(library.polars.Int64).alias(name)
    odd = _odd(doubts(type_, kind, figures), whole, 10**kind.scale)
    if odd and any(library.one(sheet.lazy.select([each.any().alias(str(n)) for n, each in enumerate(odd)])).values()):
        raise Unfit
    shown = type_.unit.scale.numerator * 10**kind.scale
    return Typed(whole, Column(name, Held.NUMBER, figures.blank, low=low, high=high, shown=shown))


def _odd(found: Doubts, whole: Expression, one: int) -> list[Expression]:
    """The numbers in doubt, counted like the column; a bound between two whole numbers leaves out what the one beside it does."""
    odd: list[Expression] = []
    if found.below:
        limit, out = found.below[0] * one, found.below[1]
        odd.append(whole <= _fitting(floor(limit)) if out else whole < _fitting(ceil(limit)))
    if found.above:
        limit, out = found.above[0] * one, found.above[1]
        odd.append(whole >= _fitting(ceil(limit)) if out else whole > _fitting(floor(limit)))
    if found.parts:
        odd.append(whole % one != 0)
    if found.shares:
        odd.append((whole.abs() < one) & (whole != 0))
    return odd


def _fitting(number: int) -> int:
    if abs(number) >= 10**POLARS.digits:
        raise Unfit
    return number


def _text(library: Library, sheet: Sheet, asked: Asked, figures: Figures, where: Setting) -> Typed:
    """A text by its place among those that are tested."""
    polars, name = library.polars, f"c{asked.place}"
    cell = polars.col(sheet.column(asked.place))
    column = Column(name, Held.CODE, figures.blank, codes=asked.tested)
    every = library.categories(sheet.lazy, sheet.column(asked.place))
    texts = every if every is not None else _found(library, sheet, asked)
    if len(texts) > FEW:
        raise Unfit
    codes = [_code(text, asked, where) for text in texts]
    if every is not None and codes == list(range(len(codes))):
        return Typed(cell.to_physical().cast(polars.Int32).alias(name), column)
    code: Any = polars
    held = polars.Int8 if len(asked.tested) <= MOST_NARROW else polars.Int32
    for text, place in zip(texts, codes, strict=True):
        code = code.when(cell == text).then(polars.lit(place, dtype=held))
    if code is not polars and not figures.blank:
        code = code.otherwise(polars.lit(STRANGE, dtype=held))
    elif code is not polars:
        code = code.when(cell.is_not_null()).then(polars.lit(STRANGE, dtype=held))
    else:
        raise Unfit
    known = polars.col(name).fill_null(0) if figures.blank else polars.col(name)
    return Typed(code.alias(name), column, None if every is not None else known != STRANGE)


def _found(library: Library, sheet: Sheet, asked: Asked) -> list[str]:
    """The different texts of the first rows; a text that stands in none of them is strange."""
    heading = sheet.column(asked.place)
    first = library.whole(sheet.lazy.select(heading).head(LOOKED_AT))[heading]
    return sorted(first.drop_nulls().unique().to_list())


def _code(text: str, asked: Asked, where: Setting) -> int:
    """The place of a text that is read without a word."""
    possible, faults = read_value(Written(text, _NOWHERE), asked.type, asked.name, where)
    found = meaning(possible, asked.type, asked.tested) if possible is not None and not faults else Meaning()
    if found.value is None or found != Meaning(found.value):
        raise Unfit
    return int(found.value)
