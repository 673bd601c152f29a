"""What rows come to beyond counts, sums and shares: means, quantiles, distinct texts, first and last days, the value of one row.

In: built by ``check``. Out: members of the closed union ``terms.Term``, where everyone finds them. ``value`` is evaluated with the row
as scope 0. Holds: a row whose value has none (it rests on a day that is never) is left out; where no row is left, it is a fault.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from criteria.frozen import frozen
from criteria.model.nodes import Comparison, place_field, text_field
from criteria.model.totals import RoundingWay
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.terms import Condition, Number, Rows, Term


@frozen
class Mean:
    """The mean, or with ``weight`` the weighted mean; a fault when the weights add up to nought."""

    rows: Rows
    value: Term
    weight: Term | None = None
    place: Place = place_field()


@frozen
class Median:
    """The value in the middle; the mean of the middle two when there is an even number of them."""

    rows: Rows
    value: Term
    place: Place = place_field()


@frozen
class Percentile:
    """Nearest rank: the smallest value that at least ``share`` of the values do not exceed. 0 is the smallest of all, 1 the largest."""

    rows: Rows
    value: Term
    share: Fraction
    place: Place = place_field()


@frozen
class Distinct:
    """How many different texts; 0 when there are no rows."""

    rows: Rows
    value: Term
    place: Place = place_field()


@frozen
class EdgeDay:
    """The earliest or the latest of the rows' days."""

    rows: Rows
    value: Term
    latest: bool
    place: Place = place_field()


@frozen
class OfOne:
    """The value, a number or a day, of the one row there is; a fault when there are none or several."""

    rows: Rows
    value: Term
    place: Place = place_field()


@frozen
class Rank:
    """The place of ``subject`` among the rows: one more than how many of them are strictly better, so that ties share the better place;
    with ``part`` that place as a ratio of all the rows. ``highest``: more is better, else less. ``subject`` stands outside the row."""

    rows: Rows
    value: Term
    subject: Term
    highest: bool
    part: bool = False
    place: Place = place_field()


@frozen
class Rounded:
    """To a multiple of ``step``: the nearest, half away from zero; the next above (``UP``) or below (``DOWN``)."""

    value: Term
    way: RoundingWay
    step: Fraction
    place: Place = place_field()


@frozen
class SomeGroups:
    """``test`` holds in so many groups of ``record`` by ``column``, or in such a share of them (an ``amount`` in percent)."""

    record: str
    column: str
    choices: tuple[str, ...] | None
    test: Condition
    relation: Comparison
    amount: Number
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()
