"""Tests of texts: whether one is among some options.

In: a ``Matches`` and the rows around it. Out: a truth; texts compare folded, which bound ones are already.
"""

from __future__ import annotations

import ast

from criteria.compiled.expressions import Truth, joined
from criteria.compiled.leaves import cut, text, uncut
from criteria.compiled.writer import Around, Writer
from criteria.model import terms as t


def matches(w: Writer, value: t.Term, options: tuple[t.Term, ...], around: Around) -> Truth:
    """Whether the text is among the options."""
    subject = text(w, value, around)
    found = [text(w, option, around) for option in options]
    known = frozenset(each.value for each in found if isinstance(each.value, str))
    if all(isinstance(each.value, str) for each in found):
        cut(w, subject, known)
        return _among(w, subject.value, known)
    others = [uncut(w, each) for each in found if not isinstance(each.value, str)]
    value_ = uncut(w, subject)
    truths = [_among(w, value_, known)] if known else []
    for other in others:
        assert isinstance(other, ast.expr)
        assert isinstance(value_, str | ast.expr)
        truths.append(ast.Compare(w.text(value_), [ast.Eq()], [other]))
    return joined(truths, every=False)


def _among(w: Writer, value: object, known: frozenset[str]) -> Truth:
    if isinstance(value, str):
        return value in known
    assert isinstance(value, ast.expr)
    if len(known) == 1:
        return ast.Compare(value, [ast.Eq()], [w.constant(next(iter(known)))])
    return ast.Compare(value, [ast.In()], [w.constant(known)])
