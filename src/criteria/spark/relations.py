"""Tables as the query reads them: typed columns under generated names, and what is proven of them.

In: what was laid out, looked over and read. Out: ``Columns``, whose relations are views. Holds: a number keeps all its digits; texts have
become codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from criteria.columnar.columns import Column, Columns, Held, Relation
from criteria.diagnostics import Diagnostic
from criteria.facts.values import Setting
from criteria.model.types import NumberType
from criteria.spark.figures import Figures
from criteria.spark.fitting import Fitted, Laid, Table
from criteria.spark.session import Cluster
from criteria.spark.texts import Told, told

Looked = Mapping[tuple[str, str], Figures]
FLAGS = {"unknown": "u", "never": "n", "odd": "o"}


def relations(cluster: Cluster, laid: Laid, looked: Looked, where: Setting) -> tuple[Columns, list[Diagnostic]]:
    """All tables."""
    subjects, faults = _relation(cluster, laid.subjects, looked, where)
    records = {}
    for key, table in laid.records.items():
        records[key], more = _relation(cluster, table, looked, where)
        faults += more
    return Columns(subjects, records), faults


def _relation(cluster: Cluster, table: Table, looked: Looked, where: Setting) -> tuple[Relation, list[Diagnostic]]:
    """One view: the raw columns, and beside those of texts what each text means."""
    texts, faults = told(cluster, table, where)
    columns, cells, joins = {}, ["t.k AS k"], []
    for column in table.columns:
        figures = looked[table.view, column.name]
        if column.name in texts:
            columns[column.key], more = _of_texts(column, texts[column.name], figures)
            joins.append(
                f" LEFT JOIN {texts[column.name].view} AS d{column.name} ON t.{column.name} = d{column.name}.x"
            )
        else:
            columns[column.key], more = _native(column, figures)
        cells += more
    hint = f"/*+ BROADCAST({', '.join(f'd{name}' for name in texts)}) */ " if texts else ""
    text = f"SELECT {hint}{', '.join(cells)} FROM {table.view} AS t{''.join(joins)}"
    return Relation(cluster.show(cluster.query(text), "typed") if not faults else "", "k", columns), faults


def _native(column: Fitted, figures: Figures) -> tuple[Column, list[str]]:
    """A column that comes with the type that it needs."""
    cell = f"t.{column.name}"
    if not isinstance(column.kind, NumberType):
        ends = (figures.low, figures.high) if column.held is Held.DAY else (None, None)
        return Column(column.name, column.held, figures.blank, 0, *ends), [f"{cell} AS {column.name}"]
    unit = column.kind.unit.scale
    low, high = figures.low or 0, figures.high or 0
    if unit.denominator > 1:  # held in a smaller unit: weeks in days
        low, high = low * unit.denominator, high * unit.denominator
        cell = f"CAST({cell} AS DECIMAL(38,{column.scale})) * {unit.denominator}"
    made = Column(column.name, Held.NUMBER, figures.blank, column.scale, low, high, unit.numerator)
    return made, [f"{cell} AS {column.name}"]


def _of_texts(column: Fitted, texts: Told, figures: Figures) -> tuple[Column, list[str]]:
    """A column of texts: what is said of each, and the words that are no values."""
    name, joined, shelf = column.name, f"d{column.name}", texts.shelf
    scale, low, high = 0, None, None
    unit = Fraction(1)
    if isinstance(column.kind, NumberType):
        scale, unit = shelf.scale, column.kind.unit.scale
        low, high = (int(end * 10**scale) for end in shelf.ends or (Fraction(0), Fraction(0)))
    kind = {
        Held.DAY: "DATE",
        Held.NUMBER: f"DECIMAL({min(38, shelf.digits + scale)},{scale})",
        Held.TRUTH: "BOOLEAN",
        Held.CODE: "INT",
    }[column.held]
    value = f"CAST({joined}.v AS {kind})"
    if column.held is Held.CODE:
        value = f"CASE WHEN {joined}.x IS NOT NULL THEN {value} WHEN t.{name} IS NOT NULL THEN -1 END"
    cells = [f"{value} AS {name}"]
    named = {word: f"{name}_{word}" for word in FLAGS if getattr(shelf, word)}
    cells += [f"coalesce({joined}.{FLAGS[word]}, FALSE) AS {flag}" for word, flag in named.items()]
    if shelf.last:
        named["last"] = f"{name}_last"
        cells.append(f"coalesce({joined}.l, {value}) AS {name}_last")
    blank = figures.blank or shelf.valueless
    codes = (column.texts or ()) if column.held is Held.CODE else ()
    return Column(name, column.held, blank, scale, low, high, unit.numerator, codes, **named), cells
