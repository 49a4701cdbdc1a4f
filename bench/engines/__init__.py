"""The engines of others, each in a file: what is asked of them is the same, and needs nothing of this project."""
