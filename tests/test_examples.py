"""The plans under examples/: without errors, their own examples green, and the two surfaces of the Astra plan the same."""

from copy import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.diagnostics import Severity
from criteria.frozen import evolve
from criteria.pipeline import check_file, format_plan, rehearse_plan
from criteria.source import read
from example_plans import EXAMPLES, example

PLANS = sorted(EXAMPLES.rglob("*.criteria"))
ASTRA = EXAMPLES / "astra-2020"

each_plan = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(EXAMPLES).as_posix()) for path in PLANS]
)


def test_there_are_plans() -> None:
    assert {"plan.criteria", "plan.da.criteria"} <= {path.name for path in PLANS}


# What is odd in a source and kept as it stands there.
ODD = {"udviklingsrum-2017": ["grid-day-elsewhere", "grid-day-elsewhere", "grid-day-elsewhere", "grid-ends-early"]}


@each_plan
def test_plan_has_no_faults_but_those_of_its_source(path: Path) -> None:
    found = check_file(path)
    kinds = sorted(d.kind for d in found.diagnostics if d.severity is not Severity.NOTICE)
    assert kinds == ODD.get(path.parent.name, [])
    assert found.plan is not None


ONE_PLANS_OWN = {"attested.yaml", "mended.yaml"}
FOLDERS = sorted({path.parent for path in PLANS})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_says_the_same_in_both_languages(folder: Path) -> None:
    """Plans and facts as they stand there: levels, scores, each subject's levels, and under how many readings."""
    english, danish = (example(f"{folder.name}/{name}") for name in ("plan", "plan.da"))
    facts = [path for path in folder.iterdir() if path.suffix in (".csv", ".yaml") and path.name not in ONE_PLANS_OWN]
    both = [
        [(g.id, g.levels, g.score, len(g.readings), [(s.subject, s.levels) for s in g.subjects]) for g in report]
        for report in (english.evaluate(facts), danish.evaluate(facts))
    ]
    assert both[0] == both[1]
    assert any(len(levels) > 1 or readings > 1 for _, levels, _, readings, _ in both[0])


@pytest.mark.parametrize("name", ["attested", "literal", "mended"])
def test_the_other_astra_plans_say_the_same(name: str) -> None:
    english, danish = (example(f"astra-2020/plan.{name}{tail}") for tail in ("", ".da"))
    facts = [ASTRA / "facts.yaml", ASTRA / "events.csv"]
    facts += [ASTRA / f"{name}.yaml"] if name != "literal" else []
    both = [[(g.id, g.levels, g.score, len(g.readings)) for g in plan.evaluate(facts)] for plan in (english, danish)]
    assert both[0] == both[1]


@each_plan
def test_plan_is_formatted(path: Path) -> None:
    done = format_plan(read(path), None)
    assert done.text == path.read_text(encoding="utf-8")


@each_plan
def test_examples_inside_hold(path: Path) -> None:
    plan = check_file(path).plan
    assert plan is not None
    rehearsal = rehearse_plan(plan)
    assert len(rehearsal.runs) == len(plan.examples) > 0
    assert [run.example.title for run in rehearsal.runs if not run.passed] == []


# ---- the Astra plan in two surfaces ---------------------------------------------------------------------------------------

ENGLISH, DANISH = example("astra-2020/plan"), example("astra-2020/plan.da")
NAMES = {"nået": "reached", "samlet afvigelse": "total deviation"}
VALUES = {"arrangementer": "events", "linjer": "lines", "størst": "largest", "puljet": "pooled"}

DATES = (
    "theory available", "theory published", "template sent", "concept sent", "overview sent", "process-plan sent",
    "summary sent", "approval established", "follow-up established",
)  # fmt: skip
EDGES = (
    "2020-05-29", "2020-05-30", "2020-06-14", "2020-06-15", "2020-06-30", "2020-08-31", "2020-09-30", "2020-10-01", "2020-10-02",
    "2020-10-03", "2020-10-15", "2020-10-16", "2020-10-20", "2020-10-31", "2020-11-10", "2020-11-11", "2020-11-15", "2020-11-16",
    "2020-11-20", "2020-11-21", "2020-12-15", "2020-12-20", "2020-12-31", "2021-01-01", "2021-02-02",
)  # fmt: skip
VAGUE = (
    "2020-10",
    "oktober 2020",
    "medio november 2020",
    "ultimo maj",
    "4. kvartal",
    "2020-09-30..2020-10-02",
    "foråret 2020",
)
PLANNED = [(row.values["area"], row.values["kind"]) for row in ENGLISH.model.records["activities"].rows or ()]

