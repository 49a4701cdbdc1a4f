"""The reader screen in parts: the article and its places, search, names, and what is left in it."""
