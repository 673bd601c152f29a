"""Sentences about years, groups and what is looked up: part of those of ``check``, and ``FACTS`` of those of ``facts``."""

WORDS: dict[str, tuple[str, str]] = {
    "group-column": (
        "year, or a column with declared choices or in a table of the plan",
        "år eller en kolonne med erklærede valgmuligheder eller i en tabel i planen",
    ),
    "group-or-year": ("one of its groups, or a year", "en af dens grupper eller et år"),
    "its": (
        "a column of the row, a fact given per group, or a column of a table of the plan",
        "en kolonne i rækken, et faktum pr. gruppe eller en kolonne i en tabel i planen",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "series-in-record": (
        "{found} stands in {record}, whose rows say for what it is; a fact of its own has a value per group or year",
        "{found} står i {record}, hvis rækker siger, hvad den gælder; et faktum for sig har en værdi pr. gruppe eller år",
    ),
    "series-indexes": (
        "{name} has a value per group, per year, or per group and year; more than that a table holds",
        "{name} har en værdi pr. gruppe, pr. år eller pr. gruppe og år; mere end det holder en tabel",
    ),
    "series-year-expected": (
        "{name} has a value for each year, and nothing here says which; expected one such as {suggested}",
        "{name} har en værdi for hvert år, og intet her siger hvilket; ventede et som {suggested}",
    ),
    "series-group-expected": (
        "{name} has a value for each {column}, and nothing here says which; expected one such as {suggested}, or a test of every {column}",
        "{name} har en værdi for hver {column}, og intet her siger hvilken; ventede en som {suggested} eller en test af hver {column}",
    ),
    "not-a-series": (
        "{name} has one value and none for a year; a fact declared per year has one for each",
        "{name} har én værdi og ingen for et år; et faktum erklæret pr. år har en for hvert",
    ),
    "year-expected": (
        "found {found}, expected a year of four digits, or from one year to another",
        "fandt {found}, ventede et år med fire cifre eller fra et år til et andet",
    ),
    "one-year-expected": (
        "found {found}; a value belongs to one year, and over several only a sum or a mean is taken",
        "fandt {found}; en værdi hører til ét år, og over flere tages kun en sum eller et gennemsnit",
    ),
    "years-backwards": (
        "found {found}, expected the earlier year first, and no more than 100 years",
        "fandt {found}, ventede det tidligste år først og højst 100 år",
    ),
    "years-expected": (
        "found the years {found} of the plan's period, expected at least two; say them: each year from … to …",
        "fandt årene {found} i planens periode, ventede mindst to; skriv dem: hvert år fra … til …",
    ),
    "year-without-effect": (
        "every year says the same in {found}; nothing in it has a value for each year",
        "hvert år siger det samme i {found}; intet i det har en værdi for hvert år",
    ),
    "points-of-amounts": (
        "{left} grows by percent or by its own unit; {right} are the difference of two percentages",
        "{left_da} vokser med procent eller med sin egen enhed; {right_da} er forskellen på to procenttal",
    ),
    "margin-unit": (
        "{left} differs from another by its own unit or by percent, and not by {right}",
        "{left_da} afviger fra en anden med sin egen enhed eller med procent og ikke med {right_da}",
    ),
    "its-of-nothing": (
        "found {found}, and no row, group or year here that it belongs to",
        "fandt {found}, og ingen række, gruppe eller år her, som det hører til",
    ),
    "its-ambiguous": (
        "found {found}, which several tables of the plan have: {tables}",
        "fandt {found}, som flere tabeller i planen har: {tables}",
    ),
    "its-twice": ("the table {table} has two rows for {found}", "tabellen {table} har to rækker for {found}"),
    "its-no-row": ("the table {table} has no row for {found}", "tabellen {table} har ingen række for {found}"),
    "its-incomplete": (
        "the table {table} has no row for {found}; what belongs to it cannot be looked up",
        "tabellen {table} har ingen række for {found}; hvad der hører til, kan ikke slås op",
    ),
}

FACTS: dict[str, tuple[str, str]] = {
    "no-such-group": (
        "{fact}: found {found}, expected one of: {options}",
        "{fact}: fandt {found}, ventede en af: {options}",
    ),
    "series-value-for-what": (
        "{fact} has a value for each {indexes}; found one that does not say for which",
        "{fact} har en værdi for hver {indexes}; fandt en, der ikke siger for hvilken",
    ),
}
