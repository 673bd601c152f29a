"""Python's search for cycles, paused while a plan is made: tens of thousands of values come to stay, and none of them is garbage.

In: work. Out: the same work, in about three quarters of the time. Holds: whoever had the search switched off finds it so afterwards, and
so does whoever had it on; what is dropped is freed at once, as always, but for cycles, which wait until the work is done.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cycles inside."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
