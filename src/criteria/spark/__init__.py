"""The same query on a distributed engine: a plan and DataFrames of a Spark session → the levels of every subject, as a DataFrame."""
