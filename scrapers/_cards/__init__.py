"""People a page presents beside its programme, in cards, lists and tables, and pages about one session or person."""
