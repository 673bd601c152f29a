"""Sentences of the facts layer: what was found, what was expected. A fault of a date phrase says the fact before it."""

from criteria.wording import dates, facts_files, series

_VALUES: dict[str, tuple[str, str]] = {
    "not-a-number": (
        "{fact}: found '{found}', expected a number such as {example}",
        "{fact}: fandt '{found}', ventede et tal som {example}",
    ),
    "not-a-duration": (
        "{fact}: found '{found}', expected a duration such as 4 weeks or 10 working days",
        "{fact}: fandt '{found}', ventede en varighed som 4 uger eller 10 arbejdsdage",
    ),
    "ambiguous-number": (
        (
            "{fact}: '{found}' can be {large}, or a number with three decimals; write it without the separator, or let the "
            "file say how its numbers are written (numbers: danish, or numbers: english)"
        ),
        (
            "{fact}: '{found}' kan være {large} eller et tal med tre decimaler; skriv det uden skilletegn, eller lad filen "
            "sige, hvordan dens tal er skrevet (tal: dansk, eller tal: engelsk)"
        ),
    ),
    "too-many-digits": (
        "{fact}: '{found}' has too many digits, the limit is {limit}",
        "{fact}: '{found}' har for mange cifre, grænsen er {limit}",
    ),
    "exponent-too-large": (
        "{fact}: the exponent of '{found}' is beyond {limit}",
        "{fact}: eksponenten i '{found}' er større end {limit}",
    ),
    "exponent-in-text": (
        (
            "{fact}: '{found}' is written with an exponent, as a spreadsheet writes a number that it has rounded; "
            "expected all digits"
        ),
        "{fact}: '{found}' er skrevet med eksponent, som regneark skriver afrundede tal; ventede alle cifre",
    ),
    "odd-digits": (
        "{fact}: '{found}' holds the character {code}; expected the digits 0 to 9",
        "{fact}: '{found}' rummer tegnet {code}; ventede cifrene 0 til 9",
    ),
    "wrong-unit": (
        "{fact}: '{found}' has another unit than declared; expected {expected}",
        "{fact}: '{found}' har en anden enhed end erklæret; ventede {expected}",
    ),
    "not-whole": (
        "{fact}: found '{found}', expected a whole number",
        "{fact}: fandt '{found}', ventede et helt tal",
    ),
    "out-of-bounds": (
        "{fact}: '{found}' lies outside what the plan declares ({bounds})",
        "{fact}: '{found}' ligger uden for det, planen erklærer ({bounds})",
    ),
    "small-percent": (
        "{fact}: '{found}' is read as that many percent, less than one; a share of 1 is written 100 %",
        "{fact}: '{found}' læses som så mange procent, altså under én; en andel på 1 skrives 100 %",
    ),
    "reversed-range": (
        "{fact}: the range '{found}' ends before it begins",
        "{fact}: intervallet '{found}' slutter, før det begynder",
    ),
    "vague-range": (
        "{fact}: '{vague}' in the range '{found}' can mean different days; expected a day or a period with fixed ends",
        (
            "{fact}: '{vague}' i intervallet '{found}' kan betyde forskellige dage; ventede en dag eller en periode "
            "med faste ender"
        ),
    ),
    "vague-choice": (
        "{fact}: found '{found}', expected exact values to choose among",
        "{fact}: fandt '{found}', ventede bestemte værdier at vælge imellem",
    ),
    "number-for-date": (
        "{fact}: found the number {found}, expected a date; in a spreadsheet, give the cell a date format",
        "{fact}: fandt tallet {found}, ventede en dato; giv cellen et datoformat, hvis det er et regneark",
    ),
    "number-for-text": (
        "{fact}: found the number {found} where a text goes; a spreadsheet drops zeros in front of a number",
        "{fact}: fandt tallet {found}, hvor der ventes en tekst; et regneark fjerner nuller foran et tal",
    ),
    "midnight-24": (
        "{fact}: 24:00 in '{found}' is the end of one day and the start of the next; expected the day",
        "{fact}: kl. 24:00 i '{found}' er både slutningen af en dag og begyndelsen af den næste; ventede dagen",
    ),
    "no-moment": (
        "{fact}: there is no such moment as '{found}'",
        "{fact}: tidspunktet '{found}' findes ikke",
    ),
    "no-time-zones": (
        "{fact}: this machine does not know the time zone {zone} (pip install tzdata); expected a day without a clock",
        "{fact}: maskinen kender ikke tidszonen {zone} (pip install tzdata); ventede en dag uden klokkeslæt",
    ),
    "mixed-clocks": (
        "'{found}': some moments of this file have a time zone and some have none; expected one of the two",
        "'{found}': nogle tidspunkter i filen har en tidszone, og andre har ingen; ventede det ene eller det andet",
    ),
    "no-such-choice": (
        "{fact}: found '{found}', expected one of {options}",
        "{fact}: fandt '{found}', ventede en af {options}",
    ),
    "not-yes-or-no": (
        "{fact}: found '{found}', expected yes or no",
        "{fact}: fandt '{found}', ventede ja eller nej",
    ),
    "missing-marker": (
        (
            "{fact}: '{found}' does not say whether the value is unknown or there is none; expected a value, unknown, "
            "never (for a date), or nothing at all"
        ),
        (
            "{fact}: '{found}' siger ikke, om værdien er ukendt, eller om der ingen er; ventede en værdi, ukendt, "
            "aldrig (for en dato) eller slet ingenting"
        ),
    ),
    "hidden-character-in-value": (
        "{fact}: the value holds the invisible character {found}",
        "{fact}: værdien rummer det usynlige tegn {found}",
    ),
    "value-expected": (
        "{fact}: found {found}, expected a value",
        "{fact}: fandt {fundet}, ventede en værdi",
    ),
    "one-value-expected": (
        "{fact}: expected one value, and at most one day from which it was known",
        "{fact}: ventede én værdi og højst én dag, hvorfra den var kendt",
    ),
    "known-from-a-day": (
        "{fact}: known from '{found}' is no single day",
        "{fact}: kendt fra '{found}' er ikke én bestemt dag",
    ),
    "float-given": (
        "{fact}: found the float {found}, which is not exactly that number; expected a Decimal, a Fraction or a text",
        "{fact}: fandt float {found}, som ikke er præcis det tal; ventede Decimal, Fraction eller en tekst",
    ),
    "odd-value": (
        "{fact}: found a value of type {found}; expected a text, a date, a number, yes or no, a list or a dict",
        "{fact}: fandt en værdi af typen {found}; ventede tekst, dato, tal, ja eller nej, liste eller dict",
    ),
}

