"""A file becomes a `Document`: reading, formats, cleaning, structure, sentences."""
