"""Value classes: what ``attrs`` would give us, built without compiling code, because a command must start fast.

In: a class with annotated fields. Out: the same class with ``__init__``, ``==``, a hash, a repr and ``__match_args__``; a frozen one
refuses assignment, and a class may check itself in ``__post_init__``. Names and arguments are those of ``attrs`` (``frozen``,
``define``, ``field``, ``evolve``), so that a reader knows them. Not here: validators, converters, slots, inheritance of fields. Why
not attrs itself: docs/decisions/0007-value-classes.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C", bound=type)
T = TypeVar("T")
_MISSING: Any = object()


class Field:
    """How one field differs from a plain annotation."""

    __slots__ = ("default", "eq", "factory", "kw_only", "repr")

    def __init__(self, default: Any, factory: Callable[[], Any] | None, *, eq: bool, repr: bool, kw_only: bool) -> None:  # noqa: A002
        self.default, self.factory, self.eq, self.repr, self.kw_only = default, factory, eq, repr, kw_only


def field(
    *,
    default: Any = _MISSING,
    factory: Callable[[], Any] | None = None,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - the name that attrs gives it
    kw_only: bool = False,
) -> Any:
    """A field with a default, made anew by ``factory``, left out of ``==`` and hash (``eq``) or repr, or given by name only."""
    return Field(default, factory, eq=eq, repr=repr, kw_only=kw_only)


@overload
def frozen(cls: C) -> C: ...
@overload
def frozen(*, eq: bool = True) -> Callable[[C], C]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, *, eq: bool = True) -> Any:
    """A class whose instances never change; ``eq=False`` compares by identity."""
    return (lambda later: _built(later, fixed=True, eq=eq)) if cls is None else _built(cls, fixed=True, eq=eq)


@overload
def define(cls: C) -> C: ...
@overload
def define(*, eq: bool = True) -> Callable[[C], C]: ...
@dataclass_transform(field_specifiers=(field,))
def define(cls: Any = None, *, eq: bool = True) -> Any:
    """A class whose instances may change, and so have no hash."""
    return (lambda later: _built(later, fixed=False, eq=eq)) if cls is None else _built(cls, fixed=False, eq=eq)


def evolve(instance: T, **changes: Any) -> T:
    """The same with some fields changed."""
    cls = type(instance)
    values = {name: instance.__dict__[name] for name in names_of(cls)}
    unknown = changes.keys() - values.keys()
    if unknown:
        raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    new = object.__new__(cls)
    new.__dict__.update(values)
    new.__dict__.update(changes)
    return new


def names_of(cls: type) -> tuple[str, ...]:
    """The fields of a value class, in order; none for any other class."""
    names: tuple[str, ...] = cls.__dict__.get("__value_fields__", ())
    return names


def compared_of(cls: type) -> tuple[str, ...]:
    """The fields that ``==`` and the hash look at."""
    names: tuple[str, ...] = cls.__dict__.get("__value_compared__", ())
    return names


def _built(cls: type, *, fixed: bool, eq: bool) -> type:
    fields = {
        name: _field(cls, name)
        for name, kind in cls.__dict__.get("__annotations__", {}).items()  # noqa: RUF063 - inspect is slow to import
        if "ClassVar" not in str(kind)
    }
    names = tuple(fields)
    positional = tuple(name for name, one in fields.items() if not one.kw_only)
    defaults = tuple(
        (name, one.default, one.factory) for name, one in fields.items() if one.factory or one.default is not _MISSING
    )
    compared = tuple(name for name, one in fields.items() if one.eq)
    given: dict[str, Any] = {
        "__value_fields__": names,
        "__value_compared__": compared,
        "__match_args__": positional,
        "__init__": _initialiser(frozenset(names), positional, defaults),
        "__repr__": _shower(tuple(name for name, one in fields.items() if one.repr)),
    }
    if after := cls.__dict__.get("__post_init__"):
        given["__init__"] = _checked(given["__init__"], after)
    if eq:
        given |= {"__eq__": _comparer(compared), "__hash__": _hasher(compared) if fixed else None}
    if fixed:
        given |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for name, value in given.items():
        if name not in cls.__dict__ or name == "__hash__":
            setattr(cls, name, value)
    return cls


def _field(cls: type, name: str) -> Field:
    """The field as declared; a ``Field`` standing as the class attribute is taken away, a plain default stays readable."""
    found = cls.__dict__.get(name, _MISSING)
    if isinstance(found, Field):
        delattr(cls, name)
        return found
    return Field(found, None, eq=True, repr=True, kw_only=False)


def _initialiser(
    names: frozenset[str], positional: tuple[str, ...], defaults: tuple[tuple[str, Any, Callable[[], Any] | None], ...]
) -> Callable[..., None]:
    total, most = len(names), len(positional)
    plain = {name: default for name, default, factory in defaults if factory is None}
    made = tuple((name, factory) for name, _, factory in defaults if factory is not None)
    by_name = tuple(
        names.difference(positional[:given]) for given in range(most + 1)
    )  # what may still be given by name

    def start(self: Any, *args: Any, **kwargs: Any) -> None:
        values = self.__dict__
        if plain:
            values.update(plain)
        values.update(zip(positional, args))  # noqa: B905 - too many are told of below, and this runs very often
        if kwargs:
            values.update(kwargs)
            if len(args) <= most:
                allowed = by_name[len(args)]
                for name in kwargs:
                    if name not in allowed:
                        raise TypeError(_wrong(self, positional, kwargs.keys() - names))
        if len(args) > most:
            raise TypeError(_wrong(self, positional, set()))
        if len(values) < total:
            for name, factory in made:
                if name not in values:
                    values[name] = factory()
            if len(values) < total:
                raise TypeError(
                    f"{type(self).__name__}: missing or unknown: {', '.join(sorted(names - values.keys()))}"
                )

    return start


def _wrong(self: Any, positional: tuple[str, ...], unknown: set[str]) -> str:
    """What is wrong with the arguments of an instance."""
    if unknown:
        return f"{type(self).__name__}: missing or unknown: {', '.join(sorted(unknown))}"
    return f"{type(self).__name__} takes {', '.join(positional)}, each once"


def _checked(start: Callable[..., None], after: Callable[[Any], None]) -> Callable[..., None]:
    def start_and_check(self: Any, *args: Any, **kwargs: Any) -> None:
        start(self, *args, **kwargs)
        after(self)

    return start_and_check


def _comparer(names: tuple[str, ...]) -> Callable[[Any, object], Any]:
    def alike(self: Any, other: object) -> Any:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = self.__dict__, other.__dict__
        for name in names:  # noqa: SIM110 - a generator would take twice the time
            if mine[name] is not theirs[name] and mine[name] != theirs[name]:
                return False
        return True

    return alike


def _hasher(names: tuple[str, ...]) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        values = self.__dict__
        known: int | None = values.get("__hash")
        if known is None:
            known = hash((type(self), *[values[name] for name in names]))
            values["__hash"] = known
        return known

    return hashed


def _shower(names: tuple[str, ...]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={self.__dict__[name]!r}' for name in names)})"

    return shown


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")
