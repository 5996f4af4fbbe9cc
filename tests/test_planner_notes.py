"""Drafts say only what is known, fit their channel and pass our own linter, in every language and step."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.agenda import Event, Session, Speaker
from planner.channels import excess_of, find_channel, read_channels, spend_notes
from planner.envelope import eml_file, is_address, mailto_link
from planner.note_templates import FORMS, OURS, STEPS, Step, check_templates, languages, read_templates, show_sample
from planner.notes import Draft, draft_note, session_to_mention
from planner.own_templates import drop_own, save_frame, save_step
from planner.people import Person
from planner.placeholders import PLACEHOLDERS, Matter, clean_value, first_name_of, main_title
from planner.profile import Profile
from planner.suggestion import Slot

PERSON = Speaker(id="p1", name="Salome Vintersol", title="Plant Manager", company="Ockmoor Paints")
SESSION = Session(id="s1", title="Colour changeovers in under an hour: what we learnt")
EVENT = Event(name="Batch Days")
PROFILE = Profile(name="Mark Field", title="VP Sales", company="Tarn Software", industry="HR software")
SLOT = Slot("2026-03-03T10:30:00+01:00", "2026-03-03T10:45:00+01:00", "Foyer")
MATTERS = {
    "en": Matter(
        offer="our checklist for new managers", topic="training new people", trade="paints", other="Ida Moe", need="a foreman",
        promise="the list of suppliers",
        learnt="the idea with the two queues", introduced="Lea Brandt", outcome="We meet again in June.", since="2024",
        wanted="Omar Haddad, head of operations at Skyline", reason="They open two halls, and we have crews free.",
        connection="You worked with him.", in_return="I know two people for your open post.",
    ),
    "de": Matter(
        offer="unsere Checkliste für neue Leute", topic="Einarbeitung", other="Ida Moe", need="einen Meister",
        promise="die Liste der Lieferanten",
        learnt="die Idee mit den zwei Schlangen", introduced="Lea Brandt", outcome="Wir sehen uns im Juni.", since="2024",
        wanted="Omar Haddad, Leiter bei Skyline", reason="Dort fehlen Leute, und wir haben welche frei.",
        connection="Sie kennen ihn.", in_return="Ich kenne jemanden für Ihre Stelle.",
    ),
    "fr": Matter(
        offer="notre fiche pour les chefs", topic="la formation", other="Ida Moe", need="un chef",
        promise="la liste des fournisseurs",
        learnt="l'idée des deux files", introduced="Léa Brandt", outcome="Nous nous revoyons en juin.", since="2024",
        wanted="Omar Haddad, directeur chez Skyline", reason="Il cherche des équipes, et nous en avons.",
        connection="Vous le connaissez.", in_return="Je connais deux candidats.",
    ),
    "es": Matter(
        offer="nuestra lista para jefes", topic="la formación", other="Ida Moe", need="un jefe",
        promise="la lista de proveedores",
        learnt="la idea de las dos colas", introduced="Lea Brandt", outcome="Nos vemos en junio.", since="2024",
        wanted="Omar Haddad, director de Skyline", reason="Busca equipos y nosotros los tenemos libres.",
        connection="Usted lo conoce.", in_return="Le he recomendado a la alcaldía.",
    ),
    "pt": Matter(
        offer="a nossa lista para chefes", topic="a formação", other="Ida Moe", need="um chefe",
        promise="a lista de fornecedores",
        learnt="a ideia das duas filas", introduced="Lea Brandt", outcome="Vemo-nos em junho.", since="2024",
        wanted="Omar Haddad, diretor da Skyline", reason="Ele procura equipas e nós temos gente livre.",
        connection="Já trabalharam juntos.", in_return="Indiquei o seu nome à câmara.",
    ),
}  # fmt: skip
OUR_LANGUAGES = tuple(MATTERS)


def draft_full(step: Step, channel: str, language: str, *, turn: int = 0) -> Draft:
    """A draft with everything known."""
    return draft_note(
        PERSON, step=step, channel=channel, language=language, session=SESSION, event=EVENT, profile=PROFILE, slot=SLOT,
        matter=MATTERS[language], debts_with_person=3, turn=turn,
    )  # fmt: skip


def test_there_are_templates_in_five_languages_for_every_step() -> None:
    """English, German, French, Spanish and Portuguese each have every step as a note and as a letter."""
    assert set(OUR_LANGUAGES) <= set(languages())
    for language in OUR_LANGUAGES:
        parts = read_templates(language).parts
        assert {(step, form) for step in STEPS for form in ("note", "letter")} <= set(parts)


@pytest.mark.parametrize("language", OUR_LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_drafts_fit_their_channel_and_pass_our_own_linter(step: Step, language: str) -> None:
    """On every channel and for several turns: within the limit, nothing unfilled, no flag."""
    for channel in read_channels():
        for turn in range(3):
            draft = draft_full(step, channel, language, turn=turn)
            assert excess_of(draft.text, find_channel(channel)) is None
            assert not re.search(r"[{}\[\]]", draft.text + (draft.subject or ""))
            assert draft.flags == (), (draft.text, draft.flags)
            assert bool(draft.subject) == find_channel(channel).subject


@pytest.mark.parametrize("language", OUR_LANGUAGES)
def test_every_fact_in_a_draft_is_traceable(language: str) -> None:
    """What is not template text is a listed fact with its source, and names or figures come from nowhere else."""
    template = (OURS / f"{language}.toml").read_text(encoding="utf-8")
    for step in STEPS:
        draft = draft_full(step, "email", language)
        rest = draft.text + " " + (draft.subject or "")
        for fact in sorted(draft.facts, key=lambda f: -len(f.value)):
            assert fact.source in {"agenda", "companies", "profile", "ledger", "slot", "you"}
            rest = rest.replace(fact.value, " ").replace(fact.value[:1].upper() + fact.value[1:], " ")
        assert [w for w in re.findall(r"\w+", rest) if w not in template] == []


def test_the_unknown_is_left_out() -> None:
    """With only a name and the event known, nothing is invented and nothing is left unfilled."""
    draft = draft_note(Speaker(id="x", name="Ana Ruiz"), event=EVENT, channel="linkedin-free")
    assert "Ana" in draft.text
    assert {f.placeholder for f in draft.facts} <= {"name", "first_name", "event"}


def test_too_little_known_is_said_and_not_made_up() -> None:
    """An ask without a wanted person is refused with what is missing."""
    with pytest.raises(ValueError, match="person or role I want to meet"):
        draft_note(PERSON, step="ask", channel="email", profile=PROFILE)


def test_ten_drafts_for_one_event_do_not_read_alike() -> None:
    """Ten people, same facts: no two drafts share more than half of their sentences."""
    texts = [
        draft_note(
            Speaker(id=f"p{i}", name=f"Ana Ruiz{chr(97 + i)}"),
            channel="email",
            session=SESSION,
            event=EVENT,
            profile=PROFILE,
            turn=i,
        ).text.replace(f"Ana Ruiz{chr(97 + i)}", "Ana")
        for i in range(10)
    ]
    assert len(set(texts)) == 10
    bodies = [set(re.split(r"(?<=[.?!])\s+", t.split("\n\n", 1)[1])) for t in texts]
    alike = [len(a & b) / max(len(a), len(b)) for a, b in combinations(bodies, 2)]
    assert sum(share > 0.5 for share in alike) <= 5


def test_the_same_person_gets_the_same_draft() -> None:
    """Drafting again changes nothing."""
    assert draft_note(PERSON, session=SESSION) == draft_note(PERSON, session=SESSION)


HOSTILE = [
    "{my_name} {0.__class__} {{7*7}}", "Ana\nBcc: all@example.org", "<script>alert(1)</script> Ruiz", "[Ana] {first_name}",
    "\u202eziuR anA\u202c", "Ana \u0000 Ruiz", "A" * 5000, "%s %(x)s $name", "安娜 鲁伊斯", "Ana Ruiz]" * 3,
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_data(name: str) -> None:
    """Braces, line breaks, tags and direction marks in a name do not run, do not break lines and leave no bracket behind."""
    person = Speaker(id="h", name=name)
    draft = (
        draft_note(person, session=Session(id="s", title=f"{name} talks"), event=EVENT, profile=PROFILE, channel="email")
        if (clean_value(name))
        else None
    )
    if draft is None:
        with pytest.raises(ValueError, match="their full name"):
            draft_note(person, channel="email")
        return
    assert not re.search(r"[{}<>\[\]\u202a-\u202e\u0000]", draft.text)
    assert "Bcc:" not in [line[:4] for line in draft.text.splitlines()]
    assert "49" not in draft.text


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=120))
def test_any_name_and_title_can_be_drafted_or_are_refused(name: str, title: str) -> None:
    """Whatever a page holds, drafting gives a text within the limit or says what is missing."""
    if clean_value(name) is None:
        with pytest.raises(ValueError, match="full name"):
            draft_note(Speaker(id="x", name=name), event=EVENT)
    else:
        assert len(draft_note(Speaker(id="x", name=name), session=Session(id="s", title=title), event=EVENT).text) <= 200


def test_first_names_are_used_only_when_sure() -> None:
    """Titles are skipped; initials, single words and names in other scripts stay whole."""
    assert first_name_of("Dr. Ana Ruiz") == "Ana"
    assert first_name_of("Jean-Luc Moreau") == "Jean-Luc"
    assert first_name_of("J. Moreau") == "J. Moreau"
    assert first_name_of("Madonna") == "Madonna"
    assert first_name_of("安娜 鲁伊斯") == "安娜 鲁伊斯"


def test_a_long_session_title_loses_its_subtitle_and_no_more() -> None:
    """The part before a colon or dash stands for the title when it has two words or more."""
    assert main_title("Colour changeovers in under an hour: what we learnt") == "Colour changeovers in under an hour"
    assert main_title("AI: what now") == "AI: what now"


def test_a_label_before_the_title_is_no_part_of_it() -> None:
    """A kind of session such as "Panel:" is left out, in each of our languages; other words before a colon stay."""
    assert main_title("Panel: Partners who sell for you") == "Partners who sell for you"
    assert main_title("Table ronde : acheter local") == "acheter local"
    assert main_title("Keynote: Energy – a history") == "Energy – a history"


def test_a_note_refers_to_a_talk_of_theirs_and_to_no_welcome() -> None:
    """Their own talk comes before a panel; a break or a welcome is never mentioned."""
    own, panel = Session("a", "Faster changeovers", speakers=("p1",)), Session("b", "Panel", speakers=("p1", "p2"))
    welcome, lunch = Session("c", "Welcome to Batch Days"), Session("d", "Lunch with the board", kind="break")
    assert session_to_mention([welcome, lunch, panel, own]) is own
    assert session_to_mention([welcome, panel]) is panel
    assert session_to_mention([welcome, lunch]) is None


def test_the_users_own_templates_lie_over_ours(tmp_path: Path) -> None:
    """A user's file changes the steps it names; the others stay ours."""
    (tmp_path / "en.toml").write_text(
        '[steps.thanks]\nnote = [["{first_name}, thank you for the tip[, also to {company}]: it saved us a day."]]\n',
        encoding="utf-8",
    )
    draft = draft_note(PERSON, step="thanks", channel="linkedin", templates=tmp_path)
    assert draft.text == "Salome, thank you for the tip, also to Ockmoor Paints: it saved us a day."
    assert draft_note(PERSON, channel="linkedin", session=SESSION, templates=tmp_path).text


