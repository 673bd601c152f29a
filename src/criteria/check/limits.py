"""How far a deadline lies from its day: a duration of the plan, or a limit that each row or the facts bring.

In: the words before ``after`` and ``before``. Out: a ``Duration``, or the term of a limit with its unit. Holds: ``its limit`` is the
limit of the row in force; ``the first 2 months of employed`` are the 2 months after it.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import word
from criteria.check.scopes import Scope, cut
from criteria.dates.durations import Duration, parse_duration
from criteria.frozen import frozen
from criteria.model.terms import Offset, OffsetBy, Term
from criteria.model.types import TIMES, DurationType, NumberType, Unit
from criteria.nearest import nearest
from criteria.source import Place
from criteria.syntax import tree

ITS = frozenset({"its", "their", "sin", "sit", "sine", "dens", "dets", "deres"})
_FIRST = (("the", "first"), ("first",), ("de", "første"), ("den", "første"), ("det", "første"), ("første",))
_CLOCK = {Unit.SECONDS, Unit.MINUTES, Unit.HOURS}


@frozen(eq=False)
class Limit:
    """A limit of the facts: a duration, or a number of ``unit``."""

    term: Term
    unit: Unit | None


def limit(ctx: Context, run: tree.Run, scope: Scope) -> Duration | Limit | None:
    """``4 uger``, ``10 working days``, ``its limit``; anything else is a finding."""
    first = after_first(run)
    found = length_of(first) if first else parse_duration(run.text)
    if found is not None:
        return found
    if not is_limit(ctx, run, scope):
        near = nearest(_own(run).text, ctx.names.in_scope(scope))
        ctx.faults.error("duration-expected", run.place, suggestion=near, found=run.text)
        return None
    value = ctx.value(run if _is_its(run) else _own(run), scope)
    if value is None:
        return None
    match value.type:
        case DurationType():
            return Limit(value.term, None)
        case NumberType(unit=unit) if unit not in _CLOCK and any(unit in group for group in TIMES):
            return Limit(value.term, unit)
    ctx.faults.error("type-mismatch", run.place, words=both("found", word(value.type)) | both("expected", "duration"))
    return None


def length_of(run: tree.Run) -> Duration | None:
    """``4 weeks``; of ``the first month`` the word alone is one."""
    return parse_duration(run.text) or (parse_duration(f"1 {run.text}") if len(run.words) < 3 else None)


def is_limit(ctx: Context, run: tree.Run, scope: Scope) -> bool:
    """Whether the words are a name, with or without ``its`` before it."""
    return _is_its(run) or (bool(run.words) and ctx.names.look_up(scope.spelled(_own(run).words), scope) is not None)


def _is_its(run: tree.Run) -> bool:
    return bool(run.words) and run.words[0].kind is tree.WordKind.ITS


def _own(run: tree.Run) -> tree.Run:
    """The words without ``its``."""
    return cut(run, 1)[1] if len(run.words) > 1 and run.words[0].text.casefold() in ITS else run


def counted(base: Term, length: Duration | Limit, forward: bool, place: Place) -> Term:
    """The day that lies so far from the base."""
    if isinstance(length, Duration):
        return Offset(base, length, forward, place=place)
    return OffsetBy(base, length.term, forward, length.unit, place=place)


_END = frozenset({"end", "udgang", "udløb", "afslutning"})
_THE_END = frozenset({"udgangen", "udløbet", "afslutningen", "the end"})


def is_its_end(run: tree.Run) -> bool:
    """``its end``, ``udgangen``."""
    texts = [w.text.casefold() for w in run.words]
    return " ".join(texts) in _THE_END or (len(texts) == 2 and texts[0] in ITS and texts[1] in _END)


def ends_of_its_own(operand: tree.Expr) -> Duration | None:
    """``5 bank days after its end``: counted from the end of what the sentence speaks of."""
    if isinstance(operand, tree.Offset) and operand.direction == "after" and isinstance(operand.base, tree.Run):
        if is_its_end(operand.base):
            return parse_duration(operand.amount.text)
    return None


def first_part(operand: tree.Expr) -> tree.Expr:
    """``the first 2 months of employed`` as the 2 months after it."""
    if isinstance(operand, tree.OfChain) and (amount := after_first(operand.head)) and length_of(amount):
        return tree.Offset(
            operand.head, "after", operand.of, f"{operand.head.text} of {operand.of.text}", place=operand.place
        )
    return operand


def after_first(run: tree.Run) -> tree.Run | None:
    """What follows ``the first``, when the run begins so."""
    texts = [w.text.casefold() for w in run.words]
    length = next((len(words) for words in _FIRST if texts[: len(words)] == list(words)), 0)
    return cut(run, length)[1] if 0 < length < len(texts) else None
