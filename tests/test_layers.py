"""The house rules that a reader relies on: imports run one way, files stay small, arithmetic stays exact.

The drawing these rules come from is docs/architecture.md; a change to one is a change to the other.
"""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "criteria"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))

LOW = {
    "frozen",
    "initialisers",
    "collecting",
    "source",
    "diagnostics",
    "files",
    "nearest",
    "tables",
    "automaton",
    "keywords",
    "wording",
}
LINE = ["dates", "model", "ladder", "facts", "evaluate", "compiled", "columnar", "batch", "analyse", "report"]
# Room → the rooms it may import, besides the low ones and itself.
MAY_IMPORT: dict[str, set[str]] = {
    **{room: set() for room in LOW},
    **{room: set(LINE[:place]) for place, room in enumerate(LINE)},
    "syntax": set(),
    "check": {"syntax", "model", "dates"},
    "facts": {"model", "dates"},
    "evaluate": {"ladder", "facts", "model", "dates"},
    "report": {"evaluate", "batch", "analyse", "ladder", "model", "facts", "dates"},
}
MAY_IMPORT["pipeline"] = {*MAY_IMPORT}
MAY_IMPORT["spark"] = {*MAY_IMPORT}  # its workers read the plan anew
# The face, the command line and what is offered for users' own tests stand above everything.
TOP = {"__init__", "face", "answers", "cli", "commands", "testing", "__main__"}
IMPORTS = (ast.Import, ast.ImportFrom)

# Over 300 lines only with a reason, over 400 never.
LONG_FILES: dict[str, str] = {}

# Where a float would make a verdict depend on rounding.
EXACT = {"dates", "model", "check", "ladder", "evaluate", "compiled", "columnar", "batch", "facts"}
COMPILES = {"compiled/function.py": "syntax trees of generated names and numbers, never a text"}
FLOATS_ALLOWED: dict[str, str] = {}  # file → why it meets floats at all


def room(path: Path) -> str:
    """The folder, or the module, that a file of the package belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """The imports, calls and constants of a file, which is all that the rules ask about."""
    return tuple(node for node in ast.walk(parsed(path)) if isinstance(node, (*IMPORTS, ast.Call, ast.Constant)))


def imported_rooms(path: Path) -> set[str]:
    """Also inside functions and under TYPE_CHECKING: a type that a room names is a room that it knows."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno}: imports are absolute"
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {module.split(".")[1] for module in modules if module.startswith("criteria.")}
    # The version is a constant of the face that anything may quote.
    return found - {room(path), "__version__"}


def test_imports_run_one_way():
    rooms = {room(path) for path in FILES} - TOP
    assert rooms <= MAY_IMPORT.keys(), "a new room needs its place here and in docs/architecture.md"
    against = {name(path): imported_rooms(path) - MAY_IMPORT[room(path)] - LOW for path in FILES if room(path) in rooms}
    assert {file: rooms for file, rooms in against.items() if rooms} == {}


def test_a_file_is_a_room_not_a_hall():
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {file: count for file, count in lines.items() if count > 400} == {}
    assert {file for file, count in lines.items() if count > 300} == LONG_FILES.keys()


def test_arithmetic_is_exact():
    floats = [
        f"{name(path)}:{node.lineno}"
        for path in FILES
        if room(path) in EXACT and name(path) not in FLOATS_ALLOWED
        for node in nodes(path)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex)) or calls(node, {"float"})
    ]
    assert floats == []


def test_nothing_is_executed_or_unpickled():
    for path in FILES:
        refused = {"eval", "exec", "__import__", *({"compile"} if name(path) not in COMPILES else ())}
        for node in nodes(path):
            assert not calls(node, refused), f"{name(path)}:{node.lineno}"
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {"pickle", "marshal", "shelve"} & set(modules), f"{name(path)}:{node.lineno}"


def calls(node: ast.AST, functions: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions


def test_a_file_begins_with_its_contract():
    assert [name(path) for path in FILES if not ast.get_docstring(parsed(path))] == []


def test_no_folder_imports_on_behalf_of_others():
    """A re-export would drag one room into another; the faces of the package and of the dates import only when asked."""
    faces = {"__init__.py", "dates/__init__.py", "testing/__init__.py"}
    folders = [path for path in FILES if path.name == "__init__.py" and name(path) not in faces]
    importing = [name(path) for path in folders if any(isinstance(node, IMPORTS) for node in nodes(path))]
    assert importing == []


def test_the_faces_import_nothing_of_the_package_until_asked():
    """So that `criteria --help` and `import criteria` stay quick."""
    for face in ("__init__.py", "dates/__init__.py"):
        eager = [
            node for node in top_level(PACKAGE / face) if isinstance(node, IMPORTS) and "criteria" in ast.unparse(node)
        ]
        assert eager == []


def top_level(path: Path) -> list[ast.stmt]:
    return parsed(path).body if path.exists() else []
