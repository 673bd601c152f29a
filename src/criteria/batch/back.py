"""Facts of chosen subjects, read back from the source one subject at a time.

In: the relations of a source, and a table (``n``, ``k``) of the subjects. Out: for each, in the order of ``n``, what stands
in its rows, and ``Facts`` made of that. Holds: every relation is read once, in one pass, however many subjects there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from criteria.batch.engine import Engine
from criteria.batch.keys import key_cell
from criteria.batch.relations import Made, Table
from criteria.batch.typed import Typed
from criteria.facts.record import Exactly, Facts, Given, Nothing, Possible, RecordRows, Row
from criteria.facts.tables import original
from criteria.facts.values import read_value
from criteria.facts.written import Written
from criteria.frozen import frozen
from criteria.model.types import NumberType
from criteria.source import Place

MOST_KNOWN = 100_000  # values of a column that are remembered
Cells = tuple[object, ...]
_NOWHERE = Place("")


@frozen
class Stands:
    """What stands in the rows of one subject: its own, and those of each record."""

    subject: Cells
    records: tuple[tuple[Cells, ...], ...]


class Back:
    """Reads the subjects of a table (``n``, ``k``) back."""

    def __init__(self, engine: Engine, made: Made, chosen: str) -> None:
        self.engine, self.made, self.chosen = engine, made, chosen
        self.type = next(kind for _, kind in engine.shape("SELECT k FROM subjects"))
        self._known: dict[int, dict[object, Given]] = {}

    def subjects(self) -> Iterator[Stands]:
        """Each subject, in order."""
        single = self._rows(self.made.subjects)
        records = [_Grouped(self._rows(table)) for table in self.made.records.values()]
        for place, cells in single:
            yield Stands(cells, tuple(each.of(place) for each in records))

    def _rows(self, table: Table) -> Iterator[tuple[int, Cells]]:
        """The rows of a relation, each with the number of its subject."""
        if table.headed is None:
            query = f"SELECT n FROM {self.chosen} ORDER BY n"
        else:
            cells = "".join(f", {each.back}" for each in table.typed)
            key = key_cell(table.headed, self.type)
            query = f"SELECT z.n{cells} FROM {self.chosen} z JOIN {table.headed.raw.name} t ON {key} = z.k ORDER BY z.n"
        for rows in self.engine.stream(query):
            for row in rows:
                yield row[0], row[1:]

    def facts(self, stands: Stands) -> Facts:
        """The facts of a subject."""
        records = {}
        for (name, table), rows in zip(self.made.records.items(), stands.records, strict=True):
            file = table.headed.raw.place() if table.headed else _NOWHERE
            found = tuple(Row(self._given(table, cells), place=file) for cells in rows)
            records[name] = RecordRows(found, place=file)
        return Facts(self._given(self.made.subjects, stands.subject), records)

    def _given(self, table: Table, cells: Cells) -> Mapping[str, Given]:
        pairs = zip(table.typed, cells, strict=True)
        given = {typed.asked.path: self._value(typed, cell) for typed, cell in pairs if cell is not None}
        return {path: each for path, each in given.items() if not isinstance(each.possible, Nothing)}

    def _value(self, typed: Typed, cell: object) -> Given:
        known = self._known.setdefault(id(typed), {})
        found = known.get(cell)
        if found is None:
            if len(known) >= MOST_KNOWN:
                known.clear()
            found = known[cell] = Given(_possible(typed, cell), str(cell), place=_NOWHERE)
        return found


class _Grouped:
    """Rows that come in the order of their subjects, asked for one subject after the other."""

    def __init__(self, rows: Iterator[tuple[int, Cells]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, place: int) -> tuple[Cells, ...]:
        """The rows of this subject."""
        found = []
        while self._next is not None and self._next[0] == place:
            found.append(self._next[1])
            self._next = next(self._rows, None)
        return tuple(found)


def _possible(typed: Typed, cell: object) -> Possible:
    match cell:
        case bool() | date():
            return Exactly(cell)
        case int() | Decimal():
            scale = typed.asked.type.unit.scale if isinstance(typed.asked.type, NumberType) else Fraction(1)
            return Exactly(Fraction(cell) / scale)
    text = original(str(cell).strip())
    possible, _ = read_value(Written(text, _NOWHERE, typed.exact), typed.asked.type, typed.asked.name, typed.where)
    assert possible is not None  # a text that cannot be read keeps the source from being opened
    return possible
