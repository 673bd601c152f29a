"""What faults of goals for each subject and period say."""

SENTENCES: dict[str, tuple[str, str]] = {
    "subjects-unclear": (
        "found {found}, which several tables list; say of one of them: table …, each a {found}",
        "fandt {found}, som flere tabeller har; skriv ved den ene: tabel …, hver en {found}",
    ),
    "subjects-of-log": (
        "found {found}, the rows of the log {record}, expected the rows of a table: a log may grow, but whom a goal is asked of is fixed",
        "fandt {found}, rækkerne i loggen {record}, ventede rækkerne i en tabel: en log kan vokse, men hvem målet stilles til, ligger fast",
    ),
    "no-naming-column": (
        "the table {name} has no column with texts that names each {one}",
        "tabellen {name} har ingen kolonne med tekster, som navngiver hver {one}",
    ),
    "asked-of-nobody": (
        "found {found}, but goal {name} is asked of nobody one by one",
        "fandt {found}, men mål {name} stilles ikke til nogen hver for sig",
    ),
    "subject-twice": ("{name} stands twice in {record}", "{name} står to gange i {record}"),
    "subject-unnamed": (
        "a row of {record} has no {column}, expected one",
        "en række i {record} har ingen {column}, ventede en",
    ),
    "periods-without-plan": (
        "the plan has no year or period in which the goal could be asked time after time",
        "planen har intet år og ingen periode, som målet kan stilles i gang på gang",
    ),
    "periods-after-plan": (
        "found a start on {start}, after the plan's last day {last}",
        "fandt en start {start}, efter planens sidste dag {last}",
    ),
    "too-many-periods": (
        "found {found} periods, expected at most {limit}",
        "fandt {found} perioder, ventede højst {limit}",
    ),
}
