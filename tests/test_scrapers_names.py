"""People in text: what is a name, who is named, with which job title and company."""

from __future__ import annotations

import pytest

from scrapers._language.namelike import looks_like_name
from scrapers._people.affiliation import split_affiliation
from scrapers._people.names import split_people
from scrapers._people.prose import people_told

NAMES = """
Anna Winter|Dr. Jan van der Linde|María del Carmen Ortega Ruiz|Jean-Luc d'Aubigny|ANNA WINTER|John Q. Samplefield
Prof. Dr.-Ing. Hans Musterfeld|Åsa Öberg|Łucja Śliwińska|Zeynep Çakıroğlu|Nguyễn Thị Mẫu|Иван Примеров
أحمد النموذجي|王小明|歐陽小美|山田 見本|김보기|Kim Bo-gi|Omar bin Khalid|Grace O'Sample|Siobhán McExample|Mairead O'Sample
竹下見本|粕谷例太郎|佐々木みほん|田中マキ|Maria Musterfrau, PhD|Ravi K. Namoonakar|Ms. Sampla Contractor
"""
NO_NAMES = """
Educators Only|Should Attend|Five Years|Grant Agreements|Carbon Emissions|Pension Funds and Annuities|Asset Valuations
Coffee Break|Program Committee|TBA|Speaker name|{{ speaker }}|Data Science|Keynote: The Future|10:00|XYZ ABC|Room 12
University of Elsewhere|Marketing Manager|Growing with Cloud|Mittagspause|Pause déjeuner|info@example.org
千葉市|山口から|田中さん|정책의
Nossas Palestrantes|Unsere Referenten|Nuestras Voces|Nasze Prelegentki|Наши Гости
Founder & CEO|Acme GmbH|會議室|株式会社見本|Murphy's Yard|Makers’ Loft|Kata Sambutan|Ramah Tamah|Laporan Panitia
กล่าวต้อนรับ โดย|กล่าวรายงาน โดย
"""


@pytest.mark.parametrize("text", [n for line in NAMES.split("\n") for n in line.split("|") if n])
def test_names_of_people_look_like_names(text: str) -> None:
    """Names from many countries, with honorifics, particles and degrees, are known by their shape."""
    assert looks_like_name(text) >= 0.5


@pytest.mark.parametrize("text", [n for line in NO_NAMES.split("\n") for n in line.split("|") if n])
def test_other_texts_do_not_look_like_names(text: str) -> None:
    """Breaks, committees, placeholders, titles, companies and times are no people."""
    assert looks_like_name(text) < 0.5


