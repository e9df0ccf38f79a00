"""Nothing leaks: what is not public leaves no trace in any byte of the site."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.desks import CONFIG, Desk

HIDDEN = {
    "draft": "status: draft\n",
    "review": "status: review\n",
    "embargo": "embargo: 2025-06-02T06:00\n",
}
SECRETS = ("ZEBRA", "zebra", "secret-actor", "QUOKKA", "secret-event", "NARWHAL", "TAPIR", "AXOLOTL", "secret-topic")
MORE = """\
actors: [secret-actor]
topics: [secret-topic]
summary: QUOKKA summary
timeline: [{id: secret-event}, {id: shared-event, text: QUOKKA detail}]
image: {src: zebra-map.svg, alt: ZEBRA map}
"""


def lay(desk: Desk, hidden: str) -> Desk:
    """A public briefing, and a hidden one with an actor, an organization, an event, a topic and a picture of its own."""
    desk.actor("norway").actor("secret-actor", "type: person\nmemberships: [{organization: secret-body}]\n", name="AXOLOTL")
    desk.actor("secret-body", "type: organization\n", name="AXOLOTL body")
    desk.write("content/topics.yml", "secret-topic: {name: ZEBRA topic}\n")
    desk.write("content/events/secret-event.yml", "when: 2025-02\ntitle: NARWHAL event\n")
    desk.write("briefings/zebra-map.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>TAPIR</title></svg>")
    desk.brief("open", "actors: [norway]\nrelated: [zebra]\ntimeline: [{id: shared-event, when: 2025-01, title: Shared}]\n")
    return desk.brief("zebra", MORE + hidden, "NARWHAL body with ![m](zebra-map.svg) on [[norway]].", title="ZEBRA title")


@pytest.mark.parametrize("why", HIDDEN)
def test_a_hidden_briefing_leaves_no_trace(desk: Desk, why: str) -> None:
    """Not in pages, lists, feeds, sitemap, pictures or file names; nor what is known from it alone."""
    built = lay(desk, HIDDEN[why]).build()
    assert built.code == 0, built.said
    everything = built.everything()
    assert [secret for secret in SECRETS if secret in everything] == []
    assert "Shared" in everything
    assert "Norway" in everything


def test_a_future_date_holds_a_briefing_back(desk: Desk) -> None:
    """`published` ahead of the build is an embargo."""
    lay(desk, "").write("briefings/zebra.md", (desk.root / "briefings/zebra.md").read_text().replace("2025-03-01", "2025-06-02"))
    built = desk.build()
    assert "held back until 2 June 2025" in built.said
    assert "ZEBRA" not in built.everything()


def test_an_embargo_lifts_to_the_minute_in_the_sites_timezone(desk: Desk) -> None:
    """A minute before, nothing; at the minute, everything."""
    lay(desk, HIDDEN["embargo"])
    kyiv = ZoneInfo("Europe/Kyiv")
    assert "ZEBRA" not in desk.build(now=datetime(2025, 6, 2, 5, 59, tzinfo=kyiv)).everything()
    after = desk.build(now=datetime(2025, 6, 2, 6, 0, tzinfo=kyiv)).everything()
    assert [secret for secret in SECRETS if secret not in after] == []


def test_a_public_text_may_not_link_to_a_hidden_one(desk: Desk) -> None:
    """The words of such a link would give it away, so nothing is built."""
    built = lay(desk, HIDDEN["draft"]).brief("linker", body="[see](zebra.md)").build()
    assert built.code == 1
    assert "briefings/linker.md:5:1: error[unpublished-link]" in built.said
    assert not built.site.exists()


def test_links_and_pictures_of_a_hidden_briefing_are_hidden_too(desk: Desk) -> None:
    """A link leads to a thing as its id does; a picture among the ordinary pages is not copied for a hidden briefing alone."""
    desk.actor("secret-actor", "type: person\n", name="AXOLOTL").brief("open", body="![Map](../content/img/open.svg)")
    for name in ("open", "zebra", "page"):
        desk.write(f"content/img/{name}.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{name} picture</title></svg>")
    desk.write("content/index.md", "# Home\n\n![Page](img/page.svg)\n")
    hidden = "[x](../content/actors/secret-actor.yml) ![Z](../content/img/zebra.svg) ![P](../content/img/page.svg)"
    built = desk.brief("dark", "status: draft\n", hidden).build("--strict")
    assert built.code == 0, built.said
    everything = built.everything()
    assert [secret for secret in SECRETS if secret in everything] == []
    assert "open picture" in everything
    assert "page picture" in everything


def test_a_thing_that_is_hidden_may_link_to_what_hides_it(desk: Desk) -> None:
    """The storyline of a draft is as dark as the draft."""
    desk.write("content/storylines/zebra-story.yml", 'title: ZEBRA\nbody: "See [it](../../briefings/dark.md)."\n')
    built = desk.brief("open").brief("dark", "status: draft\nstoryline: zebra-story\n").build("--strict")
    assert built.code == 0, built.said
    assert "zebra" not in built.everything().lower()
    said = desk.brief("open", "storyline: zebra-story\n").said()
    assert "content/storylines/zebra-story.yml:2:7: error[unpublished-link]" in said


def test_the_broader_topic_of_a_hidden_topic_is_hidden_too(desk: Desk) -> None:
    """And what is above a public one is public."""
    desk.write(
        "content/topics.yml",
        "secret-topic: {name: ZEBRA, broader: above}\nabove: {name: QUOKKA}\nopen: {name: Open, broader: top}\ntop: {name: Top}\n",
    )
    desk.brief("public", "topics: [open]\n").brief("hidden", "topics: [secret-topic, top]\nstatus: draft\n")
    built = desk.build()
    everything = built.everything()
    assert [secret for secret in ("ZEBRA", "QUOKKA", "secret-topic", "above/") if secret in everything] == []
    assert '<a href="../../topics/top/">Top</a>' in built.page("topics/open")


def test_a_broader_topic_must_exist(desk: Desk) -> None:
    """Like everything that is named."""
    desk.write("content/topics.yml", "rain: {name: Rain, broader: wether}\nweather: {name: Weather}\n")
    assert "content/topics.yml:1:29: error[unknown-reference] there is no topic 'wether'" in desk.said()


SPOKEN = """\
---
title: ЗЕБРА
{more}key_takeaways:
  - id: one
    text: КВОКА з [[secret-actor]]
