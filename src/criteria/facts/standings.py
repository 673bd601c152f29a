"""The words with which a recorded decision takes a goal out of the total.

In: the text where a level could stand: ``not applicable``, ``fritaget``, ``replaced by goal 7``. Out: the kind of standing and the goal
in its place, or nothing.
"""

from __future__ import annotations

import re

from criteria.model.plan import fold
from criteria.model.standing import Stand

_WORDS = {
    Stand.NOT_APPLICABLE: ("not applicable", "ikke relevant", "n/a"),
    Stand.EXEMPTED: ("exempted", "exempt", "fritaget", "undtaget"),
    Stand.LAPSED: ("lapsed", "bortfaldet", "udgået"),
    Stand.REPLACED: ("replaced", "erstattet"),
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words}
_SUCCESSOR = re.compile(r"(?:replaced by|erstattet af|erstattes af) (?:goal |mål )?(.+)")


def standing_said(text: str) -> tuple[Stand, str] | None:
    """The kind, and for a goal that is replaced the one in its place."""
    said = fold(text)
    match = _SUCCESSOR.fullmatch(said)
    if match:
        return Stand.REPLACED, match[1]
    kind = _KINDS.get(said)
    return (kind, "") if kind else None
