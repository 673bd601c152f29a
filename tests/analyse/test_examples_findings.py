"""No false alarm: what `criteria check` warns of on the plans under examples/ is listed, kind by kind, and nothing else is told."""

from pathlib import Path

import pytest
import yaml

from analyse.said import said_of
from criteria.diagnostics import Severity
from example_plans import EXAMPLES

LISTED = yaml.safe_load((Path(__file__).parent / "example_findings.yaml").read_text(encoding="utf-8"))


def test_every_plan_is_listed() -> None:
    plans = {path.relative_to(EXAMPLES).as_posix().removesuffix(".criteria") for path in EXAMPLES.rglob("*.criteria")}
    assert {name.removesuffix(".da") for name in plans} == set(LISTED)


@pytest.mark.parametrize("tail", ["", ".da"], ids=["en", "da"])
@pytest.mark.parametrize("name", LISTED)
def test_nothing_else_is_warned_of(name: str, tail: str) -> None:
    told: dict[str, list[str]] = {}
    for each in said_of(f"{name}{tail}").diagnostics:
        if each.severity is not Severity.NOTICE:
            told.setdefault(each.goal or "plan", []).append(each.kind)
    assert {goal: sorted(kinds) for goal, kinds in told.items()} == LISTED[name]
