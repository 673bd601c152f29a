"""What no facts can come to, told without a search: a share that every row passes, or none, is the share of any part of these rows.

In: quantities, each in a set of values. Out: whether two of them rule each other out. Holds: what is ruled out has no witness; what is not
may have none either.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from criteria.analyse.witnesses.telling import holds
from criteria.ladder.domains import Domain, Numbers
from criteria.ladder.quantities import Quantity
from criteria.model import terms as t

ALL_OR_NONE = (Fraction(0), Fraction(1))


def ruled_out(wanted: Sequence[tuple[Quantity, Domain]]) -> bool:
    """Whether one share is 0 or 1 over rows of which another, that is to be elsewhere, has a part."""
    shares = [(quantity, domain) for quantity, domain in wanted if isinstance(quantity.node, t.Share)]
    return any(
        isinstance(there, Numbers) and _is_part(part, whole) and not any(holds(there, end) for end in _ends(here))
        for (whole, here), (part, there) in permutations(shares, 2)
        if _ends(here)
    )


def _ends(domain: Domain) -> tuple[Fraction, ...]:
    """The shares that are wanted, if they are none and all, or one of them."""
    points = (domain.points or ()) if isinstance(domain, Numbers) else ()
    return points if set(points) <= set(ALL_OR_NONE) else ()


def _is_part(part: Quantity, whole: Quantity) -> bool:
    """Whether the rows of one share are some of those of the other, and asked the same, under the same readings."""
    one, other = part.node, whole.node
    assert isinstance(one, t.Share) and isinstance(other, t.Share)
    return (
        one.test == other.test
        and one.rows.record == other.rows.record
        and set(other.rows.where) <= set(one.rows.where)
        and set(other.rows.excluded) <= set(one.rows.excluded)
        and set(whole.groups) <= set(part.groups)
        and set(whole.readings) <= set(part.readings)
    )
