"""What `criteria check` can find in a plan that is no error: its kinds, how bad each is, and what the plan itself accepts.

In: nothing. Out: ``SEVERITIES``, one entry a kind, read by whoever makes a finding, by the check of ``accept`` and by the test of
docs/findings.md, which has a section for each. Holds: a finding is a warning or a notice; only what cannot be understood is an error.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.diagnostics import Severity

_WARNING, _NOTICE = Severity.WARNING, Severity.NOTICE

SEVERITIES: Mapping[str, Severity] = {
    # told by check, as it reads the plan
    "unused-fact": _WARNING,
    "year-from-plan": _NOTICE,
}
