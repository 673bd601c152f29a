"""The only room that knows PySpark: a session of the caller's, its DataFrames, and views under generated names.

In: a session, DataFrames. Out: rows of small queries, DataFrames of large ones. Holds: no query has a user's word in its text, for
headings and texts go through columns and values; every view that is made is dropped again; a session whose settings would change what
a query means is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from typing import Any

from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.frozen import frozen

Rows = list[tuple[Any, ...]]
SETTINGS = {  # what a query would mean something else without
    "spark.sql.ansi.enabled": "true",  # else a number that is too large becomes NULL
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",  # else digits of a product are dropped
}
OLDEST = 4
_NUMBERS = count()


def _library() -> Any:
    try:
        return import_module("pyspark.sql")
    except ImportError:
        raise CriteriaError([Diagnostic("spark-missing")]) from None


@frozen
class Output:
    """A column that is handed back: an expression, with ``words`` the word at that place; ``before`` it an expression that may be NULL."""

    name: str
    text: str
    words: tuple[str, ...] = ()
    before: str = ""


class Cluster:
    """One session for one query. Use ``opened``, which drops what is left behind."""

    def __init__(self, session: Any) -> None:
        self._sql, self._session = _library(), session
        self._functions = import_module("pyspark.sql.functions")
        self._prefix = f"criteria_{next(_NUMBERS)}"
        self._views: list[str] = []
        faults = self._faults()
        if faults:
            raise CriteriaError(faults)

    def _faults(self) -> list[Diagnostic]:
        """Why this is no session that gives exact answers."""
        if not isinstance(self._session, self._sql.SparkSession):
            kind = type(self._session)
            return [Diagnostic("spark-session", None, {"found": f"{kind.__module__}.{kind.__qualname__}"})]
        version = str(self._session.version)
        if int(version.partition(".")[0]) < OLDEST:
            return [Diagnostic("spark-too-old", None, {"found": version, "expected": str(OLDEST)})]
        found = {name: str(self._session.conf.get(name)).casefold() for name in SETTINGS}
        return [
            Diagnostic("spark-setting", None, {"name": name, "found": found[name], "expected": value})
            for name, value in SETTINGS.items()
            if found[name] != value
        ]

    def is_frame(self, frame: object) -> bool:
        """Whether it is a DataFrame."""
        return isinstance(frame, self._sql.DataFrame)

    def shape(self, frame: Any) -> list[tuple[str, str]]:
        """The headings of a DataFrame with their types, as Spark writes them."""
        return [(one.name, one.dataType.simpleString()) for one in frame.schema.fields]

    def show(self, frame: Any, name: str = "frame") -> str:
        """A DataFrame as a view; its name."""
        view = f"{self._prefix}_{name}_{len(self._views)}"
        frame.createTempView(view)
        self._views.append(view)
        return view

    def show_columns(self, frame: Any, names: Mapping[int, str]) -> str:
        """Some columns of a DataFrame, by place, under other names, as a view."""
        headings = self._unlike(frame)
        return self.show(headings.select(*(self._functions.col(f"h{at}").alias(name) for at, name in names.items())))

    def _unlike(self, frame: Any) -> Any:
        """Headings may be alike but for their case, or hold dots; places are never alike."""
        return frame.toDF(*(f"h{place}" for place in range(len(frame.columns))))

    def show_rows(self, rows: Sequence[tuple[object, ...]], schema: str) -> str:
        """A small table of ours as a view."""
        return self.show(self._session.createDataFrame(list(rows), schema))

    def show_few(self, text: str, most: int) -> tuple[str, int | None]:
        """A query as a view; where it has few rows, they are fetched, so that it is not run again. How many, or None: more."""
        frame = self.query(f"{text} LIMIT {most + 1}")
        rows = frame.collect()
        if len(rows) > most:
            return self.show(self.query(text)), None
        return self.show(self._session.createDataFrame(rows, frame.schema)), len(rows)

    def query(self, text: str) -> Any:
        """A DataFrame; what its views were is kept in it."""
        return self._session.sql(text)

    def rows(self, text: str) -> Rows:
        """All rows; for what is known to be small."""
        return [tuple(row) for row in self.query(text).collect()]

    def asked_of_python(self, frame: Any, function: Callable[..., object], given: Sequence[str], schema: str) -> Any:
        """A DataFrame with a further column ``answer``: what the function says to these columns, on the workers."""
        answering = self._functions.udf(function, schema, useArrow=False)  # no further library on the workers
        return frame.withColumn("answer", answering(*(self._functions.col(name) for name in given)))

    def select(self, frame: Any, columns: Sequence[Output]) -> Any:
        """Expressions of ours under names of a user's."""
        return frame.select(*(self._output(column).alias(column.name) for column in columns))

    def _output(self, column: Output) -> Any:
        found = self._functions.expr(column.text) if column.text else self._functions.lit(None)
        if column.words:
            found = self._functions.array(*(self._functions.lit(word) for word in column.words))[found]
        return self._functions.coalesce(self._functions.expr(column.before), found) if column.before else found

    def close(self) -> None:
        """The views are gone; DataFrames made of them stay."""
        for view in self._views:
            self._session.catalog.dropTempView(view)
        self._views.clear()


@contextmanager
def opened(session: object) -> Iterator[Cluster]:
    """A session, and nothing left behind in it."""
    cluster = Cluster(session)
    try:
        yield cluster
    finally:
        cluster.close()


# ---- files ---------------------------------------------------------------------------------------------------------------

MARK = "_SUCCESS"  # what Spark's committer writes when every task's files are in their place


def stands(session: Any, path: str) -> bool:
    """Whether there is such a file or folder, on whatever file system the path names."""
    machine = session.sparkContext._jvm
    where = machine.org.apache.hadoop.fs.Path(path)
    return bool(where.getFileSystem(session.sparkContext._jsc.hadoopConfiguration()).exists(where))


def marked(session: Any, path: str) -> bool:
    """Whether the run that wrote there came to an end."""
    return stands(session, f"{path.rstrip('/')}/{MARK}")


def written(frame: Any, path: str) -> None:
    """As Parquet, with the mark."""
    sure = {"mapreduce.fileoutputcommitter.marksuccessfuljobs": "true"}
    frame.write.options(**sure).mode("errorifexists").parquet(path)
