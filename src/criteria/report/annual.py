"""The annual report: a table of all goals, then a section for each goal that was not fully reached.

In: a ``Verdict`` and its plan. Out: a ``Document``. Part 1 has the columns that Danish annual reports have: goal, criterion, result,
fulfilment, score, remark. Part 2 says of each unmet goal which conditions failed, by how much, and which facts say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from criteria.diagnostics import Lang
from criteria.evaluate.lights import Light, light
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth, Verdict
from criteria.frozen import evolve
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.report.conditions import condition, decisive
from criteria.report.course import TONES, digest
from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, Tone
from criteria.report.evidence import Naming, naming
from criteria.report.outline import GoalOutline, Outline, outline
from criteria.report.steps import level
from criteria.report.summed_up import section_row, total_blocks
from criteria.report.terminal import MARKS
from criteria.report.texts import goal_heading, say

COLUMNS = ("number", "goal", "criterion", "result", "fulfilment", "score", "remark")


def annual_document(verdict: Verdict, plan: Plan, lang: Lang) -> Document:
    """Part 1 and part 2."""
    told, words = outline(verdict, plan, lang), naming(verdict, plan, lang)
    pairs = list(zip(verdict.goals, told.goals, strict=True))
    rules = {goal.id: goal for goal in plan.goals}
    rows: list[tuple[Cell, ...]] = []
    for goal, shown in pairs:
        if goal.id in told.sections:
            rows.append(section_row(told.sections[goal.id], len(COLUMNS)))
        rows.append(_row(goal, shown, rules.get(goal.id), words))
    blocks: list[Block] = [Heading(say("part_1", lang))]
    blocks.append(Table(tuple(say(key, lang) for key in COLUMNS), tuple(rows), right=(0, 5)))
    blocks += [Paragraph(told.tally), *(Paragraph(removed) for removed in told.removed)]
    blocks += total_blocks(told.totals)
    still_open = [goal.id for goal in verdict.goals if not goal.decided]
    if still_open:
        blocks.append(Paragraph(say("preliminary", lang, goals=", ".join(still_open))))
    blocks += _part_2([(goal, shown) for goal, shown in pairs if not _fully(goal)], words)
    return Document(
        _title(told, lang), (told.as_of, told.readings, told.taken_from), tuple(blocks), digest(plan, lang), lang
    )


def _title(told: Outline, lang: Lang) -> str:
    return say("annual_report_of", lang, plan=told.title or told.source.name)


def _fully(goal: GoalVerdict) -> bool:
    """Decided, with the best level that the goal has."""
    return light(goal) is Light.MET


# ---- part 1 -----------------------------------------------------------------------------------------------------------


def _row(goal: GoalVerdict, shown: GoalOutline, rules: Goal | None, words: Naming) -> tuple[Cell, ...]:
    texts = (
        goal.id,
        goal.title,
        "\n".join(criteria_of(rules, words.lang) if rules else ()),
        "\n".join(shown.subjects[:1] or results_of(goal, words)),
        shown.counts,
        shown.counted,
        "\n".join(shown.remarks),
    )
    return tuple(Cell(text, _tone(goal) if n == 4 else "") for n, text in enumerate(texts))


def _tone(goal: GoalVerdict) -> Tone:
    return TONES[light(goal)] if goal.decided else "open"


def criteria_of(goal: Goal, lang: Lang) -> Iterator[str]:
    """Each level in the plan's own words: the quotation where the plan file has one, else its conditions; or the line, or the judge."""
    if goal.linear or goal.judged:
        yield goal.quote or (goal.linear or goal.judged).text  # type: ignore[union-attr]
    for each in goal.levels:
        words = [each.quote] if each.quote else _in_words(each.literal)
        yield f"{_capital(level(each.step.id, lang, goal.scale))}: {'; '.join(_joinable(one) for one in words)}"


def _joinable(sentence: str) -> str:
    """Without its full stop, which is not that of an abbreviation."""
    return sentence if sentence.endswith(("pct.", "kr.", "mio.")) else sentence.rstrip(".")


def _in_words(condition: t.Condition) -> Iterable[str]:
    if condition.quote:
        return [condition.quote]
    bullets = condition.items if isinstance(condition, t.AllOf) and len(condition.items) > 1 else ()
    if any(bullet.quote for bullet in bullets):
        return [bullet.quote or bullet.text for bullet in bullets]
    return [condition.text]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def results_of(goal: GoalVerdict, words: Naming) -> Iterator[str]:
    """What was found for the level that decides: facts with their dates and places, each once."""
    told = dict.fromkeys(_result(leaf, words) for leaf in _leaves(goal.because)) if goal.because else {}
    yield from (each for each in told if each)


def _leaves(tree: Reason) -> Iterator[Reason]:
    """The single tests; a group bears only its name."""
    if not tree.children:
        yield tree
    for child in tree.children:
        yield from _leaves(evolve(child, text=child.text.removesuffix(f": {tree.text}")))


def _result(leaf: Reason, words: Naming) -> str:
    told = condition(leaf, words)
    return f"{told.text}: {told.measured}" if told.measured else words.facts(leaf.facts, "")


# ---- part 2 -----------------------------------------------------------------------------------------------------------


def _part_2(unmet: list[tuple[GoalVerdict, GoalOutline]], words: Naming) -> Iterator[Block]:
    yield Heading(say("part_2", words.lang))
    if not unmet:
        yield Paragraph(say("all_fully", words.lang))
    for goal, shown in unmet:
        yield Heading(goal_heading(goal.id, goal.title, words.lang), 2)
        yield Paragraph(" · ".join(shown.result), _tone(goal))
        yield from (Paragraph(line) for line in shown.decisions)
        if goal.quote:
            yield Paragraph(goal.quote, quoted=True)
        yield from [Bullets(shown.subjects)] if shown.subjects else _failures(goal, words)
        yield from _doubts(shown, words.lang)


def _failures(goal: GoalVerdict, words: Naming) -> Iterator[Block]:
    """Of each level that was not reached, the conditions that keep it from holding."""
    for name, tree in goal.levels_because:
        if tree.truth is Truth.TRUE:
            return
        key = "not_reached" if tree.truth is Truth.FALSE else "not_settled"
        yield Paragraph(say(key, words.lang, level=level(name, words.lang, goal.scale)))
        yield Bullets(tuple(dict.fromkeys(_failure(leaf, words) for leaf in decisive(tree))))


def _failure(leaf: Reason, words: Naming) -> str:
    told = condition(leaf, words)
    lines = [f"{MARKS[leaf.truth]} {told.text}", " · ".join(told.details), f"“{told.quote}”" if told.quote else ""]
    return "\n".join(filter(None, lines))


def _doubts(shown: GoalOutline, lang: Lang) -> Iterator[Block]:
    """The readings that would give another level, and what the reader should look after."""
    if shown.depends_on and shown.readings:
        yield Paragraph(say("depends", lang, names=shown.depends_on))
        yield Bullets(tuple(f"{each.levels}: {each.words}" for each in shown.readings))
    for label, items in shown.listed(lang):
        yield Paragraph(f"{label} {', '.join(items)}")
    yield from (Paragraph(note) for note in shown.notes)
