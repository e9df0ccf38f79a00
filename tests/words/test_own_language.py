"""A briefing in another language than its site says so wherever it is told."""

import json
import re

from icalendar import Calendar

from tests.desks import Built, Desk

TITLE = "رسالة"


def lay(desk: Desk) -> Built:
    """An English desk with a briefing in Arabic."""
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text("utf-8").replace("timezone:", "id_authority: desk.example, timezone:"))
    desk.brief("other")
    desk.data("content/topics/t1.yml", {"name": "Talks"})
    desk.data(
        "briefings/a.yml",
        {
            "title": TITLE,
            "language": "AR",
            "published": "2025-05-31",
            "summary": "خلاصة",
            "key_takeaways": ["جملة"],
            "topics": ["t1"],
            "what_to_expect": [{"text": "حكم", "likelihood": "likely", "by": "2025-06-03"}],
            "body": "متن",
        },
    )
    return desk.build()


def test_a_briefing_in_another_language_says_so_everywhere(desk: Desk) -> None:
    """On its page and on others, in feeds, in JSON-LD and in citations; the interface stays in the language of the site."""
    built = lay(desk)
    page, spoken = built.page("briefings/a"), ' lang="ar" dir="rtl"'
    assert '<html lang="en" dir="ltr"' in page
    assert f"<h1{spoken}>{TITLE}</h1>" in page
    for text in ("خلاصة", "جملة", "حكم"):
        assert f"<span{spoken}>{text}</span>" in page
    assert re.search(rf'<div class="body prose[^"]*"{spoken}>\s*<p>متن', page)
    assert "lang=" not in built.page("briefings/other").split("<h1", 1)[1].split("<footer", 1)[0]
    for path in ("briefings", "topics/t1", "outlook"):
        assert spoken in built.page(path)
    assert '"inLanguage": "ar"' in page or '"inLanguage":"ar"' in page
    assert "language = {ar}" in (built.site / "briefings/a/cite.bib").read_text("utf-8")
    assert "LA  - ar" in (built.site / "briefings/a/cite.ris").read_text("utf-8")


def test_machines_are_told_the_language_of_each_briefing(desk: Desk) -> None:
    """Feeds, the sitemap of news and the API."""
    site = lay(desk).site
    assert '<entry xml:lang="ar">' in (site / "feed.xml").read_text("utf-8")
    items = json.loads((site / "feed.json").read_text("utf-8"))["items"]
    assert {item["title"]: item.get("language") for item in items} == {TITLE: "ar", "A title, other": None}
    assert "<news:language>ar</news:language>" in (site / "news-sitemap.xml").read_text("utf-8")
    assert json.loads((site / "api/v1/briefings/a.json").read_text("utf-8"))["language"] == "ar"
    assert Calendar.from_ical((site / "calendar.ics").read_bytes())


def test_what_is_no_language_is_told(desk: Desk) -> None:
    """And another word for the field is known."""
    desk.brief("a", "language: arabic!\n").brief("b", "lang: ar\n")
    said = desk.said()
    assert "'arabic!' is no code of a language" in said
    assert "write language: ar" in said
