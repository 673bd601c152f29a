"""Where findings begin and end: on, beside and beyond what each family looks for, in both languages, under readings and in versions."""

import pytest

from criteria.analyse.findings.every import findings
from criteria.pipeline import analysed, check_file, check_text

FACTS = """\
plan "A"
{header}  year 2020
facts
  sent: date
  opened: date
  visitors: number
  share: percent
  last share: percent
  log trips
    area: one of "North", "South"
    kind: text
    held: date
  table processes
    name: text
    described: date
table targets
  | area  | kind | planned |
  | North | a    |       3 |
  | South | b    |       2 |
  column done = count of trips with the same area and kind, held in 2020
table areas
  | area  | people |
  | North |    300 |
  | South |    200 |
"""


def found(goal: str, kind: str, header: str = "", before: str = "") -> list[str]:
    """The words of the findings of this kind, or what they are about."""
    body = "".join(f"  {line}\n" for line in goal.strip("\n").split("\n"))
    checked = check_text(FACTS.format(header=header) + before + 'goal 1 "G"\n' + body, "a.criteria")
    assert checked.plan is not None, [each.message() for each in checked.diagnostics]
    return [each.values.get("day", each.values["found"]) for each in findings(checked.plan) if each.kind == kind]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("fulfilled when sent after 15 December 2020", 1),
        ("fulfilled when sent later than 15 December 2020", 1),
        ("fulfilled when all processes are described after 15 December 2020", 1),
        ("fulfilled when sent after 15 December 2020 and before 20 December 2020", 0),
        ("fulfilled when sent after 15 December 2020 and by 20 December 2020", 0),
        ("fulfilled when sent after opened", 0),
        ("fulfilled when sent from 15 December 2020", 0),
        ("fulfilled when not sent after 15 December 2020", 0),
        ("fulfilled when sent by 15 December 2020\npartial when sent after 15 December 2020", 0),
        ("fulfilled when at least 3 trips held after 15 December 2020", 0),
    ],
)
def test_a_best_level_that_rewards_lateness(goal, told):
    assert len(found(goal, "suspicious-comparator")) == told


@pytest.mark.parametrize(
    ("best", "lower", "told"),
    [
        ("at most 12", "at least 10", 1),
        ("at most 12", "at least 11.9", 1),
        ("at most 12", "at least 12", 0),
        ("at most 12", "above 12", 0),
        ("at least 12", "at most 13", 1),
        ("at least 12", "at most 12", 0),
        ("at least 12", "at least 10", 0),
        ("at most 12", "between 12 and 15", 0),
    ],
)
def test_levels_whose_limits_point_opposite_ways(best, lower, told):
    goal = f"fulfilled when visitors {best}\npartial when visitors {lower}"
    assert len(found(goal, "comparators-differ")) == told


def test_the_lowest_level_may_point_the_other_way():
    goal = "fulfilled when visitors at least 12\nnot fulfilled when visitors at most 20"
    assert found(goal, "comparators-differ") == []


@pytest.mark.parametrize(
    ("test", "quote", "told"),
    [
        ("share at least 80%", "mindst 80 % point", 1),
        ("share at least 80%", "mindst 80 pct.-point", 1),
        ("share at least 80%", "mindst 80 procentpoint", 1),
        ("share at least 80%", "at least 80 percentage points", 1),
        ("share at least 80%", "mindst 80 pct. af pointene", 0),
        ("share at least 80%", "mindst 80 pct.", 0),
        ("share - last share at least 2 percentage points", "stiger 2 procentpoint", 0),
        ("share - last share at least 2 percentage points", "stiger 2 pct.", 1),
        ("visitors at least 80", "mindst 80 point", 0),
    ],
)
def test_percent_beside_points_in_the_source(test, quote, told):
    for where in ("  - {test}\n    source {quote}", "  - {test}\n  source {quote}"):
        goal = "fulfilled when\n" + where.format(test=test, quote=f'"{quote}"')
        assert len(found(goal, "percent-or-point")) == told


@pytest.mark.parametrize(
    ("test", "told"),
    [
        ("(share, in percent of last share) at least 105%", 1),
        ("(visitors, in percent of visitors) at least 5%", 0),
        ("share - last share at least 5 percentage points", 0),
        ("share at least 4% above last share", 0),
    ],
)
def test_percent_of_percent(test, told):
    assert len(found(f"fulfilled when {test}", "percent-of-percent")) == told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("fulfilled when at least 60% of trips held in june 2020", 1),
        ("fulfilled when at least 60% of trips per area held in june 2020", 1),
        ("fulfilled when at least 3 trips held in june 2020", 0),
        ("fulfilled when (share of trips where held in june 2020) at least 60%", 1),
        (
            'define reached\n  reading "a" = share of trips where held in june 2020\nfulfilled when reached at least 60%',
            0,
        ),
        ("fulfilled when at least 60% of targets have done at least planned", 1),
        ("fulfilled when (sum of done / sum of planned of targets) at least 60%", 0),
        ("fulfilled when at least 60% of areas have people at least 100", 0),  # nothing counts people
        ('fulfilled when at least 60% of trips where area is "North" and kind is "a" are held in june 2020', 0),
        ("fulfilled when at least 60% of processes are described", 0),
    ],
)
def test_shares_that_do_not_say_what_they_count(goal, told):
    if "reading" in goal:
        goal = goal.replace("\nfulfilled", '\n  reading "b" = share of trips where held in 2020\nfulfilled')
    assert len(found(goal, "undeclared-unit")) == told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("fulfilled when all processes are described", 1),
        ("fulfilled when all targets have planned at least 1", 0),
        ("fulfilled when all trips held in june 2020", 0),
        ('fulfilled when all processes where name is "Grants" are described', 0),
        ("fulfilled when at least 80% of processes are described", 0),
        ("fulfilled when\n  - all processes are described\n  - count of processes at least 12", 0),
        ("fulfilled when\n  - all processes are described\n  - count of processes at most 12", 1),
        ("fulfilled when all processes are described\npartial when all processes are described by 1 May 2021", 1),
    ],
)
def test_all_of_a_list_that_nobody_gives(goal, told):
    assert len(found(goal, "unlisted-universal")) == told


