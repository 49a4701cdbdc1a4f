"""Setting a document's text into rows of cells: pure functions of text, blocks and width; no screen."""
