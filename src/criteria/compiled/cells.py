"""Open values cut into cells: one value stands for all between which a function cannot tell the difference.

In: what the facts leave open of what a function reads, and where the function cuts it. Out: the levels of every combination of cells; None
where there are too many, or where the values of more than one thing count one by one and are not few; of one, they are taken as a line.
Exact: every combination is a world that the facts allow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import product

from criteria.compiled.bind import Bound, Open
from criteria.compiled.goals import Program
from criteria.compiled.lines import Line, along
from criteria.compiled.slots import NEVER, Bare, scale_of, scaled
from criteria.ladder.domains import Days, Domain, Numbers, Texts, whole_from

FEW = 64  # values that count one by one
MOST = 512  # combinations of cells
TURNS = 16  # what a line counts for among them
ANOTHER = "\x00"  # a text that no plan has


def levels_in_cells(program: Program, bound: Bound, readings: Mapping[str, str]) -> set[str] | None:
    """The levels that some combination reaches."""
    if not bound.growing.isdisjoint(program.reads):
        return None
    values, free, number = list(bound.values), list[tuple[Open, Sequence[Bare]]](), 1
    wide: Open | None = None  # the one thing whose values count one by one and are many
    copied: set[int] = set()
    for slot in bound.opens.keys() & program.reads:
        for one in bound.opens[slot]:
            found = standing(one, program, readings)
            number *= len(found) if found is not None else TURNS
            if number > MOST or (found is None and wide is not None):
                return None
            if one.row is not None and slot not in copied:
                copied.add(slot)
                values[slot] = list(values[slot])  # type: ignore[call-overload]
            if found is None:
                wide = one
            elif len(found) == 1:
                _put(values, one, found[0])
            else:
                free.append((one, found))
    if wide is None:
        return _reached(program, values, free, lambda: program.run(values))
    return _reached(program, values, free, partial(_along, program, values, wide, wide.domain(readings)))


def _put(values: list[object], one: Open, value: Bare | Line) -> None:
    """A value in its place."""
    if one.row is None:
        values[one.slot] = value
    else:
        values[one.slot][one.row] = value  # type: ignore[index]


def _along(program: Program, values: list[object], wide: Open, domain: Domain) -> Iterable[str] | None:
    """The levels, wherever in its domain the open number or day lies."""
    scale = scale_of(wide.kind)

    def put(value: Line | Fraction) -> None:
        _put(values, wide, value * scale if isinstance(value, Line) else scaled(value, scale))

    match domain:
        case Numbers():
            return along(lambda: program.run(values), put, [domain])
        case Days():
            _put(values, wide, NEVER)
            never = program.run(values) if domain.never else ()
            spans = [whole_from(first, last) for first, last in domain.spans]
            found = along(lambda: program.run(values), put, spans)
            return None if found is None else {*found, *never}
        case Texts():
            return None


def _reached(
    program: Program,
    values: list[object],
    free: Sequence[tuple[Open, Sequence[Bare]]],
    run: Callable[[], Iterable[str] | None],
) -> set[str] | None:
    """The levels of all combinations."""
    found: set[str] = set()
    for combination in product(*(each for _, each in free)):
        for (one, _), value in zip(free, combination, strict=True):
            _put(values, one, value)
        more = run()
        if more is None:
            return None
        found.update(more)
        if len(found) == len(program.outcomes):
            break
    return found


def standing(one: Open, program: Program, readings: Mapping[str, str]) -> Sequence[Bare] | None:
    """A value for each cell that is left."""
    domain = one.domain(readings)
    apart = one.slot in program.uncut
    if apart and _size(domain) > FEW:
        return None
    cuts = program.cuts.get(one.slot, ())
    match domain:
        case Days():
            days = domain.each() if apart else _days(domain, cuts)  # type: ignore[arg-type]
            return [*days, *([NEVER] if domain.never else [])]
        case Numbers():
            numbers = (domain.points or ()) if apart else _numbers(domain, cuts)  # type: ignore[arg-type]
            return [scaled(value, scale_of(one.kind)) for value in numbers]
        case Texts():
            return sorted(domain.values) if apart else list(_texts(domain, cuts))  # type: ignore[arg-type]


def _size(domain: Domain) -> int:
    match domain:
        case Days():
            return domain.size
        case Numbers():
            return len(domain.points) if domain.points is not None else FEW + 1
        case Texts():
            return FEW + 1 if domain.others else len(domain.values)


def _days(days: Days, cuts: Sequence[int]) -> Iterator[int]:
    """The first day of each cell; a cut is the first day of one."""
    seen = -1
    for first, last in days.spans:
        place, end = bisect_right(cuts, first), bisect_right(cuts, last)
        if place != seen:
            yield first
        yield from cuts[place:end]
        seen = end


def _numbers(numbers: Numbers, cuts: Sequence[Fraction]) -> Iterator[Fraction]:
    """One number below, at and above each cut."""
    rest: Numbers | None = numbers
    for cut in cuts:
        if rest is None:
            return
        below, rest = rest.at_most(cut, strict=True), rest.at_least(cut)
        if below is not None:
            yield _some(below)
        if rest is not None and rest.equal(cut) is not None:
            yield cut
        rest = rest.at_least(cut, strict=True) if rest is not None else None
    if rest is not None:
        yield _some(rest)


def _some(numbers: Numbers) -> Fraction:
    """Some number of a set."""
    if numbers.points is not None:
        return numbers.points[0]
    low, high = numbers.low, numbers.high
    if low is not None and (not numbers.low_open or numbers.whole):
        return low
    if high is not None and (not numbers.high_open or numbers.whole):
        return high
    if low is not None and high is not None:
        return (low + high) / 2
    return low + 1 if low is not None else high - 1 if high is not None else Fraction(0)


def _texts(texts: Texts, options: Sequence[str]) -> Iterator[str]:
    """Each text that is asked for, and one that is not."""
    if not texts.others:
        yield from (text for text in sorted(texts.values) if text in options)
        yield from sorted(texts.values - set(options))[:1]
        return
    yield from (text for text in options if text not in texts.values)
    yield ANOTHER
