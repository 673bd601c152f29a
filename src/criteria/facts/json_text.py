"""Facts in JSON.

In: a ``Source``. Out: the tree of what is written; numbers keep their digits as text, everything has its line and
column; or the first fault. The reader is our own because the library's keeps neither places nor digits, drops all but
the last of two equal keys, and takes ``NaN``.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from criteria.diagnostics import Diagnostic
from criteria.facts.refusal import shown
from criteria.facts.written import MAX_DEPTH, Keyed, Listed, Node, Written
from criteria.source import Place, Source

_TOKEN = re.compile(
    r"""[ \t\n]* (?:
        (?P<string> "(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*" )
      | (?P<number> -?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.]) )
      | (?P<word> (?:true|false|null)\b )
      | (?P<sign> [\[\]{}:,] )
      | (?P<end> \Z )
    )""",
    re.VERBOSE,
)
_WORD_AT = re.compile(r"[-+\w.]+|.", re.DOTALL)
_LONE = re.compile("[\ud800-\udfff\0]")


class _Stop(Exception):
    """The first fault: after it nothing in the file has a certain meaning."""

    def __init__(self, kind: str, position: int, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.position, self.values = kind, position, values


class _Reader:
    """One pass over the text; ``at`` is where the next token starts."""

    def __init__(self, source: Source) -> None:
        self.text, self.file, self.at = source.text, source.name, 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
        self.faults: list[Diagnostic] = []

    def place(self, start: int, end: int = 0) -> Place:
        line = bisect_right(self.starts, start)
        first = self.starts[line - 1]
        return Place(self.file, line, start - first + 1, end - first + 1 if end else 0)

    def token(self) -> tuple[str, str, int]:
        """The kind, the text and the start of the next token."""
        match = _TOKEN.match(self.text, self.at)
        if not match:
            self.refuse(self.at)
        assert match is not None
        assert match.lastgroup
        self.at = match.end()
        return match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)

    def refuse(self, position: int, kind: str = "no-json") -> None:
        """Says what stands at ``position``, where something else was expected."""
        while self.text[position : position + 1] in (" ", "\t", "\n") and position < len(self.text):
            position += 1
        rest = _WORD_AT.match(self.text, position)
        if not rest:
            raise _Stop("json-ends", position)
        if rest[0].lstrip("+-").casefold() in ("nan", "infinity"):
            kind = "json-number"
        elif rest[0] in ("'", '"') and not _TOKEN.match(self.text, position):
            kind = "json-string" if rest[0] == '"' else "json-quotes"
        token = _TOKEN.match(self.text, position)
        raise _Stop(kind, position, found=shown(token[0] if token else rest[0]) or "?")

    def node(self, depth: int) -> Node:
        kind, text, start = self.token()
        if depth > MAX_DEPTH:
            raise _Stop("facts-too-deep", start, limit=str(MAX_DEPTH))
        if kind == "string":
            return Written(self.string(text, start), self.place(start, self.at))
        if kind == "number":
            return Written(text, self.place(start, self.at), exact=True)
        if kind == "word":
            return Written("" if text == "null" else text, self.place(start, self.at))
        if kind == "sign" and text in "[{":
            return self.items(start, depth) if text == "[" else self.entries(start, depth)
        self.refuse(start)
        raise AssertionError(text)

    def string(self, text: str, start: int) -> str:
        value: str = json.loads(text) if "\\" in text else text[1:-1]
        if lone := _LONE.search(value):
            raise _Stop("bad-character", start, found=f"U+{ord(lone[0]):04X}")
        return value

    def items(self, start: int, depth: int) -> Listed:
        items: list[Node] = []
        while not self.closes("]", bool(items)):
            items.append(self.node(depth + 1))
        return Listed(tuple(items), self.place(start))

    def entries(self, start: int, depth: int) -> Keyed:
        entries: list[tuple[Written, Node]] = []
        first: dict[str, Place] = {}
        while not self.closes("}", bool(entries)):
            kind, text, at = self.token()
            if kind != "string":
                self.refuse(at)
            key = Written(self.string(text, at), self.place(at, self.at))
            kind, text, colon = self.token()
            if text != ":":
                self.refuse(colon)
            node = self.node(depth + 1)
            if key.text in first:
                values = {"found": shown(key.text)}
                self.faults.append(Diagnostic("key-twice", key.place, values, related=(first[key.text],)))
                continue
            first[key.text] = key.place
            entries.append((key, node))
        return Keyed(tuple(entries), self.place(start))

    def closes(self, bracket: str, comma: bool) -> bool:
        """Whether the list or group ends here; between two members a comma is taken."""
        before = self.at
        kind, text, start = self.token()
        if kind == "sign" and text == bracket:
            return True
        if comma and text != ",":
            self.refuse(start, "json-comma")
        if not comma:
            self.at = before
        return False


def read_json(source: Source) -> tuple[Keyed | None, list[Diagnostic]]:
    """The document, or None where it cannot be read; an empty file is an empty group."""
    reader = _Reader(source)
    if not source.text.strip():
        return Keyed((), Place(source.name, 1)), []
    try:
        node = reader.node(1)
        kind, _, start = reader.token()
        if kind != "end":
            reader.refuse(start)
    except _Stop as stop:
        return None, [*reader.faults, Diagnostic(stop.kind, reader.place(stop.position), stop.values)]
    if not isinstance(node, Keyed):
        return None, [*reader.faults, Diagnostic("facts-not-keyed", node.place)]
    return node, reader.faults
