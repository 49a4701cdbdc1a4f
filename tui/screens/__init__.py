"""One module a screen: the reader, the help, and what all screens share; the others in folders by what they are for."""
