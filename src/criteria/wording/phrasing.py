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
}
