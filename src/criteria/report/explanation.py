"""The shortest sufficient reason of a verdict, told: the facts with their places, what they decide, and under which readings they suffice.

In: a ``Sufficient`` and its plan. Out: a ``Document``.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.kept import SHOWN, Kept, KeptFact, KeptRecord, KeptRows
from criteria.analyse.sufficient import Sufficient
from criteria.diagnostics import Lang
from criteria.evaluate.used import shown, used
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth, UsedFact, Verdict
from criteria.facts.record import Decision, Given
from criteria.model.plan import Plan
from criteria.report import numbers
from criteria.report.course import digest
from criteria.report.days import day_text
from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table
from criteria.report.evidence import Naming, naming
from criteria.report.explanation_data import levels_decided, places_of
from criteria.report.steps import level, levels, order
from criteria.report.texts import goal_heading, joined, reading, reading_value, say

SUBJECTS = 5  # subjects that are told one by one


def explanation_document(found: Sufficient, plan: Plan, lang: Lang) -> Document:
    """The facts first, then what they decide."""
    words = _words(found, plan, lang)
    goal = goal_heading(found.goal.id, found.goal.title, lang)
    stands = levels(found.verdict.levels, lang, found.verdict.scale)
    blocks: list[Block] = [Heading(say("stands_at", lang, goal=goal, levels=stands)), *_facts(found, plan, words)]
    if decided := tuple(_decided(found, lang)):
        blocks += [Heading(say("what_they_decide", lang), 2), Bullets(decided)]
    if len(found.readings) > 1:
        blocks += [Heading(say("each_reading", lang), 2), _readings(found, lang)]
    day = say("as_of", lang, day=day_text(found.as_of, lang)) if found.as_of else say("no_as_of", lang)
    name = f"{say('goal', lang)} {found.goal.id}"
    title = say("explanation_of", lang, plan=plan.title or plan.source.name, goal=name.lower())
    return Document(title, (day,), tuple(blocks), digest(plan, lang), lang)


def _words(found: Sufficient, plan: Plan, lang: Lang) -> Naming:
    return naming(
        Verdict((found.verdict,), found.as_of, {}), plan, lang, [place for k in found.kept for place in places_of(k)]
    )


# ---- the facts ----------------------------------------------------------------------------------------------------------


def _facts(found: Sufficient, plan: Plan, words: Naming) -> Iterator[Block]:
    lang = words.lang
    if not found.kept:
        yield Paragraph(say("no_fact_needed", lang))
        return
    yield Paragraph(_alone(found, lang))
    rows = tuple(_row(kept, found, plan, words) for kept in found.kept)
    yield Table(tuple(say(key, lang) for key in ("kept_what", "kept_says", "kept_where")), rows)
    size = say("pieces_kept_one" if found.size == 1 else "pieces_kept", lang, size=found.size, pieces=found.pieces)
    standing = "minimal" if found.standing == "smallest" and not found.exact else found.standing
    told = [size, say(f"standing_{standing}" if found.exact else "standing_inexact", lang)]
    if standing == "sufficient":
        told = [size, say("standing_sufficient", lang)]
    yield Paragraph(" ".join(told))


def _alone(found: Sufficient, lang: Lang) -> str:
    """What the facts do: settle the goal, or rule levels out."""
    if found.verdict.decided:
        return say("alone_settle", lang)
    scale = found.verdict.scale
    out = [step.id for step in found.goal.outcomes if step.id not in found.verdict.levels]
    if found.goal.any_score or not out:
        return say("alone_narrow", lang)
    told = [level(name, lang, scale) for name in sorted(out, key=lambda name: order(name, scale))]
    return say("alone_exclude", lang, out=joined(told, say("and", lang)))


def _row(kept: Kept, found: Sufficient, plan: Plan, words: Naming) -> tuple[Cell, ...]:
    where = [words.place(place) for place in places_of(kept)]
    match kept:
        case KeptFact(path, given):
            return Cell(words.name(path)), Cell(_value(path, given, found, words)), Cell(", ".join(where))
        case KeptRows(record, columns):
            more = ["…"] if len(kept.rows) > SHOWN else []
            name = words.name(f"{record}: {', '.join(columns)}")
            return Cell(name), Cell(_of_rows(kept, words)), Cell(", ".join(_shared([*where, *more])))
        case KeptRecord(record):
            return Cell(words.name(record)), Cell(_complete(kept, found, plan, words.lang)), Cell("")
        case Decision():
            return Cell(words.name(f"judgement goal {kept.goal}")), Cell(kept.text), Cell(", ".join(where))


def _value(path: str, given: Given | None, found: Sufficient, words: Naming) -> str:
    fact = used(path, given)
    if fact.value:
        return words.facts([UsedFact(path, fact.value, "")], words.name(path))
    if found.as_of:
        return say("kept_absent_by", words.lang, day=day_text(found.as_of, words.lang))
    return say("kept_absent", words.lang)


def _of_rows(kept: KeptRows, words: Naming) -> str:
    """``any 7 of 12 rows that are alike``, then the first of them."""
    n, lang = len(kept.rows), words.lang
    if n == kept.alike:
        head = say("kept_row" if n == 1 else "kept_rows", lang, n=n)
    else:
        head = say("kept_some_row" if n == 1 else "kept_some_rows", lang, n=n, alike=kept.alike)
    path = f"{kept.record}: {', '.join(kept.columns)}"
    values = [", ".join(shown(row.cells.get(c)) for c in kept.columns) for row in kept.first]
    told = [words.facts([UsedFact(path, value, "")], words.name(path)) for value in dict.fromkeys(values)]
    return f"{head}: {'; '.join(told)}{'; …' if n > SHOWN else ''}"


def _shared(places: list[str]) -> list[str]:
    """``tours.csv:3, 4, …``: the file is told once."""
    told: list[str] = []
    for number, place in enumerate(places):
        file = place.rpartition(":")[0]
        again = number and file and places[number - 1].rpartition(":")[0] == file
        told.append(place.rpartition(":")[2] if again else place)
    return told


def _complete(kept: KeptRecord, found: Sufficient, plan: Plan, lang: Lang) -> str:
    """No others; of a log that may still grow only up to the day."""
    key = {0: "kept_record_none", 1: "kept_record_one"}.get(kept.rows, "kept_record")
    what = say(key, lang, n=kept.rows)
    closed = found.as_of is None or (plan.record_closes is not None and found.as_of >= plan.record_closes)
    if found.as_of is None or closed or not plan.records[kept.record].is_log:
        return what
    return say("kept_record_by", lang, what=what, day=day_text(found.as_of, lang))


# ---- what they decide ---------------------------------------------------------------------------------------------------


def _decided(found: Sufficient, lang: Lang) -> Iterator[str]:
    """Each level that the kept facts reach or rule out, by the plan's words."""
    if not found.kept:
        return
    if not found.alone.each:
        yield from _levels_decided(found.alone, lang)
        return
    told = [(one.called, sentence) for one in found.alone.subjects for sentence in _levels_decided(one, lang)]
    yield from (f"{name}: {sentence}" for name, sentence in told[:SUBJECTS])
    if len(told) > SUBJECTS:
        yield "…"