def test_a_template_with_an_unknown_placeholder_is_refused_with_the_right_names(tmp_path: Path) -> None:
    """The check names the unknown placeholder and those there are; drafting with such a file says so."""
    text = '[steps.thanks]\nnote = [["Thanks, {frist_name}"], ["broken [clause"]]\n[steps.nonsense]\nnote = []\n'
    problems = check_templates(text)
    assert any("{frist_name} is unknown" in p and "first_name" in p for p in problems)
    assert any("bracket does not match" in p for p in problems)
    assert any("nonsense" in p for p in problems)
    assert check_templates("= no toml")
    (tmp_path / "en.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"en\.toml cannot be used"):
        draft_note(PERSON, step="thanks", templates=tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "steps = 5",
        "[steps]\nthanks = 5",
        '[steps.thanks]\nnote = "x"',
        "[steps.thanks]\nnote = [5]",
        "[steps.thanks]\nnote = [[5]]",
        "greeting = 5",
    ],
)
def test_a_template_file_of_the_wrong_shape_is_refused_in_words(text: str) -> None:
    """Lists where lists belong: anything else is named and never a traceback."""
    assert check_templates(text)


def test_the_wording_of_one_step_is_kept_and_the_rest_stays_ours(tmp_path: Path) -> None:
    """Saving a step keeps what the user's file holds besides; unsound wording is refused and nothing is written."""
    save_step(tmp_path, "en", step="thanks", form="note", parts=[["Cheers, {first_name}."], [], ["And {learnt}."]])
    save_step(tmp_path, "en", step="nudge", form="letter", parts=[['Still keen on "{session}"?']], subject=["Again"])
    save_frame(tmp_path, "en", greeting=["Hi {first_name},"], closing=["Bye,\n{my_name}"])
    thanks = draft_note(PERSON, step="thanks", channel="linkedin", templates=tmp_path)
    nudge = draft_note(PERSON, step="nudge", channel="email", session=SESSION, profile=PROFILE, templates=tmp_path)
    assert thanks.text == "Cheers, Salome."
    assert nudge.text.startswith("Hi Salome,\n\nStill keen on")
    assert nudge.text.endswith("Bye,\nMark Field")
    assert nudge.subject == "Again"
    before = (tmp_path / "en.toml").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="unknown"):
        save_step(tmp_path, "en", step="thanks", form="note", parts=[["Cheers, {frist_name}."]])
    with pytest.raises(ValueError, match="at least one part"):
        save_step(tmp_path, "en", step="thanks", form="note", parts=[[]])
    assert (tmp_path / "en.toml").read_text(encoding="utf-8") == before
    drop_own(tmp_path, "en")
    assert draft_note(PERSON, step="thanks", channel="linkedin", templates=tmp_path).text != thanks.text


