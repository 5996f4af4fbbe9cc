"""Plain text, as the page it was copied from or as columns."""
