"""What a date phrase denotes.

In: a first and a last day, both included, or the last day before a boundary (``end of juni 2020``). Out: the same,
frozen; ``str()`` is an ISO phrase (``2020-10-03..2020-10-07``, ``end of 2020-06-30``) that reads back to an equal
period.
"""

from __future__ import annotations

from datetime import date

from criteria.frozen import field, frozen


@frozen
class Period:
    """A stretch of days, or the boundary after one day.

    ``words`` names the readings that the phrase's own words use; equality ignores it: two phrases may mean one period.
    """

    earliest: date
    latest: date
    boundary: bool = False
    words: frozenset[str] = field(default=frozenset(), eq=False)

    def __post_init__(self) -> None:
        """A period runs forward; a boundary lies after one day."""
        if self.latest < self.earliest or (self.boundary and self.latest != self.earliest):
            raise ValueError(f"no period: {self.earliest.isoformat()} to {self.latest.isoformat()}")

    def __str__(self) -> str:
        """An ISO phrase that reads back."""
        if self.boundary:
            return f"end of {self.latest.isoformat()}"
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()}..{self.latest.isoformat()}"
