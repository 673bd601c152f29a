"""The benchmarks, on little: the rule that all engines are asked is the plan's, and batches written by hand say what the plan says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import batch_data
from bench.environment import version
from bench.figures import Figure, Section, growth
from bench.one_batch import counts
from bench.page import page
from bench.peer_list import PEERS
from bench.peers import ours
from bench.rule import ASTRA, many
from bench.rule_by_hand import compiled, drawn, levels
from bench.sides import by_duckdb, by_numpy, by_plan, by_polars
from bench.sides import ours as batched

SETS = 60


def test_the_plan_the_terms_and_the_function_written_by_hand_are_one_rule() -> None:
    bind, ask = ours.engine(ASTRA)
    for facts in drawn(100):
        assert ours.numbered(ask(bind(facts))) == compiled(ASTRA)(facts) == levels(facts)


def test_a_rule_of_any_size_is_a_plan_without_faults() -> None:
    _, ask = ours.engine(many(50))
    assert callable(ask)


def test_every_peer_has_its_file_and_is_pinned() -> None:
    folder = Path(ours.__file__).parent
    for peer in PEERS:
        assert (folder / f"{peer.module}.py").exists()
        assert version(peer.package) != "not pinned"


@pytest.mark.parametrize("batch", ["scalar", "shares"])
def test_batches_by_hand_and_of_the_plan_say_what_the_compiled_plan_says(batch: str, tmp_path: Path) -> None:
    folder = getattr(batch_data, batch)(tmp_path / batch, SETS)
    verdicts = list(getattr(by_plan, f"verdicts_{batch}")(folder).values())
    expected = [
        (
            sum(told[goal][0] == 0 for told in verdicts),
            sum(told[goal][0] < 2 for told in verdicts),
            sum(told[goal][1] for told in verdicts),
        )
        for goal in range(len(verdicts[0]))
    ]
    for side in (by_numpy, by_polars, by_duckdb, batched):
        facts = getattr(side, f"load_{batch}")(folder)
        assert list(getattr(side, f"count_{batch}")(facts).values()) == expected
    for side in (by_polars, by_duckdb, batched):
        getattr(side, f"write_{batch}")(folder, tmp_path / "verdicts.parquet")
        assert list(counts(tmp_path / "verdicts.parquet").values()) == expected


def test_the_page_says_what_is_met_what_is_missed_and_what_was_not_measured() -> None:
    figures = [
        Figure("swift", "ms", [1.0, 2.0, 3.0], 4.0),
        Figure("slow", "ms", [8.0], 4.0, why="it waits"),
        Figure("absent", "ms", aim=4.0, fault="no such thing"),
    ]
    text = page([Section("Speed", "Told.", figures, [growth([(10, 1.0), (20, 4.0)], "rows")])], "nobody")
    assert "| swift | ≤ 4.00 ms | 2.00 (1.50–2.50) | yes |" in text
    assert "| slow | ≤ 4.00 ms | 8.00 (8.00–8.00) | no, 2.00 × off: it waits |" in text
    assert "| absent | ≤ 4.00 ms | not measured: no such thing | |" in text
    assert "| 20 | 4 | 2.00 |" in text