def test_a_sample_shows_what_a_variant_gives() -> None:
    """Every clause is kept and every placeholder filled with a made-up value."""
    assert show_sample('{first_name}, "{session}"[ at {event}].') == 'Ana, "Faster changeovers" at Batch Days.'
    assert all(p.meaning and p.sample for p in PLACEHOLDERS.values())


def test_every_template_of_ours_is_sound() -> None:
    """Our own files pass the check users' files pass."""
    assert [problem for path in OURS.glob("*.toml") for problem in check_templates(path.read_text(encoding="utf-8"))] == []


def test_the_note_budget_goes_to_the_best_and_the_rest_get_another_way() -> None:
    """Five personalised notes a month on a free account, minus those used; Premium has no budget."""
    people = [f"p{i}" for i in range(8)]
    spent = spend_notes(people, used_this_month=2, with_email=frozenset({"p0", "p4"}))
    assert [spent[p] for p in people] == ["linkedin-free"] * 3 + ["spoken", "email", "spoken", "spoken", "spoken"]
    assert set(spend_notes(people, premium=True).values()) == {"linkedin"}
    assert set(spend_notes(people, used_this_month=9).values()) == {"spoken"}


def test_channels_say_where_their_limits_come_from() -> None:
    """Each limit has a source and a month; each channel has a form of template."""
    assert all(c.source and re.fullmatch(r"\d{4}-\d\d", c.read) for c in read_channels().values())
    assert set(read_channels()) == set(FORMS)
    with pytest.raises(ValueError, match="linkedin-free"):
        find_channel("fax")


