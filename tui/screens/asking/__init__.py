"""Small screens that ask for one thing and go: a line, a choice, a command, a correction."""
