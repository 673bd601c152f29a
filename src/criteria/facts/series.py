"""Values of a series that nothing in the plan asks for.

In: a name of a file that begins with that of a series. Out: a notice for a group and year that exist; an error that lists the groups for
one that does not.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.refusal import shown
from criteria.facts.written import Written
from criteria.model.indexes import told
from criteria.model.plan import fold
from criteria.model.series import Series
from criteria.nearest import nearest


def series_of(name: str, series: Mapping[str, Series]) -> Series | None:
    """The series whose name a folded name begins with."""
    words = name.split()
    return next((series[start] for n in range(len(words), 0, -1) if (start := " ".join(words[:n])) in series), None)


def begins(name: str, series: Series) -> bool:
    """Whether the name says a group or year of the series, or nothing yet."""
    return told(series, _rest(name, series)) is not None


def _rest(name: str, series: Series) -> list[str]:
    """The words after the series' name."""
    spelled = next(n for n in (fold(series.path), fold(series.name)) if name == n or name.startswith(f"{n} "))
    return name.removeprefix(spelled).split()


def beyond(name: str, series: Series, key: Written) -> Diagnostic:
    """What is wrong with a name that the plan does not ask for."""
    rest = _rest(name, series)
    said = told(series, rest)
    if said is not None and len(said) == len(series.indexes):
        return Diagnostic("unasked-fact", key.place, {"found": shown(name), "owner": ""}, severity=Severity.NOTICE)
    wanted = " + ".join(index.name for index in series.indexes)
    if said is not None:
        return Diagnostic("series-value-for-what", key.place, {"fact": series.name, "indexes": wanted})
    groups = [group for index in series.indexes for group in index.groups or ()]
    odd = " ".join(word for word in rest if not (word.isdigit() and len(word) == 4)) or " ".join(rest)
    values = {"fact": series.name, "found": shown(odd), "indexes": wanted, "options": ", ".join(groups) or wanted}
    return Diagnostic("no-such-group", key.place, values, nearest(odd, groups))
