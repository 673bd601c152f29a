"""Compiles `grammar/` into the tables that the package loads at run time; hatchling runs it as a build hook.

In: `grammar/NAME.lark` (structure; its start rules on a comment line `// start: rule_a rule_b`) and its word tables,
one for each surface (lines `CONCEPT: "first spelling" | "other spelling"`; the formatter writes the first).
Out: in `src/criteria/_tables/`, `NAME.json` (the LALR table of lark's analysis, packed; a digest of everything it was made
from) and the words as `words.json`, `words.dates.json`.
Afterwards: loading a parser takes no grammar analysis and no pickle. A grammar that is not there yet is passed over.

Every build target that installs the package runs this: wheel, wheel from the sdist, and editable install. After editing
a grammar, `python hatch_build.py` compiles in place; `python3 dev.py` does it by itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Lark

TABLES = Path("src", "criteria", "_tables")
MIDDLE = 0x4000  # as in criteria/automaton.py: so many rules fit below it, and more states above it before the surrogates begin
SURFACES = ("en", "da")
GRAMMARS = {"criteria": "words", "dates": "words.dates"}  # grammar → stem of its word tables

Words = dict[str, dict[str, list[str]]]


class TableHook(BuildHookInterface):
    """Called by hatchling before it gathers the files of a target."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # The sdist carries grammar/ instead; whoever builds a wheel from it compiles again.
        if self.target_name != "sdist":
            compile_tables(Path(self.root))


def compile_tables(root: Path) -> None:
    """Writes every table that is missing or older than what it is made from. A fault in one leaves the others alone."""
    faults = []
    for name in GRAMMARS:
        try:
            compile_table(root, name)
        except Exception as fault:
            faults.append(f"{name}.lark: {fault}")
    if faults:
        raise ValueError("\n".join(faults))


def compile_table(root: Path, name: str) -> None:
    source, target = root / "grammar" / f"{name}.lark", root / TABLES / f"{name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    words = read_words(source.parent, GRAMMARS[name])
    write_json(target.with_name(f"{GRAMMARS[name]}.json"), words)
    current = digest(root)
    if not source.exists():
        print(f"{source.relative_to(root)} is not there yet: no table made from it")
        target.unlink(missing_ok=True)
    elif table_digest(target) != current:
        found = keywords(source.read_text(encoding="utf-8-sig"), words)
        write_json(target, {"digest": current, **serialise(build(source, words), found)})
        print(f"{source.relative_to(root)} → {target.relative_to(root)}")


def digest(root: Path) -> str:
    """Of all that goes into the tables: the grammars, the words, and this compiler."""
    total = hashlib.sha256()
    for file in [root / "hatch_build.py", *sorted((root / "grammar").glob("*.lark"))]:
        # Line ends may differ between checkouts of the same grammar.
        text = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(file.name.encode() + b"\0" + text + b"\0")
    return total.hexdigest()


def table_digest(table: Path) -> str | None:
    try:
        found = json.loads(table.read_text(encoding="utf-8"))["digest"]
    except (OSError, ValueError, KeyError):
        return None
    return str(found)


def write_json(target: Path, value: object) -> None:
    """In one step, because another process may be reading the old table at this moment."""
    part = target.with_name(f"{target.name}.{os.getpid()}")
    part.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    part.replace(target)


# --- the words -------------------------------------------------------------------------------------------------------


def read_words(grammar: Path, stem: str) -> Words:
    """The two surfaces merged: concept → surface → spellings, the canonical one first."""
    words: Words = {}
    for surface in SURFACES:
        file = grammar / f"{stem}.{surface}.lark"
        if file.exists():
            for concept, spellings in concepts(file):
                words.setdefault(concept, {each: [] for each in SURFACES})[surface] += spellings
    return words


def concepts(file: Path) -> Iterator[tuple[str, list[str]]]:
    """The entries of one word table; a line that begins with `|` carries on the entry above it."""
    text = without_comments(file.read_text(encoding="utf-8-sig"))
    seen = set()
    for entry in re.split(r"\n(?!\s*\||\s*\n|\s*$)", text.strip()):
        match = re.fullmatch(r'\s*([A-Z][A-Z0-9_]*)\s*:((?:\s*\|?\s*"[^"\n]+")+)\s*', entry)
        if not match:
            raise ValueError(f'{file.name}: expected CONCEPT: "spelling" | "spelling", found {entry.strip()!r}')
        if match[1] in seen:
            raise ValueError(f"{file.name}: {match[1]} stands there twice")
        seen.add(match[1])
        yield match[1], re.findall(r'"([^"]+)"', match[2])


def without_comments(text: str) -> str:
    """`//` begins a comment, except in a string or a regular expression."""
    literal = r'"(?:\\.|[^"\\\n])*"|/(?![/*\s])(?:\\.|[^/\\\n])+/'
    return re.sub(rf"({literal})|//[^\n]*", lambda match: match[1] or "", text)


