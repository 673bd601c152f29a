"""One peer in a process of its own: `python -m bench.one_peer NAME agree|speed|compile …`, in the peers' environment.

Out: one line of JSON. ``agree`` asks the peer 2,000 random fact sets and counts where it says what the function written by hand says.
``speed`` measures it side by side with that function and with ``criteria``, round by round. ``compile N`` compiles rules of N conditions.
"""

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable

from bench.memory import peak_megabytes
from bench.rule import ASTRA, many
from bench.rule_by_hand import Facts, compiled, drawn, levels

SETS, SAMPLE, ROUND_SECONDS, LONGEST = 2_000, 100, 0.03, 12
Ask = Callable[[object], object]


def peer(name: str) -> tuple[Callable[[Facts], object], Callable[[object], tuple[int, ...]], Ask]:
    """How facts are put, what the peer says as plain numbers, and the same without making them plain."""
    module = importlib.import_module(f"bench.peers.{name}")
    bind, ask = module.engine(ASTRA)
    numbered = getattr(module, "numbered", tuple)
    return bind, lambda facts: numbered(ask(facts)), ask


def agree(name: str) -> dict[str, object]:
    bind, told, _ = peer(name)
    facts = drawn(SETS)
    same = [told(bind(one)) == levels(one) for one in facts]
    first = next((one for one, right in zip(facts, same, strict=True) if not right), None)
    return {"sets": SETS, "same": sum(same), "other": first and list(told(bind(first)))}


def speed(name: str, rounds: int) -> dict[str, object]:
    """Seconds for one fact set, for all sides in each round; and the memory of the process after it."""
    facts = drawn(SAMPLE, seed=7)
    sides: dict[str, tuple[Ask, list[object]]] = {"hand": (levels, list(facts))}
    for side in dict.fromkeys(("ours", name)):
        bind, _, ask = peer(side)
        sides[side] = (ask, [bind(one) for one in facts])
    repeats = {side: repeats_of(*pair) for side, pair in sides.items()}
    samples: dict[str, list[float]] = {side: [] for side in sides}
    start = time.perf_counter()
    gc.disable()
    for _ in range(rounds):
        for side, (ask, given) in sides.items():
            samples[side].append(seconds(ask, given, repeats[side]))
        if time.perf_counter() - start > LONGEST:
            break
    return {"samples": samples, "megabytes": peak_megabytes()}


def repeats_of(ask: Ask, given: list[object]) -> int:
    seconds(ask, given, 1)
    return max(1, round(ROUND_SECONDS / (seconds(ask, given, 1) * len(given))))


def seconds(ask: Ask, given: list[object], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        for facts in given:
            ask(facts)
    return (time.perf_counter() - start) / repeats / len(given)


def compile_rules(name: str, conditions: int) -> dict[str, object]:
    """Up to five times, in five seconds; and once before, so that what is loaded late is loaded."""
    make = compiled if name == "hand" else importlib.import_module(f"bench.peers.{name}").engine
    make(many(10))
    before, samples, begun = peak_megabytes(), [], time.perf_counter()
    while len(samples) < 5 and (not samples or time.perf_counter() - begun < 5):
        rules = many(conditions)
        start = time.perf_counter()
        make(rules)
        samples.append(time.perf_counter() - start)
    return {"samples": samples, "megabytes": peak_megabytes() - before}


def main(arguments: list[str]) -> None:
    match arguments:
        case [name, "agree"]:
            told = agree(name)
        case [name, "speed", rounds]:
            told = speed(name, int(rounds))
        case [name, "compile", conditions]:
            told = compile_rules(name, int(conditions))
        case _:
            raise SystemExit(__doc__)
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
