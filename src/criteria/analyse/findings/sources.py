"""The plan beside the file that it was taken from.

In: a plan, and the file that its header names, when that stands beside the plan. Out: ``source-edited``, where the file has another
checksum than the header says; ``source-changed``, where a quotation is not in its text word for word. Holds: blanks and line ends do
not count, for a text made from a PDF has them anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from criteria.analyse.findings.made import every_goal, finding
from criteria.diagnostics import Diagnostic
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.source import Original, Place

_QUOTE = re.compile(r'^\s*(?:source|kilde)\s+(?:"([^"]*)"|[“”„]([^“”„]*)[“”]|»([^«»]*)«)', re.IGNORECASE)


@frozen
class Quotation:
    """The words of the original, where they stand, and for which goal."""

    text: str
    place: Place
    goal: str | None


def find(plan: Plan, original: Original | None) -> Iterator[Diagnostic]:
    """The file as a whole, then every quotation by itself."""
    if original is None:
        return
    said = plan.checksum
    if said and not original.sha256.startswith(said.digits):
        now = original.sha256[: len(said.digits)]
        yield finding("source-edited", said.place, suggestion=f'"{now}"', found=now, name=plan.quoted_source)
    if original.text is None:
        return
    text = _plain(original.text)
    for quotation in _quotations(plan):
        if _plain(quotation.text) not in text:
            words, name = quotation.text, plan.quoted_source
            yield finding("source-changed", quotation.place, quotation.goal, found=words, name=name)


def _quotations(plan: Plan) -> Iterator[Quotation]:
    """Line by line, for the words of one rule may stand on several."""
    owners: list[tuple[int, str | None]] = [(goal.place.line, goal.id) for goal in every_goal(plan)]
    owners += [(section.place.line, None) for section in plan.sections]
    owners.sort(key=lambda owner: owner[0])
    for number, line in enumerate(plan.source.lines, 1):
        above = [name for start, name in owners if start < number]
        if above and (match := _QUOTE.match(line)):
            index = match.lastindex or 1
            place = Place(plan.source.name, number, match.start(index), match.end(index) + 2)
            yield Quotation(match[index], place, above[-1])


def _plain(text: str) -> str:
    """As it reads: one blank between words, no soft hyphens, one shape of quotation marks and hyphens."""
    text = text.replace("\u00ad", "").translate({0x2019: "'", 0x2018: "'", 0x2013: "-", 0x2010: "-", 0x2011: "-"})
    return " ".join(text.split())
