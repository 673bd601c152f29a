"""The two batches as a programmer writes them by hand, one file a library, and as ``criteria`` does them.

Each file has for each batch a function that loads the facts into memory (not counted), one that counts verdicts over what was loaded, and,
where the library can, one that writes every verdict from file to file. A verdict of a goal is its best and its worst level under the
default readings, here always the same, and whether another reading comes to another level. In files a level is a text, as ``criteria
batch`` writes it.

``Counts``: for each goal how many subjects are fulfilled, how many at least partial, and how many depend on a reading.
``Verdicts``: for each subject the level of each goal, and whether it depends.
"""

from pathlib import Path

Counts = dict[str, tuple[int, int, int]]
Verdicts = dict[int, list[tuple[int, bool]]]
LEVELS = ("fulfilled", "partial", "not_fulfilled")
PLANS = {name: Path(__file__).resolve().parents[1] / f"batch_{name}.criteria" for name in ("scalar", "shares")}
