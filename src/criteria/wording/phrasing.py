"""Sentences of the check layer about named row tests, subsets and the readings of a test."""

SENTENCES: dict[str, tuple[str, str]] = {
    "no-rows": (
        "{found} is an amount or a condition, and here rows are asked for: `NAME are RECORD where …` names some rows",
        "{found} er et tal eller en betingelse, og her spørges om rækker: `NAVN er TABEL hvor …` navngiver nogle rækker",
    ),
    "row-test-alone": (
        "{found} is a test of the rows of {record}, and this does not say of which rows",
        "{found} er en prøve af rækkerne i {record}, og her siges ikke af hvilke rækker",
    ),
    "joined-otherwise": (
        "found {found}, which joins no conditions here; what is likely meant is written with `{expected}`",
        "fandt {found}, som ikke forbinder betingelser her; det, der nok menes, skrives med `{expected}`",
    ),
    "one-reading": (
        'a condition with the one reading {found} leaves no choice; expected another `reading "…"` beside it',
        'en betingelse med den ene læsning {found} giver intet valg; ventede endnu en `læsning "…"` ved siden af',
    ),
    "readings-need-name": (
        'two conditions with different readings go by the name {name}; give one of them a name: `reading NAME "…"`',
        'to betingelser med forskellige læsninger går under navnet {name}; giv en af dem et navn: `læsning NAVN "…"`',
    ),
    "readings-differ-by-name": (
        "{name} has other readings elsewhere; the same name stands for the same readings in the same order",
        "{name} har andre læsninger et andet sted; samme navn står for samme læsninger i samme rækkefølge",
    ),
    # schedules
    "grid-without-periods": (
        "the schedule {name} has no column that is a {unit}, such as `{example}`",
        "tidsplanen {name} har ingen kolonne, der er {unit_da}, som `{example}`",
    ),
    "grid-without-names": (
        "the schedule {name} has no column before its periods that names what is planned",
        "tidsplanen {name} har ingen kolonne før sine perioder, der navngiver det planlagte",
    ),
    "grid-column": (
        "found the column {found}, expected a {unit}, such as `{example}`",
        "fandt kolonnen {found}, ventede {unit_da}, som `{example}`",
    ),
    "grid-order": (
        "the column {found} does not lie after {before}, which stands before it",
        "kolonnen {found} ligger ikke efter {before}, som står før den",
    ),
    "grid-gap": (
        "between the columns {before} and {found} there is time in neither of them",
        "mellem kolonnerne {before} og {found} er der tid, som ingen af dem dækker",
    ),
    "grid-mark": (
        "found {found} in a schedule, expected x for planned, ? for tentative, a day, or nothing",
        "fandt {found} i en tidsplan, ventede x for planlagt, ? for foreløbig, en dag eller ingenting",
    ),
    "grid-day-elsewhere": (
        "{found} is {day}, which lies in {other} and not in {column}, where it stands; the day counts",
        "{found} er {day}, som ligger i {other} og ikke i {column}, hvor den står; dagen gælder",
    ),
    "grid-day-outside": (
        "{found} is {day}, which lies in no column of the schedule, and not in {column}, where it stands",
        "{found} er {day}, som ikke ligger i nogen af tidsplanens kolonner, og ikke i {column}, hvor den står",
    ),
    "grid-row-twice": ("the line {found} stands twice", "linjen {found} står to gange"),
    "grid-row-empty": ("nothing is planned on the line {found}", "intet er planlagt på linjen {found}"),
    "grid-short": (
        "the schedule {name} goes until {until}, but its last column ends {last}",
        "tidsplanen {name} går frem til {until}, men dens sidste kolonne slutter {last}",
    ),
    "grid-ends-early": (
        "the schedule {name} ends {ends}, before the plan's period does, {last}",
        "tidsplanen {name} slutter {ends}, før planens periode gør det, {last}",
    ),
    # ordered words, amounts, numbers of identity
    "no-such-rank": (
        "found {found}, and none of the ordered words is that",
        "fandt {found}, og det er intet af de rangordnede ord",
    ),
    "ranks-differ": (
        "{found} is not ordered by the same words, so the two do not compare",
        "{found} er ikke rangordnet med de samme ord, så de to kan ikke sammenlignes",
    ),
    "better-without-order": (
        '{found} needs ordered words, declared as `ordered "poor", "fair", "good"`; of numbers say `above` or `below`',
        '{found} kræver rangordnede ord, erklæret som `rangordnet "ringe", "god"`; om tal siges `over` eller `under`',
    ),
    "scale-differs": (
        "found {found}, but what it is compared with is declared to go to another end",
        "fandt {found}, men det, der sammenlignes med, er erklæret at gå til et andet tal",
    ),
    "scale-undeclared": (
        "found {found}, but what it is compared with does not declare how far it goes, as `number between 1 and 5` does",
        "fandt {found}, men det, der sammenlignes med, erklærer ikke, hvor langt det går, som `tal mellem 1 og 5` gør",
    ),
    "amount-word": (
        "found {found}, which a plan in this language writes otherwise",
        "fandt {found}, som en plan på dette sprog skriver anderledes",
    ),
    "cell-identity-digits": (
        "found {found}, expected {name}: {length} digits and nothing else",
        "fandt {found}, ventede {name}: {length} cifre og intet andet",
    ),
    "cell-identity-length": (
        "found {found} with {count} digits, expected {name}: {length} digits",
        "fandt {found} med {count} cifre, ventede {name}: {length} cifre",
    ),
    "cell-identity-check-digit": (
        "found {found}, which is no {name}: its last digit is {digit}, and the others give {wanted}",
        "fandt {found}, som ikke er et {name}: sidste ciffer er {digit}, og de andre giver {wanted}",
    ),
}
