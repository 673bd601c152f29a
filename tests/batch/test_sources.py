"""Whatever a source is made of, the same data comes to the same columns, exactly; what cannot be used is said, all in one run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from batch import small
from criteria.batch.sources import open_source
from criteria.columnar.columns import Held
from criteria.columnar.wanted import wanted

DAY, NUMBER, TRUTH, CODE = Held.DAY, Held.NUMBER, Held.TRUTH, Held.CODE


def opened(source, work, plan=small.PLAN, key=None):
    found, faults = open_source(plan, source, wanted(plan), work, key)
    assert found is not None, [fault.message() for fault in faults]
    return found


def read(found, relation):
    """The rows of a relation, each as what it means: numbers in the fact's own unit, texts as themselves."""
    names = [each.name for each in relation.columns.values()]
    rows = found.engine.run(f"SELECT {', '.join([relation.key, *names])} FROM {relation.name} ORDER BY 1, 2")
    meant = list(relation.columns.values())
    return [(key, *(plain(cell, each) for cell, each in zip(cells, meant, strict=True))) for key, *cells in rows]


def plain(cell, column):
    if cell is not None and column.held is CODE:
        return column.codes[cell] if cell >= 0 else "?"
    return Decimal(cell) if cell is not None and column.held is NUMBER else cell


@pytest.mark.parametrize("kind", small.SOURCES)
def test_every_kind_of_source_comes_to_the_same_columns(kind, tmp_path):
    found = opened(small.SOURCES[kind](tmp_path), tmp_path)
    columns = found.made.columns
    order = ["concept sent", "visitors", "share", "approved", "area"]
    assert sorted(columns.subjects.columns) == sorted(order)
    told = dict(
        zip(
            columns.subjects.columns, zip(*(row[1:] for row in read(found, columns.subjects)), strict=True), strict=True
        )
    )
    expected = [
        (day, number, share, yes, area and area.casefold()) for _, day, number, share, yes, area, _ in small.ROWS
    ]
    assert [told[name] for name in order] == list(zip(*expected, strict=True))
    rows = read(found, columns.records["events"])
    assert [row[0] for row in rows] == ["A", "A", "A", "B"]
    assert {column.held for column in columns.subjects.columns.values()} == {DAY, NUMBER, TRUTH, CODE}
    visitors = columns.subjects.columns["visitors"]
    assert (visitors.low, visitors.high) == (4999 * 10**visitors.scale, 12500 * 10**visitors.scale)
    assert columns.subjects.columns["share"].shown == 100
    found.engine.close()


def test_texts_say_what_files_of_facts_may_say(tmp_path):
    (tmp_path / "fakta.csv").write_text(
        "emne;concept sent;visitors;share;approved\n"
        "1;juni 2020;12.500;62,5 %;x\n2;ukendt;ukendt;;\n3;aldrig;1..5;;ukendt\n4;medio juni 2020;1/3;;\n5; 2020-06-01 ;-7;;\n",
        encoding="utf-8",
    )
    found = opened(tmp_path, tmp_path)
    subjects = found.made.subjects.relation
    sent, visitors, share = (subjects.columns[name] for name in ("concept sent", "visitors", "share"))
    rows = found.engine.run(
        f"SELECT {sent.name}, {sent.last}, {sent.unknown}, {sent.never}, {sent.odd} FROM subjects ORDER BY k"
    )
    june = date(2020, 6, 1)
    assert rows == [
        (june, date(2020, 6, 30), False, False, False),
        (None, None, True, False, False),
        (None, None, False, True, False),
        (None, None, False, False, True),  # its days depend on how medio is understood
        (june, june, False, False, False),
    ]
    numbers = found.engine.run(f"SELECT {visitors.name}, {visitors.unknown}, {visitors.odd} FROM subjects ORDER BY k")
    assert numbers == [
        (12500, False, False),
        (None, True, False),
        (None, False, True),
        (None, False, True),
        (-7, False, False),
    ]
    assert (visitors.low, visitors.high) == (-7, 12500)
    assert found.engine.run(f"SELECT {share.name} FROM subjects ORDER BY k LIMIT 1") == [(Decimal("62.5"),)]
    found.engine.close()


def test_nothing_else_can_be_read(tmp_path):
    found = opened(small.in_csv(tmp_path), tmp_path)
    for query in (
        "SELECT * FROM read_text('/etc/passwd')",
        "ATTACH '/tmp/x.duckdb'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(Exception, match=r"disabled|locked"):
            found.engine.run(query)
    found.engine.close()


@pytest.mark.parametrize("number", [3, 40])
def test_texts_are_told_apart_whether_few_or_many(number, tmp_path):
    """However they are spelled; what the plan does not test is any other text."""
    spelled = ["".join(c.upper() if n >> k & 1 else c for k, c in enumerate("meeting")) for n in range(number)]
    rows = [*spelled, "  Meeting ", "talk", "unknown", ""]
    lines = [f"{place};{text};2020-01-01" for place, text in enumerate(rows)]
    (tmp_path / "events.csv").write_text("id;kind;held\n" + "\n".join(lines), encoding="utf-8")
    found = opened(tmp_path, tmp_path)
    relation = found.made.records["events"].relation
    kind = relation.columns["kind"]
    told = found.engine.run(f"SELECT {kind.name}, {kind.unknown} FROM {relation.name} ORDER BY CAST(k AS INTEGER)")
    place = kind.codes.index("meeting")
    assert told == [(place, False)] * (number + 1) + [(-1, False), (None, True), (None, False)]
    found.engine.close()
