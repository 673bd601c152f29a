"""A checked plan as plain Python functions: facts are bound to it once, and its levels follow without looking at the model again."""
