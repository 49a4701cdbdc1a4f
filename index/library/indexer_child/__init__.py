"""The process that refreshes an index apart from the screen."""
