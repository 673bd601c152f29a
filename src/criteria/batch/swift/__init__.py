"""The same query on Polars, where everything about a source is plain."""
