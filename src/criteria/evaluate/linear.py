"""The extremes of a term that rests on an open number more than once.

In: an arithmetic term in a world. Out: the exact set from its least to its largest value, or None where that is not known to be
exact. Differences, larger and smaller split the term into pieces; on each piece it must be affine in its open numbers, or a quotient of
two such, over a region with flat sides: least and largest then lie at the region's corners.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import combinations, product

from criteria.evaluate import arithmetic as a
from criteria.evaluate.leaves import key_of
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.shape import trimmed
from criteria.evaluate.worlds import Env, Key, World, alike, watch
from criteria.frozen import define, evolve, field, frozen
from criteria.ladder.domains import Numbers
from criteria.model import terms as t

ONE: Key = None  # the key of the constant part
MOST_OPEN, MOST_PIECES, MOST_SIDES = 4, 16, 4

OPAQUE = (
    t.Count, t.Sum, t.Share, t.DaysBetween, t.Elapsed, t.Mean, t.Median, t.Percentile, t.Distinct, t.OfOne, t.Rank, t.Rounded,
)  # fmt: skip

Affine = Mapping[Key, Fraction]
Amount = Callable[[World, t.Term, Env], Numbers]


class NotLinear(Exception):
    """The term is outside what this room can do exactly."""


@frozen
class Piece:
    """``over / under`` where every side is at least zero; ``under`` is positive there."""

    over: Affine
    under: Affine
    sides: tuple[Affine, ...] = ()


@define
class Region:
    """The open numbers of a term, each with its range."""

    world: World
    amount: Amount
    ranges: dict[Key, Numbers] = field(factory=dict)
    leaves: dict[Key, set[Key]] = field(factory=dict)

    def variable(self, key: Key, term: t.Term, env: Env) -> Affine:
        """An open number, or the constant that it is."""
        with watch(self.world.ground) as looked:
            values = self.amount(self.world, term, env)
        if values.single:
            return {ONE: values.value}
        for other, leaves in self.leaves.items():
            if other != key and any(alike(leaf, leaves) for leaf in looked):
                raise NotLinear
        self.ranges[key], self.leaves[key] = values, looked
        return {key: Fraction(1)}


def extremes(world: World, term: t.Term, env: Env, amount: Amount) -> Numbers | None:
    """The values of the term, when they can be told exactly."""
    region, pieces, values = Region(world, amount), list[Piece](), list[Fraction]()
    with suppress(NotLinear):
        pieces = _pieces(region, term, env)
        if len(region.ranges) <= MOST_OPEN and all(len(p.sides) <= MOST_SIDES for p in pieces):
            values = [value for piece in pieces for value in _corner_values(region, piece)]
    if not values:
        return None
    gaps = any(n.hull or n.whole or n.points is not None for n in region.ranges.values())
    bent = any(piece.sides for piece in pieces)  # a corner may then lie in a gap
    torn = any(n.torn for n in region.ranges.values())
    return evolve(a.spanning(values, hull=gaps), torn=torn or (gaps and bent))


def _pieces(region: Region, term: t.Term, env: Env) -> list[Piece]:
    """The term as quotients of affine functions, each on its part of the region."""
    match term:
        case t.Number(value):
            return [Piece({ONE: value}, {ONE: Fraction(1)})]
        case t.Chosen(name, alternatives):
            return _pieces(region, dict(alternatives)[region.world.ground.readings[name]], env)
        case t.Lookup():
            return _pieces(region, looked_up(region.world, term, env), env)
        case t.Cell(record, column, scope):
            computed = region.world.ground.plan.records[record].columns[column].computed
            if computed is not None and region.world.cell(key_of(region.world.ground, term, env)) is None:
                return _pieces(region, computed, Env((region.world.ground.row(env, scope),)))
            return [Piece(region.variable(key_of(region.world.ground, term, env), term, env), {ONE: Fraction(1)})]
        case t.Fact():
            return [Piece(region.variable(key_of(region.world.ground, term, env), term, env), {ONE: Fraction(1)})]
        case _ if isinstance(term, OPAQUE):
            return [Piece(region.variable(("term", term, trimmed(term, env)), term, env), {ONE: Fraction(1)})]
        case _:
            found = list(_computed(region, term, env))
            known = region.world.cell(("term", term, trimmed(term, env)))
            return [_bounded(piece, known) for piece in found] if isinstance(known, Numbers) else found


def _computed(region: Region, term: t.Term, env: Env) -> Iterator[Piece]:
    def of(inner: t.Term) -> list[Piece]:
        return _pieces(region, inner, env)

    match term:
        case t.Add(terms):
            yield from _folded([of(inner) for inner in terms], lambda x, y: [_sum(x, y, 1)])
        case t.Subtract(left, right):
            yield from _folded([of(left), of(right)], lambda x, y: [_sum(x, y, -1)])
        case t.Difference(left, right):
            yield from _folded(
                [of(left), of(right)], lambda x, y: [_where(d := _sum(x, y, -1), d), _where(n := _sum(y, x, -1), n)]
            )
        case t.Larger(terms):
            yield from _folded(
                [of(inner) for inner in terms], lambda x, y: [_where(x, _sum(x, y, -1)), _where(y, _sum(y, x, -1))]
            )
        case t.Smaller(terms):
            yield from _folded(
                [of(inner) for inner in terms], lambda x, y: [_where(x, _sum(y, x, -1)), _where(y, _sum(x, y, -1))]
            )
        case t.Multiply(left, right):
            yield from _folded([of(left), of(right)], lambda x, y: [_product(x, y)])
        case t.Divide(left, right) | t.PercentOf(left, right):
            sign = _sign(region.amount(region.world, right, env))
            turned = 1 if isinstance(term, t.PercentOf) else sign
            yield from _folded([of(left), of(right)], lambda x, y: [_quotient(x, _scaled(y, sign), turned)])
        case _:  # pragma: no cover
            raise AssertionError(term)


def _folded(operands: Sequence[list[Piece]], operation: Callable[[Piece, Piece], list[Piece]]) -> list[Piece]:
    """The operation from left to right, on every combination of pieces; the sides of both hold."""
    result = operands[0]
    for following in operands[1:]:
        result = [_with(new, x, y) for x in result for y in following for new in operation(x, y)]
        if len(result) > MOST_PIECES:
            raise NotLinear
    return result


def _with(new: Piece, x: Piece, y: Piece) -> Piece:
    sides = [*x.sides, *y.sides, *new.sides]
    return evolve(new, sides=tuple(side for n, side in enumerate(sides) if side not in sides[:n]))


def _plus(x: Affine, y: Affine, factor: Fraction | int = 1) -> Affine:
    total = {key: x.get(key, Fraction(0)) + factor * y.get(key, Fraction(0)) for key in {**x, **y}}
    return {key: value for key, value in total.items() if value}


def _times(x: Affine, y: Affine) -> Affine:
    """A product of which one side is constant."""
    if set(x) - {ONE}:
        x, y = y, x
    if set(x) - {ONE}:
        raise NotLinear
    return {key: x.get(ONE, Fraction(0)) * value for key, value in y.items() if x}


def _sum(x: Piece, y: Piece, factor: int) -> Piece:
    if x.under == y.under:
        return Piece(_plus(x.over, y.over, factor), x.under)
    return Piece(_plus(_times(x.over, y.under), _times(y.over, x.under), factor), _times(x.under, y.under))


def _product(x: Piece, y: Piece) -> Piece:
    return Piece(_times(x.over, y.over), _times(x.under, y.under))


def _quotient(x: Piece, y: Piece, turned: int) -> Piece:
    """``x / y`` for a positive ``y``; the sides keep it so where its parts alone do not."""
    sides = () if len(y.over) == 1 else (_plus(y.over, {ONE: -a.NEAR}),)
    if x.under == y.under:
        return Piece({k: turned * v for k, v in x.over.items()}, y.over, sides)
    return Piece({k: turned * v for k, v in _times(x.over, y.under).items()}, _times(x.under, y.over), sides)


def _scaled(x: Piece, factor: int) -> Piece:
    return evolve(x, over={key: factor * value for key, value in x.over.items()})


def _where(piece: Piece, side: Piece) -> Piece:
    """The piece where ``side`` is not negative (what it is divided by is positive)."""
    return evolve(piece, sides=(side.over,))


def _sign(divisor: Numbers) -> int:
    """Which of its signs a divisor has; it was asked about before."""
    low, _ = divisor.ends()
    return 1 if low is not None and low >= 0 else -1


def _bounded(piece: Piece, known: Numbers) -> Piece:
    """The piece where its value lies in the cell that is known of it."""
    low, *_, high = (*a.ends(known), *a.ends(known)[-1:])
    above, below = _plus(piece.over, piece.under, -low), _plus(_times(piece.under, {ONE: high}), piece.over, -1)
    return evolve(piece, sides=(*piece.sides, above, below))


def _corner_values(region: Region, piece: Piece) -> Iterator[Fraction]:
    """The piece's values at the corners of its part of the region."""
    ends = {key: (each[0], each[-1]) for key, numbers in region.ranges.items() for each in [a.ends(numbers)]}
    for point in _corners(ends, piece.sides):
        region.world.ground.uncertain += 1  # work that counts as a look
        if all(_at(side, point) >= 0 for side in piece.sides):
            under = _at(piece.under, point)
            assert under > 0
            yield _at(piece.over, point) / under


