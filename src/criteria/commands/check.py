"""``criteria check``: the faults of plans, and findings about them.

In: plans. Out: messages, or JSON; with ``--write-witness`` also a file of facts for each finding that facts can show.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.diagnostics import Diagnostic, Severity
from criteria.files import CannotWrite
from criteria.pipeline import analysed
from criteria.report.findings import findings_data, summary, written
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 no errors, 1 errors (with ``--strict`` also warnings), 2 a plan that cannot be read."""
    as_data = arguments.one("--format") == "json"
    every = [analysed(plans.checked(name)) for name in arguments.operands]
    found = [diagnostic for checked in every for diagnostic in checked.diagnostics]
    accepted = [each for checked in every for each in checked.accepted]
    first = arguments.asked_lang or every[0].language
    if as_data:
        streams.say(plans.as_json(findings_data(found, accepted, first)))
    for checked in every:
        lang = arguments.asked_lang or checked.language
        # What cannot be read is said on standard error in either format.
        if not as_data or checked.source is None:
            streams.tell(checked.diagnostics, checked.sources, lang, named=True)
        if not as_data and checked.source is not None:
            streams.say(summary(checked.name, checked.diagnostics, lang, len(checked.accepted)) + "\n")
    if folder := arguments.one("--write-witness"):
        count = _write(folder, found, first)
        streams.say("" if as_data else written(count, folder, first))
    if any(checked.source is None for checked in every):
        return 2
    bad = {Severity.ERROR, Severity.WARNING} if arguments.flag("--strict") else {Severity.ERROR}
    return int(any(diagnostic.severity in bad for diagnostic in found))


def _write(folder: str, found: list[Diagnostic], lang: str) -> int:
    """A file for each finding with a witness; the folder is made where it is missing. Raises ``CannotWrite``."""
    from criteria.report.witness import witness_files

    return write_files(folder, list(witness_files(found, lang)))


def write_files(folder: str, files: list[tuple[str, str]]) -> int:
    """The files, in a folder that is made where it is missing. Raises ``CannotWrite``."""
    from criteria.files import write

    try:
        Path(folder).mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(Diagnostic("cannot-write", Place(folder), {"reason": reason})) from None
    for name, text in files:
        write(Path(folder) / name, text.encode("utf-8"))
    return len(files)