def keywords(grammar: str, words: Words) -> dict[str, list[str]]:
    """Terminal → spellings, for the concepts a grammar refers to: as AND, or as _AND to keep it out of the tree.

    A terminal that the grammar defines by itself stays as it is, also where it has the name of a concept.
    """
    without_literals = re.sub(r'"(?:\\.|[^"\\\n])*"|/(?:\\.|[^/\\\n])+/', " ", without_comments(grammar))
    defined = set(re.findall(r"^[ \t]*(_?[A-Z][A-Z0-9_]*)(?:\.\d+)?[ \t]*:", without_literals, re.MULTILINE))
    referred = set(re.findall(r"\b_?[A-Z][A-Z0-9_]*\b", without_literals)) - defined
    return {
        name: sorted({" ".join(each.lower().split()) for spellings in surfaces.values() for each in spellings})
        for concept, surfaces in words.items()
        for name in sorted({concept, f"_{concept}"} & referred)
    }


# --- the parser ------------------------------------------------------------------------------------------------------


class AcceptedAlways:
    """Stands in for the post-lexer during the analysis: `// always: _NEWLINE` names what it may always ask for."""

    def __init__(self, names: list[str]) -> None:
        self.always_accept = names

    def process(self, stream: Any) -> Any:
        return stream


def build(source: Path, words: Words, *, strict: bool = False) -> Lark:
    """The grammar analysed; with `strict`, any conflict is an error (needs interegular, so it is left to the tests)."""
    from lark import Lark

    text = source.read_text(encoding="utf-8-sig")
    starts = header(text, "start")
    if not starts:
        raise ValueError(f"{source.name}: a comment line `// start: rule_a rule_b` has to name the start rules")
    always = header(text, "always")
    found = keywords(text, words)
    # Stand-ins: keywords are looked up by criteria/keywords.py, not matched by lark. Each is a text that nobody writes.
    stand_ins = "\n".join(f'{name}: "<{name}>"' for name in found)
    lark = Lark(
        # At the end, so that lark's messages name the lines of the file.
        f"{text}\n{stand_ins}\n",
        start=starts,
        parser="lalr",
        lexer="contextual",
        propagate_positions=True,
        maybe_placeholders=False,
        postlex=AcceptedAlways(always) if always else None,
        import_paths=[str(source.parent)],
        source_path=source.name,
        strict=strict,
    )
    refuse_shared_spellings(lark, found)
    return lark


def refuse_shared_spellings(lark: Lark, found: dict[str, list[str]]) -> None:
    """One spelling may belong to two concepts, but never at the same place of the grammar."""
    literals = {t.name: [t.pattern.value] for t in lark.terminals if t.pattern.type == "str" and t.name not in found}
    spelled = {name: set(spellings) for name, spellings in {**literals, **found}.items()}
    for accepted in lark.parser.parser._parse_table.states.values():
        names = sorted(name for name in accepted if name in spelled)
        for one, other in combinations(names, 2):
            if shared := spelled[one] & spelled[other]:
                raise ValueError(f"{one} and {other} are both spelled {sorted(shared)} where either may stand")


def header(text: str, name: str) -> list[str]:
    found = re.search(rf"^//\s*{name}:(.*)$", text, re.MULTILINE)
    return found[1].split() if found else []


def serialise(lark: Lark, found: dict[str, list[str]]) -> dict[str, Any]:
    """The analysed grammar as JSON values; what they mean, the run-time side says: criteria/automaton.py."""
    table = lark.parser.parser._parse_table
    rules = list(lark.rules)
    number = {id(rule): at for at, rule in enumerate(rules)}
    symbols = sorted({symbol for actions in table.states.values() for symbol in actions})
    terminals = [each for each in lark.terminals if each.name not in found]
    terminals.sort(key=lambda each: (-each.priority, -len(each.pattern.value)))
    return {
        "starts": {start: [table.start_states[start], table.end_states[start]] for start in table.start_states},
        "terminals": [[each.name, each.pattern.to_regexp()] for each in terminals],
        "symbols": symbols,
        "states": packed_states(table.states, symbols, number),
        "rules": [packed_rule(rule) for rule in rules],
    }


def packed_states(states: dict[int, Any], symbols: list[str], number: dict[int, int]) -> list[str]:
    """A text for each state: symbol, action, symbol, action, each as the sign that many places from MIDDLE, since a text is read far
    faster than numbers; an action is a state, or below zero a rule."""
    place = {symbol: at for at, symbol in enumerate(symbols)}
    return [
        "".join(
            chr(MIDDLE + each)
            for symbol, (_, argument) in states[state].items()
            for each in (place[symbol], argument if isinstance(argument, int) else ~number[id(argument)])
        )
        for state in range(len(states))
    ]


def packed_rule(rule: Any) -> list[Any]:
    """Size, origin, name, splice, single, kept: as lark would shape the node."""
    origin = str(rule.origin.name)
    kept = [at for at, symbol in enumerate(rule.expansion) if not getattr(symbol, "filter_out", False)]
    return [
        len(rule.expansion),
        origin,
        rule.alias or origin,
        origin.startswith("_"),
        bool(rule.options.expand1) and not rule.alias,
        kept,
    ]


if __name__ == "__main__":
    try:
        compile_tables(Path(__file__).resolve().parent)
    except Exception as fault:
        sys.exit(f"hatch_build.py: {fault}")
