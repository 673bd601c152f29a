"""Facts from files, folders and plain dicts, merged into one ``Facts`` typed by the plan.

In: paths or a mapping, and the plan. Out: the facts, and every fault of every file; with an error among them there
are no facts. The same value twice merges; two values for one fact are an error that names both places. No file at all
is ``NO_FACTS``; an empty file is a record in which nothing happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.decisions import decisions
from criteria.facts.files import Sources, read_files, read_mapping
from criteria.facts.gather import Claim, gather
from criteria.facts.record import NO_FACTS, Facts, Given, Nothing, RecordRows
from criteria.facts.refusal import shown
from criteria.facts.subjects import subject_faults
from criteria.model.plan import Plan


def load(
    given: Sequence[str | Path] | str | Path | Mapping[str, object], plan: Plan, sources: Sources | None = None
) -> tuple[Facts, list[Diagnostic]]:
    """All facts, or ``NO_FACTS`` and the reasons. ``sources`` receives the texts, for messages that show a line."""
    if isinstance(given, Mapping):
        parts, found = read_mapping(given, plan)
    else:
        paths = [given] if isinstance(given, str | Path) else list(given)
        if not paths:
            return NO_FACTS, []
        parts, found = read_files(paths, plan, {} if sources is None else sources)
    claims, more = gather(parts, plan)
    facts, conflicts = merge(claims, plan)
    found = _once([*found, *more, *conflicts, *subject_faults(facts.records, plan)])
    return (NO_FACTS if has_errors(found) else facts), found


def merge(claims: list[Claim], plan: Plan) -> tuple[Facts, list[Diagnostic]]:
    """One value a fact. Blank in one place yields to a value in another; equal values merge; others are a conflict."""
    values, records = dict[str, Given](), dict[str, RecordRows]()
    first: dict[str, Claim] = {}
    decided, found = decisions(
        [(c.key, c.given) for c in claims if isinstance(c.given, RecordRows) and c.decides], plan
    )
    claims = [claim for claim in claims if not claim.decides]
    for claim in claims:
        before = first.get(claim.key)
        if before is None or _blank(before.given):
            first[claim.key] = claim
        elif not _blank(claim.given) and before.given != claim.given:
            found.append(_conflict(before, claim))
    for key, claim in first.items():
        if isinstance(claim.given, Given):
            values[key] = claim.given
        else:
            records[key] = claim.given
    return Facts(values, records, decisions=decided), found


def _blank(given: Given | RecordRows) -> bool:
    return isinstance(given, Given) and isinstance(given.possible, Nothing)


def _conflict(one: Claim, other: Claim) -> Diagnostic:
    if isinstance(one.given, Given) and isinstance(other.given, Given):
        texts = {"one": shown(one.given.text), "other": shown(other.given.text)}
        return Diagnostic("conflict", other.place, {"fact": other.key, **texts}, related=(one.place,))
    return Diagnostic("record-twice", other.place, {"record": other.key}, related=(one.place,))


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """Each fault once, for the header of a table is the key of every row under it; file by file, in the order of the lines."""
    files: dict[str, int] = {}
    first: dict[object, Diagnostic] = {}
    for diagnostic in found:
        files.setdefault(diagnostic.place.file if diagnostic.place else "", len(files))
        first.setdefault((diagnostic.kind, diagnostic.place, tuple(diagnostic.values.items())), diagnostic)
    return sorted(
        first.values(), key=lambda d: (files[d.place.file], d.place.line, d.place.column) if d.place else (0, 0, 0)
    )
