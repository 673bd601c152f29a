"""Sentences of the facts layer about files: documents, tables and workbooks. Part of ``wording/facts.py``."""

_FILES: dict[str, tuple[str, str]] = {
    "facts-empty": (
        "the file is empty: it says that nothing happened",
        "filen er tom: den siger, at intet er sket",
    ),
    "facts-not-keyed": (
        "found something else than names with values, expected lines such as 'name: value'",
        "fandt andet end navne med værdier, ventede linjer som 'navn: værdi'",
    ),
    "facts-too-deep": (
        "nested more than {limit} deep",
        "mere end {limit} niveauer dybt",
    ),
    "key-not-text": (
        "found something else than a name, expected the name of a fact",
        "fandt andet end et navn, ventede navnet på et faktum",
    ),
    "key-twice": (
        "'{found}' stands twice in the same group",
        "'{found}' står to gange i samme gruppe",
    ),
    "no-locale": (
        "found '{found}', expected danish or english",
        "fandt '{found}', ventede dansk eller engelsk",
    ),
    "no-yaml": (
        "this is not YAML; expected lines such as 'name: value', deeper lines indented by spaces",
        "dette er ikke YAML; ventede linjer som 'navn: værdi' og underlinjer indrykket med mellemrum",
    ),
    "yaml-character": (
        "a value cannot begin with this character; put the value in quotation marks",
        "en værdi kan ikke begynde med dette tegn; sæt værdien i anførselstegn",
    ),
    "yaml-tab": (
        "found a tab, expected spaces before a name",
        "fandt et tabulatortegn, ventede mellemrum foran et navn",
    ),
    "yaml-colon": (
        "found a second colon; put a value with a colon in quotation marks, or indent the line",
        "fandt endnu et kolon; sæt en værdi med kolon i anførselstegn, eller indryk linjen",
    ),
    "yaml-no-colon": (
        "expected a colon after the name",
        "ventede et kolon efter navnet",
    ),
    "yaml-open-quote": (
        "the file ends inside quotation marks or brackets",
        "filen slutter inde i anførselstegn eller parenteser",
    ),
    "yaml-anchor": (
        "found the anchor or alias '{found}'; facts are written out",
        "fandt ankeret eller henvisningen '{found}'; fakta skrives ud",
    ),
    "yaml-tag": (
        "found the tag '{found}'; the plan says which type a value has",
        "fandt mærket '{found}'; planen siger, hvilken type en værdi har",
    ),
    "yaml-second-document": (
        "found a second document, expected one",
        "fandt endnu et dokument, ventede ét",
    ),
    "no-json": (
        "this is not JSON: found '{found}'",
        "dette er ikke JSON: fandt '{found}'",
    ),
    "json-comma": (
        "found {found}, expected a comma or a closing bracket before it",
        "fandt {found}, ventede et komma eller en afsluttende parentes foran",
    ),
    "json-ends": (
        "the file ends too early; expected a closing bracket or a value",
        "filen slutter for tidligt; ventede en afsluttende parentes eller en værdi",
    ),
    "json-number": (
        "found '{found}', which is no number; expected a number, or 'unknown' in quotation marks",
        "fandt '{found}', som ikke er et tal; ventede et tal, eller 'ukendt' i anførselstegn",
    ),
    "json-string": (
        "the text has no closing quotation mark, or holds a character or an escape that JSON does not allow",
        "teksten mangler et afsluttende anførselstegn, eller den rummer et tegn eller en kode, JSON ikke tillader",
    ),
    "json-quotes": (
        "found {found}; JSON writes texts in double quotation marks",
        "fandt {found}; JSON skriver tekster i dobbelte anførselstegn",
    ),
    "unknown-format": (
        "found a file of the kind '{found}', expected {expected}",
        "fandt en fil af typen '{found}', ventede {expected}",
    ),
    "spreadsheet-kind": (
        "spreadsheets of the kind {found} are not read; save the file as .xlsx, without macros",
        "regneark af typen {found} læses ikke; gem filen som .xlsx uden makroer",
    ),
    "folder-without-facts": (
        "the folder holds no file of facts, expected {expected}",
        "mappen rummer ingen faktafil, ventede {expected}",
    ),
}

