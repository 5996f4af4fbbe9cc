"""Documents that stand for a page: lightweight markup, Word."""
