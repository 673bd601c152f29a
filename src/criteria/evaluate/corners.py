"""The range of a term that rests on the same facts more than once: its values at the corners of the facts' ranges, and at its kinks.

In: a term that is monotone in each open fact between its kinks (where the two sides of a difference, or two candidates for the larger or
smaller, meet). Out: the values among which the least and the largest are, and whether they are certain to be. A kink is a plane in the
facts that it rests on; kinks that rest on different facts meet wherever each of them meets an edge, so their points are combined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, product

from criteria.evaluate.shape import Shape, kinks, shape
from criteria.model import terms as t

Point = dict[str, Fraction]  # by the fact's path
Ranges = Mapping[str, tuple[t.Fact, Fraction, Fraction]]


def values_at_corners(
    term: t.Term, ranges: Ranges, value: Callable[[t.Term, Point], Fraction]
) -> tuple[list[Fraction], bool]:
    """The term's values at every point where an extreme can lie; False when an extreme may lie elsewhere."""
    gaps = list(dict.fromkeys(t.Subtract(left, right) for left, right in kinks(term)))
    rests = {
        gap: frozenset(path for path, (fact, _, _) in ranges.items() if shape(gap, fact) is not Shape.CONSTANT)
        for gap in gaps
    }
    affine = all(shape(gap, ranges[path][0]) is Shape.AFFINE for gap in gaps for path in rests[gap])
    groups = _connected(list(ranges), [paths for paths in rests.values() if paths])
    low = {path: low for path, (_, low, _) in ranges.items()}
    each, certain = [], affine
    for group in groups:
        own = [gap for gap in gaps if rests[gap] and rests[gap] <= group]
        certain = certain and (len(group) == 1 or len(own) <= 1)
        each.append(list(_points(group, own, ranges, low, value)))
    points = ({path: x for part in parts for path, x in part.items()} for parts in product(*each))
    return [value(term, point) for point in points], certain


def _connected(paths: list[str], linked: list[frozenset[str]]) -> list[frozenset[str]]:
    """The facts in groups: two are together when a kink rests on both."""
    groups = [frozenset({path}) for path in paths]
    for link in linked:
        joined = frozenset[str]().union(*(group for group in groups if group & link))
        groups = [group for group in groups if not group & link] + [joined]
    return groups


def _points(
    group: frozenset[str],
    gaps: list[t.Subtract],
    ranges: Ranges,
    low: Point,
    value: Callable[[t.Term, Point], Fraction],
) -> Iterator[Point]:
    """The corners of a group's ranges, and where its kinks meet the edges between them."""
    paths = sorted(group)
    corners = [dict(zip(paths, ends, strict=True)) for ends in product(*(ranges[path][1:] for path in paths))]
    yield from corners
    for gap in gaps:
        at = [value(gap, {**low, **corner}) for corner in corners]
        for (c, at_c), (d, at_d) in combinations(zip(corners, at, strict=True), 2):
            if (at_c < 0) != (at_d < 0) and sum(c[path] != d[path] for path in paths) == 1:
                part = at_c / (at_c - at_d)
                yield {path: c[path] + (d[path] - c[path]) * part for path in paths}