def test_a_draft_opens_in_the_mail_program() -> None:
    """The link carries subject and body; line breaks are encoded as RFC 6068 asks."""
    link = mailto_link("Hello,\nyou & me?", subject="A & B", to="ana@example.org")
    assert link == "mailto:ana@example.org?subject=A%20%26%20B&body=Hello%2C%0D%0Ayou%20%26%20me%3F"
    with pytest.raises(ValueError, match="not an e-mail address"):
        mailto_link("x", to="ana@example.org?bcc=all@example.org")


def test_a_subject_off_a_page_cannot_add_headers() -> None:
    """Line breaks in subject are dropped; the words come back; addresses are checked."""
    message = message_from_bytes(
        eml_file("Grüße\nAna", subject="Hi\r\nBcc: all@example.org", to="ana@example.org"), policy=default
    )
    assert message["Bcc"] is None
    assert message["Subject"] == "Hi Bcc: all@example.org"
    assert message["X-Unsent"] == "1"
    assert message.get_content().split() == ["Grüße", "Ana"]
    with pytest.raises(ValueError, match="not an e-mail address"):
        eml_file("x", to="ana@example.org\r\nBcc: all@example.org")
    assert not is_address(None)


def test_facts_about_a_known_contact_come_from_the_contacts() -> None:
    """A Person's facts are marked as contacts, not agenda."""
    draft = draft_note(
        Person(id="k", name="Ana Ruiz", company="Acme"), step="reconnect", channel="message", matter=Matter(since="2023")
    )
    assert {f.source for f in draft.facts} <= {"contacts", "ledger"}
    assert "2023" in draft.text
