"""What joins conditions: ``and``, ``or``, ``unless``, ``provided that``, and tails that share a subject.

In: built conditions and the tokens between them. Out: one condition.
Holds: a tail without a subject has gone to the test before it; ``and`` and ``or`` are never mixed without parentheses.
"""

from __future__ import annotations

from typing import Any

from criteria.frozen import evolve, frozen
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.machine import Parts, Spot, kind, nodes, tokens
from criteria.syntax.statements import Fault
from criteria.syntax.values import Bracket, Every, rows, split_amount


@frozen
class Alone:
    """A tail whose subject is the test before it."""

    tail: tree.Tail
    every: Every | None
    place: Place
    negated: bool = False


def joined(spot: Spot, parts: Parts) -> Any:
    """Items joined by one word; a tail alone goes to the test before it."""
    parts = [part for part in parts if kind(part) != "COMMA"]
    joiners = tokens(parts, "AND", "OR")
    for joiner in joiners[1:]:
        if joiner.type != joiners[0].type:
            raise _mixed(spot, joiners[0], joiner)
    items: list[Any] = []
    either = bool(joiners) and joiners[0].type == "OR"
    if len(parts) == 1:
        return parts[0]
    for part in nodes(parts):
        if isinstance(part, Alone) and items:
            _add_tail(items, part, either)
        else:
            items.append(complete(part))
    if len(items) == 1:
        return items[0]
    return tree.Group("any" if either else "all", tuple(items), place=spot.place)


def _mixed(spot: Spot, first: Any, other: Any) -> Fault:
    """Suggests parentheses round the ``and`` parts."""
    line = spot.line
    start, end = spot.start, spot.end
    if kind(first) != "OR":
        suggestion = f"({line.slice(start, other.start)}) {line.slice(other.start, end)}"
    else:
        suggestion = f"{line.slice(start, first.end)} ({line.slice(first.end, end)})"
    return Fault("mixed-joiners", line.at(other), suggestion, found=other.text, first=getattr(first, "text", first))


def _add_tail(items: list[Any], alone: Alone, either: bool) -> None:
    """``held after A and before B`` is one test; with ``or``, or ``not``, it is another test of the same subject."""
    before = items[-1]
    inner = before.item if isinstance(before, tree.Not) else before
    if (isinstance(before, tree.Quantified) and before.negated) or (isinstance(before, tree.Not) and not either):
        raise Fault("not-then-more", alone.place)
    if isinstance(before, tree.Quantified) and before.test and not either and not alone.negated:
        test = before.test
        items[-1] = evolve(before, test=evolve(test, tails=(*test.tails, alone.tail)), **_groups(alone, before))
    elif isinstance(before, tree.Test) and not either and not alone.negated:
        items[-1] = evolve(before, tails=(*before.tails, alone.tail), **_groups(alone, before))
    elif isinstance(inner, tree.Test) and (either or alone.negated) and before is inner:
        test = tree.Test(inner.subject, (alone.tail,), **_groups(alone), place=alone.place)
        items.append(tree.Not(test, place=alone.place) if alone.negated else test)
    elif isinstance(before, tree.Quantified) and before.test:
        raise Fault("and-in-rows", alone.place)
    else:
        raise Fault("no-subject", alone.place)


def _groups(alone: Alone, before: tree.Test | tree.Quantified | None = None) -> dict[str, Any]:
    """The groups that a tail names, else those named before it."""
    if alone.every:
        return {"every": alone.every.run, "groups": alone.every.groups}
    return {"every": before.every, "groups": before.groups} if before else {}


def complete(item: Any) -> Any:
    """The first item of a line; ``at least 3 events`` reads as a tail and is a quantifier."""
    if isinstance(item, Bracket):
        return item.condition
    if not isinstance(item, Alone):
        return item
    tail = item.tail
    if isinstance(tail, tree.CompareTail) and isinstance(tail.operand, tree.OutOf) and not item.negated:
        share, of_rows = out_of(tail.relation, tail.operand, item.place)
        return tree.Quantified(share, rows(of_rows, []), None, **_groups(item), place=item.place)
    if isinstance(tail, tree.CompareTail) and isinstance(tail.operand, tree.Run | tree.OfChain) and not item.negated:
        head = tail.operand.head if isinstance(tail.operand, tree.OfChain) else tail.operand
        amount, left_over = split_amount(head)
        counted = tail.operand.of if isinstance(tail.operand, tree.OfChain) else left_over
        if amount and counted:
            is_share = any(each.kind is tree.WordKind.SIGN for each in amount.words)
            place = evolve(item.place, end=amount.place.end)
            quantifier = tree.Quantifier("share" if is_share else "count", tail.relation, amount, place=place)
            groups = _groups(item)
            return tree.Quantified(quantifier, rows(counted, []), None, **groups, place=item.place)
    raise Fault("no-subject", item.place)


def out_of(relation: tree.NumberRelation, said: tree.OutOf, place: Place) -> tuple[tree.Quantifier, tree.Run]:
    """``at least 4 out of 5 schools``: the share, and the words of the rows."""
    whole, counted = split_amount(said.whole)
    if whole is None or counted is None:
        raise Fault("no-quantifier", said.place)
    place = evolve(place, end=whole.place.end)
    return tree.Quantifier("share", relation, said.part, whole, place=place), counted


def exception(spot: Spot, parts: Parts) -> tree.Unless:
    """Over the whole line: a list on either side has to stand in parentheses."""
    if isinstance(parts[0], tree.Group):
        raise _mixed(spot, "and" if parts[0].kind == "all" else "or", parts[1])
    if isinstance(parts[2], tree.Group):
        raise _mixed_after(spot, parts[1], parts[2])
    return tree.Unless(complete(parts[0]), complete(parts[2]), place=spot.place)


def _mixed_after(spot: Spot, joiner: Any, group: tree.Group) -> Fault:
    """``A unless B and C``: the list after the joiner."""
    line = spot.line
    first, last = line.slice(spot.start, joiner.end), line.slice(joiner.end, spot.end)
    found = "and" if group.kind == "all" else "or"
    return Fault("mixed-joiners", group.place, f"{first} ({last})", found=found, first=joiner.text)


def provided(spot: Spot, parts: Parts) -> tree.ProvidedThat:
    return tree.ProvidedThat(complete(parts[0]), complete(parts[2]), place=spot.place)


def either(spot: Spot, parts: Parts) -> tree.Group:
    """``either A or B, not both``: exactly one; a tail alone is another test of the first one's subject."""
    if not tokens(parts, "NOT_BOTH"):
        raise Fault("either-both", spot.place)
    listed = joined(spot, [parts[1], parts[2], parts[3]])
    return tree.Group("exactly", listed.items, 1, place=spot.place)
