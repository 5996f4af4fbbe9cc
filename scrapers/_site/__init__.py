"""From one address to the whole event: which pages to open, in which order, and what to keep."""
