"""What words say in the languages of agendas: clocks, dates, kinds of sessions, jobs, and whether a text looks like a name."""
