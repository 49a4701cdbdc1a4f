"""A query becomes hits: the query language, and the engines behind one protocol."""
