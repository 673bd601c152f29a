"""What the rows of a record come to, as SQL.

In: a term over rows. Out: an ``Amount`` or a ``Day``. Raises ``Uncolumned`` with the construct's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.columnar.desk import Desk, Uncolumned
from criteria.model import terms as t

if TYPE_CHECKING:
    from criteria.columnar.amounts import Amount
    from criteria.columnar.given import Day, Text
    from criteria.columnar.truths import Asked


def gathered(desk: Desk, term: t.Term) -> Amount:
    """A count, a sum, a share."""
    raise Uncolumned(type(term).__name__)


def gathered_day(desk: Desk, term: t.Term) -> Day:
    """A first or last day of rows."""
    raise Uncolumned(type(term).__name__)


def gathered_truth(desk: Desk, condition: t.Condition) -> Asked:
    """What is asked of rows and groups as a whole."""
    raise Uncolumned(type(condition).__name__)


def gathered_text(desk: Desk, term: t.Term) -> tuple[Text, tuple[str, ...]]:
    """A text that rows or a look-up bring."""
    raise Uncolumned(type(term).__name__)
