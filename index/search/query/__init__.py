"""The query language: what is typed becomes symbols, and those a small tree of clauses."""
