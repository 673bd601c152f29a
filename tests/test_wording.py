"""Each kind of message has its sentence in one place: a second one would silently replace the first."""

import importlib

from criteria.diagnostics import LAYERS
from criteria.report import texts
from criteria.wording import batch, differences, explain, needs, report, totals


def test_a_kind_is_defined_once():
    kinds = [kind for layer in LAYERS for kind in importlib.import_module(f"criteria.wording.{layer}").SENTENCES]
    assert sorted({kind for kind in kinds if kinds.count(kind) > 1}) == []


def test_a_label_is_defined_once():
    tables = [needs.NEEDS, *(each.LABELS for each in (batch, differences, explain, report, totals))]
    keys = [key for table in tables for key in table]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
    assert len(texts.LABELS) == len(keys)
