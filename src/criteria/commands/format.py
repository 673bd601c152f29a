"""``criteria format``: the canonical layout, and the other surface.

Like the formatters people know: in place by default, ``--check`` only tells, ``-`` goes from standard input to
standard output. A translation (``--to``) never replaces the plan it came from: it goes to standard output or to
``--output``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.diagnostics import Diagnostic, unreadable
from criteria.files import write
from criteria.pipeline import Formatted, format_plan
from criteria.report.texts import say
from criteria.source import Place, Unreadable

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0, 1 with ``--check`` when a plan would change, 2 a plan that cannot be read or has errors."""
    lang, output, to = arguments.lang, arguments.one("--output"), arguments.one("--to")
    names = arguments.operands
    if len(names) > 1 and (output or to):
        streams.tell([Diagnostic("one-plan", None, {"option": "--output" if output else "--to"})], {}, lang)
        return 2
    codes = [_format(name, to, output, arguments.flag("--check"), lang) for name in names]
    return max(codes)


def _format(name: str, to: str | None, output: str | None, check: bool, lang: str) -> int:
    try:
        source = plans.source(name)
    except Unreadable as error:
        streams.tell([unreadable(error)], {}, lang)
        return 2
    formatted = format_plan(source, to)
    if formatted.text is None:
        streams.tell(formatted.diagnostics, {source.name: source}, lang)
        streams.tell([Diagnostic("plan-has-errors", Place(source.name))], {}, lang)
        return 2
    if check:
        if formatted.changed:
            streams.say(f"{source.name}: {say('would_change', lang)}\n")
        return int(formatted.changed)
    if name == "-" or to or output:
        plans.deliver(formatted.text, output)
    else:
        _in_place(name, formatted, formatted.text, lang)
    return 0


def _in_place(name: str, formatted: Formatted, text: str, lang: str) -> None:
    if formatted.changed:
        write(name, text.encode("utf-8"))
        streams.say(f"{name}: {say('changed', lang)}\n")
