"""Generated code holds generated names and whole numbers, and nothing that anybody wrote."""

from __future__ import annotations

import ast
import io
import keyword
import re
import tokenize
from pathlib import Path

import pytest

import criteria
from criteria.compiled.plans import CompiledPlan
from criteria.compiled.together import trees_of
from criteria.compiled.wholes import whole_goal
from criteria.compiled.writer import Constants
from criteria.evaluate.forms import forms_of

PLANS = sorted((Path(__file__).parents[2] / "examples").glob("*/plan*.criteria"))
ATTRIBUTES = {"get", "append"}
GENERATED = re.compile(r"f|v|[krvx][0-9]+")
MEAN = """plan "'; import os #"
  year 2020
facts
  'def f(v)': text
  table 'k0 rows'
    'import': text
    size: number
goal 1 "x"
  fulfilled when
    - 'def f(v)' is one of "raise SystemExit", "'); f('"
    - all 'k0 rows' where 'import' is "' + v + '" have size at least 2.5
"""


def words(source: str) -> set[str]:
    """Every token that could carry somebody's text."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.string for token in tokens if token.type in (tokenize.NAME, tokenize.STRING, tokenize.NUMBER)}


def foreign(plan: criteria.Plan) -> set[str]:
    """The words of its code that are neither generated nor of the language."""
    compiled = CompiledPlan(plan.model, {})
    goals = compiled.bind(criteria.facts({}, plan=plan)).version.goals
    programs = {each.goal.id: program for each in goals if (program := each.program(compiled.base))}
    together = trees_of([*programs.items()], compiled.slots.size, Constants())
    forms = [form for form in forms_of(plan.model, compiled.base) if form]
    wholes = [whole_goal(plan.model, form, compiled.base, compiled.slots) for form in forms]
    trees = [*together, *(each.tree for each in wholes if each)]
    sources = [*(each.source for each in programs.values()), *map(ast.unparse, trees)]
    found = {word for source in sources for word in words(source)}
    known = {*keyword.kwlist, *Constants().values, *ATTRIBUTES}
    return {word for word in found if not (word in known or GENERATED.fullmatch(word) or re.fullmatch("[0-9]+", word))}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_text_of_a_plan_stands_in_its_code(path: Path) -> None:
    assert foreign(criteria.load(path)) == set()


def test_texts_that_look_like_code_stay_texts() -> None:
    plan = criteria.parse(MEAN, "mean")
    assert foreign(plan) == set()
    fast = plan.compile()
    rows = [{"import": "' + v + '", "size": 3}]
    assert fast.levels(fast.bind({"def f(v)": "raise SystemExit", "k0 rows": rows})) == {"1": ("fulfilled",)}


@pytest.mark.parametrize("condition", ["(" * 90 + "a" + ")" * 90, "not " * 90 + "a", " and ".join(["a"] * 1_000)])
def test_what_the_language_can_nest_is_compiled(condition: str) -> None:
    plan = criteria.parse(f'plan "P"\n  year 2020\nfacts\n  a: yes/no\ngoal 1\n  fulfilled when {condition}\n', "deep")
    fast = plan.compile()
    assert fast.left == ()
    assert fast.levels(fast.bind({"a": True})) == {"1": ("fulfilled",)}


def test_what_is_not_compiled_is_told_and_answered_by_the_reference() -> None:
    plan = criteria.parse(
        'plan "P"\n  year 2020\nfacts\n  table rows\n    a: text\n    n: number\n'
        'goal 1\n  fulfilled when (the n of rows where a is "x") at least 3\n',
        "left",
    )
    fast = plan.compile()
    assert [(each.goal, each.construct) for each in fast.left] == [("1", "of one")]
    for n, level in ((3, "fulfilled"), (2, "not_fulfilled")):
        facts = {"rows": [{"a": "x", "n": n}]}
        assert fast.levels(fast.bind(facts))["1"] == plan.evaluate(facts)["1"].levels == (level,)
