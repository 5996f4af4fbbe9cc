"""Which part each line plays: title, person, affiliation, room, text; learnt from known agendas, corrected by words."""
