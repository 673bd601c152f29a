"""Plans with their tree, and wrong plans with the whole text of their messages in both languages.

`good/NAME.criteria` has its tree in `NAME.tree`, `bad/NAME.criteria` its messages in `NAME.expected`; UPDATE_GOLDEN=1 writes
them anew.
"""

import os
from pathlib import Path

import pytest

from criteria.diagnostics import render
from criteria.source import from_text
from criteria.syntax.format import format_source
from criteria.syntax.parse import parse
from syntax.sentences import dump

FOLDER = Path(__file__).parents[1] / "golden" / "syntax"


def names(kind):
    return sorted(path.name for path in (FOLDER / kind).glob("*.criteria"))


def compare(text, path):
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", names("good"))
def test_good(name):
    path = FOLDER / "good" / name
    source = from_text(name, path.read_text(encoding="utf-8"))
    tree, faults = parse(source)
    assert [render(fault, {name: source}) for fault in faults] == []
    compare("\n".join(dump(tree)) + "\n", path.with_suffix(".tree"))
    assert format_source(source) == source.text


@pytest.mark.parametrize("name", names("bad"))
def test_bad(name):
    path = FOLDER / "bad" / name
    source = from_text(name, path.read_text(encoding="utf-8"))
    _, faults = parse(source)
    assert faults
    said = [render(fault, {name: source}, lang) for lang in ("en", "da") for fault in faults]
    compare("\n".join(said) + "\n", path.with_suffix(".expected"))
