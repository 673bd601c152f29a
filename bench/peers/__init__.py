"""One file a peer: what it is, what it was asked, what it cannot say, and ``engine(goals)``, which compiles a rule of ``bench/rule.py``.

``engine`` gives two functions: ``bind`` puts facts into the form that the peer likes best, and is not counted; ``ask`` comes to the levels.
A peer's library is imported in its own file and nowhere else; each runs in a process of its own (``bench/one_peer.py``).
"""
