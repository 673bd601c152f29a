"""Words that name nothing, and what their author likely meant: a quantifier left out, a keyword misspelt.

In: a run that no name fits, and its scope. Out: one finding with what to write, or nothing when no such slip fits.
Holds: asked only once a fault has occurred; a slip is told only where the words around it name something.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from criteria import tables
from criteria.check import literals
from criteria.check.context import Context
from criteria.check.scopes import DefinedName, FactName, RowNames, Scope, cut, name_of, split
from criteria.model.plan import fold
from criteria.nearest import nearest
from criteria.syntax import tree
from criteria.syntax.slips import keywords
from criteria.syntax.words import Surface, spelling

_QUANTIFIERS = ("ALL", "SOME")
_CONCEPTS = tuple(
    "BY BEFORE INDEN AFTER FROM IN WITHIN BETWEEN AT_LEAST AT_LEAST_AS AT_MOST AT_MOST_AS ABOVE BELOW EQUAL_TO "
    "NOT_EQUAL_TO EXACTLY IS WAS HAS HAS_BEEN AND OR NOT UNLESS PROVIDED_THAT PER IN_EVERY WHERE WITH_SAME".split()
)
_JOINERS = ("AND", "OR", "UNLESS", "PROVIDED_THAT")
_LONGEST = 3
_SHORTEST = 3


def told(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """Whether the run is a slip that has a finding of its own."""
    return (
        _test_alone(ctx, run, scope)
        or _joined_otherwise(ctx, run)
        or _rows_alone(ctx, run, scope)
        or _amount_alone(ctx, run, scope)
        or _misspelt(ctx, run, scope)
    )


def amount_as_rows(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """``all counted trips are …`` where the name is that of an amount or a condition."""
    for length in range(len(run.words), 0, -1):
        name = cut(run, length)[0]
        named = ctx.names.look_up(scope.spelled(name.words), scope)
        if named:
            place = named.declaration.place if isinstance(named, FactName) else None
            place = named.definition.tree.place if isinstance(named, DefinedName) else place
            related = (place,) if place else ()
            ctx.faults.error("no-rows", name.place, related=related, found=name_of(name.words))
            return True
    return False


_ELSEWHERE = {
    **dict.fromkeys(("if", "hvis", "såfremt"), ("PROVIDED_THAT",)),
    **dict.fromkeys(("neither", "hverken"), ("NONE_OF",)),
    **dict.fromkeys(("both", "både"), ("AND",)),
    **dict.fromkeys(("except", "undtagen", "bortset"), ("UNLESS",)),
    **dict.fromkeys(("xor",), ("EITHER", "OR", "NOT_BOTH")),
}


def _joined_otherwise(ctx: Context, run: tree.Run) -> bool:
    """``both approved and sent``, ``hverken godkendt eller sendt``: words that join nothing here."""
    for word in run.words:
        concepts = _ELSEWHERE.get(fold(word.text)) if word.kind is tree.WordKind.NAME else None
        if concepts:
            said = " … ".join(_said(ctx, concept) for concept in concepts)
            ctx.faults.error("joined-otherwise", word.place, found=word.text, expected=said.replace(" … ,", " …,"))
            return True
    return False


def _test_alone(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """``timely``, which is a test of rows, outside of any row."""
    ending = f"|{fold(name_of(run.words))}"
    tests = (*scope.local.items(), *ctx.names.definitions.items())
    test = next((made for key, made in tests if key.endswith(ending)), None)
    if test is None or test.table is None:
        return False
    said = f"{_said(ctx, 'ALL')} {test.table.name} {_said(ctx, 'IS', plural=True)} {run.text}"
    related = (test.tree.place,)
    ctx.faults.error(
        "row-test-alone", run.place, related=related, suggestion=said, found=run.text, record=test.table.name
    )
    return True


def share_alone(ctx: Context, expr: tree.OfChain, scope: Scope) -> bool:
    """``60% of tours held in 2020``, which does not say how it compares."""
    amount = literals.amount(tuple(word.text for word in expr.head.words), ctx.language)
    if not isinstance(amount, literals.Amount) or split(expr.of, RowNames(ctx.names, scope.local)) is None:
        return False
    _compare(ctx, expr.head)
    return True


def _compare(ctx: Context, amount: tree.Run) -> None:
    found = ctx.words_at(amount.place)
    more, less, same = (f"{_said(ctx, each)} {found}" for each in ("AT_LEAST", "AT_MOST", "EXACTLY"))
    ctx.faults.error("comparison-missing", amount.place, suggestion=more, found=found, more=more, less=less, same=same)


def _amount_alone(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """``3 tours held in 2020``."""
    number, rest = cut(run, 1)
    counted = rest.words and number.words[0].kind is tree.WordKind.NUMBER
    if not counted or split(rest, RowNames(ctx.names, scope.local)) is None:
        return False
    _compare(ctx, number)
    return True


def _rows_alone(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """``tours held in 2020``, which does not say how many of them; ``tours`` alone where an amount belongs."""
    parted = split(run, RowNames(ctx.names, scope.local))
    if parted is None:
        return False
    name, rest = name_of(run.words), parted[1]
    if not rest.words:
        counted = f"{_said(ctx, 'COUNT_OF')} {name}"
        ctx.faults.error("rows-as-value", run.place, suggestion=counted, found=name, suggested=counted)
        return True
    every, some = (f"{_said(ctx, each)} {name}" for each in _QUANTIFIERS)
    several = f"{_said(ctx, 'AT_LEAST')} 3 {name}"
    ctx.faults.error(
        "quantifier-missing", run.place, suggestion=every, found=name, every=every, some=some, several=several
    )
    return True


def _misspelt(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """``report sent befor 1 October``: a word near a keyword after a name, or before one."""
    run = scope.filled(run)
    for start, end in _windows(run.words):
        before, rest = cut(run, start)
        middle, after = cut(rest, end - start)
        if _is_name(ctx, before if before.words else after, scope) and keyword(ctx, middle):
            return True
    return False


def keyword(ctx: Context, run: tree.Run) -> bool:
    """Whether the words are a misspelt keyword; the finding has then been made."""
    found = nearest(run.text, _keywords(ctx.language)) if len(run.text) >= _SHORTEST else None
    if found:
        ctx.faults.error("misspelt-keyword", run.place, suggestion=found, found=f"`{run.text}`")
    return found is not None


def _windows(words: tuple[tree.Word, ...]) -> Iterator[tuple[int, int]]:
    """Neighbouring words that are no numbers, the longest first, from the left; not all of them."""
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            if all(word.kind is tree.WordKind.NAME for word in words[start : start + length]):
                yield start, start + length


def _is_name(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    return ctx.names.look_up(tuple(word.text for word in run.words), scope) is not None


@cache
def _keywords(language: str, concepts: tuple[str, ...] = _CONCEPTS) -> list[str]:
    return keywords("da" if language == "da" else "en", concepts)


def joiner(text: str, language: str) -> str | None:
    """``and``, ``or``, ``unless`` misspelt after a date."""
    return nearest(text, _keywords(language, _JOINERS)) if len(text) >= _SHORTEST else None


def _said(ctx: Context, concept: str, *, plural: bool = False) -> str:
    surface: Surface = "da" if ctx.language == "da" else "en"
    return tables.words()[concept][surface][1] if plural and surface == "en" else spelling(concept, surface)
