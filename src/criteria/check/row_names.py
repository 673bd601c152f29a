"""Names for a test of rows and for some of the rows: ``a trip is timely when …``, ``counted trips are trips where …``.

In: such definitions of the tree. Out: ``Definition``s with their record among the names in force; the filters that a subset's name
stands for. Holds: a record is spoken of by its name or by one row of it, "a trip" of the record "trips"; a test belongs to one
record and clashes with its columns alone, a subset with every other name; what a name counts follows from its declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.check.context import Context
from criteria.check.scopes import Definition, RowNames, Table, name_of, test_key
from criteria.check.suggestions import unknown
from criteria.model import terms
from criteria.model.plan import fold
from criteria.source import Place
from criteria.syntax import tree

_VOWELS = frozenset("aeiouyæøå")


# ---- the record ---------------------------------------------------------------------------------------------------------


def of_one_row(ctx: Context, run: tree.Run) -> Table | None:
    """The record that one of its rows is spoken of by."""
    said = fold(name_of(run.words))
    tables = ctx.names.tables
    called = next((table for table in tables.values() if said in table.called), None)
    found = tables.get(said) or called or next((tables[each] for each in _plurals(said) if each in tables), None)
    if found is None:
        unknown(ctx, name_of(run.words), run.place, (table.name for table in tables.values()), "record")
    return found


def _plurals(name: str) -> Iterator[str]:
    """How English and Danish may write several of what one of is called so."""
    yield from (name + ending for ending in ("s", "es", "e", "er", "r"))
    yield name.removesuffix("y") + "ies"
    if name[-1:] not in _VOWELS:
        yield from (name + name[-1:] + ending for ending in ("e", "er"))
    if name[-2:] in ("er", "el", "en"):
        yield from (name[:-2] + name[-1] + ending for ending in ("e", "er"))  # center, centre; cykel, cykler
    yield name.removesuffix("um") + "er"


def resolved(ctx: Context, definition: Definition, local: dict[str, Definition]) -> None:
    """A subset's record, through the subsets that it is made of."""
    names, chain = RowNames(ctx.names, local), [definition]
    while True:
        about = chain[-1].tree.about
        assert about is not None
        said = fold(name_of(about.words))
        table, base = names.table(said), names.subset(said)
        if base is None:
            if table is None:
                _no_record(ctx, about, names)
            definition.table = table
            return
        if base in chain:
            around = [*chain[chain.index(base) :], base]
            ctx.faults.error("cycle", base.tree.place, found=" → ".join(each.name for each in around))
            return
        chain.append(base)


def _no_record(ctx: Context, about: tree.Run, names: RowNames) -> None:
    unknown(ctx, name_of(about.words), about.place, names.spelled(), "record")


# ---- a test of one row --------------------------------------------------------------------------------------------------


def declare_test(ctx: Context, each: tree.Definition, into: dict[str, Definition], made: Definition) -> bool:
    """A test's name among those of its record."""
    made.table = of_one_row(ctx, each.about) if each.about else None
    if made.table is None:
        return False
    other = _taken(ctx, made.table, fold(made.name), into)
    if other:
        ctx.faults.error("duplicate-definition", each.place, related=(other,), name=made.name)
        return False
    for spelling in (fold(made.name), *_inflected(fold(made.name))):
        if not _taken(ctx, made.table, spelling, into):
            into[test_key(made.table, spelling)] = made
    return True


def _taken(ctx: Context, table: Table, spelling: str, into: dict[str, Definition]) -> Place | None:
    """Where a column or another test of the record has this name."""
    if spelling in table.spelled:
        return table.places[table.spelled[spelling]]
    key = test_key(table, spelling)
    other = into.get(key) or ctx.names.definitions.get(key)
    return other.tree.place if other else None


def _inflected(name: str) -> Iterator[str]:
    """``en tur er rettidig`` and ``alle ture er rettidige``: a plan in the other surface keeps its names."""
    if " " in name:
        return
    yield name + "e"
    if name.endswith("t"):
        yield name[:-1] + "e"
    if name.endswith("et"):
        yield name[:-2] + "ede"
    if name[-2:] in ("el", "en", "er"):
        yield name[:-2] + name[-1] + "e"
    if name[-1:] not in _VOWELS:
        yield name + name[-1:] + "e"


# ---- some of the rows ---------------------------------------------------------------------------------------------------


def filters(ctx: Context, subset: Definition, place: Place) -> list[terms.Condition | None]:
    """What the rows of a subset pass, those of the subset that it is taken from included."""
    found: list[terms.Condition | None] = []
    seen: list[Definition] = []
    each: Definition | None = subset
    while each is not None and each not in seen:
        seen.append(each)
        meaning = ctx.readers.defined(ctx, each, (), None, place)
        found.append(meaning if isinstance(meaning, terms.Condition) else None)
        names = RowNames(ctx.names, each.local)
        each = names.subset(fold(name_of(each.tree.about.words))) if each.tree.about else None
    return list(reversed(found))
