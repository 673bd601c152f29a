"""Builders of values: runs of words, amounts, sums, aggregates, date phrases.

In: the parts of a parse tree's node. Out: nodes of ``tree.Expr``, or ``Bracket`` for a condition in parentheses.
Holds: where a value belongs, no condition stands (``expr`` refuses it).
"""

from __future__ import annotations

import re
from typing import Any, Literal

from criteria.frozen import evolve, frozen
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.machine import MAX_DEPTH, Builder, Parts, Spot, nodes, tokens
from criteria.syntax.statements import Fault, Statement, Token

_KINDS = {
    "NAME": tree.WordKind.NAME,
    "QUOTED": tree.WordKind.QUOTED,
    "NUMBER": tree.WordKind.NUMBER,
    "SIGN": tree.WordKind.SIGN,
    "ITS": tree.WordKind.ITS,
}
_ONE_SPELLING = {"SIGN": "%", "ITS": "its"}
_OPERATORS: dict[str, Literal["+", "-", "*", "/"]] = {"PLUS": "+", "MINUS": "-", "STAR": "*", "SLASH": "/"}
_FUNCTIONS: dict[str, Literal["difference", "larger", "smaller"]] = {
    "DIFFERENCE_OF": "difference",
    "LARGER_OF": "larger",
    "SMALLER_OF": "smaller",
}


@frozen
class Bracket:
    """A condition in parentheses, where it is not yet known whether a value or a condition is wanted."""

    condition: Any
    place: Place


@frozen
class Same:
    """``with the same area and kind, held in 2020``."""

    columns: tuple[tree.Run, ...]
    also: Any


@frozen
class Per:
    run: tree.Run


@frozen
class Every:
    """``in every quarter of 2020``; ``groups``: of ``in at least 80% of areas``, ``in at least 48 weeks``."""

    run: tree.Run | None
    groups: tree.Quantifier | None = None


@frozen
class Where:
    condition: Any


def expr(part: Any) -> Any:
    """The part, which has to be a value."""
    if not isinstance(part, Bracket):
        return part
    value = in_years(part.condition)
    if value is None:
        raise Fault("condition-as-value", part.place)
    return value


def in_years(condition: Any) -> tree.Timed | None:
    """``rate in 2020`` where a value belongs: what reads as the test of a date is the value of a year."""
    match condition:
        case tree.Test(
            subject=subject, tails=(tree.DateTail(relation="in", operand=operand, place=place),), every=None
        ):
            if isinstance(operand, tree.Run | tree.DateWords):
                return tree.Timed(subject, tree.Years(operand, place=place), place=condition.place)
    return None


def word(line: Statement, token: Token) -> tree.Word:
    """A token as a word: quotes removed, every percent sign one sign."""
    text = token.text
    if token.type == "QUOTED":
        text = " ".join(text[1:-1].split())
    if token.type in _ONE_SPELLING:
        text = _ONE_SPELLING[token.type]
    return tree.Word(text, _KINDS.get(token.type, tree.WordKind.NAME), place=line.at(token))


def text_of(line: Statement, token: Token) -> tree.Text:
    """A text token without its quotes."""
    return tree.Text(token.text[1:-1], place=line.at(token))


def run(spot: Spot, parts: Parts) -> tree.Run:
    return tree.Run(tuple(word(spot.line, part) for part in parts), spot.text, place=spot.place)


def empty_run(place: Place) -> tree.Run:
    """No words: the checker takes those left over in the rows."""
    return tree.Run((), "", place=place)


def _of_chain(spot: Spot, parts: Parts) -> tree.OfChain:
    return tree.OfChain(parts[0], parts[2], place=spot.place)


def _out_of(spot: Spot, parts: Parts) -> tree.OutOf:
    return tree.OutOf(parts[0], parts[2], place=spot.place)


def _chain(spot: Spot, parts: Parts) -> tree.Binary:
    left, operator, right = parts
    depth, inner = 1, left
    while isinstance(inner, tree.Binary):
        depth, inner = depth + 1, inner.left
    if depth > MAX_DEPTH:
        raise Fault("too-deep", spot.line.at(operator), limit=str(MAX_DEPTH))
    return tree.Binary(_OPERATORS[operator.type], expr(left), expr(right), spot.text, place=spot.place)


def _function(spot: Spot, parts: Parts) -> tree.Function:
    values = tuple(expr(part) for part in nodes(parts))
    return tree.Function(_FUNCTIONS[parts[0].type], values, place=spot.place)


def _percent_of(spot: Spot, parts: Parts) -> tree.Function:
    return tree.Function("percent_of", (expr(parts[0]), expr(parts[2])), place=spot.place)


def rows(name: tree.Run, parts: Parts) -> tree.Rows:
    """What is counted, with ``per``, ``where`` and ``with the same``."""
    found = tree.Rows(name, place=name.place)
    for part in parts:
        if isinstance(part, Per):
            found = evolve(found, per=part.run)
        elif isinstance(part, Where):
            found = evolve(found, where=part.condition)
        elif isinstance(part, Same):
            found = evolve(found, same=part.columns, also=part.also)
    return found


def _same(spot: Spot, parts: Parts) -> Same:
    columns = tuple(part for part in parts if isinstance(part, tree.Run))
    also = [part.condition for part in parts if isinstance(part, Where)]
    return Same(columns, also[0] if also else None)


def _offset(spot: Spot, parts: Parts) -> tree.Offset:
    the, (amount, way, base) = tokens(parts, "THE_TYPE"), parts[-3:]
    for word_before in the:
        amount = named(spot, word_before, amount)
    return offset(amount, way.type, base, spot.text, spot.place)


