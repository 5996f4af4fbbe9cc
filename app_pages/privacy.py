"""Privacy in plain words: what is kept about whom, where from, for how long, who sees it, and what the law asks of the user."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import get_store
from app_pages._sign_in import asks_for_sign_in
from app_pages._text import plain
from planner.privacy import KEEP_UNPICKED_DAYS
from planner.team import role_of

_NOTICE = """\
I noted your name, job and company from {where}, to ask whether a short meeting makes sense. They are kept with my contacts and
given to nobody. Tell me if you would like to see what I hold, have it corrected, or have it deleted."""

store = get_store()
team = asks_for_sign_in()
st.title("Privacy")
st.subheader("What is kept, and where from")
st.markdown(
    "- **People on agendas**: name, job title, company, biography and links, as the event published them.\n"
    "- **Your contacts**: what stands in the files you import, and what you add.\n"
    "- **Your log**: notes, meetings, favours, introductions, and your remarks.\n\n"
    "Every fact about a person names its source and its day: choose the person on the Ledger. What a company does says whether "
    "it comes from the agenda, from Wikidata or the company's page (after your yes), or from you."
)
st.page_link("app_pages/ledger.py", label="See a person with sources and dates", icon=":material/volunteer_activism:")

st.subheader("Where it is, and who sees it")
who = (
    "Colleagues of your workspace see people, events, what companies do, whom you know and how, and whom you want to meet. "
    "Notes, favours, asks, remarks and meetings are yours alone unless you share one. Whoever runs the server can read its "
    "database."
    if team else "Nobody but whoever uses this computer under your name."
)  # fmt: skip
st.markdown(
    f"Everything is in {plain(store.database.place)}. {who}\n\n"
    "Nothing is sent anywhere by itself: no telemetry, no pictures or fonts from elsewhere, no note goes out. Four things "
    "leave this machine, each when you ask for it: the request for an agenda's pages, a company's name to Wikidata, the "
    "request for a company's own page, and the text of a note to a language model of yours."
)

st.subheader("How long")
owns = role_of(store.database, store.member) == "owner"
days = store.settings().get("keep_unpicked_days", KEEP_UNPICKED_DAYS) if owns else None
told = "as long as an owner of the workspace set"
if owns:
    told = f"**{days} days** after the event" if days else "**always**, as you set"
st.markdown(
    f"People from an agenda whom nobody picked are kept {told}; then they are dropped by themselves. Everybody else stays "
    "until you erase them: then they are gone from people, agendas, notes and meetings, in the log only the anonymous count "
    "stays, and they do not come back when an agenda is read again. Backups made before still hold them: delete those too."
)
st.page_link("app_pages/your_data.py", label="Export or erase a person, change the days", icon=":material/folder_managed:")

st.subheader("What the law asks of you in the European Union")
st.markdown(
    "The General Data Protection Regulation covers business contacts too. In plain words, and no legal advice:\n\n"
    "- **A reason (Article 6).** Preparing a meeting is usually your *legitimate interest*. Keep only what that needs.\n"
    "- **Tell them (Article 14).** Data about somebody that did not come from them: tell them who you are, what you hold, why, "
    "from where, how long, and what they may ask. Within a month; when you write to them, at the latest in that first note; "
    "before you give it to anybody else, at the latest then. Not needed where they know already, or where it would take an "
    "effort out of all proportion.\n"
    "- **Answer (Articles 15 to 17, 21).** Who asks may see, correct and erase what you hold, and object. You have a month."
)
st.caption("A sentence to put under a first note; change it as it fits:")
st.code(_NOTICE.format(where="the agenda of EVENT"), language=None, wrap_lines=True)
if team:
    st.caption("On a team's server your company is responsible: ask whoever looks after data protection there.")
