"""What a reason asks: truths, amounts, rows; of whoever was told of them, else of the reference.

In: a condition, a term, rows, and the ground of their goal. Out: what they come to over all worlds.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.evaluate.amounts import amount
from criteria.evaluate.levels import truths
from criteria.evaluate.rows import FAIL, PASS, Tally, settled_rows, tally
from criteria.evaluate.shape import trimmed
from criteria.evaluate.told import Told
from criteria.evaluate.verdict import Truth
from criteria.evaluate.worlds import Env, Ground, World
from criteria.ladder.domains import Numbers, number
from criteria.model import terms as t


def truth_of(ground: Ground, condition: t.Condition, env: Env) -> Truth:
    """Whether a condition holds."""
    told = _told(ground)
    known = told.truth(condition, env) if told else None
    return truths(ground, condition, env) if known is None else Truth.TRUE if known else Truth.FALSE


def amount_of(world: World, term: t.Term, env: Env) -> Numbers:
    """What a term comes to."""
    told = _told(world.ground)
    known = told.amount(term, env) if told else None
    return amount(world, term, env) if known is None else number(known)


def rows_of(world: World, test: t.Quantified, part: t.Share | None, env: Env) -> tuple[Tally, Mapping[int, int]]:
    """The rows by what they can be, and the settled ones one by one."""
    told = _told(world.ground)
    known = told.outcomes(test.rows, test.test, env) if told else None
    if known is not None:
        passes, fails = known.count(PASS), known.count(FAIL)
        return Tally(passes + fails, passes, (), None), dict(enumerate(known))
    around = trimmed(part or test.rows, env)
    found = tally(world, test.rows, test.test, around)
    return found, settled_rows(world.ground, test.rows, test.test, around).outcomes if part else {}


def _told(ground: Ground) -> Told | None:
    """Who knows, if anybody does."""
    return ground.told  # type: ignore[return-value]
