"""The examples of a plan, as a person reads how they went.

In: a ``Rehearsal``. Out: text: an example a line, the expectations that fail below it, then how much of the plan they touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.analyse.examples import Outcome, Rehearsal, Run, TotalOutcome
from criteria.diagnostics import Lang, render
from criteria.report.coverage import rest, summary
from criteria.report.steps import levels
from criteria.report.texts import say
from criteria.report.totals import told
from criteria.source import Source


def rehearsal_text(
    name: str, found: Rehearsal, sources: Mapping[str, Source], lang: Lang, *, coverage: bool = False
) -> str:
    """The whole answer for one plan; with ``coverage`` the list of what no example touches."""
    if not found.runs:
        return "\n".join([f"{name}: {say('no_examples', lang)}", *(rest(found, lang) if coverage else ())]) + "\n"
    lines = [f"{name}"]
    for run in found.runs:
        lines += _run(run, sources, lang)
    failed = sum(not run.passed for run in found.runs)
    lines += ["", say("passed_failed", lang, passed=len(found.runs) - failed, failed=failed)]
    lines += summary(found, lang, listed=coverage)
    lines += rest(found, lang) if coverage else ()
    return "\n".join(lines) + "\n"


def _run(run: Run, sources: Mapping[str, Source], lang: Lang) -> Iterator[str]:
    yield f"  {'✓' if run.passed else '✗'} {run.example.title}"
    for fault in run.faults:
        yield from (f"      {line}" for line in render(fault, sources, lang).splitlines())
    for outcome in run.outcomes:
        if not outcome.passed:
            yield f"      {_expectation(outcome, lang)}"
    for total in run.totals:
        if not total.passed:
            yield f"      {_total(total, lang)}"


def _expectation(outcome: Outcome, lang: Lang) -> str:
    expected = outcome.expectation
    readings = ", ".join(f"{name} {value}" for name, value in expected.readings.items())
    where = say("line", lang, line=expected.place.line)
    of = f" {say('for', lang)} “{expected.subject}”" if expected.subject else ""
    goal = f"{say('goal', lang).lower()} {expected.goal}{of}" + (f" {say('with', lang)} {readings}" if readings else "")
    got = say(
        "expected_got",
        lang,
        expected=levels(outcome.expected, lang, outcome.scale),
        got=levels(outcome.got, lang, outcome.scale) or say("not_in_force", lang),
    )
    return f"{goal}: {got} ({where})"


def _total(outcome: TotalOutcome, lang: Lang) -> str:
    expected = outcome.expectation
    name = f"{say('section', lang).lower()} “{expected.section}”" if expected.section else say("total", lang).lower()
    readings = ", ".join(f"{reading} {value}" for reading, value in expected.readings)
    name += f" {say('with', lang)} {readings}" if readings else ""
    got = told(outcome.got, expected.unit, lang) if outcome.got else say("total_fault", lang)
    said = say("expected_got", lang, expected=told((expected.low, expected.high), expected.unit, lang), got=got)
    return f"{name}: {said} ({say('line', lang, line=expected.place.line)})"
