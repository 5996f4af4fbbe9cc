"""A page's words are right whatever it is encoded in, said rightly, wrongly or not at all."""

from __future__ import annotations

import pytest

from scrapers import Document, read_document

NAMES = {
    "utf-8": "Jürgen Müßig", "windows-1252": "Jürgen Müßig", "iso-8859-2": "Łukasz Żurek", "windows-1251": "Мария Котова",
    "shift_jis": "山田花子", "gb18030": "王小明", "euc-kr": "김민수", "utf-16": "Jürgen Müßig",
}  # fmt: skip


def page(name: str, declared: str = "") -> str:
    """A small programme with a name, and what it says of its encoding."""
    said = f'<meta charset="{declared}">' if declared else ""
    items = "".join(f"<li>{hour:02}:00 <b>Vortrag {hour}</b> <i>{name}</i></li>" for hour in (9, 10, 11))
    return f"<!doctype html><html><head>{said}<title>Forum</title></head><body><ul>{items}</ul></body></html>"


@pytest.mark.parametrize("encoding", NAMES)
@pytest.mark.parametrize("where", ["header", "page"])
def test_a_declared_encoding_is_obeyed(encoding: str, where: str) -> None:
    """In the answer's header or in the page itself."""
    header = f"text/html; charset={encoding}" if where == "header" else "text/html"
    data = page(NAMES[encoding], "" if where == "header" else encoding).encode(encoding)
    assert NAMES[encoding] in Document("https://forum.example/", data, header).text


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding", "windows-1252", "utf-7", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_wrong_or_missing_declaration_costs_letters_at_most(encoding: str, declared: str) -> None:
    """The sessions are found all the same."""
    data = page(NAMES[encoding], declared).encode(encoding)
    header = f"text/html; charset={declared}" if declared else None
    agenda = read_document(Document("https://forum.example/", data, header))
    assert [s.title for s in agenda.sessions] == ["Vortrag 9", "Vortrag 10", "Vortrag 11"]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_without_a_word_about_it_western_letters_are_right(encoding: str) -> None:
    """Neither header nor page says anything."""
    assert NAMES[encoding] in Document("forum.html", page(NAMES[encoding]).encode(encoding)).text


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1252", "Nuño Íñiguez Peñalva"), ("cp1252", "João Conceição"), ("cp1252", "Søren Kjærgård"),
        ("cp1252", "Éloïse Lefèvre"), ("cp1250", "Ştefan Brătianu"),
        ("cp1250", "Mścisław Dworak"), ("cp1250", "Jiří Řehoř"), ("cp1250", "Šime Žuvić"), ("cp1251", "Тимофей Бересклет"),
    ],
)  # fmt: skip
def test_a_short_table_in_an_old_encoding_keeps_its_letters(encoding: str, name: str) -> None:
    """Spreadsheets are saved in the code page of the country, and a few names are all there is to tell which."""
    table = "".join(f"{hour}:00;Talk {hour};{name}\n" for hour in (9, 10, 11))
    assert name in Document("agenda.csv", f"Time;Title;Speaker\n{table}".encode(encoding)).text
