"""The printed report: only what the report writes becomes markup, everything else is shown letter by letter."""

from __future__ import annotations

from datetime import date

from planner._printing import print_page
from planner.agenda import Event
from planner.checklist import checklist, finish, reopen
from planner.journal import effective, new_entry
from planner.people import Person
from planner.records import KeptEvent
from planner.report import event_report, event_report_page

ODD = "<script>x</script> ![y](http://z) **bold** | a"


def test_a_report_becomes_a_page_with_headings_lists_and_tables() -> None:
    """Each shape the report uses has its element."""
    page = print_page("# One\n\n## Two\n\n- a **b**\n- c\n\n| x | y |\n| --- | ---: |\n| 1 | 2 |\n\nWords.\n", title="One")

    assert "<h1>One</h1>" in page
    assert "<h2>Two</h2>" in page
    assert "<li>a <strong>b</strong></li>" in page
    assert "<tr><td>1</td><td>2</td></tr>" in page
    assert "---" not in page
    assert "<p>Words.</p>" in page


def test_names_from_outside_stay_text_on_the_page() -> None:
    """A name full of markup is neither a tag, a picture, bold nor a cell of its own."""
    event = KeptEvent("e", "programme.html", Event(name=ODD), "2027-01-01T00:00:00", "2027-01-01T00:00:00")
    entries = (new_entry("met", event="e", person="p", at="2027-01-02T10:00:00"),)
    report = event_report(entries, event, people=[Person("p", ODD)], today=date(2027, 1, 3))
    page = event_report_page(report, event)

    assert "<script>" not in page
    assert "<img" not in page
    assert "<strong>bold" not in page
    assert "&lt;script&gt;x&lt;/script&gt; ![y](http://z) **bold** | a</td>" in page


def test_what_was_ticked_off_comes_back_with_what_it_logged() -> None:
    """Reopening takes back the tick and the thanks it stood for, and nothing else."""
    met = new_entry("met", event="e", person="p", at="2027-01-02T10:00:00")
    people, today = [Person("p", "Nora Quist")], date(2027, 1, 3)
    (item, *_) = [i for i in checklist([met], people=people, today=today) if i.kind == "thanks"]
    journal = (met, *finish(item, at="2027-01-03T09:00:00"))
    (done,) = [i for i in checklist(journal, people=people, today=today) if i.key == item.key]

    assert done.state == "done"
    assert effective((*journal, *reopen(done, journal))) == (met,)
