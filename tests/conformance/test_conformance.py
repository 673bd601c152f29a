"""The meaning of the language as data: cases of a plan, facts and what must follow, by topic in the YAML files beside this one.

A file has `cases` and perhaps a `plan` that they share, in which `{goal}` stands for a case's own lines, or a `plan_file` and the
`facts` that its cases change. All scalars are texts.

| Key of a case | Says |
|---|---|
| `name`, `because` | what it shows, and the sentence of the language's page that it pins |
| `plan` or `goal` | the plan, or the lines put into the file's plan (indented by two) |
| `facts` | what is known; left out: no facts at all, so that nothing is closed; `{}`: an empty, closed record |
| `as_of`, `readings` | the day of the report; defaults moved by the caller |
| `levels`, `depends_on`, `with`, `missing`, `assumed`, `helps`, `faults`, `widened` | what goal 1 must come to, as far as given |
| `override`, `standing`, `score` | the level that counts instead, `lapsed from 2020-07-01`, `none`; the score that counts, `20..60` |
| `expect` | the same for several goals, by their number |
| `subjects` | of a goal for each subject or period: what each must come to, by its name (`Aarhus`, `2019`, `Aarhus, 2019`) |
| `sums` | what the totals come to: `total` and sections by their title, see `sums.py` |
| `errors`, `facts-errors` | all errors of the plan, or of the facts: `kind`, and `line` or `at` (words of the line) |
| `measures` | what stands beside it: `50`, `50..100`, or why there is no number |
| `no-warnings` | kinds that must not be among the remarks |
| `warnings` | kinds that must be among the remarks on plan and facts that do not stop the run |
| `held` | a log `events` by area and kind: how many were held on 12 May 2020; it changes that of the file, `none` leaves it out |
| `version`, `otherwise` | of an amended goal: the title of the version that judged it, the levels of each other version |
| `removed` | the goals that an amendment has taken out |
| `vary`, `gives` | a case for each value of one fact, with its levels |
| `each` | a case for each of several changes |

Levels are written `F` fulfilled, `P` partial, `N` not fulfilled: `F N` is an open verdict.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import criteria
from conformance.sums import check_sums, sums
from criteria.diagnostics import CriteriaError, Severity
from criteria.evaluate.verdict import GoalVerdict, Measured
from criteria.evaluate.versions import only
from criteria.frozen import evolve, names_of
from criteria.model import terms
from criteria.model.nodes import is_node
from criteria.model.scale import between, plain
from criteria.model.standing import Standing
from criteria.pipeline import Checked, check_text, format_plan, load_facts
from criteria.source import from_text

HERE = Path(__file__).parent
LEVELS = {"F": "fulfilled", "P": "partial", "N": "not_fulfilled"}
OUTCOME = (
    *("levels", "depends_on", "with", "missing", "assumed", "helps", "faults", "widened", "subjects"),
    *("override", "standing", "score", "measures", "version", "otherwise"),
)
KEYS = {
    *OUTCOME,
    "name",
    "because",
    "plan",
    "goal",
    "facts",
    "as_of",
    "readings",
    "expect",
    "sums",
    "removed",
    "errors",
    "facts-errors",
    "warnings",
    "no-warnings",
}


class _Texts(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Every scalar is a text, and a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]  # type: ignore[no-untyped-call]
        assert len(keys) == len(set(keys)), f"a key twice: {keys} {node.start_mark}"
        return super().construct_mapping(node, deep=True)


def _cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(HERE.glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), _Texts)
        shared = (
            (path.parent / document["plan_file"]).read_text(encoding="utf-8")
            if "plan_file" in document
            else document.get("plan", "")
        )
        for case in document["cases"]:
            for number, one in enumerate(_spread(case), 1):
                one["plan"] = _plan(shared, one)
                _add_facts(one, document)
                assert set(one) <= KEYS, set(one) - KEYS
                yield (
                    f"{path.stem}: {one['name']}"
                    + (f" #{number}" if one["name"] == case["name"] and number > 1 else ""),
                    one,
                )


def _add_facts(case: dict[str, Any], document: Mapping[str, Any]) -> None:
    """The file's own facts, as the case changes them."""
    if "facts" not in document:
        return
    events = {} if case.get("held") == "none" else _merged(document["held"], case.get("held", {}))
    rows = [
        {"area": area, "kind": kind, "held": "2020-05-12"}
        for area, kinds in events.items()
        for kind, number in kinds.items()
        for _ in range(int(number))
    ]
    changes = dict(case.get("facts", {}))
    more = changes.pop("events", None)
    case["facts"] = _merged(document["facts"], changes)
    if rows or more is not None:
        case["facts"]["events"] = rows + (more or [])
    case.pop("held", None)


