"""What a session, a DataFrame or a folder can have that would make a verdict inexact, each with the words that refuse it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable

import criteria
import criteria.spark.session
import criteria.spark.texts
from criteria.diagnostics import CriteriaError, render
from criteria.spark import output
from spark.stage import Stage


def refusal(stage: Stage, ask: Callable[[Stage], object]) -> list[str]:
    with stage.patch.context() as patch, warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            ask(Stage(stage.session, stage.folder, patch, stage.golden))
        except CriteriaError as error:
            faults = [render(fault, error.sources, lang) for lang in ("en", "da") for fault in error.diagnostics]
            return [line.replace(str(stage.folder), "FOLDER") for line in faults]
    return [str(each.message) for each in said if issubclass(each.category, UserWarning)]


def with_setting(name: str, value: str) -> Callable[[Stage], object]:
    def ask(stage: Stage) -> object:
        before = stage.session.conf.get(name)
        stage.session.conf.set(name, value)
        try:
            return asked(stage)
        finally:
            stage.session.conf.set(name, before)

    return ask


def asked(stage: Stage, key: str | None = None, **texts: str) -> object:
    """The small plan on tables that SQL makes."""
    tables = {"facts": "SELECT 'A' AS school, 1 AS visitors", **texts}
    given = {name: stage.session.sql(text) for name, text in tables.items()}
    return SMALL.on_spark(stage.session, given, key=key)


def without_pyspark(stage: Stage) -> object:
    stage.patch.setitem(sys.modules, "pyspark.sql", None)
    return SMALL.on_spark(stage.session, {})


def in_the_future(stage: Stage) -> object:
    stage.patch.setattr(criteria.spark.session, "OLDEST", 99)
    return asked(stage)


def with_few_texts(stage: Stage) -> object:
    stage.patch.setattr(criteria.spark.texts, "MOST", 1)
    return asked(stage, facts="SELECT id AS school, CAST(id AS STRING) AS area FROM range(2)")


SMALL = criteria.parse(
    """
plan "Small"
facts
  sent: date
  visitors: number
  share: percent at least 0% and at most 100%
  area: text
  log events
    held: date
goal 1 "A"
  fulfilled when
    - sent
    - visitors at least 10
    - share at least 60%
    - area is "North"
goal 2 "B"
  fulfilled when at least 2 events where held in 2020
""",
    "small",
)
ONE = "SELECT 'A' AS school, "
REFUSED: dict[str, Callable[[Stage], object]] = {
    "not installed": without_pyspark,
    "no session": lambda stage: SMALL.on_spark(object(), {}),
    "an old Spark": in_the_future,
    "without ANSI": with_setting("spark.sql.ansi.enabled", "false"),
    "digits dropped": with_setting("spark.sql.decimalOperations.allowPrecisionLoss", "true"),
    "no frame": lambda stage: SMALL.on_spark(stage.session, {"facts": [1]}),
    "no table of the plan": lambda stage: SMALL.on_spark(stage.session, {}),
    "no such key": lambda stage: asked(stage, "skole"),
    "DOUBLE": lambda stage: asked(stage, facts=ONE + "CAST(1 AS DOUBLE) AS visitors"),
    "TIMESTAMP": lambda stage: asked(stage, facts=ONE + "TIMESTAMP '2020-01-01 00:00:00' AS sent"),
    "a list": lambda stage: asked(stage, facts=ONE + "array('x') AS area"),
    "a collation": lambda stage: asked(stage, facts=ONE + "collate('x', 'UTF8_LCASE') AS area"),
    "days beyond the calendar": lambda stage: asked(stage, facts=ONE + "date_add(DATE '9999-12-31', 1) AS sent"),
    "too many digits": lambda stage: asked(stage, facts=ONE + f"CAST('{'9' * 30}' AS DECIMAL(38,8)) AS visitors"),
    "outside the bounds": lambda stage: asked(stage, facts=ONE + "CAST(100.01 AS DECIMAL(5,2)) AS share"),
    "a share as a part": lambda stage: asked(stage, facts=ONE + "CAST(0.6 AS DECIMAL(5,2)) AS share"),
    "texts": lambda stage: asked(stage, facts=ONE + "'den 5.' AS sent, 'tolv' AS visitors, '-' AS area"),
    "too many texts": with_few_texts,
    "a key that is no key": lambda stage: asked(stage, facts="SELECT CAST(1 AS DOUBLE) AS school, 1 AS visitors"),
    "keys of two types": lambda stage: asked(stage, events="SELECT 1 AS school, DATE '2020-01-01' AS held"),
    "a blank key": lambda stage: asked(stage, facts="SELECT explode(array('A', NULL)) AS school, 1 AS visitors"),
    "a key twice": lambda stage: asked(stage, facts="SELECT explode(array('A', 'B', 'A')) AS school, 1 AS visitors"),
    "rows of nobody": lambda stage: asked(stage, events="SELECT 'B' AS school, DATE '2020-01-01' AS held"),
    "a folder that is there": lambda stage: output.write(stage.session.range(1), str(stage.folder)),
    "a run without an end": lambda stage: output.read(stage.session, str(stage.folder)),
}
