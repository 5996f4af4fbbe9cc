"""The app's frame: which pages there are, and the event they are about. `streamlit run app.py` opens it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app_pages._conflict import close_opened
from app_pages._drafts import keep_drafts
from app_pages._editing import draw_anew
from app_pages._errand import show_errands_elsewhere
from app_pages._live import warm_up_checks
from app_pages._notices import show_notices
from app_pages._patience import be_patient
from app_pages._shared import choose_event, current_event, open_session, show_problem
from app_pages._sign_in import asks_for_sign_in
from planner.storage import StorageError

# A file of our own: a named icon would be fetched from a font server by the browser.
st.set_page_config(page_title="Event planner", page_icon=str(Path(__file__).parent / ".streamlit" / "icon.png"), layout="wide")
# On a phone the hint "Press Enter to submit form" lies over the words typed, and the empty head takes a tenth of the screen.
st.html(
    "<style>@media (max-width: 640px) {[data-testid='InputInstructions'] {display: none}"
    " [data-testid='stMainBlockContainer'] {padding-top: 4rem}}</style>"
)

be_patient()
open_session()
pages = {
    "Before": [
        st.Page("app_pages/event.py", title="Event", icon=":material/event:", default=True),
        st.Page("app_pages/people.py", title="People", icon=":material/groups:"),
        st.Page("app_pages/notes.py", title="Notes", icon=":material/edit_note:"),
        st.Page("app_pages/meetings.py", title="Meetings", icon=":material/schedule:"),
    ],
    "There": [
        st.Page("app_pages/at_the_event.py", title="At the event", icon=":material/where_to_vote:"),
    ],
    "Afterwards": [
        st.Page("app_pages/follow_up.py", title="Follow-up", icon=":material/checklist:"),
        st.Page("app_pages/ledger.py", title="Ledger", icon=":material/volunteer_activism:"),
        st.Page("app_pages/referrals.py", title="Referrals", icon=":material/share:"),
        st.Page("app_pages/scorecard.py", title="Scorecard", icon=":material/speed:"),
    ],
    "Me": [
        st.Page("app_pages/profile.py", title="Profile", icon=":material/person:"),
        st.Page("app_pages/network.py", title="My network", icon=":material/contacts:"),
        st.Page("app_pages/your_data.py", title="Your data", icon=":material/folder_managed:"),
        st.Page("app_pages/privacy.py", title="Privacy", icon=":material/shield_person:"),
    ],
}

if asks_for_sign_in():
    pages["Me"].append(st.Page("app_pages/team.py", title="Team", icon=":material/group:"))

page = st.navigation(pages, position="sidebar", expanded=True)
if st.session_state.get("page") != page.title:
    close_opened()
    draw_anew()
st.session_state["page"] = page.title
choose_event()
show_notices()
show_errands_elsewhere()
show_problem()
try:
    page.run()
except StorageError as problem:
    st.error(str(problem), icon=":material/database_off:")
if current_event():
    warm_up_checks()
keep_drafts()  # after the page: it tells the browser what the page left standing
