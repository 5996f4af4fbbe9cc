"""Drafts for the bundled agendas, read as their receivers would: every step, five languages, several senders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from planner.agenda import Agenda, Speaker
from planner.channels import excess_of, find_channel, read_channels
from planner.industries import industries
from planner.note_templates import FORMS, STEPS
from planner.notes import Draft, draft_note, session_to_mention
from planner.phrases import language_of, phrases_to_word, say_in, thing_in, trade_in
from planner.placeholders import Matter
from planner.plan import plan_meetings
from planner.profile import Profile, read_profile
from planner.suggestion import Suggestion
from scrapers import read_upload

SAMPLES = Path(__file__).resolve().parent.parent / "sample_agendas"
FILES = sorted(p for p in SAMPLES.iterdir() if p.suffix not in (".md", ".toml") and "expected" not in p.name)
SENDERS = {
    "en": read_profile((SAMPLES / "profile.toml").read_text(encoding="utf-8")),
    "de": Profile(
        "Jule Harms", "Leiterin Einkauf", "Nordhafen Möbel", "Möbel", ("unsere Checkliste für Messebesuche",),
        ("Lieferantenwechsel", "Einarbeitung neuer Leute"), ("Leiter Vertrieb bei einem Sägewerk",),
    ),
    "fr": Profile(
        "Inès Vasseur", "Directrice commerciale", "Ateliers Brume", "le textile",
        ("notre grille d'entretien pour les vendeurs",),
        ("la fidélité des clients", "les prévisions"), ("directeur des achats dans une chaîne d'hôtels",),
    ),
    "es": Profile(
        "Nuria Casals", "Jefa de formación", "Talleres Vela", "la formación", ("nuestra guía para los primeros noventa días",),
        ("la captación de clientes", "los precios"), ("director de personal en una cadena de tiendas",),
    ),
    "pt": Profile(
        "Rui Tavares", "Diretor de operações", "Casa Lousã", "a cerâmica", ("a nossa folha de custos para as obras",),
        ("a segurança no trabalho", "os prazos de entrega"), ("diretor de compras numa cadeia de hotéis",),
    ),
}  # fmt: skip
LATER = {
    "en": Matter(
        other="Ida Moe", promise="the list of suppliers", need="a foreman", introduced="Lea Brandt",
        outcome="we meet again in June", since="2024", wanted="Omar Haddad, head of operations at Skyline.",
        reason="They open two halls, and we have crews free", connection="You worked with him",
        in_return="I know two people for your open post.",
    ),
    "de": Matter(
        other="Ida Moe", promise="die Liste der Lieferanten", need="einen Meister", introduced="Lea Brandt",
        outcome="Wir sehen uns im Juni.", since="2024", wanted="Omar Haddad, Leiter bei Skyline",
        reason="Dort fehlen Leute, und wir haben welche frei", connection="Sie kennen ihn",
        in_return="Ich kenne jemanden für Ihre Stelle.",
    ),
    "fr": Matter(
        other="Ida Moe", promise="la liste des fournisseurs", need="un chef d'atelier", introduced="Léa Brandt",
        outcome="Nous nous revoyons en juin.", since="2024", wanted="Omar Haddad, directeur chez Skyline",
        reason="Il cherche des équipes, et nous en avons", connection="Vous le connaissez",
        in_return="Je connais deux candidats.",
    ),
    "es": Matter(
        other="Ida Moe", promise="la lista de proveedores", need="un jefe de taller", introduced="Lea Brandt",
        outcome="Nos vemos en junio.", since="2024", wanted="Omar Haddad, director de Skyline",
        reason="Busca equipos y nosotros los tenemos libres", connection="Usted lo conoce",
        in_return="Le he recomendado a la alcaldía.",
    ),
    "pt": Matter(
        other="Ida Moe", promise="a lista de fornecedores", need="um chefe de oficina", introduced="Lea Brandt",
        outcome="Vemo-nos em junho.", since="2024", wanted="Omar Haddad, diretor da Skyline",
        reason="Ele procura equipas e nós temos gente livre", connection="Já trabalharam juntos",
        in_return="Indiquei o seu nome à câmara.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One person of a sample agenda to whom a sender of one language writes."""

    language: str
    agenda: Agenda
    suggestion: Suggestion
    turn: int

    def draft(self, step: str, channel: str) -> Draft:
        """The draft of one step, with what the planner knows of this person."""
        s = self.suggestion
        matter = replace(LATER[self.language], offer=s.offer, topic=s.topic, trade=s.trade)
        profile, matter = say_in(self.language, SENDERS[self.language], matter, written_in=self.language, wordings={})
        return draft_note(
            s.speaker, step=step, channel=channel, language=self.language,  # type: ignore[arg-type]
            session=session_to_mention(self.agenda.sessions_of(s.speaker.id)), event=self.agenda.event, profile=profile,
            slot=s.slot, matter=matter, turn=self.turn, debts_with_person=3,
        )  # fmt: skip


@cache
def read_sample(path: Path) -> Agenda:
    """A bundled agenda."""
    return read_upload(path.name, path.read_bytes())


def cases(language: str, path: Path) -> Iterator[Case]:
    """The ten people suggested first at one event."""
    agenda = read_sample(path)
    for turn, suggestion in enumerate(plan_meetings(agenda, SENDERS[language], top=10).suggestions):
        yield Case(language, agenda, suggestion, turn)


