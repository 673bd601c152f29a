"""What a source is made of: one piece a table, wherever it lies.

In: a folder, a file, a URL of a local file, or a mapping of names to tables of a Python program. Out: ``Piece``s and faults. Nothing is
opened here but folders, and the first bytes of a file whose name does not say what it is. Nothing is fetched from a network.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.refusal import shown
from criteria.frozen import field, frozen
from criteria.source import Place

KINDS = {
    ".parquet": "parquet",
    ".csv": "csv",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
    ".duckdb": "duckdb",
    ".ddb": "duckdb",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
}
TABLES = ("parquet", "csv", "arrow")  # one table a file
OTHER_FACTS = frozenset({".yaml", ".yml", ".json", ".xlsx"})
EXPECTED = ".parquet, .csv, .arrow, .feather, .duckdb, .sqlite"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?://)?(.*)", re.DOTALL)
_SQLITE = b"SQLite format 3\0"

Source = str | Path | Mapping[str, object]


@frozen
class Piece:
    """One table, or a database that may hold several. ``name`` says what it is about; ``what``: its paths, or the table itself."""

    name: str
    kind: str
    label: str  # in messages
    what: object = field(eq=False, repr=False)


def pieces(source: Source) -> tuple[list[Piece], list[Diagnostic]]:
    """Everything that a source may hold."""
    if isinstance(source, Mapping):
        return [Piece(str(name), "frame", f"<{shown(str(name))}>", frame) for name, frame in source.items()], []
    path, kind, found = _local(str(source))
    if path is None:
        return [], found
    try:
        return _folder(path) if path.is_dir() and not kind else _file(path, kind)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        return [], [Diagnostic("cannot-read", Place(str(source)), {"reason": reason})]


def _local(source: str) -> tuple[Path | None, str, list[Diagnostic]]:
    """The path that a URL means, and the kind that it names; a scheme that is no file's is refused."""
    match = _SCHEME.fullmatch(source)
    if match is None or Path(source).exists():
        return Path(source), "", []
    scheme, rest = match[1].casefold(), match[2]
    if scheme == "file":
        rest = unquote(rest.removeprefix("localhost") if rest.startswith("localhost/") else rest)
        return Path(rest), "", []
    if scheme in ("duckdb", "sqlite"):
        return Path(rest.removeprefix("/") if rest.startswith("//") else rest), scheme, []
    expected = f"file:, duckdb:, sqlite:, {EXPECTED}"
    return None, "", [Diagnostic("batch-scheme", Place(shown(source)), {"found": match[1], "expected": expected})]


def _file(path: Path, kind: str) -> tuple[list[Piece], list[Diagnostic]]:
    place = Place(str(path))
    if not path.exists():
        return [], [Diagnostic("no-such-file", place)]
    kind = kind or KINDS.get(path.suffix.casefold()) or _sniffed(path)
    if not kind:
        return [], [Diagnostic("unknown-format", place, {"found": path.suffix or path.name, "expected": EXPECTED})]
    return [Piece(path.stem, kind, str(path), (str(path.resolve()),))], []


def _sniffed(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(16)
    return "sqlite" if start == _SQLITE else "duckdb" if start[8:12] == b"DUCK" else ""


def _folder(folder: Path) -> tuple[list[Piece], list[Diagnostic]]:
    """Each file a table; a folder of Parquet parts, as a cluster writes it, is one table, too."""
    found: list[Piece] = []
    faults: list[Diagnostic] = []
    for path in sorted(folder.iterdir()):
        suffix = path.suffix.casefold()
        if path.name.startswith((".", "_", "~$")):
            continue
        if path.is_dir():
            parts = sorted(str(part.resolve()) for part in path.glob("*.parquet"))
            name = path.stem if suffix == ".parquet" else path.name
            found += [Piece(name, "parquet", str(path), tuple(parts))] if parts else []
        elif KINDS.get(suffix) in TABLES:
            found.append(Piece(path.stem, KINDS[suffix], str(path), (str(path.resolve()),)))
        elif suffix in OTHER_FACTS:
            values = {"found": suffix, "expected": EXPECTED}
            faults.append(Diagnostic("batch-not-read", Place(str(path)), values, None, Severity.WARNING))
    if not found:
        faults.append(Diagnostic("folder-without-facts", Place(str(folder)), {"expected": EXPECTED}))
    elif all(piece.kind == "parquet" and piece.name.startswith("part-") for piece in found):
        whole = tuple(path for piece in found if isinstance(piece.what, tuple) for path in piece.what)
        found = [Piece(folder.stem, "parquet", str(folder), whole)]
    return found, faults
