"""The same rule asked of every peer, side by side: one evaluation, compiling, importing.

In: bench/peer_list.py. Out: figures, and the table of what is compared. Holds: a peer is printed only when it said the same as the
function written by hand on 2,000 random fact sets in this run; each runs in a process of its own, so one that fails costs its own lines.
"""

from bench.environment import told, version
from bench.figures import Figure, growth
from bench.peer_list import LEFT_OUT, PEERS, Peer

SIZES = (10, 1_000, 10_000)
BETWEEN = (100, 300, 3_000)  # further sizes for the curve of criteria


def every_fault(failed: dict[str, str]) -> dict[str, str]:
    """Why a peer is not measured, by its name; agreement is shown on the way."""
    print("\nDo they agree? 2,000 random fact sets each", flush=True)
    faults: dict[str, str] = {}
    for peer in (*PEERS, Peer("criteria", "ours", "", "", "", "", "")):
        found, fault = told(["-m", "bench.one_peer", peer.module, "agree"])
        if fault and peer.package in failed:
            fault = f"it could not be installed ({failed[peer.package]})"
        elif not fault and found["same"] != found["sets"]:
            fault = f"it says something else on {found['sets'] - found['same']} of {found['sets']} fact sets"  # type: ignore[operator]
        if fault:
            faults[peer.name] = fault
        print(f"  {peer.name}: {fault or 'the same on all'}", flush=True)
    return faults


def evaluations(faults: dict[str, str], rounds: int) -> list[Figure]:
    """Every peer as a multiple of the function written by hand in the same round; ours as the median of all those rounds."""
    by_hand, ours = Figure("by hand, in Python", "µs"), Figure("**criteria, compiled**", "× by hand")
    figures = [by_hand, ours]
    for peer in PEERS:
        figure = Figure(peer.name, "× by hand", fault=faults.get(peer.name, faults.get("criteria", "")))
        figures.append(figure)
        if figure.fault:
            continue
        found, figure.fault = told(["-m", "bench.one_peer", peer.module, "speed", str(rounds)])
        if figure.fault:
            continue
        samples: dict[str, list[float]] = found["samples"]  # type: ignore[assignment]
        hand = samples["hand"]
        by_hand.samples += [each * 1_000_000 for each in hand]
        ours.samples += [each / least for each, least in zip(samples["ours"], hand, strict=True)]
        figure.samples = [each / least for each, least in zip(samples[peer.module], hand, strict=True)]
        print(f"  … {peer.name}", flush=True)
    measured = [figure for figure in figures[1:] if figure.samples]
    return [by_hand, *sorted(measured, key=lambda each: each.median), *(f for f in figures[1:] if not f.samples)]


def compiling(faults: dict[str, str]) -> list[str]:
    """Milliseconds for rules of each size as one table, megabytes for the largest; and how ours grows."""
    heads = "".join(f" {size:,} |" for size in SIZES)
    lines = [f"| milliseconds for conditions |{heads} MB for the last |", f"|---|{'---:|' * (len(SIZES) + 1)}"]
    ours: dict[int, float] = {}
    sides = [("by hand, in Python", "hand"), ("**criteria**", "ours"), *((peer.name, peer.module) for peer in PEERS)]
    for name, module in sides:
        if name in faults:
            lines.append(f"| {name} | not measured: {faults[name]} |{' |' * len(SIZES)}")
            continue
        cells, megabytes = [], ""
        for size in SIZES:
            taken, held, fault = compiled(module, size)
            cells.append(fault or f"{taken * 1_000:,.1f}")
            megabytes = "" if fault else f"{held:.0f}"
            if module == "ours" and not fault:
                ours[size] = taken
        lines.append(f"| {name} | {' | '.join(cells)} | {megabytes} |")
        print(lines[-1], flush=True)
    for size in BETWEEN:
        taken, _, fault = compiled("ours", size)
        ours |= {} if fault else {size: taken}
    return ["\n".join(lines), *([growth(sorted(ours.items())[1:], "conditions")] if len(ours) > 2 else [])]


def compiled(module: str, conditions: int) -> tuple[float, float, str]:
    """The median of seconds, the megabytes, and what went wrong."""
    found, fault = told(["-m", "bench.one_peer", module, "compile", str(conditions)])
    if fault:
        return 0, 0, fault
    return Figure("", "", found["samples"]).median, float(found["megabytes"]), ""  # type: ignore[arg-type]


IMPORT = """
import json, time
start = time.perf_counter()
import {name}
taken = time.perf_counter() - start
from bench.memory import peak_megabytes
print(json.dumps({{"samples": [taken], "megabytes": peak_megabytes()}}))
"""


def importing(faults: dict[str, str], rounds: int) -> list[Figure]:
    """Milliseconds inside a fresh process, in rounds of all."""
    names = {"**`criteria`**": "criteria"} | {
        peer.name: peer.imports for peer in PEERS if "installed" not in faults.get(peer.name, "")
    }
    figures = {name: Figure(name, "ms") for name in names}
    memory: dict[str, float] = {}
    for _ in range(rounds):
        for name, imported in names.items():
            found, fault = told(["-c", IMPORT.format(name=imported)])
            if fault:
                figures[name].fault = fault
            else:
                figures[name].samples += [1_000 * each for each in found["samples"]]  # type: ignore[attr-defined]
                memory[name] = found["megabytes"]  # type: ignore[assignment]
    for name, figure in figures.items():
        figure.name = f"import {name}, then {memory[name]:.0f} MB" if name in memory else f"import {name}"
    return list(figures.values())


def who(faults: dict[str, str]) -> str:
    """The table of peers, and who is not among them."""
    lines = ["| Peer | Version | Licence | What it was asked | What it cannot say |", "|---|---|---|---|---|"]
    for peer in PEERS:
        fault = f". **Not measured**: {faults[peer.name]}" if peer.name in faults else ""
        named = f"{peer.name} (`{peer.package}`)"
        lines.append(f"| {named} | {version(peer.package)} | {peer.licence} | {peer.asked}{fault} | {peer.cannot} |")
    return "\n".join(lines) + f"\n\n{LEFT_OUT}"
