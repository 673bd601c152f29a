"""Each kind of message has its sentence in one place: a second one would silently replace the first."""

import importlib

from criteria.diagnostics import LAYERS


def test_a_kind_is_defined_once():
    kinds = [kind for layer in LAYERS for kind in importlib.import_module(f"criteria.wording.{layer}").SENTENCES]
    assert sorted({kind for kind in kinds if kinds.count(kind) > 1}) == []
