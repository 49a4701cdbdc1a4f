"""A query is answered: which articles match and where, in which order, with which passages, and why."""
