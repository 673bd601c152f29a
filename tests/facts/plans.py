"""Plans for the tests of facts, made by hand: this layer needs a plan's declarations, not its text."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from criteria.frozen import evolve
from criteria.model.each import Each, Subjects
from criteria.model.plan import (
    Column,
    Example,
    FactDeclaration,
    FixedRow,
    Goal,
    Judged,
    Plan,
    Record,
    fold,
)
from criteria.model.types import Bounds, ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.source import Place, from_text

HERE = Place("plan.criteria", 1, 1)
YEAR = (date(2020, 1, 1), date(2020, 12, 31))
DATE, TEXT, YES_NO = DateType(), TextType(), YesNoType()
KR = NumberType(Unit.KRONER)
KR_ABOVE_0 = NumberType(Unit.KRONER, Bounds(low=Fraction(0), low_open=True))
PERCENT = NumberType(Unit.PERCENT)
NUMBER = NumberType(Unit.NUMBER)
WHOLE = NumberType(Unit.NUMBER, whole=True)
DAYS = NumberType(Unit.DAYS)
POINTS = NumberType(Unit.PERCENTAGE_POINT)
RATIO = NumberType(Unit.RATIO)
AREA = ChoiceType(("Grundskole", "Kommuner", "Gymnasiale uddannelser", "Erhvervsuddannelser"))


def fact(path: str, type_: Type, name: str = "", label: str = "") -> FactDeclaration:
    return FactDeclaration(path, name or path, type_, label, place=HERE)


def record(key: str, columns: Mapping[str, Type], name: str = "", when: str | None = None, **more: object) -> Record:
    made = {key: Column(key, key, type_, place=HERE) for key, type_ in columns.items()}
    return Record(key, name or key, when is not None, made, when, place=HERE, **more)


def plan(*declared: FactDeclaration | Record, examples: tuple[Example, ...] = (), language: str = "en") -> Plan:
    facts = {d.path: d for d in declared if isinstance(d, FactDeclaration)}
    names = {fold(spelling): d.path for d in facts.values() for spelling in (d.path, d.name)}
    records = {d.key: d for d in declared if isinstance(d, Record)}
    text = from_text("plan.criteria", "")
    return Plan("Test", language, YEAR, None, {}, {}, facts, records, (), examples, names, text)


EVENTS = record("events", {"area": AREA, "kind": TEXT, "held": DATE}, name="arrangementer", when="held")
PROCESSES = record("processes", {"name": TEXT, "described": DATE})
ACTIVITIES = record(
    "activities",
    {"area": AREA, "planned": NUMBER},
    rows=(FixedRow({"area": "Kommuner", "planned": Fraction(70)}, place=HERE),),
)
ASTRA = plan(
    *(fact(path, DATE) for path in ("theory available", "theory published", "template sent", "overview sent")),
    fact("concept sent", DATE, name="koncept sendt", label="Koncept fremsendt"),
    *(fact(path, DATE) for path in ("process-plan sent", "summary sent", "approval established")),
    fact("follow-up established", DATE),
    *(fact(path, KR) for path in ("budget income", "budget expenses")),
    *(fact(path, KR_ABOVE_0) for path in ("accounts income", "accounts expenses")),
    EVENTS,
    PROCESSES,
    ACTIVITIES,
)
# One fact of every type.
EVERY = plan(
    fact("day", DATE),
    fact("money", KR),
    fact("income", KR_ABOVE_0),
    fact("share", PERCENT),
    fact("rise", POINTS),
    fact("quotient", RATIO),
    fact("number", NUMBER),
    fact("count", WHOLE),
    fact("wait", DAYS),
    fact("words", TEXT),
    fact("area", AREA),
    fact("agreed", YES_NO),
    fact("limit", DurationType()),
    record("log", {"when": DATE, "amount": KR, "note": TEXT, "area": AREA, "ok": YES_NO}, when="when"),
)

MUNICIPALITIES = record("municipalities", {"name": TEXT, "ready": YES_NO})
ASKED = Goal("1", "", (), place=HERE, each=Each(Subjects("municipalities", "name"), place=HERE))
SUBJECTS = evolve(plan(MUNICIPALITIES), goals=(ASKED,))
JUDGED = evolve(
    plan(),
    goals=(
        Goal("1", "computed", (), place=HERE),
        Goal("2", "judged in percent", (), judged=Judged("the board", in_percent=True, place=HERE), place=HERE),
        Goal("3", "judged on the usual scale", (), judged=Judged("the board", place=HERE), place=HERE),
    ),
)
GRADE = ChoiceType(("poor", "fair", "good"), ordered=True)
IDENTITY = plan(
    fact("ean", TextType("ean")),
    fact("cvr", TextType("cvr")),
    fact("grade", GRADE),
    record("schools", {"ean": TextType("ean"), "cvr": TextType("cvr"), "grade": GRADE}),
)
