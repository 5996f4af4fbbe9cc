"""Rows of cells as records, whether they have a header or not."""
