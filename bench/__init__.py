"""Repeatable measurements against named peers, in the same run on the same machine: only the ratios travel."""
