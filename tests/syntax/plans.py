"""Hypothesis strategies for the text of plans: well-formed ones, and edits of the example plans."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

from syntax.sentences import SENTENCES

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANS = sorted(EXAMPLES.glob("*/*.criteria"))
_TOKEN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|\w+(?:-\w+)*|[^\w\s]|\n[ ]*")

NAMES = st.sampled_from(["sent", "theory available", "done", "x2", "'by' sent", "EUD-undervisere", "område", "60 days"])
DATES = st.sampled_from(
    [
        "2020",
        "1. oktober 2020",
        "medio november",
        "30.5. 2020",
        "end of juni 2020",
        "2020-10-01",
        "19.-22. juni",
        "uge 42",
    ]
)
AMOUNTS = st.sampled_from(["3", "60%", "2.5%", "5,000 kr", "2 days", "-3", "1,250,000.50 kr", "planned"])
TAILS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["by", "before", "inden", "after", "from", "in", "senest"]), DATES),
    st.builds("{} {}".format, st.sampled_from(["at least", "at most", "above", "<", "≥", "equal to"]), AMOUNTS),
    st.builds("between {} and {}".format, AMOUNTS, AMOUNTS),
    st.just('is not "x"'),
    st.just('is one of "x", "y"'),
    st.just("within 4 weeks after sent"),
    st.just("at least 60% in every area"),
)
TESTS = st.one_of(
    NAMES,
    st.builds("{} {}".format, NAMES, TAILS),
    st.builds("{} is {}".format, NAMES, st.sampled_from(["at least 3", "described by 2020", "3"])),
    st.builds("{} events per area held in {}".format, st.sampled_from(["all", "no", "≥60% of", "at least 2"]), DATES),
    st.builds(
        'all rows where kind is "x" and {} have done {}'.format, NAMES, TAILS.filter(lambda t: not t.startswith("is"))
    ),
    st.builds("{} + {} at least {}".format, NAMES, NAMES, AMOUNTS),
    st.builds("the larger of {} and {} above 2".format, NAMES, NAMES),
    st.sampled_from(
        [english for english, _, _ in SENTENCES if " unless " not in english and "where" not in english]
    ).filter(lambda text: not any(word in text for word in (" and ", " or ", "provided"))),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
        st.builds("not ({})".format, inner),
        st.builds("({}) unless ({})".format, inner, inner),
    ),
    max_leaves=4,
)
COMMENTS = st.sampled_from(["", "", "", "  # why", "#tight"])


@st.composite
def bullets(draw, depth=0):
    """Bullet lines, nested a little."""
    lines = []
    for _ in range(draw(st.integers(1, 3))):
        if depth < 2 and draw(st.integers(0, 4)) == 0:
            head = draw(st.sampled_from(["any of", "none of", "all of", "exactly one of", "at least 2 of"]))
            lines += [f"- {head}", *(f"  {line}" for line in draw(bullets(depth=depth + 1)))]
        else:
            lines.append(f"- {draw(CONDITIONS)}{draw(COMMENTS)}")
        if draw(st.booleans()):
            lines.append('   source "the plan"')
    return lines


@st.composite
def plans(draw):
    """A well-formed plan in English, carelessly laid out."""
    lines = ['plan   "x"', "   year 2020", "", "", "facts", "    sent :date", " # odd place"]
    lines += ["    amount: kr above 1,000.50", "    log events", "        held:date when"]
    lines += ["table t", " | a|b |", " |1| x|", "   | 2,000 | \\| |"]
    for number in range(draw(st.integers(1, 3))):
        lines.append(f'goal {number} "title"{draw(COMMENTS)}')
        if draw(st.booleans()):
            lines += [f"   define d{number} = {draw(CONDITIONS)}"]
        lines += ["   fulfilled   when", *(f"     {line}" for line in draw(bullets()))]
        lines += draw(st.sampled_from([[], [""], ["", "  # between", ""]]))
        lines.append(f"   partial when {draw(CONDITIONS)}")
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


@st.composite
def edits(draw):
    """An example plan with one token deleted, doubled or put in: the new text and the line of the edit."""
    text = draw(st.sampled_from(PLANS)).read_text(encoding="utf-8")
    tokens = list(_TOKEN.finditer(text))
    token = tokens[draw(st.integers(0, len(tokens) - 1))]
    put = draw(
        st.sampled_from(["", token[0] + " " + token[0], "and ", "(", ")", '"', "x ", "of ", "- ", ": ", "2020 ", "| "])
    )
    rest = token[0] if put not in ("", token[0] + " " + token[0]) else ""
    edited = text[: token.start()] + put + rest + text[token.end() :]
    return edited, text.count("\n", 0, token.start()) + 1
