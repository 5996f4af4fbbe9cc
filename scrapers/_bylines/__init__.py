"""Titles and people that share one line, told apart."""
