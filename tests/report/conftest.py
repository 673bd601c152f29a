"""A verdict built by hand: one goal fulfilled, one that depends on a reading, one open, one with a fault."""

from datetime import date
from fractions import Fraction

import pytest

from criteria.evaluate.verdict import (
    Assumed,
    Fault,
    GoalVerdict,
    Margin,
    Missing,
    ReadingResult,
    Reason,
    Truth,
    UsedFact,
    Verdict,
)
from criteria.frozen import evolve
from criteria.model.plan import Goal, Plan
from criteria.model.types import Unit
from criteria.source import Place, Source

HUNDRED, HALF, NONE = Fraction(100), Fraction(50), Fraction(0)
FILE = "plan.criteria"


def at(line: int) -> Place:
    return Place(FILE, line, 5, 20)


def days(low: int, high: int | None = None) -> Margin:
    return Margin(Fraction(low), Fraction(low if high is None else high), Unit.DAYS)


CONCEPT = Reason(
    "concept sent by medio november 2020",
    Truth.TRUE,
    at(31),
    "Koncept fremsendt medio november 2020",
    (UsedFact("concept sent", "2020-11-18", "facts.yaml:7"),),
    ("medio november 2020 = 2020-11-11..2020-11-20",),
    margin=days(2),
    decides=True,
)
LATE = Reason(
    "overview sent by 1. oktober 2020",
    Truth.FALSE,
    at(32),
    "",
    (UsedFact("overview sent", "2020-10-03", "facts.yaml:9"),),
    margin=days(-2),
    decides=True,
)
DEVIATION = Reason(
    "total deviation at most 2%",
    Truth.UNKNOWN,
    at(60),
    "Afvigelsen må højst være 2 pct.",
    (
        UsedFact("budget income", "50000000", "økonomi.csv:2"),
        UsedFact("accounts income", "", ""),
    ),
    amount=Margin(Fraction(19, 10), Fraction(22, 10), Unit.PERCENT),
    margin=Margin(Fraction(-2, 10), Fraction(1, 10), Unit.PERCENT),
    decides=True,
)
REACHED = Reason(
    "reached at least 60% in every area",
    Truth.FALSE,
    at(50),
    measured="59996/100000",
    amount=Margin(Fraction(59996, 1000), Fraction(59996, 1000), Unit.RATIO),
    margin=Margin(Fraction(-4, 1000), Fraction(-4, 1000), Unit.RATIO),
    decides=True,
)


def both(*children: Reason) -> Reason:
    truths = {child.truth for child in children}
    truth = Truth.FALSE if Truth.FALSE in truths else Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.TRUE
    marked = tuple(evolve(child, decides=child.truth is truth) for child in children)
    return Reason("", truth, children[0].place, children=marked)


def goal(number: str, title: str, levels: tuple[str, ...], trees, **more) -> GoalVerdict:
    worth = {"fulfilled": HUNDRED, "partial": HALF, "not_fulfilled": NONE}
    scores = [worth[level] for level in levels]
    given = {"readings": (ReadingResult({}, levels),), "depends_on": (), "missing": (), "assumed": (), "faults": ()}
    return GoalVerdict(
        number,
        title,
        levels,
        (min(scores), max(scores)),
        because=trees[0][1] if trees else None,
        levels_because=trees,
        place=at(20 + int(number)),
        **{"widened": False, **given, **more},
    )


@pytest.fixture
def verdict() -> Verdict:
    fuzzy = [
        ReadingResult({"primo-medio-ultimo": word, "lower-levels": lower}, (level,))
        for word, level in (("thirds", "fulfilled"), ("point", "partial"))
        for lower in ("at-least-as-good", "literal")
    ]
    return Verdict(
        (
            goal("1", "Styrket videnforankring", ("fulfilled",), (("fulfilled", both(CONCEPT)),)),
            goal(
                "2",
                "Koncept for effektmåling, og en titel, der er så lang, at den må brydes over flere linjer i tabellen",
                ("fulfilled",),
                (("fulfilled", CONCEPT),),
                readings=tuple(fuzzy),
                depends_on=("primo-medio-ultimo",),
                quote="Udvikling af koncept | <b>fed</b> for *effekt*",
            ),
            goal(
                "3",
                "Økonomistyring",
                ("fulfilled", "partial", "not_fulfilled"),
                (("fulfilled", DEVIATION), ("partial", both(DEVIATION, CONCEPT))),
                missing=(Missing("accounts income"), Missing("accounts expenses", at(12))),
                widened=True,
            ),
            goal(
                "4",
                "Videndeling",
                ("not_fulfilled",),
                (("fulfilled", both(CONCEPT, LATE)), ("partial", REACHED)),
                assumed=(Assumed("summary sent"), Assumed("complaint received", helps=True)),
                faults=(Fault("empty-group", at(44), "events per area"), Fault("zero-divisor", at(45), "accounts")),
                readings_cut=True,
            ),
        ),
        date(2020, 12, 31),
        {"primo-medio-ultimo": "thirds", "inden": "inclusive", "lower-levels": "at-least-as-good"},
    )


@pytest.fixture
def plan(verdict: Verdict) -> Plan:
    return Plan(
        "Mål- og resultatplan for Astra 2020",
        "en",
        (date(2020, 1, 1), date(2020, 12, 31)),
        None,
        {},
        {},
        {},
        {},
        tuple(Goal(each.id, each.title, (), place=each.place) for each in verdict.goals),
        (),
        {},
        source=Source(FILE, ""),
        quoted_source="kilde.txt",
    )
