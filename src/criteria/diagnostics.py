"""Faults as values: each stage gathers ``Diagnostic``s, the face shows them all or raises them once.

In: a kind (a word, the same in every language), a place, and the values its sentence needs. Out: text in English or Danish
(the sentences live in ``criteria/wording``, one file a layer), or the finding as JSON data.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from criteria.frozen import field, frozen
from criteria.source import Place, Source, Unreadable

Lang = str  # "en" or "da"
LAYERS = (
    "files",
    "dates",
    "syntax",
    "check",
    "amendments",
    "durations",
    "subjects",
    "totals",
    "findings",
    "facts",
    "batch",
    "evaluate",
    "report",
    "spark",
    "cli",
)


class Severity(Enum):
    """How bad: an error stops the run, a warning does not, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@frozen
class Diagnostic:
    """One fault: its kind, its place, the words its message is made of, and what to write instead."""

    kind: str
    place: Place | None = None
    values: Mapping[str, str] = field(factory=dict)
    suggestion: str | None = None  # a text that could stand in the marked place, or a sentence's end
    severity: Severity = Severity.ERROR
    related: tuple[Place, ...] = ()
    goal: str | None = None
    reading: Mapping[str, str] | None = None  # the readings that a finding holds under, only those that matter
    witness: Mapping[str, object] | None = None  # facts that show it, as a file of facts gives them

    def message(self, lang: Lang = "en") -> str:
        """The sentence: lower case, what was found, what was expected."""
        english, danish = wording()[self.kind]
        return (danish if lang == "da" else english).format_map({k: str(v) for k, v in self.values.items()})


class CriteriaError(Exception):
    """Raised by the face only: carries every diagnostic of the run."""

    def __init__(self, diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source] | None = None) -> None:
        self.diagnostics = tuple(diagnostics)
        self.sources = dict(sources or {})
        super().__init__("\n".join(render(d, self.sources) for d in self.diagnostics))


def unreadable(error: Unreadable) -> Diagnostic:
    """The diagnostic of a file that cannot be read."""
    return Diagnostic(error.kind, error.place, error.values)


@cache
def wording() -> Mapping[str, tuple[str, str]]:
    """Every kind's sentence, (English, Danish), from ``criteria/wording/*.py``; a kind is defined once."""
    known: dict[str, tuple[str, str]] = {}
    for layer in LAYERS:
        known |= importlib.import_module(f"criteria.wording.{layer}").SENTENCES
    return known


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops the run."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


_WORDS = {
    "error": ("error", "fejl"),
    "warning": ("warning", "advarsel"),
    "notice": ("notice", "bemærk"),
    "suggestion": ("suggestion", "forslag"),
    "related": ("see also", "se også"),
    "reading": ("holds under", "gælder ved læsningen"),
    "witness": ("with these facts", "med disse fakta"),
}


def render(
    diagnostic: Diagnostic, sources: Mapping[str, Source] | None = None, lang: Lang = "en", named: bool = False
) -> str:
    """The whole message: place, severity, sentence, the source line with the place marked, related places, a suggestion; ``named``
    tells the kind of what is no error, which a plan can accept."""
    say = 1 if lang == "da" else 0
    place = diagnostic.place
    head = f"{place}: " if place else ""
    kind = f" [{diagnostic.kind}]" if named and diagnostic.severity is not Severity.ERROR else ""
    lines = [f"{head}{_WORDS[diagnostic.severity.value][say]}: {diagnostic.message(lang)}{kind}"]
    source = (sources or {}).get(place.file) if place else None
    if source and place and place.line:
        lines += _marked(source.line(place.line), place)
    lines += [f"  {_WORDS['related'][say]} {other}" for other in diagnostic.related]
    if diagnostic.reading:
        lines.append(f"  {_WORDS['reading'][say]}: {', '.join(f'{n} {v}' for n, v in diagnostic.reading.items())}")
    if diagnostic.witness is not None:
        lines += _block(f"  {_WORDS['witness'][say]}:", facts_in_words(diagnostic.witness, lang))
    if diagnostic.suggestion:
        lines.append(f"  {_WORDS['suggestion'][say]}: {diagnostic.suggestion}")
    return "\n".join(lines)


