"""Builders of conditions: tests, quantifiers, and what joins them.

In: the parts of a parse tree's node. Out: nodes of ``tree.Condition``.
Holds: a tail without a subject has gone to the test before it; ``and`` and ``or`` are never mixed without parentheses.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from criteria.frozen import evolve
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.joining import Alone, complete, either, exception, joined, out_of, provided
from criteria.syntax.machine import Builder, Parts, Spot, kind, nodes, tokens
from criteria.syntax.relations import RELATIONS
from criteria.syntax.statements import Fault, Statement
from criteria.syntax.values import Bracket, Every, Where, empty_run, expr, rows, split_amount, text_of
from criteria.syntax.years import based, with_years

_DATE: dict[str, tree.DateRelation] = {
    "BY": "by",
    "BEFORE": "before",
    "INDEN": "inden",
    "AFTER": "after",
    "FROM": "from",
    "IN": "in",
    "ON": "in",
    "WITHIN": "within",
}
_TAILS = (
    tree.DateTail, tree.BetweenTail, tree.CompareTail, tree.IsTail, tree.EachTail, tree.MarginTail, tree.AgainstTail,
    tree.YearlyTail, tree.RankTail,
)  # fmt: skip
_QUANTIFIERS: dict[str, Literal["all", "no", "some"]] = {"ALL": "all", "NO": "no", "SOME": "some"}


# ---- tails ------------------------------------------------------------------------------------------------------------


def _date_tail(spot: Spot, parts: Parts) -> tree.DateTail:
    if not _only_years(parts):
        spot.line.dates.append((spot.start if tokens(parts, "TO") else parts[0].end, spot.end))
    if tokens(parts, "TO"):
        return tree.DateTail("in", tree.DateWords(spot.text, place=spot.place), place=spot.place)
    return tree.DateTail(_DATE[parts[0].type], expr(parts[1]), place=spot.place)


def _only_years(parts: Parts) -> bool:
    """``from 2018 to 2021``, whose keywords are those of the surface."""
    years = [part for part in nodes(parts) if isinstance(part, tree.Run) and len(part.words) == 1]
    return bool(tokens(parts, "TO")) and len(years) == 2 and all(re.fullmatch(r"\d{4}", each.text) for each in years)


def _between(spot: Spot, parts: Parts) -> tree.BetweenTail:
    low, high = nodes(parts)
    return tree.BetweenTail(expr(low), expr(high), place=spot.place)


def _compare(spot: Spot, parts: Parts) -> tree.CompareTail:
    return tree.CompareTail(RELATIONS[parts[0].type], based(parts[1:]), place=spot.place)


def _choice(spot: Spot, parts: Parts) -> tree.IsTail:
    texts: list[Any] = [text_of(spot.line, part) for part in tokens(parts, "TEXT")]
    for part in nodes(parts):
        texts.extend(part if isinstance(part, tuple) else [part])
    return tree.IsTail(tuple(texts), bool(tokens(parts, "NOT")), place=spot.place)


# ---- tests ------------------------------------------------------------------------------------------------------------


def _test(spot: Spot, parts: Parts) -> Any:
    """``VALUE [copula [not] words] [tail] [in every …]``; a lone condition in parentheses stays one."""
    subject, rest = parts[0], nodes(parts[1:])
    if isinstance(subject, Bracket) and len(parts) == 1:
        return subject
    subject = expr(subject)
    tails = tuple(part for part in rest if isinstance(part, _TAILS))
    every = next((part for part in rest if isinstance(part, Every)), None)
    for part in rest:
        if isinstance(part, tree.Run | tree.OfChain):
            subject = _longer(subject, part, spot.place)
    subject, tails = with_years(subject, tails)
    test = tree.Test(subject, tails, *_groups(every), place=spot.place)
    return tree.Not(test, place=spot.place) if tokens(parts, "NOT") else test


def _groups(every: Every | None) -> tuple[tree.Run | None, tree.Quantifier | None]:
    """The column of the groups, and how many of them."""
    return (every.run, every.groups) if every else (None, None)


def _longer(subject: Any, more: Any, place: Place) -> Any:
    """``theory is available`` is the path ``theory available``."""
    if isinstance(more, tree.OfChain):
        return tree.OfChain(_longer(subject, more.head, place), more.of, place=place)
    if isinstance(subject, tree.OfChain):
        return evolve(subject, of=_longer(subject.of, more, subject.of.place), place=place)
    if not isinstance(subject, tree.Run):
        raise Fault("words-after-value", more.place, found=more.text)
    whole = evolve(subject.place, end=more.place.end)
    return tree.Run(subject.words + more.words, f"{subject.text} {more.text}", place=whole)


def _alone(spot: Spot, parts: Parts) -> Alone:
    tail, *rest = parts
    if rest and not isinstance(rest[0], Every):
        raise Fault("no-subject", spot.place)
    return Alone(tail, rest[0] if rest else None, spot.place)


def _compare_alone(spot: Spot, parts: Parts) -> Alone:
    tail = _compare(spot, parts[:2])
    return Alone(tail, parts[2] if len(parts) > 2 else None, spot.place)


def _negation(spot: Spot, parts: Parts) -> Any:
    item = parts[1]
    if isinstance(item, Alone):
        return evolve(item, negated=not item.negated, place=spot.place)
    return tree.Not(complete(item), place=spot.place)


def _where_not(spot: Spot, parts: Parts) -> tree.Not:
    return tree.Not(_test(spot, parts[1:]), place=spot.place)


# ---- quantifiers ------------------------------------------------------------------------------------------------------


def _quantified(spot: Spot, parts: Parts) -> tree.Quantified:
    """``QUANTIFIER ROWS [per …] [where …] [, if any,] [in every …] [copula] TEST``, flat."""
    lead, name, *rest = parts
    quantifier, counted = _quantifier(spot.line, lead, name)
    where, rest = _where_part(spot, rest)
    of_rows = rows(counted, [*nodes(rest), *where])
    said = next((part for part in rest if isinstance(part, Every)), Every(None))
    if_any, negated = bool(tokens(rest, "IF_ANY")), bool(tokens(rest, "NOT"))
    test = _row_test(rest, spot.place)
    return tree.Quantified(quantifier, of_rows, test, said.run, if_any, negated, said.groups, place=spot.place)


def _row_test(parts: Parts, place: Place) -> tree.Test | None:
    """The test of each row: its words follow a copula, or are left over in the rows' name."""
    subject = next((part for part in parts if isinstance(part, tree.Run | tree.OfChain)), None)
    tails = tuple(part for part in parts if isinstance(part, _TAILS))
    if subject is None and not tails:
        return None
    start = tails[0].place if subject is None else evolve(subject.place, end=place.end)
    subject, tails = with_years(subject or empty_run(start), tails)
    return tree.Test(subject, tails, place=start)


