"""Names that nothing declares: the finding, with the name that was meant.

In: the words, and the names that could stand there. Out: one finding. Holds: names are compared only once a fault has occurred; a name
that looks the same but is spelled with other letters is told apart by its code points.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.check import slips
from criteria.check.confusable import code_points, skeleton
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.scopes import Scope
from criteria.nearest import fold, nearest
from criteria.source import Place
from criteria.syntax import tree

MAX_SUGGESTIONS = 100  # a plan with more wrong names than this is no plan; comparing all with all would take long


def undefined(
    ctx: Context, run: tree.Run, words: tuple[str, ...], scope: Scope, *, only_definitions: bool = False
) -> None:
    """The words of a run name nothing in the scope."""
    known: Iterable[str] = list(ctx.names.in_scope(scope))
    name = " ".join(words)
    if not only_definitions and ctx.undefined < MAX_SUGGESTIONS and not nearest(name, known):
        if slips.told(ctx, run, scope):
            ctx.undefined += 1
            return
    if only_definitions:
        known = [d.name for d in (*scope.local.values(), *ctx.names.definitions.values()) if d.table is None]
    unknown(ctx, name or run.text, run.place, known, "definition" if only_definitions else "name")


def unknown(ctx: Context, name: str, place: Place, known: Iterable[str], role: str) -> None:
    """``name`` is none of the known names; ``role`` says what was expected."""
    ctx.undefined += 1
    candidates = list(dict.fromkeys(known)) if ctx.undefined <= MAX_SUGGESTIONS else []
    for other in candidates:
        if skeleton(other) == skeleton(name) and fold(other) != fold(name):
            signs = code_points(name, other)
            ctx.faults.error("look-alike-name", place, found=name, other=other, signs=signs, suggestion=other)
            return
    near = nearest(name, candidates) if len(name) > 2 else None  # anything is near a number or a letter
    near = near or _beginning(name, candidates)
    ctx.faults.error("undefined-name", place, found=name, words=both("role", role), suggestion=near)


def _beginning(name: str, candidates: Iterable[str]) -> str | None:
    """The longest known name that the words begin with: "concept sent to" begins with "concept sent"."""
    start = f"{fold(name)} "
    fitting = [c for c in candidates if start.startswith(f"{fold(c)} ")]
    return max(fitting, key=len, default=None)
