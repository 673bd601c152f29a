"""Sentences about running a plan on a cluster: what a session or a DataFrame has that would make a verdict inexact."""

SENTENCES: dict[str, tuple[str, str]] = {
    "spark-missing": (
        "PySpark is not installed, and a plan on a cluster needs it; expected: pip install 'criteria[spark]'",
        "PySpark er ikke installeret, og en plan på en klynge kræver det; ventede: pip install 'criteria[spark]'",
    ),
    "spark-session": (
        "found a session of kind {found}, expected a SparkSession of PySpark with its own driver (no Spark Connect)",
        "fandt en session af slagsen {found}, ventede en SparkSession fra PySpark med egen driver (ikke Spark Connect)",
    ),
    "spark-too-old": (
        "found Spark {found}, expected Spark {expected} or newer",
        "fandt Spark {found}, ventede Spark {expected} eller nyere",
    ),
    "spark-setting": (
        "the session's setting {name} is {found}, expected {expected}; otherwise numbers would be rounded or lost",
        "sessionens indstilling {name} er {found}, ventede {expected}; ellers ville tal blive afrundet eller gå tabt",
    ),
    "spark-no-frame": (
        "found a value of kind {found}, expected a DataFrame of the session",
        "fandt en værdi af slagsen {found}, ventede en DataFrame fra sessionen",
    ),
    "spark-type": (
        "{fact}: the column has the type {found}, expected one of {expected}; convert it before",
        "{fact}: kolonnen har typen {found}, ventede en af {expected}; konvertér den inden",
    ),
    "spark-key-type": (
        "the key has the type {found}, expected one of {expected}",
        "nøglen har typen {found}, ventede en af {expected}",
    ),
    "spark-key-types": (
        "the key has the type {found} here and {expected} among the facts; expected the same type",
        "nøglen har typen {found} her og {expected} blandt fakta; ventede samme type",
    ),
    "spark-days": (
        "{fact}: found days outside {expected}",
        "{fact}: fandt dage uden for {expected}",
    ),
    "spark-digits": (
        "{fact}: found numbers of too many digits, expected at most 38, those after the point counted twice",
        "{fact}: fandt tal med for mange cifre, ventede højst 38, hvor dem efter kommaet tæller dobbelt",
    ),
    "spark-texts": (
        "found more than {limit} different texts among the columns that the plan looks at, expected at most so many",
        "fandt mere end {limit} forskellige tekster i de kolonner, planen ser på, ventede højst så mange",
    ),
    "spark-output-there": (
        "the folder exists already, expected a name that is free; nothing was written",
        "mappen findes allerede, ventede et navn, der er ledigt; intet blev skrevet",
    ),
    "spark-unfinished": (
        "found no mark that the run came to an end ({expected}), so the folder may hold a part of the verdicts; expected a finished run",
        "fandt intet mærke om, at kørslen blev færdig ({expected}), så mappen rummer måske kun en del af dommene; ventede en færdig kørsel",
    ),
}
