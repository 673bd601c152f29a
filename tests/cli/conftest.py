"""Runs the command line in this process, and as a program where only a program shows it."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from criteria.cli import main


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def criteria(capfd, monkeypatch) -> Callable[..., Said]:
    """`criteria("date", "primo 2020")`: exit code, standard output, standard error."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*words: object) -> Said:
        code = main([str(word) for word in words])
        return Said(code, *capfd.readouterr())

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The same in a process of its own, with bytes in and out."""

    def run(*words: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "criteria", *map(str, words)],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )

    return run


PLAN = """\
plan "Lille plan"
  year 2020

facts
  concept sent: date  "Koncept fremsendt"
  budget income: kr
  accounts income: kr above 0
  log events
    area: one of "A", "B"
    held: date

goal 1 "Koncept"
  fulfilled when
    - concept sent by medio november 2020
      source "Koncept fremsendt medio november 2020"
    - ≥60% of events per area held in 2020
  partial when
    - concept sent by ultimo december 2020

goal 2 "Økonomi"
  define deviation = the difference of budget income and accounts income, in percent of accounts income
  fulfilled when deviation at most 2%
  partial when deviation between 2% and 2.5%

example "På dagen"
  given
    concept sent: 20. november 2020
  as of 31. december 2020
  expect
    goal 1: fulfilled or partial
    goal 1 with primo-medio-ultimo point: partial

example "For sent"
  given
    concept sent: never
  expect
    goal 1: not fulfilled
"""
FACTS = """\
concept:
  sent: 2020-11-18
budget income: 49.000.000
accounts income: 50.400.000
events:
  - area: A
    held: 2020-05-01
  - area: B
    held: 2020-05-02
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a plan and its facts, and the working folder: names in messages are short and the same everywhere."""
    (tmp_path / "plan.criteria").write_text(PLAN, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text("numbers: danish\n" + FACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
