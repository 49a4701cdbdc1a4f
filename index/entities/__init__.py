"""A `Document` gains mentions, entities and quotes: recognising, resolving, names tables."""
