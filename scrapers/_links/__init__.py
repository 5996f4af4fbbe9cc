"""Where the links of a page lead, and what its title names."""
