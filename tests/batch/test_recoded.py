"""Whatever a table of text is written in, a batch makes of it what files of facts make of it, piece by piece."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from batch import small
from batch.test_verdicts import asked
from criteria.batch import recoded
from criteria.facts.texts import decode
from criteria.source import Unreadable

LETTERS = st.text(st.sampled_from('aåé\u030a;\r\n\t"€\x81\0\ufeff𝕄'), max_size=30)
WRITTEN = st.one_of(
    st.binary(max_size=12),
    st.builds(
        lambda text, codec: text.encode(codec, "replace"), LETTERS, st.sampled_from(["utf-8", "cp1252", "utf-16"])
    ),
    st.builds(lambda text, more: text.encode() + more, LETTERS, st.binary(max_size=3)),
)


def told(read):
    try:
        text, encoding = read()
    except Unreadable as error:
        return error.kind, error.place, error.values
    return text, encoding


@pytest.mark.parametrize("piece", [1, 2, 7])
def test_every_file_is_the_text_that_files_of_facts_make_of_it(piece, tmp_path, monkeypatch):
    monkeypatch.setattr(recoded, "PIECE", piece)
    path = tmp_path / "x.csv"

    def copied():
        found, encoding = recoded.recoded(path, "x.csv", tmp_path / "copy.csv")
        text = found.read_text(encoding="utf-8-sig" if found == path else "utf-8")
        assert found == path or ("\r" not in text and unicodedata.is_normalized("NFC", text))
        return text, encoding

    def whole():
        source, encoding = decode("x.csv", path.read_bytes(), table=True)
        return source.text, encoding

    @settings(max_examples=120)
    @given(WRITTEN)
    @example('å\r\n"b\nc"'.encode())
    @example(b"a\n\x81")
    def check(data: bytes) -> None:
        path.write_bytes(data)
        assert told(copied) == told(whole)

    check()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_what_excel_saves_comes_to_the_same_verdicts(encoding, tmp_path):
    (tmp_path / "plain").mkdir()
    (tmp_path / "other").mkdir()
    expected = asked(small.PLAN, small.in_csv(tmp_path / "plain"))
    for path in (tmp_path / "plain").iterdir():
        text = path.read_text(encoding="utf-8-sig")
        written = text.replace(";", "\t").replace("Ø'\t", "Ø';") if encoding == "utf-16" else text
        Path(tmp_path, "other", path.name).write_bytes(written.replace("\n", "\r\n").encode(encoding))
    found = asked(small.PLAN, tmp_path / "other")
    assert found == expected and "Ø'; --" in found


def test_rows_that_spreadsheets_leave_blank_are_none(tmp_path):
    (tmp_path / "facts.csv").write_text(" ;;\n\nid;area;\n;;\n   \nÅ;North;\n'=x;South;\n", newline="")
    assert [row["goal_4_best"] for row in asked(small.PLAN, tmp_path).values()] == ["fulfilled", "not_fulfilled"]
