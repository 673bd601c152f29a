"""The answers as a file, whole or not at all.

In: answers, a path whose name says the form (``.parquet``, ``.csv``, ``.arrow``, ``.feather``), the language of a CSV. Out: the file. A
CSV is written as every other export: Danish with semicolons, no text of it runs as a formula.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from criteria.batch.outputs import Output, output
from criteria.batch.running import Ran
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.facts.exports import as_csv
from criteria.facts.spelling import word
from criteria.source import Place

ROWS = 20_000


def form_of(path: str) -> Callable[[Ran, Output, Path, str], None] | None:
    """What writes a file of this name; None where its name says nothing."""
    return _FORMS.get(Path(path).suffix.casefold())


def unwritable(path: str) -> Diagnostic:
    """A name that says nothing."""
    return Diagnostic("batch-form", Place(path), {"expected": ", ".join(_FORMS)})


def formed(ran: Ran, path: str, work: Path, lang: str) -> Path:
    """The file as it will be, in ``work``, where the engine may write. Raises ``CriteriaError`` and ``Failed``."""
    form = form_of(path)
    if form is None:
        raise CriteriaError([unwritable(path)])
    part = work / f"output{Path(path).suffix}"
    form(ran, output(ran), part, lang)
    return part


def _parquet(ran: Ran, told: Output, part: Path, lang: str) -> None:
    engine = ran.opened.engine
    engine.guarded(engine.relation(told.query, told.names).write_parquet, str(part))


def _arrow(ran: Ran, told: Output, part: Path, lang: str) -> None:
    try:
        import pyarrow.ipc  # type: ignore[import-untyped]
    except ImportError:
        raise CriteriaError([Diagnostic("pyarrow-missing", Place(str(part)))]) from None
    engine = ran.opened.engine
    rows: Any = engine.guarded(engine.relation(told.query, told.names).to_arrow_reader, ROWS)
    with pyarrow.OSFile(str(part), "wb") as file, pyarrow.ipc.new_file(file, rows.schema) as sink:
        for batch in rows:
            sink.write_batch(batch)


def _csv(ran: Ran, told: Output, part: Path, lang: str) -> None:
    words = {True: word("yes", lang), False: word("no", lang), None: ""}
    with part.open("wb") as file:
        file.write(as_csv([told.names], lang))
        for rows in ran.opened.engine.stream(told.query, ROWS):
            said = [[words[cell] if isinstance(cell, bool) else str(cell) for cell in row] for row in rows]
            file.write(as_csv(said, lang).removeprefix("\ufeff".encode()))


_FORMS = {".parquet": _parquet, ".csv": _csv, ".arrow": _arrow, ".feather": _arrow}
