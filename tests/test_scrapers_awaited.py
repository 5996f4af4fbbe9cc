"""What stands where a name is still to come, in many languages, and what is said of whether somebody comes."""

from __future__ import annotations

import pytest

from scrapers import read_text
from scrapers._language.awaited import is_placeholder
from scrapers._language.namelike import looks_like_name
from scrapers._people.names import split_people

AWAITED = """
TBA|T.B.A.|To be confirmed|Speaker to be announced|Keynote speaker TBC|Coming soon|Invited
A definir|Palestrante a definir|Por confirmar|Ponente por anunciar|Próximamente|Em breve
Da definire|Relatore da confermare|À préciser|Intervenant à confirmer|En cours de confirmation
Noch offen|Angefragt|Referent wird noch bekannt gegeben|Wird bekanntgegeben|Nog te bepalen|Wordt bekendgemaakt
Do ustalenia|Bude oznámeno|Bude upresnené|Hamarosan|Va fi anunțat|Уточняется|Спикер уточняется|Буде оголошено
Tillkännages senare|Følger|Julkaistaan myöhemmin|Selgub peagi|Belirlenecek|Θα ανακοινωθεί|Bit će objavljeno
待定|講者待定|敬請期待|後日発表|登壇者：調整中|추후 공지|연사 미정|يعلن لاحقا|יפורסם בהמשך|Đang cập nhật|Akan diumumkan
"""
NOT_AWAITED = """
Ann Archer|Invited talk on tides|Pending cases and how to close them|Coming soon to a field near you
Guest speaker from Korn Ltd|Topic TBA|タイトル未定|A definition of trust|王小明|확정 김민지
"""
STATES = """
Ann Archer (tbc)|||
Ann Archer, TBC|||
Ann Archer [invited]|||
Dr. Ann Archer (angefragt)|||
Ann Archer - to be confirmed|||
Ann Archer (confirmed)|||
Ann Archer, Head of Sales, Korn Ltd (tbc)|Head of Sales|Korn Ltd
Ann Archer (Korn Ltd, tbc)||Korn Ltd
Ann Archer (à confirmer), Directrice, Korn|Directrice|Korn
"""


@pytest.mark.parametrize("text", [text for line in AWAITED.split("\n") for text in line.split("|") if text])
def test_what_is_still_to_come_names_nobody(text: str) -> None:
    """Placeholders are known alone and behind the word for what is awaited, in the languages agendas are written in."""
    assert is_placeholder(text)
    assert looks_like_name(text) < 0.5


@pytest.mark.parametrize("text", [text for line in NOT_AWAITED.split("\n") for text in line.split("|") if text])
def test_such_words_among_others_are_no_placeholders(text: str) -> None:
    """A title or a name that holds words of waiting is what it is, and a title to come the title until then."""
    assert not is_placeholder(text)


@pytest.mark.parametrize("line", STATES.strip().split("\n"))
def test_whether_somebody_comes_is_neither_job_nor_company(line: str) -> None:
    """What is said of a speaker's coming, in brackets or behind a comma or a dash, is left out."""
    text, job, company = line.replace("|||", "||").split("|")

    (person,) = split_people(text)

    assert person.name in ("Ann Archer", "Dr. Ann Archer")
    assert (person.title or "", person.company or "") == (job, company)


@pytest.mark.parametrize(
    "line", ["Session Chair: TBD", "Talk: TBA", "Vortrag: N.N.", "Chair: tbc, Moderator: TBA", "主持人：待定"]
)
def test_nobody_is_named_behind_a_label_before_what_is_still_to_come(line: str) -> None:
    """A label of people makes no person of a placeholder."""
    assert split_people(line) == []


def test_a_talk_without_its_speaker_yet_has_none() -> None:
    """Who is still to be found stands in no list of speakers."""
    agenda = read_text(
        "12 May 2027\n9:00 Tides for beginners\nAnn Archer, Korn Ltd\n10:00 Nets\nPalestrante a definir\n11:00 Lunch"
    )

    assert [p.name for p in agenda.speakers] == ["Ann Archer"]
