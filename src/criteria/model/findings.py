"""What `criteria check` can find in a plan that is no error: its kinds, how bad each is, and what the plan itself accepts.

In: nothing. Out: ``SEVERITIES``, one entry a kind, read by whoever makes a finding, by the check of ``accept`` and by the test of
docs/findings.md, which has a section for each. Holds: a finding is a warning or a notice; only what cannot be understood is an error.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.diagnostics import Diagnostic, Severity
from criteria.frozen import field, frozen
from criteria.source import Place

_WARNING, _NOTICE = Severity.WARNING, Severity.NOTICE


@frozen
class Acceptance:
    """``accept open-end because "…"``: of the whole plan, or of one goal."""

    kind: str
    reason: str
    goal: str | None = None
    place: Place = field(eq=False, kw_only=True)


@frozen
class Checksum:
    """The beginning of the SHA-256 of the file that the plan was taken from."""

    digits: str
    place: Place = field(eq=False, kw_only=True)


@frozen
class Accepted:
    """A finding that is not told, and why."""

    finding: Diagnostic
    by: Acceptance


SEVERITIES: Mapping[str, Severity] = {
    # told by check, as it reads the plan
    "unused-fact": _WARNING,
    "year-from-plan": _NOTICE,
    "century-inferred": _NOTICE,
    "weekday-contradicts": _WARNING,
    "closes-early": _WARNING,
    "no-goals": _WARNING,
    "above-whole": _WARNING,
    "table-without-rows": _WARNING,
    "its-incomplete": _WARNING,
    "weights": _WARNING,
    "weights-unused": _WARNING,
    "score-above-weight": _WARNING,
    "amendment-empty": _WARNING,
    "amendment-outside": _WARNING,
    "goal-added": _NOTICE,
    "grid-day-elsewhere": _WARNING,
    "grid-day-outside": _WARNING,
    "grid-ends-early": _WARNING,
    "grid-gap": _WARNING,
    "grid-row-empty": _WARNING,
    "grid-row-twice": _WARNING,
    "grid-short": _WARNING,
    "mixed-script": _WARNING,
    "hard-blanks": _NOTICE,
    # of the words that the plan quotes, and of the plan as a whole
    "broken-quote": _WARNING,
    "undefined-term": _WARNING,
    # told by the analysis
    "suspicious-comparator": _WARNING,
    "comparators-differ": _WARNING,
    "percent-or-point": _WARNING,
    "percent-of-percent": _WARNING,
    "undeclared-unit": _WARNING,
    "unlisted-universal": _WARNING,
    "empty-group": _WARNING,
    "weekend-deadline": _NOTICE,
    "source-changed": _WARNING,
    "source-edited": _WARNING,
    "no-total": _NOTICE,
    # told of the acceptances themselves
    "acceptance-unused": _NOTICE,
    # read off the ladder of a goal
    "gap": _WARNING,
    "overlap": _NOTICE,
    "inversion": _WARNING,
    "open-end": _WARNING,
    "unreachable-level": _WARNING,
    "always-level": _WARNING,
    "contradiction": _WARNING,
    "duplicate-condition": _NOTICE,
    "missing-below": _NOTICE,
    "not-implied": _WARNING,
    "reading-decides": _WARNING,
    "too-wide": _NOTICE,
}
