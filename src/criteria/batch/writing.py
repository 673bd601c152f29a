"""The answers as a file, whole or not at all.

In: answers, a path whose name says the form (``.parquet``, ``.csv``, ``.arrow``, ``.feather``), the language of a CSV. Out: the file. A
CSV is written as every other export: Danish with semicolons, no text of it runs as a formula.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from criteria.batch.found import Found
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.facts.exports import as_csv
from criteria.facts.spelling import word
from criteria.source import Place

ROWS = 20_000


def form_of(path: str) -> Callable[[Found, Path, str], None] | None:
    """What writes a file of this name; None where its name says nothing."""
    return _FORMS.get(Path(path).suffix.casefold())


def unwritable(path: str) -> Diagnostic:
    """A name that says nothing."""
    return Diagnostic("batch-form", Place(path), {"expected": ", ".join(_FORMS)})


def formed(found: Found, path: str, work: Path, lang: str) -> Path:
    """The file as it will be, in ``work``, where the engine may write. Raises ``CriteriaError`` and ``Failed``."""
    form = form_of(path)
    if form is None:
        raise CriteriaError([unwritable(path)])
    part = work / f"output{Path(path).suffix}"
    form(found, part, lang)
    return part


def _parquet(found: Found, part: Path, lang: str) -> None:
    found.parquet(part)


def _feather(found: Found, part: Path, lang: str) -> None:
    found.feather(part)


def _csv(found: Found, part: Path, lang: str) -> None:
    words = {True: word("yes", lang), False: word("no", lang), None: ""}
    with part.open("wb") as file:
        file.write(as_csv([found.names], lang))
        for rows in found.rows(ROWS):
            said = [[words[cell] if isinstance(cell, bool) else str(cell) for cell in row] for row in rows]
            file.write(as_csv(said, lang).removeprefix("\ufeff".encode()))


_FORMS = {".parquet": _parquet, ".csv": _csv, ".arrow": _feather, ".feather": _feather}
