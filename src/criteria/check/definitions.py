"""What a definition stands for where it is used: its body with the argument in the parameter's place.

In: a definition, the words of its argument, the group in force. Out: a value or condition; several readings become ``Chosen`` or
``ChosenCondition``. Holds: bodies see no rows of the caller; each use with the same argument and group is read once; circles are
printed whole; what grows beyond ``MAX_WEIGHT`` expansions is refused.
"""

from __future__ import annotations

from criteria.check import infer, years
from criteria.check.context import Context, Meaning
from criteria.check.each import asking
from criteria.check.faults import both
from criteria.check.infer import Value
from criteria.check.scopes import DefinedName, Definition, Group, Scope, Table
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.nodes import NOWHERE
from criteria.model.plan import fold
from criteria.model.types import DateType, YesNoType
from criteria.source import Place
from criteria.syntax import tree

MAX_WEIGHT = 2_000
MAX_CHAIN = 40


def defined(
    ctx: Context, definition: Definition, argument: tuple[str, ...], group: Group | None, place: Place, depth: int = 0
) -> Meaning | None:
    """The meaning of a definition used at ``place``; of a test of rows, the row is ``depth`` rows out."""
    if definition.tree.about and definition.table is None:
        return None
    if not _fits(ctx, definition, argument, group, place):
        return None
    per_group = group if definition.tree.per else None
    inside = bool(definition.local)  # of the goal in hand, so it speaks of what the goal is asked of
    key = (
        id(definition),
        argument,
        per_group and (per_group.table.key, per_group.key),
        inside and ctx.cycle,
        depth,
        ctx.said_year,
        _left_out(ctx),
    )
    if definition in ctx.expanding:
        around = [*ctx.expanding[ctx.expanding.index(definition) :], definition]
        ctx.faults.error("cycle", definition.tree.place, found=" → ".join(d.name for d in around))
        return None
    if key not in ctx.meanings:
        ctx.meanings[key], ctx.weighed[key] = _read(ctx, definition, argument, per_group, place, depth)
    ctx.weights[-1] += ctx.weighed[key]
    return ctx.meanings[key]


def _left_out(ctx: Context) -> str | None:
    """The goal in hand, when it leaves rows out: what a definition means then differs."""
    return ctx.faults.goal if ctx.not_counted else None


def _fits(ctx: Context, definition: Definition, argument: tuple[str, ...], group: Group | None, place: Place) -> bool:
    """Whether it is used as it was declared: with an argument or without, in a group or without."""
    parameter, per = definition.tree.parameter, definition.tree.per
    if bool(argument) != bool(parameter):
        kind = "argument-missing" if parameter else "argument-unexpected"
        related = (definition.tree.place,)
        ctx.faults.error(
            kind, place, related=related, name=definition.name, parameter=parameter.text if parameter else ""
        )
        return False
    if per and (group is None or group.table.column(w.text for w in per.words) != group.key):
        ctx.faults.error(
            "group-expected", place, related=(definition.tree.place,), name=definition.name, column=per.text
        )
        return False
    return True


def _read(
    ctx: Context, definition: Definition, argument: tuple[str, ...], group: Group | None, place: Place, depth: int
) -> tuple[Meaning | None, int]:
    """The meaning, and how many expansions it holds."""
    if len(ctx.expanding) >= MAX_CHAIN:
        ctx.faults.error("nested-too-deep", place, limit=str(MAX_CHAIN))
        return None, 1
    ctx.expanding.append(definition)
    ctx.weights.append(1)
    parameter = definition.tree.parameter
    subject, cycle = (ctx.subject, ctx.cycle) if definition.local else (None, None)
    rows = (*(_NO_ROW,) * depth, definition.table) if definition.table else ()
    if depth == terms.SUBJECT:  # a test of the subject's own row
        rows, subject = (), ctx.subject
    scope = Scope(rows, group, definition.local, fold(parameter.text) if parameter else None, argument, subject)
    with asking(ctx, subject, cycle), ctx.in_year(ctx.said_year):
        meaning = _body(ctx, definition, scope)
    weight = ctx.weights.pop()
    ctx.expanding.pop()
    if weight > MAX_WEIGHT:
        ctx.faults.error("too-large", definition.tree.place, name=definition.name, limit=str(MAX_WEIGHT))
        return None, 1
    return meaning, weight