_NAMES: dict[str, tuple[str, str]] = {
    "misspelt-fact": (
        "the plan has no fact or record '{found}'",
        "planen har intet faktum og ingen liste '{found}'",
    ),
    "unasked-fact": (
        "the plan asks for no fact or record '{found}'; it is not used",
        "planen spørger ikke efter '{found}'; det bruges ikke",
    ),
    "misspelt-column": (
        "{owner} has no column '{found}'",
        "{owner} har ingen kolonne '{found}'",
    ),
    "unasked-column": (
        "{owner} has no column '{found}'; it is not used",
        "{owner} har ingen kolonne '{found}'; den bruges ikke",
    ),
    "too-many-unknown-names": (
        "more than {limit} names mean nothing to this plan; is it the right file?",
        "mere end {limit} navne siger ikke planen noget; er det den rigtige fil?",
    ),
    "record-fixed-by-plan": (
        "the rows of {record} stand in the plan itself; facts cannot give them again",
        "rækkerne i {record} står i selve planen; de kan ikke gives igen",
    ),
    "rows-empty": (
        "{record}: found nothing, expected rows; [] says that there are none, unknown that it is not known",
        "{record}: fandt ingenting, ventede rækker; [] siger, at der ingen er, ukendt, at det ikke vides",
    ),
    "rows-expected": (
        "{record}: found {found}, expected a list of rows",
        "{record}: fandt {fundet}, ventede en liste af rækker",
    ),
    "row-expected": (
        "{record}: found {found}, expected a row with a value for each column",
        "{record}: fandt {fundet}, ventede en række med en værdi for hver kolonne",
    ),
    "column-computed": (
        "{record}: the plan computes {column}; facts cannot give it",
        "{record}: planen udregner {column}; den kan ikke gives",
    ),
    "column-absent": (
        "{record}: there is no column {column}; it counts as empty in every row",
        "{record}: der er ingen kolonne {column}; den regnes for tom i alle rækker",
    ),
    "conflict": (
        "{fact}: '{other}' here, but '{one}' in another place",
        "{fact}: '{other}' her, men '{one}' et andet sted",
    ),
    "record-twice": (
        "{record}: its rows are given in two places, and they differ",
        "{record}: rækkerne er givet to steder, og de er forskellige",
    ),
}