def _every_year(spot: Spot, parts: Parts) -> tree.EveryYear:
    """``every year from 2018 to 2021 has visitors at least its target``."""
    years = next((part for part in parts if isinstance(part, tree.Years)), None)
    test = _row_test(parts, spot.place)
    assert test
    return tree.EveryYear(years, test, bool(tokens(parts, "NOT")), place=spot.place)


def _quantifier(line: Statement, lead: Any, name: Any) -> tuple[tree.Quantifier, tree.Run]:
    """The quantifier and the words of its rows: ``≥60% of events``, ``at least 2 events``, ``all events``."""
    place = line.at(lead)
    if lead.type in _QUANTIFIERS:
        return tree.Quantifier(_QUANTIFIERS[lead.type], place=place), name
    if isinstance(name, tree.OutOf):
        return out_of(RELATIONS[lead.type], name, place)
    head, counted = (name.head, name.of) if isinstance(name, tree.OfChain) else (name, None)
    amount, left_over = split_amount(head)
    counted = counted or left_over
    if amount is None or counted is None or (counted is not left_over and left_over):
        raise Fault("no-quantifier", name.place)
    share = any(each.kind is tree.WordKind.SIGN for each in amount.words)
    place = evolve(place, end=amount.place.end)
    return tree.Quantifier("share" if share else "count", RELATIONS[lead.type], amount, place=place), counted


def _where_part(spot: Spot, parts: Parts) -> tuple[list[Where], Parts]:
    """The list from ``where`` to the verb, and the parts without it."""
    start = next((index for index, part in enumerate(parts) if kind(part) == "WHERE"), None)
    if start is None:
        return [], parts
    end = start + 2
    while end < len(parts) and kind(parts[end]) in ("AND", "OR"):
        end += 2
    items = [each if _is_item(each) else tree.Test(expr(each), place=each.place) for each in parts[start + 1 : end]]
    return [Where(complete(joined(spot, items)))], parts[:start] + parts[end:]


def _ranked(spot: Spot, parts: Parts) -> tree.RankTail:
    """``among the best 20% of peers by cost, lowest first``; "by" and "efter" are no test of dates here."""
    _, best, by, value, order = parts
    spot.line.meant[by.start] = "RANKED_BY_TYPE"
    head, rows_said = (best.head, best.of) if isinstance(best, tree.OfChain) else (best, None)
    amount, left_over = split_amount(head)
    if amount is None or (rows_said and left_over):
        raise Fault("no-quantifier", best.place)
    share = any(each.kind is tree.WordKind.SIGN for each in amount.words)
    quantifier = tree.Quantifier("share" if share else "count", "at_most", amount, place=amount.place)
    return tree.RankTail(
        quantifier, rows_said or left_over, expr(value), order.type == "HIGHEST_FIRST_TYPE", place=spot.place
    )


def _is_item(part: Any) -> bool:
    return bool(kind(part)) or isinstance(part, Alone | tree.Test | tree.Not | tree.Quantified | tree.Group | Bracket)


CONDITIONS: dict[str, Builder] = {
    "date_tail": _date_tail,
    "between": _between,
    "ranked": _ranked,
    "compare": _compare,
    "choice": _choice,
    "test": _test,
    "test_open": _test,
    "where_test": _test,
    "tail_alone": _alone,
    "compare_alone": _compare_alone,
    "negation": _negation,
    "negation_open": _negation,
    "where_not": _where_not,
    "quantified": _quantified,
    "quantified_open": _quantified,
    "every_year": _every_year,
    "agg_where": lambda spot, parts: Where(complete(joined(Spot(spot.line, parts[0].end, spot.end), parts[1:]))),
    "agg_also": lambda spot, parts: Where(complete(joined(spot, parts))),
    "joined": joined,
    "condition": lambda spot, parts: complete(parts[0]),
    "unless": exception,
    "either": either,
    "provided_that": provided,
}
