"""How many languages write people, with what they do where, and part them from titles."""

from __future__ import annotations

import pytest

from scrapers import read_document
from scrapers._bylines.bylines import part_bylines
from scrapers._bylines.honoured import with_honoured
from scrapers._bylines.marks import Cut, sides_at
from scrapers._document import Document
from scrapers._people.affiliation import split_affiliation
from scrapers._people.labels import split_role
from scrapers._people.names import split_people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Oplægsholdere: Mette Holm", "Oplægsholdere"),
        ("Begrüßung: Lena Hartwig", "Begrüßung"),
        ("ผู้ดำเนินรายการ: คุณสมชาย ใจดี", "ผู้ดำเนินรายการ"),
        ("سخنران: دکتر علی رضایی", "سخنران"),
        ("Puhetta johtaa: Tuija Rantamäki", None),
        ("Pembicara 2: Retno Maharsi", "Pembicara 2"),
        ("Talk 2: Why bees dance", None),
        ("Keynote #2: Bees", None),
        ("Referent #2: Uwe Falk", "Referent #2"),
        ("ASH Keynote Speaker #1: Ann Archer", "ASH Keynote Speaker #1"),
        ("ABM/SBT Moderador: Rui Tarnes", "ABM/SBT Moderador"),
        ("ASH Presentation: Why bees dance", None),
        ("Uczestnicy panelu: Iga Stanecka", "Uczestnicy panelu"),
        ("Who: Iga Stanecka", "Who"),
        ("Esinejad: Kadri Tormis", "Esinejad"),
        ("Pranešėjai: Rūta Vaitkė", "Pranešėjai"),
        ("Məruzəçi: Leyla Quliyeva", "Məruzəçi"),
        ("მომხსენებელი: ნინო ბერიძე", "მომხსენებელი"),
    ],
)
def test_labels_of_people_are_known_beyond_plain_letters(text: str, role: str | None) -> None:
    """A label counts whatever letters and marks it is written in, with a number too unless it names a kind of session.

    The short form of who holds the event may stand before it.
    """
    assert split_role(text)[0] == role


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        (
            "заместитель генерального директора Фонда береговых земель",
            "заместитель генерального директора",
            "Фонда береговых земель",
        ),
        ("директор по маркетингу компании «Балтика»", "директор по маркетингу", "компании «Балтика»"),
        ("Präsidentin Deutscher Gartenbauverband Nord e.V., Hannover", "Präsidentin", "Deutscher Gartenbauverband Nord e.V."),
        ("wethouder gemeente Zutphen", "wethouder", "gemeente Zutphen"),
        ("Chủ tịch Hiệp hội Du lịch", "Chủ tịch", "Hiệp hội Du lịch"),
        ("مدیرعامل شرکت آفتاب", "مدیرعامل", "شرکت آفتاب"),
        ("ผู้อำนวยการ สถาบันวิจัยข้าว", "ผู้อำนวยการ", "สถาบันวิจัยข้าว"),
        ("ředitelka odboru, Ministerstvo dopravy", "ředitelka odboru", "Ministerstvo dopravy"),
        ("Student Council President", "Student Council President", None),
        ("رئيس مجلس الإدارة", "رئيس مجلس الإدارة", None),
    ],
)
def test_a_body_right_behind_a_job_is_the_company(text: str, title: str | None, company: str | None) -> None:
    """Where no mark parts them, the word for a body begins the company, unless it is part of the job."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("jednatelka společnosti Tkalcovna, s.r.o.", "jednatelka", "společnosti Tkalcovna, s.r.o."),
        ("výkonný ředitel Kovárna Len, a.s.", "výkonný ředitel", "Kovárna Len, a.s."),
        ("předsedkyně představenstva Kovárna Ždár, a.s.", "předsedkyně představenstva", "Kovárna Ždár, a.s."),
        ("Geschäftsführerin, Holzwerk, GmbH", "Geschäftsführerin", "Holzwerk, GmbH"),
        ("direktorica tvrtke Daska d.o.o.", "direktorica", "Daska d.o.o."),
        ("dyrektor marketingu w firmie Deska", "dyrektor marketingu", "Deska"),
        ("Управител на Дъскорезница ООД", "Управител", "Дъскорезница ООД"),
        ("Διευθύντρια της Ξυλεία Α.Ε.", "Διευθύντρια", "Ξυλεία Α.Ε."),
        ("Tallinna Ülikooli professor", "professor", "Tallinna Ülikooli"),
        ("UAB „Kelmas“ vadovas", "vadovas", "UAB „Kelmas“"),
        ("SIA Gateris valdes priekšsēdētājs", "valdes priekšsēdētājs", "SIA Gateris"),
        ("режисер, актор, віцепрезидент Академії кіно Львова", "режисер, актор, віцепрезидент", "Академії кіно Львова"),
        ("дипломат, директор Карпатського форуму", "дипломат, директор", "Карпатського форуму"),
        ("Senior software developer", "Senior software developer", None),
        ("Bank employee", "Bank employee", None),
    ],
)
def test_legal_forms_and_words_for_a_company_tell_where_it_stands(text: str, title: str | None, company: str | None) -> None:
    """No comma before a legal form parts it from its company; words such as "of the firm" do; in some languages it leads."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("izr. prof. dr. Mojca Hribar, Inštitut za morje", "izr. prof. dr. Mojca Hribar", "Inštitut za morje"),
        ("doc. dr. sc. Luka Bor (Daska)", "doc. dr. sc. Luka Bor", "Daska"),
        ("Гл. ас. д-р Милан Дъбов", "Гл. ас. д-р Милан Дъбов", None),
        ("Αναπλ. Καθηγήτρια Άννα Δρυς", "Αναπλ. Καθηγήτρια Άννα Δρυς", None),
        ("asoc. prof. dr. Rūta Beržė", "asoc. prof. dr. Rūta Beržė", None),
        ("Ivica Grab, mag. admin. sanit. (Daska)", "Ivica Grab", "Daska"),
        (
            "dr Zoran Grab, Šumarski institut, Banja Luka, Republika Srpska, BiH",
            "dr Zoran Grab",
            "Šumarski institut, Banja Luka",
        ),
        ("prof.dr Velibor Hrast, Univerzitet Zagora", "prof.dr Velibor Hrast", "Univerzitet Zagora"),
    ],
)
def test_abbreviations_beside_an_honorific_or_behind_a_comma_are_no_name(text: str, name: str, company: str | None) -> None:
    """Short forms in small letters belong to the honorific next to them; several behind a name are its degrees."""
    assert [(p.name, p.title, p.company) for p in split_people(text)] == [(name, None, company)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dr Marija Grab, dr Sonja Lug. mr Jovan Bor, Univerzitet", ["dr Marija Grab", "dr Sonja Lug", "mr Jovan Bor"]),
        ("mgr Żaneta Kulig, mgr Oskar Dziedzina", ["mgr Żaneta Kulig", "mgr Oskar Dziedzina"]),
        ("Гордеева Мария Олеговна, Сафина Гульнара Ринатовна", ["Гордеева Мария Олеговна", "Сафина Гульнара Ринатовна"]),
        ("ดร.สมชาย ใจดี ผู้อำนวยการ", ["ดร.สมชาย ใจดี"]),
        ("Dewi Kurniasih, S.P., M.Si., Dosen Universitas Telaga", ["Dewi Kurniasih"]),
    ],
)
def test_honorifics_fathers_names_and_degrees_tell_people(text: str, names: list[str]) -> None:
    """A name with an honorific or a father's name is no company behind a comma; degrees are no company either."""
    assert [person.name for person in split_people(text, commas_part_people=False)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kovács Ilona és Réka Vadász", ["Kovács Ilona", "Réka Vadász"]),
        ("Ana Codreanu și Ion Mocanu", ["Ana Codreanu", "Ion Mocanu"]),
        ("Tuija Rantamäki sekä Matti Ilves", ["Tuija Rantamäki", "Matti Ilves"]),
        ("Iga Stanecka oraz Jan Wilga", ["Iga Stanecka", "Jan Wilga"]),
    ],
)
def test_words_between_two_people_part_them_with_their_accents(text: str, names: list[str]) -> None:
    """The word for "and" is known as pages print it, whatever signs its letters bear."""
    assert [person.name for person in split_people(text)] == names


