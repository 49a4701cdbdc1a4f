"""Articles in files that are no text: EPUB, Word, OpenDocument, PDF, mails and packed pages."""
