"""The desk at which a function is written: its statements, its variables, what is bound to it, and what it reads.

In: pieces of code, in the order in which they run. Out: the body of a function, the constants bound to its names, the slots it reads and
where it cuts their values. Holds: a value worked out in a block is known in the blocks inside it; what a loop needs and does not change is
worked out before it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager

from criteria.compiled.expressions import Expr, Truth, Whole, assigned, name, simple, tree
from criteria.compiled.slots import Slots
from criteria.frozen import define, field, frozen
from criteria.ladder.words import words_in
from criteria.model import terms as t
from criteria.model.plan import Plan

Key = Hashable
CALENDAR = frozenset({"month-end", "weekend"})
Text = str | ast.expr  # a text: known, or to be read


class Uncompiled(Exception):
    """A construct that stays with the reference."""

    def __init__(self, construct: str) -> None:
        super().__init__(construct)
        self.construct = construct


@define
class Block:
    """Statements that run together, and what they have worked out."""

    outer: Block | None = None
    loop: bool = False
    body: list[ast.stmt] = field(factory=list)
    known: dict[Key, object] = field(factory=dict)


@frozen
class FixedRow:
    """A row of the plan, told by its number: its cells are known."""

    record: str
    number: int


@define(eq=False)
class LoopRow:
    """A row that a loop goes through: the columns that its body reads become variables of the loop."""

    record: str
    columns: dict[str, str] = field(factory=dict)


Row = FixedRow | LoopRow


@frozen
class Around:
    """The rows in force, innermost first, and the groups in force."""

    rows: tuple[Row, ...] = ()
    groups: tuple[tuple[str, Text], ...] = ()

    def inside(self, row: Row) -> Around:
        return Around((row, *self.rows), self.groups)


class Constants:
    """What generated names stand for; functions that are written with the same ones can be put together."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {"abs": abs, "len": len, "range": range, "set": set, "zip": zip}
        self.named: dict[Key, str] = {}

    def name(self, value: object) -> str:
        """The name of a value; equal ones have the same."""
        key = (type(value), value) if isinstance(value, str | int | tuple | frozenset) else id(value)
        if key not in self.named:
            self.named[key] = f"k{len(self.named)}"
            self.values[self.named[key]] = value
        return self.named[key]


@define(eq=False)
class Writer:
    """What one function is written with. ``test``, ``amount`` and ``edge`` are what terms and rows need of each other."""

    plan: Plan
    readings: Mapping[str, str]
    slots: Slots
    test: Callable[[Writer, t.Condition, Around], Truth]
    amount: Callable[[Writer, t.Term, Around], object]
    edge: Callable[[Writer, t.EdgeDay, Around], ast.expr]
    eager: bool = False  # every row is asked, also where one has settled it: then no fault stays unseen
    varied: tuple[str, ...] = ()  # readings that change while the function is written
    subject: Row | None = None
    block: Block = field(factory=Block)
    constants: Constants = field(factory=Constants)
    reads: set[int] = field(factory=set)
    loaded: set[int] = field(factory=set)  # those of them that stand in the code
    cuts: dict[int, set[object]] = field(factory=dict)  # where the values of a slot are cut
    uncut: set[int] = field(factory=set)  # slots whose values count one by one
    lacking: bool = False  # whether what was written last may have no value
    variables: int = 0
    size: int = 0  # rows of the plan that were written out one by one

    def variable(self) -> str:
        """A new one."""
        self.variables += 1
        return f"x{self.variables}"

    def keep(self, value: Whole | Truth) -> ast.Name:
        """A value in a variable of its own."""
        kept = self.variable()
        self.add(assigned(kept, value))
        return name(kept)

    def light(self, value: Whole) -> Whole:
        """The same value, such that it may stand in several places."""
        return value if simple(value) else self.keep(value)

    def add(self, statement: ast.stmt) -> None:
        """The next statement."""
        self.block.body.append(statement)

    def constant(self, value: object) -> ast.Name:
        """A value bound to a name of the function's own."""
        return name(self.constants.name(value))

    def text(self, value: Text) -> Expr:
        """A text as a tree: a known one is bound to a name."""
        return self.constant(value) if isinstance(value, str) else value

    def call(self, function: Callable[..., object], *arguments: Whole) -> ast.Call:
        """A call of a function that is bound to a name."""
        return ast.Call(self.constant(function), [tree(each) for each in arguments], [])

    def slot(self, place: int) -> ast.Name:
        """A bound value: the function reads it once, into a variable."""
        self.reads.add(place)
        self.loaded.add(place)
        return name(f"v{place}")

    def known(self, key: Key) -> object | None:
        """What was worked out already, here or around."""
        block: Block | None = self.block
        while block is not None:
            if key in block.known:
                return block.known[key]
            block = block.outer
        return None

    def said(self, *nodes: t.Term | t.Condition | t.Rows) -> Key:
        """The varied readings in force by which the nodes can be understood; and those of the calendar, which nodes do not name."""
        if not self.varied:
            return ()
        words = CALENDAR.union(*(words_in(node, self.plan) for node in nodes))
        return tuple((word, self.readings[word]) for word in self.varied if word in words)

    def learn(self, key: Key, value: object) -> None:
        self.block.known[key] = value

    @contextmanager
    def nested(self, *, loop: bool = False) -> Iterator[Block]:
        """A block of its own inside this one; whoever opens it puts its statements somewhere."""
        inner = self.block = Block(self.block, loop)
        try:
            yield inner
        finally:
            assert inner.outer is not None
            self.block = inner.outer

    @contextmanager
    def before_loops(self) -> Iterator[None]:
        """What is written now stands before the outermost loop around."""
        here = self.block
        self.block = _outside(here)
        try:
            yield
        finally:
            self.block = here


def _outside(block: Block) -> Block:
    """The innermost block that no loop is around."""
    found: Block = block
    around: Block | None = block
    while around is not None:
        if around.loop and around.outer is not None:
            found = around.outer
        around = around.outer
    return found
