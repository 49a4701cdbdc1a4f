"""The commands that need no screen: one module each, and what they share.  Nothing here imports Textual."""
