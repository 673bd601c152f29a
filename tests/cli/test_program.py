"""What only a process shows: encodings, closed pipes, interruption, faults of ours, the cost of a start."""

import os
import signal
import subprocess
import sys
import time

import pytest

import criteria as criteria_package


def test_utf8_whatever_the_locale(program):
    said = program("date", "første søndag", "--lang", "da", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.returncode == 2
    assert "første søndag".encode() in said.stderr


def test_a_reader_that_goes_away_is_no_fault():
    with subprocess.Popen(
        [sys.executable, "-m", "criteria", "date", "medio maj 2020"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_said():
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "criteria", "date", "medio maj 2020"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 74
    assert b"cannot be written" in run.stderr
    assert b"Traceback" not in run.stderr


def heeds_interruption():
    """What a shell starts in the background does not, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interrupted():
    with subprocess.Popen(
        [sys.executable, "-m", "criteria", "check", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeds_interruption,
    ) as run:
        time.sleep(0.6)
        run.send_signal(signal.SIGINT)
        assert run.wait(60) == 130
        assert b"Traceback" not in run.stderr.read()


def test_a_fault_of_ours_is_one_line(criteria, monkeypatch):
    def broken(*_):
        raise RuntimeError("a bolt\ncame loose")

    monkeypatch.delenv("CRITERIA_DEBUG", raising=False)
    monkeypatch.setattr("criteria.commands.date.date_meanings", broken)
    said = criteria("date", "maj 2020")
    assert (said.code, said.out, said.err.count("\n")) == (70, "", 1)
    assert "RuntimeError: a bolt" in said.err
    monkeypatch.setenv("CRITERIA_DEBUG", "1")
    assert "Traceback" in criteria("date", "maj 2020").err


def imported(*words):
    code = f"import sys\nfrom criteria.cli import main\nmain({list(words)!r})\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["evaluate", "--help"], ["--version"]])
def test_help_imports_nothing_of_the_engine(words):
    assert not imported(*words) & {"attr", "attrs", "lark", "json", "criteria.diagnostics", "criteria.pipeline"}


def test_import_criteria_imports_nothing_of_the_engine():
    code = "import sys, criteria\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & {"attr", "attrs", "lark", "json", "criteria.diagnostics", "criteria.pipeline"}


def ended(*lines):
    """What a process says that runs a command after these lines."""
    code = "\n".join(
        ("import sys", "from criteria.cli import start", "sys.argv[1:] = ['--version']", *lines, "start()")
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout


def test_a_process_ends_without_taking_everything_down():
    quiet = "class Held:\n  def __del__(self): print('taken down')\nheld = Held()"
    assert ended(quiet).splitlines() == [f"criteria {criteria_package.__version__}"]


@pytest.mark.parametrize(
    "line",
    [
        "import atexit; atexit.register(print, 'the end')",
        "import threading; threading.Timer(0.2, print, ['the end']).start()",
        "sys.stdout.write('the end\\n')",
    ],
)
def test_what_is_still_to_be_done_at_the_end_is_done(line):
    assert "the end\n" in ended(line)
