"""The subject of a sentence while its tails are read."""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value, word
from criteria.check.scopes import Scope
from criteria.frozen import frozen
from criteria.source import Place


@frozen(eq=False)
class Subject:
    """What is tested: its value, where names are read, the sentence as written, and the place of the subject's words."""

    ctx: Context
    value: Value
    scope: Scope
    text: str
    place: Place

    def mismatch(self, expected: str, where: Place, found: Value | None = None) -> None:
        """Something of another type than the sentence expects; both places are shown."""
        words = both("found", word((found or self.value).type)) | both("expected", expected)
        related = () if where == self.place else (self.place,)
        self.ctx.faults.error("type-mismatch", where, related=related, words=words)
