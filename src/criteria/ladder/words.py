"""By which readings the words of a term or condition can be understood.

In: a node of the model. Out: names of readings.
"""

from __future__ import annotations

from criteria.dates.readings import defaults
from criteria.dates.relations import Relation
from criteria.ladder.shape import Node, walk
from criteria.model import terms as t
from criteria.model.plan import Plan


def words_in(node: Node, plan: Plan) -> frozenset[str]:
    """Those of the node and of all inside it, computed columns too."""
    return frozenset(word for part in dict.fromkeys(walk(node, plan)) for word in said_by(part))


def said_by(node: Node) -> set[str]:
    """Those of the node alone."""
    match node:
        case t.Chosen(name) | t.ChosenCondition(name):
            return {name}
        case t.DateValue(phrase):
            return set(phrase.words)
        case t.Anchored(_, anchor):
            return set(anchor.sample.words)
        case t.DateTest(Relation.INDEN, _, t.Anchored(_, anchor)) if anchor.sample.period(defaults()).boundary:
            return set()
        case t.DateTest(Relation.INDEN, _, first):
            return set() if isinstance(first, t.DateValue) and first.phrase.period(defaults()).boundary else {"inden"}
        case _:
            return set()
