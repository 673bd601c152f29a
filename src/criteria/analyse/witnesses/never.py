"""An amount without a value: a day that it rests on never comes.

In: an amount. Out: drafts in which it has no value.
"""

from __future__ import annotations

from criteria.analyse.witnesses.days import day_chosen
from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, Unsettled
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.worlds import Env
from criteria.ladder.domains import NEVER
from criteria.ladder.shape import walk
from criteria.model import terms as t


def without_value(search: Search, draft: Draft, term: t.Term, env: Env) -> Drafts:
    """One of its days never comes, and the others do; where several are open, each is tried."""
    if has_none(search, draft, term, env):
        yield draft
        return
    for part in walk(term, search.plan, lambda name: search.readings[name]):
        if isinstance(part, t.DaysBetween | t.Elapsed):
            for day, other in ((part.end, part.start), (part.start, part.end)):
                for further in search.day(search, draft, day, env, NEVER):
                    known = day_chosen(search, further, other, env)
                    yield from (found for found in known if has_none(search, found, term, env))


def has_none(search: Search, draft: Draft, term: t.Term, env: Env) -> bool:
    """Whether the draft settles that there is no value."""
    return value_of(search, draft, term, env) is Unsettled.NEVER
