"""Lines that only say where something is, or who pays for it."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._parts.placed import tells_sponsor


def test_a_line_that_says_where_below_a_title_is_the_room() -> None:
    """It begins small with "im" or its like and names a kind of room; other words that go on small belong to the title."""
    rows = {
        "9.00 Uhr": "Sitzung des Vorstands<br>im Haus am See, Konferenzraum 9",
        "10.00 Uhr": "Wie Brunnen altern<br>im Lauf der Zeit",
        "11.00 Uhr": "Wasser für die Stadt<br>im Großen Saal",
    }
    cells = "".join(f"<tr><td>{time}</td><td>{text}</td></tr>" for time, text in rows.items())
    page = f"<!doctype html><html><body><h1>Tag der Brunnen</h1><table>{cells}</table></body></html>"
    found = any_page.read(Document("page.html", page.encode()), None)

    assert [(s.title, s.room) for s in found.sessions] == [
        ("Sitzung des Vorstands", "im Haus am See, Konferenzraum 9"),
        ("Wie Brunnen altern im Lauf der Zeit", None),
        ("Wasser für die Stadt", "im Großen Saal"),
    ]


def test_who_pays_for_a_session_is_no_title_nobodys_job_and_no_speaker() -> None:
    """Sponsors named in a line of their own, by a phrase or behind a label, leave sessions and people as they are."""
    seminars = [
        ("12:15～13:15", "糖度の測り方", "森田 一郎", "西浜病院", "共催：みどり製薬株式会社"),
        ("14:15～15:15", "房の数え方", "岡本 美咲", "南台医院", "共催：青空メディカル株式会社・山里器械株式会社"),
        ("18:15～19:15", "棚の直し方", "原 達也", "川岸大学", "協賛：大海化学株式会社"),
    ]
    talks = "".join(
        f"<p>2025年11月3日（月） {clock}</p><ul><li>「{title}」<br>演者：{name}（{house}）</li></ul><p>{sponsor}</p>"
        for clock, title, name, house, sponsor in seminars
    )
    page = f"<!doctype html><html><body><h1>第12回 ぶどう学会</h1>{talks}</body></html>"
    found = any_page.read(Document("page.html", page.encode()), None)

    assert [(s.title, [(p.name, p.title, p.company) for p in s.people]) for s in found.sessions] == [
        (title, [(name, None, house)]) for _, title, name, house, _ in seminars
    ]


def test_titles_that_only_begin_like_a_sponsors_line_stay_titles() -> None:
    """A phrase alone, a label without a mark, or the words further on name no sponsor."""
    told = [
        "Sponsored by Blue Mill",
        "Mit Unterstützung von Korn & Söhne",
        "(Sponsor: Blue Mill)",
        "En partenariat avec Le Moulin bleu",
    ]
    others = [
        "Sponsored by",
        "Sponsors and what they want",
        "Why clubs are sponsored by banks",
        "Partners in crime: how thieves meet",
    ]
    assert list(map(tells_sponsor, told + others)) == [True] * 4 + [False] * 4
