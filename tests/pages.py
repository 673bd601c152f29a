"""Pages of documentation as pieces, with the comments before each, and what their prose names.

In: the text of a page. Out: its blocks and tables, in order; faults for links, commands and paths that lead nowhere.
"""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from criteria.commands.arguments import COMMANDS
from criteria.frozen import define, field

ROOT = Path(__file__).parents[1]
ENDINGS = r"py|md|lark|toml|txt|criteria|yaml|csv|xlsx|json|html"


@define
class Piece:
    """A block or a table of a page, with the comments before it."""

    line: int
    kind: str  # the block's language, or "table"
    text: str
    marks: list[tuple[str, str]] = field(factory=list)

    def mark(self, name: str) -> str | None:
        return next((value for found, value in self.marks if found == name), None)


@define
class Page:
    """A page being worked through, and what is wrong with it."""

    path: Path
    folder: Path
    faults: list[str] = field(factory=list)
    vocabulary: dict[str, str] = field(factory=dict)
    namespace: dict[str, object] = field(factory=dict)
    renewed: dict[int, str] = field(factory=dict)  # line → what the block there says now

    def fault(self, line: int, reason: str) -> None:
        self.faults.append(f"{self.path.relative_to(ROOT)}:{line}: {reason}")


def pieces(text: str) -> Iterator[Piece]:
    """The blocks and the tables, in order; a comment belongs to the next piece, prose between them or not."""
    marks: list[tuple[str, str]] = []
    lines = text.splitlines()
    i = 0
    while i < len(lines):
        start = i
        if comment := re.fullmatch(r"<!-- ([a-z]+)(?:: (.*))? -->", lines[i]):
            marks.append((comment[1], comment[2] or ""))
        elif lines[i].startswith("```"):
            while (i := i + 1) < len(lines) and lines[i] != "```":
                pass
            yield Piece(
                start + 1, lines[start][3:].strip(), "".join(f"{line}\n" for line in lines[start + 1 : i]), marks
            )
            marks = []
        elif lines[i].startswith("|"):
            while i + 1 < len(lines) and lines[i + 1].startswith("|"):
                i += 1
            yield Piece(start + 1, "table", "\n".join(lines[start : i + 1]), marks)
            marks = []
        i += 1


def rows_of(piece: Piece) -> list[list[str]]:
    """The cells of a table, without the line of dashes; a bar may be escaped."""
    rows = [
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
        for line in piece.text.splitlines()
    ]
    return [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]


def fits(said: str, shown: str) -> bool:
    """Whether what was said is what is shown; a line `[…]` stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "[…]" else re.escape(line) + r"\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, said) is not None


def elided(said: str, shown: str) -> str:
    """What was said, left out where the block leaves out: each stretch begins at the line most like its first one."""
    if "[…]\n" not in shown:
        return said
    lines, result = said.splitlines(keepends=True), []
    for stretch in shown.split("[…]\n"):
        wanted = stretch.splitlines(keepends=True)
        near = difflib.get_close_matches(wanted[0], lines, n=1, cutoff=0.0) if wanted else []
        start = lines.index(near[0]) if near else 0
        result.append("".join(lines[start : start + len(wanted)]))
        lines = lines[start + len(wanted) :]
    return "[…]\n".join(result)


def renewed(text: str, blocks: dict[int, str]) -> str:
    """The page with the text of these blocks replaced."""
    lines = text.splitlines(keepends=True)
    for start in sorted(blocks, reverse=True):
        lines[start : lines.index("```\n", start)] = [blocks[start]]
    return "".join(lines)


def check_prose(page: Page, text: str) -> None:
    """Links lead somewhere, and what is named as a path or a command exists."""
    prose = re.sub(r"(?ms)^```.*?^```$", lambda block: "\n" * block[0].count("\n"), text)
    for number, line in enumerate(prose.splitlines(), 1):
        for target in re.findall(r"\]\(([^)\s]+)\)", line):
            if "://" not in target and not link_leads(page.path, target):
                page.fault(number, f"the link {target} leads nowhere")
        for code in re.findall(r"`([^`]+)`", line):
            if code.startswith("criteria ") and not command_exists(code):
                page.fault(number, f"there is no such command: {code}")
            if is_path(code) and not path_exists(page, code):
                page.fault(number, f"there is no {code}")


def link_leads(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    path = page.parent / name if name else page
    if not path.exists():
        return False
    headings = re.findall(r"(?m)^#+ (.*)$", path.read_text(encoding="utf-8")) if anchor else []
    return not anchor or anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def command_exists(code: str) -> bool:
    command, *rest = code.split()[1:]
    if command.isupper():
        return True
    options = {word.partition("=")[0] for word in rest if word.startswith("--")} - {"--help"}
    return command in COMMANDS and options <= COMMANDS[command][2].keys()


def is_path(code: str) -> bool:
    return bool(re.fullmatch(rf"[\w.*-]+(/[\w.*-]+)*(/|\.(?:{ENDINGS}))", code)) and "NNNN" not in code


def path_exists(page: Page, code: str) -> bool:
    starts = [ROOT, page.folder, page.path.parent, ROOT / "src" / "criteria", ROOT / "tests"]
    name = code.rstrip("/")
    if any(next(start.glob(name), None) for start in starts):
        return True
    return "/" not in code and any(next((ROOT / top).rglob(name), None) for top in ("src", "tests", "grammar", "bench"))
