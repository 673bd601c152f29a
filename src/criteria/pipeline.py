"""From a text to a verdict: the only file that knows the order of the stages.

In: a plan as a file or a text, facts as files or a dict. Out: ``Checked``, ``Loaded``, a ``Verdict``, a text: values with
their diagnostics, never an exception for what a user wrote (``date_meanings`` raises what the dates package raises).
Stages: source → syntax → check → facts → evaluate → report. Each is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from criteria.collecting import paused
from criteria.diagnostics import Diagnostic, Lang, has_errors, unreadable
from criteria.frozen import evolve, field, frozen
from criteria.nearest import fold, nearest
from criteria.source import Original, Source, Unreadable, from_text, original, read

if TYPE_CHECKING:
    from criteria.analyse.changes import Changes
    from criteria.analyse.course import Course
    from criteria.analyse.examples import Rehearsal
    from criteria.analyse.phrases import Meanings
    from criteria.evaluate.verdict import Verdict
    from criteria.facts.record import Facts
    from criteria.model import plan as model
    from criteria.model.findings import Accepted

Given = str | Path | Sequence[str | Path] | Mapping[str, object]
Progress = Callable[[int, int], None]
Form = Literal["text", "markdown", "html"]


@frozen
class Checked:
    """A plan as far as understood: ``plan`` is None when there are errors, ``source`` when it cannot be read."""

    name: str
    source: Source | None
    plan: model.Plan | None
    diagnostics: tuple[Diagnostic, ...]
    language: Lang = "en"
    accepted: tuple[Accepted, ...] = ()  # findings that the plan itself says are as they should be

    @property
    def sources(self) -> dict[str, Source]:
        """What messages quote lines from."""
        return {self.source.name: self.source} if self.source else {}


@frozen
class Loaded:
    """The facts as far as they could be read, and the texts they were read from, for messages that show a line."""

    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source] = field(factory=dict)


@frozen
class Formatted:
    """A plan's canonical text, or None and why not."""

    text: str | None
    changed: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def check_file(path: str | Path) -> Checked:
    """Read and check a plan; nothing is raised for what stands in it."""
    try:
        return check_source(read(path))
    except Unreadable as error:
        return Checked(str(path), None, None, (unreadable(error),))


def check_text(text: str, name: str) -> Checked:
    """Check a plan that is no file."""
    try:
        return check_source(from_text(name, text))
    except Unreadable as error:
        return Checked(name, None, None, (unreadable(error),))


def check_source(source: Source) -> Checked:
    """Syntax, then names, types and dates: all faults in one run, but those that only follow from another."""
    from criteria.check.acceptances import parted
    from criteria.check.from_syntax import check
    from criteria.syntax.parse import parse as parse_source

    with paused():
        tree, faults = parse_source(source)
        plan, more = check(tree)
    if has_errors(faults):
        more = [fault for fault in more if not _in_the_wake(fault, tree.unread)]
    found = sorted((*faults, *more), key=_line)
    plan = None if has_errors(found) else plan
    told, accepted = parted(found, plan.accepted if plan else ())
    return Checked(source.name, source, plan, tuple(told), tree.language, tuple(accepted))


def analysed(checked: Checked) -> Checked:
    """With what a plan that can be read leaves to be wondered at; only ``criteria check`` asks for it."""
    if checked.plan is None:
        return checked
    from criteria.analyse.findings.every import findings
    from criteria.check.acceptances import parted, unused

    said = checked.plan.accepted
    told, silent = parted(findings(checked.plan, _original(checked)), said)
    accepted = (*checked.accepted, *silent)
    told, silent = parted((*checked.diagnostics, *told, *unused(said, accepted)), said)
    every = sorted((*accepted, *silent), key=lambda each: _line(each.finding))
    return evolve(checked, diagnostics=tuple(sorted(told, key=_line)), accepted=tuple(every))


def _original(checked: Checked) -> Original | None:
    """The file that the plan was taken from, when its header names one that stands beside it."""
    named = checked.plan.quoted_source if checked.plan else ""
    if not named or checked.source is None or checked.source.path is None or "\0" in named:
        return None
    path = checked.source.path.parent / named
    if path.name != named:  # only what stands in the same folder is looked at
        return None
    return original(path)


# What the checker finds because a faulty line is not in the tree.
_WAKE = frozenset(
    {"goal-without-levels", "list-empty", "log-without-date", "no-goals", "table-without-rows", "unused-fact"}
)


def _in_the_wake(fault: Diagnostic, unread: Iterable[str]) -> bool:
    """Whether a fault only follows from a line that could not be read, such as a name that the line declares."""
    if fault.kind != "undefined-name":
        return fault.kind in _WAKE
    broken = fold(" ".join(unread).replace(":", " ").replace("(", " ").replace(")", " ")).split()
    return fold(fault.values.get("found", "")).rpartition(" ")[2] in broken


def _line(fault: Diagnostic) -> tuple[int, int]:
    return (fault.place.line, fault.place.column) if fault.place else (0, 0)


