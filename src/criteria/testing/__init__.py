"""Hypothesis strategies for your own tests of a plan.

In: a plan (``criteria.load``). Out: strategies of facts, of facts on the edge of each threshold, of the worlds that incomplete facts
leave open, and of small plans. Needs hypothesis: ``pip install 'criteria[testing]'``. See docs/testing.md.
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 - what every room of this folder needs
except ImportError as missing:
    raise ImportError(
        "criteria.testing needs hypothesis, which is not installed: pip install 'criteria[testing]'"
    ) from missing

from criteria.testing.boundaries import Boundary, boundary_facts
from criteria.testing.drawn_facts import facts
from criteria.testing.drawn_plans import plans
from criteria.testing.drawn_worlds import worlds

__all__ = ["Boundary", "boundary_facts", "facts", "plans", "worlds"]