PEOPLE = """
Anna Winter, Head of Sales, Acme GmbH => Anna Winter|Head of Sales|Acme GmbH
Anna Winter (Acme) => Anna Winter||Acme
1. Anna Winter (Acme) => Anna Winter||Acme
Adam Sample Software Architect @ Stage3 => Adam Sample|Software Architect|Stage3
Indoor Air Quality Consultant =>
Anna Winter – VP Marketing at Acme => Anna Winter|VP Marketing|Acme
Anna Winter | Chief Data Officer | Acme => Anna Winter|Chief Data Officer|Acme
Juan de la Muestra, Founder & CEO, Foo Labs => Juan de la Muestra|Founder & CEO|Foo Labs
Ann Archer, R&D Manager => Ann Archer|R&D Manager|
Ann Archer, M.Ed., PA-C => Ann Archer||
Ann Archer, B.Eng., LL.B., Acme Inc. => Ann Archer||Acme Inc.
Ann Archer, Senior Vice President - Baxter Allan => Ann Archer|Senior Vice President|Baxter Allan
Keynote by Ann Archer from Acme => Ann Archer||Acme
Keynote by Ann Archer of Acme => Ann Archer||Acme
Ann Archer, CFP®, Acme Wealth => Ann Archer||Acme Wealth
WINTER, Anna; SOMMER, Peter => Anna WINTER|| + Peter SOMMER||
with Ann Archer, Bob Baxter and Carl Clarkson => Ann Archer|| + Bob Baxter|| + Carl Clarkson||
Ann Archer (Acme), Bob Baxter (Beta) and Carl Clark (Gamma) => Ann Archer||Acme + Bob Baxter||Beta + Carl Clark||Gamma
Moderator: Ann Archer; Panelists: Bob Baxter, Carl Clarkson => Ann Archer|| + Bob Baxter|| + Carl Clarkson||
Karin Dolvaag, Egil Nesse, Tom Lie | Host: Ann Archer => Karin Dolvaag|| + Egil Nesse|| + Tom Lie|| + Ann Archer||
el Dr. Juan Arquero, Director Médico del Hospital Muestra => Dr. Juan Arquero|Director Médico|Hospital Muestra
Dozent:innen: Eva Mustermann und Jan Beispiel => Eva Mustermann|| + Jan Beispiel||
Ann Archer/Bob Baxter, Acme => Ann Archer|| + Bob Baxter||Acme
Sales/Marketing =>
David and Mary Sherlin => David Sherlin|| + Mary Sherlin||
Chairs: Peter & Anna Muster, Acme GmbH => Peter Muster|| + Anna Muster||Acme GmbH
Anna, Bob and Carl Clarkson => Carl Clarkson||
Ann Archer, FCIS, President, Acme Bows => Ann Archer|President|Acme Bows
Moderation: Eva Mustermann, Musterbank => Eva Mustermann||Musterbank
Modérateur : Jean Exemple => Jean Exemple||
王小明 教授 某某大學 => 王小明|教授|某某大學
Gönül Örnek- Marmara Taşımacılar Meclisi Başkanı => Gönül Örnek|Başkanı|Marmara Taşımacılar Meclisi
喻晴 华东样例研发中心 云平台架构师 => 喻晴|云平台架构师|华东样例研发中心
倪思远 样例云 高级工程师 => 倪思远|高级工程师|样例云
Sample 执行董事 Dean Kolb => Dean Kolb|执行董事|Sample
山田 見本 (株式会社見本) => 山田 見本||株式会社見本
発表者：粕谷見本（見本製作所） => 粕谷見本||見本製作所
久米川 徹 氏 => 久米川 徹||
王小明副研究员 => 王小明|副研究员|
周样高级工程师 (样例公司) => 周样|高级工程师|样例公司
王见助理教授，样例大学 => 王见|助理教授|样例大学
石坂見本特任教授 => 石坂見本|特任教授|
赵样执行董事 => 赵样|执行董事|
张样教授、李样副教授 => 张样|教授| + 李样|副教授|
토론: 봉보기 교장 (보기초등학교) => 봉보기|교장|보기초등학교
안본 (보기청 디지털팀 팀장) => 안본|팀장|보기청 디지털팀
Иван Примеров, директор по маркетингу, Ромашка => Иван Примеров|директор по маркетингу|Ромашка
Mesut Örnek, Genel Müdür, Deneme A.Ş. => Mesut Örnek|Genel Müdür|Deneme A.Ş.
Moderated by Ann Archer => Ann Archer||
With animator Ann Archer => Ann Archer|animator|
Avec l'illustratrice Jeanne Modèle => Jeanne Modèle|illustratrice|
v/ formand Bent Eksempel => Bent Eksempel|formand|
Moderada por Lucía Ejemplo con Pablo Prueba (Diario) y Marta Modelo => Lucía Ejemplo|| + Pablo Prueba||Diario + Marta Modelo||
Coordenado por Lúcia Exemplo (UFXX) => Lúcia Exemplo||UFXX
Moderation Eva Mustermann => Eva Mustermann||
Es diskutieren Eva Muster (Verlag Eins) und Tom Beispiel => Eva Muster||Verlag Eins + Tom Beispiel||
Intervienen: Dña. Elena Prueba (Villar) y Sor Inés Ejemplo (Casa) => Dña. Elena Prueba||Villar + Sor Inés Ejemplo||Casa
Ospite: Leofoco (attivista) => Leofoco|attivista|
Ospiti: Anna Prova, Leofoco, Dario Esempio => Anna Prova|| + Leofoco|| + Dario Esempio||
Liam R E Sample => Liam R E Sample||
Ina Prova, hobbyist & Rik Monster, Makerspace Dorp => Ina Prova|hobbyist| + Rik Monster||Makerspace Dorp
Paula Proef, Partner, Advies BV • Ahmet Örnek, Broker, Northgate => Paula Proef|Partner|Advies BV + Ahmet Örnek|Broker|Northgate
Ann Archer, CEO, Acme; and Bob Baxter, Partner, Gamma LLP => Ann Archer|CEO|Acme + Bob Baxter|Partner|Gamma LLP
Lin Kya, Cristina Sanders, Sushil Amman Shivas and Duy Ngo => Lin Kya|| + Cristina Sanders|| + Sushil Amman Shivas|| + Duy Ngo||
Marc Muster & Petra Probe-Klein (beide Musterverlag) => Marc Muster||Musterverlag + Petra Probe-Klein||Musterverlag
Joris Voorbeeld and => Joris Voorbeeld||
(Ann Archer, Acme GmbH) => Ann Archer||Acme GmbH
🎤 Ann Archer & Bob Baxter => Ann Archer|| + Bob Baxter||
forfatter Samira Prøve => Samira Prøve|forfatter|
د. سليم مثال، جامعة النموذج => د. سليم مثال||جامعة النموذج
Ing. Vzorová, Simona, Ph.D. => Ing. Simona Vzorová||
Acme Meetup presents Dimitri Tsif & Thanos Theodor => Dimitri Tsif|| + Thanos Theodor||
Ann Archer from Acme => Ann Archer||Acme
Ann Archer and Bob Baxter, founders of Acme => Ann Archer|founder|Acme + Bob Baxter|founder|Acme
Ann Archer, CEO of Acme, interviewed by Bob Baxter, Reporter, Beta Post => Ann Archer|CEO|Acme + Bob Baxter|Reporter|Beta Post
Ann Archer in conversation with Bob Baxter => Ann Archer|| + Bob Baxter||
Mr. Rohan Muster, Head – Sustainability, Tapti Cements => Mr. Rohan Muster|Head – Sustainability|Tapti Cements
Юнусов Т.Ф., Гордова Л.В. => Юнусов Т.Ф.|| + Гордова Л.В.||
南陽大学 防災研究所 教授 山本 千鶴 氏 => 山本 千鶴|教授|南陽大学 防災研究所
代表取締役社長大河原 誠一 氏 => 大河原 誠一|代表取締役社長|
長谷川 恭子Kyoko Hasegawa => 長谷川 恭子||
R. Villmuster, A. Toth, E. Nwosu => R. Villmuster|| + A. Toth|| + E. Nwosu||
Dr. Nemes Anna, Dunai Takarék, igazgató => Dr. Nemes Anna|igazgató|Dunai Takarék
北浜市長 大河原 誠一 => 大河原 誠一|北浜市長|
東市水道局局長 鄭国華 => 鄭国華|局長|東市水道局
Pfarrer Eberhard Muster => Eberhard Muster|Pfarrer|
D. Juan Muster. Director general de Puertos Muster => D. Juan Muster|Director general|Puertos Muster
Conférence d'Élodie Muster, hydrologue => Élodie Muster|hydrologue|
CEO Ann Archer, CFO Robert Baxter => Ann Archer|CEO| + Robert Baxter|CFO|
Former CEO James Sampler => James Sampler|Former CEO|
Carla C. Sampler -Director => Carla C. Sampler|Director|
Rob Sampler, Patent Counsel and General Counsel, Goldmark Sacks => Rob Sampler|Patent Counsel and General Counsel|Goldmark Sacks
Mike Sampler, Munshi Harding, Dallas, TX; Ann Archer, Acme Ltd, Ames, IA => Mike Sampler||Munshi Harding + Ann Archer||Acme Ltd
Bola Sampler – Chief Commercial Officer at Chivas Hollandis => Bola Sampler|Chief Commercial Officer|Chivas Hollandis
Ms. Ann Contractor, Director, Acme => Ms. Ann Contractor|Director|Acme
CEO Magazine =>
Councilor Tina Sample Lane => Councilor Tina Sample Lane|Councilor|
Colectivo Muestrario =>
受付 開始 =>
TBA =>
Program Committee =>
"""


