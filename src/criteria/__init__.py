"""Written criteria, evaluated exactly: which levels of a plan's goals are still possible, and why.

In: a plan (``load``, ``parse``) and what is known (``facts``). Out: ``plan.evaluate(facts)``, a ``Report`` of level
sets with reasons. Names are imported when they are first used, so that ``import criteria`` costs next to nothing.
``criteria.facts`` is both the package that reads facts and the function that does it: however the package comes to be
imported, it can be called.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from criteria import dates
    from criteria.answers import Report
    from criteria.diagnostics import CriteriaError, Diagnostic
    from criteria.face import Plan, facts, load, parse

__version__ = "0.1.0"

__all__ = ["CriteriaError", "Diagnostic", "Plan", "Report", "__version__", "dates", "facts", "load", "parse"]

_HOME = {
    "CriteriaError": "criteria.diagnostics",
    "Diagnostic": "criteria.diagnostics",
    "Plan": "criteria.face",
    "Report": "criteria.answers",
    "load": "criteria.face",
    "parse": "criteria.face",
}
_ROOMS = ("dates", "facts")


class _Callable(ModuleType):
    """The package ``criteria.facts``, which reads facts when it is called."""

    def __call__(self, *given: object, **options: object) -> object:
        return import_module("criteria.face").facts(*given, **options)


class _Face(ModuleType):
    """This module; it makes ``facts`` callable at the moment the import system hangs it in."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "facts" and type(value) is ModuleType:
            value.__class__ = _Callable
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name in _ROOMS:
        return import_module(f"criteria.{name}")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})
