"""Engines that are wrong in one way each. The cases that were worked out by hand must tell every one of them from the right one."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import pytest

from criteria.evaluate import amounts, evaluation, given, levels, moments, reference, rows, sought, sums, texts, worlds
from criteria.evaluate.apart import Apart
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.given import Clock
from criteria.evaluate.memory import Seen
from criteria.frozen import evolve
from criteria.ladder.domains import EARLIEST, LATEST, Days, Numbers, finite, number
from criteria.model import terms as t
from evaluate.cases import CASES

Patch = Callable[[pytest.MonkeyPatch], None]
right_truth, right_ask, right_shares = reference.truth, amounts.ask, amounts.shares
right_numbers, right_days, right_force, right_rows = given._numbers, given._as_of, evaluation.in_force, sought._by_text
right_reached = moments.Moment.reached


def other_side(patch: pytest.MonkeyPatch) -> None:
    """At least and above change places."""
    patch.setattr(reference, "ask", lambda *a, strict: right_ask(*a, strict=not strict))


def empty_is_true(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(worlds.World, "free", lambda *_: True)


def empty_is_false(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(worlds.World, "free", lambda *_: False)


def never_is_long_ago(patch: pytest.MonkeyPatch) -> None:
    def reached(moment: Any, world: Any) -> Days:
        known = world.cell(moment.leaf.key) or moment.leaf.domain
        return Days(((EARLIEST, EARLIEST),)) if not known.spans else right_reached(moment, world)

    patch.setattr(moments.Moment, "reached", reached)


def unknown_is_nothing(patch: pytest.MonkeyPatch) -> None:
    """An unknown number counts as 0."""

    def numbers(what: object, kind: Any) -> Numbers:
        found = right_numbers(what, kind)
        return found if found.ends() != (None, None) else number(0)

    patch.setattr(given, "_numbers", numbers)


def last_test_dropped(patch: pytest.MonkeyPatch) -> None:
    def truth(world: Any, condition: t.Condition, env: Any) -> bool:
        if isinstance(condition, t.AllOf) and len(condition.items) > 2:
            condition = evolve(condition, items=condition.items[:-1])
        return right_truth(world, condition, env)

    patch.setattr(reference, "truth", truth)


def float_share(patch: pytest.MonkeyPatch) -> None:
    def shares(found: rows.Tally) -> Numbers:
        exact = right_shares(found)
        return finite(Fraction(float(p)) for p in exact.points) if exact.points else exact

    patch.setattr(amounts, "shares", shares)


def no_as_of(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(levels, "clock_of", lambda *_: Clock(None, closed=True, open_facts=False))


def no_further_rows(patch: pytest.MonkeyPatch) -> None:
    for room in (rows, sums):
        patch.setattr(room, "may_grow", lambda *_: False)


def inclusive_inden(patch: pytest.MonkeyPatch) -> None:
    def in_force(plan: Any, moved: Mapping[str, str]) -> dict[str, str]:
        return {**right_force(plan, moved), "inden": "inclusive"}

    patch.setattr(evaluation, "in_force", in_force)


def never_relaxed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reference, "condition_of", lambda _, level: level.literal)


def always_relaxed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reference, "condition_of", lambda _, level: level.relaxed)


def exactly_is_at_least(patch: pytest.MonkeyPatch) -> None:
    def truth(world: Any, condition: t.Condition, env: Any) -> bool:
        if isinstance(condition, t.NumberOf) and condition.count:
            condition = evolve(condition, relation=t.Comparison.AT_LEAST)
        return right_truth(world, condition, env)

    patch.setattr(reference, "truth", truth)


def texts_as_written(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(texts, "fold", str)


def open_rows_left_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sought, "_by_text", lambda *a: (right_rows(*a)[0], []))


def all_independent(patch: pytest.MonkeyPatch) -> None:
    """Quantities that share an open fact are taken to vary by themselves."""
    patch.setattr(worlds.World, "tie", lambda *_: None)


def rows_independent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Apart, "close", lambda *_: None)


def the_future_is_known(patch: pytest.MonkeyPatch) -> None:
    """A day after the as-of day counts as it stands."""
    patch.setattr(given, "_as_of", lambda days, what, clock: days if days.spans else right_days(days, what, clock))


def nothing_is_open(patch: pytest.MonkeyPatch) -> None:
    """A date that is not given is never, as of any day."""
    patch.setattr(given, "_as_of", lambda days, *_: days)


def nothing_closes(patch: pytest.MonkeyPatch) -> None:
    """A record stays open after it has closed."""
    right = levels.clock_of
    patch.setattr(levels, "clock_of", lambda *a: evolve(right(*a), closed=a[2] is None))


def memory_without_question(patch: pytest.MonkeyPatch) -> None:
    """What was worked out once is taken to hold in every world."""
    patch.setattr(Seen, "holds", lambda *_: True)


def hull_of_what_is_shared(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(amounts, "extremes", lambda *_: None)


def first_world_only(patch: pytest.MonkeyPatch) -> None:
    right = worlds.Choices.pick

    def pick(choices: worlds.Choices, options: int) -> int:
        answer = right(choices, options)
        choices.branches = []
        return answer

    patch.setattr(worlds.Choices, "pick", pick)


def worst_level_wins(patch: pytest.MonkeyPatch) -> None:
    right = reference.level_of
    patch.setattr(levels, "level_of", lambda world, goal: right(world, evolve(goal, levels=goal.levels[::-1])))


WRONG = [
    other_side, empty_is_true, empty_is_false, never_is_long_ago, unknown_is_nothing, last_test_dropped, float_share, no_as_of,
    no_further_rows, inclusive_inden, never_relaxed, always_relaxed, exactly_is_at_least, texts_as_written, open_rows_left_out,
    all_independent, rows_independent, the_future_is_known, nothing_is_open, nothing_closes, memory_without_question,
    hull_of_what_is_shared, first_world_only, worst_level_wins,
]  # fmt: skip


@contextmanager
def patched(wrong: Patch) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        wrong(patch)
        yield


def killers(wrong: Patch) -> list[str]:
    """The cases that come out differently."""
    found = []
    with patched(wrong):
        for name, known in CASES.items():
            case = known.case
            try:
                verdict = evaluate(case.plan, case.facts, case.as_of, known.readings)["1"]
                same = (verdict.levels, verdict.widened) == (known.levels, known.widened)
            except Exception:
                same = False
            if not same:
                found.append(name)
    return found


@pytest.mark.parametrize("wrong", WRONG, ids=lambda w: w.__name__)
def test_a_wrong_engine_is_caught(wrong: Patch) -> None:
    assert killers(wrong)


def test_every_day_lies_within_the_calendar() -> None:
    """The right engine is whole again after the wrong ones."""
    assert EARLIEST < LATEST
    assert not killers(lambda _: None)
