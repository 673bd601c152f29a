"""Files of facts become parts: one a document, one a table or sheet.

In: paths (``.yaml``, ``.json``, ``.csv``, ``.xlsx``, or a folder of them; ``-`` is standard input), or a mapping.
Out: the parts in order, and the faults; a file that cannot be read costs only itself. The readers are imported when a
file asks for them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from criteria.diagnostics import Diagnostic, Severity, unreadable
from criteria.facts.refusal import shown
from criteria.facts.written import Keyed, Node, Part, Written
from criteria.model.plan import Plan, fold
from criteria.source import MAX_BYTES, Place, Source, Unreadable

Sources = dict[str, Source]
Loaded = tuple[list[Part], list[Diagnostic]]
_LOCALES = {"da": "da", "dansk": "da", "danish": "da", "en": "en", "engelsk": "en", "english": "en"}
_LOCALE_KEYS = frozenset({"numbers", "tal"})
_SPREADSHEETS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})


def read_files(paths: Sequence[str | Path], plan: Plan, sources: Sources) -> Loaded:
    """All parts of all files; ``sources`` receives the texts."""
    parts, found = list[Part](), list[Diagnostic]()
    for path in paths:
        for file in _files(path, found):
            try:
                more, faults = _reader(file)(file, plan, sources)
                parts += more
                found += faults
            except Unreadable as error:
                found.append(unreadable(error))
    return parts, found


def _files(path: str | Path, found: list[Diagnostic]) -> list[Path]:
    """The file itself, or the facts files of a folder in the order of their names."""
    folder = Path(path)
    try:
        if str(path) == "-" or not folder.is_dir():
            return [folder]
        names = sorted(file for file in folder.iterdir() if file.suffix.casefold() in _READERS and file.is_file())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        found.append(Diagnostic("cannot-read", Place(str(path)), {"reason": reason}))
        return []
    files = [file for file in names if not file.name.startswith((".", "~$"))]
    if not files:
        found.append(Diagnostic("folder-without-facts", Place(str(path)), {"expected": ", ".join(_READERS)}))
    return files


def _reader(path: Path) -> Callable[[Path, Plan, Sources], Loaded]:
    if str(path) == "-":
        return _read_standard_input
    reader = _READERS.get(path.suffix.casefold())
    if reader is None and not path.exists():
        raise Unreadable("no-such-file", Place(str(path)))
    if reader is None:
        kind = "spreadsheet-kind" if path.suffix.casefold() in _SPREADSHEETS else "unknown-format"
        raise Unreadable(kind, Place(str(path)), found=path.suffix or path.name, expected=", ".join(_READERS))
    return reader


def read_mapping(facts: Mapping[str, object], plan: Plan) -> Loaded:
    """The one part of a plain dict."""
    from criteria.facts.python_values import from_python

    node, found = from_python(facts)
    return [_with_locale(Part(node), plan, found)], found


def _read_yaml(path: Path, plan: Plan, sources: Sources) -> Loaded:
    from criteria.facts.texts import read_text

    return _document(read_text(path)[0], "yaml", plan, sources)


def _read_json(path: Path, plan: Plan, sources: Sources) -> Loaded:
    from criteria.facts.texts import read_text

    return _document(read_text(path)[0], "json", plan, sources)


def _read_standard_input(path: Path, plan: Plan, sources: Sources) -> Loaded:
    from criteria.facts.texts import decode

    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable("file-too-large", Place("-"), found=f"> {MAX_BYTES}", limit=str(MAX_BYTES))
    source, _ = decode("-", data)
    return _document(source, "json" if source.text.lstrip()[:1] in ("{", "[") else "yaml", plan, sources)


def _document(source: Source, form: str, plan: Plan, sources: Sources) -> Loaded:
    sources[source.name] = source
    if form == "json":
        from criteria.facts.json_text import read_json as read
    else:
        from criteria.facts.plain_yaml import read_yaml as read
    node, found = read(source)
    if node is None:
        return [], found
    if not node.entries:
        found.append(Diagnostic("facts-empty", Place(source.name), severity=Severity.WARNING))
    return [_with_locale(Part(node), plan, found)], found


def _with_locale(part: Part, plan: Plan, found: list[Diagnostic]) -> Part:
    """Takes ``numbers: danish`` out of the top level, unless the plan has a fact of that name."""
    if any(fold(name) in _LOCALE_KEYS for name in (*plan.names, *plan.facts, *plan.records)):
        return part
    locale, entries = part.locale, list[tuple[Written, Node]]()
    for key, node in part.node.entries:
        if fold(key.text) not in _LOCALE_KEYS or not isinstance(node, Written):
            entries.append((key, node))
        elif (locale := _LOCALES.get(fold(node.text))) is None:
            found.append(Diagnostic("no-locale", node.place, {"found": shown(node.text)}))
    return Part(Keyed(tuple(entries), part.node.place), locale)


def _read_csv(path: Path, plan: Plan, sources: Sources) -> Loaded:
    from criteria.facts.delimited import read_csv
    from criteria.facts.texts import read_text

    source, encoding = read_text(path, table=True)
    sources[source.name] = source
    return read_csv(source, encoding, path.stem, plan)


def _read_xlsx(path: Path, plan: Plan, sources: Sources) -> Loaded:
    from criteria.facts.workbook import read_xlsx

    return read_xlsx(path, plan)


_READERS: dict[str, Callable[[Path, Plan, Sources], Loaded]] = {
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".json": _read_json,
    ".csv": _read_csv,
    ".xlsx": _read_xlsx,
}
