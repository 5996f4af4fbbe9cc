"""From lines and their parts to the sessions of a page."""