days = st.sampled_from([*EDGES, *VAGUE, "unknown", "never", None])
amounts = st.sampled_from(["98000000", "98500000", "99000000", "100000000", "101000000", "97..103", "unknown", None])
above_nought = st.sampled_from(["100000000", "99000000", "99000000..100000000", "unknown", None])
areas, kinds = (st.sampled_from(list(dict.fromkeys(values))) for values in zip(*PLANNED, strict=True))
vague_rows = st.fixed_dictionaries({}, optional={"area": areas, "kind": kinds, "held": days})
reports = st.sampled_from([None, None, "2020-06-01", "2020-10-01", "2020-11-20", "2021-02-01"])


@st.composite
def scalars(draw: st.DrawFn) -> dict[str, Any]:
    """Facts by their keys: some given, some imprecise, some unknown, some left out."""
    facts: dict[str, Any] = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(DATES, days)))
    facts |= draw(st.fixed_dictionaries({}, optional=dict.fromkeys(("budget income", "budget expenses"), amounts)))
    accounts = dict.fromkeys(("accounts income", "accounts expenses"), above_nought)
    facts |= draw(st.fixed_dictionaries({}, optional=accounts))
    processes = st.lists(st.fixed_dictionaries({"name": st.just("timer")}, optional={"described": days}), max_size=3)
    return {**facts, "processes": draw(processes)} if draw(st.booleans()) else facts


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """A summary, and events around what is planned: all of them but for a few kinds, and perhaps a vague one."""
    short = draw(st.sets(st.sampled_from(PLANNED), max_size=4))
    sure = [
        {"area": row.values["area"], "kind": row.values["kind"], "held": "2020-05-12"}
        for row in ENGLISH.model.records["activities"].rows or ()
        for _ in range(int(row.values["planned"]) - ((row.values["area"], row.values["kind"]) in short))
    ]
    facts: dict[str, Any] = {"summary sent": draw(days)}
    return {**facts, "events": sure + draw(st.lists(vague_rows, max_size=1))} if draw(st.integers(0, 5)) else facts


def told(report: criteria.Report) -> list[Any]:
    """What a report says, the Danish plan's own readings under their English names."""
    return [
        (
            goal.id,
            goal.levels,
            goal.widened,
            {NAMES.get(name, name) for name in goal.depends_on},
            [m.path for m in goal.missing],
            [(a.path, a.helps) for a in goal.assumed],
            [f.kind for f in goal.faults],
            [
                (
                    {NAMES.get(name, name): VALUES.get(value, value) for name, value in result.reading.items()},
                    result.levels,
                )
                for result in goal.readings
            ],
        )
        for goal in report
    ]


def same(facts: dict[str, Any], as_of: str | None, *ids: str) -> None:
    """The two plans agree on these goals."""
    both = []
    for plan in (ENGLISH, DANISH):
        part = copy(plan)
        part.model = evolve(plan.model, goals=tuple(goal for goal in plan.model.goals if goal.id in ids))
        both.append(told(part.evaluate(facts, as_of)))
    assert both[0] == both[1]


@given(facts=scalars(), as_of=reports)
@settings(max_examples=20)
def test_both_surfaces_say_the_same_of_days_and_amounts(facts: dict[str, Any], as_of: str | None) -> None:
    same(facts, as_of, "1", "2", "3", "5", "6")


@given(facts=events(), as_of=reports)
@settings(max_examples=10)
def test_both_surfaces_say_the_same_of_events(facts: dict[str, Any], as_of: str | None) -> None:
    same(facts, as_of, "4")


def test_facts_by_their_danish_names() -> None:
    """A facts file may use the names of the Danish plan instead of the keys."""
    by_key = {
        "theory": {"available": "2020-10-02"},
        "events": [{"area": "Kommuner", "kind": "temadag", "held": "2020-05-12"}],
    }
    by_name = {
        "teori": {"foreligger": "2020-10-02"},
        "arrangementer": [{"område": "Kommuner", "art": "temadag", "afholdt": "2020-05-12"}],
    }
    assert told(DANISH.evaluate(by_name)) == told(ENGLISH.evaluate(by_key))