@pytest.mark.parametrize("language", SENDERS)
def test_every_step_has_a_draft_on_every_sample_that_our_linter_passes(language: str) -> None:
    """No flag, within the limit, nothing unfilled, and no word or stop twice, for all channels, people and steps."""
    found = []
    for path in FILES:
        for case in cases(language, path):
            for step in STEPS:
                for channel in read_channels():
                    draft = case.draft(step, channel)
                    doubled = re.search(
                        r"(?<!\.)\.\.(?!\.)|[?!]\.|,[,.]|  |\bthe the\b|[{}\[\]]", draft.text + (draft.subject or "")
                    )
                    too_long = excess_of(draft.text, find_channel(channel))
                    if draft.flags or doubled or too_long:
                        found.append((step, channel, [f.code for f in draft.flags], too_long, draft.text))
    assert found == []


def alike(one: str, other: str) -> float:
    """The share of the shorter text's runs of four words that the other holds too."""
    runs = [{tuple(w[i : i + 4]) for i in range(len(w) - 3)} for w in (re.findall(r"\w+", t.casefold()) for t in (one, other))]
    return len(runs[0] & runs[1]) / min(map(len, runs)) if all(runs) else 0.0


SHORT, MOST_WITH_ONE_SENTENCE = 3, 4
"""Words of a sentence that may stand anywhere; notes of ten that may hold the same longer one."""


@pytest.mark.parametrize("channel", read_channels())
@pytest.mark.parametrize("language", SENDERS)
def test_ten_drafts_for_one_event_do_not_read_alike(language: str, channel: str) -> None:
    """Of the largest sample's ten first notes two share under a quarter of their runs of words on average, never two thirds.

    No sentence stands in more than four of them.
    """
    texts = []
    for case in cases(language, SAMPLES / "revenue_leaders_summit.html"):
        draft = case.draft("first_contact", channel)
        body = draft.text.split("\n\n")[1:-1] if FORMS[channel] == "letter" else [draft.text]
        texts.append(" ".join(body))
    shares = [alike(a, b) for a, b in combinations(texts, 2)]
    assert sum(shares) / len(shares) < (1 / 4 if channel in ("spoken", "linkedin") else 1 / 5)
    assert max(shares) < 2 / 3
    said = Counter(s for text in texts for s in set(re.split(r"(?<=[.?!]) ", text)) if len(s.split()) > SHORT)
    assert max(said.values()) <= MOST_WITH_ONE_SENTENCE, said.most_common(1)


@pytest.mark.parametrize("language", [n for n in SENDERS if n != "en"])
def test_a_note_in_another_language_holds_no_phrase_of_mine_unless_i_word_it_there(language: str) -> None:
    """English offers, topics and trade stay out of foreign notes; with a wording they go in, in that wording."""
    me = SENDERS["en"]
    mine = Matter(offer=me.offers[0], topic=me.topics[0], trade="insurance", other="Ida Moe")
    person = Speaker("p", "Ana Ruiz", "Plant Manager", "Ockmoor Paints")
    profile, matter = say_in(language, me, mine, written_in="en", wordings={})
    for channel in read_channels():
        text = draft_note(person, channel=channel, language=language, profile=profile, matter=matter, turn=0).text
        assert not any(phrase.split()[-1] in text for phrase in (*phrases_to_word(me, mine), "insurance"))
    profile, matter = say_in(language, me, mine, written_in="en", wordings={me.offers[0]: "XYZ"})
    assert "XYZ" in draft_note(person, channel="email", language=language, profile=profile, matter=matter, turn=0).text
    assert (matter.other, profile.title) == ("Ida Moe", "VP Sales")


@pytest.mark.parametrize("language", [n for n in SENDERS if n != "en"])
def test_a_note_in_another_language_names_their_trade_in_it(language: str) -> None:
    """Every industry with companies has its words there, and a letter uses them; one in the user's own words is left out."""
    companies = [industry for industry in industries().values() if industry.kind == "company"]
    assert [i.key for i in companies if not trade_in(language, i.label)] == []
    assert trade_in(language, "kites on strings") is None
    said = trade_in(language, "insurance")
    _, matter = say_in(language, SENDERS[language], Matter(trade="insurance"), written_in=language, wordings={})
    person = Speaker("p", "Ana Ruiz", "Plant Manager", "Ockmoor Paints")
    text = draft_note(person, channel="email", language=language, profile=SENDERS[language], matter=matter, turn=0).text
    assert said
    assert said in text


def test_the_language_i_write_in_is_found_from_my_phrases() -> None:
    """Each sender's own language; English when nothing tells."""
    assert {name: language_of(sender) for name, sender in SENDERS.items()} == {name: name for name in SENDERS}
    assert language_of(Profile()) == "en"
    assert phrases_to_word(SENDERS["de"], Matter(topic="Einarbeitung")) == ("Einarbeitung", "Leiterin Einkauf", "Möbel")


@pytest.mark.parametrize(
    ("jotted", "thing"),
    [
        ("send her the rollout plan", "the rollout plan"), ("the list of suppliers", "the list of suppliers"),
        ("Schicke ihr die Vorlage.", "die Vorlage"), ("looking for a warehouse manager", "a warehouse manager"),
        ("introduce her to Lea Brandt", None), ("enviarle la guía", "la guía"), ("call on Friday", None),
        ("the plan for her team", None), ("send", None),
    ],
)  # fmt: skip
def test_a_promise_goes_into_a_sentence_only_as_a_thing(jotted: str, thing: str | None) -> None:
    """What was jotted down about somebody is turned into what can be said to them, or left out."""
    assert thing_in(jotted) == thing
