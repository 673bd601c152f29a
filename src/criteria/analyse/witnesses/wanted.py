"""What is wanted of the facts: quantities, each in a set of values.

In: a quantity of the ladder and a set. Out: drafts in which it lies there, and whether it does in a draft. Several are reached one after
the other; what the rows of a later one have opened again is settled again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from criteria.analyse.witnesses.days import day_of
from criteria.analyse.witnesses.drafts import Draft, Drafts, Exhausted, Search, together, truth_of
from criteria.analyse.witnesses.never import has_none, without_value
from criteria.analyse.witnesses.telling import holds
from criteria.analyse.witnesses.texts import text, text_of
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.worlds import Env
from criteria.frozen import frozen
from criteria.ladder.domains import Days, Domain, Numbers, Texts
from criteria.ladder.quantities import Kind, Quantity
from criteria.model import terms as t

EASY = (False, False)
MOST_ORDERS = 3
MOST_FAILED = 3


@frozen(eq=False)
class Part:
    """One quantity and its set; ``search`` goes by the readings that the quantity's own words are read by."""

    search: Search
    quantity: Quantity
    domain: Domain

    @property
    def difficulty(self) -> tuple[bool, bool]:
        """Single facts first, rows last."""
        return self.search.may_change(self.quantity.node), not isinstance(self.quantity.node, t.Fact)


def orders(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Orders to reach them in: the simplest first; of amounts each once in front of the others, of rows as they are given."""
    easy = [part for part in parts if part.difficulty == EASY]
    hard = sorted((part for part in parts if part.difficulty != EASY), key=lambda part: part.difficulty)
    turns = 1 if any(part.difficulty[0] for part in hard) else max(1, min(MOST_ORDERS, len(hard)))
    for first in range(turns):
        yield [*easy, *hard[first:], *hard[:first]]


def reached(draft: Draft, parts: Sequence[Part]) -> Drafts:
    """All that is wanted, in this order; no two drafts that are alike go on. Where what rows come to cannot be reached from several
    drafts, the others most likely rule it out, and the search is given up."""
    seen: set[object] = set()
    failed: Counter[int] = Counter()

    def new(here: Draft, part: Part) -> Drafts:
        none = True
        for further in _reach(here, part):
            none = False
            key = (id(part), id(here), further.same)
            if key not in seen:
                seen.add(key)
                yield further
        failed[id(part)] += none
        if failed[id(part)] == MOST_FAILED and part.difficulty[0]:
            raise Exhausted

    yield from together(draft, parts, new, lies)


def _reach(draft: Draft, part: Part) -> Drafts:
    """The quantity lies in its set."""
    search, node, env = part.search, part.quantity.node, Env((), part.quantity.groups)
    match part.quantity.kind, part.domain:
        case Kind.DAYS, Days() as domain:
            return search.day(search, draft, node, env, domain)  # type: ignore[arg-type]
        case Kind.NUMBERS, Numbers() as domain:
            return search.amount(search, draft, node, env, domain)  # type: ignore[arg-type]
        case Kind.TEXTS, Texts() as domain:
            return text(search, draft, node, env, domain)  # type: ignore[arg-type]
        case Kind.TRUTH, Texts(values):
            return search.truth(search, draft, node, env, "yes" in values)  # type: ignore[arg-type]
        case _:
            return without_value(search, draft, node, env)  # type: ignore[arg-type]


def lies(draft: Draft, part: Part) -> bool:
    """Whether the draft settles that the quantity lies in its set."""
    search, node, env = part.search, part.quantity.node, Env((), part.quantity.groups)
    match part.quantity.kind, part.domain:
        case Kind.DAYS, Days() as domain:
            found = day_of(search, draft, node, env)  # type: ignore[arg-type]
            if found is None or not found.spans:
                return found is not None and domain.never
            return domain.within(found.first, found.first) is not None
        case Kind.NUMBERS, Numbers() as domain:
            value = value_of(search, draft, node, env)  # type: ignore[arg-type]
            return isinstance(value, Fraction) and holds(domain, value)
        case Kind.TEXTS, Texts() as domain:
            word = text_of(search, draft, node, env)  # type: ignore[arg-type]
            return word is not None and (word in domain.values) != domain.others
        case Kind.TRUTH, Texts(values):
            return truth_of(search, draft, node, env) == ("yes" in values)  # type: ignore[arg-type]
        case _:
            return has_none(search, draft, node, env)  # type: ignore[arg-type]
