"""Who asks a plan again and again is told its verdict by functions; it is the same to the last letter."""

from __future__ import annotations

from pathlib import Path

import pytest

import criteria
from conformance.test_conformance import EVALUATED, verdict
from criteria.compiled.certain import certain
from criteria.evaluate import often
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.forms import forms_of
from criteria.pipeline import check_text

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted({path.parent for path in EXAMPLES.glob("*/plan.criteria")})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_verdict_stays_the_same_however_often_it_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = criteria.load(folder / "plan.criteria")
    facts = criteria.facts([p for p in sorted(folder.iterdir()) if p.suffix in (".csv", ".yaml")], plan=plan)
    first = plan.evaluate(facts).to_json()
    monkeypatch.setattr(often, "FEW", 0)
    assert plan.evaluate(facts).to_json() == first


PLAN = """plan "P"
  year 2020
facts
  sent: date
  size: number
  table cases
    kind: text
    wait: number
table limits
  | kind   | limit |
  | urgent |     5 |
goal 1
  fulfilled when
    - all cases have wait at most their limit
    - sent by 1 May 2020
goal 2
  fulfilled when size at least 3
"""
CASES = [
    ({"sent": "2020-05-01", "size": 3, "cases": [{"kind": "urgent", "wait": 5}]}, (True, True)),
    ({"sent": "2020-05-01", "size": "unknown", "cases": [{"kind": "urgent", "wait": 5}]}, (True, False)),
    ({"size": 3, "cases": [{"kind": "urgent", "wait": 5}]}, (False, True)),  # a day nobody gave is noted
    (
        {"sent": "2020-05-01", "size": 3, "cases": [{"kind": "urgent", "wait": 6}, {"kind": "odd", "wait": 1}]},
        (False, True),
    ),
]


@pytest.mark.parametrize(("given", "told"), CASES)
def test_only_what_leaves_nothing_to_note_is_told(given: dict[str, object], told: tuple[bool, bool]) -> None:
    plan = criteria.parse(PLAN, "p")
    facts = criteria.facts(given, plan=plan)
    teller = certain(plan.model, facts, None, {})
    base = teller.compiled.base
    assert tuple(teller.level(goal, base) is not None for goal in plan.model.goals) == told
    assert evaluate(plan.model, facts, told=teller) == evaluate(plan.model, facts)


GROUPS = [name for name in EVALUATED if name.startswith("lookups: a group's row")]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", dict.fromkeys([*list(EVALUATED)[::11], *GROUPS]))
def test_cases_of_the_conformance_come_out_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = EVALUATED[name]
    checked = check_text(case["plan"], "plan.criteria")
    first = verdict(case, checked).to_json()
    monkeypatch.setattr(often, "FEW", 0)
    assert verdict(case, checked).to_json() == first


ASKED = """plan "P"
  year 2020
facts
  table cases
    kind: text
    wait: number
goal 1
  fulfilled when
    - {test}
    - at least 50% of cases have wait at most 5
"""


@pytest.mark.parametrize(
    ("test", "whole"),
    [
        ("at least 2 of cases have wait at most 5", True),
        ("at least 1 of cases have wait at most 5 in every kind", False),  # the facts bring the kinds
    ],
)
def test_what_a_reason_makes_up_is_compiled_once(test: str, whole: bool) -> None:
    plan = criteria.parse(ASKED.format(test=test), "p")
    facts = criteria.facts({"cases": [{"kind": "AB"[n % 2], "wait": n} for n in (1, 9, 5)]}, plan=plan)
    counts = []
    for _ in range(3):
        teller = certain(plan.model, facts, None, {})
        assert evaluate(plan.model, facts, told=teller) == evaluate(plan.model, facts)
        (form,) = forms_of(plan.model, teller.compiled.base)
        assert form is not None
        assert (teller.whole(form) is not None) == whole
        counts.append((len(teller.pieces), len(teller.wholes)))
    assert counts[0] == counts[1] == counts[2]
    assert (counts[0][0] == 0) == whole
