"""`criteria date`: text in both languages, JSON of the contract, refusals."""

import json

import pytest

PHRASES = [
    "medio november 2020",
    "udgangen af juni 2020",
    "senest medio maj 2020",
    "after 2 October 2020",
    "inden 30.5. 2020",
    "uge 42 2020",
]


@pytest.mark.parametrize("lang", ["en", "da"])
def test_text(criteria, golden, lang):
    answers = [criteria("date", phrase, "--lang", lang) for phrase in PHRASES]
    assert {(said.code, said.err) for said in answers} == {(0, "")}
    golden("\n".join(said.out for said in answers), f"cli/date.{lang}.txt")


def read(said):
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_the_json_of_the_contract(criteria):
    assert read(criteria("date", "medio november 2020", "--format", "json")) == {
        "schema": "criteria/date/1",
        "phrase": "medio november 2020",
        "reading": {"primo-medio-ultimo": "thirds"},
        "earliest": "2020-11-11",
        "latest": "2020-11-20",
        "boundary": False,
        "alternatives": [
            {"reading": {"primo-medio-ultimo": "point"}, "earliest": "2020-11-15", "latest": "2020-11-15"}
        ],
    }


def test_a_boundary_and_a_test(criteria):
    boundary = read(criteria("date", "udgangen af juni 2020", "--format", "json"))
    assert (boundary["earliest"], boundary["latest"], boundary["boundary"]) == ("2020-06-30", "2020-06-30", True)
    test = read(criteria("date", "efter 2. oktober 2020", "--format", "json"))
    assert (test["earliest"], test["latest"], test["boundary"]) == ("2020-10-03", None, False)


def test_readings_on_request(criteria):
    found = read(
        criteria("date", "medio november 2020", "--reading", "primo-medio-ultimo=business-day", "--format", "json")
    )
    assert found["reading"] == {"primo-medio-ultimo": "business-day"}
    assert found["earliest"] == "2020-11-16"  # the 15th was a Sunday
    assert [other["reading"]["primo-medio-ultimo"] for other in found["alternatives"]] == ["thirds", "point"]


def test_the_year_may_be_given(criteria):
    assert read(criteria("date", "medio maj", "--year", "2021", "--format", "json"))["latest"] == "2021-05-20"


def test_the_other_ways_to_read_inden(criteria):
    found = read(criteria("date", "inden medio november 2020", "--format", "json"))
    assert found["latest"] == "2020-11-10"
    assert {other["latest"] for other in found["alternatives"]} == {"2020-11-20", "2020-11-14", "2020-11-15"}


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        (["31. april 2020"], "30 days"),
        (["senest 31. april 2020"], "30 days"),
        (["uge 53 2021"], "53"),
        (["i morgen måske"], "i morgen måske"),
        ([""], ""),
        (["medio maj"], ""),
        (["medio maj", "--year", "20"], "--year 20"),
        (["medio maj", "--year", "9999999999"], "--year"),
        (["medio maj 2020", "--reading", "primo-medio-ultimo"], "NAME=VALUE"),
        (["medio maj 2020", "--reading", "primo=point"], "there is no reading primo"),
        (["medio maj 2020", "--reading", "primo-medio-ultimo=pont"], "suggestion: point"),
        (["medio maj 2020", "--reading", "inden=strict", "--reading", "inden=inclusive"], "twice"),
    ],
)
def test_refused_with_a_reason(criteria, words, mention):
    said = criteria("date", *words)
    assert (said.code, said.out) == (2, "")
    assert mention in said.err
    assert "error:" in said.err


def test_refused_in_danish(criteria):
    assert "måneden har 30 dage" in criteria("date", "31. april 2020", "--lang", "da").err
