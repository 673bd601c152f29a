"""Texts to measure with: a large plan, and many different date phrases. The same arguments give the same texts."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()


def large_plan(conditions: int) -> str:
    """A plan of ten conditions a goal, with dates, amounts and shares in turn."""
    goals = conditions // 10
    lines = ['plan "Generated"', "  year 2020", "", "facts"]
    for number in range(goals):
        lines += [f"  step{number} sent: date", f"  cost{number}: kr"]
    lines += ["  log events", '    area: one of "North", "South"', "    kind: text", "    held: date", ""]
    for number in range(goals):
        lines += [f'goal {number + 1} "Goal {number + 1}"', "  fulfilled when"]
        lines += [f"    - {condition}" for condition in better(number)]
        lines += ["  partial when", *(f"    - {condition}" for condition in worse(number)), ""]
    return "\n".join(lines)


def better(number: int) -> Iterator[str]:
    month = MONTHS[number % 12]
    yield f"step{number} sent before medio {month}"
    yield f"step{number} sent after 1. januar 2020"
    yield f"cost{number} at most {5_000 + number} kr"
    yield f"cost{number} at least {number} kr"
    yield f"≥{number % 40 + 50}% of events per area held in 2020"
    yield f"at least {number % 9 + 1} of events held by ultimo {month}"


def worse(number: int) -> Iterator[str]:
    yield f"step{number} sent by end of {MONTHS[number % 12]} 2020"
    yield f"cost{number} between {number} kr and {9_000 + number} kr"
    yield f"cost{number} at most {9_000 + number} kr or step{number} sent"
    yield f"≥{number % 20 + 10}% of events held in 2020"


def phrases(count: int) -> list[str]:
    """No two alike, so that a memo of earlier answers is no help."""
    first = date(1900, 1, 1)
    made: dict[str, None] = {}
    day = first
    while len(made) < count:
        made |= dict.fromkeys(spellings(day))
        day += timedelta(days=1)
    texts = list(made)
    random.Random(1).shuffle(texts)
    return texts[:count]


def spellings(day: date) -> Iterator[str]:
    month = MONTHS[day.month - 1]
    yield f"{day.day}. {month} {day.year}"
    yield day.isoformat()
    yield f"{day.day}/{day.month} {day.year}"
    if day.day == 1:
        yield f"medio {month} {day.year}"
        yield f"udgangen af {month} {day.year}"
        yield f"{month} {day.year}"
        yield f"uge {day.isocalendar().week} {day.isocalendar().year}"
        yield f"{day.month % 4 + 1}. kvartal {day.year}"