def _at(function: Affine, point: Mapping[Key, Fraction]) -> Fraction:
    return sum((value * point[key] for key, value in function.items()), Fraction(0))


def _corners(
    ends: Mapping[Key, tuple[Fraction, Fraction]], sides: Sequence[Affine]
) -> Iterator[Mapping[Key, Fraction]]:
    """Every point of the box where as many sides as there are numbers meet: ends of ranges, and sides of the piece."""
    keys = list(ends)
    for free in range(min(len(keys), len(sides)) + 1):
        for moving in combinations(keys, free):
            held = [key for key in keys if key not in moving]
            for values in product(*(ends[key] for key in held)):
                point = {ONE: Fraction(1), **dict(zip(held, values, strict=True))}
                for meeting in combinations(sides, free):
                    solved = _solved(moving, meeting, point)
                    if solved is not None and all(ends[k][0] <= v <= ends[k][1] for k, v in solved.items()):
                        yield {**point, **solved}


def _solved(
    moving: Sequence[Key], sides: Sequence[Affine], point: Mapping[Key, Fraction]
) -> dict[Key, Fraction] | None:
    """Where the sides are all zero, with the other numbers held; None when that is no single point."""
    rows = [
        [
            *(side.get(key, Fraction(0)) for key in moving),
            -sum((v * point[k] for k, v in side.items() if k in point), Fraction(0)),
        ]
        for side in sides
    ]
    size = len(moving)
    for place in range(size):
        pivot = next((row for row in rows[place:] if row[place]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        pivot = [value / pivot[place] for value in pivot]
        rows = [[v - row[place] * p for v, p in zip(row, pivot, strict=True)] for row in rows]
        rows.insert(place, pivot)
    return {key: row[-1] for key, row in zip(moving, rows, strict=True)}
