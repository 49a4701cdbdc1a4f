"""Articles beside each other: two in full, many as a matrix."""
