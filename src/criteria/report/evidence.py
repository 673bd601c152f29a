"""The facts behind a condition, as a reader is told them.

In: ``UsedFact``s. Out: one text: each value with its name in the plan's own words and its place. A place is as short
as it can be: a line of the plan, or a file by its own name while no other file of the report bears it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Reason, UsedFact, Verdict
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.report.days import with_days
from criteria.report.texts import say

MOST_FACTS = 12
_WORDS = {"": "value_missing", "unknown": "value_unknown", "never": "value_never"}
_COUNTED = re.compile(r"(\d+)(\+?)/(\d+)(\+?)")


@frozen
class Naming:
    """What the reader's words for facts and files are, and the day the report stands on."""

    names: Mapping[str, str]
    files: Mapping[str, str]
    as_of: date | None
    lang: Lang

    def name(self, path: str) -> str:
        """A fact, a record, or columns of one (``kommuner: gebyr``), in the plan's own words."""
        record, colon, columns = path.partition(": ")
        if path in self.names or not colon:
            return self.names.get(path, path)
        told = [self.names.get(f"{record}: {column}", column).rpartition(": ")[2] for column in columns.split(", ")]
        return f"{self.names.get(record, record)}: {', '.join(told)}"

    def place(self, source: str) -> str:
        """``facts.yaml:7``, ``line 31``."""
        file = next((file for file in self.files if source.startswith(f"{file}:")), None)
        return source if file is None else self.files[file] + source[len(file) + 1 :]

    def facts(self, facts: Iterable[UsedFact], text: str) -> str:
        """Values with their places; the name only where ``text``, the condition, does not begin with it."""
        given = list(facts)
        groups = [list(group) for _, group in groupby(given[:MOST_FACTS], key=lambda fact: fact.path)]
        told = [self._group(group, text) for group in groups]
        return ", ".join(told + ["…"] * (len(given) > MOST_FACTS))

    def _group(self, facts: list[UsedFact], text: str) -> str:
        name = self.name(facts[0].path)
        named = "" if text.casefold().startswith(name.casefold()) else f"{name}: "
        return named + "; ".join(self._value(fact) for fact in facts)

    def _value(self, fact: UsedFact) -> str:
        value = say(_WORDS[""], self.lang) if not fact.value else with_days(self._spoken(fact.value), self.lang)
        notes = [self.place(fact.source)] if fact.source else []
        if self.as_of and _iso(fact.value) > self.as_of.isoformat():
            notes.append(say("after_as_of", self.lang))
        return f"{value} ({', '.join(notes)})" if notes else value

    def _spoken(self, value: str) -> str:
        """A value, or the cells of a row, with what is unknown or never in the reader's language."""
        return ", ".join(
            say(_WORDS[part], self.lang) if part in _WORDS and part else part for part in value.split(", ")
        )

    def counted(self, measured: str) -> str:
        """``8 of 12``; rows that may still come make it at least so many, and nothing of nothing is not told."""
        found = _COUNTED.fullmatch(measured)
        if not found:
            return with_days(measured, self.lang)
        if found[3] == "0" and found[4]:
            return ""
        most = [
            say("at_least", self.lang, amount=n) if more else n
            for n, more in ((found[1], found[2]), (found[3], found[4]))
        ]
        return say("of", self.lang, part=most[0], whole=most[1])

    def kept(self, rows: str) -> str:
        """``18 of 20 rows counted``."""
        counted = self.counted(rows) if rows else ""
        return say("rows_counted", self.lang, counted=counted) if counted else ""


def naming(verdict: Verdict, plan: Plan, lang: Lang, also: Iterable[str] = ()) -> Naming:
    """The words of this plan and the files of this report, ``also`` those of more places."""
    names = {path: fact.name for path, fact in plan.facts.items()}
    for key, record in plan.records.items():
        names[key] = record.name
        names |= {f"{key}: {column.key}": f"{record.name}: {column.name}" for column in record.columns.values()}
    names |= {
        f"judgement goal {goal.id}": say("judgement_of", lang, goal=goal.id) for goal in plan.goals if goal.judged
    }
    trees = (reason for goal in verdict.goals for _, reason in goal.levels_because)
    decided = {d.place.short for g in verdict.goals for d in (g.judgement, g.override) if d}
    decided |= {goal.standing.source for goal in verdict.goals if goal.standing}
    files = {_file(source) for source in {*(s for tree in trees for s in _sources(tree)), *decided, *also}} - {
        "",
        plan.source.name,
    }
    bases = Counter(_base(file) for file in files)
    short = {file: f"{_base(file) if bases[_base(file)] == 1 else file}:" for file in sorted(files)}
    return Naming(names, {plan.source.name: say("line", lang, line=""), **short}, verdict.as_of, lang)


def _sources(reason: Reason) -> Iterable[str]:
    yield from (fact.source for fact in reason.facts)
    for child in reason.children:
        yield from _sources(child)


def _file(source: str) -> str:
    """``facts.yaml:7`` and ``facts.xlsx:Ark1!B7`` without what stands after the file."""
    return source.rpartition(":")[0]


def _base(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]


def _iso(value: str) -> str:
    """The first day a value may be, or nothing that lies after a day."""
    return value[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d(\.\..*)?", value) else ""
