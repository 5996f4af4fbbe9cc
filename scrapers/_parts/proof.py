"""What the words of a line prove of its part, where the model is in doubt: lines that people fill are lines of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrapers._found import FoundPerson, fold
from scrapers._language.called import holds_given
from scrapers._language.jobs import job_and_company, opens_with_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import parts
from scrapers._parts.bracketed import is_in_brackets, titles_above_brackets
from scrapers._parts.headed import titles_below_rooms, titles_by_head, without_heads_below_rooms
from scrapers._parts.leads import leads_told
from scrapers._parts.linked import titles_by_link
from scrapers._parts.placed import with_places, without_sponsors
from scrapers._parts.repeated import parts_repeated, without_types
from scrapers._parts.rivals import without_rivals
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, TEXT, TITLE, Chances
from scrapers._people.holders import behind_kind
from scrapers._people.labels import split_role
from scrapers._people.names import share_told, split_people
from scrapers._people.people_lines import people_fill
from scrapers._people.pieces import known_given
from scrapers._people.shared_affiliation import legend_of
from scrapers._timing.unit import Page, Unit, Zone

_CASELESS = "\u0590"  # from here on names have no capitals to be known by
_LIKE_NAME = 0.8
_CUT_OFF = 0.5
_DOUBT, _DOUBT_OF_TITLE, _TIE, _SURE = 0.08, 0.1, 0.4, 0.9
_NAME_ALONE = 0.6
_LIKELY_TITLE = 0.2


def with_proof(page: Page, chances: list[Chances], shown: Sequence[FoundPerson] = ()) -> list[Chances]:
    """The chances with lines that are people from end to end made people, where the model sees no other part for sure.

    Lines behind a name that the cards of the page (`shown`) or the most of their format show to describe people do that.
    """
    chances = [
        row and (_without_person(row) if _names_nobody(u, row) else row) for u, row in zip(page.units, chances, strict=True)
    ]
    chances = without_sponsors(page, chances)
    told = leads_told(page, _with_affiliations(page, chances, shown))
    proved = without_types(page, told)
    for zone in page.zones:
        doubtful = [
            at for at in range(zone.first, zone.last)
            if chances[at] and chances[at][PERSON] >= _DOUBT and not page.units[at].is_date
            and (chances[at].role in (OTHER, TITLE, MIXED) or (chances[at].role == TEXT and split_role(page.units[at].text)[0]))
        ]  # fmt: skip
        best = _best_title(page, chances, zone) if any(chances[at].is_title for at in doubtful) else -1
        for at in doubtful:
            row = chances[at]
            titled = best >= 0 and row[PERSON] > _DOUBT_OF_TITLE
            may_be = row.role in (OTHER, TEXT) or (at != best and (titled or row[PERSON] > _TIE))
            if may_be and people_fill(behind_kind(page.units[at].text) or page.units[at].text) >= 0.6:
                proved[at] = row.drawn_to(PERSON)
    placed = parts_repeated(page, titles_by_link(page, _with_cuts(page, proved)))
    placed = _with_chaired(page, without_heads_below_rooms(page, titles_below_rooms(page, titles_by_head(page, placed))))
    return without_rivals(page, with_places(page, titles_above_brackets(page, placed)))


def _with_cuts(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the sides of lines that were cut into a title and people made such, where the model mixes them up.

    So too names behind an honorific in lines of their own.
    """
    cut = {unit.at: row for unit, row in zip(page.units, chances, strict=True) if unit.is_people}
    honoured = {unit.at for unit in page.units if unit.is_people and split_honours(unit.text)[0]}
    placed = list(chances)
    for before, at, unit, row in zip((None, *page.units), range(len(chances)), page.units, chances, strict=False):
        if not row:
            continue
        alone = before is not None and before.piece.line != unit.piece.line
        named = unit.is_people and row.is_title and people_fill(unit.text) >= _CUT_OFF
        if named or (row.role == AFFIL and alone and _is_honoured(unit.text)):
            placed[at] = row.drawn_to(PERSON)
        elif row.role != TITLE and unit.at in cut and not unit.is_people:
            called = unit.at in honoured and known_given(unit.text) <= 0 and not split_honours(unit.text)[0]
            beside = row.as_title > _LIKELY_TITLE and row[PERSON] < cut[unit.at][PERSON] and _reads_as_title(unit)
            if (called and unit.text[:1] >= _CASELESS) or (row.role == PERSON and (beside or _leads_with_kind(unit.text))):
                placed[at] = row.drawn_to(TITLE)
    return placed


def _is_honoured(text: str) -> bool:
    """Whether a line is an honorific and a name ("Dr Ann Archer"): no place where anybody works."""
    return bool(split_honours(text)[0]) and looks_like_name(text) >= 0.7 and people_fill(text) >= 0.6


def _reads_as_title(unit: Unit) -> bool:
    """Whether a line is several words, some small, and names nobody for sure."""
    words = unit.text.split()
    return len(words) > 3 and any(map(str.islower, words)) and known_given(unit.text) <= 0 and not split_people(unit.text)


def _leads_with_kind(text: str) -> bool:
    kind, mark, _ = text.partition(":")
    return bool(mark) and is_kind(words_of(plain(kind)))


