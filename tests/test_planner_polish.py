"""A polished draft says what the draft said, in better words, or it is refused with the reason."""

from __future__ import annotations

import pytest

from planner.lint import NoteContext
from planner.polish import clean_answer, judge_polish, polish_request

BEFORE = (
    'Hello Marta, I have a question about "Forecasts your finance chief believes". May we compare notes? I\'ll tell you what '
    "failed for us. 15 minutes, Tuesday at 10:50, outside Auditorium?"
)
CONTEXT = NoteContext(
    person="Marta Reis, VP Sales, Lindora", event="Revenue Summit", session="Forecasts your finance chief believes"
)

FAITHFUL = [
    'Hello Marta, I have a question about "Forecasts your finance chief believes". Could we compare notes? I would gladly tell '
    "you what failed for us. Would 15 minutes on Tuesday at 10:50, outside Auditorium, suit you?",
    'Marta, a question about "Forecasts your finance chief believes": may we compare notes? I\'ll openly tell you what failed '
    "for us. 15 minutes, Tuesday at 10:50, outside Auditorium?",
    BEFORE,
]
NEW_FACTS = {
    "number": ("15 minutes", "20 minutes", "20"),
    "share": ("failed for us", "failed for 40% of us", "40"),
    "number word": ("15 minutes", "15 minutes, or two hours,", "two"),
    "name": ("Hello Marta", "Hello Marta, Jonas sends you greetings", "Jonas"),
    "company": ("failed for us", "failed for us at Zorvex", "Zorvex"),
    "date": ("Tuesday at", "Tuesday, March 16, at", "March"),
    "day": ("Tuesday at 10:50", "Wednesday at 10:50", "Wednesday"),
    "time": ("10:50", "11:30", "11:30"),
    "place": ("outside Auditorium", "in the hotel bar", "hotel"),
    "claim": ("I have a question", "I loved your book and have a question", "loved"),
    "acquaintance": ("Hello Marta,", "Hello Marta, we met last year in Lisbon.", "met"),
    "achievement": ("what failed for us", "how we doubled our revenue", "doubled"),
    "past": ("May we compare notes?", "We compared notes.", "compared"),
    "link": ("May we compare notes?", "See example.org/demo.", "example.org/demo"),
    "negation": ("I'll tell you", "I won't tell you", "won't"),
    "lost time": (", Tuesday at 10:50", "", "10:50"),
}


@pytest.mark.parametrize("after", FAITHFUL)
def test_better_words_for_the_same_facts_pass(after: str) -> None:
    """Small words may change, sentences may be joined; nothing is held against it."""
    assert judge_polish(BEFORE, after, language="en", channel="linkedin", context=CONTEXT) == ()


@pytest.mark.parametrize("what", NEW_FACTS)
def test_a_new_fact_is_refused_with_the_word_that_gives_it_away(what: str) -> None:
    """A number, name, company, date, time, place or claim the draft does not hold; a fact lost or turned round."""
    old, new, telling = NEW_FACTS[what]
    assert old in BEFORE
    reasons = judge_polish(BEFORE, BEFORE.replace(old, new), language="en", channel="linkedin", context=CONTEXT)
    assert telling in " ".join(reasons)


@pytest.mark.parametrize(
    ("language", "before", "fine", "wrong"),
    [
        ("de", "Guten Tag Ana Ruiz, zu „Farbwechsel“ habe ich eine Frage. Tauschen wir Erfahrungen? Dienstag um 10:50 Uhr?",
         "Guten Tag Ana Ruiz, ich habe eine Frage zu „Farbwechsel“. Wollen wir Erfahrungen tauschen, Dienstag um 10:50 Uhr?",
         "Guten Tag Ana Ruiz, Ihr Buch hat mich begeistert. Tauschen wir Erfahrungen? Dienstag um 10:50 Uhr?"),
        ("fr", "Bonjour Ana Ruiz, j'ai une question sur « Couleurs ». Comparons nos pratiques ? Mardi à 10 h 50 ?",
         "Bonjour Ana Ruiz, j'aurais une question sur « Couleurs ». Pourrions-nous comparer nos pratiques, mardi à 10 h 50 ?",
         "Bonjour Ana Ruiz, nos clients vous admirent. Comparons nos pratiques ? Mardi à 10 h 50 ?"),
        ("es", "Hola, Ana Ruiz: tengo una pregunta sobre «Colores». ¿Comparamos lo que funciona? ¿El martes a las 10:50?",
         "Hola, Ana Ruiz: tengo una pregunta sobre «Colores». ¿Podríamos comparar lo que funciona, el martes a las 10:50?",
         "Hola, Ana Ruiz: nuestro producto ahorra costes. ¿Comparamos lo que funciona? ¿El martes a las 10:50?"),
        ("pt", "Olá, Ana Ruiz: tenho uma pergunta sobre «Cores». Vamos comparar o que funciona? Terça-feira às 10h50?",
         "Olá, Ana Ruiz: tenho uma pergunta sobre «Cores». Poderíamos comparar o que funciona, terça-feira às 10h50?",
         "Olá, Ana Ruiz: a nossa empresa ganhou um prémio. Vamos comparar o que funciona? Terça-feira às 10h50?"),
    ],
)  # fmt: skip
def test_the_check_works_in_every_language_of_ours(language: str, before: str, fine: str, wrong: str) -> None:
    """Small words of each language pass, new facts do not."""
    context = NoteContext(person="Ana Ruiz, Acme", session="Farbwechsel Couleurs Colores Cores")
    assert judge_polish(before, fine, language=language, channel="linkedin", context=context) == ()
    assert judge_polish(before, wrong, language=language, channel="linkedin", context=context)


def test_in_a_language_we_do_not_know_only_the_draft_s_own_words_pass() -> None:
    """Without a list of small words every new word is refused."""
    assert judge_polish("Ciao Ana, a presto", "Ciao Ana, a molto presto", language="it", channel="email", context=NoteContext())


def test_the_linter_has_the_last_word() -> None:
    """Of a text without a new fact that is too long for its channel the length is told."""
    long = f"{BEFORE} May we compare notes? May we compare notes? May we compare notes?"
    (reason,) = judge_polish(BEFORE, long, language="en", channel="linkedin-free", context=CONTEXT)
    assert "over the limit" in reason
    assert judge_polish(BEFORE, "  ", language="en", channel="email", context=CONTEXT) == ("The model gave no text.",)


def test_the_answer_is_freed_of_its_wrapping() -> None:
    """Thinking, fences and quotation marks around the whole are no part of the note."""
    assert clean_answer("<think>Hm, 20 %?</think>\nHello Ana") == "Hello Ana"
    assert clean_answer("```text\nHello Ana\n```") == "Hello Ana"
    assert clean_answer('"Hello Ana"') == "Hello Ana"
    assert clean_answer('"Colours" is why I write "so"') == '"Colours" is why I write "so"'


def test_the_model_is_told_the_language_the_limit_and_the_note_alone() -> None:
    """Nothing but the note itself is sent along."""
    system, user = polish_request(BEFORE, channel="linkedin-free", language="de")
    assert "German" in system["content"]
    assert "200 characters" in system["content"]
    assert user == {"role": "user", "content": BEFORE}