@pytest.mark.parametrize("line", [line for line in PEOPLE.split("\n") if line])
def test_people_are_split_with_title_and_company(line: str) -> None:
    """A line or cell gives its people in order, each with the job title and company printed beside."""
    text, _, expected = line.partition(" =>")
    found = " + ".join(f"{p.name}|{p.title or ''}|{p.company or ''}" for p in split_people(text))
    assert found == expected.strip()


AFFILIATIONS = [
    ("CEO at Acme", "CEO", "Acme"),
    ("CEO, Acme", "CEO", "Acme"),
    ("Acme GmbH, Geschäftsführer", "Geschäftsführer", "Acme GmbH"),
    ("Founder & CEO", "Founder & CEO", None),
    ("Leiterin Vertrieb bei der Musterbank", "Leiterin Vertrieb", "Musterbank"),
    ("Directora de Calidad. Grupo Ejemplo", "Directora de Calidad", "Grupo Ejemplo"),
    ("Médica internista en el Hospital de Muestra", "Médica internista", "Hospital de Muestra"),
    (
        "Professor, Department of Physics, University of Elsewhere",
        "Professor",
        "Department of Physics, University of Elsewhere",
    ),
    ("Acme Ltd", None, "Acme Ltd"),
    ("Group CEO, Palmgrove Foods", "Group CEO", "Palmgrove Foods"),
    ("Regional Manager, Doorhopper", "Regional Manager", "Doorhopper"),
    ("Director, Business Development", "Director, Business Development", None),
    ("Co-founder, Managing Director & CEO of Acme.ai", "Co-founder, Managing Director & CEO", "Acme.ai"),
    ("Decana de la Facultad", "Decana de la Facultad", None),
    ("senior analyst", "senior analyst", None),
    ("News Anchor", "News Anchor", None),
    ("Lead – Technical Sales (Construction, India), Acme", "Lead – Technical Sales (Construction, India)", "Acme"),
    ("(Chair, Banking Committee) with the President and CEO", "Chair", "Banking Committee"),
    ("Shareholder, Plumb Dean Muster P.C.", "Shareholder", "Plumb Dean Muster P.C."),
    ("General Counsel of Muster Foods", "General Counsel", "Muster Foods"),
    ("Acme & Sons LLP, Dallas, TX USA", None, "Acme & Sons LLP"),
    ("Claims Counsel, Muster Insurance Ltd, Zurich, Switzerland", "Claims Counsel", "Muster Insurance Ltd"),
    ("CEO, Acme, Germany", "CEO", "Acme, Germany"),
    ("CSO, Acme Therapeutics, Inc.", "CSO", "Acme Therapeutics, Inc."),
    ("Acme & Sons LLP (Dallas, TX)", None, "Acme & Sons LLP"),
    ("Director, Acme Center for Entrepreneurship", "Director", "Acme Center for Entrepreneurship"),
    ("President, Corporate Secretaries Alliance", "President", "Corporate Secretaries Alliance"),
    ("某某大學 教授", "教授", "某某大學"),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "title", "company"), AFFILIATIONS, ids=[t for t, _, _ in AFFILIATIONS])
