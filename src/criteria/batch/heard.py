"""A long call of a library, made in a thread of its own, so that the main thread hears Ctrl-C and can tell how far it is.

In: the call, what stops it, what tells of it. Out: what the call gives or raises; ``KeyboardInterrupt`` where somebody stopped it. Holds:
when this returns, the call has ended: while it runs Ctrl-C raises nothing, and only asks it to end. Where no Ctrl-C can be heard, in any
thread but the main one or where it is ignored, the call is made as it is.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from threading import Lock, Thread, current_thread, main_thread
from typing import TypeVar

PAUSE = 1  # second between two looks at the clock
T = TypeVar("T")


def heard(call: Callable[[], T], stop: Callable[[], object], tell: Callable[[], object] | None = None) -> T:
    """What the call gives."""
    before = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or not callable(before):
        return call()
    stopped: list[object] = []

    def interrupted(number: int, frame: object) -> None:
        stopped.append(frame)
        stop()

    signal.signal(signal.SIGINT, interrupted)
    try:
        given, raised = _waited(call, lambda: stop() if stopped else tell() if tell else None)
    finally:
        signal.signal(signal.SIGINT, before)
    if stopped:
        before(signal.SIGINT, None)
        raise KeyboardInterrupt
    if raised:
        raise raised[0]
    return given[0]


def _waited(call: Callable[[], T], meanwhile: Callable[[], object]) -> tuple[list[T], list[BaseException]]:
    """What it gives, and what it raises; ``meanwhile`` is called now and then. A stop may have come before there was anything to stop, so
    it is asked for again there."""
    given, raised, running = list[T](), list[BaseException](), Lock()

    def work() -> None:
        try:
            given.append(call())
        except BaseException as error:
            raised.append(error)
        finally:
            running.release()

    running.acquire()
    Thread(target=work, name="criteria", daemon=True).start()
    while not running.acquire(timeout=PAUSE):
        meanwhile()
    return given, raised
