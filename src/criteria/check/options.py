"""``is "x"``, ``is one of "x", "y"``, ``is not "x"``, ``is 3``, ``is yes``: equality, by the subject's type.

In: a subject and an ``is`` tail. Out: ``Matches`` for texts and choices, ``Holds`` for yes/no, ``Compare`` for a number, a day test for a
date; ``Not`` around it where the sentence says so. Holds: a choice is one of those declared.
"""

from __future__ import annotations

from criteria.check import quantities
from criteria.check.context import Context
from criteria.check.scopes import ColumnName, FactName, Scope, cut, name_of
from criteria.check.subject import Subject
from criteria.check.suggestions import unknown
from criteria.dates.relations import Relation
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.plan import fold
from criteria.model.types import ChoiceType, NumberType, TextType, Type, YesNoType
from criteria.syntax import tree

_ANSWERS = {"yes": True, "no": False, "ja": True, "nej": False}


def is_one_of(about: Subject, tail: tree.IsTail) -> terms.Condition | None:
    """The subject is one of the options."""
    found = _positive(about, tail)
    if found is None or not tail.negated:
        return found
    match found:
        case terms.Compare(relation=terms.Comparison.EQUAL, left=left, right=right, unit=unit):
            other = terms.Comparison.NOT_EQUAL
            return terms.Compare(other, left, right, unit, place=about.place, text=about.text)
        case _:
            return terms.Not(found, place=about.place, text=about.text)


def spelled_out(ctx: Context, item: tree.Test, scope: Scope) -> tree.Test:
    """``done is yes`` and ``status is open`` come as bare words, "status open": the last of them are the answer or choice."""
    run = item.subject
    if item.tails or not isinstance(run, tree.Run) or ctx.names.look_up(scope.spelled(run.words), scope):
        return item
    for length in range(len(run.words) - 1, 0, -1):
        subject, option = cut(run, length)
        kind = _type(ctx, scope.spelled(subject.words), scope)
        said = fold(name_of(option.words))
        if (isinstance(kind, ChoiceType) and said in map(fold, kind.options)) or (
            isinstance(kind, YesNoType) and said in _ANSWERS
        ):
            return evolve(item, subject=subject, tails=(tree.IsTail((option,), place=option.place),))
    return item


def _type(ctx: Context, words: tuple[str, ...], scope: Scope) -> Type | None:
    """The type of the fact or column that the words name."""
    match ctx.names.look_up(words, scope):
        case FactName(declaration=fact):
            return fact.type
        case ColumnName(table=table, key=key) if key in table.columns:
            return table.columns[key].type
        case _:
            return None


def _positive(about: Subject, tail: tree.IsTail) -> terms.Condition | None:
    match about.value.type:
        case ChoiceType() | TextType():
            return _matches(about, tail)
        case YesNoType():
            return _answer(about, tail)
    return _equal(about, tail.options[0])  # several options are texts, and no number or date is one


def _equal(about: Subject, option: tree.Expr) -> terms.Condition | None:
    """A number or date equal to the option."""
    if isinstance(about.value.type, NumberType):
        return quantities.compared(about, tree.CompareTail("equal", option, place=option.place))
    day = about.ctx.moment(option, about.scope)
    if day is None:
        return None
    return terms.DateTest(Relation.IN, about.value.term, day.term, place=about.place, text=about.text)


def _matches(about: Subject, tail: tree.IsTail) -> terms.Condition | None:
    options = [option(about, each) for each in tail.options]
    known = tuple(o for o in options if o is not None)
    if len(known) < len(options):
        return None
    return terms.Matches(about.value.term, known, place=about.place, text=about.text)


def option(about: Subject, option: tree.Expr) -> terms.Term | None:
    """A text in quotes, a choice written bare, or the name of another text."""
    kind = about.value.type
    declared = {fold(o): o for o in kind.options} if isinstance(kind, ChoiceType) else {}
    if isinstance(option, tree.Text) and not declared:
        return terms.TextValue(option.value, place=option.place)
    if isinstance(option, tree.Text):
        return _declared(about, option.value, option, declared)
    if isinstance(option, tree.Run) and fold(option.text) in declared:
        return _declared(about, option.text, option, declared)
    found = about.ctx.value(option, about.scope)
    if found and not isinstance(found.type, TextType | ChoiceType):
        about.mismatch("text", option.place, found)
        return None
    return found.term if found else None


def _declared(about: Subject, text: str, option: tree.Expr, declared: dict[str, str]) -> terms.Term | None:
    if fold(text) not in declared:
        unknown(about.ctx, text, option.place, declared.values(), "choice-of")
        return None
    return terms.TextValue(declared[fold(text)], place=option.place)


def _answer(about: Subject, tail: tree.IsTail) -> terms.Condition | None:
    (option, *_) = tail.options
    words = option.value if isinstance(option, tree.Text) else about.ctx.words(option)
    said = _ANSWERS.get(fold(words))
    if said is None:
        about.ctx.faults.error("answer-expected", option.place, found=words)
        return None
    holds = terms.Holds(about.value.term, place=about.place, text=about.text)
    return holds if said else terms.Not(holds, place=about.place, text=about.text)
