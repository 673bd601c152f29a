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
    "facts",
    "evaluate",
    "report",
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
}


def render(diagnostic: Diagnostic, sources: Mapping[str, Source] | None = None, lang: Lang = "en") -> str:
    """The whole message: place, severity, sentence, the source line with the place marked, related places, a suggestion."""
    say = 1 if lang == "da" else 0
    place = diagnostic.place
    head = f"{place}: " if place else ""
    lines = [f"{head}{_WORDS[diagnostic.severity.value][say]}: {diagnostic.message(lang)}"]
    source = (sources or {}).get(place.file) if place else None
    if source and place and place.line:
        lines += _marked(source.line(place.line), place)
    lines += [f"  {_WORDS['related'][say]} {other}" for other in diagnostic.related]
    if diagnostic.suggestion:
        lines.append(f"  {_WORDS['suggestion'][say]}: {diagnostic.suggestion}")
    return "\n".join(lines)


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
    """The finding in the JSON of ``check`` (schema ``criteria/findings/1``)."""
    place = diagnostic.place
    return {
        "kind": diagnostic.kind,
        "severity": diagnostic.severity.value,
        "goal": diagnostic.goal,
        "message": diagnostic.message(lang),
        "place": {"file": place.file, "line": place.line or None, "column": place.column or None}
        | ({"cell": place.cell} if place.cell else {})
        if place
        else None,
        "related": [str(p) for p in diagnostic.related],
        "suggestion": diagnostic.suggestion,
    }
