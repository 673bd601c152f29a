"""The command line: arguments → a command → an exit code; no logic.

In: the words after ``criteria``. Out: an exit code: the command's own, 2 for arguments that make no sense, 130 when
interrupted, 141 when the reader of a pipe went away, 74 when the answer cannot be written, 70 for an internal fault.
Help and version import nothing of the engine.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from criteria.commands import arguments as words
from criteria.commands import streams

if TYPE_CHECKING:
    from typing import NoReturn

UNUSABLE, INTERNAL, NOT_WRITTEN, INTERRUPTED, PIPE_CLOSED = 2, 70, 74, 130, 141


def start() -> NoReturn:
    """A whole process: its exit code is the command's. What the process holds goes back to the system as it is, for to take thousands
    of objects down one by one takes a tenth of a short command; unless somebody waits for the end, or still works."""
    code = main()
    if _awaited():
        sys.exit(code)
    os._exit(code)


def _awaited() -> bool:
    """Whether something is left to do at the end: what is registered for it, a thread, a profile, or text that is not yet written."""
    if atexit._ncallbacks() or "threading" in sys.modules or sys.gettrace() or sys.getprofile() or sys.flags.inspect:
        return True
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return True
    return False


def main(given: list[str] | None = None) -> int:
    """Run a command; every way it may end becomes an exit code."""
    asked = sys.argv[1:] if given is None else given
    gc.set_threshold(100_000, 20, 50)  # a run makes many objects and hardly any garbage
    streams.speak_utf8()
    try:
        return _run(asked)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except Exception as fault:
        return _failed(fault, words.language(asked))


def _run(asked: list[str]) -> int:
    lang = words.language(asked)
    command, rest = _command(asked)
    if "-h" in rest or "--help" in rest:
        streams.say(_help(command if command in words.COMMANDS else "", lang))
        return 0
    if "--version" in rest and not command:
        from criteria import __version__

        streams.say(f"criteria {__version__}\n")
        return 0
    try:
        if command not in words.COMMANDS:
            return _no_command(command, rest, lang)
        read = words.read(command, rest)
    except words.Usage as usage:
        return _usage(usage, command, lang)
    code: int = import_module(f"criteria.commands.{command}").run(read)
    return code


def _help(command: str, lang: str) -> str:
    """What is said of a command, or of all of them; only who asks for it waits for the texts."""
    from criteria.wording.cli import HELP

    return HELP[command][lang == "da"]


def _command(asked: list[str]) -> tuple[str, list[str]]:
    """The first word that is no option, and the rest; ``--lang da`` may stand before it."""
    rest = list(asked)
    i = 0
    while i < len(rest) and rest[i].startswith("-") and rest[i] != "-":
        i += 2 if rest[i] == "--lang" else 1
    if i >= len(rest):
        return "", rest
    return rest[i], rest[:i] + rest[i + 1 :]


def _no_command(command: str, rest: list[str], lang: str) -> int:
    if not command and not rest:
        streams.complain(_help("", lang).rstrip())
        return UNUSABLE
    from criteria.nearest import nearest

    if command:
        raise words.Usage("unknown-command", nearest(command, words.COMMANDS), found=command)
    odd = next((word for word in rest if word.startswith("-") and not word.startswith("--lang")), None)
    if odd:
        raise words.Usage(
            "unknown-option", nearest(odd, ("--help", "--version", "--lang")), command="criteria", found=odd
        )
    raise words.Usage("command-missing")


def _usage(usage: words.Usage, command: str, lang: str) -> int:
    from criteria.diagnostics import Diagnostic

    streams.tell([Diagnostic(usage.kind, None, usage.values, usage.suggestion)], {}, lang)
    known = command if command in words.COMMANDS else ""
    from criteria.wording.cli import SEE_HELP

    streams.complain(f"  {SEE_HELP[lang == 'da'].format(command=f'criteria {known}'.strip())}")
    return UNUSABLE


def _failed(fault: Exception, lang: str) -> int:
    """What the system refused, or a fault of ours: one line, and the traceback only for those who ask."""
    from criteria.diagnostics import Diagnostic
    from criteria.files import CannotWrite

    if isinstance(fault, CannotWrite):
        streams.tell([fault.diagnostic], {}, lang)
        return UNUSABLE
    if isinstance(fault, OSError):
        streams.tell([Diagnostic("cannot-write", None, {"reason": fault.strerror or str(fault)})], {}, lang)
        _drop_output()
        return NOT_WRITTEN
    if os.environ.get("CRITERIA_DEBUG") == "1":
        import traceback

        traceback.print_exception(fault)
    told = f"{type(fault).__name__}: {fault}".splitlines()[0]
    streams.tell([Diagnostic("internal", None, {"fault": told[:200]})], {}, lang)
    return INTERNAL


def _drop_output() -> None:
    """What Python would still write at the end goes nowhere, so that it does not complain."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
