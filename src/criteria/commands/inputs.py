"""What the commands that evaluate read: a plan, its facts, the days and the readings asked for.

In: arguments with ``--facts``, ``--as-of``, ``--every``, ``--reading`` and ``--output``. Out: ``Inputs``, or None when something cannot
be used; all faults of one run are told on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import plans, streams
from criteria.commands.days import several
from criteria.diagnostics import Diagnostic, Lang
from criteria.frozen import frozen
from criteria.source import Source

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.facts.record import Facts
    from criteria.model.plan import Plan
    from criteria.pipeline import Checked

SEVERAL = "criteria/verdicts/1"
NOT_ASKED = ("unasked-fact", "unasked-column", "unasked-table")


@frozen
class Inputs:
    """Everything that an evaluation needs, and the texts that its messages quote."""

    plan: Plan
    facts: Facts
    days: tuple[date, ...]
    readings: Mapping[str, str]
    lang: Lang
    sources: Mapping[str, Source]

    @property
    def day(self) -> date | None:
        """The last of the days asked for, if any."""
        return max(self.days, default=None)


@frozen
class Found:
    """What was read for one plan: its inputs, unless something cannot be used, and what there is to tell of the facts."""

    inputs: Inputs | None
    told: tuple[Diagnostic, ...]
    checked: Checked
    sources: Mapping[str, Source]
    lang: Lang


def read(arguments: Arguments, *names: str) -> list[Inputs] | None:
    """The plans and all that is asked about them; None when any cannot be used. What one of several plans does not ask for and another
    does is nothing to tell."""
    every = [_found(arguments, name) for name in names]
    strange = [{_about(d) for d in found.told if d.kind in NOT_ASKED} for found in every]
    nobodys = set.intersection(*strange)
    for number, found in enumerate(every):
        plans.tell_plan(found.checked, found.lang)
        told = [d for d in found.told if d.kind not in NOT_ASKED or (_about(d) in nobodys and number == 0)]
        streams.tell(told if number == 0 else [d for d in told if d not in every[0].told], found.sources, found.lang)
    usable = [found.inputs for found in every if found.inputs]
    return usable if len(usable) == len(every) else None


def _about(diagnostic: Diagnostic) -> tuple[object, str]:
    return diagnostic.place, diagnostic.kind


def _found(arguments: Arguments, name: str) -> Found:
    given = arguments.many("--facts")
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    moved, faults = plans.moved(checked, arguments.many("--reading"))
    days, more = several(arguments.many("--as-of"), arguments.one("--every"), checked.plan, lang)
    faults += [*more, *plans.output_faults(arguments.one("--output"), [name, *given])]
    loaded = pipeline.load_facts(given or None, checked.plan) if checked.plan else pipeline.Loaded(None, ())
    sources = checked.sources | dict(loaded.sources)
    usable = None
    if checked.plan and loaded.facts and not faults:
        usable = Inputs(checked.plan, loaded.facts, tuple(days), moved, lang, sources)
    return Found(usable, (*faults, *loaded.diagnostics), checked, sources, lang)


def tell(inputs: Inputs, notices: tuple[Diagnostic, ...]) -> None:
    """What an evaluation remarked."""
    streams.tell(notices, inputs.sources, inputs.lang)


@frozen
class Answer:
    """What is said of one plan: as text of a format, for a width, coloured or not; and as data."""

    text: Callable[[str, int, bool], str]
    data: Callable[[], Mapping[str, object]] | None = None


def answer(arguments: Arguments, *answers: Answer) -> None:
    """Writes the form that was asked for; for a terminal as wide as it is, and coloured where that is wanted. Several answers stand one
    below the other; as JSON they are a list."""
    form, output = arguments.one("--format") or "text", arguments.one("--output")
    if form == "json":
        documents = [each.data() for each in answers if each.data]
        said = plans.as_json(documents[0] if len(answers) == 1 else {"schema": SEVERAL, "plans": documents})
    elif form != "text" or output is not None:
        said = "\n".join(each.text(form, 100, False) for each in answers)
    else:
        said = "\n".join(each.text("text", streams.width(), streams.wants_colour(sys.stdout)) for each in answers)
    plans.deliver(said, output)
