"""How often each of several strategies is drawn.

In: strategies, each as often as it stands. Out: one strategy. ``one_of`` would weigh every branch inside them alike instead.
"""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


def evenly(*each: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """One of them; an example shrinks towards the first."""
    return st.integers(0, len(each) - 1).flatmap(each.__getitem__)
