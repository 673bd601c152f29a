"""Facts in YAML.

In: a ``Source``. Out: the tree of what is written, every scalar as its text with line and column, so that ``no``,
``1.10`` and ``12:30`` are what the plan's types say; and faults. PyYAML is used for its events only: nothing is
constructed, anchors, aliases, tags and a second document are refused, a key may stand once, and nesting is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from criteria.diagnostics import Diagnostic
from criteria.facts.refusal import shown
from criteria.facts.written import MAX_DEPTH, Keyed, Listed, Node, Written
from criteria.frozen import evolve, frozen
from criteria.source import Place, Source

_LOADER: Any = yaml.CBaseLoader if getattr(yaml, "__with_libyaml__", False) else yaml.BaseLoader
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})  # what YAML itself calls null, unquoted
# What the scanner found, by words of its own message → our kind of fault.
_HINTS = (
    ("cannot start any token", "yaml-character"),
    ("mapping values are not allowed", "yaml-colon"),
    ("expected ':'", "yaml-no-colon"),
    ("end of stream", "yaml-open-quote"),
)


class _Stop(Exception):
    """The first fault after which the rest of the file cannot be read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.kind)
        self.diagnostic = diagnostic


@frozen
class _Reader:
    """Builds nodes from a stream of events, gathering keys that stand twice."""

    events: Iterator[Any]
    file: str
    faults: list[Diagnostic]

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        last = end.column + 1 if end.line == start.line else 0
        return Place(self.file, start.line + 1, start.column + 1, last)

    def node(self, event: Any, depth: int) -> Node:
        place = self.place(event)
        if depth > MAX_DEPTH:
            raise _Stop(Diagnostic("facts-too-deep", place, {"limit": str(MAX_DEPTH)}))
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _Stop(Diagnostic("yaml-anchor", place, {"found": str(event.anchor)}))
        if event.tag is not None:
            raise _Stop(Diagnostic("yaml-tag", place, {"found": str(event.tag)}))
        if isinstance(event, yaml.ScalarEvent):
            null = not event.style and event.value in _NULLS
            return Written("" if null else event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listed(tuple(self.items(depth)), place)
        return Keyed(tuple(self.entries(depth)), place)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> Iterator[tuple[Written, Node]]:
        first: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Written):
                raise _Stop(Diagnostic("key-not-text", key.place))
            value = self.node(next(self.events), depth + 1)
            if key.text in first:
                related = (first[key.text],)
                self.faults.append(Diagnostic("key-twice", key.place, {"found": shown(key.text)}, related=related))
                continue
            first[key.text] = key.place
            yield key, value


def read_yaml(source: Source) -> tuple[Keyed | None, list[Diagnostic]]:
    """The document, or None where it cannot be read; an empty file is an empty group."""
    faults: list[Diagnostic] = []
    try:
        return _document(source, faults), faults
    except _Stop as stop:
        return None, [*faults, stop.diagnostic]
    except yaml.YAMLError as error:
        return None, [*faults, _fault(error, source)]
    except (ValueError, OverflowError):  # an escape beyond Unicode, on which the scanner itself stumbles
        return None, [*faults, Diagnostic("no-yaml", Place(source.name))]


def _document(source: Source, faults: list[Diagnostic]) -> Keyed | None:
    start = Place(source.name, 1)
    events = iter(yaml.parse(source.text, Loader=_LOADER))
    next(events)  # the stream begins
    if isinstance(next(events), yaml.StreamEndEvent):
        return Keyed((), start)
    reader = _Reader(events, source.name, faults)
    node = reader.node(next(events), 1)
    next(events)  # the document ends
    if not isinstance(extra := next(events), yaml.StreamEndEvent):
        raise _Stop(Diagnostic("yaml-second-document", reader.place(extra)))
    if isinstance(node, Written) and not node.text:
        return Keyed((), start)
    if not isinstance(node, Keyed):
        raise _Stop(Diagnostic("facts-not-keyed", node.place))
    return node


def _fault(error: yaml.YAMLError, source: Source) -> Diagnostic:
    """The scanner's fault in our words, at its place."""
    problem, mark = str(getattr(error, "problem", "") or ""), getattr(error, "problem_mark", None)
    if mark is None:  # a character that no YAML holds
        position = getattr(error, "position", -1)
        before = source.text[: max(0, position)] if isinstance(position, int) else ""
        found = source.text[len(before) : len(before) + 1]
        place = Place(source.name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Diagnostic("bad-character", place, {"found": f"U+{ord(found):04X}" if found else "?"})
    lines = source.text.rstrip("\n").split("\n")
    if mark.line >= len(lines):  # the scanner stands behind the last line
        return Diagnostic("yaml-open-quote", Place(source.name, len(lines), len(lines[-1]) + 1))
    place = Place(source.name, mark.line + 1, mark.column + 1)
    kind = next((kind for words, kind in _HINTS if words in problem), "no-yaml")
    indent = lines[mark.line][: mark.column + 1]
    if "\t" in indent and not indent.strip():
        kind, place = "yaml-tab", evolve(place, column=indent.index("\t") + 1)
    return Diagnostic(kind, place)
