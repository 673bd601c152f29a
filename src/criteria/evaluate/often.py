"""How often a plan was evaluated: who asks it again and again is served from its functions, for what compiling takes is soon saved.

In: a plan. Out: whether it was asked often enough. Holds: nothing in a verdict rests on it.
"""

from __future__ import annotations

from criteria.frozen import kept_with
from criteria.model.plan import Plan

FEW = 3


def asked_again(plan: Plan) -> bool:
    """Once more; true from the fourth time on."""
    kept = kept_with(plan)
    kept["asked"] = kept.get("asked", 0) + 1
    return bool(kept["asked"] > FEW)
