"""Texts: one that is among some options, or among none of them.

In: a text and its options, any of which may be facts. Out: drafts in which it is, or is not, one of them.
"""

from __future__ import annotations

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, Unsettled, in_turn, look
from criteria.analyse.witnesses.leaves import cell, column_of, fact, row_of
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.texts import possible_texts
from criteria.evaluate.worlds import Env
from criteria.ladder.domains import ANY_TEXT, Texts
from criteria.model import terms as t


def text(search: Search, draft: Draft, term: t.Term, env: Env, domain: Texts) -> Drafts:
    """The text lies in the set."""
    search.step()
    known = text_of(search, draft, term, env)
    if known is not None:
        if (known in domain.values) != domain.others:
            yield draft
        return
    match term:
        case t.Fact():
            yield from fact(search, draft, term, domain)
        case t.Cell():
            yield from cell(search, draft, row_of(search, term, env), column_of(search, term), domain)
        case t.Chosen(name, alternatives):
            yield from text(search, draft, dict(alternatives)[search.readings[name]], env, domain)
        case t.Lookup():
            yield from text(search, draft, looked_up(search.fresh(draft), term, env), env, domain)


def text_of(search: Search, draft: Draft, term: t.Term, env: Env) -> str | None:
    """The text that the draft settles, folded."""
    found = look(search, draft, lambda world: possible_texts(world, term, env))
    return None if isinstance(found, Unsettled) or not found.single else found.value


def matching(
    search: Search, draft: Draft, value: t.Term, options: tuple[t.Term, ...], env: Env, *, wanted: bool
) -> Drafts:
    """The text is one of the options, or none of them."""
    known = [text_of(search, draft, option, env) for option in options]
    if all(one is not None for one in known):
        values = frozenset(one for one in known if one is not None)
        yield from text(search, draft, value, env, Texts(values, others=not wanted))
        return
    if wanted:
        for option in options:
            yield from _alike(search, draft, value, option, env)
    else:
        yield from _different(search, draft, value, options, env)


def _alike(search: Search, draft: Draft, one: t.Term, other: t.Term, env: Env) -> Drafts:
    """Two texts are one."""
    for first, second in ((one, other), (other, one)):
        for further in text(search, draft, first, env, ANY_TEXT):
            found = text_of(search, further, first, env)
            if found is not None:
                yield from text(search, further, second, env, Texts(frozenset({found})))


def _different(search: Search, draft: Draft, value: t.Term, options: tuple[t.Term, ...], env: Env) -> Drafts:
    """The options are chosen and the text is none of them, or the text is chosen first."""
    for further in in_turn(draft, options, lambda d, term: text(search, d, term, env, ANY_TEXT)):
        found = frozenset(known for option in options if (known := text_of(search, further, option, env)) is not None)
        yield from text(search, further, value, env, Texts(found, others=True))
    for further in text(search, draft, value, env, ANY_TEXT):
        found = frozenset(known for known in [text_of(search, further, value, env)] if known is not None)
        other = Texts(found, others=True)
        yield from in_turn(further, options, lambda d, term, other=other: text(search, d, term, env, other))  # type: ignore[misc]
