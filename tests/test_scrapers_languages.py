"""Programmes in many languages: their words for breaks, openings and roles, their dates, and how they write who somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.agenda import Agenda
from scrapers import read_document
from scrapers._bylines.bylines import part_bylines
from scrapers._bylines.honoured import with_honoured
from scrapers._bylines.marks import Cut, sides_at
from scrapers._document import Document
from scrapers._language.dates import find_dates
from scrapers._language.days import find_weekday
from scrapers._language.kinds import is_kind, is_opening, kind_of
from scrapers._language.times import find_clocks
from scrapers._language.vocabulary import plain, words_of
from scrapers._people.affiliation import split_affiliation
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._timing.heads import part_named

LAYOUTS = Path(__file__).parent / "data" / "layouts"


def read(body: str) -> Agenda:
    """The agenda of a page with this body."""
    return read_document(Document("page.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode()))


def spoken(agenda: Agenda) -> list[tuple[str, list[str]]]:
    """The titles with the names of their speakers, in the order of the page."""
    names = {speaker.id: speaker.name for speaker in agenda.speakers}
    return [(session.title, [names[key] for key in session.speakers]) for session in agenda.sessions]


@pytest.mark.parametrize(
    "title",
    [
        "Mittagsimbiss", "Goûter", "Refrigerio", "Pequeno-almoço", "Intervallo", "Theepauze", "Bensträckare", "Morgenmad",
        "Innsjekk", "Aamukahvi", "Podwieczorek", "Raňajky", "Kapunyitás", "Masa de prânz", "Doručak", "Çay Molası",
        "Кофе-пауза", "Кава-брейк", "Обедна пауза", "Μεσημβρινή διακοπή", "Pietų pertrauka", "Kafijas pauze", "Kohvipaus",
        "استقبال المشاركين", "ארוחת צהריים", "پذیرایی", "نماز و ناهار",
        "自由午膳", "昼食", "쉬는 시간", "พักรับประทานอาหารกลางวัน", "ลงทะเบียน", "Nghỉ giữa giờ", "Daftar ulang", "पंजीकरण",
    ],
)  # fmt: skip
def test_breaks_are_known_in_many_languages(title: str) -> None:
    """What a programme calls its pauses, meals and registration makes them breaks."""
    assert kind_of(title) == "break"


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Rom", "room"), ("Huone", "room"), ("Ruimte", "room"), ("Lokale", "room"), ("Programpost", "title"),
        ("Onderdeel", "title"), ("Ohjelmanumero", "title"), ("Föreläsning", "title"), ("Medverkande", "person"),
        ("Inleiders", "person"), ("Alustaja", "person"), ("Dagvoorzitter", "person"),
        ("Commentators", "person"), ("Respondent", "person"),
        ("Tilknytning", "affil"), ("Werkgever", "affil"),
    ],
)  # fmt: skip
def test_heads_of_columns_are_known_in_many_languages(head: str, part: str) -> None:
    """What stands above a column tells what it holds."""
    assert part_named(head) == part


@pytest.mark.parametrize(
    "title",
    [
        "Schlussworte",
        "Mot de la fin",
        "Afrunding",
        "Zárszó",
        "Įžanginis žodis",
        "Atklāšana",
        "Avasõnad",
        "افتتاحیه",
        "闭幕式",
        "พิธีเปิด",
        "Bế mạc",
    ],
)
def test_openings_are_known_in_many_languages(title: str) -> None:
    """What opens or closes an event is told by its words."""
    assert is_opening(words_of(plain(title)))


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
        ("Uczestnicy panelu: Iga Stanecka", "Uczestnicy panelu"),
        ("Who: Iga Stanecka", "Who"),
        ("Esinejad: Kadri Tormis", "Esinejad"),
        ("Pranešėjai: Rūta Vaitkė", "Pranešėjai"),
        ("Məruzəçi: Leyla Quliyeva", "Məruzəçi"),
        ("მომხსენებელი: ნინო ბერიძე", "მომხსენებელი"),
    ],
)
def test_labels_of_people_are_known_beyond_plain_letters(text: str, role: str | None) -> None:
    """A label counts whatever letters and marks it is written in, with a number too unless it names a kind of session."""
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
    ("text", "day"),
    [
        ("سه شنبه ۲۵ مهر ماه ۱۴۰۲", (2023, 10, 17)),
        ("30 اسفند 1403", (2025, 3, 20)),
        ("1404/01/01", (2025, 3, 21)),
        ("12 พ.ค. 69", (2026, 5, 12)),
        ("ב-12.5.2026", (2026, 5, 12)),
        ("يوم الجمعة الموافق ٢٢ / ٥ / ٢٠٢٦", (2026, 5, 22)),
        ("26 DE SEPTIEMBRE DEL 2018", (2018, 9, 26)),
        ("2022. május 12. (csütörtök)", (2022, 5, 12)),
        ("Thứ Năm, ngày 12 tháng 5 năm 2023", (2023, 5, 12)),
        ("民國113年11月15日", (2024, 11, 15)),
        ("令和元年5月3日", (2019, 5, 3)),
        ("2026 m. gegužės 12 d., antradienis", (2026, 5, 12)),
        ("2026. gada 12. maijā", (2026, 5, 12)),
        ("teisipäev, 12. mai 2026", (2026, 5, 12)),
        ("уторак, 12. мај 2026.", (2026, 5, 12)),
    ],
)
def test_dates_are_read_as_written_there(text: str, day: tuple[int, int, int]) -> None:
    """Capitals, years in front, months by number and the years of other eras are understood."""
    assert [(found.year, found.month, found.day) for found in find_dates(text)] == [day]


@pytest.mark.parametrize(
    "text", ["12-14 พ.ค. 2569", "12 إلى 14 مايو 2026", "2026年5月12日至14日", "5月12日から14日", "12 hingga 14 Mei 2026"]
)
def test_ranges_of_days_are_told_by_words_too(text: str) -> None:
    """A word of the language stands for the dash between the first and the last day."""
    assert [(found.month, found.day, found.last) for found in find_dates(text)] == [(5, 12, (5, 14))]


@pytest.mark.parametrize("text", ["13:00 ー 14:00", "13.00 s.d. 14.00", "13.00 s/d 14.00 WIB"])
def test_ranges_of_hours_are_told_by_signs_of_the_language(text: str) -> None:
    """A long vowel mark for a dash, and how Indonesian shortens "until"."""
    assert [(c.start, c.end) for c in find_clocks(text)] == [(780, 840)]


def test_dates_of_the_iranian_calendar_may_be_ranges_and_need_their_year() -> None:
    """The first and the last day are turned into ours; without its year nothing tells which days are meant."""
    assert [(d.month, d.day, d.last) for d in find_dates("29 آذر تا 2 دی") + find_dates("25 تا 27 مهر 1402")] == [
        (10, 17, (10, 19))
    ]
    assert [find_weekday(day) for day in ("شنبه", "سه شنبه", "سه\u200cشنبه", "پنج شنبه", "جمعه")] == [5, 1, 1, 3, 4]


def test_rows_of_half_days_in_persian_are_talks_with_people_in_brackets() -> None:
    """No clock and no head tells it: the page says that it is the programme, and most rows name somebody in brackets."""
    halves = {
        "سه شنبه صبح": ["سخنرانی کلیدی: شمارش ستاره‌ها (دکتر سارا نمونه‌ای)", "سخنرانی مدعو: نقشه‌ی آسمان (دکتر امیر مثالی)"],
        "سه شنبه عصر": ["سخنرانی مدعو: ابر و باد (دکتر نیما نمونه‌ای)", "سخنرانی مدعو: سایه‌ی ماه (دکتر مینا مثالی)"],
    }
    tables = "".join(
        f"<table><tr><td colspan=2>{half}</td></tr>"
        + "".join(f"<tr><td>{row}</td><td>https://meet.example/{n}</td></tr>" for n, row in enumerate(rows))
        + "</table>"
        for half, rows in halves.items()
    )
    page = f"<!DOCTYPE html><html lang=fa dir=rtl><title>برنامه - همایش ستاره</title><body><h2>همایش</h2>{tables}</body></html>"

    agenda = read_document(Document("page.html", page.encode()))

    assert [s.title for s in agenda.sessions] == [row.partition(" (")[0] for rows in halves.values() for row in rows]
    assert len(agenda.speakers) == 4


def test_a_list_of_topics_is_about_the_session_above_it() -> None:
    """Items under "Topics for discussion:" are no sessions of their own."""
    row = (
        "<tr><td>{0}</td><td><p>«{1}»</p><p>Темы для обсуждения:</p><ul><li>Кто платит за причал на старте</li>"
        "<li>Новые правила для паромных линий</li></ul><p>Модератор:</p><p>{2}, директор ООО «Волна»</p></td></tr>"
    )
    talks = [
        ("10:00", "Причал не может ждать", "Курганцев Олег Данилович"),
        ("11:00", "Паромы и люди", "Жигалова Надежда Павловна"),
        ("12:00", "Деньги в умном порту", "Кострова Нина Сергеевна"),
    ]

    agenda = read("<h1>Порт 14 сентября 2021</h1><table>" + "".join(row.format(*talk) for talk in talks) + "</table>")

    assert spoken(agenda) == [(title, [name]) for _, title, name in talks]


def test_a_line_that_only_says_a_role_is_no_title() -> None:
    """In the format of the titles a line such as "Moderation" leads to people and names no session."""
    row = "<tr><td>{0} Uhr</td><td><b>{1}</b><br><b>Moderation</b><br>{2}, Geschäftsführerin Gartenbau Nord GmbH</td></tr>"
    talks = [
        ("09.30", "Boden erhalten und pflegen", "Lena Hartwig"),
        ("10.30", "Torffrei wirtschaften", "Petra Thomsen"),
        ("11.30", "Wer pflanzt die Städte von morgen", "Renate Meyer"),
    ]

    agenda = read("<h1>Gartentag 22. Oktober 2015</h1><table>" + "".join(row.format(*talk) for talk in talks) + "</table>")

    assert spoken(agenda) == [(title, [name]) for _, title, name in talks]


def test_a_line_above_a_labelled_speaker_is_a_title() -> None:
    """Titles that look like names are told by "Konuşmacı:" below them, as below the others of their format."""
    page = LAYOUTS / "p_05_tr_sekme_oturum_konusmaci_b_satirlari.html"

    agenda = read_document(Document(page.name, page.read_bytes()))

    assert ("Anestezi ve Cerrahi Sorunlara Yaklaşım", ["Dr. Aynur Küçükçoban"]) in spoken(agenda)
    assert "Kemik Hastalıklarında Beslenme" in [title for title, _ in spoken(agenda)]


def test_a_circle_marks_who_presents() -> None:
    """Behind a Japanese title "○" stands before the author who presents it."""
    row = "<tr><td>{0}</td><td>{1}</td></tr>"
    talks = [
        ("10:00", "深海の酵素を追う ○三崎 潮（磯浜大学）", "三崎 潮"),
        ("10:30", "海藻から考える循環 ○藤野 遥（浜名大学）", "藤野 遥"),
        ("11:00", "沿岸の水温を読む ○大谷 航（潮見大学）", "大谷 航"),
    ]

    agenda = read("<h1>海の研究会 2019年10月5日</h1><table>" + "".join(row.format(*talk[:2]) for talk in talks) + "</table>")

    assert spoken(agenda) == [(title.split(" ○")[0], [name]) for _, title, name in talks]


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


def test_a_line_cut_in_two_keeps_its_people_and_its_title_together() -> None:
    """A name before a colon belongs to the title behind it, not to the one of the line above."""
    page = LAYOUTS / "r_16_hu_emlekules_nev_elnok_kettospont.html"
    given = dict(spoken(read_document(Document(page.name, page.read_bytes()))))
    assert given["Föld alatti kincsek"] == ["Bratkó Zoltán"]
    assert given["Tiszakertes és a világ Harsányi Lőrince"] == ["Töttösi Gábor"]


def test_a_quote_inside_a_hebrew_word_opens_no_title() -> None:
    """Short forms hold a straight quote between letters; a line is not cut there."""
    assert sides_at("quote", 'סיור בהדרכת ד"ר גרשון בר כוכבן') == []


def test_somebody_addressed_at_the_head_of_a_line_gives_what_follows() -> None:
    """In a script without capitals an honorific shows who stands first; behind a dash or colon follows the title."""
    cut = part_bylines(["מר צורי הולנדרי, מנהל מערת השקמה: אולם הנטיפים הבלתי ידוע"])[0]
    assert cut == ("אולם הנטיפים הבלתי ידוע", "מר צורי הולנדרי, מנהל מערת השקמה", True)


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Tytuł", "title"),
        ("Oplægsholder", "person"),
        ("Ræðumaður", "person"),
        ("Χώρος", "room"),
        ("สถานที่", "room"),
        ("Møterom", "room"),
    ],
)
def test_heads_of_columns_are_known_whatever_their_letters(head: str, part: str) -> None:
    """Letters that are no letter with an accent, vowels above others and a final sigma part no word."""
    assert part_named(head) == part


@pytest.mark.parametrize(
    ("head", "part"),
    [("koht", "room"), ("Ettekanne", "title"), ("Veikla", "title"), ("Prispevek", "title"), ("Sodelujoči", "person")],
)
def test_heads_of_columns_are_known_in_small_languages(head: str, part: str) -> None:
    """Estonian, Lithuanian and Slovenian tables name their columns in their own words."""
    assert part_named(head) == part


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


def test_roles_above_people_head_them_and_are_no_titles() -> None:
    """With and without a colon, and where a name follows in their line, below a title of the same format."""
    slot = "<p class='t'>{}</p><p>{}</p><p>Tác giả: {}</p><p>{}</p><p>{}, Đại học Sông Lam, Việt Nam</p><p>Chủ tọa:{}</p>"
    talks = [
        ("9:00-9:45", "Dự báo mưa cho vùng trồng lúa ven sông", "Trần Minh Khoa", "Lê Thu Hà", "Đỗ Quang Vinh"),
        ("9:45-10:30", "Phân tích giá gạo bằng mô hình thống kê", "Phạm Ngọc Lan", "Võ Thanh Sơn", "Lê Thu Hà"),
        ("10:45-11:30", "Thiết kế máy sấy hạt dùng năng lượng mặt trời", "Bùi Gia Huy", "Lê Thu Hà", "Trần Minh Khoa"),
    ]
    roles = ("Chủ tọa phiên họp chính", "Phản biện:", "Chủ tọa phiên họp chính:")
    rows = (slot.format(clock, title, one, role, *rest) for (clock, title, one, *rest), role in zip(talks, roles, strict=True))
    assert spoken(read(f"<h1>Hội thảo hạt gạo</h1><div>{''.join(rows)}</div>")) == [
        (title, list(people)) for _, title, *people in talks
    ]


def test_a_country_behind_a_company_is_nobody() -> None:
    """However like a name it is written."""
    for country in ("Việt Nam", "Costa Rica", "Burkina Faso", "Estados Unidos"):
        assert [p.name for p in split_people(f"Ana Soto, Universidad del Norte, {country}")] == ["Ana Soto"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("第一セッション（40分）", True), ("第２講演", True), ("主题演讲三", True), ("第1部", True), ("제1세션", True),
        ("Session 3 (40 min)", True), ("部長", False), ("講演の作り方", False), ("40分", False), ("특강의 기술", False),
    ],
)  # fmt: skip
def test_numbered_kinds_of_session_are_known_where_no_blanks_part_words(text: str, kind: bool) -> None:
    """Also with how long they last; a word that only begins like one is none."""
    assert is_kind(words_of(plain(text))) is kind
