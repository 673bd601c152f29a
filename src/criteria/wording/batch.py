"""Sentences of batches: sources of columns, and what is written of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "duckdb-missing": (
        "evaluating many fact sets needs one more package: pip install 'criteria[batch]'",
        "der skal en pakke mere til at evaluere mange sæt oplysninger: pip install 'criteria[batch]'",
    ),
    "pyarrow-missing": (
        "Arrow tables need one more package: pip install pyarrow; Parquet needs none",
        "Arrow-tabeller kræver en pakke mere: pip install pyarrow; Parquet kræver ingen",
    ),
    "batch-memory": (
        "the memory allowed is not enough ({reason}); allow more with --memory",
        "den tilladte hukommelse rækker ikke ({reason}); tillad mere med --memory",
    ),
    "batch-engine": ("the tables cannot be computed: {reason}", "tabellerne kan ikke beregnes: {reason}"),
    "batch-scheme": (
        "found the scheme '{found}', expected a file or folder ({expected}); nothing is fetched from a network",
        "fandt skemaet '{found}', ventede en fil eller mappe ({expected}); intet hentes fra et netværk",
    ),
    "batch-not-read": (
        "a file of the kind '{found}' is not read by batch, which reads {expected}",
        "en fil af typen '{found}' læses ikke af batch, som læser {expected}",
    ),
    "batch-no-tables": ("the source holds no table", "kilden rummer ingen tabel"),
    "batch-nothing": (
        "no table of the source is about this plan; expected single facts in a table called facts, and a table for each record",
        "ingen tabel i kilden handler om denne plan; ventede enkelte fakta i en tabel ved navn fakta, og en tabel for hver liste",
    ),
    "batch-table-twice": (
        "two tables hold what '{found}' holds",
        "to tabeller rummer det, som '{found}' rummer",
    ),
    "batch-unused-table": (
        "the plan has no log or table '{found}', and single facts stand elsewhere; it is not used",
        "planen har ingen log eller tabel '{found}', og de enkelte fakta står et andet sted; den bruges ikke",
    ),
    "batch-decisions": (
        "judgements and overrides are not read by batch; evaluate reads them, one set of facts at a time",
        "vurderinger og tilsidesættelser læses ikke af batch; evaluate læser dem, ét sæt oplysninger ad gangen",
    ),
    "batch-frame": (
        "found a {found}, expected a table of Polars, pandas, Arrow or DuckDB",
        "fandt en {found}, ventede en tabel fra Polars, pandas, Arrow eller DuckDB",
    ),
    "batch-empty": (
        "the file is empty, expected a line of headings",
        "filen er tom, ventede en linje med overskrifter",
    ),
    "batch-row-too-long": (
        "the row has {found} cells, expected {expected}",
        "rækken har {found} celler, ventede {expected}",
    ),
    "batch-bad-line": (
        "the line is no row of the table",
        "linjen er ikke en række i tabellen",
    ),
    "batch-more-faults": ("and {count} more", "og {count} mere"),
    "batch-no-key": (
        "no column names the subject of a row; found {found}, expected one called {expected}, or name it with --key",
        "ingen kolonne siger, hvem en række handler om; fandt {found}, ventede en ved navn {expected}; eller angiv den med --key",
    ),
    "batch-key-absent": (
        "there is no column '{found}' to tell whom a row is about",
        "der er ingen kolonne '{found}', som siger, hvem en række handler om",
    ),
    "batch-key-type": (
        "a key is a text, a whole number, a decimal number or a day, found {found}",
        "en nøgle er en tekst, et helt tal, et decimaltal eller en dag, fandt {found}",
    ),
    "batch-key-blank": ("rows without a key: {count}", "rækker uden nøgle: {count}"),
    "batch-key-twice": (
        "keys that stand more than once in {key}: {count} ({keys}); a subject has one row",
        "nøgler, der står mere end én gang i {key}: {count} ({keys}); et emne har én række",
    ),
    "batch-stranger": (
        "keys that no subject has: {count} ({keys}); their rows are not used",
        "nøgler, som intet emne har: {count} ({keys}); deres rækker bruges ikke",
    ),
    "batch-record-heading": (
        "{record} has rows, which stand in a table of their own called so",
        "{record} har rækker, som står i deres egen tabel af det navn",
    ),
    "batch-heading-twice": (
        "two columns mean {fact}",
        "to kolonner betyder {fact}",
    ),
    "batch-float": (
        "found {found} in a column of floating numbers, which are not exact; store the column as DECIMAL, as whole numbers or as text",
        "fandt {found} i en kolonne af kommatal (FLOAT), som ikke er nøjagtige; gem kolonnen som DECIMAL, som heltal eller som tekst",
    ),
    "batch-type": (
        "{fact}: found a column of the type {found}; store it as text, or as a date, a number or yes/no as the plan says",
        "{fact}: fandt en kolonne af typen {found}; gem den som tekst eller som den dato, det tal eller det ja/nej, planen siger",
    ),
    "batch-needs": (
        "criteria batch needs {option}",
        "criteria batch mangler {option}",
    ),
    "bad-memory": (
        "--memory {found}: expected an amount of memory, such as 2GB or 500MB",
        "--memory {found}: ventede en mængde hukommelse, som 2GB eller 500MB",
    ),
    "batch-unknown-key": (
        "--why {found}: no subject has this key",
        "--why {found}: intet emne har denne nøgle",
    ),
    "batch-form": (
        "the name of the output says its form; expected one of {expected}",
        "resultatets navn siger dets form; ventede en af {expected}",
    ),
    "batch-left": (
        "goal {goal} uses what no query computes ({construct}): every subject is evaluated one by one",
        "mål {goal} bruger noget, som ingen forespørgsel beregner ({construct}): hvert emne evalueres for sig",
    ),
    "batch-resting": (
        "columns cannot tell the levels of {count} of {all} subjects; they were evaluated one by one",
        "kolonner kan ikke afgøre niveauerne for {count} af {all} emner; de blev evalueret for sig",
    ),
    "batch-unnamed": (
        "{record}: a row has no name in {column}, or two have the same ({key})",
        "{record}: en række har intet navn i {column}, eller to har det samme ({key})",
    ),
    "batch-moment": (
        "found {found}, which is not midnight, where a day goes; store the column as DATE",
        "fandt {found}, som ikke er midnat, hvor der skal stå en dag; gem kolonnen som DATE",
    ),
    "batch-no-day": (
        "found {found}, expected a day in the years 0001 to 9999",
        "fandt {found}, ventede en dag i årene 0001 til 9999",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "batch_of": ("{plan}: {count} subjects", "{plan}: {count} emner"),
    "batch_secured": ("Secured", "Sikret"),
    "batch_open": ("Open", "Åbne"),
    "batch_depends": ("Depend on a reading", "Afhænger af en læsning"),
    "batch_one_by_one": ("Evaluated one by one: {count}.", "Evalueret for sig: {count}."),
    "batch_busy": ("{seconds} s", "{seconds} s"),
    "batch_step": ("{seconds} s, {share} % of this step", "{seconds} s, {share} % af dette trin"),
    "batch_to": ("Written to {file}.", "Skrevet til {file}."),
    "batch_why": ("Subject {subject}", "Emne {subject}"),
}
