"""Small plans for the tests of the check: a text in, the plan or its findings out."""

from criteria.check.from_syntax import check
from criteria.diagnostics import Diagnostic, has_errors
from criteria.model.plan import Level, Plan
from criteria.model.terms import Condition
from criteria.source import from_text
from criteria.syntax.parse import parse

HEAD = """plan "p"
  year 2020
facts
  sent: date
  received: date
  theory
    available: date
  done: yes/no
  status: one of "open", "closed", "on hold"
  title: text
  amount: number
  other: number
  rate: percent
  change: percentage points
  cost: kr
  budget income: kr
  accounts income: kr above 0
  wait: days
  log events
    area: one of "North", "South"
    kind: text
    held: date
    ended: date when
    visitors: number
    open: yes/no
  table processes
    name: text
    described: date
    steps: number

table lines
  | area  | kind | planned | due         |
  | North | talk | 1       | 1 June 2020 |
  | South | tour | 3       | 1 July 2020 |
  column held = count of events with the same area and kind
"""


def read(text: str) -> tuple[Plan | None, list[Diagnostic]]:
    """Both passes; findings of the parser come first."""
    tree, faults = parse(from_text("plan.criteria", text))
    plan, found = check(tree)
    return plan, [*faults, *found]


def plan_of(text: str) -> Plan:
    """A plan without errors."""
    plan, found = read(text)
    assert plan and not has_errors(found), [(d.kind, str(d.place), d.message()) for d in found]
    return plan


def levels(fulfilled: str, partial: str = "", head: str = HEAD, before: str = "") -> tuple[Level, ...]:
    """The levels of a goal with these conditions; a line that begins with a dash makes a list."""
    lines = [f'goal 1 "g"\n{before}', _level("fulfilled when", fulfilled)]
    lines += [_level("partial when", partial)] if partial else []
    return plan_of(head + "\n".join(lines)).goals[0].levels


def _level(words: str, condition: str) -> str:
    if not condition.lstrip().startswith("-"):
        return f"  {words} {condition}"
    bullets = "\n".join(f"    {line.strip()}" for line in condition.strip().split("\n"))
    return f"  {words}\n{bullets}"


def condition(text: str, before: str = "") -> Condition:
    """What a sentence means."""
    return levels(text, before=before)[0].literal


def kinds(text: str) -> list[str]:
    """The findings of a whole plan that are no notices, by kind."""
    return [d.kind for d in read(text)[1] if d.severity.value != "notice"]


def faults(text: str, before: str = "", head: str = HEAD) -> list[tuple[str, str]]:
    """The errors of a sentence: kind and the words marked."""
    whole = f'{head}goal 1 "g"\n{before}{_level("fulfilled when", text)}\n'
    lines = whole.split("\n")
    return [
        (d.kind, lines[d.place.line - 1][d.place.column - 1 : d.place.end - 1])
        for d in read(whole)[1]
        if d.severity.value == "error" and d.place
    ]
