"""Reads the arguments of a command.

In: the words after ``criteria COMMAND``. Out: ``Arguments``, or ``Usage`` with a diagnostic in plain words. Why not
argparse: its messages and its help speak one language, and it would cost a tenth of the time that ``--help`` may
take. Options may stand anywhere, as ``--name value`` or ``--name=value``; after ``--`` everything is an operand;
``-`` is one too.
"""

from __future__ import annotations

FLAG, ONE, MANY = "flag", "one", "many"
Kind = str | tuple[str, ...]  # a tuple lists the values, the default first

LANG = ("en", "da")
READERS = ("text", "json")
EVERY = ("month", "måned", "quarter", "kvartal", "half-year", "halvår", "year", "år")

# command → its operand, whether there may be several, its options
COMMANDS: dict[str, tuple[str, bool, dict[str, Kind]]] = {
    "evaluate": (
        "plan",
        True,
        {
            "--facts": MANY,
            "--as-of": MANY,
            "--every": EVERY,
            "--reading": MANY,
            "--subject": ONE,
            "--format": (*READERS, "markdown", "html", "csv", "xlsx"),
            "--output": ONE,
            "--lang": LANG,
        },
    ),
    "batch": (
        "plan",
        False,
        {
            "--facts": ONE,
            "--output": ONE,
            "--key": ONE,
            "--as-of": ONE,
            "--reading": MANY,
            "--readings": FLAG,
            "--why": MANY,
            "--memory": ONE,
            "--format": READERS,
            "--lang": LANG,
        },
    ),
    "report": (
        "report",
        True,
        {
            "--facts": MANY,
            "--as-of": ONE,
            "--reading": MANY,
            "--format": (*READERS, "markdown", "html"),
            "--output": ONE,
            "--lang": LANG,
        },
    ),
    "needs": (
        "plan",
        False,
        {
            "--facts": MANY,
            "--as-of": ONE,
            "--level": ONE,
            "--goal": ONE,
            "--reading": MANY,
            "--format": (*READERS, "markdown", "html"),
            "--output": ONE,
            "--lang": LANG,
        },
    ),
    "changes": (
        "plan",
        True,
        {"--format": (*READERS, "markdown", "html"), "--output": ONE, "--lang": LANG},
    ),
    "diff": (
        "plan",
        True,
        {"--write-witness": ONE, "--format": (*READERS, "markdown", "html"), "--output": ONE, "--lang": LANG},
    ),
    "explain": (
        "plan",
        False,
        {
            "--facts": MANY,
            "--as-of": ONE,
            "--reading": MANY,
            "--every-reading": FLAG,
            "--goal": ONE,
            "--format": (*READERS, "markdown", "html"),
            "--output": ONE,
            "--lang": LANG,
        },
    ),
    "check": ("plan", True, {"--format": READERS, "--strict": FLAG, "--write-witness": ONE, "--lang": LANG}),
    "format": ("plan", True, {"--check": FLAG, "--to": LANG, "--output": ONE, "--lang": LANG}),
    "date": ("phrase", False, {"--year": ONE, "--reading": MANY, "--format": READERS, "--lang": LANG}),
    "facts": ("plan", False, {"--format": (*READERS, "csv", "xlsx"), "--output": ONE, "--lang": LANG}),
    "test": ("plan", True, {"--coverage": FLAG, "--suggest": FLAG, "--output": ONE, "--lang": LANG}),
}


class Usage(Exception):
    """Arguments that cannot be understood: a kind of ``wording/cli.py`` and its values."""

    def __init__(self, kind: str, suggestion: str | None = None, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.suggestion, self.values = kind, suggestion, values


class Arguments:
    """What was asked."""

    def __init__(self, operands: list[str], options: dict[str, list[str]], lang: str) -> None:
        self.operands, self.options = operands, options
        self.lang = lang  # of usage faults; a report may follow the plan instead

    @property
    def asked_lang(self) -> str | None:
        """The language that ``--lang`` names, if it does."""
        return self.one("--lang")

    def one(self, option: str) -> str | None:
        """Its value, or None."""
        return self.options[option][0] if option in self.options else None

    def many(self, option: str) -> list[str]:
        """Its values, in order."""
        return self.options.get(option, [])

    def flag(self, option: str) -> bool:
        """Whether it is there."""
        return option in self.options


def read(command: str, words: list[str]) -> Arguments:
    """The operands and options of ``command``; raises ``Usage``."""
    operand, several, known = COMMANDS[command]
    operands: list[str] = []
    options: dict[str, list[str]] = {}
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            operands += waiting
            break
        if word.startswith("-") and word != "-":
            _option(command, word, waiting, known, options)
        else:
            operands.append(word)
    if not operands:
        raise Usage(f"{operand}-missing", command=f"criteria {command}")
    if len(operands) > 1 and not several:
        raise Usage(f"second-{operand}", command=f"criteria {command}", found=operands[1])
    if [*operands, *options.get("--facts", [])].count("-") > 1:
        raise Usage("stdin-twice")
    return Arguments(operands, options, language(words))


def language(words: list[str]) -> str:
    """What ``--lang`` asks for, before anything else is understood: faults are told in it, too."""
    before = words[: words.index("--")] if "--" in words else words
    for i, word in enumerate(before):
        value = before[i + 1] if word == "--lang" and i + 1 < len(before) else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in LANG:
            return value
    return "en"


def _option(command: str, word: str, waiting: list[str], known: dict[str, Kind], options: dict[str, list[str]]) -> None:
    """One option with its value, taken from the waiting words."""
    name, equals, value = word.partition("=")
    if name not in known:
        from criteria.nearest import nearest

        raise Usage("unknown-option", nearest(name, known), command=f"criteria {command}", found=name)
    kind = known[name]
    if kind == FLAG:
        if equals:
            raise Usage("option-takes-no-value", option=name)
        value = "yes"
    elif not equals:
        if not waiting or waiting[0].startswith("--"):
            raise Usage("option-needs-value", option=name)
        value = waiting.pop(0)
    if isinstance(kind, tuple) and value not in kind:
        from criteria.nearest import nearest

        raise Usage("option-value", nearest(value, kind), option=name, found=value or '""', expected=", ".join(kind))
    if name in options and kind not in (MANY, FLAG):
        raise Usage("option-twice", option=name)
    options.setdefault(name, []).append(value)