def load_facts(given: Given | None, plan: model.Plan) -> Loaded:
    """Facts for a plan; None is no facts at all, and then nothing is closed."""
    from criteria.facts.record import NO_FACTS

    if given is None:
        return Loaded(NO_FACTS, ())
    from criteria.facts.load import load as read_facts

    if not isinstance(given, Mapping):
        given = [given] if isinstance(given, str | Path) else list(given)
    sources: dict[str, Source] = {}
    facts, found = read_facts(given, plan, sources)
    return Loaded(None if has_errors(found) else facts, tuple(found), sources)


def evaluate(
    plan: model.Plan,
    facts: Facts,
    as_of: date | None = None,
    readings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Verdict:
    """The verdict; the readings must have passed ``check_readings``."""
    from criteria.evaluate.evaluation import evaluate as of_plan
    from criteria.evaluate.often import asked_again

    told = None
    if asked_again(plan):
        from criteria.compiled.certain import certain

        told = certain(plan, facts, as_of, readings or {})
    return of_plan(plan, facts, as_of, readings, progress, told)


def occasions(plan: model.Plan, every: str) -> tuple[date, ...]:
    """The ends of the months, quarters, half-years or years of a plan, in English or Danish, and the day its record closes."""
    from criteria.analyse.occasions import occasions as of_plan

    return of_plan(plan, every)


def course(
    plan: model.Plan,
    facts: Facts,
    days: Sequence[date],
    readings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Course:
    """The verdicts on several days, and what happened between them."""
    from criteria.analyse.course import course as of_plan

    return of_plan(plan, facts, days, readings, progress)


def check_readings(readings: Mapping[str, str], plan: model.Plan | None) -> tuple[dict[str, str], list[Diagnostic]]:
    """The readings by the names that the plan knows them by. Only what the plan leaves open can be moved."""
    from criteria.dates.readings import READINGS

    known = {name: reading.values for name, reading in READINGS.items()} | dict(plan.definitions if plan else {})
    settled = plan.settled if plan else {}
    moved: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for asked, value in readings.items():
        name, wanted = _same(asked, known), value
        if name is None:
            expected = ", ".join(known)
            faults.append(
                Diagnostic("unknown-reading", None, {"found": asked, "expected": expected}, nearest(asked, known))
            )
            continue
        choice = _same(wanted, known[name])
        if choice is None:
            values = {"name": name, "found": wanted, "expected": ", ".join(known[name])}
            faults.append(Diagnostic("unknown-reading-value", None, values, nearest(wanted, known[name])))
        elif name in settled and settled[name] != choice:
            faults.append(Diagnostic("settled-reading", None, {"name": name, "value": settled[name]}))
        else:
            moved[name] = choice
    return moved, faults


def _same(word: str, known: Iterable[str]) -> str | None:
    """The known name that is written so, whatever the case and blanks."""
    from criteria.model.plan import fold_reading

    return next((name for name in known if fold_reading(name) == fold_reading(word)), None)


def format_plan(source: Source, to: str | None) -> Formatted:
    """The canonical layout, in the plan's own surface or in ``to``; only for a text without errors of syntax."""
    from criteria.syntax.format import format_source
    from criteria.syntax.parse import parse as parse_source

    _, faults = parse_source(source)
    if has_errors(faults):
        return Formatted(None, False, tuple(faults))
    text = format_source(source, "da" if to == "da" else "en" if to == "en" else None)
    return Formatted(text, text != source.text, tuple(faults))


def rehearse_plan(plan: model.Plan) -> Rehearsal:
    """The examples inside the plan, run."""
    from criteria.analyse.examples import rehearse

    return rehearse(plan)


def date_meanings(text: str, year: int | None, readings: Mapping[str, str]) -> Meanings:
    """What a date phrase or test means; raises ``DateRefused``."""
    from criteria.analyse.phrases import meanings

    return meanings(text, year, readings)


def report_data(verdict: Verdict, plan: model.Plan, lang: Lang = "en") -> dict[str, object]:
    """The verdict as plain data, schema ``criteria/verdict/1``."""
    from criteria import __version__
    from criteria.report.data import verdict_data

    return verdict_data(verdict, plan, __version__, lang)


def report_text(
    verdict: Verdict,
    plan: model.Plan,
    form: str = "text",
    lang: Lang | None = None,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The verdict for people, in the plan's language unless told otherwise."""
    from criteria.report.outline import outline

    told = outline(verdict, plan, lang or plan.language)
    if form == "markdown":
        from criteria.report.markdown import markdown

        return markdown(told)
    if form == "html":
        from criteria.report.html import html

        return html(told)
    from criteria.report.terminal import terminal

    return terminal(told, width, colour)


def changes(old: model.Plan, new: model.Plan | None) -> tuple[Changes, ...]:
    """What differs between two plans; without a second one, what each amendment of the first changes."""
    from criteria.analyse.changes import between, within

    return within(old) if new is None else (between(old, new),)
