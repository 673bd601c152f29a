"""Sentences of the dates layer: what was found, what was expected."""

SENTENCES: dict[str, tuple[str, str]] = {
    "not-a-date-phrase": (
        "found {found!r}, expected a date phrase such as 1 October 2020, medio november 2020 or end of 2020",
        "fandt {found!r}, ventede et datoudtryk som 1. oktober 2020, medio november 2020 eller udgangen af 2020",
    ),
    "not-a-date-word": (
        "found {found!r}, which is no word of a date phrase, expected one such as 1 October 2020 or medio oktober 2020",
        "fandt {found!r}, som ikke hører til i et datoudtryk; ventede fx 1. oktober 2020 eller medio november 2020",
    ),
    "unexpected-in-date": (
        "found {found!r} where the date phrase cannot go on; expected the phrase to end there or to go on as a date",
        "fandt {found!r}, hvor datoudtrykket ikke kan fortsætte; ventede at det sluttede eller fortsatte som en dato",
    ),
    "test-not-period": (
        "found the date test {found!r}, expected a day, a period or the end of one",
        "fandt datokravet {found!r}, ventede en dag, en periode eller udgangen af en",
    ),
    "period-not-test": (
        "found the period {found!r}, expected a word before it that makes it a test: by, inden, after, from, in",
        "fandt perioden {found!r}, ventede et ord foran, som gør den til et krav: senest, før, inden, efter, fra, i",
    ),
    "no-such-day": (
        "found {found}, expected a day that exists: the month has {last} days",
        "fandt {found}, ventede en dag, der findes: måneden har {last} dage",
    ),
    "no-such-month": (
        "found month {found}, expected a month from 1 to {last}",
        "fandt måned {found}, ventede en måned fra 1 til {last}",
    ),
    "no-such-quarter": (
        "found quarter {found}, expected a quarter from 1 to {last}",
        "fandt {found}. kvartal, ventede et kvartal fra 1 til {last}",
    ),
    "no-such-half-year": (
        "found half-year {found}, expected 1 or {last}",
        "fandt {found}. halvår, ventede 1 eller {last}",
    ),
    "no-such-tertial": (
        "found tertial {found}, expected a tertial from 1 to {last}",
        "fandt {found}. tertial, ventede et tertial fra 1 til {last}",
    ),
    "no-such-week": (
        "found week {found} of {year}, expected a week from 1 to {last} (ISO 8601)",
        "fandt uge {found} i {year}, ventede en uge fra 1 til {last} (ISO 8601)",
    ),
    "no-such-weekday": (
        "found number {found} of a day that the period {first} to {last} does not have so many of",
        "fandt nummer {found} af en dag, som perioden {first} til {last} ikke har så mange af",
    ),
    "no-such-named-day": (
        "found {found!r}, expected a named day such as påskedag or 2. påskedag",
        "fandt {found!r}, ventede en dag med navn som påskedag eller 2. påskedag",
    ),
    "no-part-of": (
        "found {part} of a {found}, expected it of a month, quarter, half-year, year or school year",
        "fandt {part} i {phrase!r}, ventede det om en måned, et kvartal, et halvår, et år eller et skoleår",
    ),
    "anchor-not-a-day": (
        "found a period of several days ({first} to {last}) to count from, expected a day or the end of a period",
        "fandt en periode på flere dage ({first} til {last}) at tælle fra, ventede en dag eller udgangen af en periode",
    ),
    "range-reversed": (
        "found a period that would begin on {first} and end on {last}, expected the end after the beginning",
        "fandt en periode, der ville begynde {first} og slutte {last}, ventede slutningen efter begyndelsen",
    ),
    "year-missing": (
        "found {phrase!r} without a year, expected the year in the phrase or a plan that says its year",
        "fandt {phrase!r} uden årstal, ventede årstallet i udtrykket eller en plan, der angiver sit år",
    ),
    "year-ambiguous": (
        "found {phrase!r} without a year, expected one fit in the period {first} to {last}; it fits: {candidates}",
        "fandt {phrase!r} uden årstal, ventede at det passede ét sted i {first} til {last}; det passer: {candidates}",
    ),
    "year-outside": (
        "found {phrase!r} without a year, expected a date in the plan's period {first} to {last}",
        "fandt {phrase!r} uden årstal, ventede en dato i planens periode {first} til {last}",
    ),
    "year-out-of-range": (
        "found {found}, expected a date in the years 0001 to 9999",
        "fandt {found}, ventede en dato i årene 0001 til 9999",
    ),
    "fiscal-start-missing": (
        "found the split year {found}, expected calendar years or the days: nothing says when that year begins",
        "fandt det delte år {found}, ventede kalenderår eller selve dagene: intet siger, hvornår det år begynder",
    ),
    "split-year-mismatch": (
        "found a year that begins in {first} and ends in {found}, expected it to end in {next}",
        "fandt et år, der begynder i {first} og slutter i {found}, ventede at det sluttede i {next}",
    ),
    "split-season": (
        "found the years {found}, expected one year: only a winter belongs to two",
        "fandt årene {found}, ventede ét år: kun en vinter hører til to",
    ),
    "ambiguous-season": (
        "found a winter that may be that of {first} or that of {second}, expected both its years",
        "fandt en vinter, der kan være {first} eller {second}, ventede begge dens årstal",
    ),
    "ambiguous-date": (
        "found {found}, where day and year look alike, expected the year in four digits",
        "fandt {found}, hvor dag og år ligner hinanden, ventede årstallet med fire cifre",
    ),
    "century-inferred": (
        "the year {found} is read as {year}",
        "årstallet {found} er læst som {year}",
    ),
    "weekday-contradicts": (
        "{day} is a {right_en}, not a {found_en}; the date decides",
        "{day} er en {right_da}, ikke en {found_da}; datoen gælder",
    ),
}
