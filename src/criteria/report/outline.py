"""The shape that every report for people shares: what a reader sees of each goal, in the reader's language, without any
layout.

In: a ``Verdict``, the plan's title and file. Out: an ``Outline`` of plain texts that ``terminal``, ``markdown`` and
``html`` lay out. Holds: nothing is evaluated here; truths, levels and margins are taken over as they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import islice

from criteria.dates.readings import defaults
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Fault, GoalVerdict, Measured, ReadingResult, Reason, Truth, Verdict
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.report import numbers
from criteria.report.conditions import ConditionOutline, condition, decisive
from criteria.report.days import day_text
from criteria.report.decisions import decision_lines, standing_words, verdict_words
from criteria.report.document import Table
from criteria.report.evidence import Naming, naming
from criteria.report.steps import level, levels, order, score
from criteria.report.subjects import name_of, subject_lines, subject_tables
from criteria.report.texts import joined, reading, reading_value, say
from criteria.report.totals import TotalOutline, headings, totals
from criteria.report.versions import removal, version_notes
from criteria.source import Source


@frozen
class LevelOutline:
    """A level's conditions; None when the level is simply what is left."""

    label: str
    truth: Truth
    condition: ConditionOutline


@frozen
class ReadingOutline:
    """One way to read the words that matter, and the levels it gives."""

    words: str
    option: str  # what to write after ``--reading``
    levels: str
    in_force: bool


@frozen
class GoalOutline:
    id: str
    title: str
    quote: str
    levels: tuple[str, ...]
    verdict: str  # what was computed
    counts: str  # what counts, and beside it what was computed
    decisions: tuple[str, ...]  # and the measures that the goal reports
    score: str
    counted: str  # the score that counts
    decided: bool
    explanation: tuple[LevelOutline, ...]
    decides: tuple[str, ...]
    missing: tuple[str, ...]
    assumed: tuple[str, ...]
    assumed_helps: tuple[str, ...]
    faults: tuple[str, ...]
    depends_on: str
    readings: tuple[ReadingOutline, ...]
    notes: tuple[str, ...]
    subjects: tuple[str, ...]  # how those stand that it is asked of, one by one

    remarks: tuple[str, ...]  # what a table has room for

    @property
    def result(self) -> tuple[str, ...]:
        """The level and its score; once where the level is called by its score."""
        return (self.verdict,) if self.verdict == self.score else (self.verdict, self.score)

    def listed(self, lang: Lang) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the reader should look after, each with its heading; what is not there is left out."""
        rows = {
            "missing": self.missing,
            "assumed_helps": self.assumed_helps,
            "assumed": self.assumed,
            "fault": self.faults,
        }
        return tuple((say(key, lang), items) for key, items in rows.items() if items)


@frozen
class Outline:
    title: str
    as_of: str
    source: Source
    taken_from: str
    readings: str
    goals: tuple[GoalOutline, ...]
    tally: str
    totals: tuple[TotalOutline, ...]
    sections: Mapping[str, str]  # the goal that a section begins with: its heading
    tables: tuple[Table, ...]  # subjects by goals
    lang: Lang
    removed: tuple[str, ...] = ()  # the goals that an amendment has taken out


def outline(verdict: Verdict, plan: Plan, lang: Lang) -> Outline:
    """Everything a reader is told, in the order of the plan."""
    words = naming(verdict, plan, lang)
    return Outline(
        plan.title,
        say("as_of", lang, day=day_text(verdict.as_of, lang)) if verdict.as_of else say("no_as_of", lang),
        plan.source,
        say("source_of_plan", lang, name=plan.quoted_source) if plan.quoted_source else "",
        _readings_moved(verdict, plan, lang),
        tuple(_goal(goal, verdict.readings, words) for goal in verdict.goals),
        _tally(verdict.goals, lang),
        totals(verdict, lang),
        headings(verdict, lang),
        subject_tables(verdict, plan, lang),
        lang,
        tuple(removal(goal, lang) for goal in verdict.removed),
    )


def _readings_moved(verdict: Verdict, plan: Plan, lang: Lang) -> str:
    """The readings in force that are not the defaults: settled by the plan or moved by the caller."""
    usual = defaults() | {name: values[0] for name, values in plan.definitions.items()}
    moved = [f"{name} {value}" for name, value in sorted(verdict.readings.items()) if usual.get(name) != value]
    return say("in_force", lang, readings=", ".join(moved)) if moved else ""


def _tally(goals: tuple[GoalVerdict, ...], lang: Lang) -> str:
    """``3 fulfilled · 1 partially fulfilled · 2 open``."""
    counts = Counter(_counted(goal, lang) for goal in sorted(goals, key=_tally_order))
    return " · ".join(say("tally", lang, count=count, level=name) for name, count in counts.items())


def _counted(goal: GoalVerdict, lang: Lang) -> str:
    """What a goal counts as: its standing, its override, or its level."""
    if goal.standing:
        return standing_words(goal.standing, lang)
    override = goal.override.step if goal.override else None
    if override:
        return level(override.id, lang, goal.scale)
    return level(goal.levels[0] if goal.decided else "open", lang, goal.scale)


def _tally_order(goal: GoalVerdict) -> tuple[bool, bool, bool, Fraction]:
    """Named levels best first, then scores, then what is open, then what does not count."""
    low, high = goal.counted
    override = goal.override.step if goal.override else None
    name = override.id if override else goal.levels[0]
    return goal.standing is not None, low != high, name[0].isdigit(), -high


def _goal(goal: GoalVerdict, in_force: Mapping[str, str], words: Naming) -> GoalOutline:
    lang = words.lang
    shown = tuple(_levels_to_show(goal))
    missing = tuple(words.name(m.path) for m in goal.missing)
    helps = tuple(words.name(a.path) for a in goal.assumed if a.helps)
    faults = tuple(_fault(fault, lang) for fault in goal.faults)
    depends_on = joined([reading(name, lang) for name in goal.depends_on], say("and", lang))
    alone = goal.subject and not goal.each  # one of many, shown for itself
    versions = tuple(version_notes(goal, lang))
    return GoalOutline(
        goal.id,
        f"{goal.title} – {name_of(goal, lang)}".removeprefix(" – ") if alone else goal.title,
        goal.quote,
        goal.levels,
        levels(goal.levels, lang, goal.scale),
        verdict_words(goal, lang),
        (*decision_lines(goal, words), *(_measure(each, words) for each in goal.measures)),
        score(*goal.score, goal.scale, lang),
        score(*goal.counted, goal.scale, lang),
        goal.decided,
        tuple(
            LevelOutline(_level_label(goal, name, lang), reason.truth, condition(reason, words))
            for name, reason in shown
        ),
        deciding(goal, words),
        missing,
        tuple(words.name(a.path) for a in goal.assumed if not a.helps),
        helps,
        faults,
        depends_on,
        tuple(_reading_outlines(goal, in_force, lang)),
        (
            *versions,
            *(say(key, lang) for key, on in (("widened", goal.widened), ("readings_cut", goal.readings_cut)) if on),
        ),
        tuple(subject_lines(goal, lambda one: _short(one, words), lang)),
        (*_remarks(depends_on, missing, helps, faults, lang), *versions),
    )


def deciding(goal: GoalVerdict, words: Naming) -> tuple[str, ...]:
    """What decides a goal, in short; of one that is asked of many, how many stand where."""
    if goal.subjects:
        return tuple(islice(subject_lines(goal, lambda _: (), words.lang), 1))
    return _decides(tuple(_levels_to_show(goal)), words)


def _short(goal: GoalVerdict, words: Naming) -> Iterable[str]:
    """What decides one of many, and what it lacks."""
    yield from deciding(goal, words)
    if goal.missing:
        yield f"{say('missing', words.lang)} {', '.join(words.name(m.path) for m in goal.missing)}"


def _level_label(goal: GoalVerdict, name: str, lang: Lang) -> str:
    if goal.measured:
        return say("measured", lang)
    return say("judged", lang) if goal.judged else say("when", lang, level=level(name, lang, goal.scale))


def _measure(found: Measured, words: Naming) -> str:
    """``share of trips where held in 2020: 8 of 12 = 66.67%``: shown beside the goal, and not scored."""
    value = numbers.measured(found.amount, None, words.lang) if found.amount else ""
    counted = words.counted(found.counted)
    told = " = ".join(filter(None, [counted, value]))
    return say("measure", words.lang, text=found.text, value=told or say(f"measure_{found.why or 'open'}", words.lang))


def _remarks(
    depends_on: str, missing: tuple[str, ...], helps: tuple[str, ...], faults: tuple[str, ...], lang: Lang
) -> Iterable[str]:
    """In the few words of a table's cell."""
    if depends_on:
        yield say("depends_short", lang, names=depends_on)
    if missing:
        yield f"{say('missing', lang)} {', '.join(missing)}"
    if helps:
        yield f"{say('assumed', lang)} {', '.join(helps)}"
    yield from faults


