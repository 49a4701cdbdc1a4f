"""Building the index: articles read in processes, kept in one file, put into the engine, and brought up to date."""