def test_affiliations_are_cut_only_with_evidence(text: str, title: str | None, company: str | None) -> None:
    """Job title and company are told apart by their words; without evidence the whole stays together."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("direttore tecnico di Officine Muster", "direttore tecnico", "Officine Muster"),
        ("menuisière, Atelier Exemple", "menuisière", "Atelier Exemple"),
        ("управляющий «Пример №1»", "управляющий", "«Пример №1»"),
        ("Örnek Denetim Kıdemli Ortağı", "Kıdemli Ortağı", "Örnek Denetim"),
        ("Örnek Denetim Kıdemli Ortak", "Kıdemli Ortak", "Örnek Denetim"),
        ("Örnek Danışmanlık Yönetim Kurulu Başkanı", "Yönetim Kurulu Başkanı", "Örnek Danışmanlık"),
        ("Dyrektor Ośrodka Zdrowia w Przykładowie", "Dyrektor", "Ośrodka Zdrowia w Przykładowie"),
        ("样例商学院教授、Muster创始人&CEO", "教授", "样例商学院"),
        ("Director general de Transportes Muster", "Director general", "Transportes Muster"),
        ("مستشارة قانونية، مكتب ميزان", "مستشارة قانونية", "مكتب ميزان"),
        ("南岸设计集团总建筑师", "总建筑师", "南岸设计集团"),
        ("COO, Generative Business Services, Muster Technologies", "COO, Generative Business Services", "Muster Technologies"),
        ("Chief Operating Officer, Muster Labs, Australia", "Chief Operating Officer", "Muster Labs, Australia"),
    ],
)
def test_affiliations_of_many_habits_are_parted(text: str, title: str, company: str) -> None:
    """Small letters, quotes, the company first, parts of a company and countries tell where the job ends."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Founder of Muster League, Muster League Podcast Host", "Founder", "Muster League"),
        ("Co-founder of Vyoma Biolabs & Scientist at NIIX", "Co-founder", "Vyoma Biolabs"),
        ("Fondatrice de Mistral Conseil et présidente du club Vent", "Fondatrice", "Mistral Conseil"),
        (
            "Profesor en la Universidad Autónoma del Ejemplo e integrante del grupo",
            "Profesor",
            "Universidad Autónoma del Ejemplo",
        ),
        ("CTO & Co-Founder, Palletwise; Advisor at Northmill", "CTO & Co-Founder", "Palletwise"),
        ("CEO, Palletwise Advisory | Former Chief Risk Officer", "CEO", "Palletwise Advisory"),
        ("основатель сервиса «Сушилка», ментор", "основатель", "сервиса «Сушилка»"),
    ],
)
def test_of_several_posts_the_first_is_told(text: str, title: str, company: str) -> None:
    """Where somebody holds several posts, the first that tells a job and a company counts."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Managing Director, Head of Research, Harbour Bank", "Managing Director, Head of Research", "Harbour Bank"),
        ("Chef, Food Stylist, Blogger, Photographer & Graphic Designer", None, None),
        ("Retd. Army Officer", None, None),
        ("CEO and Founder of Marlow & Sons", "CEO and Founder", "Marlow & Sons"),
        ("Senior Researcher // Modrzew", "Senior Researcher", "Modrzew"),
        ("Senior Engineer @ eFlint Learning", "Senior Engineer", "eFlint Learning"),
        ("Gerente de seguridad vial del Instituto de Calles (ICC)", "Gerente de seguridad vial", "Instituto de Calles (ICC)"),
        ("Country Director - Kenya, Safe Wells International", "Country Director - Kenya", "Safe Wells International"),
        ("Начальник отдела продаж — Торговый дом «Бирюза»", "Начальник отдела продаж", "Торговый дом «Бирюза»"),
        (
            "Senior Director, Compensation & Benefits, Marlow & Grey",
            "Senior Director, Compensation & Benefits",
            "Marlow & Grey",
        ),
        ("Jednatel společnosti Vrabec, s.r.o.", "Jednatel", "společnosti Vrabec, s.r.o."),
        ("7th Chief Justice of the Tarnish Supreme Court", "7th Chief Justice", "Tarnish Supreme Court"),
    ],
)
def test_marks_within_jobs_and_companies_part_nothing(text: str, title: str | None, company: str | None) -> None:
    """Several jobs of one company, lists of jobs, abbreviations, brackets and places stay in their piece."""
    assert split_affiliation(text) == ((title, company) if title else (text, None))


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Wellness Lead, Marlow & Grey (#2 of the Brightwell list)", "Wellness Lead", "Marlow & Grey"),
        ("Director, Marlow & Grey (on leave until next spring)", "Director", "Marlow & Grey"),
        ("Redattrice, https://www.marlow.example", "Redattrice", None),
        ("m.marlow@grey.example", None, None),
        ("Engineer, Institute of Boats (IB)", "Engineer", "Institute of Boats (IB)"),
    ],
)
def test_remarks_and_addresses_are_no_part_of_a_company(text: str, title: str | None, company: str | None) -> None:
    """What a bracket tells in passing, an address of the web and one of mail say nobody's job and no company."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("海辺大学マネージャー", "マネージャー", "海辺大学"),
        ("代表取締役／株式会社見本", "代表取締役", "株式会社見本"),
        ("이사 | 서울견본연구소", "이사", "서울견본연구소"),
        ("某某大学, 编辑", "编辑", "某某大学"),
        ("доцент в ООО «Пример»", "доцент", "ООО «Пример»"),
    ],
)
def test_eastern_jobs_and_companies_are_parted_whatever_the_mark(text: str, title: str, company: str) -> None:
    """Voiced kana are known as other letters are; marks between job and company belong to neither."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Ada Byron @ada_byron", False), ("Ada Byron @byron", False), ("Ada Byron, CTO @ Acme", True), ("Ada Byron @acme", True)],
)
def test_what_people_are_called_on_networks_is_no_company(text: str, told: bool) -> None:
    """A handle made of the name says nothing about the company; another one may be it."""
    (person,) = split_people(text)
    assert person.name == "Ada Byron"
    assert bool(person.title or person.company) is told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安井 奏・水谷 蓮", ["安井 奏", "水谷 蓮"]),
        ("ジョン・スミス", ["ジョン・スミス"]),
        ("Prof. Dr. Theißen", ["Prof. Dr. Theißen"]),
        ("Dr. Keynote", []),
        ("C'est Wilfried Kouamé, co-fondateur", []),
        ("A. Archer, B. Baxter", ["A. Archer", "B. Baxter"]),
        ("A. Archer, J. P. Morgan Chase", ["A. Archer"]),
    ],
)
def test_dots_and_honours(text: str, names: list[str]) -> None:
    """Dots join Japanese names and stand inside foreign ones; a surname behind "Dr." is a person, a sentence is none."""
    assert [person.name for person in split_people(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bob Cole, Dan Smith, Ann Archer", ["Bob Cole", "Dan Smith", "Ann Archer"]),
        ("Mia Vale; Dan Brown", ["Mia Vale", "Dan Brown"]),
        ("Bob Cole, Mai Uyen Dan Nguyen", ["Bob Cole", "Mai Uyen Dan Nguyen"]),
        ("Bob Cole, Ja Morrow", ["Bob Cole", "Ja Morrow"]),
        ("Siti Aminah, Budi Santoso, dan Joko Widagdo", ["Siti Aminah", "Budi Santoso", "Joko Widagdo"]),
        ("Ann Archer, And Bob Baxter", ["Ann Archer", "Bob Baxter"]),
    ],
)
def test_a_name_that_is_a_connective_elsewhere_is_a_name(text: str, names: list[str]) -> None:
    """In capitals behind a comma, or before a single word, "Dan", "Si" and "Ja" are no "and"."""
    assert [p.name for p in split_people(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Dornblum, Prof. Otto Berg, Prof. Dr. Thiessler", ["Dr. Dornblum", "Prof. Otto Berg", "Prof. Dr. Thiessler"]),
        ("OStD Dornblum, Prof. Otto Berg, MdB Katzmann, Dr. Thiessler",
         ["OStD Dornblum", "Prof. Otto Berg", "MdB Katzmann", "Dr. Thiessler"]),
        ("Ann Archer, Prof. Chemistry, Keele University", ["Ann Archer"]),
    ],
)  # fmt: skip
def test_a_bare_surname_behind_a_title_is_somebody(text: str, names: list[str]) -> None:
    """In a list of people it is one of them, and no job of the one before it; a subject behind "Prof." is no surname."""
    assert [p.name for p in split_people(text)] == names


def test_a_label_of_two_tasks_is_one_label() -> None:
    """Both are cut off with the sentence they stand in, whatever the language's "and"."""
    people = split_people("I panelet: Ola Bakke, Kari Vik og Ida Lund. Innledning og ordstyrer: Per Moe")

    assert [p.name for p in people] == ["Ola Bakke", "Kari Vik", "Ida Lund", "Per Moe"]


