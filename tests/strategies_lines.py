"""Goals with a score along a line, and facts that leave some of its quantity open.

Out: a ``Case``: the goal's line, how its quantity and its condition are worked out by hand, what is given. Limits are whole
numbers, so that whole and half numbers show everything that a fact can do.
"""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import strategies as st

from criteria.frozen import frozen

TOP = 4
Two = Callable[[Fraction, Fraction], Fraction]
QUANTITIES: dict[str, Two] = {
    "a": lambda a, b: a,
    "b": lambda a, b: b,
    "(a + b)": lambda a, b: a + b,
    "(a - b)": lambda a, b: a - b,
    "(a + a - b)": lambda a, b: a + a - b,
    "(2 * a)": lambda a, b: 2 * a,
    "the larger of a and b": max,
    "the smaller of a and b": min,
    "the difference of a and b": lambda a, b: abs(a - b),
    "(a * b)": lambda a, b: a * b,
}
CROOKED = {"(a * b)"}  # its extremes need not lie on whole and half numbers


@frozen
class Case:
    quantity: str
    points: tuple[tuple[int, int], ...]  # value, percent
    provided: tuple[str, str, int] | None
    given: dict[str, str]

    @property
    def text(self) -> str:
        points = " to ".join(f"{score}% at {at}" for at, score in self.points)
        provided = f" provided that {' '.join(map(str, self.provided))}" if self.provided else ""
        lines = ['plan "Generated"', "  year 2020", "facts"]
        lines += [f"  {name}: number between 0 and {TOP}" for name in ("a", "b")]
        return "\n".join([*lines, "goal 1", f"  score of {self.quantity} linear from {points}{provided}"]) + "\n"


def lines() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    values = st.lists(st.integers(-2, 8), min_size=2, max_size=3, unique=True).map(sorted)
    scores = st.lists(st.sampled_from([0, 20, 50, 75, 100]), min_size=3, max_size=3)
    falling = st.booleans()
    return st.builds(
        lambda at, of, back: tuple(zip(reversed(at) if back else at, of, strict=False)), values, scores, falling
    )


def amounts() -> st.SearchStrategy[str]:
    number = st.integers(0, TOP)
    return st.one_of(
        number.map(str),
        st.tuples(number, number).filter(lambda p: p[0] != p[1]).map(lambda p: f"{min(p)}..{max(p)}"),
        st.lists(number, min_size=2, max_size=3, unique=True).map(lambda some: " or ".join(map(str, some))),
        st.just("unknown"),
    )


def conditions() -> st.SearchStrategy[tuple[str, str, int] | None]:
    test = st.tuples(st.sampled_from("ab"), st.sampled_from(["at least", "at most"]), st.integers(0, TOP))
    return st.one_of(st.none(), test)


def cases() -> st.SearchStrategy[Case]:
    given = st.fixed_dictionaries({"a": amounts(), "b": amounts()})
    return st.builds(Case, st.sampled_from(sorted(QUANTITIES)), lines(), conditions(), given)