def test_institutes_in_vietnamese_are_nobody() -> None:
    """What begins with the word for an institute is where somebody works."""
    assert [(p.name, p.company) for p in split_people("Trần Minh Đức, Viện Bảo Tồn Quốc Gia")] == [
        ("Trần Minh Đức", "Viện Bảo Tồn Quốc Gia")
    ]


def test_names_in_scripts_without_capitals_follow_their_role() -> None:
    """A role before a name in a script without capitals is told by its word alone."""
    assert split_role("كلمة معالي الدكتور فهد الراشدي")[0] == "كلمة"


def test_a_name_in_latin_letters_behind_its_transcription_is_the_same_person() -> None:
    """Only one person stands in "Ганс Мюллерманн (Hans Müllermann)"."""
    people = split_people("Ганс Мюллерманн (Hans Müllermann) — Habitat Nord, керівник програм")

    assert len(people) == 1


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("سخنرانی دکتر سیروس مهرپرور با موضوع «قنات و فردا»", "قنات و فردا", "دکتر سیروس مهرپرور"),
        ("Лекция Ивана Чайкина на тему «Почему гаснут маяки»", "Почему гаснут маяки", "Ивана Чайкина"),
        ("Velkomst v./ Generalsekretær Preben Lassen", "Velkomst", "Generalsekretær Preben Lassen"),
        ("خوانش شعر توسط آقای سید حمید صفروند", "خوانش شعر", "آقای سید حمید صفروند"),
        ("พิธีเปิดการประชุม โดย ดร.อัครเดช วารินทร์", "พิธีเปิดการประชุม", "ดร.อัครเดช วารินทร์"),
    ],
)  # fmt: skip
def test_who_gives_a_session_is_parted_from_its_title(text: str, title: str, names: str) -> None:
    """Words such as "by" and "on the topic" part somebody from the title, in the order the language has them."""
    cut = part_bylines([text])[0]
    assert cut is not None
    assert cut[:2] == (title, names)


