"""YAML as most people write facts: one name or value a line, nested by blanks; read without PyYAML, which takes longer to start than
such a file takes to read.

In: a ``Source``. Out: the tree with the places that ``documents`` gives. Whatever is not plainly of this form is handed on to it: quotes,
flows, anchors, tags, tabs, values over several lines or left out, a name that stands twice, every slip. So the faults are its alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from criteria.diagnostics import Diagnostic
from criteria.facts.written import Keyed, Listed, Node, Written
from criteria.source import Place, Source

# A name or value begins with a letter or digit; no sign in it means anything to YAML, but a colon inside a word.
_WORD = r"[^\W_](?:[\w.,/()%+*&=;-]|:(?=[\w/]))*"
_TEXT = rf"{_WORD}(?: [\w.,/()%+*&=;-](?:[\w.,/()%+*&=;-]|:(?=[\w/]))*)*"
_LINE = re.compile(
    rf"(?P<blanks> *)(?P<item>- +)?(?:(?P<key>{_TEXT}):(?= |$) *)?(?P<value>{_TEXT})?(?P<rest> +\#.*| *)", re.ASCII
)
_LETTERS = str.maketrans({sign: "a" for sign in map(chr, range(0xC0, 0x180)) if sign.isalpha()})
_NULLS = frozenset({"null", "Null", "NULL"})
MOST_NESTED = 8
LONGEST = 1000  # YAML takes no longer name


class _NotPlain(Exception):
    """Something that only a whole reader of YAML may judge."""


class _Line(NamedTuple):
    """A line that says something: where its name and its value begin and end, none where they are the same."""

    number: int
    text: str
    indent: int
    item: bool
    inner: int  # where the name or value stands
    key_end: int
    value: tuple[int, int] | None


def read_yaml(source: Source) -> tuple[Keyed | None, list[Diagnostic]]:
    """The document, or None where it cannot be read."""
    plain = read_plain(source)
    if plain is not None:
        return plain, []
    from criteria.facts import documents

    return documents.read_yaml(source)


def read_plain(source: Source) -> Keyed | None:
    """The document, if it is plain."""
    try:
        lines = list(_lines(source.lines))
        reader = _Reader(source.name, lines)
        root = reader.block(0, 1) if lines and lines[0].indent == 0 else None
        return root if isinstance(root, Keyed) and reader.at == len(lines) else None
    except _NotPlain:
        return None


def _lines(texts: Iterable[str]) -> Iterable[_Line]:
    for number, text in enumerate(texts, 1):
        told = text.lstrip(" ")
        if not told:
            continue
        if not (text.isascii() or text.isprintable()) or "\t" in text or len(text) > LONGEST:
            raise _NotPlain
        if told[0] == "#":
            continue
        found = _LINE.fullmatch(text if text.isascii() else text.translate(_LETTERS))
        if found is None or not (found["key"] or found["value"]):
            raise _NotPlain
        inner = found.end("item") if found["item"] else len(found["blanks"])
        value = found.span("value") if found["value"] else None
        yield _Line(number, text, len(found["blanks"]), bool(found["item"]), inner, found.end("key"), value)


class _Reader:
    """Goes through the lines once."""

    def __init__(self, file: str, lines: list[_Line]) -> None:
        self.file, self.lines, self.at = file, lines, 0

    def block(self, indent: int, depth: int) -> Node:
        """What stands so deep."""
        if depth > MOST_NESTED:
            raise _NotPlain
        first = self.lines[self.at]
        place = self.place(first, indent, indent)
        if first.item and first.indent == indent:
            return Listed(tuple(self.items(indent, depth)), place)
        return Keyed(tuple(self.entries(indent, depth)), place)

    def items(self, indent: int, depth: int) -> Iterable[Node]:
        while (line := self.here()) is not None and line.indent == indent:
            if not line.item:
                raise _NotPlain
            if line.key_end < 0:
                self.at += 1
                yield self.value(line)
            else:
                self.lines[self.at] = line._replace(indent=line.inner, item=False)
                yield self.block(line.inner, depth + 1)
            self.no_deeper(indent)

    def entries(self, indent: int, depth: int) -> Iterable[tuple[Written, Node]]:
        seen: set[str] = set()
        while (line := self.here()) is not None and line.indent == indent:
            if line.item or line.key_end < 0:
                raise _NotPlain
            key = self.written(line, line.inner, line.key_end)
            if key.text in seen:
                raise _NotPlain
            seen.add(key.text)
            self.at += 1
            if line.value is not None:
                yield key, self.value(line)
            else:
                after = self.here()
                if after is None or after.indent <= indent:
                    raise _NotPlain
                yield key, self.block(after.indent, depth + 1)
            self.no_deeper(indent)

    def here(self) -> _Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def no_deeper(self, indent: int) -> None:
        """A line that goes on what is finished is none of ours."""
        line = self.here()
        if line is not None and line.indent > indent:
            raise _NotPlain

    def value(self, line: _Line) -> Written:
        assert line.value is not None
        return self.written(line, *line.value)

    def written(self, line: _Line, start: int, end: int) -> Written:
        text = line.text[start:end]
        if text in _NULLS:
            raise _NotPlain
        return Written(text, self.place(line, start, end))

    def place(self, line: _Line, start: int, end: int) -> Place:
        return Place(self.file, line.number, start + 1, end + 1)