_DECISIONS: dict[str, tuple[str, str]] = {
    "judgement-incomplete": (
        "the judgement of goal {name} does not say {missing}",
        "vurderingen af mål {name} mangler {missing_da}",
    ),
    "override-incomplete": (
        "the override of goal {name} does not say {missing}; without it the computed verdict stands",
        "tilsidesættelsen af mål {name} mangler {missing_da}; uden det gælder det beregnede resultat",
    ),
    "decision-goal": (
        "found '{found}', expected a goal of the plan: {expected}",
        "fandt '{found}', ventede et mål i planen: {expected}",
    ),
    "decision-without-goal": (
        "this row says nothing of which goal is decided; expected one of {expected}",
        "denne række siger ikke, hvilket mål der er besluttet om; ventede et af {expected}",
    ),
    "decision-day": (
        "goal {name}: found '{found}', expected the one day of the decision",
        "mål {name}: fandt '{found}', ventede den ene dag, hvor det blev besluttet",
    ),
    "decision-level": (
        "goal {name}: found '{found}', which is no step of its scale: {expected}",
        "mål {name}: fandt '{found}', som ikke er et trin på dets skala: {expected}",
    ),
    "decided-twice": (
        "goal {name} has two decisions of {day}, and they differ",
        "mål {name} har to beslutninger fra {day}, og de er forskellige",
    ),
    "judgement-unasked": (
        "goal {name} is not judged, its levels are computed; another verdict is written as an override",
        "mål {name} vurderes ikke, dets niveauer beregnes; et andet resultat skrives som en tilsidesættelse",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {
    # subjects
    "subject-row-twice": (
        "{name} stands twice in {record}; a goal is asked of each row, so each needs a name of its own",
        "{name} står to gange i {record}; målet stilles til hver række, så hver skal have sit eget navn",
    ),
    "subject-row-unnamed": (
        "a row of {record} has no certain {column}, expected one: a goal is asked of each row by its name",
        "en række i {record} har ikke et sikkert {column}, ventede et: målet stilles til hver række ved dens navn",
    ),
    **_DECISIONS,
    **{
        f"fact-{kind}": (f"{{fact}}: '{{written}}': {english}", f"{{fact}}: '{{written}}': {danish}")
        for kind, (english, danish) in dates.SENTENCES.items()
    },
    **_VALUES,
    **_NAMES,
    **facts_files.SENTENCES,
    "identity-digits": (
        "{fact}: found '{found}', expected {name}: {length} digits and nothing else",
        "{fact}: fandt '{found}', ventede {name}: {length} cifre og intet andet",
    ),
    "identity-length": (
        "{fact}: found '{found}' with {count} digits, expected {name}: {length} digits",
        "{fact}: fandt '{found}' med {count} cifre, ventede {name}: {length} cifre",
    ),
    "identity-check-digit": (
        "{fact}: found '{found}', which is no {name}: its last digit is {digit}, and the others give {wanted}",
        "{fact}: fandt '{found}', som ikke er et {name}: sidste ciffer er {digit}, og de andre giver {wanted}",
    ),
    **series.FACTS,
}
