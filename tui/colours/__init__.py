"""The colours of the screen: themes of our own and of others, readable on any terminal."""
