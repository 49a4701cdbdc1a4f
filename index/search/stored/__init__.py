"""What the index is made of: articles become posting lists, posting lists, segments, commits of a Whoosh index."""
