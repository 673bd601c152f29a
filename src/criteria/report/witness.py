"""The facts that show findings, as files that `criteria evaluate --facts` reads.

In: findings. Out: a name and the YAML of each that has a witness. Holds: a name is made of the goal, the kind and a number, so that
no two are the same; the sentence and the readings stand in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

from criteria.diagnostics import Diagnostic, Lang
from criteria.report.texts import say


class _Plain(yaml.SafeDumper):
    """Without anchors, which a file of facts may not hold."""

    def ignore_aliases(self, data: object) -> bool:
        """Equal rows are written out, each by itself."""
        return True


def witness_files(findings: Iterable[Diagnostic], lang: Lang) -> Iterator[tuple[str, str]]:
    """``goal-1-gap-1.yaml`` and what stands in it."""
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.witness is not None:
            owner = f"goal-{slug(finding.goal)}" if finding.goal else "plan"
            name = f"{owner}-{finding.kind}"
            counts[name] = counts.get(name, 0) + 1
            yield f"{name}-{counts[name]}.yaml", _text(finding, lang)


def slug(goal: str) -> str:
    """What can stand in the name of a file."""
    return re.sub(r"[^\w.-]+", "-", goal)


def _text(finding: Diagnostic, lang: Lang) -> str:
    readings = " ".join(f"--reading '{name}={value}'" for name, value in (finding.reading or {}).items())
    said = [f"{finding.place.short}: {finding.message(lang)}" if finding.place else finding.message(lang)]
    said += [f"{say('holds_with', lang)} {readings}"] if readings else []
    return facts_text(said, finding.witness or {})


def facts_text(said: Iterable[str], facts: Mapping[str, object]) -> str:
    """A file of facts, with what is said of it in a comment."""
    comment = "".join(f"# {' '.join(line.split())}\n" for line in said)
    return comment + yaml.dump(dict(facts), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def facts_lines(facts: Mapping[str, object], lang: Lang, most: int) -> Iterator[str]:
    """The facts a line each, for a reader; of a record no more than the first rows."""
    for name, value in facts.items():
        if isinstance(value, list):
            yield f"{name}:" if value else f"{name}: []"
            yield from (f"  {', '.join(f'{k}: {v}' for k, v in row.items())}" for row in value[:most])
            yield from [f"  {say('diff_more_rows', lang, n=len(value))}"] if len(value) > most else []
        else:
            yield f"{name}: {value}"
