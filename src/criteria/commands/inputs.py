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


def read(arguments: Arguments, name: str) -> Inputs | None:
    """The plan ``name`` and all that is asked about it."""
    given = arguments.many("--facts")
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    asked, faults = plans.readings(arguments.many("--reading"))
    moved: dict[str, str] = {}
    if checked.plan:
        moved, unknown = pipeline.check_readings(asked, checked.plan)
        faults += unknown
    days, more = several(arguments.many("--as-of"), arguments.one("--every"), checked.plan, lang)
    faults += [*more, *plans.output_faults(arguments.one("--output"), [name, *given])]
    loaded = pipeline.load_facts(given or None, checked.plan) if checked.plan else pipeline.Loaded(None, ())
    plans.tell_plan(checked, lang)
    sources = checked.sources | dict(loaded.sources)
    streams.tell((*faults, *loaded.diagnostics), sources, lang)
    if checked.plan is None or loaded.facts is None or faults:
        return None
    return Inputs(checked.plan, loaded.facts, tuple(days), moved, lang, sources)


def tell(inputs: Inputs, notices: tuple[Diagnostic, ...]) -> None:
    """What an evaluation remarked."""
    streams.tell(notices, inputs.sources, inputs.lang)


def answer(arguments: Arguments, text: Callable[[str, int, bool], str], data: Callable[[], object] | None) -> None:
    """Writes the form that was asked for; for a terminal as wide as it is, and coloured where that is wanted."""
    form, output = arguments.one("--format") or "text", arguments.one("--output")
    if form == "json" and data:
        said = plans.as_json(data())
    elif form != "text" or output is not None:
        said = text(form, 100, False)
    else:
        said = text("text", streams.width(), streams.wants_colour(sys.stdout))
    plans.deliver(said, output)