def test_a_name_that_touches_its_title_is_cut_where_the_column_shows_it() -> None:
    """Titles with a name behind nothing but a blank are cut when several lines of the format tell who that is."""
    lines = [
        "Cuvânt de bun venit Ilinca Deleanu, Președinte",
        "Orașe mici Magda Plopeanu, Prorector",
        "Pauză",
        "Pista nouă Tudor Vale, Director",
    ]
    assert [cut and cut[:2] for cut in part_bylines(lines)] == [
        ("Cuvânt de bun venit", "Ilinca Deleanu, Președinte"), ("Orașe mici", "Magda Plopeanu, Prorector"), None,
        ("Pista nouă", "Tudor Vale, Director"),
    ]  # fmt: skip


def test_the_second_of_straight_quotes_opens_no_title() -> None:
    """A name before a title in straight quotes is cut at the first of them only."""
    cut = part_bylines(['Maren Alkvist "Ro i vaktlaget" (20 min)', 'Terje Heiane "Navn"', 'Silje Kvam "Ti minutter"'])[0]
    assert cut == ('"Ro i vaktlaget" (20 min)', "Maren Alkvist", True)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ผศ.ดร. ภาวินี ศรีธนบูรณ์ คณะรัฐศาสตร์ มหาวิทยาลัยลำน้ำเงิน", ("ผศ.ดร. ภาวินี ศรีธนบูรณ์", None, "คณะรัฐศาสตร์ มหาวิทยาลัยลำน้ำเงิน")),
        ("Tiến sĩ Phùng Thế Bảo, Chủ nhiệm Ủy ban Biển", ("Tiến sĩ Phùng Thế Bảo", "Chủ nhiệm", "Ủy ban Biển")),
        ("Kaupunginsihteeri Kalle Sorvettula", ("Kalle Sorvettula", "Kaupunginsihteeri", None)),
        ("Neuvonantaja, Eerikki Holstinen, NDI", ("Eerikki Holstinen", "Neuvonantaja", "NDI")),
        ("Fekete-Győr Rajmund, a Talajkutató Intézet igazgatója", ("Fekete-Győr Rajmund", "igazgatója", "Talajkutató Intézet")),
        ("Kováts-Nagy Zoltán ügyekért felelős államtitkár", ("Kováts-Nagy Zoltán", "ügyekért felelős államtitkár", None)),
        ("פרופ' אורי רייכנבאום, הנשיא המייסד, אוניברסיטת הכרמל", ("פרופ' אורי רייכנבאום", "הנשיא המייסד", "אוניברסיטת הכרמל")),
    ],
)  # fmt: skip
def test_what_somebody_does_is_told_as_the_language_writes_it(text: str, person: tuple[str, str | None, str | None]) -> None:
    """Academic titles, jobs before and behind names, and bodies before jobs are cut as each language orders them."""
    found = split_people(text)
    assert [(p.name, p.title, p.company) for p in found] == [person]


