"""`criteria batch`: a table of many subjects in, a table of their levels out, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from batch import small
from criteria.cli import main

DANISH = """\
plan "Skoler"
  sprog dansk
  år 2020
fakta
  koncept sendt: dato
  besøgende: tal
log begivenheder
  slags: tekst
  afholdt: dato
mål 1 "Koncept"
  opfyldt når koncept sendt senest medio november
  delvist opfyldt når koncept sendt
mål 2 "Besøg"
  opfyldt når besøgende mindst 12.000
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)  # the width that a file gets
    (tmp_path / "plan.criteria").write_text(small.PLAN.source.text, encoding="utf-8")
    (tmp_path / "data").mkdir()
    small.in_csv(tmp_path / "data")
    return tmp_path


def ran(capsys, *arguments):
    code = main(["batch", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_a_summary_stands_on_standard_output(here, capsys, golden):
    code, out, err = ran(capsys, "plan.criteria", "--facts", "data", "--output", "out.csv", "--why", "B")
    assert code == 0
    golden(f"{out}\n{err}\n{(here / 'out.csv').read_text(encoding='utf-8-sig')}", "cli/batch.txt")


def test_a_summary_as_data(here, capsys):
    words = ("--facts", "data", "--output", "out.parquet", "--format", "json", "--why", "A", "--lang", "da")
    code, out, _ = ran(capsys, "plan.criteria", *words, "--as-of", "12. november 2020", "--readings")
    told = json.loads(out)
    assert (code, told["schema"], told["as_of"], told["subjects"]) == (0, "criteria/batch/1", "2020-11-12", 4)
    assert [goal["id"] for goal in told["goals"]] == ["1", "2", "3", "4"]
    assert all(sum(goal["secured"].values()) + goal["open"] == 4 for goal in told["goals"])
    assert told["why"]["A"]["schema"] == "criteria/verdict/1"


def test_a_danish_csv_with_a_slip_in_a_heading_and_in_a_value(tmp_path, monkeypatch, capsys, golden):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.criteria").write_text(DANISH, encoding="utf-8")
    (tmp_path / "fakta.csv").write_text(
        "\ufeffskole;koncept sent;besøgende\nA;medio jnui;12.500\nB;;12.5OO\n", encoding="utf-8"
    )
    words = ("plan.criteria", "--facts", "fakta.csv", "--output", "ud.csv", "--key", "skole")
    code, out, err = ran(capsys, *words)
    assert (code, out, (tmp_path / "ud.csv").exists()) == (2, "", False)
    (tmp_path / "fakta.csv").write_text(
        "\ufeffskole;koncept sendt;besøgende\nA;medio juni 2020;12.500\nÅ;;\n", encoding="utf-8"
    )
    code, out, more = ran(capsys, *words)
    assert code == 0
    golden(f"{err}\n{out}\n{more}\n{(tmp_path / 'ud.csv').read_text(encoding='utf-8-sig')}", "cli/batch.da.txt")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plan.criteria"], "--facts"),
        (["plan.criteria", "--facts", "data"], "--output"),
        (["plan.criteria", "--facts", "data", "--output", "out.xlsx"], ".parquet"),
        (["plan.criteria", "--facts", "data", "--output", "nowhere/out.csv"], "nowhere"),
        (["plan.criteria", "--facts", "data/fakta.csv", "--output", "data/fakta.csv"], "overwrite"),
        (["plan.criteria", "--facts", "data", "--output", "out.csv", "--memory", "much"], "500MB"),
        (["plan.criteria", "--facts", "data", "--output", "out.csv", "--why", "Z"], "Z"),
        (["plan.criteria", "--facts", "data", "--output", "out.csv", "--key", "scool"], "school"),
        (["plan.criteria", "--facts", "data", "--output", "out.csv", "--as-of", "noon"], "--as-of"),
        (["plan.criteria", "--facts", "data", "--output", "out.csv", "--reading", "inden=so"], "so"),
        (["plan.criteria", "--facts", "https://x.org/y", "--output", "out.csv"], "network"),
        (["nothing.criteria", "--facts", "data", "--output", "out.csv"], "no such file"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_written(here, capsys, words, said):
    before = sorted(path.name for path in here.iterdir())
    code, out, err = ran(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert sorted(path.name for path in here.iterdir()) == before


def test_without_the_library_the_package_to_install_is_named(here, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    code, _, err = ran(capsys, "plan.criteria", "--facts", "data", "--output", "out.csv")
    assert code == 2
    assert "criteria[batch]" in err
    assert not (here / "out.csv").exists()


SLOW = """
import sys, time
from criteria.batch import writing
def slow(found, part, lang):
    part.write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(60)
writing._FORMS[".csv"] = slow
from criteria.cli import main
sys.exit(main(["batch", "plan.criteria", "--facts", "data", "--output", "out.csv"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_leaves_the_old_file(here, capsys, sign):
    (here / "out.csv").write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "writing\n"
        os.kill(run.pid, sign)
        code = run.wait()
    assert code == (130 if sign is signal.SIGINT else -signal.SIGKILL)
    assert (here / "out.csv").read_text() == "old"
    left = [path.name for path in here.iterdir() if path.name.startswith(".out.csv.")]
    assert bool(left) == (sign is signal.SIGKILL)
    code, _, _ = ran(capsys, "plan.criteria", "--facts", "data", "--output", "out.csv")
    assert code == 0
    assert (here / "out.csv").read_text(encoding="utf-8-sig").startswith("school,")
    assert [path.name for path in here.iterdir() if path.name.startswith(".out.csv.")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_a_link_to_no_file_is_told_as_a_source_that_cannot_be_read(here):
    (here / "links").mkdir()
    (here / "links" / "facts.parquet").symlink_to("nowhere.parquet")
    words = ["-m", "criteria", "batch", "plan.criteria", "--facts", "links", "--output", "out.parquet"]
    run = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False
    )  # where Polars is not loaded
    assert run.returncode == 2
    assert "links/facts.parquet: error: " in run.stderr


LONG = """
import sys
from criteria.batch.stored import Stored
short = Stored._query.fget
def long(self):
    print("asking", flush=True)
    return f"SELECT q.* FROM ({short(self)}) q, range(1000000000000) t(x) WHERE hash(x) = 1"
Stored._query = property(long)
from criteria.cli import main
sys.exit(main(["batch", "plan.criteria", "--facts", "data", "--output", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
@pytest.mark.parametrize("form", ["csv", "parquet", "feather"])
def test_a_query_that_never_ends_is_stopped(here, form):
    """However its rows are asked for; the engine ends it, and nothing is left."""
    with subprocess.Popen(
        [sys.executable, "-c", LONG, f"out.{form}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "asking\n"
        os.kill(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=120)
    assert (run.returncode, out) == (130, ""), err
    assert "Traceback" not in err
    assert sorted(path.name for path in here.iterdir()) == ["data", "plan.criteria"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_a_terminal_is_told_how_far_a_long_query_is(here):
    """And nobody else; the line is gone afterwards."""
    ours, theirs = os.openpty()
    words = [sys.executable, "-c", LONG, "out.parquet"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=theirs) as run:
        os.close(theirs)
        told = b""
        while not re.search(rb"plan\.criteria [0-9]+ s, [0-9]+ % of this step", told):
            told += os.read(ours, 1000)
        os.kill(run.pid, signal.SIGINT)
        assert run.wait(120) == 130
        with suppress(OSError):  # how a terminal says that it was left
            while more := os.read(ours, 1000):
                told += more
    os.close(ours)
    assert told.endswith(b"\r\033[K")