@pytest.mark.parametrize(
    ("test", "header", "days"),
    [
        ("sent by 29 May 2020", "", []),
        ("sent by 30 May 2020", "", ["2020-05-30"]),
        ("sent by 1 June 2020", "", ["2020-06-01"]),  # Whit Monday
        ("sent before 1 June 2020", "", []),
        ("sent in may 2020", "", []),
        ("sent before end of may 2020", "", ["2020-05-31"]),
        ("sent by medio november 2020", "", ["2020-11-15"]),
        ("sent inden 30.5.2020", "", ["2020-05-30"]),
        ("sent inden 31.5.2020", "", ["2020-05-30", "2020-05-31"]),
        ("sent by opened", "", []),
        ("all trips held by 30 May 2020", "", ["2020-05-30"]),
    ],
)
def test_deadlines_on_days_off(test, header, days):
    assert sorted(found(f"fulfilled when {test}", "weekend-deadline", header)) == days


def test_a_plan_that_settles_weekends_or_the_phrase_has_said_it():
    goal = "fulfilled when sent by medio november 2020"
    for settled in ("primo-medio-ultimo thirds", "weekend next-working-day", "weekend stay"):
        assert found(goal, "weekend-deadline", before=f"readings\n  {settled}\n") == []
    assert found(goal, "weekend-deadline", before="readings\n  primo-medio-ultimo point\n") == ["2020-11-15"]


def test_a_day_off_under_one_reading_says_which():
    checked = check_text(
        FACTS.format(header="") + "goal 1\n  fulfilled when sent by medio november 2020\n", "a.criteria"
    )
    told = next(each for each in analysed(checked).diagnostics if each.kind == "weekend-deadline")
    assert (told.reading, told.goal) == ({"primo-medio-ultimo": "point"}, "1")


def test_a_finding_in_an_amended_goal_is_told():
    text = (
        FACTS.format(header="")
        + "goal 1\n  fulfilled when sent by 1 October 2020\namendment from 1 May 2020\n  goal 1\n"
    )
    checked = check_text(text + "    fulfilled when sent after 1 October 2020\n", "a.criteria")
    told = [each for each in findings(checked.plan) if each.kind == "suspicious-comparator"]
    assert [(each.goal, each.place.line) for each in told] == [("1", 29)]


SOURCED = """\
plan "A"
  source "{name}"
facts
  sent: date
section "S"
  source "Of the section."
goal 1 "G"
  source "{goal}"
  fulfilled when sent by 1 October 2020
    source »senest 1. oktober«
"""


@pytest.mark.parametrize(
    ("text", "goal", "lines"),
    [
        ("Of the section. Den sendes  senest\n1. oktober.", "Den sendes", []),
        ("Of the section. Den sen\u00addes senest 1. oktober.", "Den sendes", []),
        ("Of the section. Den sendes senest 2. oktober.", "Den sendes", [10]),
        ("Of the section. Den sendes senest 1. oktober.", "Den blev sendt", [8]),
        ("", "Den sendes", [6, 8, 10]),
    ],
)
def test_quotations_beside_the_original(tmp_path, text, goal, lines):
    (tmp_path / "original.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.criteria").write_text(SOURCED.format(name="original.txt", goal=goal), encoding="utf-8")
    told = [each for each in analysed(check_file(tmp_path / "a.criteria")).diagnostics if each.kind == "source-changed"]
    assert [each.place.line for each in told] == lines
    assert {each.place.line: each.goal for each in told} == {line: None if line == 6 else "1" for line in lines}


@pytest.mark.parametrize("name", ["nowhere.txt", "../a/original.txt", "scan.pdf", "folder", "a\0b".replace("\0", "")])
def test_an_original_that_is_not_there_or_no_text_says_nothing(tmp_path, name):
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "folder").mkdir()
    (folder / "original.txt").write_text("other words", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF\xff\xfe\x00")
    (folder / "a.criteria").write_text(SOURCED.format(name=name, goal="Den sendes"), encoding="utf-8")
    assert "source-changed" not in {each.kind for each in analysed(check_file(folder / "a.criteria")).diagnostics}


@pytest.mark.parametrize(
    ("data", "checksum", "told"),
    [
        (b"%PDF\xff\x00 one", "", []),
        (b"%PDF\xff\x00 one", ' checksum "00000000"', ["25e48682"]),
        (b"%PDF\xff\x00 one", ' checksum "25E4 8682"', []),
        (b"%PDF\xff\x00 two", ' checksum "25e48682"', ["f10577a7"]),
        (None, ' checksum "00000000"', []),
    ],
)
def test_a_source_that_is_another_one(tmp_path, data, checksum, told):
    if data is not None:
        (tmp_path / "scan.pdf").write_bytes(data)
    text = SOURCED.format(name="scan.pdf", goal="Den sendes").replace('scan.pdf"', f'scan.pdf"{checksum}')
    (tmp_path / "a.criteria").write_text(text, encoding="utf-8")
    said = [each for each in analysed(check_file(tmp_path / "a.criteria")).diagnostics if each.kind == "source-edited"]
    assert [each.values["found"] for each in said] == told
    assert [each.suggestion for each in said] == [f'"{each}"' for each in told]