MOST_ROWS = 5  # of one record, in a message; a file of facts has them all


def facts_in_words(facts: Mapping[str, object], lang: Lang = "en", owner: str = "") -> list[str]:
    """``theory available: 2020-10-02``, ``events: area North, held 2020-05-12``: a line for each fact and row."""
    lines: list[str] = []
    for name, value in facts.items():
        path = f"{owner} {name}".strip()
        if isinstance(value, Mapping):
            lines += facts_in_words(value, lang, path)
        elif isinstance(value, list | tuple):
            lines += [f"{path}: {row}" for row in _rows(value, lang)]
        else:
            lines.append(f"{path}: {_plain(value, lang)}")
    return lines


def _rows(rows: list[object] | tuple[object, ...], lang: Lang) -> list[str]:
    """A line a row, and how many more there are; equal rows after one another are counted."""
    if not rows:
        return ["ingen rækker" if lang == "da" else "no rows"]
    told: list[tuple[str, int]] = []
    for row in rows:
        cells = row.items() if isinstance(row, Mapping) else ()
        text = ", ".join(f"{name} {_plain(cell, lang)}" for name, cell in cells) or _plain(row, lang)
        if told and told[-1][0] == text:
            told[-1] = text, told[-1][1] + 1
        else:
            told.append((text, 1))
    lines = [f"{count} × {text}" if count > 1 else text for text, count in told[:MOST_ROWS]]
    left = sum(count for _, count in told[MOST_ROWS:])
    return [*lines, *([f"… og {left} mere" if lang == "da" else f"… and {left} more"] if left else [])]


def _plain(value: object, lang: Lang) -> str:
    if isinstance(value, bool):
        return (("nej", "ja") if lang == "da" else ("no", "yes"))[value]
    return str(value)


def _block(head: str, lines: list[str]) -> list[str]:
    """On the line of its heading when it is short, else below it."""
    if len(line := f"{head} {'; '.join(lines)}") <= 100:
        return [line]
    return [head, *(f"    {line}" for line in lines)]


def _marked(line: str, place: Place) -> list[str]:
    """The source line, cut to a window when long, and carets under the place."""
    start = max(0, place.column - 1)
    width = max(1, (place.end or place.column + 1) - place.column)
    cut = max(0, start - 60) if len(line) > 140 else 0
    shown = line[cut : cut + 140].replace("\t", " ")
    carets = " " * (start - cut) + "^" * max(1, min(width, len(shown) - (start - cut) or 1))
    number = f"{place.line:>5} | "
    return [f"{number}{shown}", f"{' ' * len(number)}{carets}"] if place.column else [f"{number}{shown}"]


def as_data(diagnostic: Diagnostic, lang: Lang = "en") -> dict[str, object]:
    """The finding in the JSON of ``check`` (schema ``criteria/findings/1``); what it holds under and shows it, if anything."""
    place = diagnostic.place
    shown = {"reading": diagnostic.reading, "witness": diagnostic.witness}
    return {
        "kind": diagnostic.kind,
        "severity": diagnostic.severity.value,
        "goal": diagnostic.goal,
        "message": diagnostic.message(lang),
        "place": place_data(place) if place else None,
        "related": [str(p) for p in diagnostic.related],
        "suggestion": diagnostic.suggestion,
    } | {name: value for name, value in shown.items() if value is not None}


def place_data(place: Place) -> dict[str, object]:
    """The file, and the line and column or the cell."""
    found: dict[str, object] = {"file": place.file, "line": place.line or None, "column": place.column or None}
    return found | ({"cell": place.cell} if place.cell else {})