def _levels_decided(alone: GoalVerdict, lang: Lang) -> Iterator[str]:
    for name, truth, conditions in levels_decided(alone):
        certain = "level_holds" if alone.levels == (name,) else "level_at_least"
        key = certain if truth is Truth.TRUE else "level_ruled_out"
        told = joined([_condition(each, lang) for each in conditions], say("and", lang))
        yield say(key, lang, level=level(name, lang, alone.scale), conditions=told)
    if alone.measured and alone.because:
        score = numbers.score(*alone.score, lang)
        yield say("amount_is", lang, conditions=_condition(alone.because, lang), amount=score)


def _condition(reason: Reason, lang: Lang) -> str:
    return f"{reason.text} ({say('line', lang, line=reason.place.line)})"


def _readings(found: Sufficient, lang: Lang) -> Table:
    head = (say("reading_of", lang), say("gives", lang), say("same_facts", lang))
    rows = []
    for each in found.readings:
        names = ", ".join(f"{reading(n, lang)}: {reading_value(n, v, lang)}" for n, v in each.reading.items())
        said = Cell(say("they_suffice" if each.suffices else "they_do_not", lang), "yes" if each.suffices else "no")
        rows.append((Cell(names), Cell(levels(each.levels, lang, found.verdict.scale)), said))
    return Table(head, tuple(rows))
