"""The pages of a PDF as the page they stand for."""
