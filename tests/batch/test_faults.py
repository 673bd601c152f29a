"""What is wrong with a source is said at once, with the column, the first key and the number of rows; in both languages."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import duckdb
import pytest

from batch import small
from criteria.batch.sources import open_source
from criteria.columnar.wanted import wanted
from criteria.diagnostics import render
from criteria.wording.batch import SENTENCES

HEAD = "emne;concept sent;visitors;share;approved;area\n"
FILES = {
    "values": {
        "fakta.csv": HEAD
        + "1;2020-02-30;tolv;0,6;måske;Nord\n2;den 5.;tolv;101;ja;North\n3;-;1.234;-1;nej;\n"
        + "".join(f"x{n};{n}. uge?;;;;\n" for n in range(30)),
    },
    "headings": {
        "fakta.csv": "emne;concept snt;visitors;visitors;events;nonsense\n1;;;;;\n",
        "events.csv": "emne;kind;hold\n1;a;b\n",
        "evnts.csv": "emne;kind\n",
        "notes.csv": "emne;kind\n",
        "judgements.csv": "emne;goal\n",
        "more.xlsx": "",
    },
    "keys": {
        "fakta.csv": HEAD + "1;;;;;\n1;;;;;\n2;;;;;\n",
        "events.csv": "emne;kind;held\n1;a;\n8;a;\n9;a;\n9;b;\n",
    },
    "blank keys": {"fakta.csv": HEAD + ";2020-01-01;;;;\n"},
    "no key": {"fakta.csv": "visitors;share\n1;2\n"},
    "shape": {"fakta.csv": 'emne;visitors;area\n1;2\n2;3;North;4\n3;"4"x;North\n4;5;North\n'},
    "empty": {"fakta.csv": ""},
    "latin": {"fakta.csv": "emne;area\n1;Blåvand\n".encode("cp1252")},
    "utf16": {"fakta.csv": "emne;area\n".encode("utf-16") + b"x"},
    "no text": {"fakta.csv": b"emne;area\n1;Bl\x81vand\n", "events.csv": b"emne;kind\n1;a\0b\n"},
    "no parquet": {"fakta.parquet": "not at all"},
    "no folder": {"README.md": ""},
}


def told(source, tmp_path, key=None, plan=small.PLAN):
    found, faults = open_source(plan, source, wanted(plan), tmp_path, key)
    if found:
        found.engine.close()
    lines = [render(fault, {}, lang) for lang in ("en", "da") for fault in faults]
    return "\n".join(lines).replace(f"{tmp_path}/", "").replace(str(tmp_path), "FOLDER") + "\n"


@pytest.mark.parametrize("case", FILES)
def test_messages(case, tmp_path, golden):
    for name, text in FILES[case].items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    golden(told(tmp_path, tmp_path), f"batch/{case.replace(' ', '-')}.expected")


def table(query):
    return duckdb.connect().sql(query).arrow().read_all()


FRAMES = {
    "types": "SELECT 1 AS id, TIMESTAMP '2020-05-01 12:00:00' AS \"concept sent\", 0.5::DOUBLE AS visitors, [1] AS area,"
    " 7 AS approved, TIME '12:00:00' AS share",
    "numbers": 'SELECT range AS id, range * 60 AS share, 1 AS "concept sent" FROM range(4)',
    "small": "SELECT 1 AS id, 0.6::DECIMAL(3,2) AS share",
    "years": "SELECT 1 AS id, DATE '12000-01-01' AS \"concept sent\"",
    "float key": "SELECT 1.0::DOUBLE AS id, 1 AS visitors",
}


@pytest.mark.parametrize("case", FRAMES)
def test_messages_about_typed_columns(case, tmp_path, golden):
    plan = small.BOUNDED if case in ("numbers", "small") else small.PLAN
    golden(told({"fakta": table(FRAMES[case])}, tmp_path, plan=plan), f"batch/{case.replace(' ', '-')}.expected")


def test_messages_about_where_a_source_lies(tmp_path, golden):
    sources = [
        "https://example.org/facts.parquet",
        "s3://x/y",
        "nothing.parquet",
        tmp_path / "x.ods",
        {"fakta": [1, 2]},
    ]
    (tmp_path / "x.ods").write_bytes(b"PK")
    golden("".join(told(source, tmp_path) for source in sources), "batch/places.expected")


def test_a_key_that_is_asked_for_is_there(tmp_path, golden):
    small.in_csv(tmp_path)
    golden(told(tmp_path, tmp_path, "scool"), "batch/key-absent.expected")


def test_whole_floats_and_midnights_pass(tmp_path):
    frame = {"id": [1, 2], "visitors": [12000.0, None], "concept sent": [datetime(2020, 5, 1), None]}
    import pandas

    found, faults = open_source(small.PLAN, {"f": pandas.DataFrame(frame)}, wanted(small.PLAN), tmp_path)
    assert found is not None, faults
    number, day = (found.made.subjects.relation.columns[name].name for name in ("visitors", "concept sent"))
    rows = found.engine.run(f"SELECT {number}, CAST({day} AS VARCHAR) FROM subjects ORDER BY k")
    assert rows == [(Decimal(12000), "2020-05-01"), (None, None)]
    found.engine.close()


def test_every_sentence_can_be_said_in_both_languages():
    class Any(dict):
        def __missing__(self, key):
            return "…"

    for english, danish in SENTENCES.values():
        assert english.format_map(Any()) != danish.format_map(Any())
