"""Other figures for the same thing: in place, of aligned sentences, of the event wherever they are told."""
