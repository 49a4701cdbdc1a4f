"""What brought it about, what became of it, and what was settled."""
