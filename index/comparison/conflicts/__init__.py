"""Where two articles cannot both be right: one file a kind of conflict, `conflicts.py` for all of them."""