def test_a_syllable_of_a_name_is_no_connective() -> None:
    """What means "and" in some language and stands in capitals between single words is part of the name."""
    assert [p.name for p in split_people("Dr Chan Si Ming")] == ["Dr Chan Si Ming"]
    assert [p.name for p in split_people("Ann Archer And Bob Baxter")] == ["Ann Archer", "Bob Baxter"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaker: Ayo Bankole", ["Ayo Bankole"]),
        ("Speakers: Ayo Bankole, Ann Archer", ["Ayo Bankole", "Ann Archer"]),
        ("Moderator: Maria Bankole, Head of Sales, Acme", ["Maria Bankole"]),
        ("Speaker: Deutsche Bank", []),
        ("Speaker: Industry Experts", []),
    ],
)
def test_a_label_of_people_wins_over_letters_like_a_companys(text: str, names: list[str]) -> None:
    """A surname that begins like a word for a body is a name behind "Speaker:"; such a word itself is none."""
    assert [person.name for person in split_people(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Professor J Archero – Dr Robert Baxter – Dr Carla Mendes",
            ["Professor J Archero", "Dr Robert Baxter", "Dr Carla Mendes"],
        ),
        ("Dr Robert Baxter – Undersecretary – Ministry of Tides", ["Dr Robert Baxter"]),
        ("Ann Archer – Head of Sales – Baxter Cole", ["Ann Archer"]),
    ],
)
def test_dashes_part_people_who_are_addressed(text: str, names: list[str]) -> None:
    """Behind a dash stands what somebody does, unless an honorific shows the next person."""
    assert [person.name for person in split_people(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Archer (joint work with Bob Baxter and Carla Mendes)", ["Ann Archer"]),
        ("Ann Archer, University of Tarn. Joint with Bob Baxter", ["Ann Archer"]),
        ("Travail en commun avec Bob Baxter", []),
        ("Ann Archer and Bob Baxter", ["Ann Archer", "Bob Baxter"]),
    ],
)
def test_who_else_worked_on_it_does_not_speak(text: str, names: list[str]) -> None:
    """Those a talk is joint work with are named in it and do not give it."""
    assert [person.name for person in split_people(text)] == names


