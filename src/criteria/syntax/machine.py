"""Runs lark's LALR table over a statement and builds its node on the way.

In: a ``Statement``, a start rule, and a builder for each rule. Out: what the builder of the start rule gives.
Holds: nothing recurses, no parse tree is kept; what nests deeper than ``MAX_DEPTH`` stops the parse at once. A rule whose
name begins with ``_`` is spliced into the one above it, and ``?rule`` with one part is that part, as lark defines them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from criteria import tables
from criteria.automaton import Automaton, Rule, States
from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.statements import Fault, Statement, Token, next_token
from criteria.syntax.words import by_place, reserved

MAX_DEPTH = 100
_NESTING = frozenset(
    (
        "LPAR",
        "NOT",
        "NEG",
        "DIFFERENCE_OF",
        "LARGER_OF",
        "SMALLER_OF",
        "COUNT_OF",
        "SUM_OF",
        "SHARE_OF",
        "MEAN_TYPE",
        "MEDIAN_TYPE",
        "AFTER",
        "BEFORE",
    )
)


class Unexpected(Exception):
    """A token (or the end) that the grammar does not accept here."""

    def __init__(self, token: Token | None, place: Place, accepted: frozenset[str]) -> None:
        super().__init__(token)
        self.token, self.place, self.accepted = token, place, accepted


class TooMany(Exception):
    """The file has more tokens than we read."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


@frozen
class Spot:
    """Where a piece of a statement stands."""

    line: Statement
    start: int
    end: int

    @property
    def place(self) -> Place:
        return self.line.place(self.start, self.end)

    @property
    def text(self) -> str:
        return self.line.slice(self.start, self.end)


Parts = list[Any]
Builder = Callable[[Spot, Parts], Any]


class Spliced(list[Any]):
    """The parts of a rule that is no node of its own."""


def run(
    line: Statement, start: str, builders: Mapping[str, Builder], until: int | None = None, allowed: int = 200_000
) -> Any:
    """The built node; fills ``line.tokens``. Raises ``Fault``, ``Unexpected``, ``TooMany``."""
    table, climbed = _table(), _climbed()
    first, last = table.starts[start]
    states, rules, stack = table.states, table.rules, [first]
    values: list[Any] = []
    spans: list[tuple[int, int]] = []
    end = len(line.text) if until is None else until
    position = 0
    while True:
        token = next_token(line, position, end, _keywords(stack[-1]))
        terminal = token.type if token else "$END"
        if token:
            line.tokens.append(token)
            position = token.end
            if len(line.tokens) > allowed:
                raise TooMany(line.at(token))
        while True:
            if len(stack) > 1 and type(values[-1]) is not Spliced:
                where = stack[-2], stack[-1], terminal
                top = climbed.get(where)
                stack[-1] = _climb(*where, last) if top is None else top
                if token is None and stack[-1] == last:
                    return values[-1]
            todo = states[stack[-1]].get(terminal)
            if todo is None:
                place = line.at(token) if token else line.place(end, end + 1)
                raise Unexpected(token, place, _acceptable(stack))
            if todo >= 0:
                break
            _reduce(line, rules[~todo], states, builders, stack, values, spans)
            if token is None and stack[-1] == last:
                return values[-1]
        assert token
        stack.append(todo)
        values.append(token)
        spans.append((token.start, token.end))
        if len(stack) > MAX_DEPTH and sum(type(v) is Token and v.type in _NESTING for v in values) > MAX_DEPTH:
            raise Fault("too-deep", line.at(token), limit=str(MAX_DEPTH))


def _climb(below: int, top: int, terminal: str, last: int) -> int:
    """Most reductions: a value that climbs from rule to rule, and stays the same; here as far as it gets before this terminal."""
    table, state = _table(), top
    while terminal != "$END" or state != last:
        todo = table.states[state].get(terminal)
        if todo is None or todo >= 0 or not table.rules[~todo].climbs:
            break
        state = table.states[below][table.rules[~todo].origin]
    _climbed()[below, top, terminal] = state
    return state


def _reduce(
    line: Statement,
    rule: Rule,
    states: States,
    builders: Mapping[str, Builder],
    stack: list[int],
    values: list[Any],
    spans: list[tuple[int, int]],
) -> None:
    size = rule.size
    if size == 1:
        parts, span = [values.pop()], spans[-1]
        stack[-1] = states[stack[-2]][rule.origin]
    else:
        parts, span = values[-size:], (spans[-size][0], spans[-1][1])
        del stack[-size:], values[-size:], spans[-size:]
        stack.append(states[stack[-1]][rule.origin])
        spans.append(span)
    if size > 1 or type(parts[0]) is Spliced:
        parts = _flat(parts)
    if rule.splice:
        values.append(parts if type(parts) is Spliced else Spliced(parts))
    elif rule.single and len(parts) == 1:
        values.append(parts[0])
    else:
        values.append(builders[rule.name](Spot(line, *span), parts))


def _flat(parts: Parts) -> Parts:
    """Spliced parts in their place; a long list grows in place."""
    if type(parts[0]) is Spliced:
        flat: Parts = parts[0]
        rest = parts[1:]
    else:
        flat, rest = [], parts
    for part in rest:
        if type(part) is Spliced:
            flat.extend(part)
        else:
            flat.append(part)
    return flat


@cache
def _table() -> Automaton:
    return tables.automaton("criteria")


@cache
def _climbed() -> dict[tuple[int, int, str], int]:
    """Where a value that stands on a state came to, once it was in another, before a terminal."""
    return {}


@cache
def _keywords(state: int) -> frozenset[str]:
    """The keywords of a place of the grammar: the reserved ones, and those by place that it asks for."""
    return reserved() | (by_place() & frozenset(_table().states[state]))


def _acceptable(stack: Sequence[int]) -> frozenset[str]:
    """The terminals that can really follow: a merged state also lists some of other places."""
    return frozenset(name for name in _table().states[stack[-1]] if name.isupper() and _shifts(list(stack), name))


def _shifts(stack: list[int], terminal: str) -> bool:
    """Whether the parser, in a copy of its stack, comes to take this terminal."""
    states, rules = _table().states, _table().rules
    while terminal in (actions := states[stack[-1]]):
        action = actions[terminal]
        if action >= 0:
            return True
        rule = rules[~action]
        del stack[len(stack) - rule.size :]
        stack.append(states[stack[-1]][rule.origin])
        if terminal == "$END" and len(stack) == 2:
            return True
    return False


def kind(part: Any) -> str:
    """The terminal of a token, or nothing for a built node."""
    return part.type if type(part) is Token else ""


def tokens(parts: Parts, *kinds: str) -> list[Token]:
    """The tokens of these kinds among the parts."""
    return [part for part in parts if type(part) is Token and part.type in kinds]


def nodes(parts: Parts) -> Parts:
    """The parts that are built."""
    return [part for part in parts if type(part) is not Token]
