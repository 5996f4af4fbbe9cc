"""Data of any shape (JSON, XML, state in scripts, marked-up records) as sessions and people."""
