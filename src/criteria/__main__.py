"""``python -m criteria`` is the command line."""

from criteria.cli import start

start()
