"""What the examples of a plan touch and leave out, as a person reads it.

In: a ``Rehearsal``. Out: a line that says how much of it they touch, and the list of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.coverage import Told, Untouched, UntouchedLevel, UntouchedReading, UntouchedSide
from criteria.analyse.examples import Rehearsal
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Truth
from criteria.report.steps import level
from criteria.report.texts import joined, say

KINDS = ((UntouchedLevel, "levels"), (UntouchedSide, "sides"), (UntouchedReading, "readings"))


def summary(found: Rehearsal, lang: Lang, *, listed: bool) -> Iterator[str]:
    """``The examples reach 3 of 4 levels, …``; unless the rest is ``listed`` how to see it."""
    parts = []
    for kind, name in KINDS:
        done = [touched for what, touched in found.targets if isinstance(what, kind)]
        if done:
            parts.append(say(f"covered_{name}", lang, done=sum(done), all=len(done)))
    if parts:
        yield say("covered", lang, parts=joined(parts, say("and", lang)))
    if not (listed or all(touched for _, touched in found.targets)):
        yield say("covered_rest", lang)


def rest(found: Rehearsal, lang: Lang) -> Iterator[str]:
    """Everything that no example touches, by kind."""
    left = [what for what, touched in found.targets if not touched]
    for kind, name in KINDS:
        of_kind = [what for what in left if isinstance(what, kind)]
        if of_kind:
            yield from ("", say(f"untouched_{name}", lang), *(f"  {called(what, lang)}" for what in of_kind))


def called(what: Untouched, lang: Lang) -> str:
    """``goal 2, partially fulfilled: concept sent (failing; line 11)``."""
    goal = f"{say('goal', lang).lower()} {what.goal}"
    match what:
        case UntouchedLevel(_, name, scale):
            return f"{goal}: {level(name, lang, scale)}"
        case UntouchedReading(_, name, value):
            return f"{goal}: {name} {value}"
        case UntouchedSide(_, name, text, line, side, scale, readings):
            how = [say("never_true" if side is Truth.TRUE else "never_false", lang)]
            how += [f"{say('with', lang)} {told(readings)}"] if readings else []
            return f"{goal}, {level(name, lang, scale)}: {text} ({'; '.join([*how, say('line', lang, line=line)])})"


def told(readings: Told) -> str:
    """``inden inclusive, primo-medio-ultimo point``."""
    return ", ".join(f"{name} {value}" for name, value in readings)