@pytest.mark.parametrize("text", ["Ann Archer aka zed", "ANN ARCHER a.k.a. ZED NINE", "Ann Archer alias DJ Zed"])
def test_another_name_behind_aka_is_no_part_of_a_name(text: str) -> None:
    """Artists and hackers tell what else they are called; they are called by their own name."""
    assert [p.name.title() for p in split_people(text)] == ["Ann Archer"]
    assert looks_like_name(text) > 0.8


def test_two_words_with_and_between_them_are_nobody() -> None:
    """In capitals "QUESTIONS AND ANSWERS" has the shape of a name in any language; a name holds no such word alone."""
    assert looks_like_name("ПИТАННЯ ТА ВІДПОВІДІ") == 0
    assert looks_like_name("Chan Si Ming") > 0.5
    assert looks_like_name("Ortega y Gasset") > 0.2


@pytest.mark.parametrize(
    ("text", "name", "title", "company"),
    [
        ("Prezes Zarządu Adam Wolny", "Adam Wolny", "Prezes Zarządu", None),
        ("Wójt Gminy Zarzecze prof. Anna Wolna", "prof. Anna Wolna", "Wójt", "Gminy Zarzecze"),
        ("Präsident der Glaserkammer Karl Muster", "Karl Muster", "Präsident", "Glaserkammer"),
        ("Президент фонда Анна Стрельникова", "Анна Стрельникова", "Президент фонда", None),
    ],
)
def test_a_job_and_where_it_is_held_may_lead_to_a_name(text: str, name: str, title: str, company: str | None) -> None:
    """No mark parts them: the name begins with the given name that is known."""
    assert [(p.name, p.title, p.company) for p in split_people(text)] == [(name, title, company)]