def _body(ctx: Context, definition: Definition, scope: Scope) -> Meaning | None:
    body = definition.tree
    if not body.readings:
        return read(ctx, body.value, scope) if body.value else None
    found = [(r, read(ctx, r.value, scope)) for r in body.readings]
    known = [(r, m) for r, m in found if m is not None]
    if len(known) < len(found):
        return None
    if any(not isinstance(m, Value) for _, m in known):
        known = [(r, _as_test(ctx, r, m, scope)) for r, m in known]
    if len(known) == 1:
        return known[0][1]
    return _chosen(ctx, definition, known)


def _as_test(ctx: Context, reading: tree.DefinitionReading, found: Meaning, scope: Scope) -> Meaning:
    """Beside conditions a date means that it has happened, and a yes/no that it is so."""
    body = reading.value
    if not isinstance(found, Value) or not isinstance(body, tree.Run):
        return found
    if not isinstance(found.type, DateType | YesNoType):
        return found
    return ctx.condition(tree.Test(body, place=body.place), scope) or found


def read(ctx: Context, body: tree.Expr | tree.Condition, scope: Scope) -> Meaning | None:
    """An expression is a value, unless it names a defined condition; anything else is a condition."""
    if isinstance(body, _CONDITIONS):
        timed = years.named_in_years(ctx, body, scope)
        return ctx.value(timed, scope) if timed else ctx.condition(body, scope)
    named = ctx.names.look_up(scope.spelled(body.words), scope) if isinstance(body, tree.Run) else None
    if isinstance(named, DefinedName) and isinstance(body, tree.Run):
        return defined(ctx, named.definition, (), scope.group, body.place, named.depth)
    return ctx.value(body, scope)


_CONDITIONS = (
    tree.Test, tree.Quantified, tree.EveryYear, tree.Not, tree.Unless, tree.ProvidedThat, tree.Group, tree.Quoted, tree.Alternatives
)  # fmt: skip
_NO_ROW = Table("", "", is_log=False, place=NOWHERE)  # a row that a test of another row does not see


def _chosen(
    ctx: Context, definition: Definition, found: list[tuple[tree.DefinitionReading, Meaning]]
) -> Meaning | None:
    """Several readings: all conditions, or all values that compare with each other."""
    place, name = definition.tree.place, definition.name
    if any(not isinstance(m, Value) for _, m in found):
        found = [(r, _as_condition(m, r.place, ctx.words(r.value))) for r, m in found]
    values = [(r.name.value, m) for r, m in found if isinstance(m, Value)]
    tests = [(r.name.value, m) for r, m in found if not isinstance(m, Value)]
    if values and tests:
        ctx.faults.error("readings-differ", place, name=name, words=both("left", "condition") | both("right", "value"))
        return None
    if tests:
        return terms.ChosenCondition(name, tuple(tests), place=place, text=name)
    kind = infer.joined_type(v.type for _, v in values)
    if kind is None:
        first, other = values[0][1].type, next(v.type for _, v in values if v.type != values[0][1].type)
        words = both("left", infer.word(first)) | both("right", infer.word(other))
        ctx.faults.error("readings-differ", place, name=name, words=words, related=tuple(r.place for r, _ in found))
        return None
    return Value(terms.Chosen(name, tuple((r, v.term) for r, v in values), place=place), kind)


def _as_condition(meaning: Meaning, place: Place, text: str) -> Meaning:
    """A date or a yes/no beside conditions is one: it has happened, it is so."""
    match meaning:
        case Value(term=term, type=DateType()) if not isinstance(term, terms.DateValue):
            return terms.Happened(term, place=place, text=text)
        case Value(term=term, type=YesNoType()):
            return terms.Holds(term, place=place, text=text)
    return meaning


def with_text(meaning: terms.Condition, text: str, place: Place) -> terms.Condition:
    """A defined condition where it is used: one step of its own in the reasons, and closed to *at least as good*."""
    if isinstance(meaning, terms.ChosenCondition):
        return evolve(meaning, text=text, place=place)
    return terms.AllOf((meaning,), place=place, text=text)