def named(spot: Spot, lead: Token, rest: tree.Run) -> tree.Run:
    """``latest report``, ``the first 2 months``: a name or a measure that begins like a keyword; the formatter leaves that word alone."""
    spot.line.dates.append((lead.start, lead.end))
    first = tuple(tree.Word(text, place=spot.line.at(lead)) for text in lead.text.split())
    return tree.Run((*first, *rest.words), f"{lead.text} {rest.text}", place=spot.place)


def offset(amount: tree.Run, direction: str, base: Any, text: str, place: Place) -> tree.Offset:
    way: Literal["after", "before"] = "after" if direction.lower() == "after" else "before"
    return tree.Offset(amount, way, expr(base), text, place=place)


def _date_words(spot: Spot, parts: Parts) -> tree.DateWords:
    spot.line.dates.append((spot.start, spot.end))
    return tree.DateWords(spot.text, place=spot.place)


def as_value(condition: Any) -> Any:
    """A test without a tail is a value; ``4 weeks after X`` reads as a date test and is a day. Otherwise none."""
    if isinstance(condition, Bracket):
        return as_value(condition.condition)
    if not isinstance(condition, tree.Test) or condition.every:
        return None
    if not condition.tails:
        return condition.subject
    amount, tail = condition.subject, condition.tails[0]
    counted = isinstance(amount, tree.Run) and amount.words and amount.words[0].kind is tree.WordKind.NUMBER
    if (
        counted
        and len(condition.tails) == 1
        and isinstance(tail, tree.DateTail)
        and tail.relation in ("after", "before")
    ):
        assert isinstance(amount, tree.Run)
        return offset(amount, tail.relation, tail.operand, amount.text, condition.place)
    return None


def _paren(spot: Spot, parts: Parts) -> Any:
    value = as_value(parts[1])
    return Bracket(parts[1], spot.place) if value is None else value


def _number_of(name: tree.Run) -> int:
    """How many words at the start of a run are its amount: a number and its sign."""
    if not name.words or name.words[0].kind is not tree.WordKind.NUMBER:
        return 0
    return 2 if len(name.words) > 1 and name.words[1].kind is tree.WordKind.SIGN else 1


def split_amount(name: tree.Run) -> tuple[tree.Run | None, tree.Run | None]:
    """``60% events`` is an amount and a name; either may be missing."""
    count = _number_of(name)
    return part_of(name, 0, count), part_of(name, count, len(name.words))


def part_of(name: tree.Run, start: int, end: int) -> tree.Run | None:
    """Some of a run's words as a run of their own."""
    words = name.words[start:end]
    if not words:
        return None
    place = evolve(words[0].place, end=words[-1].place.end)
    return tree.Run(words, re.sub(r" (?=%)", "", " ".join(each.text for each in words)), place=place)


def _operand(spot: Spot, parts: Parts) -> Any:
    return expr(parts[-1])


_MANY: dict[str, tree.NumberRelation] = {
    "IN_AT_LEAST_TYPE": "at_least",
    "IN_AT_MOST_TYPE": "at_most",
    "IN_EXACTLY_TYPE": "equal",
}


def _every(spot: Spot, parts: Parts) -> Every:
    """The words of one: ``quarter of 2020`` is one run."""
    said: Any = nodes(parts)[-1] if nodes(parts) else None
    if year := tokens(parts, "YEAR_TYPE"):
        one = tree.Run((word(spot.line, year[0]),), year[0].text, place=spot.line.at(year[0]))
        said = tree.OfChain(one, said, place=spot.place) if said else one
    lead = tokens(parts, *_MANY)
    share = lead and isinstance(said, tree.OfChain) and split_amount(said.head)[1] is None
    if share:
        return _many(spot, lead[0], said.head, said.of)
    if isinstance(said, tree.OfChain):
        both = (*said.head.words, tree.Word("of", place=spot.place), *said.of.words)
        said = tree.Run(
            both, f"{said.head.text} of {said.of.text}", place=evolve(said.head.place, end=said.of.place.end)
        )
    if not lead:
        return Every(said)
    number, name = split_amount(said)
    if number is None or name is None:
        raise Fault("no-quantifier", said.place)
    return _many(spot, lead[0], number, name)


def _many(spot: Spot, lead: Token, amount: tree.Run, name: tree.Run) -> Every:
    """``in at least 3 areas``, ``in at least 80% of areas``, ``in at least 48 weeks of 2020``."""
    share = any(each.kind is tree.WordKind.SIGN for each in amount.words)
    place = evolve(spot.line.at(lead), end=amount.place.end)
    groups = tree.Quantifier("share" if share else "count", _MANY[lead.type], amount, place=place)
    return Every(name, groups)


VALUES: dict[str, Builder] = {
    "run": run,
    "of_chain": _of_chain,
    "out_of": _out_of,
    "text": lambda spot, parts: text_of(spot.line, parts[0]),
    "chain": _chain,
    "negative": lambda spot, parts: tree.Negative(expr(parts[1]), place=spot.place),
    "function": _function,
    "function_open": _function,
    "percent_of": _percent_of,
    "same": _same,
    "offset": _offset,
    "date_words": _date_words,
    "operand": _operand,
    "paren": _paren,
    "per": lambda spot, parts: Per(parts[1]),
    "every": _every,
    "texts": lambda spot, parts: tuple(text_of(spot.line, each) for each in tokens(parts, "TEXT")),
    "comparison": lambda spot, parts: parts[0],
    "quantifier": lambda spot, parts: parts[0],
}
