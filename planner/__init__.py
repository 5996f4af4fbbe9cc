"""What to do with an agenda: whom to meet, why, and what to keep of it.

Imports run one way: app_pages -> planner, scrapers; scrapers -> planner.agenda; planner -> nothing of ours.
No Streamlit and no network in here; only `planner/__main__.py`, an entry point, may call the scrapers.
"""
