"""Values looked up by the row or group in force.

In: a ``Lookup`` in a world. Out: the term of the case that its keys have; a key that is open is asked about, case by case. Keys that no
case has are a fault that names them.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.evaluate.leaves import Leaf, look_cell, plain_text
from criteria.evaluate.worlds import Env, Faulty, Ground, World
from criteria.facts.numbers import plain_number, unit_text
from criteria.ladder.domains import Numbers, Texts
from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.types import Unit


def looked_up(world: World, term: t.Lookup, env: Env) -> t.Term:
    """The case in force."""
    cases = list(term.cases)
    for place, key in enumerate(term.keys):
        wanted = _settled(world, key, list(dict.fromkeys(texts[place] for texts, _ in cases)), env)
        cases = [case for case in cases if case[0][place] == wanted]
    if not cases:
        raise Faulty("no-row-for", term.place, f"{_told(world, term, env)} ({term.source})")
    return cases[0][1]


def _settled(world: World, key: t.Term, texts: list[str], env: Env) -> str | None:
    """Which of the texts the key is in this world; none when it is another."""
    known = _known(world, key, env)
    if not isinstance(known, Leaf):
        return known if known in texts else None
    return next((text for text in texts if _is(world, known, text)), None)


def _known(world: World, key: t.Term, env: Env) -> str | Leaf:
    """The one text of the key, or the leaf that is open."""
    if isinstance(key, t.GroupValue):
        return dict(env.groups)[f"{key.record}.{key.column}"]
    assert isinstance(key, t.Cell)
    leaf = look_cell(world, world.ground.row(env, key.scope), world.ground.plan.records[key.record].columns[key.column])
    domain = world.cell(leaf.key) or leaf.domain
    if domain.single:
        return domain.value if isinstance(domain, Texts) else str(domain.value)  # type: ignore[union-attr]
    return leaf


def _is(world: World, leaf: Leaf, text: str) -> bool:
    """Whether an open key has this text."""
    domain = world.cell(leaf.key) or leaf.domain
    if isinstance(domain, Texts):
        return world.split(leaf.key, leaf.rows, *domain.cut(frozenset({text})))
    assert isinstance(domain, Numbers)
    if not world.split(leaf.key, leaf.rows, *domain.cut(Fraction(text), strict=False)):
        return False
    above = world.cell(leaf.key) or domain
    assert isinstance(above, Numbers)
    return not world.split(leaf.key, leaf.rows, *above.cut(Fraction(text), strict=True))


def _told(world: World, term: t.Lookup, env: Env) -> str:
    """The keys as the facts or the plan write them."""
    return ", ".join(_spelled(world.ground, key, env) for key in term.keys)


def _spelled(ground: Ground, key: t.Term, env: Env) -> str:
    if isinstance(key, t.GroupValue):
        return dict(env.groups)[f"{key.record}.{key.column}"]
    assert isinstance(key, t.Cell)
    row, record = ground.row(env, key.scope), ground.plan.records[key.record]
    if row.further:
        return key.column
    if record.rows is not None:
        return str(record.rows[row.number].values.get(key.column, key.column))
    given = ground.facts.records[record.key].rows[row.number].cells.get(key.column)
    return given.text if given and given.text else key.column


def plainly(ground: Ground, term: t.Lookup, env: Env) -> t.Term | None:
    """The case in force, where the keys are known without a question."""
    texts = []
    for key in term.keys:
        if isinstance(key, t.GroupValue):
            texts.append(dict(env.groups).get(f"{key.record}.{key.column}"))
        elif isinstance(key, t.Cell) and key.scope < len(env.rows) and not (row := ground.row(env, key.scope)).further:
            texts.append(plain_text(ground, ground.plan.records[key.record], row.number, key.column))
    return next((case for known, case in term.cases if list(known) == [text and fold(text) for text in texts]), None)


def written(case: t.Term, language: str) -> str:
    """What a table of the plan says, as the plan writes it."""
    match case:
        case t.Number(value, unit):
            number = plain_number(value * unit.scale, "," if language == "da" else ".")
            return f"{number} {unit_text(unit)}" if unit in (Unit.PERCENT, Unit.KRONER) else number
        case t.TextValue(value):
            return value
        case t.DateValue(phrase):
            return phrase.period().earliest.isoformat()
        case _:
            return ""
