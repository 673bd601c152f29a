"""How the pages look: the one style sheet that every HTML report carries in its head."""

from __future__ import annotations

STYLE = """\
:root{color-scheme:light}
body{font:16px/1.45 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin:2rem 0 .3rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{text-align:left;vertical-align:top;padding:.35rem .6rem}
th{border-bottom:2px solid #444}td{border-bottom:1px solid #ccc}td.n{text-align:right;white-space:nowrap}
ul{list-style:none;padding-left:1.4rem;margin:.3rem 0}li{margin:.25rem 0;overflow-wrap:anywhere}
.small{color:#555;font-size:.87rem}q{font-style:italic}.verdict{font-weight:bold}
.yes{color:#14692f}.no{color:#a11616}.maybe{color:#8a5a00}
@media print{body{margin:0;max-width:none}section{break-inside:avoid}}
"""
