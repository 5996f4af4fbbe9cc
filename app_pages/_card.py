"""One suggested meeting as a card: who, where, why, what to give, what to ask, and the buttons to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import streamlit as st

from app_pages._choosing import keep_same, same_answer
from app_pages._colleagues import show_colleagues_on_card
from app_pages._drafts import forget_drafts, stand
from app_pages._remarks import mark_of
from app_pages._shared import get_store, keep, log, redraw, undo_entry, write_entries
from app_pages._text import RELATION_WORDS, WAY_WORDS, now, plain, when_words
from app_pages._view import EventView, view_event
from planner.agenda import Session, Speaker
from planner.corrections import Correction, to_json
from planner.doubles import merge_people, split_people
from planner.industries import industries
from planner.journal import Entry, EntryKind, new_entry
from planner.matching import Known
from planner.people import Person
from planner.records import Fact, KeptEvent
from planner.suggestion import GiveFirst, Suggestion
from planner.team import Acquaintance

BUTTONS: dict[EntryKind, tuple[str, str]] = {
    "accepted": ("Meet", ":material/handshake:"),
    "not_now": ("Not now", ":material/schedule:"),
    "no_thanks": ("No thanks", ":material/close:"),
    "met_before": ("Met before", ":material/history:"),
}
_TELLING = 0.07  # of a score: a reason that counts less is the same on many cards
EVIDENCE_WORDS = {
    "name": " (by its name)", "text": " (says the agenda)", "title": " (by the job title)", "told": " (you said so)",
}  # fmt: skip
DECIDED = {"accepted": "Chosen", "not_now": "Not now", "no_thanks": "No thanks", "met_before": "Met before"}


HEAD, WEIGHTS = "people_head", "people_weights"
"""The parts of the page that tell what was decided last and how many are chosen, and what decisions taught."""


def card_key(speaker: Speaker) -> str:
    """The key of the part of the page that is this person's card."""
    return f"card_{speaker.id}"


def show_card(
    event: KeptEvent, suggestion: Suggestion, known: Known | None = None, *,
    acquaintances: Sequence[Acquaintance] = (), picked: Sequence[str] = (),
) -> None:  # fmt: skip
    """Show one person; the buttons log the decision and draw this card again. `known` is the contact this may be.

    `acquaintances` are how colleagues know them, `picked` the colleagues who want to meet them too.
    """
    view, speaker = view_event(event), suggestion.speaker  # as things stand now: a card is drawn again without its page
    with st.container(border=True):
        job = ", ".join(plain(x) for x in (speaker.title, speaker.company) if x) or "job unknown"
        industry = plain(_say_industry(view, suggestion))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{suggestion.rank}. {plain(speaker.name)}**  \n{job} · {industry}", width="stretch")
            if suggestion.unlikely:
                st.badge("unlikely, but", icon=":material/lightbulb:", color="violet")
            if known is not None and known.certainty == "sure":
                st.badge(_say_bond(known.person), icon=":material/contacts:", color="blue")
        if sessions := view.agenda.sessions_of(speaker.id)[:3]:
            st.caption("  \n".join(_say_session(session) for session in sessions))
        show_colleagues_on_card(acquaintances, picked)
        if known is not None and (known.certainty == "probable" or known.person.relation is not None):
            _ask_if_same(view, speaker, known)
        why, give = st.columns(2)
        with why:
            st.markdown("**Why**\n\n" + _say_why(suggestion))
        with give:
            st.markdown("**Give first**")
            show_ideas(view, suggestion)
        with st.container(horizontal=True, vertical_alignment="center"):
            _show_choice(view, suggestion)
        more = st.expander("What to ask, and more", key=f"more_{speaker.id}", on_change="rerun")
        if more.open:
            with more:
                _show_more(view, suggestion)


def _say_session(session: Session) -> str:
    return " · ".join(filter(None, (when_words(session.start, session.end), plain(session.room), plain(session.title))))


def _show_more(view: EventView, suggestion: Suggestion) -> None:
    for question in suggestion.questions:
        st.markdown(f"- {plain(question)}")
    for reason in suggestion.reasons:
        share = f" ({reason.weight:.2f} of {suggestion.score:.2f})" if reason.weight else ""
        st.caption(f"{plain(reason.text)}{share}")
    if suggestion.speaker.bio:
        st.caption(plain(suggestion.speaker.bio[:600]))
    _show_setting_right(view, suggestion)


