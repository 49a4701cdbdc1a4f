"""Where two articles cannot both be right: a folder a field of conflicts, `collected.py` for all of them."""
