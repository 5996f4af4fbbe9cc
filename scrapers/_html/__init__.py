"""A page as a tree, put right where it is odd, and as the lines a reader sees."""