---
НАРВАЛ on [[secret-actor]]. ![ТАПІР](zebra.uk.svg)
"""
SPOKEN_SECRETS = ("ЗЕБРА", "КВОКА", "НАРВАЛ", "ТАПІР", "zebra.uk", "secret-actor", "AXOLOTL", "translator-x")


def lay_spoken(desk: Desk, original: str, translation: str) -> Desk:
    """A desk in two languages, with a translation that names an actor and shows a picture of its own."""
    desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{timezone: Europe/Kyiv, languages: {en: English, uk: Українська}}"))
    desk.actor("secret-actor", name="AXOLOTL").write("briefings/zebra.uk.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    desk.brief("open", "key_takeaways: [{id: one, text: Said.}]\n" + original, "Read.", title="Open")
    desk.brief("other", "", "Here.", title="Other")
    return desk.write("briefings/open.uk.md", SPOKEN.format(more=f"translators: [translator-x]\n{translation}"))


@pytest.mark.parametrize("why", HIDDEN)
@pytest.mark.parametrize("where", ["original", "translation"])
def test_a_hidden_translation_leaves_no_trace(desk: Desk, why: str, where: str) -> None:
    """Held back by itself, or with its original: neither the text nor what is known from it alone, in any language."""
    held = HIDDEN[why]
    built = lay_spoken(desk, held if where == "original" else "", held if where == "translation" else "").build()
    assert built.code == 0, built.said
    everything = built.everything()
    assert [secret for secret in SPOKEN_SECRETS if secret in everything] == []
    assert "Other" in everything
    assert ("Said." in everything) == (where == "translation")


def test_a_translation_that_is_out_shows_all_of_it(desk: Desk) -> None:
    """So the words above would be found."""
    everything = lay_spoken(desk, "", "").build().everything()
    assert [secret for secret in SPOKEN_SECRETS if secret not in everything] == []


def test_a_withdrawn_original_takes_its_translation_down(desk: Desk) -> None:
    """What is left of it is its title, and why."""
    built = lay_spoken(desk, "status: withdrawn\nwithdrawn: It was wrong.\n", "withdrawn: Це була помилка.\n").build()
    assert built.code == 0, built.said
    everything = built.everything()
    assert [secret for secret in SPOKEN_SECRETS[1:] if secret in everything] == []
    assert "Це була помилка." in built.page("uk/briefings/open")


def test_an_embargo_of_a_translation_lifts_by_itself(desk: Desk) -> None:
    """Until then, lists in its language name the original."""
    lay_spoken(desk, "", HIDDEN["embargo"])
    assert "ЗЕБРА" not in desk.build().everything()
    assert "ЗЕБРА" in desk.build(now=datetime(2025, 6, 2, 6, 0, tzinfo=ZoneInfo("Europe/Kyiv"))).page("uk/briefings/open")