def _levels_to_show(goal: GoalVerdict) -> Iterable[tuple[str, Reason]]:
    """Levels in the order they are tested, up to the one that certainly holds: those below it are never asked."""
    tested = goal.levels_because or (((goal.levels[0], goal.because),) if goal.because else ())
    for name, reason in tested:
        yield name, reason
        if reason.truth is Truth.TRUE:
            return


def _decides(shown: tuple[tuple[str, Reason], ...], words: Naming) -> tuple[str, ...]:
    """What keeps the goal from a better level, or that every condition holds; each condition once."""
    found: dict[str, None] = {}
    for _, reason in shown:
        if reason.truth is not Truth.TRUE:
            found |= dict.fromkeys(_in_short(leaf, words) for leaf in decisive(reason))
    return tuple(found) or ((say("all_hold", words.lang),) if shown else ())


def _in_short(leaf: Reason, words: Naming) -> str:
    """The condition and how far it is from holding."""
    told = condition(leaf, words)
    return " · ".join(filter(None, [told.text, told.margin or told.measured or told.values]))


def _fault(fault: Fault, lang: Lang) -> str:
    return say(fault.kind, lang, about=fault.about, place=say("line", lang, line=fault.place.line))


def _reading_outlines(goal: GoalVerdict, in_force: Mapping[str, str], lang: Lang) -> Iterable[ReadingOutline]:
    """The combinations, seen through the readings that matter; those that agree in them are one line."""
    seen: dict[tuple[str, ...], list[ReadingResult]] = {}
    for result in goal.readings:
        values = tuple(result.reading.get(name, in_force.get(name, "")) for name in goal.depends_on)
        seen.setdefault(values, []).append(result)
    for values, results in seen.items():
        chosen = list(zip(goal.depends_on, values, strict=True))
        possible = {name for result in results for name in result.levels}
        yield ReadingOutline(
            ", ".join(_reading_words(name, value, len(chosen) > 1, lang) for name, value in chosen),
            ", ".join(f"{name}={value}" for name, value in chosen),
            levels(sorted(possible, key=lambda name: order(name, goal.scale)), lang, goal.scale),
            all(in_force.get(name, value) == value for name, value in chosen),
        )


def _reading_words(name: str, value: str, several: bool, lang: Lang) -> str:
    words = reading_value(name, value, lang)
    return f"{reading(name, lang)}: {words}" if several else words
