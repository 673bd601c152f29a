"""Facts that a plan accepts, drawn at random: ``criteria.testing.facts``.

In: a plan. Out: a strategy of plain dicts, as ``plan.evaluate`` takes them. Holds: they load without a fault; an example shrinks towards
few facts with plain values.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from criteria import face
from criteria.model.plan import FactDeclaration
from criteria.model.types import DateType
from criteria.testing.exact_values import exact
from criteria.testing.judgements import judged_goals, judgements
from criteria.testing.palette import Palette, palette
from criteria.testing.plain import NEVER, UNKNOWN, plain
from criteria.testing.rows import Records, records
from criteria.testing.vague_values import dated, vague
from criteria.testing.weighing import evenly

Facts = dict[str, object]


def facts(plan: face.Plan, *, complete: bool = False, as_of: date | str | None = None) -> st.SearchStrategy[Facts]:
    """Facts for ``plan``: ``{"report sent": date(2020, 10, 1), "tours": [{"area": "North", …}], …}``.

    Values lie on the plan's thresholds and deadlines, and a step beside them, more often than elsewhere. Some facts and cells are
    missing, ``"unknown"``, a phrase such as ``"medio October 2020"``, a range or a list of several values; a date may be ``"never"``.

    ``complete``: every fact has one exact value (a date a day or ``"never"``), every log and table its rows.
    ``as_of``: the day on which the facts are known: no exact day lies after it.
    """
    until = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return some_facts(palette(plan.model, complete=complete, until=until))


def some_facts(colours: Palette) -> st.SearchStrategy[Facts]:
    """Facts and rows; what is missing is not there at all."""
    values = {path: value(fact, colours) for path, fact in colours.plan.facts.items()}
    judged = judged_goals(colours.plan)
    said = judgements(colours, judged) if judged else st.just([])
    if colours.complete:
        return st.tuples(st.fixed_dictionaries(values), records(colours), said).map(_told)
    some = {path: evenly(st.none(), one, one, one, one) for path, one in values.items()}
    rows = evenly(st.just(Records()), *[records(colours)] * 5)
    return st.tuples(st.fixed_dictionaries(some), rows, said).map(_told)


def _told(parts: tuple[Facts, Records, list[dict[str, object]]]) -> Facts:
    """One dict of everything."""
    values, rows, judged = parts
    given = {path: value for path, value in values.items() if value is not None}
    return {**given, **rows, **({"judgements": judged} if judged else {})}


def value(fact: FactDeclaration, colours: Palette) -> st.SearchStrategy[object]:
    """What one fact says."""
    slot = ("", fact.path)
    one: st.SearchStrategy[object] = exact(fact.type, colours, slot).map(lambda found: plain(found, fact.type))
    if isinstance(fact.type, DateType):
        one = evenly(one, one, one, one, st.just(NEVER))
    if colours.complete:
        return one
    later = exact(fact.type, colours, slot).flatmap(lambda found: dated(plain(found, fact.type), colours))
    return evenly(
        one, one, one, one, vague(fact.type, colours, slot), vague(fact.type, colours, slot), st.just(UNKNOWN), later
    )
