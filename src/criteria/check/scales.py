"""Scales: which scores a goal can come to, and which step of its scale a level's words name.

In: a scale line of the header or of a goal, the words of a level. Out: a ``Scale``, a ``Step``, or None after a fault. Holds: steps stand
best first, each score once; percent is 100 at most, points are the plan's own and weighed by whoever adds them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from criteria.check import literals
from criteria.check.context import Context
from criteria.frozen import evolve
from criteria.model.plan import Goal
from criteria.model.scale import FULFILLED, NOT_FULFILLED, PARTIAL, USUAL, Scale, Step, between, named, plain, scored
from criteria.model.types import Unit
from criteria.source import Place
from criteria.syntax import tree

_WHOLE = Fraction(100)
NO_STEPS = Scale(())
_POINTS = frozenset(("point", "points"))
_WORDS = {
    "en": {"fulfilled": "fulfilled", "partial": "partial", "not_fulfilled": "not fulfilled", "points": "points"},
    "da": {"fulfilled": "opfyldt", "partial": "delvist opfyldt", "not_fulfilled": "ikke opfyldt", "points": "point"},
}


def scale_of(ctx: Context, line: tree.ScaleLine | None, usual: Scale = USUAL) -> Scale:
    """The scale that the line lists, ``usual`` where there is none; without steps after a fault."""
    if line is None:
        return usual
    read = [(step, score(ctx, step.score)) for step in line.steps]
    known = [(step, found) for step, found in read if found]
    if len(known) < len(read):
        return NO_STEPS
    if len({points for _, (_, points) in known}) > 1:
        ctx.faults.error("scale-mixed", line.place, found=ctx.words(line))
        return NO_STEPS
    points = known[0][1][1]
    steps = [_step(step, value) for step, (value, _) in known]
    if not _each_once(ctx, line, steps, points):
        return NO_STEPS
    ordered = sorted(steps, key=lambda step: -step.score)
    if ordered != steps:
        ctx.faults.error("scale-order", line.place, found=ctx.words(line), suggestion=listed(ctx, ordered, points))
    return Scale(tuple(ordered), points, place=line.place)


def _step(said: tree.ScaleStep, score: Fraction) -> Step:
    found = named(said.name, score) if said.name else scored(score)
    return evolve(found, label=said.label.value) if said.label else found


def _each_once(ctx: Context, line: tree.ScaleLine, steps: Sequence[Step], points: bool) -> bool:
    """No score and no name stands twice, and no percent is more than the whole."""
    faults = len(ctx.faults.found)
    for number, step in enumerate(steps):
        place, found = line.steps[number].place, written(ctx, step, points)
        if not points and step.score > _WHOLE:
            ctx.faults.error("score-above-whole", place, found=found)
        for before in [n for n in range(number) if steps[n].score == step.score or steps[n].id == step.id][:1]:
            ctx.faults.error("score-twice", place, related=(line.steps[before].place,), found=found)
    return len(ctx.faults.found) == faults


def score(ctx: Context, run: tree.Run) -> tuple[Fraction, bool] | None:
    """The score that words write, and whether it is in points; None after a fault."""
    words = tuple(word.text for word in run.words)
    points = words[-1].casefold() in _POINTS
    found = literals.amount(words[:-1] if points else words, ctx.language)
    if isinstance(found, literals.Misread):
        limit = str(literals.MAX_DIGITS)
        ctx.faults.error(found.kind, run.place, found=run.text, suggestion=found.suggestion, limit=limit)
        return None
    if found and found.unit is (Unit.NUMBER if points else Unit.PERCENT):
        return found.value if points else found.value * 100, points
    bare = found is not None and found.unit is Unit.NUMBER
    sign = "%" if ctx.language == "en" else " pct."
    ctx.faults.error("score-expected", run.place, found=run.text, suggestion=f"{run.text}{sign}" if bare else None)
    return None


def step_of(ctx: Context, scale: Scale, said: tree.LevelWords, place: Place) -> Step | None:
    """The step of the scale that a level's words name, by name or by score."""
    if isinstance(said, str):
        found = scale.step(said)
    else:
        read = score(ctx, said.low)
        if read is None:
            return None
        value, points = read
        found = next((s for s in scale.steps if s.score == value and points == scale.points), None)
    if found is None and scale.steps:
        place = place if isinstance(said, str) else said.place
        words = _WORDS[ctx.language][said] if isinstance(said, str) else said.low.text
        ctx.faults.error("level-off-scale", place, found=words, expected=listed(ctx, scale.steps, scale.points))
    return found


def expected(ctx: Context, goal: Goal, said: tree.LevelWords, place: Place) -> Step | None:
    """The step, or the score or range of scores, that an example expects."""
    scale = goal.scale
    if isinstance(said, tree.ScoreWords) and said.high is None and goal.any_score:
        found = score(ctx, said.low)
        if found is None or scale.lowest.low <= found[0] <= scale.steps[0].high:
            return scored(found[0]) if found else None
    if isinstance(said, str) or said.high is None:
        return step_of(ctx, scale, said, place)
    low, high = score(ctx, said.low), score(ctx, said.high)
    return between(min(low[0], high[0]), max(low[0], high[0])) if low and high else None


def listed(ctx: Context, steps: Iterable[Step], points: bool) -> str:
    """The steps as a plan of this surface writes them."""
    return ", ".join(written(ctx, step, points) for step in steps)


def written(ctx: Context, step: Step, points: bool) -> str:
    """``60%``, ``6 points``, ``fulfilled 100%``; the steps of the usual scale by their names alone."""
    words = _WORDS[ctx.language]
    name = words.get(step.id, "")
    if step in (FULFILLED, PARTIAL, NOT_FULFILLED):
        return name
    number = plain(step.score) if ctx.language == "en" else plain(step.score).replace(".", ",")
    unit = f" {words['points']}" if points else "%" if ctx.language == "en" else " pct."
    return f"{name} {number}{unit}".lstrip()