def _merged(facts: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(facts[key], changes[key])
        for key in facts.keys() & changes.keys()
        if isinstance(facts[key], Mapping)
    }
    return {**facts, **changes, **both}


def _spread(case: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The case itself, or one for each value that it varies."""
    base = {key: value for key, value in case.items() if key not in ("vary", "gives", "each")}
    for value, levels in case.get("gives", {}).items():
        facts = {**base.get("facts", {}), case["vary"]: value}
        yield {**base, "name": f"{base['name']} [{value}]", "facts": facts, "levels": levels}
    for change in case.get("each", ()):
        yield {**base, **change}
    if "gives" not in case and "each" not in case:
        yield base


def _plan(shared: str, case: dict[str, Any]) -> str:
    if "goal" not in case:
        return str(case.get("plan", shared))
    lines = "".join(f"  {line}\n" if line else "\n" for line in case.pop("goal").rstrip("\n").split("\n"))
    return str(case.get("plan", shared)).replace("{goal}\n", lines)


CASES = dict(_cases())
each_case = pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])


@cache
def checked(text: str) -> Checked:
    return check_text(text, "plan.criteria")


def verdict(case: Mapping[str, Any], plan: Checked) -> criteria.Report:
    """The report on the goals that the case is about; facts that are not usable raise."""
    if plan.plan and case.get("expect") and "sums" not in case:
        plan = evolve(plan, plan=only(plan.plan, set(case["expect"])))
    return criteria.Plan(plan).evaluate(case.get("facts"), case.get("as_of"), case.get("readings"))


# ---- what must follow ---------------------------------------------------------------------------------------------------


@each_case
def test_case(case: Mapping[str, Any]) -> None:
    plan = checked(case["plan"])
    if "errors" in case:
        assert faults(plan.diagnostics) == expected_faults(case["errors"], case["plan"])
        return
    assert plan.plan is not None, "\n".join(map(str, faults(plan.diagnostics)))
    remarks = [*plan.diagnostics]
    if "facts-errors" in case:
        found = load_facts(case["facts"], plan.plan)
        assert found.facts is None
        wanted = [{"kind": fault} if isinstance(fault, str) else fault for fault in case["facts-errors"]]
        assert sorted(d.kind for d in found.diagnostics if d.severity is Severity.ERROR) == sorted(
            w["kind"] for w in wanted
        )
        for fault in wanted:
            assert "about" not in fault or any(
                fault["about"] in d.message() for d in found.diagnostics if d.kind == fault["kind"]
            ), [d.message() for d in found.diagnostics]
        with pytest.raises(CriteriaError):
            verdict(case, plan)
        return
    if "facts" in case:
        remarks += load_facts(case["facts"], plan.plan).diagnostics
    report = verdict(case, plan)
    assert set(case.get("warnings", ())) <= {
        d.kind for d in (*remarks, *report.notices) if d.severity is not Severity.ERROR
    }
    check_sums(report, case.get("sums", {}))
    if "removed" in case:
        assert [goal.id for goal in report.verdict.removed] == case["removed"]
    assert not set(case.get("no-warnings", ())) & {d.kind for d in (*remarks, *report.notices)}
    wanted = case["expect"] if "expect" in case else {report.verdict.goals[0].id: case}
    for goal, outcome in wanted.items():
        got = seen(report, goal)
        for key in set(outcome) & set(OUTCOME):
            if key == "subjects":
                assert list(outcome[key]) == list(got[key]), (outcome[key], list(got[key]))
                for name, one in outcome[key].items():
                    check_one(got[key][name], {"levels": one} if isinstance(one, str) else one, name)
            elif key == "with":
                for combination in outcome["with"]:
                    assert under(report, goal, combination["reading"]) == levels(combination["levels"]), combination
            else:
                assert got[key] == WANTED[key](outcome[key]), (key, got)


def check_one(got: Mapping[str, Any], wanted: Mapping[str, Any], name: str) -> None:
    for key in wanted:
        assert got[key] == WANTED[key](wanted[key]), (name, key, got)


def levels(text: str | list[str]) -> list[str]:
    words = text.split() if isinstance(text, str) else text
    return [LEVELS.get(word, word) for word in words]


def truth(text: str) -> bool:
    return {"yes": True, "no": False}[text]


WANTED = dict.fromkeys(OUTCOME, sorted) | {
    "levels": levels,
    "widened": truth,
    "override": lambda text: LEVELS.get(text, text),
    "standing": str,
    "measures": list,
    "score": str,
    "version": str,
    "otherwise": lambda versions: [levels(each) for each in versions],
}


def seen(report: criteria.Report, goal: str) -> dict[str, Any]:
    """What a goal came to, in the words of a case."""
    return seen_of(report[goal])


def seen_of(found: GoalVerdict) -> dict[str, Any]:
    """The same of one verdict, and of those on its subjects."""
    return {
        "levels": list(found.levels),
        "depends_on": sorted(found.depends_on),
        "missing": sorted(m.path for m in found.missing),
        "assumed": sorted(a.path for a in found.assumed),
        "helps": sorted(a.path for a in found.assumed if a.helps),
        "faults": sorted(f.kind for f in found.faults),
        "widened": found.widened,
        "version": found.version.title if found.version else "none",
        "otherwise": [list(other.levels) for other in found.otherwise],
        "subjects": {one.called: seen_of(one) for one in found.subjects},
        "override": found.override.step.id if found.override else "none",
        "standing": standing(found.standing),
        "measures": [amount(each) for each in found.measures],
        "score": between(*found.counted).id,
    }


def amount(found: Measured) -> str:
    """A measure as ``50``, ``50..100``, ``..`` where it is without end, or why it has none."""
    if found.amount is None:
        return found.why
    low, high = ("" if end is None else plain(end) for end in (found.amount.low, found.amount.high))
    return low if low and low == high else f"{low}..{high}"


def standing(found: Standing | None) -> str:
    if found is None:
        return "none"
    return f"{found.kind.value} from {found.since}" if found.since else found.kind.value


def under(report: criteria.Report, goal: str, reading: Mapping[str, str]) -> list[str]:
    """The levels under the one combination that has these readings and otherwise the default ones."""
    results = report[goal].readings
    default = results[0].reading
    full = {**default, **reading}
    assert set(full) == set(default), f"{set(reading) - set(default)} is not varied"
    return next(list(result.levels) for result in results if dict(result.reading) == full)


def faults(diagnostics: Any) -> list[tuple[str, int]]:
    return sorted((d.kind, d.place.line if d.place else 0) for d in diagnostics if d.severity is Severity.ERROR)


def expected_faults(wanted: list[Any], text: str) -> list[tuple[str, int]]:
    lines = text.split("\n")
    found = []
    for fault in wanted:
        if "line" in fault:
            found.append((fault["kind"], int(fault["line"])))
        else:
            (number,) = [n for n, line in enumerate(lines, 1) if fault["at"] in line][:1] or [0]
            found.append((fault["kind"], number))
    return sorted(found)


# ---- what holds of every case -------------------------------------------------------------------------------------------


@cache
def formatted(text: str, to: str) -> Checked:
    done = format_plan(from_text("plan.criteria", text), to)
    assert done.text is not None
    if done.text == text:
        return checked_untraced(text)
    again = format_plan(from_text("plan.criteria", done.text), to)
    assert again.text == done.text, "formatting again changes it"
    return check_text(done.text, "plan.criteria")


@cache
def checked_untraced(text: str) -> Checked:
    """Not the one that traced tests share, which must be checked under the tracer."""
    return check_text(text, "plan.criteria")


EVALUATED = {name: case for name, case in CASES.items() if "errors" not in case and "facts-errors" not in case}


@pytest.mark.no_cover
@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in EVALUATED.items()])
def test_same_on_both_surfaces_and_again(case: Mapping[str, Any]) -> None:
    """Laid out in its own language it is the same plan, and says the same again; laid out in the other it comes to the same."""
    plan = checked_untraced(case["plan"])
    assert plan.plan is not None
    report = verdict(case, plan)
    text = report.to_json()
    assert json.loads(text)["schema"] == "criteria/verdict/1"
    goals, summed_up = come_to(report)
    for to in ("da", "en"):
        formed = formatted(case["plan"], to)
        assert formed.plan is not None, (to, formed.diagnostics)
        assert to != plan.language or formed.plan == plan.plan
        other = verdict(case, formed)
        assert come_to(other) == (goals, summed_up), to
        assert formed is not plan or other.to_json() == text


def come_to(report: criteria.Report) -> tuple[object, object]:
    return [(goal.id, seen(report, goal.id), goal.readings) for goal in report], sums(report)


# ---- the cases together ---------------------------------------------------------------------------------------------------


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 400
    stopped_or_open = [
        name for name, case in CASES.items() if "errors" in case or "facts-errors" in case or is_open(case)
    ]
    assert len(stopped_or_open) >= 0.4 * len(CASES), f"{len(stopped_or_open)} of {len(CASES)}"


def is_open(case: Mapping[str, Any]) -> bool:
    outcomes = case["expect"].values() if "expect" in case else [case]
    if any(".." in str(one.get("range") if isinstance(one, dict) else one) for one in case.get("sums", {}).values()):
        return True
    found = [levels(outcome.get("levels", "")) for outcome in outcomes]
    measured = any(".." in each for outcome in outcomes for each in outcome.get("measures", ()))
    return measured or any(len(each) > 1 or any(".." in level for level in each) for each in found)


def nodes() -> Iterator[object]:
    """Every node of the models of all cases, with those behind computed columns."""
    for text in {case["plan"] for case in EVALUATED.values()}:
        plan = checked(text).plan
        assert plan is not None
        left: list[object] = [
            *(level.literal for goal in plan.goals for level in goal.levels),
            *(level.relaxed for goal in plan.goals for level in goal.levels),
            *(column.computed for record in plan.records.values() for column in record.columns.values()),
        ]
        while left:
            node = left.pop()
            if isinstance(node, tuple):
                left += node
            elif is_node(node):
                yield node
                left += [getattr(node, name) for name in names_of(type(node))]


def test_every_construct_is_shown() -> None:
    found = list(nodes())
    shown = {type(node) for node in found}
    assert {*terms.Term.__args__, *terms.Condition.__args__, terms.Rows} <= shown
    assert {node.quantity for node in found if isinstance(node, terms.Quantified)} == {*terms.Quantity}
    compared = {node.relation for node in found if isinstance(node, terms.Compare | terms.Quantified)}
    assert compared >= {*terms.Comparison}
    counted = {node.relation for node in found if isinstance(node, terms.NumberOf)}
    assert counted == {terms.Comparison.AT_LEAST, terms.Comparison.EQUAL}


def test_every_date_test_is_shown() -> None:
    """Every relation with a period and with a boundary, as the table of date tests has them; and with another fact."""
    shown = set()
    for node in nodes():
        if isinstance(node, terms.DateTest):
            for side in (node.first, node.last):
                if isinstance(side, terms.DateValue):
                    shown.add((node.relation.name, "boundary" if side.phrase.period().boundary else "period"))
                elif isinstance(side, terms.Fact | terms.Offset):
                    shown.add((node.relation.name, type(side).__name__))
    both = {
        (relation, kind)
        for relation in ("BY", "BEFORE", "INDEN", "AFTER", "FROM", "BETWEEN")
        for kind in ("period", "boundary")
    }
    assert both | {("IN", "period"), ("BY", "Fact"), ("BY", "Offset"), ("FROM", "Fact")} <= shown
