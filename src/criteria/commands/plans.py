"""What several commands share: reading a plan or standard input, the language, readings given as options, writing the
answer.

In: arguments. Out: values with their diagnostics; nothing is printed here but the answer itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from criteria.commands.streams import complain, read_stdin, say, say_bytes, tell
from criteria.diagnostics import Diagnostic, Lang, Severity, unreadable
from criteria.pipeline import Checked, check_file, check_readings, check_source
from criteria.report.findings import see_check
from criteria.source import MAX_BYTES, Place, Source, Unreadable, from_bytes, read

STDIN = "<stdin>"


def source(name: str) -> Source:
    """The text of a file or of standard input; raises ``Unreadable``."""
    if name != "-":
        return read(name)
    data = read_stdin()
    if len(data) > MAX_BYTES:
        raise Unreadable("file-too-large", Place(STDIN), found=f"> {MAX_BYTES}", limit=str(MAX_BYTES))
    return from_bytes(STDIN, data)


def checked(name: str) -> Checked:
    """The plan, from a file or from standard input."""
    if name != "-":
        return check_file(name)
    try:
        return check_source(source(name))
    except Unreadable as error:
        return Checked(STDIN, None, None, (unreadable(error),))


def tell_plan(plan: Checked, lang: Lang) -> None:
    """What is wrong with a plan. Remarks are only counted; ``check`` is where they are read."""
    remarks = [d for d in plan.diagnostics if d.severity is Severity.NOTICE]
    tell([d for d in plan.diagnostics if d not in remarks], plan.sources, lang)
    if remarks:
        complain(see_check(plan.name, remarks, lang))


def readings(options: Iterable[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """``NAME=VALUE`` as pairs; whether they exist is the pipeline's to say."""
    pairs: dict[str, str] = {}
    faults = []
    for option in options:
        name, equals, value = (part.strip() for part in option.partition("="))
        if not equals or not name or not value:
            faults.append(Diagnostic("bad-reading", None, {"found": option}))
        elif pairs.get(name, value) != value:
            faults.append(Diagnostic("option-twice", None, {"option": f"--reading {name}"}))
        else:
            pairs[name] = value
    return pairs, faults


def moved(checked: Checked, options: Iterable[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """The readings of ``--reading`` by the names that the plan knows them by."""
    asked, faults = readings(options)
    if checked.plan is None:
        return {}, faults
    found, unknown = check_readings(asked, checked.plan)
    return found, [*faults, *unknown]


def output_faults(output: str | None, inputs: Iterable[str]) -> list[Diagnostic]:
    """A target that is also read, is a folder or lies in none, is refused before any work."""
    if output is None:
        return []
    if os.path.isdir(output):
        return [Diagnostic("output-is-folder", Place(output))]
    folder = os.path.dirname(output) or "."
    if not os.path.isdir(folder):
        return [Diagnostic("no-such-folder", Place(output), {"folder": folder})]
    same = (name for name in inputs if name != "-" and os.path.exists(name) and os.path.exists(output))
    if any(os.path.isfile(output) and os.path.samefile(name, output) for name in same):
        return [Diagnostic("output-is-input", Place(output))]
    return []


def deliver(answer: str | bytes, output: str | None) -> None:
    """To the file, in one step, or to standard output. Raises ``files.CannotWrite``."""
    if output is not None:
        from criteria.files import write

        write(output, answer.encode("utf-8", "backslashreplace") if isinstance(answer, str) else answer)
    elif isinstance(answer, bytes):
        say_bytes(answer)
    else:
        say(answer)


def stdout_is_terminal() -> bool:
    """Whether the answer would land in front of a person."""
    from criteria.commands.streams import is_terminal

    return is_terminal(sys.stdout)


def as_json(data: object) -> str:
    """Readable, ending with a line end."""
    from criteria.report.json_text import json_text

    return json_text(data)