def test_people_addressed_after_their_name_need_no_known_family() -> None:
    """In Japanese the word that addresses somebody shows a name no list knows, behind the post; labels are left out."""
    (person,) = split_people("座長 青浜工業大学生命理工学部教授 永瀬和雄氏")
    assert (person.name, person.title, person.company) == ("永瀬和雄", "教授", "青浜工業大学生命理工学部")


def test_by_touches_the_title_where_no_blanks_part_words() -> None:
    """In Thai the word for "by" stands right behind the title."""
    lines = ["จรรยาบรรณในการสำรวจโดย ศ.ดร.อมรเทพ พิมานเมฆ เลขาธิการชมรมถ้ำ", "ความปลอดภัยในถ้ำโดย คุณธนวัฒน์ เชือกดี"]
    assert [cut and cut[0] for cut in part_bylines(lines)] == ["จรรยาบรรณในการสำรวจ", "ความปลอดภัยในถ้ำ"]


def test_a_quote_inside_a_hebrew_word_opens_no_title() -> None:
    """Short forms hold a straight quote between letters; a line is not cut there."""
    assert sides_at("quote", 'סיור בהדרכת ד"ר גרשון בר כוכבן') == []


def test_somebody_addressed_at_the_head_of_a_line_gives_what_follows() -> None:
    """In a script without capitals an honorific shows who stands first; behind a dash or colon follows the title."""
    cut = part_bylines(["מר צורי הולנדרי, מנהל מערת השקמה: אולם הנטיפים הבלתי ידוע"])[0]
    assert cut == ("אולם הנטיפים הבלתי ידוע", "מר צורי הולנדרי, מנהל מערת השקמה", True)


def test_honorifics_of_some_tell_where_all_names_of_a_list_stand() -> None:
    """Where letters have no capitals, names and titles look alike; what tells of a job stays with its name."""
    lines = [
        "د. سلمى النجار – مستقبل المخابز الصغيرة",
        "خالد الحداد – القمح والملح",
        "د. نادر الخباز – أفران الحي القديم",
        "ليلى السقا – خبز المدارس",
        "د. هدى الطحان – أسعار الدقيق",
        "سامي البنا – رئيس لجنة الأفران",
    ]
    found = with_honoured(lines, cuts_by_honorifics(lines))
    assert [cut and cut[1] for cut in found] == [*(line.split(" – ")[0] for line in lines[:5]), None]
    assert [cut[0] for cut in found if cut] == [line.split(" – ")[1] for line in lines[:5]]
    assert with_honoured(lines[1:4], cuts_by_honorifics(lines[1:4])) == cuts_by_honorifics(lines[1:4])


def cuts_by_honorifics(lines: list[str]) -> list[Cut | None]:
    parted = [line.split(" – ") for line in lines]
    return [(title, name, True) if name.startswith("د.") else None for name, title in parted]


def test_a_country_behind_a_company_is_nobody() -> None:
    """However like a name it is written."""
    for country in ("Việt Nam", "Costa Rica", "Burkina Faso", "Estados Unidos"):
        assert [p.name for p in split_people(f"Ana Soto, Universidad del Norte, {country}")] == ["Ana Soto"]


def test_a_name_written_again_in_other_letters_beside_it_is_nobody_else() -> None:
    """A transcription stands in the same line as the name, with nothing between them; a line of its own is somebody else's."""
    names = [
        ("長谷 恭子", "Kyoko Hase"),
        ("安藤 陸", "Riku Ando"),
        ("松葉 さおり", "Saori Matsuba"),
        ("浜口 大地", "Daichi Hamaguchi"),
    ]
    card = "<div><b>{}:00</b><h3>{}</h3><div><p class=name>{}<span>{}</span></p><p>有限会社まつば 編集長</p></div></div>"
    talks = ["訪問しない営業の一年", "見積もりを三分で出す", "日報はだれのため？", "営業組織の若手"]
    page = "".join(card.format(10 + at, title, *names[at]) for at, title in enumerate(talks))

    agenda = read_document(Document("p.html", f"<title>営業フォーラム</title><h2>2027年5月12日</h2>{page}".encode()))

    assert [p.name for p in agenda.speakers] == [name for name, _ in names]
