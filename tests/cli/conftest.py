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
