"""Who is named in a text, and what their job and company are."""
