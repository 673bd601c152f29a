"""Standard input and output: UTF-8 whatever the locale, colour only where it is wanted, messages, a line of progress.

In: texts, diagnostics. Out: written. Nothing is half said: a report is one write, and a closed pipe is the caller's
business.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from criteria.diagnostics import Diagnostic, Lang
    from criteria.source import Source


def speak_utf8() -> None:
    """Whatever the terminal's locale says; what has no UTF-8 (a file name of stray bytes) is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def as_text(word: str) -> str:
    """An argument as the person wrote it, also where the locale kept Python from decoding its bytes."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def say(text: str) -> None:
    """To standard output, at once."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def say_bytes(data: bytes) -> None:
    """To standard output, unchanged."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """To standard error."""
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def tell(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], lang: Lang, *, named: bool = False) -> None:
    """One message a fault on standard error, with the source line; ``named``: with the kind of what is no error."""
    from criteria.diagnostics import render

    for diagnostic in diagnostics:
        complain(render(diagnostic, sources, lang, named))


def read_stdin() -> bytes:
    """All of standard input, or as much as is too much."""
    from criteria.source import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""


def wants_colour(stream: TextIO | None) -> bool:
    """Only a terminal, and not when ``NO_COLOR`` is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(stream)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is likely to look at it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def width(default: int = 100) -> int:
    """Of the terminal, between what can be read and what reads well; a file gets the default."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(40, min(int(columns), 140))
    if not is_terminal(sys.stdout):
        return default
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 140))
    except OSError:
        return default


class Progress:
    """A line on standard error, written over itself: only on a terminal, only when work takes more than a second."""

    def __init__(self, label: str, lang: Lang = "en") -> None:
        self.label, self.lang, self.shown = label, lang, False
        self.wanted = is_terminal(sys.stderr)
        if self.wanted:
            from time import monotonic

            self.clock = monotonic
            self.began = monotonic()
            self.next = self.began + 1

    def __call__(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces of work."""
        if self._due():
            self._show(f"{done}/{total}")

    def step(self, share: float) -> None:
        """How much of a step is done, in percent; below nought where nobody knows. How many steps there are is not known."""
        if self._due():
            from criteria.report.texts import say as words

            seconds = int(self.clock() - self.began)
            self._show(
                words("batch_step" if share >= 0 else "batch_busy", self.lang, seconds=seconds, share=int(share))
            )

    def _due(self) -> bool:
        return self.wanted and self.clock() >= self.next

    def _show(self, text: str) -> None:
        self.next = self.clock() + 0.2
        self.shown = True
        sys.stderr.write(f"\r{self.label} {text}\033[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """The line is gone."""
        if self.shown:
            self.shown = False
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
