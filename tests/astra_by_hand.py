"""The Astra plan of 2020 as a programmer would write it by hand: plain Python over known facts, under the default readings.

Days are ``datetime.date`` or None for never, amounts are whole kroner, records are lists of dicts. It knows nothing of unknown facts, of
readings or of reasons; it is here to be measured against, and to be agreed with. Exact: it multiplies instead of dividing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

PLANNED = {
    ("Grundskole", "nationalt netværksmøde"): 1,
    ("Grundskole", "Ledelse der løfter"): 3,
    ("Grundskole", "sparringsgruppe"): 1,
    ("Kommuner", "kompassamtale"): 70,
    ("Kommuner", "regionalt netværksmøde"): 10,
    ("Kommuner", "nationalt møde"): 2,
    ("Kommuner", "Udviklingsrum"): 1,
    ("Kommuner", "ny kommune"): 3,
    ("Gymnasiale uddannelser", "regionalt netværksmøde"): 5,
    ("Gymnasiale uddannelser", "nationalt møde"): 1,
    ("Gymnasiale uddannelser", "sparringsgruppe"): 1,
    ("Erhvervsuddannelser", "forankringsmodel"): 1,
    ("Erhvervsuddannelser", "temadag"): 2,
    ("Erhvervsuddannelser", "Big Bang-netværksmøde"): 1,
    ("Erhvervsuddannelser", "erfamøde"): 1,
}
AREAS = {
    area: [(pair, number) for pair, number in PLANNED.items() if pair[0] == area and pair[1] != "kompassamtale"]
    for area in ("Grundskole", "Kommuner", "Gymnasiale uddannelser", "Erhvervsuddannelser")
}
FULFILLED, PARTIAL, NOT_FULFILLED = "fulfilled", "partial", "not_fulfilled"
NEW_YEAR, NEW_YEARS_EVE = date(2020, 1, 1), date(2020, 12, 31)
Facts = Mapping[str, Any]


def by(day: date | None, last: date) -> bool:
    return day is not None and day <= last


def theory(facts: Facts) -> str:
    available, template = facts["theory available"], facts["template sent"]
    if (
        by(available, date(2020, 10, 1))
        and by(facts["theory published"], NEW_YEARS_EVE)
        and by(template, date(2020, 10, 20))
    ):
        return FULFILLED
    return PARTIAL if by(available, date(2020, 11, 10)) and by(template, date(2020, 10, 31)) else NOT_FULFILLED


def concept(facts: Facts) -> str:
    sent = facts["concept sent"]
    return NOT_FULFILLED if sent is None else FULFILLED if sent <= date(2020, 11, 20) else PARTIAL


def overview(facts: Facts) -> str:
    sent, plan = facts["overview sent"], facts["process-plan sent"]
    if by(sent, date(2020, 9, 30)) and by(plan, date(2020, 9, 30)):
        return FULFILLED
    return PARTIAL if by(sent, NEW_YEARS_EVE) and by(plan, NEW_YEARS_EVE) else NOT_FULFILLED


def events(facts: Facts) -> str:
    done: dict[tuple[str, str], int] = {}
    for event in facts["events"]:
        if NEW_YEAR <= event["held"] <= NEW_YEARS_EVE:
            pair = (event["area"], event["kind"])
            done[pair] = done.get(pair, 0) + 1
    summary = facts["summary sent"]
    if all(done.get(pair, 0) >= number for pair, number in PLANNED.items()) and by(summary, date(2020, 12, 20)):
        return FULFILLED
    if summary is None:
        return NOT_FULFILLED
    for pairs in AREAS.values():
        counted = sum(min(done.get(pair, 0), number) for pair, number in pairs)
        if 5 * counted < 3 * sum(number for _, number in pairs):
            return NOT_FULFILLED
    return PARTIAL


def economy(facts: Facts) -> str:
    income, expenses = facts["accounts income"], facts["accounts expenses"]
    apart = abs(facts["budget income"] - income) * expenses + abs(facts["budget expenses"] - expenses) * income
    whole = income * expenses
    return FULFILLED if 100 * apart <= 2 * whole else PARTIAL if 1000 * apart <= 25 * whole else NOT_FULFILLED


def administration(facts: Facts) -> str:
    approval, follow_up = facts["approval established"], facts["follow-up established"]
    described = [process["described"] for process in facts["processes"]]
    for level, last, end in (
        (FULFILLED, date(2020, 5, 29), date(2020, 6, 30)),
        (PARTIAL, date(2020, 6, 14), date(2020, 8, 31)),
    ):
        if by(approval, last) and by(follow_up, last) and all(by(day, end) for day in described):
            return level
    return NOT_FULFILLED


def levels(facts: Facts) -> dict[str, str]:
    """The level of each goal."""
    return {
        "1": theory(facts),
        "2": concept(facts),
        "3": overview(facts),
        "4": events(facts),
        "5": economy(facts),
        "6": administration(facts),
    }
