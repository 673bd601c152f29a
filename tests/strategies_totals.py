"""Plans with weights, sections and totals, and facts that leave some of their numbers open.

Out: a ``Case``: the plan's text, what is given of each fact, and how goals are weighed, so that a test can add them up by hand.
Limits of goals are whole numbers, so that whole and half numbers show everything that a fact can do.
"""

from fractions import Fraction

from hypothesis import strategies as st

from criteria.frozen import frozen

NAMES = ("a", "b")
TOP = 4
SCORES = {"fulfilled": Fraction(100), "partial": Fraction(50), "not_fulfilled": Fraction(0)}


@frozen
class Case:
    goals: tuple[str, ...]  # the lines below each goal's heading
    weights: tuple[Fraction, ...]  # of 1
    points: bool
    sections: tuple[tuple[int, ...], ...]  # goals by number, in order
    kind: str
    steps: str
    given: dict[str, str]
    gone: frozenset[int] = frozenset()  # goals that are not applicable

    @property
    def text(self) -> str:
        return plan(self, range(len(self.goals)))


def plan(case: Case, order) -> str:
    """The plan, its goals in this order within their sections."""
    lines = ['plan "Generated"', "  year 2020", f"  total {case.kind}{case.steps}", "facts"]
    lines += [f"  {name}: number between 0 and {TOP}" for name in NAMES]
    for number, section in enumerate(case.sections):
        lines += [f'section "S{number}"', f"  total {'sum of points' if case.points else 'weighted mean of goals'}"]
        lines += [line for goal in order if goal in section for line in _goal(case, goal, section)]
    return "\n".join(lines) + "\n"


def _goal(case: Case, goal: int, section: tuple[int, ...]) -> list[str]:
    weight = f"{case.weights[goal] * 100} points" if case.points else f"{_within(case, goal, section)}"
    gone = ['not applicable because "so it is"'] if goal in case.gone else []
    return [f"goal {goal}", f"  weight {weight}", *(f"  {line}" for line in [*gone, *case.goals[goal].splitlines()])]


def _within(case: Case, goal: int, section: tuple[int, ...]) -> str:
    share = case.weights[goal] / sum(case.weights[other] for other in section)
    return f"{share.numerator}/{share.denominator}"


tests = st.builds(
    lambda name, relation, limit: f"{name} {relation} {limit}",
    st.sampled_from(NAMES),
    st.sampled_from(["at least", "at most", "above", "below"]),
    st.integers(0, TOP),
)
conditions = st.one_of(
    tests, st.builds(lambda x, y, word: f"{x} {word} {y}", tests, tests, st.sampled_from(["and", "or"]))
)
levels = st.builds(
    lambda best, middle: f"fulfilled when {best}" + (f"\npartial when {middle}" if middle else ""),
    conditions,
    st.one_of(st.none(), conditions),
)
lines = st.builds(
    lambda name, ends: f"score of {name} linear from {ends[0]}% at 0 to {ends[1]}% at {TOP}",
    st.sampled_from(NAMES),
    st.sampled_from([(0, 100), (100, 0), (20, 60)]),
)
goals = st.one_of(levels, levels, levels, lines)
ends = st.tuples(st.integers(0, TOP - 1), st.integers(0, TOP - 1)).map(sorted)
values = st.one_of(
    ends.map(lambda pair: f"{pair[0]}..{pair[1] + 1}"),
    ends.map(lambda pair: f"{pair[0]}..{pair[1]}" if pair[0] < pair[1] else str(pair[0])),
    st.just("unknown"),
)


@st.composite
def cases(draw) -> Case:
    number = draw(st.integers(2, 4))
    parts = draw(st.lists(st.integers(1, 5), min_size=number, max_size=number))
    weights = tuple(Fraction(part, sum(parts)) for part in parts)
    cut = draw(st.integers(0, number - 1))
    sections = tuple(s for s in (tuple(range(cut)), tuple(range(cut, number))) if s)
    points = draw(st.booleans()) and all((weight * 100).denominator == 1 for weight in weights)
    kinds = ["mean of goals", "mean of sections", *(["sum of points", "sum of sections"] if points else [])]
    kind = draw(st.sampled_from(kinds))
    percent = not points or kind == "mean of goals"
    unit = "%" if percent else " points"
    steps = draw(
        st.sampled_from(
            [
                "",
                f", at most 60{unit}",
                f", nothing below 50{unit}",
                f", rounded to whole {'percent' if percent else 'points'}",
                f", paid linearly from 0% at 30{unit} to 10% at 80{unit}, rounded to 1 decimal",
            ]
        )
    )
    return Case(
        tuple(draw(goals) for _ in range(number)),
        weights,
        points,
        sections,
        kind,
        steps,
        {name: draw(values) for name in NAMES},
        frozenset(draw(st.sets(st.integers(0, number - 1), max_size=number - 1)))
        if draw(st.booleans())
        else frozenset(),
    )
