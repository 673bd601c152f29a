"""The value of a number, as far as a draft settles it.

In: a numeric term. Out: its one number, or why there is none. Plain arithmetic over what is settled is done here at once, everything
else is asked of the evaluator; what comes of it is confirmed by the evaluator in the end.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from criteria.analyse.witnesses.drafts import Draft, Search, Unsettled, look
from criteria.evaluate.amounts import amount
from criteria.evaluate.worlds import Env
from criteria.facts.record import Exactly
from criteria.ladder.domains import Numbers
from criteria.model import terms as t

Value = Fraction | Unsettled


def value_of(search: Search, draft: Draft, term: t.Term, env: Env) -> Value:
    """The number a term is, or why it is none."""
    match term:
        case t.Number(value):
            return value
        case t.Fact(path):
            given = draft.values.get(path)
            known = given.possible.value if given and isinstance(given.possible, Exactly) else None
            return known if isinstance(known, Fraction) else Unsettled.OPEN
        case t.Chosen(name, alternatives):
            return value_of(search, draft, dict(alternatives)[search.readings[name]], env)
        case t.Add(terms):
            return _over(search, draft, terms, env, lambda of: sum(of, Fraction(0)))
        case t.Larger(terms):
            return _over(search, draft, terms, env, max)
        case t.Smaller(terms):
            return _over(search, draft, terms, env, min)
        case t.Subtract(left, right):
            return _over(search, draft, (left, right), env, lambda of: of[0] - of[1])
        case t.Difference(left, right):
            return _over(search, draft, (left, right), env, lambda of: abs(of[0] - of[1]))
        case t.Multiply(left, right):
            return _over(search, draft, (left, right), env, lambda of: of[0] * of[1])
        case t.Divide(left, right):
            return _over(search, draft, (left, right), env, lambda of: of[0] / of[1])
        case t.PercentOf(left, right):
            return _over(search, draft, (left, right), env, lambda of: of[0] / abs(of[1]))
        case _:
            return _asked(search, draft, term, env)


def _over(
    search: Search, draft: Draft, terms: tuple[t.Term, ...], env: Env, function: Callable[[list[Fraction]], Fraction]
) -> Value:
    """What comes of numbers, unless one of them is not settled."""
    values = []
    for term in terms:
        one = value_of(search, draft, term, env)
        if isinstance(one, Unsettled):
            return one
        values.append(one)
    try:
        return function(values)
    except ZeroDivisionError:
        return Unsettled.FAULT


def _asked(search: Search, draft: Draft, term: t.Term, env: Env) -> Value:
    """What the evaluator says, asked once of each draft."""
    key = (id(search), term, env)
    if key not in draft.known:
        found = look(search, draft, lambda world: amount(world, term, env))
        single = isinstance(found, Numbers) and found.single
        draft.known[key] = found.value if single else found if isinstance(found, Unsettled) else Unsettled.OPEN
    return draft.known[key]  # type: ignore[return-value]
