"""What a goal tests, cut into cells, and its level as a decision diagram over them. In: a goal and readings. Out: ``ladders.Ladders``."""