def _say_why(suggestion: Suggestion) -> str:
    """The strongest reasons, three at most, each with its share of the score; what hardly counts waits in the folded part."""
    if not suggestion.reasons:
        return "- The agenda tells nothing yet that speaks for a meeting."
    whole = suggestion.score or 1.0
    first, *others = suggestion.reasons[:3]
    shown = [first, *(r for r in others if r.weight / whole >= _TELLING)]
    return "\n".join(f"- {plain(r.text)}" + (f" :gray[{r.weight / whole:.0%}]" if r.weight else "") for r in shown)


def _say_industry(view: EventView, suggestion: Suggestion) -> str:
    """What the company does, and what that rests on."""
    if suggestion.industry is None:
        return "industry unknown"
    fact = view.store.facts("industry").get(suggestion.speaker.company or "") if suggestion.evidence == "told" else None
    if fact is not None and fact.source != "you":
        return f"{suggestion.industry} (from {urlsplit(fact.source).hostname or fact.source}, {fact.date})"
    return f"{suggestion.industry}{EVIDENCE_WORDS.get(suggestion.evidence or '', '')}"


def show_ideas(view: EventView, suggestion: Suggestion) -> None:
    """What to give; of somebody chosen each idea can be marked as ready to give, with an undo."""
    speaker = suggestion.speaker
    chosen = speaker.id in view.decisions and view.decisions[speaker.id].kind == "accepted"
    person = view.person_ids.get(speaker.id)
    ready = {e.text: e for e in view.entries if e.kind == "give_first_ready" and e.person == person} if person else {}
    ideas = suggestion.give_first[:3]
    if not chosen and not ready:
        st.markdown("\n".join(f"- {WAY_WORDS[idea.way]}: {plain(idea.text)}" for idea in ideas))
        return
    for number, idea in enumerate(ideas):
        entry = ready.pop(idea.text, None)
        with st.container(gap=None):
            mark = ":green[:material/check_circle:] " if entry else ""
            st.markdown(f"{mark}{WAY_WORDS[idea.way]}: {plain(idea.text)}")
            if entry is None:
                st.button(
                    "I will give this",
                    key=f"give_{number}_{speaker.id}",
                    icon=":material/redeem:",
                    type="tertiary",
                    on_click=_make_ready,
                    args=(view, speaker, idea),
                )
            else:
                st.button("Ready · undo", key=f"ungive_{number}_{speaker.id}", type="tertiary",
                          on_click=_take_back, args=(entry, speaker))  # fmt: skip
    for entry in ready.values():
        st.markdown(f":green[:material/check_circle:] {WAY_WORDS[entry.way or 'other']}: {plain(entry.text)}")


def _make_ready(view: EventView, speaker: Speaker, idea: GiveFirst) -> None:
    person = view.person_for(speaker)
    log("give_first_ready", f"Ready to give to {speaker.name}.", event=view.event.id, person=person.id, way=idea.way,
        text=idea.text)  # fmt: skip
    redraw(HEAD, WEIGHTS, card_key(speaker))


def _take_back(entry: Entry, speaker: Speaker) -> None:
    undo_entry(entry)
    redraw(HEAD, WEIGHTS, card_key(speaker))


def show_decided(decision: Entry, speaker: Speaker, take_back: Callable[..., None], *args: object) -> None:
    """What was decided about a person, with an undo by `take_back`."""
    st.badge(DECIDED[decision.kind], icon=":material/check:", color="green" if decision.kind == "accepted" else "gray")
    st.button("Undo", key=f"undo_{speaker.id}", type="tertiary", on_click=take_back, args=(decision, *args))


def _show_choice(view: EventView, suggestion: Suggestion) -> None:
    """The decision on a card, else the buttons to decide; they tell for which reason, from which the weights learn."""
    speaker = suggestion.speaker
    reason = suggestion.reasons[0].code if suggestion.reasons else ""
    decision = view.decisions.get(speaker.id)
    if decision is not None:
        show_decided(decision, speaker, _take_back, speaker)
        return
    for kind, (label, icon) in BUTTONS.items():
        first = kind == "accepted"
        st.button(
            label, key=f"{kind}_{speaker.id}", icon=icon if first else None, type="primary" if first else "tertiary",
            on_click=_decide_on_card, args=(view, speaker, kind, reason),
        )  # fmt: skip


