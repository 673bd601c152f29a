"""A plan about schools, and facts of many of them, drawn once: columns of every type, blanks, and goals that no query answers."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pyarrow

from criteria import parse

PLAN = parse(
    """
plan "Schools"
  year 2020
facts
  concept sent: date
  report sent: date
  visitors: number
  share: percent
  approved: yes/no
  area: one of "North", "South"
  lead: text
  pause: weeks
  log events
    kind: text
    held: date
    guests: number
  table classes
    class: text
    rate: percent
goal 1 "Concept"
  fulfilled when concept sent by medio november
  partial when concept sent
goal 2 "Visitors"
  fulfilled when
    - visitors at least 12,000
    - share at least 60%
  partial when visitors at least 5,000
goal 3 "Events"
  fulfilled when at least 2 events where kind is "meeting" and held in 2020
  partial when approved
goal 4 "Place"
  fulfilled when
    - area is "North"
    - lead is not "Ø'; -- nobody"
    - pause at most 3 weeks
goal 5 "First class"
  fulfilled when (the rate of classes where class is "A") at least 80%
  partial when report sent before concept sent
goal 6 "Before the concept"
  fulfilled when all events where kind is "meeting" have held by concept sent
goal 7 "Soon after"
  fulfilled when report sent by 5 working days after concept sent
  partial when at least 1 events where held by 2 bank days after concept sent
goal 8 "In the middle"
  fulfilled when (median of guests of events where kind is "meeting") at least 50
  partial when (earliest held of events where kind is "talk") in may 2020
goal 9 "In a line"
  score of share linear from 0% at 59% to 100% at 61%
""",
    "schools",
)
FACTS = (
    "`School no.` string, `concept sent` date, report_sent string, VISITORS int, share decimal(5,2), approved boolean, "
    "area string, lead string, pause bigint, note double"
)
EVENTS = "`School no.` string, kind string, held date, guests decimal(38,4)"
CLASSES = "`School no.` string, class string, rate decimal(4,1)"
KEY = "School no."
NAMES = ("concept sent", "report sent", "visitors", "share", "approved", "area", "lead", "pause")


def drawn(number: int) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Rows of the three tables."""
    chance = random.Random(number)
    facts, events, classes = [], [], []
    for place in range(number):
        key = f"Ø'; -- {place}"

        def some(value: object, blank: float = 0.1) -> object:
            return None if chance.random() < blank else value

        facts.append(
            (
                key,
                some(date(2020, 11, 1) + timedelta(chance.randint(0, 40))),
                some(chance.choice(("2020-11-05", "november 2020", "ukendt", "aldrig", "medio november 2020"))),
                some(chance.choice((4999, 5000, 11999, 12000, 12001))),
                some(chance.choice((Decimal("59.99"), Decimal("60.00"), Decimal("60.01")))),
                some(chance.random() < 0.5),
                some(chance.choice(("North", " NORTH", "South", "unknown"))),
                some(chance.choice(("Ø'; -- nobody", "ø'; --  Nobody", "somebody"))),
                some(chance.randint(2, 4)),
                0.1,
            )
        )
        for _ in range(chance.randint(0, 3)):
            kind = some(chance.choice(("meeting", "Meeting", "talk")))
            day = some(date(2020, 1, 1) + timedelta(chance.randint(-1, 366)))
            events.append((key, kind, day, some(Decimal(chance.randint(0, 99)))))
        for name in "AB"[: chance.randint(0, 2)]:
            classes.append((key, name, some(chance.choice((Decimal("79.9"), Decimal("80.0"))))))
    return facts, events, classes


def alone(rows: tuple[list[tuple[object, ...]], ...]) -> dict[str, dict[str, object]]:
    """The facts of each school as one gives them to `evaluate`."""
    facts, events, classes = rows
    found: dict[str, dict[str, object]] = {}
    for key, *values, _ in facts:
        found[str(key)] = {**dict(zip(NAMES, values, strict=True)), "events": [], "classes": []}
    for key, *cells in events:
        found[str(key)]["events"].append(dict(zip(("kind", "held", "guests"), cells, strict=True)))
    for key, *cells in classes:
        found[str(key)]["classes"].append(dict(zip(("class", "rate"), cells, strict=True)))
    return found


def columns(rows: tuple[list[tuple[object, ...]], ...]) -> dict[str, object]:
    """The same as tables of a program, for one machine."""
    headings = ((KEY, *NAMES), (KEY, "kind", "held", "guests"), (KEY, "class", "rate"))
    return {
        name: pyarrow.table({heading: [row[place] for row in every] for place, heading in enumerate(heads)})
        for name, heads, every in zip(("facts", "events", "classes"), headings, rows, strict=True)
    }