@pytest.mark.parametrize(
    "text", ["President of the Anna Archer Institute", "Presidente de la Asociación Casas del Alto Tormes"]
)
def test_a_body_called_like_somebody_is_nobody(text: str) -> None:
    """What follows "of the" tells where the job is held to its end."""
    assert not split_people(text)


def test_a_house_is_nobody_though_some_are_called_so() -> None:
    """Somewhere "Villa" is a given name; before another name it is a house, and nobody on a stage."""
    assert people_told("Villa Rotonda · check-in from two in the afternoon") == []


@pytest.mark.parametrize("held", ["(moderator: Carla Cole)", "(Moderation: Carla Cole)", "(moderated by Carla Cole)"])
def test_whoever_a_label_in_brackets_leads_to_is_one_of_the_people(held: str) -> None:
    """Such brackets say who moderates, not where the people before them work."""
    people = split_people(f"Ann Archer, Bob Baxter {held}")

    assert [(p.name, p.company) for p in people] == [("Ann Archer", None), ("Bob Baxter", None), ("Carla Cole", None)]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Ann Archer (Tarn AG) and a surprise guest", "Tarn AG"),
        ("Ann Archer (Tarn AG), et al.", "Tarn AG"),
        ("Ann Archer (Tarn AG) & Elm Institute", "Tarn AG & Elm Institute"),
    ],
)
def test_others_behind_the_brackets_of_a_name_are_no_company(text: str, company: str) -> None:
    """What "and" joins to the brackets behind a name is a further body only where it reads as one."""
    assert [(p.name, p.company) for p in split_people(text)] == [("Ann Archer", company)]
