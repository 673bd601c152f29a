"""Who is measured beside: the engine, its package and licence, what it was asked, and what it cannot say."""

from dataclasses import dataclass

NO_SETS = "unknown facts, sets of levels, readings"


@dataclass(frozen=True)
class Peer:
    """``module`` is its file in bench/peers/, ``imports`` what its users import."""

    name: str
    module: str
    package: str
    imports: str
    licence: str
    asked: str
    cannot: str


PEERS = (
    Peer(
        "DataLogic",
        "datalogic",
        "datalogic-py",
        "datalogic_py",
        "Apache-2.0",
        "a list of JSON Logic rules, compiled; facts parsed beforehand; a session used again",
        f"{NO_SETS}; exact fractions",
    ),
    Peer(
        "GoRules ZEN",
        "zen",
        "zen-engine",
        "zen",
        "MIT",
        "one compiled expression that comes to a list; facts as a dict",
        NO_SETS,
    ),
    Peer(
        "Cedar",
        "cedar",
        "cedarpy",
        "cedarpy",
        "Apache-2.0",
        "a policy for each goal and level, parsed once; one request, whose reasons name the policies that hold",
        "levels (it permits or forbids), division, readings; of unknown facts it leaves a residual policy, not levels",
    ),
    Peer(
        "regorus",
        "regorus_engine",
        "celine-regorus",
        "regorus",
        "MIT and Apache-2.0 and BSD-3-Clause",
        "a module of Rego, parsed once; facts as JSON text, which each evaluation reads",
        f"{NO_SETS}; the project publishes no wheel of its own, this one is another publisher's",
    ),
    Peer(
        "rego-cpp",
        "rego_cpp",
        "regopy",
        "regopy",
        "MIT",
        "the same module, built into a bundle; facts as its own input",
        NO_SETS,
    ),
    Peer(
        "CEL in Rust",
        "cel_rust",
        "common-expression-language",
        "cel",
        "Apache-2.0",
        "one compiled expression that comes to a list; facts as its own context",
        f"{NO_SETS}; integers end at 64 bits",
    ),
    Peer(
        "CEL in C++",
        "cel_cpp",
        "cel-expr-python",
        "cel_expr_python.cel",
        "Apache-2.0",
        "the same expression, compiled and type-checked; facts as its own activation",
        f"{NO_SETS}, though an expression may come to an unknown in C++; integers end at 64 bits",
    ),
    Peer(
        "CEL in Python",
        "cel_python",
        "cel-python",
        "celpy",
        "Apache-2.0",
        "the same expression as its program; facts as its own integers",
        f"{NO_SETS}; integers end at 64 bits",
    ),
    Peer(
        "rule-engine",
        "rule_engine",
        "rule-engine",
        "rule_engine",
        "BSD-3-Clause",
        "one rule that comes to a list; facts as decimals, which it computes with",
        NO_SETS,
    ),
    Peer(
        "JSON Logic",
        "panzi",
        "panzi-json-logic",
        "json_logic",
        "MIT",
        "a JSON Logic rule for each goal; there is nothing to compile",
        f"{NO_SETS}; exact fractions",
    ),
    Peer(
        "OpenFisca",
        "openfisca",
        "openfisca-core",
        "openfisca_core.taxbenefitsystems",
        "AGPL-3.0-or-later",
        "facts and goals as variables of a system; one simulation of one person for each fact set",
        f"{NO_SETS}; exact fractions; it is made for whole populations at once",
    ),
)
LEFT_OUT = (
    "`json-logic-qubit` and `json-logic` are not measured: they are older than `panzi-json-logic`, were last released in 2018 and "
    "2015, and import under the same name. `regorus` itself is not in the package index."
)
