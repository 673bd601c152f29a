"""Findings about a plan that can be read: a sentence each, English and Danish."""

SENTENCES: dict[str, tuple[str, str]] = {
    # comparisons
    "suspicious-comparator": (
        "the best level asks for {found}: the later, the better, and nothing ends it",
        "det bedste niveau kræver {found}: jo senere, jo bedre, og intet sætter en grænse",
    ),
    "comparators-differ": (
        "{found} here, but {other} in the best level: they point opposite ways, and both hold in between",
        "{found} her, men {other} i det bedste niveau: de peger hver sin vej, og begge gælder derimellem",
    ),
    # units
    "percent-or-point": (
        "{found} is a test in {unit}, but the source says `{said}`",
        "{found} er en prøve i {unit_da}, men kilden siger `{said}`",
    ),
    "percent-of-percent": (
        "{found} is a percentage of a percentage; from 40 % to 42 % is 5 percent, and 2 percentage points",
        "{found} er procent af procent; fra 40 pct. til 42 pct. er 5 procent, og 2 procentpoint",
    ),
    "undeclared-unit": (
        "{found} counts rows of {name}; it may also be meant by {column}, which says how many each of them stands for",
        "{found} tæller rækker i {name}; det kan også være ment efter {column}, der siger, hvor mange hver af dem står for",
    ),
    # lists and groups
    "unlisted-universal": (
        "{found} asks something of all of {name}, but the plan does not list them: nobody can tell whether all are there",
        "{found} kræver noget af alle i {name}, men planen opregner dem ikke: ingen kan se, om alle er med",
    ),
    "empty-group": (
        "the table {name} has no row where {column} is {found}: nothing is asked of it here",
        "tabellen {name} har ingen række, hvor {column} er {found}: intet kræves af det her",
    ),
    # dates
    "weekend-deadline": (
        "the last day of {found} is {day}, {name}",
        "den sidste dag for {found} er {day}, {name_da}",
    ),
    # the text that the plan was taken from
    "source-changed": (
        "these words are not in {name} any more, or never were: {found}",
        "disse ord står ikke længere i {name}, eller har aldrig stået der: {found}",
    ),
    "source-edited": (
        "{name} is another text than the plan was taken from: its checksum begins with {found}",
        "{name} er en anden tekst end den, planen er lavet fra: dens kontrolsum begynder med {found}",
    ),
    "checksum-expected": (
        "found the checksum {found}, expected at least 8 digits of the file's SHA-256",
        "fandt kontrolsummen {found}, ventede mindst 8 cifre af filens SHA-256",
    ),
    # what is accepted
    "acceptance-unused": (
        "{found} is accepted here, but there is no such finding",
        "{found} godtages her, men der er intet sådant fund",
    ),
    "unknown-finding": (
        "there is no kind of finding {found}",
        "der er ingen slags fund {found}",
    ),
    "accepting-no-finding": (
        "{found} is no finding about a plan that can be read; only those can be accepted",
        "{found} er ikke et fund om en plan, der kan læses; kun dem kan man godtage",
    ),
    "acceptance-without-reason": (
        "{found} is accepted without a reason",
        "{found} godtages uden en grund",
    ),
    # the words that are quoted
    "broken-quote": (
        "the quoted text breaks at “{found}”: something is missing there, or a word stands there that cannot",
        "det citerede går i stykker ved »{found}«: der mangler noget, eller der står et ord, der ikke kan stå der",
    ),
    "undefined-term": (
        "the quoted text speaks of “{found}” as standing above; the plan has no such words anywhere else",
        "det citerede taler om »{found}« som noget, der står ovenfor; planen har ingen sådanne ord andre steder",
    ),
    "no-total": (
        "{number} goals stand in sections, and nothing says whether they add up to a total or are only counted",
        "{number} mål står i afsnit, og intet siger, om de lægges sammen eller kun tælles op",
    ),
    # read off the ladder of a goal
    "gap": (
        "{name}: {range} is {level}, though what lies before it can be {before} and what lies after it {after}",
        "{name}: {range} er {level}, selv om det før kan være {before} og det efter {after}",
    ),
    "overlap": (
        "{name}: {range} lies in both levels, {upper} and {lower}; the better one counts",
        "{name}: {range} ligger i begge niveauer, {upper} og {lower}; det bedste tæller",
    ),
    "inversion": (
        "{name}: {range} gives {level}, but the better {better} only {less}",
        "{name}: {range} giver {level}, men det bedre {better} kun {less}",
    ),
    "open-end": (
        "{name}: {level} has no last day; {day} counts as well",
        "{name}: {level} har ingen sidste dag; {day} tæller også",
    ),
    "unreachable-level": (
        "no facts reach this level, {level}: a better one always holds where it does",
        "ingen fakta når dette niveau, {level}: et bedre gælder altid, hvor det gælder",
    ),
    "always-level": (
        "this level, {level}, always holds, whatever the facts",
        "dette niveau, {level}, gælder altid, uanset fakta",
    ),
    "contradiction": (
        "the conditions of this level, {level}, can never all hold",
        "betingelserne for dette niveau, {level}, kan aldrig alle være opfyldt",
    ),
    "duplicate-condition": (
        "{name}: {other} says this already, in the same level, {level}",
        "{name}: {other} siger det allerede, i samme niveau, {level}",
    ),
    "missing-below": (
        "{name}: {upper} asks for it, and {lower} does not",
        "{name}: {upper} kræver det, men {lower} gør ikke",
    ),
    "not-implied": (
        "{name}: {lower} asks for more here than {upper}; facts can reach {upper} and fail {lower}",
        "{name}: {lower} kræver her mere end {upper}; fakta kan nå {upper} og ikke {lower}",
    ),
    "reading-decides": (
        "how {word} is read decides: {name} {range} is {level} under {one}, {else} under {other}",
        "læsningen af {word} afgør det: {name} {range} er {level} under {one}, {else} under {other}",
    ),
    "too-wide": (
        "goal {id} tests more than can be looked at together; its levels were not compared",
        "mål {id} prøver mere, end der kan ses på samlet; dets niveauer er ikke sammenlignet",
    ),
}
