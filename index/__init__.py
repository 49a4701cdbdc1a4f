"""Everything that needs no screen: documents, entities, search, comparison, and the library that joins them."""
