"""From the lines of a page to units, what each time owns, and when that takes place."""
