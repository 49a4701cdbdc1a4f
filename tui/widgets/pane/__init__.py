"""The pane a document is read in: set, painted, folded, selected and moved."""