_TABLES: dict[str, tuple[str, str]] = {
    "read-as": (
        "read as a table separated by '{separator}', in {encoding}",
        "læst som en tabel adskilt af '{separator}', i {encoding}",
    ),
    "read-with-decimal-comma": (
        "read as a table separated by '{separator}', in {encoding}, with decimal comma",
        "læst som en tabel adskilt af '{separator}', i {encoding}, med decimalkomma",
    ),
    "open-quote": (
        "a quotation mark is not closed, or text follows the closing one",
        "et anførselstegn er ikke afsluttet, eller der følger tekst efter det afsluttende",
    ),
    "too-many-columns": (
        "the table has {found} columns, the limit is {limit}",
        "tabellen har {found} kolonner, grænsen er {limit}",
    ),
    "table-empty": (
        "{found}: the table is empty, it has not even a header",
        "{found}: tabellen er tom, den har ikke engang en overskrift",
    ),
    "no-fact-header": (
        "{found}: found no columns for names and values, expected a header such as fact, value",
        "{found}: fandt ikke kolonner til navne og værdier, ventede en overskrift som faktum, værdi",
    ),
    "misspelt-table": (
        "the plan has no log or table '{found}'",
        "planen har ingen log eller tabel '{found}'",
    ),
    "unused-table": (
        "the plan asks for no log or table '{found}', and the header has no columns fact and value; it is not used",
        (
            "planen spørger ikke efter nogen log eller tabel '{found}', og overskriften har ikke kolonnerne faktum og "
            "værdi; den bruges ikke"
        ),
    ),
    "column-twice": (
        "two columns are called '{found}'",
        "to kolonner hedder '{found}'",
    ),
    "value-without-name": (
        "the value '{found}' has no name beside it",
        "værdien '{found}' har intet navn ved siden af",
    ),
    "cell-without-column": (
        "'{found}' stands under no header; expected as many cells as columns",
        "'{found}' står ikke under nogen overskrift; ventede lige så mange celler som kolonner",
    ),
    "row-too-short": (
        "the row has {found} cells, expected {expected}",
        "rækken har {found} celler, ventede {expected}",
    ),
}

_SHEETS: dict[str, tuple[str, str]] = {
    "xlsx-not-zip": (
        "this is no Excel workbook (.xlsx), or it is damaged",
        "dette er ikke en Excel-projektmappe (.xlsx), eller den er beskadiget",
    ),
    "xlsx-not-a-workbook": (
        "found another kind of document, expected an Excel workbook (.xlsx)",
        "fandt en anden slags dokument, ventede en Excel-projektmappe (.xlsx)",
    ),
    "xlsx-broken": (
        "the workbook is damaged; open it in a spreadsheet and save it again",
        "projektmappen er beskadiget; åbn den i et regneark, og gem den igen",
    ),
    "xlsx-password": (
        "the workbook is protected by a password; save it without",
        "projektmappen er beskyttet med adgangskode; gem den uden",
    ),
    "xls-inside": (
        "this is an older kind of Excel file; save it as .xlsx",
        "dette er en ældre slags Excel-fil; gem den som .xlsx",
    ),
    "xlsx-macros": (
        "the workbook holds macros; save it as .xlsx without them",
        "projektmappen rummer makroer; gem den som .xlsx uden dem",
    ),
    "xlsx-too-large": (
        "the workbook unpacks to {found} bytes, the limit for its size is {limit}",
        "projektmappen fylder {found} byte pakket ud, grænsen for dens størrelse er {limit}",
    ),
    "xlsx-too-many-cells": (
        "the sheet has more than {limit} cells",
        "arket har mere end {limit} celler",
    ),
    "cell-error": (
        "the cell shows the error {found}; expected a value, or nothing",
        "cellen viser fejlen {found}; ventede en værdi eller ingenting",
    ),
    "formula-without-value": (
        "the cell holds a formula whose value was not saved; open the file in a spreadsheet and save it again",
        "cellen rummer en formel, hvis værdi ikke er gemt; åbn filen i et regneark, og gem den igen",
    ),
    "cell-not-a-number": (
        "found '{found}' stored as a number, expected a number of at most 40 digits",
        "fandt '{found}' gemt som et tal, ventede et tal med højst 40 cifre",
    ),
    "cell-cut-digits": (
        "the number {found} has more than the {limit} digits that a spreadsheet keeps; format the cell as text",
        "tallet {found} har flere end de {limit} cifre, et regneark gemmer; formater cellen som tekst",
    ),
    "time-in-cell": (
        "the cell holds a time of day, expected a date or a number",
        "cellen rummer et klokkeslæt, ventede en dato eller et tal",
    ),
    "no-such-serial": (
        "the number {found}, shown as a date, is no day",
        "tallet {found}, der vises som en dato, er ikke nogen dag",
    ),
    "hidden-sheet": (
        "the sheet '{found}' is hidden; show it, or delete it",
        "arket '{found}' er skjult; vis det, eller slet det",
    ),
    "hidden-sheet-unread": (
        "the sheet '{found}' is hidden; it is not used",
        "arket '{found}' er skjult; det bruges ikke",
    ),
    "hidden-rows": (
        "hidden rows hold values ({found}); show them, or delete them; a filter hides rows too",
        "skjulte rækker rummer værdier ({found}); vis dem, eller slet dem; også et filter skjuler rækker",
    ),
    "hidden-columns": (
        "hidden columns hold values ({found}); show them, or delete them",
        "skjulte kolonner rummer værdier ({found}); vis dem, eller slet dem",
    ),
    "merged-cells": (
        "the cells {found} are merged, and only the first holds the value; split them",
        "cellerne {found} er flettet, og kun den første rummer værdien; del dem",
    ),
    "excel-missing": (
        "writing Excel files needs one more package: pip install 'criteria[excel]'",
        "der skal en pakke mere til at skrive Excel-filer: pip install 'criteria[excel]'",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_FILES, **_TABLES, **_SHEETS}