def _names_nobody(unit: Unit, chances: Chances) -> bool:
    """Whether a line that the model takes for people, and not for sure, holds several words and none that is in any name."""
    if chances.role != PERSON or chances[PERSON] > _SURE or unit.zone < 0 or not 3 < len(unit.words) < 30:
        return False
    called = " ".join(word for word in unit.text.split() if not word[0].islower())  # "per" and "nella" are small words here
    unlike = not holds_given(fold(called).split()) and looks_like_name(unit.text) < 0.3
    ends = looks_like_name(" ".join(unit.text.split()[-2:])) >= _LIKE_NAME  # "Harbour Meetup presents Thanos Vasilakis"
    opens = any(not any(map(str.isalnum, unit.text.partition(p.name)[0])) for p in split_people(unit.text))
    cased = not any(c >= _CASELESS and c.isalpha() for c in unit.text)
    return unlike and cased and not opens and not ends and split_role(unit.text)[0] is None


def _without_person(chances: Chances) -> Chances:
    return Chances(0.0 if role == PERSON else chance for role, chance in enumerate(chances))


def _with_chaired(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made titles that stand right above who chairs, behind the people of another title or a time."""
    placed = list(chances)
    for zone in page.zones:
        open_title = False
        for at in range(zone.first, zone.last - 1):
            row, after = placed[at], placed[at + 1]
            if row and row.role in (PERSON, AFFIL):
                open_title = False
            elif row and row.role in (TITLE, MIXED):
                open_title = True
            elif row and row.role == OTHER and not open_title and after and after.role == PERSON and _is_chaired(page, at):
                placed[at], open_title = row.drawn_to(TITLE), True
    return placed


def _is_chaired(page: Page, at: int) -> bool:
    """Whether a line of a few words stands right above a line such as "Chair: Ann Archer"."""
    unit, below = page.units[at], page.units[at + 1]
    label = plain(split_role(below.text)[0] or "")
    led = not parts("chairing").isdisjoint(words_of(label))
    return led and len(unit.text) < 140 and len(unit.words) > 1 and not unit.is_date and not is_in_brackets(unit.text)


def _with_affiliations(page: Page, chances: list[Chances], shown: Sequence[FoundPerson]) -> list[Chances]:
    details = {fold(p.name): {fold(text) for text in (p.title, p.company) if text} for p in shown}
    roles = Counter((u.piece.style, row.role) for u, row in zip(page.units, chances, strict=True) if row)
    proved = list(chances)
    for at in range(1, len(chances)):
        row, before = chances[at], proved[at - 1]
        if not row or not before or before.role != PERSON or row.role == AFFIL:
            continue
        unit, name = page.units[at], page.units[at - 1]
        told = fold(unit.text) in details.get(fold(split_honours(split_role(name.text)[1])[1]), ())
        usual = roles[unit.piece.style, AFFIL] > max(2, roles[unit.piece.style, PERSON]) and row[AFFIL] > _DOUBT
        aside = row.role in (PERSON, TITLE, OTHER) and _is_aside(unit, name)
        unsure = row.role in (TITLE, OTHER) and row[TITLE] < _SURE
        posted = unsure and (_is_post(unit, name) or _is_body_below(page, proved, at))
        described = row.role == PERSON and (told or (usual and name.piece.style != unit.piece.style))
        if described or aside or posted or len(legend_of(unit.piece.marked or unit.text)) > 1:
            proved[at] = row.drawn_to(AFFIL)
    return proved


def _is_post(unit: Unit, name: Unit) -> bool:
    """Whether a line says what somebody does, right below a line that is a name and no more."""
    below = unit.piece.line == name.piece.line + 1 and unit.piece.style != name.piece.style
    return below and opens_with_job(unit.text) and looks_like_name(name.text) >= 0.7


def _is_body_below(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line is where somebody works or what they do: between a name below its title and the end of their block."""
    unit, name, title = page.units[at], page.units[at - 1], page.units[at - 2] if at > 1 else None
    if title is None or not chances[at - 2] or chances[at - 2].role not in (TITLE, MIXED):
        return False
    last = at + 1 >= len(page.units) or page.units[at + 1].piece.box != unit.piece.box
    alike = unit.piece.box == name.piece.box == title.piece.box and title.piece.line < name.piece.line < unit.piece.line
    said = job_and_company(unit.text)
    return alike and last and max(said) >= 1.0 and kind_of(unit.text) == "talk" and _names_one(name.text)


def _names_one(text: str) -> bool:
    """Whether a line is somebody's name, also with what they are called by ("許君毅老師")."""
    if looks_like_name(text) >= _NAME_ALONE:
        return True
    people = split_people(text)
    return len(people) == 1 and share_told(people, text) >= _SURE


def _is_aside(unit: Unit, name: Unit) -> bool:
    """Whether a line is all in brackets, right below a name in its block: where that person works."""
    return (
        is_in_brackets(unit.text)
        and known_given(unit.text[1:-1]) <= 0
        and unit.piece.line == name.piece.line + 1
        and unit.piece.box == name.piece.box
    )


def _best_title(page: Page, chances: list[Chances], zone: Zone) -> int:
    """The likeliest title of a zone that no people fill, -1 when there is none."""
    options = [
        at for at in range(zone.first, zone.last)
        if chances[at] and chances[at].is_title and people_fill(page.units[at].text) < 0.6
    ]  # fmt: skip
    return max(options, key=lambda at: chances[at].as_title, default=-1)
