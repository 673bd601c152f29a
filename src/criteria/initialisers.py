"""How a value class takes its fields: written once for each number of them, then named after the fields of the class.

In: the names of the fields, and their defaults. Out: an ``__init__`` that puts each argument into the instance, with the names and defaults
that Python itself checks. Holds: nothing is compiled while a program runs, for the templates below are compiled with their file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any


def _of_1(self: Any, a: Any) -> None:
    values = self.__dict__
    values["0"] = a


def _of_2(self: Any, a: Any, b: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b


def _of_3(self: Any, a: Any, b: Any, c: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c


def _of_4(self: Any, a: Any, b: Any, c: Any, d: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c
    values["3"] = d


def _of_5(self: Any, a: Any, b: Any, c: Any, d: Any, e: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c
    values["3"] = d
    values["4"] = e


def _of_6(self: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c
    values["3"] = d
    values["4"] = e
    values["5"] = f


def _of_7(self: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any, g: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c
    values["3"] = d
    values["4"] = e
    values["5"] = f
    values["6"] = g


def _of_8(self: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any, g: Any, h: Any) -> None:
    values = self.__dict__
    values["0"] = a
    values["1"] = b
    values["2"] = c
    values["3"] = d
    values["4"] = e
    values["5"] = f
    values["6"] = g
    values["7"] = h


_TEMPLATES: tuple[Any, ...] = (_of_1, _of_2, _of_3, _of_4, _of_5, _of_6, _of_7, _of_8)


def initialiser(
    positional: Sequence[str], by_name: Sequence[str], defaults: Mapping[str, Any]
) -> Callable[..., None] | None:
    """None where there is no template, or a field without a default stands behind one that has one."""
    names = (*positional, *by_name)
    optional = [name in defaults for name in positional]
    if not 1 <= len(names) <= len(_TEMPLATES) or optional != sorted(optional):
        return None
    code = _TEMPLATES[len(names) - 1].__code__
    keys = {str(place): name for place, name in enumerate(names)}
    named = code.replace(
        co_argcount=1 + len(positional),
        co_kwonlyargcount=len(by_name),
        co_varnames=("self", *names, "values"),
        co_consts=tuple(keys.get(each, each) for each in code.co_consts),
        co_name="__init__",
        co_qualname="__init__",
    )
    made = FunctionType(named, {}, "__init__", tuple(defaults[name] for name in positional if name in defaults))
    made.__kwdefaults__ = {name: defaults[name] for name in by_name if name in defaults}
    return made
