"""Who holds an office, is related, mediates, meets, moves first or gives way."""
