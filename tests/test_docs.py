"""README.md and every page under docs/ hold what they say: blocks run, tables of spellings parse, links and paths exist.

A page is worked through from top to bottom in a folder of its own, which holds a copy of `examples/`. What a reader does
by hand stands in a comment, which Markdown does not show, before the block or table that it belongs to:

    <!-- file: plan.criteria -->             the block is this file from here on
    <!-- append: plan.criteria -->           the block is written at the end of this file
    <!-- after: plan.criteria: words -->     the block is written below the line of the file that holds these words
    <!-- copy: examples/a/b.yaml to b.yaml --> a file is copied
    <!-- replace: plan.criteria: old => new --> a slip is made, or mended
    <!-- fill: facts.xlsx -->                the table's rows are typed into a workbook: sheet, row, column, value
    <!-- vocabulary: en -->                  the block stands before every block and spelling that is no whole plan
    <!-- language: da -->                    the block without a plan line is Danish
    <!-- error: kind -->                     checking the block finds this
    <!-- bad -->, <!-- good -->              a plan with a finding, and its mended twin (tests/analyse/test_findings_page.py)
    <!-- stands: a.criteria, b.criteria -->  the code in the table's columns stands in these files, column by column
    <!-- cluster -->                     the block needs a cluster, and is run by tests/spark/test_on_a_cluster.py
    <!-- exit: 2 -->                         the commands of the block end so; without it they end with 0
    <!-- spellings: conditions -->           the code in the columns English and Danish is a condition, says the same in both
                                             (also lists: their heads; levels: how they open; types:
                                             what follows a fact's colon; header: a line of the header;
                                             weights: a line of a goal; scores: the one that gives its score;
                                             totals: a line of its own)

`console` blocks are compared exactly, both streams together; a line `[…]` stands for any lines. UPDATE_GOLDEN=1 writes
the blocks of a page anew; read the difference, above all of blocks that leave lines out.
"""

import contextlib
import csv
import datetime
import io
import json
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

