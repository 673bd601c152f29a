"""A long call is made beside the main thread, which hears and tells meanwhile; tests/cli/test_batch.py interrupts queries of the engine."""

from __future__ import annotations

import subprocess
import sys

SAYS = """
import signal, threading
from criteria.batch.heard import heard

def failing():
    raise ValueError("x")

assert heard(threading.current_thread, print) is not threading.main_thread()
try:
    heard(failing, print)
except ValueError:
    pass
told = threading.Event()
assert heard(told.wait, print, told.set)
stopped = threading.Event()
try:
    heard(stopped.wait, stopped.set, lambda: signal.raise_signal(signal.SIGINT))
except KeyboardInterrupt:
    assert stopped.is_set()
else:
    raise AssertionError
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
elsewhere = []
threads = [threading.Thread(target=lambda: elsewhere.append(heard(threading.current_thread, print)))]
threads[0].start(), threads[0].join()
signal.signal(signal.SIGINT, signal.SIG_IGN)
assert heard(threading.current_thread, print) is threading.main_thread()
assert elsewhere == threads
"""


def test_what_a_call_gives_and_raises_and_who_makes_it():
    assert subprocess.run([sys.executable, "-c", SAYS], timeout=120, check=False).returncode == 0
