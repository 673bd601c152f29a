"""The corpora beside this file: phrases, tests, refusals, running text. Every value is text, as it is written."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from criteria.dates import DateRefused, Period, find, format_phrase, parse, parse_test
from criteria.wording.dates import SENTENCES

HERE = Path(__file__).parent
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def rows(name):
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=LOADER)


def within(row):
    said = row.get("within", "2020-01-01 2020-12-31")
    return None if said == "none" else tuple(map(date.fromisoformat, said.split()))


def written(period: Period) -> str:
    if period.boundary:
        return f"end of {period.latest}"
    return " ".join(dict.fromkeys(map(str, (period.earliest, period.latest))))


def days(test, readings=None) -> str:
    return " ".join(str(day or ".") for day in test.days(readings))


def refusal(row) -> DateRefused:
    try:
        parse(row["phrase"], within=within(row)) if "phrase" in row else parse_test(row["test"], within(row))
    except DateRefused as refused:
        return refused
    raise AssertionError(f"{row} was read")


def named(name, *keys):
    chosen = [row for row in rows(name) if not keys or any(key in row for key in keys)]
    return [pytest.param(row, id=str(row.get("phrase", row.get("test")))) for row in chosen]


READ = [p for name in ("expressions.yaml", "phrases.yaml") for p in named(name, "phrase") if "kind" not in p.values[0]]
TESTS = [p for name in ("expressions.yaml", "tests.yaml") for p in named(name, "test") if "kind" not in p.values[0]]
REFUSED = [p for name in ("phrases.yaml", "tests.yaml", "refused.yaml") for p in named(name) if "kind" in p.values[0]]


def test_there_are_sixty_four_expressions():
    assert len(rows("expressions.yaml")) == 64


@pytest.mark.parametrize("row", READ)
def test_phrase(row):
    phrase = parse(row["phrase"], within=within(row))
    assert written(phrase.period()) == row["days"]
    if "words" in row:
        assert " ".join(sorted(phrase.words)) == row["words"]
    assert phrase.period().words == phrase.words
    with pytest.raises(DateRefused) as caught:
        parse_test(row["phrase"] + " x", within(row))
    assert caught.value.kind == "not-a-date-word"


@pytest.mark.parametrize("row", TESTS)
def test_test(row):
    test = parse_test(row["test"], within(row))
    assert days(test, row.get("readings")) == row["days"]
    if "relation" in row:
        assert test.relation.value == row["relation"]
    if "words" in row:
        assert " ".join(sorted(test.words)) == row["words"].replace("none", "")


@pytest.mark.parametrize("row", REFUSED)
def test_refused(row):
    refused = refusal(row)
    text = row.get("phrase", row.get("test"))
    assert refused.kind == row["kind"]
    assert refused.suggestion == row.get("suggestion", refused.suggestion)
    assert 0 <= refused.start <= refused.end <= len(text)
    marked = text[refused.start : refused.end]
    assert marked == row.get("marked", marked)
    assert str(refused.start) == row.get("at", str(refused.start))
    for lang in ("en", "da"):
        assert refused.message(lang)[0].islower()
    assert refused.message("da") != refused.message("en") == str(refused)


def test_every_kind_of_refusal_is_in_the_corpus():
    notes = {"century-inferred", "weekday-contradicts"}
    assert {row["kind"] for p in REFUSED for row in p.values} == set(SENTENCES) - notes


@pytest.mark.parametrize("row", rows("found.yaml"), ids=lambda row: row["text"][:30])
def test_found(row):
    found = find(row["text"], year=2020)
    assert {f.text: written(f.phrase.period()) if f.phrase else f.refused.kind for f in found} == row["found"]
    for each in found:
        assert row["text"][each.start : each.end] == each.text


@pytest.mark.parametrize("row", rows("written.yaml"), ids=lambda row: row["days"])
def test_written(row):
    """A period is written by its shortest name, which reads back."""
    first, *last = row["days"].removeprefix("end of ").split()
    period = Period(*map(date.fromisoformat, (first, *(last or [first]))), boundary=row["days"].startswith("end"))
    assert str(period) == row["iso"]
    assert {lang: format_phrase(period, lang) for lang in ("en", "da")} == {"en": row["en"], "da": row["da"]}
    assert parse(row["iso"]).period() == parse(row["en"]).period() == parse(row["da"]).period() == period
