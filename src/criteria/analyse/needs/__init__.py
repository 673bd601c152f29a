"""What must still happen for a goal to reach a level, and by when. In: a plan, its facts, an as-of day. Out: ``every.needs``."""
