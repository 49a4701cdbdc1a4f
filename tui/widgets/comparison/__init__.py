"""Two articles beside each other: panes in step, the ledger of what was found, its strip and its export."""
