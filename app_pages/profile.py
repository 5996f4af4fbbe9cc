"""Profile: who I am and what I can give; ranking, ideas and notes start from it."""

from __future__ import annotations

import streamlit as st

from app_pages._conflict import close_opened, note_conflict, opened, show_conflict
from app_pages._drafts import forget_drafts, stand
from app_pages._shared import get_store, in_rows, keep
from app_pages._text import plain
from planner.profile import Profile, read_profile, write_profile
from planner.understanding import say_profile

store = get_store()
profile, version = opened("profile", store.open_profile())


def save(new: Profile, over: int) -> None:
    """Keep a profile over the version it started from."""
    store.save_profile(new, version=over)
    close_opened("profile")
    forget_drafts("me_")


def save_checked(new: Profile, said: str) -> bool:
    """Keep a profile, or show both when it was changed in another tab meanwhile."""
    st.session_state["profile_mine"] = new
    return keep(lambda: save(new, version), said, on_conflict=lambda problem: note_conflict("profile", problem))


def lines(values: tuple[str, ...]) -> str:
    """A list as one phrase a line."""
    return "\n".join(values)


def phrases(text: str) -> tuple[str, ...]:
    """The non-empty lines of a text."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


st.title("Profile")
st.write("Whom you should meet depends on who you are and what you can give. One phrase a line, in your own words.")

conflict_here = st.empty()

with st.form("profile"):
    place = iter(in_rows(9, 2))
    name = next(place).text_input("Your name", key=stand("me_name", profile.name))
    title = next(place).text_input("Your job title", key=stand("me_title", profile.title), placeholder="VP Sales")
    company = next(place).text_input("Your company", key=stand("me_company", profile.company))
    industry = next(place).text_input("Its industry", key=stand("me_industry", profile.industry), placeholder="HR software")
    offers = next(place).text_area(
        "What I can give",
        key=stand("me_offers", lines(profile.offers)),
        height=130,
        placeholder="our checklist for ramping up new salespeople\nan introduction to two hospital buyers",
        help="Know-how, introductions you could make, positions you know are open.",
    )
    topics = next(place).text_area(
        "What I want to learn or talk about",
        key=stand("me_topics", lines(profile.topics)),
        height=130,
        placeholder="forecasting\nkeeping customers",
    )
    dream_customers = next(place).text_area(
        "Dream customers",
        key=stand("me_dream_customers", lines(profile.dream_customers)),
        height=110,
        placeholder="Acme\nHead of purchasing at a food maker",
        help="Companies, or a role at a kind of company.",
    )
    hiring = next(place).text_area("Positions I need to fill", key=stand("me_hiring", lines(profile.hiring)), height=110)
    avoid = next(place).text_area(
        "Companies not to approach",
        key=stand("me_avoid", lines(profile.avoid)),
        height=90,
        help="Competitors, for example. Your own company is implied.",
    )
    if st.form_submit_button("Save", type="primary", icon=":material/save:"):
        changed = Profile(
            name=name.strip(),
            title=title.strip(),
            company=company.strip(),
            industry=industry.strip(),
            offers=phrases(offers),
            topics=phrases(topics),
            dream_customers=phrases(dream_customers),
            hiring=phrases(hiring),
            avoid=phrases(avoid),
        )
        save_checked(changed, "Profile saved.")

with conflict_here.container():
    show_conflict(
        "profile",
        save=lambda _, over: save(st.session_state["profile_mine"], over),
        take=lambda: close_opened("profile"),
    )

if understood := say_profile(store.profile()):
    with st.expander("How this is understood", icon=":material/psychology:"):
        st.caption("Whom you should meet rests on this. If something is wrong, word it differently above.")
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in understood))

with st.expander("Take a profile with you"):
    st.download_button("Download as a file", write_profile(store.profile()), "profile.toml", "application/toml")
    upload = st.file_uploader("Load a profile from a file", type=["toml"], key="profile_file")
    if upload is not None and st.button("Use this profile"):
        try:
            loaded = read_profile(upload.getvalue().decode("utf-8", "replace"))
        except ValueError as problem:
            st.error(str(problem))
        else:
            if save_checked(loaded, "Profile loaded."):
                st.rerun()
