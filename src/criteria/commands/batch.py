"""``criteria batch``: a plan and a source of many subjects in, a table with the levels of each out, and a short summary."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import plans, streams
from criteria.commands.days import as_of
from criteria.diagnostics import CriteriaError, Diagnostic, Lang

if TYPE_CHECKING:
    from pathlib import Path

    from criteria.batch.found import Found
    from criteria.batch.job import Job
    from criteria.commands.arguments import Arguments
    from criteria.facts.record import Facts

_MEMORY = re.compile(r"[0-9]+(?:\.[0-9]+)? ?[KMGT]i?B", re.IGNORECASE)


def run(arguments: Arguments) -> int:
    """0 evaluated and written, 2 input that cannot be used; then nothing is written."""
    name = arguments.operands[0]
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    moved, faults = plans.moved(checked, arguments.many("--reading"))
    day, more = as_of(arguments.one("--as-of"), checked.plan.period if checked.plan else None, lang)
    faults += [*more, *_unfit(arguments, name)]
    plans.tell_plan(checked, lang)
    streams.tell(faults, {}, lang)
    if checked.plan is None or faults:
        return 2
    from criteria.batch.job import Job

    try:
        return _batch(arguments, Job(checked.plan, day, moved, arguments.flag("--readings"), _form(arguments)), lang)
    except CriteriaError as error:
        streams.tell(error.diagnostics, {}, lang)
        return 2


def _form(arguments: Arguments) -> str:
    from pathlib import Path

    return Path(arguments.one("--output") or "").suffix.casefold()


def _unfit(arguments: Arguments, plan: str) -> list[Diagnostic]:
    """What is missing of the arguments, or cannot be."""
    source, target, memory = (arguments.one(option) for option in ("--facts", "--output", "--memory"))
    given = {"--facts": source, "--output": target}
    faults = [Diagnostic("batch-needs", None, {"option": option}) for option, value in given.items() if not value]
    if memory is not None and not _MEMORY.fullmatch(memory):
        faults.append(Diagnostic("bad-memory", None, {"found": memory}))
    if target:
        from criteria.batch.writing import form_of, unwritable

        faults += plans.output_faults(target, [plan, *([source] if source else [])])
        faults += [] if form_of(target) else [unwritable(target)]
    return faults


def _batch(arguments: Arguments, job: Job, lang: Lang) -> int:
    from criteria.batch.evaluating import Given, evaluated
    from criteria.batch.sources import MEMORY
    from criteria.files import workplace

    target, source = arguments.one("--output") or "", arguments.one("--facts") or ""
    given = Given(source, arguments.one("--key"), (arguments.one("--memory") or MEMORY).replace(" ", ""))
    progress = streams.Progress(arguments.operands[0], lang)
    with workplace(target) as work:
        try:
            found, told = evaluated(job, given, work, progress, progress.step)
        finally:
            progress.clear()
        streams.tell(told, {}, lang)
        if found is None:
            return 2
        try:
            return _written(arguments, job, found, work, progress)
        finally:
            progress.clear()
            found.close()


def _written(arguments: Arguments, job: Job, found: Found, work: Path, progress: streams.Progress) -> int:
    from criteria.batch.chosen import facts_of
    from criteria.batch.engine import Failed
    from criteria.batch.writing import formed
    from criteria.files import arrive

    target, lang = arguments.one("--output") or "", progress.lang
    try:
        wanted = arguments.many("--why")
        chosen, missing = facts_of(found.opened, wanted) if wanted else ({}, [])
        if missing:
            progress.clear()
            streams.tell([Diagnostic("batch-unknown-key", None, {"found": key}) for key in missing], {}, lang)
            return 2
        part = formed(found, target, work, lang)
    except Failed as failed:
        progress.clear()
        streams.tell([failed.diagnostic()], {}, lang)
        return 2
    said = _said(arguments, job, found, chosen, lang)
    arrive(part, target)
    progress.clear()
    streams.say(said)
    return 0


def _said(arguments: Arguments, job: Job, found: Found, chosen: dict[str, Facts], lang: Lang) -> str:
    """The summary, and the reasons that were asked for."""
    from criteria import __version__
    from criteria.report.as_text import as_text
    from criteria.report.batch import Batch, batch_data, batch_document
    from criteria.report.texts import say

    plan = job.plan
    summary = Batch(found.counts, found.subjects, found.resting, arguments.one("--output") or "", job.as_of)
    reasons = {key: pipeline.evaluate(plan, facts, job.as_of, job.moved) for key, facts in chosen.items()}
    if arguments.one("--format") == "json":
        data = batch_data(summary, plan, __version__)
        why = {"why": {key: pipeline.report_data(verdict, plan, lang) for key, verdict in reasons.items()}}
        return plans.as_json(data | (why if reasons else {}))
    width, colour = streams.width(), streams.wants_colour(sys.stdout)
    texts = [as_text(batch_document(summary, plan, lang), width, colour)]
    for key, verdict in reasons.items():
        told = pipeline.report_text(verdict, plan, "text", lang, width, colour)
        texts.append(f"{say('batch_why', lang, subject=key)}\n\n{told}")
    return "\n".join(texts)
