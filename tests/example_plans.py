"""The plans under examples/, each read once in a process: `example("astra-2020/plan.mended")`."""

from functools import cache
from pathlib import Path

import criteria
from criteria.face import Plan

EXAMPLES = Path(__file__).parents[1] / "examples"


@cache
def example(name: str) -> Plan:
    """The plan in the folder, without its ending."""
    return criteria.load(EXAMPLES / f"{name}.criteria")
