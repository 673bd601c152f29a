"""The least part of what is known that still suffices: first one of which nothing can be left out, then a smaller one if there is any.

In: groups of alike pieces, and a question about a state (which members keep which pieces): does it suffice? Whoever asks it makes sure
that what suffices still does with more. Out: ``Least``. Leaving out goes by halves and never takes the members of a group one by one,
since they are alike. Then every smaller state is gone through, by its size, unless it lies within one that is known not to suffice.
Beyond the limits the answer says what it is: of which nothing can be left out, or not even that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from criteria.analyse.pieces import Group, Pattern, State, everything
from criteria.frozen import frozen

Standing = Literal["smallest", "minimal", "sufficient"]
Kept = tuple[tuple[Pattern, int], ...]
MOST_CANDIDATES = 3_000  # smaller states gone through
MOST_FREE = 100  # groups that a smaller state may keep more or less of
NONE: Pattern = frozenset()


class Enough(Exception):
    """No more questions are allowed."""


@frozen
class Least:
    """``smallest``: none is smaller; ``minimal``: nothing can be left out; ``sufficient``: not everything was tried."""

    state: State
    standing: Standing


def size(state: State) -> int:
    """How many pieces it keeps."""
    return sum(len(pattern) * count for kept in state for pattern, count in kept)


def least(groups: Sequence[Group], suffices: Callable[[State], bool], minimal: Callable[[], None]) -> Least:
    """``suffices`` may raise ``Enough``; ``minimal`` is told when nothing can be left out."""
    search = _Search(groups, suffices)
    try:
        for kinds in (
            ("record",),
            ("row",),
            ("fact", "judgement"),
        ):  # many at once where they go, the costly ones first
            search.shed_members([number for number, group in enumerate(groups) if group.kind in kinds])
        search.shed_columns()
        search.shed_cells()
    except Enough:
        return Least(search.state, "sufficient")
    minimal()
    try:
        smaller = search.smaller()
    except Enough:
        return Least(search.state, "minimal")
    return Least(smaller or search.state, "smallest")


class _Search:
    """What is kept so far, and the states that are known not to suffice."""

    def __init__(self, groups: Sequence[Group], suffices: Callable[[State], bool]) -> None:
        self.groups, self.asks, self.state = groups, suffices, everything(groups)
        self.lacking: list[State] = []

    def suffices(self, state: State) -> bool:
        if self.asks(state):
            return True
        self.lacking.append(state)
        return False

    def leave(self, changed: dict[int, Kept]) -> bool:
        """Keep no more than this of some groups, where that suffices."""
        state = tuple(changed.get(number, kept) for number, kept in enumerate(self.state))
        if state == self.state or self.suffices(state):
            self.state = state
            return True
        return False

    # ---- leaving out ---------------------------------------------------------------------------------------------------

    def shed_members(self, numbers: list[int]) -> None:
        """Whole members, of many groups at once where they go."""
        if not numbers or self.leave({n: ((NONE, len(self.groups[n].members)),) for n in numbers}):
            return
        if len(numbers) == 1:
            pieces = self.groups[numbers[0]].pieces
            self.move(numbers[0], pieces, NONE)
            return
        half = len(numbers) // 2
        self.shed_members(numbers[:half])
        self.shed_members(numbers[half:])

    def shed_columns(self) -> None:
        """A column of all rows of a record at once."""
        for about in dict.fromkeys(group.about for group in self.groups if group.kind == "row"):
            numbers = [n for n, g in enumerate(self.groups) if (g.kind, g.about) == ("row", about)]
            for column in sorted({column for n in numbers for column in self.groups[n].pieces}):
                self.leave({n: _joined((p - {column}, count) for p, count in self.state[n]) for n in numbers})

    def shed_cells(self) -> None:
        """Cell by cell, of as many alike members as go."""
        for number, group in enumerate(self.groups):
            if group.kind == "row":
                for length in range(len(group.pieces), 0, -1):
                    for pattern in [p for p, _ in self.state[number] if len(p) == length]:
                        for column in sorted(pattern):
                            self.move(number, pattern, pattern - {column})

    def move(self, number: int, old: Pattern, new: Pattern) -> None:
        """As many members as can keep ``new`` in place of ``old``."""
        low, high = 0, dict(self.state[number]).get(old, 0)
        start = self.state[number]
        while low < high:
            some = (low + high + 1) // 2
            if self.leave({number: _joined([*start, (old, -some), (new, some)])}):
                low = some
            else:
                high = some - 1

    # ---- a smaller one -------------------------------------------------------------------------------------------------

    def smaller(self) -> State | None:
        """The smallest that suffices, if it is smaller than what was found."""
        core = [self._core(number) for number in range(len(self.groups))]
        base = sum(len(pieces) * len(group.members) for pieces, group in zip(core, self.groups, strict=True))
        candidates = (state for more in range(size(self.state) - base) for state in _states(self.groups, core, more))
        for looked, state in enumerate(candidates):
            if looked >= MOST_CANDIDATES:
                raise Enough
            if not any(_within(state, other) for other in reversed(self.lacking)):
                if self.asks(state):
                    return state
                self.lacking.append(self._grown(state))
        return None

    def _core(self, number: int) -> Pattern:
        """The pieces that no member can do without, whatever else is kept."""
        group, full = self.groups[number], everything(self.groups)
        needed = set()
        kept = {piece for pattern, count in self.state[number] if count for piece in pattern}
        for piece in kept:
            some = _joined([*group.full, (group.pieces, -1), (group.pieces - {piece}, 1)])
            if not self.suffices((*full[:number], some, *full[number + 1 :])):
                needed.add(piece)
        return frozenset(needed)

    def _grown(self, state: State) -> State:
        """A state with whole groups added, as long as it does not suffice."""
        for number, group in enumerate(self.groups):
            more = (*state[:number], group.full, *state[number + 1 :])
            if more != state and not self.asks(more):
                state = more
        return state


def _joined(kept: object) -> Kept:
    """Members that keep the same, counted once."""
    total: Counter[Pattern] = Counter()
    for pattern, count in kept:  # type: ignore[attr-defined]
        total[pattern] += count
    return tuple((pattern, count) for pattern, count in total.items() if count)


def _within(state: State, other: State) -> bool:
    """Whether ``other`` certainly keeps all of it, members of a group changing places."""
    return all(_covered(kept, wider) for kept, wider in zip(state, other, strict=True))


def _covered(kept: Kept, wider: Kept) -> bool:
    left = Counter(dict(wider))
    for pattern, count in sorted(kept, key=lambda each: -len(each[0])):
        for over in sorted((p for p in left if p >= pattern), key=len):
            taken = min(count, left[over])
            left[over] -= taken
            count -= taken
        if count:
            return False
    return True


def _states(groups: Sequence[Group], core: Sequence[Pattern], more: int) -> Iterator[State]:
    """Every state that keeps the cores and so many pieces more."""
    room = [len(group.pieces - pieces) * len(group.members) for group, pieces in zip(groups, core, strict=True)]
    free = [number for number, left in enumerate(room) if left]
    if len(free) > MOST_FREE:
        raise Enough
    fixed = tuple(_joined([(pieces, len(group.members))]) for group, pieces in zip(groups, core, strict=True))

    def fill(place: int, left: int) -> Iterator[dict[int, Kept]]:
        if left > sum(room[number] for number in free[place:]):
            return
        if place == len(free):
            yield {}
            return
        number = free[place]
        for here in range(left + 1):
            for kept in _of_group(groups[number], core[number], here):
                yield from ({number: kept, **rest} for rest in fill(place + 1, left - here))

    for chosen in fill(0, more):
        yield tuple(chosen.get(number, kept) for number, kept in enumerate(fixed))


def _of_group(group: Group, core: Pattern, more: int) -> Iterator[Kept]:
    """Every way in which members of a group keep so many pieces beyond the core."""
    rest = sorted(group.pieces - core)
    extras = [frozenset(some) for length in range(len(rest), 0, -1) for some in combinations(rest, length)]
    for counts in _sums(extras, more, len(group.members)):
        used = sum(counts)
        yield _joined(
            [(core, len(group.members) - used), *((core | e, n) for e, n in zip(extras, counts, strict=True))]
        )


def _sums(extras: Sequence[Pattern], more: int, members: int) -> Iterator[tuple[int, ...]]:
    """How many members keep each of the extras, so that they keep so many pieces in all."""
    if not extras:
        if more == 0:
            yield ()
        return
    length = len(extras[0])
    for count in range(min(members, more // length), -1, -1):
        yield from ((count, *rest) for rest in _sums(extras[1:], more - count * length, members - count))
