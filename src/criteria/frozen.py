"""Value classes: what ``attrs`` would give us, built without compiling code, because a command must start fast.

In: a class with annotated fields. Out: the same class with ``__init__``, ``==``, a hash, a repr and ``__match_args__``; a frozen one
refuses assignment, and a class may check itself in ``__post_init__``. Names and arguments are those of ``attrs`` (``frozen``,
``define``, ``field``, ``evolve``), so that a reader knows them. Not here: validators, converters, slots, inheritance of fields. Why
not attrs itself: docs/decisions/0007-value-classes.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, dataclass_transform, overload

from criteria.initialisers import initialiser

C = TypeVar("C", bound=type)
T = TypeVar("T")
_MISSING: Any = object()
SHORT = 3  # fields


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
    return changed(instance, changes)


def changed(instance: T, changes: Mapping[str, Any]) -> T:
    """The same, for whoever has the changes together already."""
    cls = type(instance)
    new = object.__new__(cls)
    values = new.__dict__
    values.update(instance.__dict__)
    if "__hash" in values:
        del values["__hash"]
    if "__kept" in values:
        del values["__kept"]
    total = len(values)
    values.update(changes)
    if len(values) != total:
        unknown = changes.keys() - set(names_of(cls))
        raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    return new


def kept_with(instance: object) -> dict[Any, Any]:
    """What follows from a value alone, worked out once and kept with it; equality, ``evolve`` and a repr do not see it."""
    kept: dict[Any, Any] = instance.__dict__.setdefault("__kept", {})
    return kept


def names_of(cls: type) -> tuple[str, ...]:
    """The fields of a value class, in order; none for any other class."""
    names: tuple[str, ...] = cls.__dict__.get("__value_fields__", ())
    return names


def compared_of(cls: type) -> tuple[str, ...]:
    """The fields that ``==`` and the hash look at."""
    names: tuple[str, ...] = cls.__dict__.get("__value_compared__", ())
    return names


def _built(cls: type, *, fixed: bool, eq: bool) -> type:
    own = cls.__dict__
    names: list[str] = []
    positional: list[str] = []
    compared: list[str] = []
    shown: list[str] = []
    defaults: dict[str, Any] = {}
    factories: dict[str, Callable[[], Any]] = {}
    for name, kind in own.get("__annotations__", {}).items():
        if "ClassVar" in str(kind):
            continue
        names.append(name)
        found = own.get(name, _MISSING)
        if type(found) is not Field:  # a plain annotation; its default stays readable
            positional.append(name)
            compared.append(name)
            shown.append(name)
            if found is not _MISSING:
                defaults[name] = found
            continue
        delattr(cls, name)
        positional += () if found.kw_only else (name,)
        compared += (name,) if found.eq else ()
        shown += (name,) if found.repr else ()
        if found.factory is not None:
            factories[name] = found.factory
        elif found.default is not _MISSING:
            defaults[name] = found.default
    cls.__value_fields__ = tuple(names)  # type: ignore[attr-defined]
    cls.__value_compared__ = tuple(compared)  # type: ignore[attr-defined]
    for name, value in _methods(own, tuple(names), tuple(positional), defaults, factories, compared, shown, fixed, eq):
        if name not in own or name == "__hash__":
            setattr(cls, name, value)
    return cls


def _methods(
    own: Mapping[str, Any],
    names: tuple[str, ...],
    positional: tuple[str, ...],
    defaults: dict[str, Any],
    factories: dict[str, Callable[[], Any]],
    compared: Sequence[str],
    shown: Sequence[str],
    fixed: bool,
    eq: bool,
) -> Iterator[tuple[str, Any]]:
    """What the class is given, where it has none of its own."""
    start = None if factories else initialiser(positional, [n for n in names if n not in positional], defaults)
    start = start or _initialiser(names, positional, defaults, factories)
    after = own.get("__post_init__")
    yield "__init__", _checked(start, after) if after else start
    yield "__match_args__", positional
    yield "__repr__", _shower(tuple(shown))
    yield "__getstate__", _bare
    if eq:
        yield "__eq__", _comparer(tuple(compared))
        yield "__hash__", _hasher(tuple(compared)) if fixed else None
    if fixed:
        yield "__setattr__", _refuse
        yield "__delattr__", _refuse


def _initialiser(
    names: tuple[str, ...],
    positional: tuple[str, ...],
    plain: dict[str, Any],
    factories: dict[str, Callable[[], Any]],
) -> Callable[..., None]:
    total, most = len(names), len(positional)
    by_name: dict[int, frozenset[str]] = {}  # so many given by place → what may still be given by name

    def start(self: Any, *args: Any, **kwargs: Any) -> None:
        values = self.__dict__
        if plain:
            values.update(plain)
        values.update(zip(positional, args))  # noqa: B905 - too many are told of below, and this runs very often
        if kwargs:
            values.update(kwargs)
            allowed = by_name.get(len(args))
            if allowed is None:
                allowed = by_name[len(args)] = frozenset(names).difference(positional[: len(args)])
            for name in kwargs:
                if name not in allowed:
                    raise TypeError(_wrong(self, positional, kwargs.keys() - set(names)))
        if len(args) > most:
            raise TypeError(_wrong(self, positional, set()))
        if len(values) < total:
            for name, factory in factories.items():
                if name not in values:
                    values[name] = factory()
            if len(values) < total:
                raise TypeError(
                    f"{type(self).__name__}: missing or unknown: {', '.join(sorted(set(names) - values.keys()))}"
                )

    return _short(names, start) if len(names) == most and most <= SHORT else start


def _short(names: tuple[str, ...], start: Callable[..., None]) -> Callable[..., None]:
    """The same for a class of few fields: most of its instances are made with all of them, by place."""
    first, second, third = (*names, *[""] * (SHORT - len(names)))

    def one(self: Any, a: Any = _MISSING, /, **kwargs: Any) -> None:
        if kwargs or a is _MISSING:
            start(self, *_given(a), **kwargs)
        else:
            self.__dict__[first] = a

    def two(self: Any, a: Any = _MISSING, b: Any = _MISSING, /, **kwargs: Any) -> None:
        if kwargs or b is _MISSING:
            start(self, *_given(a, b), **kwargs)
        else:
            values = self.__dict__
            values[first], values[second] = a, b

    def three(self: Any, a: Any = _MISSING, b: Any = _MISSING, c: Any = _MISSING, /, **kwargs: Any) -> None:
        if kwargs or c is _MISSING:
            start(self, *_given(a, b, c), **kwargs)
        else:
            values = self.__dict__
            values[first], values[second], values[third] = a, b, c

    return (start, one, two, three)[len(names)]


def _given(*values: Any) -> list[Any]:
    """Those that are there."""
    return [value for value in values if value is not _MISSING]


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


def _bare(self: Any) -> dict[str, Any]:
    """What goes to another process: the fields. A hash is another one there, and what is kept beside is worked out anew."""
    return {name: value for name, value in self.__dict__.items() if not name.startswith("__")}


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")