import dev
from criteria import cli, pipeline
from criteria.diagnostics import wording
from pages import ROOT, Page, Piece, check_prose, elided, fits, pieces, renewed, rows_of

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"
LANGUAGES = {"criteria", "yaml", "json", "csv", "console", "sh", "python", "text", ""}
HEADINGS = {"English": "en", "Danish": "da", "Engelsk": "en", "Dansk": "da"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_page_holds_what_it_says(path, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLUMNS", raising=False)
    page = Page(path, tmp_path)
    text = path.read_text(encoding="utf-8")
    for piece in pieces(text):
        work_through(page, piece)
    check_prose(page, text)
    if UPDATE and page.renewed:
        path.write_text(renewed(text, page.renewed), encoding="utf-8")
    if page.faults:
        pytest.fail("\n".join(page.faults), pytrace=False)


def work_through(page: Page, piece: Piece) -> None:
    for name, value in piece.marks:
        do_by_hand(page, piece, name, value)
    match piece.kind:
        case "criteria":
            check_plan(page, piece)
        case "console" | "sh":
            run_commands(page, piece)
        case "python":
            run_python(page, piece)
        case "table":
            if kind := piece.mark("spellings"):
                check_spellings(page, piece, kind)
            if files := piece.mark("stands"):
                check_lines(page, piece, files.split(", "))
        case "yaml" | "json" | "csv":
            read_data(page, piece)
        case _ if piece.kind not in LANGUAGES:
            page.fault(piece.line, f"a block of {piece.kind!r} is not tested; known are {', '.join(sorted(LANGUAGES))}")
        case _ if re.search(r"(?m)^\s*\$?\s*(criteria|python3?|pip) ", piece.text):
            page.fault(piece.line, "commands stand in a console block (with their output) or a sh block")


def do_by_hand(page: Page, piece: Piece, name: str, value: str) -> None:
    """What a comment tells about files."""
    match name:
        case "file":
            (page.folder / value).parent.mkdir(parents=True, exist_ok=True)
            (page.folder / value).write_text(piece.text, encoding="utf-8")
        case "append":
            with (page.folder / value).open("a", encoding="utf-8") as file:
                file.write("\n" + piece.text)
        case "after" | "replace":
            target, _, words = value.partition(": ")
            old, _, new = words.partition(" => ")
            lines = (page.folder / target).read_text(encoding="utf-8").splitlines(keepends=True)
            places = [i for i, line in enumerate(lines) if old in line]
            if len(places) != 1:
                page.fault(piece.line, f"{len(places)} lines of {target} hold {old!r}")
            for i in places[:1]:
                lines[i] = lines[i].replace(old, new) if name == "replace" else lines[i] + piece.text
            (page.folder / target).write_text("".join(lines), encoding="utf-8")
        case "copy":
            source, _, target = value.partition(" to ")
            shutil.copy(page.folder / source, page.folder / target)
        case "fill":
            fill_workbook(page.folder / value, piece)
        case "vocabulary":
            page.vocabulary[value] = piece.text
        case "language" | "cluster" | "error" | "exit" | "spellings" | "stands" | "bad" | "good":
            pass
        case _:
            page.fault(piece.line, f"no such comment: {name}")


def fill_workbook(path: Path, piece: Piece) -> None:
    """The rows of a table, each typed where its sheet, its row (a number, or what its first cell says) and its column meet."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    for name, row, column, value in rows_of(piece)[1:]:
        sheet = book[name]
        first = {str(cells[0].value): cells[0].row for cells in sheet.iter_rows(max_col=1)}
        header = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(int(row) if row.isdecimal() else first[row], header[column], typed(value))
    book.save(path)


def typed(value: str) -> object:
    """What a Danish Excel makes of typing it: a day, a number, or the text."""
    if re.fullmatch(r"\d\d-\d\d-\d{4}", value):
        return datetime.datetime.strptime(value, "%d-%m-%Y")
    return float(value.replace(".", "").replace(",", ".")) if re.fullmatch(r"[\d.]+(,\d+)?", value) else value


# ---- plans -----------------------------------------------------------------------------------------------------------


def check_plan(page: Page, piece: Piece) -> None:
    """A block parses and checks, a fragment below the page's vocabulary; or it has the error that it promises."""
    # What completes a file that stands already is judged with it.
    target = piece.mark("file") or next(
        (v.partition(": ")[0] for n, v in piece.marks if n in ("append", "after")), None
    )
    whole = (page.folder / target).read_text(encoding="utf-8") if target else piece.text
    checked = pipeline.check_text(completed(page, whole, piece.mark("language") or "en"), target or "plan.criteria")
    wanted = piece.mark("error")
    found = [diagnostic.kind for diagnostic in checked.diagnostics]
    if wanted and wanted not in found:
        page.fault(piece.line, f"checking finds {', '.join(found) or 'nothing'}, not {wanted}")
    if not wanted and checked.plan is None:
        page.fault(piece.line, rendered(checked))


def completed(page: Page, text: str, lang: str) -> str:
    """The text below the vocabulary, unless it is a plan by itself."""
    return text if re.search(r"(?m)^plan ", text) else page.vocabulary.get(lang, "") + "\n" + text


def rendered(checked: pipeline.Checked) -> str:
    from criteria.diagnostics import render

    return "\n".join(
        render(diagnostic, checked.sources, "en")
        for diagnostic in checked.diagnostics
        if diagnostic.severity.value == "error"
    )


FRAMES = {
    "conditions": {"en": "\ngoal 99\n  fulfilled when\n    - {}\n", "da": "\nmål 99\n  opfyldt når\n    - {}\n"},
    "lists": {
        "en": "\ngoal 99\n  fulfilled when\n    - {}\n      - approved\n      - report sent\n      - visitors above 10\n",
        "da": "\nmål 99\n  opfyldt når\n    - {}\n      - godkendt\n      - rapport sendt\n      - besøgende over 10\n",
    },
    "levels": {"en": "\ngoal 99\n  {} approved\n", "da": "\nmål 99\n  {} godkendt\n"},
    "types": {"en": "\nfacts\n  spelling: {}\n", "da": "\nfakta\n  stavemåde (spelling): {}\n"},
    "weights": {
        "en": "\ngoal 99\n  {}\n  fulfilled when approved\n",
        "da": "\nmål 99\n  {}\n  opfyldt når godkendt\n",
    },
    "scores": {"en": "\ngoal 99\n  {}\n", "da": "\nmål 99\n  {}\n"},
    "totals": {
        "en": '\nsection "A" total mean of goals\n  weight 100%\ngoal 99\n  weight 5 points\n  fulfilled when approved\n{}\n',
        "da": '\nafsnit "A" samlet: gennemsnit af mål\n  vægt 100 pct.\nmål 99\n  vægt 5 point\n  opfyldt når godkendt\n{}\n',
    },
    "header": {"en": 'plan "A"\n  {}\n', "da": 'plan "A"\n  {}\n'},
}


def check_spellings(page: Page, piece: Piece, kind: str) -> None:
    """Each code in a column of spellings is understood; those of one row mean the same."""
    header, *rows = rows_of(piece)
    for number, row in enumerate(rows):
        meanings = []
        for heading, cell in zip(header, row, strict=True):
            for code in re.findall(r"`([^`]+)`", cell) if heading in HEADINGS else ():
                lang = HEADINGS[heading]
                frame = FRAMES[kind][lang].format(code)
                text = frame if kind == "header" else page.vocabulary[lang] + frame
                checked = pipeline.check_text(text, "plan.criteria")
                if checked.plan is None:
                    page.fault(piece.line + number + 2, f"{code}\n{rendered(checked)}")
                    continue
                meanings.append((code, meaning(checked.plan, kind)))
        for code, other in meanings[1:]:
            if other != meanings[0][1]:
                page.fault(piece.line + number + 2, f"{code!r} does not mean the same as {meanings[0][0]!r}")


def meaning(plan: object, kind: str) -> object:
    match kind:
        case "conditions" | "lists" | "levels":
            # A condition and a date phrase keep the words they were written in.
            return re.sub(
                r"text=('[^']*'|\"[^\"]*\")",
                "",
                repr([(level.step.id, level.literal) for level in plan.goals[-1].levels]),
            )
        case "types":
            return plan.facts["spelling"].type
        case "weights":
            goal = plan.goals[-1]
            beside = [d.light for d in goal.duties], [m.unit for m in goal.measures]
            return goal.weight, goal.standing and (goal.standing.kind, goal.standing.since), beside
        case "scores":
            goal = plan.goals[-1]
            judged, line = goal.judged, goal.linear
            steps = [(step.id, step.low) for step in goal.scale.steps]
            return steps, goal.scale.points, judged and judged.in_percent, line and line.points
        case "totals":
            return re.sub(r"table='[^']*'|place=Place\([^)]*\)", "", repr(plan.total)), plan.counts
        case _:
            return plan.period, plan.record_closes


def check_lines(page: Page, piece: Piece, files: list[str]) -> None:
    """The code of each column stands in its file."""
    texts = [(page.folder / name).read_text(encoding="utf-8") for name in files]
    for number, row in enumerate(rows_of(piece)[1:]):
        for cell, text, name in zip(row, texts, files, strict=False):
            for code in re.findall(r"`([^`]+)`", cell):
                if code not in text:
                    page.fault(piece.line + number + 2, f"{name} has no {code!r}")


# ---- commands, programs, data ----------------------------------------------------------------------------------------


def run_commands(page: Page, piece: Piece) -> None:
    """Each command says what the block shows."""
    said = ""
    for line in piece.text.splitlines():
        command = line.removeprefix("$ ") if line.startswith("$ ") else line if piece.kind == "sh" else None
        if not command:
            continue
        said += f"$ {command}\n" + run_command(page, piece, shlex.split(command, comments=True))
    if piece.kind == "console" and not fits(said, piece.text):
        page.renewed[piece.line] = elided(said, piece.text)
        if not UPDATE:
            page.fault(piece.line, f"shown:\n{piece.text}said:\n{said}")


def run_command(page: Page, piece: Piece, words: list[str]) -> str:
    match words:
        case ["criteria", *rest]:
            stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
            with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
                code = cli.main(rest)
                stream.flush()
            if code != int(piece.mark("exit") or 0):
                page.fault(piece.line, f"{shlex.join(words)} ends with {code}")
            return stream.buffer.getvalue().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        case ["python3" | "py" | "python", "dev.py", task, *_]:
            if task not in dev.TASKS:
                page.fault(piece.line, f"dev.py has no task {task}")
        case ["python3" | "py" | "python", "-m", "criteria" | "pip", *_] | ["git" | "cd" | "pip" | "make", *_]:
            pass
        case _:
            page.fault(piece.line, f"no way to test {shlex.join(words)}")
    return ""


def run_python(page: Page, piece: Piece) -> None:
    """Runs in the page's folder; the blocks of a page share their names. What needs a cluster runs where there is one."""
    if piece.mark("cluster") is not None and "session" not in page.namespace:
        return
    try:
        exec(compile("\n" * piece.line + piece.text, str(page.path), "exec"), page.namespace)
    except Exception as error:
        page.fault(piece.line, f"{type(error).__name__}: {error}")


def read_data(page: Page, piece: Piece) -> None:
    """What is no file of the page is at least well formed."""
    try:
        match piece.kind:
            case "yaml":
                yaml.safe_load(piece.text)
            case "json":
                json.loads(piece.text)
            case "csv":
                widths = {len(row) for row in csv.reader(io.StringIO(piece.text), delimiter=";")}
                assert len(widths) == 1, f"rows of {sorted(widths)} cells"
    except Exception as error:
        page.fault(piece.line, f"{piece.kind}: {error}")


def test_kinds_of_messages_exist():
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    named = [
        kind
        for line in text.splitlines()
        if line.startswith("**")
        for kind in re.findall(r"`([a-z-]+)`", line.partition("**:")[0])
    ]
    assert named and [kind for kind in named if kind not in wording()] == []