def _decide_on_card(view: EventView, speaker: Speaker, kind: EntryKind, reason: str) -> None:
    decide(view, speaker, kind, reason)
    redraw(HEAD, WEIGHTS, card_key(speaker))


def decide(view: EventView, speaker: Speaker, kind: EntryKind, reason: str = "") -> None:
    """Log a decision with the reason it was made for, from which the weights learn."""
    person = view.person_for(speaker)
    details = {"reason": reason} if reason else {}
    entry = new_entry(kind, event=view.event.id, person=person.id, details=details)
    write_entries((entry,), f"{DECIDED[kind]}: {speaker.name}.")


def _describe(person: Person) -> str:
    return ", ".join(plain(x) for x in (person.name, person.title, person.company) if x)


def _say_bond(person: Person) -> str:
    """How I know a contact; without a relation they are one because we met."""
    return {None: "Met", "other": "In my network"}.get(person.relation) or RELATION_WORDS[person.relation or "other"]


def _ask_if_same(view: EventView, speaker: Speaker, known: Known) -> None:
    """Whether a contact who looks like this person is this person; the answer is kept and can be taken back."""
    answer = same_answer(view, known)
    with st.container(horizontal=True, vertical_alignment="center"):
        if known.certainty == "sure":
            last = f", last contact {known.person.last_contact}" if known.person.last_contact else ""
            st.caption(f"Your contact {_describe(known.person)}{last}. {plain(known.why)}", width="stretch")
            if answer:
                st.button("Not sure after all", key=f"unsame_{speaker.id}", type="tertiary",
                          on_click=_settle, args=(view, speaker, known, ""))  # fmt: skip
            return
        st.markdown(
            f":blue-background[Same person?] Your contact {_describe(known.person)}. {plain(known.why)}", width="stretch"
        )
        for label, say in (("Yes, the same", "yes"), ("No, somebody else", "no")):
            st.button(label, key=f"same_{say}_{speaker.id}", on_click=_settle, args=(view, speaker, known, say))


def _settle(view: EventView, speaker: Speaker, known: Known, answer: str) -> None:
    before = same_answer(view, known)
    if answer == "yes":
        double = view.person_for(speaker)
        if double.id != known.person.id:
            merge_people(get_store(), known.person.id, double.id)
            answer = double.id
    elif before not in ("", "yes", "no"):
        split_people(get_store(), before)
    keep_same(view, known, answer)
    st.rerun()  # whom I know changes the order


def _show_setting_right(view: EventView, suggestion: Suggestion) -> None:
    """What we understood wrongly: job, company, what the company does. Kept, also when the agenda is read again."""
    speaker = suggestion.speaker
    key = f"right_{mark_of(speaker.id)}"
    with st.popover("Something is wrong here", type="tertiary"):
        title = st.text_input("Job title: it decides what we think they do", key=stand(f"{key}_title", speaker.title or ""),
                              persist_state="session")  # fmt: skip
        company = st.text_input("Company", key=stand(f"{key}_company", speaker.company or ""), persist_state="session")
        labels = sorted({i.label for i in industries().values()} | ({suggestion.industry} if suggestion.industry else set()))
        industry = st.selectbox(
            "What the company does", labels, accept_new_options=True, placeholder="Choose or type",
            key=stand(f"{key}_industry", suggestion.industry or None), persist_state="session",
        )  # fmt: skip
        if st.button("Keep this", key=f"{key}_keep"):
            values = {
                name: new.strip()
                for name, new, old in (("title", title, speaker.title), ("company", company, speaker.company))
                if new.strip() != (old or "")
            }
            edit = to_json(Correction("edit", "speaker", speaker.id, values))
            if values and not keep(lambda: get_store().add_corrections(view.event.id, edit), "Kept."):
                return
            fact = Fact("industry", company.strip(), industry or "", "you", now()[:10])
            told = industry and company.strip() and industry != suggestion.industry
            if not told or keep(lambda: get_store().save_facts(fact), "Kept."):
                forget_drafts(key)
                st.rerun()
