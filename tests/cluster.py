"""A cluster on this machine: two worker processes of one core each, reached over the loopback device alone.

In: Java 17 and pyspark. Out: a session, the processes of its executors. Holds: all that it writes lies in
a folder of its own; where Java is missing it says so, and how to leave these tests out.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import criteria

LEFT_OUT = "CRITERIA_WITHOUT_SPARK"
NEEDS_JAVA = (
    "the tests on a cluster need Java 17 or newer, which was not found on this machine; install it (Debian: "
    f"openjdk-17-jre-headless), or set {LEFT_OUT}=1 to leave these tests out on purpose"
)
NEEDS_PYSPARK = (
    f"the tests on a cluster need the package pyspark, which is not installed; run `python3 dev.py setup`, or set {LEFT_OUT}=1 to leave"
    " these tests out on purpose"
)
WAIT = 120  # seconds for what comes within a few on an idle machine; then the run is broken, not slow


def left_out() -> bool:
    """Whether somebody chose to do without."""
    return os.environ.get(LEFT_OUT, "") not in ("", "0")


def java_version() -> int:
    """The number of the Java that Spark would start; 0 where there is none."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    if not java:
        return 0
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


@contextmanager
def started(folder: Path) -> Iterator[object]:
    """A session of `local-cluster`: each worker starts an executor, a process of its own, with Python processes below it."""
    if java_version() < 17:
        pytest.fail(NEEDS_JAVA, pytrace=False)
    try:
        import pyspark
        from pyspark.sql import SparkSession
    except ImportError:
        pytest.fail(NEEDS_PYSPARK, pytrace=False)

    environment = {
        "SPARK_HOME": str(Path(pyspark.__file__).parent),  # else executors of the pip package do not find their jars
        "SPARK_WORKER_DIR": str(folder / "work"),  # else they write into the package
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    before = {name: os.environ.get(name) for name in environment}
    os.environ |= environment
    small = f"-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dderby.system.home={folder}"  # quick to start, for short jobs
    settings = {
        "spark.ui.enabled": "false",
        "spark.log.level": "OFF",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": small,
        "spark.executor.extraJavaOptions": small,
        "spark.executorEnv.PYTHONPATH": str(Path(criteria.__file__).parents[1]),
        "spark.local.dir": str(folder / "local"),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("criteria tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def executors(session: object) -> list[int]:
    """The processes of this session's executors, and of no other: they know the port of their driver."""
    driver = f"@127.0.0.1:{session.conf.get('spark.driver.port')} "
    done = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True)
    found = [line for line in done.stdout.splitlines() if "CoarseGrainedExecutorBackend" in line and driver in line]
    return [int(line.split()[0]) for line in found]


def waited(until: object, what: str) -> None:
    """Until something holds."""
    end = time.monotonic() + WAIT
    while not until():
        assert time.monotonic() < end, f"waited {WAIT} s for {what}"
        time.sleep(0.05)


def with_one_killed(session: object, job: object, gate: Path) -> tuple[object, int]:
    """What a job comes to when an executor is killed while it runs, and which one was; a task of the job waits for ``gate``.

    Tasks are done by then, and what they left on the lost worker has to be made anew."""
    found: list[object] = []
    running = threading.Thread(target=lambda: found.append(job()), daemon=True)
    running.start()
    tracker = session.sparkContext.statusTracker()

    def in_the_middle() -> bool:
        assert running.is_alive(), "the job was over before an executor was killed"
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return any(stage and stage.numCompletedTasks >= 4 and stage.numActiveTasks for stage in stages)

    waited(in_the_middle, "the middle of the job")
    waited(lambda: len(executors(session)) == 2, "both executors")
    killed = executors(session)[0]
    os.kill(killed, signal.SIGKILL)
    waited(lambda: killed not in executors(session), "the end of the killed executor")
    gate.write_text("go on", encoding="utf-8")
    running.join(WAIT)
    assert found, "the job did not come to an end"
    return found[0], killed
