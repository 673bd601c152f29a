"""Text tests: whether a text, a choice or a yes/no is one of some options."""

from __future__ import annotations

from criteria.evaluate.leaves import Leaf, look_cell, look_fact
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.worlds import Env, World
from criteria.ladder.domains import Texts
from criteria.model import terms as t
from criteria.model.plan import fold


def matches(world: World, value: t.Term, options: tuple[t.Term, ...], env: Env) -> bool:
    """Whether the text is among the options; texts compare folded."""
    subject = _text(world, value, env)
    known, open_options = set(), []
    for option in options:
        found = _text(world, option, env)
        if isinstance(found, str):
            known.add(found)
        else:
            open_options.append(found)
    if isinstance(subject, str):
        return subject in known or any(_is(world, option, frozenset({subject})) for option in open_options)
    return _is(world, subject, frozenset(known)) or any(_same(world, subject, option) for option in open_options)


def _text(world: World, term: t.Term, env: Env) -> str | Leaf:
    """A known text, or the leaf that is open."""
    match term:
        case t.TextValue(value):
            return fold(value)
        case t.GroupValue(record, column):
            return dict(env.groups)[f"{record}.{column}"]
        case t.Fact():
            leaf = look_fact(world, term)
        case t.Cell(record, column, scope):
            leaf = look_cell(world, world.ground.row(env, scope), world.ground.plan.records[record].columns[column])
        case t.Chosen(name, alternatives):
            return _text(world, dict(alternatives)[world.ground.readings[name]], env)
        case t.Lookup():
            return _text(world, looked_up(world, term, env), env)
        case _:  # pragma: no cover
            raise AssertionError(term)
    assert isinstance(leaf.domain, Texts)
    return leaf.domain.value if leaf.domain.single else leaf


def _domain(world: World, leaf: Leaf) -> Texts:
    domain = world.cell(leaf.key) or leaf.domain
    assert isinstance(domain, Texts)
    return domain


def _is(world: World, leaf: Leaf, options: frozenset[str]) -> bool:
    """Whether an open text is one of known ones."""
    return world.split(leaf.key, leaf.rows, *_domain(world, leaf).cut(options))


def _same(world: World, a: Leaf, b: Leaf) -> bool:
    """Two open texts: the one with known possibilities is asked value by value; two that can be anything may be alike or not."""
    few, other = (a, b) if not _domain(world, a).others else (b, a)
    if a.key == b.key:
        return True
    if _domain(world, few).others:
        world.widened = True
        return world.free(("same", a.key, b.key), a.rows + b.rows)
    while not _domain(world, few).single:
        _is(world, few, frozenset({min(_domain(world, few).values)}))
    return _is(world, other, _domain(world, few).values)


def possible_texts(world: World, term: t.Term, env: Env) -> Texts:
    """The texts that a term can be in this world."""
    found = _text(world, term, env)
    return Texts(frozenset({found})) if isinstance(found, str) else _domain(world, found)
